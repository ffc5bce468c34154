"""Rows of a document of which there can be very many: kept, masked and written by columns, dicts only while they are read."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any, overload

import polars as pl

from forensics.report.scrub import json_text
from forensics.shelf import Shelf, Shelved, in_memory

Row = dict[str, Any]
_PIECE = 10_000
"""Rows that are written, or made dicts of, at once."""
_ISO = "%Y-%m-%dT%H:%M:%S.%3fZ"
"""As `times.iso` prints a time."""
_IN_MEMORY = 20_000
"""Rows that stay in memory."""


class Rows(Sequence[Row]):
    """Frames read as rows, one frame after the other; but for the first of them they lie in a file without a name."""

    def __init__(self, *frames: pl.DataFrame) -> None:
        self._frames: list[pl.DataFrame | Shelved] = []
        self._shelf: Shelf | None = None
        self._rows = 0
        for frame in frames:
            self._add(frame)

    @classmethod
    def of(cls, frames: Iterable[pl.DataFrame]) -> "Rows":
        """Return *frames*, each of which is taken once the one before it has been put away."""
        rows = cls()
        for frame in frames:
            rows._add(frame)
        return rows

    def _add(self, frame: pl.DataFrame) -> None:
        self._rows += frame.height
        if self._rows > _IN_MEMORY and self._frames:
            self._shelf = self._shelf or Shelf()
            self._frames.append(self._shelf.put(frame))
        else:
            self._frames.append(frame)

    def frames(self) -> Iterator[pl.DataFrame]:
        """Yield the frames, in memory one at a time."""
        yield from map(in_memory, self._frames)

    def __reduce__(self) -> tuple[Any, ...]:
        """Return what makes the same rows in another process."""
        return Rows, tuple(self.frames())

    def __len__(self) -> int:
        """Return how many rows there are."""
        return self._rows

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> "Rows": ...
    def __getitem__(self, at: int | slice) -> "Row | Rows":
        """Return a row, or some of them."""
        if isinstance(at, slice):
            return Rows.of(self._some(range(self._rows)[at]))
        number = range(self._rows)[at]
        return next(frame.row(0, named=True) for frame in self._some(range(number, number + 1)))

    def _some(self, wanted: range) -> Iterator[pl.DataFrame]:
        """Yield what the frames have of the rows *wanted*, in their order."""
        ordered, first = wanted if wanted.step > 0 else wanted[::-1], 0
        found = []
        for frame in self.frames():
            own = ordered[bisect_left(ordered, first) : bisect_left(ordered, first + frame.height)]
            found += [frame[own.start - first : own.stop - first : own.step]] if own else []
            first += frame.height
        yield from found if wanted.step > 0 else (frame.reverse() for frame in reversed(found))

    def __iter__(self) -> Iterator[Row]:
        """Yield each row."""
        for piece in self._slices():
            yield from piece.to_dicts()

    def _slices(self) -> Iterator[pl.DataFrame]:
        return (piece for frame in self.frames() for piece in frame.iter_slices(_PIECE))

    def masked(self, field: Callable[[str, Any], Any]) -> "Rows":
        """Return the rows with what *field* gives for the name and value of each field that holds text, asked for each once."""
        return Rows.of(_masked(frame, field) for frame in self.frames())

    def json(self, depth: int) -> Iterator[str]:
        """Yield the rows as JSON in pieces, as `json.dumps` writes a list at this *depth* with an indent of one."""
        if not self:
            yield "[]"
            return
        before = "["
        for piece in self._slices():
            for text in _objects(piece, depth + 1):
                yield f"{before}\n{text}"
                before = ","
        yield f"\n{' ' * depth}]"


def _masked(frame: pl.DataFrame, field: Callable[[str, Any], Any]) -> pl.DataFrame:
    texts = [name for name, dtype in frame.schema.items() if dtype == pl.String or dtype.is_nested()]
    return frame.with_columns(each(frame[name], partial(field, name)) for name in texts)


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
    return micros.cast(pl.Datetime("us")).dt.strftime(_ISO)


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
