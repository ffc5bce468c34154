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
from forensics.replay.broker_clusters import clusters
from forensics.replay.events import Events, Row, Rows
from forensics.replay.pop_around import Surroundings
from forensics.replay.pop_clashes import holding_times
from forensics.replay.pop_clocks import undecide
from forensics.replay.pop_counted import Counted
from forensics.replay.pop_failed_reads import failed_reads, names_a_time
from forensics.replay.pop_lines import owners_of
from forensics.replay.pop_parts import parts
from forensics.replay.pop_suspects import suspects


def replay(events: Events) -> Rows:
    """Return the rows of POP's state tables."""
    pop_store.derive(events)
    owners = owners_of(events)
    around = Surroundings(events, owners)
    reads = failed_reads(events, owners)
    late = holding_times(events)
    groups = clusters(events)
    counted, made, again = Counted(events, owners), [], []
    for lines in parts(events, owners):
        keys = suspects(lines, events)
        pays = not events.setbacks.nodes and pop_bulk.pays(keys, late, reads)
        bulk = pop_bulk.plain(lines, keys, around) if pays else pop_bulk.none(keys)
        own = pop_batches.batches(lines, bulk.others)
        pop_batches.drive(own, pop_batches.pops_again(lines, bulk.others, groups), counted)
        undecide(own, events, around)
        made += own
        again.append(pop_happened.summed(bulk.tables["redeliveries"]))
        for name, frame in bulk.tables.items():
            events.put(name, frame)
    real = [read for read in reads if not names_a_time(read)]
    made_of = (
        pop_rows.rows(made, around, owners),
        pop_rewrites.replay(events, owners, around, real),
        pop_lost.replay(events, owners, around, real, made),
        pop_totals.replay(events),
        pop_anomalies.replay(events, owners, made, reads, late),
        pop_features.replay(events),
        pop_words.replay(events),
    )
    tables: dict[str, list[Row]] = {}
    for part in made_of:
        for name, rows in part.items():
            tables.setdefault(name, []).extend(rows)
    return tables | pop_happened.replay(tables, again)
