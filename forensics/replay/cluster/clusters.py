"""Which brokers are of different clusters, where a case has logs of several clusters that name their brokers alike.

A brokerName is unique among the brokers of a name server, and one of them is the master. So two nodes of one name are of two
clusters if both were configured to be masters, or if both revived for minutes at the same time: only a master does, or a slave
that acts for it, and that one is told within moments when its master is back (PopReviveService, onMinBrokerChange of the broker).
Any other node is of the cluster it shares a name server with, or, where that fits several, of the one that ran at the same time.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

import polars as pl

from forensics.model.spans import SECOND_US
from forensics.replay.cluster.identities import identities
from forensics.replay.events import Events, Row, by

_MINUTE_US = 60 * SECOND_US
_AT_ONCE = 3
"""Minutes on end that have cycles of both nodes: a whole one, and more than a failover and the master's return take."""


class Clusters:
    """The clusters of a case, as far as its brokers are known to be of different ones."""

    def __init__(self, of: Mapping[str, str], owners: Mapping[str, str], servers: Mapping[str, set[str]]) -> None:
        self.of = of
        self._owners, self._servers = owners, servers
        self._leaders = by([{"node": node, "name": owners.get(node)} for node, own in of.items() if node == own], "name")

    def apart(self, node: str | None, other: str | None) -> bool:
        """Return whether the two are known to be of different clusters."""
        if node is None or other is None or node == other:
            return False
        if self._owners.get(node) == self._owners.get(other):
            return node in self.of and other in self.of and self.of[node] != self.of[other]
        return self._is_elsewhere(node, other) or self._is_elsewhere(other, node)

    def _is_elsewhere(self, node: str, other: str) -> bool:
        """Return whether *node* shares a name server with one cluster alone of those that have a broker named as *other*."""
        leaders = [row["node"] for row in self._leaders.get(self._owners.get(other), [])]
        near = [leader for leader in leaders if self._servers.get(node, set()) & self._servers.get(leader, set())]
        return other in self.of and len(near) == 1 and near[0] != self.of[other]


def clusters(events: Events, owners: Mapping[str, str]) -> Clusters:
    """Return the clusters of the brokers whose name several clusters have; *owners* are all brokers by node."""
    brokers = [node for node in events.states["nodes"] if node["kind"] == "broker" and node["node"] in owners]
    several = [own for own in by([n | {"name": owners[n["node"]]} for n in brokers], "name").values() if len(own) > 1]
    if not several:
        return Clusters({}, owners, {})
    told = events.frame("broker_register_ok").select("node", "nameserver").unique().collect()
    servers = {node: {row["nameserver"] for row in rows} - {None, ""} for node, rows in by(told.to_dicts(), "node").items()}
    apart = {frozenset(pair) for pair in _apart(events, [[row["node"] for row in own] for own in several], servers)}
    found: dict[str, str] = {}
    for own in several:
        leading = _leading(own, apart)
        if len(leading) > 1:
            found |= {node["node"]: _cluster(node, leading, servers) for node in own}
    return Clusters(found, owners, servers)


def _apart(events: Events, named: Sequence[Sequence[str]], servers: Mapping[str, set[str]]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of nodes that are of two clusters, of the nodes of each name."""
    masters = {one.node for one in identities(events) if one.broker_id == 0}
    revived = _minutes_of_cycles(events, [node for nodes in named for node in nodes])
    for one, other in (pair for nodes in named for pair in combinations(nodes, 2)):
        shared = servers.get(one, set()) & servers.get(other, set())
        at_once = _on_end(revived.get(one, set()) & revived.get(other, set())) >= _AT_ONCE
        if {one, other} <= masters or (at_once and not shared and events.clock.doubt(one, other) == 0):
            yield one, other


def _minutes_of_cycles(events: Events, nodes: Sequence[str]) -> dict[str, set[int]]:
    """Return by node the minutes of the clock in which it revived."""
    cycles = events.frame("revive_cycle").filter(pl.col("node").is_in(list(nodes)) & pl.col("ts_lo").is_not_null())
    minutes = cycles.select("node", (pl.col("ts_lo") // _MINUTE_US).alias("minute")).unique().collect()
    return {node: {row["minute"] for row in rows} for node, rows in by(minutes.to_dicts(), "node").items()}


def _on_end(minutes: set[int]) -> int:
    """Return how many of *minutes* follow each other at most."""
    longest = run = 0
    for minute in sorted(minutes):
        run = run + 1 if minute - 1 in minutes else 1
        longest = max(longest, run)
    return longest


def _leading(own: Sequence[Row], apart: set[frozenset[str]]) -> list[Row]:
    """Return one node of each cluster: nodes of which each is of another cluster than all others."""
    found: list[Row] = []
    for node in own:
        others = [frozenset({node["node"], row["node"]}) for row in (found or own) if row is not node]
        if others and (all if found else any)(pair in apart for pair in others):
            found.append(node)
    return found


def _cluster(node: Row, masters: Sequence[Row], servers: Mapping[str, set[str]]) -> str:
    """Return the node of its master; a node that may be of several stands alone."""
    if node in masters:
        return str(node["node"])
    known = servers.get(node["node"], set())
    fitting = [master for master in masters if known & servers.get(master["node"], set())]
    if len(fitting) != 1:
        fitting = [master for master in fitting or masters if _together(node, master)]
    return str(fitting[0]["node"] if len(fitting) == 1 else node["node"])


def _together(node: Row, other: Row) -> bool:
    """Return whether the logs of two nodes have times in common."""
    times = (node["from_lo"], node["to_hi"], other["from_lo"], other["to_hi"])
    return None not in times and max(node["from_lo"], other["from_lo"]) <= min(node["to_hi"], other["to_hi"])
