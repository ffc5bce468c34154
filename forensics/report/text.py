"""The screen: the answer first, then each finding with its span, its sentence and its proof, then what could not be said."""

import textwrap
from collections.abc import Callable
from itertools import takewhile
from typing import Any

from forensics.findings.verdicts import VERDICTS
from forensics.questions import twins
from forensics.report import happened, plain
from forensics.report.alike import Numbered, folded, where
from forensics.report.clocks import clocks_told
from forensics.report.colour import painted
from forensics.report.lines import (
    amount,
    bytes_told,
    cause_told,
    counted,
    message_place,
    place,
    processes,
    releases_told,
    status,
    times,
    would_decide,
)
from forensics.report.scrub import scrubbed
from forensics.report.selection import narrowed
from forensics.report.times import between, moment, span
from forensics.report.view import View

NAME = "text"

Row = dict[str, Any]

_MARKS = {"violated": "VIOLATED", "suspected": "SUSPECTED"}
_QUOTED_STEPS = 3
_NARROWEST = 60
_MESSAGES = 4
_NODE = 14
"""Characters of the column of nodes at least, and half of those at most: a longer name moves what its line tells."""

_Printed = Callable[[str | None], str]


def render(doc: Row, view: View) -> str:
    """Return the document as text as wide as *view*; a quiet one has the answer alone, a full one every line of evidence."""
    width = max(_NARROWEST, view.width)
    at = between(doc["case"]["from"], doc["case"]["to"])
    parts = [_answer(doc, width, view.full, at), _expectations(doc, width)]
    if not view.quiet:
        parts += _happened(doc, width, at, view.full)
        for told, alike in folded(doc["findings"], view.full):
            parts += [_finding(number, f, width, view.full, at) for number, f in told]
            parts += [_more(alike, width, at)] if alike else []
        parts += [_undecided(doc, width), _read(doc, width)]
    text = scrubbed("\n\n".join(part for part in parts if part) + "\n")
    return painted(text) if view.colour else text


def _answer(doc: Row, width: int, full: bool, at: _Printed) -> str:
    hard = [f for f in doc["findings"] if f["verdict"] == "violated"]
    soft = [f for f in doc["findings"] if f["verdict"] == "suspected"]
    case = doc["case"]
    read = f"{moment(case['from'])} to {at(case['to'])}, {processes(case['nodes'])}"
    undecided = sum(rule["verdict"] == "inconclusive" for rule in doc["rules"])
    if not doc["findings"]:
        open_ = f"; {counted(undecided, 'question')} could not be decided" if undecided else ""
        bad = f"; {counted(len(doc['bad_rules']), 'rule')} could not be run" if doc["bad_rules"] else ""
        said = [happened.notable(doc), narrowed(doc)]
        lines = _fitted(f"None of the known failures was found{open_}{bad}.", f"  {read}", width)
        return "\n".join([*lines, *(line for one in said for line in _wrapped(one, width, "  "))])
    lines = _fitted(f"{counted(len(hard), 'failure')} proven, {len(soft)} suspected.", f"  {read}", width)
    lines += [line for sentence in plain.found(doc) for line in _wrapped(sentence, width, "")]
    for told, alike in folded(doc["findings"], full):
        lines += [line for number, f in told for line in _fitted(*_headline(number, f, at), width, "     ")]
        lines += _wrapped(f"{_count_of(alike, at)} (--all lists them)", width, "  ", "     ") if alike else []
    if doc["bad_rules"]:
        lines.append(f"  {counted(len(doc['bad_rules']), 'rule')} could not be run")
    return "\n".join([*lines, *_narrowed(doc, width)])


def _fitted(first: str, rest: str, width: int, indent: str = "") -> list[str]:
    """Return *first* and *rest* on one line where that is wide enough, else each on lines of its own."""
    if len(first) + len(rest) <= width:
        return [first + rest]
    return [*_wrapped(first.lstrip(), width, first[: -len(first.lstrip())], indent), *_wrapped(rest.strip(), width, indent)]


def _narrowed(doc: Row, width: int) -> list[str]:
    return _wrapped(narrowed(doc), width, "  ")


