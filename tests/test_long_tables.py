"""Rules find the same in state tables that are too long to be held, which they read from their files."""

import shutil

import pytest
from conftest import kept

from forensics.findings import check
from forensics.findings.rules import rules_directory
from forensics.library import open_case


@pytest.fixture
def case():
    return kept("P-5.3.1-poplog")


@pytest.mark.parametrize("place", ["plain", "it's here", "[a] case*"])
def test_rules_find_the_same_in_tables_that_are_read_from_their_files(case, place, tmp_path, monkeypatch):
    told = check.check_case(case, rules_directory())
    assert told.findings
    shutil.copytree(case.directory, tmp_path / place)
    monkeypatch.setattr(check, "_LONG", 0)
    assert check.check_case(open_case(tmp_path / place), rules_directory()) == told


def test_a_rule_that_reads_files_reads_no_other(case, monkeypatch):
    monkeypatch.setattr(check, "_LONG", 0)
    tables = check._opened(case)
    other = case.paths("records")[0]
    with pytest.raises(check.BadRule, match="Permission"):
        tables.rows("mine/x", f"SELECT * FROM read_parquet('{other}')")  # noqa: S608 - a file of our own
    tables.close()
