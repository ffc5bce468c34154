"""Checkpoints that could not lead to their message: put again without their broker's name, or with a queue id cut to a byte."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from operator import itemgetter

import polars as pl

from forensics.model.pop_keys import whole_queue_id
from forensics.model.spans import SECOND_US, Instant
from forensics.replay.events import Events, Row, by, timed
from forensics.replay.pop.failed_reads import FailedRead
from forensics.replay.pop.lines import CK_KINDS, KV_KINDS, NAMED, collected, first_copies, pieces
from forensics.replay.pop.store_retries import retry_topics
from forensics.replay.timeline import NOTHING, Timeline, timelines

_SOON_US = 20 * SECOND_US
"""A checkpoint put again up to 5.3.0 is due at once: the next cycle reads it, and a scan takes ten seconds at most."""


class Marred:
    """What shows that a failed read was bound to fail."""

    def __init__(self, events: Events, owners: dict[str, str], reads: Sequence[FailedRead]) -> None:
        own = NAMED & pl.col("broker").is_null() & (pl.col("ck_offsets").list.len() == 1)
        rows = first_copies(collected(s.filter(own) for k in ("ck_found", "ck_stored") for s in pieces(events, k))).to_dicts()
        self._nameless = by([r | {"offset": r["start_offset"]} for r in rows], "node", "topic", "offset")
        self._not_retried = not_retried(events)
        self._rewritten = by_read([r for r in reads if r.rewritten])
        self._taken: set[int] = set()
        self._timers = timer_failures(events)
        self._owners = owners
        self._cut = sorted({read.offset for read in reads if (read.queue_id or 0) < 0})
        self._events = events

    @cached_property
    def _acked(self) -> set[tuple[str, str, int, int, int]]:
        """Return the acks without their checkpoint of messages whose checkpoint has lost part of its queue id."""
        sources = [*(s for k in (*CK_KINDS, *KV_KINDS) for s in pieces(self._events, k))]
        named = [*(s.filter(~NAMED & pl.col("pop_time").is_not_null()) for s in sources), *pieces(self._events, "ack_found")]
        own = ("topic", "group", "queue_id", "pop_time", "ack_offsets")
        acks = (s.select(own).explode("ack_offsets").filter(pl.col("ack_offsets").is_in(self._cut)) for s in named)
        return {row for found in pl.collect_all(list(acks)) for row in found.iter_rows()}

    def put_again_nameless(self, read: FailedRead) -> list[int]:
        """Return the records by which the checkpoint of *read* was put again without its broker's name; empty where none does.

        The copy itself; else what made revive put it again moments before: a retry that could not be written, or a vain read.
        """
        message = read.node, read.topic, read.offset
        copies = self._nameless.get(message, [])
        if shown := bisect_right(copies, read.at.hi, key=itemgetter("ts_lo")):
            copy = copies[shown - 1]
            read.group, read.queue_id, read.pop_time = (copy[n] for n in ("group", "queue_id", "pop_time"))
            return [copy["record_id"]]
        reads = self._rewritten.get(message, [])
        until = bisect_right(reads, read.at.hi, key=lambda r: r.at.lo)
        return [r.record_id for r in reads[max(0, until - 1) : until] if self._soon(r.at.lo, read)] or self._refused(read)

    def _refused(self, read: FailedRead) -> list[int]:
        near = self._not_retried.get(read.node, NOTHING).within((read.at.lo - _SOON_US, read.at.hi))
        own = [r for r in near if self._soon(r["ts_lo"], read) and _retry_of(r, read)]
        free = [r for r in own if r["record_id"] not in self._taken]
        self._taken |= {r["record_id"] for r in free[:1]}
        return [r["record_id"] for r in free[:1]]

    @staticmethod
    def _soon(before_us: int, read: FailedRead) -> bool:
        return before_us <= read.at.hi and read.at.lo - before_us <= _SOON_US

    def acks_held_back(self, broker: str | None, until: Instant, node: str) -> list[int]:
        """Return the records by which a replica of *broker* could not hand over acks by then: its timer had failed."""
        own = [r for r in self._timers if broker in {None, self._owners.get(r["node"])}]
        return [r["record_id"] for r in own if r["ts_lo"] <= self._events.clock.widened(until, r["node"], node)[1]][:1]

    def acked(self, read: FailedRead) -> bool:
        """Return whether an ack names the message of *read*, whose checkpoint has lost part of its queue id."""
        queue = whole_queue_id(read.queue_id or 0)
        return (read.topic, read.group, queue, read.pop_time, read.offset) in self._acked


def not_retried(events: Events) -> dict[str, Timeline]:
    """Return by node the retries that it called failed."""
    return timelines(timed(events.only("message_not_retried", "node", "ts_lo", "ts_hi", "record_id", "topic")), "node")


def timer_failures(events: Events) -> list[Row]:
    """Return where a timer first failed by the result that a put on another broker does not have, by node (#7601, up to 5.1.4).

    What it was to deliver next, acks among it, stays where it is, and it fails again and again.
    """
    of_put = pl.col("exception").str.ends_with(_NULL) & pl.col("thread").str.contains(_PUT, literal=True)
    rows = timed(events.only("timer_failed", "node", "ts_lo", "record_id", where=of_put))
    return [min(own, key=itemgetter("ts_lo")) for own in by(rows, "node").values()]


_NULL = "NullPointerException"
_PUT = "TimerDequeuePutMessageService"


def by_read(reads: Sequence[FailedRead]) -> dict[tuple[str, str, int], list[FailedRead]]:
    """Return *reads* by node, topic and offset."""
    found: dict[tuple[str, str, int], list[FailedRead]] = {}
    for read in reads:
        found.setdefault((read.node, read.topic, read.offset), []).append(read)
    return found


def _retry_of(row: Row, read: FailedRead) -> bool:
    """Return whether a retry that was not written is of the topic of *read*: its topic names group and topic."""
    topic = row["topic"] or ""
    return topic in retry_topics(read.topic, read.group) if read.group else topic.endswith((f"_{read.topic}", f"+{read.topic}"))
