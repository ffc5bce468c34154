"""POP through the model, in parts of the queues that need nothing of each other: suspects one by one, ordinary ones in bulk."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl

from forensics.replay.cluster.clusters import Clusters, clusters
from forensics.replay.events import Events, Row, Rows
from forensics.replay.pop import (
    anomalies,
    batch_rows,
    batches,
    bulk,
    changes,
    features,
    happened,
    lost,
    lost_changes,
    rewrites,
    store,
    switched,
    totals,
    words,
)
from forensics.replay.pop.around import Surroundings
from forensics.replay.pop.batches import Batch
from forensics.replay.pop.behind import place_late_acks
from forensics.replay.pop.clashes import holding_times
from forensics.replay.pop.clocks import note_elsewhere, undecide
from forensics.replay.pop.counted import Counted
from forensics.replay.pop.failed_reads import FailedRead, failed_reads, names_a_time
from forensics.replay.pop.lines import Lines, owners_of
from forensics.replay.pop.overview import Overview, overview
from forensics.replay.pop.parts import parts_of
from forensics.replay.pop.suspects import suspects


@dataclass(frozen=True)
class Ground:
    """What the parts of POP's replay are judged with, each by itself: the same for all of them."""

    events: Events
    owners: dict[str, str]
    around: Surroundings
    reads: list[FailedRead]
    late: pl.DataFrame
    clusters: Clusters
    counted: Counted
    seen: Overview
    place: Path

    @property
    def parts(self) -> int:
        """Return how many parts there are: of stories, then of lines."""
        return self.seen.stories.count + self.seen.lines.count


@dataclass(frozen=True)
class Judged:
    """What one part gives: the batches that the model ran over, or the rows made in bulk by state table, and these summed up.

    `left` are the checkpoints whose stories are not plain: their lines are not looked at yet.
    """

    made: Sequence[Batch] = ()
    tables: Mapping[str, pl.DataFrame] = field(default_factory=dict)
    again: Sequence[pl.DataFrame] = ()
    left: Sequence[pl.Series] = ()


def replay(events: Events) -> Rows:
    """Return the rows of POP's state tables."""
    with TemporaryDirectory(prefix="parts-", dir=events.case.directory) as place:
        on = ground(events, Path(place))
        return end(on, events, (judge(on, part) for part in range(on.parts)))


def ground(events: Events, place: Path) -> Ground:
    """Return what the parts are judged with, and put their lines into *place*."""
    store.derive(events)
    switched.derive(events)
    owners = owners_of(events)
    own, reads, late = events.bare(), failed_reads(events, owners), holding_times(events)
    seen = overview(own, owners, place, plain=bulk.pays(events, late, reads))
    apart = clusters(events, owners)
    around, counted = Surroundings(events, owners, apart), Counted(own, owners)
    return Ground(own, owners, around, reads, late, apart, counted, seen, place)


def judge(on: Ground, part: int) -> Judged:
    """Return what one of the parts gives."""
    several = on.seen.stories.count
    if part >= several:
        return _modelled(on, on.seen.lines.lines(part - several))
    plain = bulk.plain(on.seen.stories.part(part), on.seen.places, on.around)
    return Judged((), plain.tables, (happened.summed(plain.tables["redeliveries"]),), (plain.left,))


def _modelled(on: Ground, lines: Lines) -> Judged:
    """Return what the model says of the suspects among *lines*."""
    keys = suspects(lines, on.events)
    again = batches.pops_again(lines, keys, on.clusters.of)
    made: list[Batch] = []
    for some in batches.pieces(lines, keys):
        batches.drive(some, again, on.counted)
        note_elsewhere(some, on.events, on.around)
        for batch in some:
            batches.shorten(batch)
        made += some
    place_late_acks(made, on.events, on.owners)
    undecide(made)
    return Judged(made)


def _rest(on: Ground, left: Sequence[pl.Series]) -> Iterator[Judged]:
    """Yield what the model says of the checkpoints *left*, whose stories are not plain: lines are missing, or there twice."""
    if on.seen.sieve and left:
        rest = parts_of(on.events, on.owners, on.seen.sieve.only(pl.concat(left)), on.place / "left")
        yield from (_modelled(on, rest.lines(part)) for part in range(rest.count))


def _whose(events: Events, made: Sequence[Batch], owners: Mapping[str, str]) -> batch_rows.Whose:
    """Return which acks are no consumer's, and which may be none."""
    given_back = changes.given_back(events, made, owners)
    return batch_rows.Whose(given_back, lost_changes.untold(events, made, owners) - given_back)


def end(on: Ground, events: Events, judged: Iterable[Judged]) -> Rows:
    """Return the rows of POP's state tables, once every part has been *judged*; those made in bulk are written."""
    made: list[Batch] = []
    again: list[pl.DataFrame] = []
    left: list[pl.Series] = []
    for one in judged:
        made += one.made
        again += one.again
        left += one.left
        for name, frame in one.tables.items():
            events.put(name, frame)
        del one  # its tables would be in memory while the next part is judged
    for one in _rest(on, left):
        made += one.made
    real = [read for read in on.reads if not names_a_time(read)]
    made_of = (
        batch_rows.rows(made, on.around, on.owners, _whose(events, made, on.owners)),
        rewrites.replay(events, on.owners, on.around, real),
        lost.replay(events, on.owners, on.around, real, made),
        totals.replay(events, on.seen.totals),
        anomalies.replay(events, on.owners, made, on.reads, on.late),
        features.replay(events),
        words.replay(events),
    )
    tables: dict[str, list[Row]] = {}
    for part in made_of:
        for name, rows in part.items():
            tables.setdefault(name, []).extend(rows)
    return tables | happened.replay(tables, again)
