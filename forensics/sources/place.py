"""Which node and which process a file belongs to, read from its place among the inputs."""

import re
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
}
"""Directories RocketMQ's own layout puts between a node's directory and its files."""

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
            r"|commercial|coldctr|tiered_?store|rocksdb|auth_audit|timer_?wheel|message_?trace)$"
        ),
    ),
)
"""The process kind whose shipped logback file names such a log (RocketMQ 4.8.0 to 5.3.3)."""

_ROTATED = re.compile(
    r"^(?P<stem>.+?)(?:\((?P<copy>\d+)\))?"
    r"(?:[.-](?P<index>\d{1,4}))?\.(?P<ext>log|txt|out)(?:\.(?P<classic>\d{1,4}))?(?:\.(?:gz|zst))?$"
)


@dataclass(frozen=True)
class Place:
    """Where a file stands: its directory key, its series (the name without rotation), its rotation index."""

    directory: str
    series: str
    stem: str
    index: int
    kind: str | None


def place_of(path: str) -> Place:
    """Return the place that *path*, relative to its input, names; index 0 is the live file, 1 the newest rotated."""
    pure = PurePosixPath(path.replace("!/", "/"))
    found = _ROTATED.match(pure.name)
    stem = found["stem"] if found else pure.name
    index = int(found["index"] or found["classic"] or 0) if found else 0
    directory = "/".join(part for part in pure.parent.parts if not (_is_between(part.lower()) or _is_archive(part)))
    series = f"{stem}.{found['ext']}" if found else pure.name
    return Place(directory, series, stem, index, kind_of_name(stem))


def kind_of_name(stem: str) -> str | None:
    """Return the kind of process that writes a log of this name, None where the name does not tell."""
    return next((kind for kind, names in _KIND_BY_NAME if names.match(stem.lower())), None)


def _is_between(part: str) -> bool:
    return part in _BETWEEN or part.endswith(_UNDEFINED)


def _is_archive(part: str) -> bool:
    return part.lower().endswith((".tar", ".tar.gz", ".tgz", ".tar.zst", ".zip"))


def node_names(directories: set[str]) -> dict[str, str]:
    """Return a short name for each directory: what is left of it once the parts all share in front are gone."""
    split = {directory: PurePosixPath(directory).parts for directory in directories}
    parts = list(split.values())
    shared = 0
    while parts and all(len(p) > shared + 1 for p in parts) and len({p[shared] for p in parts}) == 1:
        shared += 1
    return {directory: "/".join(names[shared:]) or "input" for directory, names in split.items()}
