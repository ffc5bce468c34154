"""Acks that came once a broker had been told to keep POP in the other store: in its key value store, or in files again.

The handle still names what was popped before, while the ack goes where POP is kept now, and each store revives its own
(PopConsumerService and AckMessageProcessor, 5.3.2 on: popConsumerKVServiceEnable changed at run time, or over a restart). The key
value store holds each message as a record of its own: an ack in a revive queue names another start offset than its record, and
one in the store names none of its checkpoint's.
"""

import polars as pl

from forensics.replay.events import Events

KEPT_BY_STORE = "key value store"
"""The reason of an ack that no buffer took because the key value store did."""
_TO_FILES = ("ack_found", "ack_not_buffered")
_POPPED = ("ck_buffered", "ck_just_offset")
_QUEUE = ["node", "topic", "group", "queue_id"]


def derive(events: Events) -> None:
    """Add to *events* each such ack as one of its record, and as one of its checkpoint."""
    to_store = _of_checkpoints(events) if events.has("kv_acked") else []
    for kind in _TO_FILES:
        if events.has("kv_popped") and events.has(kind):
            events.add(kind, _of_records(events, kind))
    for acks in to_store:
        events.add("ack_not_buffered", acks)


def _of_records(events: Events, kind: str) -> pl.LazyFrame:
    """Return the acks of *kind* that are of records, from the offset of each."""
    records = events.frame("kv_popped").explode("offsets").rename({"offsets": "offset"}).select(*_QUEUE, "pop_time", "offset")
    single = pl.col("start_offset").eq(pl.col("offset")) & pl.col("ack_offsets").list.len().eq(1)
    acks = events.frame(kind).with_columns(pl.col("ack_offsets").alias("offset")).explode("offset").filter(~single)
    own = acks.join(records, on=[*_QUEUE, "pop_time", "offset"], how="semi")
    return own.with_columns(pl.col("offset").alias("start_offset"), pl.concat_list("offset").alias("ack_offsets"))


def _of_checkpoints(events: Events) -> list[pl.LazyFrame]:
    """Return the acks that the key value store took of messages of checkpoints in files."""
    due = (pl.col("pop_time") + pl.col("invisible_ms")).alias("revive_time")
    acks = events.frame("kv_acked").with_columns(due, pl.concat_list("offset").alias("ack_offsets"))
    names = [*_QUEUE, "revive_time"]
    found = []
    for kind in _POPPED:
        if events.has(kind):
            due_then = events.frame(kind).join(acks, on=names, how="semi").select(*names, "start_offset", "ck_offsets")
            messages = due_then.explode("ck_offsets").rename({"ck_offsets": "offset"}).unique()
            own = acks.join(messages, on=[*names, "offset"], how="inner").drop("revive_time")
            found.append(own.with_columns(pl.lit(KEPT_BY_STORE).alias("reason")))
    return found
