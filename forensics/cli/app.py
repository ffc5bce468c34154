"""The commands, gathered."""

from collections.abc import Callable
from inspect import cleandoc
from typing import Annotated, Any

import typer

from forensics.cli import analyze, demo, diff, explain, gate, ingest, manual, questions, replay, rules, statements, store, unread
from forensics.cli.shown import show
from forensics.cli.values import Command, Group
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
    context_settings={"max_content_width": _WIDEST},
)

_ALONE = """\
rmqf finds out what went wrong in an Apache RocketMQ cluster, from the logs that are left. Type

  rmqf analyze DIR            the answer: DIR holds logs of brokers, proxies, name servers, controllers, clients
  rmqf demo                   the answer for a real incident that comes with rmqf
  rmqf gate DIR               the same for CI: exits with 1 when something is found
  rmqf ingest DIR --case C    reads once; every command takes C instead of DIR
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


def _command(name: str, function: Callable[..., Any], **settings: Any) -> None:
    """Add a command whose whole sentence stands in the list of all of them."""
    app.command(name, cls=Command, short_help=cleandoc(function.__doc__ or ""), **settings)(function)


_command("analyze", analyze.analyze)
_command("gate", gate.gate)
_command("diff", diff.diff)
_command("ingest", ingest.ingest)
_command("replay", replay.replay)
_command("store", store.store)
_command("unread", unread.unread)
_command("statements", statements.statements)
_command("demo", demo.demo)
_command("explain", explain.explain)
_command("why-not", explain.why_not)
_command("timeline", questions.timeline)
_command("coverage", questions.coverage)
_command("state", questions.state)
_command("story", questions.story)
_command("handle", questions.handle, context_settings={"ignore_unknown_options": True})
_command("sql", questions.sql)
_command("tables", explain.tables)
app.add_typer(rules.app)
_command("man", manual.man)
