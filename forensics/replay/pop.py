"""POP through the model: suspects one by one, ordinary batches in bulk."""

from forensics.replay import (
    pop_anomalies,
    pop_batches,
    pop_bulk,
    pop_features,
    pop_happened,
    pop_lost,
    pop_rewrites,
    pop_rows,
    pop_sieve,
    pop_store,
    pop_totals,
    pop_words,
)
from forensics.replay.events import Events, Row, Rows
from forensics.replay.pop_around import Surroundings
from forensics.replay.pop_clashes import holding_times
from forensics.replay.pop_counted import Counted
from forensics.replay.pop_failed_reads import failed_reads, names_a_time
from forensics.replay.pop_lines import Lines, owners_of, read
from forensics.replay.pop_suspects import suspects


def replay(events: Events) -> Rows:
    """Return the rows of POP's state tables."""
    pop_store.derive(events)
    owners = owners_of(events)
    around = Surroundings(events, owners)
    reads = failed_reads(events, owners)
    late = holding_times(events)
    source, lines = _lines(events, owners)
    keys = suspects(lines, events)
    bulk = pop_bulk.plain(lines, keys, around) if pop_bulk.pays(keys, late, reads) else pop_bulk.none(keys)
    made = pop_batches.batches(lines, bulk.others)
    pop_batches.drive(made, pop_batches.pops_again(lines, bulk.others), Counted(events, owners))
    real = [read for read in reads if not names_a_time(read)]
    parts = (
        pop_rows.rows(made, around, owners),
        pop_rewrites.replay(events, owners, around, real),
        pop_lost.replay(events, owners, around, real, made),
        pop_totals.replay(events, source),
        pop_anomalies.replay(events, owners, made, reads, late),
        pop_features.replay(events),
        pop_words.replay(events),
    )
    tables: dict[str, list[Row]] = {}
    for part in parts:
        for name, rows in part.items():
            tables.setdefault(name, []).extend(rows)
    for name, frame in bulk.tables.items():
        events.frames.setdefault(name, []).append(frame)
    return tables | pop_happened.replay(tables, [bulk.tables["redeliveries"]])


def _lines(events: Events, owners: dict[str, str]) -> tuple[pop_totals.Source, Lines]:
    """Return where the lines of all batches are, and those that may be of suspects: where there are few, all of them."""
    if not pop_sieve.pays(events):
        lines = read(events, owners=owners)
        return pop_totals.of_frame(lines.cks), lines
    return pop_totals.of_case(events), read(events, pop_sieve.sieve(events, owners), owners)
