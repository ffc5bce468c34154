"""Checkpoints that may share a message with another one, because their spans of offsets in one queue meet.

The pops of a queue go forward in a log: where that is all there is, as in most queues, no two spans meet, and few numbers of each
piece of lines tell so, whose logs may come in any order. Only in the other queues spans are compared with each other.
"""

from collections.abc import Iterable
from pathlib import Path

import polars as pl

from forensics import memory
from forensics.replay.pop.lines import hashed
from forensics.replay.pop.shares import Shares

AT_ONCE = 150_000
"""Spans that are compared with each other at once."""
_LEAP = 1_000
"""Offsets that no two pops beside each other in one log are apart, but by a reset: there another log begins."""
_QUEUE = ["place", "queue_id"]
_KINDS_OF = {"name": pl.UInt64, "place": pl.UInt64, **dict.fromkeys(("queue_id", "revive_time", "lo", "hi"), pl.Int64)}
NO_SPANS = pl.DataFrame(schema=_KINDS_OF)
"""The spans of checkpoints: from which offset to which their messages lie in which queue, and when they are due."""
SPANNED = ["name", "lo", "hi"]
_NO_RANGES = pl.DataFrame(schema={"place": pl.UInt64, **dict.fromkeys(("queue_id", "lo", "hi"), pl.Int64), "met": pl.Boolean})
_NO_QUEUES = pl.DataFrame(schema={**_KINDS_OF, "queue": pl.UInt64})
_POPS, _OTHERS = "pops", "others"


class Near:
    """Finds the checkpoints whose spans meet, or of which one is not known; many are put away in *place*."""

    def __init__(self, place: Path, count: int) -> None:
        self._shares = Shares(place, 1 + count // memory.scaled(AT_ONCE), pl.col("queue"))
        self._ranges = [_NO_RANGES]

    def see(self, pops: pl.DataFrame) -> None:
        """Look at *pops*, lines of one log or several, those of each in its order."""
        met = (pl.col("lo") <= pl.col("hi").cum_max().shift()).any() | pl.col("lo").is_null().any()
        leap = (pl.col("lo") - pl.col("lo").shift()).abs() > _LEAP
        logs = pops.with_columns(leap.fill_null(value=False).cum_sum().over(_QUEUE).alias("log"))
        ranges = logs.group_by(*_QUEUE, "log").agg(pl.col("lo").min(), pl.col("hi").max(), met.alias("met"))
        self._ranges.append(ranges.drop("log"))

    def add(self, spans: pl.DataFrame, places: pl.DataFrame) -> None:
        """Add *spans* that other lines than those of pops tell of; *places* are all there are."""
        if spans.height:
            self._shares.add(_OTHERS, _with_queues(spans, places))

    def found(self, pops: Iterable[pl.DataFrame], places: pl.DataFrame) -> pl.DataFrame:
        """Return the spans that meet others, those of *pops* among them: each checkpoint's are in one of their frames."""
        for number in range(self._shares.count):
            self.see(self._shares.of(_OTHERS, number, _NO_QUEUES).unique(SPANNED).sort("lo"))
        queues = self._met(places).unique().implode()
        if not len(queues.explode()):
            return NO_SPANS
        for frame in pops:
            self._shares.add(_POPS, _with_queues(frame, places).filter(pl.col("queue").is_in(queues)))
        return pl.concat([NO_SPANS, *(self._near_in(number, queues) for number in range(self._shares.count))])

    def _near_in(self, share: int, queues: pl.Series) -> pl.DataFrame:
        pops, others = (self._shares.once(name, share, _NO_QUEUES) for name in (_POPS, _OTHERS))
        return _near(pl.concat([pops, others.filter(pl.col("queue").is_in(queues))]))

    def _met(self, places: pl.DataFrame) -> pl.Series:
        """Return the queues whose spans do not only go forward, or not from one piece of lines to the next."""
        ordered = _with_queues(pl.concat(self._ranges), places).sort("lo")
        again = pl.col("lo") <= pl.col("hi").cum_max().shift().over("queue")
        return ordered.filter(again.fill_null(value=False) | pl.col("met"))["queue"]


def _with_queues(frame: pl.DataFrame, places: pl.DataFrame) -> pl.DataFrame:
    """Return *frame* with the number of each queue, whoever tells of it."""
    ranked = frame.join(places.select("place", "rank"), on="place", how="left", maintain_order="left")
    return ranked.with_columns(hashed(["rank", "queue_id"]).alias("queue")).drop("rank")


def _near(spans: pl.DataFrame) -> pl.DataFrame:
    """Return the *spans* that meet another one of their queue, or are not known."""
    ordered = spans.unique(SPANNED).sort("lo")  # the order within a queue is all that counts: one column is sorted far faster
    reach = pl.col("hi").cum_max().shift().over("queue")
    near = pl.col("lo").is_null() | (pl.col("lo") <= reach) | (pl.col("lo").shift(-1).over("queue") <= pl.col("hi"))
    return ordered.filter(near).drop("queue")
