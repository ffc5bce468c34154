"""Several client instances in one process share a log: each has name servers of its own."""

from datetime import UTC, datetime, timedelta

import pytest
from conftest import write_logs

from forensics.library import case_of, check_case
from forensics.questions.rows import states
from forensics.replay.nameserver.instances import Wait, told_apart

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
ONE, TWO, OTHER = "10.0.0.1:9876", "10.0.0.2:9876", "10.9.9.9:9876"
ABSENT = "get Topic [T] RouteInfoFromNameServer is not exist value"
"""An answer of a name server: whose, the line does not say."""


def line(second, message, level="INFO"):
    at = NOON + timedelta(hours=8, seconds=second)
    return f"{at:%Y-%m-%d %H:%M:%S}.{at.microsecond // 1000:03d} {level} [17] [main] [RocketmqRemoting#?:?] - {message}"


def made(second, index, client_id, servers=(ONE, TWO), config="{}"):
    """Return the lines of an instance that is made and chooses its first server."""
    return [
        line(second, f"name server address updated. NEW : [{', '.join(servers)}] , OLD: null"),
        line(
            second + 0.01,
            f"Created a new client Instance, InstanceIndex:{index}, ClientID:{client_id}, ClientConfig:ClientConfig{config}, "
            "ClientVersion:V5_3_3, SerializerType:JSON",
        ),
        chosen(second + 0.02, None, servers[0], 100 * (index + 1)),
    ]


def chosen(second, old, new, index):
    return line(second, f"new name server is chosen. OLD: {old or 'null'} , NEW: {new}. namesrvIndex = {index}")


def failed(second, server, closed=True, channel="0a0b0c0d", poll=True):
    """Return the lines of a route lookup that waited in vain, which a poll made or a call."""
    error = "org.apache.rocketmq.remoting.exception.RemotingTimeoutException: wait response on the channel "
    lines = [
        line(second, f"invokeSync: close socket because of timeout, 3000ms, channel[addr={server}, id={channel}]", "WARN"),
        line(second, f"invokeSync: wait response timeout exception, the channel[addr={server}, id={channel}]", "WARN"),
        line(second, "updateTopicRouteInfoFromNameServer Exception", "ERROR"),
        f"{error}<{server}> timeout, 3000(ms)",
        "\tat org.apache.rocketmq.remoting.netty.NettyRemotingClient.invokeSync(NettyRemotingClient.java:565)",
    ]
    lines += [line(second, "ScheduledTask updateTopicRouteInfoFromNameServer exception", "ERROR")] if poll else []
    return lines if closed else lines[1:]


@pytest.fixture
def found(tmp_path):
    """Give a function from a client's lines to the subjects of a rule's findings."""

    def run(rule, *parts):
        target = tmp_path / "input" / "app" / "logs" / "rocketmq_client.log"
        target.parent.mkdir(parents=True)
        target.write_text(
            "".join(f"{one}\n" for part in parts for one in ([part] if isinstance(part, str) else part)), encoding="utf-8"
        )
        with case_of([str(tmp_path / "input")]) as case:
            findings = [f for f in check_case(case)["findings"] if f["rule"] == rule]
            return sorted((f["subject"].get("client_id"), f["subject"].get("nameserver"), f["occurrences"]) for f in findings)

    return run


def test_two_that_each_leave_a_silent_server_at_their_next_poll_did_not_stay_with_it(found):
    lines = [
        made(0, 0, "c@1"), made(14, 1, "c@2"),
        failed(63, ONE), failed(77, ONE), chosen(90, ONE, TWO, 101), chosen(104, ONE, TWO, 201),
        failed(153, TWO), failed(167, TWO), chosen(180, TWO, ONE, 102), chosen(194, TWO, ONE, 202),
    ]  # fmt: skip
    assert found("nameserver/silent_nameserver_kept", *lines) == []


