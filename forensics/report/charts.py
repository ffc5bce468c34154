"""A picture as data: lanes of tracks of marks. The page and the notebook draw the same one, each with its own means.

Times are microseconds since the epoch, UTC. A mark knows the records that carry it, so that it can lead to their lines.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

Row = dict[str, Any]

_MOST_RECORDS = 6
"""Records one mark leads to: the first ones and the last."""


@dataclass(frozen=True)
class Mark:
    """Something at a time, or over a time: *look* names how it is drawn, *text* says what it is."""

    lo: int
    hi: int | None
    """None is an instant."""
    look: str
    text: str
    records: tuple[int, ...] = ()
    topic: str | None = None
    group: str | None = None
    finding: str | None = None
    severity: str | None = None
    rung: int | None = None
    """Height on a ladder, from 1."""
    latest: int | None = None
    """The latest time of an instant that its line leaves open: a server's log has whole seconds."""


@dataclass(frozen=True)
class Track:
    """Marks of one meaning on one line; with *rungs* a taller one, whose marks climb."""

    label: str
    marks: tuple[Mark, ...]
    rungs: int = 0


@dataclass(frozen=True)
class Lane:
    """What is known of one node: its tracks, and the times of which no line was seen."""

    node: str
    kind: str
    tracks: tuple[Track, ...]
    unseen: tuple[Mark, ...] = ()


@dataclass(frozen=True)
class Chart:
    """A picture: its time, its lanes, what it shows in a sentence."""

    title: str
    lo: int
    hi: int
    lanes: tuple[Lane, ...]

    def marks(self) -> Iterable[Mark]:
        """Return every mark, those for what was not seen with them."""
        for lane in self.lanes:
            yield from lane.unseen
            for one in lane.tracks:
                yield from one.marks


def span(row: Row, look: str, text: str, end: int, **more: Any) -> Mark:
    """Return the mark of a state row over its time; one that is still open lasts until *end*."""
    hi = row["to_lo"] if row["to_lo"] is not None else end
    return Mark(row["from_lo"], max(hi, row["from_lo"]), look, text, few(row.get("record_ids") or ()), **more)


def point(at: int, look: str, text: str, records: Sequence[int | None], **more: Any) -> Mark:
    """Return the mark of an instant."""
    if more.get("latest") == at:
        more["latest"] = None
    return Mark(at, None, look, text, few([r for r in records if r is not None]), **more)


def track(label: str, marks: Iterable[Mark], rungs: int = 0) -> Track:
    """Return a track of *marks* in order of time."""
    return Track(label, tuple(sorted(marks, key=lambda mark: (mark.lo, mark.look, mark.text))), rungs)


def lane(node: str, kind: str, tracks: Iterable[Track], unseen: Iterable[Mark] = ()) -> Lane:
    """Return a lane without its empty tracks."""
    return Lane(node, kind, tuple(one for one in tracks if one.marks), tuple(unseen))


def few(records: Sequence[int]) -> tuple[int, ...]:
    """Return the first records and the last, where there are many."""
    return tuple(records) if len(records) <= _MOST_RECORDS else (*records[: _MOST_RECORDS - 1], records[-1])


def masked(chart: Chart, mask: Callable[[str], str]) -> Chart:
    """Return *chart* with the text of every mark put through *mask*."""

    def own(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
        return tuple(replace(one, text=mask(one.text)) for one in marks)

    def of(one: Lane) -> Lane:
        return replace(one, tracks=tuple(replace(t, marks=own(t.marks)) for t in one.tracks), unseen=own(one.unseen))

    return replace(chart, lanes=tuple(map(of, chart.lanes)))


def thinned(chart: Chart, most: int) -> Chart:
    """Return *chart* with at most about *most* marks: tracks with many keep some, evenly spread, and say how many there are."""
    sizes = [len(t.marks) for one in chart.lanes for t in one.tracks]
    each = _fitting(sizes, most)

    def thin(one: Track) -> Track:
        count = len(one.marks)
        if count <= each:
            return one
        kept = tuple(one.marks[number * (count - 1) // max(each - 1, 1)] for number in range(each))
        return Track(f"{one.label} ({each} of {count} drawn)", kept, one.rungs)

    return replace(chart, lanes=tuple(replace(one, tracks=tuple(map(thin, one.tracks))) for one in chart.lanes))


def _fitting(sizes: Sequence[int], most: int) -> int:
    """Return the largest number of marks a track may have so that all tracks together have at most *most*."""
    each = max(sizes, default=0)
    while each > 1 and sum(min(size, each) for size in sizes) > most:
        each = each * 9 // 10
    return each
