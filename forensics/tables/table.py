"""A table as a value: its columns with type and meaning."""

from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Any

import polars as pl

TIME = pl.Int64
ROUTE = pl.List(pl.Struct({"broker": pl.String, "broker_id": pl.Int64, "address": pl.String}))
COUNTS = pl.List(pl.Struct({"code": pl.Int64, "count": pl.Int64}))
IDS = pl.List(pl.Int64)
_FEW = 16
"""Rows up to which a column of lists is made of them as they are."""


@dataclass(frozen=True)
class Column:
    """One column of a table."""

    name: str
    dtype: pl.DataType | type[pl.DataType]
    meaning: str


@dataclass(frozen=True)
class Table:
    """One table: what a row is, and its columns."""

    name: str
    row: str
    columns: tuple[Column, ...]

    @cached_property
    def schema(self) -> dict[str, pl.DataType | type[pl.DataType]]:
        """Return column names with their types, in order."""
        return {column.name: column.dtype for column in self.columns}

    @cached_property
    def empty(self) -> pl.DataFrame:
        """Return the table without rows."""
        return pl.DataFrame(schema=self.schema)

    def frame(self, rows: list[dict[str, object]]) -> pl.DataFrame:
        """Return *rows* as a frame of exactly these columns; a missing value is null, an unknown name an error."""
        unknown = set[str]().union(*rows) - set(self.schema)
        if unknown:
            raise ValueError(f"table {self.name} has no column {sorted(unknown)}")
        if not rows:
            return self.empty
        plain = pl.DataFrame(rows, schema=self._plain, orient="row").get_columns() if self._plain else []
        columns = {column.name: column for column in plain}
        columns |= {name: _lists(name, dtype, rows) for name, dtype in self.schema.items() if isinstance(dtype, pl.List)}
        return pl.DataFrame([columns[name] for name in self.schema])

    @cached_property
    def _plain(self) -> dict[str, pl.DataType | type[pl.DataType]]:
        return {name: dtype for name, dtype in self.schema.items() if not isinstance(dtype, pl.List)}


def _lists(name: str, dtype: pl.List, rows: list[dict[str, object]]) -> pl.Series:
    """Return a column of lists.

    Cut out of one list of all that they hold, but for few: for lists of Python polars takes many times as long, and Arrow long to
    load.
    """
    lists: list[Any] = [row.get(name) for row in rows]
    if len(lists) <= _FEW or all(one is None for one in lists):
        return pl.Series(name, lists, dtype=dtype)
    held = pl.Series([value for one in lists if one for value in one], dtype=dtype.inner)
    lengths = [len(one or ()) for one in lists]
    begins = accumulate(lengths[:-1], initial=0)
    cuts = pl.DataFrame(
        {"begin": pl.Series(begins, dtype=pl.Int64), "length": lengths, "given": [one is not None for one in lists]}
    )
    cut = pl.lit(held.implode()).list.slice("begin", "length")
    return cuts.select(pl.when("given").then(cut).alias(name)).to_series()
