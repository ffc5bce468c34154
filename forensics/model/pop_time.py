"""Whether a broker took an ack in time: before the checkpoint's revive time (pop time and invisible time).

An ack of the two seconds after it may still have counted, because revive judges a checkpoint only once it is that long
overdue by the newest time it has read (PopReviveService.mergeAndRevive, 5.0.0 to 5.3.3): undecided.
"""

from forensics.model.pop_releases import ACK_GRACE_MS
from forensics.model.spans import Instant

IN_TIME, LATE, UNDECIDED = "in_time", "late", "undecided"

_US = 1_000


def against(taken: Instant, revive_time: int) -> str:
    """Return whether an ack taken within *taken* was in time for *revive_time*, in milliseconds."""
    if taken.hi < revive_time * _US:
        return IN_TIME
    if taken.lo > (revive_time + ACK_GRACE_MS) * _US:
        return LATE
    return UNDECIDED


def known_by(seen: Instant, revive_time: int) -> str:
    """Return what a line says that shows an ack taken at its own time or at any time before."""
    return IN_TIME if seen.hi < revive_time * _US else UNDECIDED


def best(answers: list[str]) -> str | None:
    """Return the strongest of several answers about one ack: one proof that it was in time is enough."""
    for answer in (IN_TIME, UNDECIDED, LATE):
        if answer in answers:
            return answer
    return None
