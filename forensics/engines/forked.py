"""An engine of this machine: reads files in processes forked from this one, as many at once as their memory allows."""

import ctypes
import gc
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from forensics import memory
from forensics.engines.engine import HERE, Engine, Task
from forensics.errors import MachineError

T = TypeVar("T")
R = TypeVar("R")
_AT_ONCE = 2
"""Processes: each holds a batch in memory, and all of them together may take what a run may."""
_EACH_EIGHTHS = 5
"""What each of them may take of that: more than its part, for the pages of programs are there once."""
_THREADS = Path("/proc/self/task")
_OF_POLARS = "polars-0"
"""The first worker of polars, which begin with its first work: a process that is forked then waits for them in vain."""
_DEATH_SIGNAL = 1
"""PR_SET_PDEATHSIG of prctl(2): what a process gets when the one that forked it has ended."""


@contextmanager
def forked() -> Iterator[Engine]:
    """Give an engine whose processes are forked now, and end with the block; this process alone where that cannot be.

    That needs Linux, two processors, no bound that the user set on memory, and that polars has not worked yet. Work and results
    are pickled. What work raises is raised in its result's place; MachineError where one of the processes is killed.
    """
    if memory.is_bound() or not _can_fork():
        yield HERE
        return
    others = set(multiprocessing.active_children())
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(_AT_ONCE, context, _begin, (os.getpid(),)) as pool:
        pool.submit(os.getpid).result()  # all of them are forked with the first work
        own = set(multiprocessing.active_children()) - others
        try:
            yield _Forked(pool)
        except BaseException:
            for process in own:
                process.kill()
            raise


class _Forked:
    """Runs work in the processes of a pool."""

    elsewhere = False

    def __init__(self, pool: ProcessPoolExecutor) -> None:
        self._pool = pool

    def each(self, work: Callable[[T], R], tasks: Sequence[Task[T]]) -> Iterator[R]:
        """Yield what *work* returns for each of *tasks*, in their order."""
        try:
            yield from self._pool.map(work, [task.of for task in tasks])
        except BrokenProcessPool:
            cure = "most likely for want of memory: give the nodes and hours of the incident alone"
            raise MachineError("", "a process that read logs was killed", cure) from None


def _can_fork() -> bool:
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    return processors >= _AT_ONCE and _THREADS.exists() and _OF_POLARS not in map(_name, _THREADS.iterdir())


def _name(thread: Path) -> str:
    return (thread / "comm").read_text(encoding="utf-8").strip()


def _begin(parent: int) -> None:
    """Leave interrupts to the process *parent*, end with it, and walk none of its objects."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    ctypes.CDLL(None).prctl(_DEATH_SIGNAL, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)
    gc.freeze()
    memory.allow(memory.allowed() * _EACH_EIGHTHS // 8)
