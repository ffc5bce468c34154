"""The Node client's producer and transactions."""

from forensics.statements.template import Statement

KIND = "client"

BUG_FAILED_DECODE_MESSAGE = Statement(
    template="[Bug] Failed to decode message during orphaned transaction message recovery, messageId={_}, "
    "transactionId={_}, endpoints={_}, clientId={_}, error={_}",
    logged_by="Producer.onRecoverOrphanedTransactionCommand, 1.0.0 to 1.0.8 of rocketmq-client-nodejs",
)
RECOVER_ORPHANED_TRANSACTION_MESSAGE = Statement(
    template="Recover orphaned transaction message success, transactionId={_}, resolution={_}, messageId={_}, clientId={_}",
    logged_by="Producer.onRecoverOrphanedTransactionCommand, 1.0.0 to 1.0.8 of rocketmq-client-nodejs",
)
EXCEPTION_RAISED_WHILE_CHECKING = Statement(
    template="Exception raised while checking the transaction, messageId={_}, transactionId={_}, endpoints={_}, "
    "clientId={_}, error={_}",
    logged_by="Producer.onRecoverOrphanedTransactionCommand, 1.0.0 to 1.0.8 of rocketmq-client-nodejs",
)
FAILED_SEND_MESSAGE_FINALLY = Statement(
    template="Failed to send message(s) finally, run out of attempt times, maxAttempts={_}, attempt={_}, topic={_}, "
    "messageId(s)={_}, endpoints={_}, clientId={_}, error={_}",
    logged_by="Producer.send0, 1.0.0 to 1.0.8 of rocketmq-client-nodejs",
)
FAILED_SEND_TRANSACTIONAL_MESSAGE = Statement(
    template="Failed to send transactional message finally, maxAttempts={_}, attempt={_}, topic={_}, messageId(s)={_}, "
    "endpoints={_}, clientId={_}, error={_}",
    logged_by="Producer.send0, 1.0.0 to 1.0.8 of rocketmq-client-nodejs",
)
FAILED_SEND_MESSAGE_WOULD = Statement(
    template="Failed to send message, would attempt to resend right now, maxAttempts={_}, attempt={_}, topic={_}, "
    "messageId(s)={_}, endpoints={_}, clientId={_}, error={_}",
    logged_by="Producer.send0, 1.0.0 to 1.0.8 of rocketmq-client-nodejs",
)
FAILED_SEND_MESSAGE_DUE = Statement(
    template="Failed to send message due to too many requests, would attempt to resend after {_}ms, maxAttempts={_}, "
    "attempt={_}, topic={_}, messageId(s)={_}, endpoints={_}, clientId={_}, error={_}",
    logged_by="Producer.send0, 1.0.0 to 1.0.8 of rocketmq-client-nodejs",
)
UNABLE_BEGIN_TRANSACTION_BECAUSE = Statement(
    template="Unable to begin a transaction because producer is not running, clientId={_}",
    logged_by="Producer.beginTransaction, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
FAILED_SEND_TRANSACTIONAL_MESSAGE_CLIENTID = Statement(
    template="Failed to send transactional message, clientId={_}, error={_}",
    logged_by="Producer.send, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
UNABLE_SEND_MESSAGE_BECAUSE = Statement(
    template="Unable to send message because producer is not running, clientId={_}",
    logged_by="Producer.send, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
UNABLE_RECALL_MESSAGE_BECAUSE = Statement(
    template="Unable to recall message because producer is not running, clientId={_}",
    logged_by="Producer.recallMessage, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
TOPIC_INVALID_RECALL_MESSAGE = Statement(
    template="Topic is invalid for recall message, clientId={_}",
    logged_by="Producer.recallMessage, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
RECALL_HANDLE_INVALID_CLIENTID = Statement(
    template="Recall handle is invalid, clientId={_}",
    logged_by="Producer.recallMessage, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
BEGIN_RECALL_MESSAGE_TOPIC = Statement(
    template="Begin to recall message, topic={_}, recallHandle={_}, clientId={_}",
    logged_by="Producer.recallMessage, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
RECALL_MESSAGE_SUCCESSFULLY_TOPIC = Statement(
    template="Recall message successfully, topic={_}, recallHandle={_}, messageId={_}, clientId={_}",
    logged_by="Producer.recallMessage, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
BEGIN_COMMIT_TRANSACTION_MESSAGECOUNT = Statement(
    template="Begin to commit transaction, messageCount={_}, clientId={_}",
    logged_by="Transaction.commit, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
