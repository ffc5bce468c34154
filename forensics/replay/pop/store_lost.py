"""Messages that a store proves given up: judged, never acked, and neither retried nor under a later checkpoint.

The committed offset of a revive queue is that of the last checkpoint judged (PopReviveService.mergeAndRevive, 5.0.0 to 5.3.3).
Whatever revive does with an unacked message it writes down: a message of the retry topic, or its checkpoint anew. A store that
goes on after that and has neither shows the message given up.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from forensics.model.pop_keys import in_a_byte
from forensics.model.pop_releases import JUDGED_AFTER_MS
from forensics.replay.events import Events, Row, by
from forensics.replay.pop.store_retries import retry_topics, unmatched

_BATCH = ("topic", "group", "queue_id", "start_offset", "pop_time")
_COPY = (
    "record_id", "node", *_BATCH, "broker", "ck_offsets", "revive_time", "re_put_times", "revive_queue_id", "revive_offset",
    "store_ms",
)  # fmt: skip
_REVIVE_GROUP = "CID_RMQ_SYS_REVIVE_GROUP"
Key = tuple[Any, ...]


@dataclass(frozen=True)
class GivenUp:
    """One message given up: the copy of its checkpoint, its offset, the committed offset beyond it, until when nothing follows.

    `may_be_gone` is whether only a message that is really not there is given up so: from 5.3.1 on, which counts rewrites.
    `proven` is false where a record that would show its retry may be among those that could not be read. `stored_ms` is when the
    message itself came to the same store, None where that is not known.
    """

    copy: Row
    offset: int
    committed: Row
    until_ms: int
    may_be_gone: bool
    proven: bool
    stored_ms: int | None


def given_up(events: Events) -> Iterator[GivenUp]:
    """Yield what the stores of the case prove given up, each message once."""
    copies = events.stored("ck_found", *_COPY)
    if not copies:
        return
    committed = {(r["node"], r["queue_id"]): r for r in events.rows("offset_stored") if r["group"] == _REVIVE_GROUP}
    acked, last, known = _acked(events), _last_deliveries(events), _Known(events)
    stored = {(r["node"], r["topic"], r["queue_id"], r["offset"]): r["store_ms"] for r in events.rows("message_stored")}
    counting = {r["node"] for r in copies if r["re_put_times"] is not None}
    for copy in copies:
        beyond, end = committed.get((copy["node"], copy["revive_queue_id"])), known.ends.get(copy["node"])
        if beyond is None or end is None or beyond["offset"] < copy["revive_offset"]:
            continue
        if end["store_ms"] < copy["revive_time"] + JUDGED_AFTER_MS or known.skipped(copy) or known.may_be_retried(copy):
            continue
        proven = not end["failures"] and known.retries_read(copy)
        for offset in copy["ck_offsets"]:
            if (*_batch(copy), offset) not in acked and last.get(_message(copy, offset), 0) <= copy["store_ms"]:
                came = stored.get((copy["node"], copy["topic"], copy["queue_id"], offset))
                yield GivenUp(copy, offset, beyond, end["store_ms"], copy["node"] in counting, proven, came)


def _acked(events: Events) -> set[Key]:
    """Return by batch and offset what was acked, under the queue id and under what a byte keeps of it: see pop_keys.py."""
    acks = [ack for kind in ("ack_stored", "ack_found") for ack in events.stored(kind, *_BATCH, "ack_offsets")]
    own = [row for ack in acks for row in (ack, ack | {"queue_id": in_a_byte(ack["queue_id"] or 0)})]
    return {(*_batch(ack), offset) for ack in own for offset in ack["ack_offsets"]}


def _batch(row: Row) -> Key:
    return tuple(row[n] for n in _BATCH)


def _message(row: Row, offset: int) -> Key:
    return (*(row[n] for n in ("topic", "group", "queue_id")), offset)


def _last_deliveries(events: Events) -> dict[Key, int]:
    """Return by message when it was last written to a retry topic, or a checkpoint that holds it was last stored."""
    stored = events.stored("ck_stored", "topic", "group", "queue_id", "ck_offsets", "store_ms")
    written = [(_message(row, offset), row["store_ms"]) for row in stored for offset in row["ck_offsets"]]
    for row in events.rows("message_retried"):
        key = (row["topic"], row["group"], row["msg_queue_id"], row["offset"])
        written.append((key, row["store_ms"] or (row["ts_hi"] or 0) // 1_000))
    return dict(sorted(written, key=itemgetter(1)))


class _Known:
    """What each node's store knows beside its messages: its topics and groups, its end, the retries it cannot place."""

    def __init__(self, events: Events) -> None:
        self.ends = {r["node"]: r for r in events.rows("log_ended")}
        self._topics = {node: {r["topic"] for r in rows} for node, rows in by(events.rows("topic_stored"), "node").items()}
        self._groups = {node: {r["group"] for r in rows} for node, rows in by(events.rows("group_stored"), "node").items()}
        self._read = {(r["node"], r["topic"]) for r in events.rows("message_stored")}
        self._unmatched = unmatched(events)

    def skipped(self, copy: Row) -> bool:
        """Return whether revive passes the checkpoint over: its topic or its group is not there any more."""
        topics, groups = self._topics.get(copy["node"], set()), self._groups.get(copy["node"], set())
        return bool(topics and copy["topic"] not in topics) or bool(groups and copy["group"] not in groups)

    def may_be_retried(self, copy: Row) -> bool:
        """Return whether a retried message that fits no other checkpoint may be of this one."""
        names = retry_topics(copy["topic"], copy["group"])
        return any((name, copy["pop_time"]) in self._unmatched for name in names) or (copy["topic"], None) in self._unmatched

    def retries_read(self, copy: Row) -> bool:
        """Return whether the retry topic has never been written, or its messages were read: a copy may lack its queues."""
        topics = self._topics.get(copy["node"])
        written = [name for name in retry_topics(copy["topic"], copy["group"]) if topics is None or name in topics]
        return topics is not None and all((copy["node"], name) in self._read for name in written)
