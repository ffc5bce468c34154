"""`rmqf timeline`, `coverage`, `state`, `story`, `handle`, `sql`: questions of an investigation."""

from typing import Annotated

import typer

from forensics.cli.options import Output, Raw, in_order
from forensics.cli.progress import progress_bar
from forensics.cli.shown import show, width
from forensics.cli.times import micros_of

_Case = Annotated[str, typer.Argument(metavar="CASE", help="A case, or logs.")]
_Format = Annotated[str, typer.Option("--format", "-f", metavar="NAME", help="text, json or csv.")]
_Lines = Annotated[bool, typer.Option("--lines", help="Quote the lines.")]


def timeline(case: _Case, format: _Format = "text", lines: _Lines = False, output: Output = None, raw: Raw = False) -> None:  # noqa: A002
    """Say what happened, with or without findings: deaths, roles, restarts, gaps, routes, topics."""
    from forensics import library
    from forensics.report import answers

    with progress_bar() as progress, library.case_of([case], None, progress) as opened:
        rows = library.timeline(opened, raw)
    nothing = "No line of the case tells of a start, an end, a role, a route or a gap.\n"
    show(answers.render(rows, format, width(), lines) if rows or format != "text" else nothing, output)


def coverage(case: _Case, format: _Format = "text", output: Output = None, raw: Raw = False) -> None:  # noqa: A002
    """Say what each log covers: from when to when, which levels, what can be missing of it and why, which options hide lines."""
    from forensics import library
    from forensics.report import coverage_text

    with progress_bar() as progress, library.case_of([case], None, progress) as opened:
        show(coverage_text.render(library.coverage(opened, raw), format, width()), output)


def state(
    case: _Case,
    at: Annotated[str, typer.Option(metavar="TIME", help="The instant, UTC unless it says otherwise.")],
    format: _Format = "text",  # noqa: A002 - the option's name
    lines: _Lines = False,
    output: Output = None,
    raw: Raw = False,
) -> None:
    """Say how things stood at an instant: who lived, which roles, routes and choices held, which messages were out."""
    from forensics import library
    from forensics.report import answers
    from forensics.report.times import iso

    when = micros_of("--at", at)
    with progress_bar() as progress, library.case_of([case], None, progress) as opened:
        rows, span = library.state_at(opened, when, raw), library.span_of(opened)
    nothing = (
        f"No line of the case tells how things stood then: it goes from {' to '.join(iso(end) or 'no time' for end in span)}.\n"
    )
    show(answers.render(rows, format, width(), lines) if rows or format != "text" else nothing, output)


def story(
    case: _Case,
    message: Annotated[str, typer.Argument(help="TOPIC/QUEUE/OFFSET, a message id, a key, or a receipt handle in quotes.")],
    format: _Format = "text",  # noqa: A002 - the option's name
    lines: _Lines = False,
    output: Output = None,
    raw: Raw = False,
) -> None:
    """Tell the life of a message over all nodes, each step with its line."""
    from forensics import library
    from forensics.report import answers

    in_order(case, message, "story CASE MESSAGE")
    with progress_bar() as progress, library.case_of([case], None, progress) as opened:
        rows = library.story(opened, message, raw)
    show(answers.render(rows, format, width(), lines) if rows or format != "text" else "No line of the case names it.\n", output)


def handle(
    text: Annotated[list[str], typer.Argument(metavar="STRING", help="A receipt handle, as a client or proxy prints it.")],
) -> None:
    """Say in plain words what a receipt handle holds."""
    from forensics.questions.handle import handle_of
    from forensics.report import handle_words

    show(handle_words.render(handle_of(" ".join(text))))


def sql(
    case: _Case,
    query: Annotated[str, typer.Argument(help="One SELECT; `rmqf tables` lists the tables.")],
    format: _Format = "text",  # noqa: A002 - the option's name
    output: Output = None,
    raw: Raw = False,
) -> None:
    """Ask the tables of a case: read only, without files, network or settings."""
    from forensics import library
    from forensics.report import answers

    in_order(case, query, "sql CASE QUERY")
    with progress_bar() as progress, library.case_of([case], None, progress) as opened:
        show(answers.plain(library.sql(opened, query, raw), format), output)
