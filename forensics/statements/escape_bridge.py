"""Reading a message of another broker, and writing to one, for a slave that acts as master: EscapeBridge."""

from forensics.statements.template import Statement

KIND = "broker"

NOT_READ = Statement(
    event="message_not_read",
    template="Can not get msg , topic {topic:word}, offset {offset:int}, queueId {queue_id:int}, result is {found:found}",
    logged_by="EscapeBridge.getMessage, getMessageAsync, 5.0.0 to 5.3.0",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker.log:347",
)
NOT_READ_MAY_RETRY = Statement(
    event="message_not_read",
    template="Can not get msg , topic {topic:word}, offset {offset:int}, queueId {queue_id:int}, needRetry {needs_retry:bool}, "
    "result is {found:found}",
    logged_by="EscapeBridge.getMessageAsync, 5.3.1 to 5.3.3",
    seen="C-5.3.1-loop-default:broker-b-0/logs/broker.log:352",
)
NULL_RESULT = Statement(
    event="message_not_read",
    template="getMessageResult is null , innerConsumerGroupName {_:word}, topic {topic:word}, offset {offset:int}, "
    "queueId {queue_id:int}",
    logged_by="EscapeBridge.getMessage, getMessageAsync, 5.0.0 to 5.3.3",
    fixed={"read_status": "NULL"},
)
NO_ADDRESS = Statement(
    event="remote_read_failed",
    template="can't find broker address for topic {topic:word}",
    logged_by="EscapeBridge.getMessageFromRemote, getMessageFromRemoteAsync, 5.0.0 to 5.3.0",
    seen="F-5.1.4-reput:broker-a-0/logs/rocketmqlogs/broker.log:325",
    fixed={"reason": "no_address"},
)
NO_ADDRESS_OF_BROKER = Statement(
    event="remote_read_failed",
    template="can't find broker address for topic {topic:word}, {broker:word}",
    logged_by="EscapeBridge.getMessageFromRemoteAsync, 5.3.1 to 5.3.3",
    seen="C-5.3.3-dead-poplog:broker-b-0/logs/broker.log:435",
    fixed={"reason": "no_address"},
)
READ_THREW = Statement(
    event="remote_read_failed",
    template="Get message from remote failed.",
    logged_by="EscapeBridge.getMessageFromRemote, getMessageFromRemoteAsync, 5.0.0 to 5.3.0: names nothing",
    fixed={"reason": "exception"},
    throws=True,
)
READ_THREW_FOR = Statement(
    event="remote_read_failed",
    template="Get message from remote failed. {topic:word}, {offset:int}, {queue_id:int}, {broker:word}",
    logged_by="EscapeBridge.getMessageFromRemoteAsync, 5.3.1 to 5.3.3",
    fixed={"reason": "exception"},
    throws=True,
)
NOT_ESCAPED = Statement(
    event="escape_failed",
    template="Escaping failed! cost {_:int}ms, Topic: {topic:word}, MsgId: {_:word}, Broker: {broker:word}",
    logged_by="EscapeBridge.putMessageToRemoteBroker, 5.0.0 to 5.3.3",
    fixed={"reason": "refused"},
)
NO_ESCAPE_ADDRESS = Statement(
    event="escape_failed",
    template="putMessageToRemoteBroker failed, remote broker address not found. Topic: {topic:word}, MsgId: {_:word}, "
    "Broker: {broker:word}",
    logged_by="EscapeBridge.putMessageToRemoteBroker, 5.3.1 to 5.3.3",
    fixed={"reason": "no_address"},
)
NO_ESCAPE_BROKER = Statement(
    event="escape_failed",
    template="putMessageToRemoteBroker failed, remote broker not found. Topic: {topic:word}, MsgId: {_:word}, Broker: "
    "{broker:word}",
    logged_by="EscapeBridge.putMessageToRemoteBroker, 5.3.1 to 5.3.3",
    fixed={"reason": "no_broker"},
)
NO_ESCAPE_ROUTE = Statement(
    event="escape_failed",
    template="putMessageToRemoteBroker: no route info of topic {topic:word} when escaping message, msgId={_:word}",
    logged_by="EscapeBridge.putMessageToRemoteBroker, 5.0.0 to 5.3.3",
    fixed={"reason": "no_route"},
)
NO_LATER_ESCAPE_ROUTE = Statement(
    event="escape_failed",
    template="asyncPutMessage: no route info of topic {topic:word} when escaping message, msgId={_:word}",
    logged_by="EscapeBridge.asyncPutMessage, 5.5.1",
    fixed={"reason": "no_route"},
)
NO_LATER_ESCAPE_QUEUE_ROUTE = Statement(
    event="escape_failed",
    template=("asyncRemotePutMessageToSpecificQueue: no route info of topic {topic:word} when escaping message, msgId={_:word}"),
    logged_by="EscapeBridge.asyncRemotePutMessageToSpecificQueue, 5.5.1",
    fixed={"reason": "no_route"},
)
ESCAPE_THREW = Statement(
    event="escape_failed",
    template="putMessageToRemoteBroker exception, MsgId: {_:word}, RT: {_:int}ms, Broker: {_:rest}",
    logged_by="EscapeBridge.putMessageToRemoteBroker, 5.0.0 to 5.3.3",
    fixed={"reason": "exception"},
    throws=True,
)
ESCAPE_INTERRUPTED = Statement(
    event="escape_failed",
    template="putMessageToRemoteBroker interrupted, MsgId: {_:word}, RT: {_:int}ms, Broker: {_:rest}",
    logged_by="EscapeBridge.putMessageToRemoteBroker, 5.0.0 to 5.3.3",
    fixed={"reason": "interrupted"},
    throws=True,
)
SEND_THREW = Statement(
    event="escape_failed",
    template="sendMessageInFailover to remote failed",
    logged_by="EscapeBridge.putMessage, asyncPutMessage, putMessageToSpecificQueue, 5.0.0 to 5.3.3",
    fixed={"reason": "exception"},
    throws=True,
)
PUT_THREW = Statement(
    event="escape_failed",
    template="Put message to specific queue error",
    logged_by="EscapeBridge.putMessageToSpecificQueue, 5.3.2 to 5.3.3",
    fixed={"reason": "exception"},
    throws=True,
)
NOT_ALLOWED = Statement(
    event="escape_failed",
    template="Put message failed, enableSlaveActingMaster={_:bool}, enableRemoteEscape={_:bool}.",
    logged_by="EscapeBridge.putMessage, asyncPutMessage, 5.0.0 to 5.3.3",
    fixed={"reason": "not_enabled"},
)
NOT_ALLOWED_TO_QUEUE = Statement(
    event="escape_failed",
    template="Put message to specific queue failed, enableSlaveActingMaster={_:bool}, enableRemoteEscape={_:bool}.",
    logged_by="EscapeBridge.putMessageToSpecificQueue, 5.0.0 to 5.3.3",
    fixed={"reason": "not_enabled"},
)
READY = Statement(
    event="escape_enabled",
    template="init executor for escaping messages asynchronously success.",
    logged_by="EscapeBridge.start, 5.0.0 to 5.3.3: enableSlaveActingMaster and enableRemoteEscape are on",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker.log:309",
)
