"""GitLab's code quality report: one entry for each finding, at the first line of its proof."""

import hashlib
from collections import Counter
from typing import Any

from forensics.report.lines import counts, headline, issue
from forensics.report.scrub import json_text, one_line
from forensics.report.view import View

NAME = "gitlab"
Row = dict[str, Any]

_SEVERITIES = {"error": "critical", "warning": "minor", "note": "info"}


def render(doc: Row, _view: View) -> str:
    """Return the array that GitLab reads; a finding that the gate does not count is of severity `info`."""
    seen: Counter[str] = Counter()
    return json_text([_entry(finding, seen) for finding in doc["findings"]], indent=1) + "\n"


def _entry(finding: Row, seen: Counter[str]) -> Row:
    first = finding["evidence"][0]
    seen[finding["fingerprint"]] += 1
    named = f" [{issue(finding)}]" if issue(finding) else ""
    return {
        "description": f"{headline(finding)}: {one_line(finding['explanation'])}{named} (id {finding['id']})",
        "check_name": finding["rule"],
        "fingerprint": _unique(finding["fingerprint"], seen[finding["fingerprint"]]),
        "severity": _SEVERITIES[finding["severity"]] if counts(finding) else "info",
        "location": {"path": first["path"], "lines": {"begin": max(1, first["line"])}},
    }


def _unique(fingerprint: str, number: int) -> str:
    """Return a fingerprint of its own for each finding: GitLab shows only one entry of each."""
    return fingerprint if number == 1 else hashlib.sha256(f"{fingerprint}/{number}".encode()).hexdigest()[:16]
