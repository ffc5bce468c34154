"""Asynchronous sends that a client tried again at a null address: MQClientAPIImpl.onExceptionImpl, 4.8.0 to 5.3.3.

After a failed try it picks another queue and looks up the address of its broker, which it does not check: where the route has
no master for that broker the address is null, and NettyRemotingClient takes a null address for "the name server".
The line of 4.9.3 names neither topic nor address: there a broker without a master in the client's routes is a sign of it.
"""

from forensics.replay.clients import client_of
from forensics.replay.events import CLIENT_KINDS, Events, Row, Rows, at, at_time, deviation, state_id, timed
from forensics.replay.nameserver.asked import Pids, choice_of, pids_of
from forensics.replay.routing.sendbacks import held_for, without_master


def replay(events: Events) -> Rows:
    """Return the rows of `async_retries`, those without an address alone, and their deviations."""
    rows = [row for row in timed(events.rows("async_send_retried")) if row["kind"] in CLIENT_KINDS and row["address"] is None]
    pids = pids_of(events) if rows else {}
    states = [state for row in rows if (state := _state(events, row, pids))]
    return {"async_retries": states, "deviations": [_deviation(state) for state in states if state["broker"]]}


def _state(events: Events, row: Row, pids: Pids) -> Row | None:
    """Return the try of *row*; None where its line names no broker, and every broker of the client's routes had a master."""
    client_id = client_of(events, row)
    choice = choice_of(events, row, client_id, pids)
    held = held_for(events, row, pids, [row["topic"]], row["broker"])
    if row["broker"]:
        route = at_time(held, row, lambda r: r["broker"] == row["broker"])
    elif lacking := without_master(held, row):
        route = lacking[-1]
    else:
        return None
    return {
        "state_id": state_id("async", row["node"], row["record_id"]),
        "node": row["node"],
        "client_id": client_id,
        "topic": row["topic"],
        "broker": row["broker"],
        "nameserver": choice["nameserver"] if choice else None,
        "ts_lo": row["ts_lo"],
        "ts_hi": row["ts_hi"],
        "master_known": route["master"] is not None if route else None,
        "route_record_id": route["record_ids"][0] if route else None,
        "route_since_lo": route["from_lo"] if route else None,
        "exception_text": row["exception_text"],
        "record_id": row["record_id"],
    }


def _deviation(state: Row) -> Row:
    says = f"tried a send again at {state['broker']} without an address, which a client takes for its name server"
    return deviation("async_retry_to_nameserver", state, at(state), state["record_id"], says)
