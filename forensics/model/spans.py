"""Instants as what a record allows: never a bare point in time. Microseconds since the epoch, UTC."""

from typing import NamedTuple

SECOND_US = 1_000_000
LATEST_MS = 253_402_300_799_999
"""The last millisecond of the year 9999, beyond which nothing can be printed as a time."""


class Instant(NamedTuple):
    """Some moment between `lo` and `hi`, both included."""

    lo: int
    hi: int

    def surely_before(self, other: "Instant") -> bool:
        """Return whether every reading of the two clocks puts this moment before *other*."""
        return self.hi < other.lo


class Span(NamedTuple):
    """From a moment to a moment; `end` is None while open."""

    start: Instant
    end: Instant | None

    def columns(self) -> dict[str, int | None]:
        """Return the span as the columns `from_lo, from_hi, to_lo, to_hi`."""
        end = self.end
        return {
            "from_lo": self.start.lo,
            "from_hi": self.start.hi,
            "to_lo": end.lo if end else None,
            "to_hi": end.hi if end else None,
        }
