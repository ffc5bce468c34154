"""The remoting client's instance: MQClientInstance and MQClientManager."""

from forensics.statements.template import Statement

USER_SPECIFIED_NAME_SERVER = Statement(
    template="user specified name server address: {_}",
    logged_by="MQClientInstance.onChannelActive, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:client/logs/rocketmq_client.log:4",
)
SCHEDULED_TASK_FETCH_NAME = Statement(
    template="ScheduledTask fetchNameServerAddr exception",
    logged_by="MQClientInstance.startScheduledTask, 4.8.0 to 5.3.3",
    throws=True,
)
SCHEDULED_TASK_SEND_HEARTBEAT = Statement(
    template="ScheduledTask sendHeartbeatToAllBroker exception",
    logged_by="MQClientInstance.startScheduledTask, 4.8.0 to 5.3.3",
    throws=True,
)
SCHEDULED_TASK_PERSIST_ALL = Statement(
    template="ScheduledTask persistAllConsumerOffset exception",
    logged_by="MQClientInstance.startScheduledTask, 4.8.0 to 5.3.3",
    throws=True,
)
SCHEDULED_TASK_ADJUST_THREAD = Statement(
    template="ScheduledTask adjustThreadPool exception",
    logged_by="MQClientInstance.startScheduledTask, 4.8.0 to 5.3.3",
    throws=True,
)
ADDRESS_DROPPED = Statement(
    event="client_broker_dropped",
    template="the broker addr[{broker} {address:word}] is offline, remove it",
    logged_by="MQClientInstance.cleanOfflineBroker, 4.8.0 to 5.3.3",
    seen="C-5.3.0-dead-default:client/logs/rocketmq_client.log:99",
)
BROKER_DROPPED = Statement(
    event="client_broker_dropped",
    template="the broker[{broker}] name's host is offline, remove it",
    logged_by="MQClientInstance.cleanOfflineBroker, 4.8.0 to 5.3.3",
    seen="C-5.3.0-dead-default:client/logs/rocketmq_client.log:101",
)
CLEAN_OFFLINE_BROKER_FAILED = Statement(
    template="cleanOfflineBroker Exception",
    logged_by="MQClientInstance.cleanOfflineBroker, 4.8.0 to 5.3.3",
    throws=True,
)
SEND_HEARTBEAT_ALL_BROKER = Statement(
    template="sendHeartbeatToAllBroker exception",
    logged_by="MQClientInstance.sendHeartbeatToBroker, 4.8.0 to 5.3.3",
    throws=True,
)
LOCK_HEART_BEAT_BUT = Statement(
    template="lock heartBeat, but failed. [{_}]",
    logged_by="MQClientInstance.sendHeartbeatToBroker, 4.8.0 to 5.3.3",
    seen="H-4.8.0-bfail:consumer/logs/rocketmqlogs/rocketmq_client.log:58",
)
SENDING_HEARTBEAT_BUT_NO = Statement(
    template="sending heartbeat, but no consumer and no producer. [{_}]",
    logged_by="MQClientInstance.sendHeartbeatToAllBroker, 4.8.0 to 5.3.3",
    seen="S-5.3.1-s2:admin/logs/rocketmqlogs/tools_default.log:30",
)
UPLOAD_FILTER_CLASS_ALL = Statement(
    template="uploadFilterClassToAllFilterServer Exception",
    logged_by="MQClientInstance.uploadFilterClassToAllFilterServer, 4.8.0 to 5.1.0",
    throws=True,
)
UPDATE_TOPIC_ROUTE_INFO = Statement(
    template="updateTopicRouteInfoFromNameServer, getTopicRouteInfoFromNameServer return null, Topic: {_}. [{_}]",
    logged_by="MQClientInstance.updateTopicRouteInfoFromNameServer, 4.8.0 to 5.3.3",
)
UPDATE_TOPIC_ROUTE_INFO_NAME = Statement(
    template="updateTopicRouteInfoFromNameServer tryLock timeout {_}ms. [{_}]",
    logged_by="MQClientInstance.updateTopicRouteInfoFromNameServer, 4.8.0 to 5.3.3",
)
UPLOAD_FILTER_CLASS_ALL_FILTER = Statement(
    template="uploadFilterClassToAllFilterServer Exception, ClassName: {_} {_}",
    logged_by="MQClientInstance.uploadFilterClassToAllFilterServer, 4.8.0 to 5.1.0",
)
REGISTER_MESSAGE_CLASS_FILTER = Statement(
    template="register message class filter to {_} OK, ConsumerGroup: {_} Topic: {_} ClassName: {_}",
    logged_by="MQClientInstance.uploadFilterClassToAllFilterServer, 4.8.0 to 5.1.0",
)
REGISTER_MESSAGE_CLASS_FILTER_FAILED = Statement(
    template="register message class filter failed, because no filter server, ConsumerGroup: {_} Topic: {_} ClassName: {_}",
    logged_by="MQClientInstance.uploadFilterClassToAllFilterServer, 4.8.0 to 5.1.0",
)
CONSUMER_GROUP_EXIST_ALREADY = Statement(
    template="the consumer group[{_}] exist already.",
    logged_by="MQClientInstance.registerConsumer, 4.8.0 to 5.3.3",
)
UNREGISTER_CLIENT_FAILED = Statement(
    template="unregisterClient exception",
    logged_by="MQClientInstance.unregisterClientWithLock, 4.8.0 to 4.9.0",
    throws=True,
)
UNREGISTER_CLIENT_LOCK_FAILED = Statement(
    template="unregisterClientWithLock exception",
    logged_by="MQClientInstance.unregisterClientWithLock, 4.8.0 to 4.9.0",
    throws=True,
)
UNREGISTER_CLIENT_PRODUCER_CONSUMER = Statement(
    event="unregistered",
    template="unregister client[Producer: {_:word} Consumer: {_:word}] from broker[{broker:word} {_:int} {address:word}] success",
    logged_by="MQClientInstance.unregisterClient, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:client/logs/rocketmq_client.log:39",
)
UNREGISTER_CLIENT_EXCEPTION_BROKER = Statement(
    template="unregister client exception from broker: {_}",
    logged_by="MQClientInstance.unregisterClient, 4.8.0 to 4.9.2",
    throws=True,
)
PRODUCER_GROUP_EXIST_ALREADY = Statement(
    template="the producer group[{_}] exist already.",
    logged_by="MQClientInstance.registerProducer, 4.8.0 to 5.3.3",
)
ADMIN_GROUP_EXIST_ALREADY = Statement(
    template="the admin group[{_}] exist already.",
    logged_by="MQClientInstance.registerAdminExt, 4.8.0 to 5.3.3",
)
DO_REBALANCE_FAILED = Statement(
    template="doRebalance exception",
    logged_by="MQClientInstance.doRebalance, 4.8.0 to 5.2.0",
    throws=True,
)
GET_CONSUMER_ID_LIST = Statement(
    template="getConsumerIdListByGroup exception, {_} {_}",
    logged_by="MQClientInstance.findConsumerIdList, 4.8.0 to 5.3.3",
    seen="H-4.8.0-bfail:consumer/logs/rocketmqlogs/rocketmq_client.log:105",
    throws=True,
)
RESET_OFFSET_CONSUMER_DOSE = Statement(
    template="[reset-offset] consumer dose not exist. group={_}",
    logged_by="MQClientInstance.resetOffset, 4.8.0 to 5.3.1",
)
RESET_OFFSET_FAILED_GROUP = Statement(
    template="reset offset failed. group={_}, {_}",
    logged_by="MQClientInstance.resetOffset, 4.8.0 to 5.3.3",
    throws=True,
)
UNREGISTER_CLIENT_REMOTING_EXCEPTION = Statement(
    template="unregister client RemotingException from broker: {_}, {_}",
    logged_by="MQClientInstance.unregisterClient, 4.9.3 to 5.3.3",
)
UNREGISTER_CLIENT_INTERRUPTED_EXCEPTION = Statement(
    template="unregister client InterruptedException from broker: {_}, {_}",
    logged_by="MQClientInstance.unregisterClient, 4.9.3 to 5.3.3",
)
UNREGISTER_CLIENT_MQBROKER_EXCEPTION = Statement(
    event="unregister_refused",
    template="unregister client MQBrokerException from broker: {address:word}, CODE: {response_code:int}  DESC: {status_text}",
    logged_by="MQClientInstance.unregisterClient, 4.9.3 to 5.3.3",
    seen="K-5.2.0-unregister:producer/logs/rocketmqlogs/rocketmq_client.log:36",
)
SEND_HEARTBEAT_ALL_BROKER_LOCK = Statement(
    template="sendHeartbeatToAllBrokerWithLockV2 exception",
    logged_by="MQClientInstance.sendHeartbeatToAllBrokerWithLockV2, 5.1.3 to 5.3.3",
    throws=True,
)
SEND_HEARTBEAT_ALL_BROKER_LOCK_LOCK = Statement(
    template="sendHeartbeatToAllBrokerWithLockV2 lock heartBeat, but failed.",
    logged_by="MQClientInstance.sendHeartbeatToAllBrokerWithLockV2, 5.1.3 to 5.3.3",
    seen="N-5.3.1-push:proxyA/logs/rocketmqlogs/broker_default.log:34",
)
SEND_HEARTBEAT_ALL_BROKER_SENDING = Statement(
    template="sendHeartbeatToAllBrokerV2 sending heartbeat, but no consumer and no producer. [{_}]",
    logged_by="MQClientInstance.sendHeartbeatToAllBrokerV2, 5.1.3 to 5.3.3",
)
SEND_HEARTBEAT_ALL_BROKER_SIMPLE = Statement(
    template="sendHeartbeatToAllBrokerV2 simple brokerName: {_} subChange: {_} brokerAddrHeartbeatFingerprintTable: {_}",
    logged_by="MQClientInstance.sendHeartbeatToBrokerV2, 5.1.3 to 5.3.3",
)
SEND_HEARTBEAT_ALL_BROKER_NORMAL = Statement(
    template="sendHeartbeatToAllBrokerV2 normal brokerName: {_} subChange: {_} brokerAddrHeartbeatFingerprintTable: {_}",
    logged_by="MQClientInstance.sendHeartbeatToBrokerV2, 5.1.3 to 5.3.3",
)
SEND_HEARTBEAT_BROKER_SENDING = Statement(
    template="sendHeartbeatToBroker sending heartbeat, but no consumer and no producer. [{_}]",
    logged_by="MQClientInstance.sendHeartbeatToBroker, 5.2.0 to 5.3.3",
)
DO_REBALANCE_CONSUMER_GROUP = Statement(
    template="doRebalance for consumer group [{_}] exception",
    logged_by="MQClientInstance.doRebalance, 5.3.0 to 5.3.3",
    throws=True,
)
RESET_OFFSET_CONSUMER_NOT = Statement(
    template="[reset-offset] consumer does not exist. group={_}",
    logged_by="MQClientInstance.resetOffset, 5.3.2 to 5.3.3",
)
RETURNED_PREVIOUS_MQCLIENT_INSTANCE = Statement(
    template="Returned Previous MQClientInstance for clientId:[{_}]",
    logged_by="MQClientManager.getOrCreateMQClientInstance, 4.8.0 to 5.3.3",
)
CREATED_NEW_MQCLIENT_INSTANCE = Statement(
    template="Created new MQClientInstance for clientId:[{_}]",
    logged_by="MQClientManager.getOrCreateMQClientInstance, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:client/logs/rocketmq_client.log:6",
)
RETURNED_PREVIOUS_PRODUCE_ACCUMULATOR = Statement(
    template="Returned Previous ProduceAccumulator for clientId:[{_}]",
    logged_by="MQClientManager.getOrCreateProduceAccumulator, 5.1.4 to 5.3.3",
)
CREATED_NEW_PRODUCE_ACCUMULATOR = Statement(
    template="Created new ProduceAccumulator for clientId:[{_}]",
    logged_by="MQClientManager.getOrCreateProduceAccumulator, 5.1.4 to 5.3.3",
    seen="C-5.2.0-loop-default:client/logs/rocketmq_client.log:1",
)
