"""One process at a time writes a case; where nothing came of it nothing stays behind, and who stops it is told what does."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from forensics.case import Case, former_in
from forensics.directories import LOCK, MANIFEST, is_case, refuse_foreign, remove_bare
from forensics.disk import machine
from forensics.errors import BadCase, BadUsage, MachineError
from forensics.manifest import of_any_version
from forensics.tables import FILES

if TYPE_CHECKING:
    from filelock import BaseFileLock

_REPLACED = "choose another directory for the case, or say --replace"


@contextmanager
def locked(directory: Path, inputs: Collection[str] | None = None) -> Iterator[None]:
    """Hold the case for this process alone; MachineError where another one holds it, BadUsage where it is no place for one.

    BadUsage too where the case was made of an input that is not among *inputs*, where these are given.
    """
    refuse_foreign(directory)
    is_new = not directory.exists()
    lock = _taken_in(directory)
    try:
        if inputs is not None:
            _refuse_other(directory, inputs)
        yield
    except KeyboardInterrupt as interrupt:
        if told := _left_in(directory):
            interrupt.add_note(told)
        raise
    finally:
        with suppress(OSError):  # what cannot be removed is overwritten by the next ingest
            remove_bare(directory)
            if is_new:
                directory.rmdir()
        lock.release()


def _taken_in(directory: Path) -> "BaseFileLock":
    """Return the lock of the case in *directory*, made where it is new; MachineError where the lock is taken or cannot be."""
    import filelock  # what only asks a case does without

    with machine(directory):
        directory.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = filelock.FileLock(directory / LOCK)
        try:
            lock.acquire(timeout=0)
        except filelock.Timeout:
            cure = "wait for it, or use another --case"
            raise MachineError(str(directory), "another rmqf is writing this case", cure) from None
    return lock


def refuse_unlike(case: Case) -> None:
    """Raise BadUsage where *case* would take the place of one with inputs of the same names and no log in common; that stays.

    It may be of another version. Where what it says of its files cannot be read, nothing is left of it to keep.
    """
    manifest = of_any_version(case.directory / MANIFEST)
    if manifest is None:
        return
    former = Case(case.directory, manifest)
    try:
        former.verify("files")
        before = _marks(former)
    except (BadCase, OSError, pl.exceptions.PolarsError):
        return
    if before and before.isdisjoint(_marks(case)):
        former.sweep()  # what was written beside it goes
        raise BadUsage(str(case.directory), "is a case of other logs of that name, which would be lost", _REPLACED)


def _marks(case: Case) -> set[object]:
    """Return what the logs of *case* are known by as they grow and are rotated: their bytes, or their path and first time."""
    logs = case.scan(FILES).filter(pl.col("status") == "read").select("content_hash", "path", "from_lo").collect()
    return {*logs["content_hash"].drop_nulls(), *logs.select("path", "from_lo").drop_nulls().rows()}


def _left_in(directory: Path) -> str | None:
    """Return what the case in *directory* is where its writing ended early, and how to go on; None where it holds nothing."""
    if is_case(directory):
        return f"{directory} is the case it was before (the same command writes it anew)"
    if former_in(directory):
        return f"{directory} keeps what was read so far (the same command goes on from there)"
    if any(path.is_dir() for path in directory.iterdir()):
        return f"{directory} is a case that was only begun (the same command begins again)"
    return None


def _refuse_other(directory: Path, inputs: Collection[str]) -> None:
    """Raise BadUsage where *directory* holds a case of what is not among *inputs*: its logs may have been rotated away by now."""
    manifest = of_any_version(directory / MANIFEST)
    former = manifest["facts"].get("inputs") if manifest else None
    others = [str(name) for name in former if name not in inputs] if isinstance(former, list) else []
    if others:
        raise BadUsage(str(directory), f"is a case of {', '.join(others)}, which would be lost", _REPLACED)
