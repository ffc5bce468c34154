"""Drives the model of the rewritten checkpoint: one chain for each message that revive could not read."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

import polars as pl

from forensics.model.coverage import STORE
from forensics.model.pop_rewrites import (
    BROKER_STOPPED,
    DROPPED,
    LOG_ENDS,
    NOT_SEEN_AGAIN,
    READ,
    Attempt,
    Chain,
    Ended,
    backs_off,
    due_again_us,
    in_turn,
    step,
)
from forensics.model.spans import SECOND_US, Instant
from forensics.replay.coverage import coverage_of
from forensics.replay.events import Events, Row, Rows, at, by, deviation, state_id, timed
from forensics.replay.pop.around import Surroundings
from forensics.replay.pop.failed_reads import FailedRead, by_message
from forensics.replay.timeline import Stretches
from forensics.tables import STATES

_MINUTE_US = 60 * SECOND_US
_EARLY_US = 5 * SECOND_US
"""What a retry may be sooner than a checkpoint is due again by the line of its last read, which may have been late itself."""
_FEW = 20_000
"""Attempts that are held at once."""
_TOLD_IN = ("pop.log", "broker.log", STORE)
"""The sources of which each can tell of a further attempt: where any of them ends, none later is to be seen."""


class _Case:
    """What the chains of one case are read against: retries, drops, lives, deletions."""

    def __init__(self, events: Events, owners: dict[str, str], around: Surroundings, reads: Sequence[FailedRead]) -> None:
        self.owners, self.around = owners, around
        asked = pl.col("offset").is_in(sorted({read.offset for read in reads}))
        retried = timed(events.some("message_retried", asked & (pl.col("put_status") == "PUT_OK")))
        retried += [r | {"msg_queue_id": r["queue_id"]} for r in timed(events.rows("kv_revived"))]
        self.retried = by(retried, "node", "topic", "msg_queue_id", "offset")
        self.dropped = by(timed(events.rows("ck_dropped", "kv_dropped")), "node", "topic", "queue_id", "offset")
        lives, roles = by(events.states["lives"], "node"), by(events.states.get("broker_roles", []), "node")
        self.stops = {node: [row for row in own if row["state"] == "stopped"] for node, own in lives.items()}
        self.lives = {node: Stretches(own) for node, own in lives.items()}
        self.roles = {node: Stretches(own) for node, own in roles.items()}
        self.ends = {node: _ends(own) for node, own in lives.items()}
        self.coverage = coverage_of(events)


def replay(events: Events, owners: dict[str, str], around: Surroundings, reads: Sequence[FailedRead]) -> Rows:
    """Return the rows of `rewrite_chains`: every message that was read in vain, and whether and how it was tried again."""
    case = _Case(events, owners, around, reads)
    chains = by_message([read for read in reads if read.rewritten is not None])
    parts = [own for all_ in chains.values() for part in _parts(all_) for own in _by_checkpoint(part, case)]
    rows, deviations = [], []
    for own in parts:
        chain, forbidden = _run(own, case)
        rows.append(_row(own, chain, case))
        deviations += [_deviation(rows[-1], said, read) for said, read in forbidden]
    attempts = (one for row, own in zip(rows, parts, strict=True) for one in _attempts(row["state_id"], own, case))
    return {"rewrite_chains": rows, "rewrite_attempts": _kept(events, attempts), "deviations": deviations}


def _kept(events: Events, attempts: Iterator[Row]) -> list[Row]:
    """Return the *attempts*, where they are few; very many are written, which no later part reads."""
    own = list(islice(attempts, _FEW))
    if len(own) < _FEW:
        return own
    while own:
        events.put("rewrite_attempts", STATES["rewrite_attempts"].frame(own))
        own = list(islice(attempts, _FEW))
    return []


def _parts(reads: list[FailedRead]) -> list[list[FailedRead]]:
    """Return the reads of one message cut after each that gave it up: what follows is of another checkpoint."""
    parts: list[list[FailedRead]] = [[]]
    for read in reads:
        parts[-1].append(read)
        if not read.rewritten:
            parts.append([])
    return [part for part in parts if part]


def _by_checkpoint(reads: list[FailedRead], case: _Case) -> list[list[FailedRead]]:
    """Return the reads of one message by checkpoint: several of one message back off in turn, each by itself.

    A retry that counts as many rewrites as there are reads is of one checkpoint, and all of them are.
    """
    back = case.retried.get(_message(reads[-1]), [])
    if any(r.get("re_put_times") == len(reads) and r["ts_hi"] >= reads[-1].at.lo for r in back):
        return [reads]
    apart = in_turn(read.at.lo for read in reads)
    return [[reads[number] for number in own] for own in apart] or [reads]


def _message(read: FailedRead) -> tuple[str, str, int | None, int]:
    return read.node, read.topic, read.queue_id, read.offset


def _run(reads: list[FailedRead], case: _Case) -> tuple[Chain, list[tuple[str, FailedRead]]]:
    chain, forbidden = Chain(), []
    for read in reads:
        chain, said = step(chain, Attempt(read.at, read.record_id, read.reason, bool(read.rewritten)))
        if said:
            forbidden.append((said, read))
    if chain.ended is None:
        chain, _ = step(chain, _end(reads[-1], chain, case))
    return chain, [] if _backs_off(reads, chain, case) else forbidden[:1]


def _end(last: FailedRead, chain: Chain, case: _Case) -> Ended:
    """Return how a chain that was not dropped ends, as far as the record tells."""
    key, backing_off = _message(last), backs_off(chain.pauses)
    due = due_again_us(chain) if backing_off or chain.attempts == 1 else last.at.hi + _rhythm(chain)
    for rows, how in ((case.retried.get(key, []), READ), (case.dropped.get(key, []), DROPPED)):
        after = [r for r in rows if r["ts_hi"] >= last.at.lo]
        # What comes before the checkpoint is due again may be of another checkpoint of the message.
        in_time = [r for r in after if backing_off and due is not None and r["ts_hi"] >= due - _EARLY_US]
        if after:
            ended = (in_time or after)[0]
            return Ended(at(ended), ended["record_id"], how)
    end = max(case.coverage.reaches(last.node, _TOLD_IN) or last.at.hi, last.at.hi)
    if due is not None and end > due + 10 * SECOND_US:
        return Ended(Instant(end, end), None, NOT_SEEN_AGAIN)
    orderly = next((r for r in case.stops.get(last.node, []) if r["from_lo"] >= last.at.lo), None)
    if orderly:
        return Ended(Instant(orderly["from_lo"], orderly["from_lo"]), orderly["record_ids"][0], BROKER_STOPPED)
    return Ended(Instant(end, end), None, LOG_ENDS)


def _backs_off(reads: Sequence[FailedRead], chain: Chain, case: _Case) -> bool:
    """Return whether the checkpoint is put off further each time.

    One that was long due when it came is put again at once until it is not due any more: that it counts its rewrites tells that
    it is put off by them (PopReviveService.rePutCK, from 5.3.1 on).
    """
    last, ended = reads[-1], chain.ended.record_id if chain.ended else None
    back = case.retried.get(_message(last), [])
    counted = any(r["record_id"] == ended and r.get("re_put_times") == chain.rewrites for r in back)
    return counted or backs_off(chain.pauses)


def _rhythm(chain: Chain) -> int:
    return chain.pauses.longest * 3 + 10 * SECOND_US


def _row(reads: list[FailedRead], chain: Chain, case: _Case) -> Row:
    first, named = reads[0], next((r for r in reads if r.group), reads[0])
    gone = case.around.deleted(
        first.node, case.owners.get(first.node), first.topic, named.group, (_popped_us(named), first.at.hi)
    )
    ended = chain.ended
    return {
        "state_id": state_id("chain", first.node, first.topic, first.queue_id, first.offset, first.record_id),
        "node": first.node,
        "broker": case.owners.get(first.node),
        "message_broker": first.message_broker,
        "topic": first.topic,
        "group": named.group,
        "queue_id": first.queue_id,
        "offset": first.offset,
        "pop_time": named.pop_time,
        "revive_queue_id": first.revive_queue_id,
        "local": first.local,
        "rewrites": chain.rewrites,
        "backs_off": _backs_off(reads, chain, case),
        "recreated": bool(gone),
        "recreated_record_id": gone[0]["record_id"] if gone else None,
        "recreated_lo": gone[0]["ts_lo"] if gone else None,
        "ended_by": ended.how if ended else None,
        "ended_record_id": ended.record_id if ended else None,
        "ended_lo": ended.at.lo if ended and ended.record_id is not None else None,
        "from_lo": first.at.lo,
        "from_hi": first.at.hi,
        "to_lo": reads[-1].at.lo,
        "to_hi": reads[-1].at.hi,
        "record_ids": sorted({i for r in reads for i in (r.record_id, *r.more)}),
    }  # fmt: skip


def _popped_us(read: FailedRead) -> int:
    """Return when the message was popped, at the latest: its first failed read if no line tells; minutes before at most."""
    return read.pop_time * 1_000 if read.pop_time else read.at.lo - 60 * _MINUTE_US


def _attempts(chain_id: str, reads: list[FailedRead], case: _Case) -> Iterator[Row]:
    pauses = (None, *(later.at.lo - earlier.at.lo for earlier, later in pairwise(reads)))
    return (
        {
            "chain_state_id": chain_id,
            "number": number,
            "ts_lo": read.at.lo,
            "ts_hi": read.at.hi,
            "pause_us": pause,
            "reason": read.reason,
            "owner": _owner_then(read, case),
            "rewritten": bool(read.rewritten),
            "record_ids": [read.record_id, *read.more],
        }
        for number, (read, pause) in enumerate(zip(reads, pauses, strict=True), 1)
    )


def _owner_then(read: FailedRead, case: _Case) -> str | None:
    """Return what the nodes of the message's broker were and did then, as far as the case has their logs.

    A process that has started has no role until it says so: what the one before it was, it need not be.
    """
    said, when = [], read.at
    own = (node for node, name in case.owners.items() if name == read.message_broker)
    for node in sorted(node for node in own if not case.around.apart(read.node, node)):
        life = case.lives[node].at(when) if node in case.lives else None
        ends = case.ends.get(node, [])
        begun = bisect_right(ends, when.hi)
        role = case.roles[node].at(when, ends[begun - 1] if begun else 0) if node in case.roles else None
        state = life["state"] if life else "not up yet"
        as_role = f" as {_ROLES.get(role['role'], role['role'])}" if role and state == "up" else ""
        said.append(f"{node} {_STATES.get(state, state)}{as_role}")
    return ", ".join(said) or None


def _ends(lives: list[Row]) -> list[int]:
    """Return when processes began that another one ran before, ascending."""
    return sorted(row["to_lo"] for row in lives if row["state"] in {"down", "stopped"} and row["to_lo"] is not None)


_ROLES = {"acting": "a slave acting as master"}
_STATES = {"ended": "dead", "stopped": "stopped"}


def _deviation(row: Row, said: str, read: FailedRead) -> Row:
    return deviation("rewritten_without_pause", row, read.at, read.record_id, f"offset {row['offset']}: {said}")
