"""Which checkpoints of a long case may be suspects, found by few columns of their lines; all others are never read whole.

A sieve lets through every suspect and whatever shares a message with one; that it lets others through too does no harm, for
what comes through is judged by pop_suspects.py. Checkpoints are told apart by hashes of what names them. Two of them can share a
message only if the offsets of one begin before those of the other end, which is seen without looking at each message.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import polars as pl

from forensics.replay.events import Events
from forensics.replay.pop_clashes import clashing
from forensics.replay.pop_lines import CK, CK_KINDS, COLUMNS, KV_KINDS, NAMED, POP, POP_KINDS, QUEUE, Lines, hashed, pieces
from forensics.replay.pop_suspects import TROUBLE, of_copies
from forensics.storefiles.events import event_tables

FEWEST = 20_000
"""Lines below which all are read at once."""
_OTHERS = tuple(kind for kind in (*CK_KINDS, *KV_KINDS) if kind not in {*POP_KINDS, *TROUBLE, "ck_found"})
_COPY = [*CK, "event", "node", "revive_queue_id", "pop_time", "ck_offsets", "re_put_times", "remote_put"]


_NAME = hashed(CK).alias("name")
SHARES = 64
SHARE = (hashed(POP[:3]) % SHARES).alias("share")
"""One of so many shares of all queues: a batch and its acks, and what holds the same message, are in the same one."""
_OFFSETS = pl.col("ck_offsets").list
_SPAN = [_NAME, SHARE, hashed(QUEUE).alias("queue"), _OFFSETS.min().alias("lo"), _OFFSETS.max().alias("hi")]
_POP = [*_SPAN, pl.col("node").hash()]


@dataclass(frozen=True)
class Sieve:
    """What is let through: `names`, the hashed names of checkpoints, each with its `share`.

    `clashes` are the keys of those that are in each other's way in revive's map, whose other one can be in another share.
    """

    names: pl.DataFrame
    clashes: pl.DataFrame

    @property
    def lets_through(self) -> pl.Expr:
        """Return whether a line is of a checkpoint that is let through."""
        return _NAME.is_in(self.names["name"].implode())


def pays(events: Events) -> bool:
    """Return whether there are so many lines that reading all of them whole costs more than looking at each of them twice."""
    return sum(events.count(kind) for kind in (*CK_KINDS, *KV_KINDS)) >= FEWEST


def sieve(events: Events, owners: dict[str, str]) -> Sieve:
    """Return the sieve for the POP lines of *events*."""
    copies, clashes = _found(events, owners)
    spans, twice = _spans(events)
    names = pl.concat([_named(events, TROUBLE).unique(), _remote(events), copies, twice, _near(spans)]).unique()
    return Sieve(spans.select("name", "share").join(names, on="name", how="semi").unique("name"), clashes)


def _lines(events: Events, kinds: Iterable[str]) -> Iterator[pl.LazyFrame]:
    """Yield the lines of *kinds* that name a checkpoint."""
    return (piece.filter(NAMED) for kind in kinds for piece in pieces(events, kind))


def _named(events: Events, kinds: Iterable[str]) -> pl.DataFrame:
    """Return the names of the checkpoints that lines of *kinds* name."""
    return pl.concat([_EMPTY.select("name"), *(own.select(_NAME).collect() for own in _lines(events, kinds))])


def _remote(events: Events) -> pl.DataFrame:
    """Return the names of the checkpoints of which something was put on another broker."""
    kinds = [kind for kind in CK_KINDS if "remote_put" in event_tables()[kind].schema]
    put = (own.filter("remote_put").select(_NAME).collect() for own in _lines(events, kinds))
    return pl.concat([_EMPTY.select("name"), *put])


def _spans(events: Events) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return from which to which offset each checkpoint's messages lie, and the names of those popped on several nodes.

    Of a checkpoint that a pop names, other lines than its trouble tell nothing more of that.
    """
    pops = pl.concat(
        [_EMPTY.with_columns(node=pl.lit(0, pl.UInt64)), *(own.select(_POP).collect() for own in _lines(events, POP_KINDS))]
    )
    later = pops.filter(~pl.col("name").is_first_distinct())["name"]
    again = pops["name"].is_in(later.implode())
    several = pops.filter(again).unique()
    twice = several.select("name", "node").unique().filter(pl.col("name").is_duplicated()).select("name")
    popped = pl.concat([pops.filter(~again), several]).select(_EMPTY.columns)
    others = _unpopped(events, popped)
    return pl.concat([popped, others, _of(events, TROUBLE)]), twice.unique()


def _unpopped(events: Events, popped: pl.DataFrame) -> pl.DataFrame:
    """Return the spans that other lines than those of pops tell of the checkpoints that *popped* does not name."""
    kinds = (*_OTHERS, "ck_found")
    named = [own.select(_NAME).collect().unique() for own in _lines(events, kinds)]
    new = pl.concat([_EMPTY.select("name"), *named]).join(popped, on="name", how="anti")["name"].unique().implode()
    found = [_EMPTY]
    for own, names in zip(_lines(events, kinds), named, strict=True):
        if names["name"].is_in(new).any():  # few pieces are read again: only a log's beginning tells of what was popped before
            found.append(own.filter(_NAME.is_in(new)).select(_SPAN).collect())
    return pl.concat(found).unique()


def _of(events: Events, kinds: Iterable[str]) -> pl.DataFrame:
    """Return the spans that lines of *kinds* tell, each once."""
    return pl.concat([_EMPTY, *(own.select(_SPAN).collect() for own in _lines(events, kinds))]).unique()


def _near(spans: pl.DataFrame) -> pl.DataFrame:
    """Return the names of the checkpoints that may share a message with another one: their spans meet, or one is not known."""
    ordered = spans.sort("lo")  # the order within a queue is all that counts, and numbers of one column are sorted far faster
    reach = pl.col("hi").cum_max().shift().over("queue")
    near = pl.col("lo").is_null() | (pl.col("lo") <= reach) | (pl.col("lo").shift(-1).over("queue") <= pl.col("hi"))
    return ordered.filter(near).select("name")


def _found(events: Events, owners: dict[str, str]) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the names of the checkpoints that are suspect for a copy that revive read, and the keys of those that clash."""
    read = [own.select(_COPY).collect() for own in _lines(events, ("ck_found",))]
    copies = pl.concat([pl.DataFrame(schema={name: COLUMNS[name] for name in _COPY}), *read])
    lines = Lines(copies, _NONE, _NONE, _NONE, owners)
    return of_copies(lines, events).select(_NAME), clashing(lines)


_EMPTY = pl.DataFrame(schema={"name": pl.UInt64, "share": pl.UInt64, "queue": pl.UInt64, "lo": pl.Int64, "hi": pl.Int64})
_NONE = pl.DataFrame()
