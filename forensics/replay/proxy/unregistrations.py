"""Clients of a proxy whose second unregistration met no channel: MQClientInstance.unregisterClient, ClientManagerActivity.

A client unregisters at every broker it knows. Behind a proxy all of them have the proxy's address, so the same connection asks
again. The first request removes the connection's channel; up to 5.3.0 the proxy goes on with the missing one, and where other
clients of the group keep their table alive, `ConcurrentHashMap.remove(null)` throws. The proxy logs nothing: the client gets
code 1 with the exception's text, which a Java of 14 or later words by the null key, and an earlier one as null.
"""

from forensics.model.spans import SECOND_US
from forensics.replay.clients import client_of
from forensics.replay.events import CLIENT_KINDS, Events, Row, Rows, state_id, timed
from forensics.replay.timeline import NOTHING, Timeline, timelines

_SYSTEM_ERROR = 1
_NULL_KEY = 'because "key" is null'
_SAME_SHUTDOWN_US = 10 * SECOND_US
"""One after the other, each with a timeout of mqClientApiTimeout, 3 s by default."""

_CONNECTION = ("node", "pid", "address")


def replay(events: Events) -> Rows:
    """Return the rows of `unregister_failures`."""
    done = timelines(timed(events.rows("unregistered")), *_CONNECTION)
    rows = [row for row in timed(events.rows("unregister_refused")) if row["kind"] in CLIENT_KINDS]
    states = [_state(events, row, _first(row, done.get(tuple(row[name] for name in _CONNECTION), NOTHING))) for row in rows]
    return {"unregister_failures": [state for state in states if state]}


def _first(row: Row, done: Timeline) -> Row | None:
    """Return the unregistration before *row* of those *done*, which the same address took of the same process."""
    near = done.within((row["ts_lo"] - _SAME_SHUTDOWN_US, row["ts_lo"]))
    return next((d for d in reversed(near) if row["ts_lo"] - d["ts_lo"] <= _SAME_SHUTDOWN_US), None)


def _state(events: Events, row: Row, before: Row | None) -> Row | None:
    """Return the failure of *row*; None where it is not the null key's, or has no text and no unregistration before it."""
    text = row["status_text"] or ""
    worded = _NULL_KEY in text
    wordless = before is not None and text.split(" BROKER: ")[0] in {"", "null"}
    if row["response_code"] != _SYSTEM_ERROR or not (worded or wordless):
        return None
    return {
        "state_id": state_id("unregister", row["node"], row["record_id"]),
        "node": row["node"],
        "client_id": client_of(events, row),
        "address": row["address"],
        "null_key": worded,
        "ts_lo": row["ts_lo"],
        "ts_hi": row["ts_hi"],
        "before_record_id": before["record_id"] if before else None,
        "before_lo": before["ts_lo"] if before else None,
        "record_id": row["record_id"],
    }
