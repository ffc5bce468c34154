"""The remoting Go client's pull consumers: pull_consumer.go.

rlog prints the message as logrus quotes it, and fields by name behind it.
"""

from forensics.statements.template import Statement

KIND = "client"

GET_NEXT_MQ_ERROR = Statement(
    template='"get next mq error"{_}',
    logged_by="defaultPullConsumer.getNextQueueOf, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

DEFAULTPULLCONSUMER_CONSUMER_GROUP_HAS = Statement(
    template='"defaultPullConsumer the consumer group has been created, specify another one"{_}',
    logged_by="defaultPullConsumer.Start, 2.1.2 of rocketmq-client-go",
)

DEFAULTPULLCONSUMER_CLOSE_PULLREQUEST_LISTENER = Statement(
    template='"defaultPullConsumer close PullRequest listener."{_}',
    logged_by="defaultPullConsumer.Start, 2.1.2 of rocketmq-client-go",
)

DEFAULTPULLCONSUMER_SHUTDOWN_ROUTE_INFO = Statement(
    template='"defaultPullConsumer.Shutdown . route info not found, it may not exist"{_}',
    logged_by="defaultPullConsumer.Start, 2.1.2 of rocketmq-client-go",
)

DEFAULTPULLCONSUMER_POLL_MESSAGE_QUEUE = Statement(
    template='"defaultPullConsumer poll the message queue not be able to consume, because it was dropped"{_}',
    logged_by="defaultPullConsumer.Poll, 2.1.2 of rocketmq-client-go",
)

DEFAULTPULLCONSUMER_MESSAGE_QUEUE_NOT = Statement(
    template='"defaultPullConsumer the message queue not be able to consume, because it was dropped"{_}',
    logged_by="defaultPullConsumer.ACK, 2.1.2 of rocketmq-client-go",
)

DEFAULTPULLCONSUMER_BROADCASTING_MESSAGE_CONSUME = Statement(
    template='"defaultPullConsumer BROADCASTING, the message consume failed, drop it"{_}',
    logged_by="defaultPullConsumer.ACK, 2.1.2 of rocketmq-client-go",
)

DEFAULTPULLCONSUMER_PROCESSQUEUE_DROPPED_WITHOUT = Statement(
    template='"defaultPullConsumer processQueue is dropped without process consume result."{_}',
    logged_by="defaultPullConsumer.ACK, 2.1.2 of rocketmq-client-go",
)

DEFAULTPULLCONSUMER_GETNEXTQUEUEOF_LEN = Statement(
    template='"defaultPullConsumer.getNextQueueOf len is 0"{_}',
    logged_by="defaultPullConsumer.getNextQueueOf, 2.1.2 of rocketmq-client-go",
)

DEFAULTPULLCONSUMER_GETNEXTQUEUEOF = Statement(
    template="defaultPullConsumer.getNextQueueOf{_}",
    logged_by="defaultPullConsumer.getNextQueueOf, 2.1.2 of rocketmq-client-go",
)

DEFAULTPULLCONSUMER_CLOSE_PULLMESSAGE = Statement(
    template='"defaultPullConsumer close pullMessage."{_}',
    logged_by="defaultPullConsumer.pullMessage, 2.1.2 of rocketmq-client-go",
)

DEFAULTPULLCONSUMER_QUIT_PULLMESSAGE_DROPPED = Statement(
    template='"defaultPullConsumer quit pullMessage for dropped queue."{_}',
    logged_by="defaultPullConsumer.pullMessage, 2.1.2 of rocketmq-client-go",
)

DEFAULTPULLCONSUMER_CLOSE_MESSAGE_HANDLE = Statement(
    template='"defaultPullConsumer close message handle."{_}',
    logged_by="defaultPullConsumer.pullMessage, 2.1.2 of rocketmq-client-go",
)

DEFAULTPULLCONSUMER_STATE_ERROR = Statement(
    template='"defaultPullConsumer state error"{_}',
    logged_by="defaultPullConsumer.pullMessage, 2.1.2 of rocketmq-client-go",
)

DEFAULTPULLCONSUMER_FIND_CONSUMER_S = Statement(
    template='"defaultPullConsumer find the consumer\'s subscription failed"{_}',
    logged_by="defaultPullConsumer.pullMessage, 2.1.2 of rocketmq-client-go",
)

DEFAULTPULLCONSUMER_NO_BROKER_FOUND = Statement(
    template='"defaultPullConsumer no broker found for mq"{_}',
    logged_by="defaultPullConsumer.pullMessage, 2.1.2 of rocketmq-client-go",
)

DEFAULTPULLCONSUMER_PULL_MESSAGE_BROKER = Statement(
    template='"defaultPullConsumer pull message from broker error"{_}',
    logged_by="defaultPullConsumer.pullMessage, 2.1.2 of rocketmq-client-go",
)

DEFAULTPULLCONSUMER_PULL_BROKER_TIMEOUT = Statement(
    template='"defaultPullConsumer pull broker timeout"{_}',
    logged_by="defaultPullConsumer.pullMessage, 2.1.2 of rocketmq-client-go",
)

DEFAULTPULLCONSUMER_PULL_REQUEST_OFFSET = Statement(
    template='"defaultPullConsumer the pull request offset illegal"{_}',
    logged_by="defaultPullConsumer.pullMessage, 2.1.2 of rocketmq-client-go",
)

DEFAULTPULLCONSUMER_FIX_PULL_REQUEST = Statement(
    template='"defaultPullConsumer fix the pull request offset: {_}',
    logged_by="defaultPullConsumer.pullMessage, 2.1.2 of rocketmq-client-go",
)

DEFAULTPULLCONSUMER_UNKNOWN_PULL_STATUS = Statement(
    template='"defaultPullConsumer unknown pull status: {_}',
    logged_by="defaultPullConsumer.pullMessage, 2.1.2 of rocketmq-client-go",
)

DEFAULTPULLCONSUMER_CONSUMEMESSAGECONCURRENTLY_MESSAGE_QUEUE = Statement(
    template='"defaultPullConsumer consumeMessageConcurrently the message queue not be able to consume, because '
    'it was dropped"{_}',
    logged_by="defaultPullConsumer.consumeMessageConcurrently, 2.1.2 of rocketmq-client-go",
)
