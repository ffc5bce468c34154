"""Small logs of clients: whose route and name server it was where a line does not say, and when there was none to choose."""

from datetime import UTC, datetime, timedelta

import pytest
from conftest import write_logs

from forensics.library import case_of, check_case
from forensics.model import nameserver
from forensics.model.clock_offsets import Offset, Stretch
from forensics.model.clocks import Clock
from forensics.model.spans import SECOND_US, Instant
from forensics.replay.clocks import _says

NOON = datetime(2026, 1, 1, 20, tzinfo=UTC)
REFUSED = "org.apache.rocketmq.client.exception.MQBrokerException: CODE: 3  DESC:  request type 36 not supported"
STACK = "\tat org.apache.rocketmq.client.impl.MQClientAPIImpl.consumerSendMessageBack(MQClientAPIImpl.java:1)"
LOST = "org.apache.rocketmq.remoting.exception.RemotingTimeoutException: "
LOOKUP = f"{LOST}wait response on the channel <10.0.0.1:9876> timeout, 3000(ms)"
CONFIG = "ClientConfig:ClientConfig [pollNameServerInterval=30000], ClientVersion:V5_3_1, SerializerType:JSON"


def line(second, message, level="WARN", logger="RocketmqClient"):
    """Return a line of a client of 5.1 or later, *second* seconds after noon."""
    at = NOON + timedelta(seconds=second)
    return f"{at:%Y-%m-%d %H:%M:%S}.{at.microsecond // 1000:03d} {level} [17] [main] [{logger}#?:?] - {message}"


def findings_of(tmp_path, rule, lines):
    write_logs(tmp_path / "input", {"c": {"rocketmqlogs/rocketmq_client.log": lines}})
    with case_of([str(tmp_path / "input")]) as case:
        return [f for f in check_case(case)["findings"] if f["rule"] == rule]


def made(second, index, client_id):
    return line(second, f"Created a new client Instance, InstanceIndex:{index}, ClientID:{client_id}, {CONFIG}", "INFO")


def route(second, topic, **masters):
    queues = ", ".join(
        f"QueueData [brokerName={name}, readQueueNums=1, writeQueueNums=1, perm=6, topicSysFlag=0]" for name in masters
    )
    addresses = {True: "{0=10.0.0.7:10911, 1=10.0.0.8:10911}", False: "{1=10.0.0.8:10911}"}
    brokers = ", ".join(f"BrokerData [brokerName={name}, brokerAddrs={addresses[has]}]" for name, has in masters.items())
    data = f"TopicRouteData [orderTopicConf=null, queueDatas=[{queues}], brokerDatas=[{brokers}], filterServerTable={{}}]"
    return line(second, f"topicRouteTable.put. Topic = {topic}, TopicRouteData[{data}]", "INFO")


def sent_back(second, group):
    """Return the lines of a send-back as clients up to 5.0.0 print it: no message, no broker."""
    return [line(second, f"sendMessageBack Exception, {group}", "ERROR"), REFUSED, STACK]


def test_a_send_back_without_a_name_is_of_one_of_the_brokers_without_a_master(tmp_path):
    """Two of three brokers lack their masters: which one it meant is open, that it is the known fault is not."""
    routes = [route(1, "T", a=True, b=True, c=True), route(31, "T", a=False, b=False, c=True)]
    lines = [made(0, 0, "10.0.0.5@1"), *routes, *sent_back(50, "G"), *sent_back(51, "G")]
    (finding,) = findings_of(tmp_path, "routing/request_to_nameserver", lines)
    assert finding["occurrences"] == 2
    assert "broker" not in finding["subject"]
    assert (finding["cause"]["class"], finding["cause"]["issue"]) == ("known_fault", "apache/rocketmq#8963")
    assert "held no master (brokerId 0) for any of a, b" in finding["explanation"]
    assert any("slaves only" in evidence["says"] for evidence in finding["evidence"])