def test_a_client_whose_first_lines_are_lost_has_no_fault_of_releases_that_lay_out_no_log_so(tmp_path):
    lines = [one for second in (63, 93, 123) for one in failed(second, ONE, closed=False)]
    write_logs(tmp_path / "input", {"app": {"rocketmq_client.log": lines}})
    with case_of([str(tmp_path / "input")]) as case:
        doc = check_case(case)
    (node,) = doc["case"]["nodes"]
    (finding,) = [f for f in doc["findings"] if f["kind"] == "stale_nameserver_channel"]
    assert (node["releases"][0], len(node["release_evidence"])) == ("5.1.0", 1)
    assert finding["cause"]["class"] == "unexplained"
    assert not any("#9290" in candidate for candidate in finding["cause"]["candidates"])


def test_two_that_both_stay_are_told_one_by_one(found):
    polls = ((63, "aa"), (77, "bb"), (93, "aa"), (107, "bb"), (123, "aa"))
    lines = [made(0, 0, "c@1"), made(14, 1, "c@2"), *(failed(second, ONE, closed=False, channel=own) for second, own in polls)]
    assert found("nameserver/silent_nameserver_kept", *lines) == [("c@1", ONE, 3), ("c@2", ONE, 2)]


@pytest.mark.parametrize(
    ("calls", "expected"),
    [
        ([(66, "aa"), (69, "aa")], [(None, ONE, 3)]),
        ([(66, "aa"), (69, "bb")], [(None, ONE, 2), (None, ONE, 2)]),
        ([(66, "")], [(None, ONE, 2)]),
        ([], []),
    ],
)
def test_of_two_that_share_a_server_calls_are_told_of_as_few_as_can_be(found, calls, expected):
    """Each polls once. Whose calls those after it are, the channel's id tells as far as that they are of one, or of both."""
    polls = (failed(63, ONE, closed=False, channel="aa"), failed(63.5, ONE, closed=False, channel="bb"))
    asked = (failed(second, ONE, closed=False, channel=own, poll=False) for second, own in calls)
    late = (line(75, f"receive response, cmd=1, but not matched any request, address={ONE}"),)
    assert found("nameserver/silent_nameserver_kept", made(0, 0, "c@1"), made(14, 1, "c@2"), *polls, *asked, *late) == expected


@pytest.mark.parametrize(("stops", "count"), [(True, [("c@2", ONE, 2)]), (False, [("c@2", ONE, 3)])])
def test_a_process_that_stops_later_goes_on_beside_the_one_started_after_it(found, stops, count):
    """Before 5.1 lines do not say of which process they are: the first one has left the silent server, and the second has not."""
    left = [chosen(90, ONE, TWO, 101)] if stops else []
    lines = [made(0, 0, "c@1"), made(10, 0, "c@2"), *(failed(at, ONE, False, own) for at, own in ((63, "aa"), (64, "bb")))]
    lines += [*left, failed(94, ONE, False, "bb"), *([line(100, "the client factory [c@1] shutdown OK")] if stops else [])]
    assert found("nameserver/silent_nameserver_kept", *lines) == count


@pytest.mark.parametrize(
    ("polls", "timeouts"),
    [
        (30, [(63, 93, 153, 183), (2, 2)]),
        (30, [(63, 93, 123, 153), (4,)]),
        (60, [(63, 123, 183, 243), (4,)]),
        (90, [(63, 153, 243), (3,)]),
    ],
)
def test_a_poll_without_a_timeout_is_answered(found, polls, timeouts):
    """How often a client polls, it prints at its start: a server that was silent twice is told twice."""
    seconds, told = timeouts
    start = made(0, 0, "c@1", config=f" [namesrvAddr={ONE};{TWO}, pollNameServerInterval={polls}000]")
    lines = [start, *(failed(second, ONE, closed=False) for second in seconds)]
    assert found("nameserver/silent_nameserver_kept", *lines) == [("c@1", ONE, count) for count in told]


