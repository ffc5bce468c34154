"""The lines of the suspects of a case in parts that fit in memory: each of some queues, none of which is in two parts."""

from dataclasses import dataclass, replace
from pathlib import Path

import polars as pl

from forensics.replay.events import Events
from forensics.replay.pop.lines import COLUMNS, NAMED, POP, UNNAMED, Lines, hashed, lines_of, pieces, read, sources, waits_of
from forensics.replay.pop.names import few
from forensics.replay.pop.sieve import Sieve
from forensics.replay.pop.spilled import Spilled, part_of, parts

MOST = 10_000
"""Suspects in one part, but where a single share of the queues has more."""
_BATCH = hashed(POP[:-1]).alias("batch")
_NONE = pl.DataFrame(schema=COLUMNS)


@dataclass(frozen=True)
class Parts:
    """The lines of what may be a suspect, in parts by number; any process that sees their files can read one of them, once."""

    spilled: Spilled
    count: int
    clashes: pl.Series
    waits: pl.DataFrame
    owners: dict[str, str]

    def lines(self, part: int) -> Lines:
        """Return the lines of a part, which is forgotten here."""
        cks, acks = (pl.concat([_NONE, *self.spilled.of(name, part)], how="diagonal") for name in ("cks", "acks"))
        own = lines_of(cks, acks, self.waits, self.owners)
        named = own.acks.join(own.names.select(POP[:-1]), on=POP[:-1], how="semi", maintain_order="left")
        return replace(own, acks=named, clashes=self.clashes)


@dataclass(frozen=True)
class Whole:
    """The lines of a case that has few of them: all in one part."""

    events: Events
    owners: dict[str, str]
    count: int = 1

    def lines(self, _part: int) -> Lines:
        """Return all lines."""
        return read(self.events, self.owners)


def parts_of(events: Events, owners: dict[str, str], sieve: Sieve, place: Path) -> Parts:
    """Return the parts of what the *sieve* lets through, whose lines are put into the directory *place*."""
    numbers = parts(sieve.names["share"], MOST)
    spilled = Spilled(place, several=numbers[-1] > 0)
    made = Parts(spilled, numbers[-1] + 1 if sieve.names.height else 0, sieve.clashes, waits_of(events), owners)
    if not made.count:
        return made
    batches = [pl.DataFrame(schema={"batch": pl.UInt64})]
    for piece in few(sources(events), sieve.names):
        own = piece.collect().filter(NAMED & sieve.lets_through)
        batches.append(own.select(_BATCH).unique())
        spilled.add("cks", _held(own, numbers))
    wanted = _BATCH.is_in(pl.concat(batches).unique()["batch"].implode())
    unnamed = (lines.filter(UNNAMED) for kind in sorted(sieve.partly) for lines in pieces(events, kind))
    for piece in (*unnamed, *pieces(events, "ack_found")):
        spilled.add("acks", _held(piece.filter(wanted).collect(), numbers))
    return made


def _held(lines: pl.DataFrame, numbers: list[int]) -> pl.DataFrame:
    """Return *lines* with their parts, without the columns that they do not have."""
    own = lines.select(column.name for column in lines if column.null_count() < lines.height)
    return own.with_columns(part_of(numbers)) if lines.height else own
