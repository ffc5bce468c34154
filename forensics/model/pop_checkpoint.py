"""One popped batch from its pop to its judgement: its checkpoint, the acks of its messages, what came back.

States: popped (the checkpoint is in the buffer or in the store); acked message by message, in memory or by stored acks; in
the revive queue (the timer has delivered it a second before its revive time, its acks up to a second before it); judged by
revive once overdue (pop_time.py, pop_match.py); gone. What is not acked then comes back as a new message of the retry topic.

Events: a line that shows the ack of a message taken; an ack written by the buffer; a copy of the checkpoint or of an ack read
by revive; a message returned, revived or popped again from its own queue.

Forbidden, whatever the order in which the lines stand: that a message acked in time returns; that it returns before its
checkpoint is due, twice from one copy of the checkpoint, or though the checkpoint does not hold it (the property S1, S3, S5
and S4 of the protocol). Mirrors PopMessageProcessor, AckMessageProcessor, PopBufferMergeService and PopReviveService of 5.0.0
to 5.3.3, with the default store (FS mode).
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from forensics.model import pop_time
from forensics.model.pop_match import Place
from forensics.model.pop_releases import EARLIEST_RETRY_MS
from forensics.model.pop_rewrites import first_due
from forensics.model.pop_time import IN_TIME, LATE, UNDECIDED
from forensics.model.spans import Instant

REVIVED = "revived"
POPPED_AGAIN = "popped_again"

MEMORY = "memory"
REQUEST = "request"
COUNTED = "counted"


Line = tuple[str, int]
"""A node, and the number of a line in its pop.log, its rotated parts counted through."""


@dataclass(frozen=True)
class AckTaken:
    """A line that shows the broker take an ack: into memory, as a request, or as one of the requests it counted.

    `line` is its place in the log of a node, None where it is of no one line. `by_store` is whether the key value store took it.
    """

    offset: int
    record_id: int
    at: Instant
    how: str
    line: Line | None = None
    by_store: bool = False


@dataclass(frozen=True)
class AckStored:
    """The buffer of *node* wrote the ack beside the checkpoint; `broker` is the name it carries."""

    offset: int
    record_id: int
    at: Instant
    node: str
    broker: str | None


@dataclass(frozen=True)
class AckFound:
    """Revive read a copy of the ack."""

    offset: int
    record_id: int
    at: Instant
    broker: str | None
    place: Place
    line: Line | None = None


@dataclass(frozen=True)
class AckBehind:
    """The ack lies behind a checkpoint due later, and so came to the revive queue no earlier than `at`.

    `record_id` is the line of that checkpoint. By the line `timer_record_id` the timer had handed on all acks in time before it;
    None where no such line is there.
    """

    offset: int
    record_id: int
    at: Instant
    timer_record_id: int | None


@dataclass(frozen=True)
class CkFound:
    """Revive read a copy of the checkpoint."""

    record_id: int
    at: Instant
    place: Place


@dataclass(frozen=True)
class Returned:
    """A message of the batch was delivered again: `place` is the judged copy, or None where it was popped again.

    `line` is the place of its line, where the log of a node tells it; `by_store` is whether the key value store delivered it.
    """

    offset: int
    record_id: int
    at: Instant
    way: str
    node: str
    place: Place | None = None
    line: Line | None = None
    by_store: bool = False


Event = AckTaken | AckStored | AckFound | AckBehind | CkFound | Returned


@dataclass(frozen=True)
class Deviation:
    """Something the protocol forbids: its name, the return it happened at, and the comparison that decides."""

    name: str
    record_id: int
    at: Instant
    says: str


@dataclass(frozen=True)
class Checkpoint:
    """A checkpoint and what the record shows of it; `events` are sorted, so the order of reading leaves no mark.

    `rewrites` is how often revive had put it again, which puts off its revive time, and not when acks must come.
    `elsewhere` are the records whose times are not by the clock that stamped the pop: it was set back meanwhile, or they are of
    another node, whose clock is off.
    """

    broker: str | None
    topic: str
    group: str
    queue_id: int
    start_offset: int
    pop_time: int | None
    revive_time: int
    offsets: tuple[int, ...]
    events: tuple[Event, ...] = ()
    elsewhere: frozenset[int] = frozenset()
    rewrites: int | None = None

    @property
    def acks_until(self) -> int:
        """Return before when an ack must have come, in epoch milliseconds."""
        return first_due(self.revive_time, self.rewrites)

    @cached_property
    def taken(self) -> tuple[AckTaken, ...]:
        """Return the lines that show acks taken."""
        return tuple(e for e in self.events if isinstance(e, AckTaken))

    @cached_property
    def written(self) -> tuple[AckStored, ...]:
        """Return the acks that a buffer wrote to a store."""
        return tuple(e for e in self.events if isinstance(e, AckStored))

    @cached_property
    def found(self) -> tuple[AckFound, ...]:
        """Return the copies of acks that revive read."""
        return tuple(e for e in self.events if isinstance(e, AckFound))

    @cached_property
    def behind(self) -> dict[int, AckBehind]:
        """Return by offset the acks that came to the revive queue behind a checkpoint due later."""
        return {e.offset: e for e in self.events if isinstance(e, AckBehind)}

    @cached_property
    def returns(self) -> tuple[Returned, ...]:
        """Return the deliveries again."""
        return tuple(e for e in self.events if isinstance(e, Returned))

    def told_elsewhere(self, records: Collection[int]) -> "Checkpoint":
        """Return it knowing that the times of *records* cannot be compared with its own."""
        return replace(self, elsewhere=frozenset(records))

    def in_time(self, offset: int) -> str | None:
        """Return whether the ack of *offset* was in time; None where no line shows one."""
        taken = [self._answer(a) for a in self.taken if a.offset == offset and self._is_timed(a)]
        seen: list[AckStored | AckFound] = [*self.written, *self.found]
        known = [pop_time.known_by(a.at, self.acks_until) for a in seen if a.offset == offset and self._is_timed(a)]
        if IN_TIME in taken or IN_TIME in known:
            return IN_TIME
        if any(a.offset == offset and not self._is_timed(a) for a in (*self.taken, *seen)):
            return UNDECIDED
        if offset in self.behind and self.behind[offset].timer_record_id is not None:
            return LATE
        return pop_time.best(taken) or pop_time.best(known)

    def _answer(self, ack: AckTaken) -> str:
        """Return whether an ack was in time; none is that came after its message was revived, or after all it came back by."""
        answer = pop_time.against(ack.at, self.acks_until)
        own = [r for r in self.returns if r.offset == ack.offset]
        before = [r for r in own if self._is_timed(r) and stands_after(ack, r)]
        too_late = any(r.way == REVIVED for r in before) or (before and len(before) == len(own))
        return LATE if answer != IN_TIME and too_late else answer

    def _is_timed(self, ack: AckTaken | AckStored | AckFound | Returned) -> bool:
        """Return whether an ack's time can be compared with the checkpoint's; counts of requests are of every clock."""
        counted = isinstance(ack, AckTaken) and ack.how == COUNTED
        return not self.elsewhere if counted else ack.record_id not in self.elsewhere


def stands_after(ack: AckTaken | AckFound, revived: Returned) -> bool:
    """Return whether the line of *ack* is behind that of *revived*, in one log: seconds alone leave the order open.

    A store has no lines, but the milliseconds at which an ack came to the revive queue, and the retried message to its topic.
    """
    one, other = ack.line, revived.line
    if one is None and other is None:
        return isinstance(ack, AckFound) and ack.place.node == revived.node and ack.at.lo > revived.at.hi
    return one is not None and other is not None and one[0] == other[0] and one[1] > other[1] and ack.at.hi >= revived.at.lo


def step(ck: Checkpoint, event: Event) -> tuple[Checkpoint, tuple[Deviation, ...]]:
    """Return the checkpoint after *event*, and what has become forbidden by it."""
    if event in ck.events:
        return ck, ()
    after = replace(ck, events=tuple(_ordered((*ck.events, event))))
    before = set(forbidden(ck))
    return after, tuple(d for d in forbidden(after) if d not in before)


def run(ck: Checkpoint, events: Iterable[Event]) -> tuple[Checkpoint, tuple[Deviation, ...]]:
    """Return the checkpoint after all *events*, in any order, and all that is forbidden: the steps taken at once."""
    after = replace(ck, events=tuple(_ordered({*ck.events, *events})))
    return after, forbidden(after)


def _ordered(events: Iterable[Event]) -> list[Event]:
    """Return *events* in the order of their records; those of one record and offset, which are few, in that of their texts."""
    ordered = sorted(events, key=_place_of)
    if all(_place_of(one) < _place_of(other) for one, other in pairwise(ordered)):
        return ordered
    return sorted(ordered, key=lambda event: (*_place_of(event), repr(event)))


def _place_of(event: Event) -> tuple[int, int]:
    return event.record_id, getattr(event, "offset", 0)


def forbidden(ck: Checkpoint) -> tuple[Deviation, ...]:
    """Return every deviation of the checkpoint."""
    return tuple(d for returned in ck.returns for d in _of_return(ck, returned))


def _of_return(ck: Checkpoint, returned: Returned) -> list[Deviation]:
    found = []
    if ck.in_time(returned.offset) == IN_TIME:
        found.append(("acked_message_returned", "its ack was taken before the revive time"))
    if returned.way == REVIVED:
        if returned.offset not in ck.offsets:
            found.append(("foreign_message_returned", "the checkpoint does not hold this offset"))
        # The key value store has no place to judge from, and revives a record as soon as its message is visible.
        after = EARLIEST_RETRY_MS if returned.place else 0
        if returned.record_id not in ck.elsewhere and returned.at.hi < (ck.revive_time + after) * 1_000:
            found.append(("returned_early", "its checkpoint was not due"))
        if any(_same_judgement(returned, other) for other in ck.returns):
            found.append(("returned_twice", "one copy of the checkpoint returned it twice"))
    return [Deviation(name, returned.record_id, returned.at, f"offset {returned.offset}: {says}") for name, says in found]


def _same_judgement(later: Returned, earlier: Returned) -> bool:
    return (
        earlier.record_id < later.record_id
        and earlier.offset == later.offset
        and earlier.place is not None
        and earlier.place == later.place
        and earlier.way == later.way
    )
