"""The Python client's producer and transactions."""

from forensics.statements.template import Statement

KIND = "client"

TRANSACTION_COMMIT_OR_ROLLBACK = Statement(
    template="transaction commit or rollback error. topic:{_}, message_id:{_}, transaction_id:{_}, transactionResolution:{_}",
    logged_by="Transaction.commit_or_rollback, 5.0.1 to 5.1.2 of rocketmq-client-python",
)
END_TRANSACTION_ERROR_TOPIC = Statement(
    template="end transaction error, topic:{_}, message_id:{_}, transaction_id:{_}, transactionResolution:{_}: {_}",
    logged_by="Transaction.commit_or_rollback, 5.0.1 to 5.1.2 of rocketmq-client-python",
)
SEND_MESSAGE_EXCEPTION_TOPIC = Statement(
    template="send message exception, topic: {_}, e: {_}",
    logged_by="Producer.send, 5.0.1 to 5.1.2 of rocketmq-client-python",
)
SEND_TRANSACTION_MESSAGE_EXCEPTION = Statement(
    template="send transaction message exception, topic: {_}, e: {_}",
    logged_by="Producer.send, 5.0.1 to 5.1.2 of rocketmq-client-python",
)
SEND_MESSAGE_EXCEPTION_TOPIC_MORE = Statement(
    template="send message exception, topic: {_}, {_}",
    logged_by="Producer.send_async, 5.0.1 to 5.1.2 of rocketmq-client-python",
)
RECOVER_ORPHANED_TRANSACTION_COMMAND = Statement(
    template="on_recover_orphaned_transaction_command exception: {_}",
    logged_by="Producer.on_recover_orphaned_transaction_command, 5.0.1 to 5.1.2 of rocketmq-client-python",
)
BEGIN_SHUTDOWN = Statement(
    template="begin to shutdown {_}",
    logged_by="Producer.shutdown, 5.0.1 to 5.1.2 of rocketmq-client-python",
)
CLIENT_FAILED_SEND_MESSAGE = Statement(
    template="{_}client_id:{_:word} failed to send message to {_}, because of run out of attempt times, topic:{_}, "
    "message_id:{_},  message_type:{_}, attempt:{_}",
    logged_by="Producer.check_send_retry_condition, 5.0.1 to 5.1.2 of rocketmq-client-python",
)
CLIENT_FAILED_SEND_MESSAGE_TOPIC = Statement(
    template="{_}client_id:{_:word} failed to send message to {_}, topic:{_}, message_id:{_}, message_type:{_} ,attempt:{_}",
    logged_by="Producer.check_send_retry_condition, 5.0.1 to 5.0.3 of rocketmq-client-python",
)
CLIENT_FAILED_SEND_MESSAGE_BECAUSE = Statement(
    template="{_}client_id:{_:word} failed to send message to {_}, because of to too many requests, topic:{_},  "
    "message_type:{_}, message_id:{_}, attempt:{_}",
    logged_by="Producer.check_send_retry_condition, 5.0.1 to 5.1.2 of rocketmq-client-python",
)
CLIENT_SET_SEND_MESSAGE = Statement(
    template="{_}client_id:{_:word} set send message type exception, message: {_}",
    logged_by="Producer.send_message_type, 5.0.1 to 5.1.2 of rocketmq-client-python",
)
PRODUCER_SELECT_TOPIC_QUEUE = Statement(
    template="producer select topic:{_} queue index exception, {_}",
    logged_by="Producer.select_send_queue, 5.0.1 to 5.0.2 of rocketmq-client-python",
)
PRODUCER_SELECT_TOPIC_QUEUE_RAISE = Statement(
    template="producer select topic:{_} queue raise exception, {_}",
    logged_by="Producer.select_send_queue, 5.0.3 to 5.1.2 of rocketmq-client-python",
)
SERVER_TRANSACTION_CHECK_RAISE = Statement(
    template="server transaction check raise exception, {_}",
    logged_by="Producer.server_transaction_check_callback, 5.0.5 to 5.1.2 of rocketmq-client-python",
)
STREAM_BROKEN = Statement(
    template="PRODUCER client_id:{_:word} read stream from endpoints {_:word} occurred AioRpcError. code: {_:word}, message: {_}",
    logged_by="RpcStreamStreamCall.start_stream_read, 5.0.3 to 5.1.2 of rocketmq-client-python",
)
"""Of a consumer it is python_client.STREAM_BROKEN: a producer has no acks that a broken stream could endanger."""
