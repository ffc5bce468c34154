"""JUnit XML: a suite for each rule, a failed case for each finding that fails a build; all else that is open is skipped.

What makes the exit code another one whatever was found, a rule that does not run and an input that cannot be read, is an error.
"""

import re
from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from forensics.report.lines import counts, fails, headline, issue, place, status, subject
from forensics.report.outcome import unreadable_inputs
from forensics.report.scrub import scrubbed
from forensics.report.view import View

NAME = "junit"
Row = dict[str, Any]

_ILLEGAL = re.compile("[\ufffe\uffff]|[\\U0001fffe\\U0001ffff]")
_PASSED = frozenset({"clear", "not_seen"})


def render(doc: Row, view: View) -> str:
    """Return the report; what may not stand in XML is written out."""
    root = Element("testsuites", name="rocketmq-forensics")
    rules = [rule["rule"] for rule in doc["rules"]]
    for rule in doc["rules"]:
        _suite(root, rule, [finding for finding in doc["findings"] if finding["rule"] == rule["rule"]], view.fail_on)
    for finding in doc["findings"]:
        if finding["rule"] not in rules:
            _suite(root, {"rule": finding["rule"], "verdict": finding["verdict"], "reason": ""}, [finding], view.fail_on)
    _expectations(root, doc.get("expectations", []))
    _errors(root, "rules", "could not be run", doc["bad_rules"])
    _errors(root, "inputs", "could not be read", unreadable_inputs(doc["case"]["inputs"], doc["case"]["files"]))
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _suite(root: Element, rule: Row, findings: list[Row], fail_on: str) -> None:
    failures = sum(fails(finding, fail_on) for finding in findings)
    cases = max(1, len(findings))
    skipped = len(findings) - failures if findings else int(rule["verdict"] not in _PASSED)
    suite = SubElement(root, "testsuite", name=_legal(rule["rule"]), tests=str(cases), failures=str(failures), errors="0")
    suite.set("skipped", str(skipped))
    for finding in findings:
        _case(suite, finding, fail_on)
    if not findings:
        case = SubElement(suite, "testcase", classname=_legal(rule["rule"]), name=_legal(rule["verdict"]))
        if rule["verdict"] not in _PASSED:
            SubElement(case, "skipped", message=_legal(rule["reason"]))
        SubElement(case, "system-out").text = _legal(rule["reason"])


def _case(suite: Element, finding: Row, fail_on: str) -> None:
    name = f"{finding['kind']} {finding['id']} {subject(finding)}"
    case = SubElement(suite, "testcase", classname=_legal(finding["rule"]), name=_legal(name))
    if fails(finding, fail_on):
        failure = SubElement(case, "failure", message=_legal(headline(finding)), type=finding["severity"])
        failure.text = _legal(_body(finding))
    else:
        why = (
            f"a {finding['severity']}, and a build fails at a finding of severity {fail_on}"
            if counts(finding)
            else status(finding)
        )
        SubElement(case, "skipped", message=_legal(f"{headline(finding)}: {why}"))
        SubElement(case, "system-out").text = _legal(_body(finding))


def _body(finding: Row) -> str:
    quotes = "\n".join(f"{place(quote)} {quote['text']}" for quote in finding["evidence"])
    named = f"\nKnown fault: {issue(finding)}" if issue(finding) else ""
    return f"{finding['explanation']}{named}\nRemedy: {finding['remedy']}\nSeverity: {finding['severity']}\n{quotes}"


def _expectations(root: Element, rows: list[Row]) -> None:
    if not rows:
        return
    failures = sum(not row["met"] for row in rows)
    suite = SubElement(
        root, "testsuite", name="expectations", tests=str(len(rows)), failures=str(failures), errors="0", skipped="0"
    )
    for row in rows:
        case = SubElement(suite, "testcase", classname="expectations", name=_legal(row["expected"]))
        if not row["met"]:
            SubElement(case, "failure", message=_legal(row["why"]), type="expectation")


def _errors(root: Element, what: str, why: str, told: list[str]) -> None:
    if not told:
        return
    suite = SubElement(root, "testsuite", name=what, tests=str(len(told)), failures="0", errors=str(len(told)), skipped="0")
    for text in told:
        case = SubElement(suite, "testcase", classname=what, name=_legal(text))
        SubElement(case, "error", message=_legal(f"{text} {why}"), type=what)


def _legal(text: str) -> str:
    return _ILLEGAL.sub("\ufffd", scrubbed(text))
