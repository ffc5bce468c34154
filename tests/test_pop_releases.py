"""POP in the words of releases that no trace is of: 5.0.0, 5.1.4, 5.2.0 failover, and the key value store of 5.3.2."""

from datetime import UTC, datetime, timedelta

import pytest
from conftest import write_logs

from forensics.engines.local import Reading
from forensics.library import case_of, check_case
from forensics.tables import STATES

T0 = 1_790_000_000_000
"""Some pop time, in epoch milliseconds."""
CK = (
    "PopCheckPoint [topic=T, cid=G, queueId=0, startOffset=10, bitMap=0, num=2, reviveTime={due}, reviveOffset={at}, "
    "diff=[0, 1], brokerName={broker}]"
)
WRAP = "CkWrap{{rq=3, rqo={rqo}, ck={ck}, bits={bits}, sBits=0, nbo=12, cks={cks}, jo={jo}}}"
ACK = "AckMsg{{ackOffset=10, startOffset=10, consumerGroup='G', topic='T', queueId=0, popTime={pop}, brokerName={broker}}}"
PUT = (
    "PutMessageResult [putMessageStatus=PUT_OK, appendMessageResult=AppendMessageResult{{status=PUT_OK, wroteOffset=1, "
    "wroteBytes=2, msgId='null', storeTimestamp={ms}, logicsOffset=4, pagecacheRT=0, msgNum=1}}, remotePut=false]"
)


def line(ms, message, level="INFO", thread="PopReviveService_3"):
    """Return a broker's log line of the time T0 + *ms*."""
    at = datetime.fromtimestamp((T0 + ms) / 1_000, UTC) + timedelta(hours=8)
    return f"{at:%Y-%m-%d %H:%M:%S} {level} {thread} - {message}"


def started(broker="b"):
    return line(
        -60_000, f"The broker[{broker}, 127.0.0.1:10911] boot success. serializeType=JSON and name server is 127.0.0.1:9876"
    )


def ck(due=20_000, at=0, broker="b"):
    return CK.format(due=T0 + due, at=at, broker=broker)


def wrap(bits=0, stored=False, jo=False, broker="b"):
    stored_text = str(stored or jo).lower()
    return WRAP.format(rqo=5 if stored else -1, ck=ck(broker=broker), bits=bits, cks=stored_text, jo=str(jo).lower())


@pytest.fixture
def analyze(tmp_path):
    """Give a function from the logs of nodes to the findings document and the states."""

    def run(logs):
        write_logs(tmp_path / "input", logs)
        with case_of([str(tmp_path / "input")]) as case:
            tables = {}
            for name in ("redeliveries", "rewrite_chains", "lost_messages", "checkpoints"):
                table = STATES[name]
                tables[name] = case.read(type(table)(f"states/{name}", table.row, table.columns)).to_dicts()
            return check_case(case), tables

    return run


def findings(doc, rule):
    return [f for f in doc["findings"] if f["rule"] == rule]


def merged(nameless):
    """Return the lines of a batch whose first message is acked at once and is lost on the way to the store."""
    name = "null" if nameless else "b"
    return [
        line(0, f"[PopBuffer]add ck, {wrap()}", thread="PullMessageThread_1"),
        line(1_000, f"[PopBuffer]add ack, rqId=3, {wrap(1)}, {ACK.format(pop=T0, broker='b')}", thread="AckMessageThread_1"),
        line(
            11_000,
            f"[PopBuffer]put ck to store ok: {wrap(1, True)}, {PUT.format(ms=T0 + 11_000)}",
            thread="PopBufferMergeService",
        ),
        line(
            11_000,
            f"[PopBuffer]put ack to store ok: {wrap(1, True)}, {ACK.format(pop=T0, broker=name)}, {PUT.format(ms=T0 + 11_000)}",
            thread="PopBufferMergeService",
        ),
    ]


OLD_RETRY = "reviveQueueId=3,retry msg , ck={ck}, msg queueId 0, offset {offset}, reviveDelay=3, result is {put} "


