"""When the brokers of a case were started: POP is served, and revive runs, before they say that they are up."""

from forensics.model.spans import SECOND_US
from forensics.replay.events import Events, Row, by, timed
from forensics.replay.starts import OPTIONS, STARTING_US, first_within, times_of


def starts_of(events: Events) -> list[Row]:
    """Return the lines by which brokers say that they are up, at the time of the first option that each printed before.

    A broker serves its clients before it says so, tens of seconds on a busy machine.
    """
    printed = times_of(events, OPTIONS)
    found = []
    for own in by(timed(r for r in events.rows("process_started") if r["task"] == "broker"), "node").values():
        for before, row in zip([None, *own], own, strict=False):
            since = row["ts_lo"] - STARTING_US if before is None else max(before["ts_hi"] + 1, row["ts_lo"] - STARTING_US)
            began = first_within(printed.get((row["node"], row["kind"]), []), since, row["ts_lo"])
            found.append(row if began is None else row | {"ts_lo": began, "ts_hi": began + SECOND_US - 1})
    return found
