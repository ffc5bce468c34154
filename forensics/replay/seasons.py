"""Logs in the zone of their process that go from summer to standard time: one part of such a log is read an hour off.

A file is read with one offset, of which nothing tells the season: the part that is off is the one that lies farther from all
other logs.
"""

from collections import Counter
from collections.abc import Sequence

import polars as pl

from forensics.model.coverage import STORE
from forensics.model.setbacks import HOUR_US, Setback
from forensics.replay.events import Events, Row
from forensics.replay.moves import Turned

_NUMBER_BITS = 32
"""So many bits of a record's id number it in its file."""


def turned_of(events: Events, falls: Sequence[Setback]) -> tuple[Turned, ...]:
    """Return the parts of logs that were printed in another season than they are read in; *falls* are where times fall."""
    often = Counter(step.file_id for step in falls)
    once = {step.file_id: step for step in falls if often[step.file_id] == 1}
    logs = [f for f in events.files if f["series"] != STORE and f["status"] == "read" and f["from_lo"] is not None]
    others = [f for f in logs if f["file_id"] not in often]
    if not others:
        return ()
    span = min(f["from_lo"] for f in others), max(f["to_hi"] for f in others)
    ending = [(f, once[f["file_id"]]) for f in logs if f["file_id"] in once and f["zone_from"] != "layout"]
    found = (_turned(events, f, step, span) for f, step in ending if step.ends_summer_time(f["zone_offset_s"] * 1_000_000))
    return tuple(part for part in found if part)


def _turned(events: Events, file: Row, step: Setback, others: tuple[int, int]) -> Turned | None:
    """Return the part of a *file* behind its *step*, or before it, that is off; None where both ways are as good."""
    times, begin = events.told.fallen[file["file_id"]], file["file_id"] << _NUMBER_BITS
    before, after = (
        times.filter(where)["ts_lo"] for where in (pl.col("record_id") < step.record_id, pl.col("record_id") >= step.record_id)
    )
    ends = int(str(before.min())), int(str(after.max())) + HOUR_US
    early, late = (min(ends[1] - by, others[1]) - max(ends[0] - by, others[0]) for by in (HOUR_US, 0))
    if early == late:
        return None
    if late > early:
        return Turned(file["file_id"], step.record_id, begin + (1 << _NUMBER_BITS), -HOUR_US, *ends)
    return Turned(file["file_id"], begin, step.record_id, HOUR_US, ends[0] - HOUR_US, ends[1] - HOUR_US)
