"""What a broker could not do and told nobody: checkpoints and acks not stored, queues left locked."""

from collections.abc import Iterator

import polars as pl

from forensics.model.spans import SECOND_US
from forensics.replay.events import Events, Row, by, state_id, timed
from forensics.replay.timeline import NOTHING, timelines

_LEAST_LOCKED_US = 60 * SECOND_US
"""Only what has been locked for a minute is removed (QueueLockManager.run, 5.0.0 to 5.3.3)."""
_LONGEST_LOCKED_US = 180 * SECOND_US
"""... and it is looked for once a minute, so that twice as long has passed at most; the lines may come a little later."""


def locks(events: Events, owners: dict[str, str]) -> Iterator[Row]:
    """Yield the queues that a refused pop left locked: a pop refused at the limit of unacked messages, then its lock removed."""
    stopped = [
        row | {"lock_key": f"{row['topic']}@{row['group']}@{row['queue_id']}"} for row in timed(events.rows("pop_stopped"))
    ]
    stops = timelines(stopped, "node", "lock_key")
    for row in timed(events.rows("pop_lock_removed")):
        if not row["locked"]:
            continue
        locked, own = (row["locked_ms"] or 0) * 1_000, stops.get((row["node"], row["lock_key"]), NOTHING)
        refused = [r for r in own.within((locked, locked + SECOND_US)) if _led_to(r, row)]
        if not refused:
            continue
        last = refused[-1]
        yield {
            "state_id": state_id("lock", row["node"], row["record_id"]),
            "node": row["node"],
            "anomaly": "queue_lock_kept",
            "broker": owners.get(row["node"]),
            **{n: last[n] for n in ("topic", "group", "queue_id")},
            "old_value": row["locked_ms"],
            "count": 1,
            "reason": "popInflightMessageThreshold",
            "proven": True,
            "ts_lo": last["ts_lo"],
            "ts_hi": row["ts_hi"],
            "record_ids": [last["record_id"], row["record_id"]],
        }


def _led_to(refused: Row, removed: Row) -> bool:
    """Return whether the lock was taken in the second of the refused pop, and was removed when its time had come."""
    locked = (removed["locked_ms"] or 0) * 1_000
    taken: bool = refused["ts_lo"] - SECOND_US <= locked <= refused["ts_hi"]
    after: int = removed["ts_hi"] - locked
    return taken and _LEAST_LOCKED_US <= after <= _LONGEST_LOCKED_US


def not_stored(events: Events, owners: dict[str, str]) -> Iterator[Row]:
    """Yield the checkpoints and the acks that could not be stored, by node, status, topic and group."""
    yield from _grouped("checkpoint_not_stored", _tries(events), owners)
    acks = timed(events.rows("ack_not_stored", "origin_not_acked"))
    told = [r | {"broker": r.get("ack_broker") or r.get("broker"), "until": r["ts_hi"]} for r in acks]
    yield from _grouped("ack_not_stored", told, owners)


def _tries(events: Events) -> list[Row]:
    """Return the lines of checkpoints not stored, in the order of their files: of a checkpoint's with one result the first.

    `until` is when the last of them was logged: a put is tried again every few milliseconds. What names no checkpoint is whole.
    `later_record_id` is the line by which it was stored all the same, no earlier than that, as enablePopLog prints it.
    """
    found = [_firsts(piece.filter(pl.col("ts_lo").is_not_null()).with_columns(until="ts_hi")) for piece in events.pieces(_CK)]
    if not found:
        return []
    tries = _firsts(pl.concat(found)).collect()
    named = tries.select(_NAMED).drop_nulls().unique().lazy()
    stored = [piece.join(named, on=_NAMED, how="semi").select(*_STORED).collect() for piece in events.pieces("ck_stored")]
    later = tries.join(pl.concat([tries.select(*_STORED).clear(), *stored]), on=_NAMED).filter(
        pl.col("stored_hi") >= pl.col("ts_lo")
    )
    first = later.group_by("record_id").agg(pl.col("later_record_id").min())
    return tries.join(first, on="record_id", how="left", maintain_order="left").to_dicts()


def _firsts(lines: pl.LazyFrame) -> pl.LazyFrame:
    nameless = pl.when(pl.col("start_offset").is_null()).then("record_id").alias("nameless")
    same = lines.sort("node", "series", "seq").group_by(*_OF, *_CHECKPOINT, nameless, maintain_order=True)
    firsts = (pl.col(name).first() for name in (*_TOLD, "series", "seq"))
    return same.agg(*firsts, pl.col("until").max()).drop("nameless")


_CK = "ck_not_stored"
_CHECKPOINT = ("start_offset", "revive_time")
_THING = ("start_offset", "pop_time", "revive_time")
_TOLD = ("record_id", "ts_lo", "ts_hi", "broker", "ck_offsets", "exception")


_OF = ("node", "topic", "group", "queue_id", "put_status")
_NAMED = (*_OF[:-1], *_CHECKPOINT)
_STORED = (*_NAMED, pl.col("record_id").alias("later_record_id"), pl.col("ts_hi").alias("stored_hi"))


def _grouped(anomaly: str, rows: list[Row], owners: dict[str, str]) -> Iterator[Row]:
    full = [{**dict.fromkeys(_OF), **r} for r in rows]
    for (node, topic, group, queue_id, status), own in by(full, *_OF).items():
        offsets = sorted({o for r in own for o in (r.get("ack_offsets") or r.get("ck_offsets") or [])})
        things = {tuple(r.get(n) for n in _THING) for r in own}
        named = own[0].get("start_offset") is not None
        firsts = {tuple(r.get(n) for n in _THING): r for r in reversed(own)}.values()
        yield {
            "state_id": state_id(anomaly, node, topic, queue_id, status, own[0]["record_id"]),
            "node": node,
            "anomaly": anomaly,
            "broker": owners.get(node),
            "message_broker": own[0].get("broker"),
            "topic": topic,
            "group": group,
            "queue_id": queue_id,
            "start_offset": own[0].get("start_offset"),
            "pop_time": own[0].get("pop_time"),
            "offsets": offsets,
            "count": len(things) if named and anomaly == "checkpoint_not_stored" else len(offsets) if named else len(own),
            "reason": status or own[0].get("exception") or "an exception",
            "proven": True,
            "ts_lo": own[0]["ts_lo"],
            "ts_hi": max(r["until"] for r in own),
            "record_ids": sorted(r["record_id"] for r in (firsts if named else own))[:_SHOWN],
            "around_record_ids": sorted({r["later_record_id"] for r in own if r.get("later_record_id")}),
        }


_SHOWN = 20
"""Of a put that is tried again every few milliseconds the first line is proof; of many, so many."""
