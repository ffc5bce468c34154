"""What a line can hold, what a message can claim, and what collectors can make of both."""

import codecs
import json
import os
import struct
from pathlib import Path

from hostile_making import GOOD, hostile, logs, put, seeded

_BOOT = "The Name Server boot success. serializeType=JSON"


def pop(message: str, count: int = 1) -> bytes:
    return f"2026-01-01 08:00:00 INFO PopReviveService_0 - {message}\n".encode() * count


def server(message: str, count: int = 1) -> bytes:
    return f"2026-01-01 08:00:00 INFO main - {message}\n".encode() * count


# What a line can hold.
logs("invalid_utf8", GOOD + b"2026-01-01 08:00:01 INFO main - \xff\xfe\xc3(\xf0\x9f\n" + GOOD)
logs("overlong_and_surrogate_utf8", GOOD + b"2026-01-01 08:00:01 INFO main - \xc0\xaf\xed\xa0\x80\xf4\x90\x80\x80\n")
logs("nul_bytes", GOOD + b"2026-01-01 08:00:01 INFO main - a\0b\n" + b"\0" * 5000 + b"\n" + GOOD)
logs("only_nul", b"\0" * 1_000_000)
logs("byte_order_mark", codecs.BOM_UTF8 + GOOD)
logs("utf16_with_mark", codecs.BOM_UTF16_LE + GOOD.decode().encode("utf-16-le") * 3)
logs("utf16_without_mark", GOOD.decode().encode("utf-16-be") * 3)
logs("utf16_cut_in_a_character", codecs.BOM_UTF16_LE + GOOD.decode().encode("utf-16-le") + b"2")
logs("gbk", GOOD + "2026-01-01 08:00:01 INFO main - 消息队列启动成功\n".encode("gbk"))
logs("lone_carriage_returns", GOOD.replace(b"\n", b"\r") * 3 + b"\n" + GOOD)
logs("windows_line_ends", GOOD.replace(b"\n", b"\r\n") * 3)
logs("half_a_line", GOOD + GOOD[:30])
logs("no_line_end_at_all", GOOD[:-1])
logs("control_and_escape_bytes", GOOD + server("\x1b]0;owned\x07\x1b[2J\x9b31m\x7f\x08\x08 \u202egnp.exe\u2028"))
logs("a_line_of_64_mebibytes", GOOD + b"x" * (64 << 20) + b"\n" + GOOD)


@hostile
def a_line_of_a_gigabyte(where: Path) -> None:
    put(where / "ns" / "namesrv.log", GOOD)
    with (where / "ns" / "namesrv.log").open("ab") as log:
        log.truncate(len(GOOD) + (1 << 30))
        log.seek(0, os.SEEK_END)
        log.write(b"x\n" + GOOD)


logs("many_lines_of_a_mebibyte", GOOD + (b"y" * (1 << 20) + b"\n") * 40)
logs("three_hundred_thousand_empty_lines", GOOD + b"\n" * 300_000)
logs("a_stack_trace_of_300_000_frames", GOOD + b"\tat a.b.C.d(C.java:1)\n" * 300_000 + GOOD)
logs("cut_in_a_stack_trace", b"\tat a.b.C.d(C.java:1)\n" * 700 + GOOD)
logs("random_bytes", seeded(5).randbytes(2_000_000))
logs("time_that_is_none", GOOD + b"2026-99-99 99:99:99 INFO main - x\n0000-00-00 00:00:00 INFO main - y\n")
logs("the_year_9999", GOOD + b"9999-12-31 23:59:59 INFO main - x\n0001-01-01 00:00:00 INFO main - x\n")
logs("clock_going_backwards", GOOD + GOOD.replace(b"08:", b"07:") + GOOD.replace(b"2026", b"1999"))

