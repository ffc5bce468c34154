"""A proxy's start, stop and unexpected exceptions: ProxyStartup, GrpcServer, ResponseBuilder."""

from forensics.statements.template import Statement

KIND = "proxy"

STARTED = Statement(
    event="proxy_started",
    template="grpc server start successfully.",
    logged_by="GrpcServer.start, 5.0.0 to 5.3.3",
    seen="N-5.3.1-graceful:proxyA/logs/rocketmqlogs/proxy.log:166",
)
STOPPING = Statement(
    event="proxy_stopping",
    template="try to shutdown server",
    logged_by="ProxyStartup.main, 5.0.0 to 5.3.3",
    seen="N-5.3.1-graceful:proxyA/logs/rocketmqlogs/proxy.log:168",
)
STOPPED = Statement(
    event="proxy_stopped",
    template="grpc server shutdown successfully.",
    logged_by="GrpcServer.shutdown, 5.0.0 to 5.3.3",
    seen="N-5.3.1-graceful:proxyA/logs/rocketmqlogs/proxy.log:169",
)
CONFIGURATION = Statement(
    event="proxy_config",
    template="Current configuration: {config:json}",
    logged_by="ProxyStartup.initConfiguration, 5.1.1 to 5.3.3",
    seen="N-5.3.1-graceful:proxyA/logs/rocketmqlogs/proxy.log:2",
)
CONFIGURATION_FILE = Statement(
    event="proxy_config_file",
    template="The current configuration file path is {_}",
    logged_by="Configuration.init, 5.1.1 to 5.3.3",
    seen="N-5.3.1-graceful:proxyA/logs/rocketmqlogs/proxy.log:1",
)
INTERNAL_ERROR = Statement(
    event="proxy_internal_error",
    template="internal server error",
    logged_by="ResponseBuilder.buildStatus, 5.0.0 to 5.3.3: any exception that has no status code of its own",
    seen="N-5.3.1-graceful:proxyB/logs/rocketmqlogs/proxy.log:168",
    throws=True,
)
ERR_SHUTDOWN_ROCKETMQ_PROXY = Statement(
    template="err when shutdown rocketmq-proxy",
    logged_by="ProxyStartup.main, 5.0.0 to 5.3.3",
    throws=True,
)
FIND_UNEXPECT_ERR = Statement(
    template="find an unexpect err.",
    logged_by="ProxyStartup.main, 5.0.0 to 5.3.3",
    throws=True,
)
ROCKETMQ_PROXY_STARTUP_SUCCESSFULLY = Statement(
    template="{_} rocketmq-proxy startup successfully",
    logged_by="ProxyStartup.main, 5.0.0 to 5.3.3",
    seen="N-5.3.1-graceful:proxyA/console.log:1",
)
