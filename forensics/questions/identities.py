"""Which message lies where: ids and keys, as far as a store, a send-back or another line names them."""

from collections.abc import Iterator
from typing import Any

import polars as pl

from forensics.case import Case
from forensics.storefiles.events import event_tables, held_events

Row = dict[str, Any]
Place = tuple[str | None, int | None, int | None]

_NAMED = ("message_id", "key")
_PLACED = ("topic", "queue_id", "offset")


def named(case: Case, findings: list[Row]) -> list[Row]:
    """Return *findings* with id and key of their messages, where the case names them and the finding's own lines do not."""
    known = identities(case)
    return [finding | {"messages": [_with(known, message) for message in finding["messages"]]} for finding in findings]


def _with(known: dict[Place, Row], message: Row) -> Row:
    found = known.get((message["topic"], message["queue_id"], message["offset"]), {})
    return message | {name: message[name] if message[name] is not None else found.get(name) for name in _NAMED}


def identities(case: Case) -> dict[Place, Row]:
    """Return id and key of each message by topic, queue and offset; not where two messages lay at one place.

    So it is where a topic was made anew, and where two brokers have a queue of one number: a line of a store names no broker.
    """
    found: dict[Place, Row] = {}
    several: set[Place] = set()
    for one in _rows(case):
        place = tuple(one[name] for name in _PLACED)
        old = found.setdefault(place, one)
        if old["message_id"] != one["message_id"]:
            several.add(place)
    return {place: {name: one[name] for name in _NAMED} for place, one in found.items() if place not in several}


def _rows(case: Case) -> Iterator[Row]:
    for held in map(held_events, event_tables()):
        if {*_NAMED, *_PLACED} <= set(held.schema) and case.has(held.name):
            rows = case.scan(held).filter(pl.col("message_id").is_not_null() & pl.col("offset").is_not_null())
            yield from rows.select(*_NAMED, *_PLACED).unique(maintain_order=True).collect().iter_rows(named=True)
