"""Brokers dropped from a name server by the unregistration of another: RouteInfoManager.unRegisterBroker, 4.8.0 to 5.0.0.

It removes the entry of the brokerName under the brokerId of the request, whatever address stands there; 5.1.0 removes the entry
with the request's address. So an old master that unregisters late takes the new one's entry. The name goes with its last entry:
a line that a broker's name is removed, while the broker that registered last under it has not left, shows that it was its entry.
"""

from bisect import bisect_left
from itertools import accumulate

from forensics.model.spans import SECOND_US
from forensics.replay.events import Events, Row, Rows, at, by, state_id, timed
from forensics.replay.timeline import Timeline

_SAME_BATCH_US = SECOND_US
"""The lines of one unregistration stand in the same second."""


def replay(events: Events) -> Rows:
    """Return the rows of `brokers_dropped`."""
    gone = [row for row in timed(events.rows("broker_name_removed")) if row["kind"] == "namesrv"]
    removed = [
        row for row in timed(events.rows("broker_unregistered")) if row["task"] == "brokerAddrTable" and row["status"] == "OK"
    ]
    named = _Registrations(events)
    left = {node: Timeline(own) for node, own in by(removed, "node").items()}
    out = [state for row in gone if (state := _state(row, left.get(row["node"], Timeline(())), named))]
    return {"brokers_dropped": out}


def _state(row: Row, removed: Timeline, registrations: "_Registrations") -> Row | None:
    """Return the broker that lost its entry by *row*; None where the one that registered last is the one that left."""
    near = removed.within((row["ts_lo"] - _SAME_BATCH_US, row["ts_lo"] + _SAME_BATCH_US))
    leaving = max((r for r in near if r["seq"] < row["seq"] and _near(r, row)), key=lambda r: r["seq"], default=None)
    last = registrations.last(row) if leaving else None
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
        done = by(timed(events.rows("broker_register_ok")), "node", "nameserver")
        self._done = {key: _Last(own) for key, own in done.items()}
        self._listed = by(events.states["brokers_registered"], "node", "address")

    def last(self, row: Row) -> Row | None:
        """Return the broker of the name that surely registered last there, if the name server still lists it when it goes."""
        nameserver = self._addresses.get(row["node"])
        found = []
        for identity in self._named.get(row["broker"], []):
            done = self._done.get((identity["node"], nameserver))
            if done and (own := done.before(row["ts_lo"])):
                found.append({"node": identity["node"], "address": identity["address"], "identity": identity, "registered": own})
        found.sort(key=lambda one: one["registered"]["ts_lo"])
        sure = len(found) > 1 and at(found[-2]["registered"]).surely_before(at(found[-1]["registered"]))
        return found[-1] if sure and self._lists(row, found[-1]["address"]) else None

    def _lists(self, row: Row, address: str) -> bool:
        """Return whether the name server had the address in its table of the living when it removed the name."""
        own = self._listed.get((row["node"], address), [])
        return any(s["from_hi"] < row["ts_lo"] and (s["to_lo"] is None or s["to_lo"] > row["ts_hi"]) for s in own)


class _Last:
    """Rows in the order of their file, asked for the last one that surely stands before a time."""

    def __init__(self, rows: list[Row]) -> None:
        ordered = sorted(enumerate(rows), key=lambda numbered: numbered[1]["ts_hi"])
        self._rows, self._his = rows, [row["ts_hi"] for _, row in ordered]
        self._last = list(accumulate((number for number, _ in ordered), max))

    def before(self, us: int) -> Row | None:
        """Return the last row that was logged before *us* beyond doubt."""
        there = bisect_left(self._his, us)
        return self._rows[self._last[there - 1]] if there else None
