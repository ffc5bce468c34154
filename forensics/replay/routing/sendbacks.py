"""Drives model/sendback.py: every failed send-back with the route the client held, where the request went, what followed."""

from collections.abc import Sequence

from forensics.model import sendback
from forensics.model.spans import SECOND_US
from forensics.replay.clients import are_several, client_of
from forensics.replay.events import CLIENT_KINDS, Events, Row, Rows, at, at_time, by, deviation, state_id, timed
from forensics.replay.nameserver.asked import Pids, Told, chosen_for, own_states, told_of

_RETRY = "%RETRY%"
_MESSAGE = ("topic", "broker", "queue_id", "offset", "message_id", "offset_message_id", "key")
_SAME_MESSAGE = ("message_id", "offset_message_id", "queue_id", "offset")
_FALLBACK_WITHIN_US = 30 * SECOND_US
"""The normal message to the retry topic follows at once; each of its tries may take sendMsgTimeout, 3 s by default."""


def replay(events: Events) -> Rows:
    """Return the rows of `send_backs`, their deviations, and what name servers counted of them."""
    rows = [row for row in timed(events.rows("send_back_failed")) if row["kind"] in CLIENT_KINDS]
    given_up = by(timed(events.rows("send_back_given_up")), "node")
    unclaimed = {node: list(own) for node, own in given_up.items()}
    told = told_of(events, rows)
    states = [_state(events, row, unclaimed.get(row["node"], []), told) for row in rows]
    deviations = [_deviation(state) for state in states if state["outcome"] in sendback.AT_NAMESERVER]
    return {"send_backs": states, "deviations": deviations, "nameserver_requests": _counted(events)}


def _state(events: Events, row: Row, given_up: list[Row], told: Told) -> Row:
    failed = sendback.failure(row["exception_text"], told.servers_of(events, row))
    client_id = client_of(events, row)
    choice = chosen_for(events, row, client_id, failed.address, told)
    fallback = _fallback(row, given_up)
    message = {name: row[name] if row[name] is not None else (fallback or row)[name] for name in _MESSAGE}
    held = held_for(events, row, told.pids, [f"{_RETRY}{row['group']}", message["topic"]], message["broker"])
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


def held_for(events: Events, row: Row, pids: Pids, topics: Sequence[str | None], broker: str | None) -> list[Row]:
    """Return the routes of the process that printed *row*; of several clients, of the first of *topics* that has the *broker*.

    Each client has a table of its own, and each polls at its own time: the route of a topic that it alone uses, as that of its
    group's retries, is its own put. Other topics may be any client's.
    """
    own = own_states(events.states["routes_held"], row, pids)
    used = ([s for s in own if s["topic"] == topic] for topic in topics) if are_several(events, row) else ()
    return next((held for held in used if any(broker in {None, s["broker"]} for s in held)), own)


def without_master(held: list[Row], row: Row) -> list[Row]:
    """Return what the client held of the brokers whose null address a line without a name can stand for, the newest last."""
    now = [at_time(own, row) for own in by(held, "broker").values()]
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
