"""What was found, in sentences for people who do not know RocketMQ's inside; one sentence for all findings of a kind."""

from collections.abc import Callable
from typing import Any

from forensics.report import happened, plain_control, plain_pop
from forensics.report.lines import counted
from forensics.report.selection import narrowed
from forensics.report.times import micros

Row = dict[str, Any]


def answer(doc: Row) -> list[str]:
    """Return the answer: what was found, or that nothing was found and what stays open, and what it was narrowed to."""
    said = [narrowed(doc)] if narrowed(doc) else []
    if doc["findings"]:
        return [*found(doc), *said]
    open_ = sum(rule["verdict"] == "inconclusive" for rule in doc["rules"])
    where = "of what was asked for" if said else "in these logs"
    left = f" {counted(open_, 'question')} could not be decided from these logs." if open_ else ""
    return [" ".join(filter(None, [f"None of the known failures was found {where}.{left}", happened.notable(doc)])), *said]


def found(doc: Row) -> list[str]:
    """Return a sentence for each kind of finding, what is proven before what is suspected, with its cause."""
    return [*_told(doc, "violated", ""), *_told(doc, "suspected", "There are signs, not yet proof, of this: ")]


def _told(doc: Row, verdict: str, opening: str) -> list[str]:
    kinds: dict[str, list[Row]] = {}
    for finding in doc["findings"]:
        if finding["verdict"] == verdict:
            kinds.setdefault(finding["kind"], []).append(finding)
    titles = {rule["rule"]: rule.get("title") for rule in doc["rules"]}
    return [opening + _sentence(kind, own, titles.get(own[0]["rule"])) + _cure(own) for kind, own in kinds.items()]


def _sentence(kind: str, own: list[Row], title: str | None) -> str:
    """Return what the findings of a kind come to; of a kind that nobody wrote a sentence for, by the title of its rule."""
    if kind in _SAID:
        return _SAID[kind](own)
    if kind in _PLAIN:
        noun, rest = _PLAIN[kind]
        return f"{counted(_occurrences(own), noun)}: {rest}."
    times = counted(_occurrences(own), "time")
    return f"{title.rstrip('.')}: found {times}." if title else f"{kind.replace('_', ' ').capitalize()} was found {times}."


def _misrouted(own: list[Row]) -> str:
    messages = sum(len(f["messages"]) for f in own)
    return (
        f"{_of(own, 'client_node', 'A consumer')} could not hand back {counted(messages, 'message')} for another try: while the "
        f"main broker was away, {counted(_occurrences(own), 'request')} went to a name server, which cannot take them."
    )


def _stale(own: list[Row]) -> str:
    seconds = max((micros(f["to"]) - micros(f["from"])) / 1e6 for f in own)
    return (
        f"{_of(own, 'client_node', 'A client')} went on asking a name server that had stopped answering, for {seconds:.0f} "
        f"seconds and {counted(_occurrences(own), 'timeout')}, and so worked with an old map of the cluster."
    )


def _window(own: list[Row]) -> str:
    failed = sum(f["occurrences"] for f in own if f["subject"].get("outcome") == "npe")
    proxy = _of(own, "proxy_node", "another proxy").replace("The", "the", 1)
    who = _of(own, "client_node", "A consumer")
    moved = f"{who} moved to {proxy}, which did not know {'them' if 'clients' in who.split()[:2] else 'it'} yet"
    if not failed:
        return f"{moved}: in such a window acknowledgements can fail; none is seen to have failed."
    return f"{moved}: {counted(failed, 'acknowledgement')} failed there, and those messages can be delivered again."


def _duplicate(own: list[Row]) -> str:
    return (
        f"{counted(_occurrences(own), 'message')} that had been acknowledged in time {_were(_occurrences(own))} delivered again."
    )


