"""Progress by bytes, on a terminal only: how much has been read, how fast, and how long the rest will take."""

import re
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from forensics.cli.shown import width
from forensics.report.scrub import one_line

if TYPE_CHECKING:
    from forensics.engines.local import Progress
    from forensics.library import First

_PACKED = re.compile(r"\.(?:gz|zst|bz2|xz|tar|tgz|zip)$", re.IGNORECASE)
_CLEAR = "\r\033[K"


@contextmanager
def progress_bar(quiet: bool = False, inputs: Sequence[str] = ()) -> Iterator["Progress"]:
    """Give a function that shows how much of *inputs* has been read; silent where standard error is no terminal."""
    if quiet or not sys.stderr.isatty():
        yield lambda _path, _size: None
        return
    started, done, total = time.monotonic(), 0, size_of(inputs)

    def show(path: str, size: int) -> None:
        nonlocal done
        done += size
        sys.stderr.write(_CLEAR + line(path, done, time.monotonic() - started, total)[: width() - 1])
        sys.stderr.flush()

    try:
        yield show
    finally:  # what is told of a run that ended early has a line of its own
        sys.stderr.write(_CLEAR)
        sys.stderr.flush()


def first_findings(quiet: bool = False) -> "First | None":
    """Return what shows the first findings, while the rest is read; None where standard error is no terminal."""
    return None if quiet or not sys.stderr.isatty() else _show_first


def _show_first(doc: dict[str, Any]) -> None:
    from forensics.report.first import render

    sys.stderr.write(_CLEAR + render(doc, width()))
    sys.stderr.flush()


def size_of(inputs: Sequence[str]) -> int | None:
    """Return the bytes of *inputs* as they will be read, None where that is not known before: compressed, or from a pipe."""
    files = [file for name in inputs for file in ([Path(name)] if Path(name).is_file() else Path(name).rglob("*"))]
    if not files or any(_PACKED.search(file.name) for file in files):
        return None
    return sum(file.stat().st_size for file in files if file.is_file())


def line(path: str, done: int, seconds: float, total: int | None) -> str:
    """Return what is shown: bytes, rate, the time the rest takes where it is known how much there is, the file."""
    rate = done / seconds if seconds > 0 else 0
    rest = f", {_duration((total - done) / rate)} left" if total and rate and total > done else ""
    return f"read {done / 1e6:.1f} MB, {rate / 1e6:.1f} MB/s{rest}  {one_line(path)[-60:]}"


def _duration(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 90 else f"{seconds / 60:.0f} min"
