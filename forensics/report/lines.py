"""What several outputs say of a finding in one line."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from forensics.findings.severities import SEVERITIES
from forensics.model.releases import releases
from forensics.report.scrub import one_line
from forensics.sources.lines import LONGEST_LINE

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


def bytes_told(size: Row) -> str:
    """Return what became of the bytes that were read; of a line more than LONGEST_LINE is as little kept as what is no text."""
    rejected = (
        f"{size['rejected']} not text{f', or beyond the first {LONGEST_LINE >> 20} MiB of a line' if size['rejected'] else ''}"
    )
    return f"{size['kept']} kept + {rejected} + {size['set_aside']} in files not read"


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


def release_span(fitting: Sequence[str]) -> str:
    """Return the releases that fit, those next to each other as `5.3.1 to 5.5.1`; empty where none is shown."""
    known = {release: at for at, release in enumerate(releases())}
    runs: list[list[str]] = []
    for release in fitting:
        follows = bool(runs) and known.get(release, -9) == known.get(runs[-1][-1], -1) + 1
        runs = [*runs[:-1], [*runs[-1], release]] if follows else [*runs, [release]]
    return ", ".join(run[0] if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs)


def releases_told(nodes: Sequence[Row]) -> str:
    """Return which nodes are of which releases, as far as their lines show; empty where none shows any."""
    by_span: dict[str, dict[str, None]] = {}
    for node in nodes:  # a name server and the controller that it runs are two rows of one node
        by_span.setdefault(release_span(node["releases"] or []), {})[node["node"]] = None
    if not by_span.keys() - {""}:
        return ""
    told = [
        f"{span or 'not shown'} ({_some(list(names))})" for span, names in sorted(by_span.items(), key=lambda one: not one[0])
    ]
    return f"Releases: {'; '.join(told)}."


def _some(names: Sequence[str]) -> str:
    return ", ".join(names) if len(names) <= _MOST_NAMES else f"{len(names)} nodes"


_MOST_NAMES = 12


def times(finding: Row) -> str:
    """Return how often it was found, to stand behind its kind; a near miss was not."""
    return f" x{finding['occurrences']}" if finding["occurrences"] else ", a near miss"


def counts(finding: Row) -> bool:
    """Return whether the finding counts for a gate: it is neither known, expected nor suppressed."""
    return finding["status"]["state"] in COUNTED


def fails(finding: Row, fail_on: str) -> bool:
    """Return whether the finding fails a build: it counts, and is of the severity *fail_on* or above."""
    return counts(finding) and SEVERITIES.index(finding["severity"]) >= SEVERITIES.index(fail_on)


COUNTED = frozenset({"new", "expired"})
"""States of a finding that a gate counts: an expired suppression suppresses nothing."""


def issue(finding: Row) -> str:
    """Return the known fault and its fix, empty where there is none."""
    cause = finding["cause"]
    if not cause["issue"]:
        return ""
    return f"{cause['issue']}, fixed in {cause['fixed_in']}" if cause["fixed_in"] else f"{cause['issue']}, not fixed yet"


def cause_told(cause: Row) -> str:
    """Return as a sentence which known fault it is, or what it can be; empty where neither is known."""
    if cause["class"] == "known_fault" and cause["issue"]:
        return (
            f"Known fault {cause['issue']}: affects {', '.join(cause['affected'])}; fixed in {cause['fixed_in'] or 'none yet'}."
        )
    return f"It can be: {'; '.join(cause['candidates'])}." if cause["candidates"] else ""


def would_decide(missing: Sequence[Row]) -> tuple[str, ...]:
    """Return what would decide, each thing once with the nodes that lack it."""
    nodes: dict[tuple[str, str], dict[str, None]] = {}
    for row in missing:
        node = str(row.get("node") or "")
        before, named, after = row["how"].partition(f" of {node} ") if node else (row["how"], "", "")
        nodes.setdefault((before, after), {}).update({node: None} if named else {})
    return tuple(f"{before} of {', '.join(own)} {after}" if own else before + after for (before, after), own in nodes.items())


def subject(finding: Row) -> str:
    """Return the subject as `name=value` pairs."""
    return one_line(", ".join(f"{name}={value}" for name, value in finding["subject"].items()))
