"""What POP wrote to a store: checkpoints and acks before and after the timer, retried messages, and what these refer to.

Up to 5.3.3, with the default file store (FS mode). Before the timer a message lies in `rmq_sys_wheel_timer`, from the moment it
was put; after it, or where its time had passed already, in its revive queue. So a checkpoint or ack in a revive queue that
the timer has not touched (no TIMER_DEQUEUE_MS) was put there directly.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import polars as pl

from forensics.statements.pop_bodies import decode_ack_body, decode_ck_body
from forensics.storefiles import bodies
from forensics.storefiles.bulk import MESSAGES, Spoilt, entries_of, in_words, messages, named, strings, together
from forensics.storefiles.commitlog import LATEST_MS, Damage, Message
from forensics.storefiles.queues import TAG_CODES, Queue
from forensics.storefiles.store import RETRY_PREFIX, REVIVE_PREFIX, TIMER_TOPIC, TRACE_TOPIC, Store
from forensics.storefiles.traces import traced

_TAGS = frozenset(TAG_CODES.values())
_INT64 = 1 << 63
RECORDS = MESSAGES | bodies.COLUMNS
"""A checkpoint or an ack: the message it lies in, its `tag` what it is, and the columns of its body."""
_NO_MESSAGES = pl.DataFrame(schema=MESSAGES)
_NO_RECORDS = pl.DataFrame(schema=RECORDS)
_BATCH = ["topic", "group", "queue_id", "start_offset", "pop_time"]
_PLACE = ["topic", "queue_id", "offset"]

Row = dict[str, Any]


@dataclass
class PopStore:
    """What was read of one store; `last` is the newest message its queues lead to.

    `records` are checkpoints and acks (RECORDS); `retries` and `originals` messages without their bodies (MESSAGES), of retry
    topics and those these repeat. `damage` counts by reason what could not be read, with the place of the first.
    """

    records: pl.DataFrame = field(default_factory=_NO_RECORDS.clone)
    retries: pl.DataFrame = field(default_factory=_NO_MESSAGES.clone)
    originals: pl.DataFrame = field(default_factory=_NO_MESSAGES.clone)
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
    own = [queue for topic in (TIMER_TOPIC, *store.topics(REVIVE_PREFIX)) for queue in store.of_topic(topic)]
    again = [queue for topic in store.topics(RETRY_PREFIX) for queue in store.of_topic(topic)]
    records = (records_of(messages(store, part, found.spoilt, body=True), found.spoilt) for part in entries_of(own, _TAGS))
    found.records = pl.concat([_NO_RECORDS, *records])
    for queue in store.of_topic(TRACE_TOPIC):
        found.traces += _traces(store, queue, found)
    retries = (messages(store, part, found.spoilt, body=False) for part in entries_of(again))
    found.retries = pl.concat([_NO_MESSAGES, *retries])
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


def records_of(read: pl.DataFrame, spoilt: Spoilt) -> pl.DataFrame:
    """Return those of the messages *read* that are checkpoints and acks of POP, in their order, as RECORDS.

    A message of the timer is POP's if it is to go to a revive queue: other delayed messages have tags of their own.
    """
    to_revive = (pl.col("stored_topic") != TIMER_TOPIC) | pl.col("real_topic").str.starts_with(REVIVE_PREFIX)
    own = read.filter(pl.col("tag").is_in(list(TAG_CODES)), to_revive)
    parts = [_NO_RECORDS.with_row_index("number")]
    for cks in (True, False):
        some = own.with_row_index("number").filter((pl.col("tag") == "ck") == cks)
        decoded_in_bulk = some.hstack(bodies.usual(strings(some["body"]), cks=cks))
        parts.append(decoded_in_bulk.filter(pl.col("topic").is_not_null()))
        parts.append(_one_by_one(some.filter(decoded_in_bulk["topic"].is_null()), spoilt))
    return pl.concat(parts).sort("number").drop("number")


def _one_by_one(left: pl.DataFrame, spoilt: Spoilt) -> pl.DataFrame:
    rows = []
    for row in left.to_dicts():
        try:
            if columns := decoded(row["tag"], row["body"]):
                rows.append(row | columns)
        except Damage as damage:
            spoilt(in_words(row["stored_topic"], row["stored_queue"], row["stored_queue_offset"]), damage)
    return pl.DataFrame(rows, schema={"number": left.schema["number"], **RECORDS})


def _traces(store: Store, queue: Queue, found: PopStore) -> Iterator[tuple[Message, list[Row]]]:
    for entry in queue.entries():
        try:
            message = store.message(queue, entry, body=True)
            if rows := traced(message):
                yield replace(message, body=None), rows
        except Damage as damage:
            found.spoilt(in_words(queue.topic, queue.queue_id, entry.offset), damage)


def put() -> pl.Expr:
    """Return which of RECORDS the broker put itself, and the timer did not deliver."""
    return ~in_revive_queue() | pl.col("dequeued_at").is_null()


def in_revive_queue() -> pl.Expr:
    """Return which of RECORDS lie in a revive queue, and not in the timer's."""
    return pl.col("stored_topic") != TIMER_TOPIC


