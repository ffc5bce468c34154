"""What happened by the protocol's own rules: messages delivered again rightly, messages given up with their topic."""

from collections import Counter

import polars as pl

from forensics.replay.events import Row, Rows, by, state_id

_NEEDED = ["node", "topic", "group", "cause", "ts_lo", "ts_hi", "record_id"]
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


def replay(tables: Rows, plain: pl.DataFrame) -> Rows:
    """Return rows of `happenings` for deliveries again that are no finding, and for messages given up at their first read.

    *plain* are the rows of `redeliveries` that were made in bulk.
    """
    again = [*_rightly(tables["redeliveries"]), *plain.select(_NEEDED).to_dicts()]
    rows = [_again(key, own) for key, own in by(again, "node", "topic", "group").items()]
    dropped = [r for r in tables["rewrite_chains"] if r["ended_by"] == "dropped" and not r["rewrites"] and r["recreated"]]
    rows += [_given_up(key, own) for key, own in by(dropped, "node", "topic", "queue_id").items()]
    return {"happenings": rows}


def _rightly(redeliveries: list[Row]) -> list[Row]:
    return [r for r in redeliveries if r["in_time"] not in {"in_time", "undecided"} or r["cause"] == "topic_recreated"]


def _again(key: tuple[str, str, str], rows: list[Row]) -> Row:
    node, topic, group = key
    causes = Counter(r["cause"] for r in rows)
    named = ", ".join(f"{count} {_RIGHTLY.get(cause, cause)}" for cause, count in sorted(causes.items()))
    what = f"delivers {len(rows)} of {topic} to {group} again, as it must: {named}"
    return _row(node, what, rows, "ts_lo", "ts_hi", [r["record_id"] for r in rows])


def _given_up(key: tuple[str, str, int], rows: list[Row]) -> Row:
    node, topic, queue = key
    offsets = ", ".join(str(r["offset"]) for r in sorted(rows, key=lambda r: r["offset"]))
    why = "its store does not have them since the topic was deleted"
    what = f"gives up offsets {offsets} of {topic} queue {queue} at the first read: {why}"
    return _row(node, what, rows, "from_lo", "to_hi", [i for r in rows for i in r["record_ids"]])


def _row(node: str, what: str, rows: list[Row], first: str, last: str, records: list[int]) -> Row:
    return {
        "state_id": state_id("pop", node, min(records)),
        "node": node,
        "what": what,
        "ts_lo": min(r[first] for r in rows),
        "ts_hi": max(r[last] for r in rows),
        "record_ids": sorted(set(records)),
    }
