"""Compressed bytes undone as a stream, within a budget: a bomb is told as one, and what came before damage is kept.

The budget counts bytes, not seconds, so that what is read of a file never depends on the machine.
"""

import bz2
import lzma
import re
from collections.abc import Callable
from contextlib import suppress
from typing import Any, BinaryIO, cast

import zstandard
from zlib_ng import zlib_ng

from forensics.sources.stream import Pieces

FREE_BYTES = 32 << 20
"""Bytes that a compressed file may hold, however small it is."""
GREATEST_RATIO = 400
"""How many times its size a larger one may hold; RocketMQ's logs shrink to a twentieth, repeated lines to a hundredth."""
GREATEST_BYTES = 64 << 30
"""Bytes that no compressed file may hold more of, however large it is."""
_ZERO_DISCOUNT = 128
"""In archives zeros are cheaper: a store is set up in gigabytes of them, and its queues hold a few entries before theirs."""
_ZERO_BLOCK = bytes(1 << 12)
_FEED = 1 << 16
"""Bytes that are unpacked at a time, ..."""
_FEED_ZSTD = 1 << 10
"""... of zstd, which cannot be told how much to give at once, ..."""
_SMALL = 64
"""... and where a file is damaged, to have all that is good before it."""
_PIECE = 1 << 20
"""Bytes that unpacking gives at once where it can be told."""
_DEEPEST = 3
"""How often a file can be packed in itself: what a server compresses that was compressed, and a browser keeps so."""
_WIDEST_WINDOW = 1 << 27
"""Memory (bytes) that zstd may take for what a file asks it to keep: as much as its own command takes."""
_LZMA_MEMORY = 128 << 20
"""The same of xz."""

_CORRUPT_GZ = cast("type[Exception]", zlib_ng.error)  # its stubs take the class for one of its errors
CORRUPT = (_CORRUPT_GZ, lzma.LZMAError, zstandard.ZstdError, EOFError, ValueError, OSError)


_ZEROS = bytes(_PIECE)


class Damaged(OSError):
    """Compressed bytes that end too early or are not what they should be."""


class Excess(Damaged):
    """Compressed bytes that hold more than their size can excuse."""


def budget_of(size: int) -> int:
    """Return how many bytes a compressed file of *size* bytes may hold."""
    return min(max(FREE_BYTES, size * GREATEST_RATIO), GREATEST_BYTES)


def is_zero(piece: bytes) -> bool:
    """Return whether *piece*, of a mebibyte at most, is all zeros."""
    return piece == _ZEROS[: len(piece)]


def cost_of(piece: bytes) -> int:
    """Return what *piece* of an archive takes of its budget: its blocks of zeros less than its other bytes."""
    zeros = piece.count(_ZERO_BLOCK) * len(_ZERO_BLOCK)
    return len(piece) - zeros + zeros // _ZERO_DISCOUNT


def _zlib(inflate: Any, data: bytes) -> tuple[bytes, bytes]:
    before = inflate.copy()
    try:
        piece = inflate.decompress(data, _PIECE)
    except _CORRUPT_GZ:
        if good := _up_to_the_damage(before, data):
            return good, b""
        raise
    return piece, b"" if inflate.eof else inflate.unconsumed_tail


def _up_to_the_damage(inflate: Any, data: bytes) -> bytes:
    good = b""
    with suppress(_CORRUPT_GZ):
        for at in range(0, len(data), _SMALL):
            good += inflate.decompress(data[at : at + _SMALL])
    return good


def _whole(inflate: Any, data: bytes) -> tuple[bytes, bytes]:
    return inflate.decompress(data), b""


def _by_length(inflate: Any, data: bytes) -> tuple[bytes, bytes]:
    return inflate.decompress(data, _PIECE), b""


