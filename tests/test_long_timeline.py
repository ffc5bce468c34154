"""A timeline of very many lines gives the rows that one of rows gives."""

import random

import polars as pl
import pytest

from forensics.replay.timeline import LongTimeline, Timeline


@pytest.mark.parametrize("seed", range(10))
def test_both_give_the_same_rows(seed):
    chance = random.Random(seed)  # noqa: S311 - reproducible chance, no secret
    rows = []
    for number in range(40):
        begun = chance.randrange(100)
        node, series = chance.choice("ab"), chance.choice(["pop.log", "broker.log"])
        rows.append({"node": node, "series": series, "ts_lo": begun, "ts_hi": begun + chance.randrange(20), "record_id": number})
    one, other = Timeline(rows), LongTimeline(pl.DataFrame(rows))
    for _ in range(50):
        begun = chance.randrange(-10, 130)
        between = begun, begun + chance.randrange(30)
        assert other.within(between) == one.within(between)
    assert [log.rows() for log in other.logs] == [log.rows() for log in one.logs]


def test_of_no_lines_none_is_found():
    none = pl.DataFrame(
        schema={"node": pl.String, "series": pl.String, "ts_lo": pl.Int64, "ts_hi": pl.Int64, "record_id": pl.Int64}
    )
    timeline = LongTimeline(none)
    assert timeline.within((0, 1 << 62)) == []
    assert timeline.logs == []
