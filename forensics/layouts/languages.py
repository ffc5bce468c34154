"""Logs of the clients in other languages than Java: how their records begin, and what tells them from others' logs.

Sources: what the rocketmq-clients of Go (log.go, zap), C++ (LoggerImpl.cpp, spdlog), Python (log_config.py), Node (Logger.ts,
egg-logger), Rust (slog) and C# (MqLogManager.cs, NLog) set, and rlog/log.go of rocketmq-client-go 2 (logrus).
Most of these layouts are common to their languages: that a log is RocketMQ's is told by its statements, or by its path.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from forensics.layouts.layout import AS_PRINTED, Layout, Zone
from forensics.sources.disguised import plain
from forensics.sources.lines import Line

_CLOCK = r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d"
_LEVEL = r"(?P<level>(?i:trace|debug|info|warning|warn|error|critical|fatal|panic|dpanic))"
_SHARE = 0.3


def _layout(name: str, head: str, *samples: str) -> Layout:
    return Layout(name, re.compile(head, re.DOTALL), Zone.PROCESS, AS_PRINTED, samples)


GO = _layout(
    "client_go",
    rf"(?P<time>\d{{4}}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{{3}}(?:Z|[+-]\d{{4}}))\t{_LEVEL}\t(?P<logger>\S{{1,300}}\.go:\d+)\t(?P<message>.*)",
    '2026-08-01T10:00:00.123+0800\tINFO\tv5@v5.1.4/client.go:541\tbegin to start the rocketmq client\t{"client_id": "h@7@0@a"}',
)
GO_REMOTING = _layout(
    "client_go_remoting",
    rf'time="(?P<time>\d{{4}}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d))" level={_LEVEL} msg=(?P<message>.*)',
    'time="2026-08-01T10:00:00+08:00" level=info msg="the consumer start beginning" consumerGroup=G',
)
GO_REMOTING_TERMINAL = _layout(
    "client_go_remoting_terminal",
    r"(?P<level>TRAC|DEBU|INFO|WARN|ERRO|FATA|PANI)\[\d{4,9}\] (?P<message>.*)",
    "INFO[0030] update offset to broker success               offset=3",
)
"""With the seconds since the process began, as logrus prints them to a terminal: known, and not read."""
_SPDLOG = r"(?P<message>.*?)(?: (?:[A-Z]:)?[^\s:]{1,300}\.(?:cpp|h):\d{1,6})?\Z"
"""A message of spdlog, its source location taken off it."""

CPP = _layout(
    "client_cpp",
    rf"(?P<time>{_CLOCK}\.\d{{3}}) \[--(?P<level>[TDIWEC])--\] \[ {{0,20}}(?P<thread>\d{{1,20}})\] {_SPDLOG}",
    "2026-08-01 10:00:00.123 [--I--] [  27412] Client manager shutdown source/client/ClientManagerImpl.cpp:168",
)
CPP_OLD = _layout(
    "client_cpp_old",
    r"\[(?P<time>\d{4}/\d\d/\d\d-\d\d:\d\d:\d\d\.\d{3} [+-]\d\d:\d\d)\] \[rocketmq_logger\] \[---(?P<level>[TDIWEC])---\] "
    rf"\[thread (?P<thread>\d{{1,20}})\] {_SPDLOG}",
    "[2022/08/01-10:00:00.123 +08:00] [rocketmq_logger] [---I---] [thread 27412] Client manager shutdown "
    "source/client/ClientManagerImpl.cpp:168",
)
"""Of 5.0.0 and 5.0.1."""

PYTHON = _layout(
    "client_python",
    rf"(?P<time>{_CLOCK},\d{{3}}) \[{_LEVEL}\] (?P<message>.*)",
    "2026-08-01 10:00:00,123 [INFO] client 192.0.2.1@7@0@abc starts",
)
NODE = _layout(
    "client_node",
    rf"(?P<time>{_CLOCK},\d{{3}}) {_LEVEL} (?P<pid>\d{{1,10}}) (?P<message>.*)",
    "2026-08-01 10:00:00,123 INFO 7412 [rocketmq] client starts",
)
CSHARP = _layout(
    "client_csharp",
    rf"(?P<time>{_CLOCK}\.\d{{4}}) {_LEVEL} +\[(?P<pid>\d{{1,10}})\] \[(?P<thread>\d{{1,10}})\] "
    r"\[(?P<logger>[^\]]{1,300})\] (?P<message>.*?)(?: (?:[A-Z]\w{0,99}\.){1,20}\w{0,99}Exception\b.*)?\Z",
    "2026-08-01 10:00:00.1234 INFO  [7412] [1] [Org.Apache.Rocketmq.Client.Start:88] Begin to start the client ",
    "2026-08-01 10:00:00.1234 ERROR [7412] [9] [Org.Apache.Rocketmq.Client.Heartbeat:412] Failed to send heartbeat, "
    'endpoints=127.0.0.1:8081 Grpc.Core.RpcException: Status(StatusCode="Unavailable", Detail="")',
)
"""An exception begins on the line of its message, and is taken off it."""

_SLOG_LEVEL = "(?P<level>TRCE|DEBG|INFO|WARN|ERRO|CRIT)"
RUST = _layout(
    "client_rust",
    r'\{"msg":"(?P<message>(?:[^"\\]|\\.)*+)","level":"'
    + _SLOG_LEVEL
    + r'","ts":"(?P<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z)".*',
    '{"msg":"update route for topic=T","level":"INFO","ts":"2026-08-01T02:00:00.123456789Z","component":"client"}',
)
RUST_TERMINAL = _layout(
    "client_rust_terminal",
    rf"[A-Z][a-z]{{2}} \d\d \d\d:\d\d:\d\d\.\d{{3}} {_SLOG_LEVEL}(?:\[\S{{1,300}}:\d+:\d+\])? (?P<message>.*)",
    "Aug 01 10:00:00.123 INFO[src/client.rs:475:13] update route for topic=T, component: client",
)
"""Without a year: known, and not read."""
_UNTOLD = "so that nothing tells when it was"


@dataclass(frozen=True)
class Language:
    """A language with RocketMQ clients: the layouts of their logs, and what the paths of their files are like."""

    name: str
    layouts: tuple[Layout, ...]
    path: re.Pattern[str]
    undated: str = ""
    """What those of its logs that print no date have for times, and what to do about them."""

    def says(self, lines: Sequence[Line]) -> str:
        """Return why a log that begins with *lines* of its clients is not read."""
        told = f"a log as RocketMQ's client for {self.name} writes it"
        heads = [one for one in self.layouts if "time" not in one.head.groupindex]
        if any(one.head.match(plain(line.text)) for one in heads for line in lines):
            return f"{told}, and its times {self.undated}"
        return f"{told}, and none of its first lines is known"

    def begins(self, text: str) -> bool:
        """Return whether a line begins as its clients print it."""
        return any(layout.head.match(text) for layout in self.layouts)


_ANY = re.compile("")
LANGUAGES = (
    Language("Go", (GO,), _ANY),
    Language(
        "Go (remoting)",
        (GO_REMOTING_TERMINAL, GO_REMOTING),
        _ANY,
        f"count from the start of its process, {_UNTOLD}: where its output is no terminal (tty: false), it prints them whole",
    ),
    Language("C++", (CPP, CPP_OLD), _ANY),
    Language("Python", (PYTHON,), re.compile(r"rocketmq|python", re.IGNORECASE)),
    Language("Node", (NODE,), re.compile(r"rocketmq|node", re.IGNORECASE)),
    Language(
        "Rust",
        (RUST_TERMINAL, RUST),
        _ANY,
        f"have no year, {_UNTOLD}: set_logging_format(LoggingFormat::Json) has it write them whole",
    ),
    Language("C#", (CSHARP,), _ANY),
)
LAYOUTS: tuple[Layout, ...] = tuple(one for language in LANGUAGES for one in language.layouts if "time" in one.head.groupindex)
"""Those by which logs are read."""


def language_of(path: str, lines: Sequence[Line]) -> Language | None:
    """Return the language whose client wrote *lines*, by how they begin and by their file's path; None where none is known to."""
    shown = [plain(line.text) for line in lines if line.text.strip()]
    for language in LANGUAGES:
        if language.path.search(path) and sum(map(language.begins, shown)) > _SHARE * len(shown):
            return language
    return None
