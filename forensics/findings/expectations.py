"""What a captured trace must show and must not: a `trace.toml`, as every sample trace has one."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from forensics.errors import BadUsage, NoSuchInput

Row = dict[str, Any]

_OWN = ("kind", "verdict", "severity", "rule")
_KNOWN = {
    "must_show": {*_OWN, "subject", "cause", "findings", "occurrences"},
    "must_not_show": {*_OWN, "subject", "cause"},
}
"""What an entry may say; any other name would be a wish that nothing checks."""
_CHECKED = {*_KNOWN, "verdicts", "errors"}


def load_toml(path: Path) -> Row:
    """Return what the TOML file *path* holds; the error names file and line."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise NoSuchInput(str(path), "there is no such file", "check the path") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadUsage(str(path), f"is not TOML: {error}") from None
    except OSError as error:
        raise BadUsage(str(path), f"cannot be read: {error.strerror}") from None


def load_expectations(path: Path) -> Row:
    """Return what *path* expects; BadUsage where it says nothing that could be checked."""
    expected = load_toml(path)
    _refuse_misspelt(path, expected.keys() - _CHECKED)
    if not expected.keys() & {"must_show", "must_not_show", "verdicts"}:
        raise BadUsage(str(path), "expects nothing", "write [[must_show]], [[must_not_show]] or [verdicts]")
    for name, known in _KNOWN.items():
        entries = expected.get(name, [])
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            raise BadUsage(str(path), f"{name} is not a list of tables", f"write [[{name}]]")
        for entry in entries:
            _refuse_strange(f"{path}: [[{name}]]", entry, known)
    if not isinstance(expected.get("verdicts", {}), dict):
        raise BadUsage(str(path), "verdicts is not a table", "write [verdicts]")
    return expected


def _refuse_misspelt(path: Path, others: Iterable[str]) -> None:
    """Raise BadUsage where a name that nothing checks is nearly one that is checked; what else a trace says is its own."""
    from difflib import get_close_matches  # only who expects something needs it

    for name in sorted(others):
        if near := get_close_matches(name, sorted(_CHECKED), 1, 0.8):
            raise BadUsage(f"{path}: {name}", "is nothing that is checked", f"did you mean {near[0]}?")


def _refuse_strange(place: str, entry: Row, known: set[str]) -> None:
    if unknown := sorted(entry.keys() - known):
        raise BadUsage(place, f"has the unknown names {', '.join(unknown)}", f"known are {', '.join(sorted(known))}")
    for part in ("subject", "cause"):
        if not isinstance(entry.get(part, {}), dict):
            raise BadUsage(place, f"its {part} is not a table", f"write {part} = {{…}}")


def fits(finding: Mapping[str, Any], wanted: Mapping[str, Any]) -> bool:
    """Return whether *finding* is one that *wanted* describes: every name it gives has its value."""
    named = all(finding[key] == wanted[key] for key in _OWN if key in wanted)
    cause = all(finding["cause"].get(key) == value for key, value in wanted.get("cause", {}).items())
    return named and cause and all(finding["subject"].get(key) == value for key, value in wanted.get("subject", {}).items())


def is_expected(finding: Mapping[str, Any], expected: Mapping[str, Any]) -> bool:
    """Return whether *finding* is one that the trace must show, or of a rule whose errors it is known for."""
    return finding["rule"] in expected.get("errors", []) or any(fits(finding, wanted) for wanted in expected.get("must_show", []))


def expectations(findings: Sequence[Row], verdicts: Mapping[str, str], expected: Mapping[str, Any]) -> list[Row]:
    """Return each thing that *expected* names, whether it is so, and if not, why."""
    rows = [_shown(findings, wanted) for wanted in expected.get("must_show", [])]
    rows += [_not_shown(findings, unwanted) for unwanted in expected.get("must_not_show", [])]
    return rows + [_verdict(rule, verdict, verdicts.get(rule)) for rule, verdict in expected.get("verdicts", {}).items()]


def _shown(findings: Sequence[Row], wanted: Row) -> Row:
    fitting = [finding for finding in findings if fits(finding, wanted)]
    number, occurrences = wanted.get("findings", 1), sum(finding["occurrences"] for finding in fitting)
    said = f"must show {_described(wanted)}"
    if len(fitting) != number:
        return _row(said, f"{said}: {number} expected, {len(fitting)} found")
    if occurrences != wanted.get("occurrences", occurrences):
        return _row(said, f"{said}: {wanted['occurrences']} occurrences expected, {occurrences} found")
    return _row(said)


def _not_shown(findings: Sequence[Row], unwanted: Row) -> Row:
    said = f"must not show {_described(unwanted)}"
    fitting = [finding["id"] for finding in findings if fits(finding, unwanted)]
    return _row(said, f"{said}: {', '.join(fitting)} does") if fitting else _row(said)


def _verdict(rule: str, wanted: str, verdict: str | None) -> Row:
    said = f"{rule} must be {wanted}"
    return _row(said) if verdict == wanted else _row(said, f"{said}: it is {verdict or 'not among the rules'}")


def _row(said: str, why: str | None = None) -> Row:
    return {"expected": said, "met": why is None, "why": why}


def _described(wanted: Row) -> str:
    facts = [str(wanted[key]) for key in _OWN if key in wanted]
    facts += [f"{name}={value}" for part in ("subject", "cause") for name, value in wanted.get(part, {}).items()]
    return " ".join(facts) or "any finding"
