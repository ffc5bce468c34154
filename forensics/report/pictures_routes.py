"""Pictures of findings about routes and connections: the truth of the servers above, what the client held below."""

from forensics.report.charts import Lane, Mark, lane, point, span, track
from forensics.report.states import Row, States
from forensics.report.tracks import choices, exceptions, lives, registered, roles, routes, send_backs, silences, windows, words


def misrouted(finding: Row, states: States, end: int) -> list[Lane]:
    """Return the name servers' tables and the brokers against the route the client held."""
    subject = finding["subject"]
    broker, client = subject.get("broker"), subject.get("client_node")
    lanes = [
        lane(
            node["node"],
            "namesrv",
            [track("life", lives(states, node["node"], end)), *registered(states, node["node"], end, broker)],
        )
        for node in _of_kind(states, "namesrv")
    ]
    lanes += [
        lane(
            node["node"],
            "broker",
            [track("life", lives(states, node["node"], end)), track("role", roles(states, node["node"], end))],
        )
        for node in _of_kind(states, "broker")
        if node["name"] in {broker, None} or node["node"] == broker
    ]
    tracks = [*routes(states, client or "", end, broker), track("send back failed", send_backs(states, client or ""))]
    return [*lanes, lane(client or "client", "client", tracks)]


def stale(finding: Row, states: States, end: int) -> list[Lane]:
    """Return the name servers' lives against the one the client kept to, with every timeout."""
    subject = finding["subject"]
    client, address = subject.get("client_node") or "", subject.get("nameserver")
    servers = [
        lane(node["node"], "namesrv", [track("life", lives(states, node["node"], end))]) for node in _of_kind(states, "namesrv")
    ]
    rows = states.of("nameserver_silences", node=client, nameserver=address)
    tracks = [
        track("life", lives(states, client, end)),
        track("name server chosen", choices(states, client, end)),
        track("should have been left", silences(states, client, end)),
        track("last answer, first timeout, end", [mark for row in rows for mark in _edges(row)]),
    ]
    return [*servers, lane(client or "client", "client", tracks)]


def _edges(row: Row) -> list[Mark]:
    ended = f"the silence ended: {words(row['ended_by'])}"
    marks = [point(row["from_hi"], "failed", f"first timeout at {row['nameserver']}", row["timeout_record_ids"][:1])]
    if row["last_answer_lo"] is not None:
        marks.append(point(row["last_answer_lo"], "ok", f"last answer of {row['nameserver']}", []))
    if row["to_lo"] is not None:
        marks.append(point(row["to_lo"], "ok", ended, [row["end_record_id"]]))
    return marks


def window(finding: Row, states: States, end: int) -> list[Lane]:
    """Return the two proxies and the client between them."""
    subject = finding["subject"]
    wanted = {"node": subject.get("proxy_node")} | ({"client_id": subject["client_id"]} if "client_id" in subject else {})
    own = states.of("proxy_windows", **wanted)
    before = sorted({row["moved_from"] for row in own if row["moved_from"]})
    lanes = [lane(node, "proxy", [track("life", lives(states, node, end))]) for node in before]
    for proxy in sorted({row["node"] for row in own} | ({subject["proxy_node"]} if subject.get("proxy_node") else set())):
        tracks = [
            track("life", lives(states, proxy, end)),
            track("does not know the client", windows(states, proxy, end)),
            track("exceptions", exceptions(states, proxy)),
        ]
        lanes.append(lane(proxy, "proxy", tracks))
    client = subject.get("client_node")
    moved = [span(row, "moving", f"{row['client_id']} moves: {_by(row)}", end, group=row["group"]) for row in own]
    if client:
        lanes.append(lane(client, "client", [track("life", lives(states, client, end)), track("moves", moved)]))
    return lanes


def _by(row: Row) -> str:
    came = f" from {row['moved_from']}" if row["moved_from"] else ""
    return f"{words(row['moved_by'])}{came}"


def _of_kind(states: States, kind: str) -> list[Row]:
    return sorted(states.of("nodes", kind=kind), key=lambda row: str(row["node"]))
