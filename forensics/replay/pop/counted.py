"""Acks proven in time by the traffic log: as many ack requests counted before the revive time as there are acks in all."""

from functools import cached_property

import polars as pl

from forensics.model.pop_releases import ACK_REQUESTS, CHANGE_REQUEST
from forensics.model.spans import SECOND_US, Instant
from forensics.replay.events import Events, Row, timed
from forensics.replay.pop.lines import CK_KINDS, KV_KINDS, POP, hashed, pieces

_CODES = ACK_REQUESTS | {CHANGE_REQUEST}
_ACK = {"ack": pl.UInt64, "by": pl.UInt64, "pop_time": pl.Int64}
_COUNTED = {"broker": pl.String, **dict.fromkeys(("ts_lo", "ts_hi", "record_id", "count"), pl.Int64)}
_WHICH = hashed([*POP, "by", "ack_offsets"]).alias("ack")
_FIRST = pl.col("ack").is_first_distinct()


class Counted:
    """The ack requests that each broker's nodes counted, against the acks that lines show."""

    def __init__(self, events: Events, owners: dict[str, str]) -> None:
        self._owners = owners
        self._events = events

    @cached_property
    def _requests(self) -> dict[str | None, pl.DataFrame]:
        """Return by broker the seconds in which its nodes counted ack requests: the count is of the second before the line."""
        told = timed(self._events.counted("requests_counted", _CODES))
        rows = [(self._owners.get(r["node"]), r["ts_lo"], r["ts_hi"], r["record_id"], _acks(r)) for r in told]
        counted = pl.DataFrame(rows, schema=_COUNTED, orient="row").filter(pl.col("count") > 0).sort("ts_lo", "record_id")
        return {broker: own for (broker,), own in counted.partition_by("broker", as_dict=True, maintain_order=True).items()}

    @cached_property
    def _acks(self) -> pl.DataFrame:
        """Return every ack that a line shows: whose broker took it, of which pop; of very many, so that texts are not kept."""
        named = pl.col("ack_offsets").is_not_null() & pl.col("pop_time").is_not_null()
        broker = pl.coalesce("ack_broker", "broker").alias("by")
        found = [pl.DataFrame(schema=_ACK)]
        for piece in (piece for kind in (*CK_KINDS, *KV_KINDS, "ack_found") for piece in pieces(self._events, kind)):
            each = piece.filter(named).select(*POP, broker, "ack_offsets").explode("ack_offsets")
            found.append(each.select(_WHICH, pl.col("by").hash(), "pop_time").collect().filter(_FIRST))
        return pl.concat(found).filter(_FIRST)

    def before(self, broker: str | None, pop_time: int, revive_time: int, seen: Instant) -> tuple[Instant, list[int]] | None:
        """Return within what time the acks of a batch popped at *pop_time* were taken, with the records that count them.

        None where the counts do not prove it. They do where every ack of the broker's batches popped by the revive time
        was requested before it: at least as many requests counted as acks shown, and none between the revive time and
        *seen*, when the last of them was read.
        """
        own, due = self._requests.get(broker), revive_time * 1_000
        if own is None:
            return None
        early, late = own.filter(pl.col("ts_hi") < due), own.filter(pl.col("ts_hi") >= due)
        since = early.filter(pl.col("ts_hi") >= pop_time * 1_000)
        asked_after = (late["ts_lo"] - SECOND_US <= seen.hi).any()
        if asked_after or not since.height or early["count"].sum() < self._shown(broker, revive_time):
            return None
        return Instant(since["ts_lo"][0] - SECOND_US, since["ts_hi"][-1]), since["record_id"].to_list()

    def _shown(self, broker: str | None, revive_time: int) -> int:
        """Return how many acks lines show of what *broker* popped by *revive_time*."""
        if broker is None:
            return 0
        by = pl.Series([broker]).hash().item()
        return self._acks.filter((pl.col("by") == by) & (pl.col("pop_time") <= revive_time)).height


def _acks(row: Row) -> int:
    return sum(c["count"] for c in row["counts"] if c["code"] in _CODES)
