"""What a document means for a gate: the same rule for every command and for notebooks."""

from typing import Any

from forensics.errors import ExitCode, worst
from forensics.report.lines import counts

_ORDER = ("note", "warning", "error")


def exit_code(doc: dict[str, Any], fail_on: str | None, max_inconclusive: int | None = None) -> ExitCode:
    """Return the code that counts of all that apply: bad rule, unreadable input, finding or unmet expectation, open questions.

    *fail_on* is the lowest severity of a finding that counts: note, warning or error; None where none does.
    """
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


def unreadable_inputs(inputs: list[str], files: list[dict[str, Any]]) -> list[str]:
    """Return the inputs that were named and of which nothing could be read."""
    damaged = {file["path"] for file in files if file["status"] == "unreadable"}
    good = [file["path"] for file in files if file["status"] != "unreadable"]
    return [name for name in inputs if name in damaged and not any(path.startswith((f"{name}/", f"{name}!/")) for path in good)]
