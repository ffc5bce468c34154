"""Messages that revive gave up unacked: after a read it took for "gone", by their age, or by the count of their rewrites.

Up to 5.3.0 the failed read of another broker counts as "gone". 5.1.0 to 5.2.0 say so in a line without reason or queue; 5.3.0
says nothing. There the checkpoint judged, without an ack, a retry or a rewrite of the message, is what is left; that the read
failed is shown by broker.log, where no address was known, or by the refusals the other broker's traffic log counted.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from forensics.model.coverage import Coverage
from forensics.model.pop_keys import FIRST_TIME_MS
from forensics.model.pop_releases import SECOND_MS
from forensics.model.spans import SECOND_US, Instant
from forensics.replay.coverage import coverage_of
from forensics.replay.events import Events, Row, Rows, at, by, state_id, timed
from forensics.replay.moves import Moves
from forensics.replay.pop.around import Surroundings
from forensics.replay.pop.batches import Batch
from forensics.replay.pop.came_back import Later
from forensics.replay.pop.failed_reads import FailedRead
from forensics.replay.pop.given import Given, joined, unacked, unless_held_back
from forensics.replay.pop.lines import CK
from forensics.replay.pop.marred import Marred
from forensics.replay.pop.passed_over import in_words
from forensics.replay.pop.remote import Remote
from forensics.replay.pop.store_lost import GivenUp, given_up
from forensics.replay.timeline import Between

_CYCLE_US = 20 * SECOND_US
"""Within one cycle of revive, whose scan takes up to ten seconds, a checkpoint read is judged or left for the next."""
_DAY_US = 86_400 * SECOND_US
_DELETIONS = "broker.log"
_ACKS_SHOWN = {"ck_buffered", "ck_popped"}
"""Pops whose acks their broker shows: where the checkpoint is in its buffer, or in a store; it stores others without a line."""
_RIGHT_OF_A_DELETED_TOPIC = {"last_epoch", "taken_for_gone", "passed_over"}


def replay(
    events: Events, owners: dict[str, str], around: Surroundings, reads: Sequence[FailedRead], made: Sequence[Batch]
) -> Rows:
    """Return the rows of `lost_messages`."""
    remote, marred = Remote(events, owners, around), Marred(events, owners, reads)
    given = [
        *joined(_by_reads(reads, remote, marred, owners), _by_judgement(made, reads, remote, owners)),
        *_by_word(events, made),
    ]
    told = {i for one in given for i in one.failures}
    given += _unnamed(remote, told | _of_acked(made, remote, owners, told))
    given += _by_store(events, given, owners)
    given = [unless_held_back(one, marred) for one in unacked(given, made)]
    later = Later(events, {one.offset for one in given}, around)
    out = [_out(one, events.clock, around, owners) for one in given]
    coverage = coverage_of(events)
    given = [_unless_deleted(one, span, coverage) for one, span in zip(given, out, strict=True)]
    return {"lost_messages": [_row(one, later, around, owners, span) for one, span in zip(given, out, strict=True)]}


def _out(one: Given, clock: Moves, around: Surroundings, owners: dict[str, str]) -> Between:
    """Return since when, at the earliest, and until when the message was out, by the clocks of all that knew of it.

    Where no line tells of its pop, it is taken to be a day at most.
    """
    popped = one.pop_time * 1_000 if one.pop_time else one.popped_lo
    between = one.at.lo - _DAY_US if popped is None else popped, one.at.hi
    return clock.widened(between, one.node, *around.nodes(owners.get(one.node), one.message_broker))


def _unless_deleted(one: Given, out: Between, coverage: Coverage) -> Given:
    """Return *one*, unproven where a deletion of its topic, which makes it right, may have been logged and lost.

    Every deletion has a WARN line beside those at INFO (TopicQueueMappingManager.delete).
    """
    right = one.why in _RIGHT_OF_A_DELETED_TOPIC or (one.why, one.reason) == ("record_dropped", "gone")
    kept = not right or coverage.covers(one.node, _DELETIONS, "WARN", *out)
    return replace(one, proven=one.proven and kept)


def _by_store(events: Events, told: Sequence[Given], owners: dict[str, str]) -> list[Given]:
    """Return the messages that a store proves given up, and no line tells of."""
    known = {(g.node, g.topic, queue, g.offset) for g in told for queue in (g.queue_id, (g.queue_id or 0) % 256)}
    stored = {owners.get(row["node"]) for row in events.rows("log_ended")}
    found = [_of_store(one, owners.get(one.copy["node"]), stored) for one in given_up(events) if one.offset < FIRST_TIME_MS]
    return [g for g in found if not {(g.node, g.topic, queue, g.offset) for queue in (g.queue_id, None)} & known]


def _of_store(one: GivenUp, owner: str | None, stored: set[str | None]) -> Given:
    c = one.copy
    away = owner is not None and c["broker"] not in {None, owner}
    why, reason = "no_trace", "no line tells; the store has neither a retry nor a later checkpoint"
    if (c["queue_id"] or 0) < 0:
        why, reason = "queue_id_wrapped", "no message, for no queue has such an id"
    elif away and not one.may_be_gone:
        why = "remote_read_failed"
    elif one.stored_ms is not None and one.stored_ms > c["pop_time"] and not one.may_be_gone:
        why = "stored_after_pop"
    return Given(
        c["node"], Instant((c["revive_time"] + SECOND_MS) * 1_000, one.until_ms * 1_000), c["topic"], c["group"], c["queue_id"],
        one.offset, c["pop_time"], c["broker"], why, reason, one.proven, (), (c["record_id"], one.committed["record_id"]),
        c["record_id"], acks_known=not away or c["broker"] in stored,
    )  # fmt: skip


def _by_reads(reads: Sequence[FailedRead], remote: Remote, marred: Marred, owners: dict[str, str]) -> Iterator[Given]:
    """Yield the messages whose failed read was taken for gone, by the line that tells of the read."""
    used: set[int] = set()
    for read in reads:
        if read.rewritten or ((read.queue_id or 0) < 0 and marred.acked(read)):
            continue
        missing = []
        if read.rewritten is None:
            missing = remote.address_missing(read.node, read.revive_queue_id, read.topic, read.at)
        shown = [r["record_id"] for r in missing if r["record_id"] not in used][:1] or [r["record_id"] for r in missing[:1]]
        used |= set(shown)
        nameless = marred.put_again_nameless(read) if missing else []
        why = _why(read, nameless)
        own = owners.get(read.node) if why in {"rewritten_nameless", "queue_id_wrapped"} else None
        yield Given(
            read.node, read.at, read.topic, read.group, read.queue_id, read.offset, read.pop_time, own or read.message_broker,
            why, "no broker address" if missing else read.reason, _is_proven(read, why, shown=bool(missing)),
            (*nameless, read.record_id, *read.more, *shown), (), read.popped_record_id,
            acks_known=read.local is not False and why != "remote_read_failed",
        )  # fmt: skip


def _is_proven(read: FailedRead, why: str, *, shown: bool) -> bool:
    """Return whether lines show the message lost: where its queue id is cut, only if they would show its ack too."""
    if why == "queue_id_wrapped":
        return read.pop_time is not None
    return read.rewritten is False or read.local is False or shown


def _why(read: FailedRead, nameless: list[int]) -> str:
    if (read.queue_id or 0) < 0:
        return "queue_id_wrapped"
    if nameless:
        return "rewritten_nameless"
    return "taken_for_gone" if read.rewritten is False else "remote_read_failed"


def _by_judgement(made: Sequence[Batch], reads: Sequence[FailedRead], remote: Remote, owners: dict[str, str]) -> Iterator[Given]:
    """Yield unacked messages of another broker whose checkpoint was judged, and that neither came back nor were rewritten."""
    known = {(r.node, r.topic, r.queue_id, r.offset) for r in reads}
    rewritten = {(b.key["topic"], b.key["queue_id"], o) for b in made if _is_rewrite(b) for o in b.state.offsets}
    for batch, copy in _judged_away(made, owners):
        key = batch.key
        returned = {r.offset for r in batch.state.returns if r.way == "revived"}
        open_ = [o for o in batch.state.offsets if batch.state.in_time(o) is None and o not in returned]
        open_ = [o for o in open_ if (copy["node"], key["topic"], key["queue_id"], o) not in known]
        open_ = [
            o for o in open_ if o < FIRST_TIME_MS and (_is_rewrite(batch) or (key["topic"], key["queue_id"], o) not in rewritten)
        ]
        cycle = remote.judged(copy) if open_ else None
        if cycle is not None:
            yield from _unread(batch, copy, cycle, open_, remote)


def _judged_away(made: Sequence[Batch], owners: dict[str, str]) -> Iterator[tuple[Batch, Row]]:
    """Yield the checkpoints that another broker than their own read, each with the line of its first copy."""
    for batch in made:
        copy = batch.first("ck_found")
        if copy is not None and copy["node"] in owners and batch.key["broker"] not in {None, owners[copy["node"]]}:
            yield batch, copy


def _of_acked(made: Sequence[Batch], remote: Remote, owners: dict[str, str], told: set[int]) -> set[int]:
    """Return the lines of failed reads, but those *told*, that are of messages acked: their acks lie on another broker."""
    found: set[int] = set()
    for batch, copy in _judged_away(made, owners):
        acked = [o for o in batch.state.offsets if batch.state.in_time(o) is not None]
        cycle = remote.judged(copy) if acked else None
        if cycle is None:
            continue
        failed = remote.address_missing(copy["node"], copy["revive_queue_id"], batch.key["topic"], _judging(copy, cycle))
        own = (r["record_id"] for r in failed if r["record_id"] not in told | found)
        found |= set(islice(own, len(acked)))
    return found


def _judging(copy: Row, cycle: Row) -> Instant:
    """Return within what time a copy of a checkpoint was judged by the end of its *cycle*."""
    return Instant(max(copy["ts_lo"], cycle["ts_lo"] - _CYCLE_US), cycle["ts_hi"] + SECOND_US)


def _is_rewrite(batch: Batch) -> bool:
    return any(r["re_put_times"] is not None for r in batch.lines)


def _unread(batch: Batch, copy: Row, cycle: Row, offsets: list[int], remote: Remote) -> Iterator[Given]:
    key, within = batch.key, _judging(copy, cycle)
    over = remote.passed_over.of(copy, key, within)[:1]
    missing = [] if over else remote.address_missing(copy["node"], copy["revive_queue_id"], key["topic"], within)
    refused = [] if over or missing else remote.refused(key["broker"], len(offsets), within, copy["node"])
    shown = over or missing[: len(offsets)] or refused
    reason = "no broker address" if missing else f"refused by {refused[0]['node']}" if refused else "no line tells"
    popped = batch.popped or copy
    at_home = remote.owner(popped["node"]) == key["broker"] and popped["event"] in _ACKS_SHOWN
    for number, offset in enumerate(offsets):
        own = shown[number : number + 1] if missing and len(missing) == len(offsets) else shown
        yield Given(
            copy["node"], at(cycle), key["topic"], key["group"], key["queue_id"], offset, key["pop_time"], key["broker"],
            "passed_over" if over else "remote_read_failed", in_words(over[0]) if over else reason, bool(shown),
            tuple(r["record_id"] for r in own),
            (copy["record_id"], cycle["record_id"]), popped["record_id"], acks_known=at_home,
        )  # fmt: skip


def _by_word(events: Events, made: Sequence[Batch]) -> Iterator[Given]:
    """Yield the messages that the broker itself says it gives up."""
    skipped = timed(r for r in events.rows("ck_skipped") if r["reason"] == "last_epoch")
    batches = by([{**{n: batch.key[n] for n in CK}, "batch": batch} for batch in made] if skipped else (), *CK)
    for key, rows in by(skipped, "node", *CK).items():
        own = batches.get(key[1:], [])
        yield from _of_last_epoch(rows, own[0]["batch"] if len(own) == 1 else None)
    for row in timed(events.rows("ck_dropped")):
        yield _given(row, row["broker"], "max_rewrites", f"rewritten {row['re_put_times']} times")
    for row in timed(events.rows("kv_dropped")):
        yield _given(row, None, "record_dropped", row["reason"])


def _of_last_epoch(rows: list[Row], batch: Batch | None) -> Iterator[Given]:
    """Yield the messages of one checkpoint that were passed over, a line each: named where they are all that were not acked.

    The line tells of the checkpoint, and revive takes its messages one by one in the order of their offsets.
    """
    given = _given(rows[0], rows[0]["broker"], "last_epoch", "popped before the message was stored, by the broker's clock")
    every = rows[0]["ck_offsets"] or []
    open_ = [o for o in every if batch is None or batch.state.in_time(o) is None]
    if batch and batch.popped:
        popped = batch.popped
        given = replace(given, pop_time=batch.key["pop_time"], popped=popped["record_id"], popped_lo=popped["ts_lo"])
    named = next((own for own in (open_, every) if len(own) == len(rows)), None)
    if named is None:
        yield replace(given, messages=len(rows), failures=tuple(r["record_id"] for r in rows))
        return
    yield from (replace(given, offset=o, at=at(r), failures=(r["record_id"],)) for o, r in zip(named, rows, strict=True))


def _unnamed(remote: Remote, told: set[int]) -> Iterator[Given]:
    """Yield what revive gave up without a name: failed reads but those in *told*, and checkpoints passed over."""
    yield from (_nameless(rows, "remote_read_failed", "no broker address") for rows in remote.unnamed(told))
    yield from (_nameless(rows, "passed_over", in_words(rows[0])) for rows in remote.passed_over.unnamed())


def _nameless(rows: list[Row], why: str, reason: str) -> Given:
    first, last = rows[0], rows[-1]
    return Given(
        first["node"], Instant(first["ts_lo"], last["ts_hi"]), first["topic"], None, None, None, None, None, why, reason, True,
        tuple(r["record_id"] for r in rows), messages=len(rows), acks_known=False,
    )  # fmt: skip


def _given(row: Row, broker: str | None, why: str, reason: str) -> Given:
    return Given(
        row["node"], at(row), row["topic"], row["group"], row["queue_id"], row.get("offset"), row.get("pop_time"), broker, why,
        reason, True, (row["record_id"],),
    )  # fmt: skip


def _row(one: Given, later: Later, around: Surroundings, owners: dict[str, str], out: Between) -> Row:
    back = later.of(one)
    gone = around.ended(one.node, owners.get(one.node), one.topic, one.group, out)
    return {
        "state_id": state_id("given_up", one.node, one.topic, one.queue_id, one.offset, one.pop_time, *one.failures[:1]),
        "node": one.node,
        "broker": owners.get(one.node),
        "message_broker": one.message_broker or (owners.get(one.node) if one.why == "record_dropped" else None),
        "topic": one.topic,
        "group": one.group,
        "queue_id": one.queue_id,
        "offset": one.offset,
        "pop_time": one.pop_time,
        "messages": one.messages,
        "why": one.why,
        "reason": one.reason,
        "proven": one.proven,
        "recreated": bool(gone),
        "outcome": "came_back" if back else "not_seen_again",
        "back_node": back["node"] if back else None,
        "back_broker": owners.get(back["node"]) if back else None,
        "back_record_id": back["record_id"] if back else None,
        "back_lo": back["ts_lo"] if back else None,
        "ts_lo": one.at.lo,
        "ts_hi": one.at.hi,
        "popped_record_id": one.popped,
        "popped_lo": one.popped_lo,
        "failure_record_ids": list(one.failures),
        "judged_record_ids": list(one.judged),
    }  # fmt: skip
