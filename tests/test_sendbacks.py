"""Send-backs that met a name server: which one, and since when, where several threads of a client chose servers at once."""

from datetime import UTC, datetime, timedelta

import pytest
from conftest import write_logs

from forensics.library import case_of, check_case

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
ONE, TWO = "10.0.0.1:9876", "10.0.0.2:9876"
STACK = "\tat org.apache.rocketmq.client.impl.MQClientAPIImpl.consumerSendMessageBack(MQClientAPIImpl.java:1)"
REFUSED = ["org.apache.rocketmq.client.exception.MQBrokerException: CODE: 3  DESC:  request type 36 not supported", STACK]
SILENT = [
    f"org.apache.rocketmq.remoting.exception.RemotingTimeoutException: wait response on the channel <{ONE}> timeout, 5000(ms)",
    STACK,
]


def line(second, message, thread="main", level="INFO"):
    at = NOON + timedelta(hours=8, seconds=second)
    return f"{at:%Y-%m-%d %H:%M:%S}.{at.microsecond // 1000:03d} {level} [17] [{thread}] [RocketmqRemoting#?:?] - {message}"


def chosen(second, old, new, index, thread="main"):
    return line(second, f"new name server is chosen. OLD: {old} , NEW: {new}. namesrvIndex = {index}", thread)


def route(second, addresses):
    queues = "QueueData [brokerName=b, readQueueNums=1, writeQueueNums=1, perm=6, topicSysFlag=0]"
    data = (
        f"TopicRouteData [orderTopicConf=null, queueDatas=[{queues}], brokerDatas=[BrokerData [brokerName=b, "
        f"brokerAddrs={{{addresses}}}]], filterServerTable={{}}]"
    )
    return line(second, f"topicRouteTable.put. Topic = T, TopicRouteData[{data}]")


def failed(second, thread, error, offset=5):
    message = (
        "Failed to send message back, consumerGroup=G, brokerName=b, mq=MessageQueue [topic=T, brokerName=b, queueId=0], "
        f"message=MessageExt [brokerName=b, queueId=0, storeSize=9, queueOffset={offset}, sysFlag=0, msgId=0A{offset}, "
        "toString()=Message{topic='T', flag=0, properties={}, body=[1], transactionId='null'}]"
    )
    return [line(second, message, thread, "ERROR"), *error]


@pytest.fixture
def found(tmp_path):
    """Give a function from the lines after a client's routes to its findings by name server, each with its requests."""

    def run(*parts, whole=True, broker=(), namesrv=(), before=(), older=0):
        made = "Created a new client Instance, InstanceIndex:0, ClientID:c@1, ClientConfig:ClientConfig{}, "
        lines = [
            line(0, f"name server address updated. NEW : [{ONE}, {TWO}] , OLD: null"),
            line(0, f"{made}ClientVersion:V5_3_1, SerializerType:JSON"),
            chosen(0, "null", ONE, 7),
            route(1, "0=10.0.0.7:10911, 1=10.0.0.8:10911"),
            route(31, "1=10.0.0.8:10911"),
        ]
        own = {f"otherdays/rocketmq_client.{older}.log": lines} if older else {}
        own["rocketmq_client.log"] = [
            *before,
            *(lines if whole and not older else ()),
            *(one for part in parts for one in ([part] if isinstance(part, str) else part)),
        ]
        write_logs(tmp_path / "input", {"c": own, "b": {"broker.log": broker}, "n": {"namesrv.log": namesrv}})
        with case_of([str(tmp_path / "input")]) as case:
            findings = [f for f in check_case(case)["findings"] if f["rule"] == "routing/request_to_nameserver"]
        return {f["subject"].get("nameserver"): f for f in findings}

    return run


def test_a_request_went_to_the_server_that_its_own_thread_chose_in_a_race(found):
    raced = [chosen(50, ONE, TWO, 8, "a_1"), chosen(50.01, TWO, ONE, 9, "a_2")]
    findings = found(*raced, failed(50.02, "a_1", REFUSED, 5), failed(50.03, "a_2", REFUSED, 6), failed(51, "a_1", REFUSED, 7))
    assert {server: one["occurrences"] for server, one in findings.items()} == {TWO: 1, ONE: 2}


def test_a_choice_long_before_the_last_one_is_not_of_the_request(found):
    findings = found(chosen(50, ONE, TWO, 8, "a_1"), chosen(55, TWO, ONE, 9, "a_2"), failed(56, "a_1", REFUSED))
    assert set(findings) == {ONE}


@pytest.mark.parametrize(("older", "server"), [(1, ONE), (3, None)])
def test_a_part_of_the_log_that_lacks_may_hold_another_choice(found, older, server):
    assert set(found(failed(56, "a_1", REFUSED), older=older)) == {server}


