"""Other logs and queues of a store: DLedgerCommitLog, BatchConsumeQueue, SparseConsumeQueue."""

from forensics.statements.template import Statement

KIND = "broker"

SHOULD_NOT_SET_CONFIRM = Statement(
    template="Should not set confirm offset {_} for dleger commitlog",
    logged_by="DLedgerCommitLog.setConfirmOffset, 4.8.0 to 5.3.3",
)
TRY_DELETE_LAST_OLD = Statement(
    template="Try to delete the last old commitlog file {_}",
    logged_by="DLedgerCommitLog.deleteExpiredFile, 4.8.0 to 5.3.3",
)
TRUNCATE_CQ_MAX_PHY = Statement(
    template="[TruncateCQ]maxPhyOffsetOfConsumeQueue({_}) >= processOffset({_}), truncate dirty logic files",
    logged_by="DLedgerCommitLog.dledgerRecoverNormally, 4.8.0 to 5.3.3",
)
RECOVER_OLD_COMMITLOG_FOUND = Statement(
    template="Recover old commitlog found a illegal magic code={_}",
    logged_by="DLedgerCommitLog.setRecoverPosition, 4.8.0 to 5.3.3",
)
RECOVER_OLD_COMMITLOG_NEED = Statement(
    template="Recover old commitlog needWriteMagicCode={_} pos={_} file={_} dividedCommitlogOffset={_}",
    logged_by="DLedgerCommitLog.setRecoverPosition, 4.8.0 to 5.3.3",
)
SET_INITIAL_COMMITLOG_OFFSET = Statement(
    template="Will set the initial commitlog offset={_} for dledger",
    logged_by="DLedgerCommitLog.setRecoverPosition, 4.8.0 to 5.3.3",
)
PUT_MESSAGE_FAILED = Statement(
    template="Put message error",
    logged_by="DLedgerCommitLog.asyncPutMessages, 4.8.0 to 5.3.3",
    throws=True,
)
FAILED_GET_DLEDGER_APPEND = Statement(
    template="Failed to get dledger append result",
    logged_by="DLedgerCommitLog.putMessages, 4.8.0 to 4.9.0",
    throws=True,
)
HANDLE_APPEND_RETURN_FALSE = Statement(
    template="HandleAppend return false due to error code {_}",
    logged_by="DLedgerCommitLog.asyncPutMessages, 4.8.0 to 5.3.3",
)
MESSAGE_BODY_SIZE_EXCEEDED = Statement(
    template="message body size exceeded, msg total size: {_}, msg body size: {_}, maxMessageBodySize: {_}",
    logged_by="DLedgerCommitLog.serialize, 4.9.4 to 5.3.3",
)
MESSAGE_BODY_SIZE_EXCEEDED_MSG = Statement(
    template="message body size exceeded, msg body size: {_}, maxMessageBodySize: {_}",
    logged_by="DLedgerCommitLog.serialize, 4.9.4 to 5.3.3",
)
DLEDGER_RECOVER_MAPP_FILE = Statement(
    template="dledger recover from this mappFile {_}",
    logged_by="DLedgerCommitLog.dledgerRecoverAbnormally, 5.2.0 to 5.3.3",
)
DLEDGER_RECOVER_PHYSICS_FILE = Statement(
    template="dledger recover physics file over, last mapped file {_}",
    logged_by="DLedgerCommitLog.dledgerRecoverAbnormally, 5.2.0 to 5.3.3",
)
DLEDGER_RECOVER_NEXT_PHYSICS = Statement(
    template="dledger recover next physics file, {_}",
    logged_by="DLedgerCommitLog.dledgerRecoverAbnormally, 5.2.0 to 5.3.3",
)
DLEDGER_RECOVER_PHYSICS_FILE_END = Statement(
    template="dledger recover physics file end, {_} pos={_}",
    logged_by="DLedgerCommitLog.dledgerRecoverAbnormally, 5.2.0 to 5.3.3",
)
DLEDGER_MAX_PHY_OFFSET = Statement(
    template="dledger maxPhyOffsetOfConsumeQueue({_}) >= processOffset({_}), truncate dirty logic files",
    logged_by="DLedgerCommitLog.dledgerRecoverAbnormally, 5.2.0 to 5.3.3",
)
DLEDGER_FIND_CHECK_TIMESTAMP = Statement(
    template="dledger find check timestamp, {_} {_}",
    logged_by="DLedgerCommitLog.isMmapFileMatchedRecover, 5.2.0 to 5.3.3",
)
DLEDGER_COMMIT_LOG_MMAP = Statement(
    template="DLedgerCommitLog isMmapFileMatchedRecover find satisfied MmapFile for index, MmapFile storeTimestamp={_}, "
    "MmapFile phyOffset={_}, indexMsgTimestamp={_}",
    logged_by="DLedgerCommitLog.isMmapFileMatchedRecover, after 5.3.3",
)
LOAD_BATCH_CONSUME_QUEUE = Statement(
    template="Load batch consume queue {_}-{_} {_} {_}",
    logged_by="BatchConsumeQueue.load, 5.0.0 to 5.3.3",
)
REFRESH_CACHE_BCQ_TOPIC = Statement(
    template="refreshCache for BCQ [Topic: {_}, QueueId: {_}].offsetCacheSize: {_}, minCachedMsgOffset: {_}, "
    "maxCachedMsgOffset: {_}, timeCacheSize: {_}, minCachedTime: {_}, maxCachedTime: {_}",
    logged_by="BatchConsumeQueue.doRefreshCache, 5.0.0 to 5.3.3",
)
BCQ_TOPIC_QUEUE_ID = Statement(
    template="BCQ [Topic: {_}, QueueId: {_}]. Cache destroyed",
    logged_by="BatchConsumeQueue.destroyCache, 5.0.0 to 5.3.3",
)
FAILED_CACHING_OFFSET_TIME = Statement(
    template="Failed caching offset and time on BCQ [Topic: {_}, QueueId: {_}, File: {_}]",
    logged_by="BatchConsumeQueue.cacheBcq, 5.0.0 to 5.3.3; SparseConsumeQueue.cacheOffset, 5.1.0 to 5.3.3",
)
RECOVER_CURRENT_BATCH_CONSUME = Statement(
    template="Recover current batch consume queue file over, file:{_} offset:{_} size:{_} msgBaseOffset:{_} batchSize:{_} "
    "mappedFileOffset:{_}",
    logged_by="BatchConsumeQueue.recover, 5.0.0 to 5.3.3; SparseConsumeQueue.recover, 5.1.0 to 5.3.3",
)
RECOVER_LAST_BATCH_CONSUME = Statement(
    template="Recover last batch consume queue file over, last mapped file:{_} ",
    logged_by="BatchConsumeQueue.recover, 5.0.0 to 5.3.3; SparseConsumeQueue.recover, 5.1.0 to 5.3.3",
)
RECOVER_NEXT_BATCH_CONSUME = Statement(
    template="Recover next batch consume queue file: {_}",
    logged_by="BatchConsumeQueue.recover, 5.0.0 to 5.3.3; SparseConsumeQueue.recover, 5.1.0 to 5.3.3",
)
RECOVER_CURRENT_BATCH_CONSUME_QUEUE = Statement(
    template="Recover current batch consume queue file over:{_} processOffset:{_}",
    logged_by="BatchConsumeQueue.recover, 5.0.0 to 5.3.3",
)
REVISE_MIN_OFFSET_QUEUE = Statement(
    template="reviseMinOffsetInQueue found firstMappedFile null, topic:{_} queue:{_}",
    logged_by="BatchConsumeQueue.reviseMinOffsetInQueue, 5.0.0 to 5.3.3",
)
TRUNCATE_BATCH_LOGIC_FILE = Statement(
    template="Truncate batch logic file topic={_} queue={_} oldMinOffset={_} oldMaxOffset={_} minOffset={_} maxOffset={_} "
    "maxPhyOffsetHere={_} maxPhyOffsetThere={_}",
    logged_by="BatchConsumeQueue.truncateDirtyLogicFiles, 5.0.0 to 5.3.3",
)
CORRECT_MIN_OFFSET_FOUND = Statement(
    template="Correct min offset found null cq file topic:{_} queue:{_} files:{_} minOffset:{_} maxOffset:{_}",
    logged_by="BatchConsumeQueue.correctMinOffset, 5.0.0 to 5.3.3",
)
BATCH_CQ_COMPUTE_NEW = Statement(
    template="BatchCQ Compute new minOffset:{_} oldMinOffset{_} topic:{_} queue:{_}",
    logged_by="BatchConsumeQueue.correctMinOffset, 5.0.0 to 5.3.3",
)
NOTIFYME_UNEXPECTED_DISPATCH_REQUEST = Statement(
    template="[NOTIFYME]unexpected dispatch request in batch consume queue topic:{_} queue:{_} offset:{_}",
    logged_by="BatchConsumeQueue.putMessagePositionInfoWrapper, 5.0.0 to 5.3.3",
)
NOTIFYME_PUT_COMMIT_LOG = Statement(
    template="[NOTIFYME]put commit log position info to batch consume queue {_}:{_} {_} failed, retry {_} times",
    logged_by="BatchConsumeQueue.putMessagePositionInfoWrapper, 5.0.0 to 5.3.3",
)
NOTIFYME_BATCH_CONSUME_QUEUE = Statement(
    template="[NOTIFYME]batch consume queue can not write, {_} {_}",
    logged_by="BatchConsumeQueue.putMessagePositionInfoWrapper, 5.0.0 to 5.3.3",
)
BUILD_BATCH_CONSUME_QUEUE = Statement(
    template="Build batch consume queue repeatedly, maxMsgPhyOffsetInCommitLog:{_} offset:{_} Topic: {_} QID: {_}",
    logged_by="BatchConsumeQueue.putBatchMessagePositionInfo, 5.0.0 to 5.3.3",
)
REPUT_BEHIND_TOPIC_QUEUE = Statement(
    template="Reput behind {_} topic:{_} queue:{_} offset:{_} behind:{_}",
    logged_by="BatchConsumeQueue.putBatchMessagePositionInfo, 5.0.0 to 5.3.3",
)
CACHE_NOT_WORKING_BCQ = Statement(
    template="cache is not working on BCQ [Topic: {_}, QueueId: {_}] for msgOffset: {_}, targetBcq: {_}",
    logged_by="BatchConsumeQueue.getBatchMsgIndexBuffer, 5.0.0 to 5.3.3; SparseConsumeQueue.searchFileByOffsetOrRight, 5.1.0 "
    "to 5.3.3",
)
CACHE_NOT_WORKING_BCQ_TOPIC = Statement(
    template="cache is not working on BCQ [Topic: {_}, QueueId: {_}] for timestamp: {_}, targetBcq: {_}",
    logged_by="BatchConsumeQueue.getOffsetInQueueByTime, 5.0.0 to 5.3.3",
)
APPEND_END_POSITION_INFO = Statement(
    template="append end position info into {_} failed",
    logged_by="SparseConsumeQueue.putEndPositionInfo, 5.1.0 to 5.3.3",
)
