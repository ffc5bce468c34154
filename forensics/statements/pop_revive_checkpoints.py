"""Revive: what becomes of the checkpoints found, their messages looked up and put again: PopReviveService.

Texts changed by blanks and commas between 5.1.4 and 5.2.0; where they did, the older one is the constant ending in OLD.
"""

from forensics.statements.template import Statement

KIND = "broker"

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
    logged_by="PopReviveService.reviveMsgFromCk, 5.0.0: names no queue, and puts no checkpoint again",
    seen="F-5.0.0-queueid:broker-a-0/logs/rocketmqlogs/pop.log:581",
    fixed={"needs_retry": False},
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
