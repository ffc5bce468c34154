"""The picture of one finding: what its kind needs to be seen, and its steps, so that a kind nobody drew yet has one too."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from forensics.report import pictures_pop, pictures_routes
from forensics.report.charts import Chart, Lane, Mark, Track, track
from forensics.report.incident import extent
from forensics.report.loglines import At, at
from forensics.report.scrub import one_line
from forensics.report.states import Row, States
from forensics.report.times import micros
from forensics.report.tracks import clocks, node_of

Draw = Callable[[Row, States, int], list[Lane]]
Places = Mapping[At, int]
"""The record that begins at a place."""

_DRAWN: dict[str, tuple[str, Draw]] = {
    "misrouted_request": ("The client's route, and what was so", pictures_routes.misrouted),
    "stale_nameserver_channel": ("The channel that should have been left", pictures_routes.stale),
    "npe_risk_window": ("The window between two proxies", pictures_routes.window),
    "duplicate_redelivery": ("The life of the checkpoint over its nodes", pictures_pop.checkpoint),
    "ck_rewrite_loop": ("The ladder of rewrites", pictures_pop.ladder),
    "lost_message": ("How the message was given up", pictures_pop.lost),
}
_MARGIN = 0.06
"""What is left free before and behind, as a share of the span, ..."""
_LEAST_US = 2_000_000
"""... and so much of both together at least."""
_NEAR_US = 600_000_000
"""How far from a finding that is shorter what happened on its tracks is drawn with it."""


def picture(finding: Row, states: States, places: Places) -> Chart:
    """Return the picture of *finding*; *places* knows the records of its evidence."""
    title, draw = _DRAWN.get(finding["kind"], ("What led to it, step by step", _nothing))
    lo, hi = extent(states)
    lanes = [_with_clock(one, states, lo, hi) for one in _with_steps(draw(finding, states, hi), finding, places)]
    return _framed(title, lanes, finding, lo, hi)


def _with_clock(one: Lane, states: States, lo: int, hi: int) -> Lane:
    """Return a lane with when its node's clock was off."""
    off = clocks(states, one.node, lo, hi)
    return replace(one, tracks=(track("clock", off), *one.tracks)) if off else one


def _nothing(_finding: Row, _states: States, _end: int) -> list[Lane]:
    return []


def _with_steps(lanes: list[Lane], finding: Row, places: Places) -> list[Lane]:
    """Return *lanes* with the steps of the finding on the lanes of their nodes, new ones where there is none."""
    steps: dict[str, list[Mark]] = {}
    for step in finding["steps"]:
        quotes = [finding["evidence"][index] for index in step["evidence"][:3]]
        records = [places[where] for quote in quotes if (where := at(quote)) in places]
        lo, hi = micros(step["from"]), micros(step["to"] or step["from"])
        mark = Mark(lo, hi if hi - lo > 1_000_000 else None, "step", one_line(step["what"]), tuple(records))
        steps.setdefault(node_of(step, finding["evidence"]), []).append(mark)
    out = [_joined(one, steps.pop(one.node, [])) for one in lanes]
    return out + [Lane(node, "", (track("proof", marks),)) for node, marks in sorted(steps.items())]


def _joined(one: Lane, marks: list[Mark]) -> Lane:
    tracks: tuple[Track, ...] = (*one.tracks, track("proof", marks)) if marks else one.tracks
    return Lane(one.node, one.kind, tracks, one.unseen)


def _framed(title: str, lanes: list[Lane], finding: Row, lo: int, hi: int) -> Chart:
    """Return the chart over the time of the finding and its steps, with what else was drawn near it, and a margin.

    It lies inside the case's time. What lies outside of it is left out: of a case of days nearly all.
    """
    times = [micros(finding["from"]), micros(finding["to"])]
    times += [micros(step[end]) for step in finding["steps"] for end in ("from", "to") if step[end]]
    own = [time for time in times if time] or [lo, hi]
    reach = max(max(own) - min(own), _NEAR_US)
    since, until = min(own) - reach, max(own) + reach
    marks = (mark.lo for one in lanes for t in one.tracks for mark in t.marks if mark.look not in _BACKGROUND)
    own += [time for time in marks if since <= time <= until]
    first, last = min(own), max(own)
    margin = max(int((last - first) * _MARGIN), _LEAST_US // 2)
    begin, end = max(first - margin, min(lo, first)), min(last + margin, max(hi, last)) + 1
    return Chart(title, begin, end, tuple(_within(one, begin, end) for one in lanes))


def _within(one: Lane, begin: int, end: int) -> Lane:
    """Return a lane with what is to be seen of it from *begin* to *end*."""

    def seen(marks: Iterable[Mark]) -> tuple[Mark, ...]:
        return tuple(mark for mark in marks if mark.lo <= end and (mark.lo if mark.hi is None else mark.hi) >= begin)

    tracks = (replace(t, marks=seen(t.marks)) for t in one.tracks)
    return replace(one, tracks=tuple(t for t in tracks if t.marks), unseen=seen(one.unseen))


_BACKGROUND = frozenset(
    {"up", "down", "silent", "stopped", "ended", "registered", "route", "route-headless", "chosen", "connected", "role-master",
     "role-slave", "role-acting", "unseen", "gap"}
)  # fmt: skip
"""Looks of what lasts: it is drawn as far as the picture reaches, and does not widen it."""
