"""What the model says of the suspects, as rows: `checkpoints`, `acks`, `redeliveries`, `deviations`."""

from dataclasses import dataclass, replace
from typing import Any

from forensics.model import pop_buffer
from forensics.model.pop_causes import (
    LATE_ACK,
    NACK,
    OFFSET_RESET,
    SCATTERED_ACK,
    SLAVE_POPPED,
    UNEXPLAINED,
    Around,
    cause_of,
    scattered,
    unacked,
)
from forensics.model.pop_checkpoint import POPPED_AGAIN, AckFound, AckStored, AckTaken, Checkpoint, Deviation, Returned
from forensics.model.pop_time import IN_TIME, UNDECIDED
from forensics.replay.events import Row, Rows, deviation, state_id
from forensics.replay.pop.around import Surroundings
from forensics.replay.pop.batches import POPPED_BY_STORE, Batch
from forensics.replay.pop.lines import CK

Key = tuple[Any, ...]


@dataclass(frozen=True)
class Whose:
    """Messages, by checkpoint and offset, whose ack a change of the invisible time made, or may have made.

    Those `given_back` were acked by nobody (changes.py): no delivery again of them is one of an acked message. Of the `untold` no
    line tells whether they were (lost_changes.py).
    """

    given_back: frozenset[tuple[str, int]] = frozenset()
    untold: frozenset[tuple[str, int]] = frozenset()


def rows(made: list[Batch], around: Surroundings, owners: dict[str, str], whose: Whose | None = None) -> Rows:
    """Return the rows of `checkpoints`, `acks`, `redeliveries` and `deviations`; *whose* tells what a change acked."""
    whose = whose or Whose()
    acked = _acked(made, whose.given_back)
    tables: Rows = {"checkpoints": [], "acks": [], "redeliveries": [], "deviations": []}
    for batch in made:
        ck = batch.state
        tables["checkpoints"].append(_checkpoint_row(batch, ck, around, owners))
        tables["acks"] += [_ack_row(batch, ck, offset) for offset in _ack_offsets(ck)]
        for returned in ck.returns:
            nobodys = (batch.id, returned.offset) in whose.given_back
            tables["redeliveries"].append(_return_row(batch, ck, returned, around, owners, acked, nobodys=nobodys))
        tables["deviations"] += [_deviation_row(batch, d) for d in batch.deviations]
    tables["redeliveries"] = [_doubted(row, whose) for row in _without_forks(tables["redeliveries"])]
    return tables


def _doubted(row: Row, whose: Whose) -> Row:
    """Return a delivery again with the doubt whether its consumer acked it or a change did."""
    untold = (row["ck_state_id"], row["offset"]) in whose.untold
    return row | {"ambiguous": True, "candidates": [*row["candidates"], NACK]} if untold else row


def _ack_offsets(ck: Checkpoint) -> list[int]:
    events: list[AckTaken | AckStored | AckFound] = [*ck.taken, *ck.written, *ck.found]
    return sorted({a.offset for a in events})


def _acked(made: list[Batch], given_back: frozenset[tuple[str, int]]) -> dict[Key, list[int]]:
    """Return by message the pop times of the handles under which it was acked in time."""
    handles: dict[Key, list[int]] = {}
    for batch in made:
        ck = batch.state
        for offset in _ack_offsets(ck):
            if ck.in_time(offset) == IN_TIME and ck.pop_time is not None and (batch.id, offset) not in given_back:
                handles.setdefault(_message(ck, offset), []).append(ck.pop_time)
    return handles


def _message(ck: Checkpoint, offset: int) -> Key:
    return ck.broker, ck.topic, ck.group, ck.queue_id, offset


def _names(batch: Batch) -> Row:
    return {n: batch.key[n] for n in (*CK, "pop_time")}


