"""Times as users type them."""

from datetime import UTC, date, datetime, timedelta

from forensics.errors import BadUsage


def iso_of(option: str, text: str | None) -> str | None:
    """Return a typed time as the document prints times, UTC unless it says otherwise; BadUsage names *option* if it is none."""
    if text is None:
        return None
    try:
        time = datetime.fromisoformat(text)
        time = time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
    except (ValueError, OverflowError):
        cure = "write it like 2026-01-01T08:00:00 (UTC) or 2026-01-01T16:00:00+08:00"
        raise BadUsage(f"{option} {text}", "is not a time", cure) from None
    return time.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def day_of(option: str, text: str | None) -> date | None:
    """Return a typed day; BadUsage names *option* where it is none."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadUsage(f"{option} {text}", "is not a day", "write it like 2026-01-31") from None


def micros_of(option: str, text: str) -> int:
    """Return a typed time in microseconds since the epoch, UTC; BadUsage names *option* where it is none."""
    iso = iso_of(option, text) or ""
    return (datetime.fromisoformat(iso) - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)
