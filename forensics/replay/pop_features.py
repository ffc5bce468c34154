"""What the brokers of a case show of POP: whether it is consumed by, and how much their logs hold of it."""

import polars as pl

from forensics.model.pop_releases import ACK_REQUESTS
from forensics.replay.events import Events, Row, Rows, by
from forensics.replay.pop_lines import DETAIL_KINDS, is_detail

POP_CONSUMPTION = "pop_consumption"
POP_LOG = "enablePopLog=true"
_POP_REQUEST = 200050
_MANY_OPTIONS = 100
"""A dump of fewer options than this is not whole, so that an option it lacks says nothing."""


def replay(events: Events) -> Rows:
    """Return the rows of `features`: for each broker whether POP is consumed from it, and whether its pop.log has the detail."""
    nodes = [n["node"] for n in events.states["nodes"] if n["kind"] == "broker"]
    options = by(events.rows("option_dumped"), "node")
    details = _details(events)
    uses, idle = _uses(events) | {n: r for n, r in details.items() if r}, _idle(events)
    rows = []
    for node in nodes:
        own = {r["option"]: r for r in options.get(node, [])}
        used = node in uses or not (node in idle or (len(own) >= _MANY_OPTIONS and "reviveQueueNum" not in own))
        rows.append(_row(node, POP_CONSUMPTION, used, uses.get(node, [])))
        told = own.get("enablePopLog")
        rows.append(_row(node, POP_LOG, bool(details.get(node)), details.get(node) or ([told["record_id"]] if told else [])))
    return {"features": rows}


def _row(node: str, feature: str, shown: bool, records: list[int]) -> Row:
    return {"node": node, "feature": feature, "shown": shown, "record_ids": records[:1]}


def _details(events: Events) -> dict[str, list[int]]:
    """Return by node a record that only enablePopLog gives."""
    firsts = [events.frame(kind).group_by("node").agg(pl.col("record_id").min()) for kind in DETAIL_KINDS if is_detail(kind)]
    found = pl.concat(firsts).group_by("node").agg(pl.col("record_id").min()).collect()
    return {row["node"]: [row["record_id"]] for row in found.to_dicts()}


def _uses(events: Events) -> dict[str, list[int]]:
    """Return by node a record that shows POP consumed: requests counted, checkpoints revived, acks summed."""
    codes = ACK_REQUESTS | {_POP_REQUEST}
    shown = [r for r in events.rows("requests_counted") if any(c["code"] in codes for c in r["counts"])]
    shown += [r for r in events.rows("revive_cycle") if (r["new_offset"] or -1) >= 0]
    shown += [r for r in events.rows("stat_counted") if r["stat"] in {"GROUP_ACK_NUMS", "GROUP_CK_NUMS"} and r["sum"]]
    shown += [r for r in events.rows("buffer_scanned") if r["buffer_size"]]
    return {node: [rows[0]["record_id"]] for node, rows in by(shown, "node").items()}


def _idle(events: Events) -> set[str]:
    """Return the nodes whose revive has never judged a checkpoint, or does not run because they are slaves."""
    cycles = {r["node"] for r in events.rows("revive_cycle")}
    return cycles | {r["node"] for r in events.rows("revive_skipped")}