def test_a_call_that_tries_several_servers_names_the_one_that_it_began_with(found):
    """The first of its lines that the other client could have printed as well would leave that one with a number too high."""
    polls = ((63, "aa"), (77, "bb"), (93, "aa"), (107, "bb"))
    lines = [
        made(0, 0, "c@1", (OTHER, ONE)), made(14, 1, "c@2", (OTHER, ONE)),
        chosen(44, OTHER, TWO, 201), chosen(44.1, OTHER, ONE, 202), chosen(60, OTHER, TWO, 101), chosen(60.1, OTHER, ONE, 102),
        *(failed(second, ONE, closed=False, channel=own) for second, own in polls),
    ]  # fmt: skip
    assert found("nameserver/silent_nameserver_kept", *lines) == [("c@1", ONE, 2), ("c@2", ONE, 2)]


@pytest.mark.parametrize("lost", ["both choices", "all of the first one's making"])
def test_of_two_whose_lines_are_lost_none_is_named(found, lost):
    """That each polls at its own time shows that there are two; which is which, nothing shows."""
    both = [one for number, at in ((1, 0), (2, 14)) for one in made(at, number - 1, f"c@{number}")[:2]]
    lines = [
        both if lost == "both choices" else made(14, 1, "c@2"),
        *(failed(second, ONE, closed=False) for second in (63, 77, 93, 107)),
    ]
    assert found("nameserver/silent_nameserver_kept", *lines) == [(None, ONE, 2), (None, ONE, 2)]


def test_one_that_stays_is_told_beside_one_that_is_served_by_another(found):
    lines = [
        made(0, 0, "c@1"), made(14, 1, "c@2", (TWO, ONE)),
        failed(63, ONE, closed=False), line(70, ABSENT), failed(93, ONE, closed=False),
    ]  # fmt: skip
    assert found("nameserver/silent_nameserver_kept", *lines) == [("c@1", ONE, 2)]


def test_a_process_started_again_has_the_requests_of_its_own_time(found):
    lines = [
        made(0, 0, "c@1"), failed(63, ONE, closed=False), made(80, 0, "c@2"), failed(143, ONE, closed=False),
        failed(173, ONE, closed=False),
    ]  # fmt: skip
    assert found("nameserver/silent_nameserver_kept", *lines) == [("c@2", ONE, 2)]


def test_the_servers_of_another_cluster_are_not_off_the_list(found):
    lines = [made(0, 0, "c@1", (ONE,)), made(14, 1, "c@2", (OTHER,)), failed(90, ONE)]
    assert found("nameserver/removed_nameserver_asked", *lines) == []


def test_a_server_is_off_the_list_that_its_own_instance_lost(found):
    lines = [
        made(0, 0, "c@1", (ONE,)), made(14, 1, "c@2", (OTHER,)),
        line(20, f"name server address updated. NEW : [{TWO}] , OLD: [{ONE}]"), failed(90, ONE),
    ]  # fmt: skip
    assert [server for _, server, _ in found("nameserver/removed_nameserver_asked", *lines)] == [ONE]


def sent_back(second, group):
    """Return the lines of a message sent back to a name server, which refuses it without saying which one it is."""
    return [
        line(
            second,
            f"Failed to send message back, consumerGroup={group}, brokerName=b, "
            "mq=MessageQueue [topic=T, brokerName=b, queueId=0], "
            "message=MessageExt [brokerName=b, queueId=0, storeSize=261, queueOffset=0]",
            "ERROR",
        ),
        "org.apache.rocketmq.client.exception.MQBrokerException: CODE: 3  DESC:  request type 36 not supported",
        "\tat org.apache.rocketmq.client.impl.MQClientAPIImpl.consumerSendMessageBack(MQClientAPIImpl.java:1670)",
    ]


