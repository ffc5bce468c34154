"""Reads of messages by revive that gave nothing: the lines of pop.log and broker.log that tell of one read, put together."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import polars as pl

from forensics.model.coverage import Coverage
from forensics.model.pop_keys import is_time
from forensics.model.pop_rewrites import rewritten_after
from forensics.model.releases import spanned
from forensics.model.spans import SECOND_US, Instant
from forensics.replay.coverage import coverage_of
from forensics.replay.events import Events, Row, at, by, timed

_THREAD = re.compile(r"PopReviveService_(\d+)$")
_NO_REASON = "no reason printed"
_ANSWERED = "NettyClient"
"""How the threads are called that take the answers of other brokers: what they tell of was read from one (EscapeBridge)."""


@dataclass(slots=True)
class FailedRead:
    """One read of one message that gave nothing.

    `rewritten` is whether revive puts the checkpoint again: by its own word, by the status of the read, or, where neither
    is printed, None. `local` is whether the message's queue is the node's own; `answered`, whether another broker was asked.
    """

    node: str
    at: Instant
    seq: int
    record_id: int
    topic: str
    offset: int
    queue_id: int | None
    revive_queue_id: int | None
    message_broker: str | None
    reason: str
    rewritten: bool | None
    local: bool | None
    group: str | None = None
    pop_time: int | None = None
    popped_record_id: int | None = None
    more: list[int] = field(default_factory=list)
    answered: bool = False


def failed_reads(events: Events, owners: dict[str, str]) -> list[FailedRead]:
    """Return every failed read in order of time, each told once; `more` holds the other record where it tells more."""
    said = [_from_pop_log(r, owners) for r in timed(events.only("message_missing", *_MESSAGE_MISSING))]
    read = [_from_store(r, owners) for r in timed(events.only("message_not_read", *_MESSAGE_NOT_READ))]
    merged = [*_merged(said, read), *(_from_record(r, owners) for r in timed(events.rows("kv_backed_off")))]
    _name_groups(merged, events, owners)
    ordered = sorted(merged, key=lambda r: (r.at.lo, r.node, r.seq))
    _tell_loops(_of_own(ordered, events, owners), coverage_of(events))
    return ordered


def _of_own(reads: Sequence[FailedRead], events: Events, owners: dict[str, str]) -> list[FailedRead]:
    """Return the reads that may be of a node's own message, by a release that puts its checkpoint again and again."""
    brokers = [node for node in events.states["nodes"] if node["kind"] == "broker" and node["releases"]]
    never = {node["node"] for node in brokers if spanned(_LOOPING).isdisjoint(node["releases"])}
    asked = [read for read in reads if read.rewritten is None and not read.answered and read.node not in never]
    return [read for read in asked if len({read.message_broker, owners.get(read.node)} - {None}) < 2]


def _tell_loops(reads: Sequence[FailedRead], coverage: Coverage) -> None:
    """Say of reads of one message, cycle after cycle, that its checkpoint is put again: what is given up is not read again.

    Where broker.log is there it tells of each vain read of the node's own store; what it does not tell of is read from another
    broker and given up (up to 5.3.0); messages of several queues can then lie at the offset, or several groups have popped one.
    """
    own = [read for read in reads if not coverage.covers(read.node, "broker.log", "WARN", *read.at)]
    for same in by_message(own).values():
        begun = 0
        for end in range(1, len(same) + 1):
            if end == len(same) or not _LEAST_CYCLE_US <= same[end].at.lo - same[end - 1].at.lo <= _MOST_CYCLE_US:
                for read in same[begun:end] if end - begun >= _FEWEST_IN_VAIN else ():
                    read.rewritten = True
                begun = end


def by_message(reads: Sequence[FailedRead]) -> dict[tuple[object, ...], list[FailedRead]]:
    """Return *reads* by the revive queue that read them, and the message they name."""
    found: dict[tuple[object, ...], list[FailedRead]] = {}
    for read in reads:
        key = (read.node, read.revive_queue_id, read.message_broker, read.topic, read.queue_id, read.offset)
        found.setdefault(key, []).append(read)
    return found


_LOOPING = "5.2.0 - 5.3.0"
"""Releases without a pause: 5.0.0 puts no checkpoint again, and 5.1 one that names no broker, whose message it then gives up."""
_FEWEST_IN_VAIN = 4
_LEAST_CYCLE_US, _MOST_CYCLE_US = SECOND_US // 2, 20 * SECOND_US
"""How far vain reads of a message lie apart that is put again at once: a cycle of revive, whose scan takes up to ten seconds."""


_READ = ("node", "ts_lo", "ts_hi", "seq", "record_id", "topic", "offset", "queue_id", "needs_retry", "thread")
_MESSAGE_MISSING = (*_READ, "revive_queue_id", "broker", "info")
_MESSAGE_NOT_READ = (*_READ, "read_status")


