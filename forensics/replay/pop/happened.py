"""What happened by the protocol's own rules: messages delivered again rightly, messages given up with their topic."""

from collections.abc import Sequence

import polars as pl

from forensics.model.pop_checkpoint import REVIVED
from forensics.replay.events import Row, Rows, by, state_id

_OF = ["node", "topic", "group"]
_NEEDED = {
    **dict.fromkeys([*_OF, "cause", "way", "in_time"], pl.String),
    **dict.fromkeys(["ts_lo", "ts_hi", "record_id"], pl.Int64),
}
_SPAN = (pl.col("ts_lo").min(), pl.col("ts_hi").max(), pl.col("record_ids").explode())
_ANEW = "hidden_anew"
"""A message hidden anew, brought again by its old checkpoint: the change came late, or revive did not join its ack."""
_UNACKED = ("never_acked", "nack", "client_gone", "topic_recreated")
"""The causes of what revive brings again that nobody acked; with any other it was a change that acked it."""
_RIGHTLY = {
    "never_acked": "never acked",
    "late_ack": "acked too late",
    "nack": "given back or hidden anew and not acked",
    "client_gone": "given back by a proxy for a client that had left",
    "topic_recreated": "other messages at the offsets of a deleted topic",
    "failover": "popped again by another replica, unacked",
    "offset_reset": "popped again after an offset reset, unacked",
    "broker_crash": "popped again after a restart, unacked",
    "unexplained": "popped again from their own queue, unacked",
    _ANEW: "hidden anew, and brought by the old checkpoint all the same",
}


def replay(tables: Rows, plain: Sequence[pl.DataFrame]) -> Rows:
    """Return rows of `happenings` for deliveries again that are no finding, and for messages given up at their first read.

    *plain* are the rows of `redeliveries` that were made in bulk, each as `summed` gives them.
    """
    one_by_one = pl.DataFrame([{n: r[n] for n in _NEEDED} for r in _rightly(tables["redeliveries"])], schema=_NEEDED)
    again = pl.concat([summed(one_by_one), *plain]).group_by(*_OF, "cause").agg(pl.col("count").sum(), *_SPAN)
    rows = [_again(own) for own in again.partition_by(_OF)]
    dropped = [r for r in tables["rewrite_chains"] if r["ended_by"] == "dropped" and not r["rewrites"] and r["recreated"]]
    rows += [_given_up(key, own) for key, own in by(dropped, "node", "topic", "queue_id").items()]
    return {"happenings": rows}


def _rightly(redeliveries: list[Row]) -> list[Row]:
    return [r for r in redeliveries if r["in_time"] not in {"in_time", "undecided"} or r["cause"] == "topic_recreated"]


def summed(redeliveries: pl.DataFrame) -> pl.DataFrame:
    """Return *redeliveries* counted by node, topic, group and what is told of them, with their span and their records."""
    anew = (pl.col("way") == REVIVED) & pl.col("in_time").is_null() & ~pl.col("cause").is_in(_UNACKED)
    told = redeliveries.with_columns(pl.when(anew).then(pl.lit(_ANEW)).otherwise("cause").alias("cause"))
    return told.group_by(*_OF, "cause").agg(
        pl.len().alias("count"), pl.col("ts_lo").min(), pl.col("ts_hi").max(), pl.col("record_id").alias("record_ids")
    )


def _again(causes: pl.DataFrame) -> Row:
    """Return the row of what came again on one node of one topic and group; *causes* count it."""
    rows = causes.drop("record_ids").sort("cause").to_dicts()
    named = ", ".join(f"{r['count']} {_RIGHTLY.get(r['cause'], r['cause'])}" for r in rows)
    node, topic, group = (rows[0][name] for name in _OF)
    count = sum(r["count"] for r in rows)
    what = f"delivers {count} of {topic} to {group} again that {'was' if count == 1 else 'were'} not acked in time: {named}"
    span = min(r["ts_lo"] for r in rows), max(r["ts_hi"] for r in rows)
    return _row(node, what, span, causes["record_ids"].explode().unique().sort())


def _given_up(key: tuple[str, str, int], rows: list[Row]) -> Row:
    node, topic, queue = key
    offsets = ", ".join(str(r["offset"]) for r in sorted(rows, key=lambda r: r["offset"]))
    why = "its store does not have them since the topic was deleted"
    what = f"gives up offsets {offsets} of {topic} queue {queue} at the first read: {why}"
    span = min(r["from_lo"] for r in rows), max(r["to_hi"] for r in rows)
    return _row(node, what, span, pl.Series(sorted({i for r in rows for i in r["record_ids"]}), dtype=pl.Int64))


def _row(node: str, what: str, span: tuple[int, int], records: pl.Series) -> Row:
    return {
        "state_id": state_id("pop", node, records[0]),
        "node": node,
        "what": what,
        "ts_lo": span[0],
        "ts_hi": span[1],
        "record_ids": records,
    }
