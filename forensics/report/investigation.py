"""Gathers from a case what the page and the notebook's pictures need: states, charts, and the lines their marks lead to."""

from collections.abc import Callable
from typing import Any

from forensics.case import Case
from forensics.findings.check import state_frames
from forensics.report import html
from forensics.report.charts import Chart, masked
from forensics.report.connections import attempts, connections
from forensics.report.incident import incident
from forensics.report.loglines import at, gap_edges, lines, neighbourhood, record_ids
from forensics.report.page_data import Excerpts
from forensics.report.pictures import Places, picture
from forensics.report.states import States

Row = dict[str, Any]
Mask = Callable[[str], str]

_AROUND = 3
"""Lines before and after the one a mark leads to."""
_MOST_RECORDS = 12_000
"""Records that a page can lead to."""


def states_of(case: Case) -> States:
    """Return the states of *case* with the connections its processes logged."""
    tables = {name: frame.to_dicts() for name, frame in state_frames(case).items()}
    more = {"connections": connections(case), "attempts": attempts(case), "gaps": _gaps(case, tables["coverage"])}
    return States(tables | more)


def _gaps(case: Case, coverage: list[Row]) -> list[Row]:
    """Return the holes of the logs, each with the last record before it and the first one after it."""
    edges = gap_edges(case, coverage)
    return [
        gap | {"node": row["node"], "series": row["series"], "record_ids": [edge for edge in (before[1], after[0]) if edge]}
        for row in coverage
        for gap in row["gaps"] or []
        for before in [edges.get((row["node"], row["series"], gap["from_lo"]), (None, None))]
        for after in [edges.get((row["node"], row["series"], gap["to_hi"]), (None, None))]
    ]


def timeline_of(doc: Row, states: States) -> Chart:
    """Return the whole incident on one timeline."""
    return incident(states, doc["findings"])


def picture_of(case: Case, finding: Row, states: States) -> Chart:
    """Return the picture of one finding."""
    return picture(finding, states, _places(case, [finding]))


def page(case: Case, doc: Row, states: States, mask: Mask) -> str:
    """Return the page of *doc*, the findings document of *case*; *mask* hides what must not be shown of lines and texts."""
    shown = doc["findings"][: html.MOST_FINDINGS]
    places = _places(case, shown)
    pictures = [masked(picture(finding, states, places), mask) for finding in shown]
    timeline = masked(timeline_of(doc, states), mask)
    wanted = _wanted(timeline, pictures, places)
    rows = [row | {"text": mask(row["text"])} for row in lines(case, neighbourhood(wanted, _AROUND))]
    return html.render(doc, timeline, pictures, Excerpts(rows, set(wanted)))


def _places(case: Case, findings: list[Row]) -> Places:
    return record_ids(case, {at(quote) for finding in findings for quote in finding["evidence"]})


def _wanted(timeline: Chart, pictures: list[Chart], places: Places) -> list[int]:
    """Return the records that lines are shown of: what proves findings first, where there are too many for a page."""
    proof = list(places.values())
    drawn = [record for chart in (*pictures, timeline) for mark in chart.marks() for record in mark.records]
    return list(dict.fromkeys([*proof, *drawn]))[:_MOST_RECORDS]
