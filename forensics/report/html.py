"""The page: one file that needs nothing else, with the answer first, the incident on a timeline, and a picture of each finding.

The pictures are drawn by a script of our own, 300 lines that know lanes, tracks and marks: plotly's is 4.8 MB, knows neither
lanes nor log lines, and needs styles that a strict content security policy forbids. Plotly draws the same charts in
notebooks (report/figures.py), where zoom and hover come with it.

Nothing a log says becomes markup: the template escapes, the script writes text, and controls are written out.
"""

import base64
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from forensics.findings.verdicts import VERDICTS
from forensics.report import happened
from forensics.report.alike import folded
from forensics.report.charts import Chart, thinned
from forensics.report.clocks import offset
from forensics.report.lines import message_place, place, processes, release_span, status, times, would_decide
from forensics.report.page_data import Excerpts, data_text
from forensics.report.plain import answer
from forensics.report.scrub import one_line, scrubbed
from forensics.report.times import between, moment, span
from forensics.report.tracks import node_of, words

if TYPE_CHECKING:
    import jinja2

Row = dict[str, Any]
_Printed = Callable[[str | None], str]

LARGEST = 6_000_000
PER_FINDING = 4_096
"""Bytes: the page is never larger than the first and the second for each finding."""
_SHARED = 3_000_000
"""Bytes of the first that the findings share; lines of logs and the timeline have the rest."""
_TIMELINE_MARKS = 6_000
"""Marks that the timeline of the whole incident has at most."""
_MARK = 130
"""Bytes of a mark, roughly."""
MOST_FINDINGS = 2_000
"""Findings that are shown with a picture and their lines."""
_LEGEND = (
    ("up", "running"),
    ("down", "down"),
    ("silent", "no line: frozen, or lost"),
    ("unseen", "not seen"),
    ("role-master", "master"),
    ("role-slave", "slave, registered"),
    ("role-acting", "slave acting as master"),
    ("route", "route, connection"),
    ("route-headless", "no master, failed"),
    ("window", "risk"),
    ("chosen", "name server chosen"),
)


