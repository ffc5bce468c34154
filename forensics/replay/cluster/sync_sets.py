"""Masters that left their own id out of the set of replicas in sync: ReplicasManager.changeSyncStateSet, 5.1.1 on.

The controller makes each new set of the master and those it names, and the master prints the set when it takes it up. Only the
broker with the greatest epoch may be elected from the set, so a master outside it could not follow itself.
"""

from forensics.model import roles
from forensics.replay.events import Events, Row, Rows, at_time, by, state_id, timed


def replay(events: Events) -> Rows:
    """Return the rows of `sync_sets_without_master`."""
    told = [row for row in timed(events.rows("role_changing", "role_changed")) if row.get("broker_id") is not None]
    ids = {node: own[-1] for node, own in by(told, "node").items() if len({row["broker_id"] for row in own}) == 1}
    sets = [row for row in timed(events.rows("sync_state_set_changed")) if row["kind"] == "broker" and row["node"] in ids]
    held = by(events.states["broker_roles"], "node")
    rows = [_row(row, ids[row["node"]], at_time(held.get(row["node"], []), row)) for row in sets]
    return {"sync_sets_without_master": [row for row in rows if row]}


def _row(row: Row, told: Row, role: Row | None) -> Row | None:
    """Return the row of a set without the broker that was master when it printed it; None where it was not, or is in it."""
    settled = role is not None and role["role"] == roles.MASTER and role["from_hi"] < row["ts_lo"]
    if role is None or not settled or not row["broker_ids"] or told["broker_id"] in row["broker_ids"]:
        return None
    return {
        "state_id": state_id("syncset", row["node"], row["record_id"]),
        "node": row["node"],
        "broker": role["broker"],
        "broker_id": told["broker_id"],
        "broker_ids": row["broker_ids"],
        "master_epoch": role["master_epoch"],
        "ts_lo": row["ts_lo"],
        "ts_hi": row["ts_hi"],
        "identity_record_id": told["record_id"],
        "role_record_ids": role["record_ids"],
        "record_id": row["record_id"],
    }
