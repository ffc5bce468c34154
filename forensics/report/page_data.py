"""The data of the page as JSON: charts with their marks, and the log lines these lead to, within bounds."""

from collections.abc import Sequence
from typing import Any

from forensics.report.charts import Chart, Lane, Mark
from forensics.report.lines import spot
from forensics.report.loglines import at
from forensics.report.scrub import json_text, scrubbed

Row = dict[str, Any]

_MOST_BYTES = 1_800_000
"""Bytes of log lines in a page."""


class Excerpts:
    """The log lines a page holds, in the order of their files, so that neighbours stand beside each other."""

    def __init__(self, rows: Sequence[Row], wanted: set[int]) -> None:
        """Keep *rows* (as report/loglines.py gives them): those *wanted* first, neighbours as far as there is room."""
        kept = _fitting(rows, wanted)
        self.rows = [row for row in rows if row["record_id"] in kept]
        self._index = {row["record_id"]: number for number, row in enumerate(self.rows)}
        self._places = {at(row): number for number, row in enumerate(self.rows)}

    def index(self, record_id: int) -> int | None:
        """Return where the line of a record stands, None where the page does not hold it."""
        return self._index.get(record_id)

    def index_at(self, quote: Row) -> int | None:
        """Return where the record that *quote* is of stands."""
        return self._places.get(at(quote))


def _fitting(rows: Sequence[Row], wanted: set[int]) -> set[int]:
    left, kept = _MOST_BYTES, set()
    for row in sorted(rows, key=lambda row: row["record_id"] not in wanted):
        left -= len(row["text"].encode("utf-8", "replace")) + 60
        if left < 0:
            break
        kept.add(row["record_id"])
    return kept


def data_text(charts: Sequence[Chart], excerpts: Excerpts) -> str:
    """Return the JSON of *charts* and *excerpts* in which no < stands, so that it cannot end the script that holds it."""
    looks = sorted({mark.look for chart in charts for mark in chart.marks()})
    paths = sorted({row["path"] for row in excerpts.rows})
    place = {path: number for number, path in enumerate(paths)}
    named = {look: number for number, look in enumerate(looks)}
    data = {
        "looks": looks,
        "paths": [scrubbed(path) for path in paths],
        "lines": [
            [row["record_id"], place[row["path"]], row["line"] or spot(row), scrubbed(row["text"])] for row in excerpts.rows
        ],
        "charts": [_chart(chart, named, excerpts) for chart in charts],
    }
    return json_text(data).replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _chart(chart: Chart, looks: dict[str, int], excerpts: Excerpts) -> Row:
    return {
        "title": chart.title,
        "lo": chart.lo,
        "hi": max(chart.hi, chart.lo + 1_000),
        "lanes": [_lane(one, chart.lo, looks, excerpts) for one in chart.lanes],
    }


def _lane(one: Lane, base: int, looks: dict[str, int], excerpts: Excerpts) -> list[Any]:
    tracks = [[scrubbed(t.label), [_mark(m, base, looks, excerpts) for m in t.marks], t.rungs] for t in one.tracks]
    return [scrubbed(one.node), one.kind, tracks, [_mark(m, base, looks, excerpts) for m in one.unseen]]


def _mark(mark: Mark, base: int, looks: dict[str, int], excerpts: Excerpts) -> list[Any]:
    lines = [number for record in mark.records if (number := excerpts.index(record)) is not None]
    hi = mark.hi - base if mark.hi is not None else None
    row = [
        mark.lo - base, hi, looks[mark.look], scrubbed(mark.text)[:300], lines,
        mark.topic and scrubbed(mark.topic), mark.group and scrubbed(mark.group), mark.finding, mark.severity, mark.rung,
        mark.latest - base if mark.latest is not None else None,
    ]  # fmt: skip
    while row and row[-1] in (None, []):
        row.pop()
    return row
