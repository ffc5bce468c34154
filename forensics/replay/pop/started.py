"""When the brokers of a case were started: POP is served, and revive runs, before they say that they are up."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from forensics.model.spans import SECOND_US, Instant
from forensics.replay.events import Events, Row, by, timed
from forensics.replay.starts import OPTIONS, STARTING_US, first_within, times_of
from forensics.replay.timeline import Stretches

_EVER = (1 << 63) - 1
"""Later than any time, in microseconds since the epoch."""


def starts_of(events: Events) -> list[Row]:
    """Return the lines by which brokers say that they are up, or else that their store is loaded.

    A broker serves its clients before it says that it is up, tens of seconds on a busy machine: such a line is told at the time
    of the first option that was printed before. Where it is lost, store.log tells of the start.
    """
    booted = by(timed(r for r in events.rows("process_started") if r["task"] == "broker"), "node")
    loaded = by(timed(events.rows("store_loaded")), "node")
    printed = times_of(events, OPTIONS)
    said = [row for own in booted.values() for row in _from_options(own, printed)]
    return said + [row for node, own in loaded.items() for row in _unsaid(own, booted.get(node, []))]


def _from_options(own: Sequence[Row], printed: Mapping[tuple[str, str], list[int]]) -> Iterator[Row]:
    """Yield the lines by which a node's broker says that it is up, each at the time of the first option *printed* before."""
    for before, row in zip([None, *own], own, strict=False):
        since = row["ts_lo"] - STARTING_US if before is None else max(before["ts_hi"] + 1, row["ts_lo"] - STARTING_US)
        began = first_within(printed.get((row["node"], row["kind"]), []), since, row["ts_lo"])
        yield row if began is None else row | {"ts_lo": began, "ts_hi": began + SECOND_US - 1}


def _unsaid(loaded: Sequence[Row], booted: Sequence[Row]) -> Iterator[Row]:
    """Yield where a node's store was *loaded* (DefaultMessageStore.load) and no line says up to the next time that it is up.

    Brokers of one container share their logs, where each loads a store of its own: there such a line is of any of them.
    """
    if len({row["broker"] for row in booted} - {None}) > 1:
        return
    ups = Stretches(booted, "ts_lo", "ts_hi")
    for row, after in pairwise([*loaded, None]):
        if row and ups.at(Instant(row["ts_lo"], after["ts_lo"] - 1 if after else _EVER)) is None:
            yield row
