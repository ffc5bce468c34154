"""`rmqf store`: what is in a broker's store, on one screen, or the messages of one of its queues."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from forensics.cli.options import Raw
from forensics.cli.shown import show
from forensics.errors import BadUsage
from forensics.report.scrub import one_line, scrubbed

if TYPE_CHECKING:
    from forensics.storefiles.store import Store


def store(
    inputs: Annotated[list[str], typer.Argument(help="A store's directory, its archive, or an input that holds stores.")],
    topic: Annotated[
        str | None, typer.Option(metavar="TOPIC", help="List the messages of this topic, without their bodies.")
    ] = None,
    queue: Annotated[int, typer.Option(metavar="N", help="The queue to list.", min=0)] = 0,
    start: Annotated[int, typer.Option("--from", metavar="N", help="The queue offset to begin at.", min=0)] = 0,
    count: Annotated[int, typer.Option(metavar="N", help="How many messages to list.", min=1)] = 50,
    raw: Raw = False,
) -> None:
    """Show what is in a broker's store: topics, queues, times, groups, and what revive has not judged yet."""
    from forensics.directories import is_case
    from forensics.engines.stores import opened_stores
    from forensics.report import store_text
    from forensics.storefiles.summary import summary

    for name in inputs:
        if is_case(Path(name)):
            raise BadUsage(
                name, "is a case: it holds what was read of stores, and none itself", "name the store's directory or archive"
            )
    with opened_stores(inputs) as stores:
        for root, found in stores:
            if topic is None:
                show(scrubbed(store_text.render(root, summary(found), shutil.get_terminal_size((160, 40)).columns)))
            else:
                _list(root, found, (topic, queue), range(start, start + count), raw)


def _list(root: str, found: "Store", named: tuple[str, int], wanted: range, raw: bool) -> None:
    from forensics.report.masking import Masker
    from forensics.storefiles.summary import listing, summary

    topic, queue = named
    if named not in found.queues:
        raise BadUsage(f"{topic} queue {queue}", f"is not in the store {root}", "rmqf store without --topic shows what is")
    masker = Masker(repr(summary(found)))
    for line in listing(found, topic, queue, wanted.start, len(wanted)):
        show(f"{one_line(line if raw else masker.text(line))}\n")
