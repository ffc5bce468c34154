"""One process at a time writes a case, and where nothing came of it nothing stays behind."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from forensics.case import LOCK, refuse_foreign, remove_bare
from forensics.disk import machine
from forensics.errors import MachineError


@contextmanager
def locked(directory: Path) -> Iterator[None]:
    """Hold the case for this process alone; MachineError where another one holds it, BadCase where it is no place for one."""
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
        yield
    finally:
        with suppress(OSError):  # what cannot be removed is overwritten by the next ingest
            remove_bare(directory)
            if is_new:
                directory.rmdir()
        lock.release()
