"""What goes wrong on the POP path around a single message: by a handful of lines, and by lines that only look like it."""

import pytest
from test_pop_releases import PUT, T0, analyze, ck, findings, line, merged, started, wrap

__all__ = ["analyze"]

REFUSED = "Too much msgs unacked, then stop poping. topic=T, group=G, queueId=0"
REMOVED = "Remove unused queue lock: T@G@0, {at}, {held}"
FINISH = "reviveQueueId=3, revive finish,old offset is {old}, new offset is {new}, ckDelay=0  "
FIND = (
    'reviveQueueId=3,find ck, offset:{at}, raw : {{"bm":0,"bn":"b","c":"G","d":[0],"it":{it},"n":1,"pt":{pt},"q":{q},"ro":0,'
    '"so":{so},"t":"T"}}'
)
RETRY = "reviveQueueId=3,retry msg, ck={ck}, msg queueId 0, offset {offset}, reviveDelay=3, result is {put} "


def pop_log(analyze, *lines, **logs):
    """Return the document of one broker whose pop.log has *lines*, between two that say nothing of interest."""
    around = [line(-50_000, FINISH.format(old=0, new=0)), *lines, line(900_000, FINISH.format(old=99, new=99))]
    return analyze({"n": {"pop.log": around, "broker.log": [started(), *logs.get("broker", [])]}})[0]


def refused(ms):
    return line(ms, REFUSED, level="WARN", thread="PullMessageThread_1")


def removed(ms, locked_ms, held="true"):
    return line(ms, REMOVED.format(at=T0 + locked_ms, held=held), thread="QueueLockManager")


def test_a_lock_taken_in_the_second_of_a_refused_pop_is_what_it_left_behind(analyze):
    doc = pop_log(analyze, refused(0), removed(110_000, 134))
    (finding,) = findings(doc, "pop/queue_lock_kept")
    assert (finding["verdict"], finding["cause"]["issue"]) == ("violated", "apache/rocketmq#8601")
    assert finding["subject"] == {"broker": "b", "topic": "T", "group": "G", "queue_id": 0}
    assert len(finding["evidence"]) == 2


@pytest.mark.parametrize(
    "lines",
    [
        [refused(0)],
        [removed(110_000, 134)],
        [refused(0), removed(110_000, 134, held="false")],
        [refused(0), removed(110_000, 5_134)],
        [refused(0), removed(400_000, 134)],
    ],
    ids=["refused alone", "removed alone", "released", "locked by another pop", "far too late"],
)
def test_a_refusal_or_an_old_lock_alone_is_no_finding(analyze, lines):
    assert findings(pop_log(analyze, *lines), "pop/queue_lock_kept") == []


UP = started().partition(" - ")[2]


@pytest.mark.parametrize(
    ("said", "cause"),
    [
        ([], "unexplained"),
        ([line(50_000, UP, thread="main")], "broker_crash"),
        # Revive runs before its broker says that it is up.
        ([line(80_000, "brokerName=b", thread="main"), line(95_000, UP, thread="main")], "broker_crash"),
        ([line(85_000, "Set PopReviveService Status to true", thread="main")], "broker_crash"),
        ([line(85_000, "Set PopReviveService Status to true", thread="AdminBrokerThread_1")], "failover"),
    ],
    ids=["nothing", "a start", "a start that takes long", "a start of which the rest is lost", "a role"],
)
def test_a_revive_offset_that_falls_is_told_with_what_lies_between(analyze, said, cause):
    cycles = [line(10_000, FINISH.format(old=4, new=17)), line(90_000, FINISH.format(old=15, new=16))]
    (finding,) = findings(pop_log(analyze, *cycles, broker=said), "pop/revive_offset_fell")
    assert (finding["verdict"], finding["severity"], finding["occurrences"]) == ("violated", "warning", 2)
    assert finding["cause"]["class"] == cause


def test_a_revive_offset_that_only_grows_is_no_finding(analyze):
    doc = pop_log(analyze, line(10_000, FINISH.format(old=4, new=17)), line(90_000, FINISH.format(old=17, new=17)))
    assert findings(doc, "pop/revive_offset_fell") == []


