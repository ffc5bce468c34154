"""Pull consumers: DefaultLitePullConsumerImpl, DefaultMQPullConsumerImpl, MQPullConsumerScheduleService."""

from forensics.statements.template import Statement

CONSUMER_START_OK = Statement(
    template="the consumer [{_}] start OK",
    logged_by="DefaultLitePullConsumerImpl.start and DefaultMQPullConsumerImpl.start, 4.8.0 to 5.3.3",
)
SCHEDULED_TASK_FETCH_MESSAGE = Statement(
    template="ScheduledTask fetchMessageQueuesAndCompare exception",
    logged_by="DefaultLitePullConsumerImpl.run, 4.8.0 to 5.3.3",
    throws=True,
)
ERROR_OCCURRED_UPDATE_CONSUME = Statement(
    template="An error occurred when update consume offset Automatically.",
    logged_by="DefaultLitePullConsumerImpl.commitAll, 4.8.0 to 5.3.3",
)
SUBMIT_CONSUME_REQUEST_FAILED = Statement(
    template="Submit consumeRequest error",
    logged_by="DefaultLitePullConsumerImpl.submitConsumeRequest, 4.8.0 to 5.3.3",
    throws=True,
)
MESSAGE_QUEUE_NOT_ABLE = Statement(
    template="The message queue not be able to poll, because it's dropped. group={_}, messageQueue={_}",
    logged_by="DefaultLitePullConsumerImpl.run, 4.8.0 to 5.3.3",
)
CONSUME_REQUEST_COUNT_EXCEEDS = Statement(
    template="The consume request count exceeds threshold {_}, so do flow control, consume request count={_}, "
    "flowControlTimes={_}",
    logged_by="DefaultLitePullConsumerImpl.run, 4.8.0 to 5.3.3",
)
CACHED_MESSAGE_COUNT_EXCEEDS = Statement(
    template="The cached message count exceeds the threshold {_}, so do flow control, minOffset={_}, maxOffset={_}, count={_}, "
    "size={_} MiB, flowControlTimes={_}",
    logged_by="DefaultLitePullConsumerImpl.run, 4.8.0 to 5.3.3",
)
CACHED_MESSAGE_SIZE_EXCEEDS = Statement(
    template="The cached message size exceeds the threshold {_} MiB, so do flow control, minOffset={_}, maxOffset={_}, "
    "count={_}, size={_} MiB, flowControlTimes={_}",
    logged_by="DefaultLitePullConsumerImpl.run, 4.8.0 to 5.3.3",
)
QUEUES_MESSAGES_SPAN_LONG = Statement(
    template="The queue's messages, span too long, so do flow control, minOffset={_}, maxOffset={_}, maxSpan={_}, "
    "flowControlTimes={_}",
    logged_by="DefaultLitePullConsumerImpl.run, 4.8.0 to 5.3.3",
)
PULL_REQUEST_OFFSET_ILLEGAL = Statement(
    template="The pull request offset illegal, {_}",
    logged_by="DefaultLitePullConsumerImpl.run, 4.8.0 to 5.3.3",
)
ERROR_OCCURRED_PULL_MESSAGE = Statement(
    template="An error occurred in pull message process.",
    logged_by="DefaultLitePullConsumerImpl.run, 4.8.0 to 5.3.3",
    throws=True,
)
PERSIST_CONSUMER_OFFSET_ERROR = Statement(
    template="Persist consumer offset error for group: {_} ",
    logged_by="DefaultLitePullConsumerImpl.persistConsumerOffset, 4.8.0 to 5.3.3",
    throws=True,
)
TOPIC_HAD_REGISTERED_NEW = Statement(
    template="Topic {_} had been registered, new listener will overwrite the old one",
    logged_by="DefaultLitePullConsumerImpl.registerTopicMessageQueueChangeListener, 4.8.0 to 5.3.3",
)
FAILED_GET_NEXT_PULL = Statement(
    template="Failed to get next pull offset",
    logged_by="DefaultLitePullConsumerImpl.run, 4.9.0 to 5.3.3",
    throws=True,
)
POLLING_THREAD_INTERRUPTED = Statement(
    template="Polling thread was interrupted.",
    logged_by="DefaultLitePullConsumerImpl.run, 4.9.3 to 5.3.3",
    throws=True,
)
CONSUMER_OFFSET_MESSAGE_QUEUE = Statement(
    template="consumerOffset is -1 in messageQueue [{_}].",
    logged_by="DefaultLitePullConsumerImpl.commit, 4.9.4 to 5.3.3",
)
MESSAGE_QUEUES_EMPTY_IGNORE = Statement(
    template="MessageQueues is empty, Ignore this commit ",
    logged_by="DefaultLitePullConsumerImpl.commit, 4.9.5 to 5.3.3",
)
PARSE_SUBSCRIPTION_FAILED = Statement(
    template="parse subscription error",
    logged_by="DefaultMQPullConsumerImpl.subscriptions, 4.8.0 to 5.3.3",
    throws=True,
)
MQPULL_CONSUMER_SCHEDULE_SERVICE = Statement(
    template="MQPullConsumerScheduleService start OK, {_} {_}",
    logged_by="MQPullConsumerScheduleService.start, 4.8.0 to 5.3.3",
)
DO_PULL_TASK_FAILED = Statement(
    template="doPullTask Exception",
    logged_by="MQPullConsumerScheduleService.run, 4.8.0 to 5.3.3",
    throws=True,
)
PULL_TASK_CANCELLED_AFTER = Statement(
    template="The Pull Task is cancelled after doPullTask, {_}",
    logged_by="MQPullConsumerScheduleService.run and DefaultLitePullConsumerImpl.run, 4.8.0 to 5.3.3",
)
PULL_TASK_CALLBACK_NOT = Statement(
    template="Pull Task Callback not exist , {_}",
    logged_by="MQPullConsumerScheduleService.run, 4.8.0 to 5.3.3",
)
PULL_TASK_CANCELLED = Statement(
    template="The Pull Task is cancelled, {_}",
    logged_by="MQPullConsumerScheduleService.run, 4.8.0 to 5.3.3",
)
