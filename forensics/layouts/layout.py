"""A layout as a value: how the first line of a record is written, and what its clock means."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from enum import Enum
from functools import lru_cache

GMT8 = timezone(timedelta(hours=8))


class Zone(Enum):
    """Whose clock a layout prints."""

    GMT8 = "GMT+8, whatever the host's zone"
    PROCESS = "the process's own zone"


@dataclass(frozen=True)
class Layout:
    """One way a record begins.

    `head` has the groups `time`, `message` and, where the layout prints them, `level`, `thread`, `logger`.
    `resolution_us` is how long one printed time lasts; `samples` are real first lines, which are its test;
    `marker` is what tells a file of this layout where `head` fits too much to tell.
    """

    name: str
    head: re.Pattern[str]
    zone: Zone
    resolution_us: int
    samples: tuple[str, ...]
    marker: re.Pattern[str] | None = None

    def marks(self, line: str) -> bool:
        """Return whether *line* tells that a file has this layout."""
        return (self.marker or self.head).match(line) is not None


@lru_cache(maxsize=1 << 14)
def printed_us(text: str) -> int | None:
    """Return the printed time as microseconds since the epoch, read as if it were UTC; None for no calendar time."""
    try:
        time = datetime.strptime(text[:19], "%Y-%m-%d %H:%M:%S").replace(tzinfo=UTC)
    except ValueError:
        return None
    fraction = text[20:].ljust(6, "0")[:6] if len(text) > 19 else "0"
    return int(time.timestamp()) * 1_000_000 + int(fraction)
