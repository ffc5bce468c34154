"""The gRPC Go client's assignments, and its push consumers: push_consumer.go, lite_push_consumer.go, consumer_service.go."""

from forensics.statements.template import Statement

KIND = "client"

SCAN_FAILED = Statement(
    template="Exception raised while scanning the assignments, topic={_}, clientId={_}, err={_}",
    logged_by="defaultPushConsumer.scanAssignments, 5.1.3 to 5.1.4 of rocketmq-client-golang",
)


QUEUE_TAKEN = Statement(
    template="Start to fetch message from remote, mq={_}, clientId={{}}%!(EXTRA {_}",
    logged_by="defaultPushConsumer.syncProcessQueue, 5.1.3 to 5.1.4 of rocketmq-client-golang",
    seen="N-5.2.0-go:app2/logs/rocketmq/rocketmq_client_go.log:18",
)


WAIT_FAILED = Statement(
    template="Unexpected exception while waiting for the inflight receive requests to be finished, clientId={_}, err={_}",
    logged_by="defaultPushConsumer.waitingReceiveRequestFinished, 5.1.3 to 5.1.4 of rocketmq-client-golang",
)


INTERCEPTOR_RAISED = Statement(
    template="Message Interceptor raised an exception while consuming messages, clientId={_}, mq={_}, messageId={_}, err={_}",
    logged_by="baseConsumeService.newConsumeTask, 5.1.3 to 5.1.4 of rocketmq-client-golang",
)

NOTHING_TO_CONSUME = Statement(
    template="[Bug] messageViews is nil when consumeIteratively",
    logged_by="fifoConsumeService.consumeIteratively, 5.1.3 to 5.1.4 of rocketmq-client-golang",
)

POOL_STOPPED = Statement(
    template="routine pool is shutdown, name={_}",
    logged_by="NewSimpleThreadPool, 5.1.3 to 5.1.4 of rocketmq-client-golang",
)

POOL_TASK_PANICKED = Statement(
    template="recover: simple thread pool [{_}], task={_}, err={_}",
    logged_by="simpleThreadPool.Submit, 5.1.3 to 5.1.4 of rocketmq-client-golang",
)

POOL_NOT_RUNNING = Statement(
    template="simple thread pool [{_}] is not running, task={_}",
    logged_by="simpleThreadPool.Submit, 5.1.3 to 5.1.4 of rocketmq-client-golang",
)

LITE_UNSUBSCRIBED = Statement(
    template="LitePushConsumer notifyUnsubscribeLite liteTopic:{_}",
    logged_by="defaultLitePushConsumer.notifyUnsubscribeLite, 5.1.4 of rocketmq-client-golang",
)

LITE_SUBSCRIBE_FAILED = Statement(
    template="LitePushConsumer SubscribeLite liteTopic:{_} err:{_}",
    logged_by="defaultLitePushConsumer.SubscribeLite, 5.1.4 of rocketmq-client-golang",
)

LITE_UNSUBSCRIBE_FAILED = Statement(
    template="LitePushConsumer UnSubscribeLite liteTopic:{_} err:{_}",
    logged_by="defaultLitePushConsumer.UnSubscribeLite, 5.1.4 of rocketmq-client-golang",
)

LITE_NOT_RUNNING = Statement(
    template="[bug] LitePushConsumer not running. clientId: {_}",
    logged_by="defaultLitePushConsumer.checkRunning, 5.1.4 of rocketmq-client-golang",
)

LITE_SYNC_FAILED = Statement(
    template="LitePushConsumer syncAllLiteSubscription:{_},  err:{_}",
    logged_by="defaultLitePushConsumer.syncAllLiteSubscription, 5.1.4 of rocketmq-client-golang",
)

LITE_SYNC = Statement(
    template="syncLiteSubscription action:{_}, topic:{_}, group:{_}, clientId:{_}, liteTopic{_}",
    logged_by="defaultLitePushConsumer.syncLiteSubscription, 5.1.4 of rocketmq-client-golang",
)

LITE_SETTINGS_FAILED = Statement(
    template="litePushConsumerSettings applySettingsCommand failed",
    logged_by="litePushConsumerSettings.applySettingsCommand, 5.1.4 of rocketmq-client-golang",
)

LITE_NO_SUBSCRIPTION = Statement(
    template="onSettingsCommand err = subscription is nil",
    logged_by="litePushConsumerSettings.applySettingsCommand, 5.1.4 of rocketmq-client-golang",
)
