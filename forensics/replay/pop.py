"""POP through the model, in parts of the queues that need nothing of each other: suspects one by one, ordinary ones in bulk."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl

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
from forensics.replay.pop_batches import Batch
from forensics.replay.pop_clashes import holding_times
from forensics.replay.pop_clocks import undecide
from forensics.replay.pop_counted import Counted
from forensics.replay.pop_failed_reads import FailedRead, failed_reads, names_a_time
from forensics.replay.pop_lines import owners_of
from forensics.replay.pop_parts import Parts, Whole, parts_of
from forensics.replay.pop_suspects import suspects


@dataclass(frozen=True)
class Ground:
    """What the parts of POP's replay are judged with, each by itself: the same for all of them."""

    events: Events
    owners: dict[str, str]
    around: Surroundings
    reads: list[FailedRead]
    late: pl.DataFrame
    clusters: dict[str, str]
    counted: Counted
    parts: Parts | Whole


@dataclass(frozen=True)
class Judged:
    """What one part gives: the batches that the model ran over, the rows made in bulk by state table, and these summed up."""

    made: list[Batch]
    tables: dict[str, pl.DataFrame]
    again: pl.DataFrame


def replay(events: Events) -> Rows:
    """Return the rows of POP's state tables."""
    with TemporaryDirectory(prefix="parts-", dir=events.case.directory) as place:
        on = ground(events, Path(place))
        return end(on, events, (judge(on, part) for part in range(on.parts.count)))


def ground(events: Events, place: Path) -> Ground:
    """Return what the parts are judged with, and put their lines into *place*."""
    pop_store.derive(events)
    owners = owners_of(events)
    own = events.bare()
    return Ground(
        own, owners, Surroundings(events, owners), failed_reads(events, owners), holding_times(events), clusters(events),
        Counted(own, owners), parts_of(own, owners, place),
    )  # fmt: skip


def judge(on: Ground, part: int) -> Judged:
    """Return what one of the parts gives."""
    lines = on.parts.lines(part)
    keys = suspects(lines, on.events)
    pays = not on.events.setbacks.nodes and pop_bulk.pays(keys, on.late, on.reads)
    bulk = pop_bulk.plain(lines, keys, on.around) if pays else pop_bulk.none(keys)
    made = pop_batches.batches(lines, bulk.others)
    pop_batches.drive(made, pop_batches.pops_again(lines, bulk.others, on.clusters), on.counted)
    undecide(made, on.events, on.around)
    return Judged(made, bulk.tables, pop_happened.summed(bulk.tables["redeliveries"]))


def end(on: Ground, events: Events, judged: Iterable[Judged]) -> Rows:
    """Return the rows of POP's state tables, once every part has been *judged*; those made in bulk are written."""
    made, again = [], []
    for one in judged:
        made += one.made
        again.append(one.again)
        for name, frame in one.tables.items():
            events.put(name, frame)
    real = [read for read in on.reads if not names_a_time(read)]
    made_of = (
        pop_rows.rows(made, on.around, on.owners),
        pop_rewrites.replay(events, on.owners, on.around, real),
        pop_lost.replay(events, on.owners, on.around, real, made),
        pop_totals.replay(events),
        pop_anomalies.replay(events, on.owners, made, on.reads, on.late),
        pop_features.replay(events),
        pop_words.replay(events),
    )
    tables: dict[str, list[Row]] = {}
    for part in made_of:
        for name, rows in part.items():
            tables.setdefault(name, []).extend(rows)
    return tables | pop_happened.replay(tables, again)
