"""Which checkpoints of a long case may be suspects, found by few columns of their lines; all others are never read whole.

A sieve lets through every suspect and whatever shares a message with one; that it lets others through too does no harm, for
what comes through is judged by pop_suspects.py. Checkpoints and messages are told apart by hashes of what names them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import polars as pl

from forensics.replay.events import Events
from forensics.replay.pop_clashes import clashing
from forensics.replay.pop_lines import CK, CK_KINDS, COLUMNS, KV_KINDS, NAMED, POP, POP_KINDS, QUEUE, Lines, hashed, pieces
from forensics.replay.pop_suspects import TROUBLE, of_copies

FEWEST = 20_000
"""Lines below which all are read at once."""
_OTHERS = tuple(kind for kind in (*CK_KINDS, *KV_KINDS) if kind not in {*POP_KINDS, *TROUBLE, "ck_found"})
_COPY = [*CK, "event", "node", "revive_queue_id", "pop_time", "ck_offsets", "re_put_times", "remote_put"]


_NAME, _MESSAGE = hashed(CK).alias("name"), hashed((*QUEUE, "ck_offsets")).alias("message")
SHARES = 64
SHARE = (hashed(POP[:3]) % SHARES).alias("share")
"""One of so many shares of all queues: a batch and its acks, and what holds the same message, are in the same one."""


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
    popped = _messages(events, POP_KINDS)
    copies, clashes = _found(events, owners)
    suspects = pl.concat([_messages(events, TROUBLE), _remote(events), copies])
    twice = popped.filter(pl.col("message").is_duplicated()).select("name")
    names = pl.concat([suspects.select("name"), twice]).unique()
    others = _messages(events, (*_OTHERS, "ck_found"), but=popped.select("name").unique())
    every = pl.concat([popped, others, suspects])
    touched = every.join(names, on="name", how="semi").select("message").unique()
    kin = every.join(touched, on="message", how="semi").select("name", "share")
    own = every.join(names, on="name", how="semi").select("name", "share")
    return Sieve(pl.concat([own, kin]).unique("name"), clashes)


def _named(events: Events, kinds: Iterable[str], columns: list[str]) -> Iterator[pl.LazyFrame]:
    """Yield the lines of *kinds* that name a checkpoint, of each only *columns*."""
    for kind in kinds:
        yield from (piece.filter(NAMED).select(columns) for piece in pieces(events, kind))


def _messages(events: Events, kinds: Iterable[str], but: pl.DataFrame | None = None) -> pl.DataFrame:
    """Return the messages of the checkpoints that lines of *kinds* name, hashed, but those of checkpoints in *but*."""
    found = [_EMPTY]
    for lines in _named(events, kinds, [*CK, "ck_offsets"]):
        named = lines.select(_NAME, *QUEUE, "ck_offsets")
        own = named if but is None else named.join(but.lazy(), on="name", how="anti")
        found.append(_spread(own).collect())
    return pl.concat(found)


def _spread(named: pl.LazyFrame) -> pl.LazyFrame:
    return named.explode("ck_offsets").select("name", _MESSAGE, SHARE)


def _remote(events: Events) -> pl.DataFrame:
    """Return the messages of the checkpoints of which something was put on another broker."""
    lines = _named(events, CK_KINDS, [*CK, "ck_offsets", "remote_put"])
    put = [_spread(own.filter("remote_put").select(_NAME, *QUEUE, "ck_offsets")) for own in lines]
    return pl.concat([_EMPTY, *pl.collect_all(put)])


def _found(events: Events, owners: dict[str, str]) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the messages of the checkpoints that are suspect for a copy that revive read, and the keys of those that clash."""
    read = [own.collect() for own in _named(events, ("ck_found",), _COPY)]
    copies = pl.concat([pl.DataFrame(schema={name: COLUMNS[name] for name in _COPY}), *read])
    lines = Lines(copies, _NONE, _NONE, _NONE, owners)
    own = copies.join(of_copies(lines, events), on=CK, how="semi", nulls_equal=True)
    return _spread(own.lazy().select(_NAME, *QUEUE, "ck_offsets")).collect(), clashing(lines)


_EMPTY = pl.DataFrame(schema={"name": pl.UInt64, "message": pl.UInt64, "share": pl.UInt64})
_NONE = pl.DataFrame()