def decoded(kind: str, body: bytes) -> Row:
    """Return the columns of a checkpoint's or an ack's body, empty for one that cancels another; Damage where absurd."""
    try:
        columns = (_checkpoint if kind == "ck" else decode_ack_body)(body.decode())
    except (UnicodeDecodeError, RecursionError):
        raise Damage("its body is not JSON") from None
    if not all(_fits(value) for value in columns.values()):
        raise Damage("its body holds numbers beyond 64 bits")
    if any(not 0 <= columns.get(name, 0) < LATEST_MS for name in ("pop_time", "revive_time")):
        raise Damage("its body holds times that no clock has")
    return columns if columns.get("topic") and columns.get("group") else {}


def _checkpoint(text: str) -> Row:
    """Return the columns of a checkpoint's body; `suspended` is PopCheckPoint.suspend of 5.5.0, `sp`."""
    columns = decode_ck_body(text)
    suspended = json.loads(text).get("sp") if columns else None
    return columns and columns | {"suspended": suspended if isinstance(suspended, bool) else None}


def _fits(value: object) -> bool:
    if isinstance(value, list):
        return all(_fits(one) for one in value)
    return type(value) is not int or -_INT64 <= value < _INT64


def retry_topics() -> tuple[pl.Expr, pl.Expr]:
    """Return the topics a message of `topic` may be retried in for `group`: KeyBuilder.buildPopRetryTopic, of either version."""
    topic, group = pl.col("topic"), pl.col("group")
    again = pl.when(topic.str.starts_with(RETRY_PREFIX)).then(topic)
    first, second = (again.otherwise(pl.concat_str(pl.lit(RETRY_PREFIX), group, pl.lit(between), topic)) for between in "_+")
    return first, second


def wanted(stores: Iterable[PopStore]) -> pl.DataFrame:
    """Return the business messages that the records of *stores* ask for, by `topic`, `queue_id` and `offset`.

    They are those of batches retried, and the unacked ones, by the queue that a checkpoint of 5.0.0 means with a negative id
    (#6012). A retried message names the pop it was first retried after; only the batches of that pop can hold it.
    """
    stores = list(stores)
    records = pl.concat([_NO_RECORDS, *(s.records for s in stores)])
    retries = pl.concat([_NO_MESSAGES, *(s.retries for s in stores)])
    popped = retries.select(pl.col("stored_topic").alias("again"), number("first_popped").alias("pop_time")).drop_nulls().unique()
    cks = records.filter(pl.col("tag") == "ck").select(*_BATCH, "ck_offsets").drop_nulls("queue_id")
    retried = pl.concat(
        [cks.with_columns(name.alias("again")).join(popped, on=["again", "pop_time"], how="semi") for name in retry_topics()]
    )
    acks = records.filter(pl.col("tag") != "ck").select(*_BATCH, offset="ack_offsets").explode("offset")
    open_ = cks.rename({"ck_offsets": "offset"}).explode("offset").join(acks, on=[*_BATCH, "offset"], how="anti")
    of_retried = retried.rename({"ck_offsets": "offset"}).explode("offset")
    asked = pl.concat([frame.select(_PLACE) for frame in (open_, of_retried)]).drop_nulls()
    queue = pl.col("queue_id")
    return asked.with_columns(pl.when(queue < 0).then(queue + 256).otherwise(queue)).unique().sort(_PLACE)


def number(name: str) -> pl.Expr:
    """Return the whole number that a property's text holds, null where it holds none of 64 bits."""
    text = pl.col(name)
    return pl.when(text.str.contains("^-?[0-9]{1,19}$")).then(text).cast(pl.Int64, strict=False)


def read_originals(store: Store, found: PopStore, asked: pl.DataFrame) -> None:
    """Add to *found* the business messages among *asked* that *store* has, without their bodies."""
    parts = (messages(store, part, found.spoilt, body=False) for part in together(_entries(store, asked)))
    found.originals = pl.concat([found.originals, *parts])


def _entries(store: Store, asked: pl.DataFrame) -> Iterator[pl.DataFrame]:
    for (topic, queue_id), own in asked.group_by("topic", "queue_id", maintain_order=True):
        queue = store.queues.get((str(topic), int(str(queue_id))))
        if queue is not None and not queue.topic.startswith(RETRY_PREFIX):
            yield named(queue.at(own["offset"]), queue)