def test_a_message_sent_back_went_to_the_name_server_of_its_own_instance(found):
    lines = [
        made(0, 0, "c@1", (ONE,)), line(1, "the client factory [c@1] start OK"), line(1, "the consumer [G1] start OK."),
        made(14, 1, "c@2", (OTHER,)), line(15, "the client factory [c@2] start OK"), line(15, "the consumer [G2] start OK."),
        sent_back(60, "G1"),
    ]  # fmt: skip
    assert found("routing/request_to_nameserver", *lines) == [("c@1", ONE, 1)]


def test_which_name_server_it_went_to_is_not_guessed_among_several(found):
    lines = [made(0, 0, "c@1", (ONE,)), made(14, 1, "c@2", (OTHER,)), sent_back(60, "G1")]
    assert found("routing/request_to_nameserver", *lines) == [(None, None, 1)]


def row(record_id, event, **values):
    return {"record_id": record_id, "event": event, "client_id": None, "instance_index": None} | values


def choice(record_id, old, new, index):
    chosen = {"old_nameserver": old, "new_nameserver": new, "nameserver_index": index, "ts_lo": record_id * 1_000_000}
    return row(record_id, "nameserver_chosen", **chosen)


def test_a_choice_without_an_old_server_goes_on_where_its_number_does():
    rows = [
        row(1, "client_instance", client_id="c@1", instance_index=0), choice(2, None, ONE, 7),
        row(3, "client_instance", client_id="c@2", instance_index=1), choice(4, None, ONE, 50),
        choice(5, None, TWO, 8), choice(6, ONE, TWO, 51),
    ]  # fmt: skip
    assert [(one.client_id, [r["record_id"] for r in one.rows]) for one in told_apart(rows, {})] == [
        ("c@1", [2, 5]),
        ("c@2", [4, 6]),
    ]


def test_a_number_that_falls_is_of_another_instance_even_where_the_log_lost_its_beginning(found):
    lines = [failed(63, ONE), failed(77, ONE), chosen(90, ONE, TWO, 287), chosen(104, ONE, TWO, 257)]
    assert found("nameserver/silent_nameserver_kept", *lines) == []
    assert len(told_apart([choice(1, ONE, TWO, 287), choice(2, ONE, TWO, 257), choice(3, TWO, ONE, 290)], {})) == 2


def test_a_choice_without_a_number_is_of_the_instance_that_was_at_the_old_server():
    rows = [choice(1, None, ONE, 7), choice(2, ONE, TWO, None), choice(3, TWO, ONE, 9)]
    assert [[r["record_id"] for r in one.rows] for one in told_apart(rows, {})] == [[1, 2, 3]]


def test_polls_are_of_the_instance_whose_beat_they_are_in():
    """One had polled in vain before; the other one's polls come 4 s after its own, and the first of a silence is of either."""
    seconds = (10, 100, 104, 130, 134, 164, 190, 224)
    polls = [row(at, "request_timeout", ts_lo=at * 1_000_000) for at in seconds]
    rows = [row(1, "client_instance", instance_index=0), choice(2, None, ONE, 7), polls[0]]
    rows += [row(11, "client_instance", instance_index=1), choice(12, None, ONE, 50), *polls[1:]]
    waits = {one["record_id"]: Wait(ONE, one["record_id"], None, True) for one in polls}
    found = [[r["record_id"] for r in one.rows if r["event"] == "request_timeout"] for one in told_apart(rows, waits)]
    assert found == [[10, 100, 130, 190], [104, 134, 164, 224]]


def test_the_first_poll_that_fails_is_of_the_instance_that_started_at_such_a_time():
    polls = [row(at, "request_timeout", ts_lo=at * 1_000_000) for at in (105, 125)]
    rows = [row(1, "client_instance", instance_index=0), choice(2, None, ONE, 7)]
    rows += [row(11, "client_instance", instance_index=1), choice(12, None, ONE, 50), *polls]
    waits = {one["record_id"]: Wait(ONE, one["record_id"], None, True) for one in polls}
    found = [[r["record_id"] for r in one.rows if r["event"] == "request_timeout"] for one in told_apart(rows, waits)]
    assert found == [[125], [105]]


