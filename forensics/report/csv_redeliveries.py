"""Every delivery again as CSV, the rightful ones too: what consumers got twice, and why."""

from typing import Any

from forensics.report.cells import table
from forensics.report.view import View

NAME = "csv-redeliveries"
Row = dict[str, Any]

_COLUMNS = (
    "broker", "topic", "group", "queue_id", "offset", "message_id", "key", "pop_time", "way", "in_time", "cause", "mechanism",
    "candidates", "retry_topic", "retry_offset", "node", "from", "to", "path", "line", "findings", "severities", "states",
)  # fmt: skip


def render(doc: Row, _view: View) -> str:
    """Return a row for each delivery again, with the findings it belongs to, their severities and their states."""
    return table(_COLUMNS, (row | _findings(row, doc["findings"]) for row in doc.get("redeliveries", [])))


def _findings(row: Row, findings: list[Row]) -> Row:
    """Return the findings whose checkpoint brought the message again."""
    names = ("broker", "topic", "group", "queue_id", "pop_time")
    own = [
        finding
        for finding in findings
        if row["offset"] in (finding["subject"].get("offsets") or [])
        and all(finding["subject"].get(name) == row[name] for name in names)
    ]
    return {
        "findings": [finding["id"] for finding in own],
        "severities": [finding["severity"] for finding in own],
        "states": [finding["status"]["state"] for finding in own],
    }
