"""A case directory: Parquet parts and a manifest with their hashes. Storage only: it knows tables, not logs."""

import os
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import takewhile
from pathlib import Path
from typing import Any

import polars as pl

from forensics import tables
from forensics.directories import LEFT_OVER, LOCK, MANIFEST, UNFINISHED, is_case, is_unfinished, lacks_manifest, refuse_foreign
from forensics.disk import digest_of, machine, sync_directory
from forensics.errors import BadCase, NoSuchInput
from forensics.held import ROOM_BYTES, Room, entry_of, frame_of, scanned
from forensics.manifest import AGAIN, SCHEMA, manifest_in, text_of
from forensics.parts import Kept, named_by_content
from forensics.tables import Table


class Case:
    """A case on disk: tables by name, each in one or more parts. What is written counts once `commit` has been called.

    A part's file is named by its content, so that writing never touches what an earlier commit holds: killed at any moment,
    a case is what it was before. `former` is what was there before, finished or not, to take unchanged parts from. Of one that
    need not last, as much stays in memory as there is `room` for.
    """

    def __init__(self, directory: Path, manifest: dict[str, Any], former: "Case | None" = None, room: Room | None = None) -> None:
        self.directory = directory
        self.former = former
        self.room = room or Room(0)
        self._manifest = manifest
        self._by_table = _by_table(manifest["parts"])
        self._lasting = room is None
        self._on_disk: set[str] = set()

    def sent(self) -> "Case":
        """Return the case as it is now for another process, which hands what it writes back for `take`."""
        own = {"facts": dict(self.facts), "parts": dict(self._manifest["parts"])}
        return Case(self.directory.absolute(), self._manifest | own, room=None if self._lasting else self.room)

    @property
    def places(self) -> tuple[Path, ...]:
        """Return what must be within reach to read it: one of its parts, whose name no other case has."""
        files = sorted(part for part, entry in self._manifest["parts"].items() if frame_of(entry) is None)
        return tuple(self.directory.absolute() / part for part in files[:1])

    def held(self, *names: str) -> Kept:
        """Return the parts of the tables *names*, as `take` takes them."""
        parts = self._manifest["parts"]
        return {part: parts[part] for name in names for part in self._parts(name)}

    @property
    def facts(self) -> dict[str, Any]:
        """Return what the writer noted beside the tables: inputs, options, tool version."""
        facts: dict[str, Any] = self._manifest["facts"]
        return facts

    def has(self, name: str) -> bool:
        """Return whether the case holds a table of this *name*."""
        return bool(self._parts(name))

    def count(self, name: str) -> int:
        """Return how many rows the table *name* has."""
        return sum(int(self._manifest["parts"][part]["rows"]) for part in self._parts(name))

    def scan(self, table: Table) -> pl.LazyFrame:
        """Return *table* lazily; empty where nothing was written to it."""
        return self._scanned(self._parts(table.name)) if self.has(table.name) else table.empty.lazy()

    def paths(self, name: str) -> list[Path]:
        """Return the Parquet files of the table *name*, in the order of its rows; what was in memory is written first."""
        for part in self._parts(name):
            if (frame := frame_of(self._manifest["parts"][part])) is not None:
                self._write(name, _number(part), frame)
        return [self.directory / part for part in self._parts(name)]

    def pieces(self, table: Table, most: int) -> Iterator[pl.LazyFrame]:
        """Yield *table* in pieces of at most *most* rows; one empty piece where nothing was written."""
        parts: list[str] = []
        rows = 0
        for part in self._parts(table.name):
            own = int(self._manifest["parts"][part]["rows"])
            if parts and rows + own > most:
                yield self._scanned(parts)
                parts, rows = [], 0
            if own > most:
                yield from (self._scanned([part]).slice(first, most) for first in range(0, own, most))
            else:
                parts.append(part)
                rows += own
        if parts or not self.has(table.name):
            yield self._scanned(parts) if parts else table.empty.lazy()

    def _scanned(self, parts: list[str]) -> pl.LazyFrame:
        return scanned(self.directory, [(part, self._manifest["parts"][part]) for part in parts])

    def read(self, table: Table) -> pl.DataFrame:
        """Return *table* whole."""
        return self.scan(table).collect()

    def names(self) -> list[str]:
        """Return the names of the tables that have parts, sorted."""
        return sorted({name.rpartition("/")[0] for name in self._manifest["parts"]})

    def part_of(self, name: str, part: int) -> Path | None:
        """Return the file of one part of the table *name*, None where there is none or it is damaged."""
        return next((self.directory / relative for relative in self._parts(name, part) if self._is_whole(relative)), None)

    def write(self, name: str, part: int, frame: pl.DataFrame) -> None:
        """Write *frame* as a part of the table *name*, in the place of what it held; it counts once `commit` has been called."""
        if self.room.takes(frame):
            self.take(entry_of(name, part, frame))
        else:
            self._write(name, part, frame)

    def _write(self, name: str, part: int, frame: pl.DataFrame) -> None:
        with machine(self.directory):
            folder = self.directory / name
            folder.mkdir(parents=True, exist_ok=True)
            temporary = folder / f"{part:06d}.tmp"
            frame.write_parquet(temporary, compression="zstd", compression_level=3, statistics=True)
        self.take(named_by_content(self.directory, name, part, temporary, frame.height))

    def take(self, kept: Kept) -> None:
        """Make files that were given their names by content parts of their tables, in the place of what these held."""
        for relative in kept:
            name = relative.rpartition("/")[0]
            self._forget(self._parts(name, _number(relative)))
            insort(self._by_table.setdefault(name, []), relative)
        self._manifest["parts"] |= kept

    def drop(self, name: str) -> None:
        """Remove every part of the table *name*."""
        self._forget(self._parts(name))

    def note(self, **facts: Any) -> None:
        """Note *facts* beside the tables; None removes one."""
        kept = {name: value for name, value in {**self.facts, **facts}.items() if value is not None}
        self._manifest["facts"] = kept

    def checkpoint(self, **facts: Any) -> None:
        """Note what has been written so far, and *facts*, so that the next run can take it up if this one is killed."""
        if self._lasting:
            self._save(UNFINISHED, self._manifest | {"facts": self.facts | facts})

    def commit(self) -> None:
        """Make what was written the case's content, in one step that a crash cannot split; then remove what is left over."""
        if self._lasting:
            self._save(MANIFEST, self._manifest)
            self.sweep()

    def sweep(self) -> None:
        """Remove what the manifest does not name: of earlier commits, and of runs that came to no end.

        A file beside the tables that is none of ours, a report say, is its owner's.
        """
        kept = {self.directory / part for part in self._manifest["parts"]} | {self.directory / MANIFEST, self.directory / LOCK}
        with machine(self.directory):
            for folder, _, names in os.walk(self.directory, topdown=False):
                for path in (Path(folder) / name for name in names):
                    if path not in kept and (path.parent != self.directory or path.name in LEFT_OVER):
                        path.unlink()
                if Path(folder) != self.directory and not any(Path(folder).iterdir()):
                    Path(folder).rmdir()

    def verify(self, *names: str) -> None:
        """Check every part, or those of the tables *names*, against its hash; BadCase names the first that differs."""
        for part in self.held(*names) if names else self._manifest["parts"]:
            if not self._is_whole(part):
                raise BadCase(str(self.directory / part), "is damaged or gone", AGAIN)

    def _is_whole(self, part: str) -> bool:
        path = self.directory / part
        return path.is_file() and digest_of(path) == self._manifest["parts"][part]["sha256"]

    def _forget(self, parts: list[str]) -> None:
        for part in parts:
            del self._manifest["parts"][part]
            self._by_table[part.rpartition("/")[0]].remove(part)

    def _save(self, name: str, manifest: dict[str, Any]) -> None:
        with machine(self.directory):
            self._sync(manifest["parts"])
            temporary = self.directory / (name + ".tmp")
            with temporary.open("w", encoding="utf-8") as out:
                out.write(text_of(manifest))
                out.flush()
                os.fsync(out.fileno())
            temporary.replace(self.directory / name)
            sync_directory(self.directory)

    def _sync(self, parts: Iterable[str]) -> None:
        """Bring *parts* to the disk before a manifest names them."""
        new = sorted(set(parts) - self._on_disk)
        for part in new:
            with (self.directory / part).open("rb") as written:
                os.fsync(written.fileno())
        for folder in sorted({(self.directory / part).parent for part in new}):
            sync_directory(folder)
        self._on_disk.update(new)

    def _parts(self, name: str, part: int | None = None) -> list[str]:
        begin = f"{name}/" if part is None else f"{name}/{part:06d}-"
        parts = self._by_table.get(name, [])
        return list(takewhile(lambda part: part.startswith(begin), parts[bisect_left(parts, begin) :]))


