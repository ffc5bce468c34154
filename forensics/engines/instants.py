"""When a log has lines, what it says and at which levels: noted while it is read, so that nobody reads all records for that."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any

import polars as pl

from forensics.model.heartbeats import HEARTBEATS
from forensics.tables import INSTANTS, RECORDS

BEATS = frozenset(beat.statement for beats in HEARTBEATS.values() for beat in beats)
"""The statements whose times are told by themselves too."""
_TOLD = itemgetter(*(list(RECORDS.schema).index(name) for name in ("record_id", "file_id", "ts_lo", "level", "statement")))


@dataclass
class Shown:
    """What the records of one log show, told of them in their order, some at a time."""

    statements: set[str] = field(default_factory=set)
    levels: set[str] = field(default_factory=set)
    last: int | None = None
    """The time of the last record that has one."""

    @property
    def said(self) -> dict[str, list[str]]:
        """Return what the row of `files` tells of it."""
        return {"statements": sorted(self.statements), "levels": sorted(self.levels)}

    def by(self, records: Iterable[tuple[Any, ...]]) -> pl.DataFrame:
        """Return the rows of `instants` that *records* give, the next rows of the log's."""
        rows: list[tuple[Any, ...]] = []
        beaten: dict[str, int] = {}
        for record_id, file_id, at, level, statement in map(_TOLD, records):
            if statement is not None:
                self.statements.add(statement)
            if at is None:
                continue
            if level is not None:
                self.levels.add(level)
            if at != self.last:
                rows.append((file_id, None, at, record_id))
                self.last = at
            if statement in BEATS and beaten.get(statement) != at:
                rows.append((file_id, statement, at, record_id))
                beaten[statement] = at
        return pl.DataFrame(rows, schema=INSTANTS.schema, orient="row")
