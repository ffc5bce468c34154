"""Pictures of findings about POP: a checkpoint over its nodes, a ladder of rewrites, a message given up."""

from collections import defaultdict
from typing import Any

from forensics.report.charts import Lane, Mark, Track, few, lane, point, track
from forensics.report.states import Row, States
from forensics.report.tracks import lives, roles, words

_SUBJECT = ("broker", "topic", "group", "queue_id", "start_offset", "pop_time")
_MS = 1_000
_WRAPS = 256
"""5.0.0 keeps a checkpoint's queue id in one byte: a finding names the queue that it stands for."""
_ALL_ACKS = 60
"""Acks beyond this are one mark per second: a batch has at most 32, a chain of renewals many more."""


class _Drawn:
    """Marks by node and track, in the order in which tracks were first used."""

    def __init__(self) -> None:
        self._marks: dict[str, dict[str, list[Mark]]] = defaultdict(lambda: defaultdict(list))

    def add(self, node: str | None, label: str, at: int | None, look: str, text: str, records: list[int | None]) -> None:
        """Add an instant, where its time is known."""
        if at is not None:
            self.put(node, label, point(at, look, text, records))

    def put(self, node: str | None, label: str, mark: Mark) -> None:
        """Add a mark to the track *label* of *node*."""
        self._marks[node or "node not named"][label].append(mark)

    def lanes(self, states: States, end: int) -> list[Lane]:
        """Return a lane per node, its life and role above what was added."""
        kinds = {row["node"]: row["kind"] for row in states["nodes"]}
        out = []
        for node, tracks in sorted(self._marks.items()):
            around: list[Track] = [track("life", lives(states, node, end)), track("role", roles(states, node, end))]
            own = [track(label, marks) for label, marks in tracks.items()]
            out.append(lane(node, kinds.get(node, ""), [*around, *own]))
        return out


def checkpoint(finding: Row, states: States, end: int) -> list[Lane]:
    """Return the life of the finding's checkpoint: popped, acked, left the buffer, judged, its messages delivered again."""
    drawn = _Drawn()
    own = states.like("checkpoints", finding["subject"], _SUBJECT)
    for ck in own:
        _life(drawn, ck)
        _acks(drawn, states.of("acks", ck_state_id=ck["state_id"]), ck["node"])
    for row in states.like("redeliveries", finding["subject"], _SUBJECT):
        text = f"offset {row['offset']} is delivered again ({words(row['way'])}): {row['mechanism'] or row['cause']}"
        drawn.add(row["node"], "delivered again", row["ts_lo"], "again-fault", text, [row["record_id"]])
    return drawn.lanes(states, end)


def _life(drawn: _Drawn, ck: Row) -> None:
    node, due = ck["node"], ck["revive_time"]
    start = ck["pop_time"] * _MS if ck["pop_time"] is not None else ck["popped_lo"]
    if start is not None and due is not None:
        text = f"hidden until its revive time: {len(ck['offsets'] or [])} messages"
        drawn.put(node, "checkpoint", Mark(start, due * _MS, "hidden", text, few(ck["record_ids"])))
    drawn.add(node, "checkpoint", start, "popped", f"popped: offsets {_numbers(ck['offsets'])}", [ck["popped_record_id"]])
    left = f"left the buffer ({words(ck['left_because'])})"
    drawn.add(node, "checkpoint", ck["left_lo"], "left", left, [ck["left_record_id"]])
    judged = f"judged: revive read it from queue {ck['judged_queue']} at {ck['judged_offset']}"
    drawn.add(ck["judged_node"] or node, "judged", ck["judged_lo"], "judged", judged, [ck["judged_record_id"]])


def _acks(drawn: _Drawn, rows: list[Row], node: str | None) -> None:
    shown: list[tuple[str | None, str, Any, str, str, list[int | None]]] = []
    for row in rows:
        in_time = words(row["in_time"] or "undecided")
        name = f" naming broker {row['written_broker']}" if row["written_broker"] else ""
        found = f"copy of the ack of offset {row['offset']} read by revive" + (
            f", broker {row['found_broker']}" if row["found_broker"] else ", without a broker's name"
        )
        shown += [
            (
                node,
                "acked",
                row["taken_lo"],
                "acked",
                f"ack of offset {row['offset']} taken, {in_time}",
                row["taken_record_ids"] or [],
            ),
            (
                node,
                "ack written",
                row["written_lo"],
                "ok",
                f"ack of offset {row['offset']} written{name}",
                [row["written_record_id"]],
            ),
            (row["found_node"], "ack found", row["found_lo"], "ok", found, [row["found_record_id"]]),
        ]
    for where, label, at, look, text, records in shown[: 3 * _ALL_ACKS]:
        drawn.add(where, label, at, look, text, records)


def _numbers(offsets: list[int] | None) -> str:
    return (
        ", ".join(map(str, offsets[:8])) + (f" and {len(offsets) - 8} more" if len(offsets) > 8 else "")
        if offsets
        else "not named"
    )


def ladder(finding: Row, states: States, end: int) -> list[Lane]:
    """Return the attempts at the finding's message as rungs: each read that gave nothing one step up."""
    lanes = []
    for chain in states.like("rewrite_chains", finding["subject"], ("broker", "message_broker", "topic", "queue_id", "offset")):
        attempts = sorted(states.of("rewrite_attempts", chain_state_id=chain["state_id"]), key=lambda row: int(row["number"]))
        marks = [_rung(row) for row in attempts]
        ended = (
            point(chain["to_lo"], "ok", f"ended: {words(chain['ended_by'])}", [chain["ended_record_id"]])
            if chain["to_lo"]
            else None
        )
        tracks = [
            track("life", lives(states, chain["node"], end)),
            track("role", roles(states, chain["node"], end)),
            track("attempts", marks, rungs=max((row["number"] for row in attempts), default=1)),
            track("end", [ended] if ended else []),
        ]
        lanes.append(lane(chain["node"], "broker", tracks))
    return lanes


def _rung(row: Row) -> Mark:
    pause = f", {row['pause_us'] / 1e6:.0f} s after the one before" if row["pause_us"] is not None else ""
    put = "rewritten" if row["rewritten"] else "not rewritten"
    text = f"attempt {row['number']}{pause}: {row['reason']}; {put}" + (f"; {row['owner']}" if row["owner"] else "")
    look = "rung" if row["rewritten"] else "rung-last"
    return Mark(row["ts_lo"], None, look, text, few(row["record_ids"]), rung=row["number"], latest=row["ts_hi"])


def lost(finding: Row, states: States, end: int) -> list[Lane]:
    """Return the pop, the failed read and the judgement of a message that was given up, and its return where it came back."""
    drawn = _Drawn()
    queue_id = finding["subject"].get("queue_id")
    for row in states.like("lost_messages", finding["subject"], ("broker", "topic", "offset")):
        if row["queue_id"] not in {queue_id, queue_id and queue_id - _WRAPS}:
            continue
        if row["pop_time"] is not None:
            drawn.add(row["node"], "checkpoint", row["pop_time"] * _MS, "popped", "popped", [row["popped_record_id"]])
        text = f"the read failed: {row['reason'] or words(row['why'])}"
        drawn.add(row["node"], "checkpoint", row["ts_lo"], "failed", text, row["failure_record_ids"] or row["judged_record_ids"])
        drawn.add(row["back_node"], "came back", row["back_lo"], "again", "it was delivered after all", [row["back_record_id"]])
    return drawn.lanes(states, end)
