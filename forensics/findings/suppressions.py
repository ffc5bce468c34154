"""Findings that somebody has decided to live with, each with a reason and a last day: marked, never dropped."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from forensics.errors import BadUsage
from forensics.findings.expectations import load_toml

Row = dict[str, Any]

_MATCHES = ("rule", "fingerprint", "subject")
_KNOWN = (*_MATCHES, "reason", "expires")


@dataclass(frozen=True)
class Suppression:
    """One entry at a `place`: what it matches (a rule with wildcards, a fingerprint, parts of the subject), why, until when."""

    rule: str
    fingerprint: str | None
    subject: Row
    reason: str
    expires: dt.date
    place: str

    def covers(self, finding: Row) -> bool:
        """Return whether all that the entry names is so of *finding*."""
        return (
            fnmatchcase(finding["rule"], self.rule)
            and self.fingerprint in {None, finding["fingerprint"]}
            and all(finding["subject"].get(name) == value for name, value in self.subject.items())
        )


def load_suppressions(path: Path) -> list[Suppression]:
    """Return the entries of *path*; BadUsage names file and line of one that cannot be meant."""
    held = load_toml(path)
    if strange := sorted(held.keys() - {"suppress"}):
        raise BadUsage(str(path), f"has the unknown names {', '.join(strange)}", "write [[suppress]]")
    entries = held.get("suppress", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise BadUsage(str(path), "suppress is not a list of tables", "write [[suppress]]")
    lines = [n for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if line.strip() == "[[suppress]]"]
    places = [f"{path}:{line}" for line in lines] if len(lines) == len(entries) else [str(path)] * len(entries)
    return [_entry(place, entry) for place, entry in zip(places, entries, strict=True)]


def _entry(place: str, entry: Row) -> Suppression:
    unknown = sorted(entry.keys() - set(_KNOWN))
    if unknown:
        raise BadUsage(place, f"has the unknown names {', '.join(unknown)}", f"known are {', '.join(_KNOWN)}")
    if not entry.keys() & set(_MATCHES):
        raise BadUsage(place, "would suppress every finding", f"name one of {', '.join(_MATCHES)}")
    if not isinstance(entry.get("reason"), str) or not entry["reason"].strip():
        raise BadUsage(place, "has no reason", 'write reason = "..."')
    if not isinstance(entry.get("expires"), dt.date) or isinstance(entry["expires"], dt.datetime):
        raise BadUsage(place, "has no last day", "write expires = 2027-01-31")
    if not isinstance(entry.get("rule", ""), str):
        raise BadUsage(place, "its rule is no text", 'write rule = "pop/*"')
    if not isinstance(entry.get("subject", {}), dict):
        raise BadUsage(place, "its subject is not a table", 'write subject = {topic = "T"}')
    return Suppression(
        entry.get("rule", "*"), entry.get("fingerprint"), entry.get("subject", {}), entry["reason"], entry["expires"], place
    )


def refuse_unmatched(entries: Sequence[Suppression], rules: Sequence[str]) -> None:
    """Raise BadUsage for the first entry whose rule is none of *rules*: it would suppress nothing, ever."""
    for entry in entries:
        if not any(fnmatchcase(rule, entry.rule) for rule in rules):
            from difflib import get_close_matches  # only what went wrong needs it

            near = get_close_matches(entry.rule, rules)
            cure = f"did you mean {' or '.join(near)}" if near else "rmqf rules list shows them"
            raise BadUsage(entry.place, f"no rule is {entry.rule}", cure)


def suppressed(finding: Row, entries: Sequence[Suppression], today: dt.date | None) -> Row | None:
    """Return the state that *entries* give *finding* on the day *today*, None where none of them covers it."""
    covering = [entry for entry in entries if entry.covers(finding)]
    if not covering:
        return None
    entry = max(covering, key=lambda entry: entry.expires)
    live = today is None or today <= entry.expires
    return {"state": "suppressed" if live else "expired", "reason": entry.reason, "expires": entry.expires.isoformat()}
