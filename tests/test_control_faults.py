"""Faults of the control plane in small logs: what must be found, and what looks like it and is not."""

import re
from datetime import UTC, datetime, timedelta

import polars as pl
import pytest
from conftest import kept, write_logs

from forensics.case import Case
from forensics.library import case_of, check_case
from forensics.model import controller, roles
from forensics.model.proxy import NOT_KNOWN
from forensics.model.roster import CALLERS_KNOWN
from forensics.model.spans import SECOND_US, Instant
from forensics.replay.nameserver import asked
from forensics.tables import STATES, Table

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
BROKER = ("broker-a", 1)


def server(second, message, level="INFO", thread="main"):
    """Return a server's log line, *second* seconds after noon."""
    return f"{NOON + timedelta(hours=8, seconds=second):%Y-%m-%d %H:%M:%S} {level} {thread} - {message}"


def client(second, message, level="WARN"):
    """Return a client's log line of 5.1 or later, *second* seconds after noon."""
    at = NOON + timedelta(hours=8, seconds=second)
    return f"{at:%Y-%m-%d %H:%M:%S}.{at.microsecond // 1000:03d} {level} [17] [main] [RocketmqRemoting#?:?] - {message}"


@pytest.fixture
def found(tmp_path):
    """Give a function from the logs of nodes to the findings of one rule."""

    def run(rule, logs):
        for path, lines in logs.items():
            target = tmp_path / "input" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text("\n".join(lines) + "\n", encoding="utf-8")
        with case_of([str(tmp_path / "input")]) as case:
            return [f for f in check_case(case)["findings"] if f["rule"] == rule]

    return run


def at(second):
    return Instant(second * SECOND_US, second * SECOND_US + SECOND_US - 1)


def seen(*events):
    leader = controller.Leader()
    for number, (kind, second, *of) in enumerate(events):
        leader = controller.step(leader, kind(at(second), number, *of))
    return leader


def test_a_search_left_out_in_the_first_second_is_the_wait():
    leader = seen((controller.Skipped, 0), (controller.Beat, 3, BROKER), (controller.Skipped, 5))
    assert leader.wrongly_skipped == ()
    leader = seen((controller.Beat, 3, BROKER), (controller.Skipped, 5), (controller.Skipped, 40))
    assert len(leader.wrongly_skipped) == 2


@pytest.mark.parametrize(("led", "how"), [(True, "channel_closed"), (False, "heartbeat")])
def test_a_connection_that_closes_is_noticed_by_a_controller_that_leads(led, how):
    """A master goes, and comes back 80 s later: the controller that leaves its searches out leads then, or only later."""
    before = [(controller.Skipped, 15), (controller.Skipped, 20)] if led else []
    events = [(controller.Beat, 0, BROKER), *before, (controller.Closed, 21, BROKER), (controller.Skipped, 60)]
    (silence,) = seen(*events, (controller.Beat, 100, BROKER)).silences
    assert silence.ended_by == how


@pytest.mark.parametrize(("elected", "silences"), [(False, ["1"]), (True, [])])
def test_a_master_that_goes_while_nobody_leads_is_missed_until_another_is_elected(found, elected, silences):
    told = "BrokerIdentityInfo{clusterName='c', brokerName='b', brokerId=1}"
    skipped = [server(s, "has not received any heartbeat from broker, skip scan not active broker") for s in range(50, 100, 5)]
    lines = [
        server(0, "Elect new master 1 for broker b"),
        *(server(second, f"broker {told} heart beat") for second in range(1, 20)),
        server(20, f"Channel [id: 0x1, L:/10.0.0.1:1 ! R:/10.0.0.2:2] inactive, broker identity info: {told}"),
        *([server(22, "Elect new master 2 for broker b")] if elected else []),
        *skipped,
        server(101, f"broker {told} heart beat"),
    ]
    findings = found("cluster/silent_master_kept", {"k/logs/rocketmqlogs/controller.log": lines})
    assert [str(f["subject"]["silences"]) for f in findings if f["subject"]["silences"]] == silences


