"""Which checkpoints of a long case may be suspects, found by few columns of their lines; all others are never read whole.

A sieve lets through every suspect and whatever shares a message with one; that it lets others through too does no harm, for
what comes through is judged by pop_suspects.py. Checkpoints are told apart by hashes of what names them. Two of them can share a
message only if the offsets of one begin before those of the other end, which is seen without looking at each message.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import polars as pl

from forensics import memory
from forensics.replay.events import Events
from forensics.replay.pop_lines import CK_KINDS, KV_KINDS, POP_KINDS, hashed
from forensics.replay.pop_names import KINDS, NAME, PLACE, SPAN, Places, few, named
from forensics.replay.pop_shares import Shares
from forensics.replay.pop_spilled import SHARE
from forensics.replay.pop_suspects import TROUBLE, unread
from forensics.storefiles.events import event_tables

FEWEST = 20_000
"""Lines below which all are read at once."""
RETRIED = "message_retried"
"""Lines of trouble that most suspects have, and most of these no other."""
_MERGE_KEY = pl.concat_str(["topic", "group", "queue_id", "start_offset", "pop_time"])
_COPY = (
    pl.col("re_put_times").is_not_null().alias("rewritten"),
    pl.when(pl.col("pop_time").is_not_null()).then(hashed(["node", "revive_queue_id"]) + _MERGE_KEY.hash()).alias("key"),
    hashed(["queue_id", "start_offset"]).alias("start"),
)
"""Of a copy that revive read: whether it was put again, its place in revive's map, and of which queue and offset it is."""


@dataclass(frozen=True)
class Sieve:
    """What is let through: `names`, the hashed names of checkpoints, each with its `share` and `revive_time`.

    `odd` are the names of those that are let through for more than their messages' retries, `clashes` of those that are in each
    other's way in revive's map. `partly` are the kinds of which some lines may name no checkpoint.
    """

    names: pl.DataFrame
    odd: pl.Series
    clashes: pl.Series
    partly: frozenset[str]

    def only(self, names: pl.Series) -> "Sieve":
        """Return the sieve that lets through only what is among *names*."""
        return replace(self, names=self.names.filter(pl.col("name").is_in(names.implode())))

    @property
    def lets_through(self) -> pl.Expr:
        """Return whether a line is of a checkpoint that is let through."""
        return NAME.is_in(self.names["name"].implode())


def pays(events: Events) -> bool:
    """Return whether there are so many lines that reading all of them whole costs more than looking at each of them twice."""
    return sum(events.count(kind) for kind in (*CK_KINDS, *KV_KINDS)) >= FEWEST


