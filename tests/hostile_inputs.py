"""Inputs as attackers, broken disks and bad days make them: each by its name, each made anew in a directory of its own."""

import bz2
import codecs
import gzip
import io
import json
import lzma
import os
import random
import struct
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import zstandard

GOOD = b"2026-01-01 08:00:00 INFO main - The Name Server boot success. serializeType=JSON\n"
_BOOT = "The Name Server boot success. serializeType=JSON"

Maker = Callable[[Path], None]
INPUTS: dict[str, Maker] = {}


def hostile(maker: Maker) -> Maker:
    """Take *maker* into the corpus under its own name."""
    INPUTS[maker.__name__] = maker
    return maker


def logs(name: str, data: bytes) -> None:
    """Take a single log of *data* into the corpus."""
    INPUTS[name] = lambda where: put(where / "ns" / "namesrv.log", data)


def put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def tar_of(*members: tuple[tarfile.TarInfo, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tar:
        for info, data in members:
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
    return out.getvalue()


def seeded(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - bytes that are the same each time


def pop(message: str, count: int = 1) -> bytes:
    return f"2026-01-01 08:00:00 INFO PopReviveService_0 - {message}\n".encode() * count


def named(name: str, kind: bytes = tarfile.REGTYPE, link: str = "") -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, link
    return info


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
logs("a_journald_export_cut_short", b"__CURSOR=x\n_HOSTNAME=h\nMESSAGE\n" + struct.pack("<Q", 1 << 60) + GOOD)


# What compression and archives can do.
@hostile
def gzip_bomb(where: Path) -> None:
    put(where / "ns" / "namesrv.log.gz", gzip.compress(GOOD + b"\0" * (200 << 20), 1))


@hostile
def zstd_bomb(where: Path) -> None:
    chunk, out = b"\0" * (1 << 20), io.BytesIO()
    with zstandard.ZstdCompressor().stream_writer(out, closefd=False) as packing:
        packing.write(GOOD)
        for _ in range(500):
            packing.write(chunk)
    put(where / "ns" / "namesrv.log.zst", out.getvalue())


@hostile
def xz_bomb(where: Path) -> None:
    put(where / "ns" / "namesrv.log.xz", lzma.compress(GOOD + b"\0" * (100 << 20), preset=0))


@hostile
def bzip2_bomb(where: Path) -> None:
    put(where / "ns" / "namesrv.log.bz2", bz2.compress(GOOD + b"a" * (60 << 20), 1))


@hostile
def tar_bomb(where: Path) -> None:
    put(where / "b.tar.gz", gzip.compress(tar_of((named("ns/namesrv.log"), GOOD + b"A" * (120 << 20))), 1))


@hostile
def a_torn_gzip(where: Path) -> None:
    put(where / "ns" / "namesrv.log.gz", gzip.compress(GOOD * 5000)[:-20])


@hostile
def a_torn_zstd(where: Path) -> None:
    data = seeded(1).randbytes(200_000).hex().encode()
    put(where / "ns" / "namesrv.log.zst", zstandard.ZstdCompressor().compress(GOOD + data)[:-5000])


@hostile
def a_gzip_with_flipped_bits(where: Path) -> None:
    packed = bytearray(gzip.compress(b"".join(GOOD.replace(b"main", b"%d" % n) for n in range(5000))))
    packed[len(packed) // 2] ^= 0x55
    put(where / "ns" / "namesrv.log.gz", bytes(packed))


@hostile
def archives_in_archives(where: Path) -> None:
    data = tar_of((named("namesrv.log"), GOOD))
    for depth in range(12):
        data = gzip.compress(tar_of((named(f"{depth}/inner.tar.gz"), data), (named(f"{depth}/namesrv.log"), GOOD)))
    put(where / "deep.tar.gz", data)


@hostile
def paths_out_of_the_archive(where: Path) -> None:
    names = (
        "../../escaped.log",
        "/var/escaped.log",
        "..\\..\\escaped.log",
        "a/../../../escaped.log",
        "C:\\escaped.log",
        "",
        ".",
        "..",
    )
    put(where / "evil.tar", tar_of(*((named(name), GOOD) for name in names)))
    with zipfile.ZipFile(where / "evil.zip", "w") as zipped:
        for name in names[:5]:
            zipped.writestr(name, GOOD)


@hostile
def links_and_devices_in_an_archive(where: Path) -> None:
    kinds = (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE)
    put(where / "links.tar", tar_of(*((named(f"ns/l{n}.log", kind, "/etc/passwd"), b"") for n, kind in enumerate(kinds))))


@hostile
def a_member_name_that_clears_the_screen(where: Path) -> None:
    put(
        where / "names.tar",
        tar_of((named("ns/\x1b[2J\x1b]0;x\x07\n/namesrv.log"), GOOD), (named("x" * 30_000 + "/namesrv.log"), GOOD)),
    )


@hostile
def a_member_a_thousand_times(where: Path) -> None:
    put(where / "same.tar.gz", gzip.compress(tar_of(*((named("notes/readme"), b"") for _ in range(1_000))), 1))


@hostile
def a_tar_with_a_forged_header(where: Path) -> None:
    data = bytearray(tar_of((named("ns/namesrv.log"), GOOD), (named("ns/broker.log"), GOOD)))
    data[1024 + 124 : 1024 + 136] = b"\x80" + b"\xff" * 11
    put(where / "forged.tar", bytes(data))


@hostile
def a_zip_that_lies_about_sizes(where: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("ns/namesrv.log", GOOD + b"z" * (60 << 20))
    put(where / "lies.zip", out.getvalue().replace(struct.pack("<I", len(GOOD) + (60 << 20)), struct.pack("<I", 10)))


@hostile
def an_encrypted_zip(where: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as zipped:
        zipped.writestr("ns/namesrv.log", GOOD)
    data = bytearray(out.getvalue())
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    put(where / "secret.zip", bytes(data))


@hostile
def files_that_are_not_what_their_names_say(where: Path) -> None:
    for name in ("a.tar.gz", "b.zip", "c.tar.zst", "d.gz", "e.tgz", "f.tar.xz"):
        put(where / name, b"this is no archive\n" * 50)


# What a file system can do.
@hostile
def links_that_loop(where: Path) -> None:
    (where / "a").mkdir()
    (where / "a" / "b").symlink_to(where / "a")
    (where / "a" / "self.log").symlink_to(where / "a" / "self.log")
    (where / "a" / "gone.log").symlink_to(where / "nowhere")


@hostile
def a_pipe_a_socket_and_devices(where: Path) -> None:
    import socket

    os.mkfifo(where / "broker.log")
    (where / "zero.log").symlink_to("/dev/zero")
    (where / "null.log").symlink_to("/dev/null")
    with socket.socket(socket.AF_UNIX) as listening:
        before = Path.cwd()
        os.chdir(where)
        listening.bind("s.log")
        os.chdir(before)


@hostile
def names_that_are_no_text(where: Path) -> None:
    Path(os.fsdecode(os.fsencode(where) + b"/\xff\xfe\x1b[2J.log")).write_bytes(GOOD)
    (where / "line\nbreak\t.log").write_bytes(GOOD)
    (where / "-rf.log").write_bytes(GOOD)


@hostile
def directories_two_hundred_deep(where: Path) -> None:
    put(where.joinpath(*["d"] * 200, "namesrv.log"), GOOD)


@hostile
def unreadable_files(where: Path) -> None:
    put(where / "ns" / "broker.log", GOOD)
    (where / "ns" / "broker.log").chmod(0)
    (where / "closed").mkdir(mode=0)


@hostile
def many_files_that_are_no_logs(where: Path) -> None:
    for n in range(2000):
        put(where / "many" / f"{n}.bin", b"\x89\0\1\2")


@hostile
def a_store_that_is_none(where: Path) -> None:
    put(where / "b" / "store" / "commitlog" / ("0" * 20), seeded(2).randbytes(300_000))
    put(where / "b" / "store" / "consumequeue" / "T" / "0" / ("0" * 20), seeded(3).randbytes(3_000))
    put(where / "b" / "store" / "config" / "topics.json", b"{" * 100_000)