def _count_of(alike: Numbered, at: _Printed) -> str:
    """Return in words how many findings are like those before, where and when."""
    (first, one), (last, _) = alike[0], alike[-1]
    told = _span(min(f["from"] for _, f in alike), max(f["to"] for _, f in alike), at)
    return f"{first}. to {last}. {one['severity'].upper()} {one['kind']}: {len(alike)} more like these on {where(one)}, {told}"


def _more(alike: Numbered, width: int, at: _Printed) -> str:
    """Return the findings that are like those before, a line each."""
    lines = _wrapped(f"{_count_of(alike, at)} (--all shows each)", width, "", "   ")
    for number, finding in alike:
        (message, *others) = [message_place(m) or m["message_id"] for m in finding["messages"]] or [""]
        more = f" and {len(others)} more" if others else ""
        lines.append(f"   {number}. id {finding['id']}  {at(finding['from'])}  {message}{more}".rstrip())
    return "\n".join(lines)


def headline(number: int, finding: Row, at: _Printed = moment) -> str:
    """Return *finding* on one line: how bad, what, where and when, its times printed as *at* does."""
    return "".join(_headline(number, finding, at))


def _headline(number: int, finding: Row, at: _Printed) -> tuple[str, str]:
    """Return the same in two parts: what, where and when, and what is known of it."""
    cause = finding["cause"]
    fixed = f", fixed in {cause['fixed_in']}" if cause.get("fixed_in") else ""
    issue = f" [{cause['issue']}{fixed}]" if cause.get("issue") else ""
    return (
        f"  {number}. {finding['severity'].upper():7} {finding['kind']}{times(finding)} {where(finding)}{_of(finding)}"
        f"  {_span(finding['from'], finding['to'], at)}",
        f"{issue}{_status(finding)}",
    )


def _span(start: str, end: str, at: _Printed) -> str:
    return span(start, end) if at is moment else f"{at(start)} to {at(end)}"


def _of(finding: Row) -> str:
    """Return the topic, queue and offset that it is of, as far as it is of one, written as `rmqf story` takes a message."""
    subject = finding["subject"]
    known = (subject.get("topic"), subject.get("queue_id"), subject.get("offset", subject.get("start_offset")))
    place = "/".join(str(part) for part in takewhile(lambda part: part is not None, known))
    return f" {place}" if place else ""


def _status(finding: Row) -> str:
    """Return the finding's state in brackets where it is not new."""
    return f" ({status(finding)})" if status(finding) else ""


def _expectations(doc: Row, width: int) -> str:
    """Return what was expected of the case and is not so."""
    unmet = [row["why"] for row in doc.get("expectations", []) if not row["met"]]
    lines = [line for why in unmet for line in _wrapped(f"- {why}", width, "  ")]
    return "Expected, and not so\n" + "\n".join(lines) if lines else ""


