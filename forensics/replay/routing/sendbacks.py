"""Drives model/sendback.py: every failed send-back with the route the client held, where the request went, what followed."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from operator import itemgetter
from typing import Any

from forensics.model import sendback
from forensics.model.spans import SECOND_US
from forensics.replay.clients import are_several, client_of
from forensics.replay.events import CLIENT_KINDS, Events, Row, Rows, all_at_time, at, at_time, by, deviation, state_id, timed
from forensics.replay.nameserver.asked import Pids, Told, chosen_for, own_states, told_of
from forensics.replay.routing.routes import by_cluster

_RETRY = "%RETRY%"
_MESSAGE = ("topic", "broker", "queue_id", "offset", "message_id", "offset_message_id", "key")
_SAME_MESSAGE = ("message_id", "offset_message_id", "queue_id", "offset")
_FALLBACK_WITHIN_US = 30 * SECOND_US
"""The normal message to the retry topic follows at once; each of its tries may take sendMsgTimeout, 3 s by default."""


def replay(events: Events) -> Rows:
    """Return the rows of `send_backs`, their deviations, and what name servers counted of them."""
    rows = [row for row in timed(events.rows("send_back_failed")) if row["kind"] in CLIENT_KINDS]
    told = told_of(events, rows)
    failures = {row["record_id"]: sendback.failure(row["exception_text"], told.servers_of(events, row)) for row in rows}
    fallbacks = _fallbacks(events, rows, failures, told.pids)
    states = _by_stretch(
        (row, *_state(events, row, failures[row["record_id"]], fallbacks.get(row["record_id"]), told)) for row in rows
    )
    deviations = [_deviation(state) for state in states if state["outcome"] in sendback.AT_NAMESERVER]
    return {"send_backs": states, "deviations": deviations, "nameserver_requests": _counted(events)}


def _by_stretch(found: Iterable[tuple[Row, Row, Row | None]]) -> list[Row]:
    """Return the states, in order, each with the route that lacks a master under which its group's stretch of them began.

    A client has its own route of the retry topic once its first normal message goes there: that route shows no other stretch.
    """
    begun: dict[tuple[Any, ...], Row] = {}
    states = []
    for row, state, held in sorted(found, key=lambda one: (one[0]["ts_lo"], one[0]["record_id"])):
        key = tuple(state[name] for name in ("node", "client_id", "group", "broker"))
        route, first = held, begun.get(key)
        if held and held["master"] is None:
            route = begun[key] = first if first and at_time([first], _as_sent(row)) and _of_one_cluster(first, held) else held
        states.append(state | _route(row, state["broker"], route))
    return states


def _of_one_cluster(one: Row, other: Row) -> bool:
    places = set(one["nameservers"] or ()), set(other["nameservers"] or ())
    return not all(places) or not places[0].isdisjoint(places[1])


def _state(events: Events, row: Row, failed: sendback.Failure, fallback: Row | None, told: Told) -> tuple[Row, Row | None]:
    """Return the state of a failed send-back but for the route that the client held for the broker, and that."""
    client_id = client_of(events, row)
    choice = chosen_for(events, row, client_id, failed.address, told)
    message = {name: row[name] if row[name] is not None else (fallback or row)[name] for name in _MESSAGE}
    nameserver = failed.address or (choice["nameserver"] if choice else None)
    sent = _as_sent(row)
    held = held_for(events, sent, told.pids, [f"{_RETRY}{row['group']}", message["topic"]], message["broker"], nameserver)
    lacking = without_master(held, sent) if failed.outcome in sendback.AT_NAMESERVER and message["broker"] is None else []
    if len({r["broker"] for r in lacking}) == 1:
        message["broker"] = lacking[0]["broker"]
    route = lacking[-1] if lacking else at_time(held, sent, lambda r: r["broker"] == message["broker"])
    to_nameserver = failed.outcome in sendback.AT_NAMESERVER
    state = {
        "state_id": state_id("sendback", row["node"], row["record_id"]),
        "node": row["node"],
        "client_id": client_id,
        "group": row["group"],
        **message,
        "ts_lo": row["ts_lo"],
        "ts_hi": row["ts_hi"],
        "outcome": failed.outcome,
        "request_code": failed.request_code,
        "waited_us": sendback.waited_us(row["exception_text"]),
        "nameserver": nameserver if to_nameserver else None,
        "nameserver_record_id": choice["record_ids"][0] if choice and to_nameserver else None,
        "nameserver_since_lo": choice["from_lo"] if choice and to_nameserver else None,
        "master_known": route["master"] is not None if route else _all_have_masters(held, sent, message["broker"]),
        "caller": sendback.caller(tuple(row["frames"] or ())),
        "fallback": "failed" if fallback else "no_failure_logged",
        "fallback_record_id": fallback["record_id"] if fallback else None,
        "exception_text": row["exception_text"],
        "record_id": row["record_id"],
    }
    return state, route


def _as_sent(row: Row) -> Row:
    """Return *row* at the time of its request, whose address is that of the route held then."""
    waited = sendback.waited_us(row["exception_text"])
    return row | {"ts_lo": row["ts_lo"] - waited, "ts_hi": row["ts_hi"] - waited}


def _route(row: Row, broker: str | None, route: Row | None) -> Row:
    return {
        "route_state_id": route["state_id"] if route else None,
        "route_record_id": route["record_ids"][0] if route else None,
        "route_since_lo": route["from_lo"] if route else None,
        "episode": _episode(row, broker, route),
    }


def held_for(
    events: Events, row: Row, pids: Pids, topics: Sequence[str | None], broker: str | None, nameserver: str | None = None
) -> list[Row]:
    """Return the routes of the process that printed *row*; of several clients, those of one of *topics* that has the *broker*.

    Each client has a table of its own, and each polls at its own time: the route of a topic that it alone uses, as that of its
    group's retries, is its own put. Other topics may be any client's. Of several the one is taken that lacks the broker's master
    the longest; without a *broker* it is one whose master the route lacks. A client that asked a *nameserver* holds no routes of
    brokers that register at others alone.
    """
    own = _told_by(nameserver, own_states(events.states["routes_held"], row, pids))
    of_topics = [[s for s in own if s["topic"] == topic] for topic in topics] if are_several(events, row) else []
    used = [held for topic in of_topics for held in by_cluster(topic, [frozenset(s["nameservers"] or ()) for s in topic])]
    if broker is None:
        return next((held for held in used if without_master(held, row)), own)
    then = [(route, held) for held in used if (route := at_time(held, row, lambda s: s["broker"] == broker))]
    return min(then, key=lambda one: (one[0]["master"] is not None, one[0]["from_lo"]), default=(None, own))[1]


def _told_by(nameserver: str | None, held: list[Row]) -> list[Row]:
    """Return the routes that a name server can have told of: all, where no broker of them is known to register at it."""
    known = {server for state in held for server in state["nameservers"] or ()}
    return [s for s in held if nameserver not in known or nameserver in (s["nameservers"] or known)]


def without_master(held: list[Row], row: Row) -> list[Row]:
    """Return what the client held of the brokers whose null address a line without a name can stand for, the newest last."""
    now = [at_time(own, row) for own in by(held, "broker", "topic").values()]
    return sorted((r for r in now if r and r["master"] is None), key=lambda r: (r["from_lo"], r["state_id"]))


def _all_have_masters(held: list[Row], row: Row, broker: str | None) -> bool | None:
    """Return True where *row* may mean any broker and each of those held has its master, None where the route is not known."""
    return True if broker is None and all_at_time(held, row) and not without_master(held, row) else None


def _fallbacks(events: Events, rows: Sequence[Row], failures: Mapping[int, sendback.Failure], pids: Pids) -> dict[int, Row]:
    """Return by record of a failed send-back the line that shows the failure of the normal message sent instead.

    Success prints nothing, so its absence is no proof of success. Each such line is of the last failure before it of its message;
    up to 5.0.0 the failed send-back names none, and it is taken for that of the last one of its group, and of its thread where
    that is printed, that can have meant its broker: which is whose cannot be told, how many and which messages can.
    """
    found: dict[int, Row] = {}
    waiting: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
    lines = [*rows, *timed(events.rows("send_back_given_up"))]
    for line in sorted(lines, key=itemgetter("record_id")):
        if line["event"] == "send_back_failed":
            waiting[_waits_for(line, named=line["message_id"] is not None)].append(line)
            continue
        named, nameless = (waiting[_waits_for(line, named=named)] for named in (True, False))
        meant = partial(_can_be_meant, events, failures, pids, line)
        row = _taken(named, line, lambda _: True) or _taken(nameless, line, meant)
        if row:
            found[row["record_id"]] = line
    return found


def _taken(waiting: list[Row], line: Row, fits: Callable[[Row], bool]) -> Row | None:
    """Take from *waiting* the last failed send-back that fits, and after which the normal message can fail as late as *line*."""
    for place in reversed(range(len(waiting))):
        if line["ts_hi"] - waiting[place]["ts_lo"] > _FALLBACK_WITHIN_US:
            return None
        if fits(waiting[place]):
            return waiting.pop(place)
    return None


def _waits_for(line: Row, *, named: bool) -> tuple[Any, ...]:
    """Return what a failed send-back and the failure of its normal message have in common."""
    return (line["node"], line["group"], *(line[name] for name in (_SAME_MESSAGE if named else ("thread",))))


def _can_be_meant(events: Events, failures: Mapping[int, sendback.Failure], pids: Pids, later: Row, row: Row) -> bool:
    """Return whether the failed send-back of *row* can have been for the broker of *later*, by the route held for that."""
    failed = failures[row["record_id"]]
    broker, sent = later["broker"], _as_sent(row)
    held = held_for(events, sent, pids, [f"{_RETRY}{row['group']}", later["topic"]], broker)
    route = at_time(held, sent, lambda r: r["broker"] == broker) if broker else None
    if route is None or route["master"] is None:
        return True
    return failed.outcome not in sendback.AT_NAMESERVER and failed.address in {None, route["master"]}


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
