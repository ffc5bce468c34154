"""CSV that a spreadsheet shows and does not run."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from forensics.report.scrub import scrubbed

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def table(columns: Sequence[str], rows: Iterable[dict[str, Any]]) -> str:
    """Return *rows* as CSV with a header; a cell that a spreadsheet would take for a formula gets a quote in front."""
    return "".join(lines(columns, rows))


def lines(columns: Sequence[str], rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Yield the same text row by row, the header first."""
    yield _line(columns)
    for row in rows:
        yield _line([_cell(row.get(name)) for name in columns])


def _line(cells: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool | int | float):
        return str(value).lower() if isinstance(value, bool) else str(value)
    text = scrubbed(" ".join(map(str, value)) if isinstance(value, list) else str(value))
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text
