"""A message's life over all nodes: every line that names it, and what the replay makes of it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

import polars as pl

from forensics import statements
from forensics.case import Case
from forensics.errors import BadUsage
from forensics.questions.handle import handle_of
from forensics.questions.rows import Row, placed, row, states
from forensics.tables import RECORDS, Table

_PLACE = re.compile(r"(.+)/(\d+)/(\d+)$")
_ID = re.compile(r"[0-9A-Fa-f]{16,64}$")
_OFFSETS = ("offset", "msg_offset")
_LISTS = ("offsets", "ack_offsets")
_WHOLE_BATCH = "ck_offsets"
"""Names the messages of a checkpoint: an event that names fewer beside it is of those alone."""


@dataclass(frozen=True)
class Wanted:
    """Which message: by its ids, or by where it lies; None is not known."""

    message_id: str | None = None
    topic: str | None = None
    queue_id: int | None = None
    offset: int | None = None
    broker: str | None = None

    @property
    def is_placed(self) -> bool:
        """Return whether it is known where the message lies."""
        return self.queue_id is not None and self.offset is not None


def wanted(text: str) -> Wanted:
    """Return the message that *text* names: a message id, a receipt handle, or TOPIC/QUEUE/OFFSET."""
    if _ID.match(text):
        return Wanted(message_id=text)
    if found := _PLACE.match(text):
        return Wanted(None, found[1], int(found[2]), int(found[3]))
    if text.count(" ") >= 7:
        handle = handle_of(text)
        return Wanted(None, None, handle.queue_id, handle.offset, handle.broker)
    raise BadUsage(text, "names no message", "write a message id, a receipt handle in quotes, or TOPIC/QUEUE/OFFSET")


def story(case: Case, asked: Wanted) -> list[Row]:
    """Return each step of the message's life in order of time, with its line; empty where no line names it."""
    known = _placed_by_id(case, asked) if asked.message_id and not asked.is_placed else asked
    rows = {one["record_ids"][0]: one for one in _lines(case, known)}
    for one in _states(case, known):
        rows[one["record_ids"][0] if one["record_ids"] else -len(rows)] = one
    return placed(case, rows.values())


def _placed_by_id(case: Case, asked: Wanted) -> Wanted:
    """Return *asked* with where the message lies, as far as a state names it by its id."""
    for one in states(case, "send_backs"):
        if asked.message_id in (one["message_id"], one["offset_message_id"]):
            return replace(asked, topic=one["topic"], queue_id=one["queue_id"], offset=one["offset"], broker=one["broker"])
    return asked


def _lines(case: Case, asked: Wanted) -> list[Row]:
    """Return a row for each record that names the message: by an event's columns, or by its id anywhere in the text."""
    found: dict[int, str] = {}
    for event, columns in statements.event_tables().items():
        table = Table(f"events/{event}", columns.row, columns.columns)
        if case.has(table.name):
            found |= dict.fromkeys(_events(case, table, asked), event)
    if asked.message_id:
        named = case.scan(RECORDS).filter(pl.col("text").str.contains(asked.message_id, literal=True))
        found |= dict.fromkeys(named.select("record_id").collect()["record_id"].to_list(), "line") | found
    records = case.scan(RECORDS).filter(pl.col("record_id").is_in(sorted(found)))
    rows = records.select("record_id", "node", "ts_lo", "ts_hi", "statement").collect().to_dicts()
    return [
        row(r["ts_lo"], r["ts_hi"], r["node"], "line", _said(found[r["record_id"]], r["statement"]), [r["record_id"]])
        for r in rows
    ]


def _said(event: str, statement: str | None) -> str:
    named = event if event != "line" else (statement or "a line that names it").rpartition(".")[2].lower()
    return named.replace("_", " ")


def _events(case: Case, table: Table, asked: Wanted) -> list[int]:
    """Return the records whose event of *table* names the message by its columns."""
    fits = _fitting(set(table.schema), asked)
    return case.scan(table).filter(fits).select("record_id").collect()["record_id"].to_list() if fits is not None else []


def _fitting(columns: set[str], asked: Wanted) -> pl.Expr | None:
    """Return what holds of a row that names the message, None where a table with *columns* cannot."""
    by_id = [
        pl.col(name) == asked.message_id for name in ("message_id", "offset_message_id") if asked.message_id and name in columns
    ]
    placed_by = [name for name in (*_OFFSETS, *_LISTS) if name in columns] or [_WHOLE_BATCH] * (_WHOLE_BATCH in columns)
    queue = "msg_queue_id" if "msg_queue_id" in columns else "queue_id"
    if asked.is_placed and placed_by and queue in columns and "topic" in columns:
        offsets = [pl.col(n) == asked.offset if n in _OFFSETS else pl.col(n).list.contains(asked.offset) for n in placed_by]
        here = pl.any_horizontal(offsets) & (pl.col(queue) == asked.queue_id)
        here = here & (pl.col("topic") == asked.topic) if asked.topic else here
        by_id.append(here & (pl.col("broker") == asked.broker) if asked.broker and "broker" in columns else here)
    return pl.any_horizontal(by_id) if by_id else None


def _states(case: Case, asked: Wanted) -> list[Row]:
    """Return what the replay says of the message: its acks, deliveries again, failed reads and send-backs."""
    if not asked.is_placed:
        return []
    return [told(one) for name, told in _REPLAYED.items() for one in _of(case, name, asked)]


def _ack(one: Row) -> Row:
    said = f"its ack is taken ({_plain(one['in_time'] or 'unseen')})"
    return row(one["taken_lo"], one["taken_hi"], None, "replay", said, one["taken_record_ids"])


def _again(one: Row) -> Row:
    said = f"delivered again ({_plain(one['way'])}, {_plain(one['cause'] or 'unexplained')})"
    return row(one["ts_lo"], one["ts_hi"], one["node"], "replay", said, [one["record_id"]])


def _chain(one: Row) -> Row:
    said = f"cannot be read; its checkpoint is put again {one['rewrites']} times"
    return row(one["from_lo"], one["to_hi"], one["node"], "replay", said, one["record_ids"])


def _lost(one: Row) -> Row:
    said = f"given up ({_plain(one['why'])}); {_plain(one['outcome'])}"
    return row(one["ts_lo"], one["ts_hi"], one["node"], "replay", said, one["failure_record_ids"])


def _sent_back(one: Row) -> Row:
    said = f"cannot be sent back: {_plain(one['outcome'])}"
    return row(one["ts_lo"], one["ts_hi"], one["node"], "replay", said, [one["record_id"]])


_REPLAYED: dict[str, Callable[[Row], Row]] = {
    "acks": _ack,
    "redeliveries": _again,
    "rewrite_chains": _chain,
    "lost_messages": _lost,
    "send_backs": _sent_back,
}


def _plain(name: str) -> str:
    return name.replace("_", " ")


def _of(case: Case, name: str, asked: Wanted) -> list[Row]:
    return [
        one
        for one in states(case, name)
        if one["queue_id"] == asked.queue_id
        and one["offset"] == asked.offset
        and (asked.topic is None or one["topic"] == asked.topic)
    ]
