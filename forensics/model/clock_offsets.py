"""What the clock of one node shows ahead of another over time: by one offset, set once, or drifting.

Times and offsets in microseconds.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from forensics.model.spans import SECOND_US

NOTABLE_US = 2 * SECOND_US
"""Clocks kept by NTP are nearer than this; what is decided across nodes allows for as much."""
_ZONE_STEP_US = 900 * SECOND_US
"""Zones are whole quarters of an hour apart."""
_HALVINGS = 60
_FASTEST = 0.5
"""A clock that gains or loses more than half of the time is none."""


class Offset(NamedTuple):
    """A clock is ahead of the reference by `lo` to `hi`; None where nothing bounds it."""

    lo: int | None
    hi: int | None

    @property
    def notable(self) -> bool:
        """Return whether the clock cannot be one that is kept as others are."""
        return (self.lo is not None and self.lo > NOTABLE_US) or (self.hi is not None and self.hi < -NOTABLE_US)

    @property
    def agrees(self) -> bool:
        """Return whether the clock is known to be kept as the reference is."""
        return self.lo is not None and self.hi is not None and self.lo >= -NOTABLE_US and self.hi <= NOTABLE_US

    @property
    def correction(self) -> int:
        """Return what to take off the clock's times: the zone's difference where one fits, else the least that fits.

        Most clocks are nearly right: of a wide interval the end that is nearer to none is likelier than the middle.
        """
        if not self.notable:
            return 0
        if self.lo is None or self.hi is None:
            return self.lo if self.lo is not None else self.hi or 0
        inside = min((self.hi - self.lo) // 2, NOTABLE_US)
        return self.zone or (self.lo + inside if self.lo > 0 else self.hi - inside)

    @property
    def doubt(self) -> int | None:
        """Return how far a corrected time may still be off; None where nothing bounds it, 0 for a clock as good as others.

        That is a clock, too, that stands in another zone and is right in it.
        """
        if not self.notable:
            return 0
        if self.lo is None or self.hi is None:
            return None
        return 0 if self.zone else max(self.hi - self.correction, self.correction - self.lo)

    @property
    def reach(self) -> int | None:
        """Return how far the clock may be from the reference's at most, None where nothing bounds it."""
        return None if self.lo is None or self.hi is None else max(abs(self.lo), abs(self.hi))

    @property
    def zone(self) -> int:
        """Return the difference of zones that fits, 0 where none does."""
        if self.lo is None or self.hi is None:
            return 0
        zone = round((self.lo + self.hi) / 2 / _ZONE_STEP_US) * _ZONE_STEP_US
        return zone if self.lo - SECOND_US <= zone <= self.hi + SECOND_US else 0


class Point(NamedTuple):
    """At `at` by its own clock, a clock was ahead by at least (`lower`) or at most `value`."""

    at: int
    value: int
    lower: bool


@dataclass(frozen=True)
class Stretch:
    """From one time by the node's own clock to another (None: without end) its clock was ahead by `offset`.

    `drift` is what it gained per microsecond from `start` on, when it was ahead by `offset`.
    """

    start: int | None
    end: int | None
    offset: Offset
    drift: float = 0.0


def stretches(points: list[Point]) -> tuple[Stretch, ...]:
    """Return how far a clock was ahead as *points*, in order, bound it: constantly, else set once, else drifting; else none."""
    return _constant(points) or _stepped(points) or _drifting(points)


def _constant(points: list[Point]) -> tuple[Stretch, ...]:
    found = _running(points)[-1] if points else None
    return (Stretch(None, None, found),) if found else ()


def _stepped(points: list[Point]) -> tuple[Stretch, ...]:
    """Return two stretches, of which each has one offset, bounded on both sides; the clock was changed between them."""
    found = []
    befores, afters = _running(points), [*reversed(_running([*reversed(points)]))]
    for cut in range(1, len(points)):
        before, after = befores[cut - 1], afters[cut]
        if points[cut - 1].at < points[cut].at and before and after and None not in (*before, *after):
            width = (before.hi or 0) - (before.lo or 0) + (after.hi or 0) - (after.lo or 0)
            found.append((width, cut, before, after))
    if not found:
        return ()
    _, cut, before, after = min(found, key=lambda one: one[:2])
    return Stretch(None, points[cut - 1].at, before), Stretch(points[cut].at, None, after)


def _running(points: Iterable[Point]) -> list[Offset | None]:
    """Return for each of *points* the offsets that satisfy it and all before it, None where none does."""
    found, lo, hi = [], None, None
    for point in points:
        if point.lower:
            lo = point.value if lo is None else max(lo, point.value)
        else:
            hi = point.value if hi is None else min(hi, point.value)
        found.append(None if lo is not None and hi is not None and lo > hi else Offset(lo, hi))
    return found


def _drifting(points: list[Point]) -> tuple[Stretch, ...]:
    """Return the one stretch of a clock that gains or loses evenly, as little as fits; it must be bounded on both sides."""
    if len({point.lower for point in points}) < 2:
        return ()
    start = points[0].at

    def room(slope: float) -> int:
        lo, hi = _ends(points, start, slope)
        return hi - lo

    low, high = -_FASTEST, _FASTEST
    for _ in range(_HALVINGS):
        third = (high - low) / 3
        low, high = (low + third, high) if room(low + third) < room(high - third) else (low, high - third)
    roomiest = (low + high) / 2
    if room(roomiest) < 0:
        return ()
    none, fits = 0.0, roomiest
    for _ in range(_HALVINGS):
        middle = (none + fits) / 2
        none, fits = (none, middle) if room(middle) >= 0 else (middle, fits)
    return (Stretch(start, None, Offset(*_ends(points, start, fits)), fits),)


def _ends(points: list[Point], start: int, slope: float) -> tuple[int, int]:
    """Return the least and the most that the clock was ahead at *start*, if it gained by *slope* since."""
    turned = [(point.value - round(slope * (point.at - start)), point.lower) for point in points]
    return max(value for value, lower in turned if lower), min(value for value, lower in turned if not lower)
