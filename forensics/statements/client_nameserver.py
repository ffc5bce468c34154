"""The remoting client's name server and channels: NettyRemotingClient."""

from forensics.statements.template import Statement

CHOSEN = Statement(
    event="nameserver_chosen",
    template="new name server is chosen. OLD: {old_nameserver:word} , NEW: {new_nameserver:word}. namesrvIndex = "
    "{nameserver_index:int}",
    logged_by="NettyRemotingClient.getAndCreateNameserverChannel, 4.8.0 to 5.3.3",
    seen="S-5.3.1-s1:consumer/logs/rocketmqlogs/rocketmq_client.log:20",
)
ADDRESSES_FIRST = Statement(
    event="nameserver_addresses",
    template="name server address updated. NEW : [{nameservers:list}] , OLD: null",
    logged_by="NettyRemotingClient.updateNameServerAddressList, 4.8.0 to 5.3.3: the first list of a client instance",
    seen="S-5.3.1-s1:consumer/logs/rocketmqlogs/rocketmq_client.log:3",
)
ADDRESSES = Statement(
    event="nameserver_addresses",
    template="name server address updated. NEW : [{nameservers:list}] , OLD: [{old_nameservers:list}]",
    logged_by="NettyRemotingClient.updateNameServerAddressList, 4.8.0 to 5.3.3",
)
TIMEOUT_WITH_ID = Statement(
    event="request_timeout",
    template="invokeSync: wait response timeout exception, the channel[addr={address:word}, id={channel_id:word}]",
    logged_by="NettyRemotingClient.invokeSync, 5.3.1 to 5.3.3",
    seen="H-5.3.3-sigstop:producer/logs/rocketmqlogs/rocketmq_client.log:39",
)
TIMEOUT = Statement(
    event="request_timeout",
    template="invokeSync: wait response timeout exception, the channel[{address:word}]",
    logged_by="NettyRemotingClient.invokeSync, 4.8.0 to 5.3.0; null for a request to the chosen name server",
    seen="H-4.8.0-bfail:broker-a-1/logs/rocketmqlogs/remoting.log:82",
)
CLOSED_ON_TIMEOUT_WITH_ID = Statement(
    event="closed_on_timeout",
    template="invokeSync: close socket because of timeout, {allowed_ms:int}ms, channel[addr={address:word}, "
    "id={channel_id:word}]",
    logged_by="NettyRemotingClient.invokeSync, 5.3.1 to 5.3.3",
    seen="H-5.3.3-sigstop:producer/logs/rocketmqlogs/rocketmq_client.log:38",
)
CLOSED_ON_TIMEOUT = Statement(
    event="closed_on_timeout",
    template="invokeSync: close socket because of timeout, {allowed_ms:int}ms, {address:word}",
    logged_by="NettyRemotingClient.invokeSync, 4.8.0 to 5.3.0; null for a name server up to 5.1.0",
    seen="K-4.9.8-onedead:p4/logs/rocketmqlogs/rocketmq_client.log:48",
)
CHANNEL_INACTIVE = Statement(
    event="channel_inactive",
    template="NETTY CLIENT PIPELINE: channelInactive, the channel[addr={address:word}, id={channel_id:word}]",
    logged_by="NettyRemotingClient.NettyConnectManageHandler.channelInactive, 5.3.1 to 5.3.3",
    seen="S-5.3.1-s1:consumer/logs/rocketmqlogs/rocketmq_client.log:62",
)
CHANNEL_INACTIVE_PLAIN = Statement(
    event="channel_inactive",
    template="NETTY CLIENT PIPELINE: channelInactive, the channel[{address:word}]",
    logged_by="NettyRemotingClient.NettyConnectManageHandler.channelInactive, 5.1.3 to 5.3.0",
    seen="C-5.2.0-loop-default:broker-b-0/logs/remoting.log:60",
)
CHANNEL_CLOSED = Statement(
    event="channel_closed",
    template="NETTY CLIENT PIPELINE: CLOSE channel[addr={address:word}, id={channel_id:word}]",
    logged_by="NettyRemotingClient.NettyConnectManageHandler.close, 5.3.1 to 5.3.3",
    seen="S-5.3.1-s1:consumer/logs/rocketmqlogs/rocketmq_client.log:64",
)
CHANNEL_CLOSED_PLAIN = Statement(
    event="channel_closed",
    template="NETTY CLIENT PIPELINE: CLOSE {address:word}",
    logged_by="NettyRemotingClient.NettyConnectManageHandler.close, 4.8.0 to 5.3.0",
    seen="C-5.2.0-loop-default:broker-b-0/logs/remoting.log:57",
)
CHANNEL_ACTIVE = Statement(
    event="channel_active",
    template="NETTY CLIENT PIPELINE: ACTIVE, {address:word}, channelId={channel_id:word}",
    logged_by="NettyRemotingClient.NettyConnectManageHandler.channelActive, 5.3.1 to 5.3.3",
    seen="S-5.3.1-s1:consumer/logs/rocketmqlogs/rocketmq_client.log:23",
)
CHANNEL_ACTIVE_PLAIN = Statement(
    event="channel_active",
    template="NETTY CLIENT PIPELINE: ACTIVE, {address:word}",
    logged_by="NettyRemotingClient.NettyConnectManageHandler.channelActive, 5.2.0 to 5.3.0",
    seen="C-5.3.0-dead-default:client/logs/rocketmq_client.log:34",
)
CHANNEL_CONNECT = Statement(
    event="channel_connect",
    template="NETTY CLIENT PIPELINE: CONNECT  {local_address:word} => {address:word}",
    logged_by="NettyRemotingClient.NettyConnectManageHandler.connect, 4.8.0 to 5.3.3",
    seen="S-5.3.1-s1:consumer/logs/rocketmqlogs/rocketmq_client.log:22",
)
CONNECT_SUCCESS = Statement(
    event="channel_active",
    template="createChannel: connect remote host[{address:word}] success, {channel}",
    logged_by="NettyRemotingClient.createChannel, 4.8.0 to 5.2.0",
    seen="C-5.2.0-loop-default:broker-b-0/logs/remoting.log:45",
)
CONNECT_BEGUN = Statement(
    template="createChannel: begin to connect remote host[{_:word}] asynchronously",
    logged_by="NettyRemotingClient.createChannel, 4.8.0 to 5.3.3",
    seen="S-5.3.1-s1:consumer/logs/rocketmqlogs/rocketmq_client.log:21",
)
LATE_ANSWER = Statement(
    event="late_answer",
    template="receive response, but not matched any request, {address:word}",
    logged_by="NettyRemotingAbstract.processResponseCommand, 4.8.0 to 5.1.4",
    seen="H-4.8.0-bfail:broker-a-1/logs/rocketmqlogs/remoting.log:126",
)
LATE_ANSWER_WITH_COMMAND = Statement(
    event="late_answer",
    template="receive response, cmd={_}, but not matched any request, address={address:word}, channelId={channel_id:word}",
    logged_by="NettyRemotingAbstract.processResponseCommand, 5.3.1 to 5.3.3",
    seen="H-5.3.3-cfreeze:consumer/logs/rocketmqlogs/rocketmq_client.log:98",
)
REQUEST_DROPPED = Statement(
    template="remove timeout request, ResponseFuture [{_:rest}]",
    logged_by="NettyRemotingAbstract.scanResponseTable, 4.8.0 to 5.3.3",
    seen="H-5.3.3-cfreeze:consumer/logs/rocketmqlogs/rocketmq_client.log:71",
)
LATE_ANSWER_WITHOUT_ID = Statement(
    event="late_answer",
    template="receive response, cmd={_}, but not matched any request, address={address:word}",
    logged_by="NettyRemotingAbstract.processResponseCommand, 5.2.0 to 5.3.0",
)
