"""POP with the key value store (RIP-73): one record a message, PopConsumerService and PopConsumerRecord, 5.3.2 to 5.3.3.

States of a record: waiting until its visibility time; acked (deleted); revived (a retry message written, deleted); backed off
(rewritten with a later visibility time, one attempt more); given up. Events: a pop, an ack, a change of the invisible time, a
revive, a backed-off retry, a drop.

Forbidden: a revive of an acked record, and a revive before the visibility time. An ack counts only under the record's own pop
time and invisible time: another one is answered with success and does nothing.
"""

from dataclasses import dataclass, replace

WAITING, ACKED, REVIVED, GIVEN_UP = "waiting", "acked", "revived", "given_up"


@dataclass(frozen=True)
class Record:
    """One record: the pop it is of, until when it waits, how often it was tried, and what became of it."""

    pop_time: int
    invisible_ms: int
    state: str = WAITING
    attempts: int = 0

    @property
    def visible_at(self) -> int:
        """Return when the message is visible again, in milliseconds."""
        return self.pop_time + self.invisible_ms


@dataclass(frozen=True)
class Acked:
    """An ack under a handle."""

    pop_time: int
    invisible_ms: int


@dataclass(frozen=True)
class Changed:
    """The invisible time was changed: the record is written anew under another pop time."""

    pop_time: int
    invisible_ms: int


@dataclass(frozen=True)
class Revived:
    """A retry message was written at `now`."""

    now: int


@dataclass(frozen=True)
class BackedOff:
    """The message could not be read: the record is written anew, one attempt more."""

    pop_time: int
    invisible_ms: int


@dataclass(frozen=True)
class GivenUp:
    """The record was dropped."""


def step(record: Record, event: Acked | Changed | Revived | BackedOff | GivenUp) -> tuple[Record, str | None]:
    """Return the record after *event*, and what is forbidden about it."""
    match event:
        case Acked(pop_time, invisible_ms):
            own = (pop_time, invisible_ms) == (record.pop_time, record.invisible_ms) and record.state == WAITING
            return (replace(record, state=ACKED) if own else record), None
        case Changed(pop_time, invisible_ms):
            return replace(record, pop_time=pop_time, invisible_ms=invisible_ms), None
        case BackedOff(pop_time, invisible_ms):
            return replace(record, pop_time=pop_time, invisible_ms=invisible_ms, attempts=record.attempts + 1), None
        case GivenUp():
            return replace(record, state=GIVEN_UP), None
        case Revived(now):
            return replace(record, state=REVIVED), _of_revive(record, now)


def _of_revive(record: Record, now: int) -> str | None:
    if record.state == ACKED:
        return "no revive of an acked record"
    return "no revive before the visibility time" if now < record.visible_at else None
