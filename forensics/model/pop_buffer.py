"""The buffer that merges acks into their checkpoint: PopBufferMergeService, with enablePopBufferMerge.

States of a checkpoint: buffered (bits of the acked messages in memory, nothing on disk); in the store, kept only to commit
its offset (`jo`); in the store with its acks; gone. Events: the pop puts it in; acks set bits; a scan every few milliseconds
removes it once all bits are set (`ck done`, no trace on disk), or writes it and its bits to the store (`put ck to store`,
`put ack to store`, `ck finish`) when it has stayed too long, its revive time is near, or the service stops.

Forbidden: a bit set less than 4.5 s before the revive time or later than 8.5 s after the pop (addAk refuses, and the ack is
stored instead); a checkpoint done with a bit unset while it was never stored. Same bounds in 5.0.0 to 5.3.3.
"""

from forensics.model.pop_releases import LEAVE_BEFORE_MS, STAY_MS

STAYED = "stayed"
NEAR_REVIVE = "near_revive"
STOPPED = "stopped"
"""Sooner than either by default: the service stopped, popCkStayBufferTime is set to less, or popCkStayBufferTimeOut to more."""


def why_left(now: int, pop_time: int, revive_time: int) -> str:
    """Return which rule made a checkpoint leave the buffer for the store at *now*."""
    if now - pop_time > STAY_MS:
        return STAYED
    return NEAR_REVIVE if revive_time - now < LEAVE_BEFORE_MS else STOPPED
