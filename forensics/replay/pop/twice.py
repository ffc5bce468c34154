"""Messages that one pop brought back more than once: by which way, and what lies between the two."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from forensics.model.coverage import STORE
from forensics.model.pop_checkpoint import REVIVED, Returned
from forensics.model.spans import SECOND_US, Instant
from forensics.replay.events import Events, Row, by, state_id
from forensics.replay.pop.batches import Batch
from forensics.replay.pop.marred import not_retried, timer_failures
from forensics.replay.pop.started import starts_of
from forensics.replay.timeline import NOTHING

Key = tuple[Any, ...]

READ_AGAIN = "read_again"
"""The same copy of the checkpoint was judged twice: the revive offset had gone back."""
DELIVERED_TWICE = "delivered_twice"
"""The checkpoint lies in the revive queue twice: the timer delivered it again."""
OTHER_BROKER = "other_broker"
"""Two brokers revived it, each from a copy of its own."""
PUT_ELSEWHERE = "put_elsewhere"
"""One of the two lies in the store of another broker: a slave that acted as master put it there, for a master has its own."""
OTHER_REPLICA = "other_replica"
"""Two replicas of one broker revived it, the one that took the master's place from the copy in its own store."""
_OF_SEVERAL = {OTHER_BROKER, OTHER_REPLICA, PUT_ELSEWHERE}
"""Ways by which more than one node takes part."""


def revived_twice(events: Events, made: Sequence[Batch], owners: dict[str, str]) -> Iterator[Row]:
    """Yield the pops of which revive wrote a message to the retry topic more often than once, one row for each pop.

    A rewritten checkpoint has the pop's time too: after a retry that was written there is nothing to rewrite, unless a put on
    another broker was taken for a failure.
    """
    by_pop = _by_pop(made, _Apart.of(events))
    found = {key: twice for key, returns in by_pop.items() if (twice := _again(returns))}
    around = _Around(events, owners, {r.record_id for twice in found.values() for rs in twice.values() for r in rs})
    for key, twice in found.items():
        yield _row(key, twice, around)


class _Around:
    """The lines that explain why something was delivered twice: starts, retries taken for failures, a timer that failed."""

    def __init__(self, events: Events, owners: dict[str, str], retries: Collection[int]) -> None:
        self.owners = owners
        stored = events.some("message_stored", pl.col("record_id").is_in(sorted(retries)))
        self._stored_by = {row["record_id"]: owners[row["node"]] for row in stored if row["node"] in owners}
        self._starts = by(starts_of(events), "node")
        self._not_retried = not_retried(events)
        self._timers = timer_failures(events)

    def started(self, node: str, span: Instant) -> list[Row]:
        """Return the starts of *node* within *span*."""
        return [r for r in self._starts.get(node, []) if span.lo <= r["ts_hi"] and r["ts_lo"] <= span.hi]

    def taken_for_failure(self, node: str, span: Instant) -> list[Row]:
        """Return the retries within *span* that *node* called failed."""
        return self._not_retried.get(node, NOTHING).within(span)

    def put_elsewhere(self, first: Returned, second: Returned) -> bool:
        """Return whether a node judged both by one copy of their checkpoint, and one of them lies in another broker's store."""
        lie = {self._stored_by.get(one.record_id) for one in (first, second)} - {None}
        return first.place == second.place and len(lie) > 1

    def timer_failed(self, broker: str | None, until: Instant) -> list[Row]:
        """Return where the timer of a replica of *broker* failed by the missing result of a put on another broker."""
        return [r for r in self._timers if self.owners.get(r["node"]) == broker and r["ts_lo"] <= until.hi]


@dataclass(frozen=True)
class _Apart:
    """The nodes of which there are `logs` and no store, and `stores` without logs: two of these may be one broker."""

    logs: frozenset[str]
    stores: frozenset[str]

    @staticmethod
    def of(events: Events) -> "_Apart":
        read = [file for file in events.files if file["status"] == "read"]
        stores = frozenset(file["node"] for file in read if file["series"] == STORE)
        logs = frozenset(file["node"] for file in read if file["series"] != STORE)
        return _Apart(logs - stores, stores - logs)

    def tell_one(self, logged: Row, stored: Row) -> bool:
        """Return whether a line and a message of a store may be of one retry."""
        return (
            logged["node"] in self.logs
            and stored["node"] in self.stores
            and logged["offset"] == stored["offset"]
            and abs(logged["ts_lo"] - stored["ts_lo"]) <= _NEAR_US
        )


