"""`rmqf diff`: which findings came, went and stayed between two cases."""

from pathlib import Path
from typing import Annotated

import typer

from forensics.cli.options import FailOn, Output, Raw, Rules
from forensics.cli.progress import progress_bar
from forensics.cli.shown import show
from forensics.errors import ExitCode
from forensics.findings.severities import SEVERITIES
from forensics.report import changes
from forensics.report.scrub import json_text


def diff(
    before: Annotated[str, typer.Argument(help="A case, or logs.")],
    after: Annotated[str, typer.Argument(help="A case, or logs.")],
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
    output: Output = None,
    raw: Raw = False,
    fail_on: Annotated[FailOn | None, typer.Option(help="Exit with 1 where a finding of this severity or above came.")] = None,
    rules: Rules = None,
) -> int:
    """Say which findings came, went and stayed from one case to another, by fingerprint."""
    from forensics.library import compare

    first, second = (_document(name, rules, raw) for name in (before, after))
    found = compare(first, second)
    show(json_text(found, indent=1) + "\n" if json else changes.render(found), output)
    bound = SEVERITIES.index(fail_on) if fail_on else len(SEVERITIES)
    came = any(SEVERITIES.index(change["severity"]) >= bound for change in found["came"])
    return ExitCode.FINDINGS if came else ExitCode.DONE


def _document(name: str, rules: Path | None, raw: bool) -> dict[str, object]:
    from forensics.library import case_of, check_case

    with progress_bar() as progress, case_of([name], None, progress) as case:
        return check_case(case, rules, raw=raw)
