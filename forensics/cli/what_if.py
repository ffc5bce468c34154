"""`rmqf what-if`: what another release would have changed."""

from typing import Annotated

import typer

from forensics.cli.options import Output, Raw, Rules
from forensics.cli.progress import progress_bar
from forensics.cli.shown import show, width


def what_if(
    case: Annotated[str, typer.Argument(metavar="CASE", help="A case, or logs.")],
    release: Annotated[
        str | None, typer.Option(metavar="RELEASE", help="The release, as 5.3.3; without it, all are counted.")
    ] = None,
    format: Annotated[str, typer.Option("--format", "-f", metavar="NAME", help="text, json or csv.")] = "text",  # noqa: A002
    output: Output = None,
    raw: Raw = False,
    rules: Rules = None,
) -> None:
    """Say what another release would have changed: which findings it ends, which it keeps, which faults it brings."""
    from forensics import library
    from forensics.findings.rules import load_rules, rules_directory
    from forensics.questions.what_if import each_release
    from forensics.questions.what_if import what_if as outcomes_of
    from forensics.report import answers
    from forensics.report import what_if as sentences

    known = load_rules(rules or rules_directory())[0]
    with progress_bar() as progress, library.case_of([case], None, progress) as opened:
        doc = library.check_case(opened, rules, raw=raw)
    rows = outcomes_of(doc, known, release) if release else each_release(doc, known)
    in_words = release and format == "text"
    show(sentences.render(rows, str(release), width()) if in_words else answers.plain(rows, format), output)
