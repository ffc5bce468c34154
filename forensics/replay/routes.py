"""Drives model/routes.py: the broker addresses each client held, put by put.

The clients of one process print to one log, and no put names its client: where there are several the puts of each topic are
taken apart, so that what one client was told is not taken for what another one held.
"""

from collections.abc import Iterator
from functools import reduce

import polars as pl

from forensics.model import routes
from forensics.replay.clients import client_of, clients_then
from forensics.replay.events import CLIENT_KINDS, Events, Row, Rows, at, by, state_id, timed

_READ = ("node", "pid", "seq", "ts_lo", "ts_hi", "record_id", "topic", "route")


def replay(events: Events) -> Rows:
    """Return the rows of `routes_held`."""
    puts = timed(events.only("route_put", *_READ, where=pl.col("kind").is_in(CLIENT_KINDS)))
    held = []
    for (node, _pid), rows in by(puts, "node", "pid").items():
        client_id = client_of(events, rows[0])
        several = len(clients_then(events, rows[-1])) > 1
        for own in by(rows, "topic").values() if several else [rows]:
            table = reduce(routes.put, [put for row in _changes(own) for put in _puts(row)], routes.Routes())
            held += [_row(node, client_id, h) for h in (*table.before, *table.now.values())]
    return {"routes_held": sorted(held, key=lambda row: (row["node"], row["from_lo"], row["state_id"]))}


def _changes(rows: list[Row]) -> Iterator[Row]:
    """Yield the puts of a route that is not the one just put, which changes nothing."""
    before = None
    for row in rows:
        if row["route"] != before:
            yield row
        before = row["route"]


def _puts(row: Row) -> list[routes.BrokerPut]:
    brokers = by(row["route"] or [], "broker")
    return [
        routes.BrokerPut(
            row["topic"], broker, tuple(sorted((a["broker_id"], a["address"]) for a in addresses)), at(row), row["record_id"]
        )
        for broker, addresses in brokers.items()
    ]


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
