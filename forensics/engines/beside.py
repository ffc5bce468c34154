"""Work beside work: an engine of this process that runs a few tasks at once, for what leaves the interpreter's lock alone."""

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from forensics.engines.engine import Task

T = TypeVar("T")
R = TypeVar("R")
_MOST = 2
"""Tasks at once: each holds a batch in memory, and more of them wait for the lock."""
_PATIENCE_S = 0.1


class Stopped(Exception):
    """Ends a task whose result nobody takes any more."""


def go_on() -> None:
    """Raise `Stopped` in a task of this engine whose result nobody takes any more; long tasks call it now and then."""
    running = getattr(_THREAD, "running", None)
    if running is not None and running.stopped:
        raise Stopped


_THREAD = threading.local()


class Beside:
    """Runs up to two tasks at once; nothing of a task's result may depend on when it runs."""

    elsewhere = False

    def each(self, work: Callable[[T], R], tasks: Sequence[Task[T]]) -> Iterator[R]:
        """Yield what *work* returns for each of *tasks*, in their order; what it raises is raised in the result's place."""
        running = _Running(work, tasks)
        workers = [threading.Thread(target=running.run, daemon=True) for _ in range(min(_MOST, os.cpu_count() or 1, len(tasks)))]
        for worker in workers:
            worker.start()
        try:
            for number in range(len(tasks)):
                yield running.result(number)
        finally:
            running.stop()
            for worker in workers:
                while worker.is_alive():
                    worker.join(_PATIENCE_S)


BESIDE = Beside()


class _Running:
    """The tasks, which of them is the next, and the results that are there."""

    def __init__(self, work: Callable[[Any], Any], tasks: Sequence[Task[Any]]) -> None:
        self._work, self._tasks = work, tasks
        self._changed = threading.Condition()
        self._next, self._taken = 0, 0
        self.stopped = False
        self._results: dict[int, tuple[Any, BaseException | None]] = {}

    def run(self) -> None:
        """Do one task after the other, a few ahead of the results that were taken."""
        _THREAD.running = self
        while (number := self._begun()) is not None:
            result, error = None, None
            try:
                result = self._work(self._tasks[number].of)
            except BaseException as raised:  # noqa: BLE001 - it is raised again where the result is taken
                error = raised
            with self._changed:
                self._results[number] = (result, error)
                self._changed.notify_all()

    def _begun(self) -> int | None:
        with self._changed:
            self._changed.wait_for(lambda: self._next >= len(self._tasks) or self._next < self._taken + 2 * _MOST)
            if self._next >= len(self._tasks):
                return None
            number, self._next = self._next, self._next + 1
            return number

    def result(self, number: int) -> Any:
        """Return the result of a task as soon as it is there."""
        with self._changed:
            while not self._changed.wait_for(lambda: number in self._results, _PATIENCE_S):
                pass  # the main thread takes an interrupt only between two waits
            result, error = self._results.pop(number)
            self._taken = number + 1
            self._changed.notify_all()
        if error is not None:
            raise error
        return result

    def stop(self) -> None:
        """Begin no further task, and end those that run where they ask."""
        with self._changed:
            self.stopped = True
            self._next = len(self._tasks)
            self._changed.notify_all()
