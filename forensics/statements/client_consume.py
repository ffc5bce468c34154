"""How a client consumes: the consume services and ProcessQueue."""

from forensics.statements.template import Statement

CONSUME_MESSAGE_DIRECTLY_RECEIVE = Statement(
    template="consumeMessageDirectly receive new message: {_}",
    logged_by="ConsumeMessageConcurrentlyService.consumeMessageDirectly, 4.8.0 to 5.3.3; "
    "ConsumeMessageOrderlyService.consumeMessageDirectly, 4.8.0 to 5.3.3; "
    "ConsumeMessagePopConcurrentlyService.consumeMessageDirectly, 5.0.0 to 5.3.3; "
    "ConsumeMessagePopOrderlyService.consumeMessageDirectly, 5.0.0 to 5.3.3",
)
CONSUME_MESSAGE_DIRECTLY_EXCEPTION = Statement(
    template="consumeMessageDirectly exception: {_} Group: {_} Msgs: {_} MQ: {_}",
    logged_by="ConsumeMessageConcurrentlyService.consumeMessageDirectly, 4.8.0 to 5.3.3; "
    "ConsumeMessageOrderlyService.consumeMessageDirectly, 4.8.0 to 5.3.3; "
    "ConsumeMessagePopConcurrentlyService.consumeMessageDirectly, 5.0.0 to 5.3.3; "
    "ConsumeMessagePopOrderlyService.consumeMessageDirectly, 5.0.0 to 5.3.3",
    throws=True,
)
CONSUME_MESSAGE_DIRECTLY_RESULT = Statement(
    template="consumeMessageDirectly Result: {_}",
    logged_by="ConsumeMessageConcurrentlyService.consumeMessageDirectly, 4.8.0 to 5.3.3; "
    "ConsumeMessageOrderlyService.consumeMessageDirectly, 4.8.0 to 5.3.3; "
    "ConsumeMessagePopConcurrentlyService.consumeMessageDirectly, 5.0.0 to 5.3.3; "
    "ConsumeMessagePopOrderlyService.consumeMessageDirectly, 5.0.0 to 5.3.3",
)
BROADCASTING_MESSAGE_CONSUME_FAILED = Statement(
    template="BROADCASTING, the message consume failed, drop it, {_}",
    logged_by="ConsumeMessageConcurrentlyService.processConsumeResult, 4.8.0 to 5.3.3",
)
MESSAGE_QUEUE_NOT_ABLE = Statement(
    template="the message queue not be able to consume, because it's dropped. group={_} {_}",
    logged_by="ConsumeMessageConcurrentlyService.run, 4.8.0 to 5.3.3",
    seen="H-5.3.3-cfreeze:consumer/logs/rocketmqlogs/rocketmq_client.log:55",
)
CONSUME_MESSAGE_EXCEPTION_GROUP = Statement(
    template="consumeMessage exception: {_} Group: {_} Msgs: {_} MQ: {_}",
    logged_by="ConsumeMessageConcurrentlyService.run, 4.8.0 to 5.3.3; ConsumeMessageOrderlyService.run, 4.8.0 to 5.3.3; "
    "ConsumeMessagePopConcurrentlyService.run, 5.0.0 to 5.3.3",
    throws=True,
)
CONSUME_MESSAGE_RETURN_NULL = Statement(
    template="consumeMessage return null, Group: {_} Msgs: {_} MQ: {_}",
    logged_by="ConsumeMessageConcurrentlyService.run, 4.8.0 to 5.3.3; ConsumeMessagePopConcurrentlyService.run, 5.0.0 to 5.3.3",
)
PROCESS_QUEUE_DROPPED_WITHOUT = Statement(
    template="processQueue is dropped without process consume result. messageQueue={_}, msgs={_}",
    logged_by="ConsumeMessageConcurrentlyService.run, 4.8.0 to 5.3.3",
)
SCHEDULE_FIXED_RATE_CLEAN = Statement(
    template="scheduleAtFixedRate cleanExpireMsg exception",
    logged_by="ConsumeMessageConcurrentlyService.run, 4.9.3 to 5.3.3",
    throws=True,
)
MESSAGE_NOT_FOUND_PROCESS = Statement(
    template="Message is not found in its process queue; skip send-back-procedure, topic={_}, brokerName={_}, queueId={_}, "
    "queueOffset={_}",
    logged_by="ConsumeMessageConcurrentlyService.processConsumeResult, 5.1.0 to 5.3.3",
)
MESSAGE_QUEUE_CONSUME_RESULT = Statement(
    template="the message queue consume result is illegal, we think you want to ack these message {_}",
    logged_by="ConsumeMessageOrderlyService.processConsumeResult, 4.8.0 to 5.3.3",
)
RUN_MESSAGE_QUEUE_NOT = Statement(
    template="run, the message queue not be able to consume, because it's dropped. {_}",
    logged_by="ConsumeMessageOrderlyService.run, 4.8.0 to 5.3.3",
)
MESSAGE_QUEUE_NOT_ABLE_CONSUME = Statement(
    template="the message queue not be able to consume, because it's dropped. {_}",
    logged_by="ConsumeMessageOrderlyService.run, 4.8.0 to 5.3.3",
)
MESSAGE_QUEUE_NOT_LOCKED = Statement(
    template="the message queue not locked, so consume later, {_}",
    logged_by="ConsumeMessageOrderlyService.run, 4.8.0 to 5.3.3",
)
CONSUME_MESSAGE_MESSAGE_QUEUE = Statement(
    template="consumeMessage, the message queue not be able to consume, because it's dropped. {_}",
    logged_by="ConsumeMessageOrderlyService.run, 4.8.0 to 5.3.3",
)
CONSUME_MESSAGE_ORDERLY_RETURN = Statement(
    template="consumeMessage Orderly return not OK, Group: {_} Msgs: {_} MQ: {_}",
    logged_by="ConsumeMessageOrderlyService.run, 4.8.0 to 5.3.3",
)
SCHEDULE_FIXED_RATE_LOCK = Statement(
    template="scheduleAtFixedRate lockMQPeriodically exception",
    logged_by="ConsumeMessageOrderlyService.run, 4.9.3 to 5.3.3",
    throws=True,
)
CONSUME_MANY_TIMES_ACK = Statement(
    template="Consume too many times, ack message async. message {_}",
    logged_by="ConsumeMessagePopConcurrentlyService.checkNeedAckOrDelay, 5.0.0 to 5.3.3",
)
CONSUME_MANY_TIMES_BUT = Statement(
    template="Consume too many times, but delay time {_} not enough. changePopInvisibleTime to delayLevel {_} . message key:{_}",
    logged_by="ConsumeMessagePopConcurrentlyService.checkNeedAckOrDelay, 5.0.0 to 5.3.3",
)
CHANGE_POP_INVISIBLE_TIME = Statement(
    template="changePopInvisibleTimeAsync fail. msg:{_} error info: {_}",
    logged_by="ConsumeMessagePopConcurrentlyService.onException, 5.0.0 to 5.3.3",
)
CHANGE_POP_INVISIBLE_TIME_ASYNC = Statement(
    template="changePopInvisibleTimeAsync fail, group:{_} msg:{_} errorInfo:{_}",
    logged_by="ConsumeMessagePopConcurrentlyService.onException, 5.0.0 to 5.3.3",
)
PARSE_EXTRA_INFO_ERROR = Statement(
    template="parse extra info error. msg:{_}",
    logged_by="ConsumeMessagePopConcurrentlyService.ConsumeRequest, 5.0.0 to 5.3.3",
    throws=True,
)
MESSAGE_QUEUE_NOT_ABLE_CONSUME_DROPPED = Statement(
    template="the message queue not be able to consume, because it's dropped(pop). group={_} {_}",
    logged_by="ConsumeMessagePopConcurrentlyService.run, 5.0.0 to 5.3.3",
)
POP_MESSAGE_TIME_OUT = Statement(
    template="the pop message time out so abort consume. popTime={_} invisibleTime={_}, group={_} {_}",
    logged_by="ConsumeMessagePopConcurrentlyService.run, 5.0.0 to 5.3.3",
)
PROCESS_QUEUE_INVALID_DROPPED = Statement(
    template="processQueue invalid. isDropped={_}, isPopTimeout={_}, messageQueue={_}, msgs={_}",
    logged_by="ConsumeMessagePopConcurrentlyService.run, 5.0.0 to 5.3.0",
)
PROCESS_QUEUE_INVALID_POP = Statement(
    template="processQueue invalid or popTimeout. isDropped={_}, isPopTimeout={_}, messageQueue={_}, msgs={_}",
    logged_by="ConsumeMessagePopConcurrentlyService.run, 5.3.1 to 5.3.3",
)
ERROR_SUBMIT_CONSUME_REQUEST = Statement(
    template="error submit consume request: {_}, mq: {_}, shardingKeyIndex: {_}",
    logged_by="ConsumeMessagePopOrderlyService.submitConsumeRequest, 5.0.0 to 5.3.3",
)
RUN_MESSAGE_QUEUE_NOT_ABLE = Statement(
    template="run, message queue not be able to consume, because it's dropped. {_}",
    logged_by="ConsumeMessagePopOrderlyService.run, 5.0.0 to 5.3.3",
)
GET_EXPIRED_MSG_FAILED = Statement(
    template="getExpiredMsg exception",
    logged_by="ProcessQueue.cleanExpiredMsg, 4.8.0 to 5.3.3",
    throws=True,
)
SEND_EXPIRE_MSG_BACK = Statement(
    template="send expire msg back. topic={_}, msgId={_}, storeHost={_}, queueId={_}, queueOffset={_}",
    logged_by="ProcessQueue.cleanExpiredMsg, 4.8.0 to 5.3.3",
)
SEND_EXPIRED_MSG_FAILED = Statement(
    template="send expired msg exception",
    logged_by="ProcessQueue.cleanExpiredMsg, 4.8.0 to 5.3.3",
    throws=True,
)
PUT_MESSAGE_FAILED = Statement(
    template="putMessage exception",
    logged_by="ProcessQueue.putMessage, 4.8.0 to 5.3.3",
    throws=True,
)
GET_MAX_SPAN_FAILED = Statement(
    template="getMaxSpan exception",
    logged_by="ProcessQueue.getMaxSpan, 4.8.0 to 5.3.3",
    throws=True,
)
REMOVE_MESSAGE_FAILED = Statement(
    template="removeMessage exception",
    logged_by="ProcessQueue.removeMessage, 4.8.0 to 5.3.3",
    throws=True,
)
ROLLBACK_FAILED = Statement(
    template="rollback exception",
    logged_by="ProcessQueue.clear, 4.8.0 to 5.3.3",
    throws=True,
)
COMMIT_FAILED = Statement(
    template="commit exception",
    logged_by="ProcessQueue.commit, 4.8.0 to 5.3.3",
    throws=True,
)
MAKE_MESSAGE_COSUME_AGAIN = Statement(
    template="makeMessageToCosumeAgain exception",
    logged_by="ProcessQueue.makeMessageToConsumeAgain, 4.8.0 to 5.3.3",
    throws=True,
)
TAKE_MESSAGES_FAILED = Statement(
    template="take Messages exception",
    logged_by="ProcessQueue.takeMessages, 4.8.0 to 5.3.3",
    throws=True,
)
FAILED_CHECK_MESSAGES_EXISTENCE = Statement(
    template="Failed to check message's existence in process queue, message={_}",
    logged_by="ProcessQueue.containsMessage, 5.1.0 to 5.3.3",
    throws=True,
)
