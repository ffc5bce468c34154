"""The server side of connections: NettyRemotingServer."""

from forensics.statements.template import Statement

REGISTERED = Statement(
    event="server_channel",
    template="NETTY SERVER PIPELINE: channelRegistered {remote_address:word}",
    logged_by="NettyRemotingServer.NettyConnectManageHandler.channelRegistered, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/remoting.log:43",
    fixed={"channel_state": "registered"},
)
ACTIVE = Statement(
    event="server_channel",
    template="NETTY SERVER PIPELINE: channelActive, the channel[{remote_address:word}]",
    logged_by="NettyRemotingServer.NettyConnectManageHandler.channelActive, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/remoting.log:44",
    fixed={"channel_state": "active"},
)
INACTIVE = Statement(
    event="server_channel",
    template="NETTY SERVER PIPELINE: channelInactive, the channel[{remote_address:word}]",
    logged_by="NettyRemotingServer.NettyConnectManageHandler.channelInactive, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/remoting.log:47",
    fixed={"channel_state": "inactive"},
)
UNREGISTERED = Statement(
    event="server_channel",
    template="NETTY SERVER PIPELINE: channelUnregistered, the channel[{remote_address:word}]",
    logged_by="NettyRemotingServer.NettyConnectManageHandler.channelUnregistered, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/remoting.log:48",
    fixed={"channel_state": "unregistered"},
)
IDLE = Statement(
    event="server_channel",
    template="NETTY SERVER PIPELINE: IDLE exception [{remote_address:word}]",
    logged_by="NettyRemotingServer.NettyConnectManageHandler.userEventTriggered, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:namesrv/logs/namesrv.log:130",
    fixed={"channel_state": "idle"},
)
BROKEN = Statement(
    event="server_channel",
    template="NETTY SERVER PIPELINE: exceptionCaught {remote_address:word}",
    logged_by="NettyRemotingServer.NettyConnectManageHandler.exceptionCaught, 4.8.0 to 5.3.3",
    seen="N-5.3.1-push:broker-a-0/logs/rocketmqlogs/remoting.log:67",
    fixed={"channel_state": "broken"},
)
BROKEN_BY = Statement(
    template="NETTY SERVER PIPELINE: exceptionCaught exception.",
    logged_by="NettyRemotingServer.NettyConnectManageHandler.exceptionCaught, 4.8.0 to 5.3.3",
    seen="N-5.3.1-push:broker-a-0/logs/rocketmqlogs/remoting.log:70",
    throws=True,
)
SERVER_RUNNING_TLS_MODE = Statement(
    template="Server is running in TLS {_} mode",
    logged_by="NettyRemotingServer.loadSslContext, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/remoting.log:1",
)
SSLCONTEXT_CREATED_SERVER = Statement(
    template="SSLContext created for server",
    logged_by="NettyRemotingServer.loadSslContext, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/remoting.log:17",
)
FAILED_CREATE_SSLCONTEXT_SERVER = Statement(
    template="Failed to create SSLContext for server",
    logged_by="NettyRemotingServer.loadSslContext, 4.8.0 to 5.3.3",
    seen="H-4.8.0-bfail:broker-a-0/logs/rocketmqlogs/remoting.log:17",
    throws=True,
)
SCAN_RESPONSE_TABLE_FAILED = Statement(
    template="scanResponseTable exception",
    logged_by="NettyRemotingServer.run, 4.8.0 to 5.3.3",
    throws=True,
)
NETTY_REMOTING_SERVER_SHUTDOWN = Statement(
    template="NettyRemotingServer shutdown exception, ",
    logged_by="NettyRemotingServer.shutdown, 4.8.0 to 5.3.3",
    throws=True,
)
CLIENTS_INTEND_ESTABLISH_SSL = Statement(
    template="Clients intend to establish an SSL connection while this server is running in SSL disabled mode",
    logged_by="NettyRemotingServer.channelRead0, 4.8.0 to 5.3.3",
)
HANDLERS_PREPENDED_CHANNEL_PIPELINE = Statement(
    template="Handlers prepended to channel pipeline to establish SSL connection",
    logged_by="NettyRemotingServer.channelRead0, 4.8.0 to 5.3.3",
)
TRYING_ESTABLISH_SSL_CONNECTION = Statement(
    template="Trying to establish an SSL connection but sslContext is null",
    logged_by="NettyRemotingServer.channelRead0, 4.8.0 to 5.3.3",
)
UNKNOWN_TLS_MODE = Statement(
    template="Unknown TLS mode",
    logged_by="NettyRemotingServer.channelRead0, 4.8.0 to 5.3.3",
)
CLIENTS_INTEND_ESTABLISH_INSECURE = Statement(
    template="Clients intend to establish an insecure connection while this server is running in SSL enforcing mode",
    logged_by="NettyRemotingServer.channelRead0, 4.8.0 to 5.3.3",
)
ERROR_WHILE_REMOVING_HANDSHAKE = Statement(
    template="Error while removing HandshakeHandler",
    logged_by="NettyRemotingServer.decode, 4.8.0 to 5.3.3",
    throws=True,
)
SERVER_SET_SNDBUF = Statement(
    template="server set SO_SNDBUF to {_}",
    logged_by="NettyRemotingServer.addCustomConfig, 4.9.3 to 5.3.3",
)
SERVER_SET_RCVBUF = Statement(
    template="server set SO_RCVBUF to {_}",
    logged_by="NettyRemotingServer.addCustomConfig, 4.9.3 to 5.3.3",
)
SERVER_SET_NETTY_WRITE = Statement(
    template="server set netty WRITE_BUFFER_WATER_MARK to {_},{_}",
    logged_by="NettyRemotingServer.addCustomConfig, 4.9.3 to 5.3.3",
)
REMOTING_SERVER_STARTED_LISTENING = Statement(
    template="RemotingServer started, listening {_}:{_}",
    logged_by="NettyRemotingServer.start, 5.0.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/remoting.log:37",
)
NETTY_REMOTING_SERVER_PRINT = Statement(
    template="NettyRemotingServer print remoting code distribution exception",
    logged_by="NettyRemotingServer.run, 5.1.0 to 5.3.3",
    throws=True,
)
CHANNEL_TURNS_WRITABLE_BYTES = Statement(
    template="Channel[{_}] turns writable, bytes to buffer before changing channel to un-writable: {_}",
    logged_by="NettyRemotingServer.channelWritabilityChanged, 5.1.0 to 5.3.3",
)
CHANNEL_AUTO_READ_DISABLED = Statement(
    template="Channel[{_}] auto-read is disabled, bytes to drain before it turns writable: {_}",
    logged_by="NettyRemotingServer.channelWritabilityChanged, 5.1.0 to 5.3.3",
)
PROCESS_PROXY_PROTOCOL_NEGOTIATOR = Statement(
    template="process proxy protocol negotiator failed.",
    logged_by="NettyRemotingServer.decode, 5.1.4 to 5.3.3",
    throws=True,
)
ERROR_WHILE_REMOVING_TLS = Statement(
    template="Error while removing TlsModeHandler",
    logged_by="NettyRemotingServer.channelRead0, 5.1.4 to 5.3.3",
    throws=True,
)
SSL_CONTEXT_CREATED_SERVER = Statement(
    template="SslContext created for server",
    logged_by="NettyRemotingServer.loadSslContext, after 5.3.3",
)
FAILED_CREATE_SSL_CONTEXT = Statement(
    template="Failed to create SslContext for server",
    logged_by="NettyRemotingServer.loadSslContext, after 5.3.3",
    throws=True,
)
TRYING_ESTABLISH_SSL_CONNECTION_BUT = Statement(
    template="Trying to establish an SSL connection but SslContext is null",
    logged_by="NettyRemotingServer.channelRead0, after 5.3.3",
)
