"""Compression and archives undone as streams: nothing is unpacked by a name that the archive chose."""

import lzma
import os
import struct
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self, cast

import zstandard

from forensics.errors import MachineError
from forensics.scratch import Scratch
from forensics.sources.unpacked import Excess, budget_of, cost_of, is_zero, unpacked

MOST_MEMBERS = 50_000
"""Members of one archive, those of archives in it included."""
_TARS = (".tar", ".tar.gz", ".tgz", ".tar.zst", ".tar.bz2", ".tar.xz")
_ZIP = b"PK\x03\x04"
_ZIPPED = (".jar", ".war", ".ear", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".apk", ".whl")
"""Ends of names of what is packed as a zip is, and is no archive of logs."""
_UNREAD_PACKINGS = {
    b"7z\xbc\xaf\x27\x1c": "7z", b"Rar!\x1a\x07": "rar", b"\x04\x22\x4d\x18": "lz4", b"\x1f\x9d": "compress", b"\x89LZO": "lzop",
    b"\xff\x06\x00\x00sNaPpY": "snappy",
}  # fmt: skip
"""First bytes of what no library of ours unpacks."""
_DEEPEST = 4
"""A bundle of hosts, each with its logs and its store; all of them share what the outermost may take."""
_UNREAD_STORE_PARTS = {"index", "timerwheel", "timerlog"}
"""Parts of a broker's store that hold nothing which its commit log does not: not worth the space of a copy."""
_MEMBER_COST = 15 << 13
"""Bytes that a member takes of its archive's budget beside its own: each costs time, an empty one too. Files of a store do not:
they are many, and shrink to next to nothing.
"""
_STORE_PARTS = {"commitlog", "consumequeue", "config"}
_PIECE = 1 << 20
"""Bytes that are unpacked at a time."""

DAMAGE = (
    OSError, EOFError, zlib.error, lzma.LZMAError, zstandard.ZstdError, tarfile.TarError, zipfile.BadZipFile,
    zipfile.LargeZipFile, struct.error, ValueError, OverflowError, IndexError, RuntimeError,
)  # fmt: skip
"""What reading damaged or forged bytes raises; RuntimeError is zipfile's for what is encrypted or packed unknown."""


def unread(error: BaseException) -> str:
    """Return what is told of what could not be read: without the path on this machine."""
    return f"cannot be read: {getattr(error, 'strerror', None) or error}"


@dataclass(frozen=True)
class Member:
    """One member of an archive: `where` its bytes are spooled, None if they are not; `problem` is what went wrong."""

    path: str
    where: Path | None
    problem: str | None = None


class _Allowance:
    """What an archive and all it holds may still take: bytes and members."""

    def __init__(self, size: int) -> None:
        self.bytes, self.members = budget_of(size), MOST_MEMBERS

    def take(self, piece: bytes) -> None:
        self.bytes -= cost_of(piece)
        if self.bytes < 0:
            raise Excess("it holds far more than its size can excuse; what lies beyond is not read")

    def count(self, inner: str) -> None:
        """Take one member by its path *inner*, however little it holds."""
        self.bytes -= 0 if _STORE_PARTS.intersection(inner.split("/")) else _MEMBER_COST
        self.members -= 1
        if self.bytes < 0:
            raise Excess("it holds far more members than its size can excuse; the others are not read")
        if self.members < 0:
            raise Excess(f"it holds more than {MOST_MEMBERS} members; the others are not read")


_HOLDS_NONE = "cannot hold what the archives hold"
_FREE = "free some space, or name another place in TMPDIR"


class Spool:
    """A directory of our own for archive members, named by number, under *within* where that is given; gone with the block.

    It is made for the first member: a run that needs none leaves none behind, however it ends.
    """

    def __init__(self, within: Path | None = None) -> None:
        self._within, self._count = within, 0
        self._directory: Scratch | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._directory:
            self._directory.cleanup()

    @property
    def places(self) -> tuple[Path, ...]:
        """Return the directory, whose name no other has; none where nothing is kept."""
        return (Path(self._directory.name),) if self._directory else ()

    def keep(self, stream: BinaryIO, allowance: _Allowance | None = None) -> tuple[Path, str | None]:
        """Write *stream* into the spool; return its place, and what ended it early: its beginning is kept all the same.

        Zeros become holes: a store's files are set up a gigabyte at a time.
        """
        self._count += 1
        where = self._home() / str(self._count)
        with where.open("wb") as out:
            while True:
                try:
                    piece = stream.read(_PIECE)
                    if allowance:
                        allowance.take(piece)
                except DAMAGE as error:
                    return where, str(error)
                if not piece:
                    return where, None
                _write(out, piece)

    def _home(self) -> Path:
        if self._directory is None:
            try:
                self._directory = Scratch(self._within)
            except OSError as error:
                raise MachineError(str(self._within or "TMPDIR"), f"{_HOLDS_NONE}: {error.strerror}", _FREE) from error
        return Path(self._directory.name)


def _write(out: BinaryIO, piece: bytes) -> None:
    try:
        if is_zero(piece):
            out.truncate(out.seek(len(piece), os.SEEK_CUR))
        else:
            out.write(piece)
            out.flush()
    except OSError as error:
        with suppress(OSError):
            out.truncate(0)
        raise MachineError(tempfile.gettempdir(), f"{_HOLDS_NONE}: {error.strerror}", _FREE) from error


def is_archive(name: str, where: Path) -> bool:
    """Return whether the file at *where* has members: by its *name*, or because a tar or a zip begins in it."""
    if name.lower().endswith((*_TARS, ".zip")):
        return True
    try:
        with open_plain(where) as stream:
            beginning = stream.read(262)
    except DAMAGE:
        return False
    if beginning.startswith(_ZIP):
        return _is_zip(where) and not name.lower().endswith(_ZIPPED)
    return beginning[257:] == b"ustar"


