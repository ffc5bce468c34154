"""The whole incident on one timeline: a lane per node with its life, role, connections, routes, windows, and the findings.

What was not seen is a mark too: a time without logs, a log that has a hole, a process whose logs are not in the case.
"""

from forensics.report.charts import Chart, Lane, Mark, Track, few, lane, point, span, track
from forensics.report.lines import times
from forensics.report.scrub import one_line
from forensics.report.states import Row, States
from forensics.report.times import micros
from forensics.report.tracks import (
    choices,
    clocks,
    connected,
    exceptions,
    lives,
    message,
    registered,
    roles,
    routes,
    send_backs,
    silences,
    windows,
    words,
)

_KINDS = ("namesrv", "controller", "broker", "proxy", "client", "tools")
"""The order of the lanes: the map first, then those who follow it."""
_INNER = ("CLIENT_INNER", "CID_", "TOOLS_")
"""Groups of clients inside RocketMQ's own processes."""
_MOST_UNKNOWN = 12


def incident(states: States, findings: list[Row]) -> Chart:
    """Return the timeline of a case."""
    lo, hi = extent(states)
    nodes = sorted(states["nodes"], key=lambda row: (_place(row["kind"]), row["node"]))
    known = [_lane(row, states, lo, hi) for row in nodes]
    top = lane("findings", "", [track(kind, marks) for kind, marks in _found(findings)])
    lanes = (top, *known, *_unlogged(states, lo, hi))
    return Chart("Every node (UTC)", lo, hi, tuple(one for one in lanes if one.tracks or one.unseen))


def extent(states: States) -> tuple[int, int]:
    """Return the earliest and the latest instant of any log."""
    lows = [row["from_lo"] for row in states["nodes"] if row["from_lo"] is not None]
    highs = [row["to_hi"] for row in states["nodes"] if row["to_hi"] is not None]
    return (min(lows), max(highs)) if lows and highs else (0, 1_000_000)


def _place(kind: str) -> int:
    return _KINDS.index(kind) if kind in _KINDS else len(_KINDS)


def _found(findings: list[Row]) -> list[tuple[str, list[Mark]]]:
    kinds: dict[str, list[Mark]] = {}
    for number, finding in enumerate(findings, 1):
        lo = micros(finding["from"])
        text = f"{number}. {finding['verdict']} {finding['kind']}{times(finding)} ({finding['severity']})"
        topics = [finding["subject"].get("topic"), *(message["topic"] for message in finding["messages"])]
        kinds.setdefault(finding["kind"], []).append(
            Mark(
                lo, max(lo, micros(finding["to"])), finding["severity"], text, (), next(filter(None, topics), None),
                finding["subject"].get("group"), finding["id"], finding["severity"],
            )
        )  # fmt: skip
    return sorted(kinds.items())


def _lane(node: Row, states: States, lo: int, hi: int) -> Lane:
    name = node["node"]
    tracks = [
        track("life", lives(states, name, hi)),
        track("clock", clocks(states, name, lo, hi)),
        track("log holes", _gaps(states, name)),
        track("role", roles(states, name, hi)),
        *registered(states, name, hi),
        *connected(states, name, hi),
        track("name server chosen", choices(states, name, hi)),
        track("name server silent", silences(states, name, hi)),
        *routes(states, name, hi),
        track("send back failed", send_backs(states, name)),
        track("risk window", windows(states, name, hi)),
        track("exceptions", exceptions(states, name)),
        *pop(states, name, hi),
        track("what happened", _happened(states, name)),
    ]
    return lane(name, node["kind"], tracks, _unseen(node, states, lo, hi))


def pop(states: States, node: str, end: int) -> list[Track]:
    """Return what a broker's revive did: deliveries again, rewrites, messages given up."""
    again = [
        point(
            row["ts_lo"], "again-fault" if row["cause"] == "known_fault" else "again",
            f"{message(row)} is delivered again ({words(row['way'])}): {words(row['cause'])}",
            [row["record_id"]], topic=row["topic"], group=row["group"], latest=row["ts_hi"],
        )
        for row in states.of("redeliveries", node=node)
    ]  # fmt: skip
    chains = [
        span(row, "rewriting", f"{message(row)} cannot be read: rewritten {row['rewrites']} times", end,
             topic=row["topic"], group=row["group"])
        for row in states.of("rewrite_chains", node=node)
    ]  # fmt: skip
    lost = [
        point(row["ts_lo"], "failed", f"{message(row)} is given up: {words(row['why'])}",
              [*row["failure_record_ids"], *row["judged_record_ids"]], topic=row["topic"], group=row["group"])
        for row in states.of("lost_messages", node=node)
    ]  # fmt: skip
    return [track("delivered again", again), track("rewritten", chains), track("given up", lost)]


def _happened(states: States, node: str) -> list[Mark]:
    return [
        point(row["ts_lo"], "happened", one_line(row["what"]), row["record_ids"], latest=row["ts_hi"])
        for row in states.of("happenings", node=node)
        if row["ts_lo"] is not None
    ]


def _gaps(states: States, node: str) -> list[Mark]:
    return [
        Mark(row["from_lo"], row["to_hi"], "gap", f"no line in {row['series']}", few(row["record_ids"]))
        for row in states.of("gaps", node=node)
    ]


def _unseen(node: Row, states: States, lo: int, hi: int) -> list[Mark]:
    """Return the times before the first and after the last line of a node; they lead to that line."""
    if node["from_lo"] is None:
        return [Mark(lo, hi, "unseen", f"not seen: no line of {node['node']} has a time")]
    known = [record for life in states.of("lives", node=node["node"]) for record in life["record_ids"]]
    begins, ends = ("the logs of {} begin", "the logs of {} end") if known else ("the store of {} begins", "the store of {} ends")
    before = Mark(lo, node["from_lo"], "unseen", f"not seen: {begins.format(node['node'])} here", tuple(known[:1]))
    after = Mark(node["to_hi"], hi, "unseen", f"not seen: {ends.format(node['node'])} here", tuple(known[-1:]))
    return [mark for mark in (before, after) if mark.hi is not None and mark.hi > mark.lo]


def _unlogged(states: States, lo: int, hi: int) -> list[Lane]:
    """Return lanes for brokers and clients that others' logs name and whose own logs are not in the case."""
    addresses = {row["address"] for row in states["nodes"]}
    told = all(row["address"] for row in states.of("nodes", kind="broker"))
    brokers = sorted({row["address"] for row in states["brokers_registered"]} - addresses - {None}) if told else []
    clients = sorted(row["client_id"] for row in states["clients"] if row["node"] is None and not _is_inner(row))
    named = [(name, "broker") for name in brokers] + [(name, "client") for name in clients]
    hatch = "not seen: none of its logs is in the case"
    return [Lane(name, kind, (), (Mark(lo, hi, "unseen", f"{name}: {hatch}"),)) for name, kind in named[:_MOST_UNKNOWN]]


def _is_inner(client: Row) -> bool:
    return all(group.startswith(_INNER) for group in client["groups"] or [])
