"""The commands, gathered."""

import typer

from forensics.cli import analyze, diff, gate, ingest

app = typer.Typer(
    name="rmqf",
    help="Find out, from the logs that are left, what went wrong in an Apache RocketMQ cluster.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
)
app.command("analyze")(analyze.analyze)
app.command("gate")(gate.gate)
app.command("diff")(diff.diff)
app.command("ingest")(ingest.ingest)
