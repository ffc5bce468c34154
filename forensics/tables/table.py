"""A table as a value: its columns with type and meaning."""

from dataclasses import dataclass
from functools import cached_property

import polars as pl

TIME = pl.Int64
ROUTE = pl.List(pl.Struct({"broker": pl.String, "broker_id": pl.Int64, "address": pl.String}))
COUNTS = pl.List(pl.Struct({"code": pl.Int64, "count": pl.Int64}))
IDS = pl.List(pl.Int64)


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

    @property
    def schema(self) -> dict[str, pl.DataType | type[pl.DataType]]:
        """Return column names with their types, in order."""
        return {column.name: column.dtype for column in self.columns}

    @cached_property
    def empty(self) -> pl.DataFrame:
        """Return the table without rows."""
        return pl.DataFrame(schema=self.schema)

    def frame(self, rows: list[dict[str, object]]) -> pl.DataFrame:
        """Return *rows* as a frame of exactly these columns; a missing value is null, an unknown name an error."""
        unknown = {name for row in rows for name in row} - set(self.schema)
        if unknown:
            raise ValueError(f"table {self.name} has no column {sorted(unknown)}")
        return pl.DataFrame(rows, schema=self.schema, orient="row") if rows else self.empty
