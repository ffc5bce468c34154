"""Acks of records of the key value store that came once the broker had been told to keep POP in files.

The handle still names the batch as it was popped, while the store holds each message as a record of its own: an ack that is put
into a revive queue names another start offset than its record. The service of the store goes on to revive its records, and does
not look there (PopConsumerService, AckMessageProcessor, 5.3.2 on: popConsumerKVServiceEnable set to false over a restart).
"""

import polars as pl

from forensics.replay.events import Events

_KINDS = ("ack_found", "ack_not_buffered")
_MESSAGE = ["node", "topic", "group", "queue_id", "pop_time", "offset"]


def derive(events: Events) -> None:
    """Add to *events* each such ack as one of its record: from the record's own offset."""
    for kind in _KINDS:
        if not (events.has("kv_popped") and events.has(kind)):
            continue
        records = events.frame("kv_popped").explode("offsets").rename({"offsets": "offset"}).select(_MESSAGE)
        single = pl.col("start_offset").eq(pl.col("offset")) & pl.col("ack_offsets").list.len().eq(1)
        acks = events.frame(kind).with_columns(pl.col("ack_offsets").alias("offset")).explode("offset").filter(~single)
        own = acks.join(records, on=_MESSAGE, how="semi")
        offset = pl.col("offset")
        events.add(kind, own.with_columns(offset.alias("start_offset"), pl.concat_list(offset).alias("ack_offsets")))
