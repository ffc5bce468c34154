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
from forensics.replay.nameserver.lists import may_be

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


def printed(broker, offset):
    """Return a message of topic T as MessageExt.toString does."""
    return (
        f"MessageExt [brokerName={broker}, queueId=0, storeSize=9, queueOffset={offset}, sysFlag=0, bornTimestamp=1, "
        f"bornHost=/10.0.0.5:1, storeTimestamp=2, storeHost=/10.0.0.7:10911, msgId=0A{offset}, commitLogOffset=1, bodyCRC=1, "
        "reconsumeTimes=0, preparedTransactionOffset=0, toString()=Message{topic='T', flag=0, properties={}, body=[1], "
        "transactionId='null'}]"
    )


@pytest.mark.parametrize(("group_at", "client_id"), [(1, None), (3, "10.0.0.5@p")])
def test_a_client_that_started_behind_a_group_is_not_the_one_that_the_group_is_on(tmp_path, group_at, client_id):
    """The lines of the group's own client are lost, those of another one in its process are not."""
    started = [
        (group_at, "the consumer [G] start OK."),
        (2, "the client factory [10.0.0.5@p] start OK"),
        (4, "the producer [P] start OK. sendMessageWithVIPChannel=false"),
    ]
    lines = [*(line(second, message, "INFO") for second, message in sorted(started)), route(5, "T", a=False), *sent_back(50, "G")]
    (finding,) = findings_of(tmp_path, "routing/request_to_nameserver", lines)
    assert finding["subject"].get("client_id") == client_id


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


PULLED = (
    "\tat org.apache.rocketmq.client.impl.consumer.DefaultMQPullConsumerImpl.sendMessageBack(DefaultMQPullConsumerImpl.java:1)"
)


def test_the_first_route_of_a_retry_topic_begins_no_other_stretch_without_a_master(tmp_path):
    """The first of two messages sent back makes its group's retry topic known; which of the clients T is of, no line says."""
    clients = [made(0, 0, "10.0.0.5@one"), made(0.5, 1, "10.0.0.5@two"), route(1, "other", b=True), route(2, "T", b=True)]
    gone = [route(31, "other", b=False), route(32, "T", b=False)]
    failed = [*sent_back(50, "G"), PULLED, route(50.1, "%RETRY%G", b=False), *sent_back(51, "G"), PULLED]
    (finding,) = findings_of(tmp_path, "routing/request_to_nameserver", [*clients, *gone, *failed])
    assert (finding["occurrences"], finding["cause"]["class"]) == (2, "known_fault")
    assert "since 12:00:32.000Z, 18.0 s before the first request" in finding["explanation"]
    assert "The pull consumer sends messages back by the broker's name" in finding["explanation"]


def test_a_master_in_between_ends_a_stretch_without_one(tmp_path):
    """The same client lacks it twice, each time by a route of its own."""
    puts = [route(second, "T", b=has) for second, has in ((1, True), (31, False), (61, True), (91, False))]
    lines = [made(0, 0, "10.0.0.5@1"), *puts[:2], *sent_back(50, "G"), *puts[2:], *sent_back(95, "G")]
    found = findings_of(tmp_path, "routing/request_to_nameserver", lines)
    assert [finding["occurrences"] for finding in found] == [1, 1]


@pytest.mark.parametrize(
    ("release", "affected"),
    [("V4_9_8", "4.1.0 - 4.9.8"), ("V5_2_0", "5.0.0 - 5.3.0"), ("V5_3_1", "4.1.0 - 4.9.8"), ("V5_5_0", None)],
)
def test_a_null_address_is_the_known_fault_in_every_release_that_has_it(tmp_path, release, affected):
    client = made(0, 0, "10.0.0.5@1").replace("V5_3_1", release)
    (finding,) = findings_of(
        tmp_path, "routing/request_to_nameserver", [client, route(1, "T", b=False), *sent_back(50, "G"), PULLED]
    )
    assert (finding["cause"]["affected"] or [None])[0] == affected


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