@pytest.mark.parametrize(("kind", "how"), [(controller.Beat, "heartbeat"), (controller.Closed, "channel_closed")])
def test_a_silence_is_one_only_beyond_the_timeout_and_with_searches_left_out(kind, how):
    leader = seen((controller.Beat, 0, BROKER), (controller.Skipped, 20), (kind, 25, BROKER))
    assert [(one.broker, one.ended_by, one.skipped) for one in leader.silences] == [(BROKER, how, 1)]
    assert seen((controller.Beat, 0, BROKER), (controller.Skipped, 5), (kind, 9, BROKER)).silences == ()
    assert seen((controller.Beat, 0, BROKER), (kind, 25, BROKER)).silences == ()


@pytest.mark.parametrize("others", [{}, {"k/logs/rocketmqlogs/controller_traffic.log": range(90)}])
@pytest.mark.parametrize(("lines_meanwhile", "silences"), [(True, 1), (False, 0)])
def test_a_controller_that_printed_nothing_cannot_tell_who_was_silent(found, lines_meanwhile, silences, others):
    """It was frozen, or its log has a hole; the searches that were due meanwhile are made up for at its end."""
    told = "BrokerIdentityInfo{clusterName='c', brokerName='b', brokerId=1}"
    skipped = [*range(5, 45, 5), *(range(45, 75, 5) if lines_meanwhile else ()), 74, 80]
    said = [(s, server(s, "has not received any heartbeat from broker, skip scan not active broker")) for s in skipped]
    beats = [(s, server(s, f"broker {told} heart beat")) for s in (*range(1, 45), *range(75, 90))]
    lines = [line for _, line in sorted([*said, *beats])]
    logs = {log: [server(s, "Port: 9878, RequestCode Distribution: {904:1}") for s in seconds] for log, seconds in others.items()}
    (finding,) = found("cluster/silent_master_kept", {"k/logs/rocketmqlogs/controller.log": lines, **logs})
    assert finding["subject"]["silences"] == silences


@pytest.mark.parametrize(("timeout_ms", "silences"), [(None, 1), (25000, 1), (90000, 0)])
def test_how_long_a_broker_may_be_silent_is_what_it_prints_at_start(found, timeout_ms, silences):
    told = "BrokerIdentityInfo{clusterName='c', brokerName='b', brokerId=1}"
    skipped = [server(s, "has not received any heartbeat from broker, skip scan not active broker") for s in range(5, 60, 5)]
    lines = [server(1, f"broker {told} heart beat"), *skipped, server(61, f"broker {told} heart beat")]
    options = [server(0, "brokerName=b")]
    if timeout_ms:
        options.append(server(0, f"controllerHeartBeatTimeoutMills={timeout_ms}"))
    logs = {"k/logs/rocketmqlogs/controller.log": lines, "b/logs/rocketmqlogs/broker.log": options}
    (finding,) = found("cluster/silent_master_kept", logs)
    assert finding["subject"]["silences"] == silences
    assert not silences or f"timeout of {(timeout_ms or 10000) / 1000} s" in finding["explanation"]


@pytest.mark.parametrize("dledger", [False, True])
def test_a_controller_within_a_name_server_is_judged_by_the_log_of_that(tmp_path, dledger):
    told = "BrokerIdentityInfo{clusterName='c', brokerName='b', brokerId=1}"
    skipped = [server(s, "has not received any heartbeat from broker, skip scan not active broker") for s in range(5, 60, 5)]
    jraft = [server(1, f"broker {told} heart beat"), *skipped, server(61, f"broker {told} heart beat")]
    options = [server(0, f"{name}=true") for name in ("enableControllerInNamesrv", "a1b2", "a1b3", "a1b4", "a1b5")]
    own = [server(3, "Controller n0 change role to candidate")] if dledger else jraft
    write_logs(tmp_path, {"k": {"namesrv.log": [*options, *own]}})
    with case_of([str(tmp_path)]) as case:
        document = check_case(case)
    (verdict,) = (rule["verdict"] for rule in document["rules"] if rule["rule"] == "cluster/silent_master_kept")
    assert verdict == ("not_applicable" if dledger else "violated")
    assert [node["kind"] for node in document["case"]["nodes"]] == ["controller", "namesrv"]


