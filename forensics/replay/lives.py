"""The lives of the processes: up, silent, down, stopped in order, or just ended."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter

import polars as pl

from forensics.model.coverage import STORE
from forensics.model.heartbeats import Span
from forensics.model.spans import SECOND_US
from forensics.replay.coverage import silences_of
from forensics.replay.events import CLIENT_KINDS, Events, Row, Rows, by, state_id, timed
from forensics.replay.starts import (
    BOOTS,
    EDGE_US,
    OPTIONS,
    STARTING_US,
    STARTS,
    STOPS,
    Times,
    first_within,
    may_end,
    started_again,
    times_of,
)


def replay(events: Events) -> Rows:
    """Return the rows of `lives`: for each node its stretches of being up, silent or down, and how it ended."""
    starts, options, boots = (_by_node(times_of(events, kinds)) for kinds in (STARTS, OPTIONS, BOOTS))
    stops = by(sorted(timed(events.rows(*STOPS)), key=itemgetter("ts_lo")), "node")
    again = _by_node(started_again(events))
    kinds = {row["node"]: row["kind"] for row in events.states["nodes"]}
    times = {node: own for node, own in _times(events).items() if node in kinds}
    last = max((log.select(pl.col("ts_lo").max()).item() for own in times.values() for log in own), default=0)
    rows = []
    for node, own in sorted(times.items()):
        begun, said, booted, anew = (printed.get(node, []) for printed in (starts, options, boots, again))
        process = _Process(node, kinds[node], begun, said, booted, anew, stops.get(node, []))
        instants = _Instants(own)
        rows += _stretches(process, instants)
        rows.append(_end(process, instants.last, last))
    events.forget_told()
    return {"lives": rows}


def _by_node(times: Times) -> dict[str, list[int]]:
    """Return by node what its processes printed, in order of time."""
    found: dict[str, list[int]] = {}
    for (node, _), own in times.items():
        found[node] = sorted({*found.get(node, ()), *own})
    return found


def _times(events: Events) -> dict[str, list[pl.DataFrame]]:
    """Return by node the instants of the records of each of its logs, with one record of each."""
    times: dict[str, list[pl.DataFrame]] = {}
    for file in events.files:
        if file["series"] != STORE and (own := events.told.instants.get(file["file_id"])) is not None:
            times.setdefault(file["node"], []).append(own)
    return times


class _Instants:
    """The distinct instants of a node's records in order of time, with one record of each."""

    def __init__(self, logs: list[pl.DataFrame]) -> None:
        firsts = pl.concat(logs).group_by("ts_lo").agg(pl.col("record_id").min()).sort("ts_lo")
        self.times: list[int] = firsts["ts_lo"].to_list()
        self._records = firsts["record_id"]

    @property
    def last(self) -> tuple[int, int]:
        """Return the last of them and its record."""
        return self.times[-1], self.record(self.times[-1])

    def record(self, at: int) -> int:
        """Return the record of one of them."""
        return int(self._records[bisect_left(self.times, at)])


@dataclass(frozen=True)
class _Process:
    """What a node printed of its starts and ends, in order of time (µs).

    `boots` say that it is up; `again` are the starts that follow another life.
    """

    node: str
    kind: str
    starts: list[int]
    options: list[int]
    boots: list[int]
    again: list[int]
    stops: list[Row]

    def starts_after(self, at: int) -> bool:
        """Return whether it printed its start right after *at*."""
        return first_within(self.starts, at, at + EDGE_US) is not None

    def still_starting(self, at: int, until: int) -> bool:
        """Return whether it had printed options just before *at* and no start yet, and prints no options again at *until*."""
        last = bisect_right(self.options, at)
        begun = self.options[last - 1] if last else at - STARTING_US - 1
        if at - begun > STARTING_US or first_within(self.options, until, until + EDGE_US) is not None:
            return False
        return first_within(self.boots, begun, at) is None

    def end_before(self, at: int) -> Row | None:
        """Return the line of its orderly end right before *at*, None where it printed none."""
        last = bisect_right(self.stops, at, key=itemgetter("ts_lo"))
        stop = self.stops[last - 1] if last else None
        return stop if stop and may_end(self.kind, stop["ts_lo"], at, self.starts) else None


def _stretches(process: _Process, instants: _Instants) -> list[Row]:
    holes = _holes(instants.times, process.again)
    edges = [instants.times[0], *(t for hole in holes for t in hole), instants.times[-1]]
    rows = []
    for number, (start, end) in enumerate(pairwise(edges)):
        state, says = _state(start, end, process) if number % 2 == 1 else ("up", "lines in its usual rhythm")
        rows.append(_row(process.node, process.kind, state, (start, end), says, (instants.record(start), instants.record(end))))
    return rows


def _holes(instants: list[int], again: list[int]) -> list[Span]:
    """Return the stretches without a line or a process: the unusual silences, and what lies before another process's start."""
    between = {(instants[at - 1], instants[at]) for start in again if (at := bisect_left(instants, start)) > 0}
    return sorted(between | set(silences_of(instants)))


def _state(start: int, end: int, process: _Process) -> tuple[str, str]:
    """Return whether a hole is a freeze, a death or an orderly end: a process that was started anew prints its start after it.

    Clients print nothing of what goes well: the polls and heartbeats of those before 5.0 leave a line in ten minutes.
    """
    lasted = f"{(end - start) / 1e6:.0f} s"
    if not process.starts_after(end):
        why = "nothing to say, frozen, or" if process.kind in CLIENT_KINDS else "frozen, or"
        return "silent", f"no line of any log for {lasted}, then it went on: {why} its logs were lost"
    if process.still_starting(start, end):
        return "silent", f"no line of any log for {lasted} while it started"
    if process.end_before(start):
        return "stopped", f"printed its orderly end, and {lasted} later its start: it was started again"
    return "down", f"no line for {lasted}, then its start: it had ended and was started again"


def _end(process: _Process, final: tuple[int, int], last: int) -> Row:
    """Return how the last life ended, whose last line is *final*; *last* is the last instant of the case."""
    node, kind = process.node, process.kind
    if stop := process.end_before(final[0]):
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
