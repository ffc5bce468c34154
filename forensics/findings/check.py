"""Runs every rule over a replayed case and returns rulings and findings with their proof."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl

from forensics import memory
from forensics.case import Case
from forensics.errors import BadRule
from forensics.findings.query import OwnTables, Tables
from forensics.findings.rules import Fault, Rule, load_rules, rules_directory
from forensics.findings.verdicts import Ground, Ruling, rule_on
from forensics.tables import FILES, RECORDS, STATES, Table

if TYPE_CHECKING:
    from forensics.findings.confined import ConfinedTables

_VERDICT_OF = {"proven": "violated", "sign": "suspected"}
_NAMES = ("broker", "message_broker", "topic", "group", "request_code", "outcome")
"""Parts of a subject that stay the same when the case is captured again: a node is named by a directory, which may be renamed."""
_LONGEST_QUOTE = 4_000
"""Characters of a record that a document quotes."""

Row = dict[str, Any]


@dataclass(frozen=True)
class Checked:
    """What a check gives: each rule with its ruling, the findings in order of time, and the rules that are bad."""

    rulings: tuple[tuple[Rule, Ruling], ...]
    findings: tuple[Row, ...]
    bad_rules: tuple[BadRule, ...]


def check_case(case: Case, directory: Path) -> Checked:
    """Return the rulings and findings of the rules in *directory* over the states of *case*."""
    rules, bad = load_rules(directory)
    ground = ground_of({name: state_frame(case, name) for name in _GROUND})
    tables = _own_tables(case) if directory == rules_directory() else _strangers_tables(case)
    rulings, found = [], []
    try:
        for rule in rules:
            try:
                ruling, candidates = judged(rule, tables, ground)
            except BadRule as error:
                bad.append(error)
                continue
            rulings.append((rule, ruling))
            if ground.coverage:
                found += [_finding(rule, ruling, candidate, ground) for candidate in candidates]
    finally:
        tables.close()
    quotes = _quotes(case, {record_id for finding in found for record_id in _records(finding)})
    strange = {finding["rule"] for finding in found if not all(record_id in quotes for record_id in _records(finding))}
    bad += [BadRule(f"{rule_id}.sql", "its query returns record_ids that the case has not") for rule_id in sorted(strange)]
    rulings = [(rule, ruling) for rule, ruling in rulings if rule.id not in strange]
    told = _with_evidence(quotes, [finding for finding in found if finding["rule"] not in strange])
    return Checked(tuple(rulings), tuple(told), tuple(bad))


def _strangers_tables(case: Case) -> "ConfinedTables":
    """Return the state tables for rules that are not ours."""
    from forensics.findings.confined import ConfinedTables

    return ConfinedTables(state_frames(case))


def _own_tables(case: Case) -> OwnTables:
    """Return the state tables for our own rules, opened where one of them needs to look."""
    return OwnTables([name for name in STATES if not case.count(f"states/{name}")], partial(_opened, case))


def _opened(case: Case) -> Tables:
    """Return the state tables, of which very long ones are read from their files: of few columns and rows."""
    plain = _GLOB.isdisjoint(str(case.directory))
    files = {name: case.paths(f"states/{name}") for name in STATES if plain and case.count(f"states/{name}") > _LONG}
    frames = {name: state_frame(case, name) for name in STATES if name not in files}
    return Tables(frames, memory.allowed() // 2, files)


_LONG = 20_000
"""Rows from which on a state table takes so much memory that each rule reads it anew."""
_GLOB = frozenset("*?[")
"""What DuckDB takes for a pattern in a path."""
_GROUND = ("nodes", "clients", "coverage", "features", "brokers_registered")


def ground_of(frames: Mapping[str, pl.DataFrame]) -> Ground:
    """Return what the verdicts over these state tables stand on."""
    return Ground(*(frames[name].to_dicts() for name in _GROUND))


def judged(rule: Rule, tables: "Tables | OwnTables | ConfinedTables", ground: Ground) -> tuple[Ruling, list[Row]]:
    """Return the ruling of *rule* over *tables*, and its candidates for findings; BadRule where its query is bad."""
    candidates = tables.candidates(rule)
    hints = [candidate["explanation"] for candidate in candidates if candidate["strength"] == "hint"]
    candidates = [candidate for candidate in candidates if candidate["strength"] != "hint"]
    return rule_on(rule, [candidate["strength"] for candidate in candidates], ground, hints), candidates


def state_frames(case: Case) -> dict[str, pl.DataFrame]:
    """Return the state tables of *case* by name."""
    return {name: state_frame(case, name) for name in STATES}


def state_frame(case: Case, name: str, *columns: str) -> pl.DataFrame:
    """Return one state table of *case*, or only some of its columns."""
    return state_scan(case, name).select(columns or pl.all()).collect()


def state_scan(case: Case, name: str) -> pl.LazyFrame:
    """Return one state table of *case* lazily."""
    return case.scan(Table(f"states/{name}", STATES[name].row, STATES[name].columns))


def _finding(rule: Rule, ruling: Ruling, candidate: Row, ground: Ground) -> Row:
    subject = {name: value for name, value in candidate["subject"].items() if value is not None}
    cause = _cause(rule, candidate, ground)
    names = {name: subject[name] for name in _NAMES if name in subject}
    return {
        "id": _hash(rule.id, subject, candidate["from_us"]),
        "fingerprint": _hash(rule.id, rule.kind, names, cause["class"], cause.get("issue")),
        "rule": rule.id,
        "kind": rule.kind,
        "verdict": _VERDICT_OF[candidate["strength"]],
        "severity": candidate.get("severity") or (rule.severity if cause["class"] == "known_fault" else rule.severity_otherwise),
        "status": {"state": "new", "reason": None, "expires": None},
        "from": candidate["from_us"],
        "to": candidate["to_us"],
        "occurrences": candidate["occurrences"],
        "subject": subject,
        "cause": cause,
        "explanation": candidate["explanation"].strip(),
        "remedy": candidate.get("remedy") or _remedy(rule, candidate, ground),
        "missing": list(candidate.get("missing") or (ruling.missing if candidate["strength"] == "sign" else [])),
        "messages": candidate.get("messages") or [],
        "steps": sorted(candidate["steps"], key=lambda step: step["from_us"]),
        "related": [],
    }


def _cause(rule: Rule, candidate: Row, ground: Ground) -> Row:
    """Return the cause: the fault that its lines or the release name, or all it can be where neither is known."""
    cause_class = candidate.get("cause") or ("known_fault" if rule.faults else "unexplained")
    candidates = list(candidate.get("candidates") or [])
    if cause_class != "known_fault":
        return _unnamed(cause_class, candidates)
    proven = [fault for fault in rule.faults if fault.issue == candidate.get("issue")]
    if proven:
        return _of_fault(cause_class, candidates, proven[0])
    if not _releases(candidate, ground) and len(rule.faults) + len(rule.otherwise) > 1:
        return _unnamed(cause_class, [*candidates, *map(_named, rule.faults), *rule.otherwise])
    fitting = _fitting(rule, candidate, ground)
    if not fitting:
        return _unnamed("unexplained", [*candidates, *rule.otherwise])
    return _of_fault(cause_class, candidates, fitting[0])


def _releases(candidate: Row, ground: Ground) -> list[str]:
    """Return which releases the node of a candidate can be of, none where it is not known."""
    return [r for n in ground.nodes if n["node"] == candidate.get("release_node") for r in n["releases"]]


def _fitting(rule: Rule, candidate: Row, ground: Ground) -> list[Fault]:
    """Return the faults of *rule* that are in a release the node can be of: all of them where that is not known."""
    releases = _releases(candidate, ground)
    return [fault for fault in rule.faults if not releases or any(fault.fits(release) for release in releases)]


def _remedy(rule: Rule, candidate: Row, ground: Ground) -> str:
    return rule.remedy if _fitting(rule, candidate, ground) or not rule.faults else rule.remedy_otherwise


def _of_fault(cause_class: str, candidates: list[str], fault: Fault) -> Row:
    return _unnamed(cause_class, candidates) | {
        "issue": fault.issue,
        "affected": list(fault.affected),
        "fixed_in": fault.fixed_in,
    }


def _unnamed(cause_class: str, candidates: list[str]) -> Row:
    return {"class": cause_class, "issue": None, "affected": [], "fixed_in": None, "candidates": candidates}


def _named(fault: Fault) -> str:
    return f"{fault.issue or 'a fault without a number upstream'} ({', '.join(fault.affected)})"


def _records(finding: Row) -> Iterable[int]:
    """Return the records that carry *finding*, step by step."""
    return (record_id for step in finding["steps"] for record_id in step["record_ids"])


def _with_evidence(quotes: Mapping[int, Row], findings: Sequence[Row]) -> Iterable[Row]:
    """Return *findings* in order of time, each step with the evidence it points to, of the *quotes* by record."""
    for finding in _in_order(findings):
        evidence: list[Row] = []
        index: dict[int, int] = {}
        for step in finding["steps"]:
            for record_id in step["record_ids"]:
                if record_id not in index:
                    index[record_id] = len(evidence)
                    evidence.append(quotes[record_id] | {"says": step["says"]})
            step["evidence"] = [index[record_id] for record_id in step["record_ids"]]
        yield finding | {"evidence": evidence}


def _in_order(findings: Iterable[Row]) -> Iterable[Row]:
    """Yield *findings* in order of time; of several of one subject and time, whose lines name no more, each has its own id."""
    told: Counter[str] = Counter()
    for finding in sorted(findings, key=lambda f: (f["from"], f["rule"], f["id"], [step["record_ids"] for step in f["steps"]])):
        told[finding["id"]] += 1
        number = told[finding["id"]]
        yield finding if number == 1 else finding | {"id": _hash(finding["id"], number)}


def _quotes(case: Case, wanted: set[int]) -> Mapping[int, Row]:
    files = {row["file_id"]: row for row in case.read(FILES).select("file_id", "path", "series").to_dicts()}
    records = case.scan(RECORDS).filter(pl.col("record_id").is_in(sorted(wanted))).collect().to_dicts()
    return {
        r["record_id"]: {
            "node": r["node"], "source": "store" if files[r["file_id"]]["series"] == "store" else "log",
            "path": files[r["file_id"]]["path"], "line": r["line"],
            "byte_offset": r["byte_offset"], "text": r["text"][:_LONGEST_QUOTE],
        }
        for r in records
    }  # fmt: skip


def _hash(*parts: object) -> str:
    return hashlib.sha256(json.dumps(parts, sort_keys=True, default=str).encode()).hexdigest()[:16]
