"""Events in the order the record allows, driven through the model: states, deviations and coverage come out.

What the rules of a family read is made by the package of its name; what all of them need, by the modules beside these.
"""

from collections.abc import Callable, Iterable

from forensics import memory
from forensics.case import Case
from forensics.parts import Kept
from forensics.replay import clients, clocks, coverage, happenings, lives, nodes, pop, strangers
from forensics.replay.cluster import controllers, identities, roles, sync_sets
from forensics.replay.events import Events, Rows
from forensics.replay.nameserver import callers, choices, expiries, late_unregistrations, registrations, strays, waits, waste
from forensics.replay.proxy import unregistrations, windows
from forensics.replay.routing import async_sends, routes, sendbacks
from forensics.tables import STATES

Part = Callable[[Events], Rows]
PARTS: tuple[Part, ...] = (
    clocks.replay,
    nodes.replay,
    controllers.modes,
    coverage.replay,
    clients.replay,
    strangers.replay,
    callers.replay,
    lives.replay,
    routes.replay,
    choices.replay,
    sendbacks.replay,
    async_sends.replay,
    unregistrations.replay,
    waits.replay,
    waste.replay,
    strays.replay,
    expiries.replay,
    registrations.replay,
    late_unregistrations.replay,
    roles.replay,
    controllers.replay,
    identities.replay,
    sync_sets.replay,
    windows.replay,
    pop.replay,
    happenings.replay,
)
"""The parts of the replay, each from events to rows of its state tables; a later part may read what an earlier one wrote."""


def replayed(case: Case) -> Kept:
    """Replay the events of *case* and write its state tables anew; return these, for `Case.take`."""
    events = begun(case)
    replay_parts(events, PARTS)
    return written(events)


def begun(case: Case) -> Events:
    """Return the events of *case*, which loses its state tables."""
    for name in STATES:
        case.drop(f"states/{name}")
    return Events(case)


def replay_parts(events: Events, parts: Iterable[Part]) -> None:
    """Replay some of PARTS, in their order."""
    with memory.seldom_collecting():
        for part in parts:
            for name, rows in part(events).items():
                events.states.setdefault(name, []).extend(rows)
            events.release()
            memory.relieve()


def written(events: Events) -> Kept:
    """Write the state tables that all parts have made to the case; return them, with what was written meanwhile."""
    for name, table in STATES.items():
        if made := events.states.get(name):
            events.case.write(f"states/{name}", 0, table.frame(made))
    return events.case.held(*(f"states/{name}" for name in STATES))
