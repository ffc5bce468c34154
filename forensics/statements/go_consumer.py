"""How the gRPC Go client receives and acknowledges: simple_consumer.go, push_consumer.go, process_queue.go.

Where its text is the Java client's, the statement stands in grpc_*.py: what it prints behind that falls to the last hole.
"""

from forensics.statements.go_bodies import OF
from forensics.statements.template import Statement

KIND = "client"

ACK_REFUSED = Statement(
    event="grpc_ack_failed",
    template="Failed to ack message, would attempt to re-ack later,  clientId={client_id:word}, "
    "consumerGroup={group}, messageId={message_id:word}, attempt={attempt:int}, mq={queue:go_queue}, "
    "endpoints={endpoints:go_endpoints}, requestId={request_id}, status message=[{answer:go_status}]" + OF,
    logged_by="defaultProcessQueue.ackMessage0, 5.1.3 to 5.1.4 of rocketmq-client-golang",
    seen="N-5.2.0-go:app2/logs/rocketmq/rocketmq_client_go.log:29",
)

ACK_RAISED = Statement(
    template="Exception raised while acknowledging message, clientId={_}, consumerGroup={_}, would attempt to "
    "re-ack later, attempt={_}, messageId={_}, mq={_:go_queue}, endpoints={_:go_endpoints}, err={_}",
    logged_by="defaultProcessQueue.ackMessage0 and forwardToDeadLetterQueue0, 5.1.3 to 5.1.4 of rocketmq-client-golang",
)
"""No sign of an ack: the forwarding to the dead letter queue prints it too."""

ACK_GIVEN_UP = Statement(
    event="grpc_ack_given_up",
    template="Failed to ack message due to the invalid receipt handle, forgive to retry, "
    "clientId={client_id:word}, consumerGroup={group}, messageId={message_id:word}, "
    "attempt={attempt:int}, mq={queue:go_queue}, endpoints={endpoints:go_endpoints}, "
    "requestId={request_id}, status message=[{status_text}]" + OF,
    logged_by="defaultProcessQueue.ackMessage0, 5.1.3 to 5.1.4 of rocketmq-client-golang",
)

ACK_OK = Statement(
    template="Finally, ack message successfully, clientId={_}, consumerGroup={_} messageId={{}}, attempt={{}}, "
    "mq={{}}, endpoints={{}}, requestId={{}}%!(EXTRA {_}",
    logged_by="defaultProcessQueue.ackMessage0, 5.1.3 to 5.1.4 of rocketmq-client-golang",
    seen="N-5.2.0-go:app2/logs/rocketmq/rocketmq_client_go.log:61",
)
"""No proof of an ack: 5.1.3 prints it behind a refusal too."""

RECEIVE_FAILED = Statement(
    event="grpc_receive_failed",
    template="Exception raised during message reception, mq={queue:go_queue}, endpoints={endpoints:go_endpoints}, "
    "attemptId={_}, nextAttemptId={_}, clientId={client_id:word}, err={_}" + OF,
    logged_by="defaultProcessQueue.receiveMessageImmediatelyWithAttemptId, 5.1.3 to 5.1.4 of rocketmq-client-golang",
    seen="N-5.2.0-go:app2/logs/rocketmq/rocketmq_client_go.log:22",
)

RECEIVE_PANICKED = Statement(
    template="Exception raised during message reception, mq={_:go_queue}, clientId={_:word}, err={_}",
    logged_by="defaultProcessQueue.receiveMessageImmediatelyWithAttemptId, 5.1.3 to 5.1.4 of rocketmq-client-golang",
)


SUSPENDED = Statement(
    template="Suspend consumption, consumerGroup={_}, topic={_}, liteTopic={_}, messageId={_}, suspendTime={_}",
    logged_by="defaultProcessQueue.eraseFifoMessage, 5.1.4 of rocketmq-client-golang",
)

NOT_SUSPENDED = Statement(
    template="Only LitePushConsumer supports ConsumeResultSuspend! Convert to FAILURE, consumerGroup={_}, consumerType={_}",
    logged_by="defaultProcessQueue.convertSuspendResultIfNeeded, 5.1.4 of rocketmq-client-golang",
)

DLQ_REFUSED = Statement(
    template="Failed to forward message to dead letter queue, would attempt to re-forward later,  clientId={_}, "
    "consumerGroup={_}, messageId={_}, attempt={_}, mq={_}, endpoints={_}, requestId={_}, status "
    "message={_}",
    logged_by="defaultProcessQueue.forwardToDeadLetterQueue0, 5.1.3 to 5.1.4 of rocketmq-client-golang",
)

DLQ_AGAIN = Statement(
    template="Re-forward message to dead letter queue successfully, clientId={_}, consumerGroup={_} "
    "messageId={{}}, attempt={{}}, mq={{}}, endpoints={{}}, requestId={{}}%!(EXTRA {_}",
    logged_by="defaultProcessQueue.forwardToDeadLetterQueue0, 5.1.3 to 5.1.4 of rocketmq-client-golang",
)