# What a message can claim.
FORGED = f"KEYS=a\n2026-01-01 08:00:00 ERROR main - {_BOOT}\n2026-01-01 08:00:00 WARN x - rePut CK reach max times, drop it. T"
DROPPED = "rePut CK reach max times, drop it. "
FOUND = "reviveQueueId=1,find ck, offset:5, raw : "
MISSING = "reviveQueueId=%s, can not get biz msg, topic:T, qid:1, offset:2, brokerName:b, info:i, retry:true, then continue"
logs("forged_lines_in_a_message_key", GOOD + server(FORGED))
logs("numbers_beyond_64_bits", GOOD + pop(MISSING % ("9" * 40)))
logs("numbers_of_five_thousand_digits", GOOD + pop(DROPPED + "T, G, b, 1-2, " + "1" * 5000 + ", 1, 1"))
logs("pop_time_at_the_end_of_time", GOOD + pop(DROPPED + "T, G, b, 1-2, 9223372036854775807, 1, 1"))
logs("a_checkpoint_of_a_billion_messages", GOOD + pop(FOUND + '{"so":5,"pt":10,"it":5,"n":1000000000}'))
logs("deeply_nested_json", GOOD + pop(FOUND + '{"a":' * 50_000))
logs("a_route_of_many_brackets", GOOD + server("topicRouteTable.put. Topic = T, TopicRouteData[" + "TopicRouteData [" * 20_000))
logs("commas_that_make_matching_hard", GOOD + pop(DROPPED + ", " * 450 + "x", 50))
logs(
    "literals_repeated_to_confuse", GOOD + pop("reviveQueueId=1, can not get biz msg, topic:" + ", qid:1, offset:2, " * 3000, 10)
)
logs("spaces_before_the_end", GOOD + server("load config" + " " * 200_000 + "x", 5))
logs("class_names_that_make_traces_hard", GOOD + server("x") + b"a.Error" + b"Error" * 150_000 + b"!\n" + b"a." * 300_000 + b"\n")
logs("heads_that_make_layouts_hard", b"2026-01-01 08:00:00.123 INFO  [7] [" + b"] [a#a:" * 100_000 + b"\n" + GOOD)
logs("slf4j_heads_that_are_hard", (b"[2026-01-01 08:00:00.123] [INFO] [" + b"] a.b:" * 50_000 + b"\n") * 3 + GOOD)
logs(
    "formulas_and_markup",
    GOOD + server("=cmd|' /C calc'!A0 <script>alert(1)</script> ]]> ::error:: | `x` [link=http://evil]x[/link]"),
)


# What collectors can do.
def _docker(text: str) -> bytes:
    return (json.dumps({"log": text, "stream": "stdout", "time": "2026-01-01T00:00:00.0Z"}) + "\n").encode()


logs(
    "json_lines_with_half_characters",
    _docker(GOOD.decode()) + b'{"log":"2026-01-01 08:00:01 INFO main - \\ud800\\n","stream":"stdout","time":"x"}\n',
)
logs("json_lines_nested_too_deep", _docker(GOOD.decode()) * 9 + b'{"a":' * 20_000 + b"\n")
logs("json_lines_that_never_end", _docker(GOOD.decode()) * 5 + _docker("x" * 30_000) * 100)
logs(
    "a_collector_of_a_thousand_pods",
    b"".join((json.dumps({"pod": f"p{n}/../../etc", "message": GOOD.decode()}) + "\n").encode() for n in range(1000)),
)
logs("a_pod_named_like_a_path", (json.dumps({"pod": "../../../etc/\x1b[2J", "message": GOOD.decode()}) + "\n").encode() * 3)
logs("an_answer_of_an_api_that_never_ends", b'{"hits":{"hits":[' + b'{"_source":{"message":"x"}},' * 200_000)
logs(
    "an_answer_of_an_api_with_much_in_one_line",
    b'{"data":{"result":[{"stream":{"pod":"p"},"values":[' + (b'["1","' + GOOD[:-1] + b'"],') * 40_000 + b'["1","x"]]}]}}',
)
logs("a_yaml_bomb", b"a: &a [x, x]\n" + b"".join(b"%c: &%c [*%c, *%c]\n" % (n + 1, n + 1, n, n) for n in range(97, 121)) + GOOD)
logs("a_journald_export_cut_short", b"__CURSOR=x\n_HOSTNAME=h\nMESSAGE\n" + struct.pack("<Q", 1 << 60) + GOOD)