class Sieving:
    """Finds the sieve for the POP lines of *events*, told of them once."""

    def __init__(self, events: Events, places: Places) -> None:
        self._events, self._places = events, places
        lines = sum(events.count(kind) for kind in KINDS)
        self._lines = Shares(events.case.directory, 1 + lines // memory.scaled(_AT_ONCE), _QUEUE)
        self._odd = [_NO_NAMES]
        self._copies = [pl.DataFrame(schema=_COPIES)]

    def wanted(self, kind: str) -> Sequence[pl.Expr]:
        """Return what tells whether a checkpoint may be suspect."""
        spans = SPAN if kind in (*TROUBLE, *POP_KINDS) else (pl.col("queue_id"), pl.col("revive_time"))
        remote = (pl.col("remote_put"),) if "remote_put" in event_tables()[kind].schema else ()
        return (*spans, *remote, *(_COPY if kind == "ck_found" else ()))

    def see(self, kind: str, lines: pl.DataFrame) -> None:
        """Keep what *lines* tell of trouble, or of checkpoints of which no pop may tell."""
        if "remote_put" in lines.columns:
            self._odd.append(lines.filter("remote_put").select("name"))
        if kind == "ck_found":
            self._odd.append(lines.filter(pl.col("rewritten") | self._places.where(_FOREIGN)).select("name"))
            self._copies.append(lines.filter(pl.col("key").is_not_null()).select(*_COPIES))
        if kind in TROUBLE:
            self._lines.add(RETRIED if kind == RETRIED else _TROUBLED, lines.select(_NO_SPANS.columns).unique())
        elif kind in POP_KINDS:
            self._lines.add(_POPPED, lines.select(_NO_SPANS.columns))
        else:
            number = pl.lit(KINDS.index(kind), pl.UInt8).alias("kind")
            self._lines.add(_OTHERS, lines.select("name", "queue_id", "revive_time", number))

    def found(self, partly: frozenset[str]) -> Sieve:
        """Return the sieve, all lines having been told of; *partly* are the kinds of which some may name no checkpoint."""
        for lines in self._unpopped_lines():
            self._lines.add(_UNPOPPED, lines)
        clashes = _clashing(pl.concat(self._copies))
        everywhere = pl.concat([*self._odd, clashes, self._unread()]).unique()
        found = [self._of_share(share, everywhere) for share in range(self._lines.count)]
        odd, let = (pl.concat(own) for own in zip(*found, strict=True))
        return Sieve(let, odd["name"], clashes["name"], partly)

    def _of_share(self, share: int, everywhere: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
        """Return the names in a share that are let through for more than retries, and all that are, as `Sieve` has both.

        *everywhere* are the names in all shares that lines of one checkpoint alone show.
        """
        retried, troubled, unpopped = (self._lines.once(name, share, _NO_SPANS) for name in (RETRIED, _TROUBLED, _UNPOPPED))
        pops, twice = _popped(self._lines.once(_POPPED, share, _NO_SPANS))
        told = pl.concat([troubled, retried, unpopped]).unique(_SPAN)
        spans = pl.concat([pops, told.join(pops, on=_SPAN, how="anti", nulls_equal=True)])
        near = _near(spans.join(self._places.table.select("place", "rank"), on="place", how="left"))
        own = everywhere.join(spans, on="name", how="semi")
        odd = pl.concat([own, troubled.select("name"), twice, near]).unique()
        names = pl.concat([odd, retried.select("name")]).unique()
        let = spans.join(names, on="name", how="semi").unique("name").join(self._places.table, on="place", how="left")
        return odd, let.select("name", "revive_time", SHARE)

    def _unpopped_lines(self) -> Iterator[pl.DataFrame]:
        """Yield the spans that other lines than those of pops tell of the checkpoints that no pop names.

        All lines of a checkpoint tell the same of that, so that those of the kinds that have few lines are read first.
        """
        new = pl.concat([_NO_OTHERS, *(self._unpopped_in(share) for share in range(self._lines.count))])
        for kind in sorted(KINDS, key=self._events.count):
            own = new.filter(pl.col("kind") == KINDS.index(kind))
            for piece in named(self._events, kind) if own.height else ():
                lines = few(piece, own).select(NAME, PLACE, *SPAN).collect()
                yield lines.filter(pl.col("name").is_in(own["name"].implode())).unique()
            new = new.filter(~pl.col("name").is_in(own["name"].implode()))

    def _unpopped_in(self, share: int) -> pl.DataFrame:
        """Return by name and kind the lines of a share of checkpoints that no pop names."""
        popped = self._lines.of(_POPPED, share, _NO_SPANS)["name"].implode()
        return self._lines.once(_OTHERS, share, _NO_OTHERS).filter(~pl.col("name").is_in(popped)).unique()

    def _unread(self) -> pl.DataFrame:
        """Return the names of the checkpoints of messages that revive could not read."""
        missing = unread(self._events)
        if not missing.height:
            return _NO_NAMES
        copies = (piece.select(NAME, "node", "topic", "ck_offsets").collect() for piece in named(self._events, "ck_found"))
        on = ["node", "topic", "ck_offsets"]
        own = (copy.explode("ck_offsets").join(missing, on=on, how="semi").select("name") for copy in copies)
        return pl.concat([_NO_NAMES, *own])


_AT_ONCE = 1_000_000
"""Lines whose checkpoints are compared with each other at once."""
_POPPED, _TROUBLED, _OTHERS, _UNPOPPED = "popped", "troubled", "others", "unpopped"
_QUEUE = pl.col("queue_id").abs().fill_null(0)
"""What two checkpoints that share a message have in common, and all lines of one."""
_FOREIGN = pl.col("owner").is_not_null() & pl.col("broker").ne_missing(pl.col("owner"))
"""Where another broker than the queue's owner prints what it read from its revive queue."""
_SPAN = ["name", "lo", "hi"]
_NO_NAMES = pl.DataFrame(schema={"name": pl.UInt64})
_NO_SPANS = pl.DataFrame(
    schema={"name": pl.UInt64, "place": pl.UInt64, **dict.fromkeys(("queue_id", "revive_time", "lo", "hi"), pl.Int64)}
)
_NO_OTHERS = pl.DataFrame(schema={"name": pl.UInt64, "queue_id": pl.Int64, "revive_time": pl.Int64, "kind": pl.UInt8})
_COPIES = {"name": pl.UInt64, "key": pl.UInt64, "start": pl.UInt64}


def _popped(pops: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the spans of the *pops*, each checkpoint's once, and the names of those popped on several nodes."""
    first = pops["name"].is_first_distinct()
    later = pops.filter(~first)["name"]
    places = pops.filter(pl.col("name").is_in(later.implode())).select("name", "place").unique()
    return pops.filter(first), places.filter(pl.col("name").is_duplicated()).select("name")


def _near(spans: pl.DataFrame) -> pl.DataFrame:
    """Return the names of the checkpoints that may share a message with another one: their spans meet, or one is not known."""
    own = spans.select("name", hashed(["rank", "queue_id"]).alias("queue"), "lo", "hi")
    ordered = own.sort("lo")  # the order within a queue is all that counts, and numbers of one column are sorted far faster
    reach = pl.col("hi").cum_max().shift().over("queue")
    near = pl.col("lo").is_null() | (pl.col("lo") <= reach) | (pl.col("lo").shift(-1).over("queue") <= pl.col("hi"))
    return ordered.filter(near).select("name")


def _clashing(copies: pl.DataFrame) -> pl.DataFrame:
    """Return the names of the *copies* whose key in revive's map is that of another checkpoint's."""
    starts = copies.select("key", "start").unique()
    shared = starts.filter(pl.col("key").is_duplicated())
    return copies.join(shared, on="key", how="semi").select("name")
