"""What a broker's store shows of POP, told in the events of the logs: pops, requests, changes, retries, rewrites.

A store holds checkpoints, acks and messages, and not what was done. What was done follows from them: a checkpoint was made by
a pop, by a change of the invisible time, or by a rewrite; an ack was asked for, or written by the buffer; a message of a retry
topic is the message, in the queue it came from, that a checkpoint names (PopMessageProcessor, ChangeInvisibleTimeProcessor,
PopBufferMergeService, PopReviveService of 5.0.0 to 5.3.3).
"""

from collections.abc import Iterator
from typing import Any

import polars as pl

from forensics.model.coverage import STORE
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
from forensics.replay.pop.store_retries import retries

_US = 1_000
_SKEW_MS = 1_000
"""A pop is timed at the request's arrival: a message that comes while it waits is stored a little later than its pop."""
_NEAR_US = 2_000_000
"""A line of pop.log and the checkpoint stored with it are this close."""
STORE_KINDS = ("ck_stored", "ck_found", "ack_stored", "ack_found", "message_stored")
_BATCH = ("topic", "group", "queue_id", "start_offset", "pop_time")
_QUEUE = ("topic", "group", "queue_id", "node")
_CK = ("broker", "topic", "group", "queue_id", "start_offset", "revive_time")
_FACTS = (
    "record_id", "node", *_CK, "pop_time", "ck_offsets", "store_ms", "re_put_times", "born_host", "store_host",
)  # fmt: skip

Batch = tuple[Any, ...]


def derive(events: Events) -> None:
    """Add to *events* what follows from the stores of the case, brokerName by node with it."""
    if not any(file["series"] == STORE for file in events.files):
        return
    events.hide(copies(events))
    cks = events.stored("ck_stored", *_FACTS)
    made = _origins(cks, events.stored("ack_stored", "node", "born_ms", "ack_broker", "ack_offsets", *_BATCH))
    events.owners = _owners(cks, made)
    put = events.frame("ck_stored").filter(pl.col("source") == "store")
    of = {origin: [r for r in cks if made[r["record_id"]] == origin] for origin in (POPPED, CHANGED, REWRITTEN)}
    at_pop = pl.col("pop_time") * _US
    offset = pl.col("start_offset").alias("offset")
    vain = (pl.lit(value=True).alias("needs_retry"), pl.lit("nothing: its checkpoint was stored again").alias("info"))
    events.add("ack_stored", _made_elsewhere(events))
    asked = events.frame("ack_stored").filter(pl.col("record_id").is_in(_requests(events, cks)))
    events.add("ck_popped", _only(put, _pops(events, of[POPPED])).with_columns(ts_lo=at_pop, ts_hi=at_pop + 999))
    events.add("invisible_changed", _only(put, _changes(events, of[CHANGED])).with_columns(offset))
    events.add("message_missing", _only(put, _rewrites(events, of[REWRITTEN])).with_columns(offset, *vain))
    events.add("ack_not_buffered", asked.with_columns(pl.col("born_ms").alias("now_ms"), pl.lit("stored").alias("reason")))
    events.add("message_retried", pl.LazyFrame(list(retries(events, events.owners)), infer_schema_length=None))
    events.add("pop_topic_gone", pl.LazyFrame(list(_newer_messages(events, cks)), infer_schema_length=None))


def _made_elsewhere(events: Events) -> pl.LazyFrame:
    """Return the acks in revive queues that no store of the case shows put, at the time at which they were made.

    A message keeps the time of its making through the timer and over to another broker.
    """
    which = pl.col("ack_offsets").cast(pl.List(pl.String)).list.join(" ").alias("which")
    key = [*_BATCH, "born_ms", "which"]
    found, put = (events.frame(k).filter(pl.col("source") == "store").with_columns(which) for k in ("ack_found", "ack_stored"))
    made = pl.col("born_ms") * _US
    return found.join(put, on=key, how="anti", nulls_equal=True).with_columns(ts_lo=made, ts_hi=made + 999)


def _only(frame: pl.LazyFrame, records: Iterator[int]) -> pl.LazyFrame:
    return frame.filter(pl.col("record_id").is_in(list(records)))


