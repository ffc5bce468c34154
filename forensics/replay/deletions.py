"""Topics that were deleted, and not only taken over by a slave from its master."""

import polars as pl

from forensics.replay.events import Events

_OWN_TASK = "BrokerController"
"""How the threads of a broker's scheduled tasks begin; what somebody asks for runs on AdminBrokerThread_."""


def deletions(events: Events, *signs: str) -> pl.DataFrame:
    """Return the lines of `topic_deleted` that tell of a deletion asked for, and of *signs*, other events of one, in file order.

    From 5.3.2 on a slave deletes every topic it has and makes those of its master anew, whenever the master's table has another
    version (SlaveSynchronize.syncTopicConfig): such a line, of a thread of its own, is no deletion.
    """
    lines = events.brief_frame(("topic_deleted", *signs), "topic", "thread")
    return lines.filter(~pl.col("thread").fill_null("").str.starts_with(_OWN_TASK))
