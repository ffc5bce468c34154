"""Files of the same bytes that two processes printed: idle ones that were begun in the same second print watermark.log alike.

That they are two, and not one whose logs were collected twice, the logs show that no two processes print alike: where those of
both tell of the same time, and tell other things.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import product

from forensics.engines.survey import Surveyed
from forensics.layouts import server
from forensics.sources.archives import DAMAGE

OWN_LOGS = {
    "broker.log", "namesrv.log", "proxy.log", "controller.log", "rocketmq_client.log", "rocketmq-client.log",
}  # fmt: skip
"""Logs that name their process and its connections: two processes never print them alike, as idle ones do watermark.log."""
_OF_COUNTERS = (server.STATS, server.WATERMARK, server.PROXY_WATERMARK)
"""Layouts of logs that print counters again and again, which are all 0 in idle processes."""
_LOOKED_AT = 1 << 16
"""Bytes of a log's beginning that are looked for in another, and of its end that are looked at for its last time."""
_PIECE = 1 << 20
_ENOUGH = 20
"""Lines of one time that two logs must have to be compared."""
_HEAD = re.compile(rb"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d")


@dataclass(frozen=True)
class _Log:
    """A log that names its process, and within which times it can tell what another one does: its ends are read once for that."""

    one: Surveyed

    @cached_property
    def begun(self) -> bytes:
        """Return the earliest time among its first lines."""
        return min(_times(_beginning_of(self.one)), default=b"")

    @cached_property
    def end(self) -> bytes:
        """Return the latest time among its last lines."""
        return max(_times(_end_of(self.one)), default=b"")


def two_nodes(surveyed: Sequence[Surveyed], copies: Mapping[str, str]) -> set[str]:
    """Return the paths of those *copies* that are another node's own: of each path a file with the same bytes, which is read.

    Only what idle processes print alike can be: any other log of two nodes is one that was copied.
    """
    by_path = {one.source.path: one for one in surveyed}
    logs: dict[str, list[_Log]] = defaultdict(list)
    for one in surveyed:
        if one.place.series in OWN_LOGS and _lies_as_printed(one):
            logs[one.node].append(_Log(one))
    are_two = cache(lambda node, other: node != other and _tell_apart(logs.get(node, ()), logs.get(other, ())))
    counted: dict[str, list[str]] = defaultdict(list)
    own = set()
    for path, first in copies.items():
        nodes = (by_path[first].node, *counted[first])
        if is_of_counters(by_path[path]) and all(are_two(node, by_path[path].node) for node in nodes):
            counted[first].append(by_path[path].node)
            own.add(path)
    return own


def is_of_counters(one: Surveyed) -> bool:
    """Return whether a log has nothing but counters, which idle processes print alike."""
    look = one.look
    return look is not None and bool(look.layouts) and all(layout in _OF_COUNTERS for layout in look.layouts)


def _lies_as_printed(one: Surveyed) -> bool:
    look = one.look
    return one.status == "read" and look is not None and not (look.wrapping or look.newest_first or look.problems)


def _tell_apart(ones: Sequence[_Log], others: Sequence[_Log]) -> bool:
    """Return whether some logs of two nodes tell other things of one time, and none the same; no log that is damaged does."""
    tell_other = False
    with suppress(*DAMAGE):
        for one, other in product(ones, others):
            alike = _alike(one, other) if one.one.place.series == other.one.place.series else None
            if alike:
                return False
            tell_other |= alike is False
        return tell_other
    return False


def _alike(one: _Log, other: _Log) -> bool | None:
    """Return whether two logs say the same of a time that both tell of; None where there is too little of it."""
    earlier, later = sorted((one, other), key=lambda log: (log.one.first_us or 0, log.one.source.path))
    if not b"" < later.begun < earlier.end:
        return None
    lines = {line for line in _beginning_of(later.one) if b"" < _time_of(line) < earlier.end}
    if len(lines) < _ENOUGH:
        return None
    return 2 * len(_standing_in(earlier.one, lines)) >= len(lines)


def _beginning_of(one: Surveyed) -> list[bytes]:
    """Return the first lines of a log without the very first, of which a part can have been cut off, and the last."""
    with one.source.open() as stream:
        return stream.read(_LOOKED_AT).split(b"\n")[1:-1]


def _end_of(one: Surveyed) -> list[bytes]:
    """Return the last lines of a log, none of one that can only be read from its beginning."""
    with one.source.open() as stream:
        if not stream.seekable():
            return []
        stream.seek(max(0, stream.seek(0, 2) - _LOOKED_AT))
        return stream.read(_LOOKED_AT).split(b"\n")


def _times(lines: Sequence[bytes]) -> Iterator[bytes]:
    return filter(None, map(_time_of, lines))


def _time_of(line: bytes) -> bytes:
    """Return the time that a line begins with, empty where it begins with none."""
    found = _HEAD.match(line)
    return found[0] if found else b""


def _standing_in(one: Surveyed, lines: set[bytes]) -> set[bytes]:
    """Return those of *lines* that a log has."""
    found: set[bytes] = set()
    rest = b""
    with one.source.open() as stream:
        while piece := stream.read(_PIECE):
            *whole, rest = (rest + piece).split(b"\n")
            found |= lines.intersection(whole)
            rest = rest if len(rest) < _PIECE else b""
    return found | lines.intersection([rest])
