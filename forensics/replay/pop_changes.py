"""Which messages a change of their invisible time took from a checkpoint: nobody acked them, though the broker writes an ack.

ChangeInvisibleTimeProcessor makes a new checkpoint of the one message and acks the old handle (ackOrigin, 5.0.0 to 5.3.3). A
message that the old checkpoint brings again nevertheless was not acked by its consumer.
"""

from collections.abc import Iterable
from typing import Any

import polars as pl

from forensics.model.pop_checkpoint import Checkpoint
from forensics.model.spans import SECOND_US
from forensics.replay.events import Events
from forensics.replay.pop_batches import Batch

_MESSAGE = ("topic", "group", "queue_id", "offset")
_TYPES = {"topic": pl.String, "group": pl.String, "queue_id": pl.Int64, "offset": pl.Int64}

Key = tuple[Any, ...]


def given_back(events: Events, made: Iterable[Batch]) -> frozenset[tuple[str, int]]:
    """Return the messages of *made*, by state_id of the checkpoint and offset, that a change of the invisible time acked.

    Where a line shows the ack taken, a change of the message stands within a second of it; else one lies between the pop and the
    revive time, in which nobody else can have the message.
    """
    acked = {(batch.id, offset): batch.state for batch in made for offset in {a.offset for a in _acks(batch.state)}}
    changes = _changes(events, {(ck.topic, ck.group, ck.queue_id, offset) for (_, offset), ck in acked.items()})
    return frozenset(
        (name, offset)
        for (name, offset), ck in acked.items()
        if any(_is_of(ck, offset, *at) for at in changes.get((ck.topic, ck.group, ck.queue_id, offset), ()))
    )


def _acks(ck: Checkpoint) -> list[Any]:
    return [*ck.taken, *ck.written, *ck.found] if ck.returns else []


def _changes(events: Events, messages: set[Key]) -> dict[Key, list[tuple[int, int]]]:
    """Return by message when its invisible time was changed; changes can be very many, and few are of these messages."""
    wanted = pl.LazyFrame(sorted(messages), schema=_TYPES, orient="row")
    found: dict[Key, list[tuple[int, int]]] = {}
    for piece in events.pieces("invisible_changed") if messages else ():
        timed = piece.select(*_MESSAGE, "ts_lo", "ts_hi").drop_nulls().join(wanted, on=_MESSAGE, how="semi")
        for *message, lo, hi in timed.collect().iter_rows():
            found.setdefault(tuple(message), []).append((lo, hi))
    return found


def _is_of(ck: Checkpoint, offset: int, lo: int, hi: int) -> bool:
    """Return whether a change between *lo* and *hi* can have made the ack of *offset* of *ck*."""
    taken = [a.at for a in ck.taken if a.offset == offset]
    if taken:
        return any(at.lo - SECOND_US <= hi and lo <= at.hi + SECOND_US for at in taken)
    return ck.pop_time is not None and ck.pop_time * 1_000 <= hi and lo <= ck.revive_time * 1_000
