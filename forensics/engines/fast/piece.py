"""A piece of a log in one pass: where its records are and what statement each is."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from forensics.engines.fast import columns, native
from forensics.engines.fast.arrays import Bytes, Ints
from forensics.engines.fast.compiled_statements import compiled
from forensics.engines.fast.given import KNOWN, LAYOUTS, Shape, can_be_given, given
from forensics.layouts.layout import Layout

_NUMBERS = {layout.name: number for number, layout in enumerate(LAYOUTS)}
_NUMBERS_PER_BYTE = 4
_FEED = ord("\n")
_MET = 4
"""Numbers that the kernel remembers of the time it met last."""


@dataclass(frozen=True)
class Scanned:
    """A piece of a file: its bytes, where it begins, its records by the kernel's columns, and what the programs kept.

    The number of a record's layout is a place in *shapes*. Columns are offsets into *buffer*: the *raw* bytes, but for a carriage
    return that ends a line. Where there are such, each record, and the end, stands so many bytes *further* on in *raw*.
    """

    buffer: Bytes
    raw: Bytes
    further: Ints | None
    offset: int
    first_line: int
    columns: Ints
    keep: Ints
    shapes: tuple[Shape, ...]

    def column(self, number: int) -> Ints:
        """Return one of the kernel's columns."""
        values: Ints = self.columns[number]
        return values

    @property
    def room(self) -> int:
        """Return how far its columns lie apart."""
        return self.columns.strides[0] // self.columns.itemsize

    def bytes_of(self, row: int) -> bytes:
        """Return the bytes of one record as they lie in the file, its line ends included."""
        begin, stop = self.begin_of(row), int(self.columns[columns.STOP, row])
        return self.raw[begin : stop if self.further is None else stop + int(self.further[row + 1])].tobytes()

    def begin_of(self, row: int) -> int:
        """Return where in the raw bytes a record begins."""
        begin = int(self.columns[columns.BEGIN, row])
        return begin if self.further is None else begin + int(self.further[row])

    @property
    def lines(self) -> int:
        """Return how many lines the piece has."""
        return int(self.columns[columns.LINES].sum())


def is_scannable(layouts: Sequence[Layout]) -> bool:
    """Return whether the kernel knows all of *layouts*, or can be given their heads."""
    return _is_known(layouts) or can_be_given(layouts)


def _is_known(layouts: Sequence[Layout]) -> bool:
    return all(layout in LAYOUTS for layout in layouts)


def scan(data: bytes, cut: int, offset: int, first_line: int, layouts: Sequence[Layout]) -> Scanned:
    """Return the records of a piece of a file, the first *cut* bytes of *data*, which begins with one and ends with one."""
    raw = np.frombuffer(data, np.uint8, cut)
    buffer = raw if data.find(b"\r", 0, cut) < 0 else np.frombuffer(_without_returns(data[:cut]), np.uint8)
    lines = np.empty(1, np.int64)
    native.function("count_lines")(buffer, len(buffer), lines)
    table = np.empty((columns.COLUMNS, lines[0] + 2), np.int64)
    keep = np.empty(len(buffer) // _NUMBERS_PER_BYTE + 1024, np.int64)
    known = _is_known(layouts)
    numbers = np.array([_NUMBERS[layout.name] for layout in layouts] if known else [-1], np.int64)
    heads, shapes = (np.empty(1, np.int64), KNOWN) if known else given(buffer, layouts)
    head_count = -1 if known else len(heads) // columns.COLUMNS
    spare, met, counts = np.empty(columns.COLUMNS, np.int64), np.empty(_MET, np.int64), np.empty(2, np.int64)
    path = np.empty(len(compiled().names), np.int64)
    native.function("scan")(
        buffer, buffer, len(buffer), numbers, len(numbers), heads, head_count, table, table.shape[1], keep, len(keep), spare, met,
        path, counts, *compiled().arrays,
    )  # fmt: skip
    count, kept = counts.tolist()
    rows = table[:, :count]
    further = None if len(raw) == len(buffer) else _further(raw, buffer, rows)
    return Scanned(buffer, raw, further, offset, first_line, rows, keep[:kept], shapes)


def _without_returns(data: bytes) -> bytes:
    """Return *data* without the carriage return that ends a line, one of each; a line that has none but that keeps it."""
    bare = data.replace(b"\r\n", b"\n")
    return bare[:-1] if bare.endswith(b"\r") and bare[-2:-1] not in {b"", b"\n"} else bare


def _further(raw: Bytes, buffer: Bytes, rows: Ints) -> Ints:
    """Return how much further on in *raw* than in *buffer* each of the *rows* begins, and the end."""
    begins = np.concatenate(([0], np.flatnonzero(raw == _FEED) + 1))
    lines = rows[columns.LINES]
    return np.append(begins[np.cumsum(lines) - lines] - rows[columns.BEGIN], len(raw) - len(buffer))
