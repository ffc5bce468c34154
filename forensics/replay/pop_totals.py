"""The bulk side of POP: what each node did for each group and topic, counted over all batches, and what its stats say."""

from collections.abc import Sequence
from functools import reduce

import polars as pl

from forensics import memory
from forensics.model.pop_releases import RETRY_PREFIX
from forensics.replay.events import Events, Row, Rows, by
from forensics.replay.pop_names import Places, tell
from forensics.replay.pop_shares import Shares

_OF = ["node", "broker", "topic", "group"]
_COUNTED = {"ack_buffered": "acked_in_memory", "message_retried": "retried"}
"""Lines that count by themselves; of batches it depends on other lines what they count as."""
_OF_BATCHES = ("ck_buffered", "ck_just_offset", "ck_left_buffer", "ck_stored")
_OF_EACH = {"ack_buffered": "ack_offsets", "message_retried": "offset"}
"""Lines of which each message counts, with the column that names it."""
_BATCH = (pl.col("name") + 3 * pl.col("place")).alias("name")
"""A batch on its node, as one number."""
_MESSAGE = (pl.col("name") + 3 * pl.col("place") + 5 * pl.col("each").hash()).alias("name")
_POPS = {"ck_buffered", "ck_just_offset"}
_ONLY = {"ck_left_buffer": pl.col("reason") == "done", "message_retried": pl.col("put_status") == "PUT_OK"}


def replay(events: Events, counted: pl.DataFrame) -> Rows:
    """Return the rows of `pop_totals`, which are *counted*, and of `pop_counts`."""
    return {"pop_totals": counted.to_dicts(), "pop_counts": _counts(events)}


def totals(events: Events) -> pl.DataFrame:
    """Return what happened to all batches that lines name, counted by node, broker, topic and group."""
    places = Places({})
    counting = Totals(events, places)
    tell(events, places, (counting,))
    return counting.found()


class Totals:
    """Counts what happened to all batches of *events*, told of their lines once."""

    def __init__(self, events: Events, places: Places) -> None:
        lines = sum(events.count(kind) for kind in (*_COUNTED, *_OF_BATCHES))
        self._lines = Shares(events.case.directory, 1 + lines // memory.scaled(_AT_ONCE), pl.col("name"))
        self._places = places

    def wanted(self, kind: str) -> Sequence[pl.Expr]:
        """Return what tells which lines of *kind* count, and of how many messages, or of which."""
        if kind not in _COUNTED and kind not in _OF_BATCHES:
            return ()
        counts = (_ONLY[kind] if kind in _ONLY else pl.lit(value=True)).alias("counts")
        messages = (pl.col("ck_offsets").list.len() if kind in _POPS else pl.lit(1)).cast(pl.UInt32).alias("messages")
        return (counts, messages, *((pl.col(_OF_EACH[kind]).alias("each"),) if kind in _OF_EACH else ()))

    def see(self, kind: str, lines: pl.DataFrame) -> None:
        """Keep those of *lines* that count, by the batch or the message that each is of."""
        if "counts" in lines.columns:
            each = ("each",) if kind in _OF_EACH else ()
            own = lines.filter("counts").select("name", "place", "messages", *each)
            own = own.explode("each") if _OF_EACH.get(kind) == "ack_offsets" else own
            self._lines.add(kind, own.select("place", _MESSAGE if kind in _OF_EACH else _BATCH, "messages"))

    def found(self) -> pl.DataFrame:
        """Return the counts by node, broker, topic and group, all lines having been told of."""
        counted = pl.concat([_counted_in(self._lines, share) for share in range(self._lines.count)], how="diagonal")
        rows = self._places.table.join(counted.group_by("place").sum(), on="place", how="left")
        return rows.select(*_OF, pl.col(_NUMBERS).fill_null(0).cast(pl.Int64)).sort(_OF, nulls_last=True)


def _counted_in(lines: Shares, share: int) -> pl.DataFrame:
    """Return what one share counts, by place."""

    def once(kind: str) -> pl.DataFrame:
        return _once(lines.once(kind, share, _NO_LINE))

    counted = [_number(once(kind), name) for kind, name in _COUNTED.items()]
    buffered, just, left, stored = (once(kind) for kind in _OF_BATCHES)
    popped = _once(pl.concat([buffered, just]))
    done = buffered.join(left, on="name", how="semi").join(stored, on="name", how="anti")
    batches = popped.group_by("place").agg(pl.len().alias("batches"), pl.col("messages").sum())
    counted += [batches, _number(done, "done_in_memory"), _number(stored, "stored")]
    return reduce(lambda rows, own: rows.join(own, on="place", how="full", coalesce=True), counted)


def _number(lines: pl.DataFrame, name: str) -> pl.DataFrame:
    return lines.group_by("place").agg(pl.len().alias(name))


def _once(lines: pl.DataFrame) -> pl.DataFrame:
    """Return the first of the *lines* of each name; grouping them would take several times the memory."""
    return lines.filter(pl.col("name").is_first_distinct())


_STATS = {"GROUP_GET_NUMS": "popped", "GROUP_ACK_NUMS": "acked", "TOPIC_PUT_NUMS": "retried"}
_NUMBERS = ("batches", "messages", "acked_in_memory", "done_in_memory", "stored", "retried")
_NO_LINE = pl.DataFrame(schema={"place": pl.UInt64, "name": pl.UInt64, "messages": pl.UInt32})
_AT_ONCE = 500_000
"""Lines whose batches are compared with each other at once."""


def _counts(events: Events) -> list[Row]:
    """Return what the per-minute counts sum up to for each topic and group that was acked by POP."""
    counted = {(r["node"], r["stat"], r["stat_key"]): r for r in _summed(events)}
    rows = []
    for node, key in sorted((node, key) for node, stat, key in counted if stat == "GROUP_ACK_NUMS"):
        topic, _, group = key.rpartition("@")
        if not topic.startswith(RETRY_PREFIX) and topic:
            rows.append(_count(node, topic, group, counted))
    return rows


def _summed(events: Events) -> list[Row]:
    """Return by node, statistic and key what a case's per-minute counts sum up to, with the records that count any."""
    if not events.has("stat_counted"):
        return []
    own = pl.col("ts_lo").is_not_null() & pl.col("stat").is_in(list(_STATS))
    proof = pl.col("record_id").filter(pl.col("sum") != 0).alias("record_ids")
    per = events.frame("stat_counted").filter(own).group_by("node", "stat", "stat_key")
    return per.agg(pl.col("sum").sum(), pl.col("ts_lo").min(), pl.col("ts_hi").max(), proof).collect().to_dicts()


def _count(node: str, topic: str, group: str, counted: dict[tuple[str, str, str], Row]) -> Row:
    keys = [(node, stat, f"{topic}@{group}") for stat in _STATS]
    keys += [(node, "TOPIC_PUT_NUMS", f"{RETRY_PREFIX}{group}{separator}{topic}") for separator in ("_", "+")]
    own = [counted[key] for key in keys if key in counted]
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
        "record_ids": sorted(i for r in own for i in r["record_ids"]),
    }
