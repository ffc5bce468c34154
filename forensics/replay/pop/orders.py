"""Drives the model of the orderly pop over the acks that had no effect, with what held the queue then as the lines print it."""

from collections.abc import Iterator

from forensics.model.pop_orderly import DONE, OrderInfo, ack, committed
from forensics.replay.events import Events, Row, by, state_id, timed


def orders(events: Events, owners: dict[str, str]) -> Iterator[Row]:
    """Yield the acks and changes of visibility of orderly pops that had no effect, by node, topic, group and both pops.

    The broker answers them with success. Where the batch that holds the queue has the message too, it was given out again.
    """
    stale = [r for r in timed(events.rows("orderly_ack_stale")) if r.get("held_offsets") and r.get("pop_time")]
    for (node, key, pop_time, held_pop_time), rows in by(stale, "node", "lock_key", "pop_time", "held_pop_time").items():
        firsts = {r["offset"]: r for r in reversed(rows) if ack(_held(r), r["offset"], pop_time)[1] != DONE}
        if not firsts:
            continue
        shown = sorted(firsts.values(), key=lambda r: r["seq"])
        held, refused = _held(shown[-1]), sorted(firsts)
        topic, _, group = key.rpartition("@")
        yield {
            "state_id": state_id("order", node, key, pop_time, held_pop_time),
            "node": node,
            "anomaly": "orderly_ack_ignored",
            "broker": owners.get(node),
            "topic": topic,
            "group": group,
            "start_offset": committed(held),
            "pop_time": pop_time,
            "offsets": refused,
            "old_value": pop_time,
            "new_value": held_pop_time,
            "count": len(refused),
            "reason": "popped_again" if set(refused) & set(held.offsets) else "moved_on",
            "cause": "late_ack",
            "proven": True,
            "ts_lo": shown[0]["ts_lo"],
            "ts_hi": shown[-1]["ts_hi"],
            "record_ids": [r["record_id"] for r in shown],
        }


def _held(row: Row) -> OrderInfo:
    """Return the batch that holds the queue, as the line prints it."""
    offsets = tuple(row["held_offsets"])
    acked = frozenset(o for bit, o in enumerate(offsets) if (row["acked_bits"] or 0) >> bit & 1)
    return OrderInfo(row["held_pop_time"], offsets, acked)