def test_a_pop_log_that_two_brokers_share_shows_no_offset_fall(analyze):
    cycles = [line(10_000, FINISH.format(old=4, new=17)), line(20_000, FINISH.format(old=1, new=2))]
    doc, _ = analyze({"n": {"pop.log": cycles, "broker.log": [started("a"), started("b")]}})
    assert findings(doc, "pop/revive_offset_fell") == []


def both(first_acked):
    """Return the lines of two checkpoints of one key, queue 12 from 3 and queue 1 from 23, of which the later is retried."""
    found = [line(22_000, FIND.format(at=at, it=20_000, pt=T0, q=q, so=so)) for at, q, so in ((0, 12, 3), (1, 1, 23))]
    ack = f'{{"ao":3,"bn":"b","c":"G","pt":{T0},"q":12,"so":3,"t":"T"}}'
    acks = [line(22_000, f"reviveQueueId=3, find ack, offset:2, raw : {ack}")] if first_acked else []
    retried = ck(at=1).replace("queueId=0", "queueId=1").replace("startOffset=10", "startOffset=23").replace("[0, 1]", "[0]")
    retry = RETRY.format(ck=retried.replace("num=2", "num=1"), offset=23, put=PUT.format(ms=T0 + 23_000)).replace(
        "queueId 0", "queueId 1"
    )
    return [*found, *acks, line(23_000, retry), line(24_000, FINISH.format(old=-1, new=1))]


def test_the_earlier_of_two_checkpoints_of_one_key_is_passed_over(analyze):
    (finding,) = findings(pop_log(analyze, *both(first_acked=False)), "pop/checkpoint_key_shared")
    assert (finding["verdict"], finding["subject"]["queue_id"], finding["subject"]["offsets"]) == ("violated", 12, [3])
    assert finding["cause"]["class"] == "known_fault"
    assert finding["cause"]["issue"] is None


def test_an_acked_message_loses_nothing_by_a_shared_key(analyze):
    assert findings(pop_log(analyze, *both(first_acked=True)), "pop/checkpoint_key_shared") == []


def test_a_time_for_an_offset_must_lie_between_the_pop_and_the_line(analyze):
    def found(offset):
        read = f"topic:T, qid:0, offset:{offset}, brokerName:a, info:x, retry:true, then continue"
        copy = FIND.format(at=7, it=30_000, pt=T0, q=0, so=offset)
        return pop_log(analyze, line(60_000, copy), line(60_000, f"reviveQueueId=3, can not get biz msg, {read}"))

    (finding,) = findings(found(T0 + 20_000), "pop/timestamp_taken_for_offset")
    assert (finding["verdict"], finding["subject"]["offset"]) == ("violated", T0 + 20_000)
    for offset in (T0 - 5_000, T0 + 500_000, 1_234_567):
        assert findings(found(offset), "pop/timestamp_taken_for_offset") == []


@pytest.mark.parametrize(("failures", "count"), [(2, 0), (3, 1)])
def test_revive_is_halted_once_three_cycles_in_a_row_have_failed(analyze, failures, count):
    failed = [
        line(ms, "reviveQueueId=3, revive error\njava.lang.IllegalStateException: x\n\tat a.B.c(B.java:1)", level="ERROR")
        for ms in range(1_000, 1_000 + failures * 1_000, 1_000)
    ]
    assert len(findings(pop_log(analyze, *failed), "pop/revive_halted")) == count


def test_one_pop_that_brings_a_message_back_from_two_copies_of_its_checkpoint(analyze):
    found = [line(22_000, FIND.format(at=at, it=20_000, pt=T0, q=0, so=10)) for at in (4, 9)]
    one = ck().replace("num=2", "num=1").replace("[0, 1]", "[0]")
    retries = [
        line(
            23_000 + at,
            RETRY.format(ck=one.replace("reviveOffset=0", f"reviveOffset={at}"), offset=10, put=PUT.format(ms=T0 + 23_000)),
        )
        for at in (4, 9)
    ]
    (finding,) = findings(pop_log(analyze, *found, *retries), "pop/revived_twice")
    assert (finding["verdict"], finding["occurrences"], finding["cause"]["class"]) == ("violated", 1, "unexplained")
    assert "lies twice" in finding["explanation"]
    assert "Upgrade brokers of 5.0.0 to 5.1.4" in finding["remedy"]


