"""`rmqf analyze`: logs or a case in, findings with their proof out."""

import shutil
import sys
from typing import Annotated, Any

import typer

from forensics.cli.options import FailOn, Format, Inputs, Nodes, Rules, Zones, reading_of, unreadable_inputs
from forensics.cli.progress import progress_bar
from forensics.cli.times import iso_of
from forensics.errors import ExitCode, worst
from forensics.library import Selection, case_of, check_case
from forensics.report import text
from forensics.report.document import dump

_ORDER = ("note", "warning", "error")


def analyze(
    inputs: Inputs,
    format: Annotated[Format, typer.Option("--format", help="text for people, json for programs.")] = Format.TEXT,  # noqa: A002 - the option's name
    since: Annotated[str | None, typer.Option(help="Only what ended after this UTC time.")] = None,
    until: Annotated[str | None, typer.Option(help="Only what began before this UTC time.")] = None,
    node: Nodes = None,
    topic: Annotated[str | None, typer.Option(help="Only this topic.")] = None,
    group: Annotated[str | None, typer.Option(help="Only this group.")] = None,
    client: Annotated[str | None, typer.Option(help="Only clients whose id contains this.")] = None,
    all: Annotated[bool, typer.Option("--all", help="Quote every line of evidence.")] = False,  # noqa: A002 - the option's name
    fail_on: Annotated[FailOn | None, typer.Option(help="Exit with 1 at a finding of this severity or above.")] = None,
    tz: Zones = None,
    rules: Rules = None,
) -> int:
    """Say what went wrong in the logs, with the lines that prove it, and what could not be decided."""
    naming = [text for text in node or [] if "=" in text]
    selection = Selection(iso_of(since), iso_of(until), tuple(sorted(set(node or []) - set(naming))), topic, group, client)
    with progress_bar() as progress, case_of(inputs, reading_of(naming, tz), progress) as case:
        doc = check_case(case, rules, selection)
    sys.stdout.write(dump(doc) if format is Format.JSON else text.render(doc, shutil.get_terminal_size((110, 40)).columns, all))
    return exit_code(doc, fail_on)


def exit_code(doc: dict[str, Any], fail_on: FailOn | None) -> ExitCode:
    """Return the code that counts: a bad rule, a named input that could not be read, a finding at or above *fail_on*."""
    bound = _ORDER.index(fail_on) if fail_on else len(_ORDER)
    found = any(_ORDER.index(finding["severity"]) >= bound for finding in doc["findings"])
    unreadable = unreadable_inputs(doc["case"]["inputs"], doc["case"]["files"])
    codes = [(ExitCode.USAGE, bool(doc["bad_rules"])), (ExitCode.UNREADABLE, bool(unreadable)), (ExitCode.FINDINGS, found)]
    return worst([code for code, applies in codes if applies])
