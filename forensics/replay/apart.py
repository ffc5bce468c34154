"""A replay on an engine's workers: POP's parts each by one of them, what comes before and after by one as well.

What one hands to the next lies on the storage that all of them share; through the engine go names and numbers alone.
"""

import pickle
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from forensics import memory
from forensics.case import Case
from forensics.disk import machine
from forensics.engines.engine import Engine, Task
from forensics.parts import Kept
from forensics.replay import PARTS, begun, pop, replay_parts, written
from forensics.replay.events import Events

_POP = PARTS.index(pop.replay)
_EVENTS, _GROUND = "events", "ground"


def replay_apart(case: Case, engine: Engine) -> Kept:
    """Replay the events of *case* by the workers of *engine*; return its state tables, for `Case.take`."""
    with TemporaryDirectory(prefix="replay-", dir=case.directory) as directory:
        place = _Place(Path(directory).absolute())
        ((parts, states),) = engine.each(partial(_begin, place=place), [Task(case.sent(), "the replay", case.places)])
        if parts:
            tasks = [Task(part, f"part {part + 1} of {parts} of the replay", (place.path(_GROUND),)) for part in range(parts)]
            list(engine.each(partial(_judge, place=place), tasks))
            (states,) = engine.each(partial(_end, place=place), [Task(parts, "the replay's end", (place.path(_EVENTS),))])
    return states


@dataclass(frozen=True)
class _Place:
    """A directory that all workers see, with what one of them hands to another."""

    directory: Path

    def path(self, name: str | int) -> Path:
        return self.directory / str(name)

    def put(self, name: str | int, what: Any) -> None:
        with machine(self.directory), self.path(name).open("wb") as file:
            pickle.dump(what, file, protocol=pickle.HIGHEST_PROTOCOL)

    def take(self, name: str | int) -> Any:
        with machine(self.directory), self.path(name).open("rb") as file:
            return pickle.load(file)  # noqa: S301 - our own bytes


def _begin(case: Case, place: _Place) -> tuple[int, Kept]:
    """Replay all that comes before POP, and put its lines where its parts are read; return how many parts there are.

    Where there is one part alone, nothing is left to others: the state tables are returned.
    """
    events = begun(case)
    replay_parts(events, PARTS[:_POP])
    ground = pop.ground(events, place.directory)
    if ground.parts <= 1:
        return 0, _ended(events, ground, (pop.judge(ground, part) for part in range(ground.parts)))
    place.put(_GROUND, ground)
    place.put(_EVENTS, events)
    return ground.parts, {}


def _judge(part: int, place: _Place) -> None:
    with memory.seldom_collecting():
        place.put(part, pop.judge(place.take(_GROUND), part))


def _end(parts: int, place: _Place) -> Kept:
    """Replay what comes after the parts of POP, which are done."""
    return _ended(place.take(_EVENTS), place.take(_GROUND), (place.take(part) for part in range(parts)))


def _ended(events: Events, ground: pop.Ground, judged: Iterator[pop.Judged]) -> Kept:
    replay_parts(events, (partial(pop.end, ground, judged=judged), *PARTS[_POP + 1 :]))
    return written(events)
