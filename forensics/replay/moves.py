"""Times of nodes whose clocks are off, moved onto the clock of the others: for lines; what messages carry is never touched."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import combinations, pairwise
from typing import Any

import polars as pl

from forensics.model.clocks import Ends
from forensics.model.spans import SECOND_US

Row = dict[str, Any]
Corners = tuple[tuple[int, int], ...]
"""What to take off a time: a line through (time, correction), level before the first and after the last."""


@dataclass(frozen=True)
class Turned:
    """From record `first` to before `end`, all of one file, times are read `by_us` too late: they are of its zone's other season.

    All of the file then is of `from_lo` to `to_hi`.
    """

    file_id: int
    first: int
    end: int
    by_us: int
    from_lo: int
    to_hi: int


@dataclass(frozen=True)
class Moves:
    """By node: what to take off the times of its lines, one layer after the other, and how far they may still be off.

    `stamps`: what to take off the times that a node's clock gave to what its lines tell of. `kept`: by how much, at least and at
    most, a clock is off whose times are left as they are, because messages carry them. `turned`: the parts of files that were
    printed in another season than the rest. `ends`: what bounds the times of each node, of those that anything bounds.
    `proving`: a clock that nothing shows to be off is not taken for one that is right.
    """

    layers: tuple[dict[str, Corners], ...] = ()
    stamps: dict[str, Corners] = field(default_factory=dict)
    doubts: dict[str, int | None] = field(default_factory=dict)
    kept: dict[str, tuple[int, int]] = field(default_factory=dict)
    turned: tuple[Turned, ...] = ()
    ends: Mapping[str, Ends] = field(default_factory=dict)
    proving: bool = False

    @property
    def proof(self) -> "Moves":
        """Return the same for what is to be proven: how far clocks can be apart, not how far they are likely to be."""
        return replace(self, proving=True)

    @property
    def off(self) -> bool:
        """Return whether any two nodes are further apart than clocks are that are kept."""
        return bool(self.doubts or self.kept)

    @property
    def moved(self) -> frozenset[str]:
        """Return the nodes the times of whose lines are moved."""
        return frozenset(node for layer in self.layers for node in layer)

    def frame_of(self, node: str, frame: pl.DataFrame) -> pl.DataFrame:
        """Return *frame*, whose `ts_lo` are times of lines of *node*, with these moved."""
        timed = frame.lazy().with_columns(node=pl.lit(node), ts_hi="ts_lo")
        return self.frame(timed, pl.lit(value=True)).select(frame.columns).collect()

    def frame(self, frame: pl.LazyFrame, logged: pl.Expr) -> pl.LazyFrame:
        """Return *frame* with `ts_lo` and `ts_hi` moved where *logged*: a store's times are its messages'."""
        for part in self.turned:
            own = pl.col("record_id").is_between(part.first, part.end - 1)
            frame = frame.with_columns(
                pl.when(own).then(pl.col("ts_lo", "ts_hi") - part.by_us).otherwise(pl.col("ts_lo", "ts_hi"))
            )
        for layer in filter(None, self.layers):
            by = _correction(layer)
            moved = pl.when(logged).then(by).otherwise(0)
            frame = frame.with_columns(_by=moved).with_columns(pl.col("ts_lo", "ts_hi") - pl.col("_by")).drop("_by")
        return frame

    def time(self, node: str, at: int) -> int:
        """Return one time of a node's line, moved."""
        for layer in self.layers:
            at -= corrected_by(layer.get(node, ()), at)
        return at

    def stamp(self, node: str, at: int) -> int:
        """Return one time that a node's clock gave, as the others' clocks show it."""
        return at - corrected_by(self.stamps.get(node, ()), at)

    def doubt(self, *nodes: str | None) -> int | None:
        """Return by how much more than usual the order of times of *nodes* is undecided; None where nothing bounds it."""
        named = {node for node in nodes if node}
        if self.proving:
            most = [self.apart(*pair) for pair in combinations(sorted(named), 2)]
            return None if None in most else max((one for one in most if one is not None), default=0)
        doubts = [self.doubts.get(node, 0) for node in named]
        known = [one for one in doubts if one is not None]
        ends = [end for node in named for end in self.kept.get(node, (0, 0))]
        return sum(known) + max(ends, default=0) - min(ends, default=0) if len(known) == len(doubts) else None

    def apart(self, one: str, other: str) -> int | None:
        """Return how far the times of two nodes can be apart at most, as the case shows of their clocks; None: nothing does."""
        mine, theirs = self.ends.get(one), self.ends.get(other)
        if mine is None or theirs is None or mine.reference != theirs.reference:
            return None
        if mine.lo is None or mine.hi is None or theirs.lo is None or theirs.hi is None:
            return None
        return max(mine.hi - theirs.lo, theirs.hi - mine.lo)

    def unproven(self, one: str, other: str) -> str:
        """Return why an order of times of two nodes, which their clocks as they seem to be give, is no proof."""
        apart = self.apart(one, other)
        shown = "nothing in the case shows how far they are apart"
        if apart is not None:
            shown = f"that they are at most {apart / SECOND_US:.1f} s apart is all that the case shows"
        return (
            f"This order is a deduction from the clocks of {one} and {other}: {shown}. What both met shows it: logs of name "
            "servers, controllers, replicas or clients from their start on."
        )

    def widened(self, between: tuple[int, int], *nodes: str | None) -> tuple[int, int]:
        """Return a span that times of one node begin or end, as it may be by the clocks of *nodes*; of one node as it is."""
        named = {node for node in nodes if node}
        doubt = self.doubt(*named) if len(named) > 1 else 0
        return (0, _EVER_US) if doubt is None else (between[0] - doubt, between[1] + doubt)

    def surely_before(self, one: Row, other: Row) -> bool:
        """Return whether the record of *one* was logged before that of *other*, by every reading of the clocks of their nodes."""
        _, latest = self.widened((one["ts_hi"], one["ts_hi"]), one["node"], other["node"])
        return bool(latest < other["ts_lo"])


_EVER_US = 1 << 62
NONE = Moves()


def corrected_by(corners: Corners, at: int) -> int:
    """Return what *corners* take off the time *at*."""
    if not corners:
        return 0
    before = [corner for corner in corners if corner[0] <= at]
    after = [corner for corner in corners if corner[0] > at]
    if not before or not after:
        return (before or after)[-1 if before else 0][1]
    (start, low), (end, high) = before[-1], after[0]
    return low + (at - start) * (high - low) // (end - start)


def _correction(layer: dict[str, Corners]) -> pl.Expr:
    found = pl.lit(0, dtype=pl.Int64)
    for node, corners in sorted(layer.items()):
        found = pl.when(pl.col("node") == node).then(_along(corners)).otherwise(found)
    return found


def _along(corners: Corners) -> pl.Expr:
    at = pl.col("ts_lo")
    found = pl.lit(corners[-1][1], dtype=pl.Int64)
    for (start, low), (end, high) in reversed(list(pairwise(corners))):
        found = pl.when(at < end).then(low + (at - start) * (high - low) // max(1, end - start)).otherwise(found)
    return pl.when(at < corners[0][0]).then(pl.lit(corners[0][1], dtype=pl.Int64)).otherwise(found)
