"""The orderly pop (FIFO): ConsumerOrderInfoManager. No checkpoint, no revive: the order info of a queue is all there is.

States of a queue and group: free; taken by a batch until each of its messages is acked or visible again. Events: a pop that
takes it, an ack, a change of one message's visibility. A message comes back by the next pop, from the same offset.

Forbidden: a pop while an unacked message is not visible, unless by the same attempt (attemptId, 5.1.1 on); an ack under
another pop time than the one held has no effect, though the client is told success (5.1.0 to 5.3.3; 5.0.0 has no pop time in
the order info and cannot tell).
"""

from dataclasses import dataclass, field, replace

STALE, ILLEGAL, DONE = "stale", "illegal", "done"


@dataclass(frozen=True)
class OrderInfo:
    """The batch that holds a queue: its messages, which are acked, and when each unacked one is visible again."""

    pop_time: int
    invisible_ms: int
    offsets: tuple[int, ...]
    attempt_id: str | None = None
    acked: frozenset[int] = frozenset()
    visible_at: dict[int, int] = field(default_factory=dict)

    def blocks(self, now: int) -> bool:
        """Return whether some unacked message is still hidden at *now*."""
        usual = self.pop_time + self.invisible_ms
        return any(now < self.visible_at.get(o, usual) for o in self.offsets if o not in self.acked)


def may_pop(info: OrderInfo | None, now: int, attempt_id: str | None = None) -> bool:
    """Return whether a pop may take the queue at *now*."""
    if info is None or not info.blocks(now):
        return True
    return attempt_id is not None and attempt_id == info.attempt_id


def ack(info: OrderInfo, offset: int, pop_time: int) -> tuple[OrderInfo, str]:
    """Return the order info after an ack, and `done`, or why it had no effect."""
    if pop_time != info.pop_time:
        return info, STALE
    if offset not in info.offsets:
        return info, ILLEGAL
    return replace(info, acked=info.acked | {offset}), DONE


def hide(info: OrderInfo, offset: int, pop_time: int, until: int) -> tuple[OrderInfo, str]:
    """Return the order info after the visibility of one message was changed, and `done`, or why it had no effect."""
    if pop_time != info.pop_time or offset not in info.offsets:
        return info, STALE if pop_time != info.pop_time else ILLEGAL
    return replace(info, visible_at={**info.visible_at, offset: until}), DONE


def committed(info: OrderInfo) -> int:
    """Return the consumer offset to commit: the first unacked message, or the one after the last."""
    return next((o for o in info.offsets if o not in info.acked), info.offsets[-1] + 1)
