"""Who the clients are: the ids their own logs give, and the ids that brokers and proxies name."""

from forensics.model.roster import OTHER_PROXY
from forensics.replay.events import CLIENT_KINDS, Events, Row, Rows, by

_OWN = ("client_instance", "client_started", "grpc_client_started")
_NAMED = ("consumer_connected", "producer_connected")


def replay(events: Events) -> Rows:
    """Return the rows of `clients`, and of `features` the proxies that other proxies tell of."""
    groups = by(events.rows("client_group"), "node")
    rows: dict[str, Row] = {}
    for row in events.rows(*_OWN):
        if row["kind"] in CLIENT_KINDS and row["client_id"]:
            if row["client_id"] not in rows:
                rows[row["client_id"]] = _client(row, groups.get(row["node"], []))
            client = rows[row["client_id"]]
            client["client_version"] = client["client_version"] or release_of(row.get("client_version"))
    for row in events.rows(*_NAMED):
        if row["client_id"]:
            _heard(rows, row)
    return {"clients": [rows[client_id] for client_id in sorted(rows)], "features": _other_proxies(events)}


def _other_proxies(events: Events) -> list[Row]:
    """Return by proxy the addresses of others that had its clients too: a RemoteChannelId holds the other's own address."""
    heard = [row for row in events.rows(*_NAMED) if row["kind"] == "proxy" and row["channel_kind"] == "remote"]
    return [
        {"node": node, "feature": f"{OTHER_PROXY}{address}", "shown": True, "record_ids": [rows[0]["record_id"]]}
        for (node, address), rows in by(heard, "node", "local_address").items()
        if address
    ]


def release_of(version: str | None) -> str | None:
    """Return `5.3.1` for the `V5_3_1` that a client prints (MQVersion.Version)."""
    return version.removeprefix("V").replace("_", ".") if version else None


def client_of(events: Events, row: Row) -> str | None:
    """Return the id of the client that logged *row*; None where its process runs none or several at the time."""
    instances = [c for c in events.rows("client_instance") if c["node"] == row["node"] and c["pid"] == row["pid"]]
    started = [c for c in instances if c["seq"] <= row["seq"]] or instances
    ids: set[str] = {c["client_id"] for c in started}
    if len(ids) == 1:
        return next(iter(ids))
    own: set[str] = {c["client_id"] for c in events.states.get("clients", []) if c["node"] == row["node"]}
    return next(iter(own)) if not ids and len(own) == 1 else None


def _client(row: Row, groups: list[Row]) -> Row:
    return {
        "client_id": row["client_id"],
        "node": row["node"],
        "protocol": "grpc" if row["event"].startswith("grpc") else "remoting",
        "groups": sorted({g["group"] for g in groups if g["group"] != "CLIENT_INNER_PRODUCER"}),
        "client_version": None,
        "record_ids": [row["record_id"]],
    }


def _heard(rows: dict[str, Row], row: Row) -> None:
    grpc = row.get("channel_kind") in {"grpc", "remote"}
    nobody: Row = {
        "client_id": row["client_id"], "node": None, "protocol": "grpc" if grpc else "remoting",
        "groups": [], "client_version": None, "record_ids": [],
    }  # fmt: skip
    client = rows.setdefault(row["client_id"], nobody)
    if row["group"] is not None and row["group"] not in client["groups"]:
        client["groups"] = sorted({*client["groups"], row["group"]})
    client["record_ids"].append(row["record_id"])
