"""A rule pack from a stranger reads no file, writes none, and ends, whatever its queries ask for."""

import contextlib
import shutil
import time
from dataclasses import replace

import pytest
from conftest import TRACES

from forensics.errors import BadRule
from forensics.findings import confined, examples
from forensics.findings.candidates import CAUSES
from forensics.findings.rules import load_rules, rules_directory
from forensics.library import case_of, check_case
from forensics.report.document import json_schema

GOOD = "silent_nameserver_kept"
LONG = "SELECT count(*) FROM range(100000000000) a, range(1000) b WHERE a.range * b.range % 7 = 3"
SPITEFUL = {
    "reads_a_file": "SELECT * FROM read_csv('/etc/hostname')",
    "writes_a_file": "COPY (SELECT 1) TO 'out.csv'",
    "asks_the_network": "SELECT * FROM 'https://example.com/x.parquet'",
    "loads_an_extension": "INSTALL httpfs",
    "frees_itself": "SET enable_external_access = true",
    "attaches_a_database": "ATTACH 'x.db'",
    "reads_the_environment": "SELECT getenv('HOME')",
    "takes_all_memory": "SELECT list(a.range || repeat('x', 10000)) FROM range(100000000) a",
    "goes_on_in_a_file": "SELECT 1 FROM lives, range(100000000) a, range(100000000) b",
    "never_ends": LONG,
}


@pytest.fixture(scope="module")
def case():
    with case_of([str(TRACES / "S-5.3.1-healthy" / "input.tar.zst")]) as opened:
        yield opened


def test_no_rule_of_a_stranger_gets_out_or_stops_the_others(case, tmp_path, monkeypatch):
    monkeypatch.setattr(confined, "LONGEST_S", 2)
    monkeypatch.chdir(tmp_path)
    pack = tmp_path / "pack" / "nameserver"
    pack.mkdir(parents=True)
    for part in ("md", "sql"):
        shutil.copy(rules_directory() / "nameserver" / f"{GOOD}.{part}", pack)
    for name, query in SPITEFUL.items():
        shutil.copy(pack / f"{GOOD}.md", pack / f"{name}.md")
        (pack / f"{name}.sql").write_text(query)
    doc = check_case(case, tmp_path / "pack")
    assert {error.split(":")[0].split("/")[-1].removesuffix(".sql") for error in doc["bad_rules"]} == set(SPITEFUL)
    assert [rule["rule"] for rule in doc["rules"]] == [f"nameserver/{GOOD}"]
    assert [path.name for path in tmp_path.iterdir()] == ["pack"]


def test_a_strangers_copy_of_our_rules_gives_what_ours_give(case, tmp_path):
    shutil.copytree(rules_directory(), tmp_path / "rules")
    assert check_case(case, tmp_path / "rules")["rules"] == check_case(case)["rules"]


FINDING = """
SELECT {{'node': node}} AS subject, 'proven' AS strength, 1::BIGINT AS occurrences, {us} AS from_us, {us} AS to_us,
    'x' AS explanation,
    [{{'from_us': {us}, 'to_us': {us}, 'node': node, 'what': 'w', 'record_ids': [{record}], 'says': 's'}}] AS steps {more}
FROM nodes LIMIT 1
"""
WRONG = {
    "no_such_record": {"record": "999999999::BIGINT"},
    "record_ids": {"record": "'a'"},
    "from_us": {"us": "9223372036854775807::BIGINT"},
    "severity": {"more": ", 'horrid' AS severity"},
    "cause": {"more": ", ['x'] AS cause"},
    "messages": {"more": ", [{'topic': 'T'}] AS messages"},
    "missing": {"more": ", 'x' AS missing"},
    "candidates": {"more": ", [1] AS candidates"},
    "issue": {"more": ", 1 AS issue"},
}


