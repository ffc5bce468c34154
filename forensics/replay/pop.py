"""POP through the model: suspects one by one, ordinary batches in bulk."""

from forensics.replay import pop_batches, pop_rows
from forensics.replay.events import Events, Rows
from forensics.replay.pop_around import Surroundings
from forensics.replay.pop_counted import Counted
from forensics.replay.pop_lines import read
from forensics.replay.pop_suspects import suspects


def replay(events: Events) -> Rows:
    """Return the rows of POP's state tables."""
    lines = read(events)
    keys = suspects(lines, events)
    made = pop_batches.batches(lines, keys)
    pop_batches.drive(made, pop_batches.pops_again(lines, keys), Counted(events, lines))
    return pop_rows.rows(made, Surroundings(events, lines), lines.owners)
