"""Consume queues: for each message of a queue where it lies in the commit log, how long it is, and the code of its tag.

Layout: ConsumeQueue, 4.8.0 to 5.3.3: entries of 20 bytes, big-endian; a file's name is the byte offset of its first entry, so
that an entry's place is the queue offset. Entries of zeros have never been written.
"""

import re
import struct
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from forensics.storefiles.commitlog import Head, mapped

ENTRY = struct.Struct(">qiq")
TAG_CODES = {"ck": 3176, "ack": 96393, "bAck": 2985159}
"""String.hashCode of the tags by which POP's own messages go."""
_EXTENDED_BELOW = -(1 << 31)
"""A code below this is an address in consumequeue_ext (ConsumeQueueExt.isExtAddr), not a tag's."""
LARGEST_FILE = 1 << 30
"""A queue's file is 6 MB unless mappedFileSizeConsumeQueue says otherwise; one beyond this is no queue's."""
_CHUNK = ENTRY.size << 15
"""Bytes that are looked at at a time: whole entries."""
_WIDEST_GAP = 1_000
"""Entries that may lack within a file that is made up of others."""
_NAME = re.compile(r"consumequeue/(?P<topic>[^/]+)/(?P<queue>\d{1,9})/(?P<start>\d{20})$")


_NOTHING = pl.DataFrame(schema={"offset": pl.Int64, "physical": pl.Int64, "size": pl.Int32, "tag_code": pl.Int64})


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: the queue offset it stands for and the message it points to."""

    offset: int
    physical: int
    size: int
    tag_code: int


@dataclass(frozen=True)
class Queue:
    """One queue of one topic, its files by the byte offset they begin at, or what would stand in them."""

    topic: str
    queue_id: int
    files: Mapping[int, Path | bytes]

    def columns(self, tags: frozenset[int] | None = None, first: int = 0) -> Iterator[pl.DataFrame]:
        """Yield what was written to the queue from offset *first* on, in order, as columns named as an entry's; see `entries`."""
        for start in sorted(self.files):
            view = mapped(self.files[start])
            begin = max(0, first * ENTRY.size - start)
            for at in range(begin, len(view) if len(view) <= LARGEST_FILE else 0, _CHUNK):
                found = _columns(view[at : at + _CHUNK], (start + at) // ENTRY.size, tags)
                if found.height:
                    yield found

    def entries(self, tags: frozenset[int] | None = None, first: int = 0) -> Iterator[Entry]:
        """Yield what was written to the queue from offset *first* on, in order; with *tags* only entries of these codes."""
        return (Entry(*row) for chunk in self.columns(tags, first) for row in chunk.iter_rows())

    def at(self, offsets: pl.Series) -> pl.DataFrame:
        """Return the entries of these queue *offsets*, as far as the queue has them."""
        first, last = offsets.min(), offsets.max()
        if not isinstance(first, int) or not isinstance(last, int):
            return _NOTHING
        parts = [_NOTHING]
        for chunk in self.columns(first=max(0, first)):
            if chunk.item(0, "offset") > last:
                break
            parts.append(chunk.filter(pl.col("offset").is_in(offsets.implode())))
        return pl.concat(parts)

    def last(self) -> Entry | None:
        """Return the last entry that was written, None for an empty queue."""
        for start in sorted(self.files, reverse=True):
            view = mapped(self.files[start])
            for at in reversed(range(0, len(view) if len(view) <= LARGEST_FILE else 0, _CHUNK)):
                chunk = view[at : at + _CHUNK]
                for place in range((_written(chunk) - 1) * ENTRY.size, -1, -ENTRY.size):
                    physical, size, code = ENTRY.unpack_from(chunk, place)
                    if size:
                        return Entry((start + at + place) // ENTRY.size, physical, size, code)
        return None


def queues_of(files: Mapping[str, Path]) -> list[Queue]:
    """Return the queues among the *files* of a store, named by their paths under it."""
    found: dict[tuple[str, int], dict[int, Path | bytes]] = {}
    for path, where in files.items():
        if named := _NAME.match(path):
            found.setdefault((named["topic"], int(named["queue"])), {})[int(named["start"])] = where
    return [Queue(topic, queue, parts) for (topic, queue), parts in sorted(found.items())]


def walked(heads: Iterable[Head]) -> list[Queue]:
    """Return the queues that *heads*, the messages of a whole commit log, belong to: what their files would hold.

    For a store whose queues lie in RocksDB, or were not copied.
    """
    found: dict[tuple[str, int], dict[int, bytes]] = {}
    codes = {tag.encode(): code for tag, code in TAG_CODES.items()}
    for head in heads:
        packed = ENTRY.pack(head.physical, head.size, codes.get(head.tag, 0))
        found.setdefault((head.topic, head.queue_id), {})[head.queue_offset] = packed
    return [Queue(topic, queue, _files(entries)) for (topic, queue), entries in sorted(found.items())]


def _files(entries: dict[int, bytes]) -> dict[int, Path | bytes]:
    """Return *entries*, by queue offset, as files: a new one behind a wide gap, for an offset can be absurd."""
    files: dict[int, bytearray] = {}
    start, last = 0, None
    for offset, packed in sorted(entries.items()):
        if last is None or offset - last > _WIDEST_GAP:
            start = offset * ENTRY.size
        own = files.setdefault(start, bytearray())
        own += bytes(offset * ENTRY.size - start - len(own)) + packed
        last = offset
    return {start: bytes(own) for start, own in files.items()}


def _written(chunk: bytes) -> int:
    """Return how many whole entries a piece of a file has up to the last one that is not zeros."""
    return min(-(-len(chunk.rstrip(b"\0")) // ENTRY.size), len(chunk) // ENTRY.size)


def _columns(chunk: bytes, first: int, tags: frozenset[int] | None) -> pl.DataFrame:
    """Return the entries in a piece of a file that were written, with *tags* only those of these codes."""
    count = _written(chunk)
    if not count:
        return _NOTHING
    import pyarrow as pa  # takes as long to load as a small case to read, and few cases hold a store

    cells = pa.FixedSizeBinaryArray.from_buffers(pa.binary(ENTRY.size), count, [None, pa.py_buffer(chunk)])
    raw = pl.Series("raw", pl.from_arrow(cells), pl.Binary)
    fields = (("physical", 0, pl.Int64), ("size", 8, pl.Int32), ("tag_code", 12, pl.Int64))
    found = pl.DataFrame(raw).select(
        pl.int_range(first, first + count, dtype=pl.Int64).alias("offset"),
        *(
            pl.col("raw").bin.slice(at, 4 if dtype is pl.Int32 else 8).bin.reinterpret(dtype=dtype, endianness="big").alias(name)
            for name, at, dtype in fields
        ),
    )
    code = pl.col("tag_code")
    named = pl.lit(value=True) if tags is None else code.is_in(sorted(tags)) | (code < _EXTENDED_BELOW)
    return found.filter((pl.col("size") != 0) & named)
