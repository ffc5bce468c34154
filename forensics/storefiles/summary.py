"""What is in a store, counted: topics and their queues, groups and how far they are, the revive queues and what waits in them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import polars as pl

from forensics.storefiles import pop, rocks, state
from forensics.storefiles.bulk import entries_of, messages
from forensics.storefiles.commitlog import Damage
from forensics.storefiles.queues import TAG_CODES, Entry, Queue
from forensics.storefiles.store import REVIVE_GROUP, REVIVE_PREFIX, TIMER_TOPIC, Store
from forensics.storefiles.words import of_message, of_pop

Row = dict[str, Any]
_AT_ONCE = 1_024
"""Entries whose messages are looked up at once."""


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
    """A store on one screen.

    `committed_known` is whether committed offsets could be read; `open_records` are the messages that POP's key value store
    holds as popped and not acked, in words, the first due first.
    """

    log_from: int | None
    log_files: int
    queues: tuple[QueueFacts, ...]
    revive: tuple[ReviveFacts, ...]
    groups: tuple[Row, ...]
    timer: str | None
    committed_known: bool
    open_records: tuple[str, ...]
    problems: tuple[str, ...]


def summary(store: Store) -> Summary:
    """Return what is in *store*."""
    problems: list[str] = []
    committed = {(r["topic"], r["group"], r["queue_id"]): r["offset"] for r in _stated(store, "consumerOffset.json", problems)}
    queues = [facts(store, queue) for queue in store.queues.values()]
    revive = [_revive(store, q, committed.get((q.topic, REVIVE_GROUP, q.queue_id))) for q in queues if is_revive(q.topic)]
    timer = next((text for text, _, _ in _texts(store, "timercheck", problems)), None)
    starts, known = store.log.starts, store.states("consumerOffset.json") is not None
    waiting = sorted(_texts(store, rocks.KV_STORE, problems), key=lambda one: _due(one[1][0][1]))
    problems += [f"{inner}: {why}" for inner, why in rocks.unread(store.files)]
    problems += [f"the walk over the commit log found no message at {store.gaps} places"] if store.gaps else []
    return Summary(
        starts[0] if starts else None, len(starts), tuple(queues), tuple(revive), tuple(_groups(committed, queues)), timer,
        known, tuple(text for text, _, _ in waiting), tuple(problems),
    )  # fmt: skip


def _due(record: Row) -> int:
    due: int = record["pop_time"] + record["invisible_ms"]
    return due


def is_revive(topic: str) -> bool:
    """Return whether *topic* is a revive topic."""
    return topic.startswith(REVIVE_PREFIX)


def _texts(store: Store, name: str, problems: list[str]) -> list[state.Stated]:
    inner = store.states(name)
    if inner is None:
        return []
    try:
        return list(state.FILES[name](store))
    except Damage as damage:
        problems.append(f"{inner} {damage}")
        return []


def _stated(store: Store, name: str, problems: list[str]) -> list[Row]:
    return [columns for _, happened, _ in _texts(store, name, problems) for _, columns in happened]


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
    own, unjudged = store.queues[queue.topic, queue.queue_id], 0
    oldest: tuple[int, str] | None = None
    for part in entries_of([own], frozenset({TAG_CODES["ck"]}), first=0 if committed is None else max(0, committed + 1)):
        unjudged += part.height
        for some in () if oldest else part.iter_slices(_AT_ONCE):
            oldest = oldest or _checkpoint(messages(store, some, _passed_over, body=True))
    due, text = oldest or (None, None)
    return ReviveFacts(queue, committed, unjudged, text, due)


def _checkpoint(read: pl.DataFrame) -> tuple[int, str] | None:
    """Return when the first checkpoint of the messages *read* is due, and it in words."""
    found = pop.records_of(read, _passed_over).filter(pl.col("tag") == "ck").head(1).select("revive_time", of_pop())
    return (int(found.row(0)[0]), str(found.row(0)[1])) if found.height else None


def _passed_over(place: str, damage: Damage) -> None:
    """Leave out what cannot be read: the summary tells what can."""


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
    for part in entries_of([queue], first=start):
        for some in part.head(count).iter_slices(_AT_ONCE):
            words = _words(store, some, own=topic == TIMER_TOPIC or is_revive(topic))
            yield from (f"{offset}  {words[offset]}" for offset in some["offset"])
        count -= min(count, part.height)
        if not count:
            return


def _words(store: Store, entries: pl.DataFrame, *, own: bool) -> dict[int, str]:
    """Return messages of one queue in words by offset: what POP itself wrote, its *own*, with the body, any other without."""
    damaged: dict[int, str] = {}

    def spoilt(place: str, damage: Damage) -> None:
        damaged[int(place.rpartition(" ")[2])] = f"damaged: {damage}"

    read = messages(store, entries, spoilt, body=own)
    said = dict(read.select("stored_queue_offset", of_message()).iter_rows())
    records = pop.records_of(read, spoilt) if own else None
    ours = dict(records.select("stored_queue_offset", of_pop()).iter_rows()) if records is not None else {}
    return said | ours | damaged
