"""The gRPC C++ client: its consumers. No line names its client."""

from forensics.statements.template import Statement

KIND = "client"

PROCESS_QUEUE_DESTRUCTED = Statement(
    template="Process queue has been destructed.",
    logged_by="AsyncReceiveMessageCallback.onCompletion, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
ACTION_RECEIVING_MESSAGE_THROTTLED = Statement(
    template="Action of receiving message is throttled. Retry after 20ms. Queue={_}",
    logged_by="AsyncReceiveMessageCallback.onCompletion, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
RECEIVE_MESSAGE_FAILED_CAUSE = Statement(
    template="Receive message from {_} failed. Cause: {_}. Retry after 1 second.",
    logged_by="AsyncReceiveMessageCallback.onCompletion, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
    seen="N-5.2.0-csharp-cpp-rust:c-cpp/logs/rocketmq/client.log:83",
)
PROCESS_QUEUE_SHOULD_DESTRUCTED = Statement(
    template="Process queue should have been destructed",
    logged_by="AsyncReceiveMessageCallback.checkThrottleThenReceive, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
NUMBER_MESSAGES_EXCEEDS_THROTTLE = Statement(
    template="Number of messages in {_} exceeds throttle threshold. Receive messages later.",
    logged_by="AsyncReceiveMessageCallback.checkThrottleThenReceive, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
PROCESSQUEUE_RELEASED_IGNORE_FURTHER = Statement(
    template="ProcessQueue has been released. Ignore further receive message request-response cycles",
    logged_by="AsyncReceiveMessageCallback.receiveMessageImmediately, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
OWNER_PROCESSQUEUE_RELEASED_IGNORE = Statement(
    template="Owner of ProcessQueue[{_}] has been released. Ignore further receive message request-response cycles",
    logged_by="AsyncReceiveMessageCallback.receiveMessageImmediately, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
BROKER_COMPLAINED_BAD_RECEIPT = Statement(
    template="Broker complained bad receipt handle on ack message[MsgId={_}, ReceiptHandle={_}]",
    logged_by="ConsumeMessageServiceImpl.ack, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
CONSUMER_ALREADY_DESTRUCTED = Statement(
    template="The consumer has already destructed",
    logged_by="ConsumeMessageServiceImpl.maxDeliveryAttempt, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
FIFOCONSUMESERVICE_ACCELERATOR_ENABLE_MESSAGE = Statement(
    template="FifoConsumeService accelerator enable, message_count={_}, group_count={_}",
    logged_by="ConsumeMessageServiceImpl.dispatch, 5.0.3 to 5.1.1 of rocketmq-client-cpp",
)
SCHEDULER_NOT_AVAILABLE_SUBMITTING = Statement(
    template="Scheduler is not available, submitting task immediately",
    logged_by="ConsumeMessageServiceImpl.schedule, 5.1.0 to 5.1.1 of rocketmq-client-cpp",
)
FAILED_ACK_MESSAGE_MESSAGE = Statement(
    template="Failed to ack message[message-id={_}]. Cause: {_}. Action: retry after 1s.",
    logged_by="ConsumeTask.onAck, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
    seen="N-5.2.0-csharp-cpp-rust:c-cpp/logs/rocketmq/client.log:87",
)
FAILED_NACK_MESSAGE_MESSAGE = Statement(
    template="Failed to nack message[message-id={_}]. Cause: {_}. Action: retry after 1s.",
    logged_by="ConsumeTask.onNack, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
PROCESSQUEUE_SHOULD_RE_BALANCED = Statement(
    template="ProcessQueue={_} should have been re-balanced away, thus, is destructed",
    logged_by="ProcessQueueImpl.~ProcessQueueImpl, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
    seen="N-5.2.0-csharp-cpp-rust:c-cpp/logs/rocketmq/client.log:199",
)
PROCESSQUEUE_EXPIRED_REMAINS_IDLE = Statement(
    template="ProcessQueue={_} is expired. It remains idle for {_}ms",
    logged_by="ProcessQueueImpl.expired, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
NUMBER_LOCALLY_CACHED_MESSAGES = Statement(
    template="{_}: Number of locally cached messages is {_}, which exceeds threshold={_}",
    logged_by="ProcessQueueImpl.shouldThrottle, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
LOCALLY_CACHED_MESSAGES_TAKE = Statement(
    template="{_}: Locally cached messages take {_} bytes, which exceeds threshold={_}",
    logged_by="ProcessQueueImpl.shouldThrottle, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
EXCEPTION_SUBSCRIBE = Statement(
    template="Exception in subscribe: {_}",
    logged_by="PushConsumer.subscribe, SimpleConsumer.subscribe, 5.1.0 to 5.1.1 of rocketmq-client-cpp",
)
EXCEPTION_UNSUBSCRIBE = Statement(
    template="Exception in unsubscribe: {_}",
    logged_by="PushConsumer.unsubscribe, SimpleConsumer.unsubscribe, 5.1.0 to 5.1.1 of rocketmq-client-cpp",
)
EXCEPTION_SHUTDOWN = Statement(
    template="Exception in shutdown: {_}",
    logged_by="PushConsumer.shutdown, 5.1.1 of rocketmq-client-cpp",
)
UNEXPECTED_CONSUMER_STATE_EXPECTING = Statement(
    template="Unexpected consumer state. Expecting: {_}, Actual: {_}",
    logged_by="PushConsumerImpl, 5.0.0 to 5.0.4 of rocketmq-client-cpp",
)
REQUIRED_MESSAGE_LISTENER_MISSING = Statement(
    template="Required message listener is missing",
    logged_by="PushConsumerImpl, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
START_CONCURRENTLY_CONSUME_SERVICE = Statement(
    template="start concurrently consume service: {_}",
    logged_by="PushConsumerImpl, 5.0.0 to 5.0.2 of rocketmq-client-cpp",
)
PUSHCONSUMER_STARTED_GROUPNAME = Statement(
    template="PushConsumer started, groupName={_}",
    logged_by="PushConsumerImpl, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
    seen="N-5.2.0-csharp-cpp-rust:c-cpp/logs/rocketmq/client.log:30",
)
PUSHCONSUMERIMPL_STOPPED = Statement(
    template="PushConsumerImpl stopped",
    logged_by="PushConsumerImpl, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
    seen="N-5.2.0-csharp-cpp-rust:c-cpp/logs/rocketmq/client.log:200",
)
STOPPED_ABORT_SCANNING_IMMEDIATELY = Statement(
    template="Client has stopped. Abort scanning immediately.",
    logged_by="PushConsumerImpl.scanAssignments, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
FAILED_ACQUIRE_ASSIGNMENTS_TOPIC = Statement(
    template="Failed to acquire assignments for topic={_} from load balancer. Cause: {_}",
    logged_by="PushConsumerImpl.scanAssignments, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
FAILED_SELECT_BROKER_QUERY = Statement(
    template="Failed to select a broker to query assignment for group={_}, topic={_}",
    logged_by="PushConsumerImpl.queryAssignment, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
FAILED_ACQUIRE_QUEUE_ASSIGNMENT = Statement(
    template="Failed to acquire queue assignment of topic={_} from brokerAddress={_}",
    logged_by="PushConsumerImpl, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
STOP_RECEIVING_MESSAGES_NOT = Statement(
    template="Stop receiving messages from {_} as it is not assigned to current client according to latest assignment result "
    "from load balancer",
    logged_by="PushConsumerImpl.syncProcessQueue, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
PROCESSQUEUE_EXPIRED_REMOVE_NOW = Statement(
    template="ProcessQueue={_} is expired. Remove it for now.",
    logged_by="PushConsumerImpl.syncProcessQueue, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
START_RECEIVE_MESSAGE_ACCORDING = Statement(
    template="Start to receive message from {_} according to latest assignment info from load balancer",
    logged_by="PushConsumerImpl.syncProcessQueue, 5.0.0 to 5.0.2 of rocketmq-client-cpp",
)
FAILED_INITIATE_RECEIVE_MESSAGE = Statement(
    template="Failed to initiate receive message request-response-cycle for {_}",
    logged_by="PushConsumerImpl.syncProcessQueue, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
PUSHCONSUMER_STOPPED_DROP_CREATION = Statement(
    template="PushConsumer has stopped. Drop creation of ProcessQueue",
    logged_by="PushConsumerImpl.getOrCreateProcessQueue, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
CREATE_PROCESSQUEUE_MESSAGE_QUEUE = Statement(
    template="Create ProcessQueue for message queue[{_}]",
    logged_by="PushConsumerImpl.getOrCreateProcessQueue, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
    seen="N-5.2.0-csharp-cpp-rust:c-cpp/logs/rocketmq/client.log:32",
)
PUSHCONSUMER_STOPPED_DROP_FURTHER = Statement(
    template="PushConsumer has stopped. Drop further receive message request",
    logged_by="PushConsumerImpl.receiveMessage, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
CONSUMER_STOPPED_STOP_CREATING = Statement(
    template="Consumer has stopped. Stop creating processQueue",
    logged_by="PushConsumerImpl.receiveMessage, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
FAILED_RESOLVE_ADDRESS_BROKERNAME = Statement(
    template="Failed to resolve address for brokerName={_}",
    logged_by="PushConsumerImpl.receiveMessage, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
FETCHED_ROUTE_OUT_TOPICS = Statement(
    template="Fetched route for {_} out of {_} topics",
    logged_by="PushConsumerImpl.fetchRoutes, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
    seen="N-5.2.0-csharp-cpp-rust:c-cpp/logs/rocketmq/client.log:27",
)
START_CONCURRENTLY_CONSUME_SERVICE_AGAIN = Statement(
    template="Start concurrently consume service: {_}",
    logged_by="PushConsumerImpl, 5.0.3 to 5.1.1 of rocketmq-client-cpp",
    seen="N-5.2.0-csharp-cpp-rust:c-cpp/logs/rocketmq/client.log:28",
)
NO_BROKER_AVAILABLE = Statement(
    template="No broker is available",
    logged_by="PushConsumerImpl.selectBroker, SimpleConsumerImpl.refreshAssignment, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
PUSHCONSUMER_STARTED_UNEXPECTED_STATE = Statement(
    template="PushConsumer started with unexpected state. Expecting: {_}, Actual: {_}",
    logged_by="PushConsumerImpl, 5.1.0 to 5.1.1 of rocketmq-client-cpp",
)
RECEIVEMESSAGESTREAMREADER_ONREADDONE_OK = Statement(
    template="ReceiveMessageStreamReader#OnReadDone: ok={_}",
    logged_by="ReceiveMessageStreamReader.OnReadDone, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
    seen="N-5.2.0-csharp-cpp-rust:c-cpp/logs/rocketmq/client.log:80",
)
UNSUPPORTED_CODE = Statement(
    template="Unsupported code={_}",
    logged_by="ReceiveMessageStreamReader.OnReadDone, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
RECEIVEMESSAGESTREAMREADER_ONDONE_STATUS_OK = Statement(
    template="ReceiveMessageStreamReader#OnDone: status.ok={_}, status.error_message={_}",
    logged_by="ReceiveMessageStreamReader.OnDone, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
    seen="N-5.2.0-csharp-cpp-rust:c-cpp/logs/rocketmq/client.log:82",
)
CLIENTMANAGER_DESTRUCTED_DROPPING_RECEIVED = Statement(
    template="ClientManager has been destructed, dropping received message",
    logged_by="ReceiveMessageStreamReader.OnReadDone, 5.1.0 to 5.1.1 of rocketmq-client-cpp",
)
FAILED_RECEIVE_MESSAGE_CAUSE = Statement(
    template="Failed to receive message. Cause: {_}",
    logged_by="SimpleConsumer.receive, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
    seen="N-5.2.0-csharp-cpp-rust:c-cpp/logs/rocketmq/client.log:85",
)
EXCEPTION_RECEIVE = Statement(
    template="Exception in receive: {_}",
    logged_by="SimpleConsumer.receive, 5.1.0 to 5.1.1 of rocketmq-client-cpp",
)
EXCEPTION_ASYNCRECEIVE = Statement(
    template="Exception in asyncReceive: {_}",
    logged_by="SimpleConsumer.asyncReceive, 5.1.0 to 5.1.1 of rocketmq-client-cpp",
)
EXCEPTION_ACK = Statement(
    template="Exception in ack: {_}",
    logged_by="SimpleConsumer.ack, 5.1.0 to 5.1.1 of rocketmq-client-cpp",
)
EXCEPTION_ASYNCACK = Statement(
    template="Exception in asyncAck: {_}",
    logged_by="SimpleConsumer.asyncAck, 5.1.0 to 5.1.1 of rocketmq-client-cpp",
)
EXCEPTION_CHANGEINVISIBLEDURATION = Statement(
    template="Exception in changeInvisibleDuration: {_}",
    logged_by="SimpleConsumer.changeInvisibleDuration, 5.1.0 to 5.1.1 of rocketmq-client-cpp",
)
EXCEPTION_ASYNCCHANGEINVISIBLEDURATION = Statement(
    template="Exception in asyncChangeInvisibleDuration: {_}",
    logged_by="SimpleConsumer.asyncChangeInvisibleDuration, 5.1.0 to 5.1.1 of rocketmq-client-cpp",
)
ASSIGNMENTS_RECEIVED = Statement(
    template="Assignments for {_} received",
    logged_by="SimpleConsumerImpl.refreshAssignments, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
    seen="N-5.2.0-csharp-cpp-rust:c-cpp/logs/rocketmq/client.log:24",
)
SIMPLECONSUMER_STARTED_UNEXPECTED_STATE = Statement(
    template="SimpleConsumer started with unexpected state. Expecting: {_}, Actual: {_}",
    logged_by="SimpleConsumerImpl, 5.1.0 to 5.1.1 of rocketmq-client-cpp",
)
SIMPLECONSUMER_DESTRUCTED_DROPPING_ASSIGNMENT = Statement(
    template="SimpleConsumer has been destructed, dropping assignment response",
    logged_by="SimpleConsumerImpl, 5.1.0 to 5.1.1 of rocketmq-client-cpp",
)
QUERYASSIGNMENTRESPONSE_CODE_NOT_SUCCESS = Statement(
    template="QueryAssignmentResponse#code is not SUCCESS. Keep assignment info intact. QueryAssignmentResponse: {_}",
    logged_by="TopicAssignmentInfo, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
BROKER_NOT_ADDRESSABLE = Statement(
    template="Broker[{_}] is not addressable",
    logged_by="TopicAssignmentInfo, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
