"""The exceptions of unknown clients that no window counts as its own, by proxy, kind of request and change of proxies."""

from forensics.model import proxy as model
from forensics.model.spans import SECOND_US
from forensics.replay.events import Events, Row, by, state_id
from forensics.replay.proxy.acks import IN_ORDER, SLACK_US, removals_of
from forensics.replay.timeline import NOTHING, Timeline, timelines

_LATE_US = 30 * SECOND_US
"""A consumer that shuts down waits for messages in work, and acks them after it has said that it ends."""


def refusals(events: Events, exceptions: list[Row], windows: list[Row]) -> list[Row]:
    """Return the exceptions of unknown clients that no window counts as its own, by proxy, kind of request and proxy change."""
    counted = {record_id for window in windows for record_id in window["exception_record_ids"]}
    clients = {window["state_id"]: window["client_id"] for window in windows}
    left = [e for e in exceptions if e["activity"] in model.NOT_KNOWN and e["record_id"] not in counted]
    gone = timelines(removals_of(events), "node") if left else {}
    return [
        {
            "state_id": state_id("refusals", node, activity, *([thrown[0]["record_id"]] if thrown[0]["windows"] else [])),
            "node": node,
            "activity": activity,
            "exceptions": len(thrown),
            "ts_lo": min(e["ts_lo"] for e in thrown),
            "ts_hi": max(e["ts_hi"] for e in thrown),
            "client_ids": sorted({clients[window] for e in thrown for window in e["windows"]}),
            "ended_ids": _ended(thrown, gone.get(node, NOTHING)),
            "record_ids": sorted(e["record_id"] for e in thrown),
        }
        for (node, activity), own in by(left, "node", "activity").items()
        for thrown in _bouts(own)
    ]


def _bouts(thrown: list[Row]) -> list[list[Row]]:
    """Return exceptions of one kind by the change of proxies that their windows tell of; those in nobody's window are one."""
    alone = [e for e in thrown if not e["windows"]]
    bouts: list[list[Row]] = []
    known: set[str] = set()
    for exception in sorted((e for e in thrown if e["windows"]), key=IN_ORDER):
        if not bouts or (known.isdisjoint(exception["windows"]) and exception["ts_lo"] - bouts[-1][-1]["ts_hi"] > _LATE_US):
            bouts.append([])
        bouts[-1].append(exception)
        known.update(exception["windows"])
    return [alone, *bouts] if alone else bouts


def _ended(thrown: list[Row], removed: Timeline) -> list[str]:
    """Return the clients that had just ended at the proxy, where that may be so of each exception."""
    ended = [_just_ended(e, removed) for e in thrown]
    return sorted(set().union(*ended)) if all(ended) else []


def _just_ended(exception: Row, removed: Timeline) -> set[str]:
    """Return the clients that had ended their sessions at the proxy by the time of *exception*, and shortly before it."""
    first, last = exception["ts_hi"] - _LATE_US, exception["ts_hi"] + SLACK_US
    return {row["client_id"] for row in removed.within((first, last)) if row["client_id"] and first <= row["ts_lo"]}
