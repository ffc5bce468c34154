"""Rules find the same in state tables that are too long to be held, which they read from their files."""

import shutil

import pytest
from conftest import kept

from forensics.findings import check
from forensics.findings.rules import rules_directory
from forensics.library import open_case
from forensics.report import facts
from forensics.tables import FILES, RECORDS


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


@pytest.mark.parametrize("most", [1, 50_000])
def test_deliveries_again_stand_where_their_records_do(most, monkeypatch):
    """Those that revive printed, which are looked for first, and those of other lines; a few at a time and all at once."""
    case = kept("C-5.3.3-healthy-poplog")
    assert check.state_frame(case, "redeliveries", "way").n_unique() == 2, "both"
    monkeypatch.setattr(facts, "_AT_ONCE", most)
    records = check.state_frame(case, "redeliveries", "state_id", "ts_lo", "record_id").sort("ts_lo", "state_id")["record_id"]
    places = case.read(RECORDS).join(case.read(FILES), on="file_id").select("record_id", "path", "line")
    expected = {record: (path, line) for record, path, line in places.iter_rows()}
    shown = [(row["path"], row["line"]) for row in facts.facts_of(case)["redeliveries"]]
    assert shown == [expected[record] for record in records]
