"""Bytes to lines, by us: a bad byte spoils one line and not a file, and every line keeps its place."""

import codecs
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import chain
from typing import BinaryIO, NamedTuple, cast

LONGEST_LINE = 1 << 20
"""Bytes of one line that are kept; the rest of a longer one is counted as rejected."""
_CHUNK = 1 << 20
"""Bytes that are read at a time."""
_SAMPLE = 1 << 12
"""Bytes by which the encoding of a file is told where nothing marks it."""


class Line(NamedTuple):
    """One line as text, without its end; `size` is its bytes in the file, its end included."""

    number: int
    offset: int
    size: int
    text: str
    rejected: int

    def around(self, other: "Line") -> "Line":
        """Return this line with the bytes of *other*, which stands around it and says nothing itself."""
        return self._replace(size=self.size + other.size, rejected=self.rejected + other.rejected)


class Encoding(NamedTuple):
    """How a file's characters are written: `name`, how many bytes of mark it begins with, and the bytes of a line end."""

    name: str
    mark: int
    end: bytes


UTF_8 = Encoding("utf-8", 0, b"\n")
_MARKS = (
    (codecs.BOM_UTF8, Encoding("utf-8", 3, b"\n")),
    (codecs.BOM_UTF32_LE, Encoding("utf-32-le", 4, b"\n\0\0\0")),  # begins as the next one does
    (codecs.BOM_UTF32_BE, Encoding("utf-32-be", 4, b"\0\0\0\n")),
    (codecs.BOM_UTF16_LE, Encoding("utf-16-le", 2, b"\n\0")),
    (codecs.BOM_UTF16_BE, Encoding("utf-16-be", 2, b"\0\n")),
)


def encoding_of(beginning: bytes) -> Encoding:
    """Return how a file that has this *beginning* is written: by its mark, or as UTF-16 where every other byte is zero.

    Lines of UTF-8 end with a carriage return alone where there are several of it and no line feed, as old editors write them.
    """
    for mark, encoding in _MARKS:
        if beginning.startswith(mark):
            return _with_its_end(encoding, beginning)
    even, odd = beginning[0:_SAMPLE:2], beginning[1:_SAMPLE:2]
    if len(odd) >= 8 and _mostly_zero(odd) and not _mostly_zero(even):
        return Encoding("utf-16-le", 0, b"\n\0")
    if len(odd) >= 8 and _mostly_zero(even) and not _mostly_zero(odd):
        return Encoding("utf-16-be", 0, b"\0\n")
    return _with_its_end(UTF_8, beginning)


def _with_its_end(encoding: Encoding, beginning: bytes) -> Encoding:
    alone = encoding.end == b"\n" and b"\n" not in beginning and beginning.count(b"\r", 0, -1) > 1
    return encoding._replace(end=b"\r") if alone else encoding


def _mostly_zero(data: bytes) -> bool:
    return data.count(0) * 10 > len(data) * 7


def split_lines(stream: BinaryIO) -> Iterator[Line]:
    """Yield the lines of *stream* in order; the sum of `size` is the bytes of the stream."""
    first = stream.read(_CHUNK)
    encoding = encoding_of(first)
    chunks = chain([first], iter(lambda: stream.read(_CHUNK), b"")) if first else iter(())
    wide = len(encoding.end) > 1
    raw_lines = _raw_wide_lines(chunks, encoding.end) if wide else _raw_lines(chunks, encoding.end)
    as_text = _decoder(encoding) if wide else _as_text
    offset = 0
    for number, (raw, size) in enumerate(raw_lines, 1):
        text, rejected = as_text(raw[encoding.mark :] if number == 1 else raw, size - (encoding.mark if number == 1 else 0))
        yield Line(number, offset, size, text, rejected)
        offset += size


def lines_within(data: bytes, number: int, offset: int) -> Iterator[Line]:
    """Return the lines of *data*, a piece of a file in UTF-8 that begins with its line *number* at *offset*."""
    return _lines_of(_raw_lines(iter([data])), number, offset)


def lines_from(data: bytes, stream: BinaryIO, number: int, offset: int) -> Iterator[Line]:
    """Yield the lines of *data* and of what follows it in *stream*, of which it begins with line *number* at *offset*."""
    if offset == 0:
        yield from split_lines(cast(BinaryIO, _Again(data, stream)))
        return
    yield from _lines_of(_raw_lines(chain([data], iter(lambda: stream.read(_CHUNK), b""))), number, offset)


def _lines_of(raw_lines: Iterator[tuple[bytes, int]], number: int, offset: int) -> Iterator[Line]:
    for at, (raw, size) in enumerate(raw_lines, number):
        text, rejected = _as_text(raw, size)
        yield Line(at, offset, size, text, rejected)
        offset += size


