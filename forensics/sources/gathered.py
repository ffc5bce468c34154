"""Whose the logs are that people gathered in one directory: `host1_broker.log` and `host2_broker.log`, or `proxy-1.log`.

What stands before or behind RocketMQ's own name of a log is the node's then, or all of a name that RocketMQ gives to no log.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import NamedTuple

from forensics.sources.place import is_between, place_of

_PROCESSES = frozenset(("broker", "namesrv", "proxy", "controller", "rocketmq-proxy"))
"""Logs that are called as their process is: `proxy-1.log` may be all that this process printed."""
_OTHERS = (
    "broker_default", "broker_traffic", "namesrv_default", "namesrv_traffic", "controller_default", "dledger", "jraft",
    "proxy_watermark", "proxy_metric", "tools", "tools_default", "rocketmq_client", "rocketmq-client", "pop", "store",
    "storeerror", "remoting", "stats", "watermark", "lock", "filter", "transaction", "protection", "commercial", "coldctr",
    "tieredstore", "tiered_store", "rocksdb", "auth_audit", "timerwheel", "message_trace", "lite",
)  # fmt: skip
_LOGS = frozenset((*_PROCESSES, *_OTHERS))
"""The names of logs in the logback files that RocketMQ ships (4.8.0 to 5.5.1)."""
_CONSOLES = frozenset(("console", "stdout", "stderr", "nohup"))
_ANY = "|".join(re.escape(log) for log in sorted(_LOGS | _CONSOLES, key=lambda log: (-len(log), log)))
_BEFORE = re.compile(rf"(?P<node>.+?)[-_.@+ ]+(?P<log>(?:{_ANY})(?![A-Za-z_]).*)", re.IGNORECASE)
_BEHIND = re.compile(
    rf"(?P<log>{_ANY})(?P<end>(?:\.\d{{1,4}})?\.(?:log|txt|out)(?:\.(?:gz|zst))?)?[-_.@+ ]+(?P<node>.+)", re.IGNORECASE
)
_BETWEEN = re.compile(r"[-_.@+ ]+")
_END = re.compile(r"(?:\.(?:log|txt|out|gz|zst|bz2|xz))+$", re.IGNORECASE)
_DASHED = re.compile(r"(?P<stem>.+)[-_]\d{1,3}(?P<end>\.(?:log|txt|out))")
"""How several of one name are told apart, those of a StatefulSet for one; RocketMQ's own numbers of rotated logs have dots."""
_NUMBERED = re.compile(r"(?P<node>.+)\.\d{1,3}")
"""A node's name and the number of a rotated log: `broker.host1.1.log`."""
_DATE = re.compile(
    r"[-_.@+ ]*(?<![0-9A-Za-z])20\d\d-?[01]\d-?[0-3]\d(?:[T_-]?\d\d(?:[-:]?\d\d){1,2})?(?![0-9A-Za-z])", re.IGNORECASE
)
"""When a log was taken, or begun: `host1-20261121-broker.log` and `host1-20261122-broker.log` are of one node."""
_OF_STORE = re.compile(
    r"(?:[\W_]+(?:(?:stores?|data|disks?|dump|broker|rocketmq|bak|backup|copy|tar|zip|tgz)(?![a-z])|\d{4}-?\d\d-?\d\d(?!\d)))*[\W_]*",
    re.IGNORECASE,
)
"""What stands behind a node's name in that of its store: `broker-a_store.tar`, `host1-data-20261121`."""
_ADDRESS = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")
_TAKEN = (
    "before", "after", "old", "older", "new", "newer", "prev", "previous", "current", "cur", "latest", "first", "last", "begin",
    "start", "end", "tail", "head", "bak", "backup", "copy", "copy of", "orig", "original", "save", "saved", "part", "partial",
    "full", "all", "error", "errors", "warn", "info", "debug", "grep", "filtered", "err", "out", "output", "log", "logs", "std",
    "pre", "post", "during", "restart", "crash", "failover", "outage", "incident", "issue", "excerpt", "extract",
    "snippet", "morning", "noon", "evening", "night", "gc", "jstack", "dump", "today", "yesterday", "txt", "gz", "zst", "xz",
    "bz2", "zip", "tar", "tgz", "tmp", "temp", *_CONSOLES,
)  # fmt: skip
_LONGEST_FIRST = "|".join(sorted(_TAKEN, key=len, reverse=True))
_NO_NODE = re.compile(rf"[\W\d_T]*|(?:[\W_]*+(?:{_LONGEST_FIRST}|\d++))++[\W_]*", re.IGNORECASE)
"""What people put into a log's name that tells when or how it was taken, not from where."""
_PIECE = re.compile(r"x?[a-z]{2}")
"""What `split` puts behind a name, or calls a piece."""


