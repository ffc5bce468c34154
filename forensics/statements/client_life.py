"""The remoting client's life and names: MQClientInstance, MQClientManager, producers and consumers."""

from forensics.statements.template import Statement

INSTANCE = Statement(
    event="client_instance",
    template="Created a new client Instance, InstanceIndex:{instance_index:int}, ClientID:{client_id}, ClientConfig:{config}, "
    "ClientVersion:{client_version:word}, SerializerType:{_:word}",
    logged_by="MQClientInstance.<init>, 4.8.0 to 5.3.3",
    seen="S-5.3.1-s1:consumer/logs/rocketmqlogs/rocketmq_client.log:6",
)
STARTED = Statement(
    event="client_started",
    template="the client factory [{client_id}] start OK",
    logged_by="MQClientInstance.start, 4.8.0 to 5.3.3",
    seen="S-5.3.1-s1:consumer/logs/rocketmqlogs/rocketmq_client.log:18",
)
STOPPED = Statement(
    event="client_stopped",
    template="the client factory [{client_id}] shutdown OK",
    logged_by="MQClientInstance.shutdown, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:client/logs/rocketmq_client.log:66",
)
CONSUMER_STARTED = Statement(
    event="client_group",
    template="the consumer [{group}] start OK.",
    logged_by="DefaultMQPushConsumerImpl.start, 4.8.0 to 5.3.3",
    seen="S-5.3.1-s1:consumer/logs/rocketmqlogs/rocketmq_client.log:19",
)
PRODUCER_STARTED = Statement(
    event="client_group",
    template="the producer [{group}] start OK. sendMessageWithVIPChannel={_:bool}",
    logged_by="DefaultMQProducerImpl.start, 4.8.0 to 5.3.3",
    seen="S-5.3.1-s1:consumer/logs/rocketmqlogs/rocketmq_client.log:17",
)
REBALANCE_VERSION = Statement(
    event="client_clock",
    template="{topic} Rebalance changed, also update version: {_:int}, {now_ms:int}",
    logged_by="RebalancePushImpl.messageQueueChanged, 4.8.0 to 5.3.3",
    seen="H-4.8.0-bfail:consumer/logs/rocketmqlogs/rocketmq_client.log:83",
    clock="now_ms",
)
DISCARDED = Statement(
    event="lines_discarded",
    template="Discarded {_:word} messages due to full event buffer including: {_:rest}",
    logged_by="LoggingBuilder.AsyncAppender, 4.8.0 to 5.0.0: before its next lines",
)
HEARTBEAT = Statement(
    event="client_heartbeat",
    template="send heart beat to broker[{broker} {broker_id:int} {address:word}] success",
    logged_by="MQClientInstance.sendHeartbeatToAllBroker, 4.8.0 to 5.3.3: every 20th",
    seen="S-5.3.1-s1:consumer/logs/rocketmqlogs/rocketmq_client.log:34",
)
HEARTBEAT_DATA = Statement(
    template="HeartbeatData [clientID={_}, producerDataSet={_}, consumerDataSet={_}]",
    logged_by="MQClientInstance.sendHeartbeatToAllBroker, 4.8.0 to 5.3.3",
    seen="S-5.3.1-s1:consumer/logs/rocketmqlogs/rocketmq_client.log:35",
)
PERSISTED = Statement(
    template="[persistAll] Group: {_} ClientId: {_} updateConsumeOffsetToBroker {_} {_:int}",
    logged_by="RemoteBrokerOffsetStore.persistAll, 4.8.0 to 5.3.3",
    seen="H-4.8.0-bfail:consumer/logs/rocketmqlogs/rocketmq_client.log:89",
)
