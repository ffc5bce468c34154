"""The bulk side of POP: what each node did for each group and topic, counted over all batches, and what its stats say."""

from collections.abc import Sequence

import polars as pl

from forensics.model.pop_releases import RETRY_PREFIX
from forensics.replay.events import Events, Row, Rows, by
from forensics.replay.pop.names import Places
from forensics.replay.pop.windows import Window

_OF = ["node", "broker", "topic", "group"]
_COUNTED = {"ack_buffered": "acked_in_memory", "message_retried": "retried"}
"""Lines that count by themselves; of batches it depends on other lines what they count as."""
_OF_EACH = {"ack_buffered": "ack_offsets", "message_retried": "offset"}
"""Lines of which each message counts, with the column that names it."""
_BATCH = pl.col("name") + 3 * pl.col("place")
"""A batch on its node, as one number."""
_MESSAGE = _BATCH + 5 * pl.col("each").hash()
_POPS = ("ck_buffered", "ck_just_offset")
_ONLY = {"ck_left_buffer": pl.col("reason") == "done", "message_retried": pl.col("put_status") == "PUT_OK"}


def replay(events: Events, counted: pl.DataFrame) -> Rows:
    """Return the rows of `pop_totals`, which are *counted*, and of `pop_counts`."""
    return {"pop_totals": counted.to_dicts(), "pop_counts": _counts(events)}


class Totals:
    """Counts what happened to all batches, by their lines."""

    def __init__(self) -> None:
        self._counted = [pl.DataFrame(schema={"place": pl.UInt64, **dict.fromkeys(_NUMBERS, pl.UInt32)})]

    def kept(self, kind: str) -> Sequence[pl.Expr]:
        """Return what tells which lines of *kind* count, and of how many messages, or of which."""
        counts = (_ONLY[kind].alias("counts"),) if kind in _ONLY else ()
        each = (pl.col(_OF_EACH[kind]).alias("each"),) if kind in _OF_EACH else ()
        return (*counts, *each, *((_MESSAGES,) if kind in _POPS else ()))

    def fold(self, window: Window) -> None:
        """Count the lines of a *window*."""
        buffered, popped, left, stored = (
            _once(_of(window, *kinds), _BATCH) for kinds in (_POPS[:1], _POPS, ("ck_left_buffer",), ("ck_stored",))
        )
        done = buffered.filter(_is_in(left) & ~_is_in(stored))
        self._counted += [
            *(_number(_once(_each(window, kind), _MESSAGE), name) for kind, name in _COUNTED.items()),
            popped.group_by("place").agg(pl.len().alias("batches"), pl.col("messages").sum()),
            _number(done, "done_in_memory"),
            _number(stored, "stored"),
        ]

    def found(self, places: Places) -> pl.DataFrame:
        """Return the counts by node, broker, topic and group, all *places* of the lines."""
        counted = pl.concat(self._counted, how="diagonal").group_by("place").agg(pl.col(_NUMBERS).cast(pl.Int64).sum())
        rows = places.table.join(counted, on="place", how="left")
        return rows.select(*_OF, pl.col(_NUMBERS).fill_null(0)).sort(_OF, nulls_last=True)


def _of(window: Window, *kinds: str) -> pl.DataFrame:
    """Return those lines of *kinds* that count."""
    own = (window[kind] for kind in kinds if kind in window)
    told = (lines.filter("counts") if "counts" in lines.columns else lines for lines in own)
    return pl.concat([_NO_LINE, *(lines.select("name", "place", *_messages_in(lines)) for lines in told)], how="diagonal")


def _messages_in(lines: pl.DataFrame) -> tuple[str, ...]:
    return ("messages",) if "messages" in lines.columns else ()


def _each(window: Window, kind: str) -> pl.DataFrame:
    """Return a line for each message that the lines of *kind* count."""
    if kind not in window:
        return _NO_MESSAGE
    lines = window[kind].filter("counts") if kind in _ONLY else window[kind]
    own = lines.select("name", "place", "each")
    return own.explode("each") if own["each"].dtype == pl.List else own


def _is_in(lines: pl.DataFrame) -> pl.Expr:
    """Return whether a line is of one of the batches of *lines*."""
    return _BATCH.is_in(lines.select(_BATCH).to_series().implode())


def _number(lines: pl.DataFrame, name: str) -> pl.DataFrame:
    return lines.group_by("place").agg(pl.len().alias(name))


def _once(lines: pl.DataFrame, by: pl.Expr) -> pl.DataFrame:
    """Return the first of the *lines* of each number *by*; grouping them would take several times the memory."""
    return lines.filter(by.is_first_distinct())


_STATS = {"GROUP_GET_NUMS": "popped", "GROUP_ACK_NUMS": "acked", "TOPIC_PUT_NUMS": "retried"}
_NUMBERS = ("batches", "messages", "acked_in_memory", "done_in_memory", "stored", "retried")
_MESSAGES = pl.col("ck_offsets").list.len().alias("messages")
_NO_LINE = pl.DataFrame(schema={"name": pl.UInt64, "place": pl.UInt64, "messages": pl.UInt32})
_NO_MESSAGE = pl.DataFrame(schema={"name": pl.UInt64, "place": pl.UInt64, "each": pl.Int64})


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