def test_the_texts_of_5_1_4_are_read_and_proven_alike(analyze):
    """The mechanism proves the cause, whatever the release: here in words of releases that do not have the fault."""
    lines = [*merged(nameless=True), line(23_000, OLD_RETRY.format(ck=ck(), offset=10, put=PUT.format(ms=T0 + 23_000)))]
    doc, tables = analyze({"n": {"pop.log": lines, "broker.log": [started()]}})
    (finding,) = findings(doc, "pop/acked_message_redelivered")
    assert finding["verdict"] == "violated"
    assert finding["cause"]["issue"] == "apache/rocketmq#8835"
    assert finding["subject"]["offsets"] == [10]
    assert tables["redeliveries"][0]["mechanism"] == "nameless_ack"


def test_a_checkpoint_put_on_another_broker_left_the_buffer_within_a_second(analyze):
    """Such a put tells no time of its own: it was 2.9 s before the revive time, in a second that begins 3.5 s before it."""
    near, away = wrap().replace(str(T0 + 20_000), str(T0 + 6_500)), "appendMessageResult=null, remotePut=true]"
    lines = [
        line(0, f"[PopBuffer]add ck, {near}", thread="PullMessageThread_1"),
        line(1_000, f"[PopBuffer]add ack, rqId=3, {near}, {ACK.format(pop=T0, broker='b')}", thread="AckMessageThread_1"),
        line(3_600, f"[PopBuffer]put ck to store ok: {near}, PutMessageResult [putMessageStatus=PUT_OK, {away}"),
        line(9_000, OLD_RETRY.format(ck=ck(due=6_500), offset=10, put=PUT.format(ms=T0 + 9_000))),
    ]
    _, tables = analyze({"n": {"pop.log": lines, "broker.log": [started()]}})
    assert [row["left_because"] for row in tables["checkpoints"]] == ["near_revive"]


def test_an_unacked_message_of_the_same_batch_is_none(analyze):
    lines = [*merged(nameless=True), line(23_000, OLD_RETRY.format(ck=ck(), offset=11, put=PUT.format(ms=T0 + 23_000)))]
    doc, tables = analyze({"n": {"pop.log": lines, "broker.log": [started()]}})
    assert findings(doc, "pop/acked_message_redelivered") == []
    assert [r["cause"] for r in tables["redeliveries"]] == ["never_acked"]


def test_acks_with_long_names_of_5_0_0_are_joined(analyze):
    body = f'"popTime":{T0},"queueId":0,"startOffset":10,"topic":"T"'
    copy = f'{{"bm":0,"bn":"b","c":"G","d":[0,1],"it":20000,"n":2,"pt":{T0},"q":0,"ro":0,"so":10,"t":"T"}}'
    lines = [
        line(0, f"[PopBuffer]add ck just offset, {wrap(jo=True)}", thread="PullMessageThread_1"),
        line(19_000, f"reviveQueueId=3,find ck, offset:7, raw : {copy}"),
        line(19_000, f'reviveQueueId=3,find ack, offset:6, raw : {{"ackOffset":10,"brokerName":"b","consumerGroup":"G",{body}}}'),
        line(23_000, OLD_RETRY.format(ck=ck(at=7), offset=10, put=PUT.format(ms=T0 + 23_000))),
    ]
    doc, tables = analyze({"n": {"pop.log": lines, "broker.log": [started()]}})
    (again,) = tables["redeliveries"]
    assert (again["in_time"], again["mechanism"]) == ("in_time", "ack_before_checkpoint")
    (finding,) = findings(doc, "pop/acked_message_redelivered")
    assert (finding["cause"]["class"], finding["cause"]["candidates"]) == ("unexplained", [])


