"""Answers to questions: a line of text for each row, or the rows as JSON or CSV."""

import textwrap
from datetime import date
from math import isfinite
from typing import Any

from forensics.errors import BadUsage
from forensics.report.cells import table
from forensics.report.lines import counted, place
from forensics.report.scrub import json_text, one_line, scrubbed
from forensics.report.times import iso

NAMES = ("text", "json", "csv")
Row = dict[str, Any]

_INDENT = 34
_NARROWEST = 60
_WIDEST_CELL = 60
"""Of a column that others follow, which would else stand too far to the right."""


def render(rows: list[Row], name: str, width: int, full: bool = False) -> str:
    """Return rows in time with their lines as *name* shows them; the text quotes the line where *full*."""
    if name == "text":
        return scrubbed("".join(line + "\n" for row in rows for line in _lines(row, max(width, _NARROWEST), full)))
    return plain([_shown(row) for row in rows], name)


def plain(rows: list[Row], name: str) -> str:
    """Return any rows: aligned columns, JSON or CSV."""
    columns = list(rows[0]) if rows else []
    match name:
        case "json":
            return json_text(_as_json(rows), indent=1) + "\n"
        case "csv":
            return table(columns, rows)
        case "text":
            return _aligned(columns, rows)
    raise BadUsage(f"--format {name}", "is not an output of this command", f"one of {', '.join(NAMES)}")


def _as_json(value: Any) -> Any:
    """Return *value* of what JSON knows: times, intervals and the like as text, a number that is none as null."""
    if isinstance(value, dict):
        return {name: _as_json(own) for name, own in value.items()}
    if isinstance(value, list | tuple):
        return [_as_json(own) for own in value]
    if isinstance(value, float):
        return value if isfinite(value) else None
    if value is None or isinstance(value, bool | int | str):
        return value
    return value.isoformat() if isinstance(value, date) else str(value)


def _lines(row: Row, width: int, full: bool) -> list[str]:
    head = f"{iso(row['ts_lo']) or 'time unknown':24}  {row['node'] or '':14} {row['kind']}: {row['what']}"
    lines = textwrap.wrap(one_line(head), width, subsequent_indent=" " * min(_INDENT, width // 3), break_long_words=False)
    if row["path"]:
        lines.append(f"    {one_line(place(row))}")
        lines += [f"      {line}" for line in (row["text"] or "").splitlines()] if full else []
    return lines


def _shown(row: Row) -> Row:
    own = {"from": iso(row["ts_lo"]), "to": iso(row["ts_hi"])}
    return own | {name: row[name] for name in ("node", "kind", "what", "path", "line", "text")}


def _aligned(columns: list[str], rows: list[Row]) -> str:
    cells = [[_cell(row[name], name == columns[-1]) for name in columns] for row in rows]
    widths = [max([len(name), *(len(line[n]) for line in cells)]) for n, name in enumerate(columns)]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in [columns, *cells]
    ]
    return "\n".join([*lines, f"({counted(len(rows), 'row')})"]) + "\n"


def _cell(value: object, last: bool) -> str:
    """Return *value* on one line; what is cut of it is marked, and of the *last* of a row nothing is."""
    text = one_line("" if value is None else str(value))
    return text if last or len(text) <= _WIDEST_CELL else text[: _WIDEST_CELL - 1] + "…"
