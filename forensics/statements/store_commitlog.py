"""The commit log at work: CommitLog, MessageExtEncoder, the queue offsets."""

from forensics.statements.template import Statement

CREATE_MAPPED_FILE_ERROR = Statement(
    template="create mapped file1 error, topic: {_} clientAddr: {_}",
    logged_by="CommitLog.asyncPutMessage, 4.8.0 to 5.3.3",
)
CREATE_MAPPED_FILE_ERROR_TOPIC = Statement(
    template="create mapped file2 error, topic: {_} clientAddr: {_}",
    logged_by="CommitLog.asyncPutMessage, 4.8.0 to 5.3.3",
)
NOTIFYME_PUT_MESSAGE_LOCK = Statement(
    template="[NOTIFYME]putMessage in lock cost time(ms)={_}, bodyLength={_} AppendMessageResult={_}",
    logged_by="CommitLog.asyncPutMessage, 4.8.0 to 5.3.3",
)
DO_SYNC_TRANSFER_OTHER = Statement(
    template="do sync transfer other node, wait return, but failed, topic: {_} tags: {_} client address: {_}",
    logged_by="CommitLog.asyncPutMessage, 4.8.0 to 4.9.2",
)
CREATE_MAPPED_FILE_ERROR_TOPIC_CLIENT = Statement(
    template="Create mapped file1 error, topic: {_} clientAddr: {_}",
    logged_by="CommitLog.asyncPutMessages, 4.8.0 to 5.3.3",
)
CREATE_MAPPED_FILE_ERROR_TOPIC_CLIENT_ADDR = Statement(
    template="Create mapped file2 error, topic: {_} clientAddr: {_}",
    logged_by="CommitLog.asyncPutMessages, 4.8.0 to 5.3.3",
)
NOTIFYME_PUT_MESSAGES_LOCK = Statement(
    template="[NOTIFYME]putMessages in lock cost time(ms)={_}, bodyLength={_} AppendMessageResult={_}",
    logged_by="CommitLog.asyncPutMessages, 4.8.0 to 5.3.3",
)
DO_SYNC_TRANSFER_OTHER_NODE = Statement(
    template="do sync transfer other node, wait return, but failed, topic: {_} client address: {_}",
    logged_by="CommitLog.asyncPutMessages, 4.8.0 to 4.9.2",
)
DO_GROUPCOMMIT_WAIT_FLUSH = Statement(
    template="do groupcommit, wait for flush failed, topic: {_} tags: {_} client address: {_}",
    logged_by="CommitLog.handleDiskFlush, 4.8.0 to 4.9.0 and 5.0.0 to 5.3.3",
)
APPEND_DATA_GET_LAST = Statement(
    template="appendData getLastMappedFile error  {_}",
    logged_by="CommitLog.appendData, 4.8.0 to 5.3.3",
)
REMOVE_QUEUE_TOPIC_QUEUE = Statement(
    template="removeQueueFromTopicQueueTable OK Topic: {_} QueueId: {_}",
    logged_by="CommitLog.removeQueueFromTopicQueueTable, 4.8.0 to 4.9.8; QueueOffsetAssigner.remove, 5.0.0 to 5.1.0; "
    "QueueOffsetOperator.remove, 5.1.1 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/store.log:57",
)
COMMIT_DATA_FILE_COSTS = Statement(
    template="Commit data to file costs {_} ms",
    logged_by="CommitLog.run, 4.8.0 to 5.3.3",
)
SERVICE_SHUTDOWN_RETRY_TIMES = Statement(
    template="{_} service shutdown, retry {_} times {_}",
    logged_by="CommitLog.run, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/store.log:134",
)
FLUSH_DATA_DISK_COSTS = Statement(
    template="Flush data to disk costs {_} ms",
    logged_by="CommitLog.run, 4.8.0 to 5.3.3",
)
GROUP_COMMIT_SERVICE_FAILED = Statement(
    template="GroupCommitService Exception, ",
    logged_by="CommitLog.run, 4.8.0 to 4.9.2 and 5.0.0 to 5.3.3",
    throws=True,
)
PUT_MESSAGE_MESSAGE_PROPERTIES = Statement(
    template="putMessage message properties length too long. length={_}",
    logged_by="CommitLog.handlePropertiesForLmqMsg, 4.8.0 to 5.0.0 and 5.2.0 to 5.3.3; MessageExtEncoder.encode, 5.1.0 to 5.3.3",
    seen="F-5.1.4-reput:broker-a-0/logs/rocketmqlogs/store.log:52",
)
MESSAGE_SIZE_EXCEEDED_MSG = Statement(
    template="message size exceeded, msg total size: {_}, msg body size: {_}, maxMessageSize: {_}",
    logged_by="CommitLog.encode, 4.8.0 to 4.9.3 and 4.9.5 to 5.0.0; MessageExtEncoder.encode, 5.1.0 to 5.3.3",
)
PROPERTIES_SIZE_MESSAGE_EXT = Statement(
    template="Properties size of messageExtBatch exceeded, properties size: {_}, maxSize: {_}.",
    logged_by="CommitLog.encode, 4.9.3 to 5.0.0; MessageExtEncoder.encode, 5.1.0 to 5.3.3",
)
MESSAGE_BODY_SIZE_EXCEEDED = Statement(
    template="message body size exceeded, msg total size: {_}, msg body size: {_}, maxMessageSize: {_}",
    logged_by="CommitLog.encode, 4.9.4 to 5.0.0; MessageExtEncoder.encode, 5.1.0 to 5.3.3",
)
MESSAGE_BODY_SIZE_EXCEEDED_MSG = Statement(
    template="message body size exceeded, msg body size: {_}, maxMessageSize: {_}",
    logged_by="CommitLog.encode, 4.9.4 to 5.0.0; MessageExtEncoder.encode, 5.1.0 to 5.3.3",
)
START_COMMIT_LOG_SUCCESSFULLY = Statement(
    template="start commitLog successfully. storeRoot: {_}",
    logged_by="CommitLog.start, 5.0.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/store.log:25",
)
SHUTDOWN_COMMIT_LOG_SUCCESSFULLY = Statement(
    template="shutdown commitLog successfully. storeRoot: {_}",
    logged_by="CommitLog.shutdown, 5.0.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/store.log:137",
)
GET_BULK_DATA_SIZE = Statement(
    template="get bulk data size out of range, correct to max offset. offset: {_}, size: {_}, max: {_}",
    logged_by="CommitLog.getBulkData, 5.0.0 to 5.3.3",
)
GET_LAST_MAPPED_FILE = Statement(
    template="getLastMappedFile error. offset:{_}",
    logged_by="CommitLog.getLastMappedFile, 5.0.0 to 5.3.3",
)
ASYNC_REQUESTS_EXCEEDED_THRESHOLD = Statement(
    template="Async requests {_} exceeded the threshold {_}",
    logged_by="CommitLog.putRequest, 5.0.0 to 5.3.3",
)
INIT_CONFIRM_OFFSET = Statement(
    template="Init the confirmOffset to {_}.",
    logged_by="CommitLog.getConfirmOffset, 5.1.1 to 5.3.3",
)
SCAN_FILES_PAGE_CACHE = Statement(
    template="[{_}] scanFilesInPageCache-cost {_} ms.",
    logged_by="CommitLog.run, 5.1.2 to 5.3.3",
)
COLD_SCAN_FAILED = Statement(
    template="{_:word} service has e: {_}",
    logged_by="CommitLog.ColdDataCheckService.run, 5.1.2 to 5.3.3",
    throws=True,
)
PAGE_CACHE_MAP_KEY = Statement(
    template="pageCacheMap key size: {_}",
    logged_by="CommitLog.scanFilesInPageCache, 5.1.2 to 5.3.3",
)
SCAN_FILES_PAGE_CACHE_FAILED = Statement(
    template="scanFilesInPageCache exception",
    logged_by="CommitLog.scanFilesInPageCache, 5.1.2 to 5.3.3",
    throws=True,
)
CLEAR_EXPIRE_MAPPED_FILE = Statement(
    template="clearExpireMappedFile fileName: {_}, has been clear",
    logged_by="CommitLog.clearExpireMappedFile, 5.1.2 to 5.3.3",
)
CHECK_FILE_PAGE_CACHE = Statement(
    template="checkFileInPageCache call the LibC.INSTANCE.mincore error, fileName: {_}, fileSize: {_}",
    logged_by="CommitLog.checkFileInPageCache, 5.1.2 to 5.3.3",
)
WINDOWS_OS_COLD_DATA = Statement(
    template="windows os, coldDataCheckEnable force setting to be false",
    logged_by="CommitLog.initPageSize, 5.1.2 to 5.3.3",
)
INIT_PAGE_SIZE_PAGE = Statement(
    template="initPageSize pageSize: {_}",
    logged_by="CommitLog.initPageSize, 5.1.2 to 5.3.3",
    seen="F-5.1.3-merge:broker-a-0/logs/rocketmqlogs/store.log:1",
)
INIT_PAGE_SIZE_ERROR = Statement(
    template="initPageSize error, coldDataCheckEnable force setting to be false ",
    logged_by="CommitLog.initPageSize, 5.1.2 to 5.3.3",
    throws=True,
)
MSG_COLD_AREA_GROUP = Statement(
    template="isMsgInColdArea group: {_}, topic: {_}, queueId: {_}, offset: {_}",
    logged_by="CommitLog.isMsgInColdArea, 5.1.2 to 5.3.3",
    throws=True,
)
WINDOWS_OS_STOP_SCAN = Statement(
    template="windows os stop scanFileAndSetReadMode",
    logged_by="CommitLog.scanFileAndSetReadMode, 5.1.2 to 5.3.3",
)
SCAN_FILE_SET_READ = Statement(
    template="scanFileAndSetReadMode mode: {_}",
    logged_by="CommitLog.scanFileAndSetReadMode, 5.1.2 to 5.3.3",
    seen="F-5.1.3-merge:broker-a-0/logs/rocketmqlogs/store.log:9",
)
SCAN_FILE_SET_READ_MODE = Statement(
    template="scanFileAndSetReadMode exception",
    logged_by="CommitLog.scanFileAndSetReadMode, 5.1.2 to 5.3.3",
    throws=True,
)
SET_FILE_READ_MODE = Statement(
    template="setFileReadMode mappedFile is null",
    logged_by="CommitLog.setFileReadMode, 5.1.2 to 5.3.3",
)
SET_FILE_READ_MODE_ERROR = Statement(
    template="setFileReadMode error fileName: {_}, madvise: {_}, mode:{_}",
    logged_by="CommitLog.setFileReadMode, 5.1.2 to 5.3.3",
)
MESSAGE_SIZE_EXCEEDED_MSG_TOTAL = Statement(
    template="message size exceeded, msg total size: {_}, maxMessageSize: {_}",
    logged_by="CommitLog.handlePropertiesForLmqMsg, 5.2.0 to 5.3.3",
)
FAILED_WRAP_MULTI_DISPATCH = Statement(
    template="Failed to wrap multi-dispatch",
    logged_by="CommitLog.handlePropertiesForLmqMsg, 5.3.2 to 5.3.3",
    throws=True,
)
APPEND_DATA_GET_LAST_MAPPED = Statement(
    template="appendData getLastMappedFile error {_}",
    logged_by="CommitLog.appendData, after 5.3.3",
)
REBUILD_MSG_INNER_MULTI = Statement(
    template="rebuild msgInner for multiDispatch",
    logged_by="MultiDispatch.rebuildMsgInner, 4.9.3 to 4.9.8",
    throws=True,
)
BUG_NO_MULTI_QUEUE = Statement(
    template="[bug] no multiQueueOffset when updating {_}",
    logged_by="MultiDispatch.updateMultiQueueOffset, 4.9.3 to 4.9.8",
)
BUG_NUM_NOT_EQUAL = Statement(
    template="[bug] num is not equal when updateMultiQueueOffset {_}",
    logged_by="MultiDispatch.updateMultiQueueOffset, 4.9.3 to 4.9.8",
)
BUG_DATA_RACING_LMQ = Statement(
    template="[BUG] Data racing, lmqTopicQueueTable should NOT contain key={_}",
    logged_by="QueueOffsetOperator.getLmqOffset, 5.3.2 to 5.3.3",
)
