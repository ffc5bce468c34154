"""Living brokers that a name server expired: RouteInfoManager.scanNotActiveBroker.

A broker is expired when the name server has had no registration of it for the time its line names. A registration that the
broker saw completed in that time contradicts it. One at either end of that time does not: the order of the lines, and the two
clocks, as far apart as they may be, leave that much open. Where only clocks that seem right put it there, that is told.
"""

from forensics.model.spans import SECOND_US
from forensics.replay.events import Events, Row, Rows, state_id, timed
from forensics.replay.moves import Moves
from forensics.replay.timeline import NOTHING, timelines

_SLACK_US = 15 * SECOND_US


def replay(events: Events) -> Rows:
    """Return the rows of `expired_alive`."""
    expired = [row for row in timed(events.rows("broker_expired")) if row["kind"] == "namesrv"]
    brokers = {node["address"]: node for node in events.states["nodes"] if node["kind"] == "broker" and node["address"]}
    nameservers = {node["node"]: node["address"] for node in events.states["nodes"] if node["kind"] == "namesrv"}
    done = timelines(events.registered() if expired else (), "node", "nameserver")
    rows = []
    for row in expired:
        broker = brokers.get(row["address"])
        at_it = done.get((broker["node"], nameservers.get(row["node"])), NOTHING) if broker else NOTHING
        silent = at_it.within((row["ts_lo"] - row["silent_ms"] * 1_000, row["ts_lo"]))
        meanwhile = [r for r in silent if _within(r, row, events.clock)]
        if broker and meanwhile:
            proven = any(_within(r, row, events.clock.proof) for r in meanwhile)
            doubt = None if proven else events.clock.unproven(broker["node"], row["node"])
            rows.append(_row(row, broker, meanwhile) | {"doubt": doubt})
    return {"expired_alive": rows}


def _within(registered: Row, expired: Row, clock: Moves) -> bool:
    """Return whether a registration was completed well inside the time in which there had been none."""
    begins = expired["ts_lo"] - expired["silent_ms"] * 1000
    earliest, latest = clock.widened((registered["ts_lo"], registered["ts_hi"]), registered["node"], expired["node"])
    return bool(begins + _SLACK_US <= earliest and latest <= expired["ts_lo"] - _SLACK_US)


def _row(row: Row, broker: Row, meanwhile: list[Row]) -> Row:
    return {
        "state_id": state_id("alive", row["node"], row["record_id"]),
        "node": row["node"],
        "broker": broker["name"],
        "broker_node": broker["node"],
        "address": row["address"],
        "silent_ms": row["silent_ms"],
        "registrations": len(meanwhile),
        "registered_lo": meanwhile[-1]["ts_lo"],
        "registered_record_ids": [r["record_id"] for r in meanwhile],
        "ts_lo": row["ts_lo"],
        "ts_hi": row["ts_hi"],
        "record_id": row["record_id"],
    }