def test_of_two_clients_of_a_process_the_one_learns_by_two_topics_that_the_master_is_gone(tmp_path):
    """The retry topic's route has the broker after the first request alone; all are of the one stretch without a master."""
    failed = (
        "Failed to send message back, consumerGroup=G, brokerName=b, mq=MessageQueue [topic=T, brokerName=b, queueId=0], message="
    )
    lines = [made(0, 0, "10.0.0.5@one"), made(0.5, 1, "10.0.0.5@two"), route(1, "T", b=True), route(2, "%RETRY%G", c=True)]
    lines += [route(31, "T", b=False), line(50, failed + printed("b", 5), "ERROR"), REFUSED, STACK]
    lines += [route(52, "%RETRY%G", b=False, c=True), line(60, failed + printed("b", 6), "ERROR"), REFUSED, STACK]
    (finding,) = findings_of(tmp_path, "routing/request_to_nameserver", lines)
    assert finding["occurrences"] == 2
    assert "since 12:00:31.000Z, 19.0 s before the first request, its route held no master" in finding["explanation"]
    assert "Until then 10.0.0.7:10911 had been master" in finding["explanation"]


@pytest.mark.parametrize(("broker", "says"), [("b", "failed too for 1 of them"), ("c", "No failure of the normal message")])
def test_a_failed_copy_is_of_a_request_that_can_have_meant_its_broker(tmp_path, broker, says):
    """Of b the master is gone, so that the request went to the name server; that for c, which has one, was another."""
    copy = f"sendMessageBack exception, group: G msg: {printed(broker, 5)}"
    lines = [made(0, 0, "10.0.0.5@1"), route(1, "T", b=True, c=True), route(31, "T", b=False, c=True), *sent_back(50, "G")]
    lines += [line(53, copy, "ERROR"), "java.lang.IllegalStateException", STACK]
    (finding,) = findings_of(tmp_path, "routing/request_to_nameserver", lines)
    assert (finding["subject"]["broker"], finding["cause"]["class"]) == ("b", "known_fault")
    assert says in finding["explanation"]


def test_what_one_of_two_clients_did_is_not_told_of_the_other_where_the_line_of_its_making_is_lost(tmp_path):
    """The second has the number 1, so that there was another before."""
    lines = [made(0.5, 1, "10.0.0.5@two"), route(1, "T", b=True), route(31, "T", b=False), *sent_back(50, "G")]
    (finding,) = findings_of(tmp_path, "routing/request_to_nameserver", lines)
    assert finding["subject"].get("client_id") is None


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
    lines = [lists[0], made(0.5, 0, "10.0.0.5@1").replace("V5_3_1", "V5_2_0"), chosen, *lists[1:], *timeouts(60, 90)]
    assert len(findings_of(tmp_path, "nameserver/silent_nameserver_kept", lines)) == count


@pytest.mark.parametrize(("proxy", "registered"), [(True, False), (False, False), (True, True)])
def test_a_proxy_that_was_given_for_a_name_server_is_called_one(tmp_path, proxy, registered):
    """Where brokers register at that port it is a name server's as well, and the proxy need not be the one."""
    counted = ["2026-01-01 20:00:01 INFO NettyServerScheduler_1 - Port: 9876, RequestCode Distribution: {105:1}"]
    started = ["2026-01-01 20:00:00 INFO main - The current configuration file path is /x/conf/rmq-proxy.json"]
    told = ["2026-01-01 20:00:01 INFO brokerOutApi_thread_1 - register broker[0]to name server 10.0.0.1:9876 OK"]
    logs = {"px": {"rocketmqlogs/proxy.log": started, "rocketmqlogs/broker_default.log": counted}} if proxy else {}
    write_logs(tmp_path / "input", logs | ({"b": {"rocketmqlogs/broker.log": told}} if registered else {}))
    updated = line(0, "name server address updated. NEW : [10.0.0.1:9876, 10.0.0.2:9876] , OLD: null", "INFO")
    chosen = line(1, "new name server is chosen. OLD: null , NEW: 10.0.0.1:9876. namesrvIndex = 1", "INFO")
    lines = [updated, made(0.5, 0, "10.0.0.5@1").replace("V5_3_1", "V5_2_0"), chosen, *timeouts(60, 90)]
    (finding,) = findings_of(tmp_path, "nameserver/silent_nameserver_kept", lines)
    named = "asked proxy px at 10.0.0.1:9876, which it was given for a name server, 2 times"
    known = proxy and not registered
    assert (named if known else "asked name server 10.0.0.1:9876 2 times") in finding["explanation"]
    assert (counted[0] in [shown["text"] for shown in finding["evidence"]]) == known