def _checkpoint_row(batch: Batch, ck: Checkpoint, around: Surroundings, owners: dict[str, str]) -> Row:
    popped, left = batch.popped, batch.first("ck_stored")
    judged = next((r for r in batch.lines if r["event"] == "ck_found"), batch.first("message_retried"))
    buffered = batch.first("ck_buffered") is not None
    anyone = popped or judged or batch.lines[0]
    return {
        "state_id": batch.id,
        "node": anyone["node"],
        **_names(batch),
        "origin": _origin(batch, around),
        "acks_until": ck.acks_until,
        "offsets": list(ck.offsets),
        "buffered": buffered,
        "popped_record_id": popped["record_id"] if popped else None,
        "popped_lo": popped["ts_lo"] if popped else None,
        "left_record_id": left["record_id"] if left else None,
        "left_lo": left["ts_lo"] if left else None,
        "left_because": _why_left(batch, left) if buffered and left else None,
        "judged_node": judged["node"] if judged else None,
        "judged_broker": owners.get(judged["node"]) if judged else None,
        "judged_queue": judged["revive_queue_id"] if judged else None,
        "judged_offset": _judged_offset(judged),
        "judged_record_id": judged["record_id"] if judged else None,
        "judged_lo": judged["ts_lo"] if judged else None,
        "acked": [o for o in _ack_offsets(ck) if ck.in_time(o) == IN_TIME],
        "returned": sorted({r.offset for r in ck.returns}),
        "record_ids": sorted({r["record_id"] for r in (popped, left, judged) if r}),
    }


def _judged_offset(judged: Row | None) -> int | None:
    if judged is None:
        return None
    offset: int | None = judged["revive_offset"] if judged["event"] == "ck_found" else judged["ck_revive_offset"]
    return offset


def _why_left(batch: Batch, left: Row) -> str | None:
    """Return why the checkpoint left the buffer: of a line's second, for another broker's put tells no time, the end counts."""
    now = left["store_ms"] or left["ts_hi"] // 1_000
    pop_time = batch.key["pop_time"]
    return None if pop_time is None else pop_buffer.why_left(now, pop_time, batch.key["revive_time"])


def _origin(batch: Batch, around: Surroundings) -> str:
    if any(r["re_put_times"] is not None for r in batch.lines):
        return "rewrite"
    if around.changed(batch.key):
        return "change_invisible"
    return "pop" if batch.popped or batch.first("ck_stored", "ck_left_buffer") else "unknown"


def _ack_row(batch: Batch, ck: Checkpoint, offset: int) -> Row:
    taken = sorted((a for a in ck.taken if a.offset == offset), key=lambda a: (a.at, a.record_id))
    written = next((a for a in ck.written if a.offset == offset), None)
    behind = ck.behind.get(offset)
    found = min((a for a in ck.found if a.offset == offset), key=lambda a: (a.at, a.record_id), default=None)
    return {
        "ck_state_id": batch.id,
        **_names(batch),
        "offset": offset,
        "in_time": ck.in_time(offset),
        "how": taken[0].how if taken else None,
        "taken_lo": taken[0].at.lo if taken else None,
        "taken_hi": taken[0].at.hi if taken else None,
        "taken_record_ids": [a.record_id for a in taken],
        "written_broker": written.broker if written else None,
        "written_lo": written.at.lo if written else None,
        "written_record_id": written.record_id if written else None,
        "found_node": found.place.node if found else None,
        "found_broker": found.broker if found else None,
        "found_queue": found.place.queue if found else None,
        "found_offset": found.place.offset if found else None,
        "found_lo": found.at.lo if found else None,
        "found_record_id": found.record_id if found else None,
        "came_lo": behind.at.lo if behind else None,
        "behind_record_id": behind.record_id if behind else None,
        "timer_record_id": behind.timer_record_id if behind else None,
    }


