"""When a file has lines, what it says and at which levels: noted while it is read, so that nobody reads all records for that."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import polars as pl

from forensics.model.heartbeats import HEARTBEATS
from forensics.tables import INSTANTS

BEATS = frozenset(beat.statement for beats in HEARTBEATS.values() for beat in beats)
"""The statements whose times are told by themselves too."""
_AT = pl.col("ts_lo")


@dataclass
class Shown:
    """What the records of one file show, told of them in their order, some at a time."""

    statements: set[str] = field(default_factory=set)
    levels: set[str] = field(default_factory=set)
    last: int | None = None
    """The time of the last record that has one."""

    @property
    def said(self) -> dict[str, list[str]]:
        """Return what the row of `files` tells of it."""
        return {"statements": sorted(self.statements), "levels": sorted(self.levels)}

    def by(self, records: pl.DataFrame) -> pl.DataFrame:
        """Return the rows of `instants` that *records* give, the next ones of the file."""
        timed = records.filter(_AT.is_not_null()) if records["ts_lo"].null_count() else records
        firsts = timed.filter(_AT.ne_missing(_AT.shift(fill_value=self.last))).with_columns(statement=pl.lit(None, pl.String))
        self.note(records["statement"].drop_nulls().unique(), timed["level"].drop_nulls().unique(), _last(timed["ts_lo"]))
        beats = timed.filter(pl.col("statement").is_in(list(BEATS)))
        beats = beats.filter(_AT.ne_missing(_AT.shift().over("statement")))
        return pl.concat([firsts, beats]).select(list(INSTANTS.schema)).sort("record_id", "statement")

    def note(self, statements: Iterable[str], levels: Iterable[str], last: int | None) -> None:
        """Note what some records say, at which levels, and the time of the last of them."""
        self.statements.update(statements)
        self.levels.update(levels)
        self.last = self.last if last is None else last


def _last(times: pl.Series) -> int | None:
    return int(times[-1]) if len(times) else None
