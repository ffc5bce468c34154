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
    pop_store,
    pop_totals,
    pop_words,
)
from forensics.replay.events import Events, Row, Rows
from forensics.replay.pop_around import Surroundings
from forensics.replay.pop_counted import Counted
from forensics.replay.pop_failed_reads import failed_reads, names_a_time
from forensics.replay.pop_lines import read
from forensics.replay.pop_suspects import suspects


def replay(events: Events) -> Rows:
    """Return the rows of POP's state tables."""
    pop_store.derive(events)
    lines = read(events)
    keys = suspects(lines, events)
    around = Surroundings(events, lines)
    reads = failed_reads(events, lines)
    bulk = pop_bulk.plain(lines, keys, around) if pop_bulk.pays(lines, keys, reads) else pop_bulk.none(keys)
    made = pop_batches.batches(lines, bulk.others)
    pop_batches.drive(made, pop_batches.pops_again(lines, bulk.others), Counted(events, lines))
    real = [read for read in reads if not names_a_time(read)]
    parts = (
        pop_rows.rows(made, around, lines.owners),
        pop_rewrites.replay(events, lines, around, real),
        pop_lost.replay(events, lines, around, real, made),
        pop_totals.replay(events, lines),
        pop_anomalies.replay(events, lines, made, reads),
        pop_features.replay(events),
        pop_words.replay(events),
    )
    tables: dict[str, list[Row]] = {}
    for part in parts:
        for name, rows in part.items():
            tables.setdefault(name, []).extend(rows)
    for name, frame in bulk.tables.items():
        events.frames.setdefault(name, []).append(frame)
    return tables | pop_happened.replay(tables, bulk.tables["redeliveries"])
