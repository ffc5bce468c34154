"""Messages of retry topics joined to the checkpoints they came from: `message_retried`, as pop.log tells it.

A retried message names no checkpoint. It keeps the unique id of the message it repeats, counts one retry more, and the first
time it names the pop (1ST_POP_TIME): PopReviveService.reviveRetry, 5.0.0 to 5.3.3. Where a change of the invisible time that
counts no try made the checkpoint (`suspended`, 5.5.0), the count stays, and as long as it is 0 each retry names its pop.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Any

from forensics.model.pop_releases import EARLIEST_RETRY_MS, RETRY_PREFIX
from forensics.replay.events import Events, Row, by

_AT_WORK_MS = 10_000
"""A broker that is popped from stores checkpoints and acks all the time."""
Key = tuple[Any, ...]
Fitting = tuple[Row, int]
"""A checkpoint that a retry can be of, and the offset of the message in it."""
_BATCH = ("topic", "group", "queue_id", "start_offset", "pop_time")
_SAME = ("message_id", "born_ms")
"""What tells whether two messages may be the same.

A retry keeps the time of birth (PopReviveService.reviveRetry, 5.0.0 to 5.3.3), and a producer that sends again sets it anew
(DefaultMQProducerImpl.sendKernelImpl).
"""
_OF_CK = (*_BATCH, "ck_offsets", "revive_time", "broker", "re_put_times", "revive_queue_id", "invisible_ms")


class _Stored:
    """The checkpoints, acks and messages of the stores of a case, by what retried messages are looked up with."""

    def __init__(self, events: Events, owners: dict[str, str]) -> None:
        self.copies = events.stored("ck_found", "record_id", "node", "store_ms", "revive_offset", "suspended", *_OF_CK)
        messages = events.rows("message_stored")
        self.retried = [m for m in messages if _is_retried(m)]
        self._owners = owners
        self._places = by(messages, "topic", "queue_id", "offset")
        self._ids = by(messages, "topic", *_SAME)
        self._writes = {node: sorted(r["store_ms"] for r in rows) for node, rows in by([*self.copies, *messages], "node").items()}
        self._by_pop: dict[Key, list[Row]] = {}
        self._by_place: dict[Key, list[Row]] = {}
        for copy in self.copies:
            for topic in retry_topics(copy["topic"], copy["group"]):
                self._by_pop.setdefault((topic, copy["pop_time"]), []).append(copy)
            for offset in copy["ck_offsets"] if copy["topic"].startswith(RETRY_PREFIX) else ():
                self._by_place.setdefault((copy["topic"], copy["queue_id"], offset), []).append(copy)
        acks = [a for kind in ("ack_stored", "ack_found") for a in events.stored(kind, *_BATCH, "ack_offsets", "ack_broker")]
        self._acked = {(*(a[n] for n in _BATCH), o) for a in acks for o in a["ack_offsets"]}
        self._nameless = {(*(a[n] for n in _BATCH), o) for a in acks if a["ack_broker"] is None for o in a["ack_offsets"]}

    def origins(self, message: Row) -> Iterator[tuple[Row, int]]:
        """Yield the copies of checkpoints, with the offset in them, that *message* can have come from by its ids."""
        for copy in self._by_pop.get((message["topic"], message["first_pop_time"]), []):
            if not copy["topic"].startswith(RETRY_PREFIX) and message["reconsume_times"] == _tries(copy):
                yield from ((copy, o) for o in copy["ck_offsets"] if self._is(copy, o, message))
        for before in self._ids.get((message["topic"], *(message[n] for n in _SAME)), []):
            place = (before["topic"], before["queue_id"], before["offset"])
            popped = (copy for copy in self._by_place.get(place, []) if _may_repeat(copy, before, message))
            yield from ((copy, before["offset"]) for copy in popped if self._lies_at(before, copy))

    def may_write(self, copy: Row, message: Row) -> bool:
        """Return whether the node that has *copy* may have put *message* where it is: a master has its own store for that.

        It was one if that store goes on around the time: nobody writes to a broker's while a slave acts for its master.
        """
        if copy["node"] == message["node"]:
            return True
        writes, ms = self._writes[copy["node"]], message["store_ms"]
        before, after = bisect_right(writes, ms), bisect_left(writes, ms)
        goes_on = (
            before > 0 and after < len(writes) and ms - writes[before - 1] <= _AT_WORK_MS and writes[after] - ms <= _AT_WORK_MS
        )
        return not goes_on

    def of_pop(self, topic: str, pop_time: int | None) -> list[Row]:
        """Return the copies of the checkpoints of one pop that are retried in *topic*."""
        return self._by_pop.get((topic, pop_time), [])

    def _is(self, copy: Row, offset: int, message: Row) -> bool:
        """Return whether the message at *offset* is the one repeated, by the store of the queue's own broker."""
        there = self._places.get((copy["topic"], copy["queue_id"], offset), [])
        repeated = (m for m in there if all(m[n] == message[n] for n in _SAME))
        return any(self._lies_at(m, copy) for m in repeated)

    def _lies_at(self, message: Row, copy: Row) -> bool:
        """Return whether the store that has *message* may be of the broker whose queue a checkpoint was popped from.

        Brokers of two clusters can have one name: the checkpoint's own store then has another message in the same place.
        """
        if self._owners.get(message["node"], copy["broker"]) != copy["broker"]:
            return False
        there = self._places.get((message["topic"], message["queue_id"], message["offset"]), [])
        ids = {m["message_id"] for m in there if m["node"] == copy["node"] and self._owners.get(m["node"]) == copy["broker"]}
        return not ids or message["message_id"] in ids

    def acked(self, copy: Row, offset: int) -> bool:
        """Return whether the store has an ack of the message under this checkpoint."""
        return (*(copy[n] for n in _BATCH), offset) in self._acked

    def may_come_back(self, copy: Row, offset: int) -> bool:
        """Return whether the checkpoint may bring the message again: no ack of it is there, or one that may not be joined."""
        return not self.acked(copy, offset) or (*(copy[n] for n in _BATCH), offset) in self._nameless


