"""What must hold of verdicts whatever is in the logs: proof carries them, loss weakens them, nothing read decides nothing."""

import functools
import os
import random

import polars as pl
import pytest
from conftest import NAMES, analyzed, kept
from losses import THINNED, Evidence, candidates, ground, lost_of, may_overreach, overreaching, replayed, verdicts

from forensics.case import Case, new_case
from forensics.findings.check import check_case
from forensics.findings.rules import load_rules, rules_directory

TRIED = NAMES if "EVERY_PROOF" in os.environ else NAMES[1::4]
"""Traces of which other lines are lost or doubled, and files reordered, in the time of `make test`; all by `make losses`."""
LOSSES_PER_TRACE = 20
REPLAYED_PER_TRACE = 1
"""Losses of each trace that are replayed and checked as a whole; of the others only what a clear verdict can stand on."""
ONCE = (
    "F-5.0.0-queueid/72", "H-4.8.0-sigstop/167", "K-5.2.0-unregister/39", "K-5.2.0-unregister/136", "N-5.3.1-graceful/43",
    "F-5.1.4-replay/700037", "H-5.3.3-sigstop-closefalse/810011",
)  # fmt: skip
"""Losses that `make losses` found: one ends while nothing popped was due yet, and POP seemed not to be used at all; one takes a
name server away, and the others seemed to be all there were; two take logs of clients that were given a proxy for a name server,
one a proxy that only a name server's connections tell of; one takes the life of a broker that was killed, and its next seemed the
first; one leaves a second, in which nobody names a client."""
PROVEN = NAMES if "EVERY_PROOF" in os.environ else NAMES[::4]
"""Traces whose proofs are tried line by line: a quarter of them in the time of `make test`, all of them by `make losses`."""
RULES, _ = load_rules(rules_directory())


@functools.cache
def evidence(name: str) -> Evidence:
    """Return the stored events of a trace, in memory."""
    return Evidence(kept(name))


def whole(name: str) -> dict[str, str]:
    """Return the verdicts over a whole trace."""
    return {row["rule"]: row["verdict"] for row in analyzed(name)["rules"]}


def groups(names):
    return [pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in names]


def records_of(candidate):
    """Return the records of a finding, each with the step that it shows."""
    return {(step["what"], record) for step in candidate["steps"] for record in step["record_ids"]}


def about(candidate):
    """Return the nodes and clients that a finding is of: one finding of a rule is another's neighbour."""
    return {part: name for part, name in candidate["subject"].items() if part.endswith(("node", "client_id")) and name}


def claim(candidate):
    """Return all that a finding claims, but for which records show it."""
    steps = [(step["what"], step["from_us"], step["to_us"], step["says"]) for step in candidate["steps"]]
    return {**candidate, "steps": sorted(steps, key=str), "messages": len(candidate.get("messages") or [])}


def some_of(candidate):
    """Return lines of each of a finding's steps, the first, the middle and the last: those of one step are of one kind."""
    lines = [step["record_ids"] for step in candidate["steps"] if step["record_ids"]]
    return sorted({own[place] for own in lines for place in {0, len(own) // 2, len(own) - 1}})


@pytest.mark.parametrize("name", groups(PROVEN))
def test_taking_any_line_of_the_proof_away_weakens_the_finding(name):
    """Or another line takes its place in its step, for it says the same: two lines of one millisecond show a channel's end."""
    for rule in own_rules(name):
        first = candidates(kept(name), [rule])[rule.id][0]
        for record in some_of(first):
            left = candidates(replayed(evidence(name).without(pl.col("record_id") == record)), [rule])[rule.id]
            same = [one for one in left if about(one).items() <= about(first).items()]
            closest = max(same, key=lambda one: len(records_of(one) & records_of(first)), default=None)
            replaced = closest and records_of(closest) - records_of(first)
            assert replaced or closest is None or claim(closest) != claim(first), f"record {record} carries nothing of {rule.id}"


@pytest.mark.parametrize("name", groups(NAMES))
def test_losing_evidence_clears_nothing(name):
    """Not what was violated, and nothing else either: what could not be excluded with all the logs cannot be with fewer."""
    for number in range(LOSSES_PER_TRACE):
        what, left = lost_of(evidence(name), f"{name}/{number}" + (f"/{THINNED}" if number % 5 == 1 else ""))
        rules = RULES if number < REPLAYED_PER_TRACE else may_overreach(RULES, whole(name), ground(left))
        after = verdicts(replayed(left), rules) if rules else {}
        assert overreaching(whole(name), after) == {}, what


@pytest.mark.parametrize("seed", [pytest.param(seed, marks=pytest.mark.xdist_group(seed.split("/")[0])) for seed in ONCE])
def test_losses_after_which_a_verdict_once_overreached(seed):
    name = seed.split("/")[0]
    what, left = lost_of(evidence(name), seed)
    assert overreaching(whole(name), verdicts(replayed(left), RULES)) == {}, what


def test_an_empty_replay_makes_every_rule_inconclusive(tmp_path):
    case = new_case(tmp_path)
    assert {ruling.verdict for _, ruling in check_case(case, rules_directory()).rulings} == {"inconclusive"}


def claims(case: Case, rules):
    """Return what the findings of *rules* over a replayed case claim, whatever numbers its records have."""
    told = candidates(case, rules)
    return {(rule, str(one["subject"]), one["from_us"]): claim(one) for rule, found in told.items() for one in found}


def own_rules(name: str):
    """Return the rules that a trace has findings of."""
    found = {finding["rule"] for finding in analyzed(name)["findings"]}
    return [rule for rule in RULES if rule.id in found]


@functools.cache
def claimed(name: str):
    """Return what the findings of a whole trace claim."""
    return claims(kept(name), own_rules(name))


def names_of(name: str) -> set[str]:
    """Return the topics, groups and clients that the findings of a trace name."""
    found = analyzed(name)["findings"]
    named = {text for f in found for part in ("topic", "group", "client_id") if (text := f["subject"].get(part))}
    named |= {text for f in found for text in f["subject"].get("client_ids") or []}
    return named | {m["topic"] for f in found for m in f["messages"] if m["topic"]}


@pytest.mark.parametrize("name", groups(TRIED))
def test_lines_of_others_change_no_finding(name):
    """Lines of topics, groups and clients that no finding names, taken away or doubled under other names.

    All that a client or a proxy logs which a finding names is its own: the answer to a lookup of any topic shows a server alive.
    """
    nodes = {f["subject"].get(part) for f in analyzed(name)["findings"] for part in ("client_node", "proxy_node")} - {None}
    others = evidence(name).unrelated(names_of(name) | {"%"}, nodes)
    less = replayed(evidence(name).without(pl.col("record_id").is_in(others.implode())))
    more = replayed(evidence(name).with_more(others))
    for left in (less, more):
        told = claims(left, own_rules(name))
        assert {found: claim for found, claim in told.items() if found in claimed(name)} == claimed(name)


@pytest.mark.parametrize("name", groups(TRIED))
def test_the_order_in_which_files_are_found_changes_no_finding(name):
    """Between files nothing but time orders records, and those of one second not even time."""
    assert claims(replayed(evidence(name).reordered(random.Random(name))), RULES) == claimed(name)  # noqa: S311 - repeatable
