"""Which node and which process a file belongs to, read from its place among the inputs."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

_BETWEEN = {
    "logs",
    "log",
    "rocketmqlogs",
    "rocketmq",
    "otherdays",
    "other_days",
    "store",
    "conf",
    "rocketmq_client_logs",
    "rocketmq_python",
}
"""Directories RocketMQ's own layout, and that of its clients, puts between a node's directory and its files."""

_UNDEFINED = "_is_undefined"
"""How logback ends the name it puts for a variable nobody set: the proxies of 5.0.0 and 5.1.0 never set brokerLogDir, and
log what they share with brokers to brokerLogDir_IS_UNDEFINED."""

_KIND_BY_NAME = (
    ("proxy", re.compile(r"(rocketmq-)?proxy(_\w+)?$")),
    ("namesrv", re.compile(r"namesrv(_\w+)?$")),
    ("controller", re.compile(r"(controller|dledger|jraft)(_\w+)?$")),
    ("client", re.compile(r"(rocketmq[_-]client|ons)$")),
    ("tools", re.compile(r"tools(_\w+)?$")),
    (
        "broker",
        re.compile(
            r"(broker(_\w+)?|pop|store|storeerror|remoting|stats|watermark|lock|filter|transaction|protection"
            r"|commercial|coldctr|tiered_?store|rocksdb|auth_audit|timer_?wheel|message_?trace|lite)$"
        ),
    ),
)
"""The process kind whose shipped logback file names such a log (RocketMQ 4.8.0 to 5.5.1; lite.log from 5.5.0 on)."""

_ROTATED = re.compile(
    r"^(?P<stem>.+?)(?:\((?P<copy>\d+)\))?"
    r"(?:[.-](?P<index>\d{1,4}|0\d{5}))?\.(?P<ext>log|txt|out)(?:\.(?P<classic>\d{1,4}))?(?:\.(?:gz|zst)){0,2}$"
)
"""Names with an index: up to four digits by logback, log4j and others, six by the NLog of the client in C# (MqLogManager)."""
_ARCHIVE = re.compile(r"(?:\.tar)?\.(?:gz|bz2|xz|zst)$|\.(?:tar|tgz|tbz2?|txz|tzst|zip)$", re.IGNORECASE)
_DATED = re.compile(r"[ ._-]*\d{4}-?\d\d-?\d\d(?:[ ._T-]?\d{1,6}(?![\d.]))?")
_MARK = (
    r"(?:~|[ ._-]*(?:\(\d{1,4}\)|copy(?: \d{1,4}| ?\(\d{1,4}\))?|tail|head|bak|backup|old|orig|save|part|partial"
    r"|\d{4}-?\d\d-?\d\d(?:[ ._T-]?\d{1,6})?))"
)
_COPIED = re.compile(
    rf"(?P<before>copy of )?(?P<stem>[a-z]+(?:_[a-z]+)*?)(?P<within>{_MARK}*)\.(?:log|txt|out)"
    rf"(?P<behind>(?:{_MARK}|\.(?:log|txt))*)(?:\.(?:gz|zst|bz2|xz))?",
    re.IGNORECASE,
)
"""What people, browsers, desktops and logrotate make of a log's name: `broker (1).log`, `broker - Copy.log`, `pop.log.part`,
`broker_tail.log`, `broker.log-20260101.gz`.
"""


@dataclass(frozen=True)
class Place:
    """Where a file stands: its directory key, its series (the name without rotation), its rotation index.

    One that is `copied` has the name of the log that it is of, and something that others add to names. `archives` are the names,
    outermost first, of those it lies in.
    """

    directory: str
    series: str
    stem: str
    index: int
    kind: str | None
    copied: bool = False
    archives: tuple[str, ...] = ()


def place_of(path: str) -> Place:
    """Return the place that *path*, relative to its input, names; index 0 is the live file, 1 the newest rotated."""
    *outer, inner = path.split("!/")
    pure = PurePosixPath(inner)
    archives = tuple(_ARCHIVE.sub("", PurePosixPath(archive).name) for archive in outer)
    above = [part for archive in outer for part in PurePosixPath(archive).parent.parts]
    directory = "/".join(part for part in (*above, *pure.parent.parts) if not is_between(part.lower()))
    if own := _copied(pure.name):
        return Place(directory, f"{own}.log", own, 0, kind_of_name(own), True, archives)
    found = _ROTATED.match(pure.name)
    stem = found["stem"] if found else pure.name
    index = int(found["index"] or found["classic"] or 0) if found else 0
    series = f"{stem}.{found['ext']}" if found else pure.name
    return Place(directory, series, stem, index, kind_of_name(stem), archives=archives)


def _copied(name: str) -> str | None:
    """Return the stem of RocketMQ's log that the file *name* is a copy, a part or a dated rotation of; None where it is none."""
    found = _COPIED.fullmatch(name)
    if found is None or not (found["before"] or found["within"] or found["behind"]):
        return None
    return found["stem"].lower() if kind_of_name(found["stem"]) else None


def kind_of_name(stem: str) -> str | None:
    """Return the kind of process that writes a log of this name, None where the name does not tell."""
    return next((kind for kind, names in _KIND_BY_NAME if names.match(stem.lower())), None)


def is_between(part: str) -> bool:
    """Return whether a directory called *part*, in small letters, is none that names a node."""
    return part in _BETWEEN or part.endswith(_UNDEFINED)


def apart(places: Iterable[Place]) -> dict[tuple[str, tuple[str, ...]], str]:
    """Return a directory of its own for each directory and archive of which others hold the same logs: an archive for each host.

    Archives whose names differ by a date alone are one host's.
    """
    holding: dict[tuple[str, str], set[tuple[str, ...]]] = defaultdict(set)
    for place in places:
        if place.archives:
            holding[place.directory, place.series].add(place.archives)
    return {
        (directory, archives): "/".join((*archives, directory)).rstrip("/")
        for (directory, _), held in holding.items()
        if len({_DATED.sub("", "/".join(archives)) for archives in held}) == len(held) > 1
        for archives in held
    }


def node_names(directories: set[str]) -> dict[str, str]:
    """Return a short name for each directory: what is left of it once the parts all share in front are gone."""
    split = {directory: PurePosixPath(directory).parts for directory in directories}
    parts = list(split.values())
    shared = 0
    while parts and all(len(p) > shared + 1 for p in parts) and len({p[shared] for p in parts}) == 1:
        shared += 1
    return {directory: "/".join(names[shared:]) or "input" for directory, names in split.items()}
