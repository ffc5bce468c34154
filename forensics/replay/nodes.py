"""The processes of the case: what they call themselves, where they listen, which release they print."""

from forensics.replay.clients import release_of
from forensics.replay.events import Events, Row, Rows, by


def replay(events: Events) -> Rows:
    """Return the rows of `nodes`."""
    files = [file for file in events.files if file["status"] == "read" and file["kind"]]
    options = by(events.rows("option_dumped"), "node")
    instances = by(events.rows("client_instance"), "node")
    grpc = by(events.rows("grpc_client_version"), "node")
    rows = []
    for (node, kind), own in sorted(by(files, "node", "kind").items()):
        named = {row["option"]: row["value"] for row in options.get(node, [])}
        releases = _releases(kind, instances.get(node, []), grpc.get(node, []))
        rows.append(
            {
                "node": node,
                "kind": kind,
                "name": named.get("brokerName") if kind == "broker" else _client_name(kind, instances.get(node, [])),
                "address": _address(kind, named),
                "releases": sorted(releases),
                "release_evidence": [f"{release}: {said}" for release, said in sorted(releases.items())],
                "from_lo": min((f["from_lo"] for f in own if f["from_lo"] is not None), default=None),
                "to_hi": max((f["to_hi"] for f in own if f["to_hi"] is not None), default=None),
            }
        )
    return {"nodes": rows}


def _releases(kind: str, instances: list[Row], grpc: list[Row]) -> dict[str, str]:
    """Return the releases that a client prints itself, with where; a server prints none."""
    if kind not in {"client", "tools"}:
        return {}
    remoting = {release_of(row["client_version"]): f"ClientVersion:{row['client_version']}" for row in instances}
    java = {row["client_version"]: f"clientVersion={row['client_version']}" for row in grpc}
    return {release: said for release, said in {**remoting, **java}.items() if release}


def _client_name(kind: str, instances: list[Row]) -> str | None:
    ids = {row["client_id"] for row in instances}
    return next(iter(ids)) if kind in {"client", "tools"} and len(ids) == 1 else None


def _address(kind: str, named: dict[str, str | None]) -> str | None:
    """Return ip:port as options dumped at start tell it (BrokerConfig.brokerIP1, NettyServerConfig.listenPort)."""
    port, host = named.get("listenPort"), named.get("brokerIP1") if kind == "broker" else named.get("bindAddress")
    return f"{host}:{port}" if host and port else None
