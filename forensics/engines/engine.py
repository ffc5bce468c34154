"""What an engine is: it runs one function over many tasks, here or elsewhere, and gives the results in the tasks' order."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True)
class Task(Generic[T]):
    """One piece of work: what it is `of`, how an error names it, the files it reads, which must be within reach, its bytes."""

    of: T
    name: str
    needs: tuple[Path, ...] = ()
    size: int = 0


class Engine(Protocol):
    """Runs work. Results are small: what is large is written into the case by whoever makes it."""

    elsewhere: bool
    """Whether work may run on other machines, which see this one's files only on storage that all of them share."""

    def each(self, work: Callable[[T], R], tasks: Sequence[Task[T]]) -> Iterator[R]:
        """Yield what *work* returns for each of *tasks*, in their order; it must not depend on other tasks."""
        ...


class Here:
    """Runs everything in this process, one task after the other."""

    elsewhere = False

    def each(self, work: Callable[[T], R], tasks: Sequence[Task[T]]) -> Iterator[R]:
        """Yield what *work* returns for each of *tasks* as it is made."""
        return (work(task.of) for task in tasks)


HERE = Here()
