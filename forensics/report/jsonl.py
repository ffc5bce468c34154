"""JSON lines: the document without its findings, then one line for each finding, for tools that read line by line."""

from typing import Any

from forensics.report.scrub import json_text
from forensics.report.view import View

NAME = "jsonl"


def render(doc: dict[str, Any], _view: View) -> str:
    """Return a line of type `document`, and one of type `finding` for each finding."""
    head = {"type": "document"} | {name: value for name, value in doc.items() if name != "findings"}
    rows = [head, *({"type": "finding"} | finding for finding in doc["findings"])]
    return "".join(json_text(row) + "\n" for row in rows)