@dataclass(frozen=True)
class Gathered:
    """A file as it was found: `own` is whether its lines are as RocketMQ prints them, `console` as it prints them to one.

    The lines of one that is `told` name the process that printed them.
    """

    path: str
    own: bool
    console: bool
    told: bool

    @property
    def name(self) -> str:
        """Return its name without the directories and archives it lies in."""
        return _name_of(self.path)


class Named(NamedTuple):
    """What a file's name means: the node, and the log as that would call it."""

    node: str
    log: str


@dataclass(frozen=True)
class _Reading:
    """One reading of a file's name, `exact` where the log is one of RocketMQ's."""

    file: Gathered
    named: Named
    exact: bool

    @property
    def node(self) -> str:
        return self.named.node


def _name_of(path: str) -> str:
    return PurePosixPath(path.rpartition("!/")[2]).name


def gathered(files: Sequence[Gathered]) -> dict[str, Named]:
    """Return, of *files* that lie in one directory, whose those are by their names that are not the directory's node's, by path.

    Where there are logs with RocketMQ's bare names, they are of the directory's node, and only who has a log beside one of these
    is another.
    """
    readings = list(_readings(files))
    bare = {place_of(file.name).series for file in files if file.own and is_bare(file.name)}
    nodes = _beside(readings, bare) if bare else _among(readings)
    return {one.file.path: one.named for one in readings if one.node in nodes and (one.exact or not bare)}


def whose_store(names: Iterable[str], directories: Iterable[str]) -> str | None:
    """Return which of the *directories* of nodes is the one whose store lies elsewhere, in what is called *names*; None for none.

    The last name of its path tells: `logs/broker-a` and `stores/broker-a.tar.gz`, or `broker-a_broker.log` and `broker-a_store`.
    """
    wanted = list(names)
    fitting = [
        (len(node), directory)
        for directory in directories
        if (node := PurePosixPath(directory).name)
        and any(name.startswith(node) and _OF_STORE.fullmatch(name[len(node) :]) for name in wanted)
    ]
    longest = max((length for length, _ in fitting), default=0)
    found = {directory for length, directory in fitting if length == longest}
    return found.pop() if len(found) == 1 else None


def names_no_broker(names: Iterable[str]) -> bool:
    """Return whether what a store lies in is called by nothing but what it is and when it was taken."""
    return all(_OF_STORE.fullmatch(f"-{name}") or _NO_NODE.fullmatch(name) for name in names)


def _beside(readings: Sequence[_Reading], bare: set[str]) -> set[str]:
    """Return the nodes that have a log of the same name as a *bare* one, which is another node's."""
    both = {one.node for one in readings if one.exact and one.file.own and place_of(one.named.log).series in bare}
    return both & _proven(readings)


def _among(readings: Sequence[_Reading]) -> set[str]:
    """Return the nodes of all *readings* where they are several, or the one that has several of RocketMQ's logs.

    Beside several nodes a log is another one's that is printed as RocketMQ prints, if its first lines tell no process.
    """
    proven = _proven(readings)
    if len(proven) > 1:
        return proven | {one.node for one in readings if one.file.own}
    logs = {one.named.log for one in readings if one.node in proven and one.exact}
    return proven if len(logs) > 1 else set()


