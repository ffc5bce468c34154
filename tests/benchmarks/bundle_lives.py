"""Lives of popped batches as pop.log tells them: acked in memory, never acked, acked in part or too late, and the known faults.

A period's lives are lines with their time in it; one that goes on after its end comes again at the next period's beginning.
"""

import random
from collections.abc import Iterator

from bundle_lines import BROKERS, GROUP, REVIVE_TOPIC, TOPICS, Batch, command, filled, offset, put_result, revive, server

Line = tuple[int, str]
"""Milliseconds since the first period began, and the record."""

PERIOD_MS = 60_000
BATCHES = 1_440
"""Batches popped in a period from one broker: so many that its log grows by four megabytes."""
QUEUES, REVIVE_QUEUES = 8, 8
INVISIBLE_MS = 20_000
_IN_BUFFER_MS = 10_000
_FIRST_OFFSET, _APART = 500_000_000, 200_000_000
"""Where the queues of the first broker begin, and how far those of the next lie from them: an ack's text names no broker."""
PER_QUEUE = BATCHES // (QUEUES * len(TOPICS)) * 8
"""Queue offsets by which every queue moves on in a period."""
PER_REVIVE_QUEUE = BATCHES * 4 // REVIVE_QUEUES
_SUSPECTS = (("never_acked", 0.09), ("acked_in_part", 0.07), ("acked_late", 0.04))
_STORED = 0.02
"""Of the rest, those that reach the revive queue with all their acks."""
_EXTRA_QUEUE = 100
"""From here on queues of the incident, which no ordinary batch is popped from."""


