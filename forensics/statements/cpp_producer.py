"""The gRPC C++ client: its producers. No line names its client."""

from forensics.statements.template import Statement

KIND = "client"

EXCEPTION_FIFOPRODUCER_SEND = Statement(
    template="Exception in FifoProducer::send: {_}",
    logged_by="FifoProducer.send, 5.1.0 to 5.1.1 of rocketmq-client-cpp",
)
COMPLETED_FAILURE = Statement(
    template="{_} completed with a failure: {_}",
    logged_by="FifoProducerPartition.onComplete, 5.0.2 to 5.1.1 of rocketmq-client-cpp",
)
UNEXPECTED_INFLIGHT_STATUS = Statement(
    template="{_}: Unexpected inflight status",
    logged_by="FifoProducerPartition.onComplete, 5.0.2 to 5.1.1 of rocketmq-client-cpp",
)
UNEXPECTED_INFLIGHT_STATUS_AGAIN = Statement(
    template="Unexpected inflight status",
    logged_by="FifoProducerPartition.onComplete, 5.0.2 to 5.1.1 of rocketmq-client-cpp",
)
EXCEPTION_FIFOPRODUCERPARTITION_TRYSEND = Statement(
    template="Exception in FifoProducerPartition::trySend: {_}",
    logged_by="FifoProducerPartition.trySend, 5.1.0 to 5.1.1 of rocketmq-client-cpp",
)
TOPIC_MESSAGE_PUBLISH_EMPTY = Statement(
    template="Topic of the message to publish is empty",
    logged_by="MixAll.validate, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
EXCEPTION_SEND = Statement(
    template="Exception in send: {_}",
    logged_by="Producer.send, 5.1.0 to 5.1.1 of rocketmq-client-cpp",
)
EXCEPTION_ASYNC_SEND = Statement(
    template="Exception in async send: {_}",
    logged_by="Producer.send, 5.1.0 to 5.1.1 of rocketmq-client-cpp",
)
EXCEPTION_TRANSACTIONAL_SEND = Statement(
    template="Exception in transactional send: {_}",
    logged_by="Producer.send, 5.1.0 to 5.1.1 of rocketmq-client-cpp",
)
EXCEPTION_RECALL = Statement(
    template="Exception in recall: {_}",
    logged_by="Producer.recall, 5.1.0 to 5.1.1 of rocketmq-client-cpp",
)
PRODUCER_INSTANCE_DESTRUCTED = Statement(
    template="Producer instance is destructed",
    logged_by="ProducerImpl.~ProducerImpl, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
START_UNEXPECTED_STATE_EXPECTING = Statement(
    template="Start with unexpected state. Expecting: {_}, Actual: {_}",
    logged_by="ProducerImpl, 5.0.0 to 5.0.2 of rocketmq-client-cpp",
)
SHUTDOWN_UNEXPECTED_STATE_EXPECTING = Statement(
    template="Shutdown with unexpected state. Expecting: {_}, Actual: {_}",
    logged_by="ProducerImpl.shutdown, PushConsumerImpl, 5.0.0 to 5.0.4 of rocketmq-client-cpp",
)
PRODUCER_INSTANCE_STOPPED = Statement(
    template="Producer instance stopped",
    logged_by="ProducerImpl, 5.0.0 to 5.0.4 of rocketmq-client-cpp",
)
BODY_MESSAGE_SEND_TOO = Statement(
    template="Body of the message to send is too large",
    logged_by="ProducerImpl, 5.0.0 to 5.0.2 of rocketmq-client-cpp",
)
FAILED_RESOLVE_BROKER_ADDRESS = Statement(
    template="Failed to resolve broker address from MessageQueue",
    logged_by="ProducerImpl.sendImpl, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
FAILED_SEND_TRANSACTION_REQUEST = Statement(
    template="Failed to send {_} transaction request to {_}. Cause:",
    logged_by="ProducerImpl, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
FIFO_MESSAGE_MAY_NOT = Statement(
    template="FIFO message may not be transactional",
    logged_by="ProducerImpl.send, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
TIMED_MESSAGE_MAY_NOT = Statement(
    template="Timed message may not be transactional",
    logged_by="ProducerImpl.send, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
LOCALTRANSACTIONSTATECHECKER_UNEXPECTEDLY_NULLPTR = Statement(
    template="LocalTransactionStateChecker is unexpectedly nullptr",
    logged_by="ProducerImpl.onOrphanedTransactionalMessage, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
PRODUCER_NOT_RUNNING = Statement(
    template="Producer is not running",
    logged_by="ProducerImpl.send, 5.0.2 to 5.1.1 of rocketmq-client-cpp",
)
ROUTE_TOPIC_NOT_FOUND = Statement(
    template="Route of topic[{_}] is not found",
    logged_by="ProducerImpl.send, ProducerImpl.recall, 5.0.2 to 5.1.1 of rocketmq-client-cpp",
)
FAILED_SELECT_ADDRESSABLE_MESSAGE = Statement(
    template="Failed to select an addressable message queue for topic[{_}]",
    logged_by="ProducerImpl.send, 5.0.2 to 5.1.1 of rocketmq-client-cpp",
)
PRODUCER_STARTED_UNEXPECTED_STATE = Statement(
    template="Producer started with an unexpected state. Expecting: {_}, Actual: {_}",
    logged_by="ProducerImpl, 5.0.3 to 5.0.4 of rocketmq-client-cpp",
)
BODY_MESSAGE_NULL_TOPIC = Statement(
    template="Body of the message is null, topic={_}",
    logged_by="ProducerImpl, 5.0.3 to 5.1.1 of rocketmq-client-cpp",
)
BODY_MESSAGE_SEND_TOO_LARGE = Statement(
    template="Body of the message to send is too large, topic={_}",
    logged_by="ProducerImpl, 5.0.3 to 5.1.1 of rocketmq-client-cpp",
)
FAILED_SELECT_ADDRESSABLE_MESSAGE_QUEUE = Statement(
    template="Failed to select an addressable message queue for timer topic[{_}]",
    logged_by="ProducerImpl.recall, 5.0.3 to 5.1.1 of rocketmq-client-cpp",
)
PRODUCER_STARTED_UNEXPECTED_STATE_EXPECTING = Statement(
    template="Producer started with unexpected state. Expecting: {_}, Actual: {_}",
    logged_by="ProducerImpl, 5.1.0 to 5.1.1 of rocketmq-client-cpp",
)
PRODUCERIMPL_STOPPED = Statement(
    template="ProducerImpl stopped",
    logged_by="ProducerImpl, 5.1.0 to 5.1.1 of rocketmq-client-cpp",
)
TIMEOUT_WAITING_SEND_RESULT = Statement(
    template="Timeout waiting for send result of topic[{_}]",
    logged_by="ProducerImpl.send, 5.1.1 of rocketmq-client-cpp",
)
TIMEOUT_WAITING_TRANSACTION_RESULT = Statement(
    template="Timeout waiting for {_} transaction result of topic[{_}]",
    logged_by="ProducerImpl, 5.1.1 of rocketmq-client-cpp",
)
TIMEOUT_WAITING_RECALL_RESULT = Statement(
    template="Timeout waiting for recall result of topic[{_}]",
    logged_by="ProducerImpl, 5.1.1 of rocketmq-client-cpp",
)
TIMEOUT_ACQUIRING_PUBLISH_INFO = Statement(
    template="Timeout acquiring publish info of topic[{_}]",
    logged_by="ProducerImpl.getPublishInfo, 5.1.1 of rocketmq-client-cpp",
)
RETRIED_TIMES_WHICH_EXCEEDS = Statement(
    template="Retried {_} times, which exceeds the limit: {_}",
    logged_by="SendContext, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
PRODUCER_DESTRUCTED = Statement(
    template="Producer has been destructed",
    logged_by="SendContext, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
NO_ALTERNATIVE_HOSTS_PERFORM = Statement(
    template="No alternative hosts to perform additional retries",
    logged_by="SendContext, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
ISOLATED_ENDPOINT_AFTER_SEND = Statement(
    template="Isolated endpoint {_} after send failure",
    logged_by="SendContext, 5.1.0 to 5.1.1 of rocketmq-client-cpp",
)
FAILED_SCREEN_VIABLE_MESSAGE = Statement(
    template="Failed to screen viable message queues from TopicPublishInfo because there is no candidates at all",
    logged_by="TopicPublishInfo.selectMessageQueues, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
NO_WRITABLE_QUEUE_CURRENT = Statement(
    template="No writable queue is current available. Skip updating publish table for topic={_}",
    logged_by="TopicPublishInfo.updatePublishInfo, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
