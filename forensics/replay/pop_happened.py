"""What happened by the protocol's own rules: messages delivered again rightly, messages given up with their topic."""

from collections.abc import Sequence

import polars as pl

from forensics.replay.events import Row, Rows, by, state_id

_OF = ["node", "topic", "group"]
_NEEDED = {**dict.fromkeys([*_OF, "cause"], pl.String), **dict.fromkeys(["ts_lo", "ts_hi", "record_id"], pl.Int64)}
_COUNTED = pl.col("cause").value_counts().alias("causes")
_SPAN = (pl.col("ts_lo").min(), pl.col("ts_hi").max(), pl.col("record_id").unique().sort().alias("record_ids"))
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
}


def replay(tables: Rows, plain: Sequence[pl.DataFrame]) -> Rows:
    """Return rows of `happenings` for deliveries again that are no finding, and for messages given up at their first read.

    *plain* are the rows of `redeliveries` that were made in bulk.
    """
    one_by_one = pl.DataFrame([{n: r[n] for n in _NEEDED} for r in _rightly(tables["redeliveries"])], schema=_NEEDED)
    again = pl.concat([one_by_one, *(own.select(_NEEDED.keys()) for own in plain)])
    rows = [_again(row) for row in again.group_by(_OF).agg(_COUNTED, *_SPAN).to_dicts()]
    dropped = [r for r in tables["rewrite_chains"] if r["ended_by"] == "dropped" and not r["rewrites"] and r["recreated"]]
    rows += [_given_up(key, own) for key, own in by(dropped, "node", "topic", "queue_id").items()]
    return {"happenings": rows}


def _rightly(redeliveries: list[Row]) -> list[Row]:
    return [r for r in redeliveries if r["in_time"] not in {"in_time", "undecided"} or r["cause"] == "topic_recreated"]


def _again(row: Row) -> Row:
    causes = {one["cause"]: one["count"] for one in row["causes"]}
    named = ", ".join(f"{count} {_RIGHTLY.get(cause, cause)}" for cause, count in sorted(causes.items()))
    what = f"delivers {sum(causes.values())} of {row['topic']} to {row['group']} again, as it must: {named}"
    return _row(row["node"], what, (row["ts_lo"], row["ts_hi"]), row["record_ids"])


def _given_up(key: tuple[str, str, int], rows: list[Row]) -> Row:
    node, topic, queue = key
    offsets = ", ".join(str(r["offset"]) for r in sorted(rows, key=lambda r: r["offset"]))
    why = "its store does not have them since the topic was deleted"
    what = f"gives up offsets {offsets} of {topic} queue {queue} at the first read: {why}"
    span = min(r["from_lo"] for r in rows), max(r["to_hi"] for r in rows)
    return _row(node, what, span, sorted({i for r in rows for i in r["record_ids"]}))


def _row(node: str, what: str, span: tuple[int, int], records: list[int]) -> Row:
    return {
        "state_id": state_id("pop", node, records[0]),
        "node": node,
        "what": what,
        "ts_lo": span[0],
        "ts_hi": span[1],
        "record_ids": records,
    }
