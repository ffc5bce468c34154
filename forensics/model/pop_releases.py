"""What releases of RocketMQ differ in on the POP path, as numbers and names the other parts of the model use.

Nothing here decides a verdict: a cause is proven by its mechanism's lines. These facts give the mechanism its name, its
bounds and its words.
"""

SECOND_MS = 1_000

MIN_BUFFER_LIFE_MS = 4_500
"""A checkpoint or an ack is taken into the buffer only this long before the revive time: popCkStayBufferTimeOut (3000) and
1500 (PopBufferMergeService.addCk and addAk, 5.0.0 to 5.3.3)."""
STAY_MS = 10_000
"""A checkpoint leaves the buffer for the store once it has stayed this long: popCkStayBufferTime."""
LEAVE_BEFORE_MS = 3_000
"""... or this long before its revive time: popCkStayBufferTimeOut."""

JUDGED_AFTER_MS = 2_000
"""Revive judges a checkpoint once the newest time it has read is more than this beyond the revive time: ackTimeInterval and
one second (PopReviveService.mergeAndRevive, 5.0.0 to 5.3.3)."""
EARLIEST_RETRY_MS = 1_000
"""The timer delivers up to a second early, so on the wall clock a retry may come this soon after the revive time."""
ACK_GRACE_MS = 2_000
"""An ack that came this long after the revive time may still have counted: undecided."""

REWRITE_AFTER_S = (10, 20, 30, 60, 120, 180, 240, 300, 360, 420, 480, 540, 600, 1200, 1800, 3600, 7200)
"""Seconds added to the invisible time at each rewrite (PopReviveService.ckRewriteIntervalsInSeconds, 5.3.1 to 5.3.3, and
PopConsumerService with the key value store, 5.3.2 to 5.3.3). Up to 5.3.0 none is added: the checkpoint is due at once."""

TAKEN_FOR_GONE = frozenset({"MESSAGE_WAS_REMOVING", "OFFSET_TOO_SMALL", "NO_MATCHED_LOGIC_QUEUE", "NO_MESSAGE_IN_QUEUE", "NULL"})
"""Results of a local read after which 5.1.0 to 5.3.0 give a message up; after any other they rewrite its checkpoint."""

RETRY_PREFIX = "%RETRY%"
ACK_REQUESTS = frozenset({200051, 200151})
"""ACK_MESSAGE and BATCH_ACK_MESSAGE."""
CHANGE_REQUEST = 200053
"""CHANGE_MESSAGE_INVISIBLETIME: acks the old handle."""
PULL_REQUEST = 11
"""PULL_MESSAGE, by which revive reads a message of another broker (EscapeBridge.getMessageFromRemoteAsync)."""
