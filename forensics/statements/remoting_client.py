"""The remoting client's channels beyond what events need: NettyRemotingClient."""

from forensics.statements.template import Statement

SSL_ENABLED_CLIENT = Statement(
    template="SSL enabled for client",
    logged_by="NettyRemotingClient.NettyRemotingClient, 4.8.0 to 5.3.3",
)
FAILED_CREATE_SSLCONTEXT = Statement(
    template="Failed to create SSLContext",
    logged_by="NettyRemotingClient.NettyRemotingClient, 4.8.0 to 5.3.3",
    throws=True,
)
PREPEND_SSL_HANDLER = Statement(
    template="Prepend SSL handler",
    logged_by="NettyRemotingClient.initChannel, 4.8.0 to 5.3.3",
)
CONNECTIONS_INSECURE_SSLCONTEXT_NULL = Statement(
    template="Connections are insecure as SSLContext is null!",
    logged_by="NettyRemotingClient.initChannel, 4.8.0 to 5.3.3",
)
NETTY_REMOTING_CLIENT_SHUTDOWN = Statement(
    template="NettyRemotingClient shutdown exception, ",
    logged_by="NettyRemotingClient.shutdown, 4.8.0 to 5.3.3",
    throws=True,
)
CLOSE_CHANNEL_BEGIN_CLOSE = Statement(
    template="closeChannel: begin close the channel[{_}] Found: {_}",
    logged_by="NettyRemotingClient.closeChannel, 4.8.0 to 5.3.0",
    seen="C-5.3.0-dead-default:broker-a-1/logs/remoting.log:67",
)
CLOSE_CHANNEL_CHANNEL_REMOVED = Statement(
    template="closeChannel: the channel[{_}] has been removed from the channel table before",
    logged_by="NettyRemotingClient.closeChannel, 4.8.0 to 5.3.0",
    seen="C-5.3.0-dead-default:client/logs/rocketmq_client.log:64",
)
CLOSE_CHANNEL_CHANNEL_CLOSED = Statement(
    template="closeChannel: the channel[{_}] has been closed before, and has been created again, nothing to do.",
    logged_by="NettyRemotingClient.closeChannel, 4.8.0 to 5.3.0",
)
CLOSE_CHANNEL_CHANNEL_REMOVED_CHANNEL = Statement(
    template="closeChannel: the channel[{_}] was removed from channel table",
    logged_by="NettyRemotingClient.closeChannel, 4.8.0 to 5.3.0",
    seen="C-5.2.0-loop-default:broker-b-0/logs/remoting.log:56",
)
CLOSE_CHANNEL_CLOSE_CHANNEL = Statement(
    template="closeChannel: close the channel exception",
    logged_by="NettyRemotingClient.closeChannel, 4.8.0 to 5.3.3",
    throws=True,
)
CLOSE_CHANNEL_TRY_LOCK = Statement(
    template="closeChannel: try to lock channel table, but timeout, {_}ms",
    logged_by="NettyRemotingClient.closeChannel, 4.8.0 to 5.3.3",
    seen="C-5.3.0-loop-default:client/logs/rocketmq_client.log:64",
)
CLOSE_CHANNEL_FAILED = Statement(
    template="closeChannel exception",
    logged_by="NettyRemotingClient.closeChannel, 4.8.0 to 5.3.3",
    throws=True,
)
EVENT_CLOSE_CHANNEL_CHANNEL = Statement(
    template="eventCloseChannel: the channel[{_}] has been removed from the channel table before",
    logged_by="NettyRemotingClient.closeChannel, 4.8.0 to 5.3.0",
    seen="C-5.2.0-loop-default:broker-b-0/logs/remoting.log:58",
)
SEND_FAILED_PLAIN = Statement(
    event="request_not_sent",
    template="invokeSync: send request exception, so close the channel[{address:word}]",
    logged_by="NettyRemotingClient.invokeSync, 4.8.0 to 5.3.1",
    seen="C-5.3.0-dead-default:client/logs/rocketmq_client.log:62",
)
GET_CREATE_NAMESERVER_CHANNEL = Statement(
    template="getAndCreateNameserverChannel: try to lock name server, but timeout, {_}ms",
    logged_by="NettyRemotingClient.getAndCreateNameserverChannelAsync, 4.8.0 to 5.3.3",
)
CREATE_CHANNEL_CREATE_CHANNEL = Statement(
    template="createChannel: create channel exception",
    logged_by="NettyRemotingClient.createChannelAsync, 4.8.0 to 5.3.3",
    throws=True,
)
CREATE_CHANNEL_TRY_LOCK = Statement(
    template="createChannel: try to lock channel table, but timeout, {_}ms",
    logged_by="NettyRemotingClient.createChannelAsync, 4.8.0 to 5.3.3",
)
CONNECT_FAILED = Statement(
    event="connect_failed",
    template="createChannel: connect remote host[{address:word}] failed, {_:rest}",
    logged_by="NettyRemotingClient.waitChannelFuture, 4.8.0 to 5.2.0",
    seen="C-5.2.0-loop-default:namesrv/logs/namesrv.log:174",
    throws=True,
)
CONNECT_TIMEOUT = Statement(
    event="connect_failed",
    template="createChannel: connect remote host[{address:word}] timeout {allowed_ms:int}ms, {_:rest}",
    logged_by="NettyRemotingClient.waitChannelFuture, 4.8.0 to 5.2.0",
    seen="K-4.9.8-onedead:p4/logs/rocketmqlogs/rocketmq_client.log:41",
)
INVOKE_ASYNC_SEND_REQUEST = Statement(
    template="invokeAsync: send request exception, so close the channel[{_}]",
    logged_by="NettyRemotingClient.invokeAsync, 4.8.0 to 5.1.4",
)
INVOKE_ONEWAY_SEND_REQUEST = Statement(
    template="invokeOneway: send request exception, so close the channel[{_}]",
    logged_by="NettyRemotingClient.invokeOneway, 4.8.0 to 5.2.0",
)
NETTY_CLIENT_PIPELINE_DISCONNECT = Statement(
    template="NETTY CLIENT PIPELINE: DISCONNECT {_}",
    logged_by="NettyRemotingClient.disconnect, 4.8.0 to 5.3.3",
)
NETTY_CLIENT_PIPELINE_EXCEPTION = Statement(
    template="NETTY CLIENT PIPELINE: exceptionCaught {_}",
    logged_by="NettyRemotingClient.exceptionCaught, 4.8.0 to 5.3.0",
    seen="C-5.3.0-dead-default:client/logs/rocketmq_client.log:40",
)
NETTY_CLIENT_PIPELINE_EXCEPTION_CAUGHT = Statement(
    template="NETTY CLIENT PIPELINE: exceptionCaught exception.",
    logged_by="NettyRemotingClient.exceptionCaught, 4.8.0 to 5.3.0",
    seen="C-5.3.0-dead-default:client/logs/rocketmq_client.log:41",
    throws=True,
)
CLIENT_SET_SNDBUF = Statement(
    template="client set SO_SNDBUF to {_}",
    logged_by="NettyRemotingClient.initChannel, 4.9.3 to 5.3.3",
)
CLIENT_SET_RCVBUF = Statement(
    template="client set SO_RCVBUF to {_}",
    logged_by="NettyRemotingClient.initChannel, 4.9.3 to 5.3.3",
)
CLIENT_SET_NETTY_WRITE = Statement(
    template="client set netty WRITE_BUFFER_WATER_MARK to {_},{_}",
    logged_by="NettyRemotingClient.initChannel, 4.9.3 to 5.3.3",
)
SCAN_AVAILABLE_NAME_SRV = Statement(
    template="scanAvailableNameSrv exception",
    logged_by="NettyRemotingClient.run, 5.0.0 to 5.3.3",
    throws=True,
)
UPDATE_CHANNEL_LAST_RESPONSE = Statement(
    template="[updateChannelLastResponseTime] could not find address!!",
    logged_by="NettyRemotingClient.updateChannelLastResponseTime, 5.0.0 to 5.3.3",
)
GET_CREATE_NAMESERVER_CHANNEL_CREATE = Statement(
    template="getAndCreateNameserverChannel: create name server channel exception",
    logged_by="NettyRemotingClient.getAndCreateNameserverChannelAsync, 5.0.0 to 5.3.3",
    throws=True,
)
SCAN_ADDRESSES_NAME_SERVER = Statement(
    template="[SCAN] Addresses of name server is empty!",
    logged_by="NettyRemotingClient.scanChannelTablesOfNameServer, 5.0.0 to 5.3.3",
)
SCAN_NO_RESPONSE_AFTER = Statement(
    template="[SCAN] No response after {_} from name server {_}, so close it!",
    logged_by="NettyRemotingClient.scanChannelTablesOfNameServer, 5.0.0 to 5.3.3",
)
SCAN_AVAILABLE_NAME_SRV_GET = Statement(
    template="scanAvailableNameSrv get channel of {_} failed, ",
    logged_by="NettyRemotingClient.run, 5.0.0 to 5.3.3",
    throws=True,
)
NETTY_FETCH_BOOTSTRAP_ADDR = Statement(
    template="Netty fetch bootstrap, addr: {_}, cidr: {_}, proxy: {_}",
    logged_by="NettyRemotingClient.fetchBootstrap, 5.1.0 to 5.3.3",
)
GET_CREATE_CHANNEL_FAILED = Statement(
    template="Get and create channel of {_} failed",
    logged_by="NettyRemotingClient.isAddressReachable, 5.1.0 to 5.3.3",
    throws=True,
)
SCAN_AVAILABLE_NAME_SRV_REMOVE = Statement(
    template="scanAvailableNameSrv remove invalid address {_}",
    logged_by="NettyRemotingClient.scanAvailableNameSrv, 5.1.0 to 5.3.3",
)
NAME_SERVER_UNREACHABLE = Statement(
    event="nameserver_unreachable",
    template="scanAvailableNameSrv remove unconnected address {nameserver:word}",
    logged_by="NettyRemotingClient.run, 5.1.0 to 5.3.3",
    seen="C-5.2.0-loop-default:namesrv/logs/namesrv.log:175",
)
GO_AWAY_OLD = Statement(
    event="go_away",
    template="Receive go away from channel {channel}, recreate the channel",
    logged_by="NettyRemotingClient.invokeImpl, 5.2.0 to 5.3.0",
)
CHANNEL_RECONNECT_FAILED = Statement(
    template="Channel {_} reconnect error",
    logged_by="NettyRemotingClient.invokeImpl, 5.2.0 to 5.3.3",
    throws=True,
)
CLOSE_CHANNEL_BEGIN_CLOSE_CHANNEL = Statement(
    template="closeChannel: begin close the channel[addr={_}, id={_}] Found: {_}",
    logged_by="NettyRemotingClient.closeChannel, 5.3.1 to 5.3.3",
    seen="C-5.3.3-dead-poplog:broker-b-1/logs/remoting.log:49",
)
CLOSE_CHANNEL_CHANNEL_ADDR = Statement(
    template="closeChannel: the channel[addr={_}, id={_}] has been removed from the channel table before",
    logged_by="NettyRemotingClient.closeChannel, 5.3.1 to 5.3.3",
    seen="C-5.3.3-dead-poplog:client/logs/rocketmq_client.log:123",
)
CLOSE_CHANNEL_CHANNEL_ADDR_ID = Statement(
    template="closeChannel: the channel[addr={_}, id={_}] has been closed before, and has been created again, nothing to do.",
    logged_by="NettyRemotingClient.closeChannel, 5.3.1 to 5.3.3",
    seen="C-5.3.3-dead-poplog:broker-b-1/logs/remoting.log:50",
)
CLOSE_CHANNEL_CHANNEL_ADDR_ID_REMOVED = Statement(
    template="closeChannel: the channel[addr={_}, id={_}] was removed from channel table",
    logged_by="NettyRemotingClient.closeChannel, 5.3.1 to 5.3.3",
    seen="C-5.3.1-loop-default:broker-b-0/logs/remoting.log:55",
)
EVENT_CLOSE_CHANNEL_CHANNEL_ADDR = Statement(
    template="eventCloseChannel: the channel[addr={_}, id={_}] has been removed from the channel table before",
    logged_by="NettyRemotingClient.closeChannel, 5.3.1 to 5.3.3",
    seen="C-5.3.1-loop-default:broker-b-0/logs/remoting.log:57",
)
CLOSE_CHANNEL_CLOSE_CHANNEL_ID = Statement(
    template="closeChannel: close the channel[id={_}] exception",
    logged_by="NettyRemotingClient.closeChannel, 5.3.1 to 5.3.3",
    throws=True,
)
GO_AWAY = Statement(
    event="go_away",
    template="Receive go away from channelId={channel_id:word}, channel={_}",
    logged_by="NettyRemotingClient.invokeImpl, 5.3.1 to 5.3.3",
)
GO_AWAY_RECREATED = Statement(
    event="go_away",
    template="Receive go away from channelId={channel_id:word}, channel={_}, recreate the channelId={_}",
    logged_by="NettyRemotingClient.invokeImpl, 5.3.1 to 5.3.3",
)
INVOKE_IMPL_RECEIVE_GO = Statement(
    template="invokeImpl receive GO_AWAY, channelWrapper is null or channel is the same in wrapper, channelId={_}",
    logged_by="NettyRemotingClient.invokeImpl, 5.3.1 to 5.3.3",
)
CHANNEL_WRAPPER_RECONNECT_DO = Statement(
    template="channelWrapper has reconnect, so do nothing, now channelId={_}, input channelId={_}",
    logged_by="NettyRemotingClient.reconnect, 5.3.1 to 5.3.3",
)
CHANNEL_WRAPPER_RECONNECT_TRY = Statement(
    template="channelWrapper reconnect try lock fail, now channelId={_}",
    logged_by="NettyRemotingClient.reconnect, 5.3.1 to 5.3.3",
)
NETTY_CLIENT_PIPELINE_EXCEPTION_CAUGHT_CHANNEL = Statement(
    template="NETTY CLIENT PIPELINE: exceptionCaught channel[addr={_}, id={_}]",
    logged_by="NettyRemotingClient.exceptionCaught, 5.3.1 to 5.3.3",
    throws=True,
)
SEND_FAILED = Statement(
    event="request_not_sent",
    template="invokeSync: send request exception, so close the channel[addr={address:word}, id={channel_id:word}]",
    logged_by="NettyRemotingClient.invokeSync, 5.3.2 to 5.3.3",
    seen="C-5.3.3-dead-poplog:client/logs/rocketmq_client.log:121",
)
FAILED_CREATE_SSL_CONTEXT = Statement(
    template="Failed to create SslContext",
    logged_by="NettyRemotingClient.NettyRemotingClient, after 5.3.3",
    throws=True,
)
CONNECTIONS_INSECURE_SSL_CONTEXT = Statement(
    template="Connections are insecure as SslContext is null!",
    logged_by="NettyRemotingClient.initChannel, after 5.3.3",
)
