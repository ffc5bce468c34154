"""A message's life over all nodes: every line that names it, by id, key, handle or place, and what the replay makes of it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import polars as pl

from forensics.case import Case
from forensics.errors import BadUsage
from forensics.questions.handle import handle_of
from forensics.questions.rows import Row, placed, row, states
from forensics.questions.words import WORDS
from forensics.storefiles.events import event_tables, held_events
from forensics.tables import RECORDS, Table

_PLACE = re.compile(r"(.+)/(\d+)/(\d+)$")
_ID = re.compile(r"[0-9A-Fa-f]{16,64}$")
_IDS = ("message_id", "offset_message_id")
_OFFSETS = ("offset", "msg_offset")
_LISTS = ("offsets", "ack_offsets")
_TRACED = "events/message_traced"
"""What clients say themselves: several of one message in one record, each with its own time."""
_WHOLE_BATCH = "ck_offsets"
"""Names the messages of a checkpoint: an event that names fewer beside it is of those alone."""
_ACCEPTED = "write a message id, a key, a receipt handle in quotes, or TOPIC/QUEUE/OFFSET"


@dataclass(frozen=True, order=True)
class Place:
    """Where a message lies; topic and broker are None where a handle does not tell them."""

    topic: str | None
    queue_id: int
    offset: int
    broker: str | None = None


@dataclass(frozen=True)
class Wanted:
    """Which message: by its ids, its key, a handle of it, or the places it lies at; a message retried lies at several."""

    ids: frozenset[str] = frozenset()
    places: frozenset[Place] = frozenset()
    key: str | None = None
    handle: str | None = None


def wanted(text: str) -> Wanted:
    """Return the message that *text* names: a message id, a receipt handle, TOPIC/QUEUE/OFFSET, or else a key."""
    if _ID.match(text):
        return Wanted(frozenset({text, text.upper()}))
    if found := _PLACE.match(text):
        return Wanted(places=frozenset({Place(found[1], int(found[2]), int(found[3]))}))
    if text.count(" ") >= 7:
        handle = handle_of(text)
        return Wanted(places=frozenset({Place(None, handle.queue_id, handle.offset, handle.broker)}), handle=text.strip())
    return Wanted(key=text)


def story(case: Case, asked: Wanted) -> list[Row]:
    """Return each step of the message's life in order of time, with its line; empty where no line names it.

    BadUsage where *asked* is a key that no line has.
    """
    known = _known(case, asked)
    if asked.key is not None and not (known.ids or known.places):
        raise BadUsage(asked.key, "names no message of the case", _ACCEPTED)
    replayed = _states(case, known)
    told = {one["record_ids"][0] for one in replayed if one["record_ids"]}
    lines = [one for one in _lines(case, known) if one["record_ids"][0] not in told]
    steps = [*lines, *{(one["what"], one["ts_lo"], *one["record_ids"][:1]): one for one in replayed}.values()]
    return placed(case, [*steps, *_clocks(case, steps)])


def _clocks(case: Case, steps: list[Row]) -> list[Row]:
    """Return, for each node that the story tells of and whose clock is off, how far, before its steps."""
    first: dict[str, int] = {}
    for one in steps:
        if one["node"] and one["ts_lo"] is not None:
            first[one["node"]] = min(first.get(one["node"], one["ts_lo"]), one["ts_lo"])
    off = [own for own in states(case, "clocks") if own["notable"] and own["node"] in first]
    return [row(first[own["node"]], first[own["node"]], own["node"], "clock", own["says"], own["record_ids"]) for own in off]


def _known(case: Case, asked: Wanted) -> Wanted:
    """Return *asked* with every id and place that some line gives the message: of its first copy, then of those found by it."""
    first = _joined(case, asked)
    return _joined(case, first) if first.ids != asked.ids else first


def _joined(case: Case, asked: Wanted) -> Wanted:
    ids, places = set(asked.ids), set(asked.places)
    for one in _identities(case):
        own = {one[name] for name in _IDS if one.get(name)}
        by_key = asked.key is not None and asked.key in (one["key"] or "").split()
        by_place = any(_lies(one, place) for place in asked.places)
        if by_key or by_place or not own.isdisjoint(asked.ids):
            ids |= own
            if one.get("queue_id") is not None and one.get("offset") is not None:
                places.add(Place(one["topic"], one["queue_id"], one["offset"], one.get("broker")))
    return replace(asked, ids=frozenset(ids), places=frozenset(places))


def _lies(one: Row, place: Place) -> bool:
    """Return whether *one* is of the message at *place*; what a handle or line does not tell excludes nothing."""
    named = (one.get("queue_id"), one.get("offset")) == (place.queue_id, place.offset)
    return named and place.topic in {None, one["topic"]} and (place.broker is None or one.get("broker") in {None, place.broker})


def _identities(case: Case) -> Iterator[Row]:
    """Yield what lines say of messages by id or key: with topic, queue and offset where they name them."""
    for table in _tables(case):
        names = [name for name in (*_IDS, "key", "topic", "queue_id", "offset", "broker") if name in table.schema]
        if {"message_id", "key"} <= set(names):
            yield from case.scan(table).select(names).unique(maintain_order=True).collect().iter_rows(named=True)


def _tables(case: Case) -> Iterator[Table]:
    yield from (table for table in map(held_events, event_tables()) if case.has(table.name))


def _lines(case: Case, asked: Wanted) -> list[Row]:
    """Return what each record says of the message that names it: by an event's columns, or by its id or handle in the text."""
    found: dict[int, list[Row]] = {}
    for table in _tables(case):
        for one in _events(case, table, asked):
            of_record = found.setdefault(one["record_id"], [])
            if table.name == _TRACED or not of_record:
                of_record.append(one)
    texts = [*asked.ids, *([asked.handle] if asked.handle else [])]
    if texts:
        named = case.scan(RECORDS).filter(pl.col("text").str.contains_any(sorted(texts)))
        for record in named.select("record_id").collect()["record_id"]:
            found.setdefault(record, [{}])
    records = case.scan(RECORDS).filter(pl.col("record_id").is_in(sorted(found)))
    rows = records.select("record_id", "node", "ts_lo", "ts_hi", "statement").collect().to_dicts()
    return [_line(one, event) for one in rows for event in found[one["record_id"]]]


