"""Requests of administrators about offsets, statistics, configuration and roles: AdminBrokerProcessor."""

from forensics.statements.template import Statement

UPDATE_BROKER_CONFIG_CALLED = Statement(
    template="updateBrokerConfig called by {_}",
    logged_by="AdminBrokerProcessor.updateBrokerConfig, 4.8.0 to 4.9.8",
)
UPDATE_BROKER_CONFIG_NEW = Statement(
    template="updateBrokerConfig, new config: [{_}] client: {_} ",
    logged_by="AdminBrokerProcessor.updateBrokerConfig, 4.8.0 to 5.3.3",
    seen="S-5.3.1-noperm:broker-a-0/logs/rocketmqlogs/broker.log:348",
)
STRING_PROPERTIES_FAILED = Statement(
    template="string2Properties error",
    logged_by="AdminBrokerProcessor.updateBrokerConfig, 4.8.0 to 5.3.3",
)
CONSUME_STATS_TOPIC_CONFIG = Statement(
    template="consumeStats, topic config not exist, {_}",
    logged_by="AdminBrokerProcessor.fetchAllConsumeStatsInBroker, 4.8.0 to 4.9.8",
)
CONSUME_STATS_CONSUMER_GROUP = Statement(
    template="consumeStats, the consumer group[{_}], topic[{_}] not exist",
    logged_by="AdminBrokerProcessor.fetchAllConsumeStatsInBroker, 4.8.0 to 4.9.8",
)
GET_ALL_CONSUMER_OFFSET = Statement(
    template="get all consumer offset from master error.",
    logged_by="AdminBrokerProcessor.getAllConsumerOffset, 4.8.0 to 5.3.3",
    throws=True,
)
NO_CONSUMER_OFFSET_BROKER = Statement(
    template="No consumer offset in this broker, client: {_} ",
    logged_by="AdminBrokerProcessor.getAllConsumerOffset, 4.8.0 to 5.3.3",
)
DELAY_OFFSET_NOT_SUPPORTED = Statement(
    template="Delay offset not supported in this messagetore, client: {_} ",
    logged_by="AdminBrokerProcessor.getAllDelayOffset, 4.8.0 to 4.9.8",
)
GET_ALL_DELAY_OFFSET = Statement(
    template="Get all delay offset from master error.",
    logged_by="AdminBrokerProcessor.getAllDelayOffset, 4.8.0 to 4.9.8",
    throws=True,
)
NO_DELAY_OFFSET_BROKER = Statement(
    template="No delay offset in this broker, client: {_} ",
    logged_by="AdminBrokerProcessor.getAllDelayOffset, 4.8.0 to 4.9.8",
)
OFFSET_RESET = Statement(
    event="offset_reset",
    template="[reset-offset] reset offset started by {address:word}. topic={topic}, group={group}, timestamp={_:int}, "
    "isForce={_:bool}",
    logged_by="AdminBrokerProcessor.resetOffset, 4.8.0 to 5.3.3",
)
GET_CONSUMER_STATUS_GET = Statement(
    template="[get-consumer-status] get consumer status by {_}. topic={_}, group={_}",
    logged_by="AdminBrokerProcessor.getConsumerStatus, 4.8.0 to 5.3.3",
)
INVOKE_CLEAN_EXPIRED_CONSUME = Statement(
    template="invoke cleanExpiredConsumeQueue start.",
    logged_by="AdminBrokerProcessor.cleanExpiredConsumeQueue, 4.8.0 to 4.9.8",
)
INVOKE_CLEAN_EXPIRED_CONSUME_QUEUE = Statement(
    template="invoke cleanExpiredConsumeQueue end.",
    logged_by="AdminBrokerProcessor.cleanExpiredConsumeQueue, 4.8.0 to 4.9.8",
)
PUT_MESSAGE_BACK_RMQ = Statement(
    template="Put message back to RMQ_SYS_TRANS_HALF_TOPIC. real topic={_}",
    logged_by="AdminBrokerProcessor.resumeCheckHalfMessage, 4.8.0 to 5.3.3",
)
PUT_MESSAGE_BACK_RMQ_SYS = Statement(
    template="Put message back to RMQ_SYS_TRANS_HALF_TOPIC failed.",
    logged_by="AdminBrokerProcessor.resumeCheckHalfMessage, 4.8.0 to 5.3.3",
)
EXCEPTION_THROWN_PUTTING_MESSAGE = Statement(
    template="Exception was thrown when putting message back to RMQ_SYS_TRANS_HALF_TOPIC.",
    logged_by="AdminBrokerProcessor.resumeCheckHalfMessage, 4.8.0 to 5.3.3",
)
INVOKE_DELETE_EXPIRED_COMMIT = Statement(
    template="invoke deleteExpiredCommitLog start.",
    logged_by="AdminBrokerProcessor.deleteExpiredCommitLog, 4.9.4 to 5.3.3",
)
INVOKE_DELETE_EXPIRED_COMMIT_LOG = Statement(
    template="invoke deleteExpiredCommitLog end.",
    logged_by="AdminBrokerProcessor.deleteExpiredCommitLog, 4.9.4 to 5.3.3",
)
CHECKPOINT_NULL_CALLER = Statement(
    template="AdminBrokerProcessor#getTimerCheckPoint: checkpoint is null, caller={_}",
    logged_by="AdminBrokerProcessor.getTimerCheckPoint, 5.0.0 to 5.3.3",
)
TIMER_MESSAGE_STORE_NULL = Statement(
    template="The timer message store is null, client: {_}",
    logged_by="AdminBrokerProcessor.getTimerMetrics, 5.0.0 to 5.3.3",
)
BROKER_RECEIVE_REQUEST_UPDATE_CONFIG = Statement(
    template="Broker receive request to update config, caller address={_}",
    logged_by="AdminBrokerProcessor.updateBrokerConfig, 5.0.0 to 5.3.3",
    seen="S-5.3.1-noperm:broker-a-0/logs/rocketmqlogs/broker.log:347",
)
UPDATE_CONFIG_FAILED = Statement(
    template="AdminBrokerProcessor#updateBrokerConfig: unexpected error, caller={_}",
    logged_by="AdminBrokerProcessor.updateBrokerConfig, 5.0.0 to 5.3.3",
    throws=True,
)
GET_CONFIG_FAILED = Statement(
    template="AdminBrokerProcessor#getBrokerConfig: unexpected error, caller={_}",
    logged_by="AdminBrokerProcessor.getBrokerConfig, 5.0.0 to 5.3.3",
    throws=True,
)
LOCK_BATCH_MQASYNC_FAILED = Statement(
    template="lockBatchMQAsync on {_} failed, {_}",
    logged_by="AdminBrokerProcessor.onException, 5.0.0 to 5.3.3",
)
LOCK_BATCH_MQ_EXCEPTION = Statement(
    template="lockBatchMQ exception on {_}, {_}",
    logged_by="AdminBrokerProcessor.onException, 5.0.0 to 5.3.3",
)
UNLOCK_BATCH_MQ_EXCEPTION = Statement(
    template="unlockBatchMQ exception on {_}, {_}",
    logged_by="AdminBrokerProcessor.onException, 5.0.0 to 5.3.3",
)
CONSUMER_GROUP_TOPIC_QUEUE = Statement(
    template="AdminBrokerProcessor#initConsumerOffset: consumerGroup={_}, topic={_}, queueId={_}, offset={_}",
    logged_by="AdminBrokerProcessor.initConsumerOffset, 5.0.0 to 5.3.3",
)
TOPIC_CONFIG_NOT_EXIST = Statement(
    template="AdminBrokerProcessor#getConsumeStats: topic config does not exist, topic={_}",
    logged_by="AdminBrokerProcessor.getConsumeStats, 5.0.0 to 5.3.3",
)
GET_DELAY_OFFSETS_FAILED = Statement(
    template="AdminBrokerProcessor#getAllDelayOffset: unexpected error, caller={_}.",
    logged_by="AdminBrokerProcessor.getAllDelayOffset, 5.0.0 to 5.3.3",
    throws=True,
)
NO_DELAY_OFFSET_BROKER_CALLER = Statement(
    template="AdminBrokerProcessor#getAllDelayOffset: no delay offset in this broker, caller={_}",
    logged_by="AdminBrokerProcessor.getAllDelayOffset, 5.0.0 to 5.3.3",
)
GET_ALL_MESSAGE_REQUEST = Statement(
    template="get all message request mode from master error.",
    logged_by="AdminBrokerProcessor.getAllMessageRequestMode, 5.0.0 to 5.3.3",
    throws=True,
)
NO_MESSAGE_REQUEST_MODE = Statement(
    template="No message request mode in this broker, client: {_} ",
    logged_by="AdminBrokerProcessor.getAllMessageRequestMode, 5.0.0 to 5.3.3",
)
CLEAN_QUEUES_START = Statement(
    template="AdminBrokerProcessor#cleanExpiredConsumeQueue: start.",
    logged_by="AdminBrokerProcessor.cleanExpiredConsumeQueue, 5.0.0 to 5.3.3",
)
CLEAN_QUEUES_END = Statement(
    template="AdminBrokerProcessor#cleanExpiredConsumeQueue: end.",
    logged_by="AdminBrokerProcessor.cleanExpiredConsumeQueue, 5.0.0 to 5.3.3",
)
TOPIC_CONFIG_NOT_EXIST_TOPIC = Statement(
    template="AdminBrokerProcessor#fetchAllConsumeStatsInBroker: topic config does not exist, topic={_}",
    logged_by="AdminBrokerProcessor.fetchAllConsumeStatsInBroker, 5.0.0 to 5.3.3",
)
TOPIC_NOT_EXIST_CONSUMER_GROUPS_SUBSCRIPTION = Statement(
    template="AdminBrokerProcessor#fetchAllConsumeStatsInBroker: topic does not exist in consumer group's subscription, "
    "topic={_}, consumer group={_}",
    logged_by="AdminBrokerProcessor.fetchAllConsumeStatsInBroker, 5.0.0 to 5.3.3",
)
MIN_BROKER_NOTIFIED = Statement(
    event="min_broker_notified",
    template="min broker id changed, prev {old_broker_id:int}, new {broker_id:int}",
    logged_by="AdminBrokerProcessor.notifyMinBrokerIdChange, 5.0.0 to 5.3.3",
)
ROLE_NOTIFIED = Statement(
    event="role_notified",
    template="Receive notifyBrokerRoleChanged request, try to change brokerRole, request:{_}",
    logged_by="AdminBrokerProcessor.notifyBrokerRoleChanged, 5.0.0 to 5.3.3",
)
RESET_OFFSET_FAILED_TOPIC = Statement(
    template="Reset offset failed, topic does not exist. topic={_}, group={_}",
    logged_by="AdminBrokerProcessor.resetOffsetInner, 5.1.0 to 5.3.3",
)
RESET_OFFSET_FAILED_GROUP = Statement(
    template="Reset offset failed, group does not exist. topic={_}, group={_}",
    logged_by="AdminBrokerProcessor.resetOffsetInner, 5.1.0 to 5.3.3",
)
RESET_OFFSET_ABORTED_NO = Statement(
    template="Reset offset aborted: no queues to reset",
    logged_by="AdminBrokerProcessor.resetOffsetInner, 5.1.0 to 5.3.3",
)
OFFSET_RESET_AT_BROKER = Statement(
    event="offset_reset",
    template="Reset offset, topic={topic}, group={group}, queues={_}",
    logged_by="AdminBrokerProcessor.resetOffsetInner, 5.1.0 to 5.3.3",
)
GET_COLD_DATA_FLOW = Statement(
    template="getColdDataFlowCtrInfo called by {_}",
    logged_by="AdminBrokerProcessor.getColdDataFlowCtrInfo, 5.1.2 to 5.3.3",
)
GET_COLD_DATA_FLOW_CTR = Statement(
    template="getColdDataFlowCtrInfo UnsupportedEncodingException",
    logged_by="AdminBrokerProcessor.getColdDataFlowCtrInfo, 5.1.2 to 5.3.3",
    throws=True,
)
SET_COMMIT_LOG_READAHEAD = Statement(
    template="setCommitLogReadaheadMode called by {_}",
    logged_by="AdminBrokerProcessor.setCommitLogReadaheadMode, 5.1.2 to 5.3.3",
)
SET_COMMITLOG_READAHEAD_MODE = Statement(
    template="set commitlog readahead mode failed",
    logged_by="AdminBrokerProcessor.setCommitLogReadaheadMode, 5.1.2 to 5.3.3",
    throws=True,
)
CHECK_ROCKSDB_CQ_WRITE = Statement(
    template="CheckRocksdbCqWriteProgressCommand error",
    logged_by="AdminBrokerProcessor.doCheckRocksdbCqWriteProgress, 5.3.1 to 5.3.3",
    throws=True,
)
CHECK_ROCKSDB_CQ_WRITE_PROGRESS = Statement(
    template="checkRocksdbCqWriteProgress result: {_}",
    logged_by="AdminBrokerProcessor.checkRocksdbCqWriteProgress, 5.3.2 to 5.3.3",
)
CHECK_ROCKSDB_CQ_WRITE_PROGRESS_FAILED = Statement(
    template="checkRocksdbCqWriteProgress error",
    logged_by="AdminBrokerProcessor.checkRocksdbCqWriteProgress, 5.3.2 to 5.3.3",
    throws=True,
)
POP_CONSUMER_STORE_TRANSFER = Statement(
    template="PopConsumerStore transfer from kvStore to fsStore finish [{_}]",
    logged_by="AdminBrokerProcessor.transferPopToFsStore, 5.3.2 to 5.3.3",
    throws=True,
)
