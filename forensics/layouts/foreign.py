"""Logs of the clients in other languages: known by how their lines look, and not read, because no statement is theirs.

Sources: log files the rocketmq-clients of Go (zap), C++ (spdlog), Python (logging), Node (egg-logger) and Rust (slog) write.
The layouts of Python and Node are common to their languages, so the file's path must speak for RocketMQ as well.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from forensics.sources.lines import Line

_CLOCK = r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d"
_LEVELS = r"(?:trace|debug|info|warning|warn|error|critical|fatal)"
_SHARE = 0.3


@dataclass(frozen=True)
class Foreign:
    """A client in another language: what its lines look like, what its files' paths look like, and a sample of a line."""

    language: str
    head: re.Pattern[str]
    path: re.Pattern[str]
    sample: str


FOREIGN = (
    Foreign(
        "Go",
        re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}(?:Z|[+-]\d{4})\t[A-Z]{4,6}\t\S+\.go:\d+\t"),
        re.compile(r""),
        "2026-08-01T10:00:00.123+0800\tINFO\tgolang/client.go:312\tstart the client successfully",
    ),
    Foreign(
        "Go (remoting)",
        re.compile(r'time="\d{4}-\d\d-\d\dT[^"]*" level=\w+ msg='),
        re.compile(r""),
        'time="2026-08-01T10:00:00+08:00" level=info msg="the consumer start beginning" consumerGroup=G',
    ),
    Foreign(
        "C++",
        re.compile(rf"\[?{_CLOCK}\.\d{{3}}\]? \[{_LEVELS}\] \[[\w-]+\] ", re.IGNORECASE),
        re.compile(r""),
        "2026-08-01 10:00:00.123 [info] [27412] Client starts ClientManagerImpl.cpp:88",
    ),
    Foreign(
        "Python",
        re.compile(rf"{_CLOCK},\d{{3}} \[{_LEVELS}\] ", re.IGNORECASE),
        re.compile(r"rocketmq|python", re.IGNORECASE),
        "2026-08-01 10:00:00,123 [INFO] client 192.0.2.1@7@0@abc starts",
    ),
    Foreign(
        "Node",
        re.compile(rf"{_CLOCK},\d{{3}} {_LEVELS} \d+ ", re.IGNORECASE),
        re.compile(r"rocketmq|node", re.IGNORECASE),
        "2026-08-01 10:00:00,123 INFO 7412 [rocketmq] client starts",
    ),
    Foreign(
        "Rust",
        re.compile(
            r"[A-Z][a-z]{2} \d\d \d\d:\d\d:\d\d\.\d{3} (?:TRCE|DEBG|INFO|WARN|ERRO|CRIT) |"
            r"\{\"msg\":\".{0,2000}\"level\":\"[A-Z]{4}\""
        ),
        re.compile(r""),
        "Aug 01 10:00:00.123 INFO begin to start client, client_id: 192.0.2.1@7@0@abc",
    ),
    Foreign(
        "C#",
        re.compile(rf"{_CLOCK}\.\d{{4}}[ |]{_LEVELS}[ |]", re.IGNORECASE),
        re.compile(r""),
        "2026-08-01 10:00:00.1234|INFO|Org.Apache.Rocketmq.Client|Begin to start the client",
    ),
)


def foreign_of(path: str, lines: Sequence[Line]) -> Foreign | None:
    """Return the client in another language that wrote *lines*, None where none is known to write so."""
    shown = [line.text for line in lines if line.text.strip()]
    for client in FOREIGN:
        if client.path.search(path) and sum(client.head.match(text) is not None for text in shown) > _SHARE * len(shown):
            return client
    return None
