"""Drives model/controller.py: the searches for silent brokers that a controller's leader left out, and whom it missed."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial, reduce
from itertools import pairwise

import polars as pl

from forensics import statements
from forensics.model import controller as model
from forensics.model.heartbeats import silences
from forensics.model.spans import SECOND_US, Instant, Span
from forensics.replay.events import Events, Row, Rows, at, by, deviation, state_id, timed
from forensics.replay.timeline import NOTHING, Timeline, timelines

CONTROLLER_MODE = "controller_mode"
JRAFT_CONTROLLER = "jraft_controller"
_FEWEST = 5
"""Options that must be printed before one that is not tells anything."""
_SKIPPED = "controller_scan_skipped"
_KINDS = ("controller_heartbeat", _SKIPPED, "controller_lost_channel", "controller_started")
_ELECTED = "master_elected"
_PRINTING = {"controller", "namesrv"}
"""Kinds of processes that print a controller's lines: it may run within a name server."""
_USUAL_SEARCH_MS = 5_000
_TIMEOUT = "controllerHeartBeatTimeoutMills"
_ELECTED_WITHIN_US = 15 * SECOND_US
"""A master whose connection closes is replaced within moments; the brokers themselves ask for another one much later."""


def replay(events: Events) -> Rows:
    """Return the rows of `controller_scans` and `controller_silences`, and their deviations."""
    rows = [row for row in timed(events.rows(*_KINDS, _ELECTED)) if row["kind"] in _PRINTING]
    out: Rows = {"controller_scans": [], "controller_silences": [], "deviations": []}
    timeouts = _timeouts(events)
    for node, own in by(rows, "node").items():
        elected = timelines([row for row in own if row["event"] == _ELECTED], "broker")
        changes = [row for row in own if row["event"] in _KINDS]
        pauses = _pauses(events, node, changes) if any(row["event"] == _SKIPPED for row in changes) else ()
        for life in _lives(changes):
            _life(node, life, model.Leader(timeouts, pauses), elected, out)
    return out


def _lives(rows: list[Row]) -> list[list[Row]]:
    """Return the rows of each life of a controller's process."""
    starts = [number for number, row in enumerate(rows) if row["event"] == "controller_started"]
    edges = sorted({0, *starts, len(rows)})
    return [rows[start:end] for start, end in pairwise(edges)]


def _timeouts(events: Events) -> dict[str, int]:
    """Return by brokerName the silence that its brokers let pass, as they print it at start; of several values the greatest."""
    found: dict[str, int] = {}
    for node in events.states["nodes"]:
        told = events.options.get(node["node"], {}).get(_TIMEOUT, {}).get("value")
        if node["kind"] == "broker" and node["name"] and told and told.isdigit():
            found[node["name"]] = max(int(told) * 1000, found.get(node["name"], 0))
    return found


