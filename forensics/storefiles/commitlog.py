"""The commit log: where a message lies, and what of it is worth keeping.

Layout: MessageExtEncoder and CommitLog.checkMessageAndReturnSize, 4.8.0 to 5.3.3; the second magic, with a topic length of two
bytes, from 5.1.0 on. All numbers are big-endian. A file's name is the physical offset of its first byte.
"""

import mmap
import re
import struct
import zlib
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from types import TracebackType
from typing import Self

MAGIC, MAGIC_V2, BLANK = 0xDAA320A7, 0xDAA320AB, 0xCBD43194

_MARK = re.compile(b"\xda\xa3\x20[\xa7\xab]")
_HEAD = struct.Struct(">iIiiiqqiq")
_TAIL = struct.Struct(">iq")
_SHORTEST = 4 + 4 + 4 + 4 + 4 + 8 + 8 + 4 + 8 + 8 + 8 + 8 + 4 + 8 + 4 + 1 + 2
"""Bytes of a message without body, topic and properties (calMsgLength of CommitLog or MessageExtEncoder, 4.8.0 to 5.3.3)."""
_BORN_IPV6, _STORE_IPV6 = 0x10, 0x20
_OPEN_FILES = 4
"""Files that are mapped at once."""
_LOOKED_AT = 2_048
"""So many messages are looked at until their pages are let go: the system maps up to 64 KiB around each of them."""
_LARGEST_RAW = 1 << 20
"""Bytes of a message that is taken in bulk; a larger one is decoded by itself."""
_LARGEST_BODY = 16 << 20
"""Bodies beyond this are not read: POP writes short ones, and clients' traces are split at 128 KB."""
LATEST_MS = 1 << 50
"""No clock is beyond this: the year 37648."""


class Damage(Exception):
    """A record that cannot be what it says: why, in words. It costs that record alone."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message as it lies in the commit log; `body` only where it was asked for."""

    file: int
    position: int
    size: int
    queue_id: int
    queue_offset: int
    sys_flag: int
    born_ms: int
    born_host: str
    store_ms: int
    store_host: str
    reconsume_times: int
    topic: str
    properties: Mapping[str, str]
    body: bytes | None

    @property
    def physical(self) -> int:
        """Return its physical offset in the commit log."""
        return self.file + self.position


@dataclass(frozen=True, slots=True)
class Head:
    """Where one message lies, how long it is, and what its queue would say of it."""

    physical: int
    size: int
    topic: str
    queue_id: int
    queue_offset: int
    tag: bytes


class CommitLog:
    """The files of a commit log by their first offset, a few of them mapped at a time; nothing is written."""

    def __init__(self, files: Mapping[int, Path]) -> None:
        self.starts = sorted(files)
        self._files = files
        self._open: OrderedDict[int, mmap.mmap | bytes] = OrderedDict()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for view in self._open.values():
            _close(view)
        self._open.clear()

    def message(self, physical: int, size: int, *, body: bool) -> Message:
        """Return the message a queue says lies at *physical* and is *size* long; Damage where there is none."""
        start = self._file_of(physical)
        found = decode(self._view(start), start, physical - start, body=body)
        if found.size != size:
            raise Damage(f"the queue says {size} bytes, the message {found.size}")
        return found

    def raws(self, places: Sequence[int], sizes: Sequence[int]) -> tuple[list[int], list[bytes]]:
        """Return the bytes of the messages at these physical offsets, each with its file; none where they cannot be there.

        What was looked at is let go again and again, so that a large log is never in memory as a whole.
        """
        files, raws = [], []
        for number, (physical, size) in enumerate(zip(places, sizes, strict=True), 1):
            at = bisect_right(self.starts, physical) - 1
            start = self.starts[at] if at >= 0 else 0
            view = self._view(start) if at >= 0 and _SHORTEST <= size <= _LARGEST_RAW else b""
            files.append(start)
            raws.append(view[physical - start : physical - start + size])
            if number % _LOOKED_AT == 0:
                self._let_go()
        self._let_go()
        return files, raws

    def _let_go(self) -> None:
        for view in self._open.values():
            if isinstance(view, mmap.mmap) and hasattr(mmap, "MADV_DONTNEED"):
                view.madvise(mmap.MADV_DONTNEED)

    def walk(self) -> Iterator[Head | Damage]:
        """Yield where every message lies, in order; after what is none, one Damage, it goes on at the next one of the file."""
        for start in self.starts:
            yield from _walk_file(self._view(start), start)
            self._let_go()

    def first_bytes(self, start: int) -> bytes:
        """Return the first bytes of one file, which name it well enough."""
        return bytes(self._view(start)[:4096])

    def _file_of(self, physical: int) -> int:
        at = bisect_right(self.starts, physical) - 1
        if at < 0 or physical - self.starts[at] >= len(self._view(self.starts[at])):
            raise Damage("points outside the commit log")
        return self.starts[at]

    def _view(self, start: int) -> mmap.mmap | bytes:
        if start not in self._open:
            while len(self._open) >= _OPEN_FILES:
                _close(self._open.popitem(last=False)[1])
            self._open[start] = mapped(self._files[start])
        self._open.move_to_end(start)
        return self._open[start]


def mapped(path: Path | bytes) -> mmap.mmap | bytes:
    """Return the bytes of *path* without reading them: an empty file cannot be mapped. Bytes are what they are."""
    if isinstance(path, bytes):
        return path
    with path.open("rb") as stream:
        if not path.stat().st_size:
            return b""
        return mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)


