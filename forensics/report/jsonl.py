"""JSON lines: the document without its findings, then one line for each finding, for tools that read line by line."""

from collections.abc import Iterator
from typing import Any

from forensics.report.rows import Rows
from forensics.report.scrub import json_text
from forensics.report.view import View

NAME = "jsonl"


def render(doc: dict[str, Any], view: View) -> str:
    """Return a line of type `document`, and one of type `finding` for each finding."""
    return "".join(pieces(doc, view))


def pieces(doc: dict[str, Any], _view: View) -> Iterator[str]:
    """Yield the same text in pieces, what there is very much of row by row."""
    before = '{"type": "document"'
    for name, value in doc.items():
        if name != "findings":
            yield f"{before}, {json_text(name)}: "
            yield from _rows(value) if isinstance(value, Rows) else (json_text(value),)
            before = ""
    yield "}\n"
    for finding in doc["findings"]:
        yield json_text({"type": "finding"} | finding) + "\n"


def _rows(rows: Rows) -> Iterator[str]:
    """Yield *rows* as `json.dumps` writes a list."""
    before = "["
    for row in rows:
        yield before + json_text(row)
        before = ", "
    yield "]" if rows else "[]"
