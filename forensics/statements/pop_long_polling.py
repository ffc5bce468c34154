"""Pop requests that wait for messages: PopLongPollingService, and the processors that held them before 5.1.1."""

from forensics.statements.template import Statement

KIND = "broker"

WAITS = Statement(
    template="polling {_:command}, result POLLING_SUC",
    logged_by="PopLongPollingService.polling, PopMessageProcessor.polling, 5.0.0 to 5.3.3, with enablePopLog",
    seen="C-5.3.0-healthy-poplog:broker-a-1/logs/pop.log:1783",
)
TIMED_OUT = Statement(
    template="polling {_:command}, result POLLING_TIMEOUT",
    logged_by="PopLongPollingService.polling, PopMessageProcessor.polling, 5.0.0 to 5.3.3, with enablePopLog",
    seen="C-5.3.0-healthy-poplog:broker-a-1/logs/pop.log:1788",
)
FULL_TOTAL = Statement(
    event="polling_full",
    template="polling {request:command}, result POLLING_FULL, total:{_:int}",
    logged_by="PopLongPollingService.polling, PopMessageProcessor.polling, 5.0.0 to 5.3.3",
)
FULL_SINGLE = Statement(
    event="polling_full",
    template="polling {request:command}, result POLLING_FULL, singleSize:{_:int}",
    logged_by="PopLongPollingService.polling, PopMessageProcessor.polling, 5.0.0 to 5.3.3",
)
FULL_ADD = Statement(
    event="polling_full",
    template="polling {_:rest}, result POLLING_FULL, add fail, {_:rest}",
    logged_by="PopLongPollingService.polling, PopMessageProcessor.polling, 5.0.0 to 5.3.3",
)
NOTIFICATION_WAITS = Statement(
    template="polling {_:command}, result {_:word}",
    logged_by="NotificationProcessor.polling, 5.0.0 to 5.1.0",
)
WOKEN_TIMEOUT = Statement(
    template="timeout , wakeUp polling : {_:rest}",
    logged_by="PopLongPollingService.run, PopMessageProcessor.run, 5.0.0 to 5.3.3, with enablePopLog",
    seen="C-5.3.0-healthy-poplog:broker-a-1/logs/pop.log:1786",
)
WOKEN_ARRIVED = Statement(
    template="lock release, new msg arrive, wakeUp: {_:rest}",
    logged_by="PopLongPollingService.notifyMessageArriving, 5.3.0 to 5.3.3, with enablePopLog",
    seen="P-5.3.0-poplog:broker-a-0/logs/pop.log:754",
)
WOKEN_ARRIVED_OLD = Statement(
    template="lock release , new msg arrive , wakeUp : {_:rest}",
    logged_by="PopLongPollingService.notifyMessageArriving, PopMessageProcessor.notifyMessageArriving, 5.0.0 to 5.2.0, with "
    "enablePopLog",
    seen="F-5.0.0-merge:broker-a-0/logs/rocketmqlogs/pop.log:1940",
)
NOTIFIED = Statement(
    template="notify long polling request. topic:{_}, group:{_}, queueId:{_:int}, success:{_:bool}",
    logged_by="PopMessageProcessor.notifyLongPollingRequestIfNeed, 5.1.0 to 5.3.3, with enablePopLog",
    seen="F-5.3.3-kv:broker-a-0/logs/rocketmqlogs/pop.log:781",
)
ADDED_AGAIN = Statement(
    template="polling, add fail again: {_:rest}",
    logged_by="PopLongPollingService.run, PopMessageProcessor.run, 5.0.0 to 5.3.3",
)
QUEUE = Statement(
    template="polling queue {_} , size={_:int}",
    logged_by="PopLongPollingService.run, PopMessageProcessor.run, 5.0.0 to 5.3.3",
)
SIZES = Statement(
    template="pollingMapSize={_:int},tmpTotalSize={_:int},atomicTotalSize={_:int},diffSize={_:int}",
    logged_by="PopLongPollingService.run, PopMessageProcessor.run, 5.0.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-0/logs/pop.log:1100",
)
RUN_THREW = Statement(
    event="pop_service_failed",
    template="checkPolling error",
    logged_by="PopLongPollingService.run, PopMessageProcessor.run, 5.0.0 to 5.3.3",
    throws=True,
)
NOTIFICATION_THREW = Statement(
    event="pop_service_failed",
    template="checkNotificationPolling error",
    logged_by="NotificationProcessor, 5.0.0 to 5.1.0",
    throws=True,
)
CLEAN_THREW = Statement(
    event="pop_service_failed",
    template="cleanUnusedResource",
    logged_by="PopLongPollingService.cleanUnusedResource, PopMessageProcessor.cleanUnusedResource, 5.0.0 to 5.3.3",
    throws=True,
)
TOPIC_REMOVED = Statement(
    event="pop_topic_gone",
    template="remove nonexistent topic {topic:word} in {_:word}!",
    logged_by="PopLongPollingService.cleanUnusedResource, 5.3.2 to 5.3.3",
)
TOPIC_REMOVED_OLD = Statement(
    event="pop_topic_gone",
    template="remove not exit topic {topic:word} in {_:word}!",
    logged_by="PopLongPollingService.cleanUnusedResource, PopMessageProcessor.cleanUnusedResource, 5.0.0 to 5.3.1",
)
GROUP_REMOVED = Statement(
    event="pop_group_gone",
    template="remove nonexistent subscription group {group:word} of topic {topic:word} in {_:word}!",
    logged_by="PopLongPollingService.cleanUnusedResource, 5.3.2 to 5.3.3",
)
GROUP_REMOVED_OLD = Statement(
    event="pop_group_gone",
    template="remove not exit sub {group:word} of topic {topic:word} in {_:word}!",
    logged_by="PopLongPollingService.cleanUnusedResource, PopMessageProcessor.cleanUnusedResource, 5.0.0 to 5.3.1",
)
NOTIFICATION_EARLY = Statement(
    template="not timeout , but wakeUp Notification in advance: {_:rest}",
    logged_by="NotificationProcessor, 5.0.0",
)
NOTIFICATION_TIMEOUT = Statement(
    template="timeout , wakeUp Notification : {_:rest}",
    logged_by="NotificationProcessor, 5.0.0 to 5.1.0",
)
NOTIFICATION_ARRIVED = Statement(
    template="new msg arrive , wakeUp : {_:rest}",
    logged_by="NotificationProcessor.notifyMessageArriving, 5.0.0 to 5.1.0",
)
EXECUTE_THREW = Statement(
    event="pop_failed",
    template="ExecuteRequestWhenWakeup run",
    logged_by="PopLongPollingService.wakeUp, PopMessageProcessor.wakeUp, 5.0.0 to 5.3.3",
    throws=True,
)
ANSWER_FAILED = Statement(
    event="pop_failed",
    template="ProcessRequestWrapper response to {_:word} failed",
    logged_by="PopLongPollingService.wakeUp, PopMessageProcessor.wakeUp, 5.0.0 to 5.3.3: the client did not get the batch",
    throws=True,
)
ANSWER_THREW = Statement(
    event="pop_failed",
    template="ProcessRequestWrapper process request over, but response failed",
    logged_by="PopMessageProcessor.wakeUp, NotificationProcessor.wakeUp, 5.0.0",
    throws=True,
)
WAITING_REQUEST = Statement(
    template="PopRequest{{cmd={_}, ctx={_}, expired={_:int}, complete={_:bool}, op={_:int}}}",
    logged_by="PopLongPollingService.wakeUp, PopMessageProcessor.wakeUp, 5.0.0 to 5.3.3: the request of the line before",
)
