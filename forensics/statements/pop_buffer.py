"""The buffer that merges acks into their checkpoint: PopBufferMergeService."""

from forensics.statements.template import Statement

KIND = "broker"

CK_BUFFERED = Statement(
    event="ck_buffered",
    template="[PopBuffer]add ck, {wrap:ck_wrap}",
    logged_by="PopBufferMergeService.addCk, 5.0.0 to 5.3.3, with enablePopLog",
    seen="P-5.3.0-poplog:broker-a-0/logs/pop.log:758",
)
CK_JUST_OFFSET = Statement(
    event="ck_just_offset",
    template="[PopBuffer]add ck just offset, {wrap:ck_wrap}",
    logged_by="PopBufferMergeService.addCkJustOffset, 5.0.0 to 5.3.3, with enablePopLog: the checkpoint went to the store",
    seen="C-5.3.0-healthy-poplog:broker-a-0/logs/pop.log:3647",
)
CK_MOCKED = Statement(
    event="ck_mocked",
    template="[PopBuffer]add ck just offset, mocked, {wrap:ck_wrap}",
    logged_by="PopBufferMergeService.addCkMock, 5.0.0 to 5.3.3, with enablePopLog: nothing matched, only the offset moves",
)
CK_TIMEOUT = Statement(
    event="ck_refused",
    template="[PopBuffer]add ck, timeout, {ck:ck}, {now_ms:int}",
    logged_by="PopBufferMergeService.addCk, 5.0.0 to 5.3.3, with enablePopLog",
    fixed={"reason": "timeout"},
)
CK_MAX_SIZE = Statement(
    event="ck_refused",
    template="[PopBuffer]add ck, max size, {ck:ck}, {buffer_size:int}",
    logged_by="PopBufferMergeService.addCk, 5.0.0 to 5.3.3",
    fixed={"reason": "max_size"},
)
CK_CONFLICT = Statement(
    event="ck_refused",
    template="[PopBuffer]mergeKey conflict when add ck. ck:{wrap:ck_wrap}, mergeKey:{merge_key}",
    logged_by="PopBufferMergeService.addCk, 5.1.4 to 5.3.3",
    fixed={"reason": "conflict"},
)
CK_JUST_OFFSET_CONFLICT = Statement(
    event="ck_refused",
    template="[PopBuffer]mergeKey conflict when add ckJustOffset. ck:{wrap:ck_wrap}, mergeKey:{merge_key}",
    logged_by="PopBufferMergeService.addCkJustOffset, 5.1.4 to 5.3.3",
    fixed={"reason": "conflict"},
)
ACK_BUFFERED = Statement(
    event="ack_buffered",
    template="[PopBuffer]add ack, rqId={revive_queue_id:int}, {wrap:ck_wrap}, {ack:ack}",
    logged_by="PopBufferMergeService.addAk, 5.0.0 to 5.3.3, with enablePopLog",
    seen="P-5.3.0-poplog:broker-a-0/logs/pop.log:790",
)
ACK_NO_CK = Statement(
    event="ack_not_buffered",
    template="[PopBuffer]add ack fail, rqId={revive_queue_id:int}, no ck, {ack:ack}",
    logged_by="PopBufferMergeService.addAk, 5.0.0 to 5.3.3, with enablePopLog",
    seen="P-5.3.0-poplog:broker-a-0/logs/pop.log:4280",
    fixed={"reason": "no_ck"},
)
ACK_STAYED = Statement(
    event="ack_not_buffered",
    template="[PopBuffer]add ack fail, rqId={revive_queue_id:int}, stay too long, {wrap:ck_wrap}, {ack:ack}, {now_ms:int}",
    logged_by="PopBufferMergeService.addAk, 5.0.0 to 5.3.3, with enablePopLog",
    seen="P-5.3.0-poplog:broker-a-0/logs/pop.log:4236",
    fixed={"reason": "stay_too_long"},
)
ACK_ALMOST_TIMEOUT = Statement(
    event="ack_not_buffered",
    template="[PopBuffer]add ack fail, rqId={revive_queue_id:int}, almost timeout for revive, {wrap:ck_wrap}, {ack:ack}, "
    "{now_ms:int}",
    logged_by="PopBufferMergeService.addAk, 5.0.0 to 5.3.3, with enablePopLog",
    fixed={"reason": "almost_timeout"},
)
ACK_INVALID = Statement(
    event="ack_index_invalid",
    template="[PopBuffer]Invalid index of ack, reviveQid={revive_queue_id:int}, {ack:ack}, {ck:ck}",
    logged_by="PopBufferMergeService.addAk, 5.0.0 to 5.3.3",
)
ACK_ERROR = Statement(
    event="ack_not_buffered",
    template="[PopBuffer]add ack error, rqId={revive_queue_id:int}, {ack:ack}",
    logged_by="PopBufferMergeService.addAk, 5.0.0 to 5.3.3",
    fixed={"reason": "error"},
    throws=True,
)
CK_STORED = Statement(
    event="ck_stored",
    template="[PopBuffer]put ck to store ok: {wrap:ck_wrap}, {put:put_result}",
    logged_by="PopBufferMergeService.putCkToStore, handleCkMessagePutResult, 5.0.0 to 5.3.3, with enablePopLog",
    seen="C-5.3.0-healthy-poplog:broker-a-0/logs/pop.log:3646",
)
CK_NOT_STORED = Statement(
    event="ck_not_stored",
    template="[PopBuffer]put ck to store fail: {wrap:ck_wrap}, {put:put_result}",
    logged_by="PopBufferMergeService.putCkToStore, handleCkMessagePutResult, 5.0.0 to 5.3.3",
    seen="F-5.1.0-notimer:broker-a-0/logs/rocketmqlogs/pop.log:149",
)
CK_PUT_THREW = Statement(
    event="ck_not_stored",
    template="[PopBuffer]put ck to store fail: {wrap:ck_wrap}",
    logged_by="PopBufferMergeService.putCkToStore, 5.3.2 to 5.3.3",
    throws=True,
)
ACK_STORED = Statement(
    event="ack_stored",
    template="[PopBuffer]put ack to store ok: {wrap:ck_wrap}, {ack:ack}, {put:put_result}",
    logged_by="PopBufferMergeService.putAckToStore, handleAckPutMessageResult, 5.0.0 to 5.3.3, with enablePopLog",
    seen="P-5.3.0-poplog:broker-a-0/logs/pop.log:3716",
)
BATCH_ACK_STORED = Statement(
    event="ack_stored",
    template="[PopBuffer]put batch ack to store ok: {wrap:ck_wrap}, {ack:ack}, {put:put_result}",
    logged_by="PopBufferMergeService.putBatchAckToStore, handleBatchAckPutMessageResult, 5.1.2 to 5.3.3, with enablePopLog",
    seen="P-5.3.1-batchack:broker-a-0/logs/pop.log:3915",
)
ACK_NOT_STORED = Statement(
    event="ack_not_stored",
    template="[PopBuffer]put ack to store fail: {wrap:ck_wrap}, {ack:ack}, {put:put_result}",
    logged_by="PopBufferMergeService.putAckToStore, handleAckPutMessageResult, 5.0.0 to 5.3.3",
)
ACK_PUT_THREW = Statement(
    event="ack_not_stored",
    template="[PopBuffer]put ack to store fail: {wrap:ck_wrap}, {ack:ack}",
    logged_by="PopBufferMergeService.putAckToStore, 5.3.2 to 5.3.3",
    throws=True,
)
BATCH_ACK_NOT_STORED = Statement(
    event="ack_not_stored",
    template="[PopBuffer]put batch ack to store fail: {wrap:ck_wrap}, {ack:ack}, {put:put_result}",
    logged_by="PopBufferMergeService.putBatchAckToStore, handleBatchAckPutMessageResult, 5.1.2 to 5.3.3",
)
BATCH_ACK_PUT_THREW = Statement(
    event="ack_not_stored",
    template="[PopBuffer]put batchAckMsg to store fail: {wrap:ck_wrap}, {ack:ack}",
    logged_by="PopBufferMergeService.putBatchAckToStore, 5.3.2 to 5.3.3",
    throws=True,
)
CK_DONE = Statement(
    event="ck_left_buffer",
    template="[PopBuffer]ck done, {wrap:ck_wrap}",
    logged_by="PopBufferMergeService.scan, 5.0.0 to 5.3.3, with enablePopLog: nothing of it is left to do",
    seen="C-5.3.0-healthy-poplog:broker-a-0/logs/pop.log:3648",
    fixed={"reason": "done"},
)
CK_FINISHED = Statement(
    event="ck_left_buffer",
    template="[PopBuffer]ck finish, {wrap:ck_wrap}",
    logged_by="PopBufferMergeService.scan, 5.0.0 to 5.3.3, with enablePopLog: it and its acks are in the store",
    seen="P-5.3.0-poplog:broker-a-0/logs/pop.log:3717",
    fixed={"reason": "finish"},
)
CK_STUCK = Statement(
    event="ck_stuck",
    template="[PopBuffer]ck finish fail, stay too long, {wrap:ck_wrap}",
    logged_by="PopBufferMergeService.scan, 5.0.0 to 5.3.3",
    seen="F-5.1.0-notimer:broker-a-0/logs/rocketmqlogs/pop.log:3401",
    fixed={"reason": "stay_too_long"},
)
OFFSET_STUCK = Statement(
    event="ck_stuck",
    template="[PopBuffer] ck offset long time not commit, {wrap:ck_wrap}",
    logged_by="PopBufferMergeService.scanCommitOffset, 5.0.0 to 5.3.3",
    seen="F-5.1.0-notimer:broker-a-0/logs/rocketmqlogs/pop.log:3403",
    fixed={"reason": "offset_not_committed"},
)
CK_CANCELED = Statement(
    event="ck_canceled",
    template="[PopBuffer]cancelCheckPoint, {wrap:ck_wrap}",
    logged_by="PopBufferMergeService.cancelCkTimer, 5.0.0 to 5.3.3, with enablePopLog",
)
CK_CANCEL_FAILED = Statement(
    event="ck_canceled",
    template="[PopBuffer]PutMessageCallback cancelCheckPoint fail, {wrap:ck_wrap}, {put:put_result}",
    logged_by="PopBufferMergeService.cancelCkTimer, 5.0.0 to 5.3.3",
)
OFFSET_COMMITTED = Statement(
    event="pop_offset_committed",
    template="Commit offset, {wrap:ck_wrap}, {old_offset:int}",
    logged_by="PopBufferMergeService.commitOffset, 5.0.0 to 5.3.3, with enablePopLog",
    seen="C-5.3.0-healthy-poplog:broker-a-0/logs/pop.log:3651",
)
OFFSET_LESS = Statement(
    event="pop_offset_not_committed",
    template="Commit offset, consumer offset less than store, {wrap:ck_wrap}, {old_offset:int}",
    logged_by="PopBufferMergeService.commitOffset, 5.0.0 to 5.3.3",
)
SCANNED = Statement(
    event="buffer_scanned",
    template="[PopBuffer]scan, PopBufferEclipse={scan_ms:int}, PopBufferToStoreAck={stored_acks:int}, "
    "PopBufferToStoreCk={stored_cks:int}, PopBufferSize={buffer_size:int}, PopBufferOffsetSize={offset_buffer_size:int}",
    logged_by="PopBufferMergeService.scan, 5.0.0 to 5.3.3, every 200th scan: the counts are of that one scan",
    seen="C-5.2.0-loop-default:broker-b-0/logs/pop.log:1",
)
SCAN_STOPPED = Statement(
    event="buffer_stopped",
    template="[PopBuffer]scan stop, because eclipse too long, PopBufferEclipse={scan_ms:int}, "
    "PopBufferToStoreAck={stored_acks:int}, "
    "PopBufferToStoreCk={stored_cks:int}, PopBufferSize={buffer_size:int}, PopBufferOffsetSize={offset_buffer_size:int}",
    logged_by="PopBufferMergeService.scan, 5.0.0 to 5.3.3",
)
CLEARED = Statement(
    event="buffer_cleared",
    template="Broker is {role:word}, {_:word}, clear all data",
    logged_by="PopBufferMergeService.run, 5.0.0 to 5.3.3",
    seen="S-5.3.1-healthy:broker-a-1/logs/rocketmqlogs/pop.log:33",
)
RUN_ERROR = Statement(
    event="pop_service_failed",
    template="PopBufferMergeService error",
    logged_by="PopBufferMergeService.run, 5.0.0 to 5.3.3",
    throws=True,
)
QUEUE_TOO_LONG = Statement(
    template="[PopBuffer] offset queue size too long, {_:word}, {_:int}",
    logged_by="PopBufferMergeService.scanCommitOffset, 5.0.0 to 5.3.3",
)
UNUSED_REMOVED = Statement(
    template="[PopBuffer]remove long time not used sub {_:word} of topic {_:word} in buffer!",
    logged_by="PopBufferMergeService.scanGarbage, 5.0.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-b-0/logs/pop.log:2798",
)
TOPIC_REMOVED = Statement(
    event="pop_topic_gone",
    template="[PopBuffer]remove nonexistent topic {topic:word} in buffer!",
    logged_by="PopBufferMergeService.scanGarbage, 5.3.2 to 5.3.3",
)
TOPIC_REMOVED_OLD = Statement(
    event="pop_topic_gone",
    template="[PopBuffer]remove not exit topic {topic:word} in buffer!",
    logged_by="PopBufferMergeService.scanGarbage, 5.0.0 to 5.3.1",
    seen="C-5.3.0-loop-default:broker-b-0/logs/pop.log:207",
)
GROUP_REMOVED = Statement(
    event="pop_group_gone",
    template="[PopBuffer]remove nonexistent subscription group {group:word} of topic {topic:word} in buffer!",
    logged_by="PopBufferMergeService.scanGarbage, 5.3.2 to 5.3.3",
)
GROUP_REMOVED_OLD = Statement(
    event="pop_group_gone",
    template="[PopBuffer]remove not exit sub {group:word} of topic {topic:word} in buffer!",
    logged_by="PopBufferMergeService.scanGarbage, 5.0.0 to 5.3.1",
)
