"""`rmqf analyze`: logs or a case in, findings with their proof out."""

import gc
import sys

from forensics import classes
from forensics.cli import options
from forensics.cli.progress import first_findings, progress_bar
from forensics.cli.shown import show, view_of
from forensics.cli.times import day_of, iso_of
from forensics.report.outcome import exit_code, reason
from forensics.report.outputs import output_named, pieces
from forensics.report.scrub import one_line
from forensics.report.writing import place_of


def analyze(
    inputs: options.Inputs,
    format: options.Format = "text",  # noqa: A002 - the option's name
    output: options.Output = None,
    html: options.Html = None,
    since: options.Since = None,
    until: options.Until = None,
    node: options.Nodes = None,
    topic: options.Topic = None,
    group: options.Group = None,
    client: options.Client = None,
    all: options.All = False,  # noqa: A002 - the option's name
    quiet: options.Quiet = False,
    raw: options.Raw = False,
    fail_on: options.Threshold = None,
    max_inconclusive: options.MaxInconclusive = None,
    baseline: options.Baseline = None,
    write_baseline: options.WriteBaseline = None,
    suppressions: options.Suppressions = None,
    today: options.Today = None,
    expect: options.Expect = None,
    tz: options.Zones = None,
    release: options.Releases = None,
    pattern: options.Patterns = None,
    rules: options.Rules = None,
    engine: options.EngineName = "local",
    memory: options.Memory = None,
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
    gate.check(rules)
    for target in filter(None, (output, html, write_baseline)):
        place_of(target)
    reading = options.reading_of(naming, tz, pattern, release)
    with (
        held_to(options.memory_of(memory)),
        engine_of(engine, sys.stderr.isatty() and not quiet) as runs,
        progress_bar(quiet, inputs) as progress,
        case_of(inputs, reading, progress, runs, first_findings(quiet)) as case,
    ):
        doc = document_of(case, rules, selection, gate, raw, runs)
        if html:
            show(page_of(case, doc, raw, runs), html)
    if write_baseline:
        show(baseline_of(doc), write_baseline)
    show(pieces(doc, format, view_of(all, quiet, output, fail_on)), output)
    code = exit_code(doc, fail_on, max_inconclusive)
    if code:
        print(f"rmqf: exit code {int(code)}: {one_line(reason(doc, fail_on, max_inconclusive))}", file=sys.stderr)  # noqa: T201 - the screen
    return code
