"""What POP writes down: checkpoints, acks and handles, as text in logs and as JSON in message bodies.

`SHAPES` are the hole types made of them. A checkpoint's own offsets are `ck_offsets`, those an ack names `ack_offsets`,
so that both can stand in one row. `broker` is the checkpoint's, `ack_broker` the ack's: whether they are equal decides
whether revive finds the checkpoint of an ack.
"""

import json
import re
from collections.abc import Callable
from typing import Any

Shape = tuple[str, Callable[[str], Any], tuple[str, ...]]

CK_COLUMNS = (
    "topic", "group", "queue_id", "start_offset", "ck_offsets", "revive_time", "ck_revive_offset", "broker", "re_put_times",
)  # fmt: skip
BODY_COLUMNS = (*CK_COLUMNS, "pop_time", "invisible_ms")
WRAP_COLUMNS = (
    *CK_COLUMNS, "revive_queue_id", "stored_offset", "acked_bits", "stored_bits", "next_begin_offset", "ck_stored", "just_offset",
)  # fmt: skip
ACK_COLUMNS = ("topic", "group", "queue_id", "start_offset", "pop_time", "ack_offsets", "ack_broker")
PUT_COLUMNS = ("put_status", "wrote_offset", "store_ms", "stored_queue_offset", "remote_put")
COMMAND_COLUMNS = ("request_code", "topic", "group", "queue_id", "invisible_ms", "poll_ms", "born_ms", "ordered", "attempt_id")
RECORD_COLUMNS = (
    "pop_time", "group", "topic", "queue_id", "retry_flag", "invisible_ms", "offset", "attempt_times", "attempt_id",
)  # fmt: skip
HANDLE_COLUMNS = ("start_offset", "pop_time", "invisible_ms", "revive_queue_id", "topic_type", "broker", "queue_id", "offset")
FOUND_COLUMNS = ("read_status", "min_offset", "max_offset")
ORDER_COLUMNS = ("held_pop_time", "held_invisible_ms", "held_offsets", "acked_bits", "attempt_id")


def _null(text: str | None) -> str | None:
    return None if text in {"null", ""} else text


def _number(text: str | None) -> int | None:
    return int(text) if text and text != "null" else None


def _numbers(text: str | None) -> list[int]:
    return [int(part) for part in re.findall(r"-?\d+", text or "")]


MOST_MESSAGES = 127
_CK = re.compile(
    r"PopCheckPoint \[topic=(.*?), cid=(.*?), queueId=(-?\d+), startOffset=(-?\d+), bitMap=-?\d+, num=(-?\d+), "
    r"reviveTime=(-?\d+), reviveOffset=(-?\d+), diff=(\[[^\]]*\]|null), brokerName=([^,\]]*)"
    r"(?:, rePutTimes=([^,\]]*))?(?:, \w+=[^,\]]*)*\]"
)
_CK_SHAPE = r"PopCheckPoint \[topic=.*?diff=(?:\[[^\]]*\]|null), brokerName=[^,\]]*(?:, \w+=[^,\]]*)*\]"


def decode_ck(text: str) -> dict[str, Any]:
    """Return the columns of a printed PopCheckPoint.

    Source: PopCheckPoint.toString, 5.0.0 to 5.5.0 (rePutTimes from 5.3.1, suspend in 5.5.0). It prints reviveTime, not popTime.
    Fields that a release adds behind these are read over.
    """
    found = _CK.search(text)
    if not found:
        return {}
    topic, group, queue, start, num, revive_time, revive_offset, diff, broker, re_put = found.groups()
    return {
        "topic": topic, "group": group, "queue_id": int(queue), "start_offset": int(start),
        "ck_offsets": _offsets(int(start), int(num), None if diff == "null" else _numbers(diff)), "revive_time": int(revive_time),
        "ck_revive_offset": int(revive_offset), "broker": _null(broker), "re_put_times": _number(re_put),
    }  # fmt: skip


