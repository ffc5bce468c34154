"""Values that can be: forged and damaged lines hold others, and none of those may stop a run or become evidence."""

from typing import Any, cast

import polars as pl

from forensics.model.spans import LATEST_MS
from forensics.tables import Table

TIMES = ("_ms", "_time")
"""How the names of columns end that hold epoch milliseconds or spans of them."""
_NAMES = ("topic", "group", "broker", "cluster", "client_id", "address", "endpoints", "nameserver", "owner")
"""What columns are called, or end with behind `_`, that hold the name of something: no name has a line end in it."""
REFUSED = (OverflowError, ValueError, TypeError, pl.exceptions.PolarsError)
Row = dict[str, Any]


def possible(table: Table, rows: list[Row]) -> tuple[pl.DataFrame, list[Row]]:
    """Return the *rows* of an event table as a frame, and those that hold what cannot be."""
    try:
        frame = table.frame(rows)
    except REFUSED:
        good = [row for row in rows if _fits(table, row)]
        bad = [row for row in rows if not _fits(table, row)]
        frame, more = possible(table, good)
        return frame, bad + more
    times = [name for name, kind in table.schema.items() if name.endswith(TIMES) and kind == pl.Int64]
    if not any(_beyond(frame[name]) for name in times):
        return frame, []
    late = [pl.col(name).abs() > LATEST_MS for name in times]
    wrong = frame.select(pl.any_horizontal(late).fill_null(value=False)).to_series()
    return frame.filter(~wrong), [row for row, is_wrong in zip(rows, wrong, strict=True) if is_wrong]


def holds_torn_name(values: Row) -> bool:
    """Return whether a name among *values* has a line end in it: the copy of a log was cut to the width of a terminal there."""
    return any(isinstance(text, str) and "\n" in text and _is_name(column) for column, text in values.items())


def _is_name(column: str) -> bool:
    return any(column == name or column.endswith(f"_{name}") for name in _NAMES)


def _beyond(times: pl.Series) -> bool:
    """Return whether any of *times* is too late, or as much too early, to be printed."""
    earliest, latest = cast(int | None, times.min()), cast(int | None, times.max())
    return earliest is not None and latest is not None and (earliest < -LATEST_MS or latest > LATEST_MS)


def _fits(table: Table, row: Row) -> bool:
    try:
        table.frame([row])
    except REFUSED:
        return False
    return True
