"""A generator that runs in a thread of its own, a few items ahead of whoever takes them."""

import threading
from collections.abc import Iterable, Iterator
from queue import SimpleQueue
from typing import TypeVar

Item = TypeVar("Item")
_END = object()
_PATIENCE_S = 0.1


def ahead(items: Iterable[Item], depth: int) -> Iterator[Item]:
    """Yield *items* in their order, up to *depth* of them made before they are asked for; what they raise is raised here."""
    made: SimpleQueue[object] = SimpleQueue()
    room, stopped = threading.Semaphore(depth), threading.Event()
    worker = threading.Thread(target=_fill, args=(items, made, room, stopped), daemon=True)
    worker.start()
    try:
        while (item := made.get()) is not _END:
            room.release()
            if isinstance(item, _Raised):
                raise item.error
            yield item  # type: ignore[misc]  # what else is made are the items
    finally:
        stopped.set()
        room.release()
        while worker.is_alive():
            worker.join(_PATIENCE_S)


class _Raised:
    def __init__(self, error: BaseException) -> None:
        self.error = error


def _fill(items: Iterable[Item], made: "SimpleQueue[object]", room: threading.Semaphore, stopped: threading.Event) -> None:
    """Make one item after the other, each when there is room for it, and tell the end."""
    try:
        left = iter(items)
        while room.acquire() and not stopped.is_set():
            made.put(item := next(left, _END))
            if item is _END:
                return
    except BaseException as error:  # noqa: BLE001 - it is raised again where the items are taken
        made.put(_Raised(error))
