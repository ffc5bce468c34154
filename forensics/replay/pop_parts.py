"""The lines of the suspects of a case in parts that fit in memory: each of some queues, none of which is in two parts."""

from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

import polars as pl

from forensics import memory
from forensics.replay import pop_sieve
from forensics.replay.events import Events
from forensics.replay.pop_lines import CK, COLUMNS, NAMED, POP, UNNAMED, Lines, hashed, lines_of, pieces, read, sources, waits_of
from forensics.replay.pop_sieve import SHARE, SHARES

MOST = 10_000
"""Suspects in one part, but where a single share of the queues has more."""
_BATCH = hashed(POP[:-1]).alias("batch")


@dataclass(frozen=True)
class Parts:
    """The lines of what may be a suspect, in parts by number; any process that sees their files can read one of them, once."""

    cks: "_Spilled"
    acks: "_Spilled"
    clashes: pl.DataFrame
    waits: pl.DataFrame
    owners: dict[str, str]

    @property
    def count(self) -> int:
        """Return how many parts there are."""
        return self.cks.parts

    def lines(self, part: int) -> Lines:
        """Return the lines of a part, which is forgotten here."""
        own = lines_of(self.cks.of(part), self.acks.of(part), self.waits, self.owners)
        named = own.acks.join(own.names.select(POP[:-1]), on=POP[:-1], how="semi", maintain_order="left")
        return replace(own, acks=named, clashes=self.clashes.join(own.names, on=CK, how="semi", nulls_equal=True))


@dataclass(frozen=True)
class Whole:
    """The lines of a case that has few of them: all in one part."""

    events: Events
    owners: dict[str, str]
    count: int = 1

    def lines(self, _part: int) -> Lines:
        """Return all lines."""
        return read(self.events, self.owners)


def parts_of(events: Events, owners: dict[str, str], place: Path) -> Parts | Whole:
    """Return the parts of a case, whose lines are put into the directory *place* where they are not read at once."""
    if not pop_sieve.pays(events):
        return Whole(events, owners)
    found = pop_sieve.sieve(events, owners)
    cks, acks = _Spilled(place, "cks", found), _Spilled(place, "acks", found)
    _spill_acks(events, _spill_cks(events, found, cks), acks)
    return Parts(cks, acks, found.clashes, waits_of(events), owners)


def _spill_cks(events: Events, found: pop_sieve.Sieve, cks: "_Spilled") -> pl.Series:
    """Put the lines of the checkpoints *found* where their parts are; return the batches they are of, hashed."""
    batches = [pl.DataFrame(schema={"batch": pl.UInt64})]
    for piece in sources(events):
        own = piece.filter(NAMED & found.lets_through).collect()
        batches.append(own.select(_BATCH).unique())
        cks.add(own)
    return pl.concat(batches).unique()["batch"]


def _spill_acks(events: Events, batches: pl.Series, acks: "_Spilled") -> None:
    wanted = _BATCH.is_in(batches.implode())
    for piece in (*(lines.filter(UNNAMED) for lines in sources(events)), *pieces(events, "ack_found")):
        acks.add(piece.filter(wanted).collect())


class _Spilled:
    """Lines on disk, by part; where there is one part alone, in memory."""

    def __init__(self, place: Path, name: str, found: pop_sieve.Sieve) -> None:
        self._place, self._name = place, name
        self._part_of = _bins(found.names["share"])
        self._held: dict[int, list[pl.DataFrame]] = {}
        self._files: dict[int, list[Path]] = {}

    @property
    def parts(self) -> int:
        """Return how many parts there are."""
        return max(self._part_of) + 1

    def add(self, lines: pl.DataFrame) -> None:
        """Add *lines* to the parts of their queues, without the columns that they do not have."""
        if not lines.height:
            return
        lines = lines.select(column.name for column in lines if column.null_count() < lines.height)
        if self.parts == 1:
            self._held.setdefault(0, []).append(lines)
            return
        part = SHARE.replace_strict(range(SHARES), self._part_of, return_dtype=pl.Int64).alias("part")
        for (number,), own in lines.with_columns(part).partition_by("part", as_dict=True, include_key=False).items():
            files = self._files.setdefault(int(number), [])
            files.append(self._place / f"{self._name}-{number}-{len(files)}.arrow")
            own.write_ipc(files[-1])

    def of(self, part: int) -> pl.DataFrame:
        """Return the lines of a part, which are forgotten here."""
        read_ = [pl.read_ipc(BytesIO(path.read_bytes())) for path in self._files.pop(part, [])]
        return pl.concat([pl.DataFrame(schema=COLUMNS), *self._held.pop(part, []), *read_], how="diagonal")


def _bins(shares: pl.Series) -> list[int]:
    """Return the number of the part for each share of the queues, so that few parts have more than MOST suspects."""
    counts = dict(shares.value_counts().iter_rows())
    bins, part, full = [], 0, 0
    for share in range(SHARES):
        own = counts.get(share, 0)
        if full and full + own > memory.scaled(MOST):
            part, full = part + 1, 0
        bins.append(part)
        full += own
    return bins
