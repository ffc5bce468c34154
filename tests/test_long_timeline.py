"""A timeline of very many lines gives the rows that one of rows gives, and stretches those that looking at each gives."""

import random

import polars as pl
import pytest

from forensics.model.spans import Instant
from forensics.replay.timeline import LongTimeline, Stretches, Timeline


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


@pytest.mark.parametrize("seed", range(10))
def test_the_last_stretch_that_an_instant_lies_in_is_found(seed):
    chance = random.Random(seed)  # noqa: S311 - reproducible chance, no secret
    begins = sorted(chance.randrange(100) for _ in range(20))
    rows = [{"from_lo": begin, "to_lo": chance.choice([None, begin + chance.randrange(15)])} for begin in begins]
    rows = [row for row in rows if row["to_lo"] is not None or chance.random() < 0.1]
    stretches = Stretches(rows)
    for _ in range(100):
        lo = chance.randrange(-10, 130)
        when, since = Instant(lo, lo + chance.randrange(5)), chance.randrange(60)
        own = [r for r in rows if since <= r["from_lo"] <= when.hi and (r["to_lo"] is None or when.lo <= r["to_lo"])]
        assert stretches.at(when, since) == (own[-1] if own else None)
    assert any(stretches.at(Instant(at, at)) for at in range(130))