@pytest.mark.parametrize("after", [0.02, 3.0])
def test_a_channel_that_a_client_closes_is_not_lost_however_late_its_own_thread_says_so(found, after):
    """In 5.2.0, which closes the channel after each timeout, and whose scan connects to the same server again."""
    lines = [one.replace("V5_3_3", "V5_2_0") for one in made(0, 0, "c@1")]
    for second in (63, 93, 123):
        call = [one.replace(f"ms, channel[addr={ONE}, id=0a0b0c0d]", f"ms, {ONE}") for one in failed(second, ONE)]
        lines += [one.replace(f"addr={ONE}, id=0a0b0c0d", ONE) for one in call]
        lines += [line(second + after, f"NETTY CLIENT PIPELINE: channelInactive, the channel[{ONE}]")]
    assert found("nameserver/silent_nameserver_kept", *lines) == [("c@1", ONE, 3)]


@pytest.mark.parametrize(("number", "count"), [(101, 0), (None, 1)])
def test_who_chooses_the_same_server_by_the_next_number_has_no_other(found, number, count):
    """The head of the log is lost, with the list; 5.2.0 closes the channel, and its scan connects to the server again."""
    told = line(1, "get Topic [T] RouteInfoFromNameServer is not exist value", "WARN")
    lines = [told, chosen(50, ONE, ONE, 100), *([chosen(55, ONE, ONE, number)] if number else [])]
    for second in (63, 93, 123):
        call = [one.replace(f"ms, channel[addr={ONE}, id=0a0b0c0d]", f"ms, {ONE}") for one in failed(second, ONE)]
        lines += [one.replace(f"addr={ONE}, id=0a0b0c0d", ONE) for one in call]
    assert len(found("nameserver/silent_nameserver_kept", *lines)) == count


def test_a_choice_that_its_logger_printed_above_its_start_is_of_that_instance(found):
    listed, start, first = made(14, 1, "c@2", (OTHER,))
    lines = [made(0, 0, "c@1"), listed, first, start, failed(77, OTHER, closed=False), failed(107, OTHER, closed=False)]
    assert found("nameserver/silent_nameserver_kept", *lines) == [("c@2", OTHER, 2)]


def test_ids_of_instances_made_at_once_are_not_guessed():
    rows = [
        row(1, "client_instance", client_id="c@1", instance_index=0),
        row(2, "client_instance", client_id="c@2", instance_index=1),
        choice(3, None, ONE, 7), choice(4, None, TWO, 50),
    ]  # fmt: skip
    assert [one.client_id for one in told_apart(rows, {})] == [None, None]


@pytest.mark.parametrize(
    ("polls", "calls", "count"), [((63, 77), (), 0), ((63, 93), (), 1), ((63,), (70,), 0), ((63, 93), (70,), 1)]
)
def test_where_no_line_tells_how_many_clients_there_are_polls_tell_who_asked_again(found, polls, calls, count):
    """Of a log without INFO lines: each instance polls at a time of its own, and calls may be anybody's."""
    asked = sorted([*((second, True) for second in polls), *((second, False) for second in calls)])
    lines = [failed(second, ONE, closed=False, channel="", poll=poll) for second, poll in asked]
    findings = found("nameserver/silent_nameserver_kept", *lines)
    assert [(client_id, occurrences) for client_id, _, occurrences in findings] == [(None, 2)] * count


def route(second, topic, master):
    addresses = "{0=10.0.0.7:10911, 1=10.0.0.8:10911}" if master else "{1=10.0.0.8:10911}"
    data = (
        "TopicRouteData [orderTopicConf=null, queueDatas=[QueueData [brokerName=b, readQueueNums=1, writeQueueNums=1, perm=6, "
        f"topicSysFlag=0]], brokerDatas=[BrokerData [brokerName=b, brokerAddrs={addresses}]], filterServerTable={{}}]"
    )
    return line(second, f"topicRouteTable.put. Topic = {topic}, TopicRouteData[{data}]")


