"""Consume queues: for each message of a queue where it lies in the commit log, how long it is, and the code of its tag.

Layout: ConsumeQueue, 4.8.0 to 5.3.3: entries of 20 bytes, big-endian; a file's name is the byte offset of its first entry, so
that an entry's place is the queue offset. Entries of zeros have never been written.
"""

import re
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from forensics.storefiles.commitlog import mapped

ENTRY = struct.Struct(">qiq")
TAG_CODES = {"ck": 3176, "ack": 96393, "bAck": 2985159}
"""String.hashCode of the tags by which POP's own messages go."""
_EXTENDED_BELOW = -(1 << 31)
"""A code below this is an address in consumequeue_ext (ConsumeQueueExt.isExtAddr), not a tag's."""
LARGEST_FILE = 1 << 30
"""A queue's file is 6 MB unless mappedFileSizeConsumeQueue says otherwise; one beyond this is no queue's."""
_CHUNK = ENTRY.size << 15
_NAME = re.compile(r"consumequeue/(?P<topic>[^/]+)/(?P<queue>\d{1,9})/(?P<start>\d{20})$")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: the queue offset it stands for and the message it points to."""

    offset: int
    physical: int
    size: int
    tag_code: int


@dataclass(frozen=True)
class Queue:
    """One queue of one topic, its files by the byte offset they begin at."""

    topic: str
    queue_id: int
    files: Mapping[int, Path]

    def entries(self, tags: frozenset[int] | None = None, first: int = 0) -> Iterator[Entry]:
        """Yield what was written to the queue from offset *first* on, in order; with *tags* only entries of these codes."""
        for start in sorted(self.files):
            view = mapped(self.files[start])
            begin = max(0, first * ENTRY.size - start)
            for at in range(begin, len(view) if len(view) <= LARGEST_FILE else 0, _CHUNK):
                chunk = view[at : at + _CHUNK]
                if chunk.count(0) < len(chunk):
                    yield from _entries(chunk[: len(chunk) // ENTRY.size * ENTRY.size], (start + at) // ENTRY.size, tags)

    def last(self) -> Entry | None:
        """Return the last entry that was written, None for an empty queue."""
        for start in sorted(self.files, reverse=True):
            view = mapped(self.files[start])
            chunks = range(0, len(view) if len(view) <= LARGEST_FILE else 0, _CHUNK)
            for at in reversed(chunks):
                chunk = view[at : at + _CHUNK]
                if chunk.count(0) < len(chunk):
                    found = list(_entries(chunk[: len(chunk) // ENTRY.size * ENTRY.size], (start + at) // ENTRY.size, None))
                    if found:
                        return found[-1]
        return None

    def entry(self, offset: int) -> Entry | None:
        """Return the entry of one queue offset, None where the queue does not reach it or begins after it."""
        at = offset * ENTRY.size
        start = max((s for s in self.files if s <= at), default=None)
        if offset < 0 or start is None or at - start >= self.files[start].stat().st_size:  # a checkpoint may name any number
            return None
        with self.files[start].open("rb") as stream:
            stream.seek(at - start)
            raw = stream.read(ENTRY.size)
        if len(raw) < ENTRY.size:
            return None
        physical, size, code = ENTRY.unpack(raw)
        return Entry(offset, physical, size, code) if size else None


def queues_of(files: Mapping[str, Path]) -> list[Queue]:
    """Return the queues among the *files* of a store, named by their paths under it."""
    found: dict[tuple[str, int], dict[int, Path]] = {}
    for path, where in files.items():
        if named := _NAME.match(path):
            found.setdefault((named["topic"], int(named["queue"])), {})[int(named["start"])] = where
    return [Queue(topic, queue, parts) for (topic, queue), parts in sorted(found.items())]


def _entries(chunk: bytes, first: int, tags: frozenset[int] | None) -> Iterator[Entry]:
    for offset, (physical, size, code) in enumerate(ENTRY.iter_unpack(chunk), first):
        if size and (tags is None or code in tags or code < _EXTENDED_BELOW):
            yield Entry(offset, physical, size, code)
