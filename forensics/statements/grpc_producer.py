"""The gRPC Java client's producer, lite consumers and calls: ProducerImpl, LitePushConsumerImpl, LoggingInterceptor."""

from forensics.statements.template import Statement

KIND = "client"

BEGIN_START_ROCKETMQ_PRODUCER = Statement(
    event="grpc_producer",
    template="Begin to start the rocketmq producer, clientId={client_id:word}",
    logged_by="ProducerImpl.startUp, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "Producer.Start, 5.1.0 to 5.2.1 of rocketmq-client-csharp; "
    "Producer.startup, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
ROCKETMQ_PRODUCER_STARTS_SUCCESSFULLY = Statement(
    event="grpc_producer",
    template="The rocketmq producer starts successfully, clientId={client_id:word}",
    logged_by="ProducerImpl.startUp, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "Producer.Start, 5.1.0 to 5.2.1 of rocketmq-client-csharp; "
    "Producer.startup, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
BEGIN_SHUTDOWN_ROCKETMQ_PRODUCER = Statement(
    event="grpc_producer",
    template="Begin to shutdown the rocketmq producer, clientId={client_id:word}",
    logged_by="ProducerImpl.shutDown, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "Producer.Shutdown, 5.1.0 to 5.2.1 of rocketmq-client-csharp; "
    "Producer.shutdown, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
SHUTDOWN_ROCKETMQ_PRODUCER_SUCCESSFULLY = Statement(
    event="grpc_producer",
    template="Shutdown the rocketmq producer successfully, clientId={client_id:word}",
    logged_by="ProducerImpl.shutDown, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "Producer.Shutdown, 5.1.0 to 5.2.1 of rocketmq-client-csharp; "
    "Producer.shutdown, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
NO_TRANSACTION_CHECKER_REGISTERED = Statement(
    template="No transaction checker registered, ignore it, messageId={_}, transactionId={_}, endpoints={_}, clientId={_}",
    logged_by="ProducerImpl.onRecoverOrphanedTransactionCommand, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "Producer.OnRecoverOrphanedTransactionCommand, 5.1.0 to 5.2.1 of rocketmq-client-csharp; "
    "Producer.onRecoverOrphanedTransactionCommand, 1.0.0 to 1.0.8 of rocketmq-client-nodejs",
)
BUG_FAILED_DECODE_MESSAGE = Statement(
    template="[Bug] Failed to decode message during orphaned transaction message recovery, messageId={_}, transactionId={_}, "
    "endpoints={_}, clientId={_}",
    logged_by="ProducerImpl.onRecoverOrphanedTransactionCommand, 5.0.2 to 5.2.1 of rocketmq-client-java",
    throws=True,
)
EXCEPTION_RAISED_WHILE_ENDING = Statement(
    template="Exception raised while ending the transaction, messageId={_}, transactionId={_}, endpoints={_}, clientId={_}",
    logged_by="ProducerImpl.onSuccess, 5.0.2 to 5.2.1 of rocketmq-client-java",
    throws=True,
)
EXCEPTION_RAISED_WHILE_CHECKING = Statement(
    template="Exception raised while checking the transaction, messageId={_}, transactionId={_}, endpoints={_}, clientId={_}",
    logged_by="ProducerImpl.onFailure, 5.0.2 to 5.2.1 of rocketmq-client-java",
    throws=True,
)
UNABLE_BEGIN_TRANSACTION_PRODUCER = Statement(
    template="Unable to begin a transaction because producer is not running, state={_}, clientId={_}",
    logged_by="ProducerImpl.beginTransaction, 5.0.2 to 5.2.1 of rocketmq-client-java",
)
UNABLE_SEND_MESSAGE_PRODUCER = Statement(
    template="Unable to send message because producer is not running, state={_}, clientId={_}",
    logged_by="ProducerImpl.send, 5.0.2 to 5.2.1 of rocketmq-client-java",
)
FAILED_REFINE_MESSAGE_SEND = Statement(
    template="Failed to refine message to send, clientId={_}, message={_}",
    logged_by="ProducerImpl.send, 5.0.2 to 5.2.1 of rocketmq-client-java",
    throws=True,
)
MESSAGES_SENT_DIFFERENT_TOPICS = Statement(
    template="Messages to be sent have different topics, no need to proceed, topic(s)={_}, clientId={_}",
    logged_by="ProducerImpl.send, 5.0.2 to 5.2.1 of rocketmq-client-java",
)
MESSAGES_SENT_DIFFERENT_MESSAGE = Statement(
    template="Messages to be sent have different message types, no need to proceed, topic={_}, messageType(s)={_}, clientId={_}",
    logged_by="ProducerImpl.send, 5.0.2 to 5.2.1 of rocketmq-client-java",
    throws=True,
)
FIFO_MESSAGES_SENT_DIFFERENT = Statement(
    template="FIFO messages to be sent have different message groups, no need to proceed, topic={_}, messageGroups={_}, "
    "clientId={_}",
    logged_by="ProducerImpl.send, 5.0.2 to 5.2.1 of rocketmq-client-java",
    throws=True,
)
RESEND_MESSAGE_SUCCESSFULLY_TOPIC = Statement(
    event="grpc_producer",
    template="Resend message successfully, topic={_}, messageId(s)={_}, maxAttempts={_}, attempt={_}, endpoints={_}, "
    "clientId={client_id:word}",
    logged_by="ProducerImpl.onSuccess, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "Producer.send0, 1.0.0 to 1.0.8 of rocketmq-client-nodejs",
)
FAILED_SEND_MESSAGE_FINALLY = Statement(
    event="grpc_producer",
    template="Failed to send message(s) finally, run out of attempt times, maxAttempts={_}, attempt={_}, topic={_}, "
    "messageId(s)={_}, endpoints={_}, clientId={client_id:word}",
    logged_by="ProducerImpl.onFailure, 5.0.2 to 5.2.1 of rocketmq-client-java",
    throws=True,
)
FAILED_SEND_TRANSACTIONAL_MESSAGE = Statement(
    template="Failed to send transactional message finally, maxAttempts=1, attempt={_}, topic={_}, messageId(s)={_}, "
    "endpoints={_}, clientId={_}",
    logged_by="ProducerImpl.onFailure, 5.0.2 to 5.0.7 of rocketmq-client-java",
    throws=True,
)
FAILED_SEND_MESSAGE_WOULD = Statement(
    event="grpc_producer",
    template="Failed to send message, would attempt to resend right now, maxAttempts={_}, attempt={_}, topic={_}, "
    "messageId(s)={_}, endpoints={_}, clientId={client_id:word}",
    logged_by="ProducerImpl.onFailure, 5.0.2 to 5.2.1 of rocketmq-client-java",
    throws=True,
)
FAILED_SEND_MESSAGE_DUE = Statement(
    template="Failed to send message due to too many requests, would attempt to resend after {_}, maxAttempts={_}, "
    "attempt={_}, topic={_}, messageId(s)={_}, endpoints={_}, clientId={_}",
    logged_by="ProducerImpl.onFailure, 5.0.2 to 5.2.1 of rocketmq-client-java",
    throws=True,
)
UNABLE_RECALL_MESSAGE_PRODUCER = Statement(
    template="Unable to recall message because producer is not running, state={_}, clientId={_}",
    logged_by="ProducerImpl.recallMessage0, 5.0.8 to 5.2.1 of rocketmq-client-java",
)
SCHEDULE_SYNC_ALL_LITE = Statement(
    template="Schedule syncAllLiteSubscription error, clientId={_}",
    logged_by="LitePushConsumerImpl.startUp, 5.1.0 to 5.2.0; LiteSubscriptionManager.syncAllLiteSubscription, 5.2.1 of "
    "rocketmq-client-java",
    throws=True,
)
FAILED_SUBSCRIBE_LITE = Statement(
    template="Failed to subscribeLite {_}",
    logged_by="LitePushConsumerImpl.subscribeLite, 5.1.0 to 5.2.0; LiteSubscriptionManager.subscribeLite, 5.2.1 of "
    "rocketmq-client-java",
    throws=True,
)
SUBSCRIBE_LITE_TOPIC_GROUP = Statement(
    template="SubscribeLite {_}, topic={_}, group={_}, clientId={_}",
    logged_by="LitePushConsumerImpl.subscribeLite, 5.1.0 to 5.2.0; LiteSubscriptionManager.subscribeLite, 5.2.1 of "
    "rocketmq-client-java",
)
FAILED_UNSUBSCRIBE_LITE = Statement(
    template="Failed to unsubscribeLite {_}",
    logged_by="LitePushConsumerImpl.unsubscribeLite, 5.1.0 to 5.2.0; LiteSubscriptionManager.unsubscribeLite, 5.2.1 of "
    "rocketmq-client-java",
    throws=True,
)
UNSUBSCRIBE_LITE_TOPIC_GROUP = Statement(
    template="UnsubscribeLite {_}, topic={_}, group={_}, clientId={_}",
    logged_by="LitePushConsumerImpl.unsubscribeLite, 5.1.0 to 5.2.0; LiteSubscriptionManager.unsubscribeLite, 5.2.1 of "
    "rocketmq-client-java",
)
NOTIFY_UNSUBSCRIBE_LITE_LITE = Statement(
    template="notify unsubscribe lite liteTopic={_} group={_} bindTopic={_}",
    logged_by="LitePushConsumerImpl.onNotifyUnsubscribeLiteCommand, 5.1.0 to 5.2.0 of rocketmq-client-java",
)
LITE_PUSH_CONSUMER_NOT = Statement(
    template="lite push consumer not running, state={_}, clientId={_}",
    logged_by="LitePushConsumerImpl.checkRunning, 5.1.0 to 5.2.0 of rocketmq-client-java",
)
CREATE_LITE_FIFO_CONSUME = Statement(
    template="Create Lite FIFO consume service, consumerGroup={_}, clientId={_}, enableFifoConsumeAccelerator={_}",
    logged_by="LitePushConsumerImpl.createConsumeService, 5.2.1 of rocketmq-client-java",
)
CREATE_LITE_STANDARD_CONSUME = Statement(
    template="Create Lite standard consume service, consumerGroup={_}, clientId={_}",
    logged_by="LitePushConsumerImpl.createConsumeService, 5.2.1 of rocketmq-client-java",
)
NOTIFY_UNSUBSCRIBE_LITE_LITE_TOPIC = Statement(
    template="Notify unsubscribe lite liteTopic={_} group={_} bindTopic={_}",
    logged_by="LiteSubscriptionManager.onNotifyUnsubscribeLiteCommand, 5.2.1 of rocketmq-client-java",
)
FAILED_SIGN_HEADERS_CLIENT = Statement(
    template="Failed to sign headers, clientId={_}",
    logged_by="AuthInterceptor.customMetadata, 5.0.2 to 5.2.1 of rocketmq-client-java",
    throws=True,
)
UNRECOGNIZED_STATUS_CODE_REQUEST = Statement(
    template="Unrecognized status code={_}, requestId={_}, statusMessage={_}, clientVersion={_}",
    logged_by="StatusChecker.check, 5.0.2 to 5.2.1 of rocketmq-client-java",
)
