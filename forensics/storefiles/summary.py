"""What is in a store, counted: topics and their queues, groups and how far they are, the revive queues and what waits in them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from forensics.storefiles import pop, state
from forensics.storefiles.commitlog import Damage, Message
from forensics.storefiles.queues import TAG_CODES, Entry, Queue
from forensics.storefiles.store import REVIVE_GROUP, REVIVE_PREFIX, TIMER_TOPIC, Store
from forensics.storefiles.words import of_message, of_pop

Row = dict[str, Any]


@dataclass(frozen=True)
class QueueFacts:
    """One queue: its first and its next offset, and when the first and the last message it has were stored."""

    topic: str
    queue_id: int
    first: int
    next: int
    from_ms: int | None
    to_ms: int | None


@dataclass(frozen=True)
class ReviveFacts:
    """One revive queue: the last offset judged, the next one to be written, and the oldest checkpoint not judged, in words."""

    queue: QueueFacts
    committed: int | None
    unjudged: int
    oldest: str | None
    oldest_due_ms: int | None


@dataclass(frozen=True)
class Summary:
    """A store on one screen."""

    log_from: int | None
    log_files: int
    queues: tuple[QueueFacts, ...]
    revive: tuple[ReviveFacts, ...]
    groups: tuple[Row, ...]
    timer: str | None
    problems: tuple[str, ...]


def summary(store: Store) -> Summary:
    """Return what is in *store*."""
    problems: list[str] = []
    committed = {(r["topic"], r["group"], r["queue_id"]): r["offset"] for r in _stated(store, "consumerOffset.json", problems)}
    queues = [facts(store, queue) for queue in store.queues.values()]
    revive = [_revive(store, q, committed.get((q.topic, REVIVE_GROUP, q.queue_id))) for q in queues if is_revive(q.topic)]
    timer = next((text for text, _ in _texts(store, "timercheck", problems)), None)
    starts = store.log.starts
    return Summary(
        starts[0] if starts else None, len(starts), tuple(queues), tuple(revive), tuple(_groups(committed, queues)), timer,
        tuple(problems),
    )  # fmt: skip


def is_revive(topic: str) -> bool:
    """Return whether *topic* is a revive topic."""
    return topic.startswith(REVIVE_PREFIX)


def _texts(store: Store, name: str, problems: list[str]) -> list[state.Stated]:
    if f"config/{name}" not in store.files:
        return []
    try:
        return list(state.FILES[name](store))
    except Damage as damage:
        problems.append(f"config/{name} {damage}")
        return []


def _stated(store: Store, name: str, problems: list[str]) -> list[Row]:
    return [columns for _, happened in _texts(store, name, problems) for _, columns in happened]


def facts(store: Store, queue: Queue) -> QueueFacts:
    """Return what is known of one queue without reading it whole."""
    first = next((e for e in queue.entries() if _time(store, queue, e) is not None), None)
    last = queue.last()
    if first is None or last is None:
        return QueueFacts(queue.topic, queue.queue_id, 0, last.offset + 1 if last else 0, None, None)
    times = _time(store, queue, first), _time(store, queue, last)
    return QueueFacts(queue.topic, queue.queue_id, first.offset, last.offset + 1, *times)


def _time(store: Store, queue: Queue, entry: Entry) -> int | None:
    try:
        return store.message(queue, entry, body=False).store_ms
    except Damage:
        return None


def _revive(store: Store, queue: QueueFacts, committed: int | None) -> ReviveFacts:
    """Return how far one revive queue has been judged; checkpoints after the committed offset are not."""
    code, unjudged = frozenset({TAG_CODES["ck"]}), 0
    oldest: tuple[int, str] | None = None
    for entry in store.queues[queue.topic, queue.queue_id].entries(code):
        if entry.offset <= (-1 if committed is None else committed):
            continue
        unjudged += 1
        found = oldest or _checkpoint(store, store.queues[queue.topic, queue.queue_id], entry)
        oldest = oldest or found
    due, text = oldest or (None, None)
    return ReviveFacts(queue, committed, unjudged, text, due)


def _checkpoint(store: Store, queue: Queue, entry: Entry) -> tuple[int, str] | None:
    try:
        message = store.message(queue, entry, body=True)
        columns = pop.decoded("ck", message.body or b"")
    except Damage:
        return None
    return (columns["revive_time"], of_pop(message, columns, "ck")) if columns else None


def _groups(committed: dict[tuple[str, str, int], int], queues: list[QueueFacts]) -> Iterator[Row]:
    """Yield for each group and topic how many messages lie beyond its committed offsets."""
    ends = {(q.topic, q.queue_id): q.next for q in queues}
    behind: dict[tuple[str, str], int] = {}
    for (topic, group, queue), offset in committed.items():
        if group != REVIVE_GROUP:
            lag = max(0, ends.get((topic, queue), offset) - offset)
            behind[group, topic] = behind.get((group, topic), 0) + lag
    yield from ({"group": group, "topic": topic, "behind": lag} for (group, topic), lag in sorted(behind.items()))


def listing(store: Store, topic: str, queue_id: int, start: int, count: int) -> Iterator[str]:
    """Yield up to *count* messages of a queue from offset *start* on, in words; damaged ones say so."""
    queue = store.queues[topic, queue_id]
    for entry in queue.entries(first=start):
        if count == 0:
            return
        count -= 1
        try:
            yield f"{entry.offset}  {_words(store, queue, entry)}"
        except Damage as damage:
            yield f"{entry.offset}  damaged: {damage}"


def _words(store: Store, queue: Queue, entry: Entry) -> str:
    """Return one message in words: what POP itself wrote with its body, any other without."""
    own = queue.topic == TIMER_TOPIC or is_revive(queue.topic)
    message: Message = store.message(queue, entry, body=own)
    kind = message.properties.get("TAGS", "")
    columns = pop.decoded(kind, message.body or b"") if own and kind in TAG_CODES else {}
    return of_pop(message, columns, kind) if columns else of_message(message)
