"""Drives model/sendback.py: every failed send-back with the route the client held, where the request went, what followed."""

from collections.abc import Callable, Sequence
from operator import itemgetter

import polars as pl

from forensics.model import sendback
from forensics.model.spans import SECOND_US
from forensics.replay.clients import client_of, clients_then
from forensics.replay.events import CLIENT_KINDS, Events, Row, Rows, at, by, deviation, state_id, timed
from forensics.replay.nameserver_lists import by_name
from forensics.replay.nameservers import nameserver_lists

_RETRY = "%RETRY%"
_MESSAGE = ("topic", "broker", "queue_id", "offset", "message_id", "offset_message_id", "key")
_SAME_MESSAGE = ("message_id", "offset_message_id", "queue_id", "offset")
Pids = dict[int, int | None]
Calls = dict[int, list[int]]
_RACE_US = SECOND_US
_FALLBACK_WITHIN_US = 30 * SECOND_US
"""The normal message to the retry topic follows at once; each of its tries may take sendMsgTimeout, 3 s by default."""


def replay(events: Events) -> Rows:
    """Return the rows of `send_backs`, their deviations, and what name servers counted of them."""
    rows = [row for row in timed(events.rows("send_back_failed")) if row["kind"] in CLIENT_KINDS]
    given_up = by(timed(events.rows("send_back_given_up")), "node")
    lists = nameserver_lists(events)
    unclaimed = {node: list(own) for node, own in given_up.items()}
    pids = pids_of(events) if rows else {}
    calls = _calls(events, rows)
    states = [
        _state(events, row, unclaimed.get(row["node"], []), lists.get(row["node"], frozenset()), pids, calls) for row in rows
    ]
    deviations = [_deviation(state) for state in states if state["outcome"] in sendback.AT_NAMESERVER]
    return {"send_backs": states, "deviations": deviations, "nameserver_requests": _counted(events)}


def _state(events: Events, row: Row, given_up: list[Row], given: frozenset[str], pids: Pids, calls: Calls) -> Row:
    failed = sendback.failure(row["exception_text"], given | _named(events, row, given))
    client_id = client_of(events, row)
    choice = _of_its_call(events, row, choice_of(events, row, client_id, pids), calls)
    fallback = _fallback(row, given_up)
    message = {name: row[name] if row[name] is not None else (fallback or row)[name] for name in _MESSAGE}
    held = held_for(events, row, pids, [f"{_RETRY}{row['group']}", message["topic"]], message["broker"])
    lacking = without_master(held, row) if failed.outcome in sendback.AT_NAMESERVER and message["broker"] is None else []
    if len(lacking) == 1:
        message["broker"] = lacking[0]["broker"]
    route = lacking[-1] if lacking else at_time(held, row, lambda r: r["broker"] == message["broker"])
    nameserver = failed.address or (choice["nameserver"] if choice else None)
    to_nameserver = failed.outcome in sendback.AT_NAMESERVER
    return {
        "state_id": state_id("sendback", row["node"], row["record_id"]),
        "node": row["node"],
        "client_id": client_id,
        "group": row["group"],
        **message,
        "ts_lo": row["ts_lo"],
        "ts_hi": row["ts_hi"],
        "outcome": failed.outcome,
        "request_code": failed.request_code,
        "nameserver": nameserver if to_nameserver else None,
        "nameserver_record_id": choice["record_ids"][0] if choice and to_nameserver else None,
        "nameserver_since_lo": choice["from_lo"] if choice and to_nameserver else None,
        "master_known": route["master"] is not None if route else None,
        "route_state_id": route["state_id"] if route else None,
        "route_record_id": route["record_ids"][0] if route else None,
        "route_since_lo": route["from_lo"] if route else None,
        "episode": _episode(row, message["broker"], route),
        "fallback": "failed" if fallback else "no_failure_logged",
        "fallback_record_id": fallback["record_id"] if fallback else None,
        "exception_text": row["exception_text"],
        "record_id": row["record_id"],
    }


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


def at_time(states: list[Row], row: Row, wanted: Callable[[Row], bool]) -> Row | None:
    """Return the last of the *wanted* states that held when *row* was logged."""
    fitting = [
        s for s in states if wanted(s) and s["from_lo"] <= row["ts_hi"] and (s["to_hi"] is None or row["ts_lo"] <= s["to_hi"])
    ]
    return max(fitting, key=lambda s: s["from_lo"], default=None)


def pids_of(events: Events) -> Pids:
    """Return by record the process that printed it, of the lines with which clients held routes and chose name servers."""
    begun = {s["record_ids"][0] for name in ("routes_held", "nameserver_choices") for s in events.states[name]}
    wanted = pl.col("kind").is_in(CLIENT_KINDS) & pl.col("record_id").is_in(sorted(begun))
    lines = (events.frame(kind).filter(wanted).select("record_id", "pid") for kind in ("route_put", "nameserver_chosen"))
    return dict(pl.concat(lines).collect().iter_rows())


def own_states(states: list[Row], row: Row, pids: Pids) -> list[Row]:
    """Return the *states* of the process that printed *row*: two clients of one user and host print to one log."""
    of_node = [s for s in states if s["node"] == row["node"]]
    return of_node if row["pid"] is None else [s for s in of_node if pids.get(s["record_ids"][0]) in {None, row["pid"]}]


