"""Which processes there were beside those that a case has logs of: nothing is excluded of one that nobody asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from forensics.model.coverage import TAIL, Doubt, Log
from forensics.model.spans import SECOND_US

_REGISTERED_IN = "namesrv.log"
_CONNECTED_IN = "broker.log"
_SERVED_IN = "broker_default.log"
"""Where a proxy counts each second the requests of remoting clients, if there are any: the logger has no appender of its own in
its rmq.proxy.logback.xml, 5.1.0 to 5.3.3, and the root's drops nothing."""
_EXPIRES_WITHIN_US = 130 * SECOND_US
"""A name server drops a silent broker after two minutes, and looks every ten seconds at most."""
_LAST_LINES_US = 15 * SECOND_US
"""A process that has something to tell every few seconds ends within so much of its last line. Whoever loses more has lost what
a message popped and revived takes: this long at least."""

OTHER_PROXY = "other proxy "
"""The feature of a proxy that it has heard of another one, whose address follows."""
STRANGER = "client of other lines"
"""The feature of a node whose clients print none of the lines that rules read."""
SPEAKS_GRPC = "grpc_client"
"""The feature of a node whose clients' logs are laid out as gRPC clients alone do it, which rules have in their scope."""
REGISTERS_AT = "registers at name server "
CHOOSES = "chooses name server "
"""The features of a broker that it registered at a name server, and of a client that it chose one, whose address follows."""
LISTENS_AT = "listens at "
"""The feature of a broker that it started with an address, which follows: each start may have one of its own."""
CALLERS_KNOWN = "every caller known"
"""The feature of a name server that each of its connections is of a process whose logs are in the case."""
SERVES_REMOTING = "serves remoting clients"
"""The feature of a proxy that a remoting client was connected to."""
SERVES_AT = "serves remoting clients at port "
"""The feature of a proxy that it counted requests of remoting clients at a port that no name server has, which follows."""

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Roster:
    """The rows of `nodes`, `coverage`, `brokers_registered` and `features` of a case, read for what they tell of others."""

    nodes: Sequence[Row]
    coverage: Sequence[Row]
    registered: Sequence[Row]
    features: Sequence[Row]

    def unlisted(self, kind: str, *, remoting: bool = False) -> list[str]:
        """Return in words of which processes of *kind* the case lacks the logs, or why nobody can tell.

        A name server's log drops nothing: where it goes back to its start it names every broker that registered, and has a line
        for each connection, of which a client that is *remoting* has one, unless a proxy is its name server. Brokers and proxies
        name each client as it connects, at INFO, and proxies tell each other of theirs; each of them has a connection to a name
        server, too. Name servers are those that brokers register at. Nobody lists controllers.
        """
        if kind == "broker":
            return self._brokers()
        if kind == "client":
            known = remoting and self.callers_known and self._proxies_serve_none()
            return [] if known else self._brokers() + self._naming_clients()
        if kind == "namesrv":
            return self._nameservers()
        return self._proxies() if kind == "proxy" else []

    @cached_property
    def callers_known(self) -> bool:
        """Return whether each connection to a name server is of a process of the case, by the logs of all name servers, whole.

        A client that others name and that has no log is then one of those: proxies have clients of their own.
        """
        known = {row["node"] for row in self.features if row["feature"] == CALLERS_KNOWN and row["shown"]}
        logs = {row["node"] for row in self.coverage if row["series"] == _REGISTERED_IN and self._tells_all(row)}
        servers = self._of("namesrv")
        return bool(servers) and servers <= known & logs and len(self._named(REGISTERS_AT, CHOOSES)) <= len(servers)

    def _proxies_serve_none(self) -> bool:
        """Return whether no remoting client had a proxy for its name server: each proxy's log of what it served has none."""
        own = (row for row in self.coverage if row["series"] == _SERVED_IN and row["begins_at_start"])
        logs = {row["node"] for row in own if not _holes(row)}
        serving = {row["node"] for row in self.features if row["feature"] == SERVES_REMOTING}
        return self._of("proxy") <= logs - serving

    def _tells_all(self, row: Row) -> bool:
        return self.to_its_end(row) and not _holes(row)

    def _nameservers(self) -> list[str]:
        brokers = self._of("broker")
        if not any(row["node"] in brokers and row["series"] == _CONNECTED_IN and row["begins_at_start"] for row in self.coverage):
            return ["no broker's log goes back to its start and tells which name servers there were"]
        named = self._named(REGISTERS_AT)
        lacks = len(named) > len(self._of("namesrv"))
        return [f"brokers name {len(named)} name servers, and not all of their logs are in the case"] if lacks else []

    def _named(self, *ways: str) -> set[str]:
        return {row["feature"].removeprefix(way) for row in self.features for way in ways if row["feature"].startswith(way)}

    def _of(self, kind: str) -> set[str]:
        return {node["node"] for node in self.nodes if node["kind"] == kind}

    def _proxies(self) -> list[str]:
        heard: dict[str, set[str]] = {}
        for row in self.features:
            if row["feature"].startswith(OTHER_PROXY):
                heard.setdefault(row["node"], set()).add(row["feature"].removeprefix(OTHER_PROXY))
        own = sum(node["kind"] == "proxy" for node in self.nodes)
        lacking = [node for node, others in sorted(heard.items()) if len(others) >= own]
        if lacking or self.callers_known:
            return [f"{node} names {_others(heard[node])} in the case" for node in lacking]
        return ["no name server's log shows that each connection is of a process of the case, so that there was no other proxy"]

    def _brokers(self) -> list[str]:
        if not any(row["series"] == _REGISTERED_IN and row["begins_at_start"] for row in self.coverage):
            return ["no name server's log goes back to its start and tells which brokers there were"]
        nodes = self._of("broker")
        known = {row["address"] for row in self.registered if row["address"]}
        lacking = sorted(known.difference(*(self._addresses(node) for node in nodes))) if len(known) > len(nodes) else []
        return [f"the logs of the broker at {address} are not in the case" for address in lacking]

    def _addresses(self, broker: str) -> set[str]:
        """Return the addresses that a broker's node had, at its starts and by its options."""
        options = {n["address"] for n in self.nodes if (n["node"], n["kind"]) == (broker, "broker") and n["address"]}
        starts = {row["feature"].removeprefix(LISTENS_AT) for row in self.features if row["node"] == broker}
        return options | (starts & {row["address"] for row in self.registered})

    def _naming_clients(self) -> list[str]:
        """Return why logs that name clients may not name all: there is none, or it is not whole."""
        servers = [node["node"] for node in self.nodes if node["kind"] in {"broker", "proxy"}]
        rows = {row["node"]: row for row in self.coverage if row["series"] == _CONNECTED_IN}
        if not any(row["begins_at_start"] for row in rows.values()):
            return ["no broker's or proxy's log goes back to its start and tells which clients there were"]
        early = [node for node, row in rows.items() if not self.to_its_end(row)]
        doubts = {node: _holes(row) for node, row in rows.items()}
        return [
            *(f"{_CONNECTED_IN} of {node} ends before its process, and later clients are not in it" for node in early),
            *(f"{_CONNECTED_IN} of {node}, which names clients, is not in the case" for node in servers if node not in rows),
            *(f"{_CONNECTED_IN} of {node}, which names clients, {own[0].says}" for node, own in doubts.items() if own),
        ]

    def to_its_end(self, row: Row) -> bool:
        """Return whether a log goes on to an orderly end, to that of the case, or to one that a name server noticed."""
        if row["ends_at_stop"] or row["to_hi"] is None:
            return bool(row["ends_at_stop"])
        last = self._noticed(row)
        ends = [other["to_hi"] for other in self.coverage if other["to_hi"] is not None]
        end = last["to_hi"] - _silent_before(last) if last else max(ends)
        return bool(row["to_hi"] >= min(end, max(ends)) - _LAST_LINES_US)

    def was_cut(self, row: Row) -> bool:
        """Return whether nothing tells of the end of the process that wrote a log: it went on when the log was collected."""
        return not row["ends_at_stop"] and self._noticed(row) is None

    def _noticed(self, row: Row) -> Row | None:
        """Return the last stretch in which a name server had the process that wrote a log, if it noticed its end."""
        addresses = self._addresses(row["node"]) if row["kind"] == "broker" else set()
        stretches = [held for held in self.registered if held["address"] in addresses]
        last = max(stretches, key=lambda held: held["from_lo"], default=None)
        told = last is not None and last["to_hi"] is not None and last["ended_by"] != "nameserver_ended"
        return last if told else None


def _others(proxies: set[str]) -> str:
    """Return in words how many other proxies one names, and that not all of their logs are there."""
    return (
        "1 other proxy, whose logs are not" if len(proxies) == 1 else f"{len(proxies)} other proxies, not all of whose logs are"
    )


def _holes(row: Row) -> list[Doubt]:
    """Return why a log may lack lines before its last."""
    return [doubt for doubt in Log.of(row).doubts("INFO") if doubt.why != TAIL]


def _silent_before(held: Row) -> int:
    """Return how long a broker may have been silent when a name server let it go: a closed connection is noticed at once."""
    return _EXPIRES_WITHIN_US if held["ended_by"] == "expired" else 0
