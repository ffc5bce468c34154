"""What classes of other modules say in releases after 5.3.3 and not before."""

from forensics.statements.template import Statement

DELETE_SUBSCRIPTION_GROUP = Statement(
    template="AdminBrokerProcessor#deleteSubscriptionGroupList: groupNames={_}, caller={_}",
    logged_by="AdminBrokerProcessor.deleteSubscriptionGroupList, 5.5.1",
)
FAILED_DELETE_SUBSCRIPTION = Statement(
    template="Failed to delete subscription group config ",
    logged_by="AdminBrokerProcessor.deleteSubscriptionGroupList, 5.5.1",
    throws=True,
)
SWITCH_TIMER_ENGINE = Statement(
    template="switchTimerEngine error, broker timerWheelEnable is false",
    logged_by="AdminBrokerProcessor.switchTimerEngine, 5.4.0 to 5.5.1",
)
SWITCH_TIMER_ENGINE_EXT = Statement(
    template="switchTimerEngine extFields is null",
    logged_by="AdminBrokerProcessor.switchTimerEngine, 5.4.0 to 5.5.1",
)
SWITCH_TIMER_ENGINE_SUCCESS = Statement(
    template="switchTimerEngine success",
    logged_by="AdminBrokerProcessor.switchTimerEngine, 5.4.0 to 5.5.1",
)
SWITCH_TIMER_ENGINE_ERROR = Statement(
    template="switchTimerEngine error",
    logged_by="AdminBrokerProcessor.switchTimerEngine, 5.4.0 to 5.5.1",
)
SWITCH_TIMER_ENGINE_ERROR_WITH_REASON = Statement(
    template="switchTimerEngine error : {_}",
    logged_by="AdminBrokerProcessor.switchTimerEngine, 5.4.0 to 5.5.1",
)
DELETE_TOPIC_LIST = Statement(
    template="AdminBrokerProcessor#deleteTopicList: broker receive request to delete topics={_}, caller={_}",
    logged_by="AdminBrokerProcessor.deleteTopicList, 5.5.1",
)
FAILED_DELETE_TOPIC = Statement(
    template="Failed to delete topic ",
    logged_by="AdminBrokerProcessor.deleteTopicList, 5.5.1",
    throws=True,
)
PREPROCESS_HANDLER_EXECUTION = Statement(
    template="Preprocess handler in AllocateMappedFileService execution failed",
    logged_by="AllocateMappedFileService.putRequestAndReturnMappedFile, 5.5.0 to 5.5.1",
    throws=True,
)
UPDATE_CURRENT_TRANSFER = Statement(
    template="Update currentTransferEpochEndOffset from -1 to {_}",
    logged_by="AutoSwitchHAConnection.transferToSlave, 5.3.4 to 5.5.1",
)
BUG_CAN_FIND = Statement(
    template="[BUG]Can't find currentTransferEpoch [{_}] from epoch cache",
    logged_by="AutoSwitchHAConnection.transferToSlave, 5.3.4 to 5.5.1",
)
INTERRUPTED_WHILE_WAITING = Statement(
    template="Interrupted while waiting for export slot; submitted {_} of {_} batches",
    logged_by="BatchSplittingMetricExporter.export, 5.5.1",
)
FAILED_METRICS = Statement(
    template="Batch {_} failed. Metrics: {_}",
    logged_by="BatchSplittingMetricExporter.logFailedBatch, 5.5.0 to 5.5.1",
)
FAILED_SNAPSHOT_DATA = Statement(
    template="Failed to snapshot MetricData: {_}, using original",
    logged_by="BatchSplittingMetricExporter.snapshotAllMetrics, 5.5.0 to 5.5.1",
    throws=True,
)
NOTIFY_UNSUBSCRIBE_LITE = Statement(
    template="notifyUnsubscribeLite failed. header={_}, error={_}",
    logged_by="Broker2Client.notifyUnsubscribeLite, 5.5.0 to 5.5.1",
)
INVALID_EXPORT_OTEL = Statement(
    template=(
        "Invalid metricsExportOtelMemoryMode '{_}', falling back to IMMUTABLE_DATA. Valid values: IMMUTABLE_DATA, REUSABLE_DATA."
    ),
    logged_by="BrokerMetricsManager.resolveMemoryMode, 5.5.1",
)
HANDLE_GRPC_CANCEL = Statement(
    template="handleGrpcCancel clientId:{_}",
    logged_by="ClientActivity.handleGrpcCancel, 5.5.0",
)
LOAD_ACL_FAILED = Statement(
    template="load acl failed. subject:{_}",
    logged_by="ClusterMetadataService.onErr, after 5.3.3",
    throws=True,
)
CHECK_DISPATCH_MESSAGE = Statement(
    template=(
        "CommitLog#checkAndDispatchMessage: failed to check message CRC, not found CRC in properties. topic={_}, "
        "properties={_}, propertiesLength={_}, fullMessageHex={_}"
    ),
    logged_by="CommitLog.checkMessageAndReturnSize, 5.5.0 to 5.5.1",
)
FOUND_ILLEGAL_OFFSET = Statement(
    template="found illegal commitlog offset {_} in {_}, current pos={_}, it will be truncated.",
    logged_by="CommitLog.recoverAbnormally, 5.5.0 to 5.5.1",
)
REMOVE_DATA_FROM = Statement(
    template="Remove filter data {_} {_} from filterDataByTopic",
    logged_by="ConsumerFilterManager.clean, 5.5.1",
)
SUBSCRIPTION_DATA_REMOVE = Statement(
    template="subscriptionFilterData Remove filter consumer {_}",
    logged_by="ConsumerFilterManager.clean, 5.5.1",
)
CALCULATE_TIMEOUT_AFTER = Statement(
    template="Calculate lag timeout after 10 seconds",
    logged_by="ConsumerLagCalculator.calculateLag, 5.3.4 to 5.5.1",
    throws=True,
)
SHUTDOWN = Statement(
    template="StateMachine {_} onShutdown",
    logged_by="DLedgerControllerStateMachine.onShutdown, 5.4.0 to 5.5.1",
)
ENCOUNTERED_ERROR_MAY = Statement(
    template=(
        "Encountered an error on StateMachine {_}, dLedger may stop working since some error occurs, you should "
        "figure out the cause and repair or remove this node."
    ),
    logged_by="DLedgerControllerStateMachine.onError, 5.4.0 to 5.5.1",
    throws=True,
)
REGISTERED_COMMIT_LOG = Statement(
    template="Registered CommitLogDispatchStore: {_}",
    logged_by="DefaultMessageStore.registerCommitLogDispatchStore, 5.5.0 to 5.5.1",
)
COMMIT_LOG_DISPATCHER = Statement(
    template="CommitLogDispatcherBuildTransIndex dispatch error, transMessageRocksDBStore is null",
    logged_by="DefaultMessageStore.dispatch, 5.4.0 to 5.5.1",
)
CANNOT_COMPLETELY_CLEARED = Statement(
    template="The handle cannot be completely cleared, the remaining quantity is {_}, key:{_}",
    logged_by="DefaultReceiptHandleManager.returnHandleGroup, after 5.3.3",
)
DELETE_PREPARE_MESSAGE = Statement(
    template="deletePrepareMessage param error, result is null or prepareMessage is null",
    logged_by="EndTransactionProcessor.deletePrepareMessage, 5.4.0 to 5.5.1",
)
DELETE_PREPARE_MESSAGE_HALF = Statement(
    template="deletePrepareMessage halfTopic is empty, halfTopic: {_}",
    logged_by="EndTransactionProcessor.deletePrepareMessage, 5.4.0 to 5.5.1",
)
DELETE_PREPARE_MESSAGE_ERROR = Statement(
    template="deletePrepareMessage error, topic of half message is: {_}, transRocksDBEnable: {_}",
    logged_by="EndTransactionProcessor.deletePrepareMessage, 5.4.0 to 5.5.1",
)
QUERY_OFFSET_EXCEPTION = Statement(
    template="queryOffset exception",
    logged_by="IndexService.queryOffset, 5.5.0 to 5.5.1",
    throws=True,
)
QUERY_MSG_QUERY = Statement(
    template="queryMsg queryOffset exception",
    logged_by="IndexService.queryOffset, 5.4.0",
    throws=True,
)
HEARTBEAT_SUBMISSION_REJECTED = Statement(
    template="heartbeat submission rejected for broker[{_} {_} {_}], will skip this round",
    logged_by="MQClientInstance.sendHeartbeatToAllBrokerConcurrently, 5.5.0",
    throws=True,
)
INTERRUPTED_WHILE_WAITING_BROKER = Statement(
    template="Interrupted while waiting for broker heartbeat tasks to complete",
    logged_by="MQClientInstance.sendHeartbeatToAllBrokerConcurrently, 5.5.0",
    throws=True,
)
GET_EARLIEST_ERROR = Statement(
    template="getEarliestMappedFile error: {_}",
    logged_by="MappedFileQueue.getEarliestMappedFile, 5.4.0 to 5.5.1",
)
SUSPEND_QUEUE_POP = Statement(
    template="suspendQueue, popTime not match. {_}, {_}, {_}, popTime:{_}",
    logged_by="MemoryConsumerOrderInfoManager.suspendQueue, 5.5.0 to 5.5.1",
)
CHANNEL_WRAPPER_RECONNECT = Statement(
    template="ChannelWrapper {_} reconnect error",
    logged_by="NettyRemotingClient.reconnect, after 5.3.3",
    throws=True,
)
OLD_SSL_CONTEXT = Statement(
    template="Old SslContext released for server",
    logged_by="NettyRemotingServer.loadSslContext, 5.5.1",
)
FAILED_RELEASE_OLD = Statement(
    template="Failed to release old SslContext for server",
    logged_by="NettyRemotingServer.loadSslContext, 5.5.1",
    throws=True,
)
SKIP_RECORD_BECAUSE = Statement(
    template="[PopBuffer] skip pop record because consumer group not exist, group={_}, ck={_}",
    logged_by="PopBufferMergeService.scan, 5.5.0 to 5.5.1",
)
CHANGE_INVISIBILITY_SKIP = Statement(
    template="PopConsumerService change invisibility skip, time={_}, groupId={_}, topicId={_}, queueId={_}, offset={_}",
    logged_by="PopConsumerService.changeInvisibilityDuration, 5.5.0 to 5.5.1",
)
SKIP_REVIVE_MESSAGE = Statement(
    template="PopConsumerService skip revive message, record={_}",
    logged_by="PopConsumerService.revive, 5.5.0 to 5.5.1",
)
NOT_EXPECTED = Statement(
    template="not expected, {_}, {_}, {_}",
    logged_by="PopConsumerService.getRetryQueueId, 5.4.0 to 5.5.1",
)
FILL_INFO_EXCEPTION = Statement(
    template="fillProcessQueueInfo exception",
    logged_by="ProcessQueue.fillProcessQueueInfo, 5.5.0",
    throws=True,
)
NOTIFY_UNSUBSCRIBE_LITE_ID = Statement(
    template="notifyUnsubscribeLite clientId or group is null. {_}",
    logged_by="ProxyClientRemotingProcessor.notifyUnsubscribeLite, 5.5.0",
)
NOTIFY_UNSUBSCRIBE_LITE_CHANNEL = Statement(
    template="notifyUnsubscribeLite channelInfo is null. {_}",
    logged_by="ProxyClientRemotingProcessor.notifyUnsubscribeLite, 5.5.0",
)
NOTIFY_UNSUBSCRIBE_LITE_CHANNEL_NULL = Statement(
    template="notifyUnsubscribeLite channel is null. {_}",
    logged_by="ProxyClientRemotingProcessor.notifyUnsubscribeLite, 5.5.0",
)
SCAN_AVAILABLE_CONTROLLER = Statement(
    template="scanAvailableControllerAddresses unexpected exception",
    logged_by="ReplicasManager.scanAvailableControllerAddresses, 5.3.4 to 5.5.1",
    throws=True,
)
LOAD_DATA_FAILED = Statement(
    template="RocksDBConfigManager loadData failed",
    logged_by="RocksDBConfigManager.loadData, 5.3.4 to 5.5.1",
    throws=True,
)
NO_PENDING_QUEUE = Statement(
    template="No pending queue found for delay level: {_}",
    logged_by="ScheduleMessageService.run, 5.5.0 to 5.5.1",
)
FILE_LOGICS_PHYSICAL = Statement(
    template="store checkpoint file logicsPhysicalOffset {_}",
    logged_by="StoreCheckpoint.StoreCheckpoint, 5.5.0 to 5.5.1",
)
GET_MESSAGE_ERROR = Statement(
    template="getMessage error, offsetPy: {_}, sizePy: {_}, error: {_}",
    logged_by="StoreUtil.getMessage, 5.4.0 to 5.5.1",
)
