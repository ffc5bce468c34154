"""`rmqf unread`: the records that no statement understands, so that a missing statement is a minute's work."""

from typing import Annotated

import typer

from forensics.cli.options import Inputs, Patterns, Raw, Zones, reading_of
from forensics.cli.progress import progress_bar
from forensics.cli.shown import show


def unread(
    inputs: Inputs,
    tz: Zones = None,
    pattern: Patterns = None,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="How many shapes to show.")] = 100,
    raw: Raw = False,
) -> None:
    """List what nothing understands by its shape, records and lines that belong to none: how many, one whole, and where."""
    from forensics.library import case_of, unread_shapes
    from forensics.report.unread import render

    with progress_bar() as progress, case_of(inputs, reading_of(None, tz, pattern), progress) as case:
        show(render(unread_shapes(case, raw), limit))
