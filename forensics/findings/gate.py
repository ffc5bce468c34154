"""What a gate knows of a case beforehand: a baseline, suppressions, expectations. They mark findings and drop none.

States of a finding: `new`; `known`, its fingerprint is in the baseline; `expected`, the trace must show it; `suppressed`, with
reason and last day; `expired`, a suppression whose last day has passed. Only `new` and `expired` count for the exit code.
"""

import datetime as dt
import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self

from forensics.errors import BadUsage, NoSuchInput
from forensics.findings.expectations import expectations, is_expected, load_expectations
from forensics.findings.rules import rule_ids, rules_directory
from forensics.findings.suppressions import Suppression, load_suppressions, refuse_unmatched, suppressed

Row = dict[str, Any]

BASELINE = "rocketmq-forensics-baseline/1"
_NAMED = ("rule", "kind", "severity")


@dataclass(frozen=True)
class Gate:
    """The files a gate was given, and the day on which it is asked."""

    baseline: Path | None = None
    suppressions: Path | None = None
    expect: Path | None = None
    today: dt.date | None = None

    @property
    def files(self) -> tuple[Path, ...]:
        """Return the files that were given."""
        return tuple(path for path in (self.baseline, self.suppressions, self.expect) if path)

    def check(self, rules: Path | None = None) -> None:
        """Raise what is wrong with any of the files, *rules* being run: better before an hour of logs is read than after."""
        _, entries, _ = _held(self)
        refuse_unmatched(entries, sorted({*rule_ids(rules_directory()), *(rule_ids(rules) if rules else ())}))

    def absolute(self) -> Self:
        """Return the same for a process that runs in another directory."""
        named = {name: getattr(self, name) for name in ("baseline", "suppressions", "expect")}
        return replace(self, **{name: path.absolute() for name, path in named.items() if path})


def gated(doc: Row, gate: Gate) -> Row:
    """Return *doc* with each finding's state, and what was expected; days are compared with *gate.today* or the case's end."""
    known, entries, expected = _held(gate)
    today = gate.today or _day(doc["case"]["to"])
    findings = [finding | {"status": _state(finding, known, entries, expected, today)} for finding in doc["findings"]]
    verdicts = {rule["rule"]: rule["verdict"] for rule in doc["rules"]}
    asked = {"expectations": expectations(findings, verdicts, expected)} if expected else {}
    return doc | {"findings": findings} | asked


def _held(gate: Gate) -> tuple[frozenset[str], list[Suppression], Row]:
    """Return the fingerprints, the suppressions and the expectations that *gate* was given."""
    return (
        load_baseline(gate.baseline) if gate.baseline else frozenset(),
        load_suppressions(gate.suppressions) if gate.suppressions else [],
        load_expectations(gate.expect) if gate.expect else {},
    )


def _state(finding: Row, known: frozenset[str], entries: list[Suppression], expected: Row, today: dt.date | None) -> Row:
    state = suppressed(finding, entries, today)
    if state and state["state"] == "suppressed":
        return state
    if is_expected(finding, expected):
        return {"state": "expected", "reason": None, "expires": None}
    if finding["fingerprint"] in known:
        return {"state": "known", "reason": "in the baseline", "expires": None}
    return state or finding["status"]


def load_baseline(path: Path) -> frozenset[str]:
    """Return the fingerprints of the baseline *path*."""
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
        if held["schema"] != BASELINE:
            raise BadUsage(
                str(path), f"is no baseline of this rmqf: schema {held['schema']!r}", "write it anew with --write-baseline"
            )
        return frozenset(row["fingerprint"] for row in held["findings"])
    except FileNotFoundError:
        raise NoSuchInput(str(path), "there is no such baseline", "write it with --write-baseline") from None
    except OSError as error:
        raise BadUsage(str(path), f"cannot be read: {error.strerror}") from None
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise BadUsage(str(path), f"is not a baseline: {error}", "write it anew with --write-baseline") from None


def baseline_of(doc: Row) -> str:
    """Return the baseline that holds every finding of *doc*, one line for each fingerprint, so that a review can read it."""
    rows: dict[str, Row] = {}
    for finding in sorted(doc["findings"], key=lambda finding: str(finding["fingerprint"])):
        names = {name: value for name, value in finding["subject"].items() if name in ("broker", "topic", "group", "outcome")}
        rows.setdefault(finding["fingerprint"], {name: finding[name] for name in ("fingerprint", *_NAMED)} | {"subject": names})
    lines = ",\n  ".join(json.dumps(row, sort_keys=True) for row in rows.values())
    return (
        f'{{"schema": "{BASELINE}",\n "findings": [\n  {lines}\n]}}\n'
        if rows
        else f'{{"schema": "{BASELINE}", "findings": []}}\n'
    )


def compared(before: Row, after: Row) -> Row:
    """Return which findings of two documents came, went and stayed, by fingerprint, ids and counts beside them."""
    old, new = _by_fingerprint(before), _by_fingerprint(after)
    return {
        "came": [_change(None, new[name]) for name in new if name not in old],
        "went": [_change(old[name], None) for name in old if name not in new],
        "stayed": [_change(old[name], new[name]) for name in new if name in old],
        "verdicts": _verdicts(before, after),
    }


def _by_fingerprint(doc: Row) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for finding in doc["findings"]:
        found.setdefault(finding["fingerprint"], []).append(finding)
    return found


def _change(before: list[Row] | None, after: list[Row] | None) -> Row:
    one = (after or before or [])[0]
    shown = {name: one[name] for name in ("fingerprint", "rule", "kind", "verdict", "severity", "subject", "explanation")}
    return shown | {
        "ids": {"before": [f["id"] for f in before or []], "after": [f["id"] for f in after or []]},
        "occurrences": {
            "before": sum(f["occurrences"] for f in before or []),
            "after": sum(f["occurrences"] for f in after or []),
        },
    }


def _verdicts(before: Row, after: Row) -> list[Row]:
    """Return the rules whose verdict differs."""
    old, new = ({rule["rule"]: rule["verdict"] for rule in doc["rules"]} for doc in (before, after))
    return [
        {"rule": rule, "before": old.get(rule), "after": new.get(rule)}
        for rule in sorted(old.keys() | new.keys())
        if old.get(rule) != new.get(rule)
    ]


def _day(iso: str | None) -> dt.date | None:
    return dt.date.fromisoformat(iso[:10]) if iso else None
