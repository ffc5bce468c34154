"""The ack of a batch or of a message: AckMessageProcessor, and the order kept for orderly pops."""

from forensics.statements.template import Statement

KIND = "broker"

NOT_PUT = Statement(
    event="ack_not_stored",
    template="put ack msg error:{put:put_result}",
    logged_by="AckMessageProcessor.appendAck, handlePutMessageResult, 5.0.0 to 5.3.3: the client was told success",
    seen="F-5.1.0-notimer:broker-a-0/logs/rocketmqlogs/pop.log:159",
)
PUT_THREW = Statement(
    event="ack_not_stored",
    template="put ack msg error",
    logged_by="AckMessageProcessor.appendAck, 5.3.2 to 5.3.3: the client was told success",
    throws=True,
)
BATCH_ILLEGAL = Statement(
    event="ack_refused",
    template="Illegal topic or queue found when batch ack {_:rest}",
    logged_by="AckMessageProcessor.appendAck, appendAckNew, 5.1.3 to 5.3.3",
    fixed={"reason": "no_queue"},
)
UNKNOWN_CODE = Statement(
    event="ack_refused",
    template="AckMessageProcessor failed to process RequestCode: {request_code:int}, consumer: {remote_address:word}",
    logged_by="AckMessageProcessor.processRequest, 5.1.3 to 5.3.3",
    fixed={"reason": "unknown_code"},
)
OUT_OF_RANGE = Statement(
    event="ack_refused",
    template="offset is illegal, key:{topic}@{queue_id:int}, commit:{offset:int}, store:{min_offset:int}~{max_offset:int}",
    logged_by="AckMessageProcessor.processRequest, 5.0.0 to 5.3.3",
    fixed={"reason": "out_of_range"},
)
ORDERLY_ILLEGAL = Statement(
    event="ack_refused",
    template="offset is illegal, key:{lock_key}, old:{old_offset:int}, commit:{offset:int}, next:{_:int}, {_:rest}",
    logged_by="AckMessageProcessor.processRequest, ackOrderly, ackOrderlyNew, 5.0.0 to 5.3.3",
    fixed={"reason": "orderly"},
)
KV_ORDERLY = Statement(
    event="orderly_acked",
    template="PopConsumerService ack orderly, time={pop_time:int}, topicId={topic}, groupId={group}, queueId={queue_id:int}, "
    "offset={offset:int}, next={_:int}",
    logged_by="AckMessageProcessor.ackOrderlyNew, 5.3.2 to 5.3.3, with popConsumerKVServiceLog",
    seen="F-5.3.3-kv:broker-a-0/logs/rocketmqlogs/pop.log:669",
)
ORDER_POP_TIME = Statement(
    event="orderly_ack_stale",
    template="popTime is not equal to orderInfo saved. key: {lock_key}, offset: {offset:int}, orderInfo: {held:order}, popTime: "
    "{pop_time:int}",
    logged_by="ConsumerOrderInfoManager.commitAndNext, 5.1.0 to 5.3.3: the ack has no effect, the client was told success",
    seen="F-5.3.3-kv:broker-a-0/logs/rocketmqlogs/broker.log:354",
)
ORDER_POP_TIME_CHANGE = Statement(
    event="orderly_ack_stale",
    template="popTime is not equal to orderInfo saved. key: {lock_key}, queueOffset: {offset:int}, orderInfo: {held:order}, "
    "popTime: {pop_time:int}",
    logged_by="ConsumerOrderInfoManager.updateNextVisibleTime, 5.1.0 to 5.3.3",
    seen="F-5.3.3-order:broker-a-0/logs/rocketmqlogs/broker.log:426",
)
ORDER_NULL = Statement(
    event="orderly_ack_stale",
    template="OrderInfo is null, {lock_key}, {offset:int}, {_:rest}",
    logged_by="ConsumerOrderInfoManager.commitAndNext, 5.0.0 to 5.3.3",
)
ORDER_EMPTY = Statement(
    event="orderly_ack_stale",
    template="OrderInfo is empty, {lock_key}, {offset:int}, {_:rest}",
    logged_by="ConsumerOrderInfoManager.commitAndNext, 5.0.0 to 5.3.3",
)
ORDER_NOT_FOUND = Statement(
    event="orderly_ack_stale",
    template="OrderInfo not found commit offset, {lock_key}, {offset:int}, {_:rest}",
    logged_by="ConsumerOrderInfoManager.commitAndNext, 5.0.0 to 5.3.3",
)
ORDER_KEY_NULL = Statement(
    event="orderly_ack_stale",
    template="orderInfo is null, key: {lock_key}, queueOffset: {offset:int}, queueId: {queue_id:int}",
    logged_by="ConsumerOrderInfoManager.updateNextVisibleTime, 5.1.0 to 5.3.3",
)
ORDER_QUEUE_NULL = Statement(
    event="orderly_ack_stale",
    template="orderInfo of queueId is null. key: {lock_key}, queueOffset: {offset:int}, queueId: {queue_id:int}",
    logged_by="ConsumerOrderInfoManager.updateNextVisibleTime, 5.1.0 to 5.3.3",
)
ORDER_CLEANED = Statement(
    template="{_:word} not exist, Clean order info, {_:rest}",
    logged_by="ConsumerOrderInfoManager.autoClean, 5.0.0 to 5.3.3",
)
ORDER_UNUSED = Statement(
    template="Not consume long time, Clean order info, {_:rest}",
    logged_by="ConsumerOrderInfoManager.autoClean, 5.0.0 to 5.3.3",
)
ORDER_TABLE_EMPTY = Statement(
    template="Order table is empty, Clean order info, {_:rest}",
    logged_by="ConsumerOrderInfoManager.autoClean, 5.0.0 to 5.3.3",
)
LOCK_NOTIFY_THREW = Statement(
    template="unexpect error when notifyLockIsFree. key:{_:rest}",
    logged_by="ConsumerOrderInfoLockManager.notifyLockIsFree, 5.1.0 to 5.3.3",
)
LOCK_UPDATE_THREW = Statement(
    template="unexpect error when updateLockFreeTimestamp. topic:{_:word}, group:{_:word}, queueId:{_:int}, "
    "lockFreeTimestamp:{_:int}",
    logged_by="ConsumerOrderInfoLockManager.updateLockFreeTimestamp, 5.1.0 to 5.3.3",
)
LOCK_TASK_FAILED = Statement(
    template="add timeout task failed. key:{_}, lockFreeTimestamp:{_:int}",
    logged_by="ConsumerOrderInfoLockManager.updateLockFreeTimestamp, 5.1.0 to 5.3.3",
)
INFLIGHT_CLEARED_TOPIC = Statement(
    event="pop_inflight_cleared",
    template="PopInflightMessageCounter#clearInFlightMessageNumByTopicName: clean by topic, topic={topic:word}, "
    "group={group:word}",
    logged_by="PopInflightMessageCounter.clearInFlightMessageNumByTopicName, 5.1.0 to 5.3.3: the topic was deleted",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker.log:339",
)
INFLIGHT_CLEARED_GROUP = Statement(
    event="pop_group_cleared",
    template="PopInflightMessageCounter#clearInFlightMessageNumByGroupName: clean by group, topic={topic:word}, "
    "group={group:word}",
    logged_by="PopInflightMessageCounter.clearInFlightMessageNumByGroupName, 5.1.0 to 5.3.3: a group and its offsets deleted",
)
