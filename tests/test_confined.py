"""A rule pack from a stranger reads no file, writes none, and ends, whatever its queries ask for."""

import shutil

import pytest
from conftest import TRACES

from forensics.findings import confined
from forensics.findings.rules import rules_directory
from forensics.library import case_of, check_case

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
    shutil.copytree(rules_directory() / "nameserver", pack)
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
