"""Threads that start and stop inside every server and client: ServiceThread and its heirs."""

from forensics.statements.template import Statement

TRY_START = Statement(
    template="Try to start service thread:{_} started:{_:bool} lastThread:{_}",
    logged_by="ServiceThread.start, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker.log:213",
)
START = Statement(
    template="Start service thread:{_} started:{_:bool} lastThread:{_}",
    logged_by="ServiceThread.start, 5.1.1 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker.log:214",
)
STARTED = Statement(
    template="{_:word} service started",
    logged_by="run of each ServiceThread, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker.log:305",
)
STARTED_SHORT = Statement(
    template="{_:word} service start",
    logged_by="run of TimerMessageStore's services and TransactionMetricsFlushService, 5.0.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/store.log:34",
)
TRY_SHUTDOWN = Statement(
    template="Try to shutdown service thread:{_} started:{_:bool} lastThread:{_}",
    logged_by="ServiceThread.shutdown, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker.log:824",
)
SHUTDOWN = Statement(
    template="shutdown thread[{_}] interrupt={_:bool} ",
    logged_by="ServiceThread.shutdown, 5.1.1 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker.log:825",
)
SHUTDOWN_OLD = Statement(
    template="shutdown thread {_:word} interrupt {_:bool}",
    logged_by="ServiceThread.shutdown up to 5.1, and DLedger's own copy of it in every release",
    seen="H-4.8.0-bfail:admin/logs/rocketmqlogs/rocketmq_client.log:63",
)
JOINED = Statement(
    template="join thread[{_}], elapsed time: {_:int}ms, join time:{_:int}ms",
    logged_by="ServiceThread.shutdown, 5.1.1 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker.log:846",
)
JOINED_OLD = Statement(
    template="join thread {_:word} elapsed time(ms) {_:int} {_:int}",
    logged_by="ServiceThread.shutdown up to 5.1, and DLedger's own copy of it in every release",
    seen="H-4.8.0-bfail:admin/logs/rocketmqlogs/rocketmq_client.log:64",
)
MADE_STOP = Statement(
    template="makestop thread[{_}] ",
    logged_by="ServiceThread.makeStop, 5.1.1 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-0/logs/broker.log:736",
)
MADE_STOP_OLD = Statement(
    template="makestop thread {_:word}",
    logged_by="ServiceThread.makeStop, 4.8.0 to 5.1.0",
)
ENDED = Statement(
    template="{_:word} service end",
    logged_by="run of each ServiceThread, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker.log:319",
)
STOPPED = Statement(
    template="{_:word} service stopped",
    logged_by="TransactionDataManager.run, 5.0.0 to 5.3.3",
    seen="N-5.3.1-graceful:proxyA/logs/rocketmqlogs/proxy.log:170",
)
FAILED = Statement(
    template="{_:word} service has exception.",
    logged_by="run of a ServiceThread, 4.8.0 to 5.3.3",
    throws=True,
)
INTERRUPTED = Statement(
    template="Interrupted",
    logged_by="ServiceThread.shutdown and ServiceThread.waitForRunning, 4.8.0 to 5.3.3",
    seen="C-5.3.0-loop-default:broker-a-0/logs/broker.log:466",
    throws=True,
)
STOPPED_BY_FORCE_OLD = Statement(
    template="stop thread {_:word} interrupt {_:bool}",
    logged_by="ServiceThread.stop, 4.8.0 to 5.1.0",
    seen="F-5.0.0-merge:broker-a-0/logs/rocketmqlogs/broker.log:393",
)
