"""How a client divides queues: RebalanceImpl and its heirs, the allocation strategies."""

from forensics.statements.template import Statement

UNLOCK_MESSAGE_QUEUE_GROUP = Statement(
    template="unlock messageQueue. group:{_}, clientId:{_}, mq:{_}",
    logged_by="RebalanceImpl.unlock, 4.8.0 to 5.3.3",
)
UNLOCK_BATCH_MQ_FAILED = Statement(
    template="unlockBatchMQ exception, {_}",
    logged_by="RebalanceImpl.unlockAll, 4.8.0 to 5.3.3",
    throws=True,
)
MESSAGE_QUEUE_UNLOCK_OK = Statement(
    template="the message queue unlock OK, Group: {_} {_}",
    logged_by="RebalanceImpl.unlockAll, 4.8.0 to 5.3.3",
)
MESSAGE_QUEUE_LOCK_OLD = Statement(
    template="the message queue lock {_}, {_} {_}",
    logged_by="RebalanceImpl.lock, 4.8.0 to 4.9.8",
)
LOCK_BATCH_MQ_FAILED = Statement(
    template="lockBatchMQ exception, {_}",
    logged_by="RebalanceImpl.lockAll, 4.8.0 to 5.3.3",
    throws=True,
)
MESSAGE_QUEUE_LOCKED_OK = Statement(
    template="the message queue locked OK, Group: {_} {_}",
    logged_by="RebalanceImpl.lockAll, 4.8.0 to 5.3.3",
)
MESSAGE_QUEUE_LOCKED_FAILED = Statement(
    template="the message queue locked Failed, Group: {_} {_}",
    logged_by="RebalanceImpl.lockAll, 4.8.0 to 5.3.3",
)
REBALANCE_TOPIC_FAILED = Statement(
    template="rebalanceByTopic Exception",
    logged_by="RebalanceImpl.doRebalance, 4.8.0 to 4.9.8",
    throws=True,
)
MESSAGE_QUEUE_CHANGED = Statement(
    template="messageQueueChanged {_} {_} {_} {_}",
    logged_by="RebalanceImpl.rebalanceByTopic, 4.8.0 to 5.3.3",
    seen="N-5.3.1-graceful:proxyA/logs/rocketmqlogs/broker_default.log:34",
)
DO_REBALANCE_BUT_TOPIC = Statement(
    template="doRebalance, {_}, but the topic[{_}] not exist.",
    logged_by="RebalanceImpl.rebalanceByTopic, 4.8.0 to 5.3.3",
)
DO_REBALANCE_GET_CONSUMER = Statement(
    template="doRebalance, {_} {_}, get consumer id list failed",
    logged_by="RebalanceImpl.rebalanceByTopic, 4.8.0 to 5.3.3",
    seen="H-4.8.0-bfail:consumer/logs/rocketmqlogs/rocketmq_client.log:118",
)
ALLOCATE_MESSAGE_QUEUE_STRATEGY = Statement(
    template="AllocateMessageQueueStrategy.allocate Exception. allocateMessageQueueStrategyName={_}",
    logged_by="RebalanceImpl.rebalanceByTopic, 4.8.0 to 4.9.8",
    throws=True,
)
RESULT_OLD = Statement(
    event="client_rebalanced",
    template="rebalanced result changed. allocateMessageQueueStrategyName={_:word}, group={group:word}, topic={topic:word}, "
    "clientId={client_id}, mqAllSize={_:int}, cidAllSize={_:int}, rebalanceResultSize={queues:int}, rebalanceResultSet={_:rest}",
    logged_by="RebalanceImpl.rebalanceByTopic, 4.8.0 to 4.9.8",
    seen="H-4.8.0-bfail:consumer/logs/rocketmqlogs/rocketmq_client.log:82",
)
DO_REBALANCE_TRUNCATE_MESSAGE = Statement(
    template="doRebalance, {_}, truncateMessageQueueNotMyTopic remove unnecessary mq, {_}",
    logged_by="RebalanceImpl.truncateMessageQueueNotMyTopic, 4.8.0 to 5.3.3",
)
DO_REBALANCE_REMOVE_UNNECESSARY = Statement(
    template="doRebalance, {_}, remove unnecessary mq, {_}",
    logged_by="RebalanceImpl.updateMessageQueueAssignment, 4.8.0 to 5.3.3",
    seen="H-5.3.3-cfreeze:consumer/logs/rocketmqlogs/rocketmq_client.log:50",
)
BUG_DO_REBALANCE_REMOVE = Statement(
    template="[BUG]doRebalance, {_}, remove unnecessary mq, {_}, because pull is pause, so try to fixed it",
    logged_by="RebalanceImpl.updateProcessQueueTableInRebalance, 4.8.0 to 4.9.8",
)
DO_REBALANCE_ADD_NEW = Statement(
    template="doRebalance, {_}, add a new mq failed, {_}, because lock failed",
    logged_by="RebalanceImpl.updateMessageQueueAssignment, 4.8.0 to 5.3.3",
)
DO_REBALANCE_MQ_ALREADY = Statement(
    template="doRebalance, {_}, mq already exists, {_}",
    logged_by="RebalanceImpl.updateMessageQueueAssignment, 4.8.0 to 5.3.3",
)
DO_REBALANCE_ADD_NEW_MQ = Statement(
    template="doRebalance, {_}, add a new mq, {_}",
    logged_by="RebalanceImpl.updateMessageQueueAssignment, 4.8.0 to 5.3.3",
    seen="H-4.8.0-bfail:consumer/logs/rocketmqlogs/rocketmq_client.log:71",
)
DO_REBALANCE_ADD_NEW_MQ_FAILED = Statement(
    template="doRebalance, {_}, add new mq failed, {_}",
    logged_by="RebalanceImpl.updateMessageQueueAssignment, 4.8.0 to 5.3.3",
)
FIX_OFFSET_REMOVE_UNNECESSARY = Statement(
    template="Fix Offset, {_}, remove unnecessary mq, {_} Droped: {_}",
    logged_by="RebalanceImpl.removeProcessQueue, 4.8.0 to 5.3.3",
)
DO_REBALANCE_COMPUTE_OFFSET = Statement(
    template="doRebalance, {_}, compute offset failed, {_}",
    logged_by="RebalanceImpl.updateMessageQueueAssignment, 4.9.0 to 5.3.3",
)
MESSAGE_QUEUE_LOCK = Statement(
    template="message queue lock {_}, {_} {_}",
    logged_by="RebalanceImpl.lock, 5.0.0 to 5.3.3",
)
REBALANCE_FAILED = Statement(
    template="rebalance Exception",
    logged_by="RebalanceImpl.doRebalance, 5.0.0 to 5.3.3",
    throws=True,
)
TRY_QUERY_ASSIGNMENT_FAILED = Statement(
    template="tryQueryAssignment error.",
    logged_by="RebalanceImpl.tryQueryAssignment, 5.0.0 to 5.3.1",
    throws=True,
)
ALLOCATE_MESSAGE_QUEUE_EXCEPTION = Statement(
    template="allocate message queue exception. strategy name: {_}, ex: {_}",
    logged_by="RebalanceImpl.getRebalanceResultFromBroker, 5.0.0 to 5.3.3",
)
RESULT = Statement(
    event="client_rebalanced",
    template="client rebalanced result changed. allocateMessageQueueStrategyName={_:word}, group={group:word}, "
    "topic={topic:word}, "
    "clientId={client_id}, mqAllSize={_:int}, cidAllSize={_:int}, rebalanceResultSize={queues:int}, rebalanceResultSet={_:rest}",
    logged_by="RebalanceImpl.rebalanceByTopic, 5.0.0 to 5.3.3",
    seen="H-5.3.3-cfreeze:consumer/logs/rocketmqlogs/rocketmq_client.log:42",
)
RESULT_OF_BROKER = Statement(
    event="client_rebalanced",
    template="broker rebalanced result changed. allocateMessageQueueStrategyName={_}, group={group}, topic={topic}, "
    "clientId={client_id}, assignmentSet={_:rest}",
    logged_by="RebalanceImpl.getRebalanceResultFromBroker, 5.0.0 to 5.3.3",
)
DO_REBALANCE_TRUNCATE_MESSAGE_QUEUE = Statement(
    template="doRebalance, {_}, truncateMessageQueueNotMyTopic remove unnecessary pop mq, {_}",
    logged_by="RebalanceImpl.truncateMessageQueueNotMyTopic, 5.0.0 to 5.3.3",
)
BUG_DO_REBALANCE_TRY = Statement(
    template="[BUG]doRebalance, {_}, try remove unnecessary mq, {_}, because pull is pause, so try to fixed it",
    logged_by="RebalanceImpl.updateMessageQueueAssignment, 5.0.0 to 5.3.3",
    seen="H-5.3.3-cfreeze:consumer/logs/rocketmqlogs/rocketmq_client.log:146",
)
BUG_DO_REBALANCE_TRY_REMOVE = Statement(
    template="[BUG]doRebalance, {_}, try remove unnecessary pop mq, {_}, because pop is pause, so try to fixed it",
    logged_by="RebalanceImpl.updateMessageQueueAssignment, 5.0.0 to 5.3.3",
)
DO_REBALANCE_REMOVE_UNNECESSARY_POP = Statement(
    template="doRebalance, {_}, remove unnecessary pop mq, {_}",
    logged_by="RebalanceImpl.updateMessageQueueAssignment, 5.0.0 to 5.3.3",
)
DO_REBALANCE_MQ_POP = Statement(
    template="doRebalance, {_}, mq pop already exists, {_}",
    logged_by="RebalanceImpl.updateMessageQueueAssignment, 5.0.0 to 5.3.3",
)
DO_REBALANCE_ADD_NEW_POP = Statement(
    template="doRebalance, {_}, add a new pop mq, {_}",
    logged_by="RebalanceImpl.updateMessageQueueAssignment, 5.0.0 to 5.3.3",
)
PULL_THRESHOLD_QUEUE_CHANGED = Statement(
    template="The pullThresholdForQueue is changed from {_} to {_}",
    logged_by="RebalancePushImpl.messageQueueChanged, 4.8.0 to 5.3.3",
)
PULL_THRESHOLD_SIZE_QUEUE = Statement(
    template="The pullThresholdSizeForQueue is changed from {_} to {_}",
    logged_by="RebalancePushImpl.messageQueueChanged, 4.8.0 to 5.3.3",
)
WRONG_MQ_CONSUMING_CAN = Statement(
    template="[WRONG]mq is consuming, so can not unlock it, {_}. maybe hanged for a while, {_}",
    logged_by="RebalancePushImpl.removeUnnecessaryMessageQueue, 4.8.0 to 5.1.4",
)
REMOVE_UNNECESSARY_MESSAGE_QUEUE = Statement(
    template="removeUnnecessaryMessageQueue Exception",
    logged_by="RebalancePushImpl.removeUnnecessaryMessageQueue, 4.8.0 to 5.1.4",
    throws=True,
)
UNLOCK_DELAY_BEGIN = Statement(
    template="[{_}]unlockDelay, begin {_} ",
    logged_by="RebalancePushImpl.unlockDelay, 4.8.0 to 5.1.4",
)
UNLOCK_DELAY_EXECUTE_ONCE = Statement(
    template="[{_}]unlockDelay, execute at once {_}",
    logged_by="RebalancePushImpl.run, 4.8.0 to 5.1.4",
)
DO_REBALANCE_ADD_NEW_PULL = Statement(
    template="doRebalance, {_}, add a new pull request {_}",
    logged_by="RebalancePushImpl.dispatchPullRequest, 4.8.0 to 4.9.8",
    seen="H-4.8.0-bfail:consumer/logs/rocketmqlogs/rocketmq_client.log:78",
)
MESSAGE_QUEUE_CHANGED_FAILED = Statement(
    template="messageQueueChanged exception",
    logged_by="RebalanceLitePullImpl.messageQueueChanged and RebalancePullImpl.messageQueueChanged, 4.8.0 to 5.3.3",
    throws=True,
)
COMPUTE_CONSUME_OFFSET_EXCEPTION = Statement(
    template="Compute consume offset exception, mq={_}",
    logged_by="RebalanceLitePullImpl.computePullFromWhere and RebalancePushImpl.computePullFromWhere, 4.9.0 to 5.3.3",
)
COMPUTE_CONSUME_OFFSET_LAST = Statement(
    template="Compute consume offset from last offset exception, mq={_}, exception={_}",
    logged_by="RebalanceLitePullImpl.computePullFromWhereWithException and "
    "RebalancePushImpl.computePullFromWhereWithException, 4.9.0 to 5.3.3",
)
BUG_CONSUMER_GROUP_CONSUMER = Statement(
    template="[BUG] ConsumerGroup: {_} The consumerId: {_} not in cidAll: {_}",
    logged_by="AllocateMachineRoomNearby.allocate, 4.8.0 to 4.9.3; AllocateMessageQueueAveragely.allocate, 4.8.0 to 4.9.3; "
    "AllocateMessageQueueAveragelyByCircle.allocate, 4.8.0 to 4.9.3; AllocateMessageQueueConsistentHash.allocate, 4.8.0 to "
    "4.9.3; AbstractAllocateMessageQueueStrategy.check, 4.9.4 to 5.3.3",
)