def test_a_request_that_timed_out_was_sent_so_long_before(found):
    (finding,) = found(failed(50, "a_1", SILENT)).values()
    assert ", at 12:00:45.000Z." in finding["explanation"]
    assert finding["from"].endswith("12:00:45.000Z")
    assert "14.0 s before the first request" in finding["explanation"]
    assert "The request timed out on the channel to the name server, 5.0 s after being sent" in finding["explanation"]


@pytest.mark.parametrize(
    ("second", "back", "cause"), [(33, None, "unexplained"), (50, 47, "known_fault"), (53, 47, "unexplained")]
)
def test_the_route_that_counts_is_the_one_held_when_the_request_was_sent(found, second, back, cause):
    """The client has no master in its route from 31 s on, until it is back; the request waited for 5 s."""
    returned = [route(back, "0=10.0.0.7:10911, 1=10.0.0.8:10911")] if back else []
    (finding,) = found(*returned, failed(second, "a_1", SILENT)).values()
    assert finding["cause"]["class"] == cause
    assert " -" not in finding["explanation"]


@pytest.mark.parametrize(("caller", "told"), [("DefaultMQPullConsumerImpl", False), ("DefaultMQPushConsumerImpl", True)])
def test_a_line_without_a_broker_is_of_the_one_that_lacks_its_master_unless_the_application_gives_any_name(found, caller, told):
    frames = [f"\tat org.apache.rocketmq.client.impl.consumer.{caller}.sendMessageBack({caller}.java:1)"]
    nameless = [line(50, "sendMessageBack Exception, G", "a_1", "ERROR"), *REFUSED, *frames]
    (finding,) = found(nameless).values()
    assert ("It meant broker b, but since" in finding["explanation"]) is told
    assert ("Its lines name no broker, but since 12:00:31.000Z, 19.0 s before" in finding["explanation"]) is not told


def test_a_request_whose_time_is_over_went_to_the_server_it_names_and_is_proven_by_the_choice_of_that(found):
    findings = found(chosen(46, ONE, TWO, 8), failed(50, "a_1", SILENT))
    (step,) = [one for one in findings[ONE]["steps"] if "client has chosen" in one["what"]]
    assert [findings[ONE]["evidence"][n]["text"] for n in step["evidence"]] == [chosen(0, "null", ONE, 7)]


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize(("back", "cause"), [(False, "known_fault"), (True, "unexplained")])
def test_a_broker_that_its_client_dropped_as_offline_has_no_address(found, whole, back, cause):
    """The route has other brokers only, so that no line of a route says that this one has no master."""
    gone = [
        line(40, "the broker addr[b 10.0.0.8:10911] is offline, remove it"),
        line(40, "the broker[b] name's host is offline, remove it"),
    ]
    (finding,) = found(gone, route(45, "0=10.0.0.7:10911") if back else [], failed(50, "a_1", REFUSED), whole=whole).values()
    assert finding["cause"]["class"] == cause
    assert (
        "at 12:00:40.000Z, 10.0 s before the first request, it dropped the broker as offline" in finding["explanation"]
    ) != back


@pytest.mark.parametrize("set_back", [False, True])
def test_what_a_name_server_did_is_told_only_where_the_clocks_place_it(found, set_back):
    said = ["new broker registered, 10.0.0.7:10911 HAServer: 10.0.0.7:10912"]
    said.append("the broker's channel destroyed, 10.0.0.7:10911, clean it's data structure at once")
    namesrv = [f"2026-01-01 20:00:{second:02d} INFO main - {text}" for second, text in zip((0, 20), said, strict=True)]
    before = [line(second, "persist") for second in range(500, 560, 2)] if set_back else []
    (finding,) = found(failed(50, "a_1", REFUSED), before=before, namesrv=namesrv).values()
    assert ("dropped it at 12:00:20.000Z" in finding["explanation"]) is not set_back


def test_which_server_answered_is_open_after_the_chosen_one_was_left_and_the_next_choice_is_lost(found):
    closed = line(50, f"invokeSync: close socket because of timeout, 5000ms, channel[addr={ONE}, id=0a0b]", "a_1", "WARN")
    findings = found(closed, failed(50, "a_1", SILENT), failed(52, "a_2", REFUSED))
    assert {server: one["occurrences"] for server, one in findings.items()} == {ONE: 1, None: 1}
    assert "(which one its log does not show)" in findings[None]["explanation"]


@pytest.mark.parametrize(
    "says",
    [
        "INFO brokerOutApi_thread_1 - Registering current broker to name server completed. TargetHost={}",
        "ERROR brokerOutApi_thread_1 - Failed to register current broker to name server. TargetHost={}",
    ],
)
@pytest.mark.parametrize(("at", "count"), [(ONE, 1), (TWO, 0)])
def test_an_address_where_brokers_register_is_a_name_servers_also_for_a_client_whose_list_is_lost(found, says, at, count):
    broker = [f"2026-01-01 20:00:{second:02d} {says.format(at)}" for second in (1, 31)]
    assert len(found(failed(50, "a_1", SILENT), whole=False, broker=broker)) == count
