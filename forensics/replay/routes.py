"""Drives model/routes.py: the broker addresses each client held, put by put.

The clients of one process print to one log, and no put names its client: where there are several the puts of each topic are
taken apart, so that what one client was told is not taken for what another one held. Which of several clients dropped an
address is not printed either: there no drop is told.
"""

from collections.abc import Iterator
from functools import reduce
from itertools import chain
from operator import itemgetter

import polars as pl

from forensics.model import routes
from forensics.replay.clients import are_several, client_of
from forensics.replay.events import CLIENT_KINDS, Events, Row, Rows, at, by, state_id, timed

_WHERE = ("node", "pid", "series", "seq", "ts_lo", "ts_hi", "record_id")
_OF_CLIENTS = pl.col("kind").is_in(CLIENT_KINDS)


def replay(events: Events) -> Rows:
    """Return the rows of `routes_held`."""
    puts = timed(events.only("route_put", *_WHERE, "topic", "route", where=_OF_CLIENTS))
    drops = by(timed(events.only("client_broker_dropped", *_WHERE, "broker", "address", where=_OF_CLIENTS)), "node", "pid")
    held = []
    for (node, pid), rows in {**{process: [] for process in drops}, **by(puts, "node", "pid")}.items():
        dropped = drops.get((node, pid), [])
        first, last = (rows or dropped)[0], (rows or dropped)[-1]
        client_id, several = client_of(events, first), are_several(events, last)
        for own in by(rows, "topic").values() if several else [sorted([*rows, *dropped], key=itemgetter("series", "seq"))]:
            table = reduce(_step, chain.from_iterable(map(_events, _changes(own))), routes.Routes())
            held += [_row(node, client_id, h) for h in (*table.before, *table.now.values())]
    return {"routes_held": sorted(held, key=lambda row: (row["node"], row["from_lo"], row["state_id"]))}


def _changes(rows: list[Row]) -> Iterator[Row]:
    """Yield the drops, and the puts of a route that is not the one just put, which changes nothing."""
    before = None
    for row in rows:
        if "route" not in row or row["route"] != before:
            yield row
        before = row.get("route")


def _events(row: Row) -> list[routes.BrokerPut | routes.BrokerDropped]:
    if "route" not in row:
        return [routes.BrokerDropped(row["broker"], row["address"], at(row), row["record_id"])]
    brokers = by(row["route"] or [], "broker")
    return [
        routes.BrokerPut(
            row["topic"], broker, tuple(sorted((a["broker_id"], a["address"]) for a in addresses)), at(row), row["record_id"]
        )
        for broker, addresses in brokers.items()
    ]


def _step(table: routes.Routes, event: routes.BrokerPut | routes.BrokerDropped) -> routes.Routes:
    return routes.put(table, event) if isinstance(event, routes.BrokerPut) else routes.drop(table, event)


def _row(node: str, client_id: str | None, held: routes.Held) -> Row:
    return {
        "state_id": state_id("route", node, held.broker, held.record_id),
        "node": node,
        "client_id": client_id,
        "topic": held.topic,
        "broker": held.broker,
        "master": held.master,
        "addresses": [f"{broker_id}={address}" for broker_id, address in held.addresses],
        **held.span.columns(),
        "record_ids": [held.record_id, *([held.ended_by] if held.ended_by else [])],
    }
