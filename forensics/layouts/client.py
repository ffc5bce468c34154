"""Records of clients: the remoting client before 5.1, the one from 5.1 on, and the gRPC Java client."""

import re

from forensics.layouts.layout import Layout, Zone

_MILLISECOND = 1_000
_SECOND = 1_000_000
_LEVEL = r"(?P<level>TRACE|DEBUG|INFO|WARN|ERROR)"

MODERN = Layout(
    name="client",
    head=re.compile(
        rf"(?P<time>\d{{4}}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{{3}}) {_LEVEL} +\[(?P<pid>\d{{1,10}})\] \[(?P<thread>.{{0,300}}?)\] "
        r"\[(?P<logger>[\w.$]{1,300})#(?P<method>[^\]]{0,100}?):(?P<source_line>[^\]:]{0,20})\] - (?P<message>.*)",
        re.DOTALL,
    ),
    zone=Zone.GMT8,
    resolution_us=_MILLISECOND,
    samples=(
        "2026-11-21 19:39:10.562 INFO  [2422] [main] [RocketmqRemoting#?:?] - new name server is chosen. OLD: null , "
        "NEW: 127.0.0.1:29876. namesrvIndex = 601",
        "2026-11-21 19:34:05.743 INFO  [28852] [RocketmqClientAsyncWorker-0-4] [o.a.r.c.j.i.ClientImpl#?:?] - Send heartbeat "
        "successfully, endpoints=ipv4:127.0.0.1:38081,127.0.0.1:38082, clientId=vm@28852@0@xxujmq64",
    ),
)
"""rmq.client.logback.xml of the remoting client from 5.1.0 on, and rocketmq.logback.xml of rocketmq-client-java 5.0.7."""

CLASSIC = Layout(
    name="client_classic",
    head=re.compile(rf"(?P<time>\d{{4}}-\d\d-\d\d \d\d:\d\d:\d\d,\d{{3}}) {_LEVEL} (?P<logger>\S+) - (?P<message>.*)", re.DOTALL),
    zone=Zone.PROCESS,
    resolution_us=_MILLISECOND,
    samples=("2026-11-21 11:36:26,623 WARN RocketmqRemoting - invokeSync: wait response timeout exception, the channel[null]",),
)
"""The built-in logger of the remoting client 4.8.0 to 5.0.0: milliseconds in the process's own zone, CRLF, no thread."""

CLASSIC_SECONDS = Layout(
    name="client_classic_seconds",
    head=re.compile(
        rf"(?P<time>\d{{4}}-\d\d-\d\d \d\d:\d\d:(?P<second>\d\d)),0(?P=second) {_LEVEL} (?P<logger>\S+) - (?P<message>.*)",
        re.DOTALL,
    ),
    zone=Zone.PROCESS,
    resolution_us=_SECOND,
    samples=("2026-11-22 14:37:05,005 ERROR RocketmqClient - sendMessageBack Exception, g_47a",),
)
"""The same up to 4.7.1: its pattern (LoggingBuilder.SimpleLayout) is `ss,sss`, which prints the second twice and no milliseconds.

One line in a thousand of a later client looks so by chance: the layout that most lines of a file have is tried first.
"""

LAYOUTS = (MODERN, CLASSIC_SECONDS, CLASSIC)
