"""The commands, gathered."""

from typing import Annotated

import typer

from forensics.cli import (
    analyze,
    demo,
    diff,
    explain,
    gate,
    ingest,
    manual,
    questions,
    replay,
    rules,
    statements,
    store,
    unread,
    what_if,
)
from forensics.cli.commands import Group, add_command
from forensics.cli.shown import show
from forensics.version import VERSION

_WIDEST = 120
"""Columns that a help fills at most, on a screen that has them."""

app = typer.Typer(
    name="rmqf",
    cls=Group,
    help="Find out, from the logs that are left, what went wrong in an Apache RocketMQ cluster.",
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # rich alone takes longer to load than all else that shows a help
    context_settings={"max_content_width": _WIDEST, "help_option_names": ["-h", "--help"]},
)

_ALONE = """\
rmqf finds out what went wrong in an Apache RocketMQ cluster, from the logs that are left. Type

  rmqf analyze DIR            the answer: DIR holds logs of brokers, proxies, name servers, controllers, clients
  rmqf demo                   the answer for a real incident that comes with rmqf
  rmqf gate DIR               the same for CI: exits with 1 at a finding of severity error
  rmqf ingest DIR --case C    reads once; every command but store takes C instead of DIR
  rmqf --help                 all commands
"""


@app.callback(invoke_without_command=True)
def alone(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Show the version and exit.")] = False,
) -> None:
    """Find out, from the logs that are left, what went wrong in an Apache RocketMQ cluster."""
    if version or context.invoked_subcommand is None:
        show(f"rmqf {VERSION}\n" if version else _ALONE)
        raise typer.Exit


add_command(app, "analyze", analyze.analyze)
add_command(app, "gate", gate.gate)
add_command(app, "diff", diff.diff)
add_command(app, "ingest", ingest.ingest)
add_command(app, "replay", replay.replay)
add_command(app, "store", store.store)
add_command(app, "unread", unread.unread)
add_command(app, "statements", statements.statements)
add_command(app, "demo", demo.demo)
add_command(app, "explain", explain.explain)
add_command(app, "why-not", explain.why_not)
add_command(app, "what-if", what_if.what_if)
add_command(app, "timeline", questions.timeline)
add_command(app, "coverage", questions.coverage)
add_command(app, "state", questions.state)
add_command(app, "story", questions.story)
add_command(app, "handle", questions.handle, context_settings={"ignore_unknown_options": True})
add_command(app, "sql", questions.sql)
add_command(app, "tables", explain.tables)
app.add_typer(rules.app)
add_command(app, "man", manual.man)
