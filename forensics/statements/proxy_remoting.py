"""The remoting side of a proxy: RemotingProtocolServer, MultiProtocolRemotingServer, RemotingChannel."""

from forensics.statements.template import Statement

KIND = "proxy"

ERROR_HEAD_SLOW_TIME = Statement(
    template="error when headSlowTimeMills.",
    logged_by="RemotingProtocolServer.headSlowTimeMills, 5.1.0 to 5.3.3",
    throws=True,
)
CAST_RUNNABLE_EXCEPTION_CLASS = Statement(
    template="castRunnable exception. class:{_}",
    logged_by="RemotingProtocolServer.castRunnable, 5.1.0 to 5.3.3",
    throws=True,
)
SSL_CONTEXT_RELOADED_REMOTING = Statement(
    template="SslContext reloaded for remoting server",
    logged_by="RemotingProtocolServer.onTlsContextReload, after 5.3.3",
)
SSL_CONTEXT_CREATED_MULTI = Statement(
    template="SslContext created for multi protocol remoting server",
    logged_by="MultiProtocolRemotingServer.loadSslContext, after 5.3.3",
)
CONVERT_REMOTING_EXTEND_ATTRIBUTE = Statement(
    template="convert remoting extend attribute to subscriptionDataSet failed. data:{_}",
    logged_by="RemotingChannel.parseChannelExtendAttribute, 5.1.0 to 5.3.3",
    throws=True,
)
TOPIC_LENGTH_LONG_TOPIC = Statement(
    template="Topic length is too long, topic: {_}",
    logged_by="RemotingConverter.convertMsgToBytes, 5.1.0 to 5.3.3",
)
DECODE_REMOTE_CHANNEL_DATA = Statement(
    template="decode remote channel data failed. data:{_}",
    logged_by="RemoteChannelSerializer.decodeFromJson, 5.1.0 to 5.3.3",
    throws=True,
)
FAILED_CREATE_SSLCONTEXT_HTTP = Statement(
    template="Failed to create SSLContext for Http2ProtocolProxyHandler",
    logged_by="Http2ProtocolProxyHandler.Http2ProtocolProxyHandler, 5.1.0 to 5.3.3",
    throws=True,
)
CONNECT_HTTP_SERVER_FAILED = Statement(
    template="connect http2 server failed. port:{_}",
    logged_by="Http2ProtocolProxyHandler.initChannel, 5.1.0 to 5.3.3",
    throws=True,
)
FAILED_CREATE_SSL_CONTEXT = Statement(
    template="Failed to create SslContext for Http2ProtocolProxyHandler",
    logged_by="Http2ProtocolProxyHandler.Http2ProtocolProxyHandler, after 5.3.3",
    throws=True,
)
HTTP_PROXY_BACKEND_HANDLER = Statement(
    template="Http2ProxyBackendHandler#exceptionCaught",
    logged_by="Http2ProxyBackendHandler.exceptionCaught, 5.1.0 to 5.3.3",
    throws=True,
)
HTTP_PROXY_FRONTEND_HANDLER = Statement(
    template="Http2ProxyFrontendHandler#exceptionCaught",
    logged_by="Http2ProxyFrontendHandler.exceptionCaught, 5.1.0 to 5.3.3",
    throws=True,
)
FORWARD_HAPROXY_MESSAGE_REMOTING = Statement(
    template="Forward HAProxyMessage from Remoting to gRPC server error.",
    logged_by="HAProxyMessageForwarder.channelRead, 5.1.4 to 5.3.3",
    throws=True,
)
UNREGISTER_PRODUCER_FAILED_CHANNEL = Statement(
    template="unregister producer failed, channel not exist, may has been removed, producerGroup={_}, channel={_}",
    logged_by="ClientManagerActivity.unregisterClient, 5.3.1 to 5.3.3",
)
UNREGISTER_CONSUMER_FAILED_CHANNEL = Statement(
    template="unregister consumer failed, channel not exist, may has been removed, consumerGroup={_}, channel={_}",
    logged_by="ClientManagerActivity.unregisterClient, 5.3.1 to 5.3.3",
)
CHECK_TRANSACTION_FAILED_CHANNEL = Statement(
    template="check transaction failed, channel is empty. groupId={_}, requestHeader:{_}",
    logged_by="ProxyClientRemotingProcessor.checkTransactionState, 5.0.0 to 5.3.3",
)
PROCESS_FAILED_MSG = Statement(
    template="process failed. msg:{_}",
    logged_by="ProxyChannel.writeAndFlush, 5.0.0 to 5.3.3",
    throws=True,
)
BUG_EXPIRED_FLIGHT_REQUESTS = Statement(
    template="[BUG] {_} expired in-flight requests is cleaned.",
    logged_by="InvocationChannel.clearExpireContext, 5.0.0 to 5.3.3",
)