def _is_zip(where: Path) -> bool:
    with where.open("rb") as stream:
        return stream.read(len(_ZIP)) == _ZIP


def packing_of(where: Path) -> str | None:
    """Return how a file is packed that is packed in a way not read, None for any other."""
    with where.open("rb") as stream:
        beginning = stream.read(max(map(len, _UNREAD_PACKINGS)))
    return next((name for magic, name in _UNREAD_PACKINGS.items() if beginning.startswith(magic)), None)


def open_plain(where: Path) -> BinaryIO:
    """Return the bytes of *where*, decompressed by what its first bytes say and not by what its name promises."""
    return cast(BinaryIO, unpacked(where.open("rb"), where.stat().st_size))


def _open_tar(where: Path) -> BinaryIO:
    return cast(BinaryIO, unpacked(where.open("rb"), where.stat().st_size, cost_of))


def members(archive: Path, name: str, spool: Spool) -> Iterator[Member]:
    """Yield the regular members of *archive*; what is damaged is yielded as a problem, after what came before it."""
    try:
        size = archive.stat().st_size
    except OSError as error:
        yield Member(name, None, f"cannot be opened: {error.strerror}")
        return
    yield from _members(archive, name, spool, 1, _Allowance(size))


def _members(archive: Path, name: str, spool: Spool, depth: int, allowance: _Allowance) -> Iterator[Member]:
    try:
        for inner, stream in _entries(archive, name):
            allowance.count(inner)
            yield from _member(f"{name}!/{_plain(inner)}", inner, stream, spool, depth, allowance)
    except DAMAGE as error:
        yield Member(name, None, f"the archive is damaged: {error}")


def _member(path: str, inner: str, stream: BinaryIO | None, spool: Spool, depth: int, allowance: _Allowance) -> Iterator[Member]:
    if _is_unread_store_part(inner):
        yield Member(path, None, "a part of the broker's store that tells nothing more: not read")
    elif stream is None:
        yield Member(path, None, "is encrypted, or packed in a way not known: not read; unpack it first")
    else:
        where, problem = spool.keep(stream, allowance)
        if not is_archive(inner, where):
            yield Member(path, where, problem)
        elif depth < _DEEPEST:
            yield from _members(where, path, spool, depth + 1, allowance)
        else:
            yield Member(path, None, f"an archive {_DEEPEST + 1} levels deep: not read; unpack it first")


def _plain(inner: str) -> str:
    """Return a member's path without the parts that say nothing: `./` before it, as tar writes it, and doubled slashes."""
    return "/".join(part for part in inner.split("/") if part not in {"", "."})


def _entries(archive: Path, name: str) -> Iterator[tuple[str, BinaryIO | None]]:
    """Yield name and bytes of each regular member, None for bytes that cannot be had."""
    if _is_zip(archive) or (name.lower().endswith(".zip") and zipfile.is_zipfile(archive)):
        yield from _zip_entries(archive)
        return
    with _open_tar(archive) as plain, ExitStack() as opened:
        following: BinaryIO | None = plain
        while following:
            tar = opened.enter_context(tarfile.open(fileobj=following, mode="r|", tarinfo=_Header))
            for entry in tar:
                tar.members.clear()  # type: ignore[attr-defined]  # a stream is never gone back in, and forged archives have many
                if entry.isreg() and (data := tar.extractfile(entry)):
                    yield entry.name, cast(BinaryIO, data)
            following = _behind(cast(BinaryIO, tar.fileobj))


class _Header(tarfile.TarInfo):
    """The header of a member: a damaged one is damage, where tarfile takes it for the end."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        """Return the header in *buf*."""
        try:
            return super().frombuf(buf, encoding, errors)
        except (tarfile.InvalidHeaderError, tarfile.TruncatedHeaderError) as error:  # type: ignore[attr-defined]
            raise tarfile.ReadError(f"{error} of a member; those behind it are not read") from None


class _Behind:
    """What follows a tar in its *stream*, from its first *block* on."""

    def __init__(self, block: bytes, stream: BinaryIO) -> None:
        self._block, self._stream = block, stream

    def read(self, size: int) -> bytes:
        """Return the next bytes, none at the end."""
        block, self._block = self._block, b""
        return block + self._stream.read(size - len(block))


def _behind(stream: BinaryIO) -> BinaryIO | None:
    """Return the tar that follows in *stream* where another one ended, as `cat` puts them together; None where nothing does."""
    while block := stream.read(tarfile.BLOCKSIZE):
        if block[257:].startswith(b"ustar"):
            return cast(BinaryIO, _Behind(block, stream))
        if not is_zero(block):
            raise tarfile.ReadError("what lies behind its end is no archive, and not read")
    return None


def _zip_entries(archive: Path) -> Iterator[tuple[str, BinaryIO | None]]:
    if not zipfile.is_zipfile(archive):
        raise zipfile.BadZipFile("its end, which lists what it holds, is missing: fetch it whole, or join its pieces")
    with zipfile.ZipFile(archive) as opened:
        for info in opened.infolist():
            inner = info.filename.replace("\\", "/")  # as some tools of Windows write them
            if info.is_dir() or inner.endswith("/"):
                continue
            try:
                stream = opened.open(info)
            except DAMAGE:
                yield inner, None
                continue
            with stream:
                yield inner, cast(BinaryIO, stream)


def _is_unread_store_part(inner: str) -> bool:
    return not _UNREAD_STORE_PARTS.isdisjoint(inner.lower().split("/"))
