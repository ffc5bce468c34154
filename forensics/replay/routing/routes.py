"""Drives model/routes.py: the broker addresses each client held, put by put.

The clients of one process print to one log, and no put names its client: where there are several the puts of each topic are
taken apart, so that what one client was told is not taken for what another one held. Which of several clients dropped an
address is not printed either: there no drop is told.
"""

from collections.abc import Iterator
from functools import reduce
from itertools import chain

from forensics.model import routes
from forensics.replay.clients import are_several, client_of
from forensics.replay.events import CLIENT_KINDS, Events, Row, Rows, at, by, state_id, timed

_PUT = "route_put"
_LINES = {_PUT: ("topic", "route"), "client_broker_dropped": ("broker", "address")}


def replay(events: Events) -> Rows:
    """Return the rows of `routes_held`."""
    held = []
    for (node, _pid), rows in by(timed(events.lean(_LINES, CLIENT_KINDS)), "node", "pid").items():
        puts = [row for row in rows if row["event"] == _PUT]
        first, last = (puts or rows)[0], (puts or rows)[-1]
        client_id, several = client_of(events, first), are_several(events, last)
        for own in by(puts, "topic").values() if several else [rows]:
            table = reduce(_step, chain.from_iterable(map(_events, _changes(own))), routes.Routes())
            held += [_row(node, client_id, h) for h in (*table.before, *table.now.values())]
    return {"routes_held": sorted(held, key=lambda row: (row["node"], row["from_lo"], row["state_id"]))}


def _changes(rows: list[Row]) -> Iterator[Row]:
    """Yield the drops, and the puts of a route that is not the one just put, which changes nothing."""
    before = None
    for row in rows:
        if row["event"] != _PUT or row["route"] != before:
            yield row
        before = row.get("route")


def _events(row: Row) -> list[routes.BrokerPut | routes.BrokerDropped]:
    if row["event"] != _PUT:
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
