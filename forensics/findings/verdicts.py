"""The one place that assigns verdicts: candidates joined with what the logs cover.

A candidate that is proven is `violated`, one that shows signs is `suspected`. Without candidates a rule is `not_applicable`
where the case has no such component, `inconclusive` where no source it needs is there, if only of one node that is shown to take
part, `clear` only where every source that decides is there from its process's start to its orderly end without a hole, and
`not_seen` otherwise.
"""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from forensics.findings.rules import Need, Rule
from forensics.model.coverage import Log
from forensics.model.releases import spanned
from forensics.model.roster import SPEAKS_GRPC, STRANGER, Roster

VERDICTS = ("violated", "suspected", "inconclusive", "not_seen", "clear", "not_applicable")
_REMOTING_LOG, _GRPC_LOG = "rocketmq_client.log", "rocketmq-client.log"
_OF_BOTH = "namesrv.log"
"""The log of a name server, and of the controller that may run in its process."""
_CLIENT_LOGS = (_REMOTING_LOG, _GRPC_LOG)
"""A client process has one of them, by its protocol: who has the one is not asked for the other."""
_THINNED = "is the application's own, whose loggers and appenders may leave lines out"
"""Up to 5.0.0 rocketmq.client.logUseSlf4j=true hands lines to the application; 5.1.0 and later can copy them to the console."""
_NAMED = 3
"""A reason names as many nodes; the list of what is missing names all."""
_SERVE = {"broker", "namesrv", "proxy"}
"""Kinds of which a process serves clients: there were some, unless it shows that there were none."""
Row = dict[str, Any]


@dataclass(frozen=True)
class Ground:
    """What the verdicts stand on: the processes, the clients anybody named, the coverage of each log, what brokers do.

    `registered` are the brokers that name servers had in their tables.
    """

    nodes: Sequence[Row]
    clients: Sequence[Row]
    coverage: Sequence[Row]
    features: Sequence[Row] = ()
    registered: Sequence[Row] = ()

    @cached_property
    def processes(self) -> frozenset[tuple[str, str]]:
        """Return node and kind of each; a process of two kinds, as a broker with a proxy in it, has the logs of both."""
        return frozenset((node["node"], node["kind"]) for node in self.nodes)

    @cached_property
    def roster(self) -> Roster:
        """Return what these tell of processes that the case has no logs of."""
        return Roster(self.nodes, self.coverage, self.registered, self.features)

    @cached_property
    def elsewhere(self) -> frozenset[str]:
        """Return the clients that have no log of RocketMQ's own: what they print stands among their applications' lines."""
        own = {row["node"] for row in self.coverage if row["series"] in _CLIENT_LOGS}
        return frozenset(row["node"] for row in self.coverage if row["kind"] == "client" and row["levels"]) - own

    @cached_property
    def grpc_only(self) -> frozenset[str]:
        """Return the nodes whose clients all speak gRPC, and that have no log named as the Java client of gRPC names its own.

        Clients tell it, or the layout of their logs where those that name them are lost.

        In other languages it has other names, of which Python's is the remoting client's (log_config.py, 5.0.1 to 5.1.2).
        """
        spoken = {(client["node"], client["protocol"]) for client in self.clients}
        named = {row["node"] for row in self.coverage if row["series"] == _GRPC_LOG}
        grpc = {node for node, protocol in spoken if protocol == "grpc"}
        grpc |= {row["node"] for row in self.features if row["feature"] == SPEAKS_GRPC}
        return frozenset(node for node in grpc if node and (node, "remoting") not in spoken) - named

    @cached_property
    def strange(self) -> frozenset[str]:
        """Return the nodes whose clients print none of the lines that rules read, whatever their logs are named."""
        return frozenset(row["node"] for row in self.features if row["feature"] == STRANGER)

    def shows(self, node: str, feature: str | None) -> bool:
        """Return whether *node* shows *feature*, an option behind which a log holds what a rule reads; None is shown by all."""
        return feature is None or any(f["node"] == node and f["feature"] == feature and f["shown"] for f in self.features)

    def proves(self, node: str | None, scope: Sequence[str]) -> bool:
        """Return whether lines of *node* prove that it takes part in what a rule is about."""
        return any(f["node"] == node and f["feature"] in scope and f["shown"] and f["record_ids"] for f in self.features)


@dataclass(frozen=True)
class Ruling:
    """A rule's verdict over the whole case, its reason, what it covers and what is missing."""

    verdict: str
    reason: str
    covered: tuple[str, ...]
    missing: tuple[Row, ...]