@pytest.mark.parametrize(("epoch", "falls"), [(4, True), (5, False), (6, False)])
def test_an_epoch_falls_back_only_where_it_is_smaller(epoch, falls):
    broker = roles.Broker()
    for number, event in enumerate((("master", 5), ("slave", None), ("master", epoch))):
        broker = roles.step(broker, roles.Taken(at(number), number, *event))
    assert broker.now.epoch_falls_back is falls


def refusals(*seconds):
    return {
        "ns/logs/namesrv.log": [
            server(0, "waitSecondsForService=45"),
            server(1, "The Name Server boot success. serializeType=JSON, address 127.0.0.1:9876"),
            *(server(s, "name server not ready. request code 105 ", "WARN", "ClientRequestExecutorThread_1") for s in seconds),
        ]
    }


def test_refusals_count_once_the_wait_is_over(found):
    (finding,) = found("nameserver/never_ready", refusals(10, 40, 60, 90))
    assert (finding["verdict"], finding["occurrences"]) == ("violated", 2)


def test_refusals_within_the_wait_are_none(found):
    assert found("nameserver/never_ready", refusals(10, 40, 46)) == []


def lookups(text, closed=True):
    lines = [
        client(0.0, "createChannel: connect remote host[10.0.0.1:9876] timeout 3000ms, x"),
        client(0.01, "createChannel: connect remote host[10.0.0.2:9876] success, x", "INFO"),
        client(0.02, "invokeSync: close socket because of timeout, 3000ms, null") if closed else "",
        client(0.02, "invokeSync: wait response timeout exception, the channel[null]"),
        client(0.02, "updateTopicRouteInfoFromNameServer Exception", "ERROR"),
        f"org.apache.rocketmq.remoting.exception.RemotingTimeoutException: {text}",
        "\tat org.apache.rocketmq.remoting.netty.NettyRemotingClient.invokeSync(NettyRemotingClient.java:388)",
    ]
    return {"c/logs/rocketmq_client.log": [line for line in lines if line]}


def test_a_good_channel_closed_unused_is_found(found):
    (finding,) = found("nameserver/good_channel_closed", lookups("invokeSync call the addr[null] timeout"))
    assert (finding["subject"]["nameserver"], finding["subject"]["tried"]) == ("10.0.0.2:9876", "10.0.0.1:9876")
    assert "begins with the server behind that one in its list: of two, the one that" in finding["explanation"]


def test_it_is_found_without_the_line_of_the_connection_that_may_be_dropped(found):
    logs = lookups("invokeSync call the addr[null] timeout")
    logs = {path: [line for line in lines if " INFO " not in line] for path, lines in logs.items()}
    (finding,) = found("nameserver/good_channel_closed", logs)
    assert finding["subject"] == {"client_node": "c", "tried": "10.0.0.1:9876"}


def test_a_channel_that_is_kept_or_was_waited_on_is_none(found):
    assert found("nameserver/good_channel_closed", lookups("invokeSync call the addr[null] timeout", closed=False)) == []
    waited = "wait response on the channel <10.0.0.2:9876> timeout, 3000(ms)"
    assert found("nameserver/good_channel_closed", lookups(waited)) == []


def strays(after):
    return {
        "c/logs/rocketmq_client.log": [
            client(0, "name server address updated. NEW : [10.0.0.2:9876] , OLD: [10.0.0.1:9876]", "INFO"),
            client(after, "updateTopicRouteInfoFromNameServer Exception", "ERROR"),
            "org.apache.rocketmq.remoting.exception.RemotingTimeoutException: wait response on the channel <10.0.0.1:9876> "
            "timeout, 3000(ms)",
            "\tat org.apache.rocketmq.remoting.netty.NettyRemotingClient.invokeSync(NettyRemotingClient.java:388)",
        ]
    }


def test_a_server_off_the_list_is_asked_too_long_only_after_a_poll(found):
    assert len(found("nameserver/removed_nameserver_asked", strays(60))) == 1
    assert found("nameserver/removed_nameserver_asked", strays(20)) == []