def _line(record: Row, event: Row) -> Row:
    """Return a line of the story; a client's trace says itself when, to the millisecond."""
    if event.get("now_ms") is not None:
        record = record | {"ts_lo": event["now_ms"] * 1000, "ts_hi": event["now_ms"] * 1000 + 999}
    return row(record["ts_lo"], record["ts_hi"], record["node"], "log", _said(event, record["statement"]), [record["record_id"]])


def _said(event: Row, statement: str | None) -> str:
    """Return what a line says of the message: of its event in words, else the name of its statement."""
    if event.get("event") == "message_traced":
        result = {True: ", with success", False: ", without success", None: ""}[event["success"]]
        again = f", attempt {event['attempt'] + 1}" if event["attempt"] else ""
        by = f" by {event['group']}" if event["group"] else ""
        return f"by the client's own trace: {event['what']}{by}{again}{result}"
    if event:
        return WORDS.get(event["event"], _plain(event["event"])).format(**event)
    return _plain((statement or "a line that names it").rpartition(".")[2].lower())


_SHOWN = ("what", "success", "attempt", "group", "now_ms", "topic", "queue_id", "offset", "revive_queue_id")


def _events(case: Case, table: Table, asked: Wanted) -> list[Row]:
    """Return the rows of *table* that name the message by its columns, as far as their words need them."""
    fits = _fitting(set(table.schema), asked)
    if fits is None:
        return []
    names = ["record_id", *(name for name in _SHOWN if name in table.schema)]
    event = table.name.removeprefix("events/")
    rows = case.scan(table).filter(fits).select(names).collect().to_dicts()
    return [{"event": event} | (one if table.name == _TRACED else one | {"now_ms": None}) for one in rows]


def _fitting(columns: set[str], asked: Wanted) -> pl.Expr | None:
    """Return what holds of a row that names the message, None where a table with *columns* cannot."""
    fits = [pl.col(name).is_in(sorted(asked.ids)) for name in _IDS if asked.ids and name in columns]
    placed_by = [name for name in (*_OFFSETS, *_LISTS) if name in columns] or [_WHOLE_BATCH] * (_WHOLE_BATCH in columns)
    queue = "msg_queue_id" if "msg_queue_id" in columns else "queue_id"
    if placed_by and {queue, "topic"} <= columns:
        fits += [_at(place, queue, placed_by, columns) for place in sorted(asked.places, key=str)]
    return pl.any_horizontal(fits).fill_null(False) if fits else None


def _at(place: Place, queue: str, placed_by: list[str], columns: set[str]) -> pl.Expr:
    offsets = [pl.col(n) == place.offset if n in _OFFSETS else pl.col(n).list.contains(place.offset) for n in placed_by]
    here = pl.any_horizontal(offsets) & (pl.col(queue) == place.queue_id)
    here = here & (pl.col("topic") == place.topic) if place.topic else here
    return here & (pl.col("broker") == place.broker) if place.broker and "broker" in columns else here


def _states(case: Case, asked: Wanted) -> list[Row]:
    """Return what the replay says of the message: its acks, deliveries again, failed reads and send-backs."""
    return [told(one) for name, told in _REPLAYED.items() for one in _of(case, name, asked)]


def _ack(one: Row) -> Row:
    said = f"its ack is taken ({_plain(one['in_time'] or 'unseen')})"
    return row(one["taken_lo"], one["taken_hi"], None, "ack", said, one["taken_record_ids"])


def _again(one: Row) -> Row:
    said = f"delivered again ({_plain(one['way'])}, {_plain(one['cause'] or 'unexplained')})"
    return row(one["ts_lo"], one["ts_hi"], one["node"], "delivery", said, [one["record_id"]])


def _chain(one: Row) -> Row:
    said = f"cannot be read; its checkpoint is put again {one['rewrites']} times"
    return row(one["from_lo"], one["to_hi"], one["node"], "revive", said, one["record_ids"])


def _lost(one: Row) -> Row:
    said = f"given up ({_plain(one['why'])}); {_plain(one['outcome'])}"
    return row(one["ts_lo"], one["ts_hi"], one["node"], "loss", said, one["failure_record_ids"])


def _sent_back(one: Row) -> Row:
    said = f"cannot be sent back: {_plain(one['outcome'])}"
    return row(one["ts_lo"], one["ts_hi"], one["node"], "send-back", said, [one["record_id"]])


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
    return [one for one in states(case, name) if any(_lies(one, place) for place in asked.places)]