def test_a_finding_of_another_form_is_a_bad_rule_and_stops_no_other(case, tmp_path):
    family = tmp_path / "mine"
    family.mkdir()
    for name, wrong in {**WRONG, "good": {"more": ", 'note' AS severity, 'late_ack' AS cause"}}.items():
        shutil.copy(rules_directory() / "nameserver" / f"{GOOD}.md", family / f"{name}.md")
        query = FINDING.format(**{"us": "from_lo", "record": "0::BIGINT", "more": ""} | wrong)
        (family / f"{name}.sql").write_text(query)
    doc = check_case(case, tmp_path)
    assert [finding["rule"] for finding in doc["findings"]] == ["mine/good"]
    assert [rule["rule"] for rule in doc["rules"]] == ["mine/good"]
    told = {error.split(".sql")[0].removeprefix("mine/"): error for error in doc["bad_rules"]}
    assert told.pop("no_such_record") == "mine/no_such_record.sql: its query returns record_ids that the case has not"
    assert [name for name, error in told.items() if f"{name}" not in error.partition("its query returns ")[2]] == []
    assert told.keys() | {"no_such_record"} == WRONG.keys()


def test_every_cause_of_the_document_can_be_a_rules():
    assert list(CAUSES) == json_schema()["$defs"]["finding"]["properties"]["cause"]["properties"]["class"]["enum"]


SPITEFUL_TWO = {"never_ends", "reads_a_file"}


def test_the_examples_of_a_strangers_page_run_in_that_process_too(tmp_path, monkeypatch):
    monkeypatch.setattr(confined, "LONGEST_S", 2)
    pack = tmp_path / "pack" / "nameserver"
    shutil.copytree(rules_directory() / "nameserver", pack)
    for name in SPITEFUL_TWO:
        shutil.copy(pack / f"{GOOD}.md", pack / f"{name}.md")
        (pack / f"{name}.sql").write_text(SPITEFUL[name])
    rules, bad = load_rules(tmp_path / "pack")
    assert bad == []
    found = examples.over_all(examples.failures, rules, tmp_path / "pack")
    assert {error.place.split("/")[-1].split(".")[0] for error in found} == SPITEFUL_TWO
    assert examples.over_all(examples.lint, [rule for rule in rules if rule.id.endswith(GOOD)], tmp_path / "pack") == []


def test_a_rule_of_a_stranger_has_some_hundred_mebibytes():
    assert confined._MOST_BYTES < 1 << 30
    process = confined.Confinement()
    with process, pytest.raises(BadRule, match=r"[Mm]emory"):
        process.tables({}).candidates(
            replace(load_rules(rules_directory())[0][0], query="SELECT list(range) AS subject FROM range(300000000)")
        )


PAGES = {
    "a page of a gigabyte": "x" * (1 << 21),
    "facts without end": "+++\na = " + "[" * 100_000 + "\n+++\n",
    "a thousand cells": "+++\n{facts}+++\n# T\n## E\n```csv findings\n" + "a," * 1000 + "\n" + "1," * 3000 + "\n```\n",
    "a cell without end": '+++\n{facts}+++\n# T\n## E\n```csv findings\na\n"' + "x" * 300_000 + "\n```\n",
    "tables that never end": "+++\n{facts}+++\n# T\n## E\n" + "```csv a\n" * 50_000,
    "sections without end": "+++\n{facts}+++\n# T\n" + "## E\n" * 100_000,
    "a YAML bomb": "---\na: &a [x, x]\n"
    + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}]\n" for n in range(20))
    + "---\n",
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_made_to_hurt_is_read_or_told_at_once(name, tmp_path):
    good = (rules_directory() / "nameserver" / f"{GOOD}.md").read_text()
    pack = tmp_path / "x"
    pack.mkdir()
    (pack / "y.md").write_text(PAGES[name].replace("{facts}", good.split("+++\n")[1]))
    (pack / "y.sql").write_text("SELECT 1")
    begun = time.process_time()
    rules, bad = load_rules(tmp_path)
    for rule in rules:
        with contextlib.suppress(BadRule):
            examples.examples(rule)
    assert len(rules) + len(bad) == 1
    assert time.process_time() - begun < 5
