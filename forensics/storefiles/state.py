"""What a store's config files state: committed offsets, the order kept for orderly pops, topics, groups, the timer's progress.

They are written every few seconds (flushConsumerOffsetInterval, 5 s) and carry no time of their writing: a copy of a living
store is older here than in its commit log. ConsumerOffsetManager, ConsumerOrderInfoManager, TopicConfigManager,
SubscriptionGroupManager and TimerCheckpoint, 5.0.0 to 5.3.3.
"""

import json
import re
import struct
from collections.abc import Callable, Iterator
from typing import Any

from forensics.storefiles import rocks
from forensics.storefiles.commitlog import Damage
from forensics.storefiles.config import table, whole
from forensics.storefiles.store import Store
from forensics.storefiles.words import clock

Row = dict[str, Any]
Stated = tuple[str, list[tuple[str, Row]], int]
"""The text of one statement of a file, the events it is, and the byte at which it stands there."""
_TIMER = struct.Struct(">qqq")


class _Places:
    """Where the keys of a config file stand in it; they are asked for in their order."""

    def __init__(self, store: Store, name: str) -> None:
        where = store.files.get(f"config/{name}")
        self._raw = where.read_bytes() if where else b""
        self._last = 0

    def of(self, name: str, number: str | None = None) -> int:
        """Return the byte at which a name stands as a key, or after it a number that is a key; 0 where that is not found."""
        named = json.dumps(name, ensure_ascii=False).encode()
        found = self._raw.find(named, self._last)
        self._last = max(0, found if found >= 0 else self._raw.find(named))
        key = re.compile(b'[{,]\\s*"?(' + re.escape(number.encode()) + b')"?\\s*:') if number is not None else None
        inner = key.search(self._raw, self._last) if key else None
        return inner.start(1) if inner else self._last


def offsets(store: Store) -> Iterator[Stated]:
    """Yield the committed offset of every queue and group."""
    places = _Places(store, "consumerOffset.json")
    for name, queues in table(store.config("consumerOffset.json"), "offsetTable").items():
        topic, at, group = name.rpartition("@")
        for queue, offset in queues.items() if at and isinstance(queues, dict) else ():
            if whole(offset) is not None and queue.lstrip("-").isdecimal() and abs(offset) < 1 << 62:
                columns = {"topic": topic, "group": group, "queue_id": int(queue), "offset": offset}
                text = f"committed offset of {topic} queue {queue}, group {group}: {offset}"
                yield text, [("offset_stored", columns)], places.of(name, queue)


def order_infos(store: Store) -> Iterator[Stated]:
    """Yield the batch that holds each queue popped in order; its offsets are the first one and distances from it."""
    places = _Places(store, "consumerOrderInfo.json")
    for name, queues in table(store.config("consumerOrderInfo.json"), "table").items():
        topic, at, group = name.rpartition("@")
        for queue, info in queues.items() if at and isinstance(queues, dict) else ():
            if isinstance(info, dict) and queue.isdecimal():
                columns: Row = {"topic": topic, "group": group, "queue_id": int(queue)} | _order_info(info)
                text = f"order kept of {topic} queue {queue}, group {group}: offsets {columns['offsets']}"
                yield (
                    f"{text}, acked bits {columns['acked_bits']}, popped at {clock(columns['pop_time'])}",
                    [("order_info_stored", columns)],
                    places.of(name, queue),
                )


def _order_info(info: Row) -> Row:
    listed = info.get("o")
    given = [o for o in listed if whole(o) is not None] if isinstance(listed, list) else []
    attempt = info.get("a")
    return {
        "offsets": [given[0], *(given[0] + o for o in given[1:])] if given else [],
        "acked_bits": whole(info.get("cm")),
        "pop_time": whole(info.get("popTime")),
        "invisible_ms": whole(info.get("i")),
        "attempt_id": attempt if isinstance(attempt, str) else None,
    }


def topics(store: Store) -> Iterator[Stated]:
    """Yield every topic that is configured."""
    configs, places = table(store.config("topics.json"), "topicConfigTable"), _Places(store, "topics.json")
    for name in configs:
        facts = table(configs, name)
        own = {
            "topic": name,
            "perm": whole(facts.get("perm")),
            "read_queues": whole(facts.get("readQueueNums")),
            "write_queues": whole(facts.get("writeQueueNums")),
        }
        text = f"topic {name}: {own['read_queues']} queues to read, {own['write_queues']} to write"
        yield text, [("topic_stored", own)], places.of(name)


def groups(store: Store) -> Iterator[Stated]:
    """Yield every consumer group that is configured."""
    places = _Places(store, "subscriptionGroup.json")
    for name in table(store.config("subscriptionGroup.json"), "subscriptionGroupTable"):
        yield f"consumer group {name}", [("group_stored", {"group": name})], places.of(name)


def timer(store: Store) -> Iterator[Stated]:
    """Yield how far the timer has come: the newest time it has delivered, the offset it has taken in."""
    raw = store.files["config/timercheck"].read_bytes()[: _TIMER.size]
    if len(raw) < _TIMER.size:
        raise Damage("is cut off")
    read_ms, _, offset = _TIMER.unpack(raw)
    columns = {"last_update_ms": read_ms, "offset": offset}
    yield (
        f"the timer has delivered what was due by {clock(read_ms)}, and taken in its queue up to offset {offset}",
        [("timer_checkpoint", columns)],
        0,
    )


def open_records(store: Store) -> Iterator[Stated]:
    """Yield POP's records in the key value store: each is of a message that is popped and not acked."""
    for row in rocks.open_records(store.files):
        place = f"{row['topic']} queue {row['queue_id']} offset {row['offset']}, group {row['group']}"
        due = clock(row["pop_time"] + row["invisible_ms"])
        yield f"not acked: {place}, popped at {clock(row['pop_time'])}, due at {due}", [("kv_stored", row)], 0


FILES: dict[str, Callable[[Store], Iterator[Stated]]] = {
    "consumerOffset.json": offsets,
    "consumerOrderInfo.json": order_infos,
    "topics.json": topics,
    "subscriptionGroup.json": groups,
    "timercheck": timer,
    rocks.KV_STORE: open_records,
}
"""The files of `config/` that are read, and POP's key value store, each with what reads it."""
