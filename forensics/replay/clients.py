"""Who the clients are: the ids their own logs give, and the ids that brokers and proxies name."""

from operator import itemgetter

from forensics.model.roster import OTHER_PROXY
from forensics.replay.events import CLIENT_KINDS, Events, Row, Rows, by

_OWN = ("client_instance", "client_started", "grpc_client_started")
_TELLING = ("grpc_client_starting", "grpc_client_version", "grpc_settings_received", "grpc_settings_sent")
"""Its first line, all that tells a gRPC client of Go, what it prints each minute, all that tells one of C#, and its settings.

Of clients in other languages they are what is left where the line of a start is lost.
"""
_NAMED = ("consumer_connected", "producer_connected")
_PROCESS = ("node", "pid")


def replay(events: Events) -> Rows:
    """Return the rows of `clients`, and of `features` the proxies that other proxies tell of.

    An id of two nodes is a client on each: processes of one host take the same one where they give an instance the same name.
    """
    own = [row for row in events.rows(*_OWN) if row["kind"] in CLIENT_KINDS and row["client_id"]]
    started = {(row["node"], row["client_id"]) for row in own}
    own += [row for row in events.rows(*_TELLING) if row["client_id"] and (row["node"], row["client_id"]) not in started]
    groups = _groups(events, own)
    rows: dict[str, dict[str | None, Row]] = {}
    for row in own:
        of_nodes = rows.setdefault(row["client_id"], {})
        if row["node"] not in of_nodes:
            of_nodes[row["node"]] = _client(row, groups.get((row["node"], row["client_id"]), set()))
        client = of_nodes[row["node"]]
        client["client_version"] = client["client_version"] or release_of(row.get("client_version"))
    named = events.brief(_NAMED, "kind", "client_id", "group", "channel_kind", "local_address")
    for row in named:
        if row["client_id"]:
            _heard(rows.setdefault(row["client_id"], {}), row)
    clients = sorted(
        (client for own in rows.values() for client in own.values()), key=lambda c: (c["client_id"], c["node"] or "")
    )
    return {"clients": clients, "features": _other_proxies(named)}


def _groups(events: Events, own: list[Row]) -> dict[tuple[str, str], set[str]]:
    """Return by node and client the groups that started on it: of several clients, the last that its process made before.

    A client starts before its groups do: one that is told only behind a group's start is not the one that the group is on.
    """
    of_node, of_process = by(own, "node"), by(own, "node", "pid")
    several = {node for node, made in of_node.items() if len({row["client_id"] for row in made}) > 1}
    lacking = {node for node, made in of_node.items() if _lacks_a_client([row for row in made if row["event"] == _OWN[0]])}
    found: dict[tuple[str, str], set[str]] = {}
    for group in events.rows("client_group"):
        node = group["node"]
        if node in several:
            made = (row for row in reversed(of_process.get((node, group["pid"]), ())) if row["seq"] < group["seq"])
        else:
            known = () if node in lacking else reversed(of_node.get(node, ()))
            made = (row for row in known if row["series"] != group["series"] or row["seq"] < group["seq"])
        if client := next(made, None):
            found.setdefault((node, client["client_id"]), set()).add(group["group"])
    return found


def _other_proxies(named: list[Row]) -> list[Row]:
    """Return by proxy the addresses of others that had its clients too: a RemoteChannelId holds the other's own address."""
    heard = [row for row in named if row["kind"] == "proxy" and row["channel_kind"] == "remote"]
    return [
        {"node": node, "feature": f"{OTHER_PROXY}{address}", "shown": True, "record_ids": [rows[0]["record_id"]]}
        for (node, address), rows in by(heard, "node", "local_address").items()
        if address
    ]


def release_of(version: str | None) -> str | None:
    """Return `5.3.1` for the `V5_3_1` that a client prints (MQVersion.Version)."""
    return version.removeprefix("V").replace("_", ".") if version else None


