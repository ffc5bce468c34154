"""Drives model/roles.py: which broker was master, slave or acting master, and from when to when."""

from collections.abc import Sequence
from functools import reduce
from itertools import pairwise
from operator import itemgetter

import polars as pl

from forensics.model import roles
from forensics.model.spans import SECOND_US, Instant
from forensics.replay.events import Events, Row, Rows, at, by, deviation, state_id, timed
from forensics.replay.moves import Moves
from forensics.replay.timeline import NOTHING, Timeline, timelines

_KINDS = ("role_changing", "role_changed", "service_status_changed")
_POP_REVIVE = "PopReviveService"
"""Of the special services the one that every release from 5.0.0 on prints; they are switched together."""


def replay(events: Events) -> Rows:
    """Return the rows of `broker_roles` and the deviations of epochs."""
    names = {node["node"]: node["name"] for node in events.states["nodes"]}
    told = events.frame("broker_register_ok").select("node", "nameserver").unique().collect()
    registered = {node: set(own) for node, own in told.group_by("node").agg("nameserver").iter_rows()}
    changes = [row for row in timed(events.rows(*_KINDS)) if row["kind"] == "broker" and row.get("task") in {None, _POP_REVIVE}]
    rows, deviations = [], []
    for node, own in by(changes, "node").items():
        ordered = _in_order(own)
        broker = reduce(roles.step, (event for row in ordered if (event := _event(row))), roles.Broker())
        held = (*broker.before, *([broker.now] if broker.now else []))
        name = names.get(node) or next((row["broker"] for row in ordered if row.get("broker")), None)
        states = [_row(node, name, one) | {"turn": turn} for turn, one in enumerate(held, 1)]
        rows += states
        deviations += [_deviation(s, one) for s, one in zip(states, held, strict=True) if one.epoch_falls_back]
    at_once = _at_once(events, rows, registered)
    return {"broker_roles": rows, "deviations": [*deviations, *_two_masters(rows, registered), *at_once]}


def _in_order(rows: list[Row]) -> list[Row]:
    """Return the rows of a node as they were logged: one log has its lines in order, whatever its clock shows."""
    if len({row["series"] for row in rows}) == 1:
        return sorted(rows, key=itemgetter("seq"))
    return sorted(rows, key=itemgetter("ts_lo", "series", "seq"))


def _event(row: Row) -> roles.Taken | roles.Switched | None:
    if row["event"] == "service_status_changed":
        return roles.Switched(at(row), row["record_id"], row["enabled"], row["thread"] == "main")
    role = (row["role"] or "").lower()
    taken = next((known for known in (roles.MASTER, roles.SLAVE) if known in role), None)
    return roles.Taken(at(row), row["record_id"], taken, row.get("master_epoch")) if taken else None


def _row(node: str, broker: str | None, held: roles.Held) -> Row:
    return {
        "state_id": state_id("role", node, held.record_ids[0]),
        "node": node,
        "broker": broker,
        "role": held.role,
        "master_epoch": held.epoch,
        **held.span.columns(),
        "record_ids": list(held.record_ids),
    }


def _deviation(state: Row, held: roles.Held) -> Row:
    says = f"became master with epoch {held.epoch}, after it had printed epoch {held.epoch_before}"
    return deviation("master_epoch_falls_back", state, held.span.start, held.record_ids[0], says)


def _two_masters(rows: list[Row], registered: dict[str, set[str]]) -> list[Row]:
    """Return a deviation for every master whose epoch another node of its name and name server has as master too."""
    masters = [row for row in rows if row["role"] == roles.MASTER and row["master_epoch"] is not None and row["broker"]]
    found = []
    for own in by(masters, "broker", "master_epoch").values():
        for place, other in enumerate(own):
            if first := _of_its_set(other, own[:place], registered):
                says = f"is master of {other['broker']} with epoch {other['master_epoch']}, as {first['node']} is"
                found.append(_clash(other, first, says))
    return found


def _at_once(events: Events, rows: list[Row], registered: dict[str, set[str]]) -> list[Row]:
    """Return a deviation for every master that registered as one still while another node was master with the next epoch.

    That it was master until then, its own line says by which it gives way to that epoch: it prints one of each epoch. A process
    that stands still does not register. Within a second the lines of two nodes are of no order; and where it is only by clocks
    that seem right that it did, the deviation says so.
    """
    masters = by([row for row in rows if row["role"] == roles.MASTER and row["broker"]], "broker", "master_epoch")
    pairs = [
        (old, new)
        for own in by(rows, "node").values()
        for old, gave_way in pairwise(own)
        if (old["role"], gave_way["role"]) == (roles.MASTER, roles.SLAVE) and old["master_epoch"] != gave_way["master_epoch"]
        if (new := _of_its_set(old, masters.get((gave_way["broker"], gave_way["master_epoch"]), ()), registered))
    ]
    nodes = {old["node"] for old, _ in pairs}
    answers = timelines(timed(events.some("broker_register_ok", pl.col("node").is_in(nodes))), "node") if nodes else {}
    return [found for old, new in pairs if (found := _still(answers.get(old["node"], NOTHING), events.clock, old, new))]


def _of_its_set(one: Row, others: Sequence[Row], registered: dict[str, set[str]]) -> Row | None:
    """Return the first of *others*, of its brokerName, on another node that registers at a name server of its own.

    Those that do not are of another cluster.
    """
    own = registered.get(one["node"], set())
    return next((row for row in others if row["node"] != one["node"] and own & registered.get(row["node"], set())), None)


def _registered_between(answers: Timeline, clock: Moves, old: Row, new: Row) -> Row | None:
    """Return the first answer of a name server to *old* after *new* had begun and before the end of its own role."""
    doubt = clock.doubt(old["node"], new["node"])
    if doubt is None or old["to_lo"] is None:
        return None
    begin, end = new["from_hi"] + SECOND_US + doubt, old["to_lo"]
    fitting = (row for row in answers.within((begin, end)) if begin < row["ts_lo"] < end)
    return min(fitting, key=itemgetter("ts_lo", "record_id"), default=None)


def _still(answers: Timeline, clock: Moves, old: Row, new: Row) -> Row | None:
    """Return the deviation of a master that registers while another one is, by an answer that proves it where one does."""
    proven = _registered_between(answers, clock.proof, old, new)
    answer = proven or _registered_between(answers, clock, old, new)
    if answer is None:
        return None
    doubt = None if proven else clock.unproven(old["node"], new["node"])
    epochs = f"epoch {old['master_epoch']}, while {new['node']} is with {new['master_epoch']}"
    says = f"registers as master of {old['broker']} with {epochs}"
    return deviation("two_masters_at_once", old, at(answer), answer["record_id"], says, new) | {"doubt": doubt}


def _clash(state: Row, first: Row, says: str) -> Row:
    begun = Instant(state["from_lo"], state["from_hi"])
    return deviation("two_masters_of_one_epoch", state, begun, state["record_ids"][0], says, first)