def choice_of(events: Events, row: Row, client_id: str | None, pids: Pids) -> Row | None:
    """Return the name server that the client of *row* had chosen; None where its process has clients with several."""
    own = own_states(events.states["nameserver_choices"], row, pids)
    named = [c for c in own if c["client_id"] == client_id]
    if client_id and named:
        return at_time(named, row, bool)
    if len(clients_then(events, row)) <= 1:
        return at_time(own, row, bool)
    held = [choice for choices in by(own, "client_id").values() if (choice := at_time(choices, row, bool))]
    return held[0] if len({choice["nameserver"] for choice in held}) == 1 else None


def _calls(events: Events, failed: list[Row]) -> Calls:
    """Return by record of a failed send-back which choices of name servers its thread had printed since it last failed."""
    if not failed or all(row["thread"] is None for row in failed):
        return {}
    own: Calls = {}
    lines = sorted([*failed, *timed(events.rows("nameserver_chosen", of=CLIENT_KINDS))], key=itemgetter("series", "seq"))
    for (*_, thread), printed in by(lines, "node", "pid", "thread").items():
        chosen: list[int] = []
        for row in printed if thread else ():
            if row["event"] == "nameserver_chosen":
                chosen.append(row["record_id"])
            else:
                own[row["record_id"]], chosen = chosen, []
    return own


def _of_its_call(events: Events, row: Row, last: Row | None, calls: Calls) -> Row | None:
    """Return the choice of the thread that sent *row*, where others chose in the same moment; else the *last* one.

    Without a channel to the chosen server each thread that needs one chooses another, connects to that and sends there at once
    (NettyRemotingClient.getAndCreateNameserverChannel), whichever of them is the last to choose.
    """
    own = [c for c in events.states["nameserver_choices"] if c["record_ids"][0] in calls.get(row["record_id"], ())]
    mine = max(own, key=lambda c: (c["from_lo"], c["record_ids"][0]), default=None)
    raced = last and mine and abs(last["from_lo"] - mine["from_lo"]) <= _RACE_US
    return mine if raced else last


def held_for(events: Events, row: Row, pids: Pids, topics: Sequence[str | None], broker: str | None) -> list[Row]:
    """Return the routes of the process that printed *row*; of several clients, of the first of *topics* that has the *broker*.

    Each client has a table of its own, and each polls at its own time: the route of a topic that it alone uses, as that of its
    group's retries, is its own put. Other topics may be any client's.
    """
    own = own_states(events.states["routes_held"], row, pids)
    several = len(clients_then(events, row)) > 1
    used = ([s for s in own if s["topic"] == topic] for topic in topics) if several else ()
    return next((held for held in used if any(broker in {None, s["broker"]} for s in held)), own)


def without_master(held: list[Row], row: Row) -> list[Row]:
    """Return what the client held of the brokers whose null address a line without a name can stand for, the newest last."""
    now = [at_time(own, row, bool) for own in by(held, "broker").values()]
    return sorted((r for r in now if r and r["master"] is None), key=lambda r: (r["from_lo"], r["state_id"]))


def _fallback(row: Row, unclaimed: list[Row]) -> Row | None:
    """Take from *unclaimed* the line that shows the failure of the normal message sent instead; None where there is none.

    Success prints nothing, so its absence is no proof of success. Up to 5.0.0 the failed send-back names no message, and
    the next failure of its group is taken for its own: which is whose cannot be told, how many and which messages can.
    """
    for later in unclaimed:
        after = 0 <= later["ts_hi"] - row["ts_lo"] <= _FALLBACK_WITHIN_US and later["record_id"] > row["record_id"]
        same = later["thread"] == row["thread"] if row["message_id"] is None else all(later[n] == row[n] for n in _SAME_MESSAGE)
        if after and same and later["group"] == row["group"]:
            unclaimed.remove(later)
            return later
    return None


def _episode(row: Row, broker: str | None, route: Row | None) -> str:
    if route and broker is None:
        return state_id("route", row["node"], "one of several", route["record_ids"][0])
    return route["state_id"] if route else state_id("route", row["node"], broker, "unknown")


def _deviation(state: Row) -> Row:
    route = "held no master for it" if state["master_known"] is False else "held a route that its log does not show"
    says = f"asked a name server to take back a message of {state['broker'] or 'a broker not named'}, while the client {route}"
    return deviation("send_back_to_nameserver", state, at(state), state["record_id"], says)


def _counted(events: Events) -> list[Row]:
    """Return the seconds in which a name server's traffic log counts requests that only brokers serve."""
    rows = [row for row in timed(events.counted("requests_counted", sendback.BROKERS_ALONE)) if row["kind"] == "namesrv"]
    return [
        {
            "state_id": state_id("request", row["node"], row["record_id"], pair["code"]),
            "node": row["node"],
            "nameserver": f":{row['port']}",
            "request_code": pair["code"],
            "count": pair["count"],
            "ts_lo": at(row).lo,
            "ts_hi": at(row).hi,
            "record_id": row["record_id"],
        }
        for row in rows
        for pair in row["counts"]
        if pair["code"] in sendback.BROKERS_ALONE
    ]
