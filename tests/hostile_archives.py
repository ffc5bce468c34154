"""What compression and archives can do."""

import bz2
import gzip
import io
import lzma
import struct
import tarfile
import zipfile
from pathlib import Path

import zstandard
from hostile_making import GOOD, hostile, named, put, seeded, tar_of


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
def a_member_twenty_thousand_times(where: Path) -> None:
    put(where / "same.tar.gz", gzip.compress(tar_of(*((named("notes/readme"), b"") for _ in range(20_000))), 1))


@hostile
def twenty_thousand_members_in_a_plain_archive(where: Path) -> None:
    put(where / "many.tar", tar_of(*((named(f"notes/{n}"), b"") for n in range(20_000))))


@hostile
def a_log_five_thousand_times(where: Path) -> None:
    put(where / "same.tar", tar_of(*((named(f"n{n}/namesrv.log"), GOOD) for n in range(5_000))))


@hostile
def twenty_thousand_logs_in_a_small_archive(where: Path) -> None:
    logs = ((named(f"n{n}/namesrv.log"), GOOD.replace(b"main", b"%d" % n)) for n in range(20_000))
    put(where / "small.tar.gz", gzip.compress(tar_of(*logs), 9))


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
