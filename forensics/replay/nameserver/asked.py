"""Which name server a client's request without an address went to: NettyRemotingClient takes null for the chosen one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

import polars as pl

from forensics.model import sendback
from forensics.model.coverage import ROTATED, Coverage
from forensics.model.spans import SECOND_US
from forensics.replay.clients import clients_then
from forensics.replay.coverage import coverage_of
from forensics.replay.events import CLIENT_KINDS, Events, Row, all_at_time, at_time, by, timed
from forensics.replay.nameserver.choices import nameserver_lists
from forensics.replay.nameserver.lists import by_name, may_be, waited_for

Pids = dict[int, int | None]
_RACE_US = SECOND_US


@dataclass(frozen=True)
class Told:
    """What other lines tell of failed requests.

    `pids`: by record the process that printed it; `servers`: by node the addresses of name servers; `calls`: by record of a
    failure the choices that its thread had printed since it last failed; `closings`: by node the lines of closed channels;
    `coverage`: which parts of logs lack.
    """

    pids: Pids
    servers: Mapping[str, frozenset[str]]
    calls: Mapping[int, Sequence[int]]
    closings: Mapping[str, Sequence[Row]]
    coverage: Coverage

    def servers_of(self, events: Events, row: Row) -> frozenset[str]:
        """Return the addresses of name servers that the error of *row* may name."""
        given = self.servers.get(row["node"], frozenset())
        return given | _named(events, row, given)


def told_of(events: Events, failed: Sequence[Row]) -> Told:
    """Return what other lines tell of *failed* requests; where there are none, nothing is looked for."""
    if not failed:
        return Told({}, {}, {}, {}, Coverage(()))
    coverage = coverage_of(events)
    return Told(pids_of(events), _servers(events, failed), _calls(events, failed), _closings(events, failed), coverage)


def chosen_for(events: Events, row: Row, client_id: str | None, address: str | None, told: Told) -> Row | None:
    """Return the choice of the name server that the failed request *row* went to, of *address* where its error names it."""
    if address is not None:
        own = own_states(events.states["nameserver_choices"], row, told.pids)
        earlier = [c for c in own if may_be(c["nameserver"], address) and c["from_lo"] <= row["ts_hi"]]
        named = [c for c in earlier if client_id is None or c["client_id"] in {client_id, None}]
        return max(named, key=itemgetter("from_lo"), default=None)
    choice = _of_its_call(events, row, choice_of(events, row, client_id, told.pids), told)
    return None if choice and _left_since(choice, row, told) else choice


def pids_of(events: Events) -> Pids:
    """Return by record the process that printed it, of the lines with which clients held routes and chose name servers."""
    begun = {s["record_ids"][0] for name in ("routes_held", "nameserver_choices") for s in events.states[name]}
    wanted = pl.col("kind").is_in(CLIENT_KINDS) & pl.col("record_id").is_in(sorted(begun))
    kinds = ("route_put", "client_broker_dropped", "nameserver_chosen")
    lines = (events.frame(kind).filter(wanted).select("record_id", "pid") for kind in kinds)
    return dict(pl.concat(lines).collect().iter_rows())


def own_states(states: list[Row], row: Row, pids: Pids) -> list[Row]:
    """Return the *states* of the process that printed *row*: two clients of one user and host print to one log."""
    of_node = [s for s in states if s["node"] == row["node"]]
    return of_node if row["pid"] is None else [s for s in of_node if pids.get(s["record_ids"][0]) in {None, row["pid"]}]


def choice_of(events: Events, row: Row, client_id: str | None, pids: Pids) -> Row | None:
    """Return the name server that the client of *row* had chosen.

    None where its process has clients with several, or more of them than choices have lines: those of any may be lost.
    """
    own = own_states(events.states["nameserver_choices"], row, pids)
    named = [c for c in own if c["client_id"] == client_id]
    if client_id and named:
        return at_time(named, row)
    clients = clients_then(events, row)
    if len(clients) <= 1:
        return at_time(own, row)
    held = all_at_time(own, row)
    return held[0] if len(held) >= len(clients) and len({choice["nameserver"] for choice in held}) == 1 else None


def _named(events: Events, row: Row, given: frozenset[str]) -> frozenset[str]:
    """Return the addresses in the error of *row* that the names of hosts stand for which its client was given as name servers.

    An address is one where its port is that of a name, and no route of the client has it for a broker.
    """
    ports = {server.rpartition(":")[2] for server in given if by_name(server)}
    if not ports:
        return frozenset()
    routes = [state for state in events.states["routes_held"] if state["node"] == row["node"]]
    brokers = {address.partition("=")[2] for state in routes for address in state["addresses"]}
    found = sendback.addresses(row["exception_text"])
    return frozenset(address for address in found if address.rpartition(":")[2] in ports and address not in brokers)


def _servers(events: Events, failed: Sequence[Row]) -> dict[str, frozenset[str]]:
    """Return by node the addresses of name servers: what its client was given, what it asked for routes, where brokers register.

    The list a client is given is INFO, and at the head of its log: the first to be lost.
    """
    lists = nameserver_lists(events)
    kinds = [kind for kind in ("broker_register_ok", "broker_register_failed") if events.has(kind)]
    registered = {row["nameserver"] for kind in kinds for row in events.only(kind, "nameserver")} - {None, ""}
    asked = by(events.rows("route_lookup_failed", of=CLIENT_KINDS), "node")
    return {
        node: lists.get(node, frozenset()) | registered | {s for row in asked.get(node, ()) if (s := waited_for(row))}
        for node in {row["node"] for row in failed}
    }


def _closings(events: Events, failed: Sequence[Row]) -> dict[str, list[Row]]:
    """Return by node the lines that show a channel closed at an address: of timeouts, and of requests that found it so."""
    closed = [row for row in events.rows("closed_on_timeout", of=CLIENT_KINDS) if row["address"]]
    unsent = [row | {"address": found[-1]} for row in failed if (found := sendback.unsent(row["exception_text"]))]
    return by([*closed, *unsent], "node")


def _left_since(choice: Row, row: Row, told: Told) -> bool:
    """Return whether the client may have chosen a server that no line shows after *choice* and before *row*.

    It takes the next of its list where it had closed its channel, and the line of it is INFO; or a part of its log lacks.
    """
    if len(told.servers.get(row["node"], ())) <= 1:
        return False
    begun, server = choice["record_ids"][0], choice["nameserver"]
    own = (c for c in told.closings.get(row["node"], ()) if c["pid"] == row["pid"] and may_be(server, c["address"]))
    if any(begun < closed["record_id"] < row["record_id"] for closed in own):
        return True
    doubts = told.coverage.doubts(row["node"], row["series"], "INFO", choice["from_lo"], row["ts_lo"])
    return any(doubt.why == ROTATED for doubt in doubts)


def _calls(events: Events, failed: Sequence[Row]) -> dict[int, list[int]]:
    """Return by record of a failed send-back which choices of name servers its thread had printed since it last failed."""
    if all(row["thread"] is None for row in failed):
        return {}
    own: dict[int, list[int]] = {}
    lines = sorted([*failed, *timed(events.rows("nameserver_chosen", of=CLIENT_KINDS))], key=itemgetter("series", "seq"))
    for (*_, thread), printed in by(lines, "node", "pid", "thread").items():
        chosen: list[int] = []
        for row in printed if thread else ():
            if row["event"] == "nameserver_chosen":
                chosen.append(row["record_id"])
            else:
                own[row["record_id"]], chosen = chosen, []
    return own


def _of_its_call(events: Events, row: Row, last: Row | None, told: Told) -> Row | None:
    """Return the choice of the thread that sent *row*, where others chose in the same moment; else the *last* one.

    Without a channel to the chosen server each thread that needs one chooses another, connects to that and sends there at once
    (NettyRemotingClient.getAndCreateNameserverChannel), whichever of them is the last to choose.
    """
    own = [c for c in events.states["nameserver_choices"] if c["record_ids"][0] in told.calls.get(row["record_id"], ())]
    mine = max(own, key=lambda c: (c["from_lo"], c["record_ids"][0]), default=None)
    raced = last and mine and abs(last["from_lo"] - mine["from_lo"]) <= _RACE_US
    return mine if raced else last
