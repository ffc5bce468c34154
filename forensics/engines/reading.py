"""One file to tables: lines joined to records, records understood by statements, times made absolute."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import BinaryIO, cast

from blake3 import blake3

from forensics.engines.batches import FileTables, Piece, Tally, finish, nonempty, row_of
from forensics.engines.look import Look
from forensics.engines.rows import batches
from forensics.engines.survey import Surveyed
from forensics.layouts.records import begin, joined, lies_backward
from forensics.sources.archives import DAMAGE, unread
from forensics.sources.careful import Careful
from forensics.sources.lines import Line, split_lines
from forensics.sources.stretches import lines_without
from forensics.sources.wrappers import Wrapping, streams_of, unwrapped

_ASKED = ({"read"}, {"read", "duplicate"})
"""Which files are looked into, and which that hold several streams: how much one of these has is counted."""


def read_streams(streams: Sequence[Surveyed], first_id: int, compiled: bool = False) -> Iterator[FileTables]:
    """Yield the tables of the streams of one file, which are all of it; ids go on from *first_id*.

    Where *compiled*, the kernel reads what it knows: the tables are the same. What a damaged file holds before the damage is
    kept, and the damage told.
    """
    first = streams[0]
    if first.look is None or not any(one.status in _ASKED[first.look.stream is not None] for one in streams):
        yield from (_unread(one, first_id + number, one.source.size) for number, one in enumerate(streams))
    elif first.look.stream is None or first.look.wrapping is None:
        tables = FileTables(row_of(first, first_id))
        tables.pieces = _whole_file(tables, first, first.look, compiled)
        yield tables
    else:
        yield from _several(streams, first_id, first.look.wrapping)


def _whole_file(tables: FileTables, surveyed: Surveyed, look: Look, compiled: bool) -> Iterator[Piece]:
    """Yield the pieces of a file that is one process's log, and complete its row."""
    tally = Tally()
    try:
        with surveyed.source.open() as opened:
            careful = Careful(opened)
            read = _by_kernel(tables, surveyed, tally, careful) if compiled else None
            yield from read or _by_line(tables, surveyed, tally, careful, look)
    except DAMAGE as error:
        _spoil(tables, error)
        return
    repeated = sum(stretch.end - stretch.begin for stretch in surveyed.repeated)
    finish(tables, tally, careful.size - repeated, careful.digest, (careful.damage,) if careful.damage else ())


def _by_kernel(tables: FileTables, surveyed: Surveyed, tally: Tally, careful: Careful) -> Iterator[Piece] | None:
    from forensics.engines.fast import reader

    file_id = tables.row["file_id"]
    return reader.read(surveyed, file_id, tally, cast(BinaryIO, careful)) if reader.fits(surveyed) else None


def _by_line(tables: FileTables, surveyed: Surveyed, tally: Tally, careful: Careful, look: Look) -> Iterator[Piece]:
    kept = lines_without(split_lines(cast(BinaryIO, careful)), surveyed.repeated)
    lines: Iterable[Line] = unwrapped(kept, look.wrapping)
    return _pieces(tables, surveyed, tally, _turned(list(lines), look) if look.newest_first else lines)


def _turned(lines: list[Line], look: Look) -> list[Line]:
    """Return the *lines* of a log that lies newest first as they were printed; the lines of a whole record keep their order."""
    if look.wrapping or lies_backward(lines):
        return sorted(lines, key=_backward)
    heads = accumulate(begin(line, look.layouts) is not None for line in lines)
    return [line for _, line in sorted(zip(heads, lines, strict=True), key=lambda placed: -placed[0])]


def _several(streams: Sequence[Surveyed], first_id: int, wrapping: Wrapping) -> Iterator[FileTables]:
    """Yield the tables of each process that a collector wrote into one file."""
    try:
        with streams[0].source.open() as opened:
            careful = Careful(opened)
            by_stream = streams_of(split_lines(cast(BinaryIO, careful)), wrapping)
    except DAMAGE as error:
        tables = FileTables(row_of(streams[0], first_id))
        _spoil(tables, error)
        yield tables
        return
    damage = (careful.damage,) if careful.damage else ()
    for number, one in enumerate(streams):
        own = by_stream.get((one.look.stream if one.look else None) or "", [])
        digest = blake3(f"{careful.digest} {one.key[1]}".encode()).hexdigest()
        tables = FileTables(row_of(one, first_id + number))
        if one.status == "duplicate":
            tables.row["bytes"] = sum(line.size for line in own)
        else:
            tables.pieces = _stream(tables, one, own, digest, damage)
        yield tables


def _stream(tables: FileTables, one: Surveyed, own: list[Line], digest: str, damage: Sequence[str]) -> Iterator[Piece]:
    tally = Tally()
    ordered = sorted(own, key=_backward) if one.look and one.look.newest_first else own
    yield from _pieces(tables, one, tally, ordered)
    finish(tables, tally, sum(line.size for line in own), digest, damage)


def _pieces(tables: FileTables, surveyed: Surveyed, tally: Tally, lines: Iterable[Line]) -> Iterator[Piece]:
    records = joined(lines, surveyed.look.layouts) if surveyed.look else ()
    for rows in batches(surveyed, tables.row["file_id"], tally, records):
        yield from nonempty(rows.pieces())


def _spoil(tables: FileTables, error: BaseException) -> None:
    """Make *tables* those of a file that cannot be read."""
    tables.row |= {"status": "unreadable", "problems": [*tables.row["problems"], unread(error)]}


def _backward(line: Line) -> int:
    """Return the order of a file that lies newest first; the lines of one entry stay in their order."""
    return -line.number


def _unread(surveyed: Surveyed, file_id: int, size: int) -> FileTables:
    return FileTables(row_of(surveyed, file_id) | {"bytes": size})
