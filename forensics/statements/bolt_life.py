"""A server and a client of Bolt, the RPC under JRaft: classes of sofa-bolt 1.6.4, and ReportUtil of sofa-common-tools."""

from forensics.statements.template import Statement

PREPARE_START_SERVER_PORT = Statement(
    template="Prepare to start server on port {_:int}",
    logged_by="AbstractRemotingServer.startup of sofa-bolt",
    seen="K-5.3.1-frozenmaster:ctl0/logs/rocketmqlogs/controller_default.log:56",
)
SERVER_STARTED_PORT = Statement(
    template="Server started on port {_:int}",
    logged_by="AbstractRemotingServer.startup of sofa-bolt",
    seen="K-5.3.1-frozenmaster:ctl0/logs/rocketmqlogs/controller_default.log:57",
)
FAILED_STARTING_SERVER_PORT = Statement(
    template="Failed starting server on port {_:int}",
    logged_by="AbstractRemotingServer.startup of sofa-bolt",
)
PROCESSOR_CMD_ALREADY_REGISTERED = Statement(
    template="Processor for cmd={_} is already registered, the processor is {_}, and changed to {_}",
    logged_by="ProcessorManager.registerProcessor of sofa-bolt",
)
VALUE_CONFIG_TYPE_CONFIG = Statement(
    template="the value of ConfigType {_}, ConfigItem {_} changed from {_} to {_}",
    logged_by="DefaultConfigContainer.set of sofa-bolt",
)
CLOSE_ALL_CONNECTIONS_CLIENT = Statement(
    template="Close all connections from client side!",
    logged_by="RpcClient.shutdown of sofa-bolt",
    seen="K-5.3.1-frozenmaster:ctl0/logs/rocketmqlogs/controller_default.log:62",
)
RPC_CLIENT_SHUTDOWN = Statement(
    template="Rpc client shutdown!",
    logged_by="RpcClient.shutdown of sofa-bolt",
    seen="K-5.3.1-frozenmaster:ctl0/logs/rocketmqlogs/controller_default.log:63",
)
SWITCH_CONNECTION_MONITOR = Statement(
    template="Switch on connection monitor",
    logged_by="RpcClient.startup of sofa-bolt",
)
SWITCH_RECONNECT_MANAGER = Statement(
    template="Switch on reconnect manager",
    logged_by="RpcClient.startup of sofa-bolt",
    seen="K-5.3.1-frozenmaster:ctl0/logs/rocketmqlogs/controller_default.log:54",
)
FAIL_INIT_SSL_CONTEXT = Statement(
    template="Fail to init SSL context for server.",
    logged_by="RpcServer.initSSLContext of sofa-bolt",
    throws=True,
)
RPC_SERVER_START_RANDOM = Statement(
    template="rpc server start with random port: {_:int}!",
    logged_by="RpcServer.doStart of sofa-bolt",
)
CLOSE_ALL_CONNECTIONS_SERVER = Statement(
    template="Close all connections from server side!",
    logged_by="RpcServer.doStop of sofa-bolt",
    seen="K-5.3.1-frozenmaster:ctl0/logs/rocketmqlogs/controller_default.log:60",
)
RPC_SERVER_STOPPED = Statement(
    template="Rpc Server stopped!",
    logged_by="RpcServer.doStop of sofa-bolt",
    seen="K-5.3.1-frozenmaster:ctl0/logs/rocketmqlogs/controller_default.log:61",
)
SERVER_SIDE_BOLT_NETTY = Statement(
    template="[server side] bolt netty low water mark is {_:int} bytes, high water mark is {_:int} bytes",
    logged_by="RpcServer.initWriteBufferWaterMark of sofa-bolt",
    seen="K-5.3.1-frozenmaster:ctl0/logs/rocketmqlogs/controller_default.log:55",
)
EXCEPTION_CAUGHT_WHEN_SCANNINGS = Statement(
    template="Exception caught when scannings.",
    logged_by="RpcTaskScanner.run of sofa-bolt",
    throws=True,
)
SOFA_MIDDLEWARE_LOG_SLF4J = Statement(
    template="Sofa-Middleware-Log SLF4J : {_}",
    logged_by="ReportUtil.report of sofa-common-tools",
)
SOFA_MIDDLEWARE_LOG_SLF4J_WARN = Statement(
    template="Sofa-Middleware-Log SLF4J Warn : {_}",
    logged_by="ReportUtil.reportWarn of sofa-common-tools",
    seen="K-5.3.1-frozenmaster:ctl0/logs/rocketmqlogs/controller_default.log:48",
)
SOFA_MIDDLEWARE_LOG_SLF4J_ERROR = Statement(
    template="Sofa-Middleware-Log SLF4J Error:{_}",
    logged_by="ReportUtil.reportError of sofa-common-tools",
    throws=True,
)
SOFA_MIDDLEWARE_LOG_ERROR_PRINTED = Statement(
    template="Sofa-Middleware-Log SLF4J Error :{_}",
    logged_by="ReportUtil.reportError of sofa-common-tools",
    throws=True,
)
