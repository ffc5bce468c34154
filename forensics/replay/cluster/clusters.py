"""Which brokers of one name are of one cluster, where a case has logs of several clusters that name their brokers alike.

A brokerName is unique among the brokers of a name server, and one of them is the master. So two nodes of one name that were both
configured to be masters are of two clusters. A slave is of the cluster of the master it shares a name server with, or, where that
fits several, of the one that ran at the same time.
"""

from collections.abc import Mapping, Sequence

from forensics.replay.cluster.identities import identities
from forensics.replay.events import Events, Row, by


def clusters(events: Events) -> dict[str, str]:
    """Return by node what stands for its cluster, for the brokers of a name that several clusters have; no others."""
    masters = {one.node for one in identities(events) if one.broker_id == 0}
    brokers = [node for node in events.states["nodes"] if node["kind"] == "broker" and node["name"]]
    told = events.frame("broker_register_ok").select("node", "nameserver").unique().collect()
    servers = {node: {row["nameserver"] for row in rows} - {None, ""} for node, rows in by(told.to_dicts(), "node").items()}
    found: dict[str, str] = {}
    for own in by(brokers, "name").values():
        leading = [node for node in own if node["node"] in masters]
        if len(leading) > 1:
            found |= {node["node"]: _cluster(node, leading, servers) for node in own}
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
