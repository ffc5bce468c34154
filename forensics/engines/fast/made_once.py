"""What threads share and only one of them makes."""

import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def made_once(make: Callable[[], T]) -> Callable[[], T]:
    """Return a function that gives what *make* returned when it was first called; meanwhile the other callers wait."""
    lock = threading.Lock()
    made: list[T] = []

    def given() -> T:
        if made:
            return made[0]
        with lock:
            if not made:
                made.append(make())
        return made[0]

    given.__doc__ = make.__doc__
    return given
