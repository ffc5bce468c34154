"""Revive: the checkpoints of a revive queue read, joined with their acks, and judged: PopReviveService.

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
LIST_SIZE = Statement(
    template="reviveQueueId={_:int}, ck listSize={_:int}",
    logged_by="PopReviveService.mergeAndRevive, 5.2.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/pop.log:349",
)
LIST_SIZE_OLD = Statement(
    template="reviveQueueId={_:int},ck listSize={_:int}",
    logged_by="PopReviveService.mergeAndRevive, 5.0.0 to 5.1.4",
    seen="F-5.0.0-merge:broker-a-0/logs/rocketmqlogs/pop.log:170",
)
FIRST_LAST = Statement(
    event="revive_list",
    template="reviveQueueId={revive_queue_id:int}, 1st ck, startOffset={_:int}, reviveOffset={first_revive_offset:int}; last ck, "
    "startOffset={_:int}, reviveOffset={last_revive_offset:int}",
    logged_by="PopReviveService.mergeAndRevive, 5.2.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/pop.log:2264",
)
FIRST_LAST_OLD = Statement(
    event="revive_list",
    template="reviveQueueId={revive_queue_id:int}, 1st ck, startOffset={_:int}, reviveOffset={first_revive_offset:int} ; "
    "last ck, "
    "startOffset={_:int}, reviveOffset={last_revive_offset:int}",
    logged_by="PopReviveService.mergeAndRevive, 5.0.0 to 5.1.4",
    seen="F-5.0.0-merge:broker-a-0/logs/rocketmqlogs/pop.log:651",
)
TOPIC_GONE = Statement(
    event="ck_skipped",
    template="reviveQueueId={revive_queue_id:int}, can not get normal topic {topic}, then continue",
    logged_by="PopReviveService.mergeAndRevive, 5.2.0 to 5.3.3",
    fixed={"reason": "topic_gone"},
)
TOPIC_GONE_OLD = Statement(
    event="ck_skipped",
    template="reviveQueueId={revive_queue_id:int},can not get normal topic {topic} , then continue",
    logged_by="PopReviveService.mergeAndRevive, 5.0.0 to 5.1.4",
    seen="F-5.0.0-merge:broker-a-0/logs/rocketmqlogs/pop.log:2746",
    fixed={"reason": "topic_gone"},
)
GROUP_GONE = Statement(
    event="ck_skipped",
    template="reviveQueueId={revive_queue_id:int}, can not get cid {group}, then continue",
    logged_by="PopReviveService.mergeAndRevive, 5.2.0 to 5.3.3",
    fixed={"reason": "group_gone"},
)
GROUP_GONE_OLD = Statement(
    event="ck_skipped",
    template="reviveQueueId={revive_queue_id:int},can not get cid {group} , then continue",
    logged_by="PopReviveService.mergeAndRevive, 5.0.0 to 5.1.4",
    fixed={"reason": "group_gone"},
)
LAST_EPOCH = Statement(
    event="ck_skipped",
    template="reviveQueueId={revive_queue_id:int}, skip ck from last epoch {ck:ck}",
    logged_by="PopReviveService.reviveMsgFromCk, 5.1.0 to 5.2.0",
    seen="C-5.2.0-loop-default:broker-b-0/logs/pop.log:2303",
    fixed={"reason": "last_epoch"},
)
LAST_EPOCH_OLD = Statement(
    event="ck_skipped",
    template="reviveQueueId={revive_queue_id:int},skip ck from last epoch {ck:ck}",
    logged_by="PopReviveService.reviveMsgFromCk, 5.0.0",
    fixed={"reason": "last_epoch"},
)
EVICTED = Statement(
    event="revive_evicted",
    template="stay too long, remove from reviveRequestMap, {topic}, {broker}, {queue_id:int}, {start_offset:int}",
    logged_by="PopReviveService.mergeAndRevive, 5.3.1 to 5.3.3: names the checkpoint that waited, not the one put again",
    seen="F-5.3.3-freeze:broker-b-0/logs/rocketmqlogs/pop.log:982",
)
MAX_TIMES = Statement(
    event="ck_dropped",
    template="rePut CK reach max times, drop it. {topic}, {group}, {broker}, {queue_id:int}-{offset:int}, {pop_time:int}, "
    "{invisible_ms:int}, {re_put_times:int}",
    logged_by="PopReviveService.rePutCK, 5.3.1 to 5.3.3, with skipWhenCKRePutReachMaxTimes",
)
NO_MESSAGE = Statement(
    event="message_missing",
    template="reviveQueueId={revive_queue_id:int}, can not get biz msg, topic:{topic}, qid:{queue_id:int}, offset:{offset:int}, "
    "brokerName:{broker}, info:{info}, retry:{needs_retry:bool}, then continue",
    logged_by="PopReviveService.reviveMsgFromCk, 5.3.1 to 5.3.3",
    seen="C-5.3.1-loop-default:broker-b-0/logs/pop.log:280",
)
NO_MESSAGE_OLD = Statement(
    event="message_missing",
    template="reviveQueueId={revive_queue_id:int}, can not get biz msg topic is {topic}, offset is {offset:int}, then continue",
    logged_by="PopReviveService.reviveMsgFromCk, WARN 5.1.0 to 5.2.0, DEBUG 5.3.0: names no queue",
    seen="C-5.2.0-loop-default:broker-b-0/logs/pop.log:2305",
)
NO_MESSAGE_OLDEST = Statement(
    event="message_missing",
    template="reviveQueueId={revive_queue_id:int},can not get biz msg topic is {topic}, offset is {offset:int} , then continue",
    logged_by="PopReviveService.reviveMsgFromCk, 5.0.0: names no queue",
    seen="F-5.0.0-queueid:broker-a-0/logs/rocketmqlogs/pop.log:581",
)
RETRIED = Statement(
    event="message_retried",
    template="reviveQueueId={revive_queue_id:int},retry msg, ck={ck:ck}, msg queueId {msg_queue_id:int}, offset {offset:int}, "
    "reviveDelay={revive_delay_s:int}, result is {put:put_result}",
    logged_by="PopReviveService.reviveRetry, 5.2.0 to 5.3.3, with enablePopLog",
    seen="C-5.3.0-healthy-poplog:broker-b-0/logs/pop.log:5054",
)
RETRIED_OLD = Statement(
    event="message_retried",
    template="reviveQueueId={revive_queue_id:int},retry msg , ck={ck:ck}, msg queueId {msg_queue_id:int}, offset {offset:int}, "
    "reviveDelay={revive_delay_s:int}, result is {put:put_result}",
    logged_by="PopReviveService.reviveRetry, 5.0.0 to 5.1.4, with enablePopLog",
    seen="F-5.0.0-merge:broker-a-0/logs/rocketmqlogs/pop.log:652",
)
RETRY_FAILED = Statement(
    event="message_not_retried",
    template="reviveQueueId={revive_queue_id:int}, revive error, msg is: {message:message}",
    logged_by="PopReviveService.reviveRetry, 5.1.0 to 5.3.3: also where a remote broker took the message",
    seen="C-5.3.0-loop-default:broker-b-1/logs/pop.log:1390",
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
SLAVE_SKIPS_CK = Statement(
    event="revive_stopped",
    template="slave skip ck process, revive topic={revive_topic:word}, reviveQueueId={revive_queue_id:int}",
    logged_by="PopReviveService.mergeAndRevive, 5.2.0 to 5.3.3",
)
SLAVE_SKIPS_CK_OLD = Statement(
    event="revive_stopped",
    template="slave skip ck process , revive topic={revive_topic:word}, reviveQueueId={revive_queue_id:int}",
    logged_by="PopReviveService.mergeAndRevive, 5.0.0 to 5.1.4",
)
SLAVE_SKIPS_COMMIT = Statement(
    event="revive_stopped",
    template="slave skip commit, revive topic={revive_topic:word}, reviveQueueId={revive_queue_id:int}",
    logged_by="PopReviveService.mergeAndRevive, 5.0.0 to 5.3.3",
)
SLAVE_SKIPS_RETRY = Statement(
    event="revive_stopped",
    template="slave skip retry, revive topic={revive_topic:word}, reviveQueueId={revive_queue_id:int}",
    logged_by="PopReviveService.reviveMsgFromCk, 5.2.0 to 5.3.3",
)
SLAVE_SKIPS_RETRY_OLD = Statement(
    event="revive_stopped",
    template="slave skip retry , revive topic={revive_topic:word}, reviveQueueId={revive_queue_id:int}",
    logged_by="PopReviveService.reviveRetry, reviveMsgFromCk, 5.0.0 to 5.1.4",
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
