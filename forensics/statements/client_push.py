"""The push consumer: DefaultMQPushConsumerImpl, PullMessageService, PullAPIWrapper."""

from forensics.statements.template import Statement

REGISTER_FILTER_MESSAGE_HOOK = Statement(
    template="register FilterMessageHook Hook, {_}",
    logged_by="DefaultMQPushConsumerImpl.registerFilterMessageHook, 4.8.0 to 5.3.3",
)
REGISTER_CONSUME_MESSAGE_HOOK = Statement(
    template="register consumeMessageHook Hook, {_}",
    logged_by="DefaultMQPushConsumerImpl.registerConsumeMessageHook, 4.8.0 to 5.3.3",
)
PULL_REQUEST_DROPPED = Statement(
    template="the pull request[{_}] is dropped.",
    logged_by="DefaultMQPushConsumerImpl.pullMessage, 4.8.0 to 5.3.3",
    seen="H-5.3.3-cfreeze:consumer/logs/rocketmqlogs/rocketmq_client.log:56",
)
PULL_MESSAGE_EXCEPTION_CONSUMER = Statement(
    template="pullMessage exception, consumer state not ok",
    logged_by="DefaultMQPushConsumerImpl.pullMessage, 4.8.0 to 5.3.3",
    throws=True,
)
CONSUMER_PAUSED_EXECUTE_PULL = Statement(
    template="consumer was paused, execute pull request later. instanceName={_}, group={_}",
    logged_by="DefaultMQPushConsumerImpl.popMessage, 4.8.0 to 5.3.3",
)
CACHED_MESSAGE_COUNT_EXCEEDS = Statement(
    template="the cached message count exceeds the threshold {_}, so do flow control, minOffset={_}, maxOffset={_}, count={_}, "
    "size={_} MiB, pullRequest={_}, flowControlTimes={_}",
    logged_by="DefaultMQPushConsumerImpl.pullMessage, 4.8.0 to 5.3.3",
)
CACHED_MESSAGE_SIZE_EXCEEDS = Statement(
    template="the cached message size exceeds the threshold {_} MiB, so do flow control, minOffset={_}, maxOffset={_}, "
    "count={_}, size={_} MiB, pullRequest={_}, flowControlTimes={_}",
    logged_by="DefaultMQPushConsumerImpl.pullMessage, 4.8.0 to 5.3.3",
)
QUEUES_MESSAGES_SPAN_LONG = Statement(
    template="the queue's messages, span too long, so do flow control, minOffset={_}, maxOffset={_}, maxSpan={_}, "
    "pullRequest={_}, flowControlTimes={_}",
    logged_by="DefaultMQPushConsumerImpl.pullMessage, 4.8.0 to 5.3.3",
)
FIRST_TIME_PULL_MESSAGE = Statement(
    template="the first time to pull message, so fix offset from broker. pullRequest: {_} NewOffset: {_} brokerBusy: {_}",
    logged_by="DefaultMQPushConsumerImpl.pullMessage, 4.8.0 to 5.3.3",
)
NOTIFYME_FIRST_TIME_PULL = Statement(
    template="[NOTIFYME]the first time to pull message, but pull request offset larger than broker consume offset. "
    "pullRequest: {_} NewOffset: {_}",
    logged_by="DefaultMQPushConsumerImpl.pullMessage, 4.8.0 to 5.3.3",
)
PULL_MESSAGE_LATER_NOT = Statement(
    template="pull message later because not locked in broker, {_}",
    logged_by="DefaultMQPushConsumerImpl.pullMessage, 4.8.0 to 5.3.3",
)
FIND_CONSUMERS_SUBSCRIPTION_FAILED = Statement(
    template="find the consumer's subscription failed, {_}",
    logged_by="DefaultMQPushConsumerImpl.popMessage, 4.8.0 to 5.3.3",
)
BUG_PULL_MESSAGE_RESULT = Statement(
    template="[BUG] pull message result maybe data wrong, nextBeginOffset: {_} firstMsgOffset: {_} prevRequestOffset: {_}",
    logged_by="DefaultMQPushConsumerImpl.onSuccess, 4.8.0 to 5.3.3",
)
OFFSET_ILLEGAL = Statement(
    event="pull_offset_illegal",
    template="the pull request offset illegal, {pull:pull} {_}",
    logged_by="DefaultMQPushConsumerImpl.onSuccess, 4.8.0 to 5.3.3",
)
OFFSET_FIXED = Statement(
    event="pull_offset_fixed",
    template="fix the pull request offset, {pull:pull}",
    logged_by="DefaultMQPushConsumerImpl.run, 4.8.0 to 5.3.3",
)
EXECUTE_TASK_LATER_FAILED = Statement(
    template="executeTaskLater Exception",
    logged_by="DefaultMQPushConsumerImpl.run, 4.8.0 to 5.3.3",
    throws=True,
)
PULL_KERNEL_IMPL_FAILED = Statement(
    template="pullKernelImpl exception",
    logged_by="DefaultMQPushConsumerImpl.onException, 4.8.0 to 5.3.3",
    throws=True,
)
RESUME_CONSUMER = Statement(
    template="resume this consumer, {_}",
    logged_by="DefaultMQPushConsumerImpl.resume, 4.8.0 to 5.3.3",
)
CONSUMER_SHUTDOWN_OK = Statement(
    template="the consumer [{_}] shutdown OK",
    logged_by="DefaultMQPushConsumerImpl.shutdown, 4.8.0 to 5.3.3",
    seen="H-4.8.0-bfail:consumer/logs/rocketmqlogs/rocketmq_client.log:899",
)
CONSUMER_START_BEGINNING_MESSAGE = Statement(
    template="the consumer [{_}] start beginning. messageModel={_}, isUnitMode={_}",
    logged_by="DefaultMQPushConsumerImpl.start, 4.8.0 to 5.3.3",
    seen="H-4.8.0-bfail:consumer/logs/rocketmqlogs/rocketmq_client.log:1",
)
SUSPEND_CONSUMER = Statement(
    template="suspend this consumer, {_}",
    logged_by="DefaultMQPushConsumerImpl.suspend, 4.8.0 to 5.3.3",
)
GROUP_PERSIST_CONSUMER_OFFSET = Statement(
    template="group: {_} persistConsumerOffset exception",
    logged_by="DefaultMQPushConsumerImpl.persistConsumerOffset, 4.8.0 to 5.3.3",
    throws=True,
)
FAILED_COMPUTE_PULL_OFFSET = Statement(
    template="Failed to compute pull offset, pullResult: {_}",
    logged_by="DefaultMQPushConsumerImpl.pullMessage, 4.9.0 to 5.3.3",
    throws=True,
)
POP_REQUEST_DROPPED = Statement(
    template="the pop request[{_}] is dropped.",
    logged_by="DefaultMQPushConsumerImpl.popMessage, 5.0.0 to 5.3.3",
)
MESSAGES_WAITING_ACK_EXCEEDS = Statement(
    template="the messages waiting to ack exceeds the threshold {_}, so do flow control, popRequest={_}, flowControlTimes={_}, "
    "wait count={_}",
    logged_by="DefaultMQPushConsumerImpl.popMessage, 5.0.0 to 5.3.3",
)
POP_CALLBACK_POP_RESULT = Statement(
    template="pop callback popResult is null",
    logged_by="DefaultMQPushConsumerImpl.onSuccess, 5.0.0 to 5.3.3",
)
EXECUTE_PULL_REQUEST_FAILED = Statement(
    template="execute the pull request exception: {_}",
    logged_by="DefaultMQPushConsumerImpl.onException, 5.0.0 to 5.3.3",
)
POP_ASYNC_FAILED = Statement(
    template="popAsync exception",
    logged_by="DefaultMQPushConsumerImpl.onException, 5.0.0 to 5.3.3",
    throws=True,
)
BROKER_NOT_EXIST = Statement(
    template="The broker[{_}] not exist",
    logged_by="DefaultMQPushConsumerImpl.ackAsync, 5.0.0 to 5.3.3",
)
ACK_MESSAGE_FAIL_ACK = Statement(
    template="Ack message fail. ackResult: {_}, extraInfo: {_}",
    logged_by="DefaultMQPushConsumerImpl.onSuccess, 5.0.0 to 5.3.3",
)
ACK_MESSAGE_FAIL_EXTRA = Statement(
    template="Ack message fail. extraInfo: {_}  error message: {_}",
    logged_by="DefaultMQPushConsumerImpl.onException, 5.0.0 to 5.3.3",
)
ACK_ASYNC_FAILED = Statement(
    template="ack async error.",
    logged_by="DefaultMQPushConsumerImpl.onException, 5.0.0 to 5.3.3",
    throws=True,
)
CONSUME_MESSAGE_HOOK_EXECUTE = Statement(
    template="consumeMessageHook {_} executeHookBefore exception",
    logged_by="DefaultMQPushConsumerImpl.executeHookBefore, 5.1.0 to 5.3.3",
    throws=True,
)
CONSUME_MESSAGE_HOOK_EXECUTE_HOOK = Statement(
    template="consumeMessageHook {_} executeHookAfter exception",
    logged_by="DefaultMQPushConsumerImpl.executeHookAfter, 5.1.0 to 5.3.3",
    throws=True,
)
SUBSCRIPTION_NOT_LATEST_GROUP = Statement(
    template="the subscription is not latest, group={_}, messageQueue={_}",
    logged_by="DefaultMQPushConsumerImpl.onException, 5.2.0 to 5.3.3",
    seen="N-5.3.1-push:proxyA/logs/rocketmqlogs/broker_default.log:36",
)
RECONSUME_TIMES_REACHED_ACK = Statement(
    template="Reconsume times has reached {_}, so ack msg={_}",
    logged_by="DefaultMQPushConsumerImpl.processPopResult, 5.3.1 to 5.3.3",
)
POP_MESSAGE_EXCEPTION_CONSUMER = Statement(
    template="popMessage exception, consumer state not ok",
    logged_by="DefaultMQPushConsumerImpl.popMessage, 5.3.2 to 5.3.3",
    throws=True,
)
START_CONSUMER_FAIL = Statement(
    template="Start the consumer {_} fail.",
    logged_by="DefaultMQPushConsumerImpl.start, 5.3.2 to 5.3.3",
    throws=True,
)
SYSTEM_MQTRACE_HOOK_INIT = Statement(
    template="system mqtrace hook init failed ,maybe can't send msg trace data",
    logged_by="DefaultMQPushConsumer.start, 4.8.0 to 5.3.3",
)
TRACE_DISPATCHER_START_FAILED = Statement(
    template="trace dispatcher start failed ",
    logged_by="DefaultMQPushConsumer.start, 4.8.0 to 5.3.3",
    throws=True,
)
PULL_MESSAGE_SERVICE_SCHEDULED = Statement(
    template="PullMessageServiceScheduledThread has shutdown",
    logged_by="PullMessageService.executeTask, 4.8.0 to 5.3.3",
    seen="H-4.8.0-bfail:consumer/logs/rocketmqlogs/rocketmq_client.log:848",
)
EXECUTE_PULL_REQUEST_IMMEDIATELY = Statement(
    template="executePullRequestImmediately pullRequestQueue.put",
    logged_by="PullMessageService.executePopPullRequestImmediately, 4.8.0 to 5.3.3",
    throws=True,
)
NO_MATCHED_CONSUMER_PULL = Statement(
    template="No matched consumer for the PullRequest {_}, drop it",
    logged_by="PullMessageService.pullMessage, 4.8.0 to 5.3.3",
)
PULL_MESSAGE_SERVICE_RUN = Statement(
    template="Pull Message Service Run Method exception",
    logged_by="PullMessageService.run, 4.8.0 to 5.3.3",
    throws=True,
)
NO_MATCHED_CONSUMER_POP = Statement(
    template="No matched consumer for the PopRequest {_}, drop it",
    logged_by="PullMessageService.popMessage, 5.0.0 to 5.3.3",
)
EXECUTE_HOOK_ERROR_HOOK = Statement(
    template="execute hook error. hookName={_}",
    logged_by="PullAPIWrapper.executeHook, 4.8.0 to 5.3.3; DefaultMQPushConsumerImpl.processPopResult, 5.0.0 to 5.3.3",
)
TRY_DECODE_INNER_BATCH = Statement(
    template="Try to decode the inner batch failed for {_}",
    logged_by="PullAPIWrapper.processPullResult, 5.0.0 to 5.3.3",
    throws=True,
)
