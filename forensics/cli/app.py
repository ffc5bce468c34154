"""The commands, gathered."""

from typing import Annotated

import typer

from forensics.cli import analyze, demo, diff, explain, gate, ingest, manual, questions, replay, rules, statements, store, unread
from forensics.cli.shown import show
from forensics.version import VERSION

app = typer.Typer(
    name="rmqf",
    help="Find out, from the logs that are left, what went wrong in an Apache RocketMQ cluster.",
    add_completion=True,
    pretty_exceptions_enable=False,
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


app.command("analyze")(analyze.analyze)
app.command("gate")(gate.gate)
app.command("diff")(diff.diff)
app.command("ingest")(ingest.ingest)
app.command("replay")(replay.replay)
app.command("store")(store.store)
app.command("unread")(unread.unread)
app.command("statements")(statements.statements)
app.command("demo")(demo.demo)
app.command("explain")(explain.explain)
app.command("why-not")(explain.why_not)
app.command("timeline")(questions.timeline)
app.command("coverage")(questions.coverage)
app.command("state")(questions.state)
app.command("story")(questions.story)
app.command("handle", context_settings={"ignore_unknown_options": True})(questions.handle)
app.command("sql")(questions.sql)
app.command("tables")(explain.tables)
app.add_typer(rules.app)
app.command("man")(manual.man)
