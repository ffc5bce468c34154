"""Messages that a store proves given up: judged, never acked, and neither retried nor under a later checkpoint.

The committed offset of a revive queue is that of the last checkpoint judged (PopReviveService.mergeAndRevive, 5.0.0 to 5.3.3).
Whatever revive does with an unacked message it writes down: a message of the retry topic, or its checkpoint anew. A store that
goes on after that and has neither shows the message given up.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from forensics.model.pop_releases import JUDGED_AFTER_MS
from forensics.replay.events import Events, Row, by

_REVIVE_GROUP = "CID_RMQ_SYS_REVIVE_GROUP"
Key = tuple[Any, ...]


@dataclass(frozen=True)
class GivenUp:
    """One message given up: the copy of its checkpoint, its offset, the committed offset beyond it, until when nothing follows.

    `may_be_gone` is whether only a message that is really not there is given up so: from 5.3.1 on, which counts rewrites.
    """

    copy: Row
    offset: int
    committed: Row
    until_ms: int
    may_be_gone: bool


def given_up(events: Events) -> Iterator[GivenUp]:
    """Yield what the stores of the case prove given up, each message once."""
    copies = _of_store(events, "ck_found")
    if not copies:
        return
    committed = {(r["node"], r["queue_id"]): r for r in events.rows("offset_stored") if r["group"] == _REVIVE_GROUP}
    acked = {(*_batch(a), o) for a in _of_store(events, "ack_stored", "ack_found") for o in a["ack_offsets"]}
    later, known = _deliveries(events), _Known(events)
    last = {node: max(r["store_ms"] for r in rows) for node, rows in by(events.rows("log_ended"), "node").items()}
    counting = {r["node"] for r in copies if r["re_put_times"] is not None}
    for copy in copies:
        offset_row = committed.get((copy["node"], copy["revive_queue_id"]))
        if offset_row is None or offset_row["offset"] < copy["revive_offset"] or not known(copy):
            continue
        if last.get(copy["node"], 0) < copy["revive_time"] + JUDGED_AFTER_MS:
            continue
        for offset in copy["ck_offsets"]:
            after = [ms for ms in later.get(_message(copy, offset), []) if ms > copy["store_ms"]]
            if (*_batch(copy), offset) not in acked and not after:
                yield GivenUp(copy, offset, offset_row, last[copy["node"]], copy["node"] in counting)


def _of_store(events: Events, *kinds: str) -> list[Row]:
    return [row for row in events.rows(*kinds) if row["source"] == "store"]


def _batch(row: Row) -> Key:
    return tuple(row[n] for n in ("topic", "group", "queue_id", "start_offset", "pop_time"))


def _message(row: Row, offset: int) -> Key:
    return (*(row[n] for n in ("topic", "group", "queue_id")), offset)


def _deliveries(events: Events) -> dict[Key, list[int]]:
    """Return by message when it was written to a retry topic, and when checkpoints that hold it were stored."""
    found: dict[Key, list[int]] = {}
    for row in _of_store(events, "ck_stored"):
        for offset in row["ck_offsets"]:
            found.setdefault(_message(row, offset), []).append(row["store_ms"])
    for row in events.rows("message_retried"):
        key = (row["topic"], row["group"], row["msg_queue_id"], row["offset"])
        found.setdefault(key, []).append(row["store_ms"] or (row["ts_hi"] or 0) // 1_000)
    return found


class _Known:
    """The topics and groups that each node's store has configured: revive skips the checkpoints of others."""

    def __init__(self, events: Events) -> None:
        self._topics = {node: {r["topic"] for r in rows} for node, rows in by(events.rows("topic_stored"), "node").items()}
        self._groups = {node: {r["group"] for r in rows} for node, rows in by(events.rows("group_stored"), "node").items()}

    def __call__(self, copy: Row) -> bool:
        topics, groups = self._topics.get(copy["node"], set()), self._groups.get(copy["node"], set())
        return (not topics or copy["topic"] in topics) and (not groups or copy["group"] in groups)
