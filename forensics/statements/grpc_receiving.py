"""How the gRPC Java client receives and acknowledges: ProcessQueueImpl and the consume services."""

from forensics.statements.template import Statement

KIND = "client"

ACK_REFUSED = Statement(
    event="grpc_ack_failed",
    template="Failed to ack message, would attempt to re-ack later, clientId={client_id:word}, consumerGroup={group}, "
    "attempt={attempt:int}, messageId={message_id:word}, mq={queue:grpc_queue}, code={status:word}, requestId={request_id:word}, "
    "endpoints={endpoints:word}, status message=[{status_text}]",
    logged_by="ProcessQueueImpl.ackMessage, 5.0.2 to 5.2.1 of rocketmq-client-java",
    seen="N-5.3.1-push:consumer/logs/rocketmq/rocketmq-client.log:54",
)
ACK_FAILED = Statement(
    event="grpc_ack_failed",
    template="Exception raised while acknowledging message, clientId={client_id:word}, consumerGroup={group}, "
    "would attempt to re-ack later, attempt={attempt:int}, messageId={message_id:word}, mq={queue:grpc_queue}, "
    "endpoints={endpoints:word}",
    logged_by="ProcessQueueImpl.ackMessage, 5.0.2 to 5.2.1 of rocketmq-client-java",
    throws=True,
)
ACK_OK = Statement(
    event="grpc_ack_ok_finally",
    template="Finally, ack message successfully, clientId={client_id:word}, consumerGroup={group}, attempt={attempt:int}, "
    "messageId={message_id:word}, mq={queue:grpc_queue}, endpoints={endpoints:word}, requestId={request_id:word}",
    logged_by="ProcessQueueImpl.ackMessage, 5.0.2 to 5.2.1 of rocketmq-client-java",
    seen="N-5.3.1-push:consumer/logs/rocketmq/rocketmq-client.log:99",
)
PROCESS_QUEUE_IDLE_IDLE = Statement(
    template="Process queue is idle, idleDuration={_}, maxIdleDuration={_}, afterCacheFullDuration={_}, mq={_}, clientId={_}",
    logged_by="ProcessQueueImpl.expired, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "ProcessQueue.Expired, 5.2.1 of rocketmq-client-csharp; "
    "defaultProcessQueue.expired, 5.1.3 to 5.1.4 of rocketmq-client-golang",
)
TRY_RECEIVE_MESSAGE_LATER = Statement(
    template="Try to receive message later, mq={_}, delay={_}, clientId={_}",
    logged_by="ProcessQueueImpl.receiveMessageLater, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "ProcessQueue.ReceiveMessageLater, 5.2.1 of rocketmq-client-csharp; "
    "defaultProcessQueue.receiveMessageLater, 5.1.3 to 5.1.4 of rocketmq-client-golang",
    seen="N-5.3.1-push:consumer/logs/rocketmq/rocketmq-client.log:50",
)
BUG_FAILED_SCHEDULE_MESSAGE = Statement(
    template="[Bug] Failed to schedule message receiving request, mq={_}, clientId={_}",
    logged_by="ProcessQueueImpl.receiveMessageLater, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "ProcessQueue.ReceiveMessageLater, 5.2.1 of rocketmq-client-csharp",
    throws=True,
)
PROCESS_QUEUE_DROPPED_NO = Statement(
    template="Process queue has been dropped, no longer receive message, mq={_}, clientId={_}",
    logged_by="ProcessQueueImpl.receiveMessage, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "ProcessQueue.ReceiveMessage, 5.2.1 of rocketmq-client-csharp; "
    "defaultProcessQueue.receiveMessageWithAttemptId, 5.1.3 to 5.1.4 of rocketmq-client-golang",
)
PROCESS_QUEUE_CACHE_FULL = Statement(
    template="Process queue cache is full, would receive message later, mq={_}, clientId={_}",
    logged_by="ProcessQueueImpl.receiveMessage, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "ProcessQueue.ReceiveMessage, 5.2.1 of rocketmq-client-csharp; "
    "defaultProcessQueue.receiveMessageWithAttemptId, 5.1.3 to 5.1.4 of rocketmq-client-golang",
)
STOP_RECEIVE_MESSAGE_CONSUMER = Statement(
    template="Stop to receive message because consumer is not running, mq={_}, clientId={_}",
    logged_by="ProcessQueueImpl.receiveMessageImmediately, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "ProcessQueue.ReceiveMessageImmediately, 5.2.1 of rocketmq-client-csharp; "
    "defaultProcessQueue.receiveMessageImmediatelyWithAttemptId, 5.1.3 to 5.1.4 of rocketmq-client-golang",
    seen="N-5.3.1-push:consumer/logs/rocketmq/rocketmq-client.log:135",
)
BUG_EXCEPTION_RAISED_WHILE = Statement(
    template="[Bug] Exception raised while handling receive result, mq={_}, endpoints={_}, clientId={_}",
    logged_by="ProcessQueueImpl.onSuccess, 5.0.2 to 5.2.1 of rocketmq-client-java",
    throws=True,
)
RECEIVE_FAILED_OLD = Statement(
    event="grpc_receive_failed",
    template="Exception raised during message reception, mq={queue:grpc_queue}, endpoints={endpoints:word}, "
    "clientId={client_id:word}",
    logged_by="ProcessQueueImpl.onFailure, 5.0.2 to 5.0.5 of rocketmq-client-java",
    throws=True,
)
EXCEPTION_RAISED_DURING_MESSAGE_RECEPTION = Statement(
    template="Exception raised during message reception, mq={_}, clientId={_}",
    logged_by="ProcessQueueImpl.onFailure, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "ProcessQueue.ReceiveMessageImmediately, 5.2.1 of rocketmq-client-csharp",
    throws=True,
)
PROCESS_QUEUE_TOTAL_CACHED = Statement(
    template="Process queue total cached messages quantity exceeds the threshold, threshold={_}, actual={_}, mq={_}, "
    "clientId={_}",
    logged_by="ProcessQueueImpl.isCacheFull, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "ProcessQueue.IsCacheFull, 5.2.1 of rocketmq-client-csharp; "
    "defaultProcessQueue.isCacheFull, 5.1.3 to 5.1.4 of rocketmq-client-golang",
)
PROCESS_QUEUE_TOTAL_CACHED_MESSAGES = Statement(
    template="Process queue total cached messages memory exceeds the threshold, threshold={_} bytes, actual={_} bytes, mq={_}, "
    "clientId={_}",
    logged_by="ProcessQueueImpl.isCacheFull, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "ProcessQueue.IsCacheFull, 5.2.1 of rocketmq-client-csharp",
)
DISCARD_MESSAGE_MQ_MESSAGE = Statement(
    template="Discard message, mq={_}, messageId={_}, clientId={_}",
    logged_by="ProcessQueueImpl.discardMessage, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "ProcessQueue.DiscardMessage, 5.2.1 of rocketmq-client-csharp; "
    "defaultProcessQueue.discardMessage, 5.1.3 to 5.1.4 of rocketmq-client-golang",
)
DISCARD_FIFO_MESSAGE_MQ = Statement(
    template="Discard fifo message, mq={_}, messageId={_}, clientId={_}",
    logged_by="ProcessQueueImpl.discardFifoMessage, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "ProcessQueue.DiscardFifoMessage, 5.2.1 of rocketmq-client-csharp; "
    "defaultProcessQueue.discardFifoMessage, 5.1.3 to 5.1.4 of rocketmq-client-golang",
)
FAILED_CHANGE_INVISIBLE_DURATION = Statement(
    template="Failed to change invisible duration due to the invalid receipt handle, forgive to retry, clientId={_:word}, "
    "consumerGroup={_}, messageId={_:word}, attempt={_:int}, mq={_:word}, endpoints={_:word}, requestId={_:word}, status "
    "message=[{_}]",
    logged_by="ProcessQueueImpl.onSuccess, 5.0.2 to 5.2.1 of rocketmq-client-java",
)
FAILED_CHANGE_INVISIBLE_DURATION_WOULD = Statement(
    template="Failed to change invisible duration, would retry later, clientId={_:word}, consumerGroup={_}, messageId={_:word}, "
    "attempt={_:int}, mq={_:word}, endpoints={_:word}, requestId={_:word}, status message=[{_}]",
    logged_by="ProcessQueueImpl.onSuccess, 5.0.2 to 5.2.1 of rocketmq-client-java",
)
FINALLY_CHANGE_INVISIBLE_DURATION = Statement(
    template="Finally, change invisible duration successfully, clientId={_}, consumerGroup={_} messageId={_}, attempt={_}, "
    "mq={_}, endpoints={_}, requestId={_}",
    logged_by="ProcessQueueImpl.onSuccess, 5.0.2 to 5.2.1 of rocketmq-client-java",
)
EXCEPTION_RAISED_WHILE_CHANGING = Statement(
    template="Exception raised while changing invisible duration, would retry later, clientId={_}, consumerGroup={_}, "
    "messageId={_}, mq={_}, endpoints={_}",
    logged_by="ProcessQueueImpl.onFailure, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "ProcessQueue.ChangeInvisibleDuration, 5.2.1 of rocketmq-client-csharp",
    throws=True,
)
BUG_FAILED_SCHEDULE_MESSAGE_CHANGE = Statement(
    template="[Bug] Failed to schedule message change invisible duration request, mq={_}, messageId={_}, clientId={_}",
    logged_by="ProcessQueueImpl.changeInvisibleDurationLater, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "ProcessQueue.ChangeInvisibleDurationLater, 5.2.1 of rocketmq-client-csharp; "
    "defaultProcessQueue.ackMessageLater, 5.1.3 to 5.1.4 of rocketmq-client-golang",
)
FAILED_CONSUME_FIFO_MESSAGE = Statement(
    template="Failed to consume fifo message finally, run out of attempt times, maxAttempts={_}, attempt={_}, mq={_}, "
    "messageId={_}, clientId={_}",
    logged_by="ProcessQueueImpl.eraseFifoMessage, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "ProcessQueue.EraseFifoMessage, 5.2.1 of rocketmq-client-csharp; "
    "ProcessQueue.eraseFifoMessage, 1.0.7 to 1.0.8 of rocketmq-client-nodejs; "
    "defaultProcessQueue.eraseFifoMessage, 5.1.3 to 5.1.4 of rocketmq-client-golang",
)
FAILED_FORWARD_MESSAGE_DEAD = Statement(
    template="Failed to forward message to dead letter queue, would attempt to re-forward later, clientId={_}, "
    "consumerGroup={_}, messageId={_}, attempt={_}, mq={_}, endpoints={_}, requestId={_}, code={_}, status message={_}",
    logged_by="ProcessQueueImpl.onSuccess, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "ProcessQueue.ForwardToDeadLetterQueue, 5.2.1 of rocketmq-client-csharp",
)
RE_FORWARD_MESSAGE_DEAD = Statement(
    template="Re-forward message to dead letter queue successfully, clientId={_}, consumerGroup={_}, attempt={_}, "
    "messageId={_}, mq={_}, endpoints={_}, requestId={_}",
    logged_by="ProcessQueueImpl.onSuccess, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "ProcessQueue.ForwardToDeadLetterQueue, 5.2.1 of rocketmq-client-csharp",
)
FORWARD_MESSAGE_DEAD_LETTER = Statement(
    template="Forward message to dead letter queue successfully, clientId={_}, consumerGroup={_}, messageId={_}, mq={_}, "
    "endpoints={_}, requestId={_}",
    logged_by="ProcessQueueImpl.onSuccess, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "ProcessQueue.ForwardToDeadLetterQueue, 5.2.1 of rocketmq-client-csharp",
)
EXCEPTION_RAISED_WHILE_FORWARD = Statement(
    template="Exception raised while forward message to DLQ, would attempt to re-forward later, clientId={_}, "
    "consumerGroup={_}, attempt={_}, messageId={_}, mq={_}",
    logged_by="ProcessQueueImpl.onFailure, 5.0.2 to 5.2.1 of rocketmq-client-java",
    throws=True,
)
BUG_FAILED_SCHEDULE_DLQ = Statement(
    template="[Bug] Failed to schedule DLQ message request, mq={_}, messageId={_}, clientId={_}",
    logged_by="ProcessQueueImpl.forwardToDeadLetterQueueLater, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "ProcessQueue.ForwardToDeadLetterQueueLater, 5.2.1 of rocketmq-client-csharp",
)
ACK_GIVEN_UP = Statement(
    event="grpc_ack_given_up",
    template="Failed to ack message due to the invalid receipt handle, forgive to retry, clientId={client_id:word}, "
    "consumerGroup={group}, messageId={message_id:word}, attempt={attempt:int}, mq={queue:grpc_queue}, "
    "endpoints={endpoints:word}, requestId={request_id:word}, status message=[{status_text}]",
    logged_by="ProcessQueueImpl.onSuccess, 5.0.2 to 5.2.1 of rocketmq-client-java",
)
BUG_FAILED_SCHEDULE_MESSAGE_ACK = Statement(
    template="[Bug] Failed to schedule message ack request, mq={_}, messageId={_}, clientId={_}",
    logged_by="ProcessQueueImpl.ackMessageLater, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "ProcessQueue.AckMessageLater, 5.2.1 of rocketmq-client-csharp",
)
PROCESS_QUEUE_STATS_CLIENT = Statement(
    template="Process queue stats: clientId={_}, mq={_}, receptionTimes={_}, receivedMessageQuantity={_}, "
    "cachedMessageCount={_}, cachedMessageBytes={_}",
    logged_by="ProcessQueueImpl.doStats, 5.0.2 to 5.2.1 of rocketmq-client-java",
)
RECEIVE_FAILED = Statement(
    event="grpc_receive_failed",
    template="Exception raised during message reception, mq={queue:grpc_queue}, endpoints={endpoints:word}, attemptId={_}, "
    "nextAttemptId={_}, clientId={client_id:word}",
    logged_by="ProcessQueueImpl.onFailure, 5.0.6 to 5.2.1 of rocketmq-client-java",
    seen="N-5.3.1-push:consumer/logs/rocketmq/rocketmq-client.log:34",
    throws=True,
)
ACKING_FILTERED_OUT_MESSAGES = Statement(
    template="Acking {_} filtered out messages by interceptor, mq={_}, clientId={_}",
    logged_by="ProcessQueueImpl.onSuccess, 5.1.0 to 5.2.1 of rocketmq-client-java",
)
SUSPEND_CONSUMPTION_CONSUMER_GROUP = Statement(
    template="Suspend consumption, consumerGroup={_}, topic={_}, liteTopic={_}, messageId={_}, result={_}",
    logged_by="ProcessQueueImpl.eraseFifoMessage, 5.2.1 of rocketmq-client-java; "
    "ProcessQueue.eraseFifoMessage, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
ONLY_LITE_PUSH_CONSUMER = Statement(
    template="Only LitePushConsumer support ConsumeResultSuspend! Convert to ConsumeResult.FAILURE, consumerGroup={_}, "
    "consumerType={_}",
    logged_by="ProcessQueueImpl.convertSuspendResultIfNeeded, 5.2.1 of rocketmq-client-java; "
    "ProcessQueue.convertSuspendResultIfNeeded, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
MESSAGE_LISTENER_RAISED_EXCEPTION = Statement(
    template="Message listener raised an exception while consuming messages, clientId={_}",
    logged_by="ConsumeTask.call, 5.0.2 to 5.0.5 of rocketmq-client-java",
    throws=True,
)
MESSAGE_LISTENER_RAISED_EXCEPTION_WHILE = Statement(
    template="Message listener raised an exception while consuming messages, clientId={_}, mq={_}, messageId={_}",
    logged_by="ConsumeTask.call, 5.0.6 to 5.2.1 of rocketmq-client-java; ConsumeTask.Call, 5.2.1 of rocketmq-client-csharp; "
    "baseConsumeService.newConsumeTask, 5.1.3 to 5.1.4 of rocketmq-client-golang",
    throws=True,
)
BUG_EXCEPTION_RAISED_WHILE_SUBMITTING = Statement(
    template="[Bug] Exception raised while submitting scheduled consumption task, clientId={_}",
    logged_by="ConsumeService.onFailure, 5.0.2 to 5.2.1 of rocketmq-client-java",
    throws=True,
)
MESSAGE_CORRUPTED_STANDARD_CONSUMPTION = Statement(
    template="Message is corrupted for standard consumption, prepare to discard it, mq={_}, messageId={_}, clientId={_}",
    logged_by="StandardConsumeService.consume, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "StandardConsumeService.Consume, 5.2.1 of rocketmq-client-csharp; "
    "standardConsumeService.consume, 5.1.3 to 5.1.4 of rocketmq-client-golang",
)
BUG_EXCEPTION_RAISED_CONSUMPTION = Statement(
    template="[Bug] Exception raised in consumption callback, clientId={_}",
    logged_by="StandardConsumeService.onFailure, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "StandardConsumeService.Consume, 5.2.1 of rocketmq-client-csharp; "
    "standardConsumeService.consume, 5.1.3 to 5.1.4 of rocketmq-client-golang",
    throws=True,
)
MESSAGE_CORRUPTED_FIFO_CONSUMPTION = Statement(
    template="Message is corrupted for FIFO consumption, prepare to discard it, mq={_}, messageId={_}, clientId={_}",
    logged_by="FifoConsumeService.getNextValidMessage, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "FifoConsumeService.ConsumeIteratively, 5.2.1 of rocketmq-client-csharp; "
    "FifoConsumeService.getNextValidMessage, 1.0.7 to 1.0.8 of rocketmq-client-nodejs; "
    "fifoConsumeService.consumeIteratively, 5.1.3 to 5.1.4 of rocketmq-client-golang",
)
MESSAGE_CORRUPTED_LITE_STANDARD = Statement(
    template="Message is corrupted for lite standard consumption, prepare to discard it, mq={_}, messageId={_}, clientId={_}",
    logged_by="LiteStandardConsumeService.consume, 5.2.1 of rocketmq-client-java; "
    "LiteStandardConsumeService.consume, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
BUG_EXCEPTION_RAISED_LITE = Statement(
    template="[Bug] Exception raised in lite standard consumption callback, clientId={_}",
    logged_by="LiteStandardConsumeService.onFailure, 5.2.1 of rocketmq-client-java",
    throws=True,
)
MD_NOT_SUPPORTED_UNEXPECTEDLY = Statement(
    template="MD5 is not supported unexpectedly, skip it, topic={_}, messageId={_}",
    logged_by="MessageViewImpl.fromProtobuf, 5.0.2 to 5.2.1 of rocketmq-client-java",
)
SHA_NOT_SUPPORTED_UNEXPECTEDLY = Statement(
    template="SHA-1 is not supported unexpectedly, skip it, topic={_}, messageId={_}",
    logged_by="MessageViewImpl.fromProtobuf, 5.0.2 to 5.2.1 of rocketmq-client-java",
)
UNSUPPORTED_MESSAGE_BODY_DIGEST = Statement(
    template="Unsupported message body digest algorithm, digestType={_}, topic={_}, messageId={_}",
    logged_by="MessageViewImpl.fromProtobuf, 5.0.2 to 5.2.1 of rocketmq-client-java",
)
FAILED_UNCOMPRESS_MESSAGE_BODY = Statement(
    template="Failed to uncompress message body, topic={_}, messageId={_}",
    logged_by="MessageViewImpl.fromProtobuf, 5.0.2 to 5.2.1 of rocketmq-client-java",
)
UNSUPPORTED_MESSAGE_ENCODING_ALGORITHM = Statement(
    template="Unsupported message encoding algorithm, topic={_}, messageId={_}, bodyEncoding={_}",
    logged_by="MessageViewImpl.fromProtobuf, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "MessageView.FromProtobuf, 5.1.0 to 5.2.1 of rocketmq-client-csharp",
)
