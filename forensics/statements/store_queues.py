"""Consume queues and indexes: ConsumeQueue, ConsumeQueueStore, IndexService."""

from forensics.statements.template import Statement

LOAD_CONSUME_QUEUE = Statement(
    template="load consume queue {_}-{_} {_}",
    logged_by="ConsumeQueue.load, 4.8.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-0/logs/store.log:137",
)
RECOVER_CURRENT_CONSUME_QUEUE = Statement(
    template="recover current consume queue file over,  {_} {_} {_} {_}",
    logged_by="ConsumeQueue.recover, 4.8.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-0/logs/store.log:158",
)
RECOVER_LAST_CONSUME_QUEUE = Statement(
    template="recover last consume queue file over, last mapped file {_}",
    logged_by="ConsumeQueue.recover, 4.8.0 to 5.3.3",
)
RECOVER_NEXT_CONSUME_QUEUE = Statement(
    template="recover next consume queue file, {_}",
    logged_by="ConsumeQueue.recover, 4.8.0 to 5.3.3",
)
RECOVER_CURRENT_CONSUME_QUEUE_QUEUE = Statement(
    template="recover current consume queue queue over {_} {_}",
    logged_by="ConsumeQueue.recover, 4.8.0 to 4.9.3",
)
TRUNCATE_CONSUME_QUEUE_EXTEND = Statement(
    template="Truncate consume queue extend file by max {_}",
    logged_by="ConsumeQueue.recover, 4.8.0 to 5.3.3",
)
COMPUTE_LOGICAL_MIN_OFFSET = Statement(
    template="Compute logical min offset: {_}, topic: {_}, queueId: {_}",
    logged_by="ConsumeQueue.correctMinOffset, 4.8.0 to 5.3.3",
)
EXCEPTION_THROWN_CORRECT_MIN = Statement(
    template="Exception thrown when correctMinOffset",
    logged_by="ConsumeQueue.correctMinOffset, 4.8.0 to 5.3.3",
    throws=True,
)
SAVE_CONSUME_QUEUE_EXTEND = Statement(
    template="Save consume queue extend fail, So just save tagsCode! {_}, topic:{_}, queueId:{_}, offset:{_}",
    logged_by="ConsumeQueue.putMessagePositionInfoWrapper, 4.8.0 to 5.3.3",
)
BUG_PUT_COMMIT_LOG = Statement(
    template="[BUG]put commit log position info to {_:word}:{_:word} {_:int} failed, retry {_:int} times",
    logged_by="ConsumeQueue.doDispatchLmqQueue, 4.8.0 to 5.3.3",
)
BUG_CONSUME_QUEUE_CAN = Statement(
    template="[BUG]consume queue can not write, {_} {_}",
    logged_by="ConsumeQueue.putMessagePositionInfoWrapper, 4.8.0 to 5.3.3",
)
MAYBE_TRY_BUILD_CONSUME = Statement(
    template="Maybe try to build consume queue repeatedly maxPhysicOffset={_} phyOffset={_}",
    logged_by="ConsumeQueue.putMessagePositionInfo, 4.8.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-0/logs/store.log:168",
)
FILL_PRE_BLANK_SPACE = Statement(
    template="fill pre blank space {_} {_} {_}",
    logged_by="ConsumeQueue.putMessagePositionInfo, 4.8.0 to 5.3.3",
)
BUILD_CONSUME_QUEUE_REPEATEDLY = Statement(
    template="Build  consume queue repeatedly, expectLogicOffset: {_} currentLogicOffset: {_} Topic: {_} QID: {_} Diff: {_}",
    logged_by="ConsumeQueue.putMessagePositionInfo, 4.8.0 to 5.2.0",
)
BUG_LOGIC_QUEUE_ORDER = Statement(
    template="[BUG]logic queue order maybe wrong, expectLogicOffset: {_} currentLogicOffset: {_} Topic: {_} QID: {_} Diff: {_}",
    logged_by="ConsumeQueue.putMessagePositionInfo, 4.8.0 to 5.3.3",
)
BUG_QUEUES_LENGTH_QUEUE = Statement(
    template="[bug] queues.length!=queueOffsets.length ",
    logged_by="ConsumeQueue.multiDispatchLmqQueue, 4.9.3 to 5.3.3",
    throws=True,
)
RECOVER_CURRENT_CONSUME_QUEUE_OVER = Statement(
    template="recover current consume queue over {_} {_}",
    logged_by="ConsumeQueue.recover, 4.9.4 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-0/logs/store.log:159",
)
CONSUME_QUEUE_TOPIC_QUEUE = Statement(
    template="ConsumeQueue[Topic={_}, queue-id={_}] contains no valid entries",
    logged_by="ConsumeQueue.correctMinOffset, 5.0.0 to 5.3.3",
)
CONSUME_QUEUE_TOPIC_QUEUE_ID = Statement(
    template="ConsumeQueue[topic={_}, queue-id={_}] contains no valid entries. Min-offset is assigned as: {_}.",
    logged_by="ConsumeQueue.correctMinOffset, 5.0.0 to 5.3.3",
)
BUG_INCONSISTENT_STATE_CONSUME = Statement(
    template="[Bug][InconsistentState] ConsumeQueue file {_} should have been deleted",
    logged_by="ConsumeQueue.correctMinOffset, 5.0.0 to 5.3.3",
)
BUG_FAILED_SCAN_CONSUME = Statement(
    template="[Bug] Failed to scan consume queue entries from file on correcting min offset: {_}",
    logged_by="ConsumeQueue.correctMinOffset, 5.0.0 to 5.3.3",
)
ABORT_CORRECTION_PREVIOUS_MIN = Statement(
    template="Abort correction as previous min-offset points to {_}, which is greater than {_}",
    logged_by="ConsumeQueue.correctMinOffset, 5.0.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-0/logs/store.log:232",
)
BUG_CANT_FIND_CONSUME = Statement(
    template="[BUG] can't find consume queue extend file content! addr={_}, offsetPy={_}, sizePy={_}, topic={_}",
    logged_by="ConsumeQueue.next, 5.0.0 to 5.3.3",
)
BUG_RAW_SHOULD_NOT = Statement(
    template="[BUG]. Raw should NOT be 0",
    logged_by="ConsumeQueue.estimateMessageCount, 5.1.0 to 5.3.3",
)
FAILED_QUERY_STORE_TIMESTAMP = Statement(
    template="Failed to query store timestamp for commit log offset: {_}",
    logged_by="ConsumeQueue.binarySearchInQueueByTime, 5.1.1 to 5.3.3",
)
BUILD_CONSUME_QUEUE_REPEATEDLY_EXPECT = Statement(
    template="Build consume queue repeatedly, expectLogicOffset: {_} currentLogicOffset: {_} Topic: {_} QID: {_} Diff: {_}",
    logged_by="ConsumeQueue.putMessagePositionInfo, 5.3.0 to 5.3.3",
    seen="C-5.3.0-loop-default:broker-b-1/logs/store.log:65",
)
EXCEPTION_OCCURS_WHILE_RECOVER = Statement(
    template="Exception occurs while recover consume queue concurrently, topic={_}, queueId={_}",
    logged_by="ConsumeQueueStore.recoverConcurrently, 5.1.0 to 5.3.3",
    throws=True,
)
EXCEPTION_OCCURS_WHILE_RECOVER_CONSUME = Statement(
    template="Exception occurs while recover consume queue concurrently",
    logged_by="ConsumeQueueStore.recoverConcurrently, 5.1.0 to 5.3.3",
    throws=True,
)
DEFAULT_CONSUME_QUEUE_STORE = Statement(
    template="Default ConsumeQueueStore start!",
    logged_by="ConsumeQueueStore.start, 5.2.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/store.log:26",
)
CORRECT_UNSUBMITTED_OFFSET_START = Statement(
    template="Correct unsubmitted offset...StartReadOffset = {_}",
    logged_by="ConsumeQueueStore.compensateForHA, 5.2.0 to 5.3.3",
)
CORRECTING_KEY_START_READ = Statement(
    template="Correcting. Key:{_}, start read Offset: {_}",
    logged_by="ConsumeQueueStore.compensateForHA, 5.2.0 to 5.3.3",
)
FAILED_FLUSH_ALL_CONSUME = Statement(
    template="Failed to flush all consume queues",
    logged_by="ConsumeQueueStore.shutdown, 5.3.2 to 5.3.3",
    throws=True,
)
START_RECOVER_CONSUME_QUEUE = Statement(
    template="Start to recover consume queue concurrently={_}",
    logged_by="ConsumeQueueStore.recover, after 5.3.3",
)
BUG_CONSUME_QUEUE_EXTEND = Statement(
    template="[BUG] Consume queue extend unit({_}) is not found!",
    logged_by="ConsumeQueueExt.get, 4.8.0 to 5.3.3",
)
SIZE_CQ_EXT_UNIT = Statement(
    template="Size of cq ext unit is greater than {_}, {_}",
    logged_by="ConsumeQueueExt.put, 4.8.0 to 5.3.3",
)
CAPACITY_EXT_MAXIMUM = Statement(
    template="Capacity of ext is maximum!{_}, {_}",
    logged_by="ConsumeQueueExt.put, 4.8.0 to 5.3.3",
)
CREATE_MAPPED_FILE_SAVE = Statement(
    template="Create mapped file when save consume queue extend, {_}",
    logged_by="ConsumeQueueExt.put, 4.8.0 to 5.3.3",
)
NO_ENOUGH_SPACE_NEED = Statement(
    template="No enough space(need:{_}, has:{_}) of file {_}, so fill to end",
    logged_by="ConsumeQueueExt.put, 4.8.0 to 5.3.3",
)
SAVE_CONSUME_QUEUE_EXTEND_FAILED = Statement(
    template="Save consume queue extend error, {_}",
    logged_by="ConsumeQueueExt.put, 4.8.0 to 5.3.3",
    throws=True,
)
LOAD_CONSUME_QUEUE_EXTEND = Statement(
    template="load consume queue extend{_}-{_} {_}",
    logged_by="ConsumeQueueExt.load, 4.8.0 to 5.3.3",
)
RECOVER_NEXT_CONSUME_QUEUE_EXTEND = Statement(
    template="Recover next consume queue extend file, {_}",
    logged_by="ConsumeQueueExt.recover, 4.8.0 to 5.3.3",
)
ALL_FILES_CONSUME_QUEUE = Statement(
    template="All files of consume queue extend has been recovered over, last mapped file {_}",
    logged_by="ConsumeQueueExt.recover, 4.8.0 to 5.3.3",
)
TRUNCATE_CONSUME_QUEUE_EXT = Statement(
    template="Truncate consume queue ext by min {_}.",
    logged_by="ConsumeQueueExt.truncateByMinAddress, 4.8.0 to 5.3.3",
)
DESTROY_CONSUME_QUEUE_EXT = Statement(
    template="Destroy consume queue ext by min: file={_}, fileTailOffset={_}, minOffset={_}",
    logged_by="ConsumeQueueExt.truncateByMinAddress, 4.8.0 to 5.3.3",
)
TRUNCATE_CONSUME_QUEUE_EXT_MAX = Statement(
    template="Truncate consume queue ext by max {_}.",
    logged_by="ConsumeQueueExt.truncateByMaxAddress, 4.8.0 to 5.3.3",
)
BUG_ADDRESS_CONSUME_QUEUE = Statement(
    template="[BUG] address {_} of consume queue extend not found!",
    logged_by="ConsumeQueueExt.truncateByMaxAddress, 4.8.0 to 5.3.3",
)
LOAD_INDEX_FILE_OK = Statement(
    template="load index file OK, {_}",
    logged_by="IndexService.load, 4.8.0 to 5.3.3",
)
DESTROY_FAILED = Statement(
    template="destroy exception",
    logged_by="IndexService.destroy, 4.8.0 to 5.3.3",
    throws=True,
)
QUERY_MSG_FAILED = Statement(
    template="queryMsg exception",
    logged_by="IndexService.queryOffset, 4.8.0 to 5.3.3",
    throws=True,
)
PUT_KEY_ERROR_COMMITLOG = Statement(
    template="putKey error commitlog {_} uniqkey {_}",
    logged_by="IndexService.buildIndex, 4.8.0 to 5.3.3",
)
BUILD_INDEX_ERROR_STOP = Statement(
    template="build index error, stop building index",
    logged_by="IndexService.buildIndex, 4.8.0 to 5.3.3",
)
INDEX_FILE_FULL_TRYING = Statement(
    template="Index file [{_}] is full, trying to create another one",
    logged_by="IndexService.putKey, 4.8.0 to 5.3.3",
)
TRIED_CREATE_INDEX_FILE = Statement(
    template="Tried to create index file {_} times",
    logged_by="IndexService.retryGetAndCreateIndexFile, 4.8.0 to 5.3.3",
)
MARK_INDEX_FILE_CANNOT = Statement(
    template="Mark index file cannot build flag",
    logged_by="IndexService.retryGetAndCreateIndexFile, 4.8.0 to 5.3.3",
)
GET_LAST_INDEX_FILE = Statement(
    template="getLastIndexFile exception ",
    logged_by="IndexService.getAndCreateLastIndexFile, 4.8.0 to 5.3.3",
    throws=True,
)
SHUTDOWN_INDEX_FAILED = Statement(
    template="shutdown {_} exception",
    logged_by="IndexService.shutdown, 5.0.0 to 5.3.3",
    throws=True,
)
SHUTDOWN_EXCEPTION = Statement(
    template="shutdown exception",
    logged_by="IndexService.shutdown, 5.0.0 to 5.3.3",
    throws=True,
)
FLUSH_INDEX_FILE_ELAPSED = Statement(
    template="flush index file elapsed time(ms) {_}",
    logged_by="IndexFile.flush, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/store.log:141",
)
PUT_KEY_EXCEPTION_KEY = Statement(
    template="putKey exception, Key: {_} KeyHashCode: {_}",
    logged_by="IndexFile.putKey, 4.8.0 to 5.3.3",
    throws=True,
)
FAILED_RELEASE_LOCK = Statement(
    template="Failed to release the lock",
    logged_by="IndexFile.selectPhyOffset, 4.8.0 to 4.9.3",
    throws=True,
)
OVER_INDEX_FILE_CAPACITY = Statement(
    template="Over index file capacity: index count = {_}; index max num = {_}",
    logged_by="IndexFile.putKey, 4.8.0 to 5.3.3",
)
SELECT_PHY_OFFSET_FAILED = Statement(
    template="selectPhyOffset exception ",
    logged_by="IndexFile.selectPhyOffset, 4.8.0 to 5.3.3",
    throws=True,
)
FLUSH_ERROR_SHUTDOWN = Statement(
    template="flush error when shutdown",
    logged_by="IndexFile.shutdown, after 5.3.3",
    throws=True,
)
QUEUES_LOADED = Statement(
    template="load {_:word} all over, OK",
    logged_by="ConsumeQueueStore.loadConsumeQueues, 5.0.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/store.log:9",
)
