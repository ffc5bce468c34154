"""What lies around a delivery again: restarts, offset resets, topics deleted, roles changed, acks that could not be put."""

from collections.abc import Sequence

from forensics.model.pop_causes import Around
from forensics.model.pop_releases import RETRY_PREFIX
from forensics.model.spans import SECOND_US
from forensics.replay.events import Events, Row, by, timed
from forensics.replay.timeline import Between, Timeline

_CLEARING_US = 5 * SECOND_US
"""A proxy says that it clears a client's handles, and changes the invisible time of each within moments."""


def _timelines(rows: Sequence[Row], name: str) -> dict[str | None, Timeline]:
    """Return a timeline for each value of the column *name*."""
    return {value: Timeline(own) for value, own in by(rows, name).items()}


_NOTHING = Timeline(())


class Surroundings:
    """The lines of a case that explain deliveries again, each asked for by place and time."""

    def __init__(self, events: Events, owners: dict[str, str]) -> None:
        self._owners = owners
        self._starts = Timeline(timed(r for r in events.rows("process_started") if r["task"] == "broker"))
        self._gone = _timelines(timed(events.rows("topic_deleted", "pop_inflight_cleared", "pop_topic_gone")), "topic")
        self._resets = _timelines(timed(events.rows("offset_reset", "pop_offset_moved")), "node")
        self._roles = timed(events.rows("min_broker_changed", "service_status_changed"))
        self._cleared = _timelines(timed(events.rows("handles_cleared")), "group")
        self._changed = {
            (
                r["topic"],
                r["group"],
                r["queue_id"],
                r["offset"],
                r.get("revive_time") or r["new_pop_time"] + r["new_invisible_ms"],
            )
            for r in events.rows("invisible_changed", "kv_changed")
        }
        self._not_put = {
            (r["topic"], r["group"], r["queue_id"], r["start_offset"], r["pop_time"])
            for r in events.rows("ack_not_stored", "origin_not_acked")
        }

    def changed(self, ck: Row) -> bool:
        """Return whether a change of the invisible time made the checkpoint."""
        return tuple(ck[n] for n in ("topic", "group", "queue_id", "start_offset", "revive_time")) in self._changed

    def is_quiet(self, ck: Row, node: str, between: Between) -> bool:
        """Return whether nothing lies between a delivery of *ck* on *node* and one again there, and nothing changed it."""
        if self.changed(ck) or self.deleted(ck["broker"], ck["topic"], ck["group"], between):
            return False
        return not self._reset(ck, node, between) and all(r["node"] != node for r in self._starts.within(between))

    def of(self, ck: Row, popped_node: str | None, node: str, between: Between) -> tuple[Around, list[int]]:
        """Return what lies between a delivery of *ck* on *popped_node* and one again on *node*, with the records."""
        gone = self.deleted(ck["broker"], ck["topic"], ck["group"], between)
        reset = self._reset(ck, node, between)
        started = [r for r in self._starts.within(between) if r["node"] in {popped_node, node}]
        replica = popped_node is not None and popped_node != node
        left = self._left(ck)
        around = Around(
            changed=self.changed(ck),
            client_gone=bool(left),
            reset=bool(reset),
            recreated=bool(gone),
            restarted=bool(started),
            replica=replica,
            ack_failed=(ck["topic"], ck["group"], ck["queue_id"], ck["start_offset"], ck["pop_time"]) in self._not_put,
        )
        roles = self._role_records(node, between)[:1] if replica and not started else []
        return around, sorted({r["record_id"] for r in (*gone[:1], *reset[:1], *started[:1], *left[:1], *roles)})

    def _left(self, ck: Row) -> list[Row]:
        """Return the lines by which a proxy gave the handles of a client of the group back as *ck* was made."""
        if ck["pop_time"] is None or not self.changed(ck):
            return []
        made = (ck["pop_time"] * 1_000 - _CLEARING_US, ck["pop_time"] * 1_000 + SECOND_US)
        return self._cleared.get(ck["group"], _NOTHING).within(made)

    def deleted(self, broker: str | None, topic: str, group: str | None, between: Between) -> list[Row]:
        """Return the lines of *between* that show the topic deleted on a node of *broker*."""
        names = {topic, _plain(topic, group)}
        own = [r for name in names for r in self._gone.get(name, _NOTHING).within(between)]
        own.sort(key=lambda r: (r["node"], r["series"], r["seq"]))
        return [r for r in own if broker is None or self._owners.get(r["node"]) in {None, broker}]

    def _reset(self, ck: Row, node: str, between: Between) -> list[Row]:
        key = f"{ck['topic']}@{ck['group']}@{ck['queue_id']}"
        return [
            r
            for r in self._resets.get(node, _NOTHING).within(between)
            if (r["lock_key"] == key if r["event"] == "pop_offset_moved" else
            (r["topic"], r["group"]) == (ck["topic"], ck["group"]))
        ]  # fmt: skip

    def _role_records(self, node: str, between: Between) -> list[Row]:
        roles = [r for r in self._roles if r["node"] == node and r["ts_lo"] <= between[1]]
        services = [r for r in roles if r["event"] == "service_status_changed"]
        enabled = [r for r in services if r["task"] == "PopReviveService" and r["enabled"]]
        changed = [r for r in roles if r["event"] == "min_broker_changed"]
        return [own[-1] for own in (enabled, changed) if own]


def _plain(topic: str, group: str | None) -> str:
    """Return the topic a retry topic belongs to, of either version; any other topic as it is."""
    for separator in ("_", "+"):
        prefix = f"{RETRY_PREFIX}{group}{separator}"
        if group and topic.startswith(prefix):
            return topic.removeprefix(prefix)
    return topic
