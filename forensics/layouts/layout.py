"""A layout as a value: how the first line of a record is written, and what its clock means."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

GMT8 = timezone(timedelta(hours=8))


class Zone(Enum):
    """Whose clock a layout prints."""

    GMT8 = "GMT+8, whatever the host's zone"
    PROCESS = "the process's own zone"


@dataclass(frozen=True)
class Layout:
    """One way a record begins.

    `head` has the groups `time`, `message` and, where the layout prints them, `level`, `thread`, `logger`.
    `resolution_us` is how long one printed time lasts, `AS_PRINTED` where its digits tell; `samples` are real first lines,
    which are its test; `marker` is what tells a file of this layout where `head` fits too much to tell.
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


AS_PRINTED = 0
"""The resolution of a layout whose times tell it by how many digits they have."""
_SECOND = re.compile(r"(\d{4})[-/.](\d\d)[-/.](\d\d)[T -](\d\d):(\d\d):(\d\d)", re.ASCII)
_REST = re.compile(r"(?:[.,](\d{1,9}))? ?(?:(Z)|([+-])(\d\d):?(\d\d))?", re.ASCII)

_SECONDS = len("2026-11-21 19:39:10")
_FIRST_YEAR, _LAST_YEAR = 1970, 9998
"""Years a clock can show; those beyond cannot be moved into another zone."""


_LEVELS = {
    "WARNING": "WARN", "CRITICAL": "FATAL", "PANIC": "FATAL", "DPANIC": "FATAL",
    "TRCE": "TRACE", "DEBG": "DEBUG", "ERRO": "ERROR", "CRIT": "FATAL",
    "T": "TRACE", "D": "DEBUG", "I": "INFO", "W": "WARN", "E": "ERROR", "C": "FATAL",
}  # fmt: skip


def level_of(printed: str) -> str:
    """Return a *printed* level by the name that Java's loggers have for it."""
    level = printed.upper()
    return _LEVELS.get(level, level)


class Printed(NamedTuple):
    """A printed time: microseconds since the epoch read as if it were UTC, how long it lasts, and the zone printed with it."""

    us: int
    resolution_us: int
    zone_s: int | None


def printed_time(text: str) -> Printed | None:
    """Return the time that *text* prints; None for no calendar time."""
    second_us = _second_us(text[:_SECONDS])
    if second_us is None:
        return None
    fraction_us, resolution_us, zone_s = _within(text[_SECONDS:])
    return Printed(second_us + fraction_us, resolution_us, zone_s)


@lru_cache(maxsize=1 << 12)
def _second_us(text: str) -> int | None:
    """Return the beginning of the second that *text* prints; lines of one second follow each other."""
    found = _SECOND.match(text)
    if not found or not _FIRST_YEAR <= int(found[1]) <= _LAST_YEAR:
        return None
    year, month, day, hour, minute, second = map(int, found.groups())
    try:
        return int(datetime(year, month, day, hour, minute, second, tzinfo=UTC).timestamp()) * 1_000_000
    except ValueError:
        return None


@lru_cache(maxsize=1 << 12)
def _within(text: str) -> tuple[int, int, int | None]:
    """Return what *text*, which stands behind a second, adds to it, how long that lasts, and the zone."""
    fraction, utc, sign, hours, minutes = _REST.findall(text)[0]  # it fits any text, if only an empty beginning of it
    digits = fraction[:6]
    zone = 0 if utc else None if not sign else int(f"{sign}1") * (int(hours) * 3600 + int(minutes) * 60)
    return int(digits.ljust(6, "0")), 10 ** (6 - len(digits)), zone


def printed_us(text: str) -> int | None:
    """Return the printed time as microseconds since the epoch, read as if it were UTC; None for no calendar time."""
    found = printed_time(text)
    return found.us if found else None
