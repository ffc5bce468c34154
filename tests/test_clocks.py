"""How far clocks are apart is bounded by what two nodes saw of one thing, and no verdict overreaches where a clock is off."""

import functools
from html import unescape
from itertools import pairwise
from types import SimpleNamespace

import polars as pl
import pytest
from clock_shifts import (
    HOUR_US,
    STAMPS,
    brokers,
    changed,
    moved_broker,
    overreached,
    shifted,
    spans,
    wrong_clocks,
)
from conftest import analyzed, kept, write_logs
from losses import Evidence, replayed

from forensics.library import case_of, check_case, page_of
from forensics.model.clock_offsets import Offset
from forensics.model.clocks import Edge, corrections, doubt, fit
from forensics.model.pop_checkpoint import AckTaken, Checkpoint, Returned, run
from forensics.model.pop_match import Place
from forensics.model.setbacks import Setback, Setbacks
from forensics.model.spans import Instant
from forensics.questions.rows import states
from forensics.replay.moves import Moves, corrected_by
from forensics.replay.setbacks import falls_of, setbacks_of
from forensics.replay.told import falls, firsts, turns
from forensics.report.clocks import offset
from forensics.report.investigation import states_of
from forensics.report.outputs import render
from forensics.report.tracks import clocks
from forensics.report.view import View

SECOND = 1_000_000
NODES = ("a", "b", "c")


def edge(before, at, after, later, sure=True):
    """Return that something at *at* on one node was before something at *later* on another, each by its own clock."""
    return Edge(before, after, (later - at) * SECOND, at * SECOND, later * SECOND, sure, (at, later))


def both(one, at, other, later):
    """Return that two nodes saw one thing, within a second of each other."""
    return [edge(one, at, other, later + 1), edge(other, later, one, at + 1)]


def test_what_is_seen_both_ways_bounds_a_clock_on_both_sides():
    clocks = fit(both("a", 10, "b", 30) + both("b", 50, "c", 50), NODES)
    assert (clocks["b"].reference, clocks["b"].stretches[0].offset) == ("b", Offset(0, 0))
    assert clocks["a"].stretches[0].offset == Offset(-21 * SECOND, -19 * SECOND)
    assert clocks["c"].stretches[0].offset == Offset(-SECOND, SECOND)


def test_a_node_that_nothing_bounds_closely_is_not_what_the_others_are_compared_with():
    """What `a` saw of the others came before all of it: `c` is 30 s ahead of `b` and `d`, which agree."""
    loose = [edge("a", 10, node, later) for node, later in (("b", 12), ("c", 42), ("d", 12))]
    clocks = fit([*loose, *both("b", 50, "c", 80), *both("b", 60, "d", 60)], "abcd")
    assert (clocks["c"].reference, clocks["c"].stretches[0].offset) == ("b", Offset(29 * SECOND, 31 * SECOND))


def test_bounds_add_up_over_nodes_between():
    clocks = fit(both("a", 10, "b", 10) + both("b", 50, "c", 3650), NODES)
    found = clocks["c"].stretches[0].offset
    assert found == Offset(3598 * SECOND, 3602 * SECOND)
    assert (found.correction, found.doubt) == (HOUR_US, 0)
    assert Offset(100 * SECOND, 104 * SECOND).doubt == 2 * SECOND


@pytest.mark.parametrize("side", [1, -1])
def test_a_loosely_bounded_clock_is_moved_no_further_than_it_must(side):
    wide = Offset(*sorted((side * 67 * SECOND, side * 673 * SECOND)))
    assert (wide.correction, wide.doubt) == (side * 69 * SECOND, 604 * SECOND)


def test_a_clock_seen_from_one_side_is_bounded_on_that_side_alone():
    clocks = fit([edge("a", 10, "b", 4000)], NODES)
    assert clocks["b"].stretches[0].offset == Offset(None, 3990 * SECOND)
    assert not clocks["b"].stretches[0].offset.notable
    ahead = fit([edge("b", 4000, "a", 10)], NODES)["b"]
    assert ahead.stretches[0].offset.notable
    assert doubt(ahead) is None


