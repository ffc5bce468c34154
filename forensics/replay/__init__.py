"""Events in the order the record allows, driven through the model: states, deviations and coverage come out."""

from collections.abc import Callable

from forensics import memory
from forensics.case import Case
from forensics.replay import (
    async_sends,
    broker_identities,
    clients,
    clocks,
    controllers,
    coverage,
    expiries,
    happenings,
    late_unregistrations,
    lives,
    nameserver_callers,
    nameserver_strays,
    nameserver_waits,
    nameserver_waste,
    nameservers,
    nodes,
    pop,
    proxies,
    registrations,
    roles,
    routes,
    sendbacks,
    sync_sets,
    unregistrations,
)
from forensics.replay.events import Events, Rows
from forensics.tables import STATES

PARTS: tuple[Callable[[Events], Rows], ...] = (
    clocks.replay,
    nodes.replay,
    coverage.replay,
    clients.replay,
    nameserver_callers.replay,
    lives.replay,
    routes.replay,
    nameservers.replay,
    sendbacks.replay,
    async_sends.replay,
    unregistrations.replay,
    nameserver_waits.replay,
    nameserver_waste.replay,
    nameserver_strays.replay,
    expiries.replay,
    registrations.replay,
    late_unregistrations.replay,
    roles.replay,
    controllers.replay,
    broker_identities.replay,
    sync_sets.replay,
    proxies.replay,
    pop.replay,
    happenings.replay,
)
"""The parts of the replay, each from events to rows of its state tables; a later part may read what an earlier one wrote."""


def replay_case(case: Case) -> None:
    """Replay the events of *case* and write its state tables anew."""
    events = Events(case)
    for name in STATES:
        case.drop(f"states/{name}")
    with memory.seldom_collecting():
        for part in PARTS:
            for name, rows in part(events).items():
                events.states.setdefault(name, []).extend(rows)
            events.release()
        for name, table in STATES.items():
            if made := events.states.get(name):
                case.write(f"states/{name}", 0, table.frame(made))