def peeked(lines: Iterable[Line], most_lines: int, most_chars: int) -> Iterator[Line]:
    """Yield the first of *lines*: so many lines, and characters, at most; one at least."""
    size = 0
    for number, line in enumerate(lines):
        size += len(line.text)
        if number >= most_lines or (number and size > most_chars):
            return
        yield line


class _Again:
    """A stream of which *data* has been read, from its beginning."""

    def __init__(self, data: bytes, stream: BinaryIO) -> None:
        self._data, self._stream = data, stream

    def read(self, size: int) -> bytes:
        """Return the next bytes, none at the end."""
        data, self._data = self._data, b""
        return data or self._stream.read(size)


def _raw_lines(chunks: Iterator[bytes], end: bytes = b"\n") -> Iterator[tuple[bytes, int]]:
    """Yield each line's kept bytes with its full size; memory stays bounded by the longest line kept."""
    kept, size = b"", 0
    for chunk in chunks:
        pieces = chunk.split(end)
        for piece in pieces[:-1]:
            yield _bounded(kept + piece), size + len(piece) + 1
            kept, size = b"", 0
        kept = _bounded(kept + pieces[-1])
        size += len(pieces[-1])
    if size:
        yield kept, size


def _bounded(raw: bytes) -> bytes:
    """Return what is kept of a line: of zeros that it begins with, where they are many, one."""
    if len(raw) > LONGEST_LINE and raw.startswith(b"\0"):
        raw = b"\0" + raw.lstrip(b"\0")
    return raw[:LONGEST_LINE]


def _raw_wide_lines(chunks: Iterator[bytes], end: bytes) -> Iterator[tuple[bytes, int]]:
    """Yield the same for characters of as many bytes as *end* has: it ends a line only where a character begins."""
    waiting, size, width = bytearray(), 0, len(end)
    for chunk in chunks:
        waiting += chunk
        begin, at = 0, waiting.find(end)
        while at >= 0:
            if at % width:
                at = waiting.find(end, at + 1)
                continue
            yield bytes(waiting[begin : min(at, begin + LONGEST_LINE)]), size + at + width - begin
            begin, size = at + width, 0
            at = waiting.find(end, begin)
        del waiting[:begin]
        cut = max(0, len(waiting) - LONGEST_LINE - _CHUNK) // width * width
        size += cut
        del waiting[LONGEST_LINE : LONGEST_LINE + cut]
    if waiting:
        yield bytes(waiting[:LONGEST_LINE]), size + len(waiting)


_GB2312 = re.compile(rb"(?:[\x00-\x7f]|[\xa1-\xf7][\xa1-\xfe])*+")
_PAIRS = re.compile(rb"(?:[\xa1-\xf7][\xa1-\xfe]){2}")


def _as_text(raw: bytes, size: int) -> tuple[str, int]:
    """Return *raw* as text without its line end, and how many of the line's bytes could not be kept as text.

    UTF-8; a line that is none and is Chinese in GBK throughout is read as that: hosts in China write so by default. Zeros before
    it are none of it: a file has them where its end was not written before a crash, or where it was cut while it was open.
    """
    zeros = len(raw) - len(raw.lstrip(b"\0")) if raw.startswith(b"\0") else 0
    cut = zeros + max(0, size - 1 - len(raw)) if zeros or len(raw) == LONGEST_LINE else 0
    raw = raw[zeros:].removesuffix(b"\r")
    try:
        return raw.decode(), cut
    except UnicodeDecodeError:
        if _PAIRS.search(raw) and _GB2312.fullmatch(raw):
            with suppress(UnicodeDecodeError):
                return raw.decode("gbk"), cut
        return raw.decode(errors="replace"), cut + _bad_bytes(raw)


def _decoder(encoding: Encoding) -> Callable[[bytes, int], tuple[str, int]]:
    """Return what makes text of a line written in *encoding*."""

    def decode(raw: bytes, size: int) -> tuple[str, int]:
        cut = max(0, size - len(encoding.end) - len(raw)) if len(raw) >= LONGEST_LINE - encoding.mark else 0
        text = raw.decode(encoding.name, errors="ignore")
        bad = len(raw) - len(text.encode(encoding.name))
        return (raw.decode(encoding.name, errors="replace") if bad else text).removesuffix("\r"), cut + bad

    return decode


def _bad_bytes(raw: bytes) -> int:
    """Return how many bytes of *raw* belong to no character of UTF-8."""
    return len(raw) - len(raw.decode(errors="ignore").encode())