def unregistered(text):
    done = "unregister client[Producer: P Consumer: null] from broker[broker-a 0 10.0.0.1:8080] success"
    return {
        "c/logs/rocketmq_client.log": [
            client(0, done, "INFO"),
            client(0.1, f"unregister client MQBrokerException from broker: 10.0.0.1:8080, {text}"),
        ]
    }


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ('CODE: 1  DESC: Cannot invoke "Object.hashCode()" because "key" is null BROKER: 10.0.0.1:8080', ["violated"]),
        ("CODE: 1  DESC: null BROKER: 10.0.0.1:8080", ["suspected"]),
        ("CODE: 1  DESC: system busy BROKER: 10.0.0.1:8080", []),
        ("CODE: 16  DESC: null BROKER: 10.0.0.1:8080", []),
    ],
)
def test_a_second_unregistration_fails_for_a_null_key(text, verdicts, found):
    assert [f["verdict"] for f in found("proxy/second_unregister_fails", unregistered(text))] == verdicts


def test_the_null_key_is_proof_without_the_line_before_that_may_be_dropped(found):
    text = 'CODE: 1  DESC: Cannot invoke "Object.hashCode()" because "key" is null BROKER: 10.0.0.1:8080'
    logs = {path: lines[1:] for path, lines in unregistered(text).items()}
    assert [f["verdict"] for f in found("proxy/second_unregister_fails", logs)] == ["violated"]
    logs = {path: lines[1:] for path, lines in unregistered("CODE: 1  DESC: null BROKER: 10.0.0.1:8080").items()}
    assert found("proxy/second_unregister_fails", logs) == []


def registrations(node, address, seconds):
    lines = [server(0, "Set PopReviveService Status to true")]
    lines += [server(1, f"The broker[broker-a, {address}] boot success. serializeType=JSON and name server is 10.0.0.9:9876")]
    lines += [server(s, "Registering current broker to name server completed. TargetHost=10.0.0.9:9876") for s in seconds]
    return {f"{node}/logs/broker.log": lines}


def test_two_brokers_that_register_in_turn_clash(found):
    logs = registrations("a", "10.0.0.1:10911", (10, 40, 70)) | registrations("b", "10.0.0.2:10911", (20, 50))
    (finding,) = found("cluster/two_brokers_of_one_identity", logs)
    assert (finding["subject"]["broker"], finding["occurrences"]) == ("broker-a", 4)


def test_a_replacement_that_takes_over_once_is_no_clash(found):
    logs = registrations("a", "10.0.0.1:10911", (10, 40)) | registrations("b", "10.0.0.2:10911", (50, 80))
    assert found("cluster/two_brokers_of_one_identity", logs) == []


def expired(second, registered):
    options = ["bindAddress=10.0.0.9", "listenPort=9876"]
    expiry = "The broker channel expired, BrokerIdentityInfo [clusterName=C, brokerAddr=10.0.0.1:10911] 120000ms"
    broker = [server(0, text) for text in ("brokerIP1=10.0.0.1", "listenPort=10911")]
    done = "Registering current broker to name server completed. TargetHost=10.0.0.9:9876"
    return {
        "ns/logs/namesrv.log": [*(server(0, text) for text in options), server(second, expiry, "WARN")],
        "b/logs/broker.log": [*broker, *(server(s, done) for s in registered)],
    }


def test_an_expiry_is_contradicted_by_a_registration_well_inside_its_time(found):
    (finding,) = found("nameserver/living_broker_expired", expired(300, (100, 240)))
    assert finding["subject"]["address"] == "10.0.0.1:10911"


def test_a_registration_before_the_silence_or_at_its_end_contradicts_nothing(found):
    assert found("nameserver/living_broker_expired", expired(300, (170, 299))) == []


def masters(nameserver):
    logs = {}
    for node, address, host in (("a", "10.0.0.1:10911", "10.0.0.9:9876"), ("b", "10.0.0.2:10911", nameserver)):
        logs[f"{node}/logs/broker.log"] = [
            server(0, f"Begin to change to master, brokerName:broker-a, replicas:{address}, new Epoch:3"),
            server(5, f"Registering current broker to name server completed. TargetHost={host}"),
        ]
    return logs


def test_two_masters_of_one_epoch_are_of_one_name_server(found):
    assert len(found("cluster/two_masters_of_one_epoch", masters("10.0.0.9:9876"))) == 1
    assert found("cluster/two_masters_of_one_epoch", masters("10.0.0.8:9876")) == []


