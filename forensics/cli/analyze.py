"""`rmqf analyze`: logs or a case in, findings with their proof out."""

import gc
import sys
from pathlib import Path
from typing import Annotated

import typer

from forensics import classes
from forensics.cli.options import (
    All,
    EngineName,
    FailOn,
    Format,
    Inputs,
    Memory,
    Nodes,
    Output,
    Patterns,
    Quiet,
    Raw,
    Releases,
    Rules,
    Zones,
    memory_of,
    reading_of,
)
from forensics.cli.progress import first_findings, progress_bar
from forensics.cli.shown import show, view_of
from forensics.cli.times import day_of, iso_of
from forensics.report.outcome import exit_code
from forensics.report.outputs import output_named, pieces


def analyze(
    inputs: Inputs,
    format: Format = "text",  # noqa: A002 - the option's name
    output: Output = None,
    html: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the report with its pictures here too: one HTML file.")
    ] = None,
    since: Annotated[str | None, typer.Option(metavar="TIME", help="Only what ended after this UTC time.")] = None,
    until: Annotated[str | None, typer.Option(metavar="TIME", help="Only what began before this UTC time.")] = None,
    node: Nodes = None,
    topic: Annotated[str | None, typer.Option(metavar="TOPIC", help="Only this topic.")] = None,
    group: Annotated[str | None, typer.Option(metavar="GROUP", help="Only this group.")] = None,
    client: Annotated[str | None, typer.Option(metavar="TEXT", help="Only clients whose id contains this.")] = None,
    all: All = False,  # noqa: A002 - the option's name
    quiet: Quiet = False,
    raw: Raw = False,
    fail_on: Annotated[FailOn | None, typer.Option(help="Exit with 1 at a finding of this severity or above.")] = None,
    max_inconclusive: Annotated[
        int | None, typer.Option(metavar="N", min=0, help="Exit with 3 at more undecidable rules than this.")
    ] = None,
    baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Findings in this file are known and do not count.")
    ] = None,
    write_baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write what is found here as the new baseline.")
    ] = None,
    suppressions: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Findings to live with, each with a reason and a last day (TOML).")
    ] = None,
    today: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day that last days are compared with; the case's end if not given.")
    ] = None,
    expect: Annotated[
        Path | None, typer.Option(metavar="FILE", help="What the trace must show and must not (TOML); exit with 1 if not so.")
    ] = None,
    tz: Zones = None,
    release: Releases = None,
    pattern: Patterns = None,
    rules: Rules = None,
    engine: EngineName = "local",
    memory: Memory = None,
) -> int:
    """Say what went wrong in the logs, with the lines that prove it, and what could not be decided."""
    with classes.known():
        from forensics.engines.named import engine_of
        from forensics.library import Gate, Selection, baseline_of, case_of, document_of, page_of
        from forensics.memory import held_to

    gc.freeze()  # what loading made stays until the end, and no search for cycles need walk it
    output_named(format)
    naming = [text for text in node or [] if "=" in text]
    nodes = tuple(sorted(set(node or []) - set(naming)))
    selection = Selection(iso_of("--since", since), iso_of("--until", until), nodes, topic, group, client)
    gate = Gate(baseline, suppressions, expect, day_of("--today", today))
    reading = reading_of(naming, tz, pattern, release)
    with (
        held_to(memory_of(memory)),
        engine_of(engine, sys.stderr.isatty() and not quiet) as runs,
        progress_bar(quiet, inputs) as progress,
        case_of(inputs, reading, progress, runs, first_findings(quiet)) as case,
    ):
        doc = document_of(case, rules, selection, gate, raw, runs)
        if html:
            show(page_of(case, doc, raw, runs), html)
    if write_baseline:
        show(baseline_of(doc), write_baseline)
    show(pieces(doc, format, view_of(all, quiet, output)), output)
    return exit_code(doc, fail_on, max_inconclusive)
