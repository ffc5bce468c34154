"""Revive itself: whether it runs at all, and whether its offset only grows."""

from collections.abc import Iterator

import polars as pl

from forensics.replay.events import Events, Row, by, state_id, timed
from forensics.replay.pop.cycles import cycles
from forensics.replay.pop.started import starts_of

_LEAST_FAILURES = 3
"""So many cycles of a queue in a row that ended with an exception: one alone is tried again by the next."""


def halted(events: Events, owners: dict[str, str]) -> Iterator[Row]:
    """Yield the stretches in which revive was switched off with the timer, or failed in every cycle."""
    for node, rows in by(timed(events.rows("revive_disabled")), "node").items():
        yield _halted(node, rows, owners, None, "timerWheelEnable=false", _options(events, node, "timerWheelEnable"))
    for own in _failing(events):
        node, queue = own[0]["node"], own[0]["revive_queue_id"]
        reason = own[0]["exception"] or "an exception"
        yield _halted(node, own, owners, queue, reason, _options(events, node, "timerWheelEnable"))


def _failing(events: Events) -> Iterator[list[Row]]:
    """Yield the failed cycles that follow each other in one queue, without another between them: of the others there are many."""
    if not events.has("revive_failed"):
        return
    own, failed = ("node", "revive_queue_id"), pl.col("exception").is_not_null()
    told = events.brief_frame(("revive_failed",), "revive_queue_id", "exception").with_columns(pl.col("exception").fill_null(""))
    ended = events.brief_frame(("revive_cycle",), "revive_queue_id").with_columns(exception=pl.lit(None, pl.String))
    lines = pl.concat([told, ended.select(told.columns)]).drop_nulls("ts_lo").sort("node", "series", "seq", maintain_order=True)
    runs = lines.with_columns(failed.rle_id().over(own).alias("run")).filter(failed)
    for of_queue in by(runs.to_dicts(), *own).values():
        yield from (rows for rows in by(of_queue, "run").values() if len(rows) >= _LEAST_FAILURES)


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
    changed = timed(events.rows("min_broker_changed", "service_status_changed"))
    starts = by([*starts_of(events), *(r for r in changed if _is_of_start(r))], "node")
    roles = by([r for r in changed if not _is_of_start(r)], "node")
    illegal = by(timed(events.rows("revive_offset_illegal")), "node", "revive_queue_id")
    for fell in _falls(cycles(events).filter(pl.col("node").is_in(owners.keys()))):
        node, queue = fell["node"], fell["revive_queue_id"]
        started, role, set_back = (
            [r for r in found if fell["before_lo"] <= r["ts_lo"] <= fell["ts_hi"]]
            for found in (starts.get(node, []), roles.get(node, []), illegal.get((node, queue), []))
        )
        cause, why = _why(bool(started), bool(role), bool(set_back))
        yield {
            "state_id": state_id("fell", node, queue, fell["record_id"]),
            "node": node,
            "anomaly": "revive_offset_fell",
            "broker": owners.get(node),
            "revive_queue_id": queue,
            "old_value": fell["reached"],
            "new_value": fell["old_offset"],
            "count": fell["reached"] - fell["old_offset"],
            "reason": why,
            "cause": cause,
            "proven": True,
            "ts_lo": fell["before_lo"],
            "ts_hi": fell["ts_hi"],
            "record_ids": [fell["before_record_id"], fell["record_id"]],
            "around_record_ids": [r["record_id"] for r in (started or role or set_back)[:1]],
        }


def _is_of_start(row: Row) -> bool:
    """Return whether a service was switched on or off by the start of its broker, which says later that it is up."""
    return bool(row["event"] == "service_status_changed" and row["thread"] == "main")


def _falls(cycles: pl.DataFrame) -> list[Row]:
    """Return the cycles that began before where their queue's last one had `reached`, with that one's time and record."""
    before = {"new_offset": "reached", "ts_lo": "before_lo", "record_id": "before_record_id"}
    last = (pl.col(name).shift().over("node", "revive_queue_id").alias(alias) for name, alias in before.items())
    fell = cycles.with_columns(last).filter(pl.col("old_offset") < pl.col("reached"))
    return fell.sort("node", "revive_queue_id", maintain_order=True).to_dicts()


def _why(started: bool, role: bool, set_back: bool) -> tuple[str, str | None]:
    """Return the class of the cause and its mechanism: what lies between the two cycles."""
    if started:
        return "broker_crash", "started"
    if role:
        return "failover", "role_changed"
    return ("offset_reset", "offset_illegal") if set_back else ("unexplained", None)