def _return_row(
    batch: Batch,
    ck: Checkpoint,
    returned: Returned,
    around: Surroundings,
    owners: dict[str, str],
    acked: dict[Key, list[int]],
    *,
    nobodys: bool,
) -> Row:
    """Return the row of a delivery again; *nobodys* is whether a change made the ack of its message, and no consumer."""
    popped = batch.popped
    facts, around_ids, told = _between(batch, ck, returned, around)
    cause = cause_of(ck, returned, facts)
    if nobodys and cause.name == LATE_ACK:
        cause = unacked(facts)
    if (cause.name == OFFSET_RESET and not facts.reset) or cause.mechanism == SLAVE_POPPED:
        around_ids = sorted({*around_ids, *told})
    line = next((r for r in batch.lines if r["record_id"] == returned.record_id), {})
    behind = ck.behind.get(returned.offset)
    if behind and cause.name == LATE_ACK:
        around_ids = sorted({*around_ids, behind.record_id, *([behind.timer_record_id] if behind.timer_record_id else [])})
    queues, copies = scattered(ck, returned) if cause.mechanism == SCATTERED_ACK else (None, None)
    others = [t for t in acked.get(_message(ck, returned.offset), []) if t != ck.pop_time]
    return {
        "state_id": state_id("redelivery", batch.id, returned.offset, returned.record_id),
        "node": returned.node,
        "ck_state_id": batch.id,
        **_names(batch),
        "offset": returned.offset,
        "way": returned.way,
        "in_time": None if nobodys else ck.in_time(returned.offset),
        "cause": cause.name,
        "mechanism": cause.mechanism,
        "candidates": list(cause.candidates),
        "acked_by_other": others[0] if others else None,
        "popped_node": popped["node"] if popped else None,
        "judged_broker": owners.get(returned.node),
        "ck_queue": returned.place.queue if returned.place and queues else None,
        "ack_queues": queues,
        "copy_record_ids": copies,
        "retry_topic": None,
        "retry_offset": line.get("stored_queue_offset"),
        "ts_lo": returned.at.lo,
        "ts_hi": returned.at.hi,
        "record_id": returned.record_id,
        "around_record_ids": around_ids,
    }


def _between(batch: Batch, ck: Checkpoint, returned: Returned, around: Surroundings) -> tuple[Around, list[int], list[int]]:
    """Return what lies between the pop of *batch* and *returned*, with its records.

    With them that of a slave that popped the message again, or else of an offset set back.
    """
    popped = batch.popped
    between = popped["ts_lo"] if popped else (ck.pop_time or ck.revive_time) * 1_000, returned.at.hi
    facts, record_ids = around.of(batch.key, popped["node"] if popped else None, returned.node, between)
    if returned.way != POPPED_AGAIN:
        return facts, record_ids, []
    switched = popped is not None and (popped["event"] == POPPED_BY_STORE) != returned.by_store
    at = returned.at.lo, returned.at.hi
    here = popped if popped and popped["node"] == returned.node else None
    forgot = around.forgot(returned.node, here["ts_lo"], at) if here else around.forgetting(returned.node, at)
    line = around.set_back(batch.key, returned.node, returned.offset, between)
    told = [row["record_id"] for row in (forgot, line) if row][:1]
    return replace(facts, switched=switched, slave=bool(forgot), set_back=bool(line)), record_ids, told


def _deviation_row(batch: Batch, made: Deviation) -> Row:
    line = next((r for r in batch.lines if r["record_id"] == made.record_id), None)
    state = {"state_id": batch.id, "node": line["node"] if line else None}
    return deviation(made.name, state, made.at, made.record_id, made.says)


def _without_forks(rows_: list[Row]) -> list[Row]:
    """Return one row for each delivery again: of several pops that fit it, all must say the same to prove anything.

    What a store has of a retry can be of several checkpoints, which have the message at offsets of their own: the one due last is
    told of. One line tells of several messages where they were popped again.
    """
    kept = []
    forks: dict[tuple[int, int | None, str], list[Row]] = {}
    for row in rows_:
        forks.setdefault((row["record_id"], row["offset"] if row["way"] == POPPED_AGAIN else None, row["way"]), []).append(row)
    for same in forks.values():
        told = {(r["in_time"], r["cause"]) for r in same}
        agreed = len(told) == 1
        doubt = {"in_time": UNDECIDED, "cause": UNEXPLAINED, "candidates": sorted({c for _, c in told})}
        last = max(same, key=lambda r: r["revive_time"])
        kept.append((last if agreed else last | doubt) | {"ambiguous": len(same) > 1})
    return kept
