"""Requests of a client to a name server that its last address list does not have: NettyRemotingClient, up to 5.3.0.

When the list changes, the client closes its channel to a chosen server that the new list lacks. Up to 5.3.0 that server stays
chosen, and where closing its channel fails the client goes on asking it; 5.3.1 forgets the choice too.
"""

from forensics.model.nameserver import POLL_US
from forensics.model.spans import SECOND_US
from forensics.replay.clients import client_of
from forensics.replay.events import CLIENT_KINDS, Events, Row, Rows, by, state_id, timed
from forensics.replay.nameserver.lists import LINES, given, meant, waited_at, waited_for

_KINDS = (*LINES, "route_lookup_failed")
_SLACK_US = POLL_US + 5 * SECOND_US
"""A lookup under way when the list changes may fail up to its timeout later; the poll after that is of the new list."""


def replay(events: Events) -> Rows:
    """Return the rows of `nameserver_strays`."""
    rows = timed(events.rows(*_KINDS, of=CLIENT_KINDS))
    out: list[Row] = []
    for own in by(rows, "node", "pid").values():
        lists: list[Row] = []
        for row in sorted(own, key=lambda r: r["seq"]):
            if row["event"] != "route_lookup_failed":
                lists = given(row, lists)
            elif lists and (state := _state(events, row, lists)):
                out.append(state)
    return {"nameserver_strays": out}


def _state(events: Events, row: Row, lists: list[Row]) -> Row | None:
    """Return the lookup of *row* if it waited for a server that can be none of any list, well after the last was given."""
    asked, listed = waited_at(row), lists[-1]
    if asked is None or row["ts_lo"] - listed["ts_hi"] < _SLACK_US or any(meant(asked, one["nameservers"]) for one in lists):
        return None
    return {
        "state_id": state_id("stray", row["node"], row["record_id"]),
        "node": row["node"],
        "client_id": client_of(events, row),
        "nameserver": waited_for(row),
        "listed": listed["nameservers"],
        "listed_lo": listed["ts_lo"],
        "listed_record_id": listed["record_id"],
        "ts_lo": row["ts_lo"],
        "ts_hi": row["ts_hi"],
        "record_id": row["record_id"],
    }
