"""Clocks that were set back: a log is written in order, so a line far older than the one above it proves that its clock was set.

What a process stamped before and what it printed after cannot be compared: how far the clock was set is known from below only.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

from forensics.model.spans import SECOND_US

HOUR_US = 3_600 * SECOND_US
REORDERED_US = 5 * SECOND_US
"""Threads take a line's time first and hand it to the appender after: under load up to two seconds out of order were seen."""
_NEAR_US = 120 * SECOND_US
_LATEST_US = 4 * HOUR_US
"""Zones end summer time between midnight and four by their own clocks."""


@dataclass(frozen=True)
class Setback:
    """In one file of *node* a line shows `shown` (microseconds), and the next ones, from *record_id* on, less: first `then`."""

    node: str
    file_id: int
    record_id: int
    shown: int
    then: int

    def ends_summer_time(self, ahead_us: int) -> bool:
        """Return whether times that are printed *ahead_us* of UTC go back as local time does: by night, an hour at a full hour.

        Nothing is wrong with the clock then. Lines must stand shortly before and after: a client prints some every half a minute.
        """
        shown, then = self.shown + ahead_us, self.then + ahead_us
        change = -(-shown // HOUR_US) * HOUR_US
        by_night = change % (24 * HOUR_US) <= _LATEST_US
        return by_night and 0 <= then - (change - HOUR_US) <= _NEAR_US and change - shown <= _NEAR_US


@dataclass(frozen=True)
class Setbacks:
    """The setbacks of a case in the order of their records; `firsts` are the first record and the file of each log, in order."""

    steps: tuple[Setback, ...] = ()
    firsts: tuple[tuple[int, int], ...] = ()

    @cached_property
    def nodes(self) -> frozenset[str]:
        """Return the nodes whose clocks were set back."""
        return frozenset(step.node for step in self.steps)

    @cached_property
    def _of_file(self) -> dict[int, list[tuple[int, int]]]:
        """Return by file the first and the last record with which its clock fell, for each time that it was set."""
        found: dict[int, list[tuple[int, int]]] = {}
        before: dict[int, Setback] = {}
        for step in self.steps:
            own = found.setdefault(step.file_id, [])
            if step.file_id in before and _same_setting(before[step.file_id], step):
                own[-1] = own[-1][0], step.record_id
            else:
                own.append((step.record_id, step.record_id))
            before[step.file_id] = step
        return found

    @cached_property
    def _most(self) -> dict[str, int]:
        """Return by node how often its clock was set back, as the file tells that shows it most often."""
        often: dict[str, int] = {}
        for step in self.steps:
            often[step.node] = max(often.get(step.node, 0), len(self._of_file[step.file_id]))
        return often

    def times_set(self, node: str, record_id: int) -> int | None:
        """Return how often the clock of *node* had been set back when it printed a record; None where the file does not show."""
        if node not in self.nodes:
            return 0
        at = bisect_right(self.firsts, record_id, key=lambda first: first[0])
        steps = self._of_file.get(self.firsts[at - 1][1], []) if at else []
        begun, done = (bisect_right(steps, record_id, key=itemgetter(end)) for end in (0, 1))
        return done if len(steps) == self._most[node] and begun == done else None

    def one_clock(self, records: Sequence[tuple[str, int]]) -> bool:
        """Return whether the *records*, each a node and its record, were printed with no setback of its node's clock between."""
        set_so_often: dict[str, set[int | None]] = {}
        for node, record_id in records:
            set_so_often.setdefault(node, set()).add(self.times_set(node, record_id))
        return all(len(own) == 1 and None not in own for own in set_so_often.values())


def _same_setting(one: Setback, other: Setback) -> bool:
    """Return whether a file falls twice for one setting of its clock: a thread was late with a time from before it."""
    return abs(one.then - other.then) <= REORDERED_US and abs(one.shown - other.shown) <= REORDERED_US


NO_SETBACKS = Setbacks()
