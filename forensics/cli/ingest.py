"""`rmqf ingest`: logs in, a case on disk out."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from forensics.cli.options import EngineName, Logs, Memory, Naming, Patterns, Releases, Zones, memory_of, reading_of
from forensics.cli.progress import progress_bar
from forensics.cli.shown import show
from forensics.errors import ExitCode


def ingest(
    inputs: Logs,
    case: Annotated[
        Path, typer.Option("--case", metavar="DIR", help="Directory of the case: new, empty, or a case to write again.")
    ],
    replace: Annotated[bool, typer.Option("--replace", help="Write over a case of other inputs, too: it is lost.")] = False,
    node: Naming = None,
    tz: Zones = None,
    release: Releases = None,
    pattern: Patterns = None,
    engine: EngineName = "local",
    memory: Memory = None,
) -> int:
    """Read logs into a case: Parquet tables that every other command takes instead of the logs."""
    from forensics.engines.named import engine_of
    from forensics.library import bytes_of, ingest_logs
    from forensics.memory import held_to
    from forensics.report.lines import bytes_told
    from forensics.report.outcome import unreadable_inputs
    from forensics.report.scrub import scrubbed
    from forensics.tables import FILES

    reading = reading_of(node, tz, pattern, release)
    with held_to(memory_of(memory)), engine_of(engine, sys.stderr.isatty()) as runs, progress_bar(inputs=inputs) as progress:
        made = ingest_logs(inputs, case, reading, progress, engine=runs, replace_other=replace)
    files = made.read(FILES)
    records, unread = int(files["records"].sum()), int(files["unread_records"].sum())
    size = bytes_of(files)
    show(scrubbed(f"{case}: {files.height} files, {records} records = {records - unread} understood + {unread} unread\n"))
    show(f"{size['read']} bytes = {bytes_told(size)}\n")
    damaged = unreadable_inputs(made.facts["inputs"], files.to_dicts())
    return ExitCode.UNREADABLE if damaged else ExitCode.DONE