class Broker:
    """Lines of one broker's pop.log for one period; offsets of its revive queues go up as it writes."""

    def __init__(self, name: str, begin_ms: int, seed: int) -> None:
        self.name, self.begin = name, begin_ms
        self.random = random.Random(f"{seed} {name}")  # noqa: S311 - a benchmark's data
        self.first = _FIRST_OFFSET + BROKERS.index(name) * _APART
        self.revive_ends = dict.fromkeys(range(REVIVE_QUEUES), self.first)
        self.log_end = 500_000_000_000

    def period(self) -> Iterator[Line]:
        """Yield what an ordinary period logs."""
        for number in range(BATCHES):
            topic = TOPICS[number % len(TOPICS)]
            queue, turn = number // len(TOPICS) % QUEUES, number // len(TOPICS) // QUEUES
            count = self.random.choice((1, 1, 1, 1, 1, 2, 4, 8))
            at = number * PERIOD_MS // BATCHES + self.random.randrange(30)
            batch = self._batch(topic, queue, self.first + turn * 8, count, at)
            yield from self._asked(at, batch)
            yield from self._life(at, batch)
        yield from self._housekeeping()

    def incident(self) -> Iterator[Line]:
        """Yield what known faults log, within one period: acks written without a name, checkpoints that revive cannot read."""
        for number in range(24):
            at = 1_000 + number * 200
            yield from self._nameless_acks(at, self._batch("orders", _EXTRA_QUEUE + number, self.first, 4, at))
            other = self._batch("audit", _EXTRA_QUEUE + number, self.first, 1, at)
            yield from self._unreadable(at, other)

    def _batch(self, topic: str, queue: int, start: int, count: int, at: int) -> Batch:
        group = GROUP.format(topic=topic)
        revive_queue = self.random.randrange(REVIVE_QUEUES)
        return Batch(self.name, topic, group, queue, start, count, self.begin + at, INVISIBLE_MS, revive_queue)

    def _asked(self, at: int, batch: Batch) -> Iterator[Line]:
        yield at, server("INFO", "PullMessageThread_7", filled("pop_message.RECEIVED", request=command(batch)))
        if self.random.random() < 0.2:
            yield at, server("INFO", "PullMessageThread_8", filled("pop_long_polling.WAITS", command(batch)))

    def _life(self, at: int, batch: Batch) -> Iterator[Line]:
        chance = self.random.random()
        for kind, share in _SUSPECTS:
            if chance < share:
                yield from getattr(self, f"_{kind}")(at, batch)
                return
            chance -= share
        if chance < _STORED:
            yield from self._stored(at, batch, acked=batch.count)
        else:
            yield from self._in_memory(at, batch)

    def _popped(self, at: int, batch: Batch) -> Line:
        return at, server("INFO", "PullMessageThread_7", filled("pop_buffer.CK_BUFFERED", wrap=batch.wrap()))

    def _acked(self, at: int, batch: Batch, index: int) -> Line:
        wrap = batch.wrap(bits=(1 << (index + 1)) - 1)
        text = filled(
            "pop_buffer.ACK_BUFFERED", revive_queue_id=batch.revive_queue, wrap=wrap, ack=batch.ack(index, batch.broker)
        )
        return at, server("INFO", f"AckMessageThread_{index}", text)

    def _committed(self, at: int, batch: Batch, wrap: str) -> Line:
        text = filled("pop_buffer.OFFSET_COMMITTED", wrap=wrap, old_offset=offset(batch.start))
        return at, server("INFO", "PopBufferMergeService", text)

    def _in_memory(self, at: int, batch: Batch) -> Iterator[Line]:
        yield self._popped(at, batch)
        for index in range(batch.count):
            yield self._acked(at + 40 + 5 * index, batch, index)
        wrap = batch.wrap(bits=(1 << batch.count) - 1)
        yield at + 100, server("INFO", "PopBufferMergeService", filled("pop_buffer.CK_DONE", wrap=wrap))
        yield self._committed(at + 101, batch, wrap)

    def _append(self, batch: Batch) -> int:
        self.revive_ends[batch.revive_queue] += 1
        self.log_end += 500
        return self.revive_ends[batch.revive_queue] - 1

    def _stored(self, at: int, batch: Batch, acked: int, name: str | None = "") -> Iterator[Line]:
        """Yield the life of a checkpoint that leaves the buffer, with *acked* acks taken, and is read from its revive queue."""
        yield self._popped(at, batch)
        for index in range(acked):
            yield self._acked(at + 1_000 + index, batch, index)
        left, bits = at + _IN_BUFFER_MS, (1 << acked) - 1
        name = batch.broker if name == "" else name
        place = self._append(batch)
        put = put_result(self.log_end, batch.popped + _IN_BUFFER_MS, revive(place))
        text = filled("pop_buffer.CK_STORED", wrap=batch.wrap(bits, 0, place), put=put)
        yield left, server("INFO", "PopBufferMergeService", text)
        acks = []
        for index in range(acked):
            acks.append(self._append(batch))
            put = put_result(self.log_end, batch.popped + _IN_BUFFER_MS, revive(acks[-1]))
            text = filled("pop_buffer.ACK_STORED", wrap=batch.wrap(bits, 0, place), ack=batch.ack(index, name), put=put)
            yield left, server("INFO", "PopBufferMergeService", text)
        finished = batch.wrap(bits, bits, place)
        yield left + 5, server("INFO", "PopBufferMergeService", filled("pop_buffer.CK_FINISHED", wrap=finished))
        yield self._committed(left + 6, batch, finished)
        yield from self._found(at + INVISIBLE_MS + 1_000, batch, place, dict(enumerate(acks)), name)

    def _found(self, at: int, batch: Batch, place: int, acks: dict[int, int], name: str | None) -> Iterator[Line]:
        thread, queue = f"PopReviveService_{batch.revive_queue}", batch.revive_queue
        found = filled("pop_revive.CK_FOUND", revive_queue_id=queue, revive_offset=revive(place), raw=batch.body())
        yield at, server("INFO", thread, found)
        for index, ack_place in acks.items():
            raw = batch.ack_body(index, name)
            text = filled("pop_revive.ACK_FOUND", revive_queue_id=queue, revive_offset=revive(ack_place), raw=raw)
            yield at + 1 + index, server("INFO", thread, text)

    def _retried(self, at: int, batch: Batch, indexes: range, place: int) -> Iterator[Line]:
        """Yield the retry of messages, and their delivery from the retry topic, acked in memory."""
        for index in indexes:
            self.log_end += 500
            put = put_result(self.log_end, self.begin + at, offset(self.first))
            values = {"ck": batch.ck().replace("reviveOffset=0", f"reviveOffset={revive(place)}"), "put": put}
            at_offset = offset(batch.start + index)
            text = filled(
                "pop_revive_checkpoints.RETRIED", revive_queue_id=batch.revive_queue, msg_queue_id=batch.queue, offset=at_offset,
                revive_delay_s=3, **values,
            )  # fmt: skip
            yield at, server("INFO", f"PopReviveService_{batch.revive_queue}", text)

    def _never_acked(self, at: int, batch: Batch) -> Iterator[Line]:
        place = self.revive_ends[batch.revive_queue]
        yield from self._stored(at, batch, acked=0)
        yield from self._retried(at + INVISIBLE_MS + 3_000, batch, range(batch.count), place)

    def _acked_in_part(self, at: int, batch: Batch) -> Iterator[Line]:
        place, acked = self.revive_ends[batch.revive_queue], batch.count // 2
        yield from self._stored(at, batch, acked)
        yield from self._retried(at + INVISIBLE_MS + 3_000, batch, range(acked, batch.count), place)

    def _acked_late(self, at: int, batch: Batch) -> Iterator[Line]:
        yield from self._never_acked(at, batch)
        ack = filled("pop_buffer.ACK_NO_CK", revive_queue_id=batch.revive_queue, ack=batch.ack(0, batch.broker))
        yield at + INVISIBLE_MS + 5_000, server("WARN", "AckMessageThread_1", ack)

    def _nameless_acks(self, at: int, batch: Batch) -> Iterator[Line]:
        place = self.revive_ends[batch.revive_queue]
        yield from self._stored(at, batch, acked=batch.count - 1, name=None)
        yield from self._retried(at + INVISIBLE_MS + 3_000, batch, range(batch.count), place)

    def _unreadable(self, at: int, batch: Batch) -> Iterator[Line]:
        """Yield the life of a checkpoint whose message revive does not get, and puts again five times."""
        yield from self._stored(at, batch, acked=0)
        for times in range(6):
            later, place = at + INVISIBLE_MS + 2_000 + times * 4_000, self._append(batch)
            text = filled(
                "pop_revive_checkpoints.NO_MESSAGE", revive_queue_id=batch.revive_queue, topic=batch.topic, queue_id=batch.queue,
                offset=offset(batch.start), broker=batch.broker, info="getMessage is null", needs_retry="true",
            )  # fmt: skip
            yield later, server("WARN", f"PopReviveService_{batch.revive_queue}", text)
            raw = batch.body(times + 1)
            text = filled("pop_revive.CK_FOUND", revive_queue_id=batch.revive_queue, revive_offset=revive(place), raw=raw)
            if times < 5:
                yield later + 3_000, server("INFO", f"PopReviveService_{batch.revive_queue}", text)

    def _housekeeping(self) -> Iterator[Line]:
        """Yield what the services log whatever happens: tails reached, cycles, scans."""
        for queue in range(REVIVE_QUEUES):
            thread, end = f"PopReviveService_{queue}", revive(self.first + PER_REVIVE_QUEUE)
            for at in range(queue, PERIOD_MS, 200):
                yield at, server("INFO", thread, filled("pop_revive.TAIL", queue, end))
            for at in range(100 + queue, PERIOD_MS, 4_000):
                yield (
                    at,
                    server("INFO", thread, filled("pop_revive.CYCLE_BEGUN", revive_topic=REVIVE_TOPIC, revive_queue_id=queue)),
                )
                yield at, server("INFO", thread, filled("pop_revive.OLD_OFFSET", queue, revive(self.first)))
                yield at + 3_000, server("INFO", thread, filled("pop_revive_checkpoints.LIST_SIZE", queue, 12))
        for at in range(0, PERIOD_MS, 1_000):
            text = filled("pop_buffer.SCANNED", scan_ms=1, stored_acks=0, stored_cks=0, buffer_size=40, offset_buffer_size=40)
            yield at, server("INFO", "PopBufferMergeService", text)
