"""What lies around a delivery again: restarts, offset resets, topics deleted, roles changed, acks that could not be put."""

from functools import cached_property
from operator import itemgetter
from typing import Any

import polars as pl

from forensics.model.pop_causes import Around
from forensics.model.pop_releases import RETRY_PREFIX
from forensics.model.releases import spanned
from forensics.model.spans import SECOND_US
from forensics.replay.cluster.clusters import Clusters
from forensics.replay.deletions import deletions
from forensics.replay.events import Events, Row, by, timed
from forensics.replay.pop.started import starts_of
from forensics.replay.timeline import NOTHING, Between, LongTimeline, Timeline, timelines

_CLEARING_US = 5 * SECOND_US
"""A proxy says that it clears a client's handles, and changes the invisible time of each within moments."""
_FORGETTING_US = 7 * SECOND_US
"""A slave's buffer is cleared every 5 s, and the line that says so has whole seconds (PopBufferMergeService.run)."""
_NAMES_IN_KEYS = "5.3.1"
"""The release whose revive looks for a checkpoint by its broker's name, which the buffer's acks have not got (#8835)."""
_GONE = ("pop_inflight_cleared", "pop_topic_gone", "topic_unmapped")
_GROUP_CLEANED = ("offsets_cleaned", "pop_group_cleared")
"""Deleted with its offsets, a group that is made again pops from where its first pop begins."""
_COMMITTING = ("ConsumerManageThread", "AdminBrokerThread")
"""The threads that commit what a client or an administrator asks for: POP commits by its own, lower offsets too (5.3.2 on)."""
CHANGED = ("topic", "group", "queue_id", "start_offset", "revive_time")
"""What names a checkpoint that a change of the invisible time made: it holds one message, from whose offset it starts."""
_CHANGED_TYPES = (pl.String, pl.String, pl.Int64, pl.Int64, pl.Int64)