def test_an_ack_that_overtook_its_checkpoint_is_quoted_and_laid_to_the_timer(analyze):
    """A timer that is behind hands on at once what is due when it comes (HookUtils.handleScheduleMessage): no release differs."""
    copy = f'{{"bm":0,"bn":"b","c":"G","d":[0,1],"it":20000,"n":2,"pt":{T0},"q":0,"ro":0,"so":10,"t":"T"}}'
    lines = [
        line(0, f"[PopBuffer]add ck just offset, {wrap(jo=True)}", thread="PullMessageThread_1"),
        line(20_000, f"[PopBuffer]add ack fail, rqId=3, no ck, {ACK.format(pop=T0, broker='b')}", thread="AckMessageThread_1"),
        line(22_000, f'reviveQueueId=3,find ack, offset:6, raw : {{"ao":10,"bn":"b","c":"G","pt":{T0},"q":0,"so":10,"t":"T"}}'),
        line(39_000, f"reviveQueueId=3,find ck, offset:7, raw : {copy}"),
        line(40_000, OLD_RETRY.format(ck=ck(at=7), offset=10, put=PUT.format(ms=T0 + 40_000))),
    ]
    doc, _ = analyze({"n": {"pop.log": lines, "broker.log": [started()]}})
    (finding,) = findings(doc, "pop/acked_message_redelivered")
    assert (finding["verdict"], finding["cause"]["candidates"]) == ("suspected", ["late_ack"])
    assert "timer of the broker is behind" in finding["explanation"]
    assert "Upgrade" not in finding["remedy"]
    says = {quote["says"] for quote in finding["evidence"]}
    assert "the ack, and the revive queue it lies in" in says
    assert "the broker took the ack before the revive time" not in says


@pytest.mark.parametrize(("releases", "advised"), [({"n": "5.3.1"}, True), ({"n": "5.4.0"}, False)])
def test_no_upgrade_is_advised_to_a_release_without_the_fault(tmp_path, releases, advised):
    copy = f'{{"bm":0,"bn":"b","c":"G","d":[0,1],"it":20000,"n":2,"pt":{T0},"q":0,"ro":0,"so":10,"t":"T"}}'
    lines = [
        line(0, f"[PopBuffer]add ck just offset, {wrap(jo=True)}", thread="PullMessageThread_1"),
        line(1_000, f"[PopBuffer]add ack fail, rqId=3, no ck, {ACK.format(pop=T0, broker='b')}", thread="AckMessageThread_1"),
        line(19_000, f"reviveQueueId=3,find ck, offset:7, raw : {copy}"),
        line(22_000, f'reviveQueueId=3,find ack, offset:8, raw : {{"ao":10,"bn":"b","c":"G","pt":{T0},"q":0,"so":10,"t":"T"}}'),
        line(23_000, OLD_RETRY.format(ck=ck(at=7), offset=10, put=PUT.format(ms=T0 + 23_000))),
    ]
    write_logs(tmp_path / "input", {"n": {"pop.log": lines, "broker.log": [started()]}})
    with case_of([str(tmp_path / "input")], Reading(releases=releases)) as case:
        (finding,) = findings(check_case(case), "pop/acked_message_redelivered")
    assert (finding["verdict"], finding["cause"]["class"]) == ("violated", "unexplained")
    assert finding["remedy"].startswith("Upgrade") == advised


def test_a_broker_that_lost_its_buffer_pops_again(analyze):
    lines = merged(nameless=False)[:2]
    lines.append(
        line(30_000, f"[PopBuffer]add ck, {wrap().replace(str(T0 + 20_000), str(T0 + 50_000))}", thread="PullMessageThread_1")
    )
    again = line(25_000, "The broker[b, 127.0.0.1:10911] boot success. serializeType=JSON and name server is 127.0.0.1:9876")
    doc, _ = analyze({"n": {"pop.log": lines, "broker.log": [started(), again]}})
    (finding,) = findings(doc, "pop/acked_message_redelivered")
    assert (finding["cause"]["class"], finding["severity"]) == ("broker_crash", "warning")
    assert any("boot success" in quote["text"] for quote in finding["evidence"])


def test_the_same_without_the_restart_is_only_suspected(analyze):
    lines = merged(nameless=False)[:2]
    lines.append(
        line(30_000, f"[PopBuffer]add ck, {wrap().replace(str(T0 + 20_000), str(T0 + 50_000))}", thread="PullMessageThread_1")
    )
    doc, _ = analyze({"n": {"pop.log": lines, "broker.log": [started()]}})
    (finding,) = findings(doc, "pop/acked_message_redelivered")
    assert (finding["verdict"], finding["cause"]["class"]) == ("suspected", "unexplained")
    assert "offset_reset" in finding["cause"]["candidates"]