def rule_on(rule: Rule, strengths: Sequence[str], ground: Ground, hints: Sequence[str] = ()) -> Ruling:
    """Return the verdict of *rule*, whose candidates have *strengths*; *hints* go into the reason of an open one."""
    if not ground.coverage:
        return Ruling(
            "inconclusive", "nothing was replayed, so nothing can be said", (), _missing(rule.needs, "the replay is empty")
        )
    deciding = [need for need in rule.needs if need.decides]
    wanted = rule.needs if "sign" in strengths else deciding
    missing = [row for need in wanted for row in _absent(need, ground) if not _stood_in_for(row, deciding, ground)]
    if "proven" in strengths:
        return Ruling("violated", _count(strengths, "proven", "proven by the lines quoted"), (), tuple(missing))
    if "sign" in strengths:
        lacking = missing or [row for need in deciding for row in _unlisted(need, ground)]
        why = "with signs, a source is missing" if lacking else "with signs that are no proof"
        return Ruling("suspected", _count(strengths, "sign", why), (), tuple(lacking))
    if not _in_scope(rule, ground):
        kinds = " or ".join(kind.replace("_", " ") for kind in rule.scope)
        return Ruling("not_applicable", f"the case has no {kinds}", (), ())
    if not any(_sources(need, ground) for need in deciding):
        return Ruling("inconclusive", "; ".join([_without(deciding), *hints]), (), tuple(missing))
    blind = {row["node"] for row in missing if ground.proves(row["node"], rule.scope)}
    if blind := {node for node in blind if not _has_any(node, deciding, ground)}:
        return Ruling("inconclusive", f"{_without(deciding)} of {_names(blind)}", (), tuple(missing))
    return _absence(rule, deciding, ground, missing)


def _absence(rule: Rule, deciding: Sequence[Need], ground: Ground, missing: list[Row]) -> Ruling:
    """Return what the absence of candidates proves: `clear` only over logs that lose nothing and are complete."""
    rows = [row for need in deciding for row in _sources(need, ground)]
    covered = tuple(dict.fromkeys(f"{row['node']} {row['series']}" for row in rows))
    doubts = [row for need in deciding for row in (*_doubts(need, ground), *_unlisted(need, ground))]
    if rule.never_clear:
        return Ruling("not_seen", _why_never_clear(rule, rows, ground), covered, tuple(missing + doubts))
    if missing or doubts:
        first = (missing + doubts)[0]
        return Ruling("not_seen", f"no sign of it, but {first['how']}", covered, tuple(missing + doubts))
    return Ruling("clear", "complete logs, from start to orderly end, show none of it", covered, ())


def _why_never_clear(rule: Rule, rows: Sequence[Row], ground: Ground) -> str:
    """Return why the silence of the logs *rows* does not clear *rule*."""
    feature, says = rule.never_clear_where or (None, "")
    everywhere = feature is not None and all(ground.shows(row["node"], feature) for row in rows)
    return says if everywhere else rule.never_clear or ""


def _in_scope(rule: Rule, ground: Ground) -> bool:
    kinds = {node["kind"] for node in ground.nodes}
    if any(client["protocol"] == "grpc" for client in ground.clients):
        kinds.add("grpc_client")
    if ground.clients or (not kinds.isdisjoint(_SERVE) and ground.roster.unlisted("client", remoting=True)):
        kinds.add("client")
    kinds |= {feature["feature"] for feature in ground.features if feature["shown"]}
    return not kinds.isdisjoint(rule.scope)


def _sources(need: Need, ground: Ground) -> list[Row]:
    names = need.source.split("|")
    own = [row for row in ground.coverage if row["kind"] == need.kind or (row["node"], need.kind) in ground.processes]
    instead = ground.elsewhere if _REMOTING_LOG in names else frozenset[str]()
    rows = [row for row in own if _is_of(row, need, names, instead, ground)]
    return [row for row in rows if row["lines"] and ground.shows(row["node"], need.option) and Log.of(row).prints(need.level)]


def _is_of(row: Row, need: Need, names: Sequence[str], instead: Set[str], ground: Ground) -> bool:
    """Return whether a log is one of *names* or holds the lines of one.

    A client's does in another language, by what it speaks, and that of a name server which runs a controller.
    """
    if need.kind == "client" and row["node"] in ground.strange:
        return False
    if need.kind == "controller" and row["kind"] == "namesrv":
        return bool(row["series"] == _OF_BOTH)
    if need.kind == "client" and row["node"] in ground.grpc_only:
        return _GRPC_LOG in names
    return row["series"] in names or bool(row["levels"] and row["node"] in instead)


