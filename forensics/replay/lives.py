"""The lives of the processes: up, silent, stopped in order, or just ended."""

from itertools import pairwise

import polars as pl

from forensics.replay.coverage import STOPS, silences
from forensics.replay.events import Events, Row, Rows, by, state_id, timed


def replay(events: Events) -> Rows:
    """Return the rows of `lives`: for each node its stretches of being up and silent, and how it ended."""
    stops = by(timed(events.rows(*STOPS)), "node")
    kinds = {row["node"]: row["kind"] for row in events.states["nodes"]}
    times = _times(events)
    last = max((own[-1][0] for own in times.values()), default=0)
    rows = []
    for node, own in sorted(times.items()):
        if node in kinds:
            rows += _life(node, kinds[node], own, stops.get(node, []), last)
    return {"lives": rows}


def _times(events: Events) -> dict[str, list[tuple[int, int]]]:
    """Return by node the distinct instants of its records with one record of each, in order of time."""
    frame = (
        events.records()
        .filter(pl.col("ts_lo").is_not_null())
        .group_by("node", "ts_lo")
        .agg(pl.col("record_id").min())
        .sort("node", "ts_lo")
        .collect()
    )
    return {node: [(r["ts_lo"], r["record_id"]) for r in own] for node, own in by(frame.to_dicts(), "node").items()}


def _life(node: str, kind: str, times: list[tuple[int, int]], stops: list[Row], last: int) -> list[Row]:
    record_at = dict(times)
    holes = silences([t for t, _ in times])
    edges = [times[0][0], *(t for hole in holes for t in hole), times[-1][0]]
    rows = []
    for number, (start, end) in enumerate(pairwise(edges)):
        silent = number % 2 == 1
        says = f"no line of any log for {(end - start) / 1e6:.0f} s" if silent else "lines in its usual rhythm"
        rows.append(_row(node, kind, "silent" if silent else "up", (start, end), says, (record_at[start], record_at[end])))
    rows.append(_end(node, kind, times[-1], stops, last))
    return rows


def _end(node: str, kind: str, final: tuple[int, int], stops: list[Row], last: int) -> Row:
    stop = stops[-1] if stops else None
    if stop:
        return _row(node, kind, "stopped", (stop["ts_lo"], None), "printed its orderly end", (stop["record_id"],))
    left = (last - final[0]) / 1e6
    says = (
        f"its logs just end, {left:.0f} s before the last line of the case"
        if left >= 1
        else "its logs go on to the end of the case"
    )
    return _row(node, kind, "ended", (final[0], None), says, (final[1],))


def _row(node: str, kind: str, state: str, span: tuple[int, int | None], says: str, records: tuple[int, ...]) -> Row:
    start, end = span
    return {
        "state_id": state_id("life", node, state, start),
        "node": node,
        "kind": kind,
        "state": state,
        "from_lo": start,
        "from_hi": start,
        "to_lo": end,
        "to_hi": end,
        "says": says,
        "record_ids": sorted(set(records)),
    }