@pytest.mark.parametrize(("answered_by", "count"), [("10.0.0.1:9876", 0), ("10.0.0.2:9876", 1)])
def test_an_answer_that_came_late_ends_a_silence_also_where_no_line_shows_the_choice(tmp_path, answered_by, count):
    """A log at WARN: between the two timeouts the silent server answers, or another one does."""
    polls = [line(at + 0.01, "ScheduledTask updateTopicRouteInfoFromNameServer exception", "ERROR") for at in (60, 120)]
    first, second = ([one for one in timeouts(at) if "close socket" not in one] for at in (60, 120))
    late = line(75, f"receive response, but not matched any request, {answered_by}", logger="RocketmqRemoting")
    lines = [*first, polls[0], late, *second, polls[1]]
    assert len(findings_of(tmp_path, "nameserver/silent_nameserver_kept", lines)) == count


@pytest.mark.parametrize("whole", [True, False])
def test_a_silence_may_be_older_than_its_log(tmp_path, whole):
    """The poll before the first timeout would have printed its own, unless it lies before the log's first line."""
    polls = [line(at + 0.01, "ScheduledTask updateTopicRouteInfoFromNameServer exception", "ERROR") for at in (60, 90)]
    first, second = ([one for one in timeouts(at) if "close socket" not in one] for at in (60, 90))
    before = [line(1, "consume message return null, Group: G")] if whole else []
    lines = [*before, *first, polls[0], *second, polls[1]]
    (finding,) = findings_of(tmp_path, "nameserver/silent_nameserver_kept", lines)
    told = "The silence began between 12:00:27.000Z and 12:01:00." if whole else "The silence had begun by 12:01:00."
    assert told in finding["explanation"]
    assert (", at most " in finding["explanation"]) is whole


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


def at_server(second, server):
    return nameserver.TimedOut(moment(second), second, None, nameserver.ALLOWED_US, closed=True, nameserver=server)


def test_a_silence_is_of_the_server_the_errors_name_where_the_line_of_its_choice_is_lost():
    """The client is known to have chosen the first server; its lookups wait for the second, and then for the third."""
    client, _ = nameserver.step(nameserver.Client(), nameserver.Chosen(moment(0), 1, "10.0.0.1:9876"))
    client, _ = nameserver.step(client, at_server(60, "10.0.0.2:9876"))
    client, second = nameserver.step(client, at_server(90, "10.0.0.3:9876"))
    _, third = nameserver.step(client, nameserver.Stopped(moment(95), 9))
    assert second is not None
    assert third is not None
    assert [(one.nameserver, len(one.timeouts), one.asked_again) for one in (second, third)] == [
        ("10.0.0.2:9876", 1, 0),
        ("10.0.0.3:9876", 1, 0),
    ]
    assert third.chosen_record_id is None


@pytest.mark.parametrize(("release", "count"), [("V4_9_8", 0), ("V5_1_4", 1)])
def test_who_chooses_anew_is_not_told_to_stay_where_the_line_of_it_may_be_lost(tmp_path, release, count):
    """All but 5.0.0 to 5.2.0 choose another server when they have closed the channel: INFO lines of a client may be dropped."""
    lists = line(0, "name server address updated. NEW : [10.0.0.1:9876, 10.0.0.2:9876] , OLD: null", "INFO")
    chosen = line(1, "new name server is chosen. OLD: null , NEW: 10.0.0.1:9876. namesrvIndex = 1", "INFO")
    lines = [lists, made(0.5, 0, "10.0.0.5@1").replace("V5_3_1", release), chosen, *timeouts(60, 90)]
    assert len(findings_of(tmp_path, "nameserver/silent_nameserver_kept", lines)) == count


NAMED = "name server address updated. NEW : [ns1.mq:9876, ns2.mq:9876] , OLD: null"


def test_a_client_that_was_given_names_of_hosts_stays_with_one_and_asks_none_that_was_removed(tmp_path):
    """The errors have the address that a name stands for: it is the chosen server's, and no other's."""
    chosen = line(1, "new name server is chosen. OLD: null , NEW: ns1.mq:9876. namesrvIndex = 1", "INFO")
    kept = [one for one in timeouts(60, 90, 120) if "close socket" not in one]
    lines = [line(0, NAMED, "INFO"), made(0.5, 0, "10.0.0.5@1").replace("V5_3_1", "V4_8_0"), chosen, *kept]
    write_logs(tmp_path / "input", {"c": {"rocketmqlogs/rocketmq_client.log": lines}})
    with case_of([str(tmp_path / "input")]) as case:
        (finding,) = check_case(case)["findings"]
    assert finding["rule"] == "nameserver/silent_nameserver_kept"
    assert (finding["subject"]["nameserver"], finding["occurrences"]) == ("ns1.mq:9876", 3)


