"""What the records of a case say in all, read once for every part: when each file has lines, and which statements and levels."""

from dataclasses import dataclass

import polars as pl

from forensics import memory
from forensics.case import Case
from forensics.model.heartbeats import HEARTBEATS
from forensics.model.setbacks import REORDERED_US
from forensics.tables import FILES, RECORDS

_PIECE = 300_000
"""Records looked at together: what is kept of them is a row for each second, so that memory does not grow with them."""
_BEATS = sorted({beat.statement for beats in HEARTBEATS.values() for beat in beats})


@dataclass(frozen=True)
class Told:
    """`instants`: by file and time the first record; `beats`: the times of heartbeats by file and statement.

    `statements`: by file what was said at which level, and whether any such line is `timed`. `falls`: the records from which on a
    file's times lie far before the time above, `shown`. Each with the file's node.
    """

    instants: pl.DataFrame
    beats: pl.DataFrame
    statements: pl.DataFrame
    falls: pl.DataFrame


def told(case: Case) -> Told:
    """Return what the records of *case* say, by the times as they were logged."""
    found = [_of_piece(piece) for piece in case.pieces(RECORDS, memory.scaled(_PIECE))]
    instants, beats, statements, near = (pl.concat(own) for own in zip(*found, strict=True))
    nodes = case.scan(FILES).select("file_id", "node").collect()
    frames = (_firsts(instants), beats.unique(), statements.unique(), falls(near))
    return Told(*(own.join(nodes, on="file_id") for own in frames))


def _of_piece(piece: pl.LazyFrame) -> tuple[pl.DataFrame, ...]:
    rows = piece.select("file_id", "ts_lo", "record_id", "statement", "level").collect()
    timed = pl.col("ts_lo").is_not_null()
    # Lines of one second stand beside each other: that leaves few rows to be grouped.
    new = pl.col("ts_lo").ne_missing(pl.col("ts_lo").shift()) | pl.col("file_id").ne_missing(pl.col("file_id").shift())
    runs = rows.lazy().select("file_id", "ts_lo", "record_id").filter(new & timed).collect()
    beats = rows.lazy().filter(pl.col("statement").is_in(_BEATS) & timed).select("file_id", "statement", "ts_lo").collect()
    statements = rows.lazy().select("file_id", "statement", "level", timed.alias("timed")).unique().collect()
    return _firsts(runs), beats.unique(), statements, turns(runs)


_SHOWN = pl.col("ts_lo").shift().over("file_id")
_NEXT = pl.col("ts_lo").shift(-1).over("file_id")


def turns(runs: pl.DataFrame) -> pl.DataFrame:
    """Return those of a piece's lines, which stand in the order of their files, that `falls` needs: about edges and falls."""
    fall = (_SHOWN - pl.col("ts_lo") > REORDERED_US).fill_null(value=False)
    place, left = pl.int_range(pl.len()).over("file_id"), pl.len().over("file_id")
    near = fall | fall.shift(-1, fill_value=False) | fall.shift(fill_value=False)
    return runs.filter(near | (place < 2) | (place == left - 1))


def falls(lines: pl.DataFrame) -> pl.DataFrame:
    """Return the lines with which the times of a file fall back and stay there: one line alone may be out of order."""
    stays = _NEXT.is_null() | (_SHOWN - _NEXT > REORDERED_US)
    return lines.with_columns(_SHOWN.alias("shown")).filter((_SHOWN - pl.col("ts_lo") > REORDERED_US) & stays)


def _firsts(instants: pl.DataFrame) -> pl.DataFrame:
    return instants.group_by("file_id", "ts_lo").agg(pl.col("record_id").min())