def _is_retried(message: Row) -> bool:
    """Return whether revive wrote *message*: what has not counted a try then names the pop it came of."""
    again = (message["reconsume_times"] or 0) > 0 or message["first_pop_time"] is not None
    return again and bool(message["topic"].startswith(RETRY_PREFIX))


def _tries(copy: Row) -> int:
    """Return by how many tries a message counts more that comes back from the checkpoint."""
    return 0 if copy["suspended"] else 1


def _may_repeat(copy: Row, before: Row, message: Row) -> bool:
    """Return whether *message* may be what revive made of *before*, popped with *copy*, by the tries and the pop it names.

    A message that was retried before keeps the pop it names: of two copies of it, each popped and retried, that tells which.
    """
    first = before["first_pop_time"] if before["reconsume_times"] else copy["pop_time"]
    named = None in {first, message["first_pop_time"]} or message["first_pop_time"] == first
    return named and bool(message["reconsume_times"] == before["reconsume_times"] + _tries(copy))


def retry_topics(topic: str, group: str) -> tuple[str, ...]:
    """Return the topics a message of *topic* may be retried in: KeyBuilder.buildPopRetryTopic, of either version."""
    if topic.startswith(RETRY_PREFIX):
        return (topic,)
    return f"{RETRY_PREFIX}{group}_{topic}", f"{RETRY_PREFIX}{group}+{topic}"


def retries(events: Events, owners: dict[str, str]) -> Iterator[Row]:
    """Yield a `message_retried` for each retried message of a store and checkpoint it can be of, but where a line tells it.

    Where several checkpoints fit, one that nobody acked explains it; only if all were acked are they all told. A checkpoint
    brings a message again once: as many retries are of as many checkpoints, acked ones among them, as there are.
    """
    stored = _Stored(events, owners)
    told = _told(events)
    unnamed = []
    untold = [m for m in stored.retried if _place(m) not in told]
    for same in by(untold, "node", "topic", "message_id", "reconsume_times").values():
        fits = [(m, _last_copies([(c, o) for c, o in stored.origins(m) if _due(c, m) and stored.may_write(c, m)])) for m in same]
        # Where no try is counted, what a message comes back as is what the next one is made of: in that order they are told.
        chained = any(copy["suspended"] for _, fitting in fits for copy, _ in fitting)
        fits.sort(key=lambda f: (f[0]["store_ms"], f[0]["offset"]), reverse=not chained)
        unnamed += [message for message, fitting in fits if not fitting]
        for (message, _), told_of in zip(fits, _explained(stored, fits), strict=True):
            yield from (_row(message, copy, offset) for copy, offset in told_of)
    yield from _whole_batches(stored, unnamed)


def _explained(stored: _Stored, fits: list[tuple[Row, list[Fitting]]]) -> list[list[Fitting]]:
    """Return which checkpoints each of the retries of one message is told of, in the order of *fits*."""
    told: list[list[Fitting]] = []
    spent: set[Key] = set()
    for message, fitting in fits:
        left = [one for one in fitting if _name(one) not in spent] or _given_up(stored, fits, told, spent, fitting)
        told.append(_explaining(stored, message, left or fitting))
        spent.update(map(_name, told[-1]))
    return told


def _name(one: Fitting) -> Key:
    copy, offset = one
    return copy["record_id"], offset


def _given_up(
    stored: _Stored, fits: list[tuple[Row, list[Fitting]]], told: list[list[Fitting]], spent: set[Key], fitting: list[Fitting]
) -> list[Fitting]:
    """Return one of *fitting* that another retry is *told* of and need not be, which then is told of what else fits it."""
    wanted = set(map(_name, fitting))
    for number, own in enumerate(told) if wanted else ():
        if len(own) == 1 and _name(own[0]) in wanted:
            message, others = fits[number]
            free = [one for one in others if _name(one) not in spent and stored.may_come_back(*one)]
            if free:
                told[number] = _explaining(stored, message, free)
                spent.update(map(_name, told[number]))
                return own
    return []


