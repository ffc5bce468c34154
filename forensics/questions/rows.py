"""An answer is rows in order of time, each with the line that carries it."""

from collections.abc import Iterable
from typing import Any

import polars as pl

from forensics.case import Case
from forensics.tables import FILES, RECORDS, STATES, Table

Row = dict[str, Any]

_LONGEST_QUOTE = 4_000
"""Characters of a record that an answer quotes."""


def row(ts_lo: int | None, ts_hi: int | None, node: str | None, kind: str, what: str, records: Iterable[int] = ()) -> Row:
    """Return one row of an answer; *records* are the records that carry it, the first is quoted."""
    return {
        "ts_lo": ts_lo,
        "ts_hi": ts_hi,
        "node": node,
        "kind": kind,
        "what": what,
        "record_ids": [r for r in records if r is not None],
    }


def states(case: Case, name: str) -> list[Row]:
    """Return the state table *name* of *case* as rows."""
    table = STATES[name]
    return case.read(Table(f"states/{name}", table.row, table.columns)).to_dicts()


def placed(case: Case, rows: Iterable[Row]) -> list[Row]:
    """Return *rows* in order of time, each with path, line, byte and text of its first record."""
    rows = sorted(
        rows, key=lambda one: (one["ts_lo"] is None, one["ts_lo"] or 0, one["ts_hi"] or 0, one["node"] or "", one["what"])
    )
    quotes = quoted(case, {record for one in rows for record in one["record_ids"][:1]})
    return [
        one | quotes.get(next(iter(one["record_ids"]), -1), {"path": None, "line": None, "byte_offset": None, "text": None})
        for one in rows
    ]


def quoted(case: Case, wanted: set[int]) -> dict[int, Row]:
    """Return path, line, byte and text of the records *wanted*, by record."""
    files = case.scan(FILES).select("file_id", "path")
    records = case.scan(RECORDS).filter(pl.col("record_id").is_in(sorted(wanted))).join(files, on="file_id")
    found = (
        records.select("record_id", "path", "line", "byte_offset", pl.col("text").str.slice(0, _LONGEST_QUOTE))
        .collect()
        .to_dicts()
    )
    return {one.pop("record_id"): one for one in found}
