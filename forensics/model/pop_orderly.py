"""The orderly pop (FIFO): ConsumerOrderInfoManager. No checkpoint, no revive: the order info of a queue is all there is.

States of a queue and group: free; taken by a batch until each of its messages is acked or visible again. A message comes back by
the next pop, from the same offset. An ack under another pop time than the one held, or of a message the batch does not hold, has
no effect, though the client is told success (5.1.0 to 5.3.3; 5.0.0 has no pop time in the order info and cannot tell).

Whether a pop took the queue while it was held is not decided here: no line prints what an orderly pop gave, nor a change of a
message's visibility that had effect.
"""

from dataclasses import dataclass, replace

STALE, ILLEGAL, DONE = "stale", "illegal", "done"


@dataclass(frozen=True)
class OrderInfo:
    """The batch that holds a queue: when it was popped, its messages, and which of them are acked."""

    pop_time: int
    offsets: tuple[int, ...]
    acked: frozenset[int] = frozenset()


def ack(info: OrderInfo, offset: int, pop_time: int) -> tuple[OrderInfo, str]:
    """Return the order info after an ack, and `done`, or why it had no effect."""
    if pop_time != info.pop_time:
        return info, STALE
    if offset not in info.offsets:
        return info, ILLEGAL
    return replace(info, acked=info.acked | {offset}), DONE


def committed(info: OrderInfo) -> int:
    """Return the consumer offset to commit: the first unacked message, or the one after the last."""
    return next((o for o in info.offsets if o not in info.acked), info.offsets[-1] + 1)