def _explaining(stored: _Stored, message: Row, left: list[Fitting]) -> list[Fitting]:
    """Return which of the checkpoints *left* to it a retry is told of.

    One that lies in the store of the retry comes first: a master's revive writes there, and only that of a slave elsewhere. In a
    failover copies of one message come to the retry topics of several brokers.
    """
    open_ = [(c, o) for c, o in left if not stored.acked(c, o)]
    own = [(c, o) for c, o in open_ if c["node"] == message["node"]]
    return (own or open_)[-1:] or left


def _whole_batches(stored: _Stored, unnamed: list[Row]) -> Iterator[Row]:
    """Yield the retries of pops of which as many messages came back as were not acked, or as there were in all.

    Which is which cannot be told without the store of the messages' own broker, but all of them it must be.
    """
    first = [m for m in unnamed if m["reconsume_times"] == 1]
    for (topic, pop_time), messages in by(first, "topic", "first_pop_time").items():
        latest = max(messages, key=lambda m: m["store_ms"])
        last = {
            (copy["broker"], copy["queue_id"], offset): (copy, offset)
            for copy in sorted(stored.of_pop(topic, pop_time), key=lambda c: (c["store_ms"], c["record_id"]))
            if _due(copy, latest)
            for offset in copy["ck_offsets"]
        }
        open_ = [(copy, offset) for copy, offset in last.values() if not stored.acked(copy, offset)]
        fitting = next((all_ for all_ in (open_, list(last.values())) if len(all_) == len(messages)), [])
        ordered = sorted(messages, key=lambda m: (m["store_ms"], m["offset"]))
        yield from (_row(m, copy, offset) for m, (copy, offset) in zip(ordered, fitting, strict=False))


def unmatched(events: Events) -> set[Key]:
    """Return topic and pop time of the retried messages in stores that no checkpoint could be found for.

    One retried before names no pop that helps: its topic alone. So does one that may have come of a suspended checkpoint.
    """
    suspended = {r["topic"] for r in events.stored("ck_found", "topic", "suspended") if r["suspended"]}
    told, joined = _told(events), {r["record_id"] for r in events.stored("message_retried", "record_id")}
    rows = [r for r in events.rows("message_stored") if r["topic"].startswith(RETRY_PREFIX) and _place(r) not in told]
    rows = [r for r in rows if r["record_id"] not in joined]
    names_pop = (r["reconsume_times"] < (1 if r["topic"] in suspended else 2) for r in rows)
    return {(r["topic"], r["first_pop_time"] if names else None) for r, names in zip(rows, names_pop, strict=True)}


def _told(events: Events) -> set[Key]:
    """Return the messages of retry topics that lines tell of: node, topic, queue and its offset.

    A retry goes to queue 0 of its topic, and with useSeparateRetryQueue to the queue of the number it was popped from
    (PopReviveService.getRetryQueueId, 5.4.0 on): a topic with messages in others is of that kind.
    """
    apart = {_place(m)[:2] for m in events.rows("message_stored") if m["topic"].startswith(RETRY_PREFIX) and m["queue_id"]}
    rows = [r for r in events.rows("message_retried") if r["source"] == "log"]
    topics = [(r, (r["node"], name)) for r in rows for name in retry_topics(r["topic"], r["group"])]
    return {(*topic, r["queue_id"] if topic in apart else 0, r["stored_queue_offset"]) for r, topic in topics}


def _place(message: Row) -> Key:
    return message["node"], message["topic"], message["queue_id"], message["offset"]


def _due(copy: Row, message: Row) -> bool:
    return bool(copy["revive_time"] + EARLIEST_RETRY_MS <= message["store_ms"] and copy["store_ms"] <= message["store_ms"])


def _last_copies(found: list[Fitting]) -> list[Fitting]:
    """Return of the copies of each pop the last one stored: a rewritten checkpoint takes the place of the one before."""
    last: dict[Key, tuple[Row, int]] = {}
    for copy, offset in sorted(found, key=lambda f: (f[0]["store_ms"], f[0]["record_id"])):
        last[copy["topic"], copy["queue_id"], copy["pop_time"], offset] = (copy, offset)
    return list(last.values())


def _row(message: Row, copy: Row, offset: int) -> Row:
    """Return the line that pop.log would have of this retry: on the node whose revive queue has the checkpoint.

    The message itself can lie elsewhere: a slave acting as master writes it to another broker (EscapeBridge).
    """
    return message | {name: copy[name] for name in _OF_CK} | {
        "node": copy["node"],
        "ck_revive_offset": copy["revive_offset"],
        "msg_queue_id": copy["queue_id"],
        "offset": offset,
        "put_status": "PUT_OK",
        "stored_queue_offset": message["offset"],
    }  # fmt: skip
