"""What was read of a store, as rows of events: the same kinds that the logs give, and some that only a store has."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import polars as pl

from forensics import statements
from forensics.storefiles.commitlog import Message
from forensics.storefiles.pop import PopStore, in_revive_queue, number, put
from forensics.storefiles.traces import in_words
from forensics.storefiles.words import clock, of_message, of_pop
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
    "kv_stored": ("topic", "group", "queue_id", "offset", "pop_time", "invisible_ms"),
    "topic_stored": ("topic", "perm", "read_queues", "write_queues"),
    "group_stored": ("group",),
    "timer_checkpoint": ("last_update_ms", "offset"),
}  # fmt: skip
"""The columns a store gives, by kind of event; some of the kinds follow only from others, in replay. `ts_lo` is the store's
own time, to the millisecond."""

Row = dict[str, Any]
_NEW = [name for name in _PUT if name != "store_ms"]


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


_LARGEST = 1 << 16
"""So many records of a file are put into words at a time."""
_COMMON: dict[str, pl.DataType | type[pl.DataType]] = {"number": pl.Int64, "position": pl.Int64, "store_ms": pl.Int64}


@dataclass(frozen=True)
class Piece:
    """Records of a store that follow one another in a commit log file, and the events they are, by kind.

    `records` has `number` (from 0 in the file), `position`, `store_ms` and `text`; the events name their record by `number`.
    """

    records: pl.DataFrame
    events: dict[str, pl.DataFrame]


def pieces(found: PopStore, file: int) -> Iterator[Piece]:
    """Yield what was read of one file of a commit log, in its order."""
    parts = _parts(found, file)
    index = pl.concat([part.select("position", pl.lit(rank).alias("rank")) for rank, part in enumerate(parts)])
    index = index.sort("position", "rank", maintain_order=True).with_row_index("number").cast({"number": pl.Int64})
    numbered = [part.with_columns(index.filter(pl.col("rank") == rank)["number"]) for rank, part in enumerate(parts)]
    for first in range(0, index.height, _LARGEST):
        inside = pl.col("number").is_between(first, first + _LARGEST - 1)
        yield _piece(*(part.filter(inside) for part in numbered))


def _parts(found: PopStore, file: int) -> tuple[pl.DataFrame, ...]:
    """Return the POP records, the business messages and the rest of one file, each by position."""
    here = pl.col("file") == file
    messages = pl.concat([found.retries.filter(here), found.originals.filter(here)]).unique("position", keep="first")
    own = [_of_other(other) for other in _others(found) if other[0].file == file]
    others = pl.DataFrame(own, schema={"position": pl.Int64, "store_ms": pl.Int64, "text": pl.String, "happened": pl.String})
    return found.records.filter(here).sort("position"), messages.sort("position"), others.sort("position")


_Other = tuple[Message, list[Row] | int]
"""A client's trace with what it says, or the log's last message with how many were damaged."""


def _others(found: PopStore) -> list[_Other]:
    last: list[_Other] = [(found.last, sum(found.damage.values()))] if found.last else []
    return [*found.traces, *last]


def _of_other(other: _Other) -> Row:
    """Return the text of a trace or of the last message, and as JSON the rows of the events it is, by kind."""
    m, rows = other
    common = {"position": m.position, "store_ms": m.store_ms}
    if not isinstance(rows, int):
        traced = {"message_traced": [_traced_columns(row) for row in rows]}
        return common | {"text": "; ".join(map(in_words, rows)), "happened": json.dumps(traced)}
    end = {"log_ended": [{"store_ms": m.store_ms, "commit_log_offset": m.physical, "failures": rows}]}
    at = f"stored at {clock(m.store_ms)} by {m.store_host} as {m.topic} queue {m.queue_id} offset {m.queue_offset}"
    text = f"the last message of the store; {at}, commit log offset {m.physical}"
    return common | {"text": text, "happened": json.dumps(end)}


def _piece(pops: pl.DataFrame, messages: pl.DataFrame, others: pl.DataFrame) -> Piece:
    own = [*_COMMON, "text"]
    texts = (pops.with_columns(text=of_pop()), messages.with_columns(text=of_message()), others)
    events = {kind: frame for kind, frame in _events(pops, messages) if frame.height}
    rows: dict[str, list[Row]] = {}
    for other in others.to_dicts():
        for kind, made in json.loads(other["happened"]).items():
            rows.setdefault(kind, []).extend({name: other[name] for name in _COMMON} | columns for columns in made)
    more = {kind: pl.DataFrame(own_rows, infer_schema_length=None) for kind, own_rows in rows.items()}
    return Piece(pl.concat([text.select(own) for text in texts]).sort("number"), events | more)


def _events(pops: pl.DataFrame, messages: pl.DataFrame) -> Iterator[tuple[str, pl.DataFrame]]:
    """Yield the events that checkpoints, acks and business messages are, by kind."""
    columns = pops.with_columns(
        pl.when(in_revive_queue()).then("stored_queue").otherwise(number("real_queue")).alias("revive_queue_id"),
        pl.when(in_revive_queue()).then("stored_queue_offset").alias("revive_offset"),
        (pl.col("file") + pl.col("position")).alias("commit_log_offset"),
        number("delivered_at").alias("deliver_ms"),
        pl.lit("PUT_OK").alias("put_status"),
    )
    for noun, which, names in (("ck", pl.col("tag") == "ck", _CK), ("ack", pl.col("tag") != "ck", _ACK)):
        own = columns.filter(which)
        yield f"{noun}_stored", own.filter(put()).select(*_COMMON, *names, *_NEW)
        again = {"ck_revive_offset": pl.col("revive_offset")} if noun == "ck" else {}
        found = own.filter(in_revive_queue()).with_columns(**again)
        yield f"{noun}_found", found.select(*_COMMON, *names, *_NEW, "revive_offset")
    yield (
        "message_stored",
        messages.select(
            *_COMMON, "message_id", "key", "reconsume_times", "born_ms", "store_host",
            topic="stored_topic", queue_id="stored_queue", offset="stored_queue_offset", first_pop_time=number("first_popped"),
            commit_log_offset=pl.col("file") + pl.col("position"),
        ),
    )  # fmt: skip


def _traced_columns(row: Row) -> Row:
    return {name: value for name, value in row.items() if name != "at"} | {"now_ms": row["at"]}
