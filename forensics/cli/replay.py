"""`rmqf replay`: the events of a case through the model again, without reading logs."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from forensics.cli.options import EngineName, Memory, memory_of
from forensics.cli.shown import show
from forensics.report.scrub import scrubbed


def replay(
    case: Annotated[Path, typer.Argument(help="A case that rmqf ingest made.")],
    engine: EngineName = "local",
    memory: Memory = None,
) -> None:
    """Replay the events of a case again, without reading logs: what another rmqf than this one had made of them."""
    from forensics.engines.named import engine_of
    from forensics.library import open_case, replay_case
    from forensics.memory import held_to

    with held_to(memory_of(memory)), engine_of(engine, sys.stderr.isatty()) as runs:
        opened = open_case(case)
        replay_case(opened, runs)
    made = [name.removeprefix("states/") for name in opened.names() if name.startswith("states/")]
    show(scrubbed(f"{case}: {len(made)} state tables: {', '.join(made)}\n"))
