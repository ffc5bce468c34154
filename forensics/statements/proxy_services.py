"""Services behind a proxy's clients: HeartbeatSyncer, routes, metadata, transactions, the local broker."""

from forensics.statements.template import Statement

KIND = "proxy"

HEARTBEAT_REGISTER_BROADCAST_FAILED = Statement(
    template="heartbeat register broadcast failed. group:{_}, clientChannelInfo:{_}, consumeType:{_}, messageModel:{_}, "
    "consumeFromWhere:{_}, subList:{_}",
    logged_by="HeartbeatSyncer.onConsumerRegister, 5.1.0 to 5.3.3",
    throws=True,
)
HEARTBEAT_SUBMIT_REGISTER_BROADCAST = Statement(
    template="heartbeat submit register broadcast failed. group:{_}, clientChannelInfo:{_}, consumeType:{_}, messageModel:{_}, "
    "consumeFromWhere:{_}, subList:{_}",
    logged_by="HeartbeatSyncer.onConsumerRegister, 5.1.0 to 5.3.3",
    throws=True,
)
HEARTBEAT_UNREGISTER_BROADCAST_FAILED = Statement(
    template="heartbeat unregister broadcast failed. group:{_}, clientChannelInfo:{_}, consumeType:{_}",
    logged_by="HeartbeatSyncer.onConsumerUnRegister, 5.1.0 to 5.3.3",
)
HEARTBEAT_SUBMIT_UNREGISTER_BROADCAST = Statement(
    template="heartbeat submit unregister broadcast failed. group:{_}, clientChannelInfo:{_}, consumeType:{_}",
    logged_by="HeartbeatSyncer.onConsumerUnRegister, 5.1.0 to 5.3.3",
)
HEARTBEAT_CONSUME_MESSAGE_FAILED = Statement(
    template="heartbeat consume message failed. msg:{_}, data:{_}",
    logged_by="HeartbeatSyncer.consumeMessage, 5.1.0 to 5.3.3",
    throws=True,
)
SEND_SYSTEM_MESSAGE_FAILED = Statement(
    template="send system message failed. data: {_}, topic: {_}",
    logged_by="AbstractSystemMessageSyncer.sendSystemMessage, 5.1.0 to 5.3.3",
    throws=True,
)
SEND_SYSTEM_MESSAGE_FAILED_DATA = Statement(
    template="send system message failed. data: {_}, topic: {_}, sendResult:{_}",
    logged_by="AbstractSystemMessageSyncer.sendSystemMessage, 5.1.0 to 5.3.3",
)
LOAD_TOPIC_ROUTE_NAMESRV = Statement(
    template="load topic route from namesrv. topic: {_}, queue: {_}",
    logged_by="TopicRouteService, INFO 5.0.0 to 5.1.3, DEBUG 5.1.4 to 5.3.3",
)
LOAD_TOPIC_ROUTE_NAMESRV_FAILED = Statement(
    template="load topic route from namesrv failed. topic:{_}",
    logged_by="TopicRouteService.onErr, 5.0.0 to 5.1.3",
    throws=True,
)
RELOAD_TOPIC_ROUTE_NAMESRV = Statement(
    template="reload topic route from namesrv. topic: {_}",
    logged_by="TopicRouteService.TopicRouteService, 5.1.0 to 5.3.3",
    throws=True,
)
LOAD_SUBSCRIPTION_CONFIG_FAILED = Statement(
    template="load subscription config failed. consumerGroup:{_}",
    logged_by="ClusterMetadataService.onErr, 5.0.0 to 5.3.3",
    throws=True,
)
LOAD_TOPIC_CONFIG_FAILED = Statement(
    template="load topic config failed. topic:{_}",
    logged_by="ClusterMetadataService.onErr, 5.0.0 to 5.3.3",
    throws=True,
)
LOAD_USER_FAILED_USERNAME = Statement(
    template="load user failed. username:{_}",
    logged_by="ClusterMetadataService.onErr, 5.3.0 to 5.3.3",
    throws=True,
)
ADD_PRODUCER_GROUP_ERR = Statement(
    template="add producer group err in txHeartBeat. groupId: {_}, err: {_}",
    logged_by="ClusterTransactionService.addTransactionSubscription, 5.0.0 to 5.3.3",
)
GET_CLUSTER_DATA_FAILED = Statement(
    template="get cluster data failed in txHeartBeat. topic: {_}, err: {_}",
    logged_by="ClusterTransactionService.getClusterDataFromTopic, 5.0.0 to 5.3.3",
)
SEND_TRANSACTION_HEARTBEAT_BROKER = Statement(
    template="Send transactionHeartbeat to broker err. brokerAddr: {_}",
    logged_by="ClusterTransactionService.sendHeartBeatToCluster, 5.0.0 to 5.3.3",
    throws=True,
)
GET_BROKER_ADD_CLUSTER = Statement(
    template="get broker add in cluster failed in tx. clusterName: {_}",
    logged_by="ClusterTransactionService.sendHeartBeatToCluster, 5.0.0 to 5.3.3",
    throws=True,
)
FAILED_PROCESS_SEND_MESSAGE = Statement(
    template="Failed to process sendMessage command",
    logged_by="LocalMessageService.sendMessage, 5.0.0 to 5.3.3",
    throws=True,
)
FAIL_PROCESS_SEND_MESSAGE = Statement(
    template="Fail to process sendMessageBack command",
    logged_by="LocalMessageService.sendMessageBack, 5.0.0 to 5.3.3",
    throws=True,
)
FAILED_PROCESS_POP_MESSAGE = Statement(
    template="Failed to process popMessage command",
    logged_by="LocalMessageService.popMessage, 5.0.0 to 5.3.3",
    throws=True,
)
QUEUE_OFFSET_MSG_STRANGE = Statement(
    template="Queue offset [{_}] of msg is strange, not equal to the stored in msg, {_}",
    logged_by="LocalMessageService.popMessage, 5.0.0 to 5.3.3",
)
FAIL_PROCESS_CHANGE_INVISIBLE = Statement(
    template="Fail to process changeInvisibleTime command",
    logged_by="LocalMessageService.changeInvisibleTime, 5.0.0 to 5.3.3",
    throws=True,
)
FAIL_PROCESS_ACK_MESSAGE = Statement(
    template="Fail to process ackMessage command",
    logged_by="LocalMessageService.ackMessage, 5.0.0 to 5.3.3",
    throws=True,
)
FAIL_PROCESS_BATCH_ACK = Statement(
    template="Fail to process batchAckMessage command",
    logged_by="LocalMessageService.batchAckMessage, 5.1.4 to 5.3.3",
    throws=True,
)
FAIL_PROCESS_RECALL_MESSAGE = Statement(
    template="Fail to process recallMessage command",
    logged_by="LocalMessageService.recallMessage, 5.3.2 to 5.3.3",
    throws=True,
)
GET_CUR_TOPIC_ROUTE = Statement(
    template="get cur topic route {_} failed.",
    logged_by="DefaultAdminService.createTopicOnTopicBrokerIfNotExist, 5.1.0 to 5.3.3",
    throws=True,
)
CREATE_TOPIC_FAILED = Statement(
    template="create topic {_} failed.",
    logged_by="DefaultAdminService.createTopicOnTopicBrokerIfNotExist, 5.1.0 to 5.3.3",
    throws=True,
)
CREATE_TOPIC_BROKER_FAILED = Statement(
    template="create topic on broker failed. topic:{_}, broker:{_}",
    logged_by="DefaultAdminService.createTopicOnBroker, 5.1.0 to 5.3.3",
    throws=True,
)
CLIENT_ID_UNEXPECTED_NULL = Statement(
    template="ClientId is unexpected null or empty",
    logged_by="ChannelManager.createInvocationChannel, 5.0.0 to 5.3.3",
)
UNEXPECTED_FAILED = Statement(
    template="Unexpected exception",
    logged_by="ChannelManager.scanAndCleanChannels, 5.0.0 to 5.3.3",
    throws=True,
)
AUTHENTICATE_FAILED_REQUEST = Statement(
    template="authenticate failed, request:{_}",
    logged_by="AuthenticationPipeline.execute, 5.3.0 to 5.3.3",
    throws=True,
)
AUTHORIZE_FAILED_REQUEST = Statement(
    template="authorize failed, request:{_}",
    logged_by="AuthorizationPipeline.execute, 5.3.0 to 5.3.3",
    throws=True,
)
PARSE_DELAY_LEVEL_FAILED = Statement(
    template="parse delay level failed. messageDelayLevel:{_}",
    logged_by="ProxyConfig.parseDelayLevel, 5.0.0 to 5.3.3",
    throws=True,
)
