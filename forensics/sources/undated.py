"""Lines that print a clock without a date, put behind the instant that their wrapping tells: nothing else dates them."""

import re
from datetime import UTC, datetime, timedelta

_CLOCK = re.compile(r"(?P<hours>\d\d):(?P<minutes>\d\d):(?P<seconds>\d\d)[.,](?P<milliseconds>\d{3})(?!\d| \|-)")
"""No bar stands behind it: what logback says of its own configuration is known by its clock."""
_QUARTER = timedelta(minutes=15)
"""Zones are so far apart, so that a clock in any of them shows the same in its quarter of an hour."""
_LATE = timedelta(minutes=1)
"""A collector takes a line up moments after it was printed; one that is later than that does not tell its quarter surely."""

_FIRST, _LAST = 1971, 9998


def dated(text: str, instant: str) -> str:
    """Return *text* behind its time in UTC where it begins with a clock alone, and as it is where it does not.

    *instant* is when the line was taken up, in ISO 8601 with its zone. The time is the clock's own, or *instant* where the two do
    not fit.
    """
    clock = _CLOCK.match(text)
    taken = _parsed(instant) if clock else None
    if clock is None or taken is None:
        return text
    shown = timedelta(**{unit: int(value) for unit, value in clock.groupdict().items()})
    of_day = taken - taken.replace(hour=0, minute=0, second=0, microsecond=0)
    late = (of_day - shown + _LATE) % _QUARTER - _LATE
    printed = taken - late if late <= _LATE else taken
    return f"{printed.isoformat(timespec='milliseconds')}Z {text}"


def _parsed(instant: str) -> datetime | None:
    """Return *instant* in UTC, None where it is none of a clock that was set, or has no zone."""
    try:
        taken = datetime.fromisoformat(instant)
    except ValueError:
        return None
    return taken.astimezone(UTC).replace(tzinfo=None) if taken.tzinfo and _FIRST <= taken.year <= _LAST else None
