"""How much memory a run may take: what its batches and queries are measured by, and what ends a run that needs more."""

import _thread
import ctypes
import gc
import os
import sys
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
"""How often it is measured what the process takes."""
_STATUS = Path("/proc/self/status")
_OWN = ("RssAnon:", "RssShmem:")
_allowed = DEFAULT
_bound = False


_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8
"""The names of glibc's `mallopt` for what `share_heap` sets."""
_KEPT = 32 * MIB
"""Free memory at the heap's end that stays for the next batch, and the size from which on an array is no part of the heap."""

_OBJECTS = 50_000
"""How many objects are made between two searches for cycles of them, at least, where they are `seldom_collecting`."""
_MUCH = 6
"""From how many tenths of what a run may take on its heap is searched for what is free."""


_OF_NUMPY = "OPENBLAS_NUM_THREADS"
"""How many threads numpy's library of linear algebra begins as numpy is loaded: each spins for a while, and none is needed."""
_HUGE_PAGES = "NUMPY_MADVISE_HUGEPAGE"
"""Whether numpy asks for pages of 2 MiB for large arrays: the heap stays so large where an array was, however little is used."""
_THREADS_OF_POLARS = "POLARS_MAX_THREADS"
_AT_ONCE = 2
"""How many threads polars begins at most: a case's tables are too small for more, and each keeps memory of its own."""
_OF_POLARS = "_RJEM_MALLOC_CONF"
"""What jemalloc, in which polars keeps its tables, is told as polars is loaded; a user's own word stands."""


def share_heap() -> None:
    """Let all threads take memory from one heap, and keep some of it for what they need next (Linux with glibc).

    Else each thread has a heap of its own that keeps what it needed most, and a batch's arrays are cleared page by page each
    time. To be called before any thread but the main one begins, numpy's among them: those that did have heaps already; and
    before polars is loaded, whose tables are in heaps of their own, one for all threads then. Polars begins no more threads than
    two, wherever it runs; numpy begins none at all, and takes no huge pages. What a user set of this stands.
    """
    os.environ.setdefault(_THREADS_OF_POLARS, str(min(_AT_ONCE, os.cpu_count() or 1)))
    os.environ.setdefault(_OF_NUMPY, "1")
    os.environ.setdefault(_HUGE_PAGES, "0")
    told = os.environ.get(_OF_POLARS, "")
    if "narenas" not in told:
        os.environ[_OF_POLARS] = f"{told},narenas:1".removeprefix(",")
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None) if sys.platform == "linux" else None
    if mallopt:
        mallopt(_ARENA_MAX, 1)
        mallopt(_MMAP_THRESHOLD, _KEPT)
        mallopt(_TRIM_THRESHOLD, _KEPT)


def give_back() -> None:
    """Give the system back what is free of the heap (Linux with glibc)."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim:
        trim(0)


def relieve() -> None:
    """Give the system back what is free of the heap where this process holds most of what it may take (Linux).

    What threads give back to one heap lies between what they keep, and goes to the system only when it is asked for. Long tasks
    call it now and then.
    """
    if _STATUS.exists() and taken() > _allowed // 10 * _MUCH:
        give_back()


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """Look for cycles of objects seldom meanwhile: what makes none, but very many objects, is walked in vain each time."""
    before = gc.get_threshold()
    gc.set_threshold(max(before[0], _OBJECTS), *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def allow(size: int) -> None:
    """Let this process take *size* bytes from now on."""
    global _allowed  # noqa: PLW0603 - the process has one memory
    _allowed = size


def allowed() -> int:
    """Return how many bytes this process may take."""
    return _allowed


def is_bound() -> bool:
    """Return whether this process is held to what it may take, and ended where it needs more."""
    return _bound


def scaled(number: int) -> int:
    """Return how many of what is held *number* at a time where the default is allowed, and never none."""
    return max(1, number * _allowed // DEFAULT)


@contextmanager
def held_to(size: int | None) -> Iterator[None]:
    """Keep the block to *size* bytes, where one is given; MachineError where it needs more and the system (Linux) tells."""
    if size is None:
        yield
        return
    global _bound  # noqa: PLW0603 - the process has one memory
    before = _allowed, _bound
    allow(size)
    _bound = True
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
        allow(before[0])
        _bound = before[1]


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
