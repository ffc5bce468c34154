"""`rmqf store`: what is in a broker's store, on one screen, or the messages of one of its queues."""

import shutil
from typing import Annotated

import typer

from forensics.engines.stores import opened_stores
from forensics.errors import BadUsage, ExitCode
from forensics.report import store_text
from forensics.storefiles.store import Store
from forensics.storefiles.summary import listing, summary


def store(
    inputs: Annotated[list[str], typer.Argument(help="A store's directory, its archive, or an input that holds stores.")],
    topic: Annotated[str | None, typer.Option(help="List the messages of this topic, without their bodies.")] = None,
    queue: Annotated[int, typer.Option(help="The queue to list.", min=0)] = 0,
    start: Annotated[int, typer.Option("--from", help="The queue offset to begin at.", min=0)] = 0,
    count: Annotated[int, typer.Option(help="How many messages to list.", min=1)] = 50,
) -> int:
    """Show what is in a broker's store: topics, queues, times, groups, and what revive has not judged yet."""
    with opened_stores(inputs) as stores:
        for root, found in stores:
            if topic is None:
                typer.echo(store_text.render(root, summary(found), shutil.get_terminal_size((160, 40)).columns), nl=False)
            else:
                _list(root, found, (topic, queue), start, count)
    return ExitCode.DONE


def _list(root: str, found: Store, named: tuple[str, int], start: int, count: int) -> None:
    topic, queue = named
    if named not in found.queues:
        raise BadUsage(f"{topic} queue {queue}", f"is not in the store {root}", "rmqf store without --topic shows what is")
    for line in listing(found, topic, queue, start, count):
        typer.echo(line)
