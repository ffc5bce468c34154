"""What processes print to their console: logback's own status lines, and plain lines without a time."""

import re

from forensics.layouts.layout import Layout, Zone

STATUS = Layout(
    name="logback_status",
    head=re.compile(r"(?P<clock>\d\d:\d\d:\d\d,\d{3}) \|-(?P<level>INFO|WARN|ERROR) in (?P<message>.*)", re.DOTALL),
    zone=Zone.PROCESS,
    resolution_us=1_000,
    samples=(
        "11:38:34,471 |-INFO in org.apache.rocketmq.logging.ch.qos.logback.classic.LoggerContext[default] - This is "
        "logback-classic version 1.3.5-rocketmq",
    ),
)
BASIC = Layout(
    name="basic",
    head=re.compile(
        r"(?P<clock>\d\d:\d\d:\d\d\.\d{3}) \[(?P<thread>.*?)\] (?P<level>TRACE|DEBUG|INFO|WARN|ERROR) +"
        r"(?P<logger>\S+) - (?P<message>.*)",
        re.DOTALL,
    ),
    zone=Zone.PROCESS,
    resolution_us=1_000,
    samples=(
        "12:04:30.673 [NettyClientSelector_1] INFO  RocketmqRemoting - closeChannel: close the connection to remote "
        "address[127.0.0.1:30076] result: true",
    ),
)
"""What logback prints where nothing configures it: a clock without a date."""

PLAIN = Layout(
    name="console",
    head=re.compile(r"(?P<message>(?!\s|Caused by: |\.\.\. )\S.*)", re.DOTALL),
    marker=re.compile(
        r"load config properties file OK, |The Name Server boot success\. |The broker\[.*\] boot success\. |"
        r"The (?:controller|broker) \S+ boot success|create (?:topic|subscription group) to |TopicConfig \[|"
        r"SubscriptionGroupConfig ?[{\[]|\w{3} \w{3} \d\d \d\d:\d\d:\d\d \S+ \d{4} rocketmq-proxy startup |"
        r"RocketMQLog:WARN |\d\d:\d\d:\d\d[.,]\d{3} \||org\.apache\.rocketmq\.tools\.command\."
    ),
    zone=Zone.PROCESS,
    resolution_us=1_000,
    samples=("The Name Server boot success. serializeType=JSON, address 0.0.0.0:29876",),
)
"""Lines without a clock. Any line begins a record, so the layout is tried only where a `marker` line is in the file."""

LAYOUTS = (STATUS, BASIC, PLAIN)
