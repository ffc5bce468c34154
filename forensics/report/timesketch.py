"""A timeline for Timesketch: JSON lines with a message, a time and what the time is of."""

from collections.abc import Iterator
from typing import Any

from forensics.report.lines import headline, place
from forensics.report.perfetto import micros
from forensics.report.scrub import json_text, one_line
from forensics.report.view import View

NAME = "timesketch"
Row = dict[str, Any]


def render(doc: Row, _view: View) -> str:
    """Return what happened, each finding and each of its steps, one line each."""
    return "".join(json_text(row) + "\n" for row in _rows(doc))


def _rows(doc: Row) -> Iterator[Row]:
    for row in doc["case"].get("happened", []):
        if row["from"]:
            yield _event(row["from"], "Cluster event", row["what"], row["node"]) | {"data_type": "rocketmq:happening"}
    for finding in doc["findings"]:
        said = f"{headline(finding)}: {finding['explanation']}"
        yield _event(finding["from"], "Finding begins", said, None) | _facts(finding) | {"data_type": "rocketmq:finding"}
        for step in finding["steps"]:
            quotes = [finding["evidence"][index] for index in step["evidence"]]
            of = {"finding_id": finding["id"], "evidence": [place(quote) for quote in quotes]}
            yield _event(step["from"], "Finding step", step["what"], step["node"]) | of | {"data_type": "rocketmq:step"}


def _event(time: str | None, of: str, message: str, node: str | None) -> Row:
    stamp = {"datetime": time or "1970-01-01T00:00:00.000Z", "timestamp": micros(time), "timestamp_desc": of}
    return {"message": one_line(message)} | stamp | {"node": node}


def _facts(finding: Row) -> Row:
    names = ("fingerprint", "rule", "kind", "verdict", "severity", "occurrences", "to")
    own = {"finding_id": finding["id"], "state": finding["status"]["state"], "tag": [finding["severity"], finding["kind"]]}
    return own | {name: finding[name] for name in names}
