"""The gRPC Java client's consumers: PushConsumerImpl, SimpleConsumerImpl, ConsumerImpl."""

from forensics.statements.template import Statement

KIND = "client"

BEGIN_START_ROCKETMQ_PUSH = Statement(
    template="Begin to start the rocketmq push consumer, clientId={_}",
    logged_by="PushConsumerImpl.startUp, 5.0.2 to 5.0.8 of rocketmq-client-java; "
    "PushConsumer.Start, 5.2.1 of rocketmq-client-csharp",
    seen="N-5.3.1-push:consumer/logs/rocketmq/rocketmq-client.log:1",
)
EXCEPTION_RAISED_WHILE_SCANNING = Statement(
    template="Exception raised while scanning the load assignments, clientId={_}",
    logged_by="PushConsumerImpl.startUp, 5.0.2 to 5.2.1 of rocketmq-client-java",
    throws=True,
)
ROCKETMQ_PUSH_CONSUMER_STARTS = Statement(
    template="The rocketmq push consumer starts successfully, clientId={_}",
    logged_by="PushConsumerImpl.startUp, 5.0.2 to 5.0.8 of rocketmq-client-java; "
    "PushConsumer.Start, 5.2.1 of rocketmq-client-csharp",
    seen="N-5.3.1-push:consumer/logs/rocketmq/rocketmq-client.log:13",
)
EXCEPTION_RAISED_WHILE_STARTING = Statement(
    template="Exception raised while starting the rocketmq push consumer, clientId={_}",
    logged_by="PushConsumerImpl.startUp, 5.0.2 to 5.0.8 of rocketmq-client-java",
    throws=True,
)
BEGIN_SHUTDOWN_ROCKETMQ_PUSH = Statement(
    template="Begin to shutdown the rocketmq push consumer, clientId={_}",
    logged_by="PushConsumerImpl.shutDown, 5.0.2 to 5.0.8 of rocketmq-client-java; "
    "PushConsumer.Shutdown, 5.2.1 of rocketmq-client-csharp; "
    "PushConsumer.shutdown, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
    seen="N-5.3.1-push:consumer/logs/rocketmq/rocketmq-client.log:123",
)
SHUTDOWN_ROCKETMQ_PUSH_CONSUMER = Statement(
    template="Shutdown the rocketmq push consumer successfully, clientId={_}",
    logged_by="PushConsumerImpl.shutDown, 5.0.2 to 5.0.8 of rocketmq-client-java; "
    "PushConsumer.Shutdown, 5.2.1 of rocketmq-client-csharp",
    seen="N-5.3.1-push:consumer/logs/rocketmq/rocketmq-client.log:140",
)
CREATE_FIFO_CONSUME_SERVICE = Statement(
    template="Create FIFO consume service, consumerGroup={_}, clientId={_}",
    logged_by="PushConsumerImpl.createConsumeService, 5.0.2 to 5.0.7 of rocketmq-client-java; "
    "defaultPushConsumer.Start, 5.1.3 to 5.1.4 of rocketmq-client-golang",
)
CREATE_STANDARD_CONSUME_SERVICE = Statement(
    template="Create standard consume service, consumerGroup={_}, clientId={_}",
    logged_by="PushConsumerImpl.createConsumeService, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "PushConsumer.CreateConsumerService, 5.2.1 of rocketmq-client-csharp; "
    "defaultPushConsumer.Start, 5.1.3 to 5.1.4 of rocketmq-client-golang",
    seen="N-5.3.1-push:consumer/logs/rocketmq/rocketmq-client.log:12",
)
UNABLE_ADD_SUBSCRIPTION_PUSH = Statement(
    template="Unable to add subscription because push consumer is not running, state={_}, clientId={_}",
    logged_by="PushConsumerImpl.subscribe, 5.0.2 to 5.2.0 of rocketmq-client-java",
)
UNABLE_REMOVE_SUBSCRIPTION_PUSH = Statement(
    template="Unable to remove subscription because push consumer is not running, state={_}, clientId={_}",
    logged_by="PushConsumerImpl.unsubscribe, 5.0.2 to 5.2.0 of rocketmq-client-java",
)
DROP_MESSAGE_QUEUE_ACCORDING = Statement(
    template="Drop message queue according to the latest assignmentList, mq={_}, clientId={_}",
    logged_by="PushConsumerImpl.syncProcessQueue, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "PushConsumer.SyncProcessQueue, 5.2.1 of rocketmq-client-csharp; "
    "defaultPushConsumer.syncProcessQueue, 5.1.3 to 5.1.4 of rocketmq-client-golang",
)
DROP_MESSAGE_QUEUE_EXPIRED = Statement(
    template="Drop message queue because it is expired, mq={_}, clientId={_}",
    logged_by="PushConsumerImpl.syncProcessQueue, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "PushConsumer.SyncProcessQueue, 5.2.1 of rocketmq-client-csharp; "
    "defaultPushConsumer.syncProcessQueue, 5.1.3 to 5.1.4 of rocketmq-client-golang",
)
START_FETCH_MESSAGE_REMOTE = Statement(
    template="Start to fetch message from remote, mq={_}, clientId={_}",
    logged_by="PushConsumerImpl.syncProcessQueue, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "PushConsumer.SyncProcessQueue, 5.2.1 of rocketmq-client-csharp",
    seen="N-5.3.1-push:consumer/logs/rocketmq/rocketmq-client.log:17",
)
ACQUIRED_EMPTY_ASSIGNMENTS_REMOTE = Statement(
    template="Acquired empty assignments from remote, would scan later, topic={_}, clientId={_}",
    logged_by="PushConsumerImpl.onSuccess, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "PushConsumer.ScanAssignments, 5.2.1 of rocketmq-client-csharp; "
    "PushConsumer.scanAssignments, 1.0.7 to 1.0.8 of rocketmq-client-nodejs; "
    "defaultPushConsumer.scanAssignments, 5.1.3 to 5.1.4 of rocketmq-client-golang",
)
ATTENTION_ACQUIRED_EMPTY_ASSIGNMENTS = Statement(
    template="Attention!!! acquired empty assignments from remote, but existed assignments is not empty, topic={_}, clientId={_}",
    logged_by="PushConsumerImpl.onSuccess, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "PushConsumer.scanAssignments, 1.0.7 to 1.0.8 of rocketmq-client-nodejs; "
    "defaultPushConsumer.scanAssignments, 5.1.3 to 5.1.4 of rocketmq-client-golang",
)
ASSIGNMENTS_TOPIC_CHANGED_CLIENT = Statement(
    template="Assignments of topic={_} has changed, {_} => {_}, clientId={_}",
    logged_by="PushConsumerImpl.onSuccess, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "PushConsumer.ScanAssignments, 5.2.1 of rocketmq-client-csharp; "
    "PushConsumer.scanAssignments, 1.0.7 to 1.0.8 of rocketmq-client-nodejs; "
    "defaultPushConsumer.scanAssignments, 5.1.3 to 5.1.4 of rocketmq-client-golang",
    seen="N-5.3.1-push:consumer/logs/rocketmq/rocketmq-client.log:16",
)
EXCEPTION_RAISED_WHILE_SCANNING_ASSIGNMENTS = Statement(
    template="Exception raised while scanning the assignments, topic={_}, clientId={_}",
    logged_by="PushConsumerImpl.onFailure, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "PushConsumer.ScanAssignments, 5.2.1 of rocketmq-client-csharp",
    throws=True,
)
EXCEPTION_RAISED_WHILE_SCANNING_ASSIGNMENTS_ALL = Statement(
    template="Exception raised while scanning the assignments for all topics, clientId={_}",
    logged_by="PushConsumerImpl.onFailure, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "PushConsumer.ScanAssignments, 5.2.1 of rocketmq-client-csharp",
    throws=True,
)
FAILED_SEND_MESSAGE_VERIFICATION = Statement(
    template="Failed to send message verification result command, endpoints={_}, command={_}, messageId={_}, clientId={_}",
    logged_by="PushConsumerImpl.onSuccess, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "PushConsumer.OnVerifyMessageCommand, 5.2.1 of rocketmq-client-csharp",
    throws=True,
)
BUG_FAILED_GET_MESSAGE = Statement(
    template="[Bug] Failed to get message verification result, endpoints={_}, messageId={_}, clientId={_}",
    logged_by="PushConsumerImpl.onFailure, 5.0.2 to 5.2.1 of rocketmq-client-java",
    throws=True,
)
WAITING_INFLIGHT_RECEIVE_REQUESTS = Statement(
    template="Waiting for the inflight receive requests to be finished, clientId={_}",
    logged_by="PushConsumerImpl.shutDown, 5.0.8 to 5.2.1 of rocketmq-client-java; "
    "PushConsumer.Shutdown, 5.2.1 of rocketmq-client-csharp; "
    "PushConsumer.shutdown, 1.0.8 of rocketmq-client-nodejs; "
    "defaultPushConsumer.GracefulStop, 5.1.3 to 5.1.4 of rocketmq-client-golang",
)
BEGIN_SHUTDOWN_CONSUMPTION_EXECUTOR = Statement(
    template="Begin to Shutdown consumption executor, clientId={_}",
    logged_by="PushConsumerImpl.shutDown, 5.0.8 to 5.2.1 of rocketmq-client-java; "
    "defaultPushConsumer.GracefulStop, 5.1.3 to 5.1.4 of rocketmq-client-golang",
)
ALL_INFLIGHT_RECEIVE_REQUESTS = Statement(
    template="All inflight receive requests have been finished, clientId={_}",
    logged_by="PushConsumerImpl.waitingReceiveRequestFinished, 5.0.8 to 5.2.1 of rocketmq-client-java; "
    "PushConsumer.WaitInflightReceiveFinishedAsync, 5.2.1 of rocketmq-client-csharp; "
    "PushConsumer.waitForInflightReceiveRequestsFinished, 1.0.8 of rocketmq-client-nodejs; "
    "defaultPushConsumer.waitingReceiveRequestFinished, 5.1.3 to 5.1.4 of rocketmq-client-golang",
)
TIMEOUT_WAITING_ALL_INFLIGHT = Statement(
    template="Timeout waiting for all inflight receive requests to be finished, clientId={_}, inflightReceiveRequestCount={_}",
    logged_by="PushConsumerImpl.waitingReceiveRequestFinished, 5.0.8 to 5.2.1 of rocketmq-client-java; "
    "PushConsumer.waitForInflightReceiveRequestsFinished, 1.0.8 of rocketmq-client-nodejs; "
    "defaultPushConsumer.waitingReceiveRequestFinished, 5.1.3 to 5.1.4 of rocketmq-client-golang",
)
UNEXPECTED_EXCEPTION_WHILE_WAITING = Statement(
    template="Unexpected exception while waiting for the inflight receive requests to be finished, clientId={_}",
    logged_by="PushConsumerImpl.waitingReceiveRequestFinished, 5.0.8 to 5.2.1 of rocketmq-client-java",
    throws=True,
)
CREATE_FIFO_CONSUME_SERVICE_CONSUMER = Statement(
    template="Create FIFO consume service, consumerGroup={_}, clientId={_}, enableFifoConsumeAccelerator={_}",
    logged_by="PushConsumerImpl.createConsumeService, 5.0.8 to 5.2.1 of rocketmq-client-java; "
    "PushConsumer.CreateConsumerService, 5.2.1 of rocketmq-client-csharp",
)
EXCEPTION_RAISED_WHILE_STARTING_ROCKETMQ = Statement(
    template="Exception raised while starting the rocketmq {_}, clientId={_}",
    logged_by="PushConsumerImpl.startUp, 5.1.0 to 5.2.1 of rocketmq-client-java",
    throws=True,
)
BEGIN_START_ROCKETMQ_SIMPLE = Statement(
    template="Begin to start the rocketmq simple consumer, clientId={_}",
    logged_by="SimpleConsumerImpl.startUp, 5.0.2 to 5.2.0 of rocketmq-client-java; "
    "SimpleConsumer.Start, 5.1.0 to 5.2.1 of rocketmq-client-csharp",
    seen="N-5.3.1-graceful:consumer/logs/rocketmq/rocketmq-client.log:1",
)
ROCKETMQ_SIMPLE_CONSUMER_STARTS = Statement(
    template="The rocketmq simple consumer starts successfully, clientId={_}",
    logged_by="SimpleConsumerImpl.startUp, 5.0.2 to 5.2.0 of rocketmq-client-java; "
    "SimpleConsumer.Start, 5.1.0 to 5.2.1 of rocketmq-client-csharp",
    seen="N-5.3.1-graceful:consumer/logs/rocketmq/rocketmq-client.log:11",
)
FAILED_START_ROCKETMQ_SIMPLE = Statement(
    template="Failed to start the rocketmq simple consumer, try to shutdown it, clientId={_}",
    logged_by="SimpleConsumerImpl.startUp, 5.0.2 to 5.2.0 of rocketmq-client-java",
    seen="N-5.3.3-kill:consumer/logs/rocketmq/rocketmq-client.log:7",
    throws=True,
)
BEGIN_SHUTDOWN_ROCKETMQ_SIMPLE = Statement(
    template="Begin to shutdown the rocketmq simple consumer, clientId={_}",
    logged_by="SimpleConsumerImpl.shutDown, 5.0.2 to 5.2.0 of rocketmq-client-java; "
    "SimpleConsumer.Shutdown, 5.1.0 to 5.2.1 of rocketmq-client-csharp",
    seen="N-5.3.1-graceful:consumer/logs/rocketmq/rocketmq-client.log:50",
)
SHUTDOWN_ROCKETMQ_SIMPLE_CONSUMER = Statement(
    template="Shutdown the rocketmq simple consumer successfully, clientId={_}",
    logged_by="SimpleConsumerImpl.shutDown, 5.0.2 to 5.2.0 of rocketmq-client-java; "
    "SimpleConsumer.Shutdown, 5.1.0 to 5.2.1 of rocketmq-client-csharp",
    seen="N-5.3.1-graceful:consumer/logs/rocketmq/rocketmq-client.log:66",
)
UNABLE_ADD_SUBSCRIPTION_SIMPLE = Statement(
    template="Unable to add subscription because simple consumer is not running, state={_}, clientId={_}",
    logged_by="SimpleConsumerImpl.subscribe, 5.0.2 to 5.2.0 of rocketmq-client-java",
)
UNABLE_REMOVE_SUBSCRIPTION_SIMPLE = Statement(
    template="Unable to remove subscription because simple consumer is not running, state={_}, clientId={_}",
    logged_by="SimpleConsumerImpl.unsubscribe, 5.0.2 to 5.2.0 of rocketmq-client-java",
)
UNABLE_RECEIVE_MESSAGE_SIMPLE = Statement(
    template="Unable to receive message because simple consumer is not running, state={_}, clientId={_}",
    logged_by="SimpleConsumerImpl.receive0, 5.0.2 to 5.2.0 of rocketmq-client-java",
)
UNABLE_ACK_MESSAGE_SIMPLE = Statement(
    template="Unable to ack message because simple consumer is not running, state={_}, clientId={_}",
    logged_by="SimpleConsumerImpl.ack0, 5.0.2 to 5.2.0 of rocketmq-client-java",
)
UNABLE_CHANGE_INVISIBLE_DURATION = Statement(
    template="Unable to change invisible duration because simple consumer is not running, state={_}, clientId={_}",
    logged_by="SimpleConsumerImpl.changeInvisibleDuration0, 5.0.2 to 5.2.0 of rocketmq-client-java",
)
FAILED_START_ROCKETMQ_TRY = Statement(
    template="Failed to start the rocketmq {_}, try to shutdown it, clientId={_}",
    logged_by="SimpleConsumerImpl.startUp, 5.2.1 of rocketmq-client-java",
    throws=True,
)
UNABLE_RECEIVE_MESSAGE_NOT = Statement(
    template="Unable to receive message because {_} is not running, state={_}, clientId={_}",
    logged_by="SimpleConsumerImpl.receive0, 5.2.1 of rocketmq-client-java",
)
UNABLE_ACK_MESSAGE_NOT = Statement(
    template="Unable to ack message because {_} is not running, state={_}, clientId={_}",
    logged_by="SimpleConsumerImpl.ack0, 5.2.1 of rocketmq-client-java",
)
UNABLE_CHANGE_INVISIBLE_DURATION_NOT = Statement(
    template="Unable to change invisible duration because {_} is not running, state={_}, clientId={_}",
    logged_by="SimpleConsumerImpl.changeInvisibleDuration0, 5.2.1 of rocketmq-client-java",
)
BUG_NOT_RECOGNIZED_CONTENT = Statement(
    template="[Bug] Not recognized content for receive message response, mq={_}, clientId={_}, response={_}",
    logged_by="ConsumerImpl.receiveMessage, 5.0.2 to 5.2.1 of rocketmq-client-java",
)
BUG_EXCEPTION_RAISED_DURING = Statement(
    template="[Bug] Exception raised during message receiving, mq={_}, clientId={_}",
    logged_by="ConsumerImpl.receiveMessage, 5.0.2 to 5.2.1 of rocketmq-client-java",
    throws=True,
)
FAILED_CHANGE_MESSAGE_INVISIBLE = Statement(
    template="Failed to change message invisible duration, messageId={_}, endpoints={_}, code={_}, status message=[{_}], "
    "clientId={_}",
    logged_by="ConsumerImpl.onSuccess, 5.0.2 to 5.2.1 of rocketmq-client-java",
)
EXCEPTION_RAISED_WHILE_CHANGING_MESSAGE = Statement(
    template="Exception raised while changing message invisible duration, messageId={_}, endpoints={_}, clientId={_}",
    logged_by="ConsumerImpl.onFailure, 5.0.2 to 5.2.1 of rocketmq-client-java",
    throws=True,
)
BUG_UNRECOGNIZED_FILTER_TYPE = Statement(
    template="[Bug] Unrecognized filter type, type={_}",
    logged_by="PushSubscriptionSettings.toProtobuf, 5.0.2 to 5.2.1 of rocketmq-client-java",
)
BUG_ISSUED_SETTINGS_NOT = Statement(
    template="[Bug] Issued settings not match with the client type, clientId={_}, pubSubCase={_}, clientType={_}",
    logged_by="PushSubscriptionSettings.sync and SimpleSubscriptionSettings.sync, 5.0.2 to 5.2.1 of rocketmq-client-java",
)
BUG_UNRECOGNIZED_FILTER_TYPE_SIMPLE = Statement(
    template="[Bug] Unrecognized filter type for simple consumer, type={_}",
    logged_by="SimpleSubscriptionSettings.toProtobuf, 5.0.2 to 5.2.1 of rocketmq-client-java",
)
BUG_CONSUMER_GROUP_NOT = Statement(
    template="[Bug] consumerGroup is not recognized, clientId={_}",
    logged_by="MessageMeterInterceptor.doBeforeConsumeMessage, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "defaultMessageMeterInterceptor.doAfterReceiveMessage, 5.1.3 to 5.1.4 of rocketmq-client-golang",
)
BUG_CURRENT_CLIENT_NOT = Statement(
    template="[Bug] current client is not push consumer, clientId={_}",
    logged_by="MessageMeterInterceptor.doAfterConsumeMessage, 5.0.2 to 5.2.1 of rocketmq-client-java",
)
STATISTICS = Statement(
    template="clientId={_}, consumerGroup={_}, receptionTimes={_:int}, receivedMessagesQuantity={_:int}, "
    "consumptionOkQuantity={_:int}, consumptionErrorQuantity={_:int}",
    logged_by="PushConsumerImpl.doStats, 5.0.2 to 5.2.1 of rocketmq-client-java; "
    "PushConsumer.doStats, 1.0.7 to 1.0.8 of rocketmq-client-nodejs",
    seen="N-5.3.1-push:consumer/logs/rocketmq/rocketmq-client.log:7",
)
BEGIN_START = Statement(
    template="Begin to start the rocketmq {_}, clientId={_}",
    logged_by="PushConsumerImpl.startUp and SimpleConsumerImpl.startUp, 5.1.0 to 5.2.1 of rocketmq-client-java",
)
STARTED = Statement(
    template="The rocketmq {_} starts successfully, clientId={_}",
    logged_by="PushConsumerImpl.startUp and SimpleConsumerImpl.startUp, 5.1.0 to 5.2.1 of rocketmq-client-java",
)
BEGIN_SHUTDOWN = Statement(
    template="Begin to shutdown the rocketmq {_}, clientId={_}",
    logged_by="PushConsumerImpl.shutDown and SimpleConsumerImpl.shutDown, 5.1.0 to 5.2.1 of rocketmq-client-java",
)
SHUTDOWN = Statement(
    template="Shutdown the rocketmq {_} successfully, clientId={_}",
    logged_by="PushConsumerImpl.shutDown and SimpleConsumerImpl.shutDown, 5.1.0 to 5.2.1 of rocketmq-client-java",
)
