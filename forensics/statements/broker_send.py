"""Messages sent to a broker: AbstractSendMessageProcessor, SendMessageProcessor, HookUtils, ReplyMessageProcessor."""

from forensics.statements.template import Statement

PUT_MESSAGE_MESSAGE_TOPIC = Statement(
    template="putMessage message topic length too long {_}",
    logged_by="AbstractSendMessageProcessor.msgContentCheck, 4.8.0 to 4.9.8",
)
PUT_MESSAGE_MESSAGE_PROPERTIES = Statement(
    template="putMessage message properties length too long {_}",
    logged_by="AbstractSendMessageProcessor.msgContentCheck, 4.8.0 to 4.9.8",
)
TOPIC_MSG_BODY_SIZE = Statement(
    template=" topic {_}  msg body size {_}  from {_}",
    logged_by="AbstractSendMessageProcessor.msgContentCheck, 4.8.0 to 4.9.8",
)
TOPIC_NOT_EXIST_PRODUCER = Statement(
    template="the topic {_} not exist, producer: {_}",
    logged_by="AbstractSendMessageProcessor.msgCheck, 4.8.0 to 5.3.3",
    seen="N-5.3.1-kill:broker-a-0/logs/rocketmqlogs/broker.log:347",
)
REQUEST_QUEUE_ILLEGAL = Statement(
    template="request queueId[{_:int}] is illegal, {_:rest}",
    logged_by="AbstractSendMessageProcessor.msgCheck, 4.8.0 to 5.3.3: the topic has fewer queues than its producer knows",
)
SEND_MESSAGE_PROCESSOR_PROCESS = Statement(
    template="SendMessageProcessor process request over, but response failed",
    logged_by="AbstractSendMessageProcessor.doResponse, 4.8.0 to 4.9.3",
    throws=True,
)
SEND_MSG_DLQ_OWNER = Statement(
    template="send msg to DLQ {_}, owner={_}, originalTopic={_}, consumerId={_}, msgUniqKey={_}, storeTimestamp={_}",
    logged_by="AbstractSendMessageProcessor.consumerSendMsgBack, 5.0.0 to 5.3.3",
)
FAILED_SEND_MSG_DLQ = Statement(
    template="failed to send msg to DLQ {_}, owner={_}, originalTopic={_}, consumerId={_}, msgUniqKey={_}, result={_}",
    logged_by="AbstractSendMessageProcessor.consumerSendMsgBack, 5.0.0 to 5.3.3",
)
MSG_CONTENT_CHECK_MESSAGE = Statement(
    template="msgContentCheck: message topic length is too long, topic={_}, topic length={_}, threshold={_}",
    logged_by="AbstractSendMessageProcessor.msgContentCheck, 5.0.0 to 5.3.3",
)
MSG_CONTENT_CHECK_MESSAGE_PROPERTIES = Statement(
    template="msgContentCheck: message properties length is too long, topic={_}, properties length={_}, threshold={_}",
    logged_by="AbstractSendMessageProcessor.msgContentCheck, 5.0.0 to 5.3.3",
)
MSG_CONTENT_CHECK_MESSAGE_BODY = Statement(
    template="msgContentCheck: message body size exceeds the threshold, topic={_}, body size={_}, threshold={_}bytes",
    logged_by="AbstractSendMessageProcessor.msgContentCheck, 5.0.0 to 5.3.3",
)
SEND_MESSAGE_PROCESSOR_FINISHED = Statement(
    template="SendMessageProcessor finished processing the request, but failed to send response, client address={_}, "
    "request={_}, response={_}",
    logged_by="AbstractSendMessageProcessor.doResponse, 5.0.0",
    throws=True,
)
PROCESS_SEND_MESSAGE_ERROR = Statement(
    template="process SendMessage error, request : {_}",
    logged_by="SendMessageProcessor.processRequest, 4.8.0 to 4.9.8",
    throws=True,
)
GROUP_UNEXPIRED_LOCK_RECORD = Statement(
    template="Group has unexpired lock record, which show it is ordered message, send it to DLQ right now group={_}, "
    "topic={_}, reconsumeTimes={_}, maxReconsumeTimes={_}.",
    logged_by="SendMessageProcessor.handleRetryAndDLQ, 5.1.1 to 5.3.3",
)
MESSAGE_STORE_SHUTDOWN_PUT = Statement(
    template="message store has shutdown, so putMessage is forbidden",
    logged_by="DefaultMessageStore.checkStoreStatus, 4.8.0 to 4.9.8; HookUtils.checkBeforePutMessage, 5.0.0 to 5.3.3",
)
MESSAGE_STORE_SLAVE_MODE = Statement(
    template="message store is in slave mode, so putMessage is forbidden ",
    logged_by="HookUtils.checkBeforePutMessage, 5.0.0 to 5.3.3",
    seen="C-5.3.0-loop-default:broker-b-1/logs/broker.log:363",
)
MESSAGE_STORE_NOT_WRITEABLE = Statement(
    template="message store is not writeable, so putMessage is forbidden {_}",
    logged_by="HookUtils.checkBeforePutMessage, 5.0.0 to 5.3.3",
)
PUT_MESSAGE_MESSAGE_TOPIC_LENGTH = Statement(
    template="putMessage message topic[{_}] length too long {_}",
    logged_by="HookUtils.checkBeforePutMessage, 5.0.0",
)
PUT_MESSAGE_MESSAGE_TOPIC_LENGTH_LONG = Statement(
    template="putMessage message topic[{_}] length too long {_}, but it is not supported by broker",
    logged_by="HookUtils.checkBeforePutMessage, 5.0.0 to 5.3.3",
)
PUT_MESSAGE_MESSAGE_TOPIC_BUT = Statement(
    template="putMessage message topic[{_}], but message body is null",
    logged_by="HookUtils.checkBeforePutMessage, 5.0.0 to 5.3.3",
)
BUG_MESSAGE_HAD_PROPERTY = Statement(
    template="[BUG]The message had property {_} but is not an inner batch",
    logged_by="HookUtils.checkInnerBatch, 5.0.0 to 5.3.3",
)
BUG_MESSAGE_INNER_BATCH = Statement(
    template="[BUG]The message is an inner batch but cq type is not batch cq",
    logged_by="HookUtils.checkInnerBatch, 5.0.0 to 5.3.3",
)
SEND_MESSAGE_BACK_BROKER = Statement(
    template="send message back to broker {_} addr {_} failed",
    logged_by="HookUtils.sendMessageBack, 5.0.0 to 5.3.3",
    throws=True,
)
PUSH_REPLY_MESSAGE_RETURN = Statement(
    template="push reply message to <{_}> return fail, response remark: {_}",
    logged_by="ReplyMessageProcessor.pushReplyMessage, 4.8.0 to 5.3.3",
)
PUSH_REPLY_MESSAGE_FAIL = Statement(
    template="push reply message to <{_}> fail. {_}",
    logged_by="ReplyMessageProcessor.pushReplyMessage, 4.8.0 to 5.3.3",
    throws=True,
)
NULL_CAN_NOT_REPLY = Statement(
    template="{_} is null, can not reply message",
    logged_by="ReplyMessageProcessor.pushReplyMessage, 4.8.0 to 5.3.3",
)
PROCESS_REPLY_MESSAGE_STORE = Statement(
    template="process reply message, store putMessage return null",
    logged_by="ReplyMessageProcessor.handlePutMessageResult, 4.8.0 to 5.3.3",
)
CREATE_MAPPED_FILE_FAILED = Statement(
    template="create mapped file failed, server is busy or broken.",
    logged_by="ReplyMessageProcessor.handlePutMessageResult, 4.8.0 to 5.3.3",
)
MESSAGE_ILLEGAL_MAYBE_MSG = Statement(
    template="the message is illegal, maybe msg properties length limit 32k.",
    logged_by="ReplyMessageProcessor.handlePutMessageResult, 4.8.0 to 4.9.3",
)
MESSAGE_ILLEGAL_MAYBE_MSG_BODY = Statement(
    template="the message is illegal, maybe msg body or properties length not matched. msg body length limit 128k.",
    logged_by="ReplyMessageProcessor.handlePutMessageResult, 4.8.0 to 4.9.3",
)
SERVICE_NOT_AVAILABLE_MAY = Statement(
    template="service not available now. It may be caused by one of the following reasons: the broker's disk is full, messages "
    "are put to the slave, message store has been shut down, etc.",
    logged_by="ReplyMessageProcessor.handlePutMessageResult, 4.8.0 to 5.3.3",
)
PC_SYNCHRONIZED_BROKER_BUSY = Statement(
    template="[PC_SYNCHRONIZED]broker busy, start flow control for a while",
    logged_by="ReplyMessageProcessor.handlePutMessageResult, 4.8.0 to 5.3.3",
)
UNKNOWN_FAILED = Statement(
    template="UNKNOWN_ERROR",
    logged_by="ReplyMessageProcessor.handlePutMessageResult, 4.8.0 to 5.3.3",
)
UNKNOWN_ERROR_DEFAULT = Statement(
    template="UNKNOWN_ERROR DEFAULT",
    logged_by="ReplyMessageProcessor.handlePutMessageResult, 4.8.0 to 5.3.3",
)
MESSAGE_ILLEGAL_MAYBE_MSG_BODY_PROPERTIES = Statement(
    template="the message is illegal, maybe msg body or properties length not matched. msg body length limit {_}B.",
    logged_by="ReplyMessageProcessor.handlePutMessageResult, 4.9.4 to 5.3.3",
)
MESSAGE_ILLEGAL_MAYBE_MSG_PROPERTIES = Statement(
    template="the message is illegal, maybe msg properties length limit 32KB.",
    logged_by="ReplyMessageProcessor.handlePutMessageResult, 4.9.4 to 5.3.3",
)
