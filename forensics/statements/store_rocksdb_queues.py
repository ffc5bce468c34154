"""Consume queues in RocksDB: RocksDBConsumeQueueStore, RocksDBConsumeQueueTable, CombineConsumeQueueStore."""

from forensics.statements.template import Statement

KIND = "broker"

CQ_OFFSET_INVALID_TEMPORARY = Statement(
    template="cqOffset invalid1. old: {_}, now: {_}",
    logged_by="RocksDBConsumeQueueOffsetTable.updateTempTopicQueueMaxOffset, 5.2.0 to 5.3.1; "
    "RocksDBConsumeQueueStore.updateTempTopicQueueMaxOffset, 5.3.2 to 5.3.3",
)
ROCKS_DB_OFFSET_TABLE = Statement(
    template="RocksDB offset table delete topic: {_}, queueId: {_}, minOffset: {_}, maxOffset: {_}",
    logged_by="RocksDBConsumeQueueOffsetTable.destroyOffset, 5.2.0 to 5.3.3",
)
ROCKS_DBCONSUME_QUEUE_OFFSET = Statement(
    template="RocksDBConsumeQueueOffsetTable has dirty cqOffset. topic: {_}, queueId: {_}, cqOffset: {_}",
    logged_by="RocksDBConsumeQueueOffsetTable.iterateOffsetTable2FindDirty, 5.2.0 to 5.3.3",
)
ITERATE_OFFSET_TABLE_MARK = Statement(
    template="iterateOffsetTable2MarkDirtyCQ Failed.",
    logged_by="RocksDBConsumeQueueOffsetTable.iterateOffsetTable2FindDirty, 5.2.0 to 5.3.3",
    throws=True,
)
UPDATE_MAX_OFFSET_QUEUE = Statement(
    template="updateMaxOffsetInQueue. {_}, {_}",
    logged_by="RocksDBConsumeQueueOffsetTable.getMaxCqOffset, 5.2.0 to 5.3.3",
)
UPDATE_MIN_OFFSET_QUEUE = Statement(
    template="updateMinOffsetInQueue. {_}, {_}",
    logged_by="RocksDBConsumeQueueOffsetTable.isMinOffsetOk, 5.2.0 to 5.3.3",
)
TRUNCATE_DIRTY_LOGIC_FILE = Statement(
    template="truncateDirtyLogicFile topic: {_}, queueId: {_} from {_} to {_}",
    logged_by="RocksDBConsumeQueueOffsetTable.truncateDirtyOffset, 5.2.0 to 5.3.3",
)
CORRECT_MAX_PYH_OFFSET = Statement(
    template="correctMaxPyhOffset, oldMaxPhyOffset={_}, newMaxPhyOffset={_}",
    logged_by="RocksDBConsumeQueueOffsetTable.correctMaxPyhOffset, 5.2.0 to 5.3.3",
)
CORRECT_MAX_PYH_OFFSET_FAILED = Statement(
    template="correctMaxPyhOffset Failed.",
    logged_by="RocksDBConsumeQueueOffsetTable.correctMaxPyhOffset, 5.2.0 to 5.3.3",
    throws=True,
)
GET_MIN_OFFSET_QUEUE = Statement(
    template="getMinOffsetInQueue miss heap. topic: {_}, queueId: {_}, old: {_}, new: {_}",
    logged_by="RocksDBConsumeQueueOffsetTable.getMinCqOffset, 5.2.0 to 5.3.3",
)
GET_MAX_PHY_OFFSET = Statement(
    template="getMaxPhyOffset error. topic: {_}, queueId: {_}",
    logged_by="RocksDBConsumeQueueOffsetTable.getMaxPhyOffset, 5.2.0 to 5.3.3",
)
CQ_OFFSET_INVALID_HEAP = Statement(
    template="cqOffset invalid0. old: {_}, now: {_}",
    logged_by="RocksDBConsumeQueueOffsetTable.putHeapMaxCqOffset, 5.2.0 to 5.3.1",
)
UPDATE_CQ_OFFSET_FAILED = Statement(
    template="updateCqOffset({_}) failed.",
    logged_by="RocksDBConsumeQueueOffsetTable.updateCqOffset, 5.2.0 to 5.3.3",
    throws=True,
)
UPDATE_CQ_OFFSET_TOPIC = Statement(
    template="updateCqOffset({_}). topic: {_}, queueId: {_}, phyOffset: {_}, cqOffset: {_}",
    logged_by="RocksDBConsumeQueueOffsetTable.updateCqOffset, 5.2.0 to 5.3.3",
)
BUG_CORRECT_MAX_CQ = Statement(
    template="[BUG] correctMaxCqOffset error! topic: {_}, queueId: {_}, maxPhyOffsetInCQ: {_}, minCqOffset: {_}, "
    "phyAndCQOffset: {_}",
    logged_by="RocksDBConsumeQueueOffsetTable.correctMaxCqOffset, 5.2.0 to 5.3.3",
)
CORRECT_FAILED = Statement(
    template="correct error. {_}, {_}, {_}, {_}, {_}",
    logged_by="RocksDBConsumeQueueOffsetTable.correctMinCqOffset, 5.2.0 to 5.3.3",
)
LOAD_MAX_CONSUME_QUEUE = Statement(
    template="LoadMaxConsumeQueueOffsets Max {_}:{_} --> {_}|{_}",
    logged_by="RocksDBConsumeQueueOffsetTable.loadMaxConsumeQueueOffsets, 5.3.2 to 5.3.3",
)
FAILED_MAXIMUM_CONSUME_QUEUE = Statement(
    template="Failed to maximum consume queue offset",
    logged_by="RocksDBConsumeQueueOffsetTable.loadMaxConsumeQueueOffsets, 5.3.2 to 5.3.3",
    throws=True,
)
MALFORMED_KEY_VALUE_PAIR = Statement(
    template="Malformed Key/Value pair",
    logged_by="RocksDBConsumeQueueOffsetTable.forEach, 5.3.2 to 5.3.3",
)
MAX_OFFSET_INITIALIZED_ACCORDING = Statement(
    template="Max offset of {_} is initialized to {_} according to RocksDB",
    logged_by="RocksDBConsumeQueueOffsetTable.getMaxCqOffset, 5.3.2 to 5.3.3",
)
FAILED_TRUNCATE_MAXIMUM_OFFSET = Statement(
    template="Failed to truncate maximum offset of consume queue[topic={_}, queue-id={_}]",
    logged_by="RocksDBConsumeQueueOffsetTable.truncateDirty, 5.3.2 to 5.3.3",
    throws=True,
)
MAX_OFFSET_CONSUME_QUEUE = Statement(
    template="Max offset of consume-queue[topic={_}, queue-id={_}] regressed. prev-max={_}, current-max={_}",
    logged_by="RocksDBConsumeQueueOffsetTable.putHeapMaxCqOffset, 5.3.2 to 5.3.3",
)
ROCKS_DB_CONSUME_QUEUE = Statement(
    template="RocksDB ConsumeQueueStore start!",
    logged_by="RocksDBConsumeQueueStore.start, 5.2.0 to 5.3.3",
)
CLEAN_UNUSED_TOPIC_FAILED = Statement(
    template="cleanUnusedTopic Failed.",
    logged_by="RocksDBConsumeQueueStore.cleanDirty, 5.2.0 to 5.3.3",
    throws=True,
)
LOAD_ROCKSDB_CONSUME_QUEUE = Statement(
    template="load rocksdb consume queue {_}.",
    logged_by="RocksDBConsumeQueueStore.load, 5.2.0 to 5.3.3",
)
PUT_CQ_FAILED_RETRY = Statement(
    template="{_} put cq Failed. retryTime: {_}",
    logged_by="RocksDBConsumeQueueStore.putMessagePosition, 5.2.0 to 5.3.1",
)
BUG_PUT_CQ_FAILED = Statement(
    template="[BUG] put CQ Failed.",
    logged_by="RocksDBConsumeQueueStore.putMessagePosition, 5.2.0 to 5.3.3",
)
PUT_MESSAGE_POSITION_FAILED = Statement(
    template="putMessagePosition0 Failed.",
    logged_by="RocksDBConsumeQueueStore.putMessagePosition0, 5.2.0 to 5.3.1",
    throws=True,
)
NOTIFY_MESSAGE_ARRIVE_CLEAR = Statement(
    template="notifyMessageArriveAndClear Failed.",
    logged_by="RocksDBConsumeQueueStore.notifyMessageArriveAndClear, 5.2.0 to 5.3.3",
    throws=True,
)
DESTROY_CQ_FAILED = Statement(
    template="destroy cq Failed. {_}",
    logged_by="RocksDBConsumeQueueStore.destroy, 5.2.0 to 5.3.3",
    throws=True,
)
KV_DELETE_TOPIC_FAILED = Statement(
    template="kv deleteTopic {_} Failed.",
    logged_by="RocksDBConsumeQueueStore.destroy, 5.2.0 to 5.3.3",
    throws=True,
)
PUT_CQ_FAILED_RETRY_TIME = Statement(
    template="Put cq Failed. retryTime: {_}",
    logged_by="RocksDBConsumeQueueStore.putMessagePosition, 5.3.2 to 5.3.3",
)
PUT_MESSAGE_POSITION_FAILED_LATER = Statement(
    template="putMessagePosition0 failed.",
    logged_by="RocksDBConsumeQueueStore.putMessagePosition0, 5.3.2 to 5.3.3",
    throws=True,
)
FAILED_SCAN_QUEUE_IDS = Statement(
    template="Failed to scan queueIds for topic. topic={_}",
    logged_by="RocksDBConsumeQueueStore.deleteTopic, after 5.3.3",
    throws=True,
)
GET_MAX_OFFSET_QUEUE = Statement(
    template="getMaxOffsetInQueue Failed. topic: {_}, queueId: {_}",
    logged_by="RocksDBConsumeQueue.getMaxOffsetInQueue, 5.2.0 to 5.3.3",
    throws=True,
)
GET_MESSAGE_TOTAL_QUEUE = Statement(
    template="getMessageTotalInQueue Failed. topic: {_}, queueId: {_}, {_}",
    logged_by="RocksDBConsumeQueue.getMessageTotalInQueue, 5.2.0 to 5.3.3",
)
ROCKS_DBCONSUME_QUEUE_ITERATE = Statement(
    template="[RocksDBConsumeQueue] iterateFrom error!",
    logged_by="RocksDBConsumeQueue.iterateFrom, 5.2.0 to 5.3.1",
    throws=True,
)
GET_UNIT_STORE_TIME = Statement(
    template="getUnitAndStoreTime Failed. topic: {_}, queueId: {_}",
    logged_by="RocksDBConsumeQueue.getCqUnitAndStoreTime, 5.2.0 to 5.3.3",
    throws=True,
)
GET_EARLIEST_UNIT_STORE = Statement(
    template="getEarliestUnitAndStoreTime Failed. topic: {_}, queueId: {_}",
    logged_by="RocksDBConsumeQueue.getEarliestUnitAndStoreTime, 5.2.0 to 5.3.3",
    throws=True,
)
GET_LATEST_UNIT_FAILED = Statement(
    template="getLatestUnit Failed. topic: {_}, queueId: {_}, {_}",
    logged_by="RocksDBConsumeQueue.getLatestUnit, 5.2.0 to 5.3.3",
)
ITERATE_FIND_NOTHING_START = Statement(
    template="iterateFrom0 - find nothing, startIndex:{_}, count:{_}",
    logged_by="RocksDBConsumeQueue.iterateFrom0, 5.2.0 to 5.3.3",
)
GET_CQ_ROCKSDB_FAILED = Statement(
    template="get cq from rocksdb failed. topic: {_}, queueId: {_}",
    logged_by="RocksDBConsumeQueue.next, 5.3.2 to 5.3.3",
    throws=True,
)
ROCKS_DBCONSUME_QUEUE_INITIALIZE = Statement(
    template="RocksDBConsumeQueue initializeWithOffset topic={_}, queueId={_}, offset={_}, oldMax={_}, oldMin={_}",
    logged_by="RocksDBConsumeQueue.initializeWithOffset, after 5.3.3",
)
ROCKS_DBCONSUME_QUEUE_INITIALIZE_OFFSET = Statement(
    template="RocksDBConsumeQueue initializeWithOffset Failed. topic={_}, queueId={_}, offset={_}",
    logged_by="RocksDBConsumeQueue.initializeWithOffset, after 5.3.3",
    throws=True,
)
ROCKSDB_CONSUME_QUEUE_TABLE = Statement(
    template="Rocksdb consumeQueue table delete topic. {_}, {_}",
    logged_by="RocksDBConsumeQueueTable.destroyCQ, 5.2.0 to 5.3.3",
)
BINARY_SEARCH_CQBY_TIME = Statement(
    template="binarySearchInCQByTimeStamp Failed. topic: {_}, queueId: {_}, timestamp: {_}, result: null",
    logged_by="RocksDBConsumeQueueTable.binarySearchInCQByTime, 5.2.0 to 5.3.3",
)
BINARY_SEARCH_CQ = Statement(
    template="binarySearchInCQ. {_}, {_}, {_}, {_}, {_}",
    logged_by="RocksDBConsumeQueueTable.binarySearchInCQ, 5.2.0 to 5.3.3",
)
TRY_FINISH_COMMITLOG_DISPATCH = Statement(
    template="try to finish commitlog dispatch error.",
    logged_by="RocksDBMessageStore.finishCommitLogDispatch, 5.2.0 to 5.3.1",
    throws=True,
)
LOAD_START_CONSUMER_SERVICE = Statement(
    template="loadAndStartConsumerServiceOnly error",
    logged_by="RocksDBMessageStore.loadAndStartConsumerServiceOnly, 5.3.1 to 5.3.3",
    throws=True,
)
MANUAL_COMPACTION_MIN_PHY = Statement(
    template="manualCompaction minPhyOffset: {_}, isFull: {_}, isManual: {_}",
    logged_by="ConsumeQueueCompactionFilterFactory.createCompactionFilter, 5.2.0 to 5.3.3",
)
COMBINE_CONSUME_QUEUE_STORE = Statement(
    template="CombineConsumeQueueStore chooseAssignOffsetStore fail, config={_}",
    logged_by="CombineConsumeQueueStore.CombineConsumeQueueStore, after 5.3.3",
)
COMBINE_CONSUME_QUEUE_STORE_CHOOSE = Statement(
    template="CombineConsumeQueueStore choosePreferCQ fail, config={_}",
    logged_by="CombineConsumeQueueStore.CombineConsumeQueueStore, after 5.3.3",
)
COMBINE_CONSUME_QUEUE_STORE_INIT = Statement(
    template="CombineConsumeQueueStore init, consumeQueueStoreList={_}, currentReadStore={_}, assignOffsetStore={_}",
    logged_by="CombineConsumeQueueStore.CombineConsumeQueueStore, after 5.3.3",
)
COMBINE_CONSUME_QUEUE_STORE_LOAD = Statement(
    template="CombineConsumeQueueStore load fail, loadType={_}",
    logged_by="CombineConsumeQueueStore.load, after 5.3.3",
)
COMBINE_CONSUME_QUEUE_STORE_LOAD_SUCCESS = Statement(
    template="CombineConsumeQueueStore load success",
    logged_by="CombineConsumeQueueStore.load, after 5.3.3",
)
COMBINE_CONSUME_QUEUE_STORE_RECOVER = Statement(
    template="CombineConsumeQueueStore recover success, concurrently={_}",
    logged_by="CombineConsumeQueueStore.recover, after 5.3.3",
)
COMBINE_CONSUME_QUEUE_STORE_CURRENT = Statement(
    template="CombineConsumeQueueStore currentReadStore not satisfied readable conditions, assignOffsetStore={_}, "
    "currentReadStore={_}",
    logged_by="CombineConsumeQueueStore.isMappedFileMatchedRecover, after 5.3.3",
)
COMBINE_CONSUME_QUEUE_STORE_CAN = Statement(
    template="CombineConsumeQueueStore can not recover all inner store, maybe some inner store start haven’t started before, "
    "store={_}",
    logged_by="CombineConsumeQueueStore.isMappedFileMatchedRecover, after 5.3.3",
)
COMBINE_CONSUME_QUEUE_STORE_CHECK = Statement(
    template="CombineConsumeQueueStore checkAssignOffsetStore fail",
    logged_by="CombineConsumeQueueStore.start, after 5.3.3",
    throws=True,
)
COMBINE_CONSUME_QUEUE_STORE_CURRENT_READ = Statement(
    template="CombineConsumeQueueStore currentReadStore not satisfied readable conditions, checkAssignOffsetResult={_}, "
    "assignOffsetStore={_}, currentReadStore={_}",
    logged_by="CombineConsumeQueueStore.start, after 5.3.3",
)
COMBINE_CONSUME_QUEUE_STORE_CHECK_ASSIGN = Statement(
    template="CombineConsumeQueueStore checkAssignOffsetStore fail, topic={_}, queueId={_}, maxOffsetInAssign={_}, "
    "otherCQ={_}, maxOffset0={_}",
    logged_by="CombineConsumeQueueStore.verifyAndInitOffsetForAllStore, after 5.3.3",
)
COMBINE_CONSUME_QUEUE_STORE_INITIALIZE = Statement(
    template="CombineConsumeQueueStore initialize offset in queue, topic={_}, queueId={_}, maxOffsetInAssign={_}, otherCQ={_}, "
    "maxOffset0={_}, maxOffsetNew={_}",
    logged_by="CombineConsumeQueueStore.verifyAndInitOffsetForAllStore, after 5.3.3",
)
COMBINE_CONSUME_QUEUE_STORE_CHECK_ASSIGN_OFFSET = Statement(
    template="CombineConsumeQueueStore checkAssignOffsetStore fail in checkSelf",
    logged_by="CombineConsumeQueueStore.checkSelf, after 5.3.3",
    throws=True,
)
LOOK_UP_ROCKS_DB = Statement(
    template="Look up RocksDB for max-offset of LMQ[{_}:{_}]: {_}",
    logged_by="OffsetInitializerRocksDBImpl.maxConsumeQueueOffset, 5.3.2 to 5.3.3",
)
