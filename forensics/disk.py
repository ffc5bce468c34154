"""What a case asks of the disk: that what is written is there, and an error with its place where it cannot be."""

import errno
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import polars as pl

from forensics.errors import MachineError

_FULL = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}


@contextmanager
def machine(place: Path) -> Iterator[None]:
    """Turn what the machine refuses, of files or of tables, into a MachineError with *place*."""
    try:
        yield
    except OSError as error:
        cure = "free some space, or put the case elsewhere" if error.errno in _FULL else "check its owner and rights"
        raise MachineError(str(place), f"cannot be written: {error.strerror or error}", cure) from error
    except _of_tables() as error:
        raise MachineError(str(place), f"cannot be written: {error}", "free some space, or put the case elsewhere") from error


def _of_tables() -> tuple[type[Exception], ...]:
    """Return what the table libraries raise; asked for where something was raised, so that what goes well does not load Arrow."""
    import pyarrow as pa

    return pl.exceptions.PolarsError, pa.ArrowException


def sync_directory(directory: Path) -> None:
    """Bring the names in *directory* to the disk, where the system can."""
    if os.name == "posix":
        opened = os.open(directory, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
