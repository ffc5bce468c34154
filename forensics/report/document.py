"""The findings document, version 1: every other output shows what it holds."""

import json
from collections.abc import Iterator, Sequence
from importlib import resources
from typing import TYPE_CHECKING, Any

from forensics.report.clocks import clock_of
from forensics.report.rows import Rows, indented
from forensics.report.scrub import json_text
from forensics.report.times import iso
from forensics.report.view import View

if TYPE_CHECKING:
    from forensics.findings.check import Checked

NAME = "json"
SCHEMA = "rocketmq-forensics/1"
Row = dict[str, Any]

_RELEVANT = ("node", "kind", "name", "releases", "release_evidence")


def document(checked: "Checked", case: Row, tool_version: str, options: Row) -> Row:
    """Return the document of a check; *case* holds inputs, nodes, files, coverage and counts."""
    return {
        "schema": SCHEMA,
        "tool": {"name": "rocketmq-forensics", "version": tool_version},
        "options": options,
        "case": _case(case),
        "rules": [
            {
                "rule": rule.id,
                "kind": rule.kind,
                "title": rule.title,
                "verdict": ruling.verdict,
                "reason": ruling.reason,
                "covered": list(ruling.covered),
                "missing": list(ruling.missing),
            }
            for rule, ruling in checked.rulings
        ],
        "findings": [_finding(finding) for finding in checked.findings],
        "redeliveries": case["redeliveries"],
        "bad_rules": [str(error) for error in checked.bad_rules],
    }


def render(doc: Row, view: View) -> str:
    """Return the document as the text `--format json` prints."""
    return "".join(pieces(doc, view))


def pieces(doc: Row, _view: View) -> Iterator[str]:
    """Yield the same text in pieces, what there is very much of not at once."""
    yield from _json(doc, 0)
    yield "\n"


def _json(value: Any, depth: int) -> Iterator[str]:
    """Yield *value* as JSON with an indent of one, at *depth*."""
    if isinstance(value, Rows):
        yield from value.json(depth)
    elif isinstance(value, dict) and value:
        before = "{"
        for name, held in value.items():
            yield f"{before}\n{' ' * depth} {json_text(name)}: "
            yield from _json(held, depth + 1)
            before = ","
        yield f"\n{' ' * depth}}}"
    else:
        yield indented(value, depth)


def json_schema() -> Row:
    """Return the JSON Schema of the document."""
    text = resources.files(__package__).joinpath("findings.schema.json").read_text(encoding="utf-8")
    schema: Row = json.loads(text)
    return schema


def _case(case: Row) -> Row:
    coverage: dict[str, list[Row]] = {}
    clocks: dict[str, list[Row]] = {}
    for row in case["clocks"]:
        clocks.setdefault(row["node"], []).append(row)
    for row in case["coverage"]:
        shown = {"source": row["series"], "from": iso(row["from_lo"]), "to": iso(row["to_hi"]), "levels": row["levels"]}
        gaps = [{"why": gap["why"], "from": iso(gap["from_lo"]), "to": iso(gap["to_hi"])} for gap in row["gaps"]]
        complete = {
            "begins_at_start": row["begins_at_start"],
            "ends_at_stop": row["ends_at_stop"],
            "loses_info": row["loses_info"],
        }
        coverage.setdefault(row["node"], []).append({**shown, **complete, "gaps": gaps, "lines": row["lines"]})
    nodes = [
        {name: node[name] for name in _RELEVANT}
        | {"clock": clock_of(clocks.get(node["node"], [])), "coverage": coverage.get(node["node"], [])}
        for node in case["nodes"]
    ]
    return {
        "inputs": case["inputs"],
        "from": iso(case["from_lo"]),
        "to": iso(case["to_hi"]),
        "nodes": nodes,
        "files": case["files"],
        "twins": case["twins"],
        "lines": case["lines"],
        "bytes": case["bytes"],
        "happened": case["happened"],
    }


def _finding(finding: Row) -> Row:
    steps: Sequence[Row] = finding["steps"]
    shown = [
        {"from": iso(s["from_us"]), "to": iso(s["to_us"]), "node": s["node"], "what": s["what"], "evidence": s["evidence"]}
        for s in steps
    ]
    return finding | {"from": iso(finding["from"]), "to": iso(finding["to"]), "steps": shown}
