"""Progress by bytes, on a terminal only: how much has been read, how fast, and how long the rest will take."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from forensics.cli.shown import width
from forensics.engines.local import Progress
from forensics.report.scrub import one_line

_CLEAR = "\r\033[K"


@contextmanager
def progress_bar(quiet: bool = False, total: int | None = None) -> Iterator[Progress]:
    """Give a function that shows how many of *total* bytes have been read; silent where standard error is no terminal."""
    if quiet or not sys.stderr.isatty():
        yield lambda _path, _size: None
        return
    started, done = time.monotonic(), 0

    def show(path: str, size: int) -> None:
        nonlocal done
        done += size
        sys.stderr.write(_CLEAR + line(path, done, time.monotonic() - started, total)[: width() - 1])
        sys.stderr.flush()

    yield show
    sys.stderr.write(_CLEAR)


def line(path: str, done: int, seconds: float, total: int | None) -> str:
    """Return what is shown: bytes, rate, the time the rest takes where it is known how much there is, the file."""
    rate = done / seconds if seconds > 0 else 0
    rest = f", {_duration((total - done) / rate)} left" if total and rate and total > done else ""
    return f"read {done / 1e6:.1f} MB, {rate / 1e6:.1f} MB/s{rest}  {one_line(path)[-60:]}"


def _duration(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 90 else f"{seconds / 60:.0f} min"
