"""Each rule's page says which real run has shown its failure, or that none has."""

import re

import pytest
from conftest import NAMES, expected

from forensics.findings.rules import load_rules, rules_directory

RULES, _ = load_rules(rules_directory())
NONE = re.compile(r"no\s+(real\s+run|run\s+of\s+ours)", re.IGNORECASE)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_page_names_a_trace_that_shows_the_failure_or_says_that_none_does(rule):
    page = (rules_directory() / f"{rule.id}.md").read_text(encoding="utf-8")
    showing = {name for name in NAMES if expected(name)["verdicts"][rule.id] == "violated"}
    named = set(re.findall(r"`([A-Z]-[\w.-]+)`", page))
    assert bool(showing & named) == bool(showing)
    assert bool(NONE.search(page)) == (not showing)
