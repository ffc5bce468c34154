"""RocksDB's own log, as brokers have one of each database: what tells it from RocketMQ's, of which it says nothing.

It is called `LOG` or `LOG.old.<microseconds>`, behind the path of the database where it lies among RocketMQ's logs (5.4.0 on).
"""

import re
from collections.abc import Sequence

SAYS = "RocksDB's own log, which says nothing of RocketMQ"
_HEAD = re.compile(r"\d{4}/\d\d/\d\d-\d\d:\d\d:\d\d\.\d{6} [0-9a-f]{1,16} ")
"""The clock and the thread that RocksDB's AutoRollLogger puts before a line."""
_SHARE = 0.3
"""Options of a table are many lines of one record."""


def is_written_by_it(texts: Sequence[str]) -> bool:
    """Return whether lines are of RocksDB's log."""
    shown = [text for text in texts if text.strip()]
    return sum(_HEAD.match(text) is not None for text in shown) > _SHARE * len(shown)