def _by_pop(made: Sequence[Batch], apart: _Apart) -> dict[Key, list[Returned]]:
    """Return by pop what revive wrote of it; a line that may be of several pops is of none."""
    found: dict[Key, list[Returned]] = {}
    for batch in made:
        if batch.key["pop_time"] is not None and batch.key["alone"]:
            key = tuple(batch.key[n] for n in ("broker", "topic", "group", "queue_id", "pop_time"))
            elsewhere = _stored_elsewhere(batch, apart)
            found.setdefault(key, []).extend(r for r in batch.state.returns if r.way == REVIVED and r.record_id not in elsewhere)
    return found


def _stored_elsewhere(batch: Batch, apart: _Apart) -> set[int]:
    """Return the records of retries that others of the case tell too: each counts once.

    Lines of those put on another broker whose store shows the same messages; and what a store shows that lies apart from any
    logs, where it may be of the broker whose lines tell the same.
    """
    retried = [r for r in batch.lines if r["event"] == "message_retried"]
    stored = [r for r in retried if r["remote_put"] is None]
    logged = [r for r in retried if r["remote_put"] is not None]
    put_elsewhere = {
        r["record_id"]
        for r in logged
        if r["remote_put"] and any(s["offset"] == r["offset"] and abs(s["ts_lo"] - r["ts_lo"]) <= _NEAR_US for s in stored)
    }
    return put_elsewhere | {s["record_id"] for s in stored if any(apart.tell_one(r, s) for r in logged)}


_NEAR_US = 3 * SECOND_US


def _again(returns: list[Returned]) -> dict[int, list[Returned]]:
    """Return by offset the retries of messages that were retried more often than once, in order of time.

    A retried message of a store may be of several offsets, where a producer sent it twice: as many retries as offsets are right.
    """
    by_record: dict[int, set[int]] = {}
    for one in returns:
        by_record.setdefault(one.record_id, set()).add(one.offset)
    found: dict[int, list[Returned]] = {}
    for one in {r.record_id: r for r in returns if len(by_record[r.record_id]) == 1}.values():
        found.setdefault(one.offset, []).append(one)
    return {o: sorted(rs, key=lambda r: (r.at.lo, r.record_id)) for o, rs in sorted(found.items()) if len(rs) > 1}


def _row(key: Key, twice: dict[int, list[Returned]], around: _Around) -> Row:
    first, second = next(iter(twice.values()))[:2]
    mechanism = PUT_ELSEWHERE if around.put_elsewhere(first, second) else _mechanism(first, second, around.owners)
    broker, topic, group, queue_id, pop_time = key
    cause, lines = _cause(broker, first, second, mechanism, around)
    return {
        "state_id": state_id("twice", *key),
        "node": second.node,
        "anomaly": "revived_twice",
        "broker": around.owners.get(second.node),
        "message_broker": broker,
        "topic": topic,
        "group": group,
        "queue_id": queue_id,
        "pop_time": pop_time,
        "offsets": list(twice),
        "revive_queue_id": second.place.queue if second.place else None,
        "other_queue_id": first.place.queue if first.place else None,
        "old_value": first.place.offset if first.place else None,
        "new_value": second.place.offset if second.place else None,
        "count": sum(len(rs) - 1 for rs in twice.values()),
        "reason": mechanism,
        "cause": cause,
        "proven": True,
        "ts_lo": first.at.lo,
        "ts_hi": max(rs[-1].at.hi for rs in twice.values()),
        "record_ids": sorted({r.record_id for rs in twice.values() for r in rs}),
        "around_record_ids": [r["record_id"] for r in lines],
    }


def _mechanism(first: Returned, second: Returned, owners: dict[str, str]) -> str | None:
    if first.place is None or second.place is None:
        return None
    if owners.get(first.node, first.node) != owners.get(second.node, second.node):
        return OTHER_BROKER
    if first.node != second.node:
        return OTHER_REPLICA
    return (
        READ_AGAIN if first.place.queue == second.place.queue and first.place.offset == second.place.offset else DELIVERED_TWICE
    )


def _cause(
    broker: str | None, first: Returned, second: Returned, mechanism: str | None, around: _Around
) -> tuple[str, list[Row]]:
    """Return the class of the cause, and the lines that show it.

    A slave that acts for its master hands due checkpoints over to another broker, where none of its own are else. Up to 5.1.4 its
    timer then fails by the result that such a put does not have, and the master, back again, delivers them once more (#7601).
    """
    span = Instant(first.at.lo, second.at.hi)
    failed = around.timer_failed(broker, second.at)
    if failed and mechanism in {*_OF_SEVERAL, DELIVERED_TWICE}:
        return "known_fault", failed[:1]
    if mechanism in _OF_SEVERAL or around.owners.get(second.node, broker) != broker:
        return "failover", []
    if taken := around.taken_for_failure(first.node, span):
        return "failover", taken[:1]
    started = around.started(second.node, span)
    return ("broker_crash", started[:1]) if started else ("unexplained", [])
