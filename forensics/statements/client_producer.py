"""The producer: DefaultMQProducerImpl, fault tolerance, request and reply."""

from forensics.statements.template import Statement

REGISTER_NEW_CHECK_FORBIDDEN = Statement(
    template="register a new checkForbiddenHook. hookName={_}, allHookSize={_}",
    logged_by="DefaultMQProducerImpl.registerCheckForbiddenHook, 4.8.0 to 5.3.3",
)
REGISTER_SEND_MESSAGE_HOOK = Statement(
    template="register sendMessage Hook, {_}",
    logged_by="DefaultMQProducerImpl.registerSendMessageHook, 4.8.0 to 5.3.3",
)
SCAN_REQUEST_FUTURE_TABLE = Statement(
    template="scan RequestFutureTable exception",
    logged_by="DefaultMQProducerImpl.run, 4.8.0 to 4.9.2; RequestFutureHolder.run, 4.9.3 to 5.3.3",
    throws=True,
)
PRODUCER_SHUTDOWN_OK = Statement(
    template="the producer [{_}] shutdown OK",
    logged_by="DefaultMQProducerImpl.shutdown, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:client/logs/rocketmq_client.log:41",
)
CHECK_TRANSACTION_STATE_PICK = Statement(
    template="CheckTransactionState, pick transactionListener by group[{_}] failed",
    logged_by="DefaultMQProducerImpl.run, 4.8.0 to 5.0.0",
)
BROKER_CALL_CHECK_TRANSACTION = Statement(
    template="Broker call checkTransactionState, but checkLocalTransactionState exception",
    logged_by="DefaultMQProducerImpl.run, 4.8.0 to 5.3.3",
    throws=True,
)
CHECK_TRANSACTION_STATE_PICK_TRANSACTION = Statement(
    template="CheckTransactionState, pick transactionCheckListener by group[{_}] failed",
    logged_by="DefaultMQProducerImpl.run, 4.8.0 to 5.3.3",
)
BROKER_CHECK_CLIENT_ROLLBACK = Statement(
    template="when broker check, client rollback this transaction, {_}",
    logged_by="DefaultMQProducerImpl.processTransactionState, 4.8.0 to 5.3.3",
)
BROKER_CHECK_CLIENT_NOT = Statement(
    template="when broker check, client does not know this transaction state, {_}",
    logged_by="DefaultMQProducerImpl.processTransactionState, 4.8.0 to 5.3.3",
)
END_TRANSACTION_ONEWAY_FAILED = Statement(
    template="endTransactionOneway exception",
    logged_by="DefaultMQProducerImpl.processTransactionState, 4.8.0 to 5.3.3",
    throws=True,
)
UPDATE_TOPIC_PUBLISH_INFO = Statement(
    template="updateTopicPublishInfo prev is not null, {_}",
    logged_by="DefaultMQProducerImpl.updateTopicPublishInfo, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:client/logs/rocketmq_client.log:35",
)
TRY_COMPRESS_MESSAGE_FAILED = Statement(
    template="tryToCompressMessage exception",
    logged_by="DefaultMQProducerImpl.tryToCompressMessage, 4.8.0 to 5.3.3",
    throws=True,
)
FAILED_EXECUTE_SEND_MESSAGE = Statement(
    template="failed to executeSendMessageHookBefore",
    logged_by="DefaultMQProducerImpl.executeSendMessageHookBefore, 4.8.0 to 5.3.3",
    throws=True,
)
FAILED_EXECUTE_SEND_MESSAGE_HOOK = Statement(
    template="failed to executeSendMessageHookAfter",
    logged_by="DefaultMQProducerImpl.executeSendMessageHookAfter, 4.8.0 to 5.3.3",
    throws=True,
)
EXECUTE_LOCAL_TRANSACTION_BRANCH = Statement(
    template="executeLocalTransactionBranch return {_}",
    logged_by="DefaultMQProducerImpl.sendMessageInTransaction, 4.8.0 to 5.0.0",
)
EXECUTE_LOCAL_TRANSACTION_BRANCH_FAILED = Statement(
    template="executeLocalTransactionBranch exception",
    logged_by="DefaultMQProducerImpl.sendMessageInTransaction, 4.8.0 to 5.0.0",
    throws=True,
)
LOCAL_TRANSACTION_EXECUTE_BUT = Statement(
    template="local transaction execute {_}, but end broker transaction failed",
    logged_by="DefaultMQProducerImpl.sendMessageInTransaction, 4.8.0 to 5.3.3",
    throws=True,
)
EXECUTE_REQUEST_CALLBACK_REQUEST = Statement(
    template="execute requestCallback in requestFail, and callback throw",
    logged_by="DefaultMQProducerImpl.requestFail, 4.8.0 to 5.3.3",
    throws=True,
)
PREPARE_SEND_REQUEST_COST = Statement(
    template="prepare send request for <{_}> cost {_} ms",
    logged_by="DefaultMQProducerImpl.prepareSendRequest, 4.8.0 to 5.3.3",
)
REGISTER_END_TRANSACTION_HOOK = Statement(
    template="register endTransaction Hook, {_}",
    logged_by="DefaultMQProducerImpl.registerEndTransactionHook, 4.9.0 to 5.3.3",
)
FAILED_EXECUTE_END_TRANSACTION = Statement(
    template="failed to executeEndTransactionHook",
    logged_by="DefaultMQProducerImpl.executeEndTransactionHook, 4.9.0 to 5.3.3",
    throws=True,
)
SEMAPHORE_ASYNC_SEND_NUM = Statement(
    template="semaphoreAsyncSendNum can not be smaller than 10.",
    logged_by="DefaultMQProducerImpl.DefaultMQProducerImpl, 5.0.0 to 5.3.3",
)
SEMAPHORE_ASYNC_SEND_SIZE = Statement(
    template="semaphoreAsyncSendSize can not be smaller than 1M.",
    logged_by="DefaultMQProducerImpl.DefaultMQProducerImpl, 5.0.0 to 5.3.3",
)
EXECUTE_LOCAL_TRANSACTION_BRANCH_RETURN = Statement(
    template="executeLocalTransactionBranch return: {_} messageTopic: {_} transactionId: {_} tag: {_} key: {_}",
    logged_by="DefaultMQProducerImpl.sendMessageInTransaction, 5.1.0 to 5.3.3",
)
EXECUTE_LOCAL_TRANSACTION_BRANCH_EXCEPTION = Statement(
    template="executeLocalTransactionBranch exception, messageTopic: {_} transactionId: {_} tag: {_} key: {_}",
    logged_by="DefaultMQProducerImpl.sendMessageInTransaction, 5.1.0 to 5.3.3",
    throws=True,
)
NO_ROUTE_INFO_TOPIC = Statement(
    template="No route info of this topic: {_}",
    logged_by="DefaultMQProducerImpl.initTopicRoute, 5.2.0 to 5.3.3",
)
CANT_FIND_BROKER_SERVICE = Statement(
    template="can't find broker service address. {_}",
    logged_by="DefaultMQProducerImpl.recallMessage, 5.3.2 to 5.3.3",
)
ERROR_OCCURRED_SELECTING_MESSAGE = Statement(
    template="Error occurred when selecting message queue",
    logged_by="MQFaultStrategy.selectOneMessageQueue, 4.8.0 to 5.1.3",
    throws=True,
)
REACHABLE_CAN_USED = Statement(
    template="{_} is reachable now, then it can be used.",
    logged_by="LatencyFaultToleranceImpl.detectByOneRound, 5.1.4 to 5.3.3",
)
UNEXPECTED_EXCEPTION_RAISED_WHILE = Statement(
    template="Unexpected exception raised while detecting service reachability",
    logged_by="LatencyFaultToleranceImpl.run, 5.1.4 to 5.3.3",
    throws=True,
)
UNREACHABLE_NOT_USED_UNTIL = Statement(
    template="{_} is unreachable, it will not be used until it's reachable",
    logged_by="LatencyFaultToleranceImpl.updateFaultItem, 5.1.4 to 5.3.3",
)
ISOLATED = Statement(
    template="{_} will be isolated for {_} ms.",
    logged_by="LatencyFaultToleranceImpl.updateNotAvailableDuration, 5.1.4 to 5.3.3",
)
REMOVE_TIMEOUT_REQUEST_CORRELATION = Statement(
    template="remove timeout request, CorrelationId={_}",
    logged_by="RequestFutureTable.scanExpiredRequest, 4.8.0 to 4.9.2; RequestFutureHolder.scanExpiredRequest, 4.9.3 to 5.3.3",
)
MESSAGE_NOT_SENT = Statement(
    template="Message{{topic='{_}', flag={_:int}, properties={{{_}}}, body={_}, transactionId='{_}'}}",
    logged_by="DefaultMQProducerImpl.sendDefaultImpl, 4.8.0 to 5.3.3: the message of the failure in the line before",
    seen="H-4.8.0-bfail:producer/logs/rocketmqlogs/rocketmq_client.log:58",
)