_ZSTD = b"\x28\xb5\x2f\xfd"
_SKIPPED = re.compile(rb"[\x50-\x5f]\x2a\x4d\x18")
"""How a frame of zstd begins that holds nothing of a file, as pzstd and others put before those that do."""
_Step = Callable[[Any, bytes], tuple[bytes, bytes]]
_Kind = tuple[bytes, Callable[[], Any], _Step, int]
_KINDS: tuple[_Kind, ...] = (
    (b"\x1f\x8b", lambda: zlib_ng.decompressobj(31), _zlib, _FEED),
    (
        _ZSTD,
        lambda: zstandard.ZstdDecompressor(max_window_size=_WIDEST_WINDOW).decompressobj(),
        _whole,
        _FEED_ZSTD,
    ),
    (b"BZh", bz2.BZ2Decompressor, _by_length, _FEED),
    (b"\xfd7zXZ\x00", lambda: lzma.LZMADecompressor(memlimit=_LZMA_MEMORY), _by_length, _FEED),
    (b"]\0\0", lambda: lzma.LZMADecompressor(lzma.FORMAT_ALONE, memlimit=_LZMA_MEMORY), _by_length, _FEED),
    *((magic, lambda: zlib_ng.decompressobj(15), _zlib, _FEED) for magic in (b"x\x01", b"x\x9c", b"x\xda")),
)
"""First bytes, decompressor, one step of it, and how much it is fed: a zstd frame gives all it has for what it is fed."""


class Unpacked(Pieces):
    """A stream of what *raw* holds; reading raises `Damaged` where it is torn or corrupt, `Excess` above *budget*.

    What is packed in it again is unpacked too, *deep* times at most.
    """

    def __init__(self, raw: BinaryIO, kind: _Kind, budget: int, cost: Callable[[bytes], int], deep: int = _DEEPEST) -> None:
        super().__init__(raw)
        self._budget, self._left, self._cost, self._deep = budget, budget, cost, deep
        _, self._make, self._step, self._feed = kind
        self._inflate = self._make()
        self._rest = b""
        self._inner: Unpacked | None = None

    def _next(self) -> bytes:
        if self._inner:
            return self._inner.read(_PIECE)
        piece = self._unpacked()
        deep, self._deep = self._deep, 0
        kind = _kind_of(piece) if deep else None
        if kind is None:
            return piece
        self._inner = Unpacked(cast(BinaryIO, _Again(piece, self._unpacked)), kind, self._budget, self._cost, deep - 1)
        return self._inner.read(_PIECE)

    def _unpacked(self) -> bytes:
        while True:
            if self._inflate.eof and not self._begin_next_part():
                return b""
            if not self._rest and self._needs_input():
                self._rest = self._raw.read(self._feed)
                if not self._rest:
                    raise Damaged("its compressed bytes end too early")
            try:
                piece, self._rest = self._step(self._inflate, self._rest)
            except CORRUPT as error:
                raise Damaged(f"its compressed bytes are corrupt: {error}") from None
            if piece:
                return self._charged(piece)

    def _needs_input(self) -> bool:
        return bool(getattr(self._inflate, "needs_input", True))

    def _begin_next_part(self) -> bool:
        """Begin the member or frame that follows; return whether there is one. Zeros are padding."""
        self._rest = (self._inflate.unused_data + self._rest) or self._raw.read(self._feed)
        while self._rest:
            self._rest = self._rest.lstrip(b"\0")
            if self._rest:
                self._inflate = self._make()
                return True
            self._rest = self._raw.read(self._feed)
        return False

    def _charged(self, piece: bytes) -> bytes:
        self._left -= self._cost(piece)
        if self._left < 0:
            raise Excess("it holds far more than its size can excuse; what lies beyond is not read")
        return piece


class _Again:
    """A stream of which *data* has been read, and *more* gives what follows."""

    def __init__(self, data: bytes, more: Callable[[], bytes]) -> None:
        self._data, self._more = data, more

    def read(self, size: int) -> bytes:
        """Return up to *size* of the next bytes, none at the end."""
        data = self._data or self._more()
        self._data = data[size:]
        return data[:size]


def _kind_of(beginning: bytes) -> _Kind | None:
    """Return how a file is packed that begins so, None where it is not."""
    magic = _ZSTD if _SKIPPED.match(beginning) else beginning
    return next((kind for kind in _KINDS if magic.startswith(kind[0])), None)


def unpacked(raw: BinaryIO, size: int, cost: Callable[[bytes], int] = len) -> BinaryIO | Unpacked:
    """Return what *raw*, of *size* bytes, holds, by what its first bytes say; *raw* itself where it is not compressed."""
    kind = _kind_of(raw.read(6))
    raw.seek(0)
    return raw if kind is None else Unpacked(raw, kind, budget_of(size), cost)