def _offsets(start: int, num: int, diff: list[int] | None) -> list[int]:
    """Return the queue offsets of a checkpoint's messages; without `diff` they follow one another.

    Source: PopCheckPoint.ackOffsetByIndex, 5.0.0 to 5.3.3. `num` is a byte there: more of it is damage, and not counted out.
    """
    return [start + d for d in diff] if diff else [start + i for i in range(min(max(num, 0), MOST_MESSAGES))]


_WRAP = re.compile(
    r"CkWrap\{rq=(-?\d+), rqo=(-?\d+), ck=.*, bits=(-?\d+), sBits=(-?\d+), nbo=(-?\d+), cks=(true|false), jo=(true|false)\}"
)


def decode_wrap(text: str) -> dict[str, Any]:
    """Return the columns of a printed buffer entry: its checkpoint and what the buffer knows of it.

    Source: PopBufferMergeService.PopCheckPointWrapper.toString, 5.0.0 to 5.3.3.
    """
    found = _WRAP.search(text)
    if not found:
        return {}
    queue, stored, bits, stored_bits, next_begin, ck_stored, just_offset = found.groups()
    return decode_ck(text) | {
        "revive_queue_id": int(queue), "stored_offset": int(stored), "acked_bits": int(bits), "stored_bits": int(stored_bits),
        "next_begin_offset": int(next_begin), "ck_stored": ck_stored == "true", "just_offset": just_offset == "true",
    }  # fmt: skip


_ACK = re.compile(
    r"(?:BatchAckMsg\{ackOffsetList=(\[.*?\]|null)|AckMsg\{ackOffset=(-?\d+)), startOffset=(-?\d+), consumerGroup='(.*?)', "
    r"topic='(.*?)', queueId=(-?\d+), popTime=(-?\d+), brokerName=(.*?)\}"
)


def decode_ack(text: str) -> dict[str, Any]:
    """Return the columns of a printed AckMsg or BatchAckMsg; 5.0.0 to 5.3.3, the batch from 5.1.2."""
    found = _ACK.search(text)
    if not found:
        return {}
    several, one, start, group, topic, queue, pop_time, broker = found.groups()
    return {
        "topic": topic, "group": group, "queue_id": int(queue), "start_offset": int(start), "pop_time": int(pop_time),
        "ack_offsets": [int(one)] if one else _numbers(several), "ack_broker": _null(broker),
    }  # fmt: skip


def _body(text: str) -> dict[str, Any]:
    try:
        body = json.loads(text)
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}


def _int(value: Any) -> int | None:
    return value if type(value) is int else None


