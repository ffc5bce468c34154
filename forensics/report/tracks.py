"""Tracks of one node's states: its life, its role, what it was connected to, what it held, where it failed."""

from dataclasses import replace
from functools import lru_cache

from forensics.report.charts import Mark, Track, few, point, span, track
from forensics.report.scrub import one_line
from forensics.report.states import Row, States
from forensics.tables.control_plane import OVER

_MOST_ADDRESSES = 6
_FAST_PORT = 2
"""MixAll.brokerVIPChannel: a broker listens two ports below its own too."""


def words(name: str | None) -> str:
    """Return a name of the tables as words."""
    return (name or "not seen").replace("_", " ")


def node_of(step: Row, evidence: list[Row]) -> str:
    """Return the node of a step, or of the first line that proves it where the step names none."""
    return str(step["node"] or next((evidence[index]["node"] for index in step["evidence"][:1]), "") or "")


def message(row: Row) -> str:
    """Return the message a row is about, as topic/queue/offset."""
    return f"{row['topic']}/{row['queue_id']}/{row['offset']}"


def lives(states: States, node: str, end: int) -> list[Mark]:
    """Return the life of a process: up, silent, down, stopped."""
    return [span(row, row["state"], f"{row['state']}: {row['says']}", end) for row in states.of("lives", node=node)]


def clocks(states: States, node: str, lo: int, end: int) -> list[Mark]:
    """Return when a node's clock was off against the others: times are drawn as they were put right, or kept."""
    own = [row for row in states.of("clocks", node=node) if row["notable"]]
    return [Mark(row["from_us"] or lo, row["to_us"] or end, "clock", row["says"], few(row["record_ids"])) for row in own]


def roles(states: States, node: str, end: int) -> list[Mark]:
    """Return the roles a broker had, while it ran."""
    rows = states.of("broker_roles", node=node)
    return [mark for row in rows for mark in _while_up(row, span(row, f"role-{row['role']}", _role(row), end), states)]


def _role(row: Row) -> str:
    return str(row["role"]) + (f", masterEpoch {row['master_epoch']}" if row["master_epoch"] is not None else "")


def _while_up(row: Row, mark: Mark, states: States) -> list[Mark]:
    """Return *mark* without the times in which there was no process; after a restart only where the row has a line of then."""
    marks = [mark]
    for life in states.of("lives", node=row["node"]):
        if life["state"] in OVER:
            resumes = life["to_lo"] is not None and _later(row["record_ids"], life["record_ids"])
            marks = [left for one in marks for left in _without(one, life["from_lo"], life["to_lo"] if resumes else None)]
    return marks


def _later(records: list[int], than: list[int]) -> bool:
    """Return whether one of *records* stands behind one of *than* in the same file."""
    return any(one >> 32 == other >> 32 and one > other for one in records for other in than)


def _without(mark: Mark, start: int, end: int | None) -> list[Mark]:
    """Return what is left of a span that is interrupted from *start* to *end*, or for good."""
    if mark.hi is None or mark.hi <= start or mark.lo >= (end if end is not None else start):
        return [mark]
    before = [replace(mark, hi=start)] if mark.lo < start else []
    after = [replace(mark, lo=end)] if end is not None and mark.hi > end else []
    return before + after


def _until_death(marks: list[Mark], states: States, node: str) -> list[Mark]:
    """Return *marks* cut where the process ended first: what it held in memory does not outlive it."""
    ends = [row["from_lo"] for row in states.of("lives", node=node) if row["state"] in OVER]
    return [replace(m, hi=min([m.hi, *(e for e in ends if e >= m.lo)])) if m.hi is not None else m for m in marks]


def registered(states: States, node: str, end: int, broker: str | None = None) -> list[Track]:
    """Return what a name server had in its table, a track per address; only of *broker* where one is named."""
    found: dict[str, list[Mark]] = {}
    for row in states.of("brokers_registered", node=node):
        if broker is None or row["broker"] in {broker, None}:
            ended = f", until {words(row['ended_by'])}" if row["ended_by"] else ""
            text = f"{row['broker'] or 'a broker'} at {row['address']} is in the table{ended}"
            found.setdefault(row["address"], []).append(span(row, "registered", text, end))
    named = _addresses(states)
    return [track(f"has {named.get(address, address)}", marks) for address, marks in sorted(found.items())]


