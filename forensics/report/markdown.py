"""Markdown: for an issue, a chat or a post-mortem. Nothing of a log can act as markup, name a user or load a picture."""

import re
from typing import Any

from forensics.report.lines import cause_told, counted, issue, message_place, place, releases_told, status, subject, would_decide
from forensics.report.plain import answer
from forensics.report.scrub import one_line, scrubbed
from forensics.report.view import View

NAME = "markdown"
Row = dict[str, Any]

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-!|~>$])")
_QUOTED_STEPS = 3
_LONGEST_QUOTE = 400
_MESSAGES = 10


def render(doc: Row, view: View) -> str:
    """Return the answer, a table of the findings, each finding with its proof, and what else was asked."""
    case = doc["case"]
    found = counted(len(doc["findings"]), "finding") if doc["findings"] else "no finding"
    parts = [f"# RocketMQ: {found} between {case['from']} and {case['to']}"]
    parts += [*map(_plain, answer(doc)), _plain(releases_told(case["nodes"]))]
    if doc["findings"]:
        parts.append(
            _table(("id", "severity", "verdict", "kind", "times", "first", "fault", "state"), map(_cells, doc["findings"]))
        )
    if not view.quiet:
        parts += [_finding(finding, view.full) for finding in doc["findings"]]
        parts.append(_rules(doc["rules"]))
    unmet = [f"- {_plain(row['why'])}" for row in doc.get("expectations", []) if not row["met"]]
    parts += ["## Expected, and not so\n\n" + "\n".join(unmet)] if unmet else []
    return "\n\n".join(part for part in parts if part) + "\n"


def _cells(finding: Row) -> tuple[str, ...]:
    named = (finding["id"], finding["severity"], finding["verdict"], finding["kind"], str(finding["occurrences"]))
    return (*named, finding["from"] or "", issue(finding), status(finding) or finding["status"]["state"])


def _finding(finding: Row, full: bool) -> str:
    lines = [
        f"## {_plain(finding['kind'])} {finding['id']}",
        f"{_plain(finding['verdict'])}, {finding['severity']}, rule {_plain(finding['rule'])}: {_plain(subject(finding))}",
        _plain(finding["explanation"]),
        _plain(cause_told(finding["cause"])),
        f"**Remedy:** {_plain(finding['remedy'])}",
        *(f"**Would decide:** {_plain(how)}" for how in would_decide(finding.get("missing", []))),
        _messages(finding["messages"], full),
    ]
    for step in finding["steps"]:
        shown = step["evidence"] if full else step["evidence"][:_QUOTED_STEPS]
        lines.append(f"- {step['from']} {_plain(step['node'] or '')}: {_plain(step['what'])}")
        lines += [_quote(finding["evidence"][index], full) for index in shown]
        if len(shown) < len(step["evidence"]):
            lines.append(f"  and {counted(len(step['evidence']) - len(shown), 'more line')} like these")
    return "\n\n".join(line for line in lines if line)


def _messages(messages: list[Row], full: bool) -> str:
    """Return the affected messages as `topic/queue/offset id`, the first few or, with *full*, all."""
    shown = messages if full else messages[:_MESSAGES]
    named = ", ".join(_plain(f"{message_place(one)} {one['message_id'] or ''}".strip()) for one in shown)
    more = f", and {len(messages) - len(shown)} more" if len(shown) < len(messages) else ""
    return f"**Messages:** {named}{more}" if messages else ""


def _quote(quote: Row, full: bool) -> str:
    text = scrubbed(f"{one_line(place(quote))} shows: {one_line(quote['says'])}\n{quote['text']}")
    text = text if full else text[:_LONGEST_QUOTE]
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
    inner = "\n".join(f"  {line}" for line in text.split("\n"))
    return f"  {fence}text\n{inner}\n  {fence}"


def _rules(rules: list[Row]) -> str:
    rows = [(rule["rule"], rule["verdict"], _why(rule)) for rule in rules]
    return "## What was asked\n\n" + _table(("rule", "verdict", "reason"), rows) if rows else ""


def _why(rule: Row) -> str:
    """Return the reason of a verdict, with what would decide where it is open."""
    open_ = would_decide(rule["missing"]) if rule["verdict"] in {"inconclusive", "suspected"} else ()
    return "; ".join([rule["reason"], *(f"would decide: {how}" for how in open_)])


def _table(names: tuple[str, ...], rows: Any) -> str:
    head = ["| " + " | ".join(names) + " |", "|" + "---|" * len(names)]
    return "\n".join([*head, *("| " + " | ".join(_plain(cell) for cell in row) + " |" for row in rows)])


def _plain(text: str) -> str:
    """Return *text* on one line with nothing in it that Markdown, HTML or a code host acts on."""
    text = one_line(text).replace("&", "&amp;").replace("<", "&lt;").replace("@", "&#64;").replace("://", "&#58;//")
    return _SPECIAL.sub(r"\\\1", text.replace("&#", "\x00")).replace("\x00", "&#")
