"""One file from its bytes to its parts of the case: what runs for each file, on this machine or on another."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from forensics.engines.batches import FileTables, moved_by
from forensics.engines.fast import setup
from forensics.engines.former import Former
from forensics.engines.reading import read_streams
from forensics.engines.repeats import Steps, repetitions_of, rows_of, without
from forensics.engines.survey import Surveyed
from forensics.engines.zones import told
from forensics.held import Room
from forensics.parts import Kept, Part, Written
from forensics.sources.archives import DAMAGE

Row = dict[str, Any]


@dataclass(frozen=True)
class ToRead:
    """One file as its streams after the first look, or all stores, which are read together; ids go on from `first_id`."""

    first_id: int
    streams: tuple[Surveyed, ...]


@dataclass(frozen=True)
class Filed:
    """What one file, or one stream of it, gave: its row of `files` and its parts, which may wait for their zone."""

    row: Row
    kept: Kept
    waiting: Written | None = None


@dataclass(frozen=True)
class Filer:
    """Reads one file at a time into the case at `directory`; the parts count once the case has taken them.

    What there is `room` for in memory is not written;
    `zones` are those the user told; `compiled` is whether the input is worth the kernel's start.
    """

    directory: Path
    room: Room
    former: Former
    zones: dict[str, int]
    compiled: bool

    def __call__(self, file: ToRead) -> list[Filed]:
        """Return what each stream of *file* gave."""
        first, *others = file.streams
        stores = [(one, one.store) for one in file.streams if one.store is not None]
        if stores:
            from forensics.engines.stores import read_stores  # takes a while to load, and most inputs have none

            return [self._filed(tables) for tables in read_stores(stores, file.first_id)]
        if others:
            return [self._filed(tables) for tables in self._read(file)]
        known = self.former.tables(first, file.first_id)
        return [self._filed(known)] if known else self._read_once(file)

    def _read(self, file: ToRead) -> Iterable[FileTables]:
        return read_streams(file.streams, file.first_id, self.compiled and setup.is_ready())

    def _read_once(self, file: ToRead) -> list[Filed]:
        """Return what a log gave; what it says again is found once it has been read, and it is then read without that."""
        (one,), steps = file.streams, Steps()
        filed = [self._filed(tables, steps) for tables in self._read(file)]
        try:
            found = repetitions_of(one, steps)
        except DAMAGE as error:
            filed[0].row["problems"] += [f"may repeat stretches of itself: it could not be read again: {error}"]
            return filed
        if not found:
            return filed
        again = self._read(replace(file, streams=(without(one, found),)))
        return [*(self._filed(tables) for tables in again), *(Filed(row, {}) for row in rows_of(one, found))]

    def _filed(self, tables: FileTables, steps: Steps | None = None) -> Filed:
        part = Part(self.directory, tables.row["file_id"], self.room)
        for name, piece in tables.pieces:
            part.add(name, piece)
            if steps:
                steps.add(name, piece)
        written = part.finish()
        if tables.needs_zone:
            return Filed(tables.row, {}, written)
        if (told_s := told(tables.row, self.zones)) is not None:
            tables.told(told_s)
        return Filed(tables.row, written.keep(moved_by(tables.move_us)))


def move(one: tuple[Written, int]) -> Kept:
    """Return the parts of a file whose times were waiting, moved back by so many microseconds."""
    written, by_us = one
    return written.keep(moved_by(by_us))
