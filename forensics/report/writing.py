"""A report on disk is whole or not there: written beside its place, synced, then put in its place in one step."""

import errno
import os
from collections.abc import Iterable
from pathlib import Path

from forensics.errors import BadUsage, MachineError


def write_text(target: Path, text: str | Iterable[str]) -> None:
    """Write *text*, whole or in pieces, to *target* as UTF-8; what was there before stays until all of it is on disk."""
    place = place_of(target)
    try:
        if target.exists() and not target.is_file():
            # A pipe or device cannot be replaced, nor named otherwise.
            with target.open("w", encoding="utf-8", newline="") as out:
                out.writelines(in_pieces(text))
            return
        _replace(place, text)
    except OSError as error:
        cure = "free some space" if error.errno == errno.ENOSPC else "check its owner and rights"
        raise MachineError(str(target), f"cannot be written: {error.strerror}", cure) from error


def place_of(target: Path) -> Path:
    """Return the file that *target* names; BadUsage where none can be there."""
    place = Path(os.path.realpath(target))
    if place.is_dir():
        raise BadUsage(str(target), "is a directory", "name a file in it")
    if not place.parent.is_dir():
        raise BadUsage(str(target), "lies in no directory that exists", "make the directory first")
    return place


def in_pieces(text: str | Iterable[str]) -> Iterable[str]:
    """Return *text* in pieces: as it is where it comes in some."""
    return (text,) if isinstance(text, str) else text


def _replace(place: Path, text: str | Iterable[str]) -> None:
    temporary = place.with_name(f".{place.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("x", encoding="utf-8", newline="") as out:
            out.writelines(in_pieces(text))
            out.flush()
            os.fsync(out.fileno())
        temporary.replace(place)
    finally:
        temporary.unlink(missing_ok=True)
    _sync_directory(place.parent)


def _sync_directory(directory: Path) -> None:
    """Make the new name itself durable, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