@pytest.mark.parametrize(("own", "topics"), [("T", ("T", "other")), ("other", ("other", "T"))])
def test_of_two_clients_of_a_process_each_holds_its_own_route(tmp_path, own, topics):
    """The first learns at 31 s that the master is gone, the second at 40 s that it is back: the first sends back without one."""
    clients = [made(0, 0, "10.0.0.5@one"), made(0.5, 1, "10.0.0.5@two")]
    routes = [
        route(1, topics[0], b=True),
        route(2, topics[1], b=True),
        route(31, topics[0], b=False),
        route(40, topics[1], b=True),
    ]
    failed = (
        f"Failed to send message back, consumerGroup=G, brokerName=b, mq=MessageQueue [topic={own}, brokerName=b, queueId=0], "
    )
    failed += (
        f"message=MessageExt [brokerName=b, queueId=0, queueOffset=5, msgId=0A, toString()=Message{{topic='{own}', flag=0}}]"
    )
    lines = [*clients, *routes, line(50, failed, "ERROR"), REFUSED, STACK]
    (finding,) = findings_of(tmp_path, "routing/request_to_nameserver", lines)
    assert finding["cause"]["class"] == "known_fault"
    assert "its route held no master" in finding["explanation"]


def timeouts(*seconds):
    """Return the lines of lookups that a silent server left unanswered, after each of which the client closed its channel."""
    lines = []
    for second in seconds:
        lines += [
            line(second, "invokeSync: close socket because of timeout, 3000ms, 10.0.0.1:9876", logger="RocketmqRemoting"),
            line(second, "invokeSync: wait response timeout exception, the channel[10.0.0.1:9876]", logger="RocketmqRemoting"),
            line(second + 0.001, "updateTopicRouteInfoFromNameServer Exception", "ERROR"),
            LOOKUP,
            f"\tat org.apache.rocketmq.remoting.netty.NettyRemotingAbstract.invokeSyncImpl({second})",
        ]
    return lines


@pytest.mark.parametrize(("shortened", "count"), [(False, 1), (True, 0)])
def test_a_client_with_one_server_left_has_none_to_leave_it_for(tmp_path, shortened, count):
    """It closes the channel after each timeout, and is connected to the same server again, as anybody with that one server is."""
    updated = "name server address updated. NEW : [{}] , OLD: {}"
    lists = [line(0, updated.format("10.0.0.1:9876, 10.0.0.2:9876", "null"), "INFO")]
    lists += [line(20, updated.format("10.0.0.1:9876", "[10.0.0.1:9876, 10.0.0.2:9876]"), "INFO")] if shortened else []
    chosen = line(1, "new name server is chosen. OLD: null , NEW: 10.0.0.1:9876. namesrvIndex = 1", "INFO")
    lines = [lists[0], made(0.5, 0, "10.0.0.5@1"), chosen, *lists[1:], *timeouts(60, 90)]
    assert len(findings_of(tmp_path, "nameserver/silent_nameserver_kept", lines)) == count


@pytest.mark.parametrize(("stops", "ended_by"), [(120, "client_stopped"), (140, "answered_unseen")])
def test_a_poll_without_a_timeout_was_answered(stops, ended_by):
    """The poll after the last timeout prints its own within a moment, or the server has answered it."""
    client, _ = nameserver.step(nameserver.Client(), nameserver.Chosen(moment(0), 1, "10.0.0.1:9876"))
    for number, second in enumerate((60, 90), 2):
        timed_out = nameserver.TimedOut(moment(second), number, None, nameserver.ALLOWED_US, closed=False)
        client, _ = nameserver.step(client, timed_out, nameserver.POLL_US)
    _, silence = nameserver.step(client, nameserver.Stopped(moment(stops), 9), nameserver.POLL_US)
    assert silence is not None
    assert silence.ended_by == ended_by
    assert silence.span.end is not None
    assert silence.span.end.hi <= moment(120).hi


def moment(second):
    return Instant(second * SECOND_US, second * SECOND_US)


@pytest.mark.parametrize(
    ("ahead_s", "says"), [((-41_406, -41_399), "as if printed in another zone"), ((-506, -500), "its clock is")]
)
def test_a_whole_number_of_quarters_of_an_hour_is_a_zone_and_no_clock_that_is_off(ahead_s, says):
    stretch = Stretch(None, None, Offset(ahead_s[0] * SECOND_US, ahead_s[1] * SECOND_US))
    assert says in _says(Clock("c", "b", (stretch,)), stretch, moved=True)
