"""Checkpoints that revive passes over, because its broker has not got their topic or group.

A replica that acts as master hands its checkpoints to any broker of the cluster (EscapeBridge), also to one on which their topic
was never made. There revive goes on to the next (PopReviveService.mergeAndRevive, 5.0.0 to 5.3.3), by a WARN line that names the
topic or the group, and neither the batch nor the broker it is of.
"""

from collections.abc import Iterator

from forensics.model.spans import Instant
from forensics.replay.events import Events, Row, by, timed
from forensics.replay.timeline import NOTHING, timelines

_LACKS = {"topic_gone": "topic", "group_gone": "group"}


class PassedOver:
    """The lines of a case that tell of checkpoints passed over."""

    def __init__(self, events: Events) -> None:
        self._lines = timed(row for row in events.rows("ck_skipped") if row["reason"] in _LACKS)
        self._of_queue = timelines(self._lines, "node", "revive_queue_id")
        self._naming = set(events.frame("ck_found").select("node").unique().collect()["node"])

    def of(self, copy: Row, key: Row, within: Instant) -> list[Row]:
        """Return the lines that tell so of a copy of the checkpoint with *key*: all of one topic are passed over alike."""
        own = self._of_queue.get((copy["node"], copy["revive_queue_id"]), NOTHING).within(within)
        near = [row for row in own if within.lo <= row["ts_lo"] <= within.hi]
        return [row for row in near if row[_LACKS[row["reason"]]] == key[_LACKS[row["reason"]]]]

    def unnamed(self) -> Iterator[list[Row]]:
        """Yield by node and topic the lines of brokers that print no checkpoint they read, as without enablePopLog."""
        rows = [row for row in self._lines if row["node"] not in self._naming and row["topic"]]
        ordered = sorted(rows, key=lambda row: (row["ts_lo"], row["record_id"]))
        yield from by(ordered, "node", "topic").values()


def in_words(line: Row) -> str:
    """Return what the broker has not got."""
    lacks = _LACKS[line["reason"]]
    return f"no {lacks} {line[lacks]} on {line['node']}"
