"""A trace for Perfetto's viewer: a process per node, findings and their steps as slices, what happened as instants."""

from datetime import datetime
from typing import Any

from forensics.report.lines import place
from forensics.report.scrub import json_text, one_line
from forensics.report.view import View

NAME = "perfetto"
Row = dict[str, Any]

_HAPPENED, _FINDINGS = 1, 2
_SHORTEST_US = 1_000
"""How long the shortest is drawn, to be seen."""


def render(doc: Row, _view: View) -> str:
    """Return the trace in the JSON form that Perfetto and chrome://tracing open; times are microseconds since the epoch."""
    events: list[Row] = []
    nodes = _Nodes(events)
    for row in doc["case"].get("happened", []):
        if row["from"]:
            instant = {"ph": "i", "s": "p", "ts": micros(row["from"]), "cat": "happened"}
            events.append(instant | {"pid": nodes.pid(row["node"]), "tid": _HAPPENED, "name": one_line(row["what"])})
    for finding in doc["findings"]:
        events.append(_slice(finding, nodes.pid(None), finding["kind"], "finding", _facts(finding)))
        events += [
            _slice(step, nodes.pid(step["node"]), step["what"], "step", {"finding": finding["id"]} | _quoted(step, finding))
            for step in finding["steps"]
        ]
    return (
        json_text({"traceEvents": events, "displayTimeUnit": "ms", "otherData": {"tool": doc["tool"]["name"]}}, indent=1) + "\n"
    )


class _Nodes:
    """Gives each node a process number, and names it where it is first used."""

    def __init__(self, events: list[Row]) -> None:
        self._events, self._pids = events, dict[str, int]()

    def pid(self, node: str | None) -> int:
        name = node or "findings"
        if name not in self._pids:
            self._pids[name] = len(self._pids) + 1
            named = {"ph": "M", "name": "process_name", "pid": self._pids[name], "tid": 0, "ts": 0}
            self._events.append(named | {"args": {"name": one_line(name)}})
        return self._pids[name]


def micros(iso: str | None) -> int:
    """Return microseconds since the epoch of a document's time, 0 where there is none."""
    return round(datetime.fromisoformat(iso).timestamp() * 1_000_000) if iso else 0


def _slice(span: Row, pid: int, name: str, category: str, facts: Row) -> Row:
    start, end = micros(span["from"]), micros(span["to"] or span["from"])
    shown = {"ph": "X", "ts": start, "dur": max(end - start, _SHORTEST_US), "pid": pid, "tid": _FINDINGS}
    return shown | {"cat": category, "name": one_line(name), "args": facts}


def _facts(finding: Row) -> Row:
    names = ("id", "fingerprint", "rule", "verdict", "severity", "occurrences", "explanation", "remedy")
    return {name: finding[name] for name in names} | {"state": finding["status"]["state"], "subject": finding["subject"]}


def _quoted(step: Row, finding: Row) -> Row:
    quotes = [finding["evidence"][index] for index in step["evidence"][:3]]
    return {"evidence": [f"{place(quote)} {quote['text']}" for quote in quotes]}
