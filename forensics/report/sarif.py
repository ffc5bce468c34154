"""SARIF 2.1.0: for code scanning and its viewers; each step of a proof is a location of the code flow.

GitHub takes 10 MB compressed, shows 5,000 results of a run, 100 locations of a result and 1,000 steps of a flow. What goes
beyond is left out, the least severe first, and the run says how much: as a notification and in its properties. Where a log is
too large, it is written again with narrower limits, till it fits.
"""

import gzip
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote as percent

from forensics.report.lines import counts, headline, issue
from forensics.report.scrub import json_text
from forensics.report.view import View

NAME = "sarif"
Row = dict[str, Any]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "note": "note"}
_WEIGHT = ("error", "warning", "note")
LARGEST = 10_000_000
"""Bytes that GitHub takes, compressed."""


@dataclass(frozen=True)
class Limits:
    """How much of a document one file holds: results; locations, steps and messages of each; characters of a quoted line."""

    results: int = 5_000
    locations: int = 100
    steps: int = 1_000
    messages: int = 1_000
    snippet: int = 2_000


_TIERS = (Limits(), Limits(5_000, 20, 100, 100, 500), Limits(2_000, 5, 20, 20, 200), Limits(500, 1, 5, 5, 100))


def render(doc: Row, _view: View) -> str:
    """Return the log with one run, as much of it as GitHub takes."""
    for limits in _narrower():
        text = json_text(log(doc, limits), indent=1) + "\n"
        if not limits.results or len(text) <= LARGEST or len(gzip.compress(text.encode(), 6)) <= LARGEST:
            break
    return text


