"""Bytes to lines, by us: a bad byte spoils one line and not a file, and every line keeps its place."""

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

LONGEST_LINE = 1 << 20
"""Bytes of one line that are kept; the rest of a longer one is counted as rejected."""
_CHUNK = 1 << 20


class Line(NamedTuple):
    """One line as text, without its end; `size` is its bytes in the file, its end included."""

    number: int
    offset: int
    size: int
    text: str
    rejected: int


def split_lines(stream: BinaryIO) -> Iterator[Line]:
    """Yield the lines of *stream* in order; the sum of `size` is the bytes of the stream."""
    offset = 0
    for number, (raw, size) in enumerate(_raw_lines(stream), 1):
        text, rejected = _as_text(raw, size)
        yield Line(number, offset, size, text, rejected)
        offset += size


def _raw_lines(stream: BinaryIO) -> Iterator[tuple[bytes, int]]:
    """Yield each line's kept bytes with its full size; memory stays bounded by the longest line kept."""
    kept, size = b"", 0
    while chunk := stream.read(_CHUNK):
        pieces = chunk.split(b"\n")
        for piece in pieces[:-1]:
            yield (kept + piece)[:LONGEST_LINE], size + len(piece) + 1
            kept, size = b"", 0
        kept = (kept + pieces[-1])[:LONGEST_LINE]
        size += len(pieces[-1])
    if size:
        yield kept, size


def _as_text(raw: bytes, size: int) -> tuple[str, int]:
    """Return *raw* as text without its line end, and how many of the line's bytes could not be kept as text."""
    cut = max(0, size - 1 - len(raw)) if len(raw) == LONGEST_LINE else 0
    raw = raw.removesuffix(b"\r")
    try:
        return raw.decode(), cut
    except UnicodeDecodeError:
        text = raw.decode(errors="replace")
        return text, cut + _bad_bytes(raw)


def _bad_bytes(raw: bytes) -> int:
    """Return how many bytes of *raw* belong to no character of UTF-8."""
    return len(raw) - len(raw.decode(errors="ignore").encode())
