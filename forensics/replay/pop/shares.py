"""Few columns of very many lines in shares that need nothing of each other, of which one is in memory at a time."""

from collections.abc import Iterator
from pathlib import Path

import polars as pl

from forensics.shelf import Shelf, Shelved, in_memory

MOST = 64
"""Shares at most: each puts a frame away for each piece of the lines."""


class Shares:
    """Frames by name in *count* shares by a number, *by*; those of several are put away in a file in *place*."""

    def __init__(self, place: Path, count: int, by: pl.Expr) -> None:
        self.count = min(MOST, count)
        self._by = (by % self.count).alias("share")
        self._shelf = Shelf(place) if self.count > 1 else None
        self._held: dict[tuple[str, int], list[pl.DataFrame | Shelved]] = {}

    def add(self, name: str, lines: pl.DataFrame) -> None:
        """Add *lines* to the frames called *name*, each to its share."""
        if self._shelf is None:
            self._held.setdefault((name, 0), []).append(lines)
            return
        share = lines.select(self._by).to_series()
        for number in range(self.count):
            own = lines.filter(share == number)
            if own.height:
                self._held.setdefault((name, number), []).append(self._shelf.put(own))

    def of(self, name: str, share: int, empty: pl.DataFrame) -> pl.DataFrame:
        """Return the lines of a share that were added as *name*, behind an *empty* frame of theirs."""
        return pl.concat([empty, *self._frames(name, share)])

    def once(self, name: str, share: int, empty: pl.DataFrame) -> pl.DataFrame:
        """Return the same, which is forgotten here."""
        lines = self.of(name, share, empty)
        self._held.pop((name, share), None)
        return lines

    def _frames(self, name: str, share: int) -> Iterator[pl.DataFrame]:
        held = self._held.get((name, share), [])
        return map(in_memory, held)
