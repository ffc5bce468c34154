"""Drives model/routes.py: the broker addresses each client held, put by put.

The clients of one process print to one log, and no put names its client: where there are several the puts of each topic are
taken apart, so that what one client was told is not taken for what another one held. Which of several clients dropped an
address is not printed either: there no drop is told. Where clients of one process talk to several clusters, which may name
their brokers alike, the logs of the brokers tell by the name servers they register at whose an address is.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from itertools import chain, combinations

from forensics.model import routes
from forensics.replay.clients import are_several, client_of
from forensics.replay.events import CLIENT_KINDS, Events, Row, Rows, at, by, state_id, timed
from forensics.replay.nameserver.lists import by_name

_PUT = "route_put"
Registered = Mapping[str, frozenset[str]]
"""By address of a broker the name servers that it registers at."""
_LINES = {_PUT: ("topic", "route"), "client_broker_dropped": ("broker", "address")}


def replay(events: Events) -> Rows:
    """Return the rows of `routes_held`."""
    held, registered = [], _registered(events)
    for (node, _pid), rows in by(timed(events.lean(_LINES, CLIENT_KINDS)), "node", "pid").items():
        puts = [row for row in rows if row["event"] == _PUT]
        first, last = (puts or rows)[0], (puts or rows)[-1]
        client_id, several = client_of(events, first), are_several(events, last)
        known = _with_replicas(puts, registered) if registered else registered
        for own in _apart(puts, known) if several else [rows]:
            table = reduce(_step, chain.from_iterable(map(_events, _changes(own))), routes.Routes())
            held += [_row(node, client_id, h, known) for h in (*table.before, *table.now.values())]
    return {"routes_held": sorted(held, key=lambda row: (row["node"], row["from_lo"], row["state_id"]))}


def nameservers_of(addresses: Iterable[str], registered: Registered) -> frozenset[str]:
    """Return the name servers at which brokers of some addresses register; none where their logs are not there."""
    return frozenset().union(*(registered.get(address, ()) for address in addresses))


def by_cluster(rows: Sequence[Row], places: Sequence[frozenset[str]]) -> Iterable[list[Row]]:
    """Return *rows* by where their brokers register, by row the *places*, where that tells clusters apart; else together."""
    several = any(one.isdisjoint(other) for one, other in combinations(set(places) - {frozenset()}, 2))
    of_place: dict[frozenset[str], list[Row]] = {}
    for row, place in zip(rows, places, strict=True):
        of_place.setdefault(place if several else frozenset(), []).append(row)
    return of_place.values()


def _registered(events: Events) -> dict[str, frozenset[str]]:
    """Return where brokers register, by the addresses they started with; those that register by names of hosts are left out."""
    told = by(events.frame("broker_register_ok").select("node", "nameserver").unique().drop_nulls().collect().to_dicts(), "node")
    servers = {node: frozenset(row["nameserver"] for row in rows) for node, rows in told.items()}
    started = events.only("process_started", "kind", "node", "address") if servers else []
    return {
        row["address"]: servers[row["node"]]
        for row in started
        if row["kind"] == "broker" and row["address"] and row["node"] in servers and not any(map(by_name, servers[row["node"]]))
    }


def _with_replicas(puts: list[Row], registered: Registered) -> Registered:
    """Return *registered* with the addresses that routes list beside those for one broker: its replicas register alike."""
    found: dict[str, frozenset[str]] = {}
    for route in (put["route"] or () for put in _changes(puts)):
        for own in by(route, "broker").values():
            addresses = [one["address"] for one in own]
            servers = nameservers_of(addresses, registered)
            found |= {address: found.get(address, frozenset()) | servers for address in addresses if servers}
    return {**found, **registered}


def _apart(puts: list[Row], registered: Registered) -> Iterator[list[Row]]:
    """Yield the puts of several clients by topic, and by cluster where those of one name different ones; each in order."""
    for own in by(puts, "topic").values():
        yield from by_cluster(own, [nameservers_of(_addresses(row), registered) for row in own])


def _addresses(put: Row) -> list[str]:
    return [address["address"] for address in put["route"] or ()]


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


def _row(node: str, client_id: str | None, held: routes.Held, registered: Registered) -> Row:
    return {
        "state_id": state_id("route", node, held.broker, held.record_id),
        "node": node,
        "client_id": client_id,
        "topic": held.topic,
        "broker": held.broker,
        "master": held.master,
        "addresses": [f"{broker_id}={address}" for broker_id, address in held.addresses],
        "nameservers": sorted(nameservers_of(dict(held.addresses).values(), registered)) or None,
        **held.span.columns(),
        "record_ids": [held.record_id, *([held.ended_by] if held.ended_by else [])],
    }
