"""What the logs cover, as text with the answer first, as JSON or as CSV."""

import textwrap
from itertools import groupby
from typing import Any

from forensics.questions.coverage import EVERYTHING, NOTHING, WARNINGS
from forensics.report import answers
from forensics.report.lines import counted
from forensics.report.scrub import one_line, scrubbed
from forensics.report.times import iso

Row = dict[str, Any]

_NARROWEST = 60
_INDENT = " " * 6
_WHOLE = {
    EVERYTHING: "whole",
    WARNINGS: "warnings and errors are whole",
    NOTHING: "can lack lines of every level",
}


def render(rows: list[Row], name: str, width: int) -> str:
    """Return the coverage as *name* shows it: text whose sentences are as wide as *width*, json or csv."""
    if name == "text":
        return scrubbed(_text(rows, max(width, _NARROWEST)))
    shown = [_shown(row) for row in rows]
    return answers.plain(shown if name == "json" else [_flat(row) for row in shown], name)


def _text(rows: list[Row], width: int) -> str:
    if not rows:
        return "The case has no log with a line in it.\n"
    parts = [textwrap.fill(_answer(rows), width)]
    for node, own in groupby(rows, key=lambda row: row["node"]):
        logs = list(own)
        ended = f", {logs[0]['process']}" if logs[0]["process"] else ""
        lines = [line for row in logs for line in _lines(row, width)]
        parts.append("\n".join([f"{one_line(node)} ({logs[0]['kind']}{ended})", *lines]))
    return "\n\n".join(parts) + "\n"


def _answer(rows: list[Row]) -> str:
    """Return in a sentence of how many logs something can be missing."""
    count = {whole: sum(row["whole"] == whole for row in rows) for whole in _WHOLE}
    holes = sum(any(gap["why"] not in {"down", "quiet"} for gap in row["gaps"]) for row in rows)
    return (
        f"Of {len(rows)} logs, {count[EVERYTHING]} hold every line from the start of their process to its orderly end; "
        f"{count[WARNINGS]} more hold every warning and error; of {count[NOTHING]} even those can be missing. "
        f"{holes or 'None'} {'shows' if holes == 1 else 'show'} a hole."
    )


def _lines(row: Row, width: int) -> list[str]:
    span = f"{iso(row['from_lo']) or 'no time':24} to {iso(row['to_hi']) or 'no time':24}"
    head = f"  {one_line(row['log']):22} {span} {counted(row['lines'], 'line'):>14}  {' '.join(row['levels'])}"
    doubts = "; ".join(doubt["says"] for doubt in row["doubts"])
    whole = f"{_WHOLE[row['whole']]}{': ' + doubts if doubts else ''}"
    lines = [whole, *(f"{gap['why']:8} {iso(gap['from_lo'])} to {iso(gap['to_hi'])}, {_seconds(gap)} s" for gap in row["gaps"])]
    lines += [f"{_gate(gate)} hides {gate['hides']}" for gate in row["gates"]]
    return [head.rstrip(), *(part for line in lines for part in _wrapped(line, width))]


def _wrapped(line: str, width: int) -> list[str]:
    return textwrap.wrap(line, width, initial_indent=_INDENT, subsequent_indent=f"{_INDENT}  ", break_long_words=False)


def _seconds(gap: Row) -> int:
    return int(gap["to_hi"] - gap["from_lo"]) // 1_000_000


def _gate(gate: Row) -> str:
    return f"{gate['option']}={gate['value']}" if gate["value"] is not None else f"{gate['option']} (its value is not printed)"


def _shown(row: Row) -> Row:
    """Return a row of the answer with times as text."""
    beat = row["heartbeat_us"]
    gaps = [{"why": gap["why"], "from": iso(gap["from_lo"]), "to": iso(gap["to_hi"])} for gap in row["gaps"]]
    head = {name: row[name] for name in ("node", "kind", "log")}
    span = {"from": iso(row["from_lo"]), "to": iso(row["to_hi"]), "lines": row["lines"], "levels": row["levels"]}
    more = {"heartbeat_s": None if beat is None else round(beat / 1e6, 1), "whole": row["whole"], "doubts": row["doubts"]}
    return head | span | more | {"gaps": gaps, "gates": row["gates"], "process": row["process"]}


def _flat(row: Row) -> Row:
    """Return a row with one text in each cell."""
    return row | {
        "levels": " ".join(row["levels"]),
        "doubts": "; ".join(doubt["says"] for doubt in row["doubts"]),
        "gaps": "; ".join(f"{gap['why']} {gap['from']} to {gap['to']}" for gap in row["gaps"]),
        "gates": "; ".join(_gate(gate) for gate in row["gates"]),
    }
