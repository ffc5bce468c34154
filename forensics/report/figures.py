"""The charts of report/charts.py as plotly figures, for notebooks: zoom, hover and pan come with plotly there."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import plotly.graph_objects as go

from forensics.findings.severities import SEVERITIES
from forensics.report.charts import Chart, Lane, Mark, Track, thinned
from forensics.report.scrub import one_line
from forensics.report.times import iso, moment, span

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MOST_MARKS = 6_000
_ROW = 24
_LADDER = 5
"""Rows that a track with rungs takes."""
_BAR = 0.72
_HATCHED = frozenset({"unseen", "gap"})

COLOURS = {
    "up": "#8cc5a2", "down": "#c9453b", "ended": "#c9453b", "silent": "#a978c7", "silent-server": "#a978c7", "stopped": "#aab2ba",
    "role-master": "#3b78b8", "role-slave": "#9dc1e4", "role-acting": "#6a5acd", "registered": "#9dc1e4", "connected": "#7fb7be",
    "chosen": "#c9b458", "route": "#7fb7be", "route-headless": "#d9534f", "failed": "#d9534f", "refused": "#d9534f",
    "error": "#d9534f", "again-fault": "#d9534f", "rung": "#d9534f", "window": "#e0913a", "warning": "#e0913a",
    "rewriting": "#e0913a", "moving": "#e0913a", "clock": "#e0913a", "again": "#e0913a", "judged": "#e0913a", "note": "#3f5f7d",
    "happened": "#3f5f7d",
    "step": "#3f5f7d", "left": "#3f5f7d", "hidden": "#d9d2ec", "popped": "#3b78b8", "acked": "#3b78b8", "ok": "#3b78b8",
    "rung-last": "#3b78b8", "unseen": "#9aa3ab", "gap": "#9aa3ab",
}  # fmt: skip
"""The colour of every look; the page has the same in its style sheet, for light and dark."""


def figure_of(chart: Chart) -> go.Figure:
    """Return *chart* as a figure: a row per track, time in UTC, what was not seen hatched."""
    rows = _Rows(thinned(chart, _MOST_MARKS))
    figure = go.Figure()
    least = (chart.hi - chart.lo) // 300  # a short finding is widened, so that it is seen on the timeline
    for look, bars in sorted(rows.bars.items(), key=lambda own: own[0] not in _HATCHED):
        figure.add_trace(_bars(look, bars, chart.lo, least if look in SEVERITIES else 1_000))
    for look, points in rows.points.items():
        figure.add_trace(_points(look, points))
    figure.update_layout(
        title=chart.title, height=130 + _ROW * rows.count, barmode="overlay", showlegend=False, hovermode="closest",
        template="plotly_white", margin={"l": 10, "r": 10, "t": 50, "b": 30}, dragmode="zoom",
    )  # fmt: skip
    figure.update_xaxes(type="date", range=[_when(chart.lo), _when(chart.hi)], title="UTC")
    figure.update_yaxes(
        tickvals=[at for at, _ in rows.labels], ticktext=[text for _, text in rows.labels], range=[rows.count, -1],
        fixedrange=True, zeroline=False, automargin=True,
    )  # fmt: skip
    return figure


class _Rows:
    """Gives each track its row, and sorts the marks by how they look."""

    def __init__(self, chart: Chart) -> None:
        self.count = 0
        self.labels: list[tuple[float, str]] = []
        self.bars: dict[str, list[tuple[Mark, float, float]]] = defaultdict(list)
        self.points: dict[str, list[tuple[Mark, float]]] = defaultdict(list)
        for lane in chart.lanes:
            self._lane(lane)

    def _lane(self, lane: Lane) -> None:
        top = self.count
        self.labels.append((top, f"<b>{_shown(lane.node)}</b>"))
        self.count += 1
        for track in lane.tracks:
            self._track(track)
        for mark in lane.unseen:
            self.bars["unseen"].append((mark, (top + self.count - 1) / 2, self.count - top))

    def _track(self, track: Track) -> None:
        height = _LADDER if track.rungs else 1
        self.labels.append((self.count + (height - 1) / 2, _shown(track.label)))
        for mark in track.marks:
            if mark.hi is not None:
                self.bars[mark.look].append((mark, self.count, _BAR))
            else:
                climbed = (mark.rung - 1) / max(track.rungs - 1, 1) * (height - 1) if mark.rung else 0
                self.points[mark.look].append((mark, self.count + height - 1 - climbed))
        self.count += height


def _bars(look: str, bars: list[tuple[Mark, float, float]], first: int, least: int) -> go.Bar:
    plain, hatched = {"color": COLOURS[look]}, {"color": "#ffffff", "pattern": {"shape": "/", "fgcolor": COLOURS[look]}}
    return go.Bar(
        base=[_when(max(mark.lo, first)) for mark, _, _ in bars],
        x=[max((mark.hi or mark.lo) - max(mark.lo, first), least) / 1_000 for mark, _, _ in bars],
        y=[y for _, y, _ in bars],
        width=[width for _, _, width in bars],
        orientation="h",
        hovertext=[_told(mark) for mark, _, _ in bars],
        hoverinfo="text",
        opacity=0.35 if look == "unseen" else 1,
        marker=hatched if look in _HATCHED else plain,
        text=[mark.text if look.startswith("role-") else "" for mark, _, _ in bars],
        textposition="inside",
        insidetextanchor="start",
    )


def _points(look: str, points: list[tuple[Mark, float]]) -> go.Scatter:
    return go.Scatter(
        x=[_when(mark.lo) for mark, _ in points],
        y=[y for _, y in points],
        mode="markers",
        marker={"color": COLOURS[look], "size": 9, "symbol": "diamond" if look in {"happened", "step"} else "circle"},
        hovertext=[_told(mark) for mark, _ in points],
        hoverinfo="text",
    )


def _when(us: int) -> datetime:
    return _EPOCH + timedelta(microseconds=us)


def _told(mark: Mark) -> str:
    lo, hi = iso(mark.lo), iso(mark.hi)
    when = span(lo, hi) if lo and hi and hi > lo else moment(lo)
    return f"{when}<br>" + "<br>".join(_folded(mark.text))


def _folded(text: str) -> Iterator[str]:
    """Yield *text* in lines that fit a hover box, as text: plotly reads tags in it."""
    shown = one_line(text)[:400]
    for start in range(0, max(len(shown), 1), 90):
        yield _shown(shown[start : start + 90])


def _shown(text: str) -> str:
    """Return *text* with what plotly would take for a tag or an entity written out."""
    safe: dict[str, Any] = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
    return "".join(safe.get(letter, letter) for letter in one_line(text))