def test_clocks_that_may_each_agree_with_the_reference_but_not_both_are_in_doubt():
    """Loosely bounded both are, and by what they saw of each other `c` is 50 s ahead of `a`."""
    loose = [edge(one, 10, other, 110) for pair in ("ab", "bc") for one, other in (pair, pair[::-1])]
    clocks = fit([*loose, *both("a", 50, "c", 100), *both("b", 10, "d", 10)], "abcd")
    assert clocks["a"].reference == "b"
    assert [doubt(clocks[node]) for node in "abcd"] == [100 * SECOND, 0, 100 * SECOND, 0]
    assert [doubt(clock) for clock in fit([*loose, *both("a", 50, "c", 50)], "abc").values()] == [0, 0, 0]


def test_nothing_is_known_of_a_clock_that_nothing_connects():
    assert fit([edge("a", 10, "b", 10)], NODES)["c"].stretches == ()


def test_a_clock_that_was_set_has_two_offsets():
    seen = both("a", 10, "c", 10) + both("a", 60, "c", 60) + both("a", 100, "b", 100)
    later = [e for at in (200, 300) for e in both("a", at, "b", at + 3600) + both("a", at, "c", at)]
    first, second = fit(seen + later, NODES)["b"].stretches
    assert (first.offset.correction, second.offset.correction) == (0, HOUR_US)
    assert first.end < second.start


def test_a_clock_that_drifts_gains_evenly():
    seen = [e for at in range(0, 1000, 50) for e in both("a", at, "b", round(at * 1.1)) + both("a", at, "c", at)]
    (stretch,) = fit(seen, NODES)["b"].stretches
    assert stretch.drift == pytest.approx(0.1 / 1.1, abs=0.003)
    corners = corrections(fit(seen, NODES)["b"], 1100 * SECOND)
    assert corrected_by(corners, 1100 * SECOND) == pytest.approx(100 * SECOND, abs=3 * SECOND)


def test_an_answer_that_came_late_is_not_taken_for_a_clock():
    """A frozen server handles a request long after its client is gone: what is sure decides."""
    late = edge("a", 900, "b", 600, sure=False)
    clock = fit([*both("a", 10, "b", 10), *both("a", 700, "b", 700), late, *both("a", 950, "c", 950)], NODES)["b"]
    assert clock.contradicts
    assert clock.stretches[0].offset == Offset(-SECOND, SECOND)


def test_what_fits_nothing_is_unknown():
    odd = [e for at, by in ((10, 0), (100, 500), (200, -500), (300, 900)) for e in both("a", at, "b", at + by)]
    clock = fit(odd + both("a", 10, "c", 10), NODES)["b"]
    assert (clock.stretches, clock.contradicts) == ((), True)


def test_lines_are_moved_and_what_stores_hold_is_not():
    frame = pl.LazyFrame({"node": ["a", "a", "b"], "ts_lo": [10, 30, 30], "ts_hi": [11, 31, 31], "log": [True, False, True]})
    moves = Moves(({"a": ((0, 5),), "b": ((20, 0), (40, 10))},))
    moved = moves.frame(frame, pl.col("log")).collect()
    assert moved["ts_lo"].to_list() == [5, 30, 25]
    assert moved["ts_hi"].to_list() == [6, 31, 26]
    assert [moves.time("b", at) for at in (10, 30, 90)] == [10, 25, 80]


def written(*times):
    """Return the lines of one file in its order, each with its time in seconds, as pieces of three lines."""
    rows = pl.DataFrame({"file_id": 1, "ts_lo": [at * SECOND for at in times], "record_id": range(len(times))})
    return pl.concat([turns(rows[first : first + 3]) for first in range(0, len(times), 3)])


