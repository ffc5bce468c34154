"""The exit code of a document: the same rule for every command."""

from typing import Any

from forensics.cli.options import FailOn, unreadable_inputs
from forensics.errors import ExitCode, worst
from forensics.report.lines import counts

_ORDER = ("note", "warning", "error")


def exit_code(doc: dict[str, Any], fail_on: FailOn | None, max_inconclusive: int | None = None) -> ExitCode:
    """Return the code that counts of all that apply: bad rule, unreadable input, finding or unmet expectation, open questions."""
    bound = _ORDER.index(fail_on) if fail_on else len(_ORDER)
    found = any(counts(finding) and _ORDER.index(finding["severity"]) >= bound for finding in doc["findings"])
    unmet = any(not row["met"] for row in doc.get("expectations", []))
    open_questions = sum(rule["verdict"] == "inconclusive" for rule in doc["rules"])
    codes = [
        (ExitCode.USAGE, bool(doc["bad_rules"])),
        (ExitCode.UNREADABLE, bool(unreadable_inputs(doc["case"]["inputs"], doc["case"]["files"]))),
        (ExitCode.FINDINGS, found or unmet),
        (ExitCode.TOO_INCONCLUSIVE, max_inconclusive is not None and open_questions > max_inconclusive),
    ]
    return worst([code for code, applies in codes if applies])
