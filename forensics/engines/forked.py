"""An engine of this machine: reads files in processes forked from one that has loaded what they need, and not from this one.

What is loaded for reading, the compiler's library among it, would stay in this process while the case is replayed in it.
"""

import ctypes
import gc
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, TypeVar

from forensics import memory
from forensics.engines.engine import HERE, Engine, Task
from forensics.errors import MachineError

T = TypeVar("T")
R = TypeVar("R")
_AT_ONCE = 2
"""Processes that read: each holds a batch in memory, and all of them together may take what a run may."""
_EACH_EIGHTHS = 5
"""What each of them may take of that: more than its part, for the pages of programs are there once."""
_THREADS = Path("/proc/self/task")
_OF_POLARS = "polars-0"
"""The first worker of polars, which begin with its first work: a process that is forked then waits for them in vain."""
_DEATH_SIGNAL = 1
"""PR_SET_PDEATHSIG of prctl(2): what a process gets when the one that forked it has ended."""
_FORK = multiprocessing.get_context("fork") if "fork" in multiprocessing.get_all_start_methods() else None
Answer = tuple[bool, Any]
"""Whether it is a result, and the result; else what ends the work: an error, or None after the last result."""


@contextmanager
def forked(load: Callable[[], None]) -> Iterator[Engine]:
    """Give an engine whose processes are forked now, once they have done *load*, and end with the block; else this process alone.

    That needs Linux, two processors, no bound that the user set on memory, and that polars has not worked yet. Work and results
    are pickled. What work raises is raised in its result's place; MachineError where one of the processes is killed.
    """
    if memory.is_bound() or not _can_fork() or _FORK is None:
        yield HERE
        return
    here, there = _FORK.Pipe()
    host = _FORK.Process(target=_host, args=(load, here, there, os.getpid()))
    host.start()
    there.close()
    try:
        yield _Forked(here)
    except BaseException:
        host.kill()
        raise
    finally:
        here.close()
        host.join()


class _Forked:
    """Runs work in the processes at the other end of a pipe."""

    elsewhere = False

    def __init__(self, there: Connection) -> None:
        self._there = there

    def each(self, work: Callable[[T], R], tasks: Sequence[Task[T]]) -> Iterator[R]:
        """Yield what *work* returns for each of *tasks*, in their order."""
        answer = self._answer((work, [task.of for task in tasks]))
        while answer != _ENDED:
            is_result, given = answer
            if not is_result:
                raise given
            yield given
            answer = self._answer()

    def _answer(self, *asked: Any) -> Answer:
        """Return the next answer, to what is *asked* first; MachineError where nobody is there to give it."""
        try:
            for one in asked:
                self._there.send(one)
            answer: Answer = self._there.recv()
        except (EOFError, ConnectionError):
            raise _killed() from None
        return answer


def _killed() -> MachineError:
    cure = "most likely for want of memory: give the nodes and hours of the incident alone"
    return MachineError("", "a process that read logs was killed", cure)


_ENDED: Answer = (False, None)


def _host(load: Callable[[], None], parent_end: Connection, there: Connection, parent: int) -> None:
    """Fork the processes that work, once *load* is done, and hand them what comes from *there* until nothing more can.

    What is there by then is never searched for cycles: to look at an object is to copy its page.
    """
    parent_end.close()
    _begin(parent)
    load()
    gc.freeze()
    with ProcessPoolExecutor(_AT_ONCE, _FORK, _worker, (os.getpid(),)) as pool:
        pool.submit(os.getpid).result()  # all of them are forked with the first work
        try:
            while True:
                work, tasks = there.recv()
                for answer in _answers(pool, work, tasks):
                    there.send(answer)
        except (EOFError, ConnectionError):
            pool.shutdown(cancel_futures=True)


def _answers(pool: ProcessPoolExecutor, work: Callable[[Any], Any], tasks: Sequence[Any]) -> Iterator[Answer]:
    try:
        for result in pool.map(work, tasks):
            yield True, result
    except BrokenProcessPool:
        yield False, _killed()
    except Exception as error:  # noqa: BLE001 - it is raised where the result is waited for
        error.add_note(str(error.__cause__))
        yield False, error
    else:
        yield _ENDED


def _can_fork() -> bool:
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    return processors >= _AT_ONCE and _THREADS.exists() and _OF_POLARS not in map(_name, _THREADS.iterdir())


def _name(thread: Path) -> str:
    return (thread / "comm").read_text(encoding="utf-8").strip()


def _begin(parent: int) -> None:
    """Leave interrupts, and what is temporary, to the first process, and end with the process *parent*."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    ctypes.CDLL(None).prctl(_DEATH_SIGNAL, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def _worker(parent: int) -> None:
    """Begin as a process that works, and takes its part of the memory."""
    _begin(parent)
    memory.allow(memory.allowed() * _EACH_EIGHTHS // 8)
