"""Progress by bytes, on a terminal only."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from forensics.engines.local import Progress


@contextmanager
def progress_bar() -> Iterator[Progress]:
    """Give a function that shows how many bytes have been read; silent where standard error is no terminal."""
    if not sys.stderr.isatty():
        yield lambda _path, _size: None
        return
    total = 0

    def show(path: str, size: int) -> None:
        nonlocal total
        total += size
        sys.stderr.write(f"\r\033[Kread {total / 1e6:.1f} MB  {path[-60:]}")
        sys.stderr.flush()

    yield show
    sys.stderr.write("\r\033[K")
