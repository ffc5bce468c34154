"""Which checkpoints of a long case may be suspects, found by few columns of their lines; all others are never read whole.

A sieve lets through every suspect and whatever shares a message with one; that it lets others through too does no harm, for
what comes through is judged by suspects.py. Checkpoints are told apart by hashes of what names them. Two of them can share a
message only if the offsets of one begin before those of the other end, which is seen without looking at each message.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import polars as pl

from forensics import memory
from forensics.replay.events import Events
from forensics.replay.pop.lines import CK_KINDS, KV_KINDS, POP_KINDS, hashed
from forensics.replay.pop.names import KINDS, NAME, PLACE, SPAN, Places, few, named
from forensics.replay.pop.near import NO_SPANS, SPANNED, Near
from forensics.replay.pop.shares import Shares
from forensics.replay.pop.spilled import SHARE
from forensics.replay.pop.suspects import TROUBLE, unread
from forensics.replay.pop.windows import Window, Windows, lines_of
from forensics.storefiles.events import event_tables

FEWEST = 20_000
"""Lines below which all are read at once."""
AT_ONCE = 150_000
"""Copies of checkpoints that are compared with each other at once."""
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
    """Finds the sieve for the POP lines of *events*, told of them once, and shown them by windows then."""

    def __init__(self, events: Events, places: Places) -> None:
        self._events, self._places = events, places
        self._near = Near(events.case.directory, sum(events.count(kind) for kind in POP_KINDS))
        self._odd, self._odd_found = [_NO_NAMES], [_NO_NAMES]
        self._let, self._let_beside = [_NO_SHARES], [NO_SPANS]
        self._copies = Shares(events.case.directory, 1 + events.count("ck_found") // memory.scaled(AT_ONCE), pl.col("key"))
        self._unpopped = [_NO_OTHERS]

    def wanted(self, kind: str) -> Sequence[pl.Expr]:
        """Return what tells at once whether a checkpoint may be suspect."""
        remote = (pl.col("remote_put"),) if "remote_put" in event_tables()[kind].schema else ()
        return (*self.kept(kind), *remote, *(_COPY if kind == "ck_found" else ()))

    def see(self, kind: str, lines: pl.DataFrame) -> None:
        """Keep what *lines* tell by themselves, and how the pops among them go forward."""
        if "remote_put" in lines.columns:
            self._odd.append(lines.filter("remote_put").select("name"))
        if kind == "ck_found":
            self._odd.append(lines.filter(pl.col("rewritten") | self._places.where(_FOREIGN)).select("name"))
            self._copies.add("copies", lines.filter(pl.col("key").is_not_null()).select(_NO_COPIES.columns))
        if kind in POP_KINDS:
            self._near.see(lines)

    def kept(self, kind: str) -> Sequence[pl.Expr]:
        """Return what tells which of a checkpoint's lines are there, and of which messages it is."""
        return SPAN if kind in (*TROUBLE, *POP_KINDS) else ()

    def fold(self, window: Window) -> None:
        """Look at all lines of the checkpoints of a *window*."""
        pops, twice = _popped(lines_of(window, POP_KINDS, NO_SPANS))
        troubled, retried = (
            lines_of(window, kinds, NO_SPANS).filter(_SPANNED.is_first_distinct()) for kinds in (_TROUBLED, (RETRIED,))
        )
        of_pops = pops.select(_SPANNED).to_series().implode()
        told = pl.concat([troubled, retried]).filter(_SPANNED.is_first_distinct() & ~_SPANNED.is_in(of_pops))
        self._near.add(told, self._table)
        spans, at_once = pl.concat([pops, told]), self._at_once["name"].implode()
        own = spans.filter(pl.col("name").is_in(at_once)).select("name")
        odd = pl.concat([own, troubled.select("name"), twice]).unique()
        self._odd_found.append(odd)
        names = pl.concat([odd["name"], retried["name"]])
        self._let.append(self._shared(spans.filter(pl.col("name").is_in(names.implode())).unique("name")))
        popped = pops["name"].implode()
        self._unpopped += [
            lines.filter(~pl.col("name").is_in(popped)).select("name", "revive_time", _number(kind)).unique()
            for kind, lines in window.items()
            if kind not in (*POP_KINDS, *TROUBLE)
        ]

    def found(self, partly: frozenset[str], windows: Windows) -> Sieve:
        """Return the sieve, all *windows* having been shown; *partly* are the kinds of which some may name no checkpoint."""
        for spans in self._unpopped_spans():
            own = spans.filter(pl.col("name").is_in(self._at_once["name"].implode()))
            self._near.add(spans, self._table)
            self._odd_found.append(own.select("name"))
            self._let_beside.append(own)
        pops = (_popped(lines_of(window, POP_KINDS, NO_SPANS))[0] for window in windows.each(*POP_KINDS))
        near = self._near.found(pops, self._table)
        odd = pl.concat([*self._odd_found, near.select("name")]).unique()
        beside = self._shared(pl.concat([*self._let_beside, near]).unique("name"))
        is_beside = pl.col("name").is_in(beside["name"].implode())
        let = [own.filter(~is_beside) for own in self._let] if beside.height else self._let  # a checkpoint is of one window
        return Sieve(pl.concat([*let, beside]), odd["name"], self._clashes["name"], partly)

    def _shared(self, spans: pl.DataFrame) -> pl.DataFrame:
        """Return what the sieve keeps of *spans*: few numbers, for there can be very many."""
        placed = spans.join(self._table.select("place", "topic", "group"), on="place", how="left", maintain_order="left")
        return placed.select(*_NO_SHARES.columns[:2], SHARE)

    @cached_property
    def _table(self) -> pl.DataFrame:
        """Return the places, all lines having been told of."""
        return self._places.table

    @cached_property
    def _clashes(self) -> pl.DataFrame:
        shares = (self._copies.once("copies", share, _NO_COPIES) for share in range(self._copies.count))
        return pl.concat([_clashing(copies) for copies in shares])

    @cached_property
    def _at_once(self) -> pl.DataFrame:
        """Return the names of the checkpoints that lines of one checkpoint alone show odd."""
        return pl.concat([*self._odd, self._clashes, self._unread()]).unique()

    def _unpopped_spans(self) -> Iterator[pl.DataFrame]:
        """Yield the spans that other lines than those of pops tell of the checkpoints that no pop names.

        All lines of a checkpoint tell the same of that, so that those of the kinds that have few lines are read first.
        """
        new = pl.concat(self._unpopped)
        for kind in sorted(KINDS, key=self._events.count):
            own = new.filter(pl.col("kind") == KINDS.index(kind))
            for piece in few(named(self._events, kind), own) if own.height else ():
                lines = piece.select(NAME, PLACE, *SPAN).collect()
                yield lines.filter(pl.col("name").is_in(own["name"].implode())).select(NO_SPANS.columns).unique()
            new = new.filter(~pl.col("name").is_in(own["name"].implode()))

    def _unread(self) -> pl.DataFrame:
        """Return the names of the checkpoints of messages that revive could not read."""
        missing = unread(self._events)
        if not missing.height:
            return _NO_NAMES
        copies = (piece.select(NAME, "node", "topic", "ck_offsets").collect() for piece in named(self._events, "ck_found"))
        on = ["node", "topic", "ck_offsets"]
        own = (copy.explode("ck_offsets").join(missing, on=on, how="semi").select("name") for copy in copies)
        return pl.concat([_NO_NAMES, *own])


