"""Every rule's page is its test: its examples, as tables of states, give the findings written below them."""

import csv
import io
import re
from pathlib import Path

import polars as pl
import pytest

from forensics.errors import BadRule
from forensics.findings.query import Tables
from forensics.findings.rules import Fault, load_rules, rules_directory
from forensics.tables import STATES

HEADINGS = ("What it finds", "Why it hurts", "What must be logged", "Known false alarms", "Releases")
RULES, BAD = load_rules(rules_directory())
_BLOCK = re.compile(r"```csv (\w+)\n(.*?)```", re.DOTALL)


def examples(rule):
    """Return (title, tables, expected rows) for each section of the page that has examples."""
    sections = re.split(r"^## ", rule.page, flags=re.MULTILINE)[1:]
    found = []
    for section in sections:
        blocks = dict(_BLOCK.findall(section))
        if "findings" in blocks:
            expected = list(csv.DictReader(io.StringIO(blocks.pop("findings"))))
            found.append((section.splitlines()[0], {name: frame(name, text) for name, text in blocks.items()}, expected))
    return found


def frame(name, text):
    """Return an example's rows as the state table they stand for; lists are written with spaces between."""
    table = STATES[name]
    rows = [{k: value(v, table.schema[k]) for k, v in row.items()} for row in csv.DictReader(io.StringIO(text))]
    return table.frame(rows)


def value(text, dtype):
    if isinstance(dtype, pl.List):
        return [value(part, dtype.inner) for part in text.split()]
    if text == "":
        return None
    if dtype == pl.Boolean:
        return {"true": True, "false": False}[text]
    return int(text) if dtype == pl.Int64 else text


CASES = [pytest.param(rule, *example, id=f"{rule.id}: {example[0]}") for rule in RULES for example in examples(rule)]


def test_every_rule_loads():
    assert BAD == []
    assert RULES


@pytest.mark.parametrize(("rule", "title", "given", "expected"), CASES)
def test_the_examples_on_the_page_hold(rule, title, given, expected):
    tables = Tables({name: given.get(name, table.frame([])) for name, table in STATES.items()})
    found = tables.candidates(rule)
    tables.close()
    shown = [{key: shown_value(row, key) for key in (expected[0] if expected else {})} for row in found]
    assert len(found) == len(expected)
    assert sorted(shown, key=str) == sorted(expected, key=str)


def shown_value(row, key):
    value = row[key] if key in row else row["subject"].get(key)
    return "" if value is None else str(value)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_page_explains_and_has_both_kinds_of_example(rule):
    headings = re.findall(r"^## (.*)", rule.page, flags=re.MULTILINE)
    assert [h for h in HEADINGS if h not in headings] == []
    outcomes = {bool(expected) for _, _, expected in examples(rule)}
    assert True in outcomes
    fires_softly = any(row.get("severity") == "warning" for _, _, expected in examples(rule) for row in expected)
    assert False in outcomes or fires_softly, "the page has no near miss"


def test_bad_rules_are_told_together_and_hide_no_good_one(tmp_path):
    family = tmp_path / "mine"
    family.mkdir()
    good = RULES[0].path
    (family / "good.md").write_text(good.read_text(encoding="utf-8"), encoding="utf-8")
    (family / "good.sql").write_text(good.with_suffix(".sql").read_text(encoding="utf-8"), encoding="utf-8")
    (family / "no_query.md").write_text(good.read_text(encoding="utf-8"), encoding="utf-8")
    (family / "no_facts.md").write_text("# nothing\n", encoding="utf-8")
    (family / "no_facts.sql").write_text("SELECT 1", encoding="utf-8")
    rules, bad = load_rules(tmp_path)
    assert [rule.id for rule in rules] == ["mine/good"]
    assert sorted(str(error).split(":")[0] for error in bad) == ["mine/no_facts.md", "mine/no_query.md"]


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * FROM read_csv('/etc/passwd')",
        "COPY nodes TO '/tmp/out.csv'",
        "INSTALL httpfs",
        "SET enable_external_access = true",
    ],
)
def test_a_query_reaches_neither_files_nor_settings(query, tmp_path):
    good = RULES[0]
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "x.md").write_text(good.path.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "mine" / "x.sql").write_text(query, encoding="utf-8")
    rules, _ = load_rules(tmp_path)
    tables = Tables({name: table.frame([]) for name, table in STATES.items()})
    with pytest.raises(BadRule, match=r"mine/x\.sql"):
        tables.candidates(rules[0])
    tables.close()


def test_a_fault_is_in_the_releases_between_its_ends():
    fault = Fault("x#1", ("4.8.0 - 4.9.8", "5.3.1"), "5.3.2")
    assert [r for r in ("4.7.1", "4.8.0", "4.9.8", "5.0.0", "5.3.1", "5.3.2") if fault.fits(r)] == ["4.8.0", "4.9.8", "5.3.1"]


def test_rules_lie_where_the_code_looks():
    assert rules_directory() == Path(__file__).parent.parent / "rules"
