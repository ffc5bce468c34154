"""Acks proven in time by the traffic log: as many ack requests counted before the revive time as there are acks in all."""

from collections.abc import Iterable
from functools import cached_property

import polars as pl

from forensics.model.pop_releases import ACK_REQUESTS
from forensics.model.spans import SECOND_US, Instant
from forensics.replay.events import Events, Row, timed
from forensics.replay.pop_lines import POP, Lines

_CHANGE_REQUEST = 200053
"""CHANGE_MESSAGE_INVISIBLETIME: acks the old handle."""
_CODES = ACK_REQUESTS | {_CHANGE_REQUEST}


class Counted:
    """The ack requests that each broker's nodes counted, against the acks that lines show."""

    def __init__(self, events: Events, lines: Lines) -> None:
        self._owners = lines.owners
        self._requests = _requests(timed(events.counted("requests_counted", _CODES)))
        self._lines = lines

    @cached_property
    def _acks(self) -> pl.DataFrame:
        named = pl.concat([self._lines.cks, self._lines.acks])
        named = named.filter(pl.col("ack_offsets").is_not_null() & pl.col("pop_time").is_not_null())
        broker = pl.coalesce("ack_broker", "broker").alias("by")
        return named.select(*POP, broker, "ack_offsets").explode("ack_offsets").unique()

    def before(self, broker: str | None, pop_time: int, revive_time: int, seen: Instant) -> tuple[Instant, list[int]] | None:
        """Return within what time the acks of a batch popped at *pop_time* were taken, with the records that count them.

        None where the counts do not prove it. They do where every ack of the broker's batches popped by the revive time
        was requested before it: at least as many requests counted as acks shown, and none between the revive time and
        *seen*, when the last of them was read.
        """
        due = revive_time * 1_000
        own = [r for r in self._requests if self._owners.get(r["node"]) == broker]
        early = [r for r in own if r["ts_hi"] < due]
        shown = self._acks.filter((pl.col("by") == broker) & (pl.col("pop_time") <= revive_time)).height
        after = [r for r in own if r["ts_hi"] >= due and r["ts_lo"] - SECOND_US <= seen.hi]
        if after or sum(r["count"] for r in early) < max(shown, 1):
            return None
        since = [r for r in early if r["ts_hi"] >= pop_time * 1_000]
        if not since:
            return None
        return Instant(since[0]["ts_lo"] - SECOND_US, since[-1]["ts_hi"]), [r["record_id"] for r in since]


def _requests(rows: Iterable[Row]) -> list[Row]:
    """Return the seconds with ack requests: the count is of the second before the line."""
    found = [r | {"count": sum(c["count"] for c in r["counts"] if c["code"] in _CODES)} for r in rows]
    return sorted((r for r in found if r["count"]), key=lambda r: (r["ts_lo"], r["record_id"]))
