"""One pass over the lines of POP that name a checkpoint, by few of their columns, for all that count or sort them.

What names a checkpoint is hashed once for each line: from there on it is a number, and who printed the line for which broker,
topic and group is another one.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

import polars as pl

from forensics.replay.events import Events
from forensics.replay.pop.lines import CK, CK_KINDS, KV_KINDS, NAMED, POP_KINDS, TRIED_AGAIN, hashed, pieces

NAME = hashed(CK).alias("name")
_PLACED = ["node", "broker", "topic", "group"]
PLACE = hashed(_PLACED).alias("place")
SPAN = (
    pl.col("queue_id"),
    pl.col("revive_time"),
    pl.col("ck_offsets").list.min().alias("lo"),
    pl.col("ck_offsets").list.max().alias("hi"),
)
"""From which offset to which a checkpoint's messages lie in which queue, and what tells it from most others."""
KINDS = (*POP_KINDS, *(kind for kind in (*CK_KINDS, *KV_KINDS) if kind not in POP_KINDS))
"""The kinds of lines in the order in which they are read: pops first."""


class Reader(Protocol):
    """What is told of the lines, a piece of one kind at a time."""

    def wanted(self, kind: str) -> Sequence[pl.Expr]:
        """Return what it wants to be told of lines of *kind* beside `name` and `place`; same names are the same."""

    def see(self, kind: str, lines: pl.DataFrame) -> None:
        """Look at *lines* of *kind*."""


class Places:
    """The nodes that print lines, each with the brokers, topics and groups it does so for: `place` is the number of all four."""

    def __init__(self, owners: dict[str, str]) -> None:
        self._owners = owners
        self._known: set[int] = set()
        self._frames = [pl.DataFrame(schema={"place": pl.UInt64, **dict.fromkeys(_PLACED, pl.String)})]

    def see(self, lines: pl.DataFrame, piece: pl.LazyFrame) -> None:
        """Keep the places of the *lines* of a *piece*: few pieces name what no earlier one did."""
        new = set(lines["place"].unique()) - self._known
        if new:
            self._known |= new
            own = piece.select(PLACE, *_PLACED).filter(pl.col("place").is_in(sorted(new)))
            self._frames.append(own.unique("place").collect())

    @property
    def table(self) -> pl.DataFrame:
        """Return all places with the `owner` of each node, and `rank`: a number of broker, topic and group in their order."""
        places = pl.concat(self._frames)
        owner = pl.col("node").replace_strict(self._owners, default=None, return_dtype=pl.String).alias("owner")
        ordered = places.select(_PLACED[1:]).unique().sort(_PLACED[1:], nulls_last=True).with_row_index("rank")
        return places.with_columns(owner).join(ordered, on=_PLACED[1:], how="left", nulls_equal=True)

    def where(self, which: pl.Expr) -> pl.Expr:
        """Return whether a line is of a place of which *which* holds."""
        return pl.col("place").is_in(self.table.filter(which)["place"].implode())


def named(events: Events, kind: str) -> Iterator[pl.LazyFrame]:
    """Yield the lines of *kind* that name a checkpoint, in pieces."""
    return (piece.filter(NAMED) for piece in pieces(events, kind))


def tell(events: Events, places: Places, readers: Sequence[Reader]) -> frozenset[str]:
    """Tell *readers* of all lines that name a checkpoint, and *places* of where they are from.

    Return the kinds of which some lines may name none.
    """
    partly = set(KV_KINDS)
    for kind in KINDS:
        wanted = {one.meta.output_name(): one for reader in readers for one in reader.wanted(kind)}
        seen = 0
        for piece in named(events, kind):
            lines = piece.select(NAME, PLACE, *wanted.values()).collect()
            seen += lines.height
            if lines.height:
                places.see(lines, piece)
                for reader in readers:
                    reader.see(kind, lines)
        if seen < events.count(kind) and kind not in TRIED_AGAIN:
            partly.add(kind)
    return frozenset(partly)


def few(pieces: Iterable[pl.LazyFrame], wanted: pl.DataFrame) -> Iterator[pl.LazyFrame]:
    """Yield of *pieces* the lines that may be of the checkpoints *wanted*, by the one column that tells most of them apart.

    To look at one column of numbers first is many times as fast as to hash all that names a checkpoint; and what is looked for
    because other lines of it are lost stands at a log's begin or where lines were lost, so that most pieces have none of it.
    """
    due = pl.col("revive_time").is_in(wanted["revive_time"].unique().implode())
    return (piece.filter(due) for piece in pieces if piece.select(due.any()).collect().item())
