"""Every delivery again as CSV, the rightful ones too: what consumers got twice, and why."""

from typing import Any

from forensics.report.cells import table
from forensics.report.view import View

NAME = "csv-redeliveries"
Row = dict[str, Any]

_COLUMNS = (
    "broker", "topic", "group", "queue_id", "offset", "pop_time", "way", "in_time", "cause", "mechanism", "candidates",
    "retry_topic", "retry_offset", "node", "from", "to", "path", "line", "findings",
)  # fmt: skip


def render(doc: Row, _view: View) -> str:
    """Return a row for each delivery again, with the findings it belongs to."""
    return table(_COLUMNS, [row | {"findings": _findings(row, doc["findings"])} for row in doc.get("redeliveries", [])])


def _findings(row: Row, findings: list[Row]) -> list[str]:
    """Return the ids of the findings whose checkpoint brought the message again."""
    names = ("broker", "topic", "group", "queue_id", "pop_time")
    return [
        finding["id"]
        for finding in findings
        if row["offset"] in (finding["subject"].get("offsets") or [])
        and all(finding["subject"].get(name) == row[name] for name in names)
    ]