def _pauses(events: Events, node: str, rows: list[Row]) -> tuple[Span, ...]:
    """Return when the log that *rows* are of has no line: a controller that leads, or not, prints one each time a search is due.

    Its other logs may go on then: lines of this one are lost.
    """
    every = events.options.get(node, {}).get("scanNotActiveBrokerInterval", {}).get("value")
    due_us = (int(every) if every and every.isdigit() else _USUAL_SEARCH_MS) * 1_000
    logs = {row["series"] for row in rows}
    files = [f["file_id"] for f in events.files if f["node"] == node and f["series"] in logs]
    return tuple(Span(_second(start), _second(end)) for start, end in silences(events.told.times(files), due_us + due_us // 2))


def _second(shown: int) -> Instant:
    return Instant(shown, shown + SECOND_US - 1)


def _life(node: str, rows: list[Row], leader: model.Leader, elected: Mapping[str, Timeline], out: Rows) -> None:
    seen = [event for row in rows if (event := _event(row))]
    final = max(rows, key=lambda row: row["seq"])
    leader = reduce(model.step, [*seen, model.Ended(at(final), final["record_id"])], leader)
    skipped = leader.wrongly_skipped
    if not skipped or leader.first is None:
        return
    scans = _scans(node, leader.first, skipped)
    out["controller_scans"].append(scans)
    closed = timelines([row for row in rows if row["event"] == "controller_lost_channel"], "broker", "broker_id")
    silences = [(_silence(node, one, elected.get(one.broker[0], NOTHING)), one) for one in leader.silences]
    out["controller_silences"] += [
        row
        for row, one in silences
        if _missed(row, one.heard.lo, closed.get(one.broker, NOTHING), elected.get(one.broker[0], NOTHING))
    ]
    out["deviations"].append(_deviation(scans, skipped[-1]))


def _event(row: Row) -> model.Event | None:
    when, record_id = at(row), row["record_id"]
    match row["event"]:
        case "controller_scan_skipped":
            return model.Skipped(when, record_id)
        case "controller_heartbeat" if row["broker_id"] is not None:
            return model.Beat(when, record_id, (row["broker"], row["broker_id"]))
        case "controller_lost_channel" if row["broker_id"] is not None:
            return model.Closed(when, record_id, (row["broker"], row["broker_id"]))
    return None


def _scans(node: str, first: model.Beat, skipped: Sequence[model.Skipped]) -> Row:
    return {
        "state_id": state_id("scans", node, first.record_id),
        "node": node,
        "skipped": len(skipped),
        **Span(first.at, skipped[-1].at).columns(),
        "heartbeat_record_id": first.record_id,
        "skipped_record_ids": [one.record_id for one in skipped],
        "record_ids": [first.record_id, *(one.record_id for one in skipped)],
    }


def _silence(node: str, silence: model.Silence, elected: Timeline) -> Row:
    broker, broker_id = silence.broker
    before = elected.latest(silence.span.start.hi)
    return {
        "state_id": state_id("silent", node, silence.record_ids[0]),
        "node": node,
        "broker": broker,
        "broker_id": broker_id,
        "timeout_us": silence.timeout_us,
        "was_master": before["broker_id"] == broker_id if before else None,
        "skipped": silence.skipped,
        "ended_by": silence.ended_by,
        **silence.span.columns(),
        "record_ids": list(silence.record_ids),
    }


def _missed(silence: Row, heard: int, closed: Timeline, elected: Timeline) -> bool:
    """Return whether nobody noticed a silence: where the broker's connection closed in it, another controller may have led.

    Every controller prints the elections: that no other master follows shows that nobody saw the old one go. Slaves have none.
    """
    during = closed.within((heard, silence["to_lo"]))
    gone = next((r for r in during if heard <= r["ts_lo"] and r["ts_hi"] < silence["to_lo"]), None)
    if gone is None:
        return True
    after = elected.within((gone["ts_lo"] - SECOND_US, gone["ts_lo"] + _ELECTED_WITHIN_US))
    return bool(silence["was_master"]) and all(r["ts_lo"] < gone["ts_lo"] - SECOND_US for r in after)


def _deviation(scans: Row, last: model.Skipped) -> Row:
    says = f"left out {scans['skipped']} searches for silent brokers, for want of heartbeats that had come"
    return deviation("scan_left_out_after_heartbeats", scans, last.at, last.record_id, says)


def modes(events: Events) -> Rows:
    """Return as `features` which brokers a controller runs, and which controllers run on JRaft or may, by what is printed.

    Controllers without brokers, and brokers run by one without controllers, belong to a cluster that has both: these are unseen.
    """
    run = _run_brokers(events)
    controllers = [node["node"] for node in events.states["nodes"] if node["kind"] == "controller"]
    on_dledger = cache(partial(_on_dledger, events))
    jraft = [_feature(node, JRAFT_CONTROLLER, True, []) for node in controllers if _on_jraft(events, node, on_dledger)]
    unseen = [JRAFT_CONTROLLER] if run and not controllers else [CONTROLLER_MODE] if controllers and not run else []
    return {"features": [*run, *jraft, *(_feature(None, feature, True, []) for feature in unseen)]}


def _feature(node: str | None, feature: str, shown: bool, records: list[int]) -> Row:
    return {"node": node, "feature": feature, "shown": shown, "record_ids": records}


def _on_jraft(events: Events, node: str, on_dledger: Callable[[], set[str]]) -> bool:
    """Return whether what a controller prints leaves it open that it runs on JRaft: `controllerType` is of 5.2.0 and later.

    Within a name server it prints no option: there the lines of DLedgerController exclude JRaft.
    """
    options: dict[str, str | None] = {option: row["value"] for option, row in events.options.get(node, {}).items()}
    if "controllerType" in options:
        return options["controllerType"] == "jRaft"
    within = any(row["node"] == node and row["kind"] == "namesrv" for row in events.states["nodes"])
    told = len(options) >= _FEWEST and not within
    return not told and node not in on_dledger()


def _on_dledger(events: Events) -> set[str]:
    """Return the nodes that print lines of the controller on DLedger: to know these, all statements must be loaded."""
    own = [name for name, one in statements.statements().items() if one.logged_by.startswith("DLedgerController.")]
    said = events.told.statements.filter(pl.col("statement").is_in(own))
    return set(said["node"].to_list())


def _run_brokers(events: Events) -> list[Row]:
    """Return which brokers are run by a controller, as their options or their epochs show."""
    told = events.some("option_dumped", (pl.col("option") == "enableControllerMode") & (pl.col("value") == "true"))
    epochs = [row for row in events.rows("role_changing", "role_changed") if row.get("master_epoch") is not None]
    first = {node: rows[0]["record_id"] for node, rows in by(epochs, "node").items()}
    first |= {row["node"]: row["record_id"] for row in reversed(told)}
    return [_feature(node, CONTROLLER_MODE, True, [first[node]]) for node in sorted(first)]
