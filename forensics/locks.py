"""One process at a time writes a case, and where nothing came of it nothing stays behind."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from forensics.case import LOCK, MANIFEST, refuse_foreign, remove_bare
from forensics.disk import machine
from forensics.errors import BadUsage, MachineError
from forensics.manifest import facts_in


@contextmanager
def locked(directory: Path, inputs: Collection[str] | None = None) -> Iterator[None]:
    """Hold the case for this process alone; MachineError where another one holds it, BadCase where it is no place for one.

    BadUsage where the case was made of an input that is not among *inputs*, where these are given.
    """
    import filelock  # what only asks a case does without

    refuse_foreign(directory)
    is_new = not directory.exists()
    with machine(directory):
        directory.mkdir(parents=True, exist_ok=True, mode=0o700)
    lock = filelock.FileLock(directory / LOCK)
    try:
        lock.acquire(timeout=0)
    except filelock.Timeout:
        raise MachineError(str(directory), "another rmqf is writing this case", "wait for it, or use another --case") from None
    try:
        if inputs is not None:
            _refuse_other(directory, inputs)
        yield
    finally:
        with suppress(OSError):  # what cannot be removed is overwritten by the next ingest
            remove_bare(directory)
            if is_new:
                directory.rmdir()
        lock.release()


def _refuse_other(directory: Path, inputs: Collection[str]) -> None:
    """Raise BadUsage where *directory* holds a case of what is not among *inputs*: its logs may have been rotated away by now."""
    former = facts_in(directory / MANIFEST).get("inputs")
    others = [str(name) for name in former if name not in inputs] if isinstance(former, list) else []
    if others:
        cure = "choose another directory for the case, or say --replace"
        raise BadUsage(str(directory), f"is a case of {', '.join(others)}, which would be lost", cure)
