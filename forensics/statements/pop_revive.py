"""Revive: a revive queue read in cycles, its checkpoints and acks found: PopReviveService.

Texts changed by blanks and commas between 5.1.4 and 5.2.0; where they did, the older one is the constant ending in OLD.
"""

from forensics.statements.template import Statement

KIND = "broker"

CYCLE_BEGUN = Statement(
    event="revive_begun",
    template="start revive topic={revive_topic:word}, reviveQueueId={revive_queue_id:int}",
    logged_by="PopReviveService.run, 5.0.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/pop.log:2",
)
CYCLE_SKIPPED = Statement(
    event="revive_skipped",
    template="skip start revive topic={revive_topic:word}, reviveQueueId={revive_queue_id:int}",
    logged_by="PopReviveService.run, 5.0.0 to 5.3.3: the broker is no master and does not act as one",
    seen="C-5.3.0-dead-default:broker-a-1/logs/pop.log:2",
)
OLD_OFFSET = Statement(
    template="reviveQueueId={_:int}, old offset is {_:int}",
    logged_by="PopReviveService.consumeReviveMessage, 5.0.0 to 5.3.3: the cycle's end repeats it",
    seen="C-5.2.0-loop-default:broker-b-0/logs/pop.log:3",
)
CK_FOUND = Statement(
    event="ck_found",
    template="reviveQueueId={revive_queue_id:int},find ck, offset:{revive_offset:int}, raw : {raw:ck_body}",
    logged_by="PopReviveService.consumeReviveMessage, 5.0.0 to 5.3.3, with enablePopLog",
    seen="C-5.3.0-healthy-poplog:broker-b-0/logs/pop.log:4715",
)
ACK_FOUND = Statement(
    event="ack_found",
    template="reviveQueueId={revive_queue_id:int}, find ack, offset:{revive_offset:int}, raw : {raw:ack_body}",
    logged_by="PopReviveService.consumeReviveMessage, 5.2.0 to 5.3.3, with enablePopLog",
    seen="C-5.3.0-healthy-poplog:broker-b-0/logs/pop.log:4799",
)
ACK_FOUND_OLD = Statement(
    event="ack_found",
    template="reviveQueueId={revive_queue_id:int},find ack, offset:{revive_offset:int}, raw : {raw:ack_body}",
    logged_by="PopReviveService.consumeReviveMessage, 5.0.0 to 5.1.4, with enablePopLog",
    seen="F-5.0.0-merge:broker-a-0/logs/rocketmqlogs/pop.log:1096",
)
BATCH_ACK_FOUND = Statement(
    event="ack_found",
    template="reviveQueueId={revive_queue_id:int}, find batch ack, offset:{revive_offset:int}, raw : {raw:ack_body}",
    logged_by="PopReviveService.consumeReviveMessage, 5.1.2 to 5.3.3, with enablePopLog",
    seen="P-5.3.0-poplog:broker-a-0/logs/pop.log:7641",
)
NOTHING_NEW = Statement(
    template="reviveQueueId={_:int}, offset is {_:int}, can not get new msg, old endTime {_:int}, new endTime {_:int}, "
    "timerDelay={_:int}, commitLogDelay={_:int}",
    logged_by="PopReviveService.consumeReviveMessage, INFO 5.1.0 to 5.2.0, DEBUG 5.3.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/pop.log:6",
)
NOTHING_NEW_OLD = Statement(
    template="reviveQueueId={_:int}, offset is {_:int}, can not get new msg, old endTime {_:int}, new endTime {_:int}",
    logged_by="PopReviveService.consumeReviveMessage, 5.0.0",
    seen="F-5.0.0-merge:broker-a-0/logs/rocketmqlogs/pop.log:5",
)
SCAN_TIMEOUT = Statement(
    template="reviveQueueId={_:int}, scan timeout",
    logged_by="PopReviveService.consumeReviveMessage, 5.0.0 to 5.3.3",
)
TAIL = Statement(
    template="reviveQueueId={_:int}, reach tail,offset {_:int}",
    logged_by="PopReviveService.getReviveMessage, 5.0.0 to 5.3.3, from 5.1.0 with enablePopLog",
    seen="C-5.3.0-healthy-poplog:broker-a-0/logs/pop.log:18",
)
OFFSET_ILLEGAL = Statement(
    event="revive_offset_illegal",
    template="reviveQueueId={revive_queue_id:int}, OFFSET_ILLEGAL {revive_offset:int}, result is {_:rest}",
    logged_by="PopReviveService.getReviveMessage, 5.0.0 to 5.3.3",
)
GET_ILLEGAL = Statement(
    template="offset illegal. GetMessageStatus={_:word}, topic={_:word}, groupId={_:word}, requestOffset={_:int}",
    logged_by="PopReviveService.getMessage, 5.0.0 to 5.3.3: of the revive queue",
    seen="F-5.0.0-merge:broker-a-0/logs/rocketmqlogs/pop.log:576",
)
GET_NULL = Statement(
    template="get message from store return null. topic={_:word}, groupId={_:word}, requestOffset={_:int}, "
    "maxQueueOffset={_:int}",
    logged_by="PopReviveService.getMessage, 5.0.0 to 5.3.3: of the revive queue",
)
GET_UNMATCHED = Statement(
    template="no matched message. GetMessageStatus={_:word}, topic={_:word}, groupId={_:word}, requestOffset={_:int}",
    logged_by="PopReviveService.getMessage, 5.0.0 to 5.3.3, DEBUG",
)
GET_NONE = Statement(
    template="no new message. GetMessageStatus={_:word}, topic={_:word}, groupId={_:word}, requestOffset={_:int}",
    logged_by="PopReviveService.getMessage, 5.0.0 to 5.3.3, DEBUG",
)
ACK_ORPHANED = Statement(
    event="ack_orphaned",
    template="ack wait for {waited_ms:int}ms cannot find ck, skip this ack. mergeKey:{merge_key}, ack:{ack:ack}, mockCk:{_:rest}",
    logged_by="PopReviveService.mockCkForAck, 5.1.0 to 5.3.3, with enableSkipLongAwaitingAck",
)
ACK_INVALID = Statement(
    event="ack_index_invalid",
    template="invalid ack index, {ack:ack}, {ck:ck}",
    logged_by="PopReviveService.consumeReviveMessage, 5.0.0 to 5.3.3",
)
BATCH_ACK_INVALID = Statement(
    event="ack_index_invalid",
    template="invalid batch ack index, {ack:ack}, {ck:ck}",
    logged_by="PopReviveService.consumeReviveMessage, 5.1.2 to 5.3.3",
)
CYCLE_ENDED = Statement(
    event="revive_cycle",
    template="reviveQueueId={revive_queue_id:int}, revive finish,old offset is {old_offset:int}, new offset is {new_offset:int}, "
    "ckDelay={ck_delay_s:int}",
    logged_by="PopReviveService.run, 5.2.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/pop.log:350",
)
CYCLE_ENDED_OLD = Statement(
    event="revive_cycle",
    template="reviveQueueId={revive_queue_id:int},revive finish,old offset is {old_offset:int}, new offset is {new_offset:int}, "
    "ckDelay={ck_delay_s:int}",
    logged_by="PopReviveService.run, 5.0.0 to 5.1.4",
    seen="F-5.0.0-merge:broker-a-0/logs/rocketmqlogs/pop.log:171",
)
CYCLE_FAILED = Statement(
    event="revive_failed",
    template="reviveQueueId={revive_queue_id:int}, revive error",
    logged_by="PopReviveService.run, 5.1.0 to 5.3.3",
    throws=True,
)
CYCLE_FAILED_OLD = Statement(
    event="revive_failed",
    template="reviveQueueId={revive_queue_id:int},revive error",
    logged_by="PopReviveService.run, 5.0.0",
    throws=True,
)
REST = Statement(
    template="reviveQueueId={_:int}, has no new msg, take a rest {_:int}",
    logged_by="PopReviveService.run, 5.1.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/pop.log:351",
)
REST_OLD = Statement(
    template="reviveQueueId={_:int},has no new msg ,take a rest {_:int}",
    logged_by="PopReviveService.run, 5.0.0",
    seen="F-5.0.0-merge:broker-a-0/logs/rocketmqlogs/pop.log:172",
)
WAITS = Statement(
    template="PopReviveService Ready to run after {_:int}",
    logged_by="PopReviveService.run, 5.0.0 to 5.3.3",
)
NO_TIMER = Statement(
    event="revive_disabled",
    template="skip revive topic because timerWheelEnable is false",
    logged_by="PopReviveService.run, 5.1.1 to 5.3.3",
)
SLAVE_SKIPS_SCAN = Statement(
    event="revive_stopped",
    template="slave skip scan, revive topic={revive_topic:word}, reviveQueueId={revive_queue_id:int}",
    logged_by="PopReviveService.consumeReviveMessage, run, 5.2.0 to 5.3.3",
)
SLAVE_SKIPS_SCAN_OLD = Statement(
    event="revive_stopped",
    template="slave skip scan , revive topic={revive_topic:word}, reviveQueueId={revive_queue_id:int}",
    logged_by="PopReviveService.consumeReviveMessage, run, 5.0.0 to 5.1.4",
)
SLAVE_SKIPS_OFFSET = Statement(
    event="revive_stopped",
    template="slave skip offset correct topic={revive_topic:word}, reviveQueueId={revive_queue_id:int}",
    logged_by="PopReviveService.getReviveMessage, 5.0.0 to 5.3.3",
)
NULL_BUFFER = Statement(
    template="bb is null {_:rest}",
    logged_by="PopReviveService.decodeMsgList, EscapeBridge.decodeMsgList, 5.0.0 to 5.3.3",
)
NULL_MESSAGE = Statement(
    template="decode msgExt is null {_:rest}",
    logged_by="PopReviveService.decodeMsgList, EscapeBridge.decodeMsgList, 5.0.0 to 5.3.3",
)
NO_MAX_OFFSET = Statement(
    template="Failed to get max offset in queue",
    logged_by="PopReviveService.getMessage, PopMessageProcessor.popMsgFromQueue, 5.3.2 to 5.3.3",
    throws=True,
)
