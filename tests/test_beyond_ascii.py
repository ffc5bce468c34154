"""Text beyond ASCII is read by the compiled way, and gives the tables that the plain way gives, whatever stands where."""

import random
import re

import numpy as np
import pytest
from test_fast import APPLICATION_HEADS, APPLICATION_TIMES, FRAMES, HEADS, SHAPES, filled, same

from forensics.engines.fast import columns, piece, setup
from forensics.engines.fast.characters import character_end
from forensics.layouts import client, server, slf4j
from forensics.statements import statements

WORDS = ("中", "订单", "é", "ß", "한", "“", "，", "😀", "𠀀", "\u0301", "\ufeff", "\ufffd", "\u200b", "Ａ", "＝", "²", "①", "ª")
ODD = (
    *("\x85", "\xa0", "\u2003", "\u2028", "\u2029", "\u202f", "\u205f", "\u3000"),
    *("１", "٣", "۴", "߅", "०", "𝟘", "🯳", "\r", "\x1b[0m", "\x0b", "\x1c"),
)
"""White space and digits beyond ASCII, and control characters."""
BYTES = (
    b"\xff", b"\x80", b"\xc2", b"\xc3", b"\xe4\xb8", b"\xf0\x9f\x98", b"\xed\xa0\x80", b"\xc0\xaf", b"\xe0\x80\x80",
    b"\xf4\x90\x80\x80", b"\xf8\x88\x80\x80\x80", "订单".encode("gbk"),
)  # fmt: skip
"""What is no UTF-8."""
BELOW = (
    *FRAMES, "订单处理失败: 库存不足", "com.店.Stock异常Exception: 没有库存", "com.shop.库存Exception", "中.XError: y",
    "Caused by: com.shop.库存", "\tat com.店.Cart.取(Cart.java:1)", "\tat com.shop.Cart.take(购物车.java:1)", "中.",
)  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def compiled():
    if not setup.is_ready():
        setup.compile_all()


def scanned(text, *layouts):
    data = text.encode()
    return piece.scan(data, len(data), 0, 1, layouts)


def forged(chance, line):
    """Return the bytes of *line* with what may mislead at some places in it, most often where something ends or begins."""
    raw = line.encode()
    for _ in range(chance.choice((0, 1, 1, 2, 3))):
        ends = [len(raw), *(at for at, byte in enumerate(raw) if byte in b"=:[]{},.\"'#-> ")]
        at = chance.choice([*ends, *range(len(raw))][: None if chance.random() < 0.4 else len(ends)])
        odd = chance.random()
        new = chance.choice(WORDS).encode() if odd < 0.7 else chance.choice(ODD).encode() if odd < 0.95 else chance.choice(BYTES)
        raw = raw[:at] + new + raw[at + chance.choice((0, 0, 0, 1, 2)) :]
    return raw


def head(chance, shape):
    """Return the head of a server's or a client's line, or of an application's of some *shape*."""
    if shape is None:
        return chance.choice(HEADS).replace("main", chance.choice(("main", "线程 1")))
    names = {
        "thread": chance.choice(("main", "线程-1", "池\u3000x")),
        "logger": chance.choice(("RocketmqRemoting", "com.店.Cart")),
    }
    at = chance.choice(APPLICATION_TIMES[:1] * 9 + APPLICATION_TIMES)
    return APPLICATION_HEADS[shape].format(at=at, level=chance.choice(("INFO", "WARN", "FATAL")), **names)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("shape", [None, "spring_boot", "pattern"])
def test_whatever_stands_in_a_line_is_read_alike(shape, seed, tmp_path):
    chance = random.Random(f"{shape} {seed}")  # noqa: S311 - no secret
    known = "new name server is chosen. OLD: null , NEW: 10.0.0.1:9876. namesrvIndex = "
    plain = {"at": APPLICATION_TIMES[0], "level": "INFO", "thread": "main", "logger": "RocketmqRemoting"}
    firsts = [APPLICATION_HEADS[shape].format(**plain)] if shape else HEADS
    lines = [f"{chance.choice(firsts)}{known}{number}".encode() for number in range(400)]
    for statement in chance.sample(list(statements().values()), 600):
        lines.append(forged(chance, head(chance, shape) + filled(chance, statement)))
        lines += [forged(chance, below) for below in chance.sample(BELOW, chance.choice((0, 0, 0, 1, 3)))]
    log = tmp_path / "broker.log"
    log.write_bytes(b"\n".join(lines))
    *_, pieces = same(log)
    assert sum(name is not None for one in pieces["records"] for name in one["statement"]) > 450


