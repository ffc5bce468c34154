"""What several outputs say of a finding in one line."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from forensics.report.scrub import one_line

Row = dict[str, Any]


def status(finding: Row) -> str:
    """Return the finding's state with its reason, empty for one that is new."""
    state = finding["status"]
    if state["state"] == "new":
        return ""
    until = f" until {state['expires']}" if state["expires"] and state["state"] == "suppressed" else ""
    return f"{state['state']}{until}: {state['reason']}" if state["reason"] else f"{state['state']}{until}"


def spot(row: Row) -> str:
    """Return where in its file a record stands: the number of its line; in a store, @ and its byte."""
    return str(row["line"] or f"@{row['byte_offset']}")


def place(row: Row) -> str:
    """Return the file of a record and where in it the record stands."""
    return f"{row['path']}:{spot(row)}"


def message_place(message: Row) -> str:
    """Return the topic, queue and offset of a message as far as known: a refused ack names its message by id alone."""
    return "/".join(str(message[name]) for name in ("topic", "queue_id", "offset") if message[name] is not None)


def headline(finding: Row) -> str:
    """Return what was found, how often and with which certainty; the state in front where it is not new."""
    marked = f"[{status(finding)}] " if status(finding) else ""
    return one_line(f"{marked}{finding['verdict']} {finding['kind']}{times(finding)} ({finding['rule']})")


def amount(case: Row) -> str:
    """Return how much was read: lines of logs, and records of stores where there are any."""
    stored = sum(own["lines"] for node in case["nodes"] for own in node["coverage"] if own["source"] == "store")
    return f"{case['lines']['read']} lines" + (f" and {stored} records of stores" if stored else "")


def counted(count: int, noun: str) -> str:
    """Return so many of *noun*, which ends in s where they are several."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def processes(nodes: Sequence[Row]) -> str:
    """Return how many of each kind *nodes* are, in words."""
    kinds = Counter(node["kind"] or "unknown" for node in nodes)
    told = (
        f"{count} proxies" if kind == "proxy" and count > 1 else counted(count, _NAMED.get(kind, kind))
        for kind, count in sorted(kinds.items())
    )
    return ", ".join(told) or "no node"


_NAMED = {"namesrv": "name server", "tools": "tool"}


def times(finding: Row) -> str:
    """Return how often it was found, to stand behind its kind; a near miss was not."""
    return f" x{finding['occurrences']}" if finding["occurrences"] else ", a near miss"


def counts(finding: Row) -> bool:
    """Return whether the finding counts for a gate: it is neither known, expected nor suppressed."""
    return finding["status"]["state"] in COUNTED


COUNTED = frozenset({"new", "expired"})
"""States of a finding that a gate counts: an expired suppression suppresses nothing."""


def issue(finding: Row) -> str:
    """Return the known fault and its fix, empty where there is none."""
    cause = finding["cause"]
    if not cause["issue"]:
        return ""
    return f"{cause['issue']}, fixed in {cause['fixed_in']}" if cause["fixed_in"] else f"{cause['issue']}, not fixed yet"


def subject(finding: Row) -> str:
    """Return the subject as `name=value` pairs."""
    return one_line(", ".join(f"{name}={value}" for name, value in finding["subject"].items()))
