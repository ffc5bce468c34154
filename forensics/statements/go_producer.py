"""The gRPC Go client's producers, messages and metrics: producer.go, transaction.go, message.go, metric.go."""

from forensics.statements.template import Statement

KIND = "client"

SEND_FAILED = Statement(
    template="failed to send message(s) finally, run out of attempt times, topic={_}, messageId(s)={_}, "
    "maxAttempts={_}, attempt={_}, endpoints={_}, requestId={_}",
    logged_by="defaultProducer.send1, 5.0.0 to 5.1.4 of rocketmq-client-golang",
)

TRANSACTION_NOT_SENT = Statement(
    template="failed to send transactional message finally, topic={_}, messageId(s)={_}, maxAttempts={_}, "
    "attempt={_}, endpoints={_}, requestId={_}",
    logged_by="defaultProducer.send1, 5.0.0 to 5.1.4 of rocketmq-client-golang",
)

SEND_THROTTLED = Statement(
    template="failed to send message due to too many requests, would attempt to resend after {_}, topic={_}, "
    "messageId(s)={_}, maxAttempts={_}, attempt={_}, endpoints={_}, requestId={_}",
    logged_by="defaultProducer.send1, 5.0.0 to 5.1.4 of rocketmq-client-golang",
)

SENDING_AGAIN = Statement(
    template="failed to send message, would attempt to resend right now, topic={_}, messageId(s)={_}, "
    "maxAttempts={_}, attempt={_}, endpoints={_}, requestId={_}",
    logged_by="defaultProducer.send1, 5.0.0 to 5.1.4 of rocketmq-client-golang",
)

SENT_AGAIN = Statement(
    template="resend message successfully, topic={_}, maxAttempts={_}, attempt={_}, endpoints={_}",
    logged_by="defaultProducer.send1, 5.0.0 to 5.1.4 of rocketmq-client-golang",
)

RECOVERY_RAISED = Statement(
    template="exception raised while ending the transaction, messageId={_}, transactionId={_}, endpoints={_}, err={_}",
    logged_by="defaultProducer.onRecoverOrphanedTransactionCommand, 5.0.0 to 5.1.4 of rocketmq-client-golang",
)

COMMIT_FAILED = Statement(
    template="transaction message commit failed, err={_}",
    logged_by="transactionImpl.Commit, 5.0.0 to 5.1.3 of rocketmq-client-golang",
)

COMMIT_FAILED_BY = Statement(
    template="transaction message commit failed: {_}",
    logged_by="transactionImpl.Commit, 5.1.4 of rocketmq-client-golang",
)

ROLLBACK_FAILED = Statement(
    template="transaction message rollback failed, err={_}",
    logged_by="transactionImpl.RollBack, 5.0.0 to 5.1.3 of rocketmq-client-golang",
)

ROLLBACK_FAILED_BY = Statement(
    template="transaction message rollback failed: {_}",
    logged_by="transactionImpl.RollBack, 5.1.4 of rocketmq-client-golang",
)

UNKNOWN_DIGEST = Statement(
    template="unsupported message body digest algorithm, digestType={_}, topic={_}, messageId={_}",
    logged_by="fromProtobuf_MessageView2, 5.0.0 to 5.1.4 of rocketmq-client-golang",
)

NOT_UNCOMPRESSED = Statement(
    template="failed to uncompress message body, topic={_}, messageId={_}, err={_}",
    logged_by="fromProtobuf_MessageView2, 5.0.0 to 5.1.4 of rocketmq-client-golang",
)

UNKNOWN_ENCODING = Statement(
    template="unsupported message encoding algorithm, topic={_}, messageId={_}, bodyEncoding={_}",
    logged_by="fromProtobuf_MessageView2, 5.0.0 to 5.1.4 of rocketmq-client-golang",
)

NO_MAC = Statement(
    template="failed to get mac address: {_}",
    logged_by="message_id_codec.go init, 5.0.0 to 5.1.4 of rocketmq-client-golang",
)

NO_BUFFER = Statement(
    template="failed to write buffer: {_}",
    logged_by="message_id_codec.go init, 5.0.0 to 5.1.4 of rocketmq-client-golang",
)

NO_PID = Statement(
    template="failed to write pid: {_}",
    logged_by="message_id_codec.go init, 5.0.0 to 5.1.4 of rocketmq-client-golang",
)

NO_VIEWS = Statement(
    template="failed to register views: {_}",
    logged_by="metric.go init, 5.0.0 to 5.1.4 of rocketmq-client-golang",
)

EXPORTER_NOT_STOPPED = Statement(
    template="ocExporter stop failed, err={_}",
    logged_by="defaultClientMeter.shutdown, 5.0.0 to 5.1.4 of rocketmq-client-golang",
)

METRICS_KEPT = Statement(
    template="metric settings is satisfied by the current message meter, clientId={_}",
    logged_by="defaultClientMeterProvider.Reset, 5.0.0 to 5.1.4 of rocketmq-client-golang",
)

METRICS_OFF = Statement(
    template="metric is off, clientId={_}",
    logged_by="defaultClientMeterProvider.Reset, 5.0.0 to 5.1.4 of rocketmq-client-golang",
    seen="N-5.2.0-go:app1/logs/rocketmq/rocketmq_client_go.log:8",
)

METRICS_NOT_RESET = Statement(
    template="exception raised when resetting message meter, clientId={_}",
    logged_by="defaultClientMeterProvider.Reset, 5.0.0 to 5.1.4 of rocketmq-client-golang",
)

METRICS_ON = Statement(
    template="metrics is on, endpoints={_}, clientId={_}",
    logged_by="defaultClientMeterProvider.Reset, 5.0.0 to 5.1.4 of rocketmq-client-golang",
)
