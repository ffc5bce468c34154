"""What logs cover: every reason for which a line can be missing is seen, named, and hides what it can hide."""

import json

import polars as pl
import pytest
from conftest import kept, write_logs
from losses import Evidence, replayed

from forensics import statements
from forensics.engines.local import Reading
from forensics.library import case_of, coverage, replay_case
from forensics.model.appenders import may_drop_info
from forensics.model.coverage import DISCARDED, DOWN, DROPPED, FILTERED, FROZEN, QUIET, ROTATED, SILENT, Coverage, Gap, Log
from forensics.model.heartbeats import HEARTBEATS, longest_silence, rhythm, silences, usual_silence, was_due
from forensics.model.roster import CALLERS_KNOWN, SERVES_REMOTING, Roster
from forensics.questions.coverage import EVERYTHING, NOTHING, WARNINGS
from forensics.questions.rows import states
from forensics.replay import events
from forensics.replay.told import told as said_in
from forensics.report.coverage_text import render

SECOND = 1_000_000
CONTROLLER = pytest.param("R-5.3.1-controller", marks=pytest.mark.xdist_group("R-5.3.1-controller"))
ROTATING = pytest.param("R-5.3.3-rotated", marks=pytest.mark.xdist_group("R-5.3.3-rotated"))


@pytest.mark.parametrize(
    ("kind", "series", "releases", "drops"),
    [
        ("broker", "broker.log", ["5.1.0"], False),
        ("broker", "broker.log", ["5.1.0", "5.1.1"], True),
        ("broker", "pop.log", [], True),
        ("broker", "stats.log", ["4.9.8"], False),
        ("broker", "stats.log", ["5.2.0"], True),
        ("namesrv", "namesrv.log", [], False),
        ("namesrv", "namesrv_traffic.log", ["5.3.3"], True),
        ("controller", "controller.log", ["5.2.0"], False),
        ("proxy", "proxy.log", ["5.1.0"], True),
        ("client", "rocketmq_client.log", ["5.1.0"], False),
        ("client", "rocketmq-client.log", [], True),
        ("client", "application.log", ["5.1.0"], True),
    ],
)
def test_what_an_appender_may_drop_depends_on_the_release(kind, series, releases, drops):
    assert may_drop_info(kind, series, releases) is drops


def test_every_heartbeat_is_a_statement():
    known = statements.statements()
    assert [beat.statement for beats in HEARTBEATS.values() for beat in beats if beat.statement not in known] == []


