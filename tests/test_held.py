"""What stays in memory is what would be in the files: table by table, and in the document, whatever there is room for."""

from pathlib import Path

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from forensics import case as storage
from forensics.held import ROOM_BYTES
from forensics.library import check_case, ingest_logs
from forensics.tables import STATES, Table
from forensics.tables.table import COUNTS, IDS, Column

TRACE = Path(__file__).parent.parent / "sample_traces" / "S-5.3.1-s1" / "input.tar.zst"
LISTS = [{"ids": [1, 2]}, {"ids": None, "counts": [{"code": 11, "count": 3}]}, {}, {"ids": [], "counts": []}, {"ids": [3]}]


@pytest.fixture(scope="module")
def lasting(tmp_path_factory):
    return ingest_logs([str(TRACE)], tmp_path_factory.mktemp("lasting") / "case")


def content(case):
    """Return the rows of every table of a case."""
    return {name: case.scan(Table(name, "", ())).collect() for name in case.names()}


@pytest.mark.parametrize("room", [0, 300_000, ROOM_BYTES])
def test_every_table_and_the_document_are_the_same_whatever_stays_in_memory(lasting, tmp_path, monkeypatch, room):
    monkeypatch.setattr(storage, "ROOM_BYTES", room)
    case = ingest_logs([str(TRACE)], tmp_path / "case", lasting=False)
    files = {str(path.parent.relative_to(case.directory)) for path in case.directory.rglob("*.parquet")}
    assert bool(files) == (room < ROOM_BYTES)
    assert (files == set(case.names())) == (room == 0)
    wanted, found = content(lasting), content(case)
    assert found.keys() == wanted.keys()
    for name, frame in wanted.items():
        assert_frame_equal(found[name], frame)
    assert check_case(case) == check_case(lasting)


def test_a_table_in_memory_is_written_where_its_files_are_asked_for(lasting, tmp_path):
    case = ingest_logs([str(TRACE)], tmp_path / "case", lasting=False)
    name = next(f"states/{name}" for name in STATES if case.has(f"states/{name}"))
    assert_frame_equal(pl.read_parquet(case.paths(name)), pl.read_parquet(lasting.paths(name)))
    assert_frame_equal(content(case)[name], content(lasting)[name])


def test_pieces_of_a_table_are_the_same_rows_in_memory(lasting, tmp_path):
    case = ingest_logs([str(TRACE)], tmp_path / "case", lasting=False)
    table = Table("records", "", ())
    for most in (7, 1000, 10**9):
        assert_frame_equal(pl.concat(case.pieces(table, most)).collect(), pl.concat(lasting.pieces(table, most)).collect())


def test_a_column_of_lists_holds_what_its_rows_hold():
    table = Table("t", "a row", (Column("ids", IDS, ""), Column("counts", COUNTS, "")))
    frame = table.frame(LISTS)
    assert frame.schema == table.schema
    assert frame.to_dicts() == [{"ids": row.get("ids"), "counts": row.get("counts")} for row in LISTS]
    assert table.frame([{}]).to_dicts() == [{"ids": None, "counts": None}]
