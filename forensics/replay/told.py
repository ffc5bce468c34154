"""What the records of a case say in all, read once for every part: when each file has lines, and which statements and levels."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

import polars as pl

from forensics import memory
from forensics.case import Case
from forensics.model.setbacks import REORDERED_US
from forensics.replay.moves import Moves
from forensics.tables import FILES, INSTANTS

_PIECE = 300_000
"""Instants looked at together."""


@dataclass(frozen=True)
class Told:
    """`instants`: by file its times, each with its first record; `beats`: the times of heartbeats by file and statement.

    Both are in order of time. `statements`: by file what was said. `levels`: by file at which levels, by lines that have a time.
    `falls`: the records from which on a file's times lie far before the time above, `shown`. These with the file's node.
    `fallen`: of such a file all instants, as the case holds them.
    """

    instants: Mapping[int, pl.DataFrame]
    beats: Mapping[tuple[int, str], pl.Series]
    statements: pl.DataFrame
    levels: pl.DataFrame
    falls: pl.DataFrame
    fallen: Mapping[int, pl.DataFrame]

    def times(self, files: Iterable[int]) -> list[int]:
        """Return the different times of the lines of *files*, in order."""
        return _sorted([own["ts_lo"] for file in files if (own := self.instants.get(file)) is not None])

    def beating(self, files: Iterable[int], statement: str) -> list[int]:
        """Return when *files* have lines of *statement*, a heartbeat, in order."""
        return _sorted([own for file in files if (own := self.beats.get((file, statement))) is not None])

    def moved(self, clock: Moves, nodes: Mapping[int, str]) -> "Told":
        """Return the same with the times of logs as *clock* moves them; *nodes* are theirs by file."""
        turned = {part.file_id for part in clock.turned}
        off = {file: node for file, node in nodes.items() if node in clock.moved and file not in turned}
        if not off and not turned:
            return self
        instants = {file: clock.frame_of(off[file], own) for file, own in self.instants.items() if file in off}
        beats = {
            key: clock.frame_of(off[key[0]], own.to_frame().with_columns(record_id=None))["ts_lo"]
            for key, own in self.beats.items()
            if key[0] in off
        }
        for file in turned:
            own = clock.frame_of(nodes[file], self.fallen[file])
            instants[file] = firsts(own.filter(pl.col("statement").is_null())).sort("ts_lo")
            for (statement,), beaten in own.drop_nulls("statement").group_by("statement"):
                beats[file, str(statement)] = beaten["ts_lo"].unique().sort()
        return replace(self, instants={**self.instants, **instants}, beats={**self.beats, **beats})


def _sorted(several: Sequence[pl.Series]) -> list[int]:
    return pl.concat(several).unique().sort().to_list() if several else []


_Split = Mapping[tuple[Any, ...], pl.DataFrame]


def told(case: Case) -> Told:
    """Return what the records of *case* say, by the times as they were logged."""
    found = [_of_piece(piece.collect()) for piece in case.pieces(INSTANTS, memory.scaled(_PIECE))]
    instants, near, beats = zip(*found, strict=True)
    fell = falls(pl.concat(near))
    files = case.scan(FILES).select("file_id", "node", "statements", "levels").collect()
    return Told(
        {file: firsts(pl.concat(own)).sort("ts_lo") for (file,), own in _together(instants)},
        {key: pl.concat(own)["ts_lo"].unique().sort() for key, own in _together(beats)},
        _each(files, "statement"),
        _each(files, "level"),
        fell.join(files.select("file_id", "node"), on="file_id"),
        _fallen(case, fell["file_id"].unique().to_list()),
    )


def _fallen(case: Case, files: Sequence[int]) -> dict[int, pl.DataFrame]:
    if not files:
        return {}
    rows = case.scan(INSTANTS).filter(pl.col("file_id").is_in(files)).collect()
    return {file: own for (file,), own in rows.partition_by("file_id", as_dict=True, include_key=False).items()}


def _together(pieces: Iterable[_Split]) -> Iterable[tuple[Any, list[pl.DataFrame]]]:
    """Return by key what *pieces* have of it: most keys are of one piece or of two."""
    found: dict[Any, list[pl.DataFrame]] = {}
    for key, own in chain.from_iterable(piece.items() for piece in pieces):
        found.setdefault(key, []).append(own)
    return found.items()


def _each(files: pl.DataFrame, name: str) -> pl.DataFrame:
    """Return a row for each of the words that *files* have of *name*."""
    return files.select("file_id", "node", pl.col(f"{name}s").alias(name)).explode(name).drop_nulls(name)


def _of_piece(rows: pl.DataFrame) -> tuple[_Split, pl.DataFrame, _Split]:
    """Return what a piece of the instants says by file: its times, what falls need of them, and its heartbeats' times."""
    of_all = pl.col("statement").is_null()
    runs = rows.filter(of_all).drop("statement")
    firsts = runs.partition_by("file_id", as_dict=True, include_key=False)
    beats = rows.filter(~of_all).partition_by("file_id", "statement", as_dict=True, include_key=False)
    return firsts, turns(runs), {key: own.select("ts_lo") for key, own in beats.items()}


def _changes(name: str) -> pl.Expr:
    return pl.col(name).ne_missing(pl.col(name).shift())


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


def firsts(instants: pl.DataFrame) -> pl.DataFrame:
    """Return the different times of one file, each with its first record."""
    return instants.group_by("ts_lo").agg(pl.col("record_id").min())
