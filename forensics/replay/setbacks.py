"""Where the logs of a case show that a clock was set back: a file is written in order, and its times fall."""

from collections.abc import Mapping, Sequence

import polars as pl

from forensics.model.coverage import STORE
from forensics.model.setbacks import REORDERED_US, Setback, Setbacks
from forensics.replay.events import Events


def falls_of(events: Events) -> list[Setback]:
    """Return where the times of a log fall, by whatever cause."""
    logs = [f["file_id"] for f in events.files if f["series"] != STORE]
    falls = events.told.falls.filter(pl.col("file_id").is_in(logs)).sort("record_id")
    return [Setback(**row) for row in falls.rename({"ts_lo": "then"}).to_dicts()]


def setbacks_of(events: Events, shown: Sequence[Setback]) -> Setbacks:
    """Return where a clock was set back of where the logs of a case have *shown* times that fall."""
    logs = {f["file_id"] for f in events.files if f["series"] != STORE}
    instants = {file: own for file, own in events.told.instants.items() if file in logs}
    of_node = {f["file_id"]: f["node"] for f in events.files if f["file_id"] in instants}
    steps = tuple(step for step in shown if not _says_it_again(step, shown, instants, of_node))
    nodes = {step.node for step in steps}
    own = [file for file, node in of_node.items() if node in nodes]
    return Setbacks(steps, tuple(sorted((instants[file].select(pl.col("record_id").min()).item(), file) for file in own)))


def _says_it_again(
    step: Setback, steps: Sequence[Setback], instants: Mapping[int, pl.DataFrame], of_node: Mapping[int, str]
) -> bool:
    """Return whether a file holds a part of itself twice, whose lines say too little to be known by: its clock was not set.

    Each time behind the fall stands above it too, and another log of the node, which falls nowhere, wrote so often in that time
    that it would have written again after a clock was set back.
    """
    fell = {other.file_id for other in steps}
    again = pl.col("ts_lo").is_between(step.then, step.shown) & (pl.col("record_id") >= step.record_id)
    if instants[step.file_id].filter(again).height:
        return False
    others = [file for file, node in of_node.items() if node == step.node and file not in fell]
    return any(_goes_on(instants[file]["ts_lo"], step.then, step.shown) for file in others)


def _goes_on(times: pl.Series, then: int, shown: int) -> bool:
    """Return whether a log with these *times*, in order, is silent for less than half of what lies between *then* and *shown*."""
    near = times.filter((times >= then) & (times <= shown)).to_list()
    silences = [late - early for early, late in zip([then, *near], [*near, shown], strict=True)]
    return bool(max(silences) < (shown - then) // 2 - REORDERED_US)
