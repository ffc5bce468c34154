"""Revive itself: whether it runs at all, and whether its offset only grows."""

from collections.abc import Iterator
from itertools import groupby, pairwise

import polars as pl

from forensics.replay.events import Events, Row, by, state_id, timed

_LEAST_FAILURES = 3
"""So many cycles of a queue in a row that ended with an exception: one alone is tried again by the next."""


def halted(events: Events, owners: dict[str, str]) -> Iterator[Row]:
    """Yield the stretches in which revive was switched off with the timer, or failed in every cycle."""
    for node, rows in by(timed(events.rows("revive_disabled")), "node").items():
        yield _halted(node, rows, owners, None, "timerWheelEnable=false", _options(events, node, "timerWheelEnable"))
    cycles = by(timed(events.rows("revive_failed", "revive_cycle")), "node", "revive_queue_id")
    for (node, queue), rows in cycles.items():
        for failed, run in groupby(rows, key=lambda r: r["event"] == "revive_failed"):
            own = list(run)
            if failed and len(own) >= _LEAST_FAILURES:
                around = _options(events, node, "timerWheelEnable")
                yield _halted(node, own, owners, queue, own[0]["exception"] or "an exception", around)


def _options(events: Events, node: str, option: str) -> list[Row]:
    told = (pl.col("node") == node) & (pl.col("option") == option) & (pl.col("value") == "false")
    return events.some("option_dumped", told)


def _halted(node: str, rows: list[Row], owners: dict[str, str], queue: int | None, reason: str, options: list[Row]) -> Row:
    off = bool(options) or queue is None
    return {
        "state_id": state_id("halted", node, queue, rows[0]["record_id"]),
        "node": node,
        "anomaly": "revive_halted",
        "broker": owners.get(node),
        "revive_queue_id": queue,
        "count": len(rows),
        "reason": "timer_off" if off and queue is None else f"{reason}, timer_off" if off else reason,
        "proven": True,
        "ts_lo": rows[0]["ts_lo"],
        "ts_hi": rows[-1]["ts_hi"],
        "record_ids": [r["record_id"] for r in rows][:_LEAST_FAILURES],
        "around_record_ids": [r["record_id"] for r in options][:1],
    }


def fallen(events: Events, owners: dict[str, str]) -> Iterator[Row]:
    """Yield where a cycle of revive began before the offset that an earlier one had reached.

    A pop.log that several brokers share tells nothing here: each has revive queues of its own, of the same numbers.
    """
    starts = by(timed(r for r in events.rows("process_started") if r["task"] == "broker"), "node")
    roles = by(timed(events.rows("min_broker_changed", "service_status_changed")), "node")
    illegal = by(timed(events.rows("revive_offset_illegal")), "node", "revive_queue_id")
    own_logs = [r for r in timed(events.rows("revive_cycle")) if r["node"] in owners]
    for (node, queue), rows in by(own_logs, "node", "revive_queue_id").items():
        for before, after in pairwise(rows):
            if after["old_offset"] < before["new_offset"]:
                started, role, set_back = (
                    [r for r in found if before["ts_lo"] <= r["ts_lo"] <= after["ts_hi"]]
                    for found in (starts.get(node, []), roles.get(node, []), illegal.get((node, queue), []))
                )
                cause, why = _why(bool(started), bool(role), bool(set_back))
                yield {
                    "state_id": state_id("fell", node, queue, after["record_id"]),
                    "node": node,
                    "anomaly": "revive_offset_fell",
                    "broker": owners.get(node),
                    "revive_queue_id": queue,
                    "old_value": before["new_offset"],
                    "new_value": after["old_offset"],
                    "count": before["new_offset"] - after["old_offset"],
                    "reason": why,
                    "cause": cause,
                    "proven": True,
                    "ts_lo": before["ts_lo"],
                    "ts_hi": after["ts_hi"],
                    "record_ids": [before["record_id"], after["record_id"]],
                    "around_record_ids": [r["record_id"] for r in (started or role or set_back)[:1]],
                }


def _why(started: bool, role: bool, set_back: bool) -> tuple[str, str | None]:
    """Return the class of the cause and its mechanism: what lies between the two cycles."""
    if started:
        return "broker_crash", "started"
    if role:
        return "failover", "role_changed"
    return ("offset_reset", "offset_illegal") if set_back else ("unexplained", None)
