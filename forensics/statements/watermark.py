"""Queues of thread pools: watermark.log of brokers, namesrv_default.log of name servers, proxy_watermark.log."""

from forensics.statements.template import Statement

BROKER = Statement(
    template="[WATERMARK] {_} Queue Size: {_:int} SlowTimeMills: {_:int}",
    logged_by="BrokerController.printWaterMark, 4.8.0 to 5.3.3: every second",
    seen="C-5.2.0-loop-default:broker-b-0/logs/watermark.log:1",
)
NAME_SERVER = Statement(
    template="[WATERMARK] ClientQueueSize:{_:int} ClientQueueSlowTime:{_:int} DefaultQueueSize:{_:int} "
    "DefaultQueueSlowTime:{_:int}",
    logged_by="NamesrvController.printWaterMark, 5.0.0 to 5.3.3: every second",
    seen="C-5.2.0-loop-default:namesrv/logs/namesrv_default.log:6",
)
PROXY_SIZE = Statement(
    template="{_:padded}queueSize   {_:float}",
    logged_by="ThreadPoolMonitor.logThreadPoolStatus, 5.3.0 to 5.4.0: every second",
    seen="N-5.3.1-graceful:proxyA/logs/rocketmqlogs/proxy_watermark.log:1",
)
PROXY_SIZE_TABBED = Statement(
    template="{_:padded}queueSize\t{_:float}",
    logged_by="ThreadPoolMonitor.logThreadPoolStatus, 5.0.0 to 5.2.0 and 5.5.0 to 5.5.1: every second",
    seen="N-5.5.0-nohandle:proxyA/logs/rocketmqlogs/proxy_watermark.log:1",
)
PROXY_SLOW_TABBED = Statement(
    template="{_:padded}headSlow\t{_:float}",
    logged_by="ThreadPoolMonitor.logThreadPoolStatus, 5.0.0 to 5.2.0 and 5.5.0 to 5.5.1: every second",
    seen="N-5.5.0-nohandle:proxyA/logs/rocketmqlogs/proxy_watermark.log:57",
)
PROXY_SLOW = Statement(
    template="{_:padded}headSlow    {_:float}",
    logged_by="ThreadPoolMonitor.logThreadPoolStatus, 5.3.0 to 5.4.0: every second",
    seen="N-5.3.1-graceful:proxyA/logs/rocketmqlogs/proxy_watermark.log:40",
)