@pytest.mark.parametrize(
    ("times", "found"),
    [
        ((10, 11, 12, 13, 11, 14, 15), []),
        ((10, 11, 40, 12, 13, 41, 42), [(3, 40)]),
        ((100, 101, 20, 102, 103, 104, 105), []),
        ((100, 101, 102, 20, 21, 22, 23), [(3, 102)]),
        ((100, 101, 20, 21, 102, 30, 31), [(2, 101), (5, 102)]),
        ((100, 101, 102, 103, 104, 20), [(5, 104)]),
    ],
)
def test_a_file_whose_times_fall_and_stay_there_shows_a_clock_set_back(times, found):
    """Not one line that is late, nor threads that stand a little out of order."""
    assert falls(written(*times)).select("record_id", pl.col("shown") // SECOND).rows() == found


def logs_of(*logs):
    """Return the *logs* of one node as replay has them, each by its times in seconds, in the order of its lines."""
    rows = [
        pl.DataFrame({"file_id": n, "ts_lo": [at * SECOND for at in times], "record_id": range(1000 * n, 1000 * n + len(times))})
        for n, times in enumerate(filter(None, logs))
    ]
    instants = {number: firsts(own.drop("file_id")).sort("ts_lo") for number, own in enumerate(rows)}
    told = SimpleNamespace(falls=falls(turns(pl.concat(rows))).with_columns(node=pl.lit("a")), instants=instants)
    return SimpleNamespace(told=told, files=[{"file_id": n, "series": "x.log", "node": "a"} for n in instants])


BEATS = range(100, 200, 5)


@pytest.mark.parametrize(
    ("other", "clocks"),
    [
        (range(101, 200, 7), 0),
        ((), 1),
        ((101, 199), 1),
        ((*range(101, 200, 7), *range(103, 200, 7)), 2),
    ],
    ids=["goes on", "is not there", "is often silent", "falls too"],
)
def test_a_log_that_lies_twice_in_its_file_sets_no_clock_back_where_another_log_goes_on(other, clocks):
    again = logs_of([*BEATS, *BEATS], other)
    a_little_later = logs_of([*BEATS, *(beat + 1 for beat in BEATS)], other)
    assert len(setbacks_of(again, falls_of(again)).steps) == clocks
    assert len(setbacks_of(a_little_later, falls_of(a_little_later)).steps) == max(1, clocks)


def test_records_before_and_after_a_setback_are_of_two_clocks():
    steps = (Setback("a", 1, 50, 100, 20), Setback("a", 2, 250, 101, 20))
    known = Setbacks(steps, ((0, 1), (200, 2), (400, 3)))
    assert known.one_clock([("a", 10), ("a", 49), ("a", 249), ("b", 999)])
    assert known.one_clock([("a", 50), ("a", 260)])
    assert not known.one_clock([("a", 49), ("a", 50)])
    assert not known.one_clock([("a", 401)]), "its third file does not show when it was written"


def test_a_line_that_is_late_when_the_clock_is_set_back_makes_no_second_setback():
    """Whether it, and what stands around it, was printed before or after, nobody can tell."""
    late = Setbacks(
        (Setback("a", 1, 50, 100, 20), Setback("a", 1, 52, 100, 21), Setback("a", 2, 250, 101, 20)), ((0, 1), (200, 2))
    )
    assert [late.times_set("a", record) for record in (49, 50, 51, 52, 249, 250)] == [0, None, None, 1, 0, 1]


def test_a_clock_that_was_set_back_is_the_one_at_fault():
    """Though it is the first to be believed, and its neighbour could be blamed as well."""
    seen = [e for pair in ("ab", "ac", "bc") for e in both(pair[0], 10, pair[1], 10)] + both("a", 60, "b", 200)
    assert [len(fit(seen, NODES)[node].stretches) for node in "ab"] == [1, 2]
    assert [len(fit(seen, NODES, {"a"})[node].stretches) for node in "ab"] == [2, 1]


def test_a_clock_that_was_set_back_is_not_what_the_others_are_compared_with():
    seen = both("a", 10, "b", 10) + both("a", 20, "c", 20)
    assert [fit(seen, NODES, set_back)["c"].reference for set_back in ((), {"a"})] == ["a", "b"]


def test_where_times_fall_the_file_is_named_for_it_may_have_been_joined_in_another_order(tmp_path):
    lines = [f"2026-01-01 0{hour}:00:{second:02d} INFO main - listenPort=9876" for hour in (8, 7) for second in range(30)]
    write_logs(tmp_path, {"ns0": {"namesrv.log": lines}})
    with case_of([str(tmp_path)]) as case:
        (row,) = (row for row in states(case, "clocks") if row["notable"])
    assert row["says"].startswith("times fall by 3629.0 s in ns0/logs/namesrv.log: its clock was set back, or parts of that file")


@pytest.mark.parametrize(("before", "after", "off"), [(20, 5, "after that"), (5, 20, "before that")])
def test_a_log_in_whose_zone_summer_time_ends_goes_on(tmp_path, before, after, off):
    """Its clock was not set: 02:59:50 is followed by 02:00:10, and the part in the season that was not read is moved."""
    chosen = "INFO RocketmqRemoting - new name server is chosen. OLD: null , NEW: 10.0.0.1:9876. namesrvIndex = 1"
    ends = [*((60 - minute, 2) for minute in range(before, 0, -1)), *((minute, 2) for minute in range(after))]
    lines = [f"2026-10-25 0{hour}:{minute:02d}:{10 + 40 * (n < before)},123 {chosen}" for n, (minute, hour) in enumerate(ends)]
    served = [
        f"2026-10-25 {8 + at // 60:02d}:{at % 60:02d}:00 INFO main - listenPort=9876" for at in range(60 - before, 61 + after)
    ]
    write_logs(tmp_path, {"c": {"rocketmq_client.log": lines}, "ns": {"namesrv.log": served}})
    with case_of([str(tmp_path)]) as case:
        chosen_at = [row["from_lo"] for row in states(case, "nameserver_choices")]
        (told,) = [row["says"] for row in states(case, "clocks") if row["notable"]]
    assert told.startswith("its zone's summer time ended while c/logs/rocketmq_client.log was written")
    assert off in told
    assert chosen_at == sorted(chosen_at)
    assert {round((late - early) / SECOND) for early, late in pairwise(chosen_at)} == {20, 60}
    assert chosen_at[before] == 1_792_890_010_123_000


@pytest.mark.parametrize(
    ("shown_s", "then_s", "ends"),
    [
        pytest.param(3_590, 10, True, id="at a full hour, by one hour"),
        pytest.param(39_590, 36_010, False, id="by day"),
        pytest.param(3_590, 1_800, False, id="by half an hour"),
        pytest.param(5_000, 1_400, False, id="by one hour, at no full one"),
        pytest.param(3_590, -10, False, id="by more than an hour"),
    ],
)
def test_only_times_that_go_back_as_local_time_does_end_summer(shown_s, then_s, ends):
    zone_us = 2 * HOUR_US
    step = Setback("c", 0, 1, shown_s * SECOND - zone_us, then_s * SECOND - zone_us)
    assert step.ends_summer_time(zone_us) == ends


def test_a_clock_that_was_set_back_has_no_offset_of_its_own(tmp_path):
    """What it shows before and after fits no one offset; its lines stay as they are."""
    made = "Created a new client Instance, InstanceIndex:0, ClientID:10.0.0.9@17#5, ClientConfig:x, ClientVersion:V5_3_1"
    said = [
        (0, made),
        (300, "persist"),
        (260, "persist"),
        (275, "persist"),
        (290, "the client factory [10.0.0.9@17#5] shutdown OK"),
    ]
    lines = [f"2026-01-01 20:0{at // 60}:{at % 60:02d}.000 INFO  [17] [main] [RocketmqClient#?:?] - {text}" for at, text in said]
    client = (
        "ClientChannelInfo [channel=[id: 0x1, L:/10.0.0.1:10911 - R:/10.0.0.9:4000], clientId=10.0.0.9@17#5, language=JAVA, "
        "version=477, lastUpdateTimestamp=1767268801000]"
    )
    met = f"2026-01-01 20:00:01 INFO main - new consumer connected, group: G CONSUME_PASSIVELY CLUSTERING channel: {client}"
    left = f"2026-01-01 20:05:29 INFO main - unregister a consumer[G] from consumerGroupInfo {client}"
    write_logs(tmp_path, {"c": {"rocketmq_client.log": lines}, "b": {"broker.log": [met, left]}})
    with case_of([str(tmp_path)]) as case:
        found = [(row["moved_us"], "was set back" in row["says"]) for row in states(case, "clocks") if row["node"] == "c"]
    assert found == [(0, True)]


def test_an_ack_taken_before_the_clock_was_set_back_is_still_in_time():
    """What was printed after, early as it looks, decides nothing."""
    taken = AckTaken(7, 1, Instant(5_000_000, 5_999_999), "memory")
    late, back = (
        AckTaken(8, 2, Instant(0, 999_999), "memory"),
        Returned(9, 3, Instant(0, 999_999), "revived", "a", Place("a", 0, 1)),
    )
    ck, odd = run(Checkpoint("b", "T", "G", 0, 7, 1_000, 61_000, (7, 8, 9)), [taken, late, back])
    assert ([ck.in_time(o) for o in (7, 8, 9)], len(odd)) == (["in_time", "in_time", None], 1)
    ck, odd = run(ck.told_elsewhere({2, 3}), ())
    assert ([ck.in_time(o) for o in (7, 8, 9)], odd) == (["in_time", "undecided", None], ())


def test_a_span_that_two_nodes_tell_of_is_as_wide_as_their_clocks_are_apart():
    """Two brokers that are off alike are not apart; a clock that nothing bounds leaves no order at all."""
    moves = Moves(doubts={"a": 5, "b": None}, kept={"c": (100, 100), "d": (100, 100)})
    assert moves.widened((10, 20), "a", "a", None) == (10, 20)
    assert moves.widened((10, 20), "a", "e") == (5, 25)
    assert moves.widened((10, 20), "c", "d") == (10, 20)
    assert moves.widened((10, 20), "c", "a") == (-95, 125)
    assert moves.widened((10, 20), "a", "b")[1] > 10**18


@functools.cache
def evidence(name):
    """Return the stored events of a trace, in memory."""
    return Evidence(kept(name))


def before(name):
    return {row["rule"]: row["verdict"] for row in analyzed(name)["rules"]}


OFF = [
    ("N-5.3.1-kill", "consumer", "ahead by 32400 s"),
    ("N-5.3.1-kill", "proxyA", "ahead by -32400 s"),
    ("N-5.3.1-kill", "proxyB", "gains 0.1"),
    ("N-5.3.1-kill", "proxyA", "set by 60 s at 0.5"),
    ("S-5.3.1-s1", "consumer", "set by -32400 s at 0.5"),
    ("S-5.3.1-s1", "ns0", "set by -32400 s at 0.5"),
    ("S-5.3.1-s1", "broker-a-0", "gains -0.1"),
    ("H-5.3.3-cfreeze", "consumer", "ahead by 32400 s"),
]
OFF_BROKERS = [
    ("C-5.3.3-dead-poplog", "broker-a", "ahead by 32400 s"),
    ("C-5.3.3-dead-poplog", "broker-a", "set by -32400 s at 0.5"),
    ("P-5.3.1-poplog", "broker-a", "ahead by -32400 s"),
    ("P-5.3.1-poplog", "broker-a", "set by 60 s at 0.5"),
    ("H-5.3.3-cfreeze", "broker-a", "gains 0.1"),
    ("F-5.1.4-replay", "broker-b", "set by -32400 s at 0.25"),
    ("K-5.0.0-latestop", "broker-a", "set by -32400 s at 0.25"),
]


@pytest.mark.parametrize(("name", "node", "way"), [pytest.param(*o, marks=pytest.mark.xdist_group(o[0])) for o in OFF])
def test_no_verdict_overreaches_where_a_clock_is_off(name, node, way):
    change = dict(wrong_clocks(spans(evidence(name))[node]))[way]
    assert overreached(before(name), changed(evidence(name), node, change, STAMPS)) == {}


@pytest.mark.parametrize(("name", "broker", "way"), [pytest.param(*o, marks=pytest.mark.xdist_group(o[0])) for o in OFF_BROKERS])
def test_no_verdict_overreaches_where_the_clock_of_a_broker_is_off_with_all_it_stamps(name, broker, way):
    nodes = brokers(evidence(name))[broker]
    change = dict(wrong_clocks(spans(evidence(name))[min(nodes)]))[way]
    assert overreached(before(name), moved_broker(evidence(name), broker, nodes, change)) == {}


def facts(doc):
    return [(f["rule"], f["subject"], f["cause"]["class"], f["occurrences"]) for f in doc["findings"]]


@pytest.mark.parametrize(
    ("name", "node", "by"),
    [
        pytest.param(*one, marks=pytest.mark.xdist_group(one[0]))
        for one in (("N-5.3.1-kill", "consumer", 9), ("S-5.3.1-s1", "ns0", -9), ("S-5.3.1-s1", "broker-a-0", 8))
    ],
)
def test_a_clock_that_is_hours_off_is_found_said_and_put_right(name, node, by):
    """A broker's is the zone of its lines: what it stamps itself shows it."""
    off = changed(evidence(name), node, shifted(by * HOUR_US), STAMPS if node != "broker-a-0" else ())
    moved = [row["moved_us"] for row in states(off, "clocks") if row["node"] == node and row["notable"]]
    assert moved == [by * HOUR_US]
    doc, told = check_case(off), analyzed(name)
    assert facts(doc) == facts(told)
    assert f"Clock of {node}: its " in render(doc, "text", View())
    assert (doc["case"]["from"], doc["case"]["to"]) == (told["case"]["from"], told["case"]["to"])
    (own,) = [one for one in doc["case"]["nodes"] if one["node"] == node]
    assert abs(float(offset(own).split()[0]) - by * 3600) < 10
    assert offset(own) in unescape(page_of(off, doc))
    assert [one.text for one in clocks(states_of(off), node, 0, 1)] == own["clock"]["says"]


def test_good_clocks_are_not_moved():
    for name in ("N-5.3.1-kill", "S-5.3.1-s1"):
        assert not [row for row in states(kept(name), "clocks") if row["moved_us"] or row["notable"]]


@pytest.mark.parametrize("hosts", [("10.0.0.8:9876", "10.0.0.9:9876"), ("ns:9876", "ns:9878")])
@pytest.mark.parametrize("log", ["broker.log", "all.log"])
def test_an_answer_of_one_name_server_says_nothing_of_the_clock_of_another(tmp_path, hosts, log):
    """A broker registers at all of them at once: what one has answered is no bound of another that took seconds more.

    A log of which no name and no line tells whose it is orders nothing.
    """
    answers = [(40, hosts[1]), (49, hosts[0])]
    started = [f"00:00:38 INFO main - namesrvAddr={';'.join(hosts)}", "00:00:38 INFO main - listenPort=10911"]
    started.append("00:00:38 INFO main - The broker[b, 10.0.0.1:10911] boot success. serializeType=JSON")
    ok = "Registering current broker to name server completed. TargetHost"
    told = [f"00:00:{at:02d} INFO brokerOutApi_thread_1 - {ok}={host}" for at, host in answers]
    made = [f"00:00:39 INFO NettyClientWorkerThread_1 - NETTY CLIENT PIPELINE: CONNECT  10.0.0.1 => {host}" for host in hosts]
    logs = {f"b/{log}": [*started, *made, *told]}
    new = "new broker registered, BrokerIdentityInfo [clusterName=c, brokerAddr=10.0.0.1:10911] HAService: 10.0.0.1:10912"
    for at, host in answers:
        listens = f"00:00:01 INFO main - listenPort={host.rpartition(':')[2]}"
        logs[f"ns{hosts.index(host)}/namesrv.log"] = [listens, f"00:00:{at:02d} INFO RemotingExecutorThread_1 - {new}"]
    for path, lines in logs.items():
        (tmp_path / path).parent.mkdir()
        (tmp_path / path).write_text("".join(f"2026-01-01 {line}\n" for line in lines), encoding="utf-8")
    with case_of([str(tmp_path)]) as case:
        assert not [row for row in states(case, "clocks") if row["notable"]]
        bounded = [row["node"] for row in states(case, "clocks") if None not in (row["ahead_lo_us"], row["ahead_hi_us"])]
    assert bounded == (["b", "ns0", "ns1"] if log == "broker.log" else [])


@pytest.mark.parametrize(
    ("first", "connects"), [(8, (39, 7205)), (8, ()), (7, (39,))], ids=["with its connections", "without", "told of it later"]
)
def test_a_name_server_that_was_started_anew_or_added_is_not_taken_for_one_whose_clock_is_ahead(tmp_path, first, connects):
    """Its first life's log is gone, as a container's is, or it is new: the broker had registered before, and has gone on."""

    def clock(at):
        return f"2026-01-01 {at // 3600:02d}:{at // 60 % 60:02d}:{at % 60:02d} INFO"

    ok = "Registering current broker to name server completed. TargetHost=10.0.0"
    new = "new broker registered, BrokerIdentityInfo [clusterName=c, brokerAddr=10.0.0.1:10911] HAService: 10.0.0.1:10912"
    said = [(38, f"main - namesrvAddr=10.0.0.{first}:9876"), (38, "main - listenPort=10911")]
    said.append((38, "main - The broker[b, 10.0.0.1:10911] boot success. serializeType=JSON"))
    said += [
        (at, f"NettyClientWorkerThread_1 - NETTY CLIENT PIPELINE: CONNECT  10.0.0.1 => 10.0.0.{first}:9876") for at in connects
    ]
    said += [(at, f"brokerOutApi_thread_1 - {ok}.{host}:9876") for at, host in ((40, first), (7206, 8))]
    up = [(7200, "main - listenPort=9876"), (7206, f"RemotingExecutorThread_1 - {new}")]
    logs = {node: [f"{clock(at)} {text}" for at, text in sorted(own)] for node, own in (("b", said), ("ns", up))}
    write_logs(tmp_path, {"b": {"broker.log": logs["b"]}, "ns": {"namesrv.log": logs["ns"]}})
    with case_of([str(tmp_path)]) as case:
        assert not [row for row in states(case, "clocks") if row["notable"]]


@pytest.mark.parametrize("restarted", [True, False], ids=["the name server began anew", "the connection was lost"])
def test_a_second_registration_of_a_life_is_not_taken_for_that_of_a_later_one(tmp_path, restarted):
    """The broker registers again at 600 s without a new start; what it does after its own, at 900 s, no name server's log has."""

    def clock(at):
        return f"2026-01-01 00:{at // 60:02d}:{at % 60:02d} INFO"

    ok = "brokerOutApi_thread_1 - Registering current broker to name server completed. TargetHost=10.0.0.8:9876"
    new = "new broker registered, BrokerIdentityInfo [clusterName=c, brokerAddr=10.0.0.1:10911] HAService: 10.0.0.1:10912"
    boots = [(at, "main - namesrvAddr=10.0.0.8:9876") for at in (38, 900)]
    boots += [(at, "main - The broker[b, 10.0.0.1:10911] boot success. serializeType=JSON") for at in (38, 900)]
    told = [(at, ok) for at in (40, 600, *((902,) if restarted else ()))]
    up = [(at, "main - listenPort=9876") for at in (1, *((590,) if restarted else ()))]
    up += [(at, f"RemotingExecutorThread_1 - {new}") for at in (40, 600)]
    logs = {node: [f"{clock(at)} {text}" for at, text in sorted(own)] for node, own in (("b", boots + told), ("ns", up))}
    write_logs(tmp_path, {"b": {"broker.log": logs["b"]}, "ns": {"namesrv.log": logs["ns"]}})
    with case_of([str(tmp_path)]) as case:
        assert not [row for row in states(case, "clocks") if row["notable"]]


@pytest.mark.parametrize(
    ("own", "moved"), [("4711", 600), ("1#25010382263142", 600), ("1@0@4n4tetzes", 600), ("1", 0), ("DEFAULT", 0)]
)
def test_a_client_in_a_container_is_known_by_the_time_in_its_id(tmp_path, own, moved):
    made = f"Created a new client Instance, InstanceIndex:0, ClientID:10.0.0.9@{own}, ClientConfig:x, ClientVersion:V5_3_1, "
    made += "SerializerType:JSON"
    lines = [
        f"2026-01-01 20:{at}.000 INFO  [1] [main] [RocketmqClient#?:?] - {text}"
        for at, text in (("10:00", made), ("15:30", f"the client factory [10.0.0.9@{own}] shutdown OK"))
    ]
    client = (
        f"ClientChannelInfo [channel=[id: 0x1, L:/10.0.0.1:10911 - R:/10.0.0.9:4000], clientId=10.0.0.9@{own}, language=JAVA, "
    )
    client += "version=477, lastUpdateTimestamp=1767268801000]"
    met = f"2026-01-01 20:00:00 INFO main - new consumer connected, group: G CONSUME_PASSIVELY CLUSTERING channel: {client}"
    left = f"2026-01-01 20:05:29 INFO main - unregister a consumer[G] from consumerGroupInfo {client}"
    write_logs(tmp_path, {"c": {"rocketmq_client.log": lines}, "b": {"broker.log": [met, left]}})
    with case_of([str(tmp_path)]) as case:
        found = {row["node"]: row["moved_us"] for row in states(case, "clocks")}
    assert abs(abs(found["b"]) + abs(found["c"]) - moved * 1_000_000) <= 1_000_000


def test_an_id_that_several_processes_have_orders_nothing():
    """Both proxies of a host are ip@DEFAULT: where one's logs are lost, brokers met it before the other was made."""
    evidence_of = evidence("N-5.3.1-kill")
    for lost in ("proxyA", "proxyB"):
        left = replayed(evidence_of.without(pl.col("node") == lost))
        assert not [row for row in states(left, "clocks") if row["moved_us"] or row["notable"]]
