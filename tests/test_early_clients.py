"""Small logs of clients before 4.8, which print the second twice and no milliseconds."""

from datetime import UTC, datetime, timedelta

import pytest
from conftest import write_logs

from forensics.layouts import LAYOUTS
from forensics.layouts.records import join_records
from forensics.library import case_of, check_case
from forensics.sources.lines import Line

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
MASTERLESS = (
    "topicRouteTable.put. Topic = T, TopicRouteData[TopicRouteData [orderTopicConf=null, queueDatas=[QueueData [brokerName=b, "
    "readQueueNums=1, writeQueueNums=1, perm=6, topicSynFlag=0]], brokerDatas=[BrokerData [brokerName=b, "
    "brokerAddrs={1=10.0.0.8:10911}]], filterServerTable={}]]"
)


def line(second, message, level="WARN", logger="RocketmqClient"):
    """Return a line of a client of 4.7.1, *second* seconds after noon."""
    return f"{NOON + timedelta(seconds=int(second)):%Y-%m-%d %H:%M:%S,0%S} {level} {logger} - {message}"


def begun():
    lists = "name server address updated. NEW : [10.0.0.1:9876, 10.0.0.2:9876] , OLD: null"
    made = "Created a new client Instance, InstanceIndex:0, ClientID:c, ClientConfig:C, ClientVersion:V4_7_1, SerializerType:JSON"
    chosen = "new name server is chosen. OLD: null , NEW: 10.0.0.1:9876. namesrvIndex = 1"
    return [line(0, lists, "INFO", "RocketmqRemoting"), line(0, made, "INFO"), line(1, chosen, "INFO", "RocketmqRemoting")]


def timeout(second):
    """Return the lines of a lookup that a silent server left unanswered, the second of them 2 ms after the first."""
    lost = "org.apache.rocketmq.remoting.exception.RemotingTimeoutException: wait response on the channel <10.0.0.1:9876> timeout"
    return [
        line(second, "invokeSync: wait response timeout exception, the channel[null]", logger="RocketmqRemoting"),
        line(second + 0.002, "updateTopicRouteInfoFromNameServer Exception", "ERROR"),
        f"{lost}, 3000(ms)",
        line(second + 0.002, "ScheduledTask updateTopicRouteInfoFromNameServer exception", "ERROR"),
    ]


def findings_of(tmp_path, rule, lines):
    write_logs(tmp_path / "input", {"c": {"rocketmqlogs/rocketmq_client.log": lines}})
    with case_of([str(tmp_path / "input")]) as case:
        return [f for f in check_case(case)["findings"] if f["rule"] == rule]


def records_of(*texts):
    _, records = join_records([Line(number, 0, len(text) + 1, text, 0) for number, text in enumerate(texts, 1)], LAYOUTS)
    return list(records)


def test_digits_that_repeat_the_second_are_no_milliseconds():
    first, second = records_of(line(5, "a"), line(6, "b"))
    assert [(one.printed_us % 60_000_000, one.resolution_us) for one in (first, second)] == [
        (5_000_000, 1_000_000),
        (6_000_000, 1_000_000),
    ]


def test_a_later_client_that_prints_such_digits_by_chance_has_milliseconds():
    texts = ["2026-01-01 12:00:05,004 WARN RocketmqClient - a", line(5, "b"), "2026-01-01 12:00:05,006 WARN RocketmqClient - c"]
    assert [(one.printed_us % 1_000_000, one.resolution_us) for one in records_of(*texts)] == [
        (4_000, 1_000),
        (5_000, 1_000),
        (6_000, 1_000),
    ]


def test_lines_of_one_call_that_print_two_seconds_are_of_one_call(tmp_path):
    found = findings_of(tmp_path, "nameserver/silent_nameserver_kept", [*begun(), *timeout(59.999), *timeout(89.999)])
    (finding,) = found
    assert (finding["occurrences"], finding["subject"]["nameserver"]) == (2, "10.0.0.1:9876")
    assert (finding["steps"][1]["from"][-5:], finding["to"][-5:]) == (".999Z", ".999Z")


@pytest.mark.parametrize(("second", "count"), [(63.9, 0), (64, 1)])
def test_who_asks_before_the_first_timeout_does_not_ask_again(tmp_path, second, count):
    """Timed out in the second 60, or 3 s before the second 63, is undecided; 3 s before the second 64 is after it."""
    found = findings_of(tmp_path, "nameserver/silent_nameserver_kept", [*begun(), *timeout(60), *timeout(second)])
    assert len(found) == count


def test_a_send_back_of_an_early_client_is_the_known_fault(tmp_path):
    refused = "org.apache.rocketmq.client.exception.MQBrokerException: CODE: 3  DESC:  request type 36 not supported"
    failed = [line(50, "sendMessageBack Exception, G", "ERROR"), refused]
    found = findings_of(tmp_path, "routing/request_to_nameserver", [*begun(), line(31, MASTERLESS, "INFO"), *failed])
    assert [finding["cause"]["class"] for finding in found] == ["known_fault"]
