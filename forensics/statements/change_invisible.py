"""A message hidden for another time, or given back at once (nack): ChangeInvisibleTimeProcessor."""

from forensics.statements.template import Statement

KIND = "broker"

CHANGED = Statement(
    event="invisible_changed",
    template="change Invisible, appendCheckPoint, topic {topic}, queueId {queue_id:int},reviveId {revive_queue_id:int}, cid "
    "{group}, "
    "startOffset {offset:int}, rt {revive_time:int}, result {put:put_result}",
    logged_by="ChangeInvisibleTimeProcessor.appendCheckPointThenAckOrigin, 5.3.2 to 5.3.3, with enablePopLog",
    seen="P-5.3.2-poplog:broker-a-0/logs/pop.log:2495",
)
CHANGED_OLD = Statement(
    event="invisible_changed",
    template="change Invisible , appendCheckPoint, topic {topic}, queueId {queue_id:int},reviveId {revive_queue_id:int}, "
    "cid {group}, "
    "startOffset {offset:int}, rt {revive_time:int}, result {put:put_result}",
    logged_by="ChangeInvisibleTimeProcessor.appendCheckPoint, 5.0.0 to 5.3.1, with enablePopLog",
    seen="P-5.3.0-poplog:broker-a-0/logs/pop.log:2723",
)
CK_NOT_PUT = Statement(
    event="invisible_not_changed",
    template="change Invisible, put new ck error: {put:put_result}",
    logged_by="ChangeInvisibleTimeProcessor.processRequest, 5.0.0 to 5.3.1",
)
CK_NOT_PUT_ASYNC = Statement(
    event="invisible_not_changed",
    template="change invisible, put new ck error: {put:put_result}",
    logged_by="ChangeInvisibleTimeProcessor.appendCheckPointThenAckOrigin, 5.3.2 to 5.3.3",
)
CK_PUT_THREW = Statement(
    event="invisible_not_changed",
    template="change invisible, put new ck error",
    logged_by="ChangeInvisibleTimeProcessor.appendCheckPointThenAckOrigin, 5.3.2 to 5.3.3",
    throws=True,
)
THREW = Statement(
    event="invisible_not_changed",
    template="append checkpoint or ack origin failed",
    logged_by="ChangeInvisibleTimeProcessor.processRequest, 5.3.2 to 5.3.3",
    throws=True,
)
ACK_NOT_PUT = Statement(
    event="origin_not_acked",
    template="change Invisible, put ack msg fail: {ack:ack}, {put:put_result}",
    logged_by="ChangeInvisibleTimeProcessor.ackOrigin, 5.0.0 to 5.3.3: the old checkpoint and the new one are both alive",
)
ACK_PUT_THREW = Statement(
    event="origin_not_acked",
    template="change Invisible, put ack msg error: {handle:handle}, {_:rest}",
    logged_by="ChangeInvisibleTimeProcessor.processRequest, ackOrigin, 5.0.0 to 5.3.3: both checkpoints are alive",
)
