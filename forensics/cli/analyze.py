"""`rmqf analyze`: logs or a case in, findings with their proof out."""

import shutil
import sys
from typing import Annotated

import typer

from forensics.cli.options import FailOn, Format, Inputs, Nodes, Rules, Zones, reading_of
from forensics.cli.progress import progress_bar
from forensics.cli.times import iso_of
from forensics.errors import ExitCode
from forensics.library import Selection, case_of, check_case
from forensics.report import text
from forensics.report.document import dump

_ORDER = ("note", "warning", "error")


def analyze(
    inputs: Inputs,
    format: Annotated[Format, typer.Option("--format", help="text for people, json for programs.")] = Format.TEXT,  # noqa: A002 - the option's name
    since: Annotated[str | None, typer.Option(help="Only what ended after this UTC time.")] = None,
    until: Annotated[str | None, typer.Option(help="Only what began before this UTC time.")] = None,
    node: Annotated[str | None, typer.Option(help="Only what this node took part in.")] = None,
    topic: Annotated[str | None, typer.Option(help="Only this topic.")] = None,
    group: Annotated[str | None, typer.Option(help="Only this group.")] = None,
    client: Annotated[str | None, typer.Option(help="Only clients whose id contains this.")] = None,
    all: Annotated[bool, typer.Option("--all", help="Quote every line of evidence.")] = False,  # noqa: A002 - the option's name
    fail_on: Annotated[FailOn | None, typer.Option(help="Exit with 1 at a finding of this severity or above.")] = None,
    node_path: Nodes = None,
    tz: Zones = None,
    rules: Rules = None,
) -> int:
    """Say what went wrong in the logs, with the lines that prove it, and what could not be decided."""
    selection = Selection(iso_of(since), iso_of(until), node, topic, group, client)
    with progress_bar() as progress, case_of(inputs, reading_of(node_path, tz), progress) as case:
        doc = check_case(case, rules, selection)
    sys.stdout.write(dump(doc) if format is Format.JSON else text.render(doc, shutil.get_terminal_size((110, 40)).columns, all))
    return exit_code(doc, fail_on)


def exit_code(doc: dict[str, object], fail_on: FailOn | None) -> ExitCode:
    """Return 1 where a finding is at or above *fail_on*, 2 where a rule is bad, else 0."""
    if doc["bad_rules"]:
        return ExitCode.USAGE
    bound = _ORDER.index(fail_on) if fail_on else len(_ORDER)
    findings = doc["findings"]
    assert isinstance(findings, list)  # noqa: S101 - narrows the type for the checker
    return ExitCode.FINDINGS if any(_ORDER.index(f["severity"]) >= bound for f in findings) else ExitCode.DONE
