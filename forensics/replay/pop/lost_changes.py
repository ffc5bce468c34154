"""Acks that a change of the invisible time may have made, of which no line tells any more.

A change acks the old handle (ChangeInvisibleTimeProcessor.ackOrigin, 5.0.0 to 5.3.3). The line of the ack that a consumer asked
for and that of a change are INFO, and are lost with a part of pop.log, while the ack that the buffer writes later stands in the
next one: whose it was is open then, if the traffic log (5.1.0 on) counted more changes meanwhile than lines tell of.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

import polars as pl

from forensics.model.pop_checkpoint import COUNTED, Checkpoint
from forensics.model.pop_releases import CHANGE_REQUEST
from forensics.model.pop_time import IN_TIME
from forensics.model.spans import SECOND_US
from forensics.replay.events import Events, timed
from forensics.replay.pop.batches import Batch
from forensics.replay.pop.changes import CHANGES


def untold(events: Events, made: Iterable[Batch], owners: Mapping[str, str]) -> frozenset[tuple[str, int]]:
    """Return the returned messages of *made*, by state_id of the checkpoint and offset, whose ack may be that of a lost change.

    *owners* is brokerName by node.
    """
    lost = _Changes(events, owners)
    return frozenset((batch.id, offset) for batch in made for offset in _unasked(batch.state) if lost.some_of(batch.state))


def _unasked(ck: Checkpoint) -> set[int]:
    """Return the returned messages that were acked in time by a request of which no line tells."""
    asked = {a.offset for a in ck.taken if a.how != COUNTED}
    return {r.offset for r in ck.returns if r.offset not in asked and ck.in_time(r.offset) == IN_TIME}


@dataclass(frozen=True)
class _Sums:
    """How many changes there were up to each of some times, in microseconds."""

    times: list[int]
    sums: list[int]

    def between(self, lo: int, hi: int) -> int:
        """Return how many there were from *lo* to *hi*, both included."""
        first, last = bisect_left(self.times, lo), bisect_right(self.times, hi)
        return self.sums[last] - self.sums[first]


def _summed(counts: Iterable[tuple[int, int]]) -> _Sums:
    ordered = sorted(counts)
    return _Sums([at for at, _ in ordered], [0, *accumulate(count for _, count in ordered)])


class _Changes:
    """The changes of the invisible time by broker: those its nodes counted, and those their lines tell of."""

    def __init__(self, events: Events, owners: Mapping[str, str]) -> None:
        self._events, self._owners = events, owners

    def some_of(self, ck: Checkpoint) -> bool:
        """Return whether lines of changes are lost, from the pop of *ck* to when its acks must have come."""
        if ck.broker is None or ck.pop_time is None or ck.broker in self._stored or ck.broker not in self._counted:
            return False
        since, until = ck.pop_time * 1_000, ck.acks_until * 1_000
        # A count is of the second before its line, which may have begun before the pop.
        counted = self._counted[ck.broker].between(since + 2 * SECOND_US, until)
        told = self._told.get(ck.broker, _summed(())).between(since - SECOND_US, until + SECOND_US)
        return counted > told

    @cached_property
    def _stored(self) -> set[str | None]:
        """Return the brokers whose store is there, which loses no change (store.py)."""
        return {self._owners.get(row["node"]) for row in self._events.rows("log_ended")}

    @cached_property
    def _counted(self) -> dict[str, _Sums]:
        """Return what the brokers counted, at the latest times of the lines."""
        found: dict[str, list[tuple[int, int]]] = {}
        for row in timed(self._events.counted("requests_counted", [CHANGE_REQUEST])):
            count = sum(c["count"] for c in row["counts"] if c["code"] == CHANGE_REQUEST)
            found.setdefault(self._owners.get(row["node"], ""), []).append((row["ts_hi"], count))
        return {broker: _summed(counts) for broker, counts in found.items()}

    @cached_property
    def _told(self) -> dict[str, _Sums]:
        """Return what the brokers' lines tell of."""
        found: dict[str, list[tuple[int, int]]] = {}
        for piece in (piece for kind in CHANGES for piece in self._events.pieces(kind)):
            counts = piece.group_by("node", "ts_lo").agg(pl.len()).drop_nulls("ts_lo").collect()
            for node, at, count in counts.iter_rows():
                found.setdefault(self._owners.get(node, ""), []).append((at, count))
        return {broker: _summed(counts) for broker, counts in found.items()}