def _number(part: str) -> int:
    """Return the number of a part of a table."""
    return int(part.rpartition("/")[2].partition("-")[0])


def _by_table(parts: Iterable[str]) -> dict[str, list[str]]:
    """Return *parts* by table, sorted: a replay asks for hundreds of tables, time and again."""
    tables: dict[str, list[str]] = {}
    for part in sorted(parts):
        tables.setdefault(part.rpartition("/")[0], []).append(part)
    return tables


def open_case(directory: Path) -> Case:
    """Return the case in *directory*, its parts verified; BadCase where it is none or of another version.

    NoSuchInput where there is nothing at all.
    """
    if not directory.exists():
        raise NoSuchInput(str(directory), "there is no such directory", "make a case with: rmqf ingest DIR --case CASE")
    if is_unfinished(directory):
        raise BadCase(str(directory), "is a case that was not finished", "ingest the input again: it goes on where it stopped")
    if lacks_manifest(directory):
        raise BadCase(str(directory), "is a case without its manifest", AGAIN)
    case = Case(directory, manifest_in(directory / MANIFEST))
    case.verify()
    return case


def new_case(directory: Path, *, lasting: bool = True, shared: bool = False) -> Case:
    """Return an empty case in *directory*, which must be new, empty, or a case to be written again.

    What is not *lasting* ends with this process: it has no manifest, and what is small of it no file unless it is *shared*.
    """
    refuse_foreign(directory)
    with machine(directory):
        directory.mkdir(parents=True, exist_ok=True, mode=0o700)
    empty = {"schema": SCHEMA, "version": tables.VERSION, "facts": {}, "parts": {}}
    case = Case(directory, empty, former_in(directory), None if lasting else Room(0 if shared else ROOM_BYTES))
    if not is_case(directory) and not (directory / UNFINISHED).is_file():
        case.checkpoint()
    return case


def former_in(directory: Path) -> Case | None:
    """Return what an unfinished run left, else the case as it was; None where neither can be read."""
    for name in (UNFINISHED, MANIFEST):
        with suppress(BadCase):
            former = Case(directory, manifest_in(directory / name))
            former.verify("files")
            if former.names():
                return former
    return None
