"""Compression and archives undone as streams: nothing is unpacked by a name that the archive chose."""

import bz2
import gzip
import lzma
import shutil
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self, cast

import zstandard

_TARS = (".tar", ".tar.gz", ".tgz", ".tar.zst", ".tar.bz2", ".tar.xz")
_DEEPEST = 2
_STORE_PARTS = {"index", "timerwheel", "timerlog"}

DAMAGE = (OSError, EOFError, zlib.error, lzma.LZMAError, zstandard.ZstdError, tarfile.TarError, zipfile.BadZipFile)
"""What reading damaged compressed bytes raises."""


@dataclass(frozen=True)
class Member:
    """One member of an archive: `where` its bytes are spooled, or the `problem` that kept it from being read."""

    path: str
    where: Path | None
    problem: str | None = None


class Spool:
    """A directory of our own for archive members, named by number; gone when the block ends."""

    def __enter__(self) -> Self:
        self._directory = tempfile.TemporaryDirectory(prefix="rmqf-")
        self._count = 0
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._directory.cleanup()

    def keep(self, stream: BinaryIO, name: str) -> Path:
        """Write *stream* into the spool and return its place; *name* gives only the compression suffix."""
        self._count += 1
        suffix = "".join(s for s in Path(name).suffixes[-2:] if s in {".gz", ".zst", ".tar", ".tgz", ".zip", ".bz2", ".xz"})
        where = Path(self._directory.name) / f"{self._count}{suffix}"
        with where.open("wb") as out:
            shutil.copyfileobj(stream, out, 1 << 20)
        return where


def is_archive(name: str) -> bool:
    """Return whether *name* is that of an archive with members."""
    return name.lower().endswith((*_TARS, ".zip"))


def open_plain(where: Path) -> BinaryIO:
    """Return the bytes of *where*, decompressed by what its first bytes say and not by what its name promises."""
    with where.open("rb") as stream:
        magic = stream.read(6)
    if magic[:2] == b"\x1f\x8b":
        return cast(BinaryIO, gzip.open(where))
    if magic[:4] == b"\x28\xb5\x2f\xfd":
        return cast(BinaryIO, zstandard.open(where, "rb"))
    if magic[:3] == b"BZh":
        return cast(BinaryIO, bz2.open(where))
    if magic == b"\xfd7zXZ\x00":
        return cast(BinaryIO, lzma.open(where))
    return where.open("rb")


def members(archive: Path, name: str, spool: Spool, depth: int = 1) -> Iterator[Member]:
    """Yield the regular members of *archive*; what is damaged is yielded as a problem, after what came before it."""
    try:
        for inner, stream in _entries(archive, name):
            path = f"{name}!/{inner.lstrip('/')}"
            if _of_a_store(inner):
                yield Member(path, None, "a part of the broker's store that tells nothing more: not read")
            elif is_archive(inner) and depth < _DEEPEST:
                yield from members(spool.keep(stream, inner), path, spool, depth + 1)
            elif is_archive(inner):
                yield Member(path, None, f"an archive {_DEEPEST + 1} levels deep: not read")
            else:
                yield Member(path, spool.keep(stream, inner))
    except DAMAGE as error:
        yield Member(name, None, f"the archive is damaged: {error}")


def _entries(archive: Path, name: str) -> Iterator[tuple[str, BinaryIO]]:
    if name.lower().endswith(".zip"):
        with zipfile.ZipFile(archive) as opened:
            for info in opened.infolist():
                if not info.is_dir():
                    with opened.open(info) as stream:
                        yield info.filename, cast(BinaryIO, stream)
        return
    with open_plain(archive) as plain, tarfile.open(fileobj=plain, mode="r|") as tar:
        for entry in tar:
            if entry.isreg() and (data := tar.extractfile(entry)):
                yield entry.name, cast(BinaryIO, data)


def _of_a_store(inner: str) -> bool:
    return not _STORE_PARTS.isdisjoint(inner.lower().split("/"))
