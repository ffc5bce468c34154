"""What the records of a case say in all is the same however they are held, and wherever a piece of them ends."""

from pathlib import Path
from random import Random

import polars as pl
import pytest
from polars.testing import assert_frame_equal, assert_series_equal

from forensics import memory
from forensics.case import Case, new_case
from forensics.replay import told as module
from forensics.replay.told import Told, falls, told, turns
from forensics.tables import FILES, RECORDS

SECOND = 1_000_000
FILE = 1 << 32


def lines(random: Random, file_id: int, count: int) -> pl.DataFrame:
    """Return lines of one file: several of one second, some without time, level or statement, times that fall now and then."""
    statements = [*sorted(module._BEATS)[:3], "some.STATEMENT", "other.STATEMENT", None]
    at, rows = 1_000 * SECOND, []
    for number in range(count):
        at += random.choice([0, 0, 0, SECOND, SECOND, -30 * SECOND])
        one = {"record_id": file_id * FILE + number, "file_id": file_id, "ts_lo": at if random.random() < 0.9 else None}
        rows.append(one | {"statement": random.choice(statements), "level": random.choice(["INFO", "WARN", None])})
    return RECORDS.frame(rows)


def a_case(directory: Path, parts: list[pl.DataFrame], *, lasting: bool) -> Case:
    case = new_case(directory, lasting=lasting)
    files = pl.concat(parts)["file_id"].unique().sort().to_list()
    case.write(FILES.name, 0, FILES.frame([{"file_id": one, "node": f"node-{one % 2}"} for one in files]))
    for number, part in enumerate(parts):
        case.write(RECORDS.name, number, part)
    return case


def assert_same(one: Told, other: Told) -> None:
    for name in ("statements", "levels", "falls"):
        assert_frame_equal(getattr(one, name), getattr(other, name), check_row_order=False)
    assert one.instants.keys() == other.instants.keys()
    assert one.beats.keys() == other.beats.keys()
    for file, instants in one.instants.items():
        assert_frame_equal(instants, other.instants[file])
        assert instants["ts_lo"].is_sorted()
    for key, beats in one.beats.items():
        assert_series_equal(beats, other.beats[key])


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("most", [7, 1_000])
def test_records_in_files_say_what_records_in_memory_say(
    seed: int, most: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Parts of one file, of several, and without lines; pieces that end anywhere."""
    random = Random(seed)  # noqa: S311 - makes lines, not secrets
    several = [lines(random, file_id, random.randint(0, 40)) for file_id in range(6)]
    parts = [several[0], pl.concat(several[1:4]), several[4], several[5], RECORDS.frame([])]
    in_memory = told(a_case(tmp_path / "memory", parts, lasting=False))
    monkeypatch.setattr(memory, "scaled", lambda _: most)
    assert_same(told(a_case(tmp_path / "files", parts, lasting=True)), in_memory)
    assert_same(told(a_case(tmp_path / "pieces", parts, lasting=False)), in_memory)


def test_a_lone_line_out_of_order_is_no_fall_where_a_piece_ends_in_its_second() -> None:
    """Two lines of the second that is out of order, one in each piece, are no more than one of it."""
    at = [100 * SECOND, 50 * SECOND, 50 * SECOND, 101 * SECOND]
    rows = pl.DataFrame({"file_id": [1] * 4, "ts_lo": at, "record_id": range(4)})
    assert falls(pl.concat([turns(rows[:2]), turns(rows[2:])])).height == 0
