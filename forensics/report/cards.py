"""How a case and its findings show themselves in a notebook: short pieces of HTML in which a log's text stays text."""

from collections.abc import Callable, Sequence
from html import escape
from typing import Any

from forensics.report.lines import amount, counted, place, times
from forensics.report.plain import answer
from forensics.report.scrub import one_line, scrubbed
from forensics.report.times import between, span
from forensics.report.tracks import node_of, words

Row = dict[str, Any]

_Printed = Callable[[str | None], str]

_QUOTES = 2
_LONGEST = 400
_COLOURS = {"error": "#b3261e", "warning": "#9a5b00", "note": "#3f5f7d"}


def case_card(doc: Row) -> str:
    """Return the answer of a findings document, what it rests on, and its findings."""
    case = doc["case"]
    nodes = ", ".join(f"{node['node']} ({node['kind']})" for node in case["nodes"])
    told = "".join(f"<p><b>{_text(sentence)}</b></p>" for sentence in answer(doc))
    read = f"{span(case['from'], case['to'])} UTC, {amount(case)} of {nodes}"
    return f"<div>{told}<p>{_text(read)}</p>{findings_table(doc['findings'])}</div>"


def findings_table(findings: Sequence[Row]) -> str:
    """Return findings as a table, one on a row."""
    if not findings:
        return "<p>No findings.</p>"
    head = "".join(f"<th>{name}</th>" for name in ("", "severity", "verdict", "kind", "times", "from", "to", "known fault"))
    at = between(min(finding["from"] for finding in findings), max(finding["to"] for finding in findings))
    rows = "".join(f"<tr>{_cells(number, finding, at)}</tr>" for number, finding in enumerate(findings))
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def finding_card(finding: Row) -> str:
    """Return one finding with its sentence, its cause, its remedy and its steps, the first lines of each quoted."""
    cause = finding["cause"]
    colour = _COLOURS.get(finding["severity"], "inherit")
    title = f"{finding['verdict']} {words(finding['kind'])}{times(finding)} ({finding['severity']})"
    fault = (
        f"<p>Known fault {_text(cause['issue'])}, fixed in {_text(cause['fixed_in'] or 'none yet')}.</p>"
        if cause["issue"]
        else ""
    )
    at = between(finding["from"], finding["to"])
    steps = "".join(f"<li>{_step(step, finding['evidence'], at)}</li>" for step in finding["steps"])
    remedy = f"<p>Remedy: {_text(finding['remedy'])}</p>" if finding["remedy"] else ""
    return (
        f'<div style="border-left:5px solid {colour};padding-left:1em"><h4>{_text(title)}</h4>'
        f"<p>{_text(finding['explanation'])}</p>{fault}{remedy}<ol>{steps}</ol></div>"
    )


def _cells(number: int, finding: Row, at: _Printed) -> str:
    issue = finding["cause"]["issue"] or finding["cause"]["class"]
    shown = (
        number, finding["severity"], finding["verdict"], finding["kind"], finding["occurrences"], at(finding["from"]),
        at(finding["to"]), issue,
    )  # fmt: skip
    return "".join(f"<td>{_text(one)}</td>" for one in shown)


def _step(step: Row, evidence: list[Row], at: _Printed) -> str:
    quotes = "".join(
        f"<br><code>{_text(place(quote))}</code><pre>{escape(scrubbed(quote['text'])[:_LONGEST])}</pre>"
        for quote in (evidence[index] for index in step["evidence"][:_QUOTES])
    )
    more = len(step["evidence"]) - _QUOTES
    rest = f"<br>and {counted(more, 'more line')} like these" if more > 0 else ""
    return f"{at(step['from'])} <b>{_text(node_of(step, evidence))}</b> {_text(step['what'])}{quotes}{rest}"


def _text(value: object) -> str:
    return escape(one_line(str(value)))