@dataclass(frozen=True)
class Share:
    """What one finding may take, in bytes: less where there are many."""

    total: int

    @property
    def marks(self) -> int:
        """Return how many marks its picture may have."""
        return max(12, self.total // 2 // _MARK)

    @property
    def steps(self) -> int:
        """Return how many steps are told."""
        return max(4, min(60, self.total // 600))

    @property
    def quotes(self) -> int:
        """Return how many lines of a step are named; few findings leave room to quote the first."""
        return 8 if self.total > 20_000 else 1

    @property
    def text(self) -> int:
        """Return how long a quoted text may be."""
        return max(200, min(1_500, self.total // 12))


def share(findings: int) -> Share:
    """Return what one of *findings* may take."""
    return Share(PER_FINDING * 3 // 4 + _SHARED // max(findings, 1))


def render(doc: Row, timeline: Chart, pictures: Sequence[Chart], excerpts: Excerpts) -> str:
    """Return the page of *doc*: its pictures belong to its findings in order, *excerpts* has the lines marks lead to."""
    found = doc["findings"][:MOST_FINDINGS]
    one = share(len(found))
    at = between(doc["case"]["from"], doc["case"]["to"])
    charts = [thinned(timeline, _TIMELINE_MARKS), *(thinned(chart, one.marks) for chart in pictures[: len(found)])]
    alike = {finding["id"] for _, others in folded(found) for _, finding in others}
    script, style = _part("chart.js") + "\n" + _part("page.js"), _part("report.css")
    text: str = _template().render(
        doc=doc,
        title=f"What went wrong: {', '.join(doc['case']['inputs'])}",
        policy=_policy(script, style),
        style=Markup(style),  # noqa: S704 - our own file
        script=Markup(script),  # noqa: S704 - our own file
        data=Markup(data_text(charts, excerpts)),  # noqa: S704 - JSON in which no < is left
        answer=answer(doc),
        span=_span(doc["case"]["from"], doc["case"]["to"]),
        nodes=processes(doc["case"]["nodes"]),
        findings=[_shown(f, one, excerpts, at) | {"alike": f["id"] in alike} for f in found],
        left_out=len(doc["findings"]) - len(found),
        happened=_happened(doc, at),
        asked=[_asked(rule) for rule in sorted(doc["rules"], key=lambda rule: VERDICTS.index(rule["verdict"]))],
        seen=[_seen(node, at) for node in doc["case"]["nodes"]],
        problems=[f for f in doc["case"]["files"] if f["problems"] or f["status"] not in {"read", "empty"}][:200],
        legend=_LEGEND,
    )
    return text


def _shown(finding: Row, one: Share, excerpts: Excerpts, at: _Printed) -> Row:
    cause, messages, steps = finding["cause"], finding["messages"], finding["steps"]
    fault = (
        f"{cause['issue']}: affects {', '.join(cause['affected'])}; fixed in {cause['fixed_in'] or 'none yet'}."
        if cause["issue"]
        else ""
    )
    told = steps[: one.steps]
    return {
        "id": finding["id"], "severity": finding["severity"], "verdict": finding["verdict"], "rule": finding["rule"],
        "headline": _headline(finding), "status": status(finding), "when": _span(finding["from"], finding["to"]),
        "explanation": _cut(finding["explanation"], one.text * 2), "remedy": _cut(finding["remedy"] or "", one.text),
        "fault": fault, "candidates": "" if cause["issue"] else _cut("; ".join(cause["candidates"]), one.text),
        "missing": [_cut(how, one.text) for how in would_decide(finding.get("missing", []))],
        "steps": [_step(step, finding["evidence"], one, excerpts, at) for step in told], "more_steps": len(steps) - len(told),
        "messages": [_message(m) for m in messages[: one.steps]], "message_count": len(messages),
        "more_messages": max(0, len(messages) - one.steps),
        "topics": _listed([finding["subject"].get("topic"), *(m["topic"] for m in messages)]),
        "group": finding["subject"].get("group") or "", "nodes": _listed([node_of(step, finding["evidence"]) for step in steps]),
    }  # fmt: skip


_WHERE = ("client_node", "proxy_node", "broker", "topic", "group", "queue_id", "offset")


def _headline(finding: Row) -> str:
    """Return what was found and where, in words."""
    named = {name: finding["subject"][name] for name in _WHERE if finding["subject"].get(name) is not None}
    where = ", ".join(f"{words(name.removesuffix('_node').removesuffix('_id'))} {value}" for name, value in named.items())
    return one_line(f"{words(finding['kind'])}{times(finding)}{': ' if where else ''}{where}")[:300]


def _listed(names: list[str | None]) -> str:
    """Return the names a filter of the page looks for, one on a line."""
    return "\n".join(sorted({name for name in names if name})[:20])


def _step(step: Row, evidence: list[Row], one: Share, excerpts: Excerpts, at: _Printed) -> Row:
    quotes = [evidence[index] for index in step["evidence"][: one.quotes]]
    shown = [
        {
            "place": f"{place(q)}  ({q['says']})"[:400],
            "line": excerpts.index_at(q),
            "text": _cut(q["text"], 300) if number == 0 and one.quotes > 1 else "",
        }
        for number, q in enumerate(quotes)
    ]
    return {
        "when": at(step["from"]), "node": node_of(step, evidence), "what": _cut(step["what"], one.text), "quotes": shown,
        "more": len(step["evidence"]) - len(quotes),
    }  # fmt: skip


def _message(message: Row) -> str:
    key = f"  key {message['key']}" if message["key"] else ""
    return one_line(f"{message_place(message)}  {message['message_id'] or ''}{key}".strip())[:300]


def _asked(rule: Row) -> Row:
    """Return a rule with its verdict, and what would decide where it is open."""
    return rule | {"how": would_decide(rule["missing"]) if rule["verdict"] in {"inconclusive", "suspected"} else ()}


def _seen(node: Row, at: _Printed) -> Row:
    logs = node["coverage"]
    since, until = [c["from"] for c in logs if c["from"]], [c["to"] for c in logs if c["to"]]
    holes = [f"{c['source']} {at(gap['from'])} to {at(gap['to'])}" for c in logs for gap in c["gaps"]]
    more = f" and {len(holes) - 4} more" if len(holes) > 4 else ""
    return {
        "node": node["node"], "kind": node["kind"], "releases": release_span(node["releases"] or []) or "not shown",
        "since": moment(min(since)) if since else "–", "until": moment(max(until)) if until else "–",
        "clock": offset(node),
        "holes": "; ".join(holes[:4]) + more or "none seen",
    }  # fmt: skip


def _happened(doc: Row, at: _Printed) -> list[Row]:
    """Return what happened, in order of time; where rows are left out, one says how many."""
    rows, left_out = happened.shown(doc)
    told = [{"when": at(row["from"]), "node": row["node"], "what": _cut(row["what"], 300)} for row in rows]
    if left_out:
        what = f"{happened.left_out(left_out, at)} (the timeline above has them; rmqf timeline lists them)"
        told.insert(happened.MOST // 2, {"when": "…", "node": "", "what": what})
    return told


def _span(start: str | None, end: str | None) -> str:
    if not start or not end:
        return "at no known time"
    return span(start, end)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[:most] + " […]"


@cache
def _template() -> "jinja2.Template":
    import jinja2  # takes long to load, and only a page needs it

    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, finalize=_printable)
    return environment.from_string(_part("report.html.j2"))


def _printable(value: Any) -> Any:
    """Return what the template prints: controls written out, but for what is markup of our own."""
    return scrubbed(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _part(name: str) -> str:
    return resources.files(__package__).joinpath("page", name).read_text(encoding="utf-8")


def _policy(script: str, style: str) -> str:
    """Return the content security policy: nothing but this very script and this very style."""
    return f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
