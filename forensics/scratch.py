"""Temporary directories that the next run removes where the one that made them was killed: they hold logs of the incident."""

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows: what is open cannot be renamed there, and what is left stays
    fcntl = None  # type: ignore[assignment]

_PREFIX = "rmqf-"
_HELD = ".held"
"""A file that is locked as long as a process has its directory: it gets this name once it is locked."""


class Scratch(tempfile.TemporaryDirectory[str]):
    """A temporary directory, *within* another one where that is given; what dead processes of this user left is removed first."""

    def __init__(self, within: Path | None = None) -> None:
        if within is None:
            _remove_left(Path(tempfile.gettempdir()))
        super().__init__(prefix=_PREFIX, dir=within)
        self._held = _hold(Path(self.name))

    def cleanup(self) -> None:
        """Remove the directory with all that is in it."""
        with suppress(OSError):  # what is in the way is in the way below, too, and told there
            _empty(Path(self.name))
        if self._held is not None:
            os.close(self._held)
            self._held = None
        super().cleanup()


def _hold(directory: Path) -> int | None:
    """Lock *directory* for this process and those it forks, however they end; None where nothing can be locked there.

    What is not locked is left alone by every other run.
    """
    if fcntl is None:
        return None
    new, handle = directory / f"{_HELD}.new", None
    with suppress(OSError):
        handle = os.open(new, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        new.rename(directory / _HELD)
    return handle


def _remove_left(home: Path) -> None:
    """Remove the directories under *home* that this user's processes held and hold no more."""
    if fcntl is None:
        return
    for held in home.glob(f"{_PREFIX}*/{_HELD}"):
        with suppress(OSError):  # another run is as fast, or it is in use
            handle = _own(held)
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                _empty(held.parent)
                shutil.rmtree(held.parent)
            finally:
                os.close(handle)


def _empty(directory: Path) -> None:
    """Remove what is in *directory* but for the sign that it was held: if this process is killed, the next knows it by that."""
    for path in list(directory.iterdir()):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        elif path.name != _HELD:
            path.unlink()


def _own(held: Path) -> int:
    """Return *held* opened; PermissionError where it or its directory is another user's."""
    handle = os.open(held, os.O_RDWR | os.O_NOFOLLOW)
    if {os.fstat(handle).st_uid, held.parent.lstat().st_uid} != {os.getuid()}:
        os.close(handle)
        raise PermissionError(str(held))
    return handle
