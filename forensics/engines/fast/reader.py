"""A file in batches through the kernel: read, cut at heads, scanned, and made into tables."""

from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import BinaryIO, NamedTuple

import pyarrow as pa

from forensics import memory
from forensics.engines.batches import BATCH_BYTES, HEADLESS_BYTES, Piece, Tally, nonempty
from forensics.engines.fast import native
from forensics.engines.fast.batch import pieces_of
from forensics.engines.fast.compiled_statements import compiled
from forensics.engines.fast.groups import firsts
from forensics.engines.fast.piece import Scanned, is_scannable, scan
from forensics.engines.rows import batches
from forensics.engines.survey import Surveyed
from forensics.layouts.layout import Layout
from forensics.layouts.records import begin, joined
from forensics.sources.lines import LONGEST_LINE, UTF_8, encoding_of, lines_from, lines_within
from forensics.sources.stretches import parts_without

_BLOCK = 1 << 20
_BEYOND = 1 << 16
"""How much is read behind where a batch may end, to find its end."""
pa.set_memory_pool(pa.system_memory_pool())  # the others keep what a batch needed for the next ones, and need more of it
memory.share_heap()


def load() -> None:
    """Load what reading a file needs, for the processes that are forked from this one: each would load it for itself."""
    compiled()
    firsts()
    native.function("scan")
    for name in ("pyarrow.compute", "pyarrow.parquet"):
        import_module(name)


def fits(surveyed: Surveyed) -> bool:
    """Return whether the kernel can read how the file is laid out."""
    look = surveyed.look
    return look is not None and look.wrapping is None and not look.newest_first and is_scannable(look.layouts)


def read(surveyed: Surveyed, file_id: int, tally: Tally, stream: BinaryIO) -> Iterator[Piece]:
    """Yield the pieces of a file, and count it in *tally*."""
    layouts = surveyed.look.layouts if surveyed.look else ()
    for offset, line, part in parts_without(stream, surveyed.repeated):
        yield from _made(surveyed, file_id, tally, _scanned(part, layouts, offset, line))


class _Rest(NamedTuple):
    """What of a file goes the plain way: bytes already read, where they begin, and the stream that goes on."""

    data: bytes
    offset: int
    first_line: int
    stream: BinaryIO


def _made(surveyed: Surveyed, file_id: int, tally: Tally, found: Iterator["Scanned | _Rest"]) -> Iterator[Piece]:
    for part in found:
        memory.relieve()
        if isinstance(part, Scanned):
            yield from nonempty(pieces_of(surveyed, file_id, part, tally))
        else:
            lines = lines_from(part.data, part.stream, part.first_line, part.offset)
            records = joined(lines, surveyed.look.layouts if surveyed.look else ())
            for rows in batches(surveyed, file_id, tally, records, part.offset):
                yield from nonempty(rows.pieces())


def _scanned(stream: BinaryIO, layouts: Sequence[Layout], offset: int, line: int) -> Iterator["Scanned | _Rest"]:
    """Yield a file from its *line* at *offset* on, which *stream* begins with, batch by batch as `engines.rows.batches` cuts it.

    From where it cannot be cut, yield what is left of it.
    """
    data = stream.read(_BLOCK)
    if encoding_of(data) != UTF_8:
        yield _Rest(data, offset, line, stream)
        return
    while data:
        cut, data = _cut(data, offset, stream, layouts)
        if cut is None:
            yield _Rest(data, offset, line, stream)
            return
        scanned = scan(data, cut, offset, line, layouts)
        yield scanned
        offset, line, data = offset + cut, line + scanned.lines, data[cut:]


def _cut(data: bytes, offset: int, stream: BinaryIO, layouts: Sequence[Layout]) -> tuple[int | None, bytes]:
    """Return how much of the file is the batch that begins with *data*, None where it has no end, and the bytes read for it."""
    at = BATCH_BYTES - offset % BATCH_BYTES - 1
    while len(data) <= HEADLESS_BYTES:
        found = data.find(b"\n", at)
        stop = data.find(b"\n", found + 1) if found >= 0 else -1
        if stop >= 0:
            if _begins(data[found + 1 : min(stop, found + 1 + LONGEST_LINE)], layouts):
                return (found + 1 if found < HEADLESS_BYTES else None), data
            at = stop
            continue
        further = _read(stream, max(at - len(data), 0) + _BEYOND)
        if not further:
            return _last(data, found, layouts), data
        data = b"".join((data, *further))
    return None, data


def _read(stream: BinaryIO, size: int) -> list[bytes]:
    """Return *size* bytes of *stream* in pieces, fewer only at its end."""
    pieces = []
    while size and (piece := stream.read(min(size, _BLOCK))):
        pieces.append(piece)
        size -= len(piece)
    return pieces


def _last(data: bytes, found: int, layouts: Sequence[Layout]) -> int | None:
    """Return where the batch ends in what is left of the file, whose last line begins behind *found*."""
    line = data[found + 1 : found + 1 + LONGEST_LINE]
    end = found + 1 if found >= 0 and line and _begins(line, layouts) else len(data)
    return end if end <= HEADLESS_BYTES else None


def _begins(line: bytes, layouts: Sequence[Layout]) -> bool:
    return any(begin(one, layouts) is not None for one in lines_within(line + b"\n", 0, 0))
