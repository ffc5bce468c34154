"""Stretches of a file: some whole lines of it, and what is left of the file without them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO, NamedTuple, cast

from forensics.sources.careful import Within
from forensics.sources.lines import Line

_PIECE = 1 << 20
"""Bytes that are passed over at a time."""


class Stretch(NamedTuple):
    """Whole lines of a file: from which byte to which, from which line to which, all of them its own."""

    begin: int
    end: int
    first: int
    last: int

    @property
    def lines(self) -> str:
        """Return which lines they are, in words."""
        return f"lines {self.first} to {self.last}"


def lines_without(lines: Iterable[Line], stretches: Sequence[Stretch]) -> Iterator[Line]:
    """Yield those of a file's *lines* that are in none of its *stretches*, which are in order."""
    waiting = iter(stretches)
    out = next(waiting, None)
    for line in lines:
        while out and line.number > out.last:
            out = next(waiting, None)
        if out is None or line.number < out.first:
            yield line


def parts_without(stream: BinaryIO, stretches: Sequence[Stretch]) -> Iterator[tuple[int, int, BinaryIO]]:
    """Yield what lies between the *stretches* of a file, in order: its first byte, its first line, and a stream of it.

    Each is to be read to its end before the next is asked for.
    """
    at, line = 0, 1
    for out in stretches:
        if at < out.begin:
            yield at, line, cast(BinaryIO, Within(stream, (0, out.begin - at)))
        left = out.end - out.begin
        while left and (piece := stream.read(min(left, _PIECE))):
            left -= len(piece)
        at, line = out.end, out.last + 1
    yield at, line, stream