DONE = "Registering current broker to name server completed. TargetHost="


def cut_off(registered, *, gave_way=True, at_other="10.0.0.9:9876", epoch=2):
    """Return the logs of a master that was cut off: b is elected at 30 s, a gives way at 90 s; it registers at some seconds."""
    address = "newMasterBrokerId=2, newMasterAddress=10.0.0.2:10911"
    end = server(90, f"Begin to change to slave, brokerName=broker-a, brokerId=1, {address}, newMasterEpoch={epoch}")
    old = [server(0, "Begin to change to master, brokerName:broker-a, replicas:10.0.0.1:10911, new Epoch:1")]
    old += [server(second, f"{DONE}10.0.0.9:9876") for second in registered]
    new = [server(30, "Begin to change to master, brokerName:broker-a, replicas:10.0.0.2:10911, new Epoch:2")]
    return {"a/logs/broker.log": [*old, *([end] * gave_way)], "b/logs/broker.log": [*new, server(32, f"{DONE}{at_other}")]}


@pytest.mark.parametrize(
    ("logs", "count"),
    [
        (cut_off([1, 50, 80]), 1),
        (cut_off([1, 29, 31]), 0),  # within a second lines of two nodes are of no order
        (cut_off([1]), 0),  # frozen: it registers nowhere
        (cut_off([1, 95]), 0),  # as a slave
        (cut_off([1, 50], gave_way=False), 0),  # it may have given way, in a line that is lost
        (cut_off([1, 50], epoch=3), 0),  # to another epoch: the line of epoch 2 may be lost
        (cut_off([1, 50], at_other="10.0.0.8:9876"), 0),  # another cluster
    ],
)
def test_a_master_that_registers_while_another_is_master_is_one_of_two(logs, count, found):
    assert len(found("cluster/two_masters_at_once", logs)) == count


def sync_set(ids):
    changed = "Change broker [id:1][address:10.0.0.1:10911] to MASTER, newMasterBrokerId:1, newMasterAddress:10.0.0.1:10911, "
    return {
        "a/logs/broker.log": [
            server(0, "Begin to change to master, brokerName:broker-a, replicas:10.0.0.1:10911, new Epoch:3"),
            server(1, f"{changed}newMasterEpoch:3, syncStateSetEpoch:3"),
            server(9, f"SyncStateSet changed from [1] to {ids}", thread="AutoSwitchHAService_Executor_1"),
        ]
    }


@pytest.mark.parametrize(("ids", "count"), [("[2, 3]", 1), ("[1, 2]", 0), ("[]", 0)])
def test_a_masters_set_holds_its_own_id(ids, count, found):
    assert len(found("cluster/sync_set_without_master", sync_set(ids))) == count


def dropped(leaving, registered):
    ns = "10.0.0.9:9876"
    head = [server(0, "bindAddress=10.0.0.9"), server(0, "listenPort=9876")]
    table = [
        server(3, f"new broker registered, BrokerAddrInfo [clusterName=C, brokerAddr={address}] HAService: {address}")
        for address in ("10.0.0.1:10911", "10.0.0.2:10911")
    ]
    gone = [
        server(99, f"unregisterBroker, remove from brokerLiveTable OK, BrokerAddrInfo [clusterName=C, brokerAddr={leaving}]"),
        server(
            99, f"unregisterBroker, remove addr from brokerAddrTable OK, BrokerAddrInfo [clusterName=C, brokerAddr={leaving}]"
        ),
        server(99, "unregisterBroker, remove name from brokerAddrTable OK, broker-a"),
    ]
    logs = {"ns/logs/namesrv.log": head + table + gone}
    for node, address, second in (("a", "10.0.0.1:10911", 20), ("b", "10.0.0.2:10911", registered)):
        logs[f"{node}/logs/broker.log"] = [
            server(1, f"The broker[broker-a, {address}] boot success. serializeType=JSON and name server is {ns}"),
            server(second, f"Registering current broker to name server completed. TargetHost={ns}"),
        ]
    return logs


def test_a_name_that_goes_with_the_old_address_drops_the_new_one(found):
    (finding,) = found("nameserver/new_master_unregistered", dropped("10.0.0.1:10911", 50))
    assert (finding["subject"]["address"], finding["subject"]["left_address"]) == ("10.0.0.2:10911", "10.0.0.1:10911")