def test_a_checkpoint_that_was_handed_over_twice_is_a_failovers_and_told_with_both_its_queues(analyze):
    """Queues of the broker that revives, and a checkpoint of another broker: only a replica of that one hands it over."""
    places = ((3, 4), (6, 9))
    body = FIND.format(at=0, it=20_000, pt=T0, q=0, so=10)
    found = [
        line(22_000, body.replace("offset:0", f"offset:{at}").replace("Id=3", f"Id={queue}").replace('"bn":"b"', '"bn":"a"'))
        for queue, at in places
    ]
    one = ck(broker="a").replace("num=2", "num=1").replace("[0, 1]", "[0]")
    retries = [
        line(
            23_000 + at,
            RETRY.format(
                ck=one.replace("reviveOffset=0", f"reviveOffset={at}"), offset=10, put=PUT.format(ms=T0 + 23_000)
            ).replace("Id=3", f"Id={queue}"),
        )
        for queue, at in places
    ]
    (finding,) = findings(pop_log(analyze, *found, *retries), "pop/revived_twice")
    assert (finding["verdict"], finding["severity"], finding["cause"]["class"]) == ("violated", "warning", "failover")
    assert "in two revive queues of n, 3 (offset 4) and 6 (offset 9)" in finding["explanation"]


def test_a_pop_that_two_replicas_of_its_broker_revived_is_a_failovers(analyze):
    """Each has a revive queue of its own: no timer delivered the checkpoint twice."""
    one = ck().replace("num=2", "num=1").replace("[0, 1]", "[0]")
    logs = {}
    for number, (node, at) in enumerate((("n", 4), ("m", 9))):
        ms = 23_000 + number * 10_000
        again = RETRY.format(ck=one.replace("reviveOffset=0", f"reviveOffset={at}"), offset=10, put=PUT.format(ms=T0 + ms))
        found = line(22_000, FIND.format(at=at, it=20_000, pt=T0, q=0, so=10))
        logs[node] = {
            "pop.log": [found, line(ms, again)],
            "broker.log": [started().replace("10911", f"1091{number}")],
        }
    doc, _ = analyze(logs)
    (finding,) = findings(doc, "pop/revived_twice")
    assert (finding["severity"], finding["cause"]["class"]) == ("warning", "failover")
    assert "Two replicas of b revived it, m last" in finding["explanation"]


GROUP_CLEARED = "PopInflightMessageCounter#clearInFlightMessageNumByGroupName: clean by group, topic=T, group={}"


def popped_again_after(*said):
    """Return the logs of a broker that gives a batch out again, acked, after it said *said*."""
    later = wrap().replace(str(T0 + 20_000), str(T0 + 50_000))
    lines = [*merged(nameless=False)[:2], line(30_000, f"[PopBuffer]add ck, {later}", thread="PullMessageThread_1")]
    return {"n": {"pop.log": lines, "broker.log": [started(), *(line(25_000, text) for text in said)]}}


@pytest.mark.parametrize(
    "said",
    [
        GROUP_CLEARED.format("G"),
        "clean group offset T@G",
        "Consumer offset manager clean group offset, groupName=G, offsetTable=true, resetOffsetTable=true, pullOffsetTable=true",
    ],
)
def test_a_group_deleted_with_its_offsets_pops_again(analyze, said):
    doc, _ = analyze(popped_again_after(said))
    (finding,) = findings(doc, "pop/acked_message_redelivered")
    assert (finding["verdict"], finding["cause"]["class"], finding["severity"]) == ("violated", "offset_reset", "warning")
    assert any(said in quote["text"] for quote in finding["evidence"])


def test_another_group_that_is_deleted_explains_nothing(analyze):
    doc, _ = analyze(popped_again_after(GROUP_CLEARED.format("H"), "clean group offset T@H"))
    (finding,) = findings(doc, "pop/acked_message_redelivered")
    assert (finding["verdict"], finding["cause"]["class"]) == ("suspected", "unexplained")


