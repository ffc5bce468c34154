"""What a file system can do."""

import os
from pathlib import Path

from hostile_making import GOOD, hostile, put, seeded


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
