"""The remoting Go client's push consumers: push_consumer.go.

rlog prints the message as logrus quotes it, and fields by name behind it.
"""

from forensics.statements.template import Statement

KIND = "client"

NO_BROKER_FOUND_MQ = Statement(
    template='"no broker found for mq"{_}',
    logged_by="pushConsumer.pullMessage, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

CONSUMER_START_BEGINNING = Statement(
    template='"the consumer start beginning"{_}',
    logged_by="pushConsumer.Start, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

CONSUMER_GROUP_HAS_BEEN = Statement(
    template='"the consumer group has been created, specify another one"{_}',
    logged_by="pushConsumer.Start, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

PUSH_CONSUMER_CLOSE_PULLCONSUMER = Statement(
    template='"push consumer close pullConsumer listener."{_}',
    logged_by="pushConsumer.Start, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

PUSH_CONSUMER_CLOSE_TICK = Statement(
    template='"push consumer close tick."{_}',
    logged_by="pushConsumer.Start, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

MESSAGEQUEUE_CHANGED_VERSION_ALSO = Statement(
    template='"the MessageQueue changed, version also updated"{_}',
    logged_by="pushConsumer.messageQueueChanged, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

PULLTHRESHOLDFORTOPIC_CHANGED = Statement(
    template='"The PullThresholdForTopic is changed"{_}',
    logged_by="pushConsumer.messageQueueChanged, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

PULLTHRESHOLDSIZEFORTOPIC_CHANGED = Statement(
    template='"The PullThresholdSizeForTopic is changed"{_}',
    logged_by="pushConsumer.messageQueueChanged, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

CONSUMERGROUP_CAN_T_EQUAL = Statement(
    template='"consumerGroup can\'t equal [{_}], please specify another one."{_}',
    logged_by="pushConsumer.validate, 2.0.0 to 2.1.1 of rocketmq-client-go",
)

NUMBER_SUBSCRIBED_TOPICS = Statement(
    template='"number of subscribed topics is 0."{_}',
    logged_by="pushConsumer.validate, 2.0.0 to 2.1.1 of rocketmq-client-go",
)

OPTION_CONSUMECONCURRENTLYMAXSPAN_OUT_RANGE = Statement(
    template='"option.ConsumeConcurrentlyMaxSpan out of range [1, 65535]"{_}',
    logged_by="pushConsumer.validate, 2.0.0 to 2.1.1 of rocketmq-client-go",
)

OPTION_PULLTHRESHOLDFORQUEUE_OUT_RANGE = Statement(
    template='"option.PullThresholdForQueue out of range [1, 65535]"{_}',
    logged_by="pushConsumer.validate, 2.0.0 to 2.1.1 of rocketmq-client-go",
)

OPTION_PULLTHRESHOLDFORTOPIC_OUT_RANGE = Statement(
    template='"option.PullThresholdForTopic out of range [1, 6553500]"{_}',
    logged_by="pushConsumer.validate, 2.0.0 to 2.1.1 of rocketmq-client-go",
)

OPTION_PULLTHRESHOLDSIZEFORQUEUE_OUT_RANGE = Statement(
    template='"option.PullThresholdSizeForQueue out of range [1, 1024]"{_}',
    logged_by="pushConsumer.validate, 2.0.0 to 2.1.1 of rocketmq-client-go",
)

OPTION_PULLTHRESHOLDSIZEFORTOPIC_OUT_RANGE = Statement(
    template='"option.PullThresholdSizeForTopic out of range [1, 102400]"{_}',
    logged_by="pushConsumer.validate, 2.0.0 to 2.1.1 of rocketmq-client-go",
)

OPTION_PULLINTERVAL_OUT_RANGE = Statement(
    template='"option.PullInterval out of range [0, 65535]"{_}',
    logged_by="pushConsumer.validate, 2.0.0 to 2.1.1 of rocketmq-client-go",
)

OPTION_CONSUMEMESSAGEBATCHMAXSIZE_OUT_RANGE = Statement(
    template='"option.ConsumeMessageBatchMaxSize out of range [1, 1024]"{_}',
    logged_by="pushConsumer.validate, 2.0.0 to 2.1.1 of rocketmq-client-go",
)

OPTION_PULLBATCHSIZE_OUT_RANGE = Statement(
    template='"option.PullBatchSize out of range [1, 1024]"{_}',
    logged_by="pushConsumer.validate, 2.0.0 to 2.1.1 of rocketmq-client-go",
)

PUSH_CONSUMER_CLOSE_PULLMESSAGE = Statement(
    template='"push consumer close pullMessage."{_}',
    logged_by="pushConsumer.pullMessage, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

PUSH_CONSUMER_CLOSE_MESSAGE = Statement(
    template='"push consumer close message handle."{_}',
    logged_by="pushConsumer.pullMessage, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

CONSUMER_STATE_ERROR = Statement(
    template='"consumer state error"{_}',
    logged_by="pushConsumer.pullMessage, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

CACHED_MESSAGE_COUNT_EXCEEDS = Statement(
    template='"the cached message count exceeds the threshold, so do flow control"{_}',
    logged_by="pushConsumer.pullMessage, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

CACHED_MESSAGE_SIZE_EXCEEDS = Statement(
    template='"the cached message size exceeds the threshold, so do flow control"{_}',
    logged_by="pushConsumer.pullMessage, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

QUEUE_S_MESSAGES_SPAN = Statement(
    template='"the queue\'s messages span too long, so do flow control"{_}',
    logged_by="pushConsumer.pullMessage, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

FIRST_TIME_PULL_MESSAGE = Statement(
    template='"the first time to pull message, so fix offset from broker, offset maybe changed"{_}',
    logged_by="pushConsumer.pullMessage, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

NOTIFY_ME_FIRST_TIME = Statement(
    template='"[NOTIFY_ME] the first time to pull message, but pull request offset larger than broker consume offset"{_}',
    logged_by="pushConsumer.pullMessage, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

PULL_MESSAGE_LATER_NOT = Statement(
    template='"pull message later because not locked in broker"{_}',
    logged_by="pushConsumer.pullMessage, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

FIND_CONSUMER_S_SUBSCRIPTION = Statement(
    template='"find the consumer\'s subscription failed"{_}',
    logged_by="pushConsumer.pullMessage, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

PULL_MESSAGE_BROKER_ERROR = Statement(
    template='"pull message from broker error"{_}',
    logged_by="pushConsumer.pullMessage, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

PULL_BROKER_TIMEOUT = Statement(
    template='"pull broker timeout"{_}',
    logged_by="pushConsumer.pullMessage, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

BUG_PULL_MESSAGE_RESULT = Statement(
    template='"[BUG] pull message result maybe data wrong"{_}',
    logged_by="pushConsumer.pullMessage, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

PULL_REQUEST_OFFSET_ILLEGAL = Statement(
    template='"the pull request offset illegal"{_}',
    logged_by="pushConsumer.pullMessage, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

FIX_PULL_REQUEST_OFFSET = Statement(
    template='"fix the pull request offset: {_}',
    logged_by="pushConsumer.pullMessage, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

UNKNOWN_PULL_STATUS = Statement(
    template='"unknown pull status: {_}',
    logged_by="pushConsumer.pullMessage, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

SUSPEND_CONSUMER = Statement(
    template='"suspend consumer: {_}',
    logged_by="pushConsumer.suspend, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

RESUME_CONSUMER = Statement(
    template='"resume consumer: {_}',
    logged_by="pushConsumer.resume, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

CONCURRENT_QUEUE_DROPPED = Statement(
    template='"the message queue not be able to consume, because it was dropped"{_}',
    logged_by="pushConsumer.consumeMessageConcurrently, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

BROADCASTING_MESSAGE_CONSUME_FAILED = Statement(
    template='"BROADCASTING, the message consume failed, drop it"{_}',
    logged_by="pushConsumer.consumeMessageConcurrently, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

PROCESSQUEUE_DROPPED_WITHOUT_PROCESS = Statement(
    template='"processQueue is dropped without process consume result."{_}',
    logged_by="pushConsumer.consumeMessageConcurrently, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

ORDERLY_QUEUE_DROPPED = Statement(
    template='"the message queue not be able to consume, because it\'s dropped."{_}',
    logged_by="pushConsumer.consumeMessageOrderly, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

MESSAGE_QUEUE_NOT_LOCKED = Statement(
    template='"the message queue not locked, so consume later"{_}',
    logged_by="pushConsumer.consumeMessageOrderly, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

MESSAGE_QUEUE_LOCK_EXPIRED = Statement(
    template='"the message queue lock expired, so consume later"{_}',
    logged_by="pushConsumer.consumeMessageOrderly, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

CONSUMEMESSAGE_ORDERLY_RETURN_NOT = Statement(
    template='"consumeMessage Orderly return not OK"{_}',
    logged_by="pushConsumer.consumeMessageOrderly, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

MESSAGE_QUEUE_CONSUME_RESULT = Statement(
    template='"the message queue consume result is illegal, we think you want to ack these message: %v"{_}',
    logged_by="pushConsumer.consumeMessageOrderly, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

MSG_WILL_SEND_RETRY = Statement(
    template='"msg will be send to retry topic due to ReconsumeTimes > {_}, \\n"{_}',
    logged_by="pushConsumer.checkReconsumeTimes, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

PUSH_CONSUMER_QUIT_PULLMESSAGE = Statement(
    template='"push consumer quit pullMessage for dropped queue."{_}',
    logged_by="pushConsumer.pullMessage, 2.1.0 to 2.1.2 of rocketmq-client-go",
)

ERROR_GET_STACK = Statement(
    template='"error when get stack "{_}',
    logged_by="pushConsumer.GetConsumerRunningInfo, 2.1.1 to 2.1.2 of rocketmq-client-go",
)

COMPUTEPULLFROMWHERE_BROKER_ERROR = Statement(
    template='"computePullFromWhere from broker error"{_}',
    logged_by="pushConsumer.pullMessage, 2.1.1 to 2.1.2 of rocketmq-client-go",
)

CONSUMER_GROUP_OPTION_VALIDATE = Statement(
    template='"the consumer group option validate fail"{_}',
    logged_by="pushConsumer.Start, 2.1.2 of rocketmq-client-go",
)

PUSH_CONSUMER_CLOSE_CLEANEXPIREDMSG = Statement(
    template='"push consumer close cleanExpiredMsg listener."{_}',
    logged_by="pushConsumer.Start, 2.1.2 of rocketmq-client-go",
)

NOT_SUBSCRIBE_ANY_TOPIC = Statement(
    template='"not subscribe any topic yet"{_}',
    logged_by="pushConsumer.validate, 2.1.2 of rocketmq-client-go",
)

CONSUMEMESSAGECONCURRENTLY_PANIC = Statement(
    template='"consumeMessageConcurrently panic"{_}',
    logged_by="pushConsumer.consumeMessageConcurrently, 2.1.2 of rocketmq-client-go",
)

CONSUMEMESSAGECURRENTLY_ERROR = Statement(
    template='"consumeMessageCurrently error"{_}',
    logged_by="pushConsumer.consumeMessageConcurrently, 2.1.2 of rocketmq-client-go",
)

CONSUMEMESSAGECURRENTLY_TIME_OUT = Statement(
    template='"consumeMessageCurrently time out"{_}',
    logged_by="pushConsumer.consumeMessageConcurrently, 2.1.2 of rocketmq-client-go",
)

CONSUMEMESSAGE_ORDERLY_ERROR = Statement(
    template='"consumeMessage orderly error"{_}',
    logged_by="pushConsumer.consumeMessageOrderly, 2.1.2 of rocketmq-client-go",
)
