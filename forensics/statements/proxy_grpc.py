"""The gRPC side of a proxy: server, channels, settings, streams."""

from forensics.statements.template import Statement

KIND = "proxy"

GRPC_TLS_SET_FAILED = Statement(
    template="grpc tls set failed. msg: {_}, e:",
    logged_by="GrpcServerBuilder.GrpcServerBuilder, 5.0.0 to 5.1.1; OptionalSSLProtocolNegotiator.loadSslContext, 5.1.2 to "
    "5.1.3; ProxyAndTlsProtocolNegotiator.loadSslContext, 5.1.4 to 5.3.3",
    throws=True,
)
GRPC_SERVER_BUILT_PORT = Statement(
    template="grpc server has built. port: {_}, tlsKeyPath: {_}, tlsCertPath: {_}, threadPool: {_}, queueCapacity: {_}, "
    "boosLoop: {_}, workerLoop: {_}, maxInboundMessageSize: {_}",
    logged_by="GrpcServerBuilder.GrpcServerBuilder, 5.0.0 to 5.3.2",
    seen="N-5.3.1-graceful:proxyA/logs/rocketmqlogs/proxy.log:153",
)
TLS_CONFIGURED_OK = Statement(
    template="TLS configured OK",
    logged_by="GrpcServerBuilder.configSslContext, 5.0.0",
)
FAILED_LOAD_SERVER_KEY = Statement(
    template="Failed to load Server key/certificate",
    logged_by="GrpcServerBuilder.configSslContext, 5.0.0",
    throws=True,
)
LOAD_TLS_CONFIGURED_OK = Statement(
    template="load TLS configured OK",
    logged_by="GrpcServerBuilder.loadSslContext, 5.1.0 to 5.1.1",
)
GRPC_SERVER_BUILT_PORT_BOSS = Statement(
    template="grpc server has built. port: {_}, bossLoopNum: {_}, workerLoopNum: {_}, maxInboundMessageSize: {_}",
    logged_by="GrpcServerBuilder.GrpcServerBuilder, 5.3.3",
    seen="N-5.3.3-kill:proxyA/logs/rocketmqlogs/proxy.log:152",
)
FAILED_SHUTDOWN_GRPC_SERVER = Statement(
    template="Failed to shutdown grpc server",
    logged_by="GrpcServer.shutdown, after 5.3.3",
    throws=True,
)
SSL_CONTEXT_RELOADED_GRPC = Statement(
    template="SslContext reloaded for grpc server",
    logged_by="GrpcServer.onTlsContextReload, after 5.3.3",
)
FAILED_RELOAD_SSL_CONTEXT = Statement(
    template="Failed to reload SslContext for server",
    logged_by="GrpcServer.onTlsContextReload, after 5.3.3",
    throws=True,
)
TELEMETRY_COMMAND_OBSERVER_NULL = Statement(
    template="telemetry command observer is null when try to write data. command:{_}, channel:{_}",
    logged_by="GrpcClientChannel.writeTelemetryCommand, 5.0.0 to 5.3.3",
)
WRITE_TELEMETRY_FAILED_COMMAND = Statement(
    template="write telemetry failed. command:{_}",
    logged_by="GrpcClientChannel.writeTelemetryCommand, 5.0.0 to 5.3.3",
    throws=True,
)
CONVERT_SETTINGS_JSON_DATA = Statement(
    template="convert settings to json data failed. settings:{_}",
    logged_by="GrpcClientChannel.getChannelExtendAttribute, 5.1.0 to 5.3.3",
    throws=True,
)
CONVERT_SETTINGS_JSON_DATA_SETTINGS = Statement(
    template="convert settings json data to settings failed. data:{_}",
    logged_by="GrpcClientChannel.parseChannelExtendAttribute, 5.1.0 to 5.3.3",
    throws=True,
)
SETTINGS_REMOVED = Statement(
    event="grpc_settings_removed",
    template="remove unused grpc client settings. group:{group}, settings:{_:rest}",
    logged_by="GrpcClientSettingsManager.onWaitEnd, 5.1.0 to 5.3.3",
)
CHECK_EXPIRED_GRPC_CLIENT = Statement(
    template="check expired grpc client settings failed. clientId:{_}",
    logged_by="GrpcClientSettingsManager.onWaitEnd, 5.1.0 to 5.3.3",
    throws=True,
)
WRITE_REJECTED_ERROR_RESPONSE = Statement(
    template="write rejected error response failed",
    logged_by="GrpcMessagingApplication.rejectedExecution, 5.0.0 to 5.3.3",
    throws=True,
)
BUG_GRPC_REQUEST_PIPE = Statement(
    template="[BUG]grpc request pipe is not been executed",
    logged_by="GrpcMessagingApplication.addExecutor, 5.3.0 to 5.3.3",
)
TELEMETRY_FAILED = Statement(
    template="telemetry on error",
    logged_by="ClientActivity.onError, 5.0.0 to 5.3.3",
    throws=True,
)
PROCESS_CLIENT_TELEMETRY_COMMAND = Statement(
    template="process client telemetryCommand failed. request:{_}",
    logged_by="ClientActivity.processTelemetryException, 5.0.0 to 5.3.3",
    throws=True,
)
SSL_CONTEXT_CREATED_PROXY = Statement(
    template="SslContext created for proxy server",
    logged_by="ProxyAndTlsProtocolNegotiator.ProxyAndTlsProtocolNegotiator, after 5.3.3",
)
SSL_CONTEXT_INIT_FAILED = Statement(
    template="SslContext init error",
    logged_by="ProxyAndTlsProtocolNegotiator.ProxyAndTlsProtocolNegotiator, after 5.3.3",
    throws=True,
)
PROCESS_PROTOCOL_NEGOTIATOR_FAILED = Statement(
    template="process protocol negotiator failed.",
    logged_by="OptionalSSLProtocolNegotiator.decode, 5.1.0 to 5.1.1",
    throws=True,
)
GRPC_LOAD_TLS_CONFIGURED = Statement(
    template="grpc load TLS configured OK",
    logged_by="OptionalSSLProtocolNegotiator.loadSslContext, 5.1.2 to 5.1.3; ProxyAndTlsProtocolNegotiator.loadSslContext, "
    "5.1.4 to 5.3.3",
)
PROCESS_SSL_PROTOCOL_NEGOTIATOR = Statement(
    template="process ssl protocol negotiator failed.",
    logged_by="OptionalSSLProtocolNegotiator.decode, 5.1.2 to 5.1.3; ProxyAndTlsProtocolNegotiator.decode, 5.1.4 to 5.3.3",
    throws=True,
)
FAILED_INITIALIZE_TLS_CERTIFICATE = Statement(
    template="Failed to initialize TLS certificate watch service",
    logged_by="TlsCertificateManager.TlsCertificateManager, after 5.3.3",
    throws=True,
)
TLS_CERTIFICATE_MANAGER_STARTED = Statement(
    template="TLS certificate manager started successfully, start watching: {_} {_}",
    logged_by="TlsCertificateManager.start, after 5.3.3",
)
TLS_CERTIFICATE_MANAGER_SHUTDOWN = Statement(
    template="TLS certificate manager shutdown successfully",
    logged_by="TlsCertificateManager.shutdown, after 5.3.3",
)
FILE_CHANGED = Statement(
    template="File changed: {_}",
    logged_by="TlsCertificateManager.onChanged, after 5.3.3",
)
FAILED_NOTIFY_TLS_CONTEXT = Statement(
    template="Failed to notify TLS context reload to listener: {_}",
    logged_by="TlsCertificateManager.notifyContextReload, after 5.3.3",
    throws=True,
)
CLIENT_CANCELLED_REQUEST_RESPONSE = Statement(
    template="client has cancelled the request. response to write: {_}",
    logged_by="ResponseWriter.writeResponse, 5.0.0 to 5.3.3",
)
ERR_WRITE_RECEIVE_MESSAGE = Statement(
    template="err when write receive message response",
    logged_by="ReceiveMessageResponseStreamWriter.writeResponseWithErrorIgnore, 5.0.0 to 5.3.3",
    throws=True,
)
ERR_COMPLETE_RECEIVE_MESSAGE = Statement(
    template="err when complete receive message response",
    logged_by="ReceiveMessageResponseStreamWriter.onComplete, 5.0.0 to 5.3.3",
    throws=True,
)
GRPC_SERVER_EXCEPTION_ERROR = Statement(
    template="grpc server has exception. errorMsg:{_}, e:",
    logged_by="GlobalExceptionInterceptor.closeWithException, 5.0.0 to 5.3.3",
    throws=True,
)
