"""What a document means for a gate: the same rule for every command and for notebooks."""

from typing import Any

from forensics.errors import BadUsage, ExitCode, worst
from forensics.findings.severities import SEVERITIES
from forensics.report.lines import counted, fails


def exit_code(doc: dict[str, Any], fail_on: str | None, max_inconclusive: int | None = None) -> ExitCode:
    """Return the code that counts of all that apply: bad rule, unreadable input, finding or unmet expectation, open questions.

    *fail_on* is the lowest severity of a finding that counts: note, warning or error; None where none does.
    """
    return worst([code for code, _ in _applying(doc, fail_on, max_inconclusive)])


def reason(doc: dict[str, Any], fail_on: str | None, max_inconclusive: int | None = None) -> str:
    """Return in words what makes the exit code another one than 0, empty where nothing does."""
    return "; ".join(said for _, said in _applying(doc, fail_on, max_inconclusive))


def _applying(doc: dict[str, Any], fail_on: str | None, max_inconclusive: int | None) -> list[tuple[ExitCode, str]]:
    if fail_on not in (None, *SEVERITIES):
        raise BadUsage(f"--fail-on {fail_on}", "is no severity", f"one of {', '.join(SEVERITIES)}")
    found = sum(fails(finding, fail_on) for finding in doc["findings"]) if fail_on else 0
    unmet = sum(not row["met"] for row in doc.get("expectations", []))
    bad = doc["bad_rules"]
    unread = unreadable_inputs(doc["case"]["inputs"], doc["case"]["files"])
    asked = sum(rule["verdict"] == "inconclusive" for rule in doc["rules"])
    most = asked if max_inconclusive is None else max_inconclusive
    above = "" if fail_on == SEVERITIES[-1] else " or above"
    told = (
        (ExitCode.USAGE, len(bad), f"{counted(len(bad), 'rule')} could not be run: {', '.join(bad[:1])}"),
        (ExitCode.UNREADABLE, len(unread), f"{', '.join(unread)} could not be read"),
        (
            ExitCode.FINDINGS,
            found,
            f"{counted(found, 'finding')} of severity {fail_on}{above}, neither known, expected nor suppressed",
        ),
        (ExitCode.FINDINGS, unmet, f"{counted(unmet, 'expectation')} not met"),
        (ExitCode.TOO_INCONCLUSIVE, max(0, asked - most), f"{counted(asked, 'inconclusive rule')}, where {most} may be"),
    )
    return [(code, said) for code, count, said in told if count]


def unreadable_inputs(inputs: list[str], files: list[dict[str, Any]]) -> list[str]:
    """Return the inputs that were named and of which nothing could be read."""
    damaged = {file["path"] for file in files if file["status"] == "unreadable"}
    good = [file["path"] for file in files if file["status"] != "unreadable"]
    return [name for name in inputs if name in damaged and not any(path.startswith((f"{name}/", f"{name}!/")) for path in good)]
