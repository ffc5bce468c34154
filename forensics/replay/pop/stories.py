"""The lines of the checkpoints that revive retried, by the few columns that make plain stories: see bulk.py.

They are read in the one pass over all lines that name a checkpoint, and kept in parts that fit in memory.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from forensics import memory
from forensics.replay.events import Events
from forensics.replay.pop.lines import COLUMNS, POP, UNNAMED, hashed, pieces
from forensics.replay.pop.names import KINDS, NAME, named
from forensics.replay.pop.sieve import RETRIED
from forensics.replay.pop.spilled import SHARE, Spilled, part_of, parts
from forensics.replay.pop.windows import span_of

MOST = 20_000
"""Checkpoints whose stories are looked at together."""
ONCE = ("ck_buffered", "ck_just_offset", "ck_stored", "ck_left_buffer", "ck_found")
"""Lines that a plain story has once at most."""
PLAIN = (*ONCE, "ack_buffered", "ack_stored", RETRIED)
POP_TIME = {"ck_stored", "ck_found", "ack_buffered", "ack_stored", RETRIED}
"""Lines that may tell when the batch was popped."""
_BATCH = hashed(POP[:-1]).alias("batch")
_POPPED = hashed(POP).alias("popped")
_AT = ("record_id", "ts_lo")
_ACK = ("ts_hi", "now_ms", "ack_broker", "ack_offsets")
_COLUMNS = {
    "ck_stored": ("ts_hi", "store_ms"),
    "ck_found": ("revive_queue_id", "revive_offset"),
    "ack_buffered": _ACK,
    "ack_stored": _ACK,
    RETRIED: (
        "ts_hi", "seq", "queue_id", "start_offset", "revive_time", "ck_offsets", "offset", "revive_queue_id", "ck_revive_offset",
        "put_status", "stored_queue_offset",
    ),
}  # fmt: skip
_DUE = pl.col("revive_time")
_NO_STORY = pl.DataFrame(schema={"name": pl.UInt64, "revive_time": pl.Int64, "share": pl.UInt8, "batch": pl.UInt64})
_FIRST = pl.col("name").is_first_distinct()
_ODD = (pl.col("remote_put").fill_null(value=False) | pl.col("re_put_times").is_not_null()).alias("odd")
_ACKS = "acks"
_OF_ACK = ("node", *_AT, *_ACK, "revive_queue_id", "revive_offset")


@dataclass(frozen=True)
class Story:
    """Stories of some queues' checkpoints: their lines by kind, `acks` with the hash of the batch and its pop time as `popped`.

    Lines that name a checkpoint have its `name`, their `place`, and `odd`: whether they tell of a rewrite or of another broker.
    `apart` are the names of checkpoints with lines of other kinds too, `odd` of those that are suspect for more than retries.
    """

    lines: dict[str, pl.DataFrame]
    acks: pl.DataFrame
    apart: pl.Series
    odd: pl.Series


@dataclass(frozen=True)
class Stories:
    """Stories in parts by number; any process that sees their files can read one of them, once."""

    spilled: Spilled
    count: int
    apart: pl.Series
    odd: pl.Series

    def part(self, part: int) -> Story:
        """Return the stories of a part, which is forgotten here."""
        lines = {kind: pl.concat([_empty(kind), *self.spilled.of(kind, part)]) for kind in PLAIN}
        return Story(lines, pl.concat([_NO_ACKS, *self.spilled.of(_ACKS, part)]), self.apart, self.odd)


class Gathering:
    """Gathers the stories of *events* in parts, told of all lines once."""

    def __init__(self, events: Events, place: Path, *, pays: bool) -> None:
        self._events = events
        pieces = named(events, RETRIED) if pays else ()
        once = (piece.select(NAME, "revive_time", SHARE, _BATCH).collect() for piece in pieces)
        found = pl.concat([_NO_STORY, *(lines.filter(_FIRST) for lines in once)]).filter(_FIRST).sort("revive_time")
        found = found.with_columns(_part(found))
        self._count = int(found.select(pl.col("part").max() + 1).item() or 0)
        self._spilled = Spilled(place, several=self._count > 1)
        self._names, self._batches = found.select("name", "part"), found.select("batch", "part").unique()
        self._due = found["revive_time"]
        self._apart = [pl.Series("name", dtype=pl.UInt64)]

    def wanted(self, kind: str) -> Sequence[pl.Expr]:
        """Return what makes a story of lines of *kind*."""
        if not self._names.height:
            return ()
        if kind not in PLAIN:
            return (_DUE,)
        return (_DUE, _ODD, *(pl.col(name) for name in _columns(kind)))

    def see(self, kind: str, lines: pl.DataFrame) -> None:
        """Keep the *lines* that are of a story."""
        if not self._names.height:
            return
        own = lines.join(self._names_due(lines), on="name")
        if kind in PLAIN:
            self._spilled.add(kind, own.select("name", "place", "odd", *_columns(kind), "part"))
        else:
            self._apart.append(own["name"])

    def _names_due(self, lines: pl.DataFrame) -> pl.DataFrame:
        """Return the stories of which some of *lines* can be."""
        first, last = span_of(lines)
        begin = self._due.search_sorted(first, side="left")
        return self._names.slice(begin, self._due.search_sorted(last, side="right") - begin)

    def found(self, partly: Collection[str], odd: pl.Series) -> Stories:
        """Return the stories, all lines having been told of; *odd* are the names of what is suspect for more than retries.

        *partly* are the kinds of which some lines may name no checkpoint.
        """
        if self._names.height:
            self._keep_acks(partly)
        return Stories(self._spilled, self._count, pl.concat(self._apart), odd)

    def _keep_acks(self, partly: Collection[str]) -> None:
        for kind in (*(kind for kind in KINDS if kind in partly), "ack_found"):
            event = pl.lit(kind).alias("event")
            for piece in pieces(self._events, kind):
                lines = piece if kind == "ack_found" else piece.filter(UNNAMED)
                own = lines.select(_BATCH, _POPPED, event, *_OF_ACK).collect()
                self._spilled.add(_ACKS, own.join(self._batches, on="batch").drop("batch"))


def _part(stories: pl.DataFrame) -> pl.Series:
    """Return the part of each of the *stories*: one of some queues, and of a busy queue of a while, by when they are due.

    What a pop makes is due at one time, and nothing else of a plain story hangs together with another one.
    """
    of_queues = part_of(parts(stories["share"], MOST), pl.col("share"))
    turn = (_DUE.rank("min").over(of_queues) - 1) // memory.scaled(MOST)
    cells = stories.select(of_queues.cast(pl.UInt32) * _TURNS + turn.cast(pl.UInt32)).to_series()
    return (cells.rank("dense") - 1).cast(pl.UInt16).alias("part")


_TURNS = 1 << 16
"""More than there are whiles of one queue."""


def _columns(kind: str) -> tuple[str, ...]:
    return (*_AT, *_COLUMNS.get(kind, ()), *(("pop_time",) if kind in POP_TIME else ()))


def _empty(kind: str) -> pl.DataFrame:
    own = {name: COLUMNS[name] for name in _columns(kind)}
    return pl.DataFrame(schema={"name": pl.UInt64, "place": pl.UInt64, "odd": pl.Boolean, **own})


_NO_ACKS = pl.DataFrame(schema={"popped": pl.UInt64, "event": pl.String, **{name: COLUMNS[name] for name in _OF_ACK}})
