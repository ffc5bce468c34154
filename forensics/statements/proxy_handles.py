"""Receipt handles of a proxy: DefaultReceiptHandleManager, ReceiptHandleProcessor, ReceiptHandleGroup."""

from forensics.statements.template import Statement

KIND = "proxy"

ADD_RENEW_TASK_FAILED = Statement(
    template="add renew task failed. queueSize:{_}",
    logged_by="ReceiptHandleProcessor.init, 5.0.0 to 5.1.3; DefaultReceiptHandleManager.shutdown, 5.1.4 to 5.3.3",
)
UNEXPECT_ERROR_SCHEDULE_RENEW = Statement(
    template="unexpect error when schedule renew task",
    logged_by="ReceiptHandleProcessor.scheduleRenewTask, 5.0.0 to 5.1.3; DefaultReceiptHandleManager.scheduleRenewTask, 5.1.4 "
    "to 5.3.3",
    throws=True,
)
SCAN_RENEWAL_DONE_COST = Statement(
    template="scan for renewal done. cost:{_}ms",
    logged_by="ReceiptHandleProcessor.scheduleRenewTask, 5.0.0 to 5.1.0; "
    "DefaultReceiptHandleManager.scheduleRenewTask, DEBUG 5.1.1 to 5.3.3",
)
ERROR_RENEW_MESSAGE_MSG = Statement(
    template="error when renew message. msgID:{_}, handleStr:{_}",
    logged_by="ReceiptHandleProcessor.renewMessage, 5.0.0 to 5.1.3; DefaultReceiptHandleManager.renewMessage, 5.1.4 to 5.3.3",
    throws=True,
)
RENEWED_TOO_OFTEN = Statement(
    event="handle_renew_failed",
    template="handle has exceed max renewRetryTimes. handle:{handle:receipt}",
    logged_by="ReceiptHandleProcessor.startRenewMessage, 5.0.0 to 5.1.3; DefaultReceiptHandleManager.startRenewMessage, 5.1.4 "
    "to 5.3.3",
)
RENEW_FAILED = Statement(
    event="handle_renew_failed",
    template="error when renew. handle:{handle:receipt}",
    logged_by="ReceiptHandleProcessor.startRenewMessage, 5.0.0 to 5.1.3; DefaultReceiptHandleManager.startRenewMessage, 5.1.4 "
    "to 5.3.3",
    throws=True,
)
RENEW_REFUSED = Statement(
    event="handle_renew_failed",
    template="renew response is not ok. result:{_}, handle:{handle:receipt}",
    logged_by="ReceiptHandleProcessor.startRenewMessage, 5.0.0 to 5.1.3; DefaultReceiptHandleManager.startRenewMessage, 5.1.4 "
    "to 5.3.3",
    throws=True,
)
GROUPS_SUBSCRIPTION_GROUP_CONFIG = Statement(
    template="group's subscriptionGroupConfig is null when renew. handle: {_}",
    logged_by="ReceiptHandleProcessor.startRenewMessage, 5.0.0 to 5.1.3; DefaultReceiptHandleManager.startRenewMessage, 5.1.4 "
    "to 5.3.3",
)
ERROR_NACK_RENEW_HANDLE = Statement(
    template="error when nack in renew. handle:{_}",
    logged_by="ReceiptHandleProcessor.startRenewMessage, 5.0.0 to 5.1.3; DefaultReceiptHandleManager.startRenewMessage, 5.1.4 "
    "to 5.3.3",
    throws=True,
)
RENEW_STOPPED = Statement(
    event="handle_renew_failed",
    template="unexpect error when renew message, stop to renew it. handle:{handle:receipt}",
    logged_by="ReceiptHandleProcessor.startRenewMessage, 5.0.0 to 5.1.3; DefaultReceiptHandleManager.startRenewMessage, 5.1.4 "
    "to 5.3.3",
    throws=True,
)
ERROR_CLEAR_HANDLE_GROUP = Statement(
    template="error when clear handle for group. key:{_}",
    logged_by="ReceiptHandleProcessor.clearGroup, 5.0.0 to 5.1.3; DefaultReceiptHandleManager.clearGroup, 5.1.4 to 5.3.3",
    throws=True,
)
START_CLEAR_ALL_HANDLE = Statement(
    template="start clear all handle in receiptHandleProcessor",
    logged_by="ReceiptHandleProcessor.clearAllHandle, 5.0.0 to 5.1.3; DefaultReceiptHandleManager.clearAllHandle, 5.1.4 to 5.3.3",
)
CLEAR_ALL_HANDLE_RECEIPT = Statement(
    template="clear all handle in receiptHandleProcessor done",
    logged_by="ReceiptHandleProcessor.clearAllHandle, 5.0.0 to 5.1.3; DefaultReceiptHandleManager.clearAllHandle, 5.1.4 to 5.3.3",
)
LOCK_EXPIRED = Statement(
    event="handle_lock_expired",
    template="HandleData lock expired, acquire lock success and reset lock time. MessageReceiptHandle={handle:receipt}, "
    "lockTime={_:int}",
    logged_by="ReceiptHandleGroup.lock, 5.3.2 to 5.3.3",
)
HANDLE_DATA_LOCK_EXPIRED_UNLOCK = Statement(
    template="HandleData lock expired, unlock fail. MessageReceiptHandle={_}, lockTime={_}, now={_}",
    logged_by="ReceiptHandleGroup.unlock, 5.3.2 to 5.3.3",
)
CHANGE_MAX_NUMS_POP = Statement(
    template="change maxNums from {_} to {_} for pop request, with info: topic:{_}, group:{_}",
    logged_by="ConsumerProcessor.popMessage, 5.0.0 to 5.3.3",
)
BUG_POP_MESSAGE_BROKER = Statement(
    template="[BUG] pop message from broker but handle is empty. requestHeader:{_}, msg:{_}",
    logged_by="ConsumerProcessor.popMessage, 5.0.0 to 5.3.3",
)
PROCESS_FILTER_MESSAGE_FAILED = Statement(
    template="process filterMessage failed. requestHeader:{_}, msg:{_}",
    logged_by="ConsumerProcessor.popMessage, 5.0.0 to 5.3.3",
    throws=True,
)
LOCK_BATCH_MQ_FAILED = Statement(
    template="LockBatchMQ failed",
    logged_by="ConsumerProcessor.lockBatchMQ, 5.0.0 to 5.1.4",
    throws=True,
)
UNLOCK_BATCH_MQ_FAILED = Statement(
    template="UnlockBatchMQ failed",
    logged_by="ConsumerProcessor.unlockBatchMQ, 5.0.0 to 5.1.4",
    throws=True,
)
BUILD_ADDRESSABLE_MESSAGE_QUEUE = Statement(
    template="build addressable message queue fail, messageQueue = {_}",
    logged_by="ConsumerProcessor.buildAddressableSet, 5.1.4 to 5.3.3",
    throws=True,
)
LOCK_BATCH_MQ_FAILED_GROUP = Statement(
    template="LockBatchMQ failed, group={_}",
    logged_by="ConsumerProcessor.lockBatchMQ, 5.2.0 to 5.3.3",
    throws=True,
)
LOCK_BATCH_MQ_EXCEPTION = Statement(
    template="LockBatchMQ exception, group={_}",
    logged_by="ConsumerProcessor.lockBatchMQ, 5.2.0 to 5.3.3",
    throws=True,
)
UNLOCK_BATCH_MQ_FAILED_GROUP = Statement(
    template="UnlockBatchMQ failed, group={_}",
    logged_by="ConsumerProcessor.unlockBatchMQ, 5.2.0 to 5.3.3",
    throws=True,
)
UNLOCK_BATCH_MQ_EXCEPTION = Statement(
    template="UnlockBatchMQ exception, group={_}",
    logged_by="ConsumerProcessor.unlockBatchMQ, 5.2.0 to 5.3.3",
    throws=True,
)
FILL_TRANSACTION_DATA_FAILED = Statement(
    template="fillTransactionData failed. messageQueue: {_}, sendResult: {_}",
    logged_by="ProducerProcessor.fillTransactionData, 5.0.0 to 5.3.3",
    throws=True,
)
PARSE_BORN_TIME_ERROR = Statement(
    template="parse born time error, with value:{_}",
    logged_by="ProducerProcessor.buildSendMessageRequestHeader, 5.0.0 to 5.3.3",
)
