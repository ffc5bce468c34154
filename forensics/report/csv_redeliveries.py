"""Every delivery again as CSV, the rightful ones too: what consumers got twice, and why."""

from collections.abc import Iterator
from typing import Any

from forensics.report.cells import lines
from forensics.report.view import View

NAME = "csv-redeliveries"
Row = dict[str, Any]

_COLUMNS = (
    "broker", "topic", "group", "queue_id", "offset", "message_id", "key", "pop_time", "way", "in_time", "cause", "mechanism",
    "candidates", "retry_topic", "retry_offset", "node", "from", "to", "path", "line", "findings", "severities", "states",
)  # fmt: skip
_CHECKPOINT = ("broker", "topic", "group", "queue_id", "pop_time")
"""What names a checkpoint."""


def render(doc: Row, view: View) -> str:
    """Return a row for each delivery again, with the findings it belongs to, their severities and their states."""
    return "".join(pieces(doc, view))


def pieces(doc: Row, _view: View) -> Iterator[str]:
    """Yield the same text row by row: there can be very many."""
    brought: dict[tuple[Any, ...], list[Row]] = {}
    for finding in doc["findings"]:
        brought.setdefault(_checkpoint(finding["subject"]), []).append(finding)
    return lines(_COLUMNS, (row | _findings(row, brought) for row in doc.get("redeliveries", [])))


def _checkpoint(of: Row) -> tuple[Any, ...]:
    return tuple(of.get(name) for name in _CHECKPOINT)


def _findings(row: Row, brought: dict[tuple[Any, ...], list[Row]]) -> Row:
    """Return the findings whose checkpoint brought the message again; *brought* has them by checkpoint."""
    own = [finding for finding in brought.get(_checkpoint(row), []) if row["offset"] in (finding["subject"].get("offsets") or [])]
    return {
        "findings": [finding["id"] for finding in own],
        "severities": [finding["severity"] for finding in own],
        "states": [finding["status"]["state"] for finding in own],
    }
