"""When what lies in a revive queue came there, and what a broker's timer had handed on by then.

A checkpoint is to be delivered a second before its revive time, an ack at it (PopMessageProcessor.buildCkMsg, AckMessageProcessor
of 5.0.0 to 5.4.0). Until then both lie in the timer, and what is stored when its time is over goes straight to the revive queue
(HookUtils.handleScheduleMessage). So no checkpoint is in a revive queue sooner than a second before its revive time. The timer
hands on what it has in the order of the times, but only what it has read of its own queue by then (TimerMessageStore): an ack
that lies behind a checkpoint due later was late, or the timer was.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from forensics.model.pop_releases import ACK_GRACE_MS
from forensics.model.spans import SECOND_US, Instant

CK_AHEAD_MS = 1_000
"""PopAckConstants.ackTimeInterval: how long before its revive time a checkpoint is to be delivered."""
_YEAR = "2000"
"""A leap year: the timer prints days and no year."""


@dataclass(frozen=True)
class Progress:
    """What a timer prints of itself every ten seconds; it reads messages in the order in which they are stored.

    `read_until` is when the last message it had read was stored, in microseconds; `waiting` counts what it had read and not given
    away though it was due, and the seconds it was behind.
    """

    record_id: int
    at: Instant
    read_until: int
    waiting: int


def read_until(at: Instant, now: str, stored: str) -> int | None:
    """Return the earliest instant, in microseconds, until which messages were read: they were stored at *stored*.

    Both texts are `MM-dd HH:mm:ss` of the process's own zone; *now* is the last whole second before the line, which is of *at*.
    A message of that second may have been stored a moment later than it.
    """
    try:
        times = [datetime.strptime(f"{_YEAR}-{text}", "%Y-%m-%d %H:%M:%S").replace(tzinfo=UTC) for text in (now, stored)]
    except ValueError:
        return None
    behind = int((times[0] - times[1]).total_seconds())
    return at.lo - (max(behind, 0) + 1) * SECOND_US if behind >= -1 else None


def earliest_ms(revive_time: int) -> int:
    """Return when a checkpoint due at *revive_time* can have come to its revive queue at the earliest, in epoch milliseconds."""
    return revive_time - CK_AHEAD_MS


def comes_too_late(revive_time: int, came_ms: int) -> bool:
    """Return whether an ack that came to the revive queue no earlier than *came_ms* was too late, unless the timer was."""
    return came_ms > revive_time + ACK_GRACE_MS


def proves(progress: Progress, revive_time: int, came_ms: int) -> bool:
    """Return whether by *progress* the timer had handed on every ack of before *revive_time* before *came_ms*."""
    due = revive_time * 1_000
    return not progress.waiting and due <= progress.at.lo and progress.at.hi < came_ms * 1_000 and due <= progress.read_until