def _close(view: mmap.mmap | bytes) -> None:
    if isinstance(view, mmap.mmap):
        view.close()


def _walk_file(view: mmap.mmap | bytes, start: int) -> Iterator[Head | Damage]:
    position = 0
    while position + 8 <= len(view):
        size, magic = struct.unpack_from(">iI", view, position)
        if magic == BLANK or (size == 0 and magic == 0):
            return
        try:
            head = _head(view, start, position)
            yield head
            position += head.size
        except Damage as damage:
            yield damage
            position = _next(view, start, position + 1)


def _next(view: mmap.mmap | bytes, start: int, position: int) -> int:
    """Return where the next message begins that says it lies where it does; the end of the file where there is none."""
    for mark in _MARK.finditer(view, position + 4):
        at = mark.start() - 4
        if at + _SHORTEST <= len(view) and struct.unpack_from(">q", view, at + 28)[0] == start + at:
            return at
    return len(view)


def _head(view: mmap.mmap | bytes, start: int, position: int) -> Head:
    """Return where the message at *position* belongs; Damage where there is none. Of its parts only the topic is looked at."""
    if position + _SHORTEST > len(view):
        raise Damage("is cut off")
    size, magic, _, queue_id, _, queue_offset, physical, flags, _ = _HEAD.unpack_from(view, position)
    if magic not in {MAGIC, MAGIC_V2} or physical != start + position:
        raise Damage("no message begins where one should")
    at = position + 84 + (12 if flags & _BORN_IPV6 else 0) + (12 if flags & _STORE_IPV6 else 0)
    end = position + size
    if size < _SHORTEST or end > len(view) or at + 4 > end or queue_id < 0 or queue_offset < 0:
        raise Damage(f"says it is {size} bytes long")
    _, at = _block(view, at, 4, end, keep=False)
    topic, at = _block(view, at, 2 if magic == MAGIC_V2 else 1, end)
    properties, _ = _block(view, at, 2, end)
    tag = properties.partition(b"TAGS\x01")[2].partition(b"\x02")[0]
    return Head(physical, size, _text(topic), queue_id, queue_offset, tag)


def decode(view: mmap.mmap | bytes, start: int, position: int, *, body: bool) -> Message:
    """Return the message at *position* of the file that begins at *start*; Damage names what does not fit."""
    if position < 0 or position + _SHORTEST > len(view):
        raise Damage("is cut off")
    size, magic, crc, queue_id, _, queue_offset, physical, flags, born_ms = _HEAD.unpack_from(view, position)
    if magic not in {MAGIC, MAGIC_V2}:
        raise Damage(f"has no message's magic number but {magic:08x}")
    if size < _SHORTEST or position + size > len(view):
        raise Damage(f"says it is {size} bytes long")
    if physical != start + position:
        raise Damage(f"says it lies at {physical}")
    end = position + size
    born_host, at = _host(view, position + _HEAD.size, ipv6=bool(flags & _BORN_IPV6))
    (store_ms,) = struct.unpack_from(">q", view, at)
    store_host, at = _host(view, at + 8, ipv6=bool(flags & _STORE_IPV6))
    reconsume_times, _ = _TAIL.unpack_from(view, at)
    content, at = _block(view, at + _TAIL.size, 4, end, keep=body)
    if body and zlib.crc32(content) & 0x7FFFFFFF != crc:
        raise Damage("its body does not match its checksum")
    topic, at = _block(view, at, 2 if magic == MAGIC_V2 else 1, end)
    properties, at = _block(view, at, 2, end)
    if at != end or queue_offset < 0 or reconsume_times < 0:
        raise Damage("its parts do not add up to its size")
    if not (0 <= born_ms < LATEST_MS and 0 <= store_ms < LATEST_MS):
        raise Damage("says times that no clock has")
    return Message(
        start, position, size, queue_id, queue_offset, flags, born_ms, born_host, store_ms, store_host, reconsume_times,
        _text(topic), properties_of(_text(properties)), content if body else None,
    )  # fmt: skip


def _host(view: mmap.mmap | bytes, at: int, *, ipv6: bool) -> tuple[str, int]:
    width = 16 if ipv6 else 4
    address, (port,) = view[at : at + width], struct.unpack_from(">i", view, at + width)
    host = str(ip_address(address))
    return (f"[{host}]:{port}" if ipv6 else f"{host}:{port}"), at + width + 4


def _block(view: mmap.mmap | bytes, at: int, width: int, end: int, *, keep: bool = True) -> tuple[bytes, int]:
    """Return the bytes whose length stands in *width* bytes before them, and where they end."""
    if at + width > end:
        raise Damage("its parts do not add up to its size")
    length = int.from_bytes(view[at : at + width], "big", signed=width > 1)
    at += width
    if length < 0 or at + length > end or (keep and length > _LARGEST_BODY):
        raise Damage(f"one of its parts says it is {length} bytes long")
    return (view[at : at + length] if keep else b""), at + length


def _text(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        raise Damage("its topic or properties are not text") from None


def properties_of(text: str) -> dict[str, str]:
    """Return a message's properties: names and values with 1 between them and 2 after each (MessageDecoder)."""
    pairs = (part.partition("\x01") for part in text.split("\x02") if part)
    return {name: value for name, between, value in pairs if between}
