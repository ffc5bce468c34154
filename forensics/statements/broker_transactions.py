"""Transactions: TransactionalMessageServiceImpl and what surrounds it, in transaction.log."""

from forensics.statements.template import Statement

HALF_MESSAGE_EXCEED_FILE = Statement(
    template="Half message exceed file reserved time ,so skip it.messageId {_},bornTime {_}",
    logged_by="TransactionalMessageServiceImpl.needSkip, 4.8.0 to 5.3.3",
)
PUT_BACK_HALF_QUEUE = Statement(
    template="PutBackToHalfQueueReturnResult write failed, topic: {_}, queueId: {_}, msgId: {_}",
    logged_by="TransactionalMessageServiceImpl.putBackHalfMsgQueue, 4.8.0 to 5.3.3",
)
QUEUE_TOPIC_EMPTY = Statement(
    template="The queue of topic is empty :{_}",
    logged_by="TransactionalMessageServiceImpl.check, 4.8.0 to 5.3.3",
)
BEFORE_CHECK_QUEUE_MSG = Statement(
    template="Before check, the queue={_} msgOffset={_} opOffset={_}",
    logged_by="TransactionalMessageServiceImpl.check, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/transaction.log:5",
)
ILLEGAL_OFFSET_READ_OP = Statement(
    template="MessageQueue: {_} illegal offset read: {_}, op offset: {_},skip this queue",
    logged_by="TransactionalMessageServiceImpl.check, 4.8.0 to 5.3.3",
)
QUEUE_CHECK_MSG_OFFSET = Statement(
    template="The queue={_} check msgOffset={_} with opOffset={_} failed, pullResult is null",
    logged_by="TransactionalMessageServiceImpl.check, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/transaction.log:44",
)
HALF_OFFSET_COMMITTED_ROLLED = Statement(
    template="Half offset {_} has been committed/rolled back",
    logged_by="TransactionalMessageServiceImpl.check, INFO 4.8.0, DEBUG 4.9.0 to 5.3.3",
)
ILLEGAL_OFFSET_MISS_OFFSET = Statement(
    template="Illegal offset, the miss offset={_} in={_}, continue check={_}, pull result={_}",
    logged_by="TransactionalMessageServiceImpl.check, 4.8.0 to 5.3.3",
)
MISS_OP_OFFSET_QUEUE = Statement(
    template="The miss op offset={_} in queue={_} is illegal, pullResult={_}",
    logged_by="TransactionalMessageServiceImpl.fillOpRemoveMap, 4.8.0 to 5.3.3",
)
MISS_OP_OFFSET_QUEUE_NO = Statement(
    template="The miss op offset={_} in queue={_} is NO_NEW_MSG, pullResult={_}",
    logged_by="TransactionalMessageServiceImpl.fillOpRemoveMap, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/transaction.log:7",
)
MISS_OP_OFFSET_QUEUE_EMPTY = Statement(
    template="The miss op offset={_} in queue={_} is empty, pullResult={_}",
    logged_by="TransactionalMessageServiceImpl.fillOpRemoveMap, 4.8.0 to 5.3.3",
)
FOUND_ILLEGAL_TAG_OP = Statement(
    template="Found a illegal tag in opMessageExt= {_} ",
    logged_by="TransactionalMessageServiceImpl.fillOpRemoveMap, 4.8.0 to 5.3.3",
)
PUT_BACK_HALF_QUEUE_RETURN = Statement(
    template="PutBackToHalfQueueReturnResult error",
    logged_by="TransactionalMessageServiceImpl.putBackToHalfQueueReturnResult, 4.8.0 to 5.3.3",
    throws=True,
)
GET_LONG_FAILED = Statement(
    template="GetLong error",
    logged_by="TransactionalMessageServiceImpl.getLong, 4.8.0 to 5.3.3",
    throws=True,
)
TRANSACTION_OP_MESSAGE_WRITE = Statement(
    template="Transaction op message write failed. messageId is {_}, queueId is {_}",
    logged_by="TransactionalMessageServiceImpl.deletePrepareMessage, 4.8.0 to 5.3.3",
)
ESCAPING_TRANSACTIONAL_MESSAGE_FAILED = Statement(
    template="Escaping transactional message failed {_} times! msgId(offsetId)={_}, UNIQ_KEY(transactionId)={_}",
    logged_by="TransactionalMessageServiceImpl.check, 5.1.0 to 5.3.3",
)
CHECK_TRANSACTION_REAL_TOPIC = Statement(
    template="Check transaction. real_topic={_},uniqKey={_},offset={_},commitLogOffset={_}",
    logged_by="TransactionalMessageServiceImpl.check, 5.1.0 to 5.3.3",
)
MISS_MESSAGE_OFFSET_PULL = Statement(
    template="The miss message offset:{_}, pullOffsetOfOp:{_}, miniOffset:{_} get more opMsg.",
    logged_by="TransactionalMessageServiceImpl.check, 5.1.0 to 5.3.3",
)
AFTER_CHECK_OP_OFFSET = Statement(
    template="After check, {_} opOffset={_} opOffsetDiff={_} msgOffset={_} msgOffsetDiff={_} msgTime={_} msgTimeDelayInMs={_} "
    "putInQueueCount={_}",
    logged_by="TransactionalMessageServiceImpl.check, 5.1.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/transaction.log:11",
)
OP_MESSAGE_BODY_NULL = Statement(
    template="op message body is null. queueId={_}, offset={_}",
    logged_by="TransactionalMessageServiceImpl.fillOpRemoveMap, 5.1.0 to 5.3.3",
)
REMOVE_MAP_CONTAIN_PREPARE = Statement(
    template="removeMap contain prepareQueueOffset. real_topic={_},uniqKey={_},immunityTime={_},offset={_}",
    logged_by="TransactionalMessageServiceImpl.checkPrepareQueueOffset, 5.1.0 to 5.3.3",
)
FORCE_ADD_REMOVE_OP = Statement(
    template="Force add remove op data. queueId={_}",
    logged_by="TransactionalMessageServiceImpl.deletePrepareMessage, 5.1.0 to 5.3.3",
)
TRANSACTION_BATCH_OP_MESSAGE = Statement(
    template="Transaction batch op message write failed. body is {_}, queueId is {_}",
    logged_by="TransactionalMessageServiceImpl.batchSendOpMessage, 5.1.0 to 5.3.3",
)
BATCH_SEND_OP_FAILED = Statement(
    template="batchSendOp error.",
    logged_by="TransactionalMessageServiceImpl.batchSendOpMessage, 5.1.0 to 5.3.3",
    throws=True,
)
INIT_TRANSACTION_BRIDGE_FAILED = Statement(
    template="Init TransactionBridge error",
    logged_by="TransactionalMessageBridge.TransactionalMessageBridge, 4.8.0 to 5.3.3",
    throws=True,
)
NO_MATCHED_MESSAGE_GET = Statement(
    template="No matched message. GetMessageStatus={_}, topic={_}, groupId={_}, requestOffset={_}",
    logged_by="TransactionalMessageBridge.getMessage, 4.8.0 to 5.3.3",
)
NO_NEW_MESSAGE_GET = Statement(
    template="No new message. GetMessageStatus={_}, topic={_}, groupId={_}, requestOffset={_}",
    logged_by="TransactionalMessageBridge.getMessage, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/transaction.log:6",
)
OFFSET_ILLEGAL_GET_MESSAGE = Statement(
    template="Offset illegal. GetMessageStatus={_}, topic={_}, groupId={_}, requestOffset={_}",
    logged_by="TransactionalMessageBridge.getMessage, 4.8.0 to 5.3.3",
)
GET_MESSAGE_STORE_RETURN = Statement(
    template="Get message from store return null. topic={_}, groupId={_}, requestOffset={_}",
    logged_by="TransactionalMessageBridge.getMessage, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/transaction.log:43",
)
PUT_MESSAGE_FAILED_TOPIC = Statement(
    template="Put message failed, topic: {_}, queueId: {_}, msgId: {_}",
    logged_by="TransactionalMessageBridge.putMessage, 4.8.0 to 5.3.3",
)
ESCAPING_MESSAGE_FAILED_TOPIC = Statement(
    template="Escaping message failed, topic: {_}, queueId: {_}, msgId: {_}",
    logged_by="TransactionalMessageBridge.escapeMessage, 5.1.0 to 5.3.3",
)
START_TRANSACTION_CHECK_SERVICE = Statement(
    template="Start transaction check service thread!",
    logged_by="TransactionalMessageCheckService.run, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/transaction.log:3",
)
END_TRANSACTION_CHECK_SERVICE = Statement(
    template="End transaction check service thread!",
    logged_by="TransactionalMessageCheckService.run, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/transaction.log:46",
)
CHECK_ERROR = Statement(
    template="Check error",
    logged_by="TransactionalMessageServiceImpl.check, 4.8.0 to 5.5.1",
)
BEGIN_CHECK_PREPARE_MESSAGE = Statement(
    template="Begin to check prepare message, begin time:{_}",
    logged_by="TransactionalMessageCheckService.onWaitEnd, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/transaction.log:4",
)
END_CHECK_PREPARE_MESSAGE = Statement(
    template="End to check prepare message, consumed time:{_}",
    logged_by="TransactionalMessageCheckService.onWaitEnd, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/transaction.log:12",
)
START_TRANSACTION_OP_BATCH = Statement(
    template="Start transaction op batch thread!",
    logged_by="TransactionalOpBatchService.run, 5.1.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/transaction.log:1",
)
END_TRANSACTION_OP_BATCH = Statement(
    template="End transaction op batch thread!",
    logged_by="TransactionalOpBatchService.run, 5.1.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/transaction.log:40",
)
CHECK_TRANSACTION_FAILED_CHANNEL = Statement(
    template="Check transaction failed, channel is null. groupId={_}",
    logged_by="AbstractTransactionalMessageCheckListener.sendCheckMessage, 4.8.0 to 5.3.3",
)
SEND_CHECK_MESSAGE_FAILED = Statement(
    template="Send check message error!",
    logged_by="AbstractTransactionalMessageCheckListener.run, 4.8.0 to 5.3.3",
    throws=True,
)
TRANSACTIONAL_MESSAGE_CHECK_LISTENER = Statement(
    template="TransactionalMessageCheckListener not init",
    logged_by="AbstractTransactionalMessageCheckListener.run, 5.0.0 to 5.3.3",
)
MSG_EXT_CHECKED_MANY = Statement(
    template="MsgExt:{_} has been checked too many times, so discard it by moving it to system topic TRANS_CHECK_MAXTIME_TOPIC",
    logged_by="DefaultTransactionalMessageCheckListener.resolveDiscardMsg, 4.8.0 to 5.3.3",
)
PUT_CHECKED_MANY_TIME = Statement(
    template="Put checked-too-many-time half message to TRANS_CHECK_MAXTIME_TOPIC OK. Restored in queueOffset={_}, "
    "commitLogOffset={_}, real topic={_}",
    logged_by="DefaultTransactionalMessageCheckListener.resolveDiscardMsg, 4.8.0 to 5.3.3",
)
PUT_CHECKED_MANY_TIME_HALF = Statement(
    template="Put checked-too-many-time half message to TRANS_CHECK_MAXTIME_TOPIC failed, real topic={_}, msgId={_}",
    logged_by="DefaultTransactionalMessageCheckListener.resolveDiscardMsg, 4.8.0 to 5.3.3",
)
PUT_CHECKED_MANY_TIME_MESSAGE = Statement(
    template="Put checked-too-many-time message to TRANS_CHECK_MAXTIME_TOPIC error. {_}",
    logged_by="DefaultTransactionalMessageCheckListener.resolveDiscardMsg, 4.8.0 to 5.3.3",
)
MESSAGE_STORE_SLAVE_MODE = Statement(
    template="Message store is slave mode, so end transaction is forbidden. ",
    logged_by="EndTransactionProcessor.processRequest, 4.8.0 to 5.3.3",
)
CHECK_PRODUCER_TRANSACTION_STATE = Statement(
    template="Check producer[{_}] transaction state, but it's pending status.RequestHeader: {_} Remark: {_}",
    logged_by="EndTransactionProcessor.processRequest, 4.8.0 to 5.3.3",
)
CHECK_PRODUCER_TRANSACTION_STATE_PRODUCER = Statement(
    template="Check producer[{_}] transaction state, the producer commit the message.RequestHeader: {_} Remark: {_}",
    logged_by="EndTransactionProcessor.processRequest, 4.8.0 to 5.3.3",
)
CHECK_PRODUCER_TRANSACTION_STATE_PRODUCER_ROLLBACK = Statement(
    template="Check producer[{_}] transaction state, the producer rollback the message.RequestHeader: {_} Remark: {_}",
    logged_by="EndTransactionProcessor.processRequest, 4.8.0 to 5.3.3",
)
PRODUCER_END_TRANSACTION_SENDING = Statement(
    template="The producer[{_}] end transaction in sending message,  and it's pending status.RequestHeader: {_} Remark: {_}",
    logged_by="EndTransactionProcessor.processRequest, 4.8.0 to 5.3.3",
)
PRODUCER_END_TRANSACTION_SENDING_MESSAGE = Statement(
    template="The producer[{_}] end transaction in sending message, rollback the message.RequestHeader: {_} Remark: {_}",
    logged_by="EndTransactionProcessor.processRequest, 4.8.0 to 5.3.3",
)
MESSAGE_COMMIT_FAIL_PRODUCER = Statement(
    template="Message commit fail [producer end]. currentTimeMillis - bornTime > checkImmunityTime, "
    "msgId={_},commitLogOffset={_}, wait check",
    logged_by="EndTransactionProcessor.processRequest, 5.1.1 to 5.3.3",
)
MESSAGE_ROLLBACK_FAIL_PRODUCER = Statement(
    template="Message rollback fail [producer end]. currentTimeMillis - bornTime > checkImmunityTime, "
    "msgId={_},commitLogOffset={_}, wait check",
    logged_by="EndTransactionProcessor.processRequest, 5.1.1 to 5.3.3",
)
FAILED_CREATE_DIRECTORY = Statement(
    template="Failed to create directory: {_}",
    logged_by="TimerMetrics.persist, 5.0.0 to 5.3.3; TransactionMetrics.persist, 5.2.0 to 5.3.3",
)
FAILED_CREATE_FILE = Statement(
    template="Failed to create file: {_}",
    logged_by="TimerMetrics.persist, 5.0.0 to 5.3.3; TransactionMetrics.persist, 5.2.0 to 5.3.3",
)
PERSIST_FILE_FAILED = Statement(
    template="Failed to persist {_}",
    logged_by="TimerMetrics.persist, 5.0.0 to 5.3.3; TransactionMetrics.persist, 5.2.0 to 5.3.3",
    throws=True,
)
PERSIST_FAILED = Statement(
    template="Failed to persist",
    logged_by="TransactionMetrics.persist, after 5.3.3",
    throws=True,
)
ERROR_OCCURRED = Statement(
    template="Error occurred in {_}",
    logged_by="TransactionMetricsFlushService.run, 5.2.0 to 5.3.3",
    throws=True,
)
CHECKED_QUEUES = Statement(
    template="Check topic={_}, queues=[{_}]",
    logged_by="TransactionalMessageServiceImpl.check, 4.8.0 to 5.3.3",
)
