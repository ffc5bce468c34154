"""What POP wrote to a store: checkpoints and acks before and after the timer, retried messages, and what these refer to.

Up to 5.3.3, with the default file store (FS mode). Before the timer a message lies in `rmq_sys_wheel_timer`, from the moment it
was put; after it, or where its time had passed already, in its revive queue. So a checkpoint or ack in a revive queue that
the timer has not touched (no TIMER_DEQUEUE_MS) was put there directly.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from forensics.statements.pop_bodies import decode_ack_body, decode_ck_body
from forensics.storefiles.commitlog import LATEST_MS, Damage, Message
from forensics.storefiles.queues import TAG_CODES, Entry, Queue
from forensics.storefiles.store import RETRY_PREFIX, REVIVE_PREFIX, TIMER_TOPIC, TRACE_TOPIC, Store
from forensics.storefiles.traces import traced

_TAGS = frozenset(TAG_CODES.values())
_INT64 = 1 << 63

Row = dict[str, Any]
QueueOffset = tuple[str, int, int]
"""Topic, queue id, queue offset."""


@dataclass(frozen=True, slots=True)
class PopRecord:
    """One checkpoint or ack: its tag, the message it lies in, the columns of its body."""

    kind: str
    message: Message
    columns: Row

    @property
    def put(self) -> bool:
        """Return whether this is the copy that was put, and not the one the timer delivered."""
        return self.message.topic == TIMER_TOPIC or "TIMER_DEQUEUE_MS" not in self.message.properties

    @property
    def delivered(self) -> bool:
        """Return whether it lies in a revive queue."""
        return self.message.topic != TIMER_TOPIC

    @property
    def revive_queue(self) -> int | None:
        """Return the revive queue it lies in, or is to be delivered to."""
        return self.message.queue_id if self.delivered else number(self.message.properties.get("REAL_QID"))


@dataclass
class PopStore:
    """What was read of one store; `last` is the newest message its queues lead to.

    `damage` counts by reason what could not be read, with the place of the first.
    """

    records: list[PopRecord] = field(default_factory=list)
    retries: list[Message] = field(default_factory=list)
    originals: list[Message] = field(default_factory=list)
    traces: list[tuple[Message, list[Row]]] = field(default_factory=list)
    last: Message | None = None
    damage: Counter[str] = field(default_factory=Counter)
    first_damage: dict[str, str] = field(default_factory=dict)

    def spoilt(self, place: str, damage: Damage) -> None:
        """Count one record that could not be read."""
        self.damage[str(damage)] += 1
        self.first_damage.setdefault(str(damage), place)


def read(store: Store) -> PopStore:
    """Return the checkpoints, acks and retried messages of *store*, found through its queues."""
    found = PopStore()
    for topic in (TIMER_TOPIC, *store.topics(REVIVE_PREFIX)):
        for queue in store.of_topic(topic):
            found.records += _pop_records(store, queue, found)
    for queue in store.of_topic(TRACE_TOPIC):
        found.traces += _traces(store, queue, found)
    for topic in store.topics(RETRY_PREFIX):
        for queue in store.of_topic(topic):
            found.retries += (m for _, m in _messages(store, queue, queue.entries(), found, body=False))
    found.last = _last(store)
    return found


def _last(store: Store) -> Message | None:
    """Return the last message of the commit log that some queue ends with: until then the store tells what was done."""
    ends = [(entry.physical, queue, entry) for queue in store.queues.values() if (entry := queue.last())]
    for _, queue, entry in sorted(ends, key=lambda end: end[0], reverse=True):
        try:
            return store.message(queue, entry, body=False)
        except Damage:
            continue
    return None


def _messages(
    store: Store, queue: Queue, entries: Iterable[Entry], found: PopStore, *, body: bool
) -> Iterator[tuple[Entry, Message]]:
    for entry in entries:
        try:
            yield entry, store.message(queue, entry, body=body)
        except Damage as damage:
            found.spoilt(f"{queue.topic} queue {queue.queue_id} offset {entry.offset}", damage)


def _pop_records(store: Store, queue: Queue, found: PopStore) -> Iterator[PopRecord]:
    for entry, message in _messages(store, queue, queue.entries(_TAGS), found, body=True):
        kind = message.properties.get("TAGS", "")
        if kind not in TAG_CODES or not _is_pops(message):
            continue
        try:
            columns = decoded(kind, message.body or b"")
        except Damage as damage:
            found.spoilt(f"{queue.topic} queue {queue.queue_id} offset {entry.offset}", damage)
            continue
        if columns:
            yield PopRecord(kind, message, columns)


def _traces(store: Store, queue: Queue, found: PopStore) -> Iterator[tuple[Message, list[Row]]]:
    for entry, message in _messages(store, queue, queue.entries(), found, body=True):
        try:
            if rows := traced(message):
                yield replace(message, body=None), rows
        except Damage as damage:
            found.spoilt(f"{queue.topic} queue {queue.queue_id} offset {entry.offset}", damage)


def _is_pops(message: Message) -> bool:
    """Return whether a message of the timer is to go to a revive queue: other delayed messages have tags of their own."""
    return message.topic != TIMER_TOPIC or message.properties.get("REAL_TOPIC", "").startswith(REVIVE_PREFIX)


def decoded(kind: str, body: bytes) -> Row:
    """Return the columns of a checkpoint's or an ack's body, empty for one that cancels another; Damage where absurd."""
    try:
        columns = (decode_ck_body if kind == "ck" else decode_ack_body)(body.decode())
    except (UnicodeDecodeError, RecursionError):
        raise Damage("its body is not JSON") from None
    if not all(_fits(value) for value in columns.values()):
        raise Damage("its body holds numbers beyond 64 bits")
    if any(not 0 <= columns.get(name, 0) < LATEST_MS for name in ("pop_time", "revive_time")):
        raise Damage("its body holds times that no clock has")
    return columns if columns.get("topic") and columns.get("group") else {}


def _fits(value: object) -> bool:
    if isinstance(value, list):
        return all(_fits(one) for one in value)
    return type(value) is not int or -_INT64 <= value < _INT64


def number(text: str | None) -> int | None:
    """Return the whole number a property holds, None where it holds none of 64 bits."""
    if text is None or not text.removeprefix("-").isdecimal() or len(text) > 19:
        return None
    value = int(text)
    return value if -_INT64 <= value < _INT64 else None


def retry_topics(topic: str, group: str) -> tuple[str, ...]:
    """Return the topics a message of *topic* may be retried in: KeyBuilder.buildPopRetryTopic, of either version."""
    if topic.startswith(RETRY_PREFIX):
        return (topic,)
    return f"{RETRY_PREFIX}{group}_{topic}", f"{RETRY_PREFIX}{group}+{topic}"


def wanted(stores: Iterable[PopStore]) -> set[QueueOffset]:
    """Return the business messages that the records of *stores* ask for: of batches retried, and of unacked messages.

    A retried message names the pop it was first retried after; only the batches of that pop can hold it.
    """
    stores = list(stores)
    popped = {(m.topic, number(m.properties.get("1ST_POP_TIME"))) for s in stores for m in s.retries}
    acked = {(*_batch(r), o) for s in stores for r in s.records if r.kind != "ck" for o in r.columns["ack_offsets"]}
    asked: set[QueueOffset] = set()
    for record in (r for s in stores for r in s.records if r.kind == "ck"):
        c = record.columns
        retried = any((name, c["pop_time"]) in popped for name in retry_topics(c["topic"], c["group"]))
        open_ = [o for o in c["ck_offsets"] if retried or (*_batch(record), o) not in acked]
        asked.update((c["topic"], c["queue_id"], o) for o in open_ if c["queue_id"] is not None)
    return asked


def _batch(record: PopRecord) -> tuple[Any, ...]:
    c = record.columns
    return c["topic"], c["group"], c["queue_id"], c["start_offset"], c["pop_time"]


def read_originals(store: Store, found: PopStore, asked: set[QueueOffset]) -> None:
    """Add to *found* the business messages among *asked* that *store* has, without their bodies."""
    for topic, queue_id, offset in sorted(asked):
        queue = store.queues.get((topic, queue_id))
        if queue is None or topic.startswith(RETRY_PREFIX):
            continue
        entry = queue.entry(offset)
        if entry is not None:
            found.originals += (m for _, m in _messages(store, queue, [entry], found, body=False))
