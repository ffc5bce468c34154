"""Whether every process that connected to the name servers of a case is one whose logs it has.

A name server's log drops nothing and has a line for each connection (NettyRemotingServer.NettyConnectManageHandler, 4.8.0 to
5.3.3), and whoever connects says so in its own log. Where both are as many, nobody else asked for a route: there was no other
client. A connection of a second is nobody's that produces or consumes: a probe of the port, or a tool.
"""

from collections import Counter

from forensics.model.roster import CALLERS_KNOWN
from forensics.model.spans import SECOND_US
from forensics.replay.events import Events, Row, Rows, by, timed

_BRIEF_US = SECOND_US
"""Times are whole seconds."""
_NETTY = "NettyClientWorkerThread"
"""Up to 5.1.4 the caller says that it is connected, from 5.3.0 on netty's thread does, in 5.2.0 both."""


def replay(events: Events) -> Rows:
    """Return a row of `features` for each name server."""
    servers = [node for node in events.states["nodes"] if node["kind"] == "namesrv"]
    if not servers:
        return {}
    listed = {row["nameserver"] for row in events.rows("broker_register_ok") if row["nameserver"]}
    ports = {(node["address"] or "").rpartition(":")[2] for node in servers}
    called = _called(events, listed, ports)
    accepted, brief = _accepted(events)
    strangers = accepted - called.total()
    brief -= sum(count for (kind, *_), count in called.items() if kind == "tools")
    known = 0 < len(listed) <= len(servers) and 0 <= strangers <= max(0, brief)
    return {"features": [{"node": s["node"], "feature": CALLERS_KNOWN, "shown": known, "record_ids": []} for s in servers]}


def _called(events: Events, listed: set[str], ports: set[str]) -> Counter[tuple[str, str, str]]:
    """Return how often each process says that it connected to each address of a name server, by its kind and node."""
    said: Counter[tuple[str, str, str, bool]] = Counter()
    for row in events.rows("channel_active"):
        address = row["address"] or ""
        if address in listed or address.rpartition(":")[2] in ports:
            said[row["kind"], row["node"], address, (row["thread"] or "").startswith(_NETTY)] += 1
    found: Counter[tuple[str, str, str]] = Counter()
    for (kind, node, address, _), count in said.items():
        found[kind, node, address] = max(found[kind, node, address], count)
    return found


def _accepted(events: Events) -> tuple[int, int]:
    """Return how many connections the name servers accepted, and how many of them ended within moments."""
    rows = [row for row in timed(events.rows("server_channel")) if row["kind"] == "namesrv"]
    accepted = brief = 0
    for own in by(rows, "node", "remote_address").values():
        for number, row in enumerate(own):
            if row["channel_state"] == "active":
                accepted += 1
                brief += _ends_at_once(row, own[number + 1 :])
    return accepted, brief


def _ends_at_once(row: Row, later: list[Row]) -> bool:
    ended = next((r for r in later if r["channel_state"] in {"inactive", "unregistered"}), None)
    return ended is not None and ended["ts_lo"] - row["ts_lo"] <= _BRIEF_US
