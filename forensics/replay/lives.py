"""The lives of the processes: up, silent, down, stopped in order, or just ended."""

from itertools import pairwise

import polars as pl

from forensics.model.coverage import STORE
from forensics.model.heartbeats import silences, usual_silence
from forensics.model.spans import SECOND_US
from forensics.replay.coverage import EDGE_US, STARTS, STOPS, times_of
from forensics.replay.events import Events, Row, Rows, by, state_id, timed


def replay(events: Events) -> Rows:
    """Return the rows of `lives`: for each node its stretches of being up, silent or down, and how it ended."""
    starts, stops = _starts(events), by(timed(events.rows(*STOPS)), "node")
    kinds = {row["node"]: row["kind"] for row in events.states["nodes"]}
    times = {node: own for node, own in _times(events).items() if node in kinds}
    last = max((own[-1][0] for own in times.values()), default=0)
    rows = []
    for node, own in sorted(times.items()):
        rows += _stretches(node, kinds[node], own, starts.get(node, []))
        rows.append(_end(node, kinds[node], own[-1], stops.get(node, []), last))
    return {"lives": rows}


def _starts(events: Events) -> dict[str, list[int]]:
    """Return by node when it printed that it starts, in order of time."""
    found: dict[str, list[int]] = {}
    for (node, _), times in times_of(events, STARTS).items():
        found[node] = sorted({*found.get(node, ()), *times})
    return found


def _times(events: Events) -> dict[str, list[tuple[int, int]]]:
    """Return by node the distinct instants of its records with one record of each, in order of time."""
    stored = [f["file_id"] for f in events.files if f["series"] == STORE]
    logged = events.told.instants.filter(~pl.col("file_id").is_in(stored))
    firsts = logged.group_by("node", "ts_lo").agg(pl.col("record_id").min()).sort("node", "ts_lo")
    times: dict[str, list[tuple[int, int]]] = {}
    for node, at, record_id in firsts.iter_rows():
        times.setdefault(node, []).append((at, record_id))
    return times


def _stretches(node: str, kind: str, times: list[tuple[int, int]], starts: list[int]) -> list[Row]:
    record_at = dict(times)
    instants = [t for t, _ in times]
    holes = silences(instants, usual_silence(instants))
    edges = [times[0][0], *(t for hole in holes for t in hole), times[-1][0]]
    rows = []
    for number, (start, end) in enumerate(pairwise(edges)):
        state, says = _state(start, end, starts) if number % 2 == 1 else ("up", "lines in its usual rhythm")
        rows.append(_row(node, kind, state, (start, end), says, (record_at[start], record_at[end])))
    return rows


def _state(start: int, end: int, starts: list[int]) -> tuple[str, str]:
    """Return whether a hole is a freeze or a death: a process that was started anew prints its start after it."""
    lasted = f"{(end - start) / 1e6:.0f} s"
    if any(end <= at <= end + EDGE_US for at in starts):
        return "down", f"no line for {lasted}, then its start: it had ended and was started again"
    return "silent", f"no line of any log for {lasted}, then it went on: frozen, or its logs were lost"


def _end(node: str, kind: str, final: tuple[int, int], stops: list[Row], last: int) -> Row:
    stop = stops[-1] if stops else None
    if stop and final[0] - stop["ts_lo"] <= EDGE_US:
        return _row(node, kind, "stopped", (stop["ts_lo"], None), "printed its orderly end", (stop["record_id"],))
    left = (last - final[0]) // SECOND_US
    says = f"its logs just end, {left} s before the last line of the case" if left else "its logs go on to the end of the case"
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
