"""Unread records by shape: what differs between lines of one statement is taken out of them, and they are counted."""

import re
from collections import Counter
from typing import Any

import polars as pl

from forensics.report.scrub import one_line, scrubbed

Row = dict[str, Any]

_LONGEST_SHAPE = 160
_LONGEST_EXAMPLE = 600
_VARIABLE = re.compile(
    r"\b[0-9A-Fa-f]{8,}(?:[@#-][\w@#-]+)?|\d+(?:[.:@/_-]\d+)*(?:@\w+)*|(?<=[=:\[(,])\s?[\w.%@/-]*\d[\w.%@/-]*|'[^']{0,200}'|\"[^\"]{0,200}\""
)


def shape_of(text: str) -> str:
    """Return the first line of *text* without what a statement's holes would hold."""
    first = text.split("\n", 1)[0][:1000]
    return re.sub(r"(?:\* ?){2,}", "* ", _VARIABLE.sub("*", first)).strip()[:_LONGEST_SHAPE]


def shapes(records: pl.DataFrame, *, below: bool) -> list[Row]:
    """Return the shapes of *records* (path, line, message, text), most frequent first, each with its first example.

    *below* tells of all of them whether they are what stands below records that are understood.
    """
    counts: Counter[str] = Counter()
    first: dict[str, Row] = {}
    for row in records.iter_rows(named=True):
        shape = shape_of(row["message"])
        counts[shape] += 1
        first.setdefault(shape, row)
    return [{"shape": shape, "records": count, "below": below, **first[shape]} for shape, count in counts.most_common()]


def _counted(found: list[Row]) -> str:
    """Return how many records are unread, and below how many others lines are."""
    whole, torn = ([row["records"] for row in found if row["below"] is below] for below in (False, True))
    said = [f"{sum(whole)} unread records of {len(whole)} shapes"] if whole else []
    said += [f"unread lines of {len(torn)} shapes below {sum(torn)} records that are understood"] if torn else []
    return " and ".join(said)


def render(found: list[Row], limit: int) -> str:
    """Return the shapes as text: count and shape, then the place and the text of one record."""
    if not found:
        return "Every record is understood.\n"
    lines = [_counted(found)]
    for row in found[:limit]:
        lines.append(f"\n{row['records']:8}  {one_line(row['shape'])}")
        lines.append(f"          {one_line(row['path'])}:{row['line']}")
        text = scrubbed(row["text"][:_LONGEST_EXAMPLE])
        lines += [f"          | {line}" for line in text.split("\n")[:6]]
    if len(found) > limit:
        lines.append(f"\nand {len(found) - limit} more shapes (--limit {len(found)} shows them)")
    return "\n".join(lines) + "\n"