MOVED_BACK = (
    "[NOTIFYME]update consumer offset less than store. clientHost=10.0.0.5:40000, key={}, queueId={}, requestOffset={}, "
    "storeOffset=15"
)


@pytest.mark.parametrize(
    ("key", "queue", "offset", "thread", "cause"),
    [
        ("T@G", 0, 10, "ConsumerManageThread_1", "offset_reset"),
        ("T@G", 0, 11, "ConsumerManageThread_1", "unexplained"),  # behind the message
        ("T@G", 1, 10, "ConsumerManageThread_1", "unexplained"),
        ("T@H", 0, 10, "ConsumerManageThread_1", "unexplained"),
        ("T@G", 0, 10, "PullMessageThread_1", "unexplained"),  # the pop's own
    ],
)
def test_an_offset_that_a_client_commits_below_what_was_popped_is_a_reset(analyze, key, queue, offset, thread, cause):
    logs = popped_again_after()
    said = MOVED_BACK.format(key, queue, offset)
    logs["n"]["broker.log"].append(line(25_000, said, level="WARN", thread=thread))
    doc, _ = analyze(logs)
    (finding,) = findings(doc, "pop/acked_message_redelivered")
    assert (finding["verdict"], finding["cause"]["class"]) == ("violated" if cause == "offset_reset" else "suspected", cause)
    assert any(said in quote["text"] for quote in finding["evidence"]) == (cause == "offset_reset")


DELETED = (
    "delete topic config OK, topic: TopicConfig [topicName=T, readQueueNums=4, writeQueueNums=4, perm=RW-, "
    "topicFilterType=SINGLE_TAG, topicSysFlag=0, order=false, attributes={}]"
)


@pytest.mark.parametrize(("thread", "excused"), [("AdminBrokerThread_3", True), ("BrokerControllerScheduledThread1", False)])
def test_a_slave_that_takes_over_its_masters_topics_deletes_none(analyze, thread, excused):
    """A message of a topic that was deleted and made again is another one; a slave deletes what it makes anew at once."""
    logs = popped_again_after()
    logs["n"]["broker.log"].append(line(25_000, DELETED, thread=thread))
    doc, _ = analyze(logs)
    assert [f["cause"]["class"] for f in findings(doc, "pop/acked_message_redelivered")] == ([] if excused else ["unexplained"])


NOT_PUT = "[PopBuffer]put ck to store fail: {ck}, PutMessageResult [putMessageStatus=SERVICE_NOT_AVAILABLE, {rest}]"


@pytest.mark.parametrize(("later", "told"), [([PUT], "A later try stored it."), ([], "No line shows that a later try stored it")])
def test_whether_a_checkpoint_that_was_not_stored_was_stored_later_is_told(analyze, later, told):
    failed = [
        line(ms, NOT_PUT.format(ck=wrap(), rest="appendMessageResult=null, remotePut=false"), level="ERROR") for ms in (0, 1_000)
    ]
    stored = [line(2_000, f"[PopBuffer]put ck to store ok: {wrap(stored=True)}, {put.format(ms=T0 + 2_000)}") for put in later]
    (finding,) = findings(pop_log(analyze, *failed, *stored), "pop/checkpoint_not_stored")
    assert (finding["verdict"], finding["severity"], finding["occurrences"]) == ("violated", "warning", 1)
    assert told in finding["explanation"]
    assert len(finding["steps"]) == 1 + len(later)


def test_a_checkpoint_stored_before_is_no_later_try(analyze):
    stored = line(0, f"[PopBuffer]put ck to store ok: {wrap(stored=True)}, {PUT.format(ms=T0)}")
    failed = line(2_000, NOT_PUT.format(ck=wrap(), rest="appendMessageResult=null, remotePut=false"), level="ERROR")
    (finding,) = findings(pop_log(analyze, stored, failed), "pop/checkpoint_not_stored")
    assert "No line shows that a later try stored it" in finding["explanation"]
