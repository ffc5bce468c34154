"""The engines by the names that users give them."""

from collections.abc import Iterator
from contextlib import contextmanager

from forensics.engines.engine import HERE, Engine

LOCAL = "local"


@contextmanager
def engine_of(name: str, progress: bool = False) -> Iterator[Engine]:
    """Give the engine called *name*: `local`, or the Spark cluster of that master, which shows *progress* as Spark does."""
    if name == LOCAL:
        yield HERE
        return
    from forensics.engines.spark import spark

    with spark(name, progress) as workers:
        yield workers