class Surroundings:
    """The lines of a case that explain deliveries again, each asked for by place and time."""

    def __init__(self, events: Events, owners: dict[str, str], clusters: Clusters | None = None) -> None:
        self._owners = owners
        self._clusters = clusters or Clusters({}, owners, {})
        self._clock = events.clock
        self._starts = timelines(starts_of(events), "node")
        self._gone = deletions(events, *_GONE).drop_nulls("ts_lo")
        self._resets = by(timed(events.rows("offset_reset", "pop_offset_moved", *_GROUP_CLEANED)), "node")
        moved = timed(row for row in events.rows("offset_moved_back") if (row["thread"] or "").startswith(_COMMITTING))
        self._moved_back = timelines(moved, "node", "topic", "group", "queue_id")
        self._ended = by(timed(events.brief(("pop_group_cleared",), "topic", "group")), "topic", "group")
        self._roles = timed(events.rows("min_broker_changed", "service_status_changed"))
        self._cleared = timelines(timed(events.rows("handles_cleared")), "group")
        self._changed = _changed(events)
        self._not_put = {
            (r["topic"], r["group"], r["queue_id"], r["start_offset"], r["pop_time"])
            for r in events.rows("ack_not_stored", "origin_not_acked")
        }
        self._deletions: dict[tuple[str, str | None, str, str | None], LongTimeline] = {}
        self._moves: dict[tuple[str, str, str, int], Timeline] = {}
        self._others: dict[str | None, frozenset[str]] = {}
        self._events = events

    @property
    def changes(self) -> pl.DataFrame:
        """Return the names of the checkpoints that a change of the invisible time made."""
        return pl.DataFrame(list(self._changed), schema=dict(zip(CHANGED, _CHANGED_TYPES, strict=True)), orient="row")

    def changed(self, ck: Row) -> bool:
        """Return whether a change of the invisible time made the checkpoint."""
        return tuple(ck[n] for n in CHANGED) in self._changed

    def starts(self, node: str) -> Timeline:
        """Return the starts of the broker on *node*."""
        return self._starts.get(node, NOTHING)

    def deletions(self, node: str, broker: str | None, topic: str, group: str | None) -> LongTimeline:
        """Return the lines that show the topic deleted on a node of *broker*, of the cluster of *node*."""
        key = node, broker, topic, group
        if key not in self._deletions:
            others = [n for n in self._owners if not self._is_of(n, broker, node)]
            own = pl.col("topic").is_in([topic, _plain(topic, group)]) & ~pl.col("node").is_in(others)
            self._deletions[key] = LongTimeline(self._gone.filter(own))
        return self._deletions[key]

    def resets(self, ck: Row, node: str) -> Timeline:
        """Return the lines by which the group's offset was reset on *node* for the queue of *ck*."""
        topic, group, queue_id = key = ck["topic"], ck["group"], ck["queue_id"]
        if (node, *key) not in self._moves:
            lock = f"{topic}@{group}@{queue_id}"
            self._moves[node, *key] = Timeline(
                r
                for r in self._resets.get(node, [])
                if (r["lock_key"] == lock if r["event"] == "pop_offset_moved" else _is_of(r, topic, group))
            )
        return self._moves[node, *key]

    def of(self, ck: Row, popped_node: str | None, node: str, between: Between) -> tuple[Around, list[int]]:
        """Return what may lie between a delivery of *ck* on *popped_node* and one again on *node*, with the records."""
        between = self._clock.widened(between, popped_node, node)
        gone = self.deleted(node, ck["broker"], ck["topic"], ck["group"], between)
        reset = self.resets(ck, node).within(between)
        started = [r for n in sorted({node, popped_node or node}) for r in self.starts(n).within(between)]
        replica = popped_node is not None and popped_node != node
        left = self.left(ck)
        around = Around(
            changed=self.changed(ck),
            client_gone=bool(left),
            reset=bool(reset),
            recreated=bool(gone),
            restarted=bool(started),
            replica=replica,
            handed_over=node in self._foreign(ck["broker"]),
            joins_nameless=node in self._joining,
            foreign=self._foreign(ck["broker"]),
            ack_failed=(ck["topic"], ck["group"], ck["queue_id"], ck["start_offset"], ck["pop_time"]) in self._not_put,
        )
        roles = self._role_records(node, between)[:1] if replica and not started else []
        return around, sorted({r["record_id"] for r in (*gone[:1], *reset[:1], *started[:1], *left[:1], *roles)})

    def set_back(self, ck: Row, node: str, offset: int, between: Between) -> Row | None:
        """Return the first line by which a client committed *offset*, or a lower one, of the queue of *ck* on *node*."""
        queue = self._moved_back.get((node, ck["topic"], ck["group"], ck["queue_id"]), NOTHING)
        return next((row for row in queue.within(self._clock.widened(between, node)) if row["offset"] <= offset), None)

    @cached_property
    def _joining(self) -> set[str]:
        """Return the nodes that are known to be of releases whose revive joins the acks of their own buffer."""
        brokers = (node for node in self._events.states.get("nodes", []) if node["kind"] == "broker" and node["releases"])
        return {node["node"] for node in brokers if spanned(_NAMES_IN_KEYS).isdisjoint(node["releases"])}

    @cached_property
    def _forgets(self) -> dict[str, Timeline]:
        """Return by node the lines by which one that does not act as master cleared its buffer."""
        return timelines(timed(self._events.rows("buffer_cleared")), "node")

    def forgot(self, node: str, popped_us: int, at: Between) -> Row | None:
        """Return the last line by which *node* cleared its buffer after it had popped at *popped_us*, and before *at*.

        One that waits for its next turn meanwhile clears what it has popped as a master (PopBufferMergeService.run).
        """
        near = self._forgets.get(node, NOTHING).within((popped_us, at[0]))
        return max((row for row in near if popped_us < row["ts_hi"] <= at[1]), key=itemgetter("ts_lo"), default=None)

    def forgetting(self, node: str, at: Between) -> Row | None:
        """Return the last line before *at* by which *node* cleared its buffer as a slave, if it goes on to do so after that."""
        near = self._forgets.get(node, NOTHING).within((at[0] - _FORGETTING_US, at[1] + _FORGETTING_US))
        slave = [row for row in near if row["role"] == "SLAVE"]
        before = [row for row in slave if row["ts_lo"] <= at[1]]
        return before[-1] if before and slave[-1]["ts_lo"] > at[1] else None

    def left(self, ck: Row) -> list[Row]:
        """Return the lines by which a proxy gave the handles of a client of the group back as *ck* was made."""
        if ck["pop_time"] is None or not self.changed(ck):
            return []
        made = (ck["pop_time"] * 1_000 - _CLEARING_US, ck["pop_time"] * 1_000 + SECOND_US)
        return self._cleared.get(ck["group"], NOTHING).within(made)

    def deleted(self, node: str, broker: str | None, topic: str, group: str | None, between: Between) -> list[Row]:
        """Return the lines of *between* that show the topic deleted on a node of *broker*, of the cluster of *node*."""
        return self.deletions(node, broker, topic, group).within(between)

    def ended(self, node: str, broker: str | None, topic: str, group: str | None, between: Between) -> list[Row]:
        """Return the lines of *between* that show the topic, or the group with its offsets, deleted, as `deletions` does."""
        names = [topic, _plain(topic, group)] if group else []
        own = [r for name in dict.fromkeys(names) for r in self._ended.get((name, group), [])]
        own = [r for r in own if self._is_of(r["node"], broker, node)]
        return [*self.deleted(node, broker, topic, group, between), *Timeline(own).within(between)]

    def nodes(self, *brokers: str | None) -> set[str]:
        """Return the nodes of *brokers*."""
        return {node for node, name in self._owners.items() if name in brokers}

    def apart(self, node: str, other: str) -> bool:
        """Return whether the two are known to be of different clusters."""
        return self._clusters.apart(node, other)

    def _is_of(self, other: str, broker: str | None, node: str) -> bool:
        """Return whether *other* may be a node of *broker*, any where that is None, in the cluster of *node*."""
        named = broker is None or self._owners.get(other) in {None, broker}
        return named and not self._clusters.apart(node, other)

    def _foreign(self, broker: str | None) -> frozenset[str]:
        """Return the nodes of other brokers than *broker*; none where that has no name."""
        if broker not in self._others:
            own = (node for node, name in self._owners.items() if None not in {broker, name} and name != broker)
            self._others[broker] = frozenset(own)
        return self._others[broker]

    def _role_records(self, node: str, between: Between) -> list[Row]:
        roles = [r for r in self._roles if r["node"] == node and r["ts_lo"] <= between[1]]
        services = [r for r in roles if r["event"] == "service_status_changed"]
        enabled = [r for r in services if r["task"] == "PopReviveService" and r["enabled"]]
        changed = [r for r in roles if r["event"] == "min_broker_changed"]
        return [own[-1] for own in (enabled, changed) if own]


def _changed(events: Events) -> set[tuple[Any, ...]]:
    """Return the names of the checkpoints that a change of the invisible time made: acks of long work can be very many."""
    due = {"invisible_changed": pl.col("revive_time"), "kv_changed": pl.col("new_pop_time") + pl.col("new_invisible_ms")}
    found: set[tuple[Any, ...]] = set()
    for kind, revive_time in due.items():
        for piece in events.pieces(kind):
            found.update(piece.select(*CHANGED[:3], "offset", revive_time.alias("revive_time")).collect().iter_rows())
    return found


def _is_of(row: Row, topic: str, group: str) -> bool:
    """Return whether a line tells of the group's offsets of *topic*: from 5.3.2 on a group's cleaning names no topic."""
    return row["group"] == group and row["topic"] in {None, topic}


def _plain(topic: str, group: str | None) -> str:
    """Return the topic a retry topic belongs to, of either version; any other topic as it is."""
    for separator in ("_", "+"):
        prefix = f"{RETRY_PREFIX}{group}{separator}"
        if group and topic.startswith(prefix):
            return topic.removeprefix(prefix)
    return topic
