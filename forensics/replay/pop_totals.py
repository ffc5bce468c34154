"""The bulk side of POP: what each node did for each group and topic, counted over all batches, and what its stats say."""

import polars as pl

from forensics.model.pop_releases import RETRY_PREFIX
from forensics.replay.events import Events, Row, Rows, by, timed
from forensics.replay.pop_lines import CK, Lines

_OF = ["node", "broker", "topic", "group"]


def replay(events: Events, lines: Lines) -> Rows:
    """Return the rows of `pop_totals` and `pop_counts`."""
    return {"pop_totals": totals(lines.cks).to_dicts(), "pop_counts": _counts(events)}


def totals(cks: pl.DataFrame) -> pl.DataFrame:
    """Return what happened to all batches named in *cks*, counted by node, broker, topic and group."""
    one = _batches(cks)
    counted = one.group_by(_OF).agg(
        pl.col("popped").sum().alias("batches"),
        pl.col("messages").filter("popped").sum(),
        pl.col("acked_in_memory").sum(),
        pl.col("done_in_memory").sum(),
        pl.col("stored").sum(),
        pl.col("retried").sum(),
    )
    return counted.with_columns(pl.col(pl.UInt32, pl.UInt64).cast(pl.Int64)).sort(_OF, nulls_last=True)


def _batches(cks: pl.DataFrame) -> pl.DataFrame:
    """Return one row for each batch and node."""
    event = pl.col("event")
    in_memory = pl.col("ack_offsets").filter(event == "ack_buffered").explode().n_unique()
    has_memory = (event == "ack_buffered").any()
    done = (event == "ck_left_buffer") & (pl.col("reason") == "done")
    return cks.group_by([*CK, "node"]).agg(
        event.is_in(["ck_buffered", "ck_just_offset"]).any().alias("popped"),
        pl.col("ck_offsets").drop_nulls().first().list.len().alias("messages"),
        pl.when(has_memory).then(in_memory).otherwise(0).alias("acked_in_memory"),
        (done.any() & (event == "ck_buffered").any() & ~(event == "ck_stored").any()).alias("done_in_memory"),
        (event == "ck_stored").any().alias("stored"),
        pl.col("offset").filter((event == "message_retried") & (pl.col("put_status") == "PUT_OK")).n_unique().alias("retried"),
    )


_STATS = {"GROUP_GET_NUMS": "popped", "GROUP_ACK_NUMS": "acked", "TOPIC_PUT_NUMS": "retried"}


def _counts(events: Events) -> list[Row]:
    """Return what the per-minute counts sum up to for each topic and group that was acked by POP."""
    counted = [r for r in timed(events.rows("stat_counted")) if r["stat"] in _STATS]
    acked = {(r["node"], r["stat_key"]) for r in counted if r["stat"] == "GROUP_ACK_NUMS"}
    rows = []
    for node, key in sorted(acked):
        topic, _, group = key.rpartition("@")
        if not topic.startswith(RETRY_PREFIX) and topic:
            rows.append(_count(node, topic, group, [r for r in counted if r["node"] == node]))
    return rows


def _count(node: str, topic: str, group: str, counted: list[Row]) -> Row:
    retry = {f"{RETRY_PREFIX}{group}{separator}{topic}" for separator in ("_", "+")}
    own = [
        r for r in counted if r["stat_key"] == f"{topic}@{group}" or (r["stat"] == "TOPIC_PUT_NUMS" and r["stat_key"] in retry)
    ]
    sums = {_STATS[stat]: sum(r["sum"] for r in rows) for stat, rows in by(own, "stat").items()}
    return {
        "node": node,
        "topic": topic,
        "group": group,
        "popped": sums.get("popped", 0),
        "acked": sums.get("acked", 0),
        "retried": sums.get("retried", 0),
        "ts_lo": min(r["ts_lo"] for r in own),
        "ts_hi": max(r["ts_hi"] for r in own),
        "record_ids": sorted(r["record_id"] for r in own if r["sum"]),
    }
