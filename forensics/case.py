"""A case directory: Parquet parts and a manifest with their hashes. Storage only: it knows tables, not logs."""

import errno
import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import filelock
import polars as pl

from forensics import tables
from forensics.errors import BadCase, MachineError
from forensics.tables import Table

MANIFEST = "manifest.json"
_SCHEMA = "rocketmq-forensics-case"
_LOCK = ".lock"


class Case:
    """A case on disk: tables by name, each in one or more parts; written only between `begin` and `commit`."""

    def __init__(self, directory: Path, manifest: dict[str, Any]) -> None:
        self.directory = directory
        self._manifest = manifest

    @property
    def facts(self) -> dict[str, Any]:
        """Return what the writer noted beside the tables: inputs, options, tool version."""
        facts: dict[str, Any] = self._manifest["facts"]
        return facts

    def has(self, name: str) -> bool:
        """Return whether the case holds a table of this *name*."""
        return bool(self._parts(name))

    def scan(self, table: Table) -> pl.LazyFrame:
        """Return *table* lazily; empty where nothing was written to it."""
        parts = [self.directory / part for part in self._parts(table.name)]
        return pl.scan_parquet(parts) if parts else pl.LazyFrame(schema=table.schema)

    def read(self, table: Table) -> pl.DataFrame:
        """Return *table* whole."""
        return self.scan(table).collect()

    def names(self) -> list[str]:
        """Return the names of the tables that have parts, sorted."""
        return sorted({name.rpartition("/")[0] for name in self._manifest["parts"]})

    def write(self, name: str, part: int, frame: pl.DataFrame) -> None:
        """Write *frame* as a part of the table *name*; it counts only once `commit` has been called."""
        relative = f"{name}/{part:06d}.parquet"
        target = self.directory / relative
        with _machine(self.directory):
            target.parent.mkdir(parents=True, exist_ok=True)
            temporary = target.with_suffix(".tmp")
            frame.write_parquet(temporary, compression="zstd", compression_level=3, statistics=True)
            digest = _digest(temporary)
            temporary.replace(target)
        self._manifest["parts"][relative] = {"sha256": digest, "rows": frame.height}

    def drop(self, name: str) -> None:
        """Remove every part of the table *name*."""
        for part in self._parts(name):
            (self.directory / part).unlink(missing_ok=True)
            del self._manifest["parts"][part]

    def note(self, **facts: Any) -> None:
        """Note *facts* beside the tables."""
        self._manifest["facts"].update(facts)

    def commit(self) -> None:
        """Make what was written the case's content, in one step that a crash cannot split."""
        text = json.dumps(self._manifest, indent=1, sort_keys=True) + "\n"
        with _machine(self.directory):
            temporary = self.directory / (MANIFEST + ".tmp")
            with temporary.open("w", encoding="utf-8") as out:
                out.write(text)
                out.flush()
                os.fsync(out.fileno())
            temporary.replace(self.directory / MANIFEST)

    def verify(self) -> None:
        """Check every part against its hash; BadCase names the first that differs."""
        for part, facts in self._manifest["parts"].items():
            path = self.directory / part
            if not path.is_file() or _digest(path) != facts["sha256"]:
                raise BadCase(str(path), "is damaged or gone", "ingest the input again into a new case")

    def _parts(self, name: str) -> list[str]:
        return sorted(part for part in self._manifest["parts"] if part.rpartition("/")[0] == name)


def is_case(directory: Path) -> bool:
    """Return whether *directory* is a case."""
    return (directory / MANIFEST).is_file()


def open_case(directory: Path) -> Case:
    """Return the case in *directory*, its parts verified; BadCase where it is none or of another version."""
    path = directory / MANIFEST
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
        schema, version = manifest["schema"], manifest["version"]
    except FileNotFoundError:
        raise BadCase(str(directory), "is not a case", "make one with: rmqf ingest DIR --case CASE") from None
    except (ValueError, KeyError, TypeError) as error:
        raise BadCase(str(path), f"cannot be read: {error}", "ingest the input again into a new case") from None
    if schema != _SCHEMA or version != tables.VERSION:
        cure = f"this rmqf reads version {tables.VERSION}; ingest the input again"
        raise BadCase(str(path), f"is a case of version {version}", cure)
    case = Case(directory, manifest)
    case.verify()
    return case


def new_case(directory: Path) -> Case:
    """Return an empty case in *directory*, which must be new, empty, or a case to be written again."""
    _refuse_foreign(directory)
    with _machine(directory):
        directory.mkdir(parents=True, exist_ok=True, mode=0o700)
    if is_case(directory):
        old = Case(directory, json.loads((directory / MANIFEST).read_text(encoding="utf-8")))
        (directory / MANIFEST).unlink()
        for name in old.names():
            old.drop(name)
    return Case(directory, {"schema": _SCHEMA, "version": tables.VERSION, "facts": {}, "parts": {}})


def _refuse_foreign(directory: Path) -> None:
    if directory.exists() and not is_case(directory) and any(path.name != _LOCK for path in directory.iterdir()):
        raise BadCase(str(directory), "is neither empty nor a case", "choose another directory for --case")


@contextmanager
def locked(directory: Path) -> Iterator[None]:
    """Hold the case for this process alone; MachineError where another one holds it, BadCase where it is no place for one."""
    _refuse_foreign(directory)
    with _machine(directory):
        directory.mkdir(parents=True, exist_ok=True, mode=0o700)
    lock = filelock.FileLock(directory / _LOCK)
    try:
        lock.acquire(timeout=0)
    except filelock.Timeout:
        raise MachineError(str(directory), "another rmqf is writing this case", "wait for it, or use another --case") from None
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _machine(place: Path) -> Iterator[None]:
    """Turn what the machine refuses into an error with its place."""
    try:
        yield
    except OSError as error:
        cure = "free some space, or put the case elsewhere" if error.errno == errno.ENOSPC else "check its owner and rights"
        raise MachineError(str(place), f"cannot be written: {error.strerror}", cure) from error


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