def test_a_failed_remote_read_of_5_2_0_may_be_a_lost_message(analyze):
    """5.1.0 to 5.2.0 say it at WARN without queue and reason, and with default logging nothing says that it was not acked.

    A replica that acts as master hands checkpoints and acks over, each to any revive queue: acked messages are read like this.
    """
    doc, tables = analyze(
        {
            "n": {
                "pop.log": [line(23_000, "reviveQueueId=3, can not get biz msg topic is T, offset is 10, then continue", "WARN")],
                "broker.log": [started(), line(23_000, "can't find broker address for topic T", "WARN")],
            }
        }
    )
    (finding,) = findings(doc, "pop/lost_message")
    assert finding["verdict"] == "suspected"
    assert "acks that a replica hands over" in finding["explanation"]
    assert finding["cause"]["issue"] == "apache/rocketmq#8460"
    assert finding["subject"]["offset"] == 10
    assert tables["rewrite_chains"] == []


VAIN = "reviveQueueId=3, can not get biz msg topic is T, offset is 10, then continue"


@pytest.mark.parametrize(
    ("at_ms", "broker_log", "told"),
    [
        ((23_000, 24_000, 25_000, 26_000), [], [("pop/ck_rewrite_loop", 4)]),
        ((23_000, 24_000, 25_000), [], [("pop/lost_message", 1)] * 3),
        ((23_000, 23_000, 24_000, 24_000), [], [("pop/lost_message", 1)] * 4),
        ((23_000, 24_000, 25_000, 26_000), [started(), line(60_000, "shutdown")], [("pop/lost_message", 1)] * 4),
    ],
)
def test_vain_reads_cycle_after_cycle_are_a_loop_where_no_broker_log_tells_of_each(analyze, at_ms, broker_log, told):
    """What is given up is not read again; broker.log tells of each vain read of the own store, a loop's alone."""
    logs = {"pop.log": [line(ms, VAIN, "WARN") for ms in at_ms]} | ({"broker.log": broker_log} if broker_log else {})
    doc, _ = analyze({"n": logs})
    assert [(f["rule"], f["occurrences"]) for f in doc["findings"]] == told
    assert {f["verdict"] for f in doc["findings"]} == {"suspected"}
    loops = findings(doc, "pop/ck_rewrite_loop")
    assert all("queue_id" not in f["subject"] and "several queues" in f["explanation"] for f in loops)


OVERFLOW = (
    "Can not get msg , topic T, offset 10, queueId 0, result is GetMessageResult [status=OFFSET_OVERFLOW_BADLY, "
    "nextBeginOffset=8, minOffset=0, maxOffset=8, bufferTotalSize=0, messageCount=0, suggestPullingFromSlave=false]"
)
OF_ANOTHER = f'{{"bm":0,"bn":"a","c":"G","d":[0],"it":20000,"n":1,"pt":{T0},"q":0,"ro":0,"so":10,"t":"T"}}'
OF_ITS_OWN = OF_ANOTHER.replace('"bn":"a"', '"bn":"b"')


@pytest.mark.parametrize(
    ("vain", "thread", "copy", "rule"),
    [
        (VAIN, "NettyClientPublicExecutor_1", None, "pop/lost_message"),
        (VAIN.replace(", can", ",can").replace("10,", "10 ,"), "PopReviveService_3", None, "pop/lost_message"),
        (VAIN, "PopReviveService_3", OF_ANOTHER, "pop/lost_message"),
        (VAIN, "PopReviveService_3", OF_ITS_OWN, "pop/ck_rewrite_loop"),
    ],
)
def test_vain_reads_that_can_only_be_given_up_are_no_loop_and_no_repetition_proves_one(analyze, vain, thread, copy, rule):
    """5.0.0 gives each message up, any release up to 5.3.0 one of another broker; lines of further groups may be lost."""
    found = [line(19_000, f"reviveQueueId=3,find ck, offset:7, raw : {copy}")] if copy else []
    reads = [line(ms, vain, "WARN", thread) for ms in (23_000, 24_000, 25_000, 26_000)]
    doc, _ = analyze({"n": {"pop.log": [*found, *reads], "broker.log": [started()]}})
    assert {(f["rule"], f["verdict"]) for f in doc["findings"]} == {(rule, "suspected")}