@pytest.mark.parametrize("first", [made(0, 0, "c@1"), []])
def test_of_clients_that_use_one_topic_each_holds_the_route_of_its_own_retries(tmp_path, first):
    """Both learn of the topic at times of their own, as their name servers have it: the one's master is none of the other's.

    That there are two, the number of the second one shows where the making of the first is lost.
    """
    failed_back = (
        "Failed to send message back, consumerGroup=G, brokerName=b, mq=MessageQueue [topic=T, brokerName=b, queueId=0], "
        "message=MessageExt [brokerName=b, queueId=0, queueOffset=5, msgId=0A, toString()=Message{topic='T', flag=0}]"
    )
    refused = "org.apache.rocketmq.client.exception.MQBrokerException: CODE: 3  DESC:  request type 36 not supported"
    routes = [(1, "T", True), (1.1, "%RETRY%G", True), (2, "T", True), (2.1, "%RETRY%H", True)]
    routes += [(31, "T", False), (31.1, "%RETRY%G", False), (32, "T", True), (61.1, "%RETRY%G", True)]
    lines = [*first, *made(0.5, 1, "c@2"), *(route(*one) for one in routes)]
    lines = [one.replace("V5_3_3", "V5_3_1") for one in lines]
    lines.insert(-1, f"{line(50, failed_back, 'ERROR')}\n{refused}")
    log = tmp_path / "input" / "c" / "logs" / "rocketmq_client.log"
    log.parent.mkdir(parents=True)
    log.write_text("\n".join(lines), encoding="utf-8")
    with case_of([str(tmp_path / "input")]) as case:
        (finding,) = (f for f in check_case(case)["findings"] if f["rule"] == "routing/request_to_nameserver")
    assert finding["cause"]["class"] == "known_fault"
    assert "since 12:00:31.100Z, 18.9 s before the first request" in finding["explanation"]
    assert not first or "in its route again at 12:01:01.100Z" in finding["explanation"]


def test_choices_of_some_clients_of_a_process_take_no_requests_of_the_others(found):
    """Where the head of a log is gone, an instance shows when it chooses. Five ask the silent server here, each of them once."""
    asked = ((63, "aa"), (68, "bb"), (73, "cc"), (78, "dd"), (83, "ee"))
    lines = [chosen(40, TWO, ONE, 101), chosen(45, TWO, ONE, 201), *(failed(at, ONE, False, own) for at, own in asked)]
    assert found("nameserver/silent_nameserver_kept", *lines) == []


def test_an_instance_leaves_a_name_server_for_its_own_next_one(tmp_path):
    """Where the lines that name the clients of a process are lost, the choice of one is no leaving of another's."""
    lines = [chosen(0, None, ONE, 7), chosen(1, None, TWO, 20), chosen(2, None, ONE, 3), chosen(50, TWO, OTHER, 21)]
    write_logs(tmp_path, {"c": {"rocketmqlogs/rocketmq_client.log": lines}})
    with case_of([str(tmp_path)]) as case:
        check_case(case)
        happened = [row["what"] for row in states(case, "happenings") if "leaves" in row["what"]]
    assert happened == [f"leaves name server {TWO} for {OTHER}"]


def test_a_poll_that_prints_nothing_among_steady_ones_was_answered(found):
    """The lines of the start and of answers are lost: polls that failed each 30 s show the interval, and one is not there."""
    lines = [text for second in (33, 63, 93, 123, 183, 213) for text in failed(second, ONE, closed=False)]
    assert sorted(count for *_, count in found("nameserver/silent_nameserver_kept", lines)) == [2, 4]