def _absent(need: Need, ground: Ground) -> list[Row]:
    """Return the sources of *need* that are not in the case, one row for each node that should have one."""
    with_log = {row["node"] for row in _sources(need, ground)}
    speaking = {row["node"] for row in ground.coverage if row["kind"] == need.kind and row["series"] in _CLIENT_LOGS}
    of_kind = {node["node"] for node in ground.nodes if node["kind"] == need.kind}
    without = _without_it(need, ground)
    lacking = sorted(of_kind - with_log - speaking - ground.grpc_only - ground.strange - without)
    there = {row["node"]: Log.of(row) for row in ground.coverage if row["series"] in need.source.split("|") and row["lines"]}
    rows = [_row(node, need, f"{need.source} of {node} {_lack(need, there.get(node))}: {need.how}") for node in lacking]
    if need.kind == "client" and not (_REMOTING_LOG in need.source and ground.roster.callers_known):
        unseen = sorted(client["client_id"] for client in ground.clients if not client["node"] and _speaks(need, client))
        rows += [_row(None, need, f"the log of client {name} is not in the case: {need.how}") for name in unseen]
    if not with_log and not rows and not without:
        rows.append(_row(None, need, f"no {need.source} is in the case: {need.how}"))
    return rows


def _without_it(need: Need, ground: Ground) -> set[str]:
    """Return the nodes of which nobody can get a log that would only help: none of the releases they may be of prints it."""
    if need.decides or need.releases is None:
        return set()
    own = ((node["node"], node["releases"]) for node in ground.nodes if node["kind"] == need.kind)
    return {node for node, fitting in own if fitting and spanned(need.releases).isdisjoint(fitting)}


def _lack(need: Need, log: Log | None) -> str:
    """Return what keeps *log* from being the source of *need*, None for one that is not there."""
    if log is None:
        return "is not in the case"
    return "lacks the detail" if log.prints(need.level) else f"has no line of {need.level} or below, its level may be set higher"


def _stood_in_for(row: Row, deciding: Sequence[Need], ground: Ground) -> bool:
    """Return whether the node that lacks a source has another one that decides as well."""
    whole = [need for need in deciding if need.replaces_all]
    parts = [need for need in deciding if need not in whole]
    for replaced, standing in ((parts, whole), (whole, parts)):
        if any(need.source == row["source"] for need in replaced) and _has_any(row["node"], standing, ground):
            return True
    alternatives = [need for need in deciding if need.alternative]
    lacked = any(need.source == row["source"] for need in alternatives)
    return lacked and any(source["node"] == row["node"] for need in alternatives for source in _sources(need, ground))


def _has_any(node: str | None, needs: Sequence[Need], ground: Ground) -> bool:
    return any(source["node"] == node for need in needs for source in _sources(need, ground))


def _speaks(need: Need, client: Row) -> bool:
    """Return whether the client is of the protocol whose log *need* names."""
    grpc: bool = client["protocol"] == "grpc"
    return ("rocketmq-client" in need.source) == grpc


def _doubts(need: Need, ground: Ground) -> list[Row]:
    """Return why the sources of *need* do not cover everything, one row per log and reason."""
    rows = []
    for row in _sources(need, ground):
        says = [doubt.says for doubt in Log.of(row).doubts(need.level)] + _mute(need, row, ground)
        says += [_THINNED] if row["kind"] == "client" and row["node"] in ground.elsewhere else []
        rows += [_row(row["node"], need, f"{row['series']} of {row['node']} {doubt}") for doubt in says]
    return rows


def _mute(need: Need, row: Row, ground: Ground) -> list[str]:
    """Return a doubt where the process that wrote a log may be of a release that does not print what the rule reads."""
    if need.releases is None:
        return []
    own = [node["releases"] or [] for node in ground.nodes if (node["node"], node["kind"]) == (row["node"], row["kind"])]
    fitting = {release for releases in own for release in releases}
    speaks = bool(fitting) and fitting <= spanned(need.releases)
    return [] if speaks else [f"may be of a release that prints no such line: {need.releases} do"]


def _unlisted(need: Need, ground: Ground) -> list[Row]:
    """Return the processes of which *need* lacks the logs as far as others name them, or that nothing tells which there were."""
    return [_row(None, need, how) for how in ground.roster.unlisted(need.kind, remoting=_REMOTING_LOG in need.source)]


def _missing(needs: Sequence[Need], why: str) -> tuple[Row, ...]:
    return tuple(_row(None, need, f"{why}; {need.how}") for need in needs)


def _row(node: str | None, need: Need, how: str) -> Row:
    return {"node": node, "source": need.source, "option": need.option, "how": how}


def _without(needs: Sequence[Need]) -> str:
    named = {need.source + (f" with {need.option}" if need.option else "") for need in needs}
    return f"undecidable without {' or '.join(sorted(named))}"


def _names(nodes: Set[str]) -> str:
    """Return the first of *nodes* by name, and how many more there are."""
    first, more = sorted(nodes)[:_NAMED], len(nodes) - _NAMED
    return ", ".join(first) + (f" and {more} more" if more > 0 else "")


def _count(strengths: Sequence[str], wanted: str, why: str) -> str:
    count = sum(strength == wanted for strength in strengths)
    return f"{count} finding{'' if count == 1 else 's'} {why}"