def _happened(doc: Row, width: int, at: _Printed, full: bool) -> list[str]:
    """Return what happened to the processes, with or without findings."""
    rows, left_out = happened.shown(doc, full)
    if not rows:
        return []
    column = min(max(_NODE, *(len(row["node"]) for row in rows)), 2 * _NODE)
    told = [f"{at(row['from'])}  {row['node']:{column}} {row['what']}" for row in rows]
    if left_out:
        told.insert(happened.MOST // 2, f"[…] {happened.left_out(left_out, at)} (--all lists them, and so does rmqf timeline)")
    lines, inner = [], " " * (column + 5 + len(at(rows[0]["from"])))
    for text in told:
        lines += textwrap.wrap(text, width, initial_indent="  ", subsequent_indent=inner, break_long_words=False)
    return ["What happened (UTC)\n" + "\n".join(lines)]


def _finding(number: int, finding: Row, width: int, full: bool, at: _Printed) -> str:
    head = (
        f"{number}. {_MARKS[finding['verdict']]} {finding['kind']} ({finding['rule']}, {finding['severity']})  id {finding['id']}"
        f"{_status(finding)}"
    )
    lines = [*_wrapped(head, width, "", "   "), *_wrapped(finding["explanation"], width, "   ")]
    lines += _wrapped(cause_told(finding["cause"]), width, "   ")
    lines += _wrapped(f"Remedy: {finding['remedy']}", width, "   ")
    for how in would_decide(finding.get("missing", [])):
        lines += _wrapped(f"Would decide: {how}", width, "   ")
    lines += _messages(finding["messages"], width, full)
    for step in finding["steps"]:
        lines += _step(step, finding["evidence"], width, full, at)
    return "\n".join(lines)


def _messages(messages: list[Row], width: int, full: bool) -> list[str]:
    """Return the affected messages as `topic/queue/offset id`, the first few or, with *full*, all."""
    if not messages:
        return []
    shown = messages if full else messages[:_MESSAGES]
    named = [f"{message_place(m)} {m['message_id'] or ''}{_key(m)}".strip() for m in shown]
    more = f"; and {len(messages) - len(shown)} more (--all lists them)" if len(shown) < len(messages) else ""
    return _wrapped(f"Messages (topic/queue/offset id): {'; '.join(named)}{more}", width, "   ")


def _key(message: Row) -> str:
    """Return the message's key, by name unless it is a pseudonym, which has the name in it."""
    key = message["key"] or ""
    return f" {key}" if not key or key.startswith("key~") else f" key {key}"


def _step(step: Row, evidence: list[Row], width: int, full: bool, at: _Printed) -> list[str]:
    node = f"{' ' if step['node'] else ''}{step['node'] or ''}"
    lines = _wrapped(f"- {at(step['from'])}{node}: {step['what']}", width, "   ", "     ")
    shown = step["evidence"] if full else step["evidence"][:_QUOTED_STEPS]
    for index in shown:
        quote = evidence[index]
        text = quote["text"].splitlines()
        lines += _fitted(f"       {place(quote)}", f"  ({quote['says']})", width, "         ")
        lines += [f"         {line if full else line[: 2 * width + 10]}" for line in (text if full else text[:2])]
    if len(shown) < len(step["evidence"]):
        more = f"and {counted(len(step['evidence']) - len(shown), 'more line')} like these (--all shows them)"
        lines += _wrapped(more, width, "       ", "         ")
    return lines


def _undecided(doc: Row, width: int) -> str:
    """Return each rule's verdict where it is not a finding: undecided and what would decide, not seen, clear.

    Rules of which the same is to be said stand together.
    """
    rows: dict[tuple[str, str, tuple[str, ...]], list[str]] = {}
    for rule in sorted(doc["rules"], key=lambda rule: VERDICTS.index(rule["verdict"])):
        if rule["verdict"] not in {"violated", "suspected"}:
            how = would_decide(rule["missing"]) if rule["verdict"] == "inconclusive" else ()
            rows.setdefault((rule["verdict"], rule["reason"], how), []).append(rule["rule"])
    lines = []
    for (verdict, reason, how), rules in rows.items():
        lines += _wrapped(f"{verdict:14} {', '.join(rules)}: {reason}", width, "  ", " " * 17)
        lines += [line for one in how for line in _wrapped(f"would decide: {one}", width, " " * 17)]
    lines += [f"  bad rule       {error}" for error in doc.get("bad_rules", [])]
    return "What else was asked\n" + "\n".join(lines) if lines else ""


def _read(doc: Row, width: int) -> str:
    lines, size = doc["case"]["lines"], doc["case"]["bytes"]
    share = f"{lines['unread'] / lines['read']:.2%}" if lines["read"] else "0%"
    text = (
        f"Read {amount(doc['case'])}: {lines['understood']} understood + {lines['unread']} unread ({share}); "
        f"{size['read']} bytes: {bytes_told(size)}."
    )
    odd = [f for f in doc["case"]["files"] if f["status"] not in {"read", "empty"} or f["problems"]]
    said = [f"{f['path']}: {f['status']}{': ' if f['problems'] else ''}{'; '.join(f['problems'])}" for f in odd]
    files = [line for one in said for line in _wrapped(one, width, "  ", "    ")]
    twin = twins.told(doc["case"].get("twins", []))
    ended = [*twin, releases_told(doc["case"]["nodes"]), *clocks_told(doc["case"]), text]
    told = [line for one in ended for line in _wrapped(one, width, "", "  ")]
    return "\n".join([*(["Files not read, or not whole", *files] if files else []), *told])


def _wrapped(text: str, width: int, indent: str, then: str | None = None) -> list[str]:
    return textwrap.wrap(
        text, width, initial_indent=indent, subsequent_indent=indent if then is None else then, break_long_words=False
    )
