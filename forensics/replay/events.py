"""Events of a case as rows, and the rows the parts have made so far."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

import polars as pl

from forensics import statements
from forensics.case import Case
from forensics.model.spans import Instant
from forensics.tables import FILES, RECORDS, Table

Row = dict[str, Any]
Rows = dict[str, list[Row]]

CLIENT_KINDS = ("client", "tools")


class Events:
    """The input of a replay part: events by kind, the files, the records, and the states of earlier parts."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.states: Rows = {}
        self._rows: dict[tuple[str, ...], list[Row]] = {}

    @cached_property
    def files(self) -> list[Row]:
        """Return the rows of `files`."""
        return self.case.read(FILES).to_dicts()

    def records(self) -> pl.LazyFrame:
        """Return the table of records."""
        return self.case.scan(RECORDS)

    def frame(self, kind: str) -> pl.LazyFrame:
        """Return the events of one kind; empty where the case has none."""
        table = statements.event_tables()[kind]
        return self.case.scan(Table(f"events/{kind}", table.row, table.columns))

    def rows(self, *kinds: str) -> list[Row]:
        """Return the events of *kinds* in the order of their files, each with its kind under `event`."""
        if kinds not in self._rows:
            found = [row | {"event": kind} for kind in kinds for row in self.frame(kind).collect().to_dicts()]
            self._rows[kinds] = sorted(found, key=lambda row: (row["node"], row["series"], row["seq"]))
        return self._rows[kinds]


def at(row: Row) -> Instant:
    """Return when the record of a row was logged."""
    return Instant(row["ts_lo"], row["ts_hi"])


def timed(rows: Iterable[Row]) -> list[Row]:
    """Return the rows whose record has a time: without one nothing can be said of order."""
    return [row for row in rows if row["ts_lo"] is not None]


def by(rows: Sequence[Row], *names: str) -> dict[Any, list[Row]]:
    """Return *rows* grouped by the columns *names*, their order kept; one name gives plain keys."""
    groups: dict[Any, list[Row]] = defaultdict(list)
    for row in rows:
        key = tuple(row[name] for name in names)
        groups[key[0] if len(key) == 1 else key].append(row)
    return dict(groups)


def state_id(part: str, *of: object) -> str:
    """Return the name of a state row: the same on every run over the same input."""
    return "/".join([part, *(str(piece) for piece in of)])
