"""Checkpoints whose offsets meet are found whatever tells of them and in whichever order; where pops go forward, none is."""

import random
from itertools import combinations

import polars as pl
import pytest

from forensics.replay.pop import near
from forensics.replay.pop.near import NO_SPANS, Near

PLACES = pl.DataFrame({"place": [1, 2, 3], "rank": [0, 0, 1]}, schema={"place": pl.UInt64, "rank": pl.UInt32})
"""Two nodes that tell of the same queues, and one of others."""
RANKS = dict(PLACES.iter_rows())
Span = tuple[int, int, int, int, int | None, int | None]


def frame(spans: list[Span]) -> pl.DataFrame:
    return pl.DataFrame(spans, schema=NO_SPANS.schema, orient="row")


def found(pieces: list[list[Span]], others: list[list[Span]], directory) -> set[int]:
    pops = [frame(piece) for piece in pieces]
    near = Near(directory, sum(map(len, pieces)))
    for piece in pops:
        near.see(piece)
    for piece in others:
        near.add(frame(piece), PLACES)
    return set(near.found(pops, PLACES)["name"])


def meeting(spans: list[Span]) -> set[int]:
    names = {name for name, *_, lo, _ in spans if lo is None}
    for one, other in combinations(spans, 2):
        same = RANKS[one[1]] == RANKS[other[1]] and one[2] == other[2]
        if same and None not in (one[4], other[4]) and one[4] <= other[5] and other[4] <= one[5]:
            names |= {one[0], other[0]}
    return names


@pytest.mark.parametrize("seed", range(20))
def test_whatever_meets_another_is_found(seed, tmp_path, monkeypatch):
    monkeypatch.setattr(near, "AT_ONCE", 7)
    chance = random.Random(seed)  # noqa: S311 - reproducible chance, no secret
    spans: list[Span] = []
    for name in range(60):
        lo = chance.randrange(200) if chance.random() < 0.98 else None
        place, queue, due = chance.choice([1, 2, 3]), chance.randrange(4), chance.randrange(9)
        spans.append((name, place, queue, due, lo, None if lo is None else lo + chance.randrange(8)))
    pieces = [spans[:20], sorted(spans[20:40], key=lambda span: span[4] or 0)]
    others = [spans[40:50], spans[45:60]]
    assert found(pieces, others, tmp_path) >= meeting(spans)
    assert meeting(spans), "some meet"


def test_where_pops_go_forward_nothing_is_compared(tmp_path):
    before: list[Span] = [(number, 1, 0, number, number * 10, number * 10 + 5) for number in range(5)]
    pieces = [
        [(10 + n, 1, 0, n, 100 + n * 10, 105 + n * 10) for n in range(5)],
        [(20 + n, 2, 0, n, 200 + n, 200 + n) for n in range(5)],
    ]
    assert found(pieces, [before[::-1]], tmp_path) == set()
    assert found(pieces[::-1], [before], tmp_path) == set(), "in whichever order logs are read"


def test_logs_of_one_piece_come_in_any_order(tmp_path):
    logs: list[list[Span]] = [
        [(at, 1, 0, at, at, at + 9) for at in range(first, first + 500, 10)] for first in (4_000, 2_000, 6_000)
    ]
    assert found([[*logs[0], *logs[1], *logs[2]]], [], tmp_path) == set(), "the newest first, or the oldest behind them"
    again: Span = (1, 1, 0, 1, 2_205, 2_206)
    assert found([[*logs[0], *logs[1], again, *logs[2]]], [], tmp_path) == {1, 2_200}, "within a log a queue goes back"
    assert found([[*logs[0], again, *logs[1]]], [], tmp_path) == {1, 2_200}, "two logs of one stretch"


def test_a_queue_that_goes_back_leaves_others_alone(tmp_path):
    piece: list[Span] = [(1, 1, 0, 0, 10, 15), (2, 1, 1, 0, 10, 15), (3, 1, 0, 0, 12, 18), (4, 3, 0, 0, 12, 18)]
    assert found([piece], [], tmp_path) == {1, 3}
