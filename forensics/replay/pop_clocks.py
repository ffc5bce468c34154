"""Popped batches whose times are not of one clock: those decide nothing.

A broker stamps the pop, and its log, its slave's or another broker's tells of the acks and of the return. Where two of these
clocks are apart, or the one was set back meanwhile, no time of the one is before a time of the other.
"""

from forensics.model.pop_checkpoint import run
from forensics.replay.events import Events
from forensics.replay.pop_batches import Batch
from forensics.replay.pop_lines import POP_KINDS


def undecide(made: list[Batch], events: Events, owners: dict[str, str]) -> None:
    """Run the model again over those of *made* whose times are not of one clock: none of them decides then."""
    if not (events.setbacks.nodes or events.clock.off):
        return
    nodes = {broker: {n for n, name in owners.items() if name == broker} for broker in owners.values()}
    for batch in made:
        if not _one_clock(batch, events, nodes.get(batch.key["broker"], set())):
            batch.ck, batch.deviations = run(batch.state.on_several_clocks(), ())


def _one_clock(batch: Batch, events: Events, stamped_on: set[str]) -> bool:
    """Return whether the batch was stamped, and its lines printed, by one clock that was not set back meanwhile."""
    rows = [*batch.lines, *batch.acks]
    told_on = {row["node"] for row in rows}
    stamped = batch.first(*POP_KINDS)
    apart = events.clock.doubt(*told_on, *([stamped["node"]] if stamped else stamped_on))
    if apart != 0 and (len(told_on) > 1 or not told_on <= stamped_on):
        return False
    set_back = events.setbacks.nodes & (told_on | stamped_on)
    return not set_back or (stamped is not None and events.setbacks.one_clock([(row["node"], row["record_id"]) for row in rows]))
