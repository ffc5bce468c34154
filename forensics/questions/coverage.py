"""What the logs of a case cover: per node and log from when to when, what can be missing, and why."""

from forensics.case import Case
from forensics.model.coverage import Log
from forensics.model.gates import GATES
from forensics.questions.rows import Row, states
from forensics.questions.twins import twins_of
from forensics.tables import FILES

EVERYTHING, WARNINGS, NOTHING = "everything", "warnings", "nothing"
"""What a log holds of its process from start to orderly end: every line, those of WARN and ERROR, not even those."""


def coverage(case: Case) -> list[Row]:
    """Return a row for every log of *case* that has lines, by node: its span and levels, what is whole in it, doubts and gaps."""
    ends = {one["node"]: one for one in states(case, "lives") if one["state"] in {"ended", "stopped"}}
    twins = twins_of(case.read(FILES))
    return [_row(one, ends.get(one["node"]), twins) for one in states(case, "coverage") if one["lines"]]


def _row(one: Row, end: Row | None, twins: list[Row]) -> Row:
    log = Log.of(one)
    others = sorted({node for pair in twins if one["series"] in pair["logs"] for node in _other(pair["nodes"], one["node"])})
    alike = [{"why": "twin", "says": f"lines of it lie in that of {node} too: one process under two names"} for node in others]
    warnings, every = log.doubts("WARN"), log.doubts("INFO")
    return {
        "node": one["node"],
        "kind": one["kind"],
        "log": one["series"],
        "from_lo": one["from_lo"],
        "to_hi": one["to_hi"],
        "lines": one["lines"],
        "levels": one["levels"],
        "heartbeat_us": one["heartbeat_us"],
        "whole": EVERYTHING if not every else NOTHING if warnings else WARNINGS,
        "doubts": [*({"why": doubt.why, "says": doubt.says} for doubt in every), *alike],
        "gaps": one["gaps"],
        "gates": [gate for gate in one["gates"] if _is_shut(one, gate)],
        "process": f"{end['state']}: {end['says']}" if end else None,
    }


def _other(nodes: list[str], node: str) -> list[str]:
    return [other for other in nodes if other != node] if node in nodes else []


def _is_shut(one: Row, gate: Row) -> bool:
    """Return whether the process printed that lines of its log are off, or did not print what would tell."""
    known = GATES[one["kind"], one["series"]]
    return any(gate["option"] == other.option and gate["value"] != other.value for other in known)
