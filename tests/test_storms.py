"""What goes on for days is looked up, and folded, as if each line were held against all others, without doing so."""

import pickle
from dataclasses import dataclass
from functools import reduce

import polars as pl
from conftest import analyzed, kept
from hypothesis import given
from hypothesis import strategies as st

from forensics.findings.check import state_frames
from forensics.model.clock_offsets import Point, stretches
from forensics.model.pop_releases import REWRITE_AFTER_S
from forensics.model.pop_rewrites import Pauses, backs_off
from forensics.model.spans import SECOND_US
from forensics.model.trail import Trail
from forensics.replay.pop.cycles import Cycles
from forensics.replay.pop.lines import COLUMNS, TRIED_AGAIN, lines_of
from forensics.replay.pop.spilled import Spilled
from forensics.replay.proxy.arrivals import Before, Ends
from forensics.replay.timeline import Timeline
from forensics.report.pictures import picture
from forensics.report.states import States
from forensics.storefiles.events import event_tables

SHORT_S = 8


def backs_off_by_all(pauses):
    """Say of all pauses at once whether they are those of a chain that backs off, or of one that was late and catches up."""
    if pauses and min(pauses) >= SHORT_S:
        return len(pauses) == 1 or pauses[-1] > pauses[0] or min(pauses) >= REWRITE_AFTER_S[-1] - SHORT_S
    begun = next((number for number, pause in enumerate(pauses) if pause >= SHORT_S), 0)
    kept = [*enumerate(pauses)][begun + 1 :]
    return bool(begun and kept) and all(p >= REWRITE_AFTER_S[min(n, len(REWRITE_AFTER_S) - 1)] - 5 for n, p in kept)


@given(st.lists(st.sampled_from((0, 1, 7, 8, 9, 10, 25, 30, 60, 115, 120, 180, 7_193, 7_200)), max_size=8))
def test_the_pauses_of_a_chain_are_judged_one_by_one_as_all_at_once(pauses):
    found = reduce(Pauses.and_then, (pause * SECOND_US for pause in pauses), Pauses())
    assert backs_off(found) == backs_off_by_all(pauses)


@dataclass(frozen=True)
class Told:
    """Events that are `revive_cycle` alone."""

    cycles: pl.DataFrame

    def frame(self, _kind):
        return self.cycles.lazy()


OFFSETS = st.integers(-1, 12)


@given(st.lists(st.tuples(st.integers(0, 1), OFFSETS, OFFSETS), min_size=1, max_size=12), OFFSETS)
def test_the_cycle_that_judged_a_copy_is_the_first_that_held_it(told, offset):
    """Also where revive went back, so that several did."""
    rows = [
        {"node": "b", "series": "pop.log", "seq": seq, "revive_queue_id": queue, "old_offset": old, "new_offset": new}
        | {"ts_lo": seq, "ts_hi": seq, "record_id": seq}
        for seq, (queue, old, new) in enumerate(told)
    ]
    found = Cycles(Told(event_tables()["revive_cycle"].frame(rows)))
    own = [row for row in rows if row["revive_queue_id"] == 0]
    first = {
        "judged": next((r["seq"] for r in own if r["old_offset"] < offset <= r["new_offset"]), None),
        "reaching": next((r["seq"] for r in own if r["new_offset"] >= offset), None),
    }
    for how, seq in first.items():
        row = getattr(found, how)("b", 0, offset)
        assert (row and row["record_id"]) == seq


@given(st.lists(st.tuples(st.integers(-20, 20), st.booleans()), min_size=2, max_size=9))
def test_a_clock_is_said_to_be_set_only_where_one_cut_leaves_both_sides_bounded(bounds):
    points = [Point(at, value, lower) for at, (value, lower) in enumerate(bounds)]

    def bounded(some):
        lo = max((p.value for p in some if p.lower), default=None)
        hi = min((p.value for p in some if not p.lower), default=None)
        return lo is not None and hi is not None and lo <= hi

    whole = {p.lower for p in points} != {True, False} or bounded(points)
    cuts = [] if whole else [cut for cut in range(1, len(points)) if bounded(points[:cut]) and bounded(points[cut:])]
    found = stretches(points)
    assert (len(found) == 2) == bool(cuts)
    if cuts:
        assert found[0].end + 1 == found[1].start in cuts


