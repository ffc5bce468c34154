"""What is fuzzed of the reports: a document that holds any text, in every output and as the page."""

import csv
import io
import json
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree as ET

from forensics.report import html, outputs
from forensics.report.charts import Chart, Mark, lane, track
from forensics.report.page_data import Excerpts
from forensics.report.view import View

_CONTROLS = {*range(9), 11, 12, *range(14, 32), *range(127, 160)}


def reports(data: bytes) -> None:
    """Show any document in any output: no control byte in it, and each in its own grammar."""
    doc = _document(data.decode("utf-8", "surrogateescape"))
    shown = {name: outputs.render(doc, name, View()) for name in outputs.NAMES}
    for name, text in shown.items():
        assert not set(map(ord, text)) & _CONTROLS, name
        text.encode()
    for name in ("json", "sarif", "gitlab", "perfetto"):
        json.loads(shown[name])
    for name in ("jsonl", "timesketch"):
        assert all(isinstance(json.loads(line), dict) for line in shown[name].split("\n") if line), name
    ET.fromstring(shown["junit"])  # noqa: S314 - it is ours
    for name in ("csv", "csv-messages", "csv-redeliveries"):
        rows = list(csv.reader(io.StringIO(shown[name], newline="")))
        assert len({len(row) for row in rows}) == 1, name
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row), name


class _Elements(HTMLParser):
    """Collects the names of elements and of their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[tuple[str, str]] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= {(tag, name) for name, _ in attrs} | {(tag, "")}


def page(data: bytes) -> None:
    """Show any document as the page: a text brings no element and no attribute into it, and no control byte."""
    text = data.decode("utf-8", "surrogateescape")
    shown = _page(text)
    assert not set(map(ord, shown)) & _CONTROLS
    shown.encode()
    elements = _Elements()
    elements.feed(shown)
    assert elements.found <= _KNOWN.found, elements.found - _KNOWN.found


def _page(text: str) -> str:
    marks = [Mark(0, 900_000, "route", text, (0,))]
    chart = Chart("t", 0, 1_000_000, (lane(text, "broker", [track(text, marks)]),))
    return html.render(
        _document(text),
        chart,
        [chart],
        Excerpts([{"record_id": 0, "path": text, "line": 1, "byte_offset": 0, "text": text}], set()),
    )


def _document(text: str) -> dict[str, Any]:
    """Return a findings document that holds *text* wherever a log's text can get into one."""
    when = "2026-01-01T00:00:00.000Z"
    quote = {"node": text, "source": "log", "path": text, "line": 1, "byte_offset": 0, "text": text, "says": text}
    case = {
        "from": None, "to": None, "nodes": [], "inputs": [text], "happened": [{"from": None, "node": text, "what": text}],
        "files": [{"path": text, "node": text, "status": "unknown", "problems": [text], "layout": None}],
        "lines": {"read": 0, "understood": 0, "unread": 0}, "bytes": {"read": 0, "kept": 0, "rejected": 0, "set_aside": 0},
    }  # fmt: skip
    cause = {"class": "known_fault", "issue": "a/b#1", "affected": ["5.3.1"], "fixed_in": None, "candidates": []}
    finding = {
        "id": "0" * 16, "fingerprint": "0" * 16, "rule": "pop/a", "kind": "duplicate_redelivery", "verdict": "violated",
        "severity": "error", "status": {"state": "new", "reason": None, "expires": None}, "from": when, "to": when,
        "occurrences": 1, "subject": {"topic": text, "group": text, "queue_id": 0}, "cause": cause, "explanation": text,
        "remedy": text, "missing": [], "related": [], "evidence": [quote],
        "steps": [{"from": when, "to": when, "node": text, "what": text, "evidence": [0]}],
        "messages": [{"key": text, "message_id": text, "topic": text, "queue_id": 1, "offset": 2}],
    }  # fmt: skip
    asked = {"rule": "pop/a", "kind": "k", "title": text, "verdict": "violated", "reason": text, "missing": [{"how": text}]}
    return {
        "schema": "rocketmq-forensics/1", "tool": {"name": "rocketmq-forensics", "version": "0"}, "case": case,
        "findings": [finding], "rules": [asked | {"covered": []}], "bad_rules": [text], "options": {}, "redeliveries": [],
    }  # fmt: skip


_KNOWN = _Elements()
_KNOWN.feed(_page("x"))
