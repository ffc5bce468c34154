"""Brokers dropped from a name server by the unregistration of another: RouteInfoManager.unRegisterBroker, 4.8.0 to 5.0.0.

It removes the entry of the brokerName under the brokerId of the request, whatever address stands there; 5.1.0 removes the entry
with the request's address. So an old master that unregisters late takes the new one's entry. The name goes with its last entry:
a line that a broker's name is removed, while the broker that registered last under it has not left, shows that it was its entry.
"""

from bisect import bisect_left
from functools import cached_property
from itertools import combinations
from operator import itemgetter

from forensics.model.spans import SECOND_US
from forensics.replay.events import Events, Row, Rows, by, state_id, timed
from forensics.replay.moves import Moves
from forensics.replay.timeline import NOTHING, Timeline, timelines

_SAME_BATCH_US = SECOND_US
"""The lines of one unregistration stand in the same second."""
_SEVERAL = 2
_NEVER = 1 << 62
"""More than any two clocks are apart."""


def replay(events: Events) -> Rows:
    """Return the rows of `brokers_dropped`."""
    gone = [row for row in timed(events.rows("broker_name_removed")) if row["kind"] == "namesrv"]
    removed = [
        row for row in timed(events.rows("broker_unregistered")) if row["task"] == "brokerAddrTable" and row["status"] == "OK"
    ]
    named = _Registrations(events)
    left = timelines(removed, "node")
    found = ((row, left.get(row["node"], NOTHING)) for row in gone)
    seeming = ((row, removed, _state(row, removed, named, events.clock)) for row, removed in found)
    return {"brokers_dropped": [state | _doubt(row, removed, named, events.clock) for row, removed, state in seeming if state]}


def _doubt(row: Row, removed: Timeline, registrations: "_Registrations", clock: Moves) -> Row:
    """Return why that a broker lost its entry is no proof, where the clocks' bounds leave the order open."""
    if _state(row, removed, registrations, clock.proof):
        return {"doubt": None}
    return {"doubt": clock.unproven(*registrations.loosest(row, clock))}


def _state(row: Row, removed: Timeline, registrations: "_Registrations", clock: Moves) -> Row | None:
    """Return the broker that lost its entry by *row*; None where the one that registered last is the one that left."""
    near = removed.within((row["ts_lo"] - _SAME_BATCH_US, row["ts_lo"] + _SAME_BATCH_US))
    leaving = max((r for r in near if r["seq"] < row["seq"] and _near(r, row)), key=lambda r: r["seq"], default=None)
    last = registrations.last(row, clock) if leaving else None
    if leaving is None or last is None or last["address"] == leaving["address"]:
        return None
    return {
        "state_id": state_id("dropped", row["node"], row["record_id"]),
        "node": row["node"],
        "broker": row["broker"],
        "broker_node": last["node"],
        "address": last["address"],
        "left_address": leaving["address"],
        "registered_lo": last["registered"]["ts_lo"],
        "registered_record_id": last["registered"]["record_id"],
        "identity_record_id": last["identity"]["record_id"],
        "ts_lo": row["ts_lo"],
        "ts_hi": row["ts_hi"],
        "record_ids": [leaving["record_id"], row["record_id"]],
    }


def _near(one: Row, other: Row) -> bool:
    return bool(abs(one["ts_lo"] - other["ts_lo"]) <= _SAME_BATCH_US)


class _Registrations:
    """Who registered where and when, as brokers tell it, and whom each name server had in its table."""

    def __init__(self, events: Events) -> None:
        self._addresses = {node["node"]: node["address"] for node in events.states["nodes"]}
        self._named = by([r for r in timed(events.rows("process_started")) if r["kind"] == "broker"], "broker")
        self._events = events
        self._listed = by(events.states["brokers_registered"], "node", "address")

    @cached_property
    def _done(self) -> dict[tuple[str, str | None], list[Row]]:
        """Return by broker and name server when a registration was completed, in order of time."""
        return by(sorted(self._events.registered(), key=itemgetter("ts_hi")), "node", "nameserver")

    @cached_property
    def _timelines(self) -> dict[tuple[str, str | None], Timeline]:
        return {key: Timeline(own) for key, own in self._done.items()}

    def loosest(self, row: Row, clock: Moves) -> tuple[str, str]:
        """Return the two nodes that a removal is compared between whose clocks are known worst."""
        nodes = sorted({row["node"], *(identity["node"] for identity in self._named.get(row["broker"], []))})
        return max(combinations(nodes, 2), key=lambda pair: _NEVER if (apart := clock.apart(*pair)) is None else apart)

    def last(self, row: Row, clock: Moves) -> Row | None:
        """Return the broker of the name that surely registered last there, if the name server still lists it when it goes."""
        nameserver = self._addresses.get(row["node"])
        named = {identity["node"]: identity for identity in self._named.get(row["broker"], [])}
        several = named if len(named) >= _SEVERAL else ()
        before = [own for node in several if (own := self._before(row, (node, nameserver), clock))]
        if len(before) < _SEVERAL:
            return None
        last = max(before, key=lambda registered: registered["ts_lo"])
        sure = not any(self._may_lie_between(last, row, (node, nameserver), clock) for node in named if node != last["node"])
        identity = named[last["node"]]
        found = {"node": identity["node"], "address": identity["address"], "identity": identity, "registered": last}
        return found if sure and self._lists(row, identity["address"]) else None

    def _before(self, row: Row, of: tuple[str, str | None], clock: Moves) -> Row | None:
        """Return the last registration of a broker at a name server that was completed before *row* beyond doubt."""
        node, _ = of
        begins, _ = clock.widened((row["ts_lo"], row["ts_hi"]), row["node"], node)
        own = self._done.get(of, [])
        there = bisect_left(own, begins, key=itemgetter("ts_hi"))
        return own[there - 1] if there else None

    def _may_lie_between(self, last: Row, row: Row, of: tuple[str, str | None], clock: Moves) -> bool:
        """Return whether a registration of a broker at a name server may have come after *last* and before *row*."""
        node, _ = of
        begins, _ = clock.widened((last["ts_lo"], last["ts_hi"]), last["node"], node)
        _, ends = clock.widened((row["ts_lo"], row["ts_hi"]), row["node"], node)
        return of in self._timelines and bool(self._timelines[of].within((begins, ends)))

    def _lists(self, row: Row, address: str) -> bool:
        """Return whether the name server had the address in its table of the living when it removed the name."""
        own = self._listed.get((row["node"], address), [])
        return any(s["from_hi"] < row["ts_lo"] and (s["to_lo"] is None or s["to_lo"] > row["ts_hi"]) for s in own)
