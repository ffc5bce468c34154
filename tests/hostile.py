"""Documents made of whatever a log can hold, for tests of every output."""

from typing import Any

from hypothesis import strategies as st

SPITEFUL = (
    "\x1b]0;title\x07\x1b[2J",
    "\x9b31m",
    "=cmd|' /C calc'!A0",
    "@SUM(1)",
    "</testcase><failure>",
    "]]>",
    "::error::x",
    "%0A::set-output",
    "| a | `b` | <img src=x onerror=y>",
    "![x](http://evil/)",
    "\u202eabc",
    "line\r\nline\n\tline",
    "\x00\ufffe\uffff",
    "a,b;\"c\"'d'",
    "```\nout of the fence",
    "\ud800",
    "&amp;&#x1b;",
    "../../etc/passwd",
    "name: value",
    "\u2028",
    "{}",
    "\\",
    "日本",
)
_MIXED = st.tuples(st.sampled_from(SPITEFUL), st.text(max_size=8)).map("".join)
TEXTS = st.one_of(st.sampled_from(SPITEFUL), st.text(max_size=20), _MIXED)
TIMES = st.sampled_from([None, "2026-01-01T00:00:00.000Z", "2026-01-01T00:00:01.500Z"])
_STATES = st.one_of(
    st.just({"state": "new", "reason": None, "expires": None}),
    st.just({"state": "known", "reason": "in the baseline", "expires": None}),
    TEXTS.map(lambda reason: {"state": "suppressed", "reason": reason or "x", "expires": "2027-01-01"}),
    TEXTS.map(lambda reason: {"state": "expired", "reason": reason or "x", "expires": "2025-01-01"}),
)


@st.composite
def findings(draw: Any, number: int) -> dict[str, Any]:
    quotes = [
        {
            "node": draw(TEXTS),
            "source": "log",
            "path": draw(TEXTS),
            "line": draw(st.integers(0, 9)),
            "byte_offset": 0,
            "text": draw(TEXTS),
            "says": draw(TEXTS),
        }
        for _ in range(draw(st.integers(1, 3)))
    ]
    step = {
        "from": draw(TIMES),
        "to": draw(TIMES),
        "node": draw(TEXTS),
        "what": draw(TEXTS),
        "evidence": list(range(len(quotes))),
    }
    fault = {
        "class": "known_fault",
        "issue": "a/b#1",
        "affected": ["5.3.1"],
        "fixed_in": draw(st.sampled_from([None, "5.3.2"])),
        "candidates": [],
    }
    return {
        "id": f"{number:016x}",
        "fingerprint": f"{draw(st.integers(0, 3)):016x}",
        "rule": draw(st.sampled_from(["pop/a", "proxy/b"])),
        "kind": draw(st.sampled_from(["duplicate_redelivery", "misrouted_request"])),
        "verdict": draw(st.sampled_from(["violated", "suspected"])),
        "severity": draw(st.sampled_from(["error", "warning", "note"])),
        "status": draw(_STATES),
        "from": draw(TIMES),
        "to": draw(TIMES),
        "occurrences": draw(st.integers(0, 99)),
        "subject": {"topic": draw(TEXTS), "group": draw(TEXTS), "queue_id": 0, "offsets": [0, 1]},
        "cause": fault,
        "explanation": draw(TEXTS),
        "remedy": draw(TEXTS),
        "missing": [],
        "related": [],
        "steps": [step],
        "evidence": quotes,
        "messages": [{"key": draw(TEXTS), "message_id": draw(TEXTS), "topic": draw(TEXTS), "queue_id": 1, "offset": 2}],
    }


@st.composite
def redeliveries(draw: Any, found: list[dict[str, Any]]) -> dict[str, Any]:
    """Draw a delivery again, of a finding's checkpoint or of none."""
    of = draw(st.sampled_from([*(finding["subject"] for finding in found), {}]))
    names = ("broker", "way", "in_time", "cause", "mechanism", "retry_topic", "node", "path", "message_id", "key")
    row = {name: draw(TEXTS) for name in names} | {"topic": draw(TEXTS), "group": draw(TEXTS), "queue_id": 7, "pop_time": 7}
    row |= {name: of.get(name) for name in ("broker", "topic", "group", "queue_id", "pop_time")} if of else {}
    rest = {"start_offset": 0, "offset": draw(st.integers(0, 2)), "retry_offset": None, "line": 1, "candidates": [draw(TEXTS)]}
    return row | rest | {"from": draw(TIMES), "to": draw(TIMES)}


@st.composite
def documents(draw: Any) -> dict[str, Any]:
    found = [draw(findings(number)) for number in range(draw(st.integers(0, 4)))]
    rules = [
        {
            "rule": name,
            "kind": "k",
            "title": draw(TEXTS),
            "verdict": draw(st.sampled_from(["violated", "clear", "inconclusive"])),
            "reason": draw(TEXTS),
            "covered": [],
            "missing": [{"how": draw(TEXTS)}],
        }
        for name in ("pop/a", "proxy/b")
    ]
    case = {
        "inputs": [draw(TEXTS)],
        "from": draw(TIMES),
        "to": draw(TIMES),
        "nodes": [],
        "files": [],
        "lines": {"read": 1, "understood": 1, "unread": 0},
        "bytes": {"read": 1, "kept": 1, "rejected": 0, "set_aside": 0},
        "happened": [{"from": draw(TIMES), "node": draw(TEXTS), "what": draw(TEXTS)}],
    }
    return {
        "schema": "rocketmq-forensics/1",
        "tool": {"name": "rocketmq-forensics", "version": "0"},
        "options": {},
        "case": case,
        "rules": rules,
        "findings": found,
        "redeliveries": [draw(redeliveries(found)) for _ in range(draw(st.integers(0, 3)))],
        "bad_rules": [],
    }