def test_of_a_checkpoint_tried_again_and_again_the_first_line_of_each_result_stays():
    key = {"node": "b", "broker": "B", "topic": "T", "group": "G", "queue_id": 0, "start_offset": 1, "revive_time": 9}
    said = [
        ("ck_not_stored", "TIMEOUT"),
        ("ck_stuck", None),
        ("ck_not_stored", "TIMEOUT"),
        ("ck_not_stored", "FULL"),
        ("ck_stuck", None),
    ]
    rows = [key | {"event": kind, "put_status": how, "ts_lo": n, "seq": n, "record_id": n} for n, (kind, how) in enumerate(said)]
    cks = pl.DataFrame(rows, schema=COLUMNS)
    assert {kind for kind, _ in said} == set(TRIED_AGAIN)
    assert lines_of(cks, cks.clear(), pl.DataFrame(), {}).cks["record_id"].to_list() == [0, 1, 3]


@given(st.lists(st.integers()), st.integers(), st.integers())
def test_a_longer_trail_leaves_those_it_shares_its_beginning_with_as_they_are(items, one, other):
    begun = reduce(Trail.and_then, items, Trail[int]())
    longer, branch = begun.and_then(one), begun.and_then(other)
    assert [list(trail) for trail in (begun, longer, branch)] == [items, [*items, one], [*items, other]]
    assert (longer[-1], branch[-1], len(begun), longer == branch) == (one, other, len(items), one == other)


SPANS = st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 9), st.integers(0, 3)), max_size=9)


@given(SPANS, st.integers(0, 12), st.sampled_from(("a", "ab")))
def test_the_last_that_was_over_before_is_looked_up_as_if_all_were_compared(spans, end, nodes):
    rows = [{"node": node, "ts_lo": lo, "ts_hi": lo + long} for node, lo, long in spans]
    over = [row for row in rows if row["node"] in nodes and row["ts_hi"] < end]
    found = Before(rows, lambda row: (row["ts_lo"], row["ts_hi"])).last(end, nodes)
    assert found is max(over, key=lambda row: row["ts_lo"], default=None)
    assert Timeline(rows).latest(end) is next((row for row in reversed(rows) if row["ts_lo"] <= end), None)


@given(SPANS, st.integers(0, 9), st.integers(0, 12))
def test_the_ends_of_processes_are_looked_up_as_if_all_were_compared(spans, first, last):
    lives = [{"from_lo": lo, "to_lo": lo + long if long else None} for _, lo, long in spans]
    ends, begun = [one["from_lo"] for one in lives], [one["to_lo"] for one in lives if one["to_lo"] is not None]
    assert Ends(lives).ended(first, last) == max((end for end in ends if first <= end <= last), default=None)
    assert Ends(lives).began(last) == sorted(begin for begin in begun if begin <= last)[-1:]


def test_few_lines_put_away_keep_nothing_of_those_they_were_taken_from(tmp_path):
    spilled = Spilled(tmp_path, several=False)
    many = pl.DataFrame({"text": [f"a text that is too long to be held in place {n}" for n in range(1_000)], "part": 0})
    spilled.add("cks", many.head(1))
    assert len(pickle.dumps(spilled)) < many.estimated_size() / 10
    assert spilled.of("cks", 0)[0]["text"].to_list() == many["text"].head(1).to_list()


def test_the_picture_of_a_finding_has_what_happened_near_it_and_not_all_days():
    name, day_us = "H-4.8.0-sigstop", 86_400 * SECOND_US
    tables = {table: frame.to_dicts() for table, frame in state_frames(kept(name)).items()}
    silence, finding = tables["nameserver_silences"][0], analyzed(name)["findings"][0]
    moved = {key: silence[key] + day_us for key in ("from_lo", "from_hi", "to_lo", "to_hi", "last_answer_lo")}
    once = picture(finding, States(tables), {})
    tables["nameserver_silences"].append(silence | moved)
    later = picture(finding, States(tables), {})
    assert later.hi - later.lo < day_us
    assert [mark.lo for mark in later.marks() if mark.hi is None] == [mark.lo for mark in once.marks() if mark.hi is None]