def test_a_name_that_goes_with_the_last_address_is_the_end_of_a_set(found):
    assert found("nameserver/new_master_unregistered", dropped("10.0.0.2:10911", 50)) == []
    assert found("nameserver/new_master_unregistered", dropped("10.0.0.1:10911", 20)) == []


def states(case: Case, name: str) -> pl.DataFrame:
    return case.read(Table(f"states/{name}", "", STATES[name].columns))


@pytest.mark.parametrize(
    "name", [pytest.param(n, marks=pytest.mark.xdist_group(n)) for n in ("K-5.3.3-siblings", "N-5.3.1-push")]
)
def test_each_exception_of_an_unknown_client_is_counted_once(name):
    """By the one window that explains it, or among the refusals of its proxy and kind of request."""
    thrown = states(kept(name), "proxy_exceptions").filter(pl.col("activity").is_in(NOT_KNOWN))
    windows, refusals = (states(kept(name), table) for table in ("proxy_windows", "proxy_refusals"))
    counted = [*windows["exception_record_ids"].explode(), *refusals["record_ids"].explode()]
    assert sorted(record_id for record_id in counted if record_id is not None) == sorted(thrown["record_id"])
    assert windows["exceptions"].sum() + refusals["exceptions"].sum() == len(thrown) > 0


@pytest.mark.parametrize("stop", ["shutdown hook done, consuming time total(ms): 1691", None])
def test_a_server_started_again_between_two_of_its_scans_has_two_lives(found, tmp_path, stop):
    """Its scans come every five seconds, so that a quick restart is no unusual silence; its table ends with the first life."""
    boot = "The Name Server boot success. serializeType=JSON, address 0.0.0.0:9876"
    registered = "new broker registered, BrokerAddrInfo [clusterName=C, brokerAddr=10.0.0.1:10911] HAService: 10.0.0.1:10912"
    scans = [server(second, "start scanNotActiveBroker", thread="NSScan") for second in (*range(5, 60, 5), *range(65, 125, 5))]
    first = [server(0, "rocketmqHome=/x"), server(1, boot), server(20, registered), *([server(58, stop)] if stop else [])]
    lines = sorted([*scans, *first, server(63, "rocketmqHome=/x"), server(64, boot)], key=lambda line: line[:19])
    found("nameserver/living_broker_expired", {"ns0/logs/rocketmqlogs/namesrv.log": lines})
    with case_of([str(tmp_path / "input")]) as case:
        check_case(case)
        lives = states(case, "lives").sort("from_lo")["state"].to_list()
        held = states(case, "brokers_registered")["ended_by"].to_list()
    assert lives[:3] == ["up", "stopped" if stop else "down", "up"]
    assert held == ["nameserver_ended"]


@pytest.mark.parametrize(("again", "state"), [(None, "silent"), ("rocketmqHome=/x", "down")])
def test_a_server_slow_to_start_had_not_ended(found, tmp_path, again, state):
    """A new process prints its options before its start: a start long after options, and with none of its own, is theirs."""
    boot = "The Name Server boot success. serializeType=JSON, address 0.0.0.0:9876"
    lines = [server(0, "rocketmqHome=/x"), *([server(76, again)] if again else []), server(77, boot)]
    lines += [server(second, "start scanNotActiveBroker", thread="NSScan") for second in range(78, 150)]
    found("nameserver/living_broker_expired", {"ns0/logs/rocketmqlogs/namesrv.log": lines})
    with case_of([str(tmp_path / "input")]) as case:
        check_case(case)
        lives = states(case, "lives").sort("from_lo")
    assert lives["state"].to_list()[:3] == ["up", state, "up"]
    assert ("had ended" in lives["says"][1]) == (state == "down")


