"""GitHub's workflow commands: an annotation for each finding, at the first line of its proof."""

from typing import Any

from forensics.report.lines import counts, headline, issue
from forensics.report.scrub import scrubbed
from forensics.report.view import View

NAME = "github"
Row = dict[str, Any]

_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}


def render(doc: Row, _view: View) -> str:
    """Return one command for each finding, bad rule and unmet expectation; a finding that the gate does not count is a notice."""
    unmet = [("expectation not met", row["why"]) for row in doc.get("expectations", []) if not row["met"]]
    told = [("rule could not be run", text) for text in doc["bad_rules"]] + unmet
    return "".join(_command(finding) + "\n" for finding in doc["findings"]) + "".join(
        f"::error title={_property(title)}::{_data(text)}\n" for title, text in told
    )


def _command(finding: Row) -> str:
    level = _LEVELS[finding["severity"]] if counts(finding) else "notice"
    first = finding["evidence"][0]
    facts = f"id {finding['id']}, fingerprint {finding['fingerprint']}, severity {finding['severity']}"
    named = f" [{issue(finding)}]" if issue(finding) else ""
    message = f"{finding['explanation']}{named}\nRemedy: {finding['remedy']}\n({facts})"
    place = f"file={_property(first['path'])},line={max(1, first['line'])},title={_property(headline(finding))}"
    return f"::{level} {place}::{_data(message)}"


def _data(text: str) -> str:
    return scrubbed(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
