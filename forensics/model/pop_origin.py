"""What made a checkpoint or an ack that lies in a store: read off its own facts and those of its neighbours.

A pop has one time for its whole request, so that no two pops of one queue share it: another checkpoint of the same pop time is
a rewrite (PopReviveService.rePutCK: one message, the same pop time, and up to 5.1.4 no broker). A change of the invisible time
makes a checkpoint of one message, hidden then by another one, under a new pop time, straight in the store
(ChangeInvisibleTimeProcessor), where the buffer would keep a pop's checkpoint for a while; then it acks the older handle, which
may have run out before. Several messages of a queue can be changed in one millisecond.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from forensics.model.pop_keys import FIRST_TIME_MS
from forensics.model.pop_releases import MIN_BUFFER_LIFE_MS

POPPED, CHANGED, REWRITTEN = "popped", "changed", "rewritten"

_AT_ONCE_MS = 1_000
"""What is stored this soon after its pop was never in the buffer."""
_KEPT_MS = 1_500
"""The shortest stay in the buffer: a checkpoint is taken 4.5 s before its revive time at the latest, and written 3 s before."""
_FLUSH_MS = 3_000
"""A scan of the buffer writes a checkpoint and its acks together; one that took two seconds stops the service."""


_BESIDE_MS = 100
"""A change puts its ack as soon as its checkpoint is put."""


@dataclass(frozen=True)
class StoredCk:
    """A checkpoint as it was put into a store."""

    record_id: int
    broker: str | None
    start_offset: int
    offsets: tuple[int, ...]
    pop_time: int
    revive_time: int
    store_ms: int
    re_put_times: int | None


@dataclass(frozen=True)
class StoredAck:
    """An ack as it was put into a store: when it was made, the pop it is of, and the broker it names."""

    born_ms: int
    pop_time: int
    broker: str | None


def is_buffered(ck: StoredCk) -> bool:
    """Return whether the checkpoint was stored only a while after its pop, though it is no rewrite by its own word."""
    return ck.re_put_times is None and ck.store_ms - ck.pop_time > _KEPT_MS


def origins(stored: Sequence[StoredCk], acks: Mapping[int, Sequence[StoredAck]], *, buffers: bool) -> dict[int, str]:
    """Return by record what made each of the checkpoints of one queue and group; *buffers*: the broker's buffer is on.

    *acks* are those of the same queue and group, by offset.
    """
    found: dict[int, str] = {}
    holders: dict[int, list[StoredCk]] = {}
    for ck in sorted(stored, key=lambda c: (c.pop_time, c.store_ms, c.record_id)):
        before = holders.get(ck.start_offset, [])
        if ck.re_put_times is not None or _is_put_again(ck, before):
            found[ck.record_id] = REWRITTEN
        elif ck.offsets != (ck.start_offset,):
            found[ck.record_id] = POPPED
        else:
            changed = _is_changed(ck, before, acks.get(ck.start_offset, ()), buffers=buffers)
            found[ck.record_id] = CHANGED if changed else POPPED
        for offset in ck.offsets:
            holders.setdefault(offset, []).append(ck)
    return found


def _is_put_again(ck: StoredCk, holders: Sequence[StoredCk]) -> bool:
    """Return whether revive put again what it had of one of *holders*, or of any, where it names a time for its offset."""
    same_pop = (h for h in holders if h.pop_time == ck.pop_time)
    return ck.start_offset >= FIRST_TIME_MS or any(ck.broker in {None, h.broker} for h in same_pop)


def _is_changed(ck: StoredCk, holders: Sequence[StoredCk], acks: Sequence[StoredAck], *, buffers: bool) -> bool:
    """Return whether a change of the invisible time made the checkpoint of one message, and no pop."""
    hidden = any(h.pop_time < ck.pop_time < h.revive_time for h in holders)
    straight = ck.store_ms - ck.pop_time < _AT_ONCE_MS and ck.revive_time - ck.pop_time >= MIN_BUFFER_LIFE_MS
    beside = range(ck.store_ms, ck.store_ms + _BESIDE_MS)
    return hidden or (buffers and straight) or any(a.pop_time < ck.pop_time and a.born_ms in beside for a in acks)


def asked_for(ack: StoredAck, pop_time: int, ck_store_ms: int, *, buffer_is_nameless: bool) -> bool:
    """Return whether a stored ack was made by the request for it; else the buffer may have kept it before.

    An ack without a name is the buffer's. Where the buffer's are without one, a name is the request's.
    """
    if ack.broker is None:
        return False
    return buffer_is_nameless or ck_store_ms - pop_time < _AT_ONCE_MS or ack.born_ms > ck_store_ms + _FLUSH_MS
