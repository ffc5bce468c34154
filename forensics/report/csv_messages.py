"""The affected messages as CSV: one row for each message of each finding, for those who must set things right."""

from typing import Any

from forensics.report.cells import table
from forensics.report.view import View

NAME = "csv-messages"
Row = dict[str, Any]

_COLUMNS = (
    "id", "rule", "kind", "verdict", "severity", "state", "broker", "group", "topic", "queue_id", "offset", "message_id", "key",
    "from", "to", "issue",
)  # fmt: skip


def render(doc: Row, _view: View) -> str:
    """Return a row for each affected message; a finding that names none has one row without a message."""
    return table(_COLUMNS, [row for finding in doc["findings"] for row in _rows(finding)])


def _rows(finding: Row) -> list[Row]:
    of_finding = {name: finding[name] for name in ("id", "rule", "kind", "verdict", "severity", "from", "to")}
    about = {name: finding["subject"].get(name) for name in ("broker", "group", "topic")}
    shared = about | of_finding | {"state": finding["status"]["state"], "issue": finding["cause"]["issue"]}
    return [
        shared | {name: value for name, value in message.items() if value is not None} for message in finding["messages"] or [{}]
    ]
