"""Lines of logs among their neighbours, for outputs that lead from a mark to its line."""

from collections.abc import Collection, Iterable
from typing import Any

import polars as pl

from forensics.case import Case
from forensics.tables import FILES, RECORDS

Row = dict[str, Any]

LONGEST = 700
"""Characters of a record that a report quotes; the place says where the whole of it stands."""
_AT = ("path", "line", "byte_offset")


def neighbourhood(records: Iterable[int], around: int) -> list[int]:
    """Return *records* with the ids of those *around* them in their files, sorted; a file numbers its records one by one."""
    wanted = {record_id + by for record_id in records for by in range(-around, around + 1)}
    return sorted(wanted)


def lines(case: Case, records: Collection[int]) -> list[Row]:
    """Return the records of these ids that exist, sorted, each with path, line, level and its text, cut where it is long."""
    files = case.scan(FILES).select("file_id", "path")
    found = (
        case.scan(RECORDS)
        .filter(pl.col("record_id").is_in(sorted(records)))
        .select("record_id", "node", "file_id", "line", "byte_offset", "ts_lo", "level", pl.col("text").str.slice(0, LONGEST + 1))
        .join(files, on="file_id")
        .sort("record_id")
        .collect()
    )
    return found.drop("file_id").to_dicts()


At = tuple[str, int, int]
"""Where a record begins: the path, the number of its line, 0 in a store, and its byte."""


def at(row: Row) -> At:
    """Return where the record of *row*, a quote or a record with its path, begins."""
    return row["path"], row["line"], row["byte_offset"]


def record_ids(case: Case, places: Collection[At]) -> dict[At, int]:
    """Return the record that begins at each place."""
    wanted = pl.LazyFrame(list(places), schema=dict.fromkeys(_AT, pl.Int64) | {"path": pl.String}, orient="row")
    files = case.scan(FILES).select("file_id", "path")
    found = case.scan(RECORDS).select("file_id", "line", "byte_offset", "record_id").join(files, on="file_id")
    known = found.join(wanted.unique(), on=_AT).select(*_AT, "record_id").collect()
    return {at(row): row["record_id"] for row in known.to_dicts()}


def gap_edges(case: Case, coverage: Collection[Row]) -> dict[tuple[str, str, int], tuple[int, int]]:
    """Return, by node, log and time, the first and the last record of the times at which the gaps of *coverage* begin and end."""
    times = {at for row in coverage for gap in row["gaps"] or [] for at in (gap["from_lo"], gap["to_hi"])}
    files = case.scan(FILES).select("file_id", "series")
    found = (
        case.scan(RECORDS)
        .filter(pl.col("ts_lo").is_in(sorted(times)))
        .join(files, on="file_id")
        .sort("seq")
        .group_by("node", "series", "ts_lo")
        .agg(pl.col("record_id").first().alias("first"), pl.col("record_id").last().alias("last"))
        .collect()
    )
    return {(row["node"], row["series"], row["ts_lo"]): (row["first"], row["last"]) for row in found.to_dicts()}
