"""Requests of the remoting client that fail: producers, push consumers, heartbeats."""

from forensics.statements.template import Statement

PULL_FAILED = Statement(
    event="pull_failed",
    template="execute the pull request exception, group={group}, messageQueue={queue:queue}",
    logged_by="DefaultMQPushConsumerImpl.pullMessage, 5.2.0 to 5.3.3",
    seen="H-5.3.3-cfreeze:consumer/logs/rocketmqlogs/rocketmq_client.log:76",
    throws=True,
)
PULL_FAILED_OLD = Statement(
    event="pull_failed",
    template="execute the pull request exception",
    logged_by="DefaultMQPushConsumerImpl.pullMessage, 4.8.0 to 5.1.4: names no queue",
    seen="H-4.8.0-bfail:consumer/logs/rocketmqlogs/rocketmq_client.log:150",
    throws=True,
)
SEND_FAILED = Statement(
    event="send_failed",
    template="sendKernelImpl exception, resend at once, InvokeID: {_:int}, RT: {_:int}ms, Broker: {queue:queue}",
    logged_by="DefaultMQProducerImpl.sendDefaultImpl, 4.8.0 to 5.0.0 and 5.3.0 to 5.3.3",
    seen="H-4.8.0-bfail:producer/logs/rocketmqlogs/rocketmq_client.log:44",
    throws=True,
)
SEND_FAILED_FOR_GOOD = Statement(
    event="send_failed",
    template="sendKernelImpl exception, throw exception, InvokeID: {_:int}, RT: {_:int}ms, Broker: {queue:queue}",
    logged_by="DefaultMQProducerImpl.sendDefaultImpl, 4.8.0 to 5.0.0 and 5.3.0 to 5.3.3",
    throws=True,
)
SEND_FAILED_UNFILLED = Statement(
    event="send_failed",
    template="sendKernelImpl exception, resend at once, InvokeID: %s, RT: %sms, Broker: %s",
    logged_by="DefaultMQProducerImpl.sendDefaultImpl, 5.1.0 to 5.2.0: its values are never filled in",
    throws=True,
)
SEND_FAILED_FOR_GOOD_UNFILLED = Statement(
    event="send_failed",
    template="sendKernelImpl exception, throw exception, InvokeID: %s, RT: %sms, Broker: %s",
    logged_by="DefaultMQProducerImpl.sendDefaultImpl, 5.1.0 to 5.2.0: its values are never filled in",
    throws=True,
)
SEND_INTERRUPTED_OLD = Statement(
    event="send_failed",
    template="sendKernelImpl exception",
    logged_by="DefaultMQProducerImpl.sendDefaultImpl, 4.8.0 to 4.9.3",
    throws=True,
)
HEARTBEAT_FAILED = Statement(
    event="heartbeat_failed",
    template="send heart beat to broker[{broker} {broker_id:int} {address:word}] failed",
    logged_by="MQClientInstance.sendHeartbeatToBroker, 4.8.0 to 5.3.3",
    seen="C-5.3.0-dead-default:client/logs/rocketmq_client.log:66",
    throws=True,
)
HEARTBEAT_FAILED_DOWN = Statement(
    event="heartbeat_failed",
    template="send heart beat to broker[{broker} {broker_id:int} {address:word}] exception, because the broker not up, forget it",
    logged_by="MQClientInstance.sendHeartbeatToBroker, 4.8.0 to 5.3.3: the broker is in no cached route",
    throws=True,
)
HEARTBEAT_V2_FAILED = Statement(
    event="heartbeat_failed",
    template="sendHeartbeatToAllBrokerV2 send heart beat to broker[{broker} {broker_id:int} {address:word}] failed",
    logged_by="MQClientInstance.sendHeartbeatToBrokerV2, 5.1.3 to 5.3.3",
    throws=True,
)
HEARTBEAT_V2_FAILED_DOWN = Statement(
    event="heartbeat_failed",
    template="sendHeartbeatToAllBrokerV2 send heart beat to broker[{broker} {broker_id:int} {address:word}] exception, "
    "because the broker not up, forget it",
    logged_by="MQClientInstance.sendHeartbeatToBrokerV2, 5.1.3 to 5.3.3: the broker is in no cached route",
    throws=True,
)
IDLE = Statement(
    event="client_idle",
    template="NETTY CLIENT PIPELINE: IDLE exception channel[addr={address:word}, id={channel_id:word}]",
    logged_by="NettyRemotingClient.NettyConnectManageHandler.userEventTriggered, 5.3.1 to 5.3.3",
    seen="C-5.3.1-loop-default:namesrv/logs/namesrv.log:128",
)
IDLE_PLAIN = Statement(
    event="client_idle",
    template="NETTY CLIENT PIPELINE: IDLE exception [{address:word}]",
    logged_by="NettyRemotingClient.NettyConnectManageHandler.userEventTriggered, 4.8.0 to 5.3.0",
    seen="C-5.2.0-loop-default:namesrv/logs/namesrv.log:126",
)
