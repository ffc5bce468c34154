"""What one log of one node covers: the only place that says whether a line that is not there was not printed."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, Self

ROTATED, SILENT, FROZEN, DOWN, DROPPED, DISCARDED, QUIET = "rotated", "silent", "frozen", "down", "dropped", "discarded", "quiet"
FILTERED = "filtered"
"""Why a log has a gap: its parts are gone; its heartbeat lacks while other logs of its node go on; no log of the node has a
line, and then they go on; its process ended and was started again; its heartbeat lacks while its own other lines go on; it says
itself that lines were discarded, as clients up to 5.0.0 do, and of every level; longer than its lines are usually apart, but
nothing says that one was due; it has not one line of those that its process prints all the time."""

TAIL = "tail"
"""Why a log leaves a doubt that does not go on to the orderly end of its process."""

STORE = "store"
"""The series of a store's files: it is no log, nothing rotates out of it, and nothing is dropped."""

_RANK = {"TRACE": 0, "DEBUG": 1, "INFO": 2, "WARN": 3, "ERROR": 4}
_SAYS = {
    ROTATED: "lacks a rotated part",
    SILENT: "has no line for a while, though its heartbeat was due: what prints it was held up, or lines are lost",
    FROZEN: "has no line for a while, as no log of its node has: it was frozen, or lines are lost",
    DISCARDED: "says itself that lines of every level were discarded",
    FILTERED: "has no line of those that its process prints every few seconds: lines were taken out of it",
    DROPPED: "lacks its heartbeat for a while, and has other lines then: lines of INFO were dropped",
}


class Gap(NamedTuple):
    """A stretch without lines: why, and from the last line before it to the first one after it."""

    why: str
    from_lo: int
    to_hi: int

    def hides(self, level: str) -> bool:
        """Return whether a line of *level* may have been there: a dead process prints none, and a burst drops no WARN."""
        return self.why in _SAYS and (self.why != DROPPED or _RANK[level] <= _RANK["INFO"])


class Doubt(NamedTuple):
    """Why a log does not tell whether something was printed: in one word, and in words that follow its name."""

    why: str
    says: str


@dataclass(frozen=True)
class Log:
    """One log of one node, or its store; times in microseconds since the epoch, UTC, None where no line has one."""

    node: str
    kind: str
    series: str
    from_lo: int | None
    to_hi: int | None
    levels: frozenset[str]
    begins_at_start: bool
    ends_at_stop: bool
    missing_parts: tuple[int, ...]
    loses_info: bool
    gaps: tuple[Gap, ...]
    crashed: bool

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Self:
        """Return the log that a row of the table `coverage` tells of."""
        gaps = tuple(Gap(gap["why"], gap["from_lo"], gap["to_hi"]) for gap in row["gaps"] or [])
        return cls(
            row["node"], row["kind"], row["series"], row["from_lo"], row["to_hi"], frozenset(row["levels"] or []),
            bool(row["begins_at_start"]), bool(row["ends_at_stop"]), tuple(row["missing_parts"] or []), bool(row["loses_info"]),
            gaps, bool(row["crashed"]),
        )  # fmt: skip

    def doubts(self, level: str, from_lo: int | None = None, to_hi: int | None = None) -> list[Doubt]:
        """Return why a line of *level* that is not there from *from_lo* to *to_hi* may have been printed; none: it was not.

        Without *from_lo* since the start of its process, without *to_hi* to its orderly end.
        """
        found = [self._beginning(from_lo), self._end(to_hi), self._parts(from_lo), self._level(level), self._dropping(level)]
        hidden = [gap for gap in self.gaps if gap.hides(level) and _meets(gap, from_lo, to_hi)]
        return [doubt for doubt in found if doubt] + [Doubt(why, _SAYS[why]) for why in dict.fromkeys(g.why for g in hidden)]

    def _beginning(self, since: int | None) -> Doubt | None:
        inside = since is not None and self.from_lo is not None and self.from_lo <= since
        if self.begins_at_start or inside:
            return None
        return Doubt("head", "has lost its first messages" if self.series == STORE else "does not begin with its process")

    def _end(self, until: int | None) -> Doubt | None:
        inside = until is not None and self.to_hi is not None and until <= self.to_hi
        if inside or (self.ends_at_stop and not self.crashed):
            return None
        if self.ends_at_stop:
            return Doubt(TAIL, "lacks what an earlier process of it had not written yet when it ended without an orderly stop")
        late = "is a copy of one moment: what came later is not in it"
        return Doubt(TAIL, late if self.series == STORE else "does not end with an orderly stop of its process")

    def _parts(self, since: int | None) -> Doubt | None:
        """Return a doubt where rotated parts lack, and where in time cannot be told by the lines around them."""
        told = any(gap.why == ROTATED for gap in self.gaps)
        return Doubt(ROTATED, _SAYS[ROTATED]) if self.missing_parts and not told and since is None else None

    def prints(self, level: str) -> bool:
        """Return whether lines of *level* can stand in it: one of that level or below does, or its lines have no level."""
        return self.series == STORE or not self.levels or any(_RANK.get(seen, 0) <= _RANK[level] for seen in self.levels)

    def _level(self, level: str) -> Doubt | None:
        return None if self.prints(level) else Doubt("level", f"has no line of {level} or below: its level may be set higher")

    def _dropping(self, level: str) -> Doubt | None:
        drops = self.loses_info and _RANK[level] <= _RANK["INFO"]
        return Doubt("drops", "may have dropped INFO lines") if drops else None


def _meets(gap: Gap, from_lo: int | None, to_hi: int | None) -> bool:
    return (from_lo is None or gap.to_hi > from_lo) and (to_hi is None or gap.from_lo < to_hi)


class Coverage:
    """The logs of a case, asked for what they cover."""

    def __init__(self, rows: Iterable[Mapping[str, Any]]) -> None:
        logs = [Log.of(row) for row in rows]
        self._logs = {(log.node, log.series): log for log in logs}

    def covers(self, node: str | None, series: str, level: str, from_lo: int | None, to_hi: int | None) -> bool:
        """Return whether every line of *level* that *node* printed into *series* from *from_lo* to *to_hi* is there.

        Open ends as in `Log.doubts`.
        """
        return not self.doubts(node, series, level, from_lo, to_hi)

    def doubts(self, node: str | None, series: str, level: str, from_lo: int | None, to_hi: int | None) -> list[Doubt]:
        """Return why not; one of them where the case has no such log."""
        log = self._logs.get((node or "", series))
        return log.doubts(level, from_lo, to_hi) if log else [Doubt("none", "is not in the case")]

    def reaches(self, node: str, serieses: Collection[str]) -> int | None:
        """Return the latest instant that every one of *serieses* that *node* has goes to, None where it has none of them."""
        ends = [log.to_hi for series in serieses if (log := self._logs.get((node, series))) and log.to_hi is not None]
        return min(ends, default=None)