def names_a_time(read: FailedRead) -> bool:
    """Return whether what was read is no offset but a time: such a checkpoint is a fault of its own, see pop_keys.py."""
    return is_time(read.offset, read.pop_time, read.at.hi // 1_000)


def _from_pop_log(row: Row, owners: dict[str, str]) -> FailedRead:
    """Return the read that PopReviveService.reviveMsgFromCk calls vain; before 5.3.1 it names neither queue nor reason."""
    broker = row["broker"]
    local = None if broker is None or row["node"] not in owners else broker == owners[row["node"]]
    return FailedRead(
        row["node"], at(row), row["seq"], row["record_id"], row["topic"], row["offset"], row["queue_id"],
        row["revive_queue_id"], broker, row["info"] or _NO_REASON, row["needs_retry"], local,
        answered=(row["thread"] or "").startswith(_ANSWERED),
    )  # fmt: skip


def _from_store(row: Row, owners: dict[str, str]) -> FailedRead:
    """Return the read of the node's own store that EscapeBridge calls vain."""
    found = _THREAD.search(row["thread"] or "")
    return FailedRead(
        row["node"], at(row), row["seq"], row["record_id"], row["topic"], row["offset"], row["queue_id"],
        int(found[1]) if found else None, owners.get(row["node"]), row["read_status"] or "no message",
        rewritten_after(row["read_status"], row["needs_retry"]), True,
    )  # fmt: skip


def _from_record(row: Row, owners: dict[str, str]) -> FailedRead:
    """Return the read that PopConsumerService backs off from; it prints no reason."""
    return FailedRead(
        row["node"], at(row), row["seq"], row["record_id"], row["topic"], row["offset"], row["queue_id"], None,
        owners.get(row["node"]), _NO_REASON, True, True, row["group"], row["pop_time"],
    )  # fmt: skip


def _merged(said: list[FailedRead], read: list[FailedRead]) -> list[FailedRead]:
    """Join the two logs' lines of one read: the same message on the same node, within a second, each once.

    Whether the checkpoint is put again pop.log tells, where it says so at all: the status of the read decides from 5.1.0 on.
    """
    of_message: dict[tuple[str, str, int], list[FailedRead]] = {}
    for one in sorted(read, key=_when):
        of_message.setdefault((one.node, one.topic, one.offset), []).append(one)
    kept, joined = list(read), set[int]()
    for one in said:
        same = of_message.get((one.node, one.topic, one.offset), [])
        first, last = one.at.lo - SECOND_US, one.at.lo + SECOND_US
        near = same[bisect_left(same, first, key=_when) : bisect_right(same, last, key=_when)]
        partner = next((r for r in near if r.record_id not in joined and _fits(one, r)), None)
        if partner is None:
            # 5.0.0 puts no checkpoint again: of its own message and of another broker's it says the same, and no reason.
            kept.append(replace(one, rewritten=None) if one.reason == _NO_REASON else one)
            continue
        joined.add(partner.record_id)
        adds_whether = one.rewritten is not None and one.rewritten != partner.rewritten
        adds_where = partner.message_broker is None and one.message_broker is not None
        partner.more += [one.record_id] if adds_whether or adds_where else []
        partner.revive_queue_id = one.revive_queue_id
        partner.rewritten = partner.rewritten if one.rewritten is None else one.rewritten
        partner.message_broker = one.message_broker or partner.message_broker
    return kept


def _when(read: FailedRead) -> int:
    return read.at.lo


def _fits(said: FailedRead, read: FailedRead) -> bool:
    queue = said.queue_id is None or said.queue_id == read.queue_id
    return queue and read.revive_queue_id in {None, said.revive_queue_id} and said.local in {None, True}


def _name_groups(reads: Sequence[FailedRead], events: Events, owners: dict[str, str]) -> None:
    """Name the group, queue, pop and broker of each read by the copy of its checkpoint, where lines show that.

    A node's own messages are read without asking another broker.
    """
    offsets = {read.offset for read in reads if read.revive_queue_id is not None}
    copies = by(_copies(events, offsets) if offsets else (), *_MESSAGE)
    for read in reads:
        own = copies.get((read.node, read.revive_queue_id, read.topic, read.offset), [])
        home = owners.get(read.node) if read.answered else None
        fitting = [r for r in own if (home is None or r["broker"] != home) and read.queue_id in {None, r["queue_id"]}]
        told = [r for r in fitting if r["ts_lo"] <= read.at.hi]
        if len(told) == 1:
            read.group, read.pop_time = told[0]["group"], told[0]["pop_time"]
            read.queue_id = read.queue_id if read.queue_id is not None else told[0]["queue_id"]
            read.message_broker = read.message_broker or told[0]["broker"]
            read.popped_record_id = min(r["record_id"] for r in fitting)


def _copies(events: Events, offsets: set[int]) -> list[Row]:
    """Return the pops of the messages at *offsets* that copies of checkpoints tell, each with its first copy.

    A checkpoint that is put again and again has very many copies, all of one pop.
    """
    named = events.frame("ck_found").select(*_MESSAGE[:-1], *_POP, "ts_lo", "record_id", pl.col("ck_offsets").alias("offset"))
    told = pl.col("ts_lo").is_not_null() & pl.col("revive_queue_id").is_not_null()
    some = pl.col("offset").list.eval(pl.element().is_in(sorted(offsets))).list.any()
    own = named.filter(told & some).explode("offset").filter(pl.col("offset").is_in(sorted(offsets)))
    return own.group_by(*_MESSAGE, *_POP).agg(pl.col("ts_lo", "record_id").min()).collect().to_dicts()


_MESSAGE = ("node", "revive_queue_id", "topic", "offset")
_POP = ("group", "queue_id", "broker", "pop_time")
