"""A piece of a log in one pass: where its records are and what statement each is."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from forensics.engines.fast import columns, gather, heads, kernel
from forensics.engines.fast.arrays import Bytes, Ints
from forensics.engines.fast.programs import compiled
from forensics.layouts import client, server
from forensics.layouts.layout import Layout

LAYOUTS: tuple[Layout, ...] = (
    server.MAIN, server.STATS, server.WATERMARK, server.PROXY_WATERMARK, client.MODERN, client.CLASSIC,
)  # fmt: skip
"""The layouts that the kernel knows, by their numbers in it."""
_NUMBERS = {layout.name: number for number, layout in enumerate(LAYOUTS)}
_NUMBERS_PER_BYTE = 4


@dataclass(frozen=True)
class Scanned:
    """A piece of a file: its bytes, where it begins, its `rows` by the kernel's columns, and what the programs kept."""

    buffer: Bytes
    offset: int
    first_line: int
    rows: Ints
    keep: Ints

    def column(self, number: int) -> Ints:
        """Return one of the kernel's columns."""
        return np.ascontiguousarray(self.rows[:, number])

    def bytes_of(self, row: int) -> bytes:
        """Return the bytes of one record, its line ends included."""
        return self.buffer[self.rows[row, columns.BEGIN] : self.rows[row, columns.STOP]].tobytes()

    @property
    def lines(self) -> int:
        """Return how many lines the piece has."""
        return int(self.rows[:, columns.LINES].sum())


def is_known(layouts: Sequence[Layout]) -> bool:
    """Return whether the kernel knows all of *layouts*."""
    return all(layout in LAYOUTS for layout in layouts)


def scan(data: bytes, offset: int, first_line: int, layouts: Sequence[Layout]) -> Scanned:
    """Return the records of *data*, which begins with one and ends with one."""
    buffer = np.frombuffer(data, np.uint8)
    rows = np.empty((data.count(b"\n") + 3, columns.COLUMNS), np.int64)
    keep = np.empty(len(data) // _NUMBERS_PER_BYTE + 1024, np.int64)
    numbers = np.array([_NUMBERS[layout.name] for layout in layouts], np.int64)
    clean = heads.is_clean(buffer, 0, len(buffer))
    work = np.empty(len(compiled().names) + 2, np.int64)
    count, kept = kernel.scan(buffer, len(buffer), numbers, clean, compiled().arrays, rows, keep, work)
    return Scanned(buffer, offset, first_line, rows[:count], keep[:kept])


def warm_up() -> None:
    """Have everything compiled."""
    head = b"2026-11-21 19:38:52 INFO t - "
    scanned = scan(head + b"a\n" + head + b"b\nx\n", 0, 1, LAYOUTS)
    begins = scanned.column(columns.BEGIN)
    ends, offsets = scanned.column(columns.STOP), np.empty(len(begins) + 1, np.int64)
    gather.texts(scanned.buffer, begins, ends, gather.PLAIN, offsets, np.empty(len(begins), np.bool_))
    low, high = np.empty(1, np.int64), np.empty(1, np.int64)
    gather.kept(np.zeros(2, np.int64), np.zeros(1, np.int64), 0, low, high)
    values = np.empty(gather.room_for(low, high), np.int64)
    gather.ck_offsets(scanned.buffer, low, high, low, high, np.empty(2, np.int64), values)
    gather.ack_offsets(scanned.buffer, low, high, np.empty(2, np.int64), values)
