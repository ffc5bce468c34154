"""One finding's proof, walked step by step, and why a rule says what it says."""

import re
from typing import Any

from forensics.errors import BadUsage
from forensics.report.lines import headline, issue, place, status, subject, would_decide
from forensics.report.scrub import scrubbed

Row = dict[str, Any]

_NUMBER = re.compile(r"[1-9][0-9]{0,5}")
_NAMED = 8
"""Findings that are named where none of them can be meant."""


def finding_of(doc: Row, name: str) -> Row:
    """Return the finding of *doc* that has the number *name* on the screen, or whose id begins with it.

    BadUsage where there is none or more than one.
    """
    every: list[Row] = doc["findings"]
    if _NUMBER.fullmatch(name) and int(name) <= len(every):
        return every[int(name) - 1]
    found = [finding for finding in every if finding["id"].startswith(name)]
    if len(found) != 1:
        ids = [finding["id"] for finding in found or every]
        more = f" and {len(ids) - _NAMED} more" if len(ids) > _NAMED else ""
        raise BadUsage(
            name, "is not the number or id of one finding", f"the findings are {', '.join(ids[:_NAMED]) or 'none'}{more}"
        )
    return found[0]


def render(finding: Row) -> str:
    """Return the proof of *finding*: what is claimed, each step with every line that carries it, and what follows."""
    lines = [headline(finding), f"id {finding['id']}, fingerprint {finding['fingerprint']}", f"of {subject(finding)}", ""]
    lines += [finding["explanation"], ""]
    for number, step in enumerate(finding["steps"], 1):
        lines.append(f"Step {number} of {len(finding['steps'])}, {_span(step)}, {step['node'] or 'the cluster'}: {step['what']}")
        for index in step["evidence"]:
            quote = finding["evidence"][index]
            lines += [f"  {place(quote)} shows: {quote['says']}"]
            lines += [f"    {line}" for line in quote["text"].splitlines()]
        lines.append("")
    cause = finding["cause"]
    candidates = f"; it can be: {'; '.join(cause['candidates'])}" if cause["candidates"] else ""
    lines.append(f"Cause: {cause['class'].replace('_', ' ')}{f' {issue(finding)}' if issue(finding) else ''}{candidates}")
    lines += [f"Related: {row['relation']} {row['id']}" for row in finding["related"]]
    lines += [f"Would decide: {how}" for how in would_decide(finding.get("missing", []))]
    lines += [f"Remedy: {finding['remedy']}"] + ([f"State: {status(finding)}"] if status(finding) else [])
    return scrubbed("\n".join(lines) + "\n")


def why_not(doc: Row, rule: str) -> str:
    """Return why *rule* found nothing in the case: its verdict, what it rests on, and what was missing."""
    ruling = next(row for row in doc["rules"] if row["rule"] == rule)
    found = [finding for finding in doc["findings"] if finding["rule"] == rule]
    lines = [f"{rule}: {ruling['verdict']}", ruling["reason"]]
    if found:
        lines += [f"It found {headline(finding)}, id {finding['id']}" for finding in found]
    if ruling["covered"]:
        lines += ["It looked at:", *(f"  {source}" for source in ruling["covered"])]
    if ruling["missing"]:
        lines += ["What was missing:", *(f"  {how}" for how in would_decide(ruling["missing"]))]
    elif not found and ruling["verdict"] != "not_applicable":
        lines.append("Nothing was missing.")
    return scrubbed("\n".join(lines) + "\n")


def _span(step: Row) -> str:
    return f"{step['from']} to {step['to']}" if step["to"] and step["to"] != step["from"] else str(step["from"])