def copies(events: Events) -> set[int]:
    """Return the records that another store of the case has too: a slave's commit log is its master's, byte by byte."""
    place = ["store_host", "commit_log_offset", "store_ms"]
    names = [*place, "node", "file_id", "record_id"]
    every = pl.concat([events.frame(kind).filter(pl.col("source") == "store").select(names) for kind in STORE_KINDS])
    first = pl.col("file_id").sort_by("node", "record_id").first().over(place)
    return set(every.filter(pl.col("file_id") != first).select("record_id").collect()["record_id"])


def _origins(cks: list[Row], acks: list[Row]) -> dict[int, str]:
    """Return by record what made each checkpoint that was put into a store."""
    found: dict[int, str] = {}
    buffering = {r["node"] for r in cks if is_buffered(_stored(r)) and len(r["ck_offsets"]) > 1}
    acked = by(acks, *_QUEUE)
    for (*queue, node), own in by(cks, *_QUEUE).items():
        by_offset: dict[int, list[StoredAck]] = {}
        for ack in acked.get((*queue, node), []):
            for offset in ack["ack_offsets"]:
                by_offset.setdefault(offset, []).append(_stored_ack(ack))
        found |= origins([_stored(r) for r in own], by_offset, buffers=node in buffering)
    return found


def _stored_ack(row: Row) -> StoredAck:
    return StoredAck(row["born_ms"], row["pop_time"], row["ack_broker"])


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


def _pops(events: Events, popped: list[Row]) -> Iterator[int]:
    """Yield the checkpoints by which stores show pops that no line does."""
    logged = (piece.select(_CK).unique().collect() for kind in ("ck_buffered", "ck_just_offset") for piece in events.pieces(kind))
    told = {key for keys in logged for key in keys.iter_rows()}
    for row in popped:
        key = tuple(row[n] for n in _CK)
        if key not in told:
            told.add(key)
            yield row["record_id"]


def _changes(events: Events, changed: list[Row]) -> Iterator[int]:
    """Yield the checkpoints by which stores show changes of the invisible time that no line does."""
    names = ("topic", "group", "queue_id", "offset", "revive_time")
    told = {tuple(row[n] for n in names) for row in events.rows("invisible_changed")}
    yield from (r["record_id"] for r in changed if tuple((r | {"offset": r["start_offset"]})[n] for n in names) not in told)


def _rewrites(events: Events, rewritten: list[Row]) -> Iterator[int]:
    """Yield the rewritten checkpoints that show reads in vain which pop.log does not tell of itself."""
    lines = by([r for r in events.rows("message_missing") if r["ts_lo"] is not None], "node", "topic", "offset")
    for row in rewritten:
        at, same = row["store_ms"] * _US, lines.get((row["node"], row["topic"], row["start_offset"]), [])
        if not any(line["ts_lo"] - _NEAR_US <= at <= line["ts_hi"] + _NEAR_US for line in same):
            yield row["record_id"]


def _newer_messages(events: Events, cks: list[Row]) -> Iterator[Row]:
    """Yield that a topic was deleted and created again: the message at an offset was stored after that offset had been popped."""
    popped = {(r["broker"], r["topic"], r["queue_id"], o): r["pop_time"] for r in reversed(cks) for o in r["ck_offsets"]}
    for row in events.rows("message_stored"):
        pop_time = popped.get((events.owners.get(row["node"]), row["topic"], row["queue_id"], row["offset"]))
        if pop_time is not None and row["store_ms"] > pop_time + _SKEW_MS:
            yield row | {"ts_lo": pop_time * _US, "ts_hi": row["store_ms"] * _US}


def _requests(events: Events, cks: list[Row]) -> list[int]:
    """Return the records of the stored acks that were asked for when they were made, and not kept in the buffer before."""
    acks = events.stored("ack_stored", "record_id", "born_ms", "ack_broker", *_BATCH)
    batches: dict[Batch, Row] = {}
    for row in cks:
        batches.setdefault(tuple(row[n] for n in _BATCH), row)
    nameless = any(ack["ack_broker"] is None for ack in acks)
    found = []
    for ack in acks:
        ck = batches.get(tuple(ack[n] for n in _BATCH))
        if ck is not None and asked_for(_stored_ack(ack), ck["pop_time"], ck["store_ms"], buffer_is_nameless=nameless):
            found.append(ack["record_id"])
    return found
