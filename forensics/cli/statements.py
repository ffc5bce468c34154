"""`rmqf statements`: which lines of RocketMQ rmqf understands, and which of them no real log has shown it yet."""

from typing import Annotated

import typer

from forensics.cli.shown import show


def statements(
    text: Annotated[str, typer.Argument(help="Only those whose template, class or name contains this.")] = "",
    unproven: Annotated[
        bool, typer.Option("--unproven", help="Only those written from RocketMQ's source, with no real line.")
    ] = False,
) -> None:
    """List the log statements that are understood: name, template, class and releases, and whether a real line proves them."""
    from forensics.report.statement_list import render
    from forensics.statements import statements as every

    show(render(every(), text, unproven))
