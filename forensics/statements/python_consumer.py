"""The Python client's consumers."""

from forensics.statements.template import Statement

KIND = "client"

SUBSCRIBE_EXCEPTION = Statement(
    template="subscribe exception: {_}",
    logged_by="SimpleConsumer.subscribe, 5.0.1 to 5.0.2 of rocketmq-client-python",
)
BEGIN_SHUTDOWN = Statement(
    template="begin to to shutdown {_}.",
    logged_by="SimpleConsumer.shutdown, PushConsumer.shutdown, 5.0.1 to 5.1.1 of rocketmq-client-python",
)
SIMPLE_CONSUMER_SELECT_TOPIC = Statement(
    template="simple consumer select topic for receive message exception: {_}",
    logged_by="SimpleConsumer.select_topic_for_receive, 5.0.1 to 5.1.2 of rocketmq-client-python",
)
SIMPLE_CONSUMER_SELECT_TOPIC_QUEUE = Statement(
    template="simple consumer select topic queue for receive message exception: {_}",
    logged_by="SimpleConsumer.select_topic_queue, 5.0.1 to 5.0.2 of rocketmq-client-python",
)
RECEIVE_FAILED = Statement(
    event="grpc_receive_failed",
    template="consumer:{group:word} receive message exception: {_}",
    logged_by="SimpleConsumer.receive_message_response, Consumer.receive_message_response, 5.0.1 to 5.1.2 of "
    "rocketmq-client-python",
    seen="N-5.2.0-python-node:c-py/logs/rocketmq_python/rocketmq_client.log:48",
)
SUBSCRIBE_RAISE_EXCEPTION = Statement(
    template="subscribe raise exception: {_}",
    logged_by="SimpleConsumer.subscribe, Consumer.subscribe, 5.0.3 to 5.1.2 of rocketmq-client-python",
)
SIMPLE_CONSUMER_SELECT_TOPIC_QUEUE_RAISE = Statement(
    template="simple consumer select topic queue raise exception: {_}",
    logged_by="SimpleConsumer.select_topic_queue, 5.0.3 to 5.1.2 of rocketmq-client-python",
)
BUG_HANDLE_RECEIVED_MESSAGE = Statement(
    template="[BUG] handle received message occur error, status is None.",
    logged_by="Consumer.handle_receive_message_response, 5.0.9 to 5.1.2 of rocketmq-client-python",
)
MESSAGE_CORRUPTED_CONSUMPTION_PREPARE = Statement(
    template="message is corrupted for consumption, prepare to discard it, topic: {_}, message_id: {_}",
    logged_by="Consumption.consume, FifoConsumption.consume_fifo, 5.0.9 to 5.1.2 of rocketmq-client-python",
)
MESSAGE_LISTENER_RAISED_EXCEPTION = Statement(
    template="message listener raised an exception while consuming messages, topic: {_}, message_id: {_}, {_}",
    logged_by="Consumption.consume, 5.0.9 to 5.1.2 of rocketmq-client-python",
)
BUG_CONSUME_FIFO_RAISE = Statement(
    template="[BUG]consume fifo raise exception, topic: {_}, message_id: {_}, {_}",
    logged_by="FifoConsumption.consume_fifo, 5.0.9 to 5.1.2 of rocketmq-client-python",
)
FAILED_CONSUME_MESSAGE_TOPIC = Statement(
    template="failed to consume message, topic: {_}, message_id: {_}, {_}",
    logged_by="FifoConsumption.consume_fifo, 5.0.9 to 5.1.2 of rocketmq-client-python",
)
CONSUME_MESSAGE_FIFO_RAISE = Statement(
    template="consume message in fifo raise exception, {_}",
    logged_by="FifoConsumption.consume_message, 5.0.9 to 5.1.2 of rocketmq-client-python",
)
MESSAGE_LISTENER_HAS_NOT = Statement(
    template="message listener has not been set yet",
    logged_by="PushConsumer.pre_start, 5.0.9 of rocketmq-client-python",
)
CLIENT_START_ERROR = Statement(
    template="{_}client_id:{_:word} on start error, {_}",
    logged_by="PushConsumer.on_start, LitePushConsumer.on_start, 5.0.9 to 5.1.2 of rocketmq-client-python",
)
CLIENT_NEW_RECEIVE_MESSAGE = Statement(
    template="{_}client_id:{_:word} new receive message executor success.",
    logged_by="PushConsumer.start_async_executor, 5.0.9 to 5.1.1 of rocketmq-client-python",
)
CLIENT_NEW_MESSAGE_CONSUMPTION = Statement(
    template="{_}client_id:{_:word} new message consumption result executor success.",
    logged_by="PushConsumer.start_async_executor, 5.0.9 to 5.1.1 of rocketmq-client-python",
)
CLIENT_START_ASYNC_EXECUTOR = Statement(
    template="{_}client_id:{_:word} start async executor raise exception, {_}",
    logged_by="PushConsumer.start_async_executor, 5.0.9 to 5.1.1 of rocketmq-client-python",
)
SCAN_TOPIC_ASSIGNMENT_RAISE = Statement(
    template="scan topic: {_} assignment raise exception. {_}",
    logged_by="PushConsumer.scan_assignment, 5.0.9 to 5.1.2 of rocketmq-client-python",
)
HANDLE_QUERY_TOPIC_ASSIGNMENT = Statement(
    template="handle query topic: {_} assignment response raise exception. {_}",
    logged_by="PushConsumer.handle_assignment_result, 5.0.9 to 5.1.2 of rocketmq-client-python",
)
UPDATE_TOPIC_ASSIGNMENT_RAISE = Statement(
    template="update topic: {_}, assignment: {_} raise exception, {_}",
    logged_by="PushConsumer.update_topic_assignment, 5.0.9 to 5.1.2 of rocketmq-client-python",
)
QUEUE_END_RECEIVE_BECAUSE = Statement(
    template="queue: {_} end receive, because consumer is not running.",
    logged_by="PushConsumer.execute_receive, 5.0.9 to 5.1.1 of rocketmq-client-python",
)
QUEUE_END_RECEIVE_BECAUSE_QUEUE = Statement(
    template="queue: {_} end receive, because queue is dropped.",
    logged_by="PushConsumer.execute_receive, 5.0.9 to 5.1.1 of rocketmq-client-python",
)
CLIENT_RECEIVE_MESSAGE_ERROR = Statement(
    template="{_}client_id:{_:word} receive message error, {_}",
    logged_by="PushConsumer.receive, 5.0.9 to 5.1.1 of rocketmq-client-python",
)
CLIENT_END_RECEIVE_BECAUSE = Statement(
    template="{_}client_id:{_:word} end receive, because consumer is not running.",
    logged_by="PushConsumer.handle_received_message, 5.0.9 to 5.1.1 of rocketmq-client-python",
)
CLIENT_PROCESS_RECEIVED_MESSAGE = Statement(
    template="{_}client_id:{_:word} process received message raise exception, {_}",
    logged_by="PushConsumer.handle_received_message, 5.0.9 to 5.1.1 of rocketmq-client-python",
)
ACK_OR_NACK_RAISE = Statement(
    template="ack or nack raise exception, {_}",
    logged_by="PushConsumer.ack_or_nack, 5.0.9 to 5.1.2 of rocketmq-client-python",
    seen="N-5.2.0-python-node:c-py/logs/rocketmq_python/rocketmq_client.log:63",
)
ACK_GIVEN_UP_OLD = Statement(
    event="grpc_ack_given_up",
    template="{_}:{group:word}, client_id:{client_id:word} failed to ack message due to the invalid receipt handle, forgive "
    "to retry, topic: {topic:word}, message_id: {message_id:word}",
    logged_by="PushConsumer.ack_or_nack, 5.0.9 to 5.1.1 of rocketmq-client-python",
)
DISCARD_MESSAGE_RAISE_EXCEPTION = Statement(
    template="discard message raise exception, topic: {_}, message_id: {_}, {_}",
    logged_by="PushConsumer.discard_fifo_message, 5.0.9 to 5.1.2 of rocketmq-client-python",
)
FORWARD_MESSAGE_DEAD_LETTER = Statement(
    template="forward message to dead letter queue successfully, consumerGroup: {_}, topic: {_}, message_id: {_}",
    logged_by="PushConsumer.discard_fifo_message, 5.0.9 to 5.1.2 of rocketmq-client-python",
)
BODY_CHECK_SUM_EXCEPTION = Statement(
    template="(body_check_sum exception, topic: {_}, message_id: {_} {_} != crc32_sum {_}",
    logged_by="Message.message_body_check_sum, 5.0.9 to 5.1.2 of rocketmq-client-python",
)
UNSUPPORTED_MESSAGE_BODY_DIGEST = Statement(
    template="unsupported message body digest algorithm, {_}, {_}, {_}",
    logged_by="Message.message_body_check_sum, 5.0.9 to 5.1.2 of rocketmq-client-python",
)
BODY_CHECK_SUM_EXCEPTION_TOPIC = Statement(
    template="(body_check_sum exception, topic: {_}, message_id: {_}, {_}",
    logged_by="Message.message_body_check_sum, 5.0.9 to 5.1.2 of rocketmq-client-python",
)
PROCESS_QUEUE_TOTAL_CACHED = Statement(
    template="process queue total cached messages exceeds the threshold, threshold: {_}, actual: {_}, queue: {_}",
    logged_by="ProcessQueue.is_cache_full, 5.0.9 to 5.1.2 of rocketmq-client-python",
)
PROCESS_QUEUE_TOTAL_CACHED_MESSAGE = Statement(
    template="process queue total cached message size exceeds the threshold, threshold: {_}, actual: {_}, queue: {_}",
    logged_by="ProcessQueue.is_cache_full, 5.0.9 to 5.1.2 of rocketmq-client-python",
)
PROCESS_QUEUE_IDLE_IDLE = Statement(
    template="process queue is idle, idle_duration: {_}, max_idle_duration: {_}, after_cache_full_duration: {_}, mq: {_}",
    logged_by="ProcessQueue.expired, 5.0.9 to 5.1.2 of rocketmq-client-python",
)
START_SYNC_ALL_LITE = Statement(
    template="start sync all lite subscription scheduler success.",
    logged_by="LitePushConsumer.on_start, LiteTopicSubscriptionManager.start_scheduler, 5.1.1 to 5.1.2 of rocketmq-client-python",
)
SUBSCRIBE_LITE_TOPIC_SUCCESS = Statement(
    template="[{_}] subscribe lite_topic:{_} success.",
    logged_by="LitePushConsumer.subscribe_lite, LiteTopicSubscriptionManager.subscribe_lite, 5.1.1 to 5.1.2 of "
    "rocketmq-client-python",
)
SUBSCRIBE_LITE_TOPIC_RAISE = Statement(
    template="[{_}] subscribe lite_topic:{_} raise exception, {_}.",
    logged_by="LitePushConsumer.subscribe_lite, LiteTopicSubscriptionManager.subscribe_lite, 5.1.1 to 5.1.2 of "
    "rocketmq-client-python",
)
UNSUBSCRIBE_LITE_TOPIC_SUCCESS = Statement(
    template="[{_}] unsubscribe lite_topic:{_} success.",
    logged_by="LitePushConsumer.unsubscribe_lite, LiteTopicSubscriptionManager.unsubscribe_lite, 5.1.1 to 5.1.2 of "
    "rocketmq-client-python",
)
UNSUBSCRIBE_LITE_TOPIC_RAISE = Statement(
    template="[{_}] unsubscribe lite_topic:{_} raise exception, {_}.",
    logged_by="LitePushConsumer.unsubscribe_lite, LiteTopicSubscriptionManager.unsubscribe_lite, 5.1.1 to 5.1.2 of "
    "rocketmq-client-python",
)
CLIENT_SYNC_ALL_LITE = Statement(
    template="{_}client_id:{_:word} sync all lite subscription to {_} success.",
    logged_by="LitePushConsumer.sync_all_lite_subscription, LiteTopicSubscriptionManager.sync_all_lite_subscription, 5.1.1 "
    "to 5.1.2 of rocketmq-client-python",
)
SYNC_ALL_LITE_SUBSCRIPTION = Statement(
    template="[{_}] sync all lite subscription to {_} raise exception, {_}",
    logged_by="LitePushConsumer.sync_all_lite_subscription, LiteTopicSubscriptionManager.sync_all_lite_subscription, 5.1.1 "
    "to 5.1.2 of rocketmq-client-python",
)
START_SCAN_ASSIGNMENT_SCHEDULER = Statement(
    template="start scan assignment scheduler success.",
    logged_by="PushConsumer.on_start, 5.1.1 to 5.1.2 of rocketmq-client-python",
    seen="N-5.2.0-python-node:c-py/logs/rocketmq_python/rocketmq_client.log:29",
)
CONFIGURE_CONSUMPTION_SUCCESS_FIFO = Statement(
    template="configure {_} consumption success, fifo: {_}",
    logged_by="PushConsumer.configure_consumer_consumption, 5.1.1 to 5.1.2 of rocketmq-client-python",
    seen="N-5.2.0-python-node:c-py/logs/rocketmq_python/rocketmq_client.log:20",
)
BODY_CHECK_SUM_EXCEPTION_TOPIC_MESSAGE = Statement(
    template="(body_check_sum exception, topic: {_}, message_id: {_} {_} != md5_checksum {_}",
    logged_by="Message.message_body_check_sum, 5.1.1 to 5.1.2 of rocketmq-client-python",
)
BODY_CHECK_SUM_EXCEPTION_TOPIC_MESSAGE_SHA = Statement(
    template="(body_check_sum exception, topic: {_}, message_id: {_} {_} != sha1_checksum {_}",
    logged_by="Message.message_body_check_sum, 5.1.1 to 5.1.2 of rocketmq-client-python",
)
BEGIN_SHUTDOWN_MORE = Statement(
    template="begin to shutdown {_}.",
    logged_by="PushConsumer.shutdown, SimpleConsumer.shutdown, 5.1.2 of rocketmq-client-python",
    seen="N-5.2.0-python-node:c-py/logs/rocketmq_python/rocketmq_client.log:111",
)
CLIENT_PROCESS_RECEIVED_MESSAGE_ERROR = Statement(
    template="{_}client_id:{_:word} process received message error, {_}",
    logged_by="PushConsumer.handle_received_message, 5.1.2 of rocketmq-client-python",
    seen="N-5.2.0-python-node:c-py/logs/rocketmq_python/rocketmq_client.log:58",
)
ACK_GIVEN_UP = Statement(
    event="grpc_ack_given_up",
    template="{_}:{group:word}, client_id:{client_id:word} failed to ack message due to the invalid receipt handle, give up "
    "retrying, topic: {topic:word}, message_id: {message_id:word}",
    logged_by="PushConsumer.ack_or_nack, 5.1.2 of rocketmq-client-python",
)
