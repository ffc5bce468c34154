"""How much memory a run may take: what its batches and queries are measured by, and what ends a run that needs more."""

import _thread
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from forensics.errors import MachineError

MIB = 1 << 20
DEFAULT = 512 * MIB
LEAST = 320 * MIB
"""What a small case is read in, the pages of the programs that read it among it."""
COMPILED_LEAST = 416 * MIB
"""Below this logs are read the plain way: slower, and without what the compiled one takes for itself."""
_EVERY_S = 0.1
_STATUS = Path("/proc/self/status")
_OWN = ("RssAnon:", "RssShmem:")
_allowed = DEFAULT


def allow(size: int) -> None:
    """Let this process take *size* bytes from now on."""
    global _allowed  # noqa: PLW0603 - the process has one memory
    _allowed = size


def allowed() -> int:
    """Return how many bytes this process may take."""
    return _allowed


def scaled(number: int) -> int:
    """Return how many of what is held *number* at a time where the default is allowed, and never none."""
    return max(1, number * _allowed // DEFAULT)


@contextmanager
def held_to(size: int | None) -> Iterator[None]:
    """Keep the block to *size* bytes, where one is given; MachineError where it needs more and the system (Linux) tells."""
    if size is None:
        yield
        return
    before = _allowed
    allow(size)
    over, done = threading.Event(), threading.Event()
    watch = threading.Thread(target=_watch, args=(size, over, done), daemon=True)
    if _STATUS.exists():
        watch.start()
    try:
        yield
    except KeyboardInterrupt:
        if over.is_set():
            cure = "allow more, or give the nodes and hours of the incident alone"
            raise MachineError(f"--memory {size // MIB}M", "this input needs more memory than that", cure) from None
        raise
    finally:
        done.set()
        allow(before)


def taken() -> int:
    """Return how many bytes this process has in memory that the system cannot take back (Linux).

    Pages of programs and files do not count: how many of them are in memory is up to the machine, and it drops them at need.
    """
    lines = (line.split() for line in _STATUS.read_text(encoding="utf-8").splitlines())
    return sum(int(words[1]) << 10 for words in lines if words and words[0] in _OWN)


def _watch(size: int, over: threading.Event, done: threading.Event) -> None:
    """Interrupt the main thread when the process has taken more than *size* bytes."""
    while not done.wait(_EVERY_S):
        if taken() > size:
            over.set()
            _thread.interrupt_main()
            return