def _rewrites(own: list[Row]) -> str:
    gone = all(any(step["what"] == "the topic had been deleted" for step in f["steps"]) for f in own)
    deleted = " Their topic had been deleted after they were handed out." if gone else ""
    return (
        f"The broker could not read {counted(len(own), 'message')} it was to deliver again, and tried {_occurrences(own)} times, "
        f"writing a record to its store each time.{deleted}"
    )


def _lost(own: list[Row]) -> str:
    total = _occurrences(own)
    back = sum(f["occurrences"] for f in own if f["subject"].get("outcome") == "came_back")
    rest = f" {back} of them came back later." if back else ""
    reads = all(f["cause"]["issue"] in {None, "apache/rocketmq#8460"} for f in own)
    gone = "a failed read was taken for a message that is gone" if reads else "the broker did not look for them where they are"
    return f"{counted(total, 'unacknowledged message')} {_were(total)} given up: {gone}.{rest}"


_PLAIN = plain_control.SAID | plain_pop.SAID


_SAID: dict[str, Callable[[list[Row]], str]] = {
    "misrouted_request": _misrouted,
    "stale_nameserver_channel": _stale,
    "npe_risk_window": _window,
    "duplicate_redelivery": _duplicate,
    "ck_rewrite_loop": _rewrites,
    "lost_message": _lost,
}


_CAUSED = {
    "failover": " It followed a change of the master: the protocol does not promise more.",
    "topic_recreated": " The topic had been deleted and made anew.",
    "offset_reset": " Somebody had reset the offsets.",
    "broker_crash": " A broker had crashed, and what it held in memory was gone.",
    "unexplained": " What caused it is not proven.",
}
_SOON_SAID = 160
"""Characters of candidates that are told within the sentence."""
_CAUSED_OF = {
    ("npe_risk_window", "failover"): " A client that changes its proxy passes through such a window; no fault is proven.",
    ("ck_rewrite_loop", "failover"): " The broker that holds them could not be read meanwhile.",
}
"""Where the cause of a kind is another thing than of the others."""


def _cure(own: list[Row]) -> str:
    """Return the known fault and its fix, or else the cause, where all findings of a kind share it."""
    causes = {(f["cause"]["class"], f["cause"]["issue"], f["cause"]["fixed_in"]) for f in own}
    known = list({(issue, fixed_in) for _, issue, fixed_in in causes if issue})
    if len(causes) != 1:
        return f" Some of it is a known fault ({known[0][0]}); {_mended(known[0][1])}" if len(known) == 1 else ""
    named, issue, fixed_in = causes.pop()
    if issue:
        return f" This is a known fault ({issue}); {_mended(fixed_in)}"
    if named == "known_fault" and fixed_in:
        return f" This is a fault that release {fixed_in} mends."
    if named == "unexplained":
        return _CAUSED[named] + _can_be(own)
    return _CAUSED_OF.get((own[0]["kind"], named), _CAUSED.get(named, ""))


def _mended(fixed_in: str | None) -> str:
    return f"release {fixed_in} mends it." if fixed_in else "no release mends it yet."


def _can_be(own: list[Row]) -> str:
    """Return what an unproven cause can be, where the findings have it in common and it is soon said."""
    candidates = {tuple(f["cause"]["candidates"]) for f in own}
    shared = "; or ".join(candidates.pop()) if len(candidates) == 1 else ""
    return f" It can be this: {shared}." if shared and len(shared) <= _SOON_SAID else ""


def _occurrences(own: list[Row]) -> int:
    return sum(f["occurrences"] for f in own)


def _of(own: list[Row], name: str, otherwise: str) -> str:
    names = sorted({f["subject"][name] for f in own if name in f["subject"]})
    kind = name.removesuffix("_node")
    if len(names) > 3:
        return f"{len(names)} {kind}s" if kind == "client" else otherwise
    return f"The {kind}{'s' if len(names) > 1 and kind == 'client' else ''} {' and '.join(names)}" if names else otherwise


def _were(count: int) -> str:
    return "was" if count == 1 else "were"