def _proven(readings: Sequence[_Reading]) -> set[str]:
    """Return the nodes of which a log tells the process: any application may call a log of its own order-store.log.

    None but RocketMQ calls a log tools_default.log, or another name of two words.
    """
    return {one.node for one in readings if one.file.told or (one.exact and "_" in place_of(one.named.log).stem)}


def _readings(files: Sequence[Gathered]) -> Iterator[_Reading]:
    """Yield how the name of each file is read that is not RocketMQ's bare one."""
    rest = [file for file in files if not is_bare(file.name)]
    behind = {file.path: reading for file in rest if (reading := _behind(file))}
    nodes = {reading.node for reading in behind.values()}
    behind = {path: _without_number(reading, nodes) for path, reading in behind.items()}
    logs: dict[str, set[str]] = defaultdict(set)
    for reading in behind.values():
        logs[reading.node].add(place_of(reading.named.log).stem)
    names = {file.name for file in rest}
    for file in rest:
        reading = behind.get(file.path)
        if reading and logs[reading.node] <= _PROCESSES:
            reading = None
        if found := _before(file) or reading or _whole(file, names):
            yield found


def is_bare(path: str) -> bool:
    """Return whether a file has RocketMQ's own name for a log, rotated or copied; `broker-0.log` is a process with a number."""
    place = place_of(path)
    return place.stem in _LOGS and not (place.stem in _PROCESSES and not place.copied and _DASHED.match(_name_of(path)))


def _before(file: Gathered) -> _Reading | None:
    """Return the reading by which a node's name stands before the log's, unless all is the process' whose console it is."""
    for between in _BETWEEN.finditer(file.name):
        node, log = _undated(file.name[: between.start()]), file.name[between.end() :]
        stem = place_of(log).stem
        if _is_node(node) and (is_bare(log) or stem in _CONSOLES):
            is_whole = file.console and stem in _PROCESSES
            return None if is_whole else _Reading(file, Named(node, log), True)
    return None


def _behind(file: Gathered) -> _Reading | None:
    """Return the reading by which a node's name stands behind the log's."""
    found = _BEHIND.fullmatch(file.name)
    if not found:
        return None
    rest = _END.sub("", found["node"])
    node = _undated(rest)
    named = Named(node, f"{found['log']}{found['end'] or ''}{found['node'][len(rest) :]}")
    return _Reading(file, named, True) if _may_follow(node) else None


def _without_number(reading: _Reading, nodes: Set[str]) -> _Reading:
    """Return a *reading* by which the node is one of *nodes* where it is that with the number of a rotated log."""
    numbered = _NUMBERED.fullmatch(reading.node)
    known = numbered is not None and numbered["node"] in nodes
    return replace(reading, named=reading.named._replace(node=numbered["node"])) if numbered and known else reading


def _whole(file: Gathered, names: set[str]) -> _Reading | None:
    """Return the reading by which all of a file's name is its node's, without what rotation and packing put to it."""
    before, behind = _BEFORE.fullmatch(file.name), _BEHIND.fullmatch(file.name)
    dashed = _DASHED.match(file.name)
    is_taken = (before and not _is_node(before["node"])) or (behind and not _may_follow(behind["node"]))
    if (is_taken and not dashed) or _PIECE.fullmatch(file.name):
        return None
    node = place_of(file.name).stem
    if (dashed and f"{dashed['stem']}{dashed['end']}" not in names) or _ADDRESS.fullmatch(_END.sub("", file.name)):
        node = _END.sub("", file.name)
    node = _undated(_END.sub("", _undated(node)))
    return _Reading(file, Named(node, file.name), False) if file.own and _is_node(node) else None


def _undated(name: str) -> str:
    return _DATE.sub("", name).strip("-_.@+ ")


def _is_node(name: str) -> bool:
    return bool(_ADDRESS.fullmatch(name)) or not (_NO_NODE.fullmatch(name) or is_between(name.lower()))


def _may_follow(name: str) -> bool:
    """Return whether *name* can be a node's where it stands behind a log's."""
    return _is_node(name) and not _PIECE.fullmatch(name)
