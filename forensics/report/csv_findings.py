"""The findings as CSV: one row each, for a spreadsheet."""

from typing import Any

from forensics.report.cells import table
from forensics.report.lines import subject
from forensics.report.view import View

NAME = "csv"
Row = dict[str, Any]

_COLUMNS = (
    "id", "fingerprint", "rule", "kind", "verdict", "severity", "state", "state_reason", "expires", "from", "to", "occurrences",
    "subject", "cause", "issue", "fixed_in", "explanation", "remedy", "path", "line",
)  # fmt: skip


def render(doc: Row, _view: View) -> str:
    """Return a row for each finding, with the first line of its proof."""
    return table(_COLUMNS, [_row(finding) for finding in doc["findings"]])


def _row(finding: Row) -> Row:
    state, cause, first = finding["status"], finding["cause"], finding["evidence"][0]
    own = {"state": state["state"], "state_reason": state["reason"], "expires": state["expires"], "subject": subject(finding)}
    named = {"cause": cause["class"], "issue": cause["issue"], "fixed_in": cause["fixed_in"]}
    return finding | own | named | {"path": first["path"], "line": first["line"]}
