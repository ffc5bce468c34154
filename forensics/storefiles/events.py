"""What was read of a store, as rows of events: the same kinds that the logs give, and some that only a store has."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from forensics import statements
from forensics.storefiles.commitlog import Message
from forensics.storefiles.pop import PopRecord, PopStore, number
from forensics.storefiles.traces import in_words
from forensics.storefiles.words import of_message, of_pop, where
from forensics.tables import Table, event_table

_BATCH = ("topic", "group", "queue_id", "start_offset", "pop_time")
_PUT = ("born_host", "born_ms", "commit_log_offset", "deliver_ms", "put_status", "store_host", "store_ms", "stored_queue_offset")
_CK = (*_BATCH, "ck_offsets", "revive_time", "ck_revive_offset", "broker", "re_put_times", "invisible_ms", "revive_queue_id")
_ACK = (*_BATCH, "ack_offsets", "ack_broker", "revive_queue_id")

COLUMNS = {
    "ck_stored": (*_CK, *_PUT),
    "ack_stored": (*_ACK, *_PUT),
    "ck_found": (*_CK, *_PUT, "revive_offset"),
    "ack_found": (*_ACK, *_PUT, "revive_offset"),
    "ck_popped": (*_CK, *_PUT),
    "message_retried": (*_CK, "offset", "msg_queue_id", "put_status", "stored_queue_offset", "store_ms"),
    "invisible_changed": (*_CK, "offset", "put_status", "store_ms"),
    "message_missing": ("topic", "group", "queue_id", "offset", "broker", "info", "needs_retry", "revive_queue_id", "pop_time"),
    "ack_not_buffered": (*_ACK, "now_ms", "reason"),
    "message_stored": (
        "topic", "queue_id", "offset", "message_id", "key", "reconsume_times", "first_pop_time", "born_ms", "store_ms",
        "store_host", "commit_log_offset",
    ),
    "log_ended": ("store_ms", "commit_log_offset", "failures"),
    "message_traced": ("what", "message_id", "topic", "group", "key", "success", "cost_ms", "attempt", "store_host", "now_ms"),
    "offset_stored": ("topic", "group", "queue_id", "offset"),
    "order_info_stored": (
        "topic", "group", "queue_id", "offsets", "acked_bits", "pop_time", "invisible_ms", "attempt_id",
    ),
    "topic_stored": ("topic", "perm", "read_queues", "write_queues"),
    "group_stored": ("group",),
    "timer_checkpoint": ("last_update_ms", "offset"),
}  # fmt: skip
"""The columns a store gives, by kind of event; some of the kinds follow only from others, in replay. `ts_lo` is the store's
own time, to the millisecond."""

Row = dict[str, Any]


@cache
def event_tables() -> dict[str, Table]:
    """Return the table of every event that some statement or some file of a store fills."""
    tables = dict(statements.event_tables())
    for kind, names in COLUMNS.items():
        old = tables.get(kind)
        known = {column.name for column in old.columns} if old else set()
        head = {column.name for column in event_table(kind, set(), throws=False).columns}
        throws = {"exception"} <= known
        own = (known - head - {"exception", "exception_text", "frames", "causes"}) | set(names)
        tables[kind] = event_table(kind, own, throws)
    return tables


Decoded = tuple[Message, str, list[tuple[str, Row]]]
"""A message, its text for evidence, and the events it is: kind and columns."""


def decoded(found: PopStore) -> Iterator[Decoded]:
    """Yield what was read of a store, in the order of the commit log, each message once; *found* is empty then.

    It is given up piece by piece, for a store can hold very much.
    """
    messages = {m.physical: m for m in (*found.retries, *found.originals)}
    waiting: list[tuple[int, _Piece]] = [(r.message.physical, r) for r in found.records]
    waiting += [(m.physical, m) for m in messages.values()] + [(m.physical, (m, own)) for m, own in found.traces]
    spoilt = sum(found.damage.values())
    waiting += [(found.last.physical, (found.last, spoilt))] if found.last else []
    found.records, found.retries, found.originals, found.traces = [], [], [], []
    waiting.sort(key=lambda piece: piece[0], reverse=True)
    while waiting:
        yield _of(waiting.pop()[1])


_Piece = PopRecord | Message | tuple[Message, list[Row] | int]
"""A record, a business message, a client's trace with what it says, or the log's last message with how many were damaged."""


def _of(piece: _Piece) -> Decoded:
    if isinstance(piece, PopRecord):
        return _of_record(piece)
    if isinstance(piece, Message):
        return piece, of_message(piece), [("message_stored", _message_columns(piece))]
    message, rows = piece
    if isinstance(rows, int):
        end = {"store_ms": message.store_ms, "commit_log_offset": message.physical, "failures": rows}
        return message, f"the last message of the store; {where(message)}", [("log_ended", end)]
    return message, "; ".join(map(in_words, rows)), [("message_traced", _traced_columns(row)) for row in rows]


def _of_record(record: PopRecord) -> Decoded:
    noun = "ck" if record.kind == "ck" else "ack"
    columns = record.columns | _put_columns(record)
    events = [(f"{noun}_stored", columns)] if record.put else []
    if record.delivered:
        at = record.message.queue_offset
        again = {"ck_revive_offset": at} if noun == "ck" else {}
        events.append((f"{noun}_found", columns | {"revive_offset": at} | again))
    return record.message, of_pop(record.message, record.columns, record.kind), events


def _put_columns(record: PopRecord) -> Row:
    m = record.message
    return {
        "revive_queue_id": record.revive_queue,
        "born_host": m.born_host,
        "born_ms": m.born_ms,
        "commit_log_offset": m.physical,
        "deliver_ms": number(m.properties.get("TIMER_DELIVER_MS")),
        "put_status": "PUT_OK",
        "store_host": m.store_host,
        "store_ms": m.store_ms,
        "stored_queue_offset": m.queue_offset,
    }


def _traced_columns(row: Row) -> Row:
    return {name: value for name, value in row.items() if name != "at"} | {"now_ms": row["at"]}


def _message_columns(m: Message) -> Row:
    return {
        "topic": m.topic,
        "queue_id": m.queue_id,
        "offset": m.queue_offset,
        "message_id": m.properties.get("UNIQ_KEY"),
        "key": m.properties.get("KEYS"),
        "reconsume_times": m.reconsume_times,
        "first_pop_time": number(m.properties.get("1ST_POP_TIME")),
        "born_ms": m.born_ms,
        "store_ms": m.store_ms,
        "store_host": m.store_host,
        "commit_log_offset": m.physical,
    }