@pytest.mark.parametrize("prints", ["", "s{}.mq/", "ns{}.mq/"])
def test_of_two_clients_that_were_given_names_of_hosts_each_is_told_with_its_own_silence(tmp_path, prints):
    """Errors have the address alone, or with the name or what is behind its first letter, as releases print them."""
    lines = [line(0, NAMED, "INFO")]
    for number, client_id in enumerate(("10.0.0.5@one", "10.0.0.5@two"), 1):
        start, server = number * 4, f"ns{number}.mq:9876"
        lines += [made(start, number - 1, client_id).replace("V5_3_1", "V4_8_0"), chose(start + 1, server)]
    for at, number in ((64, 1), (68, 2), (94, 1), (98, 2)):
        silent = f"{prints.format(number)}10.0.0.{number}:9876"
        failed = [one.replace("10.0.0.1:9876", silent) for one in timeouts(at) if "close socket" not in one]
        lines += [*failed, line(at + 0.01, "ScheduledTask updateTopicRouteInfoFromNameServer exception", "ERROR")]
    findings = findings_of(tmp_path, "nameserver/silent_nameserver_kept", lines)
    assert [(f["subject"]["client_id"], f["subject"]["nameserver"], f["occurrences"]) for f in findings] == [
        ("10.0.0.5@one", "ns1.mq:9876", 2),
        ("10.0.0.5@two", "ns2.mq:9876", 2),
    ]


@pytest.mark.parametrize(
    ("left", "asked", "count"),
    [
        ("[fe80::2]:9876", "[fe80:0:0:0:0:0:0:2%eth0]:9876", 0),
        ("[fe80::2]:9876", "[fe80:0:0:0:0:0:0:1%eth0]:9876", 1),
        ("ns2.mq:9876", "10.0.0.1:9876", 0),
        ("ns2.mq:9876", "ns1.mq/10.0.0.1:9876", 1),
        ("ns2.mq:9877", "10.0.0.1:9876", 1),
    ],
)
def test_a_server_off_the_list_is_told_by_what_an_error_prints_of_it(tmp_path, left, asked, count):
    updated = line(5, f"name server address updated. NEW : [{left}] , OLD: [{left}, 10.0.0.1:9876]", "INFO")
    failed = [one.replace("10.0.0.1:9876", asked) for one in timeouts(60, 90)]
    lines = [line(0, f"name server address updated. NEW : [{left}, 10.0.0.1:9876] , OLD: null", "INFO"), updated, *failed]
    assert len(findings_of(tmp_path, "nameserver/removed_nameserver_asked", lines)) == count


@pytest.mark.parametrize(
    ("server", "address", "fits"),
    [
        ("ns1.mq:9876", "10.0.0.1:9876", True),
        ("ns1.mq:9876", "s1.mq/10.0.0.1:9876", True),
        ("ns1.mq:9876", "s2.mq/10.0.0.1:9876", False),
        ("ns1.mq:9876", "10.0.0.1:9877", False),
        ("10.0.0.1:9876", "10.0.0.2:9876", False),
        ("[::1]:9876", "[0:0:0:0:0:0:0:1%lo]:9876", True),
        ("[::1]:9876", "[0:0:0:0:0:0:0:2]:9876", False),
    ],
)
def test_which_address_can_be_that_of_a_name_server_as_it_was_given(server, address, fits):
    assert may_be(server, address) == fits


@pytest.mark.parametrize(("silent", "count"), [("10.0.0.1:9876", 1), ("10.0.0.8:9876", 0)])
def test_a_send_back_that_a_name_server_with_a_name_leaves_unanswered_went_to_it(tmp_path, silent, count):
    """The same port is a name server's or a broker's: no route has the name server's address."""
    routes = [route(1, "T", b=True), route(31, "T", b=False)]
    lost = f"{LOST}wait response on the channel <{silent}> timeout, 5000(ms)"
    failed = [line(50, "sendMessageBack Exception, G", "ERROR"), lost, STACK]
    lines = [line(0, NAMED, "INFO"), made(0.5, 0, "10.0.0.5@1"), *(one.replace(":10911", ":9876") for one in routes), *failed]
    assert len(findings_of(tmp_path, "routing/request_to_nameserver", lines)) == count


def start_of(second, client_id, group):
    """Return the lines of a client that started, and of a group's consumer on it."""
    return [
        line(second, f"the client factory [{client_id}] start OK", "INFO"),
        line(second, f"the consumer [{group}] start OK.", "INFO"),
    ]


def chose(second, server):
    message = f"new name server is chosen. OLD: null , NEW: {server}. namesrvIndex = 7"
    return line(second, message, "INFO", "RocketmqRemoting")


