"""The Node client's consumers."""

from forensics.statements.template import Statement

KIND = "client"

RECEIVE_FAILED = Statement(
    event="grpc_receive_failed",
    template="Failed to receive messages, topic={topic:word}, endpoints={endpoints:word}, clientId={client_id:word}, error={_}",
    logged_by="Consumer.receiveMessage, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
    seen="N-5.2.0-python-node:c-node/logs/rocketmq/rocketmq_client_nodejs.log:52",
)
BUG_INVALID_ARGUMENTS_CONSUME = Statement(
    template="[Bug] Invalid arguments for consume, pq={_}, messageViews={_}, clientId={_}",
    logged_by="FifoConsumeService.consume, LiteStandardConsumeService.consume, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
BUG_INVALID_ARGUMENTS_CONSUMEITERATIVELY = Statement(
    template="[Bug] Invalid arguments for consumeIteratively, pq={_}, messageViews={_}, clientId={_}",
    logged_by="LiteFifoConsumeService.consumeIteratively, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
BUG_EXCEPTION_RAISED_LITE = Statement(
    template="[Bug] Exception raised in lite FIFO consumption callback, clientId={_}, error={_}",
    logged_by="LiteFifoConsumeService.consumeIteratively, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
CREATE_LITE_FIFO_CONSUME = Statement(
    template="Create lite FIFO consume service, consumerGroup={_}, clientId={_}, enableFifoConsumeAccelerator={_}",
    logged_by="LitePushConsumerImpl.createConsumeService, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
CREATE_LITE_STANDARD_CONSUME = Statement(
    template="Create lite standard consume service, consumerGroup={_}, clientId={_}",
    logged_by="LitePushConsumerImpl.createConsumeService, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
BUG_EXCEPTION_RAISED_LITE_STANDARD = Statement(
    template="[Bug] Exception raised in lite standard consumption callback, clientId={_}, error={_}",
    logged_by="LiteStandardConsumeService.consume, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
SYNCLITESUBSCRIPTION_SUCCESS_ACTION_LITETOPICS = Statement(
    template="SyncLiteSubscription success: action={_}, liteTopics=[{_}], clientId={_}",
    logged_by="LiteSubscriptionManager.syncLiteSubscription, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
SYNCLITESUBSCRIPTION_FAILED_ACTION_LITETOPICS = Statement(
    template="SyncLiteSubscription failed: action={_}, liteTopics=[{_}], clientId={_}, error={_}",
    logged_by="LiteSubscriptionManager.syncLiteSubscription, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
PROCESSQUEUE_FETCHMESSAGEIMMEDIATELY_CALLED_MQ = Statement(
    template="ProcessQueue.fetchMessageImmediately called, mq={_}@{_}@{_}",
    logged_by="ProcessQueue.fetchMessageImmediately, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
    seen="N-5.2.0-python-node:c-node/logs/rocketmq/rocketmq_client_nodejs.log:29",
)
FAILED_RECEIVE_MESSAGE_MQ = Statement(
    template="Failed to receive message, mq={_}@{_}@{_}, error={_}",
    logged_by="ProcessQueue.receiveMessageImmediately, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
    seen="N-5.2.0-python-node:c-node/logs/rocketmq/rocketmq_client_nodejs.log:73",
)
EXCEPTION_RECEIVEMESSAGE_MQ_ERROR = Statement(
    template="Exception in receiveMessage, mq={_}@{_}@{_}, error={_}",
    logged_by="ProcessQueue.receiveMessageImmediately, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
BEGIN_START_ROCKETMQ_PUSH = Statement(
    template="Begin to start the rocketmq push consumer, clientId={_}, consumerGroup={_}",
    logged_by="PushConsumer.startup, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
    seen="N-5.2.0-python-node:c-node/logs/rocketmq/rocketmq_client_nodejs.log:12",
)
SUPER_STARTUP_COMPLETED_CLIENTID = Statement(
    template="Super startup completed, clientId={_}",
    logged_by="PushConsumer.startup, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
    seen="N-5.2.0-python-node:c-node/logs/rocketmq/rocketmq_client_nodejs.log:24",
)
PUSH_CONSUMER_STARTED_SUCCESSFULLY = Statement(
    template="Push consumer started successfully, clientId={_}",
    logged_by="PushConsumer.startup, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
    seen="N-5.2.0-python-node:c-node/logs/rocketmq/rocketmq_client_nodejs.log:26",
)
FAILED_START_PUSH_CONSUMER = Statement(
    template="Failed to start push consumer, cleaning up resources, clientId={_}, error={_}",
    logged_by="PushConsumer.startup, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
STARTING_ASSIGNMENT_SCANNING_CLIENTID = Statement(
    template="Starting assignment scanning, clientId={_}",
    logged_by="PushConsumer.startAssignmentScanning, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
    seen="N-5.2.0-python-node:c-node/logs/rocketmq/rocketmq_client_nodejs.log:25",
)
DROPPING_ALL_PROCESS_QUEUES = Statement(
    template="Dropping all process queues, clientId={_}, queueCount={_}",
    logged_by="PushConsumer.shutdown, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
    seen="N-5.2.0-python-node:c-node/logs/rocketmq/rocketmq_client_nodejs.log:150",
)
SHUTTING_DOWN_CONSUME_SERVICE = Statement(
    template="Shutting down consume service, clientId={_}",
    logged_by="PushConsumer.shutdown, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
    seen="N-5.2.0-python-node:c-node/logs/rocketmq/rocketmq_client_nodejs.log:154",
)
PUSH_CONSUMER_HAS_BEEN = Statement(
    template="Push consumer has been shutdown successfully, clientId={_}",
    logged_by="PushConsumer.shutdown, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
EXCEPTION_RAISED_WHILE_SCANNING = Statement(
    template="Exception raised while scanning the assignments, topic={_}, clientId={_}, error={_}",
    logged_by="PushConsumer.scanAssignments, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
EXCEPTION_RAISED_WHILE_SCANNING_ASSIGNMENTS = Statement(
    template="Exception raised while scanning the assignments for all topics, clientId={_}, error={_}",
    logged_by="PushConsumer.scanAssignments, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
DROP_MESSAGE_QUEUE_ACCORDING = Statement(
    template="Drop message queue according to the latest assignmentList, mq={_}@{_}@{_}, clientId={_}",
    logged_by="PushConsumer.syncProcessQueue, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
DROP_MESSAGE_QUEUE_BECAUSE = Statement(
    template="Drop message queue because it is expired, mq={_}@{_}@{_}, clientId={_}",
    logged_by="PushConsumer.syncProcessQueue, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
START_FETCH_MESSAGE_REMOTE = Statement(
    template="Start to fetch message from remote, mq={_}@{_}@{_}, clientId={_}",
    logged_by="PushConsumer.syncProcessQueue, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
    seen="N-5.2.0-python-node:c-node/logs/rocketmq/rocketmq_client_nodejs.log:28",
)
VIRTUAL_PROCESS_QUEUE_ALREADY = Statement(
    template="Virtual process queue already exists, mq={_}, clientId={_}",
    logged_by="PushConsumer.createVirtualProcessQueueForLite, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
CREATED_VIRTUAL_PROCESS_QUEUE = Statement(
    template="Created virtual process queue for Lite consumer, mq={_}, clientId={_}",
    logged_by="PushConsumer.createVirtualProcessQueueForLite, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
START_FETCH_LITE_MESSAGES = Statement(
    template="Start to fetch lite messages from virtual queue, mq={_}, clientId={_}",
    logged_by="PushConsumer.createVirtualProcessQueueForLite, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
RECEIVED_TEMPORARY_ERROR_SERVER = Statement(
    template="Received temporary error from server, will retry after {_}ms, attempt={_}/{_}, topic={_}, clientId={_}, error={_}",
    logged_by="SimpleConsumer.receive, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
MESSAGE_CORRUPTED_DISCARDING_MESSAGEID = Statement(
    template="Message corrupted, discarding, messageId={_}",
    logged_by="StandardConsumeService.consume, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
MESSAGE_CONSUMPTION_FAILED_MESSAGEID = Statement(
    template="Message consumption failed, messageId={_}, error={_}",
    logged_by="StandardConsumeService.consume, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
)
ACK_FAILED = Statement(
    event="grpc_ack_failed",
    template="Failed to ack message, attempt={attempt:int}, messageId={message_id:word}, error={_}",
    logged_by="ProcessQueue.ackMessage, 1.0.8 of rocketmq-client-nodejs",
)
FAILED_CHANGE_INVISIBLE_DURATION = Statement(
    template="Failed to change invisible duration, attempt={_}, duration={_}ms, messageId={_}, error={_}",
    logged_by="ProcessQueue.changeInvisibleDuration, 1.0.8 of rocketmq-client-nodejs",
)
WAITING_CACHED_MESSAGES_CONSUMED = Statement(
    template="Waiting for the cached messages to be consumed, clientId={_}",
    logged_by="PushConsumer.shutdown, 1.0.8 of rocketmq-client-nodejs",
    seen="N-5.2.0-python-node:c-node/logs/rocketmq/rocketmq_client_nodejs.log:153",
)
