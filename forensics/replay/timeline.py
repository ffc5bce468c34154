"""Rows in order of time, asked for by when they were logged."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate
from math import inf
from operator import itemgetter, le
from typing import Any

import polars as pl

from forensics.model.spans import Instant
from forensics.replay.events import Row, by

Between = tuple[int, int]
"""From the earliest instant to the latest, microseconds since the epoch, both included."""
_TIMES = {"ts_lo": pl.Int64, "ts_hi": pl.Int64, "record_id": pl.Int64}


class Timeline:
    """Rows that can be asked for by time, however many there are; their order is kept."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._given = list(rows)
        los = [row["ts_lo"] for row in self._given]
        self._in_order = all(map(le, los, los[1:]))
        places: Sequence[int] = range(len(los)) if self._in_order else sorted(range(len(los)), key=los.__getitem__)
        self._places, self._los = places, los if self._in_order else [los[place] for place in places]
        self._longest = max((row["ts_hi"] - row["ts_lo"] for row in self._given), default=0)

    @cached_property
    def logs(self) -> list[pl.DataFrame]:
        """Return `ts_lo`, `ts_hi` and `record_id` of all of them, a frame for each log, in the order they were given in."""
        return [pl.DataFrame(own, schema=_TIMES, strict=True) for own in by(self._given, "node", "series").values()]

    def within(self, between: Between) -> list[Row]:
        """Return the rows that may lie in *between*."""
        first, last = bisect_left(self._los, between[0] - self._longest), bisect_right(self._los, between[1])
        found = self._given[first:last] if self._in_order else [self._given[place] for place in sorted(self._places[first:last])]
        return [row for row in found if between[0] <= row["ts_hi"]]

    def latest(self, until: int) -> Row | None:
        """Return the row that was given last of those logged at *until* or before."""
        earlier = self._places[: bisect_right(self._los, until)]
        place = max(earlier, default=None) if not self._in_order else next(reversed(earlier), None)
        return None if place is None else self._given[place]


NOTHING = Timeline(())


class Stretches:
    """Stretches of time, from their *begin* to their *end*, which is null where one goes on, asked for by an instant."""

    def __init__(self, rows: Iterable[Row], begin: str = "from_lo", end: str = "to_lo") -> None:
        self._rows = sorted(rows, key=itemgetter(begin))
        self._begins = [row[begin] for row in self._rows]
        self._ends: list[float] = [inf if row[end] is None else row[end] for row in self._rows]
        self._last_ends = list(accumulate(self._ends, max))

    def at(self, when: Instant, since: int = 0) -> Row | None:
        """Return the last that *when* lies in, of those that began at *since* or later."""
        for place in reversed(range(bisect_left(self._begins, since), bisect_right(self._begins, when.hi))):
            if when.lo <= self._ends[place]:
                return self._rows[place]
            if self._last_ends[place] < when.lo:
                break
        return None


def timelines(rows: Sequence[Row], *names: str) -> dict[Any, Timeline]:
    """Return a timeline for each value of the columns *names*, as `by` groups *rows*; `NOTHING` stands for the others."""
    return {key: Timeline(own) for key, own in by(rows, *names).items()}


class LongTimeline:
    """The same of a frame of very many lines, with `node`, `series` and their times: rows are made of what is found alone."""

    def __init__(self, lines: pl.DataFrame) -> None:
        ordered = lines.with_row_index("place").sort("ts_lo", maintain_order=True)
        self._given, self._ordered = lines, ordered["place"]
        self._los, self._his = ordered["ts_lo"].to_list(), ordered["ts_hi"].to_list()
        self._longest = max((hi - lo for lo, hi in zip(self._los, self._his, strict=True)), default=0)

    @cached_property
    def logs(self) -> list[pl.DataFrame]:
        """Return `ts_lo`, `ts_hi` and `record_id` of all of them, a frame for each log, in the order they were given in."""
        logs = self._given.partition_by("node", "series", maintain_order=True)
        return [own.select(*_TIMES) for own in logs]

    def within(self, between: Between) -> list[Row]:
        """Return the rows that may lie in *between*."""
        first, last = bisect_left(self._los, between[0] - self._longest), bisect_right(self._los, between[1])
        found = [number for number in range(first, last) if between[0] <= self._his[number]]
        return self._given[self._ordered[found].sort()].to_dicts() if found else []
