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
