"""What the records of a case say in all, read once for every part: when each file has lines, and which statements and levels."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

import polars as pl

from forensics import memory
from forensics.case import Case
from forensics.model.heartbeats import HEARTBEATS
from forensics.model.setbacks import REORDERED_US
from forensics.replay.moves import Moves
from forensics.tables import FILES, RECORDS

_PIECE = 300_000
"""Records looked at together: what is kept of them is a row for each second, so that memory does not grow with them."""
_BEATS = frozenset(beat.statement for beats in HEARTBEATS.values() for beat in beats)
_READ = ("file_id", "ts_lo", "record_id", "statement", "level")


@dataclass(frozen=True)
class Told:
    """`instants`: by file its times, each with its first record; `beats`: the times of heartbeats by file and statement.

    Both are in order of time. `statements`: by file what was said. `levels`: by file at which levels, by lines that have a time.
    `falls`: the records from which on a file's times lie far before the time above, `shown`. These with the file's node.
    """

    instants: Mapping[int, pl.DataFrame]
    beats: Mapping[tuple[int, str], pl.Series]
    statements: pl.DataFrame
    levels: pl.DataFrame
    falls: pl.DataFrame

    def moved(self, clock: Moves, nodes: Mapping[int, str]) -> "Told":
        """Return the same with the times of logs as *clock* moves them; *nodes* are theirs by file."""
        off = {file: node for file, node in nodes.items() if node in clock.moved}
        if not off:
            return self
        instants = {file: clock.frame_of(off[file], own) for file, own in self.instants.items() if file in off}
        beats = {key: clock.frame_of(off[key[0]], own.to_frame())["ts_lo"] for key, own in self.beats.items() if key[0] in off}
        return replace(self, instants={**self.instants, **instants}, beats={**self.beats, **beats})


_Split = Mapping[tuple[Any, ...], pl.DataFrame]


def told(case: Case) -> Told:
    """Return what the records of *case* say, by the times as they were logged."""
    found = [_of_piece(piece.select(_READ).collect()) for piece in case.pieces(RECORDS, memory.scaled(_PIECE))]
    instants, near, beats, statements, levels = zip(*found, strict=True)
    nodes = case.scan(FILES).select("file_id", "node").collect()
    frames = (_different_ones(statements), _different_ones(levels), falls(pl.concat(near)))
    return Told(
        {file: _firsts(pl.concat(own)).sort("ts_lo") for (file,), own in _together(instants)},
        {key: pl.concat(own)["ts_lo"].unique().sort() for key, own in _together(beats)},
        *(own.join(nodes, on="file_id") for own in frames),
    )


def _together(pieces: Iterable[_Split]) -> Iterable[tuple[Any, list[pl.DataFrame]]]:
    """Return by key what *pieces* have of it: most keys are of one piece or of two."""
    found: dict[Any, list[pl.DataFrame]] = {}
    for key, own in chain.from_iterable(piece.items() for piece in pieces):
        found.setdefault(key, []).append(own)
    return found.items()


def _different_ones(frames: Iterable[pl.DataFrame]) -> pl.DataFrame:
    return pl.concat(frames).unique()


def _of_piece(rows: pl.DataFrame) -> tuple[_Split, pl.DataFrame, _Split, pl.DataFrame, pl.DataFrame]:
    """Return what a piece of the records says: what is kept of each of its seconds by file, as it is put together in the end."""
    timed = rows.filter(pl.col("ts_lo").is_not_null()) if rows["ts_lo"].null_count() else rows
    # Lines of one second stand beside each other: that leaves few rows to be grouped.
    runs = timed.select("file_id", "ts_lo", "record_id").filter(_changes("file_id") | _changes("ts_lo"))
    statements = _different(rows, "statement")
    beats = _beats(timed, sorted(_BEATS.intersection(statements["statement"])))
    firsts, said = runs.partition_by("file_id", as_dict=True, include_key=False), beats.partition_by(*_BEAT, as_dict=True)
    levels = _different(timed, "level")
    return (
        {file: _firsts(own) for file, own in firsts.items()},
        turns(runs),
        {key: own.select("ts_lo") for key, own in said.items()},
        statements,
        levels,
    )


_BEAT = ("file_id", "statement")


def _changes(name: str) -> pl.Expr:
    return pl.col(name).ne_missing(pl.col(name).shift())


def _different(rows: pl.DataFrame, name: str) -> pl.DataFrame:
    """Return the different words of a column by file: of one file, as most pieces are, the column is looked at alone."""
    first = rows["file_id"].first()
    if rows.height and (rows["file_id"] == first).all():
        return rows.select(pl.lit(first, pl.Int64).alias("file_id"), pl.col(name).unique()).drop_nulls()
    return rows.select("file_id", name).unique().drop_nulls()


def _beats(timed: pl.DataFrame, statements: list[str]) -> pl.DataFrame:
    """Return by file the times of those heartbeats that *statements* are."""
    lines = timed.select("file_id", "statement", "ts_lo")
    return pl.concat([lines.clear(), *(lines.filter(pl.col("statement") == name).unique() for name in statements)])


_SHOWN = pl.col("ts_lo").shift().over("file_id")
_NEXT = pl.col("ts_lo").shift(-1).over("file_id")


def turns(runs: pl.DataFrame) -> pl.DataFrame:
    """Return those of a piece's lines, which stand in the order of their files, that `falls` needs: about edges and falls."""
    begins = _changes("file_id")
    edge = begins | begins.shift(fill_value=True) | begins.shift(-1, fill_value=True)
    fall = ~begins & (pl.col("ts_lo").shift() - pl.col("ts_lo") > REORDERED_US).fill_null(value=False)
    return runs.filter(edge | fall | fall.shift(-1, fill_value=False) | fall.shift(fill_value=False))


def falls(lines: pl.DataFrame) -> pl.DataFrame:
    """Return the lines with which the times of a file fall back and stay there: one line alone may be out of order."""
    stays = _NEXT.is_null() | (_SHOWN - _NEXT > REORDERED_US)
    lines = lines.filter(pl.col("ts_lo").ne_missing(_SHOWN))  # where a piece ends, lines of one time stand in two
    return lines.with_columns(_SHOWN.alias("shown")).filter((_SHOWN - pl.col("ts_lo") > REORDERED_US) & stays)


def _firsts(instants: pl.DataFrame) -> pl.DataFrame:
    """Return the different times of one file, each with its first record."""
    return instants.group_by("ts_lo").agg(pl.col("record_id").min())