def client_of(events: Events, row: Row) -> str | None:
    """Return the id of the client that logged *row*.

    None where its process runs none at the time, or several and *row* names no group that is of one of them alone; where no line
    tells what it runs, the one that is known is it, unless *row* names a group and the client is known to have others only.
    """
    ids = clients_then(events, row)
    if len(ids) == 1 and not _lacks_a_client(_made(events, row)):
        return next(iter(ids))
    group = row.get("group")
    clients = [c for c in events.states.get("clients", []) if c["node"] == row["node"] and (not ids or c["client_id"] in ids)]
    if not ids and len(clients) == 1 and (group is None or not clients[0]["groups"]):
        return str(clients[0]["client_id"])
    fitting = [c["client_id"] for c in clients if group in c["groups"]]
    return fitting[0] if len(fitting) == 1 else None


def clients_then(events: Events, row: Row) -> set[str]:
    """Return the ids of the clients that the process of *row* had made by then; its first one begins a process.

    Before 5.1 no line says of which process it is: those of an earlier one that stop later than *row* are clients then too.
    """
    instances = _made(events, row)
    made = [c for c in instances if c["seq"] <= row["seq"]] or instances
    first = max((number for number, c in enumerate(made) if c["instance_index"] == 0), default=0)
    stopped = events.grouped("client_stopped", *_PROCESS).get((row["node"], row["pid"]), ())
    later = {c["client_id"] for c in stopped if c["seq"] > row["seq"]}
    beside = {c["client_id"] for c in made[:first]} & later
    return {c["client_id"] for c in made[first:]} | beside


def made_by(events: Events, row: Row) -> int:
    """Return how many clients the process of *row* made, of those whose lines are lost as many as the others' numbers show."""
    made = _made(events, row)
    return max(len(made), max((c["instance_index"] or 0 for c in made), default=-1) + 1)


def are_several(events: Events, row: Row) -> bool:
    """Return whether the process of *row* had several clients by then, or made more than have lines."""
    return len(clients_then(events, row)) > 1 or _lacks_a_client(_made(events, row))


def _made(events: Events, row: Row) -> list[Row]:
    """Return the lines of the clients that the process of *row* made, of each whose line of that is lost the one of its start.

    One start without any such line does not tell that there was no other client.
    """
    process = row["node"], row["pid"]
    made = events.grouped("client_instance", *_PROCESS).get(process, [])
    started = events.grouped("client_started", *_PROCESS).get(process, [])
    lost = {s["client_id"] for s in started if s["kind"] in CLIENT_KINDS} - {c["client_id"] for c in made}
    if not lost or (not made and len(lost) == 1):
        return made
    first = {s["client_id"]: s | {"instance_index": None} for s in reversed(started) if s["client_id"] in lost}
    return sorted([*made, *first.values()], key=itemgetter("series", "seq"))


def _lacks_a_client(made: list[Row]) -> bool:
    """Return whether a process made more clients than have lines: MQClientManager numbers them from 0 on."""
    numbers = {row["instance_index"] for row in made} - {None}
    return bool(numbers) and len(numbers) <= max(numbers)


def _client(row: Row, groups: set[str]) -> Row:
    return {
        "client_id": row["client_id"],
        "node": row["node"],
        "protocol": "grpc" if row["event"].startswith("grpc") else "remoting",
        "groups": sorted(groups - {"CLIENT_INNER_PRODUCER"}),
        "client_version": None,
        "record_ids": [row["record_id"]],
    }


def _heard(of_nodes: dict[str | None, Row], row: Row) -> None:
    """Note what another process tells of a client: a group that none of those with its id told itself may be any's."""
    if not of_nodes:
        grpc = row.get("channel_kind") in {"grpc", "remote"}
        of_nodes[None] = {
            "client_id": row["client_id"], "node": None, "protocol": "grpc" if grpc else "remoting",
            "groups": [], "client_version": None, "record_ids": [],
        }  # fmt: skip
    told = row["group"] is None or any(row["group"] in client["groups"] for client in of_nodes.values())
    for client in of_nodes.values():
        if not told:
            client["groups"] = sorted({*client["groups"], row["group"]})
        client["record_ids"].append(row["record_id"])
