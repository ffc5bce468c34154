"""Methods of dataclasses as code that set-up kept.

Python writes the methods of each dataclass as text and compiles them at every start: of all that is loaded to read logs, polars
among it, that takes a tenth of a small case. What is kept is found by that very text, so that no class gets another's methods;
`python -m forensics.classes MODULE...` keeps those of all classes that the modules load.
"""

import dataclasses
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from importlib import import_module
from types import CodeType
from typing import Any

from forensics import prepared

_RUN = "exec"
"""What dataclasses runs their text with."""
_PLACE = prepared.place_of(__file__, "methods", sys.version.partition(" ")[0])


@contextmanager
def known() -> Iterator[None]:
    """Take the methods of dataclasses that the block loads from what `store` kept; what was not kept Python compiles."""
    kept = prepared.load(_PLACE)

    def run(text: str, *names: Any) -> None:
        exec(kept.get(text, text) if kept else text, *names)  # noqa: S102 - as dataclasses do

    with _ran_by(run) if kept else nullcontext():
        yield


def store(modules: list[str]) -> None:
    """Keep the methods of all dataclasses that *modules* load, in a process that has loaded none of them before."""
    made: dict[str, CodeType] = {}

    def run(text: str, *names: Any) -> None:
        made[text] = compile(text, "<string>", "exec")
        exec(made[text], *names)  # noqa: S102 - as dataclasses do

    with _ran_by(run):
        for module in modules:
            import_module(module)
    prepared.store(_PLACE, made)


@contextmanager
def _ran_by(run: Callable[..., None]) -> Iterator[None]:
    vars(dataclasses)[_RUN] = run
    try:
        yield
    finally:
        del vars(dataclasses)[_RUN]


if __name__ == "__main__":
    store(sys.argv[1:])