def test_a_name_server_that_starts_its_controller_late_is_not_started_again(found, tmp_path):
    """The controller's own server prints its options for TLS when the name server is up (NamesrvStartup, 5.0.0 on)."""
    booted = ["The Name Server boot success. serializeType=JSON, address 0.0.0.0:9876", "tls.test.mode.enable = true"]
    booted.append("The ControllerManager boot success. serializeType=JSON")
    lines = [server(base + at, text) for base in (0, 300) for at, text in zip((7, 25, 42), booted, strict=True)]
    lines += [server(base, "rocketmqHome=/x") for base in (0, 300)]
    beating = [*range(8, 258), *range(308, 400)]
    lines += [server(second, "start scanNotActiveBroker", thread="NSScan") for second in beating]
    found("nameserver/living_broker_expired", {"ns0/logs/rocketmqlogs/namesrv.log": sorted(lines)})
    with case_of([str(tmp_path / "input")]) as case:
        check_case(case)
        lives = states(case, "lives").filter(pl.col("kind") == "namesrv").sort("from_lo")
    assert lives["state"].to_list()[:3] == ["up", "down", "up"]


def test_a_broker_that_loads_its_store_for_minutes_is_started_once(tmp_path):
    """It prints its options first, and its start when the store is loaded."""
    boot = "The broker[b, 10.0.0.7:10911] boot success. serializeType=JSON"
    lines = [server(base, "brokerName=b") for base in (0, 310)] + [server(at, boot) for at in (5, 510)]
    lines += [server(300, "Shutdown hook was invoked, 1"), server(301, "Shutdown hook over, consuming total time(ms): 900")]
    lines += [server(at, "load commit log OK") for at in (*range(10, 300, 5), *range(312, 600, 5))]
    write_logs(tmp_path, {"b": {"rocketmqlogs/broker.log": sorted(lines)}})
    with case_of([str(tmp_path)]) as case:
        check_case(case)
        lives = states(case, "lives").sort("from_lo")["state"].to_list()
        crashed = states(case, "coverage")["crashed"].to_list()
    assert (lives[:3], crashed) == (["up", "stopped", "up"], [False])


@pytest.mark.xdist_group("R-5.3.1-controller")
def test_an_elected_broker_is_told_by_its_id():
    says = states(kept("R-5.3.1-controller"), "happenings")["what"].to_list()
    assert any(re.fullmatch(r"elects the broker of id [12] master of \S+", said) for said in says)


@pytest.mark.parametrize(("pid", "nameserver"), [(7, "10.0.0.1:9876"), (8, "10.0.0.2:9876"), (None, "10.0.0.2:9876")])
def test_of_two_clients_that_print_to_one_log_each_has_its_own_choice(pid, nameserver):
    """Two processes of one user and host share a log, and with one instanceName the client id too."""
    spans = {"node": "c", "from_lo": 0, "to_hi": None}
    choices = [spans | {"nameserver": "10.0.0.1:9876", "record_ids": [1]}]
    choices += [spans | {"nameserver": "10.0.0.2:9876", "record_ids": [2], "from_lo": 1}]
    failed = {"node": "c", "pid": pid, "ts_lo": 10, "ts_hi": 10}
    chosen = asked.at_time(asked.own_states(choices, failed, {1: 7, 2: 8}), failed, bool)
    assert chosen is not None
    assert chosen["nameserver"] == nameserver


def test_a_proxy_started_again_begins_with_its_configuration(found, tmp_path):
    """It prints options of TLS seconds later: what lies between the two is no end of a process."""
    scans = [server(second, "start scanNotActiveBroker") for second in (*range(12, 60), *range(102, 150))]
    starts = [
        server(begin + second, message)
        for begin in (0, 90)
        for second, message in ((0, "Current configuration: {}"), (8, "tls.server.mode = permissive"))
    ]
    ready = [server(begin + 11, "grpc server start successfully.") for begin in (0, 90)]
    lines = sorted([*scans, *starts, *ready], key=lambda line: line[:19])
    found("nameserver/living_broker_expired", {"proxy0/logs/rocketmqlogs/proxy.log": lines})
    with case_of([str(tmp_path / "input")]) as case:
        check_case(case)
        lives = states(case, "lives").sort("from_lo")
    anew = lives.filter(pl.col("says").str.contains("had ended"))
    assert anew["to_lo"].to_list() == [int((NOON + timedelta(seconds=90)).timestamp()) * SECOND_US]


