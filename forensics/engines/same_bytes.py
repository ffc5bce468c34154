"""The bytes of files, stretch by stretch, and whether two of these are the same."""

from collections.abc import Iterator
from typing import BinaryIO

from forensics.sources.find import Source

PIECE = 1 << 18
"""How much of a file is searched at a time: what stays in a processor's cache is read and searched in half the time."""


def bytes_of(source: Source, begin: int, end: int) -> bytes:
    """Return the bytes of *source* from *begin* to *end*."""
    return b"".join(pieces_of(source, begin, end))


def pieces_of(source: Source, begin: int, end: int) -> Iterator[bytes]:
    """Yield the bytes of *source* from *begin* to *end* in pieces."""
    with source.open() as stream:
        skip(stream, begin)
        while begin < end and (piece := stream.read(min(end - begin, PIECE))):
            begin += len(piece)
            yield piece


def read(stream: BinaryIO, size: int) -> bytes:
    """Return *size* bytes of *stream*, fewer only at its end."""
    pieces = []
    while size and (piece := stream.read(size)):
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


def skip(stream: BinaryIO, size: int) -> None:
    """Go on to the byte *size* of *stream*, which is at its begin."""
    if stream.seekable():
        stream.seek(size)
        return
    while size and (piece := stream.read(min(size, PIECE))):
        size -= len(piece)


def shared(ours: Source, begin: int, theirs: Source, skipped: int) -> tuple[bool, bool, int]:
    """Return whether two files are the same from *begin* and *skipped* on to the end of one, whether that is *theirs*, and where.

    Where is the end of the same bytes in *ours*.
    """
    with ours.open() as one, theirs.open() as other:
        skip(one, begin)
        skip(other, skipped)
        end = begin
        while True:
            mine, its = read(one, PIECE), read(other, PIECE)
            shorter = min(len(mine), len(its))
            if mine[:shorter] != its[:shorter]:
                return False, False, end
            end += shorter
            if len(mine) < PIECE or len(its) < PIECE:
                return True, len(its) <= len(mine), end