_TROUBLED = tuple(kind for kind in TROUBLE if kind != RETRIED)
_FOREIGN = pl.col("owner").is_not_null() & pl.col("broker").ne_missing(pl.col("owner"))
"""Where another broker than the queue's owner prints what it read from its revive queue."""
_SPANNED = hashed(SPANNED)
_NO_NAMES = pl.DataFrame(schema={"name": pl.UInt64})
_NO_SHARES = pl.DataFrame(schema={"name": pl.UInt64, "revive_time": pl.Int64, "share": pl.UInt8})
_NO_OTHERS = pl.DataFrame(schema={"name": pl.UInt64, "revive_time": pl.Int64, "kind": pl.UInt8})
_NO_COPIES = pl.DataFrame(schema={"name": pl.UInt64, "key": pl.UInt64, "start": pl.UInt64})


def _number(kind: str) -> pl.Expr:
    return pl.lit(KINDS.index(kind), pl.UInt8).alias("kind")


def _popped(pops: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the spans of the *pops*, each checkpoint's once, and the names of those popped on several nodes."""
    first = pops["name"].is_first_distinct()
    later = pops.filter(~first)["name"]
    places = pops.filter(pl.col("name").is_in(later.implode())).select("name", "place").unique()
    return pops.filter(first), places.filter(pl.col("name").is_duplicated()).select("name")


def _clashing(copies: pl.DataFrame) -> pl.DataFrame:
    """Return the names of the *copies* whose key in revive's map is that of another checkpoint's."""
    starts = copies.select("key", "start").unique()
    shared = starts.filter(pl.col("key").is_duplicated())
    return copies.join(shared, on="key", how="semi").select("name")
