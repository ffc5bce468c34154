"""Which name servers processes turn to, where brokers listen, and whether all who called those of a case have logs in it.

A name server's log drops nothing and has a line for each connection (NettyRemotingServer.NettyConnectManageHandler, 4.8.0 to
5.3.3), and whoever connects says so in its own log. Where both are as many, nobody else asked for a route: there was no other
client. A connection of a second is nobody's that produces or consumes: a probe of the port, or a tool.
"""

from collections import Counter

import polars as pl

from forensics.model.roster import CALLERS_KNOWN, CHOOSES, LISTENS_AT, REGISTERS_AT, SERVES_AT, SERVES_REMOTING
from forensics.model.spans import SECOND_US
from forensics.replay.events import Events, Row, Rows

_BRIEF_US = SECOND_US
"""Times are whole seconds."""
_OF_PROXIES = pl.col("kind") == "proxy"
_NETTY = "NettyClientWorkerThread"
"""Up to 5.1.4 the caller says that it is connected, from 5.3.0 on netty's thread does, in 5.2.0 both."""


def replay(events: Events) -> Rows:
    """Return a row of `features` for each name server, for each address that somebody turned to, and for what proxies serve."""
    servers = [node for node in events.states["nodes"] if node["kind"] == "namesrv"]
    listed = set(events.frame("broker_register_ok").select("nameserver").unique().collect()["nameserver"]) - {None, ""}
    ports = {_port(node["address"] or "") for node in servers}
    serving = _serving(events, ports | {_port(address) for address in listed})
    if not servers:
        return {"features": serving}
    called = _called(events, listed, ports)
    accepted, brief = _accepted(events)
    strangers = accepted - called.total()
    brief -= sum(count for (kind, *_), count in called.items() if kind == "tools")
    known = 0 < len(listed) <= len(servers) and 0 <= strangers <= max(0, brief)
    own = [{"node": s["node"], "feature": CALLERS_KNOWN, "shown": known, "record_ids": []} for s in servers]
    return {"features": own + _named(events) + serving + _listening(events)}


def _port(address: str) -> str:
    return address.rpartition(":")[2]


def _named(events: Events) -> list[Row]:
    """Return a row for each address of a name server and way to name it, of the first record that does.

    A remoting client that is given a proxy's address chooses the proxy, which is known by the port whose requests it counts.
    Brokers register at name servers alone, whatever port those have.
    """
    counted = events.frame("requests_counted").filter(_OF_PROXIES).select("port").unique().collect()["port"]
    proxies = {f"{port}" for port in counted}
    ways = ((REGISTERS_AT, "broker_register_ok", "nameserver"), (CHOOSES, "nameserver_chosen", "new_nameserver"))
    first: dict[str, Row] = {}
    for way, kind, name in ways:
        named = events.frame(kind).select("node", "record_id", pl.col(name).alias("address")).sort("record_id")
        for row in named.unique("address", keep="first", maintain_order=True).collect().to_dicts():
            if row["address"] and (way == REGISTERS_AT or _port(row["address"]) not in proxies):
                first.setdefault(f"{way}{row['address']}", row)
    return [
        {"node": row["node"], "feature": feature, "shown": True, "record_ids": [row["record_id"]]}
        for feature, row in sorted(first.items())
    ]


def _serving(events: Events, taken: set[str]) -> list[Row]:
    """Return a row for each proxy that remoting clients connected to, or sent requests, of the first record that says so.

    And one for each port at which it counted them, but for those *taken*: by a port that a name server has no proxy is known.
    """
    found: dict[tuple[str, str], int] = {}
    first = pl.col("record_id").sort_by("series", "seq").first()
    for kind in ("requests_counted", "server_channel"):
        own = events.frame(kind).filter(_OF_PROXIES).group_by("node").agg(first).collect()
        found |= {(node, SERVES_REMOTING): record_id for node, record_id in own.iter_rows()}
    counted = events.frame("requests_counted").filter(_OF_PROXIES & pl.col("port").is_not_null())
    for node, port, record_id in counted.group_by("node", "port").agg(first).collect().iter_rows():
        if f"{port}" not in taken:
            found[node, f"{SERVES_AT}{port}"] = record_id
    return [
        {"node": node, "feature": feature, "shown": True, "record_ids": [record_id]}
        for (node, feature), record_id in sorted(found.items())
    ]


def _listening(events: Events) -> list[Row]:
    """Return a row for each address that a broker started with, of the first start that says so."""
    found: dict[tuple[str, str], int] = {}
    for row in events.only("process_started", "kind", "node", "address", "record_id"):
        if row["kind"] == "broker" and row["address"]:
            found.setdefault((row["node"], row["address"]), row["record_id"])
    return [
        {"node": node, "feature": f"{LISTENS_AT}{address}", "shown": True, "record_ids": [record_id]}
        for (node, address), record_id in sorted(found.items())
    ]


def _called(events: Events, listed: set[str], ports: set[str]) -> Counter[tuple[str, str, str]]:
    """Return how often each process connected to each address of a name server, by its kind and node.

    Every thread that waits for a connection says so (NettyRemotingClient.createChannel, 4.8.0 to 5.2.0), a client's first one
    together with its scan of name servers: the promise they wait for is one for each connection.
    """
    by_netty: Counter[tuple[str, str, str]] = Counter()
    waited_for: dict[tuple[str, str, str], set[str]] = {}
    for row in events.only("channel_active", "kind", "node", "address", "thread", "channel"):
        address = row["address"] or ""
        if address not in listed and _port(address) not in ports:
            continue
        caller = row["kind"], row["node"], address
        if (row["thread"] or "").startswith(_NETTY):
            by_netty[caller] += 1
        else:
            waited_for.setdefault(caller, set()).add(row["channel"] or "")
    return by_netty | Counter({caller: len(promises) for caller, promises in waited_for.items()})


def _accepted(events: Events) -> tuple[int, int]:
    """Return how many connections the name servers accepted, and how many of them ended within moments."""
    state, at = pl.col("channel_state"), pl.col("ts_lo")
    own = events.frame("server_channel").filter((pl.col("kind") == "namesrv") & at.is_not_null())
    lines = own.sort("node", "series", "seq", maintain_order=True).select("node", "remote_address", "channel_state", "ts_lo")
    ended = pl.when(state.is_in(["inactive", "unregistered"])).then(at).fill_null(strategy="backward")
    told = lines.with_columns(ended.over("node", "remote_address").alias("ended")).filter(state == "active")
    accepted, brief = told.select(pl.len(), (pl.col("ended") - at <= _BRIEF_US).sum()).collect().row(0)
    return accepted, brief
