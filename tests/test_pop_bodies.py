"""What POP writes down is read back: checkpoints, acks, handles, puts, requests, in every form a release gave them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forensics.statements import pop_bodies as bodies

NAMES = st.text(st.sampled_from("abcXYZ019_-%|"), min_size=1, max_size=20)
OFFSETS = st.integers(0, 2**40)


ENDINGS = st.sampled_from(
    ["]", ", rePutTimes=null]", ", rePutTimes=null, suspend=true]", ", rePutTimes=null, suspend=false, of=9]"]
)
"""How a checkpoint's text ends: to 5.3.0, from 5.3.1, in 5.5.0, and with a field that is not known."""


@given(NAMES, NAMES, OFFSETS, st.lists(st.integers(0, 500), min_size=1, max_size=32, unique=True), ENDINGS)
def test_a_printed_checkpoint_is_read_back(topic, group, start, diffs, last):
    text = (
        f"PopCheckPoint [topic={topic}, cid={group}, queueId=3, startOffset={start}, bitMap=0, num={len(diffs)}, "
        f"reviveTime=1700000060000, reviveOffset=7, diff={diffs}, brokerName=broker-a{last}"
    )
    row = bodies.decode_ck(text)
    assert (row["topic"], row["group"], row["start_offset"]) == (topic, group, start)
    assert row["ck_offsets"] == [start + d for d in diffs]
    assert (row["broker"], row["re_put_times"], row["ck_revive_offset"]) == ("broker-a", None, 7)


def test_a_checkpoint_without_diff_counts_from_its_start():
    assert bodies.decode_ck_body('{"so":5,"pt":10,"it":5,"n":3}')["ck_offsets"] == [5, 6, 7]


@pytest.mark.parametrize("long", [False, True])
def test_an_ack_body_is_the_same_by_long_and_short_names(long):
    short = {"ao": 9, "bn": "b", "c": "G", "pt": 1, "q": 2, "so": 8, "t": "T"}
    names = {short_name: name for name, short_name in bodies.LONG_NAMES.items()}
    body = {names[name]: value for name, value in short.items()} if long else short
    row = bodies.decode_ack_body(json.dumps(body))
    assert row == {
        "topic": "T", "group": "G", "queue_id": 2, "start_offset": 8, "pop_time": 1, "ack_offsets": [9], "ack_broker": "b",
    }  # fmt: skip


def test_a_batch_ack_names_its_list_not_its_single_offset():
    row = bodies.decode_ack_body('{"ao":-1,"aol":[7,9],"c":"G","pt":1,"q":6,"so":0,"t":"T"}')
    assert row["ack_offsets"] == [7, 9]
    assert row["ack_broker"] is None


def test_an_ack_without_broker_is_told_from_one_with():
    printed = "AckMsg{ackOffset=1, startOffset=0, consumerGroup='G', topic='T', queueId=2, popTime=3, brokerName=%s}"
    assert bodies.decode_ack(printed % "null")["ack_broker"] is None
    assert bodies.decode_ack(printed % "broker-a")["ack_broker"] == "broker-a"


@given(st.lists(OFFSETS, min_size=1, max_size=32))
def test_a_printed_batch_ack_is_read_back(offsets):
    text = (
        f"BatchAckMsg{{ackOffsetList={offsets}, startOffset=0, consumerGroup='G', topic='T', queueId=2, popTime=3, brokerName=b}}"
    )
    assert bodies.decode_ack(text)["ack_offsets"] == offsets


def test_a_put_on_another_broker_has_no_offset():
    row = bodies.decode_put("PutMessageResult [putMessageStatus=PUT_OK, appendMessageResult=null, remotePut=true]")
    assert row == {
        "put_status": "PUT_OK",
        "wrote_offset": None,
        "store_ms": None,
        "stored_queue_offset": None,
        "remote_put": True,
    }


def test_a_pop_request_gives_its_invisible_time():
    row = bodies.decode_command(
        "RemotingCommand [code=200050, language=JAVA, version=475, opaque=9, flag(B)=0, remark=null, extFields={pollTime=500, "
        "invisibleTime=60000, queueId=-1, bornTime=17, maxMsgNums=32, topic=T, expType=TAG, exp=a || b, consumerGroup=G, "
        "initMode=0, order=false}, serializeTypeCurrentRPC=JSON]"
    )
    assert (row["topic"], row["group"], row["invisible_ms"], row["queue_id"], row["ordered"]) == ("T", "G", 60000, -1, False)


@pytest.mark.parametrize("tail", ["", " 8123"])
def test_a_handle_is_read_from_clients_and_from_proxies(tail):
    row = bodies.decode_handle("100 1700000000123 60000 3 2 broker-a 1 105" + tail)
    assert (row["start_offset"], row["pop_time"], row["invisible_ms"]) == (100, 1700000000123, 60000)
    assert (row["revive_queue_id"], row["topic_type"], row["broker"], row["queue_id"], row["offset"]) == (
        3,
        2,
        "broker-a",
        1,
        105,
    )


@given(st.text(max_size=80))
def test_no_text_breaks_a_decoder(text):
    for _, decode, columns in bodies.SHAPES.values():
        row = decode(text)
        assert not columns or set(row) <= set(columns)


@given(
    st.dictionaries(
        st.sampled_from(["so", "pt", "it", "d", "n", "t", "ao", "aol", "bn", "rp"]),
        st.one_of(st.none(), st.integers(), st.text(max_size=3), st.lists(st.integers(), max_size=2)),
    )
)
def test_no_body_breaks_a_decoder(body):
    for decode in (bodies.decode_ck_body, bodies.decode_ack_body):
        decode(json.dumps(body))
