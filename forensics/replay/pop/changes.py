"""Which messages a change of their invisible time took from a checkpoint: nobody acked them, though the broker writes an ack.

ChangeInvisibleTimeProcessor makes a new checkpoint of the one message and acks the old handle (ackOrigin, 5.0.0 to 5.3.3); the
key value store puts a new record in the old one's place (PopConsumerService.changeInvisibilityDuration, 5.3.2 on). A
message that the old checkpoint brings again nevertheless was not acked by its consumer. The line of a change is INFO and can be
lost: then the new checkpoint tells of it, where revive reads it or retries from it, and no line shows it popped.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from forensics.model.pop_checkpoint import Checkpoint, Line
from forensics.model.spans import SECOND_US
from forensics.replay.events import Events
from forensics.replay.pop.batches import Batch

CHANGES = ("invisible_changed", "kv_changed")
"""The lines of a change of the invisible time."""
_MESSAGE = ("topic", "group", "queue_id", "offset")
_MADE = ("topic", "group", "queue_id", "start_offset", "revive_time")
_SHOWN = ("ck_found", "message_retried")
_POPPED = ("ck_buffered", "ck_just_offset", "ck_stored", "ck_left_buffer")
"""What the buffer prints of the checkpoint of a pop, and not of that of a change."""
_TYPES = {"topic": pl.String, "group": pl.String, "queue_id": pl.Int64, "offset": pl.Int64}

Key = tuple[Any, ...]


@dataclass(frozen=True)
class _Anew:
    """A checkpoint of one message that no pop made: of which broker, popped and due when, in which revive queue of which node.

    `popped` and `due` are in milliseconds; revive prints no pop time where it retries.
    """

    broker: str | None
    popped: int | None
    due: int
    node: str
    revive_queue_id: int | None


@dataclass(frozen=True)
class _Change:
    """A change of the invisible time: of which broker, in which revive queue, between which microseconds, by which line."""

    line: Line
    broker: str | None
    revive_queue_id: int | None
    lo: int
    hi: int


def given_back(events: Events, made: Iterable[Batch], owners: Mapping[str, str]) -> frozenset[tuple[str, int]]:
    """Return the messages of *made*, by state_id of the checkpoint and offset, that a change of the invisible time acked.

    Where a line shows the ack taken, a change of the message stands within a second of it, and not behind it; else one lies
    between the pop and the revive time, in which nobody else can have the message. So does the pop time of the checkpoint that a
    change made whose line is lost. *owners* is brokerName by node: what another broker has at the same offset of its queue of the
    same number is another message, and so is what another node has, or another revive queue: a change acks the old handle where
    it is, in the queue that the handle names.
    """
    acked = {(batch.id, offset): batch for batch in made for offset in {a.offset for a in _acks(batch.state)}}
    messages = {(*_queue(batch.state), offset) for (_, offset), batch in acked.items()}
    changes, anew = _changes(events, messages, owners), _made_anew(events, messages)
    return frozenset(
        (name, offset)
        for (name, offset), batch in acked.items()
        for message in ((*_queue(batch.state), offset),)
        if any(_may_have_made(change, batch, offset) for change in changes.get(message, ()))
        or any(_took(one, batch, offset) for one in anew.get(message, ()) if _may_be_of(batch.state, one.broker))
    )


def _acks(ck: Checkpoint) -> list[Any]:
    return [*ck.taken, *ck.written, *ck.found] if ck.returns else []


def _may_be_of(ck: Checkpoint, broker: str | None) -> bool:
    """Return whether a message of *broker* may be one of *ck*: no name is any."""
    return broker is None or ck.broker is None or broker == ck.broker


def _queue(ck: Checkpoint) -> Key:
    return ck.topic, ck.group, ck.queue_id


def _may_have_made(change: _Change, batch: Batch, offset: int) -> bool:
    """Return whether *change* may have made the ack of *offset* of *batch*."""
    ck, popped = batch.state, batch.popped
    lines = [a.line for a in ck.taken if a.offset == offset and a.line]
    elsewhere = bool(lines) and change.line[0] not in {node for node, _ in lines}
    queues = {popped["revive_queue_id"] if popped else None, change.revive_queue_id} - {None}
    fits = not elsewhere and len(queues) < 2 and _may_be_of(ck, change.broker) and _is_of(ck, offset, change.lo, change.hi)
    return fits and not any(_is_before(line, change.line) for line in lines)


def _is_before(ack: Line, change: Line) -> bool:
    """Return whether the line of an ack stands before that of a change in one log: the consumer acked the message first.

    A change prints its own line, and then that of the ack it makes (ChangeInvisibleTimeProcessor, 5.0.0 to 5.3.3); the key value
    store prints one line for both.
    """
    return ack[0] == change[0] and ack[1] < change[1]


def _changes(events: Events, messages: set[Key], owners: Mapping[str, str]) -> dict[Key, list[_Change]]:
    """Return the changes of the invisible time by message.

    Changes can be very many, and few are of these messages.
    """
    owner = pl.col("node").replace_strict(dict(owners), default=None, return_dtype=pl.String)
    wanted = pl.LazyFrame(sorted(messages), schema=_TYPES, orient="row")
    found: dict[Key, list[_Change]] = {}
    for piece in (p for kind in CHANGES for p in events.pieces(kind)) if messages else ():
        named = piece.collect_schema().names()
        broker = (pl.coalesce("broker", owner) if "broker" in named else owner).alias("broker")
        queue = pl.col("revive_queue_id") if "revive_queue_id" in named else pl.lit(None, dtype=pl.Int64).alias("revive_queue_id")
        timed = piece.select(*_MESSAGE, "node", "seq", broker, queue, "ts_lo", "ts_hi").drop_nulls([*_MESSAGE, "ts_lo"])
        for *message, node, seq, by, revived_in, lo, hi in timed.join(wanted, on=_MESSAGE, how="semi").collect().iter_rows():
            found.setdefault(tuple(message), []).append(_Change((node, seq), by, revived_in, lo, hi))
    return found


def _made_anew(events: Events, messages: set[Key]) -> dict[Key, set[_Anew]]:
    """Return by message the checkpoints of it alone that revive read, or retried from, and no pop or logged change made.

    As far as lines tell: those of a pop may be lost.
    """
    wanted = pl.LazyFrame(sorted(messages), schema=_TYPES, orient="row").rename({"offset": "start_offset"})
    alone = (pl.col("ck_offsets").list.len() == 1) & pl.col("re_put_times").is_null()
    seen: dict[Key, set[_Anew]] = {}
    for kind in _SHOWN if messages else ():
        for piece in events.pieces(kind):
            popped = pl.col("pop_time") if kind == "ck_found" else pl.lit(None, dtype=pl.Int64).alias("pop_time")
            own = piece.filter(alone).select(*_MADE, "broker", popped, "node", "revive_queue_id").drop_nulls(_MADE)
            for *name, broker, at, node, queue in own.join(wanted, on=_MADE[:4], how="semi").unique().collect().iter_rows():
                seen.setdefault((*name, broker), set()).add(_Anew(broker, at, name[-1], node, queue))
    for kind in _POPPED if seen else ():
        for piece in events.pieces(kind):
            named = piece.select(*_MADE, "broker").drop_nulls(_MADE).join(wanted, on=_MADE[:4], how="semi").unique().collect()
            for of_a_pop in named.iter_rows():
                seen.pop(of_a_pop, None)
    logged = _logged(events, wanted) if seen else set()
    seen = {name: made for name, made in seen.items() if name[:-1] not in logged}
    found: dict[Key, set[_Anew]] = {}
    for (*message, _, _), made in seen.items():
        found.setdefault(tuple(message), set()).update({one for one in made if one.popped is not None} or made)
    return found


def _logged(events: Events, wanted: pl.LazyFrame) -> set[Key]:
    """Return the names of the checkpoints that changes of the messages *wanted* made, by their lines."""
    found: set[Key] = set()
    for piece in events.pieces("invisible_changed"):
        named = piece.select(*_MESSAGE[:3], pl.col("offset").alias("start_offset"), "revive_time").drop_nulls()
        found.update(named.join(wanted, on=_MADE[:4], how="semi").collect().iter_rows())
    return found


def _took(one: _Anew, batch: Batch, offset: int) -> bool:
    """Return whether the change that made the checkpoint *one* can have taken the message from *batch*.

    Where no line tells when it was made, it tells of a change by where it lies: a change leaves the message in the revive queue
    of its old handle, and every pop takes the next one.
    """
    ck, popped = batch.state, batch.popped
    if one.popped is not None:
        return _is_between(ck, one.popped) and _is_of(ck, offset, one.popped * 1_000, one.popped * 1_000)
    places = {(r.place.node, r.place.queue) for r in ck.returns if r.place and r.offset == offset}
    places |= {(popped["node"], popped["revive_queue_id"])} if popped else set()
    return one.due != ck.revive_time and (one.node, one.revive_queue_id) in places


def _is_between(ck: Checkpoint, at: int) -> bool:
    """Return whether *at*, in milliseconds, lies behind the pop of *ck* and before its revive time."""
    return ck.pop_time is not None and ck.pop_time < at < ck.revive_time


def _is_of(ck: Checkpoint, offset: int, lo: int, hi: int) -> bool:
    """Return whether a change between *lo* and *hi* can have made the ack of *offset* of *ck*."""
    taken = [a.at for a in ck.taken if a.offset == offset]
    if taken:
        return any(at.lo - SECOND_US <= hi and lo <= at.hi + SECOND_US for at in taken)
    return ck.pop_time is not None and ck.pop_time * 1_000 <= hi and lo <= ck.revive_time * 1_000
