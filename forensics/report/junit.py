"""JUnit XML: a suite for each rule, a failed case for each finding that fails a build; all else that is open is skipped.

What makes the exit code another one whatever was found, a rule that does not run and an input that cannot be read, is an error.
CI systems tell the tests of several reports apart by their classes: these, as the suites, begin with the input's name.
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
    first, *others = doc["case"]["inputs"]
    within = f"{first} and {len(others)} more" if others else first
    root = Element("testsuites", name=_legal(f"rocketmq-forensics {within}"))
    rules = [rule["rule"] for rule in doc["rules"]]
    for rule in doc["rules"]:
        _suite(root, within, rule, [finding for finding in doc["findings"] if finding["rule"] == rule["rule"]], view.fail_on)
    for finding in doc["findings"]:
        if finding["rule"] not in rules:
            rule = {"rule": finding["rule"], "verdict": finding["verdict"], "reason": ""}
            _suite(root, within, rule, [finding], view.fail_on)
    _expectations(root, _name(within, "expectations"), doc.get("expectations", []))
    _errors(root, _name(within, "rules"), "rules", "could not be run", doc["bad_rules"])
    unreadable = unreadable_inputs(doc["case"]["inputs"], doc["case"]["files"])
    _errors(root, _name(within, "inputs"), "inputs", "could not be read", unreadable)
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _name(within: str, what: str) -> str:
    """Return the name of the suite and class of what is told of an input: CI systems take what a dot divides for a path."""
    return _legal(f"{within.replace('.', '_')}.{what}")


def _suite(root: Element, within: str, rule: Row, findings: list[Row], fail_on: str) -> None:
    failures = sum(fails(finding, fail_on) for finding in findings)
    cases = max(1, len(findings))
    skipped = len(findings) - failures if findings else int(rule["verdict"] not in _PASSED)
    name = _name(within, rule["rule"])
    suite = SubElement(root, "testsuite", name=name, tests=str(cases), failures=str(failures), errors="0")
    suite.set("skipped", str(skipped))
    for finding in findings:
        _case(suite, name, finding, fail_on)
    if not findings:
        case = SubElement(suite, "testcase", classname=name, name=_legal(rule["verdict"]))
        if rule["verdict"] not in _PASSED:
            SubElement(case, "skipped", message=_legal(rule["reason"]))
        SubElement(case, "system-out").text = _legal(rule["reason"])


def _case(suite: Element, classname: str, finding: Row, fail_on: str) -> None:
    name = f"{finding['kind']} {finding['id']} {subject(finding)}"
    case = SubElement(suite, "testcase", classname=classname, name=_legal(name))
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


def _expectations(root: Element, name: str, rows: list[Row]) -> None:
    if not rows:
        return
    failures = sum(not row["met"] for row in rows)
    suite = SubElement(root, "testsuite", name=name, tests=str(len(rows)), failures=str(failures), errors="0", skipped="0")
    for row in rows:
        case = SubElement(suite, "testcase", classname=name, name=_legal(row["expected"]))
        if not row["met"]:
            SubElement(case, "failure", message=_legal(row["why"]), type="expectation")


def _errors(root: Element, name: str, what: str, why: str, told: list[str]) -> None:
    if not told:
        return
    suite = SubElement(root, "testsuite", name=name, tests=str(len(told)), failures="0", errors=str(len(told)), skipped="0")
    for text in told:
        case = SubElement(suite, "testcase", classname=name, name=_legal(text))
        SubElement(case, "error", message=_legal(f"{text} {why}"), type=what)


def _legal(text: str) -> str:
    return _ILLEGAL.sub("\ufffd", scrubbed(text))
