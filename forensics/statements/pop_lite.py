"""POP of lite topics, from 5.5.0 on: PopLiteMessageProcessor and PopLiteLongPollingService."""

from forensics.statements.template import Statement

MAP_SIZE_TMP = Statement(
    template="litePollingMapSize={_}, tmpTotalSize={_}, atomicTotalSize={_}, diffSize={_}",
    logged_by="PopLiteLongPollingService.run, 5.5.0 to 5.5.1",
)
CHECK_ERROR = Statement(
    template="checkLitePolling error",
    logged_by="PopLiteLongPollingService.run, 5.5.0 to 5.5.1",
    throws=True,
)
NOTIFY_WAKE_UP = Statement(
    template="notify lite polling, wakeUp: {_}",
    logged_by="PopLiteLongPollingService.notifyMessageArriving, 5.5.0 to 5.5.1",
)
EXECUTE_REQUEST_WHEN = Statement(
    template="ExecuteRequestWhenWakeup error.",
    logged_by="PopLiteLongPollingService.wakeUp, 5.5.0 to 5.5.1",
    throws=True,
)
RESULT_FULL_TOTAL = Statement(
    template="lite polling {_}, result POLLING_FULL, total:{_}",
    logged_by="PopLiteLongPollingService.polling, 5.5.0 to 5.5.1",
)
RESULT_TIMEOUT = Statement(
    template="lite polling {_}, result POLLING_TIMEOUT",
    logged_by="PopLiteLongPollingService.polling, 5.5.0 to 5.5.1",
)
RESULT_FULL_SINGLE = Statement(
    template="lite polling {_}, result POLLING_FULL, singleSize:{_}",
    logged_by="PopLiteLongPollingService.polling, 5.5.0 to 5.5.1",
)
RESULT_SUC = Statement(
    template="lite polling {_}, result POLLING_SUC",
    logged_by="PopLiteLongPollingService.polling, 5.5.0 to 5.5.1",
)
RESULT_FULL_ADD = Statement(
    template="lite polling {_}, result POLLING_FULL, add fail, {_}",
    logged_by="PopLiteLongPollingService.polling, 5.5.0 to 5.5.1",
)
CLEAN_STRUCTURE = Statement(
    template="clean polling structure of {_}",
    logged_by="PopLiteLongPollingService.cleanUnusedResource, 5.5.0 to 5.5.1",
)
ADD_BACK_AGAIN = Statement(
    template="lite polling, add back again but failed. {_}",
    logged_by="PopLiteLongPollingService.run, 5.5.0 to 5.5.1",
)
TIMEOUT_WAKE_UP = Statement(
    template="timeout , wakeUp lite polling : {_}",
    logged_by="PopLiteLongPollingService.run, 5.5.0 to 5.5.1",
)
QUEUE_SIZE = Statement(
    template="lite polling queue {_} , size={_} ",
    logged_by="PopLiteLongPollingService.run, 5.5.0 to 5.5.1",
)
PARENT_TOPIC_NOT = Statement(
    template="The parentTopic {_} not exist, consumer: {_} ",
    logged_by="PopLiteMessageProcessor.preCheck, 5.5.0 to 5.5.1",
)
TOPIC_REJECTED_BY = Statement(
    template="popLiteTopic rejected by tombstone: clientId={_}, group={_}, lmqName={_}",
    logged_by="PopLiteMessageProcessor.popByClientId, 5.5.1",
)
TOPIC_ERROR = Statement(
    template="popLiteTopic error. {_}, {_}",
    logged_by="PopLiteMessageProcessor.popLiteTopic, 5.5.0 to 5.5.1",
    throws=True,
)
INIT_OFFSET_GROUP = Statement(
    template="init offset, group:{_}, topic:{_}, offset:{_}",
    logged_by="PopLiteMessageProcessor.getPopOffset, 5.5.0 to 5.5.1",
)
FIND_RESET_OFFSET = Statement(
    template="find resetOffset, group:{_}, topic:{_}, resetOffset:{_}",
    logged_by="PopLiteMessageProcessor.getPopOffset, 5.5.0 to 5.5.1",
)
FAILED_COLLECT_CONSUMER = Statement(
    template="Failed to collect lite consumer lag metrics for group={_}, topic={_}, liteTopic={_}",
    logged_by="PopLiteMessageProcessor.collectLiteConsumerLagMetrics, 5.5.0 to 5.5.1",
    throws=True,
)
CORRECT_OFFSET_FROM = Statement(
    template="correct offset, {_}, {_}, from {_} to {_}",
    logged_by="PopLiteMessageProcessor.getMessage, 5.5.0 to 5.5.1",
)
