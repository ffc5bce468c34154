"""The pop of a batch: PopMessageProcessor with its queue locks."""

from forensics.statements.template import Statement

KIND = "broker"

RECEIVED = Statement(
    event="pop_requested",
    template="receive PopMessage request command, {request:command}",
    logged_by="PopMessageProcessor.processRequest, 5.0.0 to 5.3.3, with enablePopLog",
    seen="C-5.3.0-healthy-poplog:broker-a-0/logs/pop.log:3642",
)
OFFSET_MOVED = Statement(
    event="pop_offset_moved",
    template="Pop initial offset, because store is no correct, {lock_key:word}, {old_offset:int}->{new_offset:int}",
    logged_by="PopMessageProcessor.popMsgFromQueue, 5.0.0 to 5.3.3",
)
POP_ERROR = Statement(
    event="pop_failed",
    template="Pop message error, {lock_key:word}",
    logged_by="PopMessageProcessor.popMsgFromQueue, 5.1.0 to 5.3.3",
    throws=True,
)
POP_THREW = Statement(
    event="pop_failed",
    template="Exception in popMsgFromQueue",
    logged_by="PopMessageProcessor.popMsgFromQueue, 5.0.0 to 5.3.3",
    throws=True,
)
RECODE_THREW = Statement(
    event="pop_failed",
    template="Exception in recode retry message buffer, topic={topic:word}",
    logged_by="PopMessageProcessor.popMsgFromQueue, 5.1.0 to 5.3.3",
    throws=True,
)
TRANSFER_THREW = Statement(
    event="pop_failed",
    template="Error occurred when transferring messages from page cache",
    logged_by="PopMessageProcessor.processRequest, 5.0.0 to 5.3.3",
    throws=True,
)
TRANSFER_FAILED = Statement(
    event="pop_failed",
    template="Fail to transfer messages from page cache to {_:word}",
    logged_by="PopMessageProcessor.processRequest, 5.0.0 to 5.3.3: the client did not get the batch",
    throws=True,
)
CALLBACK_THREW = Statement(
    event="pop_failed",
    template="PopProcessor execute callback error",
    logged_by="PopMessageProcessor.processRequest, 5.3.2 to 5.3.3",
    throws=True,
)
TOO_MANY_UNACKED = Statement(
    event="pop_stopped",
    template="Too much msgs unacked, then stop popping. topic={topic}, group={group}, queueId={queue_id:int}",
    logged_by="PopMessageProcessor.popMsgFromQueue, 5.3.2 to 5.3.3, with enablePopMessageThreshold",
)
TOO_MANY_UNACKED_OLD = Statement(
    event="pop_stopped",
    template="Too much msgs unacked, then stop poping. topic={topic}, group={group}, queueId={queue_id:int}",
    logged_by="PopMessageProcessor.popMsgFromQueue, 5.2.0 to 5.3.1, with enablePopMessageThreshold",
    seen="F-5.2.0-lock:broker-a-0/logs/rocketmqlogs/pop.log:159",
)
LOCK_REMOVED = Statement(
    event="pop_lock_removed",
    template="Remove unused queue lock: {lock_key:word}, {locked_ms:int}, {locked:bool}",
    logged_by="PopMessageProcessor.QueueLockManager.cleanUnusedLock, 5.0.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/pop.log:6105",
)
LOCKS = Statement(
    template="QueueLockSize={_:int}",
    logged_by="PopMessageProcessor.QueueLockManager.run, 5.0.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/pop.log:3069",
)
LOCKS_THREW = Statement(
    event="pop_service_failed",
    template="QueueLockManager run error",
    logged_by="PopMessageProcessor.QueueLockManager.run, 5.0.0 to 5.3.3",
    throws=True,
)
NO_TOPIC = Statement(
    event="pop_refused",
    template="The topic {topic} not exist, consumer: {remote_address:word}",
    logged_by="PopMessageProcessor, AckMessageProcessor, ChangeInvisibleTimeProcessor, NotificationProcessor, "
    "PollingInfoProcessor, "
    "5.0.0 to 5.3.3",
    fixed={"reason": "no_topic"},
)
NO_QUEUE = Statement(
    event="pop_refused",
    template="queueId[{queue_id:int}] is illegal, topic:[{topic}] topicConfig.readQueueNums:[{_:int}] "
    "consumer:[{remote_address:word}]",
    logged_by="PopMessageProcessor, AckMessageProcessor, ChangeInvisibleTimeProcessor, NotificationProcessor, "
    "PollingInfoProcessor, "
    "5.0.0 to 5.3.3",
    fixed={"reason": "no_queue"},
)
SUBSCRIPTION_UNPARSED = Statement(
    template="Parse the consumer's subscription[{_}] error, group: {_:word}",
    logged_by="PopMessageProcessor.processRequest, 5.0.0 to 5.3.3",
)
SUBSCRIPTION_REFUSED = Statement(
    template="Parse the consumer's subscription[{_}] failed, group: {_:word}",
    logged_by="PullMessageProcessor.processRequest, 4.8.0 to 5.3.3; PopMessageProcessor.processRequest, 5.0.0 to 5.3.3",
)
NO_SUBSCRIPTION = Statement(
    template="Build default subscription error, group: {_:word}",
    logged_by="PopMessageProcessor.processRequest, 5.1.0 to 5.3.3",
)
NO_PROCESSOR = Statement(
    template="Processor not found, polling request, popTime={_:int}, restCount={_:int}",
    logged_by="PopMessageProcessor.processRequest, 5.3.2 to 5.3.3, DEBUG",
)