@pytest.mark.parametrize(("promises", "known"), [(("1a", "1a"), False), (("1a", "2b"), True)])
def test_a_connection_two_threads_wait_for_is_one(found, tmp_path, promises, known):
    """A name server of three connections, a broker's, a client's, and a second one of that client or one of a stranger."""
    made = "createChannel: connect remote host[10.0.0.1:9876] success, AbstractBootstrap$PendingRegistrationPromise@{}(success)"
    accepted = [server(1 + n, f"NETTY SERVER PIPELINE: channelActive, the channel[10.0.0.9:4000{n}]") for n in range(3)]
    logs = {
        "ns/logs/rocketmqlogs/namesrv.log": [server(0, "listenPort=9876"), *accepted],
        "b/logs/rocketmqlogs/broker.log": [server(1, "register broker[0]to name server 10.0.0.1:9876 OK")],
        "b/logs/rocketmqlogs/remoting.log": [server(1, made.format("0f"))],
        "c/logs/rocketmqlogs/rocketmq_client.log": [client(2, made.format(promise), "INFO") for promise in promises],
    }
    found("nameserver/never_ready", logs)
    with case_of([str(tmp_path / "input")]) as case:
        check_case(case)
        features = states(case, "features")
    assert features.filter(pl.col("feature") == CALLERS_KNOWN)["shown"].to_list() == [known]


@pytest.mark.parametrize(("idle", "timeouts"), [(True, [4]), (False, [2, 2])])
def test_an_idle_channel_that_the_client_closes_ends_no_silence(found, idle, timeouts):
    """Only a second channel to the server its client polls gets idle; one that the other side closes is the end of a silence."""
    asked = {second: unanswered(second) for second in (30, 60, 90, 120)}
    closing = [client(80, "NETTY CLIENT PIPELINE: IDLE exception [10.0.0.1:9876]")] if idle else []
    closing.append(client(80.001, "NETTY CLIENT PIPELINE: CLOSE 10.0.0.1:9876", "INFO"))
    chosen = client(0, "new name server is chosen. OLD: null , NEW: 10.0.0.1:9876. namesrvIndex = 1", "INFO")
    lines = [chosen, *asked[30], *asked[60], *closing, *asked[90], *asked[120]]
    findings = found("nameserver/silent_nameserver_kept", {"c/logs/rocketmqlogs/rocketmq_client.log": lines})
    assert [finding["occurrences"] for finding in findings] == timeouts


def unanswered(second):
    lost = "org.apache.rocketmq.remoting.exception.RemotingTimeoutException: "
    return [
        client(second, "invokeSync: wait response timeout exception, the channel[10.0.0.1:9876]"),
        client(second + 0.001, "updateTopicRouteInfoFromNameServer Exception", "ERROR"),
        f"{lost}wait response on the channel <10.0.0.1:9876> timeout, 3000(ms)",
        f"\tat org.apache.rocketmq.remoting.netty.NettyRemotingAbstract.invokeSyncImpl({second})",
        client(second + 0.001, "ScheduledTask updateTopicRouteInfoFromNameServer exception", "ERROR"),
    ]


@pytest.mark.parametrize(("went_on", "started_again", "state"), [(12, None, "stopped"), (12, 35, "ended"), (45, None, "ended")])
def test_a_proxy_closes_connections_for_seconds_after_its_orderly_end(tmp_path, went_on, started_again, state):
    """Its gRPC server ends first; what comes long after, or of a process started anew, is not of that end."""
    starts = [3] if started_again is None else [3, started_again]
    logs = {
        "proxy.log": [
            *(server(second, "grpc server start successfully.") for second in starts),
            server(30, "grpc server shutdown successfully."),
        ],
        "broker.log": [server(30 + went_on, "join thread[NettyEventExecutor], elapsed time: 2996ms, join time:90000ms")],
    }
    for name, lines in logs.items():
        path = tmp_path / "p" / "logs" / "rocketmqlogs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(sorted(lines)) + "\n", encoding="utf-8")
    with case_of([str(tmp_path)]) as case:
        last = states(case, "lives").sort("from_lo").to_dicts()[-1]
        ends = dict(states(case, "coverage").select("series", "ends_at_stop").iter_rows())
    assert (last["kind"], last["state"], ends["broker.log"]) == ("proxy", state, state == "stopped")
