"""Popped batches whose times are not of one clock: what another clock tells of them decides nothing.

A broker stamps the pop, and its log, its slave's or another broker's tells of the acks and of the return. Where two of these
clocks are apart, or the one was set back meanwhile, no time of the one is before a time of the other.
"""

from collections.abc import Collection, Iterable

from forensics.model.pop_checkpoint import run
from forensics.replay.events import Events, Row
from forensics.replay.pop.around import Surroundings
from forensics.replay.pop.batches import Batch
from forensics.replay.pop.lines import POP_KINDS


def note_elsewhere(made: Iterable[Batch], events: Events, around: Surroundings) -> None:
    """Note on each of *made* which of its lines are by another clock than the pop."""
    if not (events.setbacks.nodes or events.clock.off):
        return
    for batch in made:
        stamped = batch.first(*POP_KINDS)
        home = {stamped["node"]} if stamped else around.nodes(batch.key["broker"])
        rows = (*batch.lines, *batch.acks)
        batch.elsewhere = tuple(row["record_id"] for row in rows if not _is_at_home(row, stamped, home, events))


def undecide(made: Iterable[Batch]) -> None:
    """Run the model again over those of *made* of which lines are by another clock than the pop."""
    for batch in made:
        if batch.elsewhere:
            batch.ck, batch.deviations = run(batch.state.told_elsewhere(batch.elsewhere), ())


def _is_at_home(row: Row, stamped: Row | None, home: Collection[str], events: Events) -> bool:
    """Return whether a line was printed by the clock of the *home* nodes, which stamped the pop, before it was set anew."""
    if row["node"] not in home:
        return events.clock.doubt(row["node"], *home) == 0
    if row["node"] not in events.setbacks.nodes:
        return True
    return stamped is not None and events.setbacks.one_clock([(one["node"], one["record_id"]) for one in (stamped, row)])
