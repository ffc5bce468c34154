"""What the logs cover, as text with the answer first, as JSON or as CSV."""

from itertools import groupby
from typing import Any

from forensics.questions.coverage import EVERYTHING, NOTHING, WARNINGS
from forensics.report import answers
from forensics.report.scrub import one_line, scrubbed
from forensics.report.times import iso

Row = dict[str, Any]

_WHOLE = {
    EVERYTHING: "whole",
    WARNINGS: "warnings and errors are whole",
    NOTHING: "can lack lines of every level",
}


def render(rows: list[Row], name: str) -> str:
    """Return the coverage as *name* shows it: text, json or csv."""
    if name == "text":
        return scrubbed(_text(rows))
    shown = [_shown(row) for row in rows]
    return answers.plain(shown if name == "json" else [_flat(row) for row in shown], name)


def _text(rows: list[Row]) -> str:
    if not rows:
        return "The case has no log with a line in it.\n"
    parts = [_answer(rows)]
    for node, own in groupby(rows, key=lambda row: row["node"]):
        logs = list(own)
        ended = f", {logs[0]['process']}" if logs[0]["process"] else ""
        parts.append("\n".join([f"{one_line(node)} ({logs[0]['kind']}{ended})", *(line for row in logs for line in _lines(row))]))
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


def _lines(row: Row) -> list[str]:
    span = f"{iso(row['from_lo']) or 'no time':24} to {iso(row['to_hi']) or 'no time':24}"
    head = f"  {one_line(row['log']):22} {span} {row['lines']:>8} lines  {' '.join(row['levels'])}"
    doubts = "; ".join(doubt["says"] for doubt in row["doubts"])
    lines = [head.rstrip(), f"      {_WHOLE[row['whole']]}{': ' + doubts if doubts else ''}"]
    lines += [f"      {gap['why']:8} {iso(gap['from_lo'])} to {iso(gap['to_hi'])}, {_seconds(gap)} s" for gap in row["gaps"]]
    lines += [f"      {_gate(gate)} hides {gate['hides']}" for gate in row["gates"]]
    return lines


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
