"""Rows in order of time, asked for by when they were logged."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property
from operator import itemgetter

import polars as pl

from forensics.replay.events import Row, by

Between = tuple[int, int]
"""From the earliest instant to the latest, microseconds since the epoch, both included."""
_TIMES = {"ts_lo": pl.Int64, "ts_hi": pl.Int64, "record_id": pl.Int64}


class Timeline:
    """Rows that can be asked for by time, however many there are; their order is kept."""

    def __init__(self, rows: Iterable[Row]) -> None:
        ordered = sorted(enumerate(rows), key=lambda numbered: (numbered[1]["ts_lo"], numbered[0]))
        self._rows, self._los = ordered, [row["ts_lo"] for _, row in ordered]
        self._longest = max((row["ts_hi"] - row["ts_lo"] for _, row in ordered), default=0)
        self._in_order = all(number == place for place, (number, _) in enumerate(ordered))

    @cached_property
    def logs(self) -> list[pl.DataFrame]:
        """Return `ts_lo`, `ts_hi` and `record_id` of all of them, a frame for each log, in the order they were given in."""
        given = [row for _, row in sorted(self._rows, key=itemgetter(0))]
        return [pl.DataFrame(own, schema=_TIMES, strict=True) for own in by(given, "node", "series").values()]

    def within(self, between: Between) -> list[Row]:
        """Return the rows that may lie in *between*."""
        first, last = bisect_left(self._los, between[0] - self._longest), bisect_right(self._los, between[1])
        found = self._rows[first:last] if self._in_order else sorted(self._rows[first:last], key=itemgetter(0))
        return [row for _, row in found if between[0] <= row["ts_hi"]]
