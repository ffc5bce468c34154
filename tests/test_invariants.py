"""Every invariant has a rule that exists, or a reason; every rule says what clears it and is read for some invariant."""

import re
from collections import Counter

import pytest

from forensics.findings.rules import load_rules, rules_directory

ROW = re.compile(r"^\| (?P<id>[A-Z][\w.-]*) \| (?P<says>.+?) \| (?P<rule>.+) \|$", re.MULTILINE)
SECTION = re.compile(r"^## (.+)$", re.MULTILINE)
RULES = {rule.id: rule for rule in load_rules(rules_directory())[0]}
TEXT = (rules_directory() / "invariants.md").read_text(encoding="utf-8")
CONTROL_PLANE = {f"P{number}" for number in range(1, 25)} | {"P1a", "P1b"}


def rows(section: str) -> list[re.Match[str]]:
    start = TEXT.index(f"## {section}\n")
    following = SECTION.search(TEXT, start + 3)
    return list(ROW.finditer(TEXT, start, following.start() if following else len(TEXT)))


def test_each_invariant_stands_there_once():
    ids = Counter(row["id"] for row in ROW.finditer(TEXT))
    assert {name: count for name, count in ids.items() if count > 1} == {}
    assert {row["id"] for row in rows("Control plane")} >= CONTROL_PLANE
    assert {row["id"] for row in rows("POP")} == {f"S{number}" for number in range(1, 27)}


@pytest.mark.parametrize("row", list(ROW.finditer(TEXT)), ids=lambda row: row["id"])
def test_each_has_a_rule_that_exists_or_a_reason(row):
    named = re.findall(r"`([a-z]+/\w+)`", row["rule"])
    assert bool(named) != row["rule"].startswith("– ")
    assert [rule for rule in named if rule not in RULES] == []


def test_each_rule_of_the_control_plane_is_read_for_an_invariant():
    named = {rule for row in rows("Control plane") for rule in re.findall(r"`([a-z]+/\w+)`", row["rule"])}
    assert named == {rule for rule in RULES if not rule.startswith("pop/")}


def test_each_rule_of_pop_is_read_for_an_invariant_but_two():
    """A queue that stays locked gives nothing, and a checkpoint that is not stored the broker still holds: none is broken."""
    named = {rule for row in rows("POP") for rule in re.findall(r"`([a-z]+/\w+)`", row["rule"])}
    assert {rule for rule in RULES if rule.startswith("pop/")} - named == {"pop/queue_lock_kept", "pop/checkpoint_not_stored"}


@pytest.mark.parametrize("rule", RULES)
def test_each_page_says_what_clears_it(rule):
    assert "\n## What clears it\n" in RULES[rule].page