def test_a_rhythm_is_that_of_most_beats_and_never_faster_than_the_task():
    (beat,) = HEARTBEATS["broker", "watermark.log"]
    assert rhythm(beat, [n * SECOND // 2 for n in range(20)]) == SECOND
    assert rhythm(beat, [n * 4 * SECOND for n in range(20)]) == 4 * SECOND
    assert rhythm(beat, [0, SECOND]) is None


def test_a_silence_is_longer_than_three_beats_and_a_beat_was_due():
    times = [*range(0, 60 * SECOND, 5 * SECOND), *range(120 * SECOND, 180 * SECOND, 5 * SECOND)]
    (gap,) = silences(times, longest_silence(5 * SECOND))
    assert gap == (55 * SECOND, 120 * SECOND)
    assert was_due(times, 5 * SECOND, gap)
    assert not was_due(times[:3], 5 * SECOND, gap)  # had ended long before
    assert silences([0, 600 * SECOND], usual_silence([0, 600 * SECOND])) == []


def log(**facts) -> Log:
    whole = {
        "node": "b-0", "kind": "broker", "series": "broker.log", "from_lo": 0, "to_hi": 100 * SECOND, "levels": ["INFO", "WARN"],
        "begins_at_start": True, "ends_at_stop": True, "crashed": False, "missing_parts": [], "loses_info": False, "gaps": [],
    }  # fmt: skip
    return Log.of(whole | facts)


def gap(why, since, until):
    return {"why": why, "from_lo": since * SECOND, "to_hi": until * SECOND}


def why(found):
    return [doubt.why for doubt in found]


def test_a_whole_log_leaves_no_doubt():
    assert log().doubts("INFO") == []


@pytest.mark.parametrize(
    ("facts", "warnings", "infos"),
    [
        ({"begins_at_start": False}, ["head"], ["head"]),
        ({"ends_at_stop": False}, ["tail"], ["tail"]),
        ({"crashed": True}, ["tail"], ["tail"]),
        ({"missing_parts": [2]}, [ROTATED], [ROTATED]),
        ({"missing_parts": [2], "gaps": [gap(ROTATED, 1, 2)]}, [ROTATED], [ROTATED]),
        ({"levels": ["WARN"]}, [], ["level"]),
        ({"levels": ["ERROR"]}, ["level"], ["level"]),
        ({"levels": []}, [], []),
        ({"loses_info": True}, [], ["drops"]),
        ({"gaps": [gap(SILENT, 1, 2)]}, [SILENT], [SILENT]),
        ({"gaps": [gap(FROZEN, 1, 2), gap(FROZEN, 4, 5)]}, [FROZEN], [FROZEN]),
        ({"gaps": [gap(DROPPED, 1, 2)]}, [], [DROPPED]),
        ({"gaps": [gap(DOWN, 1, 2)]}, [], []),
        ({"gaps": [gap(QUIET, 1, 2)]}, [], []),
    ],
)
def test_each_reason_is_a_doubt_at_the_levels_it_can_hide(facts, warnings, infos):
    assert why(log(**facts).doubts("WARN")) == warnings
    assert why(log(**facts).doubts("INFO")) == infos


def test_a_stretch_is_covered_by_what_lies_around_it():
    part = log(begins_at_start=False, ends_at_stop=False, missing_parts=[3], gaps=[gap(FROZEN, 40, 60)])
    assert part.doubts("INFO", 10 * SECOND, 40 * SECOND) == []
    assert why(part.doubts("INFO", 30 * SECOND, 41 * SECOND)) == [FROZEN]
    assert why(part.doubts("INFO", -1, 10 * SECOND)) == ["head"]
    assert why(part.doubts("INFO", 90 * SECOND, 101 * SECOND)) == ["tail"]
    assert Gap(FROZEN, 0, 1).hides("ERROR")


def test_a_log_that_is_not_in_the_case_covers_nothing():
    rows = [
        {"node": "b-0", "kind": "broker", "series": "broker.log", "from_lo": 0, "to_hi": 9, "levels": [], "missing_parts": [],
         "begins_at_start": True, "ends_at_stop": True, "crashed": False, "loses_info": False, "gaps": []},
    ]  # fmt: skip
    assert Coverage(rows).covers("b-0", "broker.log", "INFO", 1, 2)
    assert not Coverage(rows).covers("b-0", "pop.log", "INFO", 1, 2)
    assert Coverage(rows).reaches("b-0", ("broker.log", "pop.log")) == 9
    assert Coverage(rows).reaches("b-1", ("broker.log",)) is None


def roster(**more) -> Roster:
    nodes = [{"node": "b-0", "kind": "broker", "address": "10.0.0.1:10911"}, {"node": "p-0", "kind": "proxy", "address": None}]
    whole = {
        "from_lo": 0, "to_hi": 100 * SECOND, "levels": ["INFO"], "missing_parts": [], "loses_info": False, "gaps": [],
        "begins_at_start": True, "ends_at_stop": True, "crashed": False,
    }  # fmt: skip
    logs = [
        {"node": "ns", "kind": "namesrv", "series": "namesrv.log"} | whole,
        {"node": "b-0", "kind": "broker", "series": "broker.log"} | whole,
        {"node": "p-0", "kind": "proxy", "series": "broker.log"} | whole,
    ]
    registered = [{"address": "10.0.0.1:10911", "from_lo": 0, "to_hi": None}]
    return Roster(**({"nodes": nodes, "coverage": logs, "registered": registered, "features": []} | more))


SERVER = {"node": "ns", "kind": "namesrv", "address": None}
KNOWN = {"node": "ns", "feature": CALLERS_KNOWN, "shown": True}


def test_a_case_with_all_that_others_name_lacks_nothing():
    whole = roster(nodes=[*roster().nodes, SERVER], features=[KNOWN])
    assert [whole.unlisted(kind) for kind in ("broker", "client", "proxy", "namesrv")] == [[], [], [], []]


def test_proxies_are_known_by_all_connections_of_the_name_servers():
    assert "no other proxy" in roster().unlisted("proxy")[0]


def test_name_servers_are_known_by_the_brokers_that_register_there():
    registered = [{"node": "b-0", "feature": f"registers at name server 10.0.0.{n}:9876", "shown": True} for n in (1, 2)]
    nodes = [*roster().nodes, SERVER]
    assert roster(nodes=nodes, features=registered[:1]).unlisted("namesrv") == []
    assert "brokers name 2 name servers" in roster(nodes=nodes, features=registered).unlisted("namesrv")[0]
    assert "no broker's log" in roster(nodes=nodes, coverage=roster().coverage[:1]).unlisted("namesrv")[0]
    chosen = [KNOWN, registered[0], {"node": "c", "feature": "chooses name server 10.0.0.3:9876", "shown": True}]
    assert roster(nodes=nodes, features=chosen[:2]).callers_known
    assert not roster(nodes=nodes, features=chosen).callers_known


@pytest.mark.parametrize(("started_at", "missed"), [((), ["3", "2"]), (("2",), ["3"]), (("2", "3"), []), (("3", "4"), ["2"])])
def test_a_broker_is_known_by_each_address_it_started_with(started_at, missed):
    """One that came back under another address is not one whose logs are missing, and hides none that is."""
    address = "10.0.0.{}:10911".format
    registered = [{"address": address(n), "from_lo": 0, "to_hi": None} for n in "123"]
    starts = [{"node": "b-0", "feature": f"listens at {address(n)}", "shown": True} for n in started_at]
    told = roster(registered=registered, features=starts).unlisted("broker")
    assert sorted(told) == sorted(f"the logs of the broker at {address(n)} are not in the case" for n in missed)


def test_a_broker_that_only_a_name_server_knows_is_missed():
    known = [{"address": f"10.0.0.{n}:10911", "from_lo": 0, "to_hi": None} for n in (1, 2)]
    assert "10.0.0.2:10911" in roster(registered=known).unlisted("broker")[0]
    assert "10.0.0.2:10911" in roster(registered=known).unlisted("client")[0]
    assert "no name server" in roster(coverage=roster().coverage[1:]).unlisted("broker")[0]


def test_clients_are_known_where_brokers_logs_go_on_to_their_end():
    server, broker, proxy = roster().coverage
    early = [server | {"to_hi": 900 * SECOND}, broker | {"ends_at_stop": False}, proxy]
    assert "later clients" in roster(coverage=early).unlisted("client")[0]
    noticed = [{"address": "10.0.0.1:10911", "from_lo": 0, "to_hi": 230 * SECOND, "ended_by": "expired"}]
    assert roster(coverage=early, registered=noticed).unlisted("client") == []
    closed = [noticed[0] | {"ended_by": "channel_closed"}]
    assert "later clients" in roster(coverage=early, registered=closed).unlisted("client")[0]
    assert "which clients" in roster(coverage=early[:1]).unlisted("client")[0]
    assert roster(coverage=[server, broker]).unlisted("client") == ["broker.log of p-0, which names clients, is not in the case"]


def test_clients_named_at_info_are_known_of_logs_that_drop_none_or_by_all_connections_of_the_name_servers():
    server, broker, proxy = roster().coverage
    dropping = [server, broker | {"loses_info": True}, proxy]
    nodes = [*roster().nodes, {"node": "ns", "kind": "namesrv", "address": None}]
    assert "dropped INFO" in roster(coverage=dropping).unlisted("client", remoting=True)[0]
    served = proxy | {"series": "broker_default.log"}
    assert roster(coverage=[*dropping, served], nodes=nodes, features=[KNOWN]).unlisted("client", remoting=True) == []
    assert roster(coverage=[*dropping, served], nodes=nodes, features=[KNOWN]).unlisted("client") != []
    rotated = [server | {"begins_at_start": False}, *dropping[1:], served]
    assert roster(coverage=rotated, nodes=nodes, features=[KNOWN]).unlisted("client", remoting=True) != []


def test_clients_whose_name_server_may_be_a_proxy_are_not_known_by_connections_of_the_name_servers():
    server, broker, proxy = roster().coverage
    logs = [server, broker | {"loses_info": True}, proxy, proxy | {"series": "broker_default.log"}]
    serving = {"node": "p-0", "feature": SERVES_REMOTING, "shown": True}
    for told, features in ((logs, [KNOWN, serving]), (logs[:3], [KNOWN]), ([*logs[:3], logs[3] | {"loses_info": True}], [KNOWN])):
        assert roster(coverage=told, nodes=[*roster().nodes, SERVER], features=features).unlisted("client", remoting=True) != []


NO_STRANGER = pytest.param("S-5.3.1-healthy", marks=pytest.mark.xdist_group("S-5.3.1-healthy"))


@pytest.mark.parametrize("name", [NO_STRANGER])
def test_a_process_whose_logs_are_lost_is_a_stranger_to_the_name_servers(name):
    """Each of them connects, and a name server's log drops no line of it."""
    evidence = Evidence(kept(name))

    def known(case):
        return [row["shown"] for row in states(case, "features") if row["feature"] == CALLERS_KNOWN]

    assert known(replayed(evidence.whole())) == [True]
    for node in ("consumer", "producer", "broker-a-1"):
        assert known(replayed(evidence.without(pl.col("node") == node))) == [False], node


def test_a_proxy_that_only_another_one_has_heard_of_is_missed():
    heard = [{"node": "p-0", "feature": "other proxy 10.0.0.9:8081", "shown": True}]
    assert "p-0 names 1 other" in roster(features=heard).unlisted("proxy")[0]
    two = [*roster().nodes, {"node": "p-1", "kind": "proxy", "address": None}]
    assert roster(features=[*heard, KNOWN], nodes=[*two, SERVER]).unlisted("proxy") == []


def gaps_of(case, node, series):
    (row,) = [row for row in coverage(case, raw=True) if (row["node"], row["log"]) == (node, series)]
    return [gap["why"] for gap in row["gaps"]]


@pytest.mark.parametrize("name", [CONTROLLER])
def test_a_frozen_broker_and_one_that_was_restarted_are_told_apart(name):
    """broker-a-1 is stopped for a minute by a signal and goes on; broker-a-0 ends and is started again."""
    for series in ("pop.log", "store.log", "watermark.log"):
        assert gaps_of(kept(name), "broker-a-1", series) == [FROZEN]
        assert gaps_of(kept(name), "broker-a-0", series) == [DOWN]


@pytest.mark.parametrize("name", [CONTROLLER])
def test_lost_lines_show_as_holes_of_their_log_alone(name):
    evidence = Evidence(kept(name))
    files = {(f["node"], f["series"]): f for f in evidence.files}
    pop, scans = files["broker-a-0", "pop.log"], files["ns0", "namesrv.log"]
    late = pl.col("ts_lo").is_between(pop["to_hi"] - 60 * SECOND, pop["to_hi"] - 30 * SECOND)
    beats = (pl.col("statement") == "server_life.SCAN_FOR_BROKERS") & late
    left = replayed(
        evidence.without(((pl.col("file_id") == pop["file_id"]) & late) | ((pl.col("file_id") == scans["file_id"]) & beats))
    )
    assert gaps_of(left, "broker-a-0", "pop.log") == [DOWN, SILENT]
    assert gaps_of(left, "broker-a-0", "watermark.log") == [DOWN]
    assert gaps_of(left, "ns0", "namesrv.log") in ([DROPPED], [SILENT])


STARTED = "The Name Server boot success. serializeType=JSON"
STOPPED = "shutdown hook done, consuming time total(ms): 12"


@pytest.mark.parametrize(("orderly", "crashed"), [(True, False), (False, True)])
def test_a_process_that_was_killed_before_the_last_one_leaves_a_doubt(tmp_path, orderly, crashed):
    stop = [f"{clock(290)} INFO ShutdownHook - {STOPPED}"] if orderly else []
    printed = [f"{clock(0)} INFO main - {STARTED}", *stop, f"{clock(300)} INFO main - {STARTED}"]
    write_logs(tmp_path, {"ns0": {"namesrv.log": printed}})
    with case_of([str(tmp_path)]) as case:
        (row,) = states(case, "coverage")
    assert row["crashed"] is crashed


OPTIONS = ("listenPort=9876", "kvConfigPath=/x/kv", "clusterTest=false", "orderMessageEnable=false")


def test_a_process_whose_first_start_is_lost_was_killed_nevertheless(tmp_path):
    printed = [f"{clock(second)} INFO main - {option}" for second in (0, 300) for option in OPTIONS]
    printed += [f"{clock(302)} INFO main - {STARTED}", f"{clock(390)} INFO ShutdownHook - {STOPPED}"]
    write_logs(tmp_path, {"ns0": {"namesrv.log": printed}})
    with case_of([str(tmp_path)]) as case:
        assert [row["crashed"] for row in states(case, "coverage")] == [True]


@pytest.mark.parametrize(("opened", "crashed"), [((395,), False), ((395, 800), True)])
def test_a_broker_that_loads_its_store_for_minutes_before_it_opens_its_ports_was_started_once(tmp_path, opened, crashed):
    """The options of TLS are printed then; where they come again, the rest of a start may be lost."""
    booted = "The broker[broker-a, 192.0.2.1:10911] boot success. serializeType=JSON and name server is 192.0.2.9:9876"
    options = [
        f"{clock(0)} INFO main - {option}" for option in ("brokerName=broker-a", "brokerId=0", "namesrvAddr=192.0.2.9:9876")
    ]
    tls = [
        f"{clock(second)} INFO main - tls.{name} = null"
        for second in opened
        for name in ("server.need.client.auth", "server.keyPath")
    ]
    write_logs(tmp_path, {"b0": {"broker.log": [*options, f"{clock(400)} INFO main - {booted}"], "remoting.log": tls}})
    with case_of([str(tmp_path)]) as case:
        assert {row["crashed"] for row in states(case, "coverage")} == {crashed}


@pytest.mark.parametrize(("left", "crashed"), [("normally", False), ("abnormally", True)])
def test_a_broker_finds_its_store_as_one_left_it_whose_logs_are_gone(tmp_path, left, crashed):
    found = f"{clock(0)} INFO main - last shutdown {left}, store path root dir: /data/store"
    booted = "The broker[broker-a, 192.0.2.1:10911] boot success. serializeType=JSON and name server is 192.0.2.9:9876"
    write_logs(tmp_path, {"b0": {"store.log": [found], "broker.log": [f"{clock(2)} INFO main - {booted}"]}})
    with case_of([str(tmp_path)]) as case:
        assert {row["series"]: row["crashed"] for row in states(case, "coverage")} == {
            "broker.log": crashed,
            "store.log": crashed,
        }


def test_a_name_server_whose_controller_starts_after_it_was_started_once(tmp_path):
    booted = f"{clock(20)} INFO main - The ControllerManager boot success. serializeType=JSON"
    write_logs(tmp_path, {"ns0": {"namesrv.log": [f"{clock(0)} INFO main - {STARTED}", booted]}})
    with case_of([str(tmp_path)]) as case:
        assert [row["crashed"] for row in states(case, "coverage")] == [False]


def beating_log(tmp_path, seconds):
    """Return the coverage of a name server's log with its heartbeat and one other line at each of these *seconds*."""
    lines = {second: f"{clock(second)} INFO NSScanScheduledThread - start scanNotActiveBroker" for second in seconds["beats"]}
    others = {second: f"{clock(second)} INFO main - the consumer leave, and wakeup it" for second in seconds["others"]}
    printed = [line for _, line in sorted([*lines.items(), *others.items()])]
    write_logs(tmp_path, {"ns0": {"namesrv.log": printed}})
    with case_of([str(tmp_path)]) as case:
        return [gap["why"] for row in coverage(case, raw=True) for gap in row["gaps"]]


def clock(second):
    return f"2026-03-01 10:{second // 60:02}:{second % 60:02}"


BEATS = [*range(0, 300, 5), *range(420, 700, 5)]


def test_a_log_whose_last_line_before_a_silence_is_no_beat_dropped_nothing(tmp_path):
    assert beating_log(tmp_path, {"beats": BEATS, "others": [297, 418]}) == [FROZEN]


def test_a_log_with_other_lines_while_its_heartbeat_lacks_dropped_lines(tmp_path):
    assert DROPPED in beating_log(tmp_path, {"beats": BEATS, "others": [297, 350, 418]})


@pytest.mark.parametrize(("release", "gaps"), [("5.3.3", [FILTERED]), ("4.9.8", [])])
def test_a_log_without_a_line_that_every_process_prints_is_not_whole(tmp_path, release, gaps):
    printed = [f"{clock(second)} INFO main - the consumer leave, and wakeup it" for second in range(1, 120, 20)]
    write_logs(tmp_path, {"ns0": {"namesrv.log": printed}})
    with case_of([str(tmp_path)], Reading(releases={"ns0": release})) as case:
        assert [gap["why"] for row in coverage(case, raw=True) for gap in row["gaps"]] == gaps


@pytest.mark.parametrize("name", [pytest.param("N-5.3.1-kill", marks=pytest.mark.xdist_group("N-5.3.1-kill"))])
def test_a_proxy_that_takes_long_to_start_has_a_log_from_its_start(name):
    """It prints its configuration first, and that it has started many seconds later on a busy machine."""
    rows = {(row["node"], row["log"]): row for row in coverage(kept(name), raw=True)}
    assert "head" not in [doubt["why"] for doubt in rows["proxyA", "proxy.log"]["doubts"]]


@pytest.mark.parametrize("name", [ROTATING])
def test_a_part_that_has_gone_from_between_others_is_a_hole(name):
    evidence = Evidence(kept(name))
    parts: dict[tuple[str, str], list[dict]] = {}
    for file in evidence.files:
        parts.setdefault((file["node"], file["series"]), []).append(file)
    (node, series), own = max(parts.items(), key=lambda item: len(item[1]))
    middle = sorted(own, key=lambda f: f["series_order"])[len(own) // 2]
    left = replayed(evidence.without(pl.col("file_id") == middle["file_id"]))
    assert ROTATED in gaps_of(left, node, series)
    (row,) = [row for row in coverage(left, raw=True) if (row["node"], row["log"]) == (node, series)]
    assert row["whole"] == NOTHING
    assert ROTATED in [doubt["why"] for doubt in row["doubts"]]


@pytest.mark.parametrize("name", [CONTROLLER])
def test_the_answer_stands_first_and_the_rows_are_the_same_in_every_format(name):
    rows = coverage(kept(name))
    text, data = render(rows, "text", 200), json.loads(render(rows, "json", 200))
    assert text.startswith(f"Of {len(rows)} logs, {sum(row['whole'] == EVERYTHING for row in data)} hold every line")
    assert {row["log"]: row["whole"] for row in data if row["node"] == "broker-a-1"}["broker.log"] == WARNINGS
    assert "enablePopLog=false hides" in text
    assert len(render(rows, "csv", 200).splitlines()) == len(rows) + 1
    assert render([], "text", 200).startswith("The case has no log")
    narrow = render(rows, "text", 80)
    assert narrow.split() == text.split()
    assert max(len(line) for line in narrow.splitlines() if line.startswith(("Of", " " * 6))) <= 80


def test_a_client_that_says_it_discarded_lines_covers_nothing_then():
    said = [
        {"node": "c", "kind": "client", "series": "rocketmq_client.log", "from_lo": 0, "to_hi": 9 * SECOND, "levels": ["WARN"],
         "missing_parts": [], "begins_at_start": True, "ends_at_stop": True, "crashed": False, "loses_info": True,
         "gaps": [gap(DISCARDED, 4, 5)]},
    ]  # fmt: skip
    assert not Coverage(said).covers("c", "rocketmq_client.log", "ERROR", 1, 9 * SECOND)
    assert Coverage(said).covers("c", "rocketmq_client.log", "ERROR", 6 * SECOND, 9 * SECOND)


@pytest.mark.parametrize("name", [CONTROLLER, "N-5.3.1-kill"])
def test_what_all_records_say_is_summed_up_once_and_not_held_for_the_rest_of_the_replay(name, monkeypatch):
    case, summed = kept(name), []
    monkeypatch.setattr(events, "told", lambda case: summed.append(case) or said_in(case))
    replay_case(case)
    assert len(summed) == 1
