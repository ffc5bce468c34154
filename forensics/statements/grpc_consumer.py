"""The gRPC Java client's consumers: ProcessQueueImpl, PushConsumerImpl, SimpleConsumerImpl."""

from forensics.statements.template import Statement

KIND = "client"

ACK_REFUSED = Statement(
    event="grpc_ack_failed",
    template="Failed to ack message, would attempt to re-ack later, clientId={client_id:word}, consumerGroup={group}, "
    "attempt={attempt:int}, messageId={message_id:word}, mq={queue:grpc_queue}, code={status:word}, requestId={request_id:word}, "
    "endpoints={endpoints:word}, status message=[{status_text}]",
    logged_by="ProcessQueueImpl.ackMessage, rocketmq-client-java 5.0.7",
    seen="N-5.3.1-push:consumer/logs/rocketmq/rocketmq-client.log:54",
)
ACK_FAILED = Statement(
    event="grpc_ack_failed",
    template="Exception raised while acknowledging message, clientId={client_id:word}, consumerGroup={group}, "
    "would attempt to re-ack later, attempt={attempt:int}, messageId={message_id:word}, mq={queue:grpc_queue}, "
    "endpoints={endpoints:word}",
    logged_by="ProcessQueueImpl.ackMessage, rocketmq-client-java 5.0.7",
    throws=True,
)
ACK_OK = Statement(
    event="grpc_ack_ok_finally",
    template="Finally, ack message successfully, clientId={client_id:word}, consumerGroup={group}, attempt={attempt:int}, "
    "messageId={message_id:word}, mq={queue:grpc_queue}, endpoints={endpoints:word}, requestId={request_id:word}",
    logged_by="ProcessQueueImpl.ackMessage, rocketmq-client-java 5.0.7",
    seen="N-5.3.1-push:consumer/logs/rocketmq/rocketmq-client.log:99",
)
