"""What a broker's store shows of POP, told in the events of the logs: pops, requests, changes, retries, rewrites.

A store holds checkpoints, acks and messages, and not what was done. What was done follows from them: a checkpoint was made by
a pop, by a change of the invisible time, or by a rewrite; an ack was asked for, or written by the buffer; a message of a retry
topic is the message, in the queue it came from, that a checkpoint names (PopMessageProcessor, ChangeInvisibleTimeProcessor,
PopBufferMergeService, PopReviveService of 5.0.0 to 5.3.3).
"""

from collections.abc import Iterator
from typing import Any

from forensics.model.pop_origin import (
    CHANGED,
    POPPED,
    REWRITTEN,
    StoredAck,
    StoredCk,
    asked_for,
    is_buffered,
    origins,
)
from forensics.replay.events import Events, Row, by
from forensics.replay.pop_store_retries import retries

_US = 1_000
_SKEW_MS = 1_000
"""A pop is timed at the request's arrival: a message that comes while it waits is stored a little later than its pop."""
STORE_KINDS = ("ck_stored", "ck_found", "ack_stored", "ack_found", "message_stored")

Batch = tuple[Any, ...]


def derive(events: Events) -> None:
    """Add to *events* what follows from the stores of the case, brokerName by node with it."""
    events.hide(copies(events))
    cks = _of_store(events, "ck_stored")
    if not cks and not _of_store(events, "ck_found"):
        return
    made = _origins(cks)
    owners = _owners(cks, made)
    events.add("ck_popped", list(_pops(events, cks, made)))
    events.add("invisible_changed", list(_changes(events, cks, made)))
    events.add("message_missing", list(_rewrites(events, cks, made)))
    events.add("ack_not_buffered", list(_requests(cks, _of_store(events, "ack_stored"))))
    events.add("message_retried", list(retries(events, owners)))
    events.add("pop_topic_gone", list(_newer_messages(events, cks, owners)))
    events.owners = owners


def _of_store(events: Events, *kinds: str) -> list[Row]:
    return [row for row in events.rows(*kinds) if row["source"] == "store"]


def copies(events: Events) -> set[int]:
    """Return the records that another store of the case has too: a slave's commit log is its master's, byte by byte."""
    first: dict[tuple[str, int, int], int] = {}
    again: set[int] = set()
    for row in sorted(_of_store(events, *STORE_KINDS), key=lambda r: (r["node"], r["record_id"])):
        holder = first.setdefault((row["store_host"], row["commit_log_offset"], row["store_ms"]), row["file_id"])
        if holder != row["file_id"]:
            again.add(row["record_id"])
    return again


def _origins(cks: list[Row]) -> dict[int, str]:
    """Return by record what made each checkpoint that was put into a store."""
    found: dict[int, str] = {}
    buffering = {r["node"] for r in cks if is_buffered(_stored(r)) and len(r["ck_offsets"]) > 1}
    for (*_, node), own in by(cks, "topic", "group", "queue_id", "node").items():
        found |= origins([_stored(r) for r in own], buffers=node in buffering)
    return found


def _stored(row: Row) -> StoredCk:
    return StoredCk(
        row["record_id"], row["broker"], row["start_offset"], tuple(row["ck_offsets"]), row["pop_time"], row["revive_time"],
        row["store_ms"], row["re_put_times"],
    )  # fmt: skip


def _owners(cks: list[Row], made: dict[int, str]) -> dict[str, str]:
    """Return brokerName by node: the one that most checkpoints name which the broker itself made for a pop."""
    names: dict[str, dict[str, int]] = {}
    for row in cks:
        if row["broker"] and row["born_host"] == row["store_host"] and made[row["record_id"]] == POPPED:
            counts = names.setdefault(row["node"], {})
            counts[row["broker"]] = counts.get(row["broker"], 0) + 1
    return {node: max(sorted(counts), key=lambda name: counts[name]) for node, counts in names.items()}


def _key(row: Row) -> Batch:
    return tuple(row[n] for n in ("broker", "topic", "group", "queue_id", "start_offset", "revive_time"))


def _pops(events: Events, cks: list[Row], made: dict[int, str]) -> Iterator[Row]:
    """Yield the pops that stored checkpoints show and no line does: at the time they name, to the millisecond."""
    told = {_key(row) for row in events.rows("ck_buffered", "ck_just_offset")}
    for row in cks:
        if made[row["record_id"]] == POPPED and _key(row) not in told:
            told.add(_key(row))
            yield row | {"ts_lo": row["pop_time"] * _US, "ts_hi": row["pop_time"] * _US + 999}


def _changes(events: Events, cks: list[Row], made: dict[int, str]) -> Iterator[Row]:
    """Yield the changes of the invisible time that stored checkpoints show and no line does."""
    names = ("topic", "group", "queue_id", "offset", "revive_time")
    told = {tuple(row[n] for n in names) for row in events.rows("invisible_changed")}
    for row in cks:
        changed = row | {"offset": row["start_offset"]}
        if made[row["record_id"]] == CHANGED and tuple(changed[n] for n in names) not in told:
            yield changed


def _rewrites(events: Events, cks: list[Row], made: dict[int, str]) -> Iterator[Row]:
    """Yield the reads in vain that rewritten checkpoints show, but those that pop.log tells of itself."""
    lines = by(events.rows("message_missing"), "node", "topic", "offset")
    for row in cks:
        if made[row["record_id"]] != REWRITTEN:
            continue
        at = row["store_ms"] * _US
        same = lines.get((row["node"], row["topic"], row["start_offset"]), [])
        if any(line["ts_lo"] - 2_000_000 <= at <= line["ts_hi"] + 2_000_000 for line in same if line["ts_lo"] is not None):
            continue
        yield row | {"offset": row["start_offset"], "needs_retry": True, "info": "nothing: its checkpoint was stored again"}


def _newer_messages(events: Events, cks: list[Row], owners: dict[str, str]) -> Iterator[Row]:
    """Yield that a topic was deleted and created again: the message at an offset was stored after that offset had been popped."""
    popped = {(r["broker"], r["topic"], r["queue_id"], o): r["pop_time"] for r in reversed(cks) for o in r["ck_offsets"]}
    for row in _of_store(events, "message_stored"):
        pop_time = popped.get((owners.get(row["node"]), row["topic"], row["queue_id"], row["offset"]))
        if pop_time is not None and row["store_ms"] > pop_time + _SKEW_MS:
            yield row | {"ts_lo": pop_time * _US, "ts_hi": row["store_ms"] * _US}


def _requests(cks: list[Row], acks: list[Row]) -> Iterator[Row]:
    """Yield the stored acks that were asked for when they were made, and not kept in the buffer before."""
    batches: dict[Batch, Row] = {}
    for row in cks:
        batches.setdefault(_batch(row), row)
    nameless = any(ack["ack_broker"] is None for ack in acks)
    for ack in acks:
        ck = batches.get(_batch(ack))
        stored = StoredAck(ack["born_ms"], ack["ack_broker"])
        if ck is not None and asked_for(stored, ck["pop_time"], ck["store_ms"], buffer_is_nameless=nameless):
            yield ack | {"now_ms": ack["born_ms"], "reason": "stored"}


def _batch(row: Row) -> Batch:
    return tuple(row[n] for n in ("topic", "group", "queue_id", "start_offset", "pop_time"))