@pytest.mark.parametrize("kind", ["key", "tls", "found", "command", "put_result", "ck", "client"])
def test_a_word_goes_on_beyond_ascii_as_it_does_for_expressions(kind, tmp_path):
    """Letters of any script stand in words, so that a hole of them may fit where only its beginning is of ASCII."""
    chance = random.Random(kind)  # noqa: S311 - no secret
    own = [one for one in statements().values() if any(hole == kind for _, _, hole in one.pieces)]
    shape = {"key": "a.b", "tls": "tls.a.b"}.get(kind) or SHAPES[kind]
    lines = [HEADS[0] + "start"]
    for statement in own * (400 // len(own)):
        at = chance.randrange(len(shape) + 1)
        holes = (shape[:at] + chance.choice(WORDS) + shape[at:] if hole == kind else "7" for _, _, hole in statement.pieces[:-1])
        literals = [literal for literal, _, _ in statement.pieces]
        lines.append(HEADS[0] + "".join(map("".join, zip(literals, [*holes, ""], strict=True))))
    log = tmp_path / "broker.log"
    log.write_text("\n".join(lines), encoding="utf-8", newline="")
    same(log)


def test_what_stands_below_a_line_is_its_trace_in_both_ways(tmp_path):
    chance = random.Random(1)  # noqa: S311 - no secret
    throwing = [one for one in statements().values() if one.throws]
    lines = [HEADS[0] + "start"]
    for below in BELOW * 20:
        lines += [chance.choice(HEADS[:2]) + filled(chance, chance.choice(throwing)), below, chance.choice(FRAMES)]
    log = tmp_path / "broker.log"
    log.write_text("\n".join(lines), encoding="utf-8", newline="")
    *_, pieces = same(log)
    assert sum(any(one.get("exception", ())) for own in pieces.values() for one in own) > 3


@pytest.mark.parametrize("thread", ["线程", "线" * 150, "线" * 300, "线" * 301, "a" * 301, "池\u3000x", "线 - 程", "] ["])
def test_heads_beyond_ascii_are_read_alike(thread, tmp_path):
    heads = (HEADS[0].replace("main", thread), HEADS[4].replace("main", thread), HEADS[4].replace("#?", f"#{thread}"))
    others = (
        HEADS[5].replace("RocketmqRemoting", thread),
        f"{HEADS[6]}{thread} queueSize 0.0 ",
        f"{HEADS[6]}Grpc{thread} queueSize ",
    )
    more = (
        f"{HEADS[6]}Grpc headSlow{thread} 0.0 ",
        f"{HEADS[6]}Grpc {thread}Size 0.0 ",
        f"{HEADS[6]}Grpc queueSize{thread} 0.0 ",
    )
    log = tmp_path / "broker.log"
    known = "".join(f"{head}x\n" for head in (*HEADS[:6], HEADS[6] + "Grpc queueSize 0.0 "))
    log.write_text(known + "".join(f"{head}said\n" for head in (*heads, *others, *more)), encoding="utf-8", newline="")
    same(log)


@pytest.mark.parametrize(
    ("layout", "first"),
    [
        (server.MAIN, "2026-11-21 19:39:10 INFO 线程 1 - "),
        (client.MODERN, "2026-11-21 19:39:10.562 INFO  [2422] [线程] [RocketmqClient#?:?] - "),
        (slf4j.BOOT, "2026-11-21 19:39:10.562  INFO 17 --- [线程] com.店.Cart : "),
    ],
)
def test_text_of_any_language_is_not_left_to_the_plain_way(layout, first):
    said = (
        "订单 17 已支付，金额 “￥12.50” 😀",
        "für Zürich",
        "주문",
        "заказ 7",
        "注文：受付済み",
        "接続…\n第二行 失败\n\tat a.B.c(D.java:1)",
        "x",
    )
    found = scanned("".join(f"{first}{one}\n" for one in said), layout)
    assert found.column(columns.STATEMENT).tolist() == [columns.UNREAD] * len(said)
    assert scanned(f"{first}１\n{first}a\u3000b\n", layout).column(columns.STATEMENT).tolist()[0] == columns.LEFT


def test_no_character_that_the_kernel_knows_is_white_space_or_a_digit():
    every = [chr(code) for code in range(128, 0x110000) if not 0xD800 <= code < 0xE000]
    odd = [one for one in every if re.match(r"[\s\d]", one) or one.isspace() or one.isdecimal()]
    assert len(odd) > 600
    for one, known in [*((one, False) for one in odd), *((one, True) for word in WORDS for one in word)]:
        raw = np.frombuffer(one.encode(), np.uint8)
        assert (character_end.py_func(raw, 0, len(raw)) == len(raw)) == known


def test_the_kernel_knows_nothing_that_is_no_utf_8():
    chance = random.Random(1)  # noqa: S311 - no secret
    bases = [one.encode() for one in WORDS] + list(BYTES)
    known = 0
    for _ in range(20_000):
        raw = bytearray(chance.choice(bases))
        raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
        end = character_end.py_func(np.frombuffer(bytes(raw), np.uint8), 0, len(raw)) if raw[0] > 127 else -1
        if end > 0:
            known += 1
            assert len(bytes(raw[:end]).decode()) == 1
    assert known > 5_000
