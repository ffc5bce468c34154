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
_BEATS = frozenset(beat.statement for beats in HEARTBEATS.values() for beat in beats)
_READ = ("file_id", "ts_lo", "record_id", "statement", "level")


@dataclass(frozen=True)
class Told:
    """`instants`: by file and time the first record; `beats`: the times of heartbeats by file and statement.

    `statements`: by file what was said. `levels`: by file at which levels, by lines that have a time. `falls`: the records from
    which on a file's times lie far before the time above, `shown`. Each with the file's node.
    """

    instants: pl.DataFrame
    beats: pl.DataFrame
    statements: pl.DataFrame
    levels: pl.DataFrame
    falls: pl.DataFrame


def told(case: Case) -> Told:
    """Return what the records of *case* say, by the times as they were logged."""
    found = [_of_piece(piece.select(_READ).collect()) for piece in case.pieces(RECORDS, memory.scaled(_PIECE))]
    instants, near, beats, statements, levels = (pl.concat(own) for own in zip(*found, strict=True))
    nodes = case.scan(FILES).select("file_id", "node").collect()
    frames = (_firsts(instants), beats.unique(), statements.unique(), levels.unique(), falls(near))
    return Told(*(own.join(nodes, on="file_id") for own in frames))


def _of_piece(rows: pl.DataFrame) -> tuple[pl.DataFrame, ...]:
    timed = rows.filter(pl.col("ts_lo").is_not_null()) if rows["ts_lo"].null_count() else rows
    # Lines of one second stand beside each other: that leaves few rows to be grouped.
    runs = timed.select("file_id", "ts_lo", "record_id").filter(_changes("file_id") | _changes("ts_lo"))
    statements = _different(rows, "statement")
    beats = _beats(timed, sorted(_BEATS.intersection(statements["statement"])))
    return _firsts(runs), turns(runs), beats, statements, _different(timed, "level")


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
    return instants.group_by("file_id", "ts_lo").agg(pl.col("record_id").min())
