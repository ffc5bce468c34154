"""What of the logs nothing understands: records without a statement, and lines below records that they are no part of."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import polars as pl

from forensics import statements
from forensics.case import Case
from forensics.layouts import LAYOUTS
from forensics.layouts.layout import Layout
from forensics.layouts.pattern import named
from forensics.layouts.records import begin, split_trace
from forensics.sources.lines import Line
from forensics.tables import FILES, RECORDS

Row = dict[str, Any]
_HEAD = r"^[\[ ]*\d{4}[-/.]\d\d[-/.]\d\d[T ][\d:.,]+\S* +[\[ ]*[A-Z]{4,5}\b\]?"
SCHEMA = {"path": pl.String, "line": pl.Int64, "text": pl.String, "message": pl.String}


def unread_records(case: Case) -> pl.DataFrame:
    """Return the records of logs that no statement understands, by `SCHEMA`; those of stores need none."""
    unread = case.scan(RECORDS).filter(pl.col("statement").is_null() & (pl.col("line") > 0))
    placed = unread.join(case.scan(FILES).select("file_id", "path"), on="file_id").sort("record_id")
    return placed.select("path", "line", "text", message=pl.col("text").str.replace(_HEAD, "")).collect().cast(pl.Schema(SCHEMA))


def torn_lines(case: Case) -> pl.DataFrame:
    """Return by `SCHEMA` what stands below records that are understood by their first lines alone: torn off others, or forged.

    Only files that count more unread lines than their unread records have are looked at.
    """
    unread = pl.col("lines").filter(pl.col("statement").is_null()).sum().alias("of_records")
    files = case.scan(FILES).select("file_id", "path", "layout", "unread_lines")
    counted = files.join(case.scan(RECORDS).group_by("file_id").agg(unread), on="file_id")
    torn = counted.filter(pl.col("unread_lines") > pl.col("of_records"))
    several = case.scan(RECORDS).filter(pl.col("statement").is_not_null() & (pl.col("lines") > 1))
    rows = several.join(torn, on="file_id").sort("record_id").select("path", "layout", "line", "text").collect()
    return pl.DataFrame([below for row in rows.iter_rows(named=True) for below in _below(row)], schema=SCHEMA, orient="row")


def _below(row: Row) -> Iterator[tuple[str, int, str, str]]:
    """Yield what stands below the first line of a record, where that alone is understood."""
    first, *tail = row["text"].split("\n")
    record = begin(Line(row["line"], 0, 0, first, 0), _layouts(row["layout"]))
    message = split_trace(record.message, tail)[0] if record else ""
    if record and tail and not statements.matcher().match(message, record.thread):
        yield row["path"], row["line"] + 1, "\n".join(tail), tail[0]


@lru_cache(maxsize=8)
def _layouts(name: str) -> tuple[Layout, ...]:
    """Return the layouts that a file can have most of whose records have the one of that *name*."""
    own = named(name)
    return (own, *LAYOUTS) if own else LAYOUTS
