"""What another release would have changed: which findings it ends, which it keeps, and which faults it brings.

What is known of releases are the faults on the pages of rules: in which they are, and which mended them. Whatever else differs
between two releases is not asked.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Literal

from forensics.errors import BadUsage
from forensics.findings.rules import Fault, Rule
from forensics.model.releases import number, releases, within

Row = dict[str, Any]
What = Literal["ends", "stays", "open", "brings"]
_GRPC = "clientVersion="
"""How the evidence of a gRPC client's release begins; that of a remoting client is ClientVersion:V5_1_0."""
OUTCOMES: tuple[What, ...] = ("ends", "stays", "open", "brings")


def what_if(doc: Row, rules: Sequence[Rule], release: str) -> list[Row]:
    """Return a row for each finding of *doc*, were all processes of *release*, and for each fault that it would bring.

    `what` is `ends`, `stays`, `open` where it is not known, or `brings`: a fault of a rule that concerns the case, in none of the
    releases that its processes can be of, as far as these show it. `why` says so in words. BadUsage where *release* is unknown.
    """
    if release not in releases():
        raise BadUsage(release, "is no release that rmqf knows", f"name one from {releases()[0]} to {releases()[-1]}")
    return [*_findings(doc, rules, release), *_brought(doc, rules, release)]


def each_release(doc: Row, rules: Sequence[Rule]) -> list[Row]:
    """Return by release, from the oldest that a process of *doc* can be of, how many of `OUTCOMES` there would be."""
    own = [number(release) for release in _releases(doc)]
    rows = []
    for release in releases():
        if not own or number(release) >= min(own):
            found = [row["what"] for row in what_if(doc, rules, release)]
            rows.append({"release": release} | {what: found.count(what) for what in OUTCOMES})
    return rows


def _findings(doc: Row, rules: Sequence[Rule], release: str) -> Iterator[Row]:
    otherwise = {rule.id: rule.remedy_otherwise for rule in rules if rule.remedy_otherwise != rule.remedy}
    for place, finding in enumerate(doc["findings"], 1):
        what, why = _outcome(finding["cause"], release)
        follows = {"ends": otherwise.get(finding["rule"], ""), "stays": "", "open": finding["remedy"]}[what]
        own = {name: finding[name] for name in ("id", "rule", "kind")}
        yield {"what": what, "finding": place, **own, **_of_fault(finding["cause"]), "why": why, "follows": follows}


def _outcome(cause: Row, release: str) -> tuple[What, str]:
    """Return what becomes of a finding with that *cause* in *release*, and why."""
    if not cause["affected"]:
        candidates = "; ".join(cause["candidates"])
        named = f"its cause is {cause['class'].replace('_', ' ')}, which no release is known to end"
        return "open", f"its cause is not decided: {candidates}" if candidates else named
    fault = _told(cause)
    if _is_in(release, cause["affected"]):
        return "stays", fault
    if cause["fixed_in"] is None and number(release) > max(number(span.rpartition(" - ")[2]) for span in cause["affected"]):
        return "open", f"{fault} and known to be mended in none"
    return "ends", f"{fault}{'; fixed in ' + cause['fixed_in'] if cause['fixed_in'] else ''}"


def _brought(doc: Row, rules: Sequence[Rule], release: str) -> Iterator[Row]:
    concerns = {ruling["rule"] for ruling in doc["rules"] if ruling["verdict"] != "not_applicable"}
    releases_now = _releases(doc)
    for rule in rules:
        for fault in rule.faults if rule.id in concerns else ():
            if _is_in(release, fault.affected) and not any(_is_in(one, fault.affected) for one in releases_now):
                known = {"issue": fault.issue, "affected": list(fault.affected), "fixed_in": fault.fixed_in}
                own = {"id": None, "rule": rule.id, "kind": rule.kind}
                yield {"what": "brings", "finding": None, **own, **known, "why": _told(known), "follows": _mended(fault)}


def _of_fault(cause: Row) -> Row:
    return {name: cause[name] for name in ("issue", "affected", "fixed_in")}


def _told(fault: Row) -> str:
    return f"{fault['issue'] or 'the fault'} is in {', '.join(fault['affected'])}"


def _mended(fault: Fault) -> str:
    return f"Fixed in {fault.fixed_in}." if fault.fixed_in else "Known to be mended in none."


def _is_in(release: str, affected: Sequence[str]) -> bool:
    return any(within(release, span) for span in affected)


def _releases(doc: Row) -> list[str]:
    """Return the releases of RocketMQ that processes of *doc* can be of; gRPC clients have numbers of their own."""
    own = (node for node in doc["case"]["nodes"] if not any(says.startswith(_GRPC) for says in node["release_evidence"]))
    return [release for node in own for release in node["releases"] if release in releases()]
