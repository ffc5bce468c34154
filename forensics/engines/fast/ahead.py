"""A generator that runs in a thread of its own, a few items ahead of whoever takes them."""

import threading
from collections.abc import Iterable, Iterator
from queue import Empty, Full, Queue
from typing import TypeVar

Item = TypeVar("Item")
_END = object()
_PATIENCE_S = 0.1


def ahead(items: Iterable[Item], depth: int) -> Iterator[Item]:
    """Yield *items* in their order, up to *depth* of them made before they are asked for; what they raise is raised here."""
    waiting: Queue[object] = Queue(depth)
    stopped = threading.Event()
    worker = threading.Thread(target=_fill, args=(items, waiting, stopped), daemon=True)
    worker.start()
    try:
        while (item := waiting.get()) is not _END:
            if isinstance(item, _Raised):
                raise item.error
            yield item  # type: ignore[misc]  # what else is in the queue are the items
    finally:
        stopped.set()
        while worker.is_alive():
            _empty(waiting)
            worker.join(_PATIENCE_S)


class _Raised:
    def __init__(self, error: BaseException) -> None:
        self.error = error


def _fill(items: Iterable[Item], waiting: "Queue[object]", stopped: threading.Event) -> None:
    last: object = _END
    try:
        for item in items:
            if not _put(waiting, item, stopped):
                return
    except BaseException as error:  # noqa: BLE001 - it is raised again where the items are taken
        last = _Raised(error)
    _put(waiting, last, stopped)


def _put(waiting: "Queue[object]", item: object, stopped: threading.Event) -> bool:
    """Put *item* as soon as there is room; return whether anybody still takes it."""
    while not stopped.is_set():
        try:
            waiting.put(item, timeout=_PATIENCE_S)
        except Full:
            continue
        return True
    return False


def _empty(waiting: "Queue[object]") -> None:
    try:
        while True:
            waiting.get_nowait()
    except Empty:
        return