def _str(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None


def _ints(value: Any) -> list[int] | None:
    return [v for v in value if type(v) is int] if isinstance(value, list) else None


def _re_put_times(value: Any) -> int | None:
    return int(value) if isinstance(value, str) and value.isdecimal() else None


def _numeric(body: dict[str, Any], *names: str) -> bool:
    """Return whether *body* has a number under each of *names*."""
    return all(type(body.get(name)) is int for name in names)


def decode_ck_body(text: str) -> dict[str, Any]:
    """Return the columns of a stored checkpoint's JSON body; 5.0.0 to 5.5.0, `rp` from 5.3.1, `sp` in 5.5.0."""
    body = _body(text)
    if not _numeric(body, "so", "pt", "it"):
        return {}
    return {
        "topic": _str(body.get("t")), "group": _str(body.get("c")), "queue_id": _int(body.get("q")), "start_offset": body["so"],
        "ck_offsets": _offsets(body["so"], _int(body.get("n")) or 0, _ints(body.get("d"))),
        "revive_time": body["pt"] + body["it"],
        "ck_revive_offset": _int(body.get("ro")), "broker": _str(body.get("bn")),
        "re_put_times": _re_put_times(body.get("rp")),
        "pop_time": body["pt"], "invisible_ms": body["it"],
    }  # fmt: skip


LONG_NAMES = {
    "ackOffset": "ao", "ackOffsetList": "aol", "brokerName": "bn", "consumerGroup": "c", "popTime": "pt", "queueId": "q",
    "startOffset": "so", "topic": "t",
}  # fmt: skip


def decode_ack_body(text: str) -> dict[str, Any]:
    """Return the columns of a stored ack's JSON body: long names in 5.0.0, short ones from 5.1.0, `aol` in a batch."""
    body = {LONG_NAMES.get(name, name): value for name, value in _body(text).items()}
    if not _numeric(body, "so", "pt"):
        return {}
    several, one = _ints(body.get("aol")), _int(body.get("ao"))
    return {
        "topic": _str(body.get("t")), "group": _str(body.get("c")), "queue_id": _int(body.get("q")), "start_offset": body["so"],
        "pop_time": body["pt"], "ack_offsets": several if several is not None else [] if one is None else [one],
        "ack_broker": _str(body.get("bn")),
    }  # fmt: skip


_PUT = re.compile(
    r"putMessageStatus=(\w+), appendMessageResult=(?:null|AppendMessageResult\{status=\w+, wroteOffset=(-?\d+), "
    r"wroteBytes=-?\d+, msgId='.*?', storeTimestamp=(-?\d+), logicsOffset=(-?\d+), [^}]*\})(?:, remotePut=(true|false))?"
)


def decode_put(text: str) -> dict[str, Any]:
    """Return the columns of a printed PutMessageResult; a remote put has no append result."""
    found = _PUT.search(text)
    if not found:
        return {}
    status, wrote, stored, queue_offset, remote = found.groups()
    return {
        "put_status": status, "wrote_offset": _number(wrote), "store_ms": _number(stored),
        "stored_queue_offset": _number(queue_offset), "remote_put": remote == "true",
    }  # fmt: skip


_EXT_FIELDS = re.compile(r"extFields=\{(.*)\}, serializeTypeCurrentRPC=")
_EXT_FIELD = re.compile(r"(\w+)=(.*?)(?=, \w+=|$)", re.DOTALL)


def decode_command(text: str) -> dict[str, Any]:
    """Return the columns of a printed RemotingCommand whose header is a POP request's."""
    code = re.search(r"\[code=(-?\d+)", text)
    fields = _EXT_FIELDS.search(text)
    own = dict(_EXT_FIELD.findall(fields[1])) if fields else {}
    return {
        "request_code": _number(code[1] if code else None), "topic": own.get("topic"), "group": own.get("consumerGroup"),
        "queue_id": _number(own.get("queueId")), "invisible_ms": _number(own.get("invisibleTime")),
        "poll_ms": _number(own.get("pollTime")), "born_ms": _number(own.get("bornTime")),
        "ordered": own.get("order") == "true" if "order" in own else None, "attempt_id": _null(own.get("attemptId")),
    }  # fmt: skip


_RECORD = re.compile(
    r"popTime=(-?\d+), groupId='(.*?)', topicId='(.*?)', queueId=(-?\d+), retryFlag=(-?\d+), invisibleTime=(-?\d+), "
    r"offset=(-?\d+), attemptTimes=(-?\d+), attemptId='(.*?)'"
)


def decode_record(text: str) -> dict[str, Any]:
    """Return the columns of a printed PopConsumerRecord, 5.3.2 to 5.3.3."""
    found = _RECORD.search(text)
    if not found:
        return {}
    pop_time, group, topic, queue, flag, invisible, offset, attempts, attempt_id = found.groups()
    return {
        "pop_time": int(pop_time), "group": group, "topic": topic, "queue_id": int(queue), "retry_flag": int(flag),
        "invisible_ms": int(invisible), "offset": int(offset), "attempt_times": int(attempts), "attempt_id": _null(attempt_id),
    }  # fmt: skip


_HANDLE = re.compile(r"(-?\d+) (-?\d+) (-?\d+) (-?\d+) (-?\d+) (\S+) (-?\d+) (-?\d+)(?: -?\d+)?")


def decode_handle(text: str) -> dict[str, Any]:
    """Return the columns of a receipt handle (POP_CK, extraInfo): eight fields, a ninth from proxies.

    Source: ExtraInfoUtil.buildExtraInfo and ReceiptHandle.decode, 5.0.0 to 5.3.3. `topic_type` is 0 for the topic, 1 and 2
    for its retry topic of version 1 and 2; `revive_queue_id` 999 marks an orderly pop.
    """
    found = _HANDLE.fullmatch(text)
    if not found:
        return {}
    start, pop_time, invisible, revive_queue, kind, broker, queue, offset = found.groups()
    return {
        "start_offset": int(start), "pop_time": int(pop_time), "invisible_ms": int(invisible),
        "revive_queue_id": int(revive_queue), "topic_type": int(kind), "broker": broker,
        "queue_id": int(queue), "offset": int(offset),
    }  # fmt: skip


_FOUND = re.compile(r"status=(\w+), nextBeginOffset=-?\d+, minOffset=(-?\d+), maxOffset=(-?\d+)")


def decode_found(text: str) -> dict[str, Any]:
    """Return the columns of a printed GetMessageResult: why a read gave nothing, and the queue's bounds then."""
    found = _FOUND.search(text)
    return {"read_status": found[1], "min_offset": int(found[2]), "max_offset": int(found[3])} if found else {}


_ORDER = re.compile(
    r"OrderInfo\{popTime=(\d+), invisibleTime=(\d+|null), offsetList=(\[[^\]]*\]).*?commitOffsetBit=(\d+)"
    r"(?:, attemptId=([^}]*))?\}"
)


def decode_order(text: str) -> dict[str, Any]:
    """Return the columns of a printed OrderInfo, the batch that holds a queue popped in order.

    Its offsets are the first one and distances from it. Source: ConsumerOrderInfoManager.OrderInfo.toString, 5.1.0 to 5.3.3
    (attemptId from 5.1.1); that of 5.0.0 has no pop time.
    """
    found = _ORDER.search(text)
    if not found:
        return {}
    pop_time, invisible, listed, bits, attempt_id = found.groups()
    first, *rest = _numbers(listed) or [0]
    return {
        "held_pop_time": int(pop_time), "held_invisible_ms": _number(invisible),
        "held_offsets": [first, *(first + d for d in rest)], "acked_bits": int(bits), "attempt_id": _null(attempt_id),
    }  # fmt: skip


SHAPES: dict[str, Shape] = {
    "numbers": (r"\[[-\d, ]*\]", _numbers, ()),
    "ck": (_CK_SHAPE, decode_ck, CK_COLUMNS),
    "ck_wrap": (rf"CkWrap\{{rq=-?\d+, rqo=-?\d+, ck={_CK_SHAPE}, bits=[^}}]*\}}", decode_wrap, WRAP_COLUMNS),
    "ack": (r"(?:BatchAckMsg|AckMsg)\{[^}]*\}", decode_ack, ACK_COLUMNS),
    "ck_body": (r"\{.*\}", decode_ck_body, BODY_COLUMNS),
    "ack_body": (r"\{.*\}", decode_ack_body, ACK_COLUMNS),
    "put_result": (r"PutMessageResult \[.*?\]|null", decode_put, PUT_COLUMNS),
    "command": (r"RemotingCommand \[.*?serializeTypeCurrentRPC=\w+\]", decode_command, COMMAND_COLUMNS),
    "pop_record": (r"\w+\{popTime=.*?\}", decode_record, RECORD_COLUMNS),
    "handle": (r"-?\d+ \d+ -?\d+ -?\d+ \d \S+ \d+ -?\d+(?: -?\d+)?", decode_handle, HANDLE_COLUMNS),
    "found": (r"GetMessageResult \[.*?\]", decode_found, FOUND_COLUMNS),
    "order": (r"OrderInfo.*?", decode_order, ORDER_COLUMNS),
}
"""Hole types by name: the expression, the decoder, the columns it gives."""