CHANGE_FAILED = Statement(
    template="Exception raised while changing invisible duration, would retry later, clientId={_}, "
    "consumerGroup={_}, messageId={_}, mq={_}, endpoints={_}, err={_}",
    logged_by="defaultProcessQueue.changeInvisibleDuration, 5.1.3 to 5.1.4 of rocketmq-client-golang",
)


CHANGE_REFUSED = Statement(
    template="Failed to change invisible duration, would retry later,  clientId={_}, consumerGroup={_}, "
    "messageId={_}, attempt={_}, mq={_}, endpoints={_}, requestId={_}, status message={_}",
    logged_by="defaultProcessQueue.changeInvisibleDuration, 5.1.3 to 5.1.4 of rocketmq-client-golang",
)

CHANGE_OK = Statement(
    template="Finally, change invisible duration successfully, clientId={_}, consumerGroup={_} messageId={{}}, "
    "attempt={{}}, mq={{}}, endpoints={{}}, requestId={{}}%!(EXTRA {_}",
    logged_by="defaultProcessQueue.changeInvisibleDuration, 5.1.3 to 5.1.4 of rocketmq-client-golang",
)


RECEIVE_NOT_SCHEDULED = Statement(
    template="[Bug] Failed to schedule message receiving request, mq={_}, clientId={_}, err={_}",
    logged_by="defaultProcessQueue.receiveMessageLater, 5.1.3 to 5.1.4 of rocketmq-client-golang",
)


TOO_MUCH_CACHED = Statement(
    template="Process queue total cached messages memory exceeds the threshold, threshold={{}} bytes, actual={{}} "
    "bytes, mq={{}}, clientId={{}}%!(EXTRA {_}",
    logged_by="defaultProcessQueue.isCacheFull, 5.1.3 to 5.1.4 of rocketmq-client-golang",
)


NOT_CHANGED = Statement(
    template="exception raised during message acknowledgement, messageId={_}, endpoints={_}, requestId={_}",
    logged_by="defaultSimpleConsumer.changeInvisibleDuration0, 5.0.0 to 5.1.4 of rocketmq-client-golang",
)
"""Of a change of the invisible duration, whatever it says."""

CHANGE_NOT_OK = Statement(
    template="failed to change message invisible duration, messageId={_}, endpoints={_}, code={_}, status "
    "message=[{_}], requestId={_}",
    logged_by="defaultSimpleConsumer.changeInvisibleDuration0, 5.0.0 to 5.1.4 of rocketmq-client-golang",
)

CONSUMER_NOT_RUNNING = Statement(
    template="simple consumer is not running",
    logged_by="defaultSimpleConsumer.ChangeInvisibleDurationAsync, 5.0.0 to 5.1.4 of rocketmq-client-golang",
)

SIMPLE_RECEIVE_ERROR = Statement(
    template="simpleConsumer recv msg err={_}, requestId={_}",
    logged_by="defaultSimpleConsumer.receiveMessage, 5.0.0 to 5.1.4 of rocketmq-client-golang",
)

PUSH_RECEIVE_ERROR = Statement(
    template="pushConsumer recv msg err={_}, requestId={_}",
    logged_by="defaultPushConsumer.receiveMessage, 5.1.3 to 5.1.4 of rocketmq-client-golang",
    seen="N-5.2.0-go:app2/logs/rocketmq/rocketmq_client_go.log:21",
)

NOT_RECOGNIZED = Statement(
    template="[bug] not recognized content for receive message response, mq={_}, resp={_}",
    logged_by="defaultSimpleConsumer.receiveMessage, 5.0.0 to 5.1.4 of rocketmq-client-golang",
)

UNRECOGNIZED_FILTER = Statement(
    template="[bug] Unrecognized filter type for simple consumer, type={_}, client_id={_}",
    logged_by="simpleConsumerSettings.toProtobuf, 5.0.0 to 5.1.4 of rocketmq-client-golang",
)

SIMPLE_NOT_SUBSCRIBED = Statement(
    template="subscribe error={_} with topic {_} for simpleConsumer" + OF,
    logged_by="defaultSimpleConsumer.Subscribe, 5.0.1 to 5.1.4 of rocketmq-client-golang",
)

PUSH_NOT_SUBSCRIBED = Statement(
    template="subscribe error={_} with topic {_} for pushConsumer" + OF,
    logged_by="defaultPushConsumer.Subscribe, 5.1.3 to 5.1.4 of rocketmq-client-golang",
)


LITE_FIFO_SERVICE = Statement(
    template="Create Lite FIFO consume service, consumerGroup={_}, clientId={_}",
    logged_by="defaultPushConsumer.Start, 5.1.4 of rocketmq-client-golang",
)
