"""How times are printed: UTC, milliseconds."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def iso(us: int | None) -> str | None:
    """Return `2026-01-01T00:00:00.000Z` for microseconds since the epoch."""
    if us is None:
        return None
    return (_EPOCH + timedelta(microseconds=us)).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def clock(text: str | None) -> str:
    """Return the time of day of an ISO time, `--:--` where there is none."""
    return text[11:] if text else "--:--"


def day(text: str | None) -> str:
    """Return the day of an ISO time."""
    return text[:10] if text else "unknown day"


def moment(text: str | None) -> str:
    """Return day and time of day of an ISO time, `--:--` where there is none."""
    return f"{day(text)} {clock(text)}" if text else clock(text)


def between(start: str | None, end: str | None) -> Callable[[str | None], str]:
    """Return how times between *start* and *end* are printed: the time of day, behind its day where these are of two days."""
    return clock if day(start) == day(end) else moment


def span(start: str, end: str) -> str:
    """Return from when to when, the day said once where it is one."""
    return f"{moment(start)} to {between(start, end)(end)}"


def micros(text: str | None) -> int:
    """Return microseconds since the epoch of an ISO time, 0 where there is none."""
    return (datetime.fromisoformat(text) - _EPOCH) // timedelta(microseconds=1) if text else 0
