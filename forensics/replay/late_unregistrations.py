"""Brokers dropped from a name server by the unregistration of another: RouteInfoManager.unRegisterBroker, 4.8.0 to 5.0.0.

It removes the entry of the brokerName under the brokerId of the request, whatever address stands there; 5.1.0 removes the entry
with the request's address. So an old master that unregisters late takes the new one's entry. The name goes with its last entry:
a line that a broker's name is removed, while the broker that registered last under it has not left, shows that it was its entry.
"""

from forensics.model.spans import SECOND_US
from forensics.replay.events import Events, Row, Rows, at, by, state_id, timed

_SAME_BATCH_US = SECOND_US
"""The lines of one unregistration stand in the same second."""


def replay(events: Events) -> Rows:
    """Return the rows of `brokers_dropped`."""
    gone = [row for row in timed(events.rows("broker_name_removed")) if row["kind"] == "namesrv"]
    removed = [
        row for row in timed(events.rows("broker_unregistered")) if row["task"] == "brokerAddrTable" and row["status"] == "OK"
    ]
    out = [state for row in gone if (state := _state(events, row, removed))]
    return {"brokers_dropped": out}


def _state(events: Events, row: Row, removed: list[Row]) -> Row | None:
    """Return the broker that lost its entry by *row*; None where the one that registered last is the one that left."""
    lines = [r for r in removed if r["node"] == row["node"] and r["seq"] < row["seq"] and _near(r, row)]
    leaving = max(lines, key=lambda r: r["seq"], default=None)
    last = _last_registered(events, row)
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


def _last_registered(events: Events, row: Row) -> Row | None:
    """Return the broker of the name that surely registered last there, if the name server still lists it when the name goes."""
    nameserver = next((n["address"] for n in events.states["nodes"] if n["node"] == row["node"]), None)
    named = [r for r in timed(events.rows("process_started")) if r["kind"] == "broker" and r["broker"] == row["broker"]]
    done = by(timed(events.rows("broker_register_ok")), "node")
    found = []
    for identity in named:
        own = [r for r in done.get(identity["node"], []) if r["nameserver"] == nameserver and at(r).surely_before(at(row))]
        if own:
            found.append({"node": identity["node"], "address": identity["address"], "identity": identity, "registered": own[-1]})
    found.sort(key=lambda one: one["registered"]["ts_lo"])
    sure = len(found) > 1 and at(found[-2]["registered"]).surely_before(at(found[-1]["registered"]))
    return found[-1] if sure and _listed(events, row, found[-1]["address"]) else None


def _listed(events: Events, row: Row, address: str) -> bool:
    """Return whether the name server had the address in its table of the living when it removed the name."""
    own = [s for s in events.states["brokers_registered"] if s["node"] == row["node"] and s["address"] == address]
    return any(s["from_hi"] < row["ts_lo"] and (s["to_lo"] is None or s["to_lo"] > row["ts_hi"]) for s in own)