@pytest.mark.parametrize("lost", ["the making of the second", "no making"])
def test_a_choice_is_nobodys_where_the_process_had_another_client_whose_choice_is_lost(tmp_path, lost):
    """The only choice that is left is the second client's; the first one had a server of its own."""
    second = [] if lost == "the making of the second" else [made(2, 1, "10.0.0.5@two")]
    lines = [made(0, 0, "10.0.0.5@one"), *start_of(1, "10.0.0.5@one", "G"), *second]
    lines += [
        chose(3, "10.0.0.2:9876"),
        *start_of(3, "10.0.0.5@two", "H"),
        route(4, "%RETRY%G", a=False),
        route(5, "%RETRY%H", a=False),
    ]
    lines += [*sent_back(50, "G"), *sent_back(51, "H")]
    findings = findings_of(tmp_path, "routing/request_to_nameserver", lines)
    assert [(f["subject"].get("client_id"), f["subject"].get("nameserver")) for f in findings] == [
        ("10.0.0.5@one", None),
        ("10.0.0.5@two", None),
    ]


def test_processes_of_one_host_may_give_their_clients_the_same_id(tmp_path):
    """Each has a client of its own by it, and a group on that."""
    one, two = (
        [
            made(0, 0, "10.0.0.5@one"),
            *start_of(1, "10.0.0.5@one", group),
            chose(1, server),
            route(31, "T", a=False),
            *sent_back(50, group),
        ]
        for group, server in (("G", "10.0.0.1:9876"), ("H", "10.0.0.2:9876"))
    )
    write_logs(tmp_path / "input", {"c": {"rocketmq_client.log": one}, "d": {"rocketmq_client.log": two}})
    with case_of([str(tmp_path / "input")]) as case:
        subjects = [f["subject"] for f in check_case(case)["findings"] if f["rule"] == "routing/request_to_nameserver"]
    assert [(s["client_node"], s["client_id"], s["nameserver"]) for s in subjects] == [
        ("c", "10.0.0.5@one", "10.0.0.1:9876"),
        ("d", "10.0.0.5@one", "10.0.0.2:9876"),
    ]


def registering(second, name, address, nameserver):
    """Return the lines of a broker's start, and of its registration at a name server."""
    boot = f"The broker[{name}, {address}] boot success. serializeType=JSON and name server is {nameserver}"
    registered = f"Registering current broker to name server completed. TargetHost={nameserver}"
    return [f"{NOON + timedelta(seconds=second):%Y-%m-%d %H:%M:%S} INFO main - {said}" for said in (boot, registered)]


@pytest.mark.parametrize("lost", [(), ("b0-1",), ("b1-1",)], ids=["all", "its slave's log lost", "the other slave's log lost"])
@pytest.mark.parametrize(("net", "lacks"), [("10.0.0", 31), ("10.0.1", 45)])
def test_of_two_clients_in_two_clusters_that_name_all_alike_each_has_its_own_broker(tmp_path, net, lacks, lost):
    """By where the brokers register: the name server that was asked is of one cluster, and each client's routes are."""
    other = {"10.0.0": "10.0.1", "10.0.1": "10.0.0"}[net]
    routes = [(1, "10.0.0", True), (2, "10.0.1", True), (31, "10.0.0", False), (45, "10.0.1", False)]
    lines = [made(0, 0, "10.0.9.9@x"), made(0.5, 1, "10.0.9.9@y")]
    lines += [route(at, "T", b=has).replace("10.0.0", of) for at, of, has in routes]
    failed = f"Failed to send message back, consumerGroup=G, brokerName=b, mq=null, message={printed('b', 7)}"
    lines += [line(70, failed, "ERROR"), f"{LOST}wait response on the channel <{net}.1:9876> timeout, 5000(ms)", STACK]
    logs = {"c": {"rocketmqlogs/rocketmq_client.log": lines}}
    for number, of in enumerate((net, other)):
        own = [registering(0, "b", f"{of}.{host}:10911", f"{of}.1:9876") for host in (7, 8)]
        logs |= {f"b{number}-{k}": {"broker.log": told} for k, told in enumerate(own) if f"b{number}-{k}" not in lost}
    write_logs(tmp_path / "input", logs)
    with case_of([str(tmp_path / "input")]) as case:
        (finding,) = check_case(case)["findings"]
    assert f"since 12:00:{lacks}.000Z" in finding["explanation"]
    assert f"Until then {net}.7:10911 had been master." in finding["explanation"]