def _narrower() -> Iterator[Limits]:
    """Give ever narrower limits; the last ones leave no result."""
    yield from _TIERS
    last = _TIERS[-1]
    while last.results:
        last = replace(last, results=last.results // 2)
        yield last


def log(doc: Row, limits: Limits) -> Row:
    """Return the SARIF log of *doc* within *limits*."""
    ordered = sorted(doc["findings"], key=lambda finding: (not counts(finding), _WEIGHT.index(finding["severity"])))
    shown = ordered[: limits.results]
    seen: Counter[str] = Counter()
    results = [_result(finding, limits, seen) for finding in shown]
    cut = list(_cut(ordered, limits))
    run = {
        "tool": {"driver": _driver(doc)},
        "invocations": [_invocation(doc, cut)],
        "results": results,
        "columnKind": "unicodeCodePoints",
        "properties": {"truncated": cut},
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _cut(findings: list[Row], limits: Limits) -> Iterator[str]:
    """Say what *limits* leave out, one sentence each."""
    if len(findings) > limits.results:
        yield f"{len(findings) - limits.results} of {len(findings)} findings are left out, the least severe"
    shown = findings[: limits.results]
    long = sum(_pointed(finding) > limits.steps for finding in shown)
    if long:
        yield f"{long} findings have more than {limits.steps} lines of proof; only the first are in their flows"
    wide = sum(len(finding["evidence"]) > limits.locations for finding in shown)
    if wide:
        yield f"{wide} findings have more than {limits.locations} lines of proof; only the first are their locations"
    many = sum(len(finding["messages"]) > limits.messages for finding in shown)
    if many:
        yield f"{many} findings have more than {limits.messages} messages; only the first are here"
    cut = sum(len(quote["text"]) > limits.snippet for finding in shown for quote in finding["evidence"])
    if cut:
        yield f"{cut} quoted lines are cut at {limits.snippet} characters"


def _pointed(finding: Row) -> int:
    return sum(len(step["evidence"]) for step in finding["steps"])


def _driver(doc: Row) -> Row:
    rules = {rule["rule"]: rule for rule in doc["rules"]}
    rules |= {finding["rule"]: {"rule": finding["rule"]} for finding in doc["findings"] if finding["rule"] not in rules}
    remedies = {finding["rule"]: finding["remedy"] for finding in doc["findings"]}
    return {
        "name": doc["tool"]["name"],
        "semanticVersion": doc["tool"]["version"],
        "rules": [_rule(rule, remedies.get(rule["rule"])) for rule in rules.values()],
    }


def _rule(rule: Row, remedy: str | None) -> Row:
    title = rule.get("title") or rule["rule"]
    return {
        "id": rule["rule"],
        "shortDescription": {"text": title},
        "fullDescription": {"text": title},
        "help": {"text": remedy or f"rmqf explain {rule['rule']} prints the page of this rule."},
        "properties": {"verdict": rule.get("verdict"), "reason": rule.get("reason")},
    }


def _invocation(doc: Row, cut: list[str]) -> Row:
    told = [("warning", text) for text in cut] + [("error", text) for text in doc.get("bad_rules", [])]
    told += [("error", row["why"]) for row in doc.get("expectations", []) if not row["met"]]
    told += [("note", f"{rule['rule']}: {rule['reason']}") for rule in doc["rules"] if rule["verdict"] == "inconclusive"]
    notes = [{"level": level, "message": {"text": text}} for level, text in told]
    return {"executionSuccessful": not doc.get("bad_rules"), "toolExecutionNotifications": notes}


def _result(finding: Row, limits: Limits, seen: Counter[str]) -> Row:
    seen[finding["fingerprint"]] += 1
    state, evidence = finding["status"], finding["evidence"]
    named = f" Known fault: {issue(finding)}." if issue(finding) else ""
    result: Row = {
        "ruleId": finding["rule"],
        "level": _LEVELS[finding["severity"]],
        "message": {"text": f"{headline(finding)}: {finding['explanation']}{named} Remedy: {finding['remedy']}"},
        "locations": [_location(evidence[0], limits)],
        "relatedLocations": _each_once([_location(quote, limits) for quote in evidence[1 : limits.locations]]),
        "partialFingerprints": {
            "rocketmqForensics/v1": finding["fingerprint"],
            "primaryLocationLineHash": f"{finding['fingerprint']}:{seen[finding['fingerprint']]}",
        },
        "occurrenceCount": max(1, finding["occurrences"]),
        "codeFlows": [{"threadFlows": [{"locations": _flow(finding, limits)}]}],
        "baselineState": "unchanged" if state["state"] in {"known", "expected"} else "new",
        "properties": _properties(finding, limits),
    }
    if state["state"] == "suppressed":
        result["suppressions"] = [{"kind": "external", "justification": state["reason"]}]
    return result


def _each_once(locations: list[Row]) -> list[Row]:
    """Return *locations* without repetitions: the standard wants each place once, and two quotes can be of one."""
    return [one for number, one in enumerate(locations) if one not in locations[:number]]


_OWN = ("id", "kind", "verdict", "severity", "from", "to", "occurrences", "subject", "cause")


def _properties(finding: Row, limits: Limits) -> Row:
    shown = {"messages": finding["messages"][: limits.messages], "state": finding["status"]["state"]}
    return {name: finding[name] for name in _OWN} | shown


def _flow(finding: Row, limits: Limits) -> list[Row]:
    places = [(step, finding["evidence"][index]) for step in finding["steps"] for index in step["evidence"]]
    steps = places[: limits.steps]
    return [
        {
            "location": _location(quote, limits) | {"message": {"text": f"{step['what']}: {quote['says']}"}},
            "executionOrder": number,
            **({"executionTimeUtc": step["from"]} if step["from"] else {}),
        }
        for number, (step, quote) in enumerate(steps, 1)
    ]


def _location(quote: Row, limits: Limits) -> Row:
    begins = {"startLine": quote["line"]} if quote["line"] else {"byteOffset": quote["byte_offset"]}
    region = begins | {"snippet": {"text": quote["text"][: limits.snippet]}}
    where = {"artifactLocation": {"uri": percent(quote["path"], safe="/!+,;=@~", errors="replace")}, "region": region}
    return {"physicalLocation": where, "message": {"text": quote["says"]}}
