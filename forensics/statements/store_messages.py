"""Messages in and out of a store: DefaultMessageStore."""

from forensics.statements.template import Statement

PUT_MESSAGES_BODY_LENGTH = Statement(
    template="PutMessages body length too long {_}",
    logged_by="DefaultMessageStore.checkMessages, 4.8.0 to 4.9.8",
)
BROKE_ROLE_SLAVE_PUT = Statement(
    template="broke role is slave, so putMessage is forbidden",
    logged_by="DefaultMessageStore.checkStoreStatus, 4.8.0 to 4.9.8",
)
MESSAGE_STORE_NOT_WRITABLE = Statement(
    template="the message store is not writable. It may be caused by one of the following reasons: the broker's disk is full, "
    "write to logic queue error, write to index file error, etc",
    logged_by="DefaultMessageStore.checkStoreStatus, 4.8.0 to 4.9.8",
)
PUT_MESSAGE_NOT_LOCK = Statement(
    template="putMessage not in lock elapsed time(ms)={_}, bodyLength={_}",
    logged_by="DefaultMessageStore.asyncPutMessage, 4.8.0 to 4.9.8",
)
NOT_LOCK_ELAPSED_TIME = Statement(
    template="not in lock elapsed time(ms)={_}, bodyLength={_}",
    logged_by="DefaultMessageStore.asyncPutMessages, 4.8.0 to 4.9.8",
)
MESSAGE_STORE_SHUTDOWN_GET = Statement(
    template="message store has shutdown, so getMessage is forbidden",
    logged_by="DefaultMessageStore.getMessage, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/store.log:151",
)
MESSAGE_STORE_NOT_READABLE = Statement(
    template="message store is not readable, so getMessage is forbidden {_}",
    logged_by="DefaultMessageStore.getMessage, 4.8.0 to 5.3.3",
)
CONSUMER_REQUEST_TOPIC_OFFSET = Statement(
    template="consumer request topic: {_}offset: {_} minOffset: {_} maxOffset: {_}, but access logic queue failed.",
    logged_by="DefaultMessageStore.getMessage, 4.8.0 to 4.9.8",
)
MESSAGE_STORE_SHUTDOWN_GET_PHY = Statement(
    template="message store has shutdown, so getPhyQueueData is forbidden",
    logged_by="DefaultMessageStore.getCommitLogData, 4.8.0 to 5.3.3",
    seen="C-5.3.0-loop-default:broker-a-0/logs/store.log:119",
)
MESSAGE_STORE_SHUTDOWN_APPEND = Statement(
    template="message store has shutdown, so appendToPhyQueue is forbidden",
    logged_by="DefaultMessageStore.appendToCommitLog, 4.8.0 to 4.9.8",
)
APPEND_PHY_QUEUE_FAILED = Statement(
    template="appendToPhyQueue failed {_} {_}",
    logged_by="DefaultMessageStore.appendToCommitLog, 4.8.0 to 4.9.8",
)
QUERY_MESSAGE_HASH_DUPLICATE = Statement(
    template="queryMessage hash duplicate, {_} {_}",
    logged_by="DefaultMessageStore.queryMessage, 4.8.0 to 4.9.4",
)
REPUT_OFFSET_SMALLER_MIN = Statement(
    template="The reputFromOffset={_} is smaller than minPyOffset={_}, this usually indicate that the dispatch behind too much "
    "and the commitlog has expired.",
    logged_by="DefaultMessageStore.doReput, 4.8.0 to 5.3.3",
)
BUG_READ_TOTAL_COUNT = Statement(
    template="[BUG]read total count not equals msg total size. reputFromOffset={_}",
    logged_by="DefaultMessageStore.doReput, 4.8.0 to 5.3.3",
)
BUG_DISPATCH_MESSAGE_CONSUME = Statement(
    template="[BUG]dispatch message to consume queue error, COMMITLOG OFFSET: {_}",
    logged_by="DefaultMessageStore.doReput, 4.8.0 to 5.3.3",
)
USUALLY_NEVER_TIMEOUT_PUT = Statement(
    template="usually it will never timeout, putMessageTimeout is much bigger than slaveTimeout and flushTimeout so the result "
    "can be got anyway, but in some situations timeout will happen like full gc process hangs or other unexpected situations.",
    logged_by="DefaultMessageStore.waitForPutResult, 4.9.3 to 5.3.3",
)
MESSAGE_STORE_NOT_AVAILABLE = Statement(
    template="message store is not available, broker config enableLmq and enableMultiDispatch, lmq consumeQueue num exceed "
    "maxLmqConsumeQueueNum config num",
    logged_by="DefaultMessageStore.getMessage, 4.9.3 to 4.9.8",
)
COMMIT_LOG_PUT_MESSAGE = Statement(
    template="DefaultMessageStore#putMessage: CommitLog#putMessage cost {_}ms, topic={_}, bodyLength={_}",
    logged_by="DefaultMessageStore.asyncPutMessage, 5.0.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-0/logs/store.log:101",
)
NOT_LOCK_ECLIPSE_TIME = Statement(
    template="not in lock eclipse time(ms)={_}, bodyLength={_}",
    logged_by="DefaultMessageStore.asyncPutMessages, 5.0.0 to 5.3.3",
)
MAX_PULL_SIZE_LARGE = Statement(
    template="The max pull size is too large maxPullSize={_} topic={_} queueId={_}",
    logged_by="DefaultMessageStore.getMessage, 5.0.0 to 5.3.3",
)
CONSUMER_REQUEST_TOPIC_OFFSET_MIN = Statement(
    template="consumer request topic: {_}offset: {_} minOffset: {_} maxOffset: {_}, but access logic queue failed. Correct "
    "nextBeginOffset to {_}",
    logged_by="DefaultMessageStore.getMessage, 5.0.0 to 5.1.4",
)
MESSAGE_STORE_SHUTDOWN_GET_BULK = Statement(
    template="message store has shutdown, so getBulkCommitLogData is forbidden",
    logged_by="DefaultMessageStore.getBulkCommitLogData, 5.0.0 to 5.3.3",
)
MESSAGE_STORE_SHUTDOWN_APPEND_COMMIT = Statement(
    template="message store has shutdown, so appendToCommitLog is forbidden",
    logged_by="DefaultMessageStore.appendToCommitLog, 5.0.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-1/logs/store.log:380",
)
FAILED_APPEND_DATA_COMMIT = Statement(
    template="DefaultMessageStore#appendToCommitLog: failed to append data to commitLog, physical offset={_}, data length={_}",
    logged_by="DefaultMessageStore.appendToCommitLog, 5.0.0 to 5.3.3",
)
HA_SERVER_NULL_DUPLICATION = Statement(
    template="haServer is null or duplication is enable or enableDLegerCommitLog is true",
    logged_by="DefaultMessageStore.slaveFallBehindMuch, 5.0.0 to 5.3.3",
)
RESET_WRITE_OFFSET_FAILED = Statement(
    template="resetWriteOffset error.",
    logged_by="DefaultMessageStore.resetWriteOffset, 5.0.0 to 5.3.3",
    throws=True,
)
CHECKSUM_RANGE_SIZE_EXCEEDS = Statement(
    template="Checksum range from {_}, size {_} exceeds threshold {_}",
    logged_by="DefaultMessageStore.calcDeltaChecksum, 5.0.0 to 5.3.3",
)
BUG_READ_TOTAL_COUNT_NOT = Statement(
    template="[BUG]read total count not equals msg total size.",
    logged_by="DefaultMessageStore.pollBatchDispatchRequest, 5.1.0 to 5.3.3",
)
EXCEPTION_TASK_EXECUTION = Statement(
    template="There is an exception in task execution.",
    logged_by="DefaultMessageStore.pollBatchDispatchRequest, 5.1.0 to 5.3.3",
    throws=True,
)
CONSUMER_REQUEST_TOPIC_OFFSET_MIN_OFFSET = Statement(
    template="consumer request topic: {_}, offset: {_}, minOffset: {_}, maxOffset: {_}, but access logic queue failed. Correct "
    "nextBeginOffset to {_}",
    logged_by="DefaultMessageStore.getMessage, 5.2.0 to 5.3.3",
)
GET_MESSAGE_FAILED_CID = Statement(
    template="getMessage Failed. cid: {_}, topic: {_}, queueId: {_}, offset: {_}, minOffset: {_}, maxOffset: {_}, {_}",
    logged_by="DefaultMessageStore.getMessage, 5.2.0 to 5.3.3",
)
GET_MIN_OFFSET_QUEUE = Statement(
    template="getMinOffsetInQueue Failed. topic: {_}, queueId: {_}",
    logged_by="DefaultMessageStore.getMinOffsetInQueue, 5.2.0 to 5.3.3",
    throws=True,
)
GET_OFFSET_QUEUE_TIME = Statement(
    template="getOffsetInQueueByTime Failed. topic: {_}, queueId: {_}, timestamp: {_} boundaryType: {_}, {_}",
    logged_by="DefaultMessageStore.getOffsetInQueueByTime, 5.2.0 to 5.3.3",
)
DISPATCH_MESSAGE_CQ_EXCEPTION = Statement(
    template="dispatch message to cq exception. reputFromOffset: {_}",
    logged_by="DefaultMessageStore.doReput, 5.2.0 to 5.3.3",
    throws=True,
)
ENABLE_ROCKSDB_CQ_WRITE = Statement(
    template="enableRocksdbCqWrite error",
    logged_by="DefaultMessageStore.enableRocksdbCQWrite, 5.3.1 to 5.3.3",
    throws=True,
)
FAILED_GET_STORE_TIME = Statement(
    template="Failed to getStoreTime",
    logged_by="AbstractConsumeQueueStore.getStoreTime, 5.3.2 to 5.3.3",
    throws=True,
)
TAKE_FLUSH_DISK_COMMIT = Statement(
    template="take flush disk commit request, but interrupted, this may caused by shutdown",
    logged_by="FlushDiskWatcher.run, 4.9.3 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/store.log:138",
)
EXCEPTION_OCCURRED_WHILE_WAITING = Statement(
    template="An exception occurred while waiting for flushing disk to complete. this may caused by shutdown",
    logged_by="FlushDiskWatcher.run, 4.9.3 to 5.3.3",
)
