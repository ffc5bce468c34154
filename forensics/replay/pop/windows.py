"""Few columns of very many lines that name a checkpoint, in windows of its revive time, of which one is in memory at a time.

All lines of a checkpoint tell the same revive time, so that each is in one window; what stands side by side in a log is due at
about the same time, so that a piece of lines is of few windows.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

import polars as pl

from forensics import memory
from forensics.replay.events import Events
from forensics.replay.pop.names import KINDS, named
from forensics.shelf import Shelf, Shelved, in_memory

AT_ONCE = 150_000
"""Lines whose checkpoints are compared with each other at once."""
_SAMPLED = 50_000
"""Revive times by which the windows are measured out."""
_DUE = pl.col("revive_time")
_EVER = -(1 << 63), (1 << 63) - 1
Window = Mapping[str, pl.DataFrame]
"""The lines of a window by kind, without the kinds of which it has none."""


class Folder(Protocol):
    """What looks at all lines of a checkpoint together, a window of them at a time."""

    def kept(self, kind: str) -> Sequence[pl.Expr]:
        """Return what it wants of lines of *kind* beside `name`, `place` and `revive_time`; same names are the same."""

    def fold(self, window: Window) -> None:
        """Look at the lines of a *window*."""


class Windows:
    """A reader of the lines of *events* that keeps for *folders* what they want of them; of a long case in a file."""

    def __init__(self, events: Events, folders: Sequence[Folder]) -> None:
        lines = sum(events.count(kind) for kind in KINDS)
        self._folders = folders
        self._ends = _ends(events, 1 + lines // memory.scaled(AT_ONCE))
        self._shelf = Shelf(events.case.directory, packed=False) if self._ends else None
        self._held: dict[tuple[int, str], list[pl.DataFrame | Shelved]] = {}

    def wanted(self, kind: str) -> Sequence[pl.Expr]:
        """Return what the folders want, and what tells the window."""
        return (_DUE, *(one for folder in self._folders for one in folder.kept(kind)))

    def see(self, kind: str, lines: pl.DataFrame) -> None:
        """Keep of *lines* what is wanted."""
        own = lines.select("name", "place", *dict.fromkeys(one.meta.output_name() for one in self.wanted(kind)))
        first, last = (bisect_right(self._ends, due) for due in span_of(own))
        for number in range(first, last + 1):
            part = own if first == last else own.filter(self._is_in(number))
            if part.height:
                self._held.setdefault((number, kind), []).append(self._shelf.put(part) if self._shelf else part)

    def fold(self) -> None:
        """Show every window to the folders."""
        for window in self.each():
            for folder in self._folders:
                folder.fold(window)

    def each(self, *kinds: str) -> Iterator[Window]:
        """Yield the windows, each with the lines of *kinds*, or all."""
        for number in range(len(self._ends) + 1):
            frames = {kind: self._frames(number, kind) for kind in kinds or KINDS}
            yield {kind: pl.concat(own) for kind, own in frames.items() if own}

    def _frames(self, number: int, kind: str) -> list[pl.DataFrame]:
        held = self._held.get((number, kind), [])
        return [in_memory(own) for own in held]

    def _is_in(self, number: int) -> pl.Expr:
        begin, end = ([_EVER[0], *self._ends, _EVER[1]][place] for place in (number, number + 1))
        return _DUE.is_between(begin, end, closed="left")


def _ends(events: Events, count: int) -> list[int]:
    """Return the revive times at which all of some *count* windows but the last end, by the commonest kind of lines."""
    if count == 1:
        return []
    kind = max(KINDS, key=events.count)
    every = 1 + events.count(kind) // _SAMPLED
    times = [piece.select(_DUE.gather_every(every)).collect() for piece in named(events, kind)]
    found = pl.concat(times).to_series().sort() if times else pl.Series(dtype=pl.Int64)
    return sorted({found[len(found) * number // count] for number in range(1, count)}) if len(found) else []


def span_of(lines: pl.DataFrame) -> tuple[int, int]:
    """Return the earliest and the latest revive time of *lines*, which are some."""
    first, last = lines.select(_DUE.min().alias("first"), _DUE.max().alias("last")).row(0)
    return int(first), int(last)


def lines_of(window: Window, kinds: Sequence[str], empty: pl.DataFrame) -> pl.DataFrame:
    """Return the lines of *kinds* in a *window*, in the columns of the *empty* frame."""
    return pl.concat([empty, *(window[kind].select(empty.columns) for kind in kinds if kind in window)])
