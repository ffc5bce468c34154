"""Good channels to a name server that a client closes unused: NettyRemotingClient.invokeSync, 4.9.1 to 5.1.3.

A request has one time limit, 3 s, for the connection and the answer. Where the server tried first cannot be reached, the
connect alone takes 3 s; the next one is connected at once, and then no time is left: the request is not sent, its error names
the call and no channel (`invokeSync call the addr[…] timeout`), and the client closes the channel as if the server were silent.
5.1.4 closes it only where some time was left to wait in.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping
from operator import itemgetter

from forensics.model.spans import SECOND_US
from forensics.replay.clients import client_of
from forensics.replay.events import CLIENT_KINDS, Events, Row, Rows, by, state_id, timed
from forensics.replay.timeline import Timeline

_KINDS = ("connect_failed", "channel_active", "closed_on_timeout", "route_lookup_failed")
_UNSENT = re.compile(r"invokeSync call the addr\[[^\]]*\] timeout")
_SAME_CALL_US = SECOND_US // 2
"""The lines of one call stand within milliseconds of each other."""
_Printed = Mapping[tuple[str, str], list[Row]]
"""Lines by event and log, in the order of the log."""


def replay(events: Events) -> Rows:
    """Return the rows of `nameserver_channels_wasted`."""
    if not any(map(_unsent, events.rows("route_lookup_failed", of=CLIENT_KINDS))):
        return {"nameserver_channels_wasted": []}
    rows = timed(events.rows(*_KINDS, of=CLIENT_KINDS))
    out = []
    for own in by(rows, "node", "pid").values():
        lookups = [row for row in own if row["event"] == "route_lookup_failed" and _unsent(row)]
        closed = Timeline(row for row in own if row["event"] == "closed_on_timeout")
        printed = by(own, "event", "series")
        out += [state for lookup in lookups if (state := _state(events, lookup, closed, printed))]
    return {"nameserver_channels_wasted": out}


def _unsent(lookup: Row) -> bool:
    return _UNSENT.search(lookup["exception_text"] or "") is not None


def _state(events: Events, lookup: Row, closings: Timeline, printed: _Printed) -> Row | None:
    """Return the channel closed for a lookup that was not sent; None where it was kept, or nothing had used up the time.

    The line of the connection that is closed again is INFO, and may be lost; the others are not.
    """
    near = closings.within((lookup["ts_lo"] - _SAME_CALL_US, lookup["ts_lo"] + _SAME_CALL_US))
    closed = [row for row in near if abs(row["ts_lo"] - lookup["ts_lo"]) <= _SAME_CALL_US]
    if not closed:
        return None
    tried = _last(printed, "connect_failed", closed[-1])
    if tried is None:
        return None
    good = _last(printed, "channel_active", closed[-1])
    made = good if good and good["seq"] > tried["seq"] and good["address"] != tried["address"] else None
    return {
        "state_id": state_id("wasted", lookup["node"], lookup["record_id"]),
        "node": lookup["node"],
        "client_id": client_of(events, lookup),
        "nameserver": made["address"] if made else None,
        "tried": tried["address"],
        "ts_lo": lookup["ts_lo"],
        "ts_hi": lookup["ts_hi"],
        "tried_lo": tried["ts_lo"],
        "record_ids": sorted({row["record_id"] for row in (tried, made, closed[-1], lookup) if row}),
    }


def _last(printed: _Printed, event: str, before: Row) -> Row | None:
    """Return the last *event* in the file before the row *before*, of the same call."""
    own = printed.get((event, before["series"]), [])
    earlier = bisect_left(own, before["seq"], key=itemgetter("seq"))
    last = own[earlier - 1] if earlier else None
    return last if last and before["ts_lo"] - last["ts_lo"] <= _SAME_CALL_US else None
