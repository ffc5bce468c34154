"""What the records of a case say in all is the same however they are held, and wherever a piece of them ends."""

from itertools import pairwise
from pathlib import Path
from random import Random

import polars as pl
import pytest
from conftest import NAMES, kept
from losses import Evidence
from polars.testing import assert_frame_equal, assert_series_equal

from forensics import memory
from forensics.case import Case, new_case
from forensics.engines.instants import BEATS, Shown
from forensics.model.coverage import STORE
from forensics.replay.told import Told, falls, told, turns
from forensics.tables import FILES, INSTANTS, RECORDS

SECOND = 1_000_000
FILE = 1 << 32


def lines(random: Random, file_id: int, count: int) -> pl.DataFrame:
    """Return lines of one file: several of one second, some without time, level or statement, times that fall now and then."""
    statements = [*sorted(BEATS)[:3], "some.STATEMENT", "other.STATEMENT", None]
    at, rows = 1_000 * SECOND, []
    for number in range(count):
        at += random.choice([0, 0, 0, SECOND, SECOND, -30 * SECOND])
        one = {"record_id": file_id * FILE + number, "file_id": file_id, "ts_lo": at if random.random() < 0.9 else None}
        rows.append(one | {"statement": random.choice(statements), "level": random.choice(["INFO", "WARN", None])})
    return RECORDS.frame(rows)


def a_case(directory: Path, files: list[list[pl.DataFrame]], *, lasting: bool) -> Case:
    """Return a case of *files*, each told of in batches; several files are one part of its tables, as in a store."""
    case = new_case(directory, lasting=lasting)
    rows, instants = [], []
    for file_id, batches in enumerate(files):
        shown = Shown()
        instants.append(pl.concat([INSTANTS.frame([]), *(shown.by(batch.rows()) for batch in batches)]))
        rows.append({"file_id": file_id, "node": f"node-{file_id % 2}"} | shown.said)
    case.write(FILES.name, 0, FILES.frame(rows))
    for number, part in enumerate((instants[:1], instants[1:4], instants[4:])):
        case.write(INSTANTS.name, number, pl.concat(part))
    return case


def cut(random: Random, whole: pl.DataFrame) -> list[pl.DataFrame]:
    """Return the lines of a file in batches that end anywhere."""
    ends = sorted({0, whole.height, *(random.randint(0, whole.height) for _ in range(3))})
    return [whole[begin:end] for begin, end in pairwise(ends)]


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
def test_what_is_told_of_files_is_the_same_wherever_a_batch_or_a_piece_ends(
    seed: int, most: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Parts of one file, of several, and without lines; on the disk and in memory."""
    random = Random(seed)  # noqa: S311 - makes lines, not secrets
    whole = [lines(random, file_id, random.randint(0, 40)) for file_id in range(6)]
    at_once = told(a_case(tmp_path / "memory", [[own] for own in whole], lasting=False))
    monkeypatch.setattr(memory, "scaled", lambda _: most)
    batches = [cut(random, own) for own in whole]
    assert_same(told(a_case(tmp_path / "files", batches, lasting=True)), at_once)
    assert_same(told(a_case(tmp_path / "pieces", batches, lasting=False)), at_once)


@pytest.mark.parametrize("seed", range(5))
def test_what_is_told_of_a_file_is_what_each_of_its_lines_says(seed: int, tmp_path: Path) -> None:
    own = lines(Random(seed), 0, 60)  # noqa: S311 - makes lines, not secrets
    found = told(a_case(tmp_path, [[own], *([RECORDS.frame([])] for _ in range(5))], lasting=False))
    rows = own.to_dicts()
    timed = [row for row in rows if row["ts_lo"] is not None]
    firsts: dict[int, int] = {}
    for row in timed:
        firsts.setdefault(row["ts_lo"], row["record_id"])
    assert dict(found.instants[0].select("ts_lo", "record_id").iter_rows()) == firsts
    assert {row["statement"] for row in rows} - {None} == set(found.statements["statement"])
    assert {row["level"] for row in timed} - {None} == set(found.levels["level"])
    for statement in BEATS & {row["statement"] for row in timed}:
        assert found.beats[0, statement].to_list() == sorted({r["ts_lo"] for r in timed if r["statement"] == statement})


@pytest.mark.parametrize("name", NAMES[::9])
def test_the_instants_of_a_case_are_those_of_its_records(name: str) -> None:
    """Whichever zone told a log's times in the end."""
    case = kept(name)
    instants = case.read(INSTANTS)
    files = case.read(FILES).filter(pl.col("series") != STORE)
    said = {row["file_id"]: (row["statements"], row["levels"]) for row in files.to_dicts()}
    records_of = case.read(RECORDS).partition_by("file_id", as_dict=True)
    for file_id in said.keys() & {file_id for (file_id,) in records_of}:
        records = records_of[file_id,]
        shown = Shown()
        again = shown.by(records.rows())
        own = instants.filter(pl.col("file_id") == file_id)
        of_all = pl.col("statement").is_null()
        assert_frame_equal(own.filter(of_all), again.filter(of_all))
        beats = [beat.filter(~of_all).unique(["statement", "ts_lo"], keep="first") for beat in (own, again)]
        assert_frame_equal(beats[0], beats[1], check_row_order=False)
        assert said[file_id] == (shown.said["statements"], shown.said["levels"])


@pytest.mark.parametrize("name", NAMES[::9])
def test_a_case_that_lost_nothing_tells_the_same(name: str) -> None:
    """So that what the tests of losses take away is all that is gone."""
    assert_same(told(Evidence(kept(name)).without(pl.lit(value=False))), told(kept(name)))


def test_a_lone_line_out_of_order_is_no_fall_where_a_piece_ends_in_its_second() -> None:
    """Two lines of the second that is out of order, one in each piece, are no more than one of it."""
    at = [100 * SECOND, 50 * SECOND, 50 * SECOND, 101 * SECOND]
    rows = pl.DataFrame({"file_id": [1] * 4, "ts_lo": at, "record_id": range(4)})
    assert falls(pl.concat([turns(rows[:2]), turns(rows[2:])])).height == 0