def connected(states: States, node: str, end: int) -> list[Track]:
    """Return what a process was connected to, a track per address, and the attempts that came to nothing."""
    found: dict[str, list[Mark]] = {}
    for row in states.of("connections", node=node):
        text = f"connected to {row['address']}" + ("" if row["to_lo"] is not None else ", its end was not seen")
        found.setdefault(row["address"], []).append(span(row, "connected", text, end))
    for row in states.of("attempts", node=node):
        text = f"tried to connect to {row['address']}, and no connection followed"
        found.setdefault(row["address"], []).append(point(row["ts_lo"], "refused", text, [row["record_id"]]))
    named = _addresses(states)
    tracks = {address: _until_death(marks, states, node) for address, marks in sorted(found.items())}
    if len(tracks) > _MOST_ADDRESSES:
        return [track(f"connections to {len(tracks)} addresses", [mark for marks in tracks.values() for mark in marks])]
    return [track(f"to {named.get(address, address)}", marks) for address, marks in tracks.items()]


@lru_cache(maxsize=4)
def _addresses(states: States) -> dict[str, str]:
    """Return what to call an address: the node that listens on it, or on the port that it is the fast port of."""
    named = {}
    for row in states["nodes"]:
        host, _, port = (row["address"] or "").rpartition(":")
        if port.isdigit():
            named[f"{host}:{int(port) - _FAST_PORT}"] = f"{row['node']} (fast port)"
    named |= {row["address"]: row["node"] for row in states["nodes"] if row["address"]}
    servers = {row["address"].rpartition(":")[2]: row["node"] for row in states.of("nodes", kind="namesrv") if row["address"]}
    for row in states["nameserver_choices"]:
        port = row["nameserver"].rpartition(":")[2]
        if port in servers and len(states.of("nodes", kind="namesrv")) == len(servers):
            named[row["nameserver"]] = servers[port]
    return named


def choices(states: States, node: str, end: int) -> list[Mark]:
    """Return the name servers a client had chosen."""
    named = _addresses(states)
    rows = states.of("nameserver_choices", node=node)
    marks = [span(row, "chosen", f"chose name server {_both(row['nameserver'], named)}", end) for row in rows]
    return _until_death(marks, states, node)


def _both(address: str, named: dict[str, str]) -> str:
    return f"{named[address]} ({address})" if address in named else address


def silences(states: States, node: str, end: int) -> list[Mark]:
    """Return the runs of timeouts at the chosen name server."""
    return [
        span(
            row,
            "silent-server",
            f"{row['timeouts']} timeouts at {row['nameserver']}, ended by {words(row['ended_by'])}",
            end,
        )
        for row in states.of("nameserver_silences", node=node)
    ]


def routes(states: States, node: str, end: int, broker: str | None = None) -> list[Track]:
    """Return the routes a client held, a track per topic and broker."""
    found: dict[tuple[str, str], list[Mark]] = {}
    for row in states.of("routes_held", node=node):
        if broker is None or row["broker"] == broker:
            addresses = ", ".join(row["addresses"]) or "no address"
            look = "route" if row["master"] else "route-headless"
            text = f"for {row['broker']} it held {addresses}" + ("" if row["master"] else ": no master")
            topic = row["topic"] or "(not shown)"
            found.setdefault((topic, row["broker"]), []).append(span(row, look, text, end, topic=row["topic"]))
    return [track(f"route {topic} → {name}", _until_death(marks, states, node)) for (topic, name), marks in sorted(found.items())]


def send_backs(states: States, node: str, episode: str | None = None) -> list[Mark]:
    """Return the messages a consumer failed to send back."""
    return [
        point(
            row["ts_lo"], "failed", f"send back of {message(row)} failed: {words(row['outcome'])}",
            [row["record_id"], row["fallback_record_id"]], topic=row["topic"], group=row["group"], latest=row["ts_hi"],
        )
        for row in states.of("send_backs", node=node)
        if episode is None or row["episode"] == episode
    ]  # fmt: skip


def windows(states: States, node: str, end: int) -> list[Mark]:
    """Return the times in which a proxy could get requests of a client it did not know."""
    return [
        span(
            row, "window", f"does not know client {row['client_id']} yet; {row['exceptions']} exceptions", end, group=row["group"]
        )
        for row in states.of("proxy_windows", node=node)
    ]


def exceptions(states: States, node: str) -> list[Mark]:
    """Return the internal errors of a proxy."""
    return [
        point(
            row["ts_lo"],
            "failed",
            one_line(f"{row['activity']}: {row['exception']} {row['exception_text'] or ''}"),
            [row["record_id"]],
            latest=row["ts_hi"],
        )
        for row in states.of("proxy_exceptions", node=node)
    ]
