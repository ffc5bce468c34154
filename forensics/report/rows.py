"""Rows of a document of which there can be very many: kept, masked and written by columns, dicts only while they are read."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, overload

import polars as pl

from forensics.report.scrub import json_text
from forensics.report.times import iso

Row = dict[str, Any]
_PIECE = 10_000
"""Rows that are written, or made dicts of, at once."""


class Rows(Sequence[Row]):
    """A frame read as rows."""

    def __init__(self, frame: pl.DataFrame) -> None:
        self._frame = frame

    def __len__(self) -> int:
        """Return how many rows there are."""
        return self._frame.height

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> "Rows": ...
    def __getitem__(self, at: int | slice) -> "Row | Rows":
        """Return a row, or some of them."""
        return Rows(self._frame[at]) if isinstance(at, slice) else self._frame.row(at, named=True)

    def __iter__(self) -> Iterator[Row]:
        """Yield each row."""
        for piece in self._frame.iter_slices(_PIECE):
            yield from piece.to_dicts()

    def masked(self, field: Callable[[str, Any], Any]) -> "Rows":
        """Return the rows with what *field* gives for the name and value of each field that holds text, asked for each once."""
        texts = [name for name, dtype in self._frame.schema.items() if dtype == pl.String or dtype.is_nested()]
        return Rows(self._frame.with_columns(each(self._frame[name], partial(field, name)) for name in texts))

    def json(self, depth: int) -> Iterator[str]:
        """Yield the rows as JSON in pieces, as `json.dumps` writes a list at this *depth* with an indent of one."""
        if not self:
            yield "[]"
            return
        before = "["
        for piece in self._frame.iter_slices(_PIECE):
            for text in _objects(piece, depth + 1):
                yield f"{before}\n{text}"
                before = ","
        yield f"\n{' ' * depth}]"


def plain(value: Any) -> Any:
    """Return *value* with the rows in it as lists of dicts."""
    if isinstance(value, dict):
        return {name: plain(held) for name, held in value.items()}
    return list(value) if isinstance(value, Rows) else value


def each(values: pl.Series, of: Callable[[Any], Any]) -> pl.Series:
    """Return what *of* gives for each of *values*: of the same type, asked for each different one once."""
    return _mapped(values, of, values.dtype)


def iso_of(micros: pl.Series) -> pl.Series:
    """Return microseconds since the epoch as documents print times."""
    return _mapped(micros, iso, pl.String())


def _mapped(values: pl.Series, of: Callable[[Any], Any], dtype: pl.DataType) -> pl.Series:
    asked = values.alias("asked")
    different = asked.unique()
    answers = pl.DataFrame([different, pl.Series("made", [of(value) for value in different.to_list()], dtype)])
    found = asked.to_frame().join(answers, on="asked", how="left", nulls_equal=True, maintain_order="left")
    return found["made"].alias(values.name)


def _objects(frame: pl.DataFrame, depth: int) -> pl.Series:
    """Return each row of *frame* as the text of an object whose braces stand at *depth*."""
    margin, before = " " * depth, f"{' ' * depth}{{"
    parts: list[pl.Expr | pl.Series] = []
    for name in frame.columns:
        parts += [pl.lit(f"{before}\n{margin} {json_text(name)}: "), _values(frame[name], depth + 1)]
        before = ","
    return frame.select(pl.concat_str(*parts, pl.lit(f"\n{margin}}}"))).to_series()


def _values(values: pl.Series, depth: int) -> pl.Series:
    """Return the JSON of each of *values*, whose lists begin at *depth*."""
    if values.dtype.is_integer():
        return values.cast(pl.String).fill_null("null")
    return _mapped(values, partial(indented, depth=depth), pl.String())


def indented(value: Any, depth: int) -> str:
    """Return *value* as `json.dumps` writes it at *depth* with an indent of one: no text in JSON holds a line break itself."""
    return json_text(value, indent=1).replace("\n", f"\n{' ' * depth}")
