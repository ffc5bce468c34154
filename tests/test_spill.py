"""What does not fit into the memory of a query lies where nobody else reads it, and is gone with the query."""

import tempfile
from pathlib import Path

import polars as pl
import pytest

from forensics.errors import MachineError
from forensics.findings.query import Tables
from forensics.findings.sql import ask
from forensics.library import ingest_logs

WHERE = "current_setting('temp_directory')"
SORTED = f"""
SELECT {{'node': m}} AS subject, 'hint' AS strength, 1 AS occurrences, 0 AS from_us, 0 AS to_us, {WHERE} AS explanation,
    [] AS steps
FROM (SELECT md5(n::VARCHAR) AS m FROM numbers ORDER BY m LIMIT 1 OFFSET 250000)
"""  # noqa: S608 - our own text
NUMBERS = {"numbers": pl.DataFrame({"n": range(500_000)})}


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    return place


def test_a_rule_that_needs_more_memory_goes_on_in_a_place_of_its_own(temporary):
    tables = Tables(NUMBERS, 16 << 20)
    try:
        (row,) = tables.rows("mine/x", SORTED)
        place = Path(row["explanation"])
        assert place.parent == temporary
        assert place.stat().st_mode & 0o077 == 0
    finally:
        tables.close()
    assert list(temporary.iterdir()) == []


def test_that_rule_needs_it(temporary):
    tables = Tables(NUMBERS, 16 << 20, spills=False)
    with pytest.raises(MachineError, match="needs more than 16 MiB"):
        tables.rows("mine/x", SORTED)
    tables.close()


def test_a_question_does_so_too(temporary, tmp_path):
    log = tmp_path / "namesrv.log"
    log.write_text("2026-01-01 08:00:00 INFO main - new broker registered, x HAService: y\n")
    case = ingest_logs([str(log)], tmp_path / "case")
    (row,) = ask(case, f"SELECT {WHERE} AS place")
    assert Path(row["place"]).parent == temporary
    assert list(temporary.iterdir()) == []