@pytest.mark.parametrize(
    ("vain", "told", "rewritten"),
    [(VAIN.replace(", can", ",can").replace("10,", "10 ,"), ["pop/lost_message"], [0]), (VAIN, [], [1])],
)
def test_what_the_status_of_a_read_makes_of_its_checkpoint_is_another_thing_in_5_0_0(analyze, vain, told, rewritten):
    """It gives every message up that it cannot read; 5.1.0 to 5.3.0 put the checkpoint again after this status."""
    read = line(23_000, OVERFLOW, "WARN", "PopReviveService_3")
    doc, tables = analyze({"n": {"pop.log": [line(23_000, vain, "WARN", "PopReviveService_3")], "broker.log": [started(), read]}})
    assert [f["rule"] for f in doc["findings"]] == told
    assert [one["rewrites"] for one in tables["rewrite_chains"]] == rewritten
    for finding in doc["findings"]:
        assert "the broker calls it not worth another try" in finding["explanation"]
        assert len(finding["evidence"]) == 2


def test_checkpoints_of_one_message_that_back_off_in_turn_are_told_each_by_itself(analyze):
    """Two groups had popped it: the first one's reads are at 0, 7, 27 and 57 s, and it is read when it is due again."""
    where = "topic:T, qid:0, offset:10, brokerName:a"
    vain = f"reviveQueueId=3, can not get biz msg, {where}, info:Response Code:2, retry:true, then continue"
    put = PUT.format(ms=T0)
    retry = f"reviveQueueId=3,retry msg, ck={ck(broker='a')}, msg queueId 0, offset 10, reviveDelay=2, result is {put}"
    reads = [line(20_000 + s * 1_000, vain) for s in (0, 7, 27, 36, 46, 57, 66, 95)]
    back = [line(20_000 + s * 1_000, retry.replace("a],", "a, rePutTimes=4],")) for s in (117, 156)]
    doc, tables = analyze({"n": {"pop.log": [*reads, *back], "broker.log": [started()]}})
    said = [f["explanation"] for f in findings(doc, "pop/ck_rewrite_loop")]
    assert [text.split("pausing ")[1].split(" s between")[0] for text in said] == ["7, 20, 30", "10, 20, 29"]
    assert all("put its checkpoint again 4 times" in text for text in said)
    ended = [(chain["ended_by"], (chain["ended_lo"] // 1_000 - T0) // 1_000) for chain in tables["rewrite_chains"]]
    assert ended == [("read", 137), ("read", 176)]


@pytest.mark.parametrize(("thread", "told"), [("NettyClientPublicExecutor_1", ("a", 1)), ("PopReviveService_3", (None, None))])
def test_an_answer_of_another_broker_is_of_no_message_of_the_node_itself(analyze, thread, told):
    """Two checkpoints of one revive queue hold the offset: one of the node's own broker, and one of another."""
    copies = [
        f'{{"bm":0,"bn":"{broker}","c":"G","d":[0],"it":20000,"n":1,"pt":{T0},"q":{queue},"ro":0,"so":10,"t":"T"}}'
        for broker, queue in (("b", 0), ("a", 1))
    ]
    found = [line(19_000, f"reviveQueueId=3,find ck, offset:{7 + n}, raw : {copy}") for n, copy in enumerate(copies)]
    read = line(23_000, "reviveQueueId=3, can not get biz msg topic is T, offset is 10, then continue", "WARN", thread)
    _, tables = analyze({"n": {"pop.log": [*found, read], "broker.log": [started()]}})
    (lost,) = tables["lost_messages"]
    assert (lost["message_broker"], lost["queue_id"]) == told


def test_failed_reads_that_name_no_message_are_counted(analyze):
    """5.3.0 with default logging: a missing address is all there is, one line for each message given up."""
    missing = [line(23_000, "can't find broker address for topic T", "WARN")] * 3
    doc, _ = analyze({"n": {"pop.log": [line(0, "QueueLockSize=1")], "broker.log": [started(), *missing]}})
    (finding,) = findings(doc, "pop/lost_message")
    assert (finding["verdict"], finding["occurrences"], finding["subject"].get("offset")) == ("suspected", 3, None)


def test_findings_of_one_subject_and_time_have_ids_of_their_own(analyze):
    """A failed read names neither group nor queue: those of two groups look alike, and stay two."""
    read = "reviveQueueId={}, can not get biz msg topic is T, offset is 10, then continue"
    doc, _ = analyze({"n": {"pop.log": [line(23_000, read.format(n), "WARN") for n in (3, 4)], "broker.log": [started()]}})
    found = findings(doc, "pop/lost_message")
    assert found[0]["subject"] == found[1]["subject"]
    assert len({f["id"] for f in found}) == len(found) == 2


def judged(*more):
    """Return the lines of a broker whose revive passes the checkpoint of another broker's unacked messages."""
    copy = f'{{"bm":0,"bn":"a","c":"G","d":[0,1],"it":20000,"n":2,"pt":{T0},"q":0,"ro":0,"so":10,"t":"T"}}'
    end = "reviveQueueId=3, revive finish,old offset is 6, new offset is 7, ckDelay=3  "
    found = line(19_000, f"reviveQueueId=3,find ck, offset:7, raw : {copy}")
    return {"pop.log": [found, line(23_000, end)], "broker.log": [started(), *more]}


def test_a_message_of_another_broker_that_nothing_brings_back_is_suspected_lost(analyze):
    doc, _ = analyze({"n": judged()})
    found = findings(doc, "pop/lost_message")
    told = sorted((f["verdict"], f["subject"]["offset"], f["subject"]["message_broker"]) for f in found)
    assert told == [("suspected", 10, "a"), ("suspected", 11, "a")]


@pytest.mark.parametrize(("acked", "lost"), [((), [10, 11]), ((10,), [11])])
def test_a_missing_address_proves_it_where_the_ack_would_be_seen(analyze, acked, lost):
    """The log of the broker that handed the message out tells whether it was acked, the one that revives does not."""
    missing = judged(*[line(22_000, "can't find broker address for topic T", "WARN")] * len(lost))
    doc, _ = analyze({"n": missing})
    assert {f["verdict"] for f in findings(doc, "pop/lost_message")} == {"suspected"}
    lines = [line(0, f"[PopBuffer]add ck, {wrap(broker='a')}", thread="PullMessageThread_1")]
    ack = f"[PopBuffer]add ack, rqId=3, {wrap(1, broker='a')}, {ACK.format(pop=T0, broker='a')}"
    lines += [line(1_000, ack, thread="AckMessageThread_1") for _ in acked]
    doc, _ = analyze({"n": missing, "m": {"pop.log": lines, "broker.log": [started("a")]}})
    told = sorted((f["verdict"], f["subject"]["offset"]) for f in findings(doc, "pop/lost_message"))
    assert told == [("violated", offset) for offset in lost]
    lines[:] = [line(0, f"[PopBuffer]add ck just offset, {wrap(jo=True, broker='a')}", thread="PullMessageThread_1")]
    doc, _ = analyze({"n": missing, "m": {"pop.log": lines, "broker.log": [started("a")]}})
    assert {f["verdict"] for f in findings(doc, "pop/lost_message")} == {"suspected"}, "its acks are stored without a line"


@pytest.mark.parametrize(("missing", "left"), [(2, []), (3, [1])])
def test_failed_reads_of_messages_acked_elsewhere_are_no_lost_messages(analyze, missing, left):
    """The acks lie with the broker of the message: the one that revives the checkpoint reads what was acked, and fails."""
    away = judged(*[line(22_000, "can't find broker address for topic T", "WARN")] * missing)
    acked = [
        f'reviveQueueId=3, find ack, offset:{offset}, raw : {{"ao":{offset},"bn":"a","c":"G","pt":{T0},"q":0,"so":10,"t":"T"}}'
        for offset in (10, 11)
    ]
    home = {"pop.log": [line(19_000, ack) for ack in acked], "broker.log": [started("a")]}
    doc, _ = analyze({"n": away, "m": home})
    assert [finding["occurrences"] for finding in findings(doc, "pop/lost_message")] == left


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("reviveQueueId=3, can not get normal topic T, then continue", "no topic T on n"),
        ("reviveQueueId=3,can not get cid G , then continue", "no group G on n"),
        ("reviveQueueId=3, can not get normal topic Other, then continue", None),
        ("reviveQueueId=4, can not get normal topic T, then continue", None),
    ],
)
def test_a_checkpoint_whose_topic_or_group_its_broker_has_not_got_is_passed_over(analyze, said, told):
    """No release mends that: the topic has to be made there."""
    found = judged()
    found["pop.log"].insert(1, line(23_000, said, "WARN"))
    lines = [line(0, f"[PopBuffer]add ck, {wrap(broker='a')}", thread="PullMessageThread_1")]
    doc, _ = analyze({"n": found, "m": {"pop.log": lines, "broker.log": [started("a")]}})
    lost = findings(doc, "pop/lost_message")
    assert sorted(finding["subject"]["offset"] for finding in lost) == [10, 11]
    assert {(told or "no line tells") in finding["explanation"] for finding in lost} == {True}
    assert {finding["cause"]["issue"] is None for finding in lost} == {told is not None}


DELETED = (
    "delete topic config OK, topic: TopicConfig [topicName=T, readQueueNums=4, writeQueueNums=4, perm=RW-, "
    "topicFilterType=SINGLE_TAG, topicSysFlag=0, order=false, attributes={}]"
)


@pytest.mark.parametrize(("deleted", "verdict"), [(False, "suspected"), (True, None)])
def test_a_checkpoint_passed_over_is_a_sign_where_nothing_names_it(analyze, deleted, verdict):
    """Default logging names the topic alone; that it was deleted before makes it right."""
    said = "reviveQueueId=3, can not get normal topic T, then continue"
    logs = {"pop.log": [line(23_000, said, "WARN"), line(24_000, said, "WARN")], "broker.log": [started()]}
    logs["broker.log"] += [line(10_000, DELETED)] if deleted else []
    doc, _ = analyze({"n": logs})
    lost = findings(doc, "pop/lost_message")
    assert [one["verdict"] for one in lost] == ([verdict] if verdict else [])
    assert all("gave up 2 checkpoints" in one["explanation"] for one in lost)


def test_a_vain_read_of_a_message_that_its_own_broker_saw_acked_is_no_loss(analyze):
    read = "reviveQueueId=3, can not get biz msg topic is T, offset is {}, then continue"
    logs = judged()
    logs["pop.log"] += [line(22_000, read.format(offset), "WARN") for offset in (10, 11)]
    home = [text.replace("brokerName=b", "brokerName=a") for text in merged(nameless=False)[:2]]
    doc, _ = analyze({"n": logs, "m": {"pop.log": home, "broker.log": [started("a")]}})
    assert [f["subject"]["offset"] for f in findings(doc, "pop/lost_message")] == [11]


def test_a_message_taken_for_one_of_an_older_topic_is_lost(analyze):
    lines = [line(23_000, f"reviveQueueId=3, skip ck from last epoch {ck()}", "WARN")]
    doc, _ = analyze({"n": {"pop.log": lines, "broker.log": [started()]}})
    (finding,) = findings(doc, "pop/lost_message")
    assert finding["cause"]["issue"] == "apache/rocketmq#7914"
    assert ("offset" in finding["subject"], finding["occurrences"]) == (False, 1)  # one of two, and no line tells which


def test_messages_taken_for_ones_of_an_older_topic_are_named_where_their_acks_tell_which_they_are(analyze):
    both = [line(23_000, f"reviveQueueId=3, skip ck from last epoch {ck()}", "WARN")] * 2
    doc, _ = analyze({"n": {"pop.log": both, "broker.log": [started()]}})
    assert [f["subject"]["offset"] for f in findings(doc, "pop/lost_message")] == [10, 11]
    doc, _ = analyze({"n": {"pop.log": [*merged(nameless=False)[:2], both[0]], "broker.log": [started()]}})
    (finding,) = findings(doc, "pop/lost_message")
    assert finding["subject"]["offset"] == 11
    assert "a time no line tells" not in finding["explanation"]


def test_two_pops_that_fit_one_retry_leave_it_open(analyze):
    """A printed checkpoint has no pop time: where two pops have the same revive time, what only one of them shows is doubt."""
    copy = f'{{"bm":0,"bn":"b","c":"G","d":[0,1],"it":15000,"n":2,"pt":{T0 + 5_000},"q":0,"ro":0,"so":10,"t":"T"}}'
    lines = [*merged(nameless=True), line(19_000, f"reviveQueueId=3,find ck, offset:9, raw : {copy}")]
    lines.append(line(23_000, OLD_RETRY.format(ck=ck(), offset=10, put=PUT.format(ms=T0 + 23_000))))
    doc, tables = analyze({"n": {"pop.log": lines, "broker.log": [started()]}})
    (again,) = tables["redeliveries"]
    assert (again["ambiguous"], again["in_time"]) == (True, "undecided")
    (finding,) = findings(doc, "pop/acked_message_redelivered")
    assert finding["verdict"] == "suspected"
    assert set(finding["cause"]["candidates"]) == {"known_fault", "never_acked"}


def test_a_log_that_two_brokers_share_is_nobodys(analyze):
    """No checkpoint in it is another broker's, and none is lost for that."""
    logs = judged()
    logs["broker.log"].append(started("c"))
    doc, _ = analyze({"n": logs})
    assert findings(doc, "pop/lost_message") == []


KV = "groupId=G, topic=T, queueId=0, offset="


def test_the_key_value_store_is_followed_record_by_record(analyze):
    lines = [
        line(
            0, f"PopConsumerService pop, time={T0}, invisible=20000, {KV}[10, 11], attemptId=null", thread="PullMessageThread_1"
        ),
        line(1_000, f"PopConsumerService ack, time={T0}, invisible=20000, {KV}10", thread="AckMessageThread_1"),
        line(21_000, f"PopConsumerService revive, time={T0}, invisible=20000, {KV}10", thread="PopConsumerService"),
        line(21_000, f"PopConsumerService revive, time={T0}, invisible=20000, {KV}11", thread="PopConsumerService"),
    ]
    doc, tables = analyze({"n": {"pop.log": lines, "broker.log": [started()]}})
    assert {(r["offset"], r["in_time"], r["cause"]) for r in tables["redeliveries"]} == {
        (10, "in_time", "unexplained"),
        (11, None, "never_acked"),
    }
    (finding,) = findings(doc, "pop/acked_message_redelivered")
    assert finding["subject"]["offsets"] == [10]


def test_records_that_back_off_and_are_dropped(analyze):
    record = (
        "PopDeliveryRecord{{popTime={pop}, groupId='G', topicId='T', queueId=0, retryFlag=0, invisibleTime=20000, "
        "offset=10, {rest}}}"
    )
    lines = [
        line(
            s * 1_000,
            "PopConsumerService revive backoff retry, record="
            + record.format(pop=T0 + s * 1_000, rest=f"attemptTimes={n}, attemptId='null'"),
            "WARN",
            "PopConsumerService",
        )
        for n, s in enumerate((20, 30, 50, 80), 1)
    ]
    dropped = record.format(pop=T0 + 80_000, rest="attemptTimes=16, attemptId='null'")
    lines.append(
        line(140_000, f"PopConsumerService drop record, message may be lost, record={dropped}", "ERROR", "PopConsumerService")
    )
    doc, tables = analyze({"n": {"pop.log": lines, "broker.log": [started()]}})
    (chain,) = tables["rewrite_chains"]
    assert (chain["rewrites"], chain["backs_off"], chain["ended_by"]) == (4, True, "dropped")
    assert findings(doc, "pop/ck_rewrite_loop")[0]["severity"] == "warning"
    assert findings(doc, "pop/lost_message")[0]["subject"]["offset"] == 10


def test_no_upgrade_is_advised_for_a_message_that_a_later_release_found_gone(analyze):
    where = "topic:T, qid:1, offset:5, brokerName:b"
    said = f"reviveQueueId=3, can not get biz msg, {where}, info:Can not get msg, retry:false, then continue"
    doc, _ = analyze({"n": {"pop.log": [line(23_000, said)], "broker.log": [started(), line(60_000, "shutdown")]}})
    (finding,) = findings(doc, "pop/lost_message")
    assert finding["remedy"].startswith("Keep messages on disk")
