"""Records of brokers, name servers, controllers and proxies, as their shipped logback files print them.

The pattern is `%d{yyy-MM-dd HH:mm:ss,GMT+8} %p %t - %m%n`: whole seconds, and what follows the comma is the zone
(rmq.broker.logback.xml, rmq.namesrv.logback.xml, rmq.controller.logback.xml, rmq.proxy.logback.xml, 4.8.0 to 5.3.3).
"""

import re

from forensics.layouts.layout import Layout, Zone

_TIME = r"(?P<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)"
_LEVEL = r"(?P<level>TRACE|DEBUG|INFO|WARN|ERROR)"
_SECOND = 1_000_000

MAIN = Layout(
    name="server",
    head=re.compile(rf"{_TIME} {_LEVEL} (?P<thread>\S(?:.*?\S)??) - (?P<message>.*)", re.DOTALL),
    zone=Zone.GMT8,
    resolution_us=_SECOND,
    samples=(
        "2026-11-21 19:38:52 INFO RemotingExecutorThread_1 - new broker registered, BrokerIdentityInfo "
        "[clusterName=DefaultCluster, brokerAddr=127.0.0.1:30911] HAService: 127.0.0.1:30912",
    ),
)
STATS = Layout(
    name="stats",
    head=re.compile(rf"{_TIME} {_LEVEL} - (?P<message>.*)", re.DOTALL),
    zone=Zone.GMT8,
    resolution_us=_SECOND,
    samples=("2026-11-21 19:41:00 INFO - [CHANNEL_ACTIVITY] [CONNECT] Stats In One Minute, SUM: 1 TPS: 0.05 AVGPT: 1.00",),
)
WATERMARK = Layout(
    name="watermark",
    head=re.compile(rf"{_TIME} - (?P<message>.*)", re.DOTALL),
    zone=Zone.GMT8,
    resolution_us=_SECOND,
    samples=("2026-11-21 19:38:51 - [WATERMARK] Send Queue Size: 0 SlowTimeMills: 0",),
)
PROXY_WATERMARK = Layout(
    name="proxy_watermark",
    head=re.compile(rf"{_TIME}[ \t](?P<message>\w+[ \t]+(?:queueSize|headSlow|\w+Slow\w*|\w+Size)[ \t].*)", re.DOTALL),
    zone=Zone.GMT8,
    resolution_us=_SECOND,
    samples=("2026-11-21 19:33:07 GrpcRequestExecutorThread               queueSize   0.0",),
)

LAYOUTS = (STATS, MAIN, WATERMARK, PROXY_WATERMARK)
