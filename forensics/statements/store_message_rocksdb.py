"""MessageRocksDBStorage, from 5.4.0 on: where timers, transactions and indexes lie in RocksDB."""

from forensics.statements.template import Statement

MANUAL_COMPACTION_STARTED = Statement(
    template="ManualCompaction started, dbPath={_}, estimateNumKeys={_}",
    logged_by="AbstractRocksDBStorage.manualCompactionDefaultCfRange, 5.5.1",
)
MANUAL_COMPACTION_FAILED = Statement(
    template="ManualCompaction failed, dbPath={_}, error={_}",
    logged_by="AbstractRocksDBStorage.manualCompactionDefaultCfRange, 5.5.1",
)
MANUAL_COMPACTION_FINISHED = Statement(
    template=(
        "ManualCompaction finished, dbPath={_}, elapsed={_:int}ms, success={_:word}, before={_:word}, "
        "after={_:word}, reduced={_:word}%"
    ),
    logged_by="AbstractRocksDBStorage.manualCompactionDefaultCfRange, 5.5.1",
)
DELETE_FILE = Statement(
    template="Delete rocksdb file={_}",
    logged_by="AbstractRocksDBStorage.recursiveDelete, after 5.3.3",
)
KV_STORE_PATH = Statement(
    template="RocksDBKvStore[path={_}] has been shut down",
    logged_by="ConfigRocksDBStorage.iterate, after 5.3.3",
)
FLUSH_TIMER_WAL = Statement(
    template="MessageRocksDBStorage flush timer wal success",
    logged_by="MessageRocksDBStorage.postLoad, 5.4.0 to 5.5.1",
)
FLUSH_TIMER_WAL_FAILED = Statement(
    template="MessageRocksDBStorage flush timer wal failed, error: {_}",
    logged_by="MessageRocksDBStorage.postLoad, 5.4.0 to 5.5.1",
)
INIT_ERROR_PATH = Statement(
    template="MessageRocksDBStorage init error, dbPath: {_}, error: {_}",
    logged_by="MessageRocksDBStorage.postLoad, 5.4.0 to 5.5.1",
)
QUERY_OFFSET_INDEX = Statement(
    template=(
        "MessageRocksDBStorage queryOffsetForIndex param error, cfHandle: {_}, topic: {_}, indexType: {_}, key: "
        "{_}, beginTime: {_}, endTime: {_}, maxNum: {_}"
    ),
    logged_by="MessageRocksDBStorage.queryOffsetForIndex, 5.4.0 to 5.5.1",
)
QUERY_OFFSET_INDEX_PARSE = Statement(
    template="MessageRocksDBStorage queryOffsetForIndex parse and check lastIndexTime error, lastIndexTime: {_}, lastKey: {_}",
    logged_by="MessageRocksDBStorage.queryOffsetForIndex, 5.4.0 to 5.5.1",
)
QUERY_OFFSET_INDEX_PARAM = Statement(
    template="MessageRocksDBStorage queryOffsetForIndex param error, hours is empty, beginTime: {_}, endTime: {_}",
    logged_by="MessageRocksDBStorage.queryOffsetForIndex, 5.4.0 to 5.5.1",
)
QUERY_OFFSET_INDEX_WITHOUT_KEY = Statement(
    template="MessageRocksDBStorage queryOffsetForIndex error, seekKeyBytes is null",
    logged_by="MessageRocksDBStorage.queryOffsetForIndex, 5.4.0 to 5.5.1",
)
QUERY_OFFSET_INDEX_ITERATOR = Statement(
    template="MessageRocksDBStorage queryOffsetForIndex iterator error: {_}",
    logged_by="MessageRocksDBStorage.queryOffsetForIndex, 5.4.0 to 5.5.1",
)
QUERY_OFFSET_INDEX_ERROR = Statement(
    template="MessageRocksDBStorage queryOffsetForIndex error: {_}",
    logged_by="MessageRocksDBStorage.queryOffsetForIndex, 5.4.0 to 5.5.1",
)
LAST_KEY_BYTES = Statement(
    template="MessageRocksDBStorage lastKeyToBytes split error, lastKey: {_}",
    logged_by="MessageRocksDBStorage.lastKeyToBytes, 5.4.0 to 5.5.1",
)
LAST_KEY_BYTES_ERROR = Statement(
    template="MessageRocksDBStorage lastKeyToBytes error, lastKey: {_}, error: {_}",
    logged_by="MessageRocksDBStorage.lastKeyToBytes, 5.4.0 to 5.5.1",
)
DELETE_RECORDS_INDEX = Statement(
    template="MessageRocksDBStorage deleteRecordsForIndex param error, storeTime: {_}, hours: {_}",
    logged_by="MessageRocksDBStorage.deleteRecordsForIndex, 5.4.0 to 5.5.1",
)
DELETE_RECORDS_INDEX_DELETE = Statement(
    template="MessageRocksDBStorage deleteRecordsForIndex delete success, storeTime: {_}, hours: {_}",
    logged_by="MessageRocksDBStorage.deleteRecordsForIndex, 5.4.0 to 5.5.1",
)
DELETE_RECORDS_INDEX_DELETE_ERROR = Statement(
    template="MessageRocksDBStorage deleteRecordsForIndex delete error, storeTime: {_}, hours: {_}, error: {_}",
    logged_by="MessageRocksDBStorage.deleteRecordsForIndex, 5.4.0 to 5.5.1",
)
WRITE_RECORDS_INDEX = Statement(
    template="MessageRocksDBStorage writeRecordsForIndex error, record is null",
    logged_by="MessageRocksDBStorage.writeRecordsForIndex, 5.4.0 to 5.5.1",
)
WRITE_RECORDS_INDEX_PARAM = Statement(
    template="MessageRocksDBStorage writeRecordsForIndex param error, keyBytes: {_}, valueBytes: {_}",
    logged_by="MessageRocksDBStorage.writeRecordsForIndex, 5.4.0 to 5.5.1",
)
WRITE_RECORDS_INDEX_ERROR = Statement(
    template="MessageRocksDBStorage writeRecordsForIndex error: {_}",
    logged_by="MessageRocksDBStorage.writeRecordsForIndex, 5.4.0 to 5.5.1",
)
GET_LAST_STORE = Statement(
    template="MessageRocksDBStorage getLastStoreTimeStampForIndex error: {_}",
    logged_by="MessageRocksDBStorage.getLastStoreTimeStampForIndex, 5.4.0 to 5.5.1",
)
GET_LAST_INDEX = Statement(
    template="MessageRocksDBStorage getLastIndexTimeForIndex error lastKey: {_}, e: {_}",
    logged_by="MessageRocksDBStorage.getLastIndexTimeForIndex, 5.4.0 to 5.5.1",
)
WRITE_RECORDS_TIMER = Statement(
    template="MessageRocksDBStorage writeRecordsForTimer error, record is null",
    logged_by="MessageRocksDBStorage.writeRecordsForTimer, 5.4.0 to 5.5.1",
)
WRITE_RECORDS_TIMER_PARAM = Statement(
    template="MessageRocksDBStorage writeRecordsForTimer param error, keyBytes: {_}, valueBytes: {_}",
    logged_by="MessageRocksDBStorage.writeRecordsForTimer, 5.4.0 to 5.5.1",
)
WRITE_RECORDS_TIMER_RECORD = Statement(
    template="MessageRocksDBStorage writeRecordsForTimer record actionFlag error, actionFlag: {_}",
    logged_by="MessageRocksDBStorage.writeRecordsForTimer, 5.4.0 to 5.5.1",
)
WRITE_RECORDS_TIMER_ERROR = Statement(
    template="MessageRocksDBStorage writeRecordsForTimer error: {_}",
    logged_by="MessageRocksDBStorage.writeRecordsForTimer, 5.4.0 to 5.5.1",
)
SCAN_RECORDS_TIMER = Statement(
    template="MessageRocksDBStorage scanRecordsForTimer error, decode timerRocksDBRecord is null",
    logged_by="MessageRocksDBStorage.scanRecordsForTimer, 5.4.0 to 5.5.1",
)
SCAN_RECORDS_TIMER_ITERATOR = Statement(
    template="MessageRocksDBStorage scanRecordsForTimer iterator error: {_}",
    logged_by="MessageRocksDBStorage.scanRecordsForTimer, 5.4.0 to 5.5.1",
)
SCAN_RECORDS_TIMER_ERROR = Statement(
    template="MessageRocksDBStorage scanRecordsForTimer error: {_}",
    logged_by="MessageRocksDBStorage.scanRecordsForTimer, 5.4.0 to 5.5.1",
)
DELETE_RECORDS_TIMER = Statement(
    template="MessageRocksDBStorage deleteRecordsForTimer param error, cfHandle: {_}, lowerTime: {_}, upperTime: {_}",
    logged_by="MessageRocksDBStorage.deleteRecordsForTimer, 5.4.0 to 5.5.1",
)
DELETE_RECORDS_TIMER_SUCCESS = Statement(
    template="MessageRocksDBStorage deleteRecordsForTimer success, lowerTime: {_}, upperTime: {_}",
    logged_by="MessageRocksDBStorage.deleteRecordsForTimer, 5.4.0 to 5.5.1",
)
DELETE_RECORDS_TIMER_PARAM = Statement(
    template="MessageRocksDBStorage deleteRecordsForTimer param error, lowerTime: {_}, upperTime: {_}, error: {_}",
    logged_by="MessageRocksDBStorage.deleteRecordsForTimer, 5.4.0 to 5.5.1",
)
WRITE_CHECK_POINT = Statement(
    template="MessageRocksDBStorage writeCheckPointForTimer param error, cfHandle: {_}, key: {_}, value: {_}",
    logged_by="MessageRocksDBStorage.writeCheckPointForTimer, 5.4.0 to 5.5.1",
)
WRITE_CHECK_POINT_TIMER = Statement(
    template="MessageRocksDBStorage writeCheckPointForTimer error: {_}",
    logged_by="MessageRocksDBStorage.writeCheckPointForTimer, 5.4.0 to 5.5.1",
)
GET_CHECKPOINT_TIMER = Statement(
    template="MessageRocksDBStorage getCheckpointForTimer error, cfHandle: {_}, key: {_}",
    logged_by="MessageRocksDBStorage.getCheckpointForTimer, 5.4.0 to 5.5.1",
)
GET_CHECKPOINT_TIMER_ERROR = Statement(
    template="MessageRocksDBStorage getCheckpointForTimer error: {_}",
    logged_by="MessageRocksDBStorage.getCheckpointForTimer, 5.4.0 to 5.5.1",
)
DELETE_CHECK_POINT = Statement(
    template="MessageRocksDBStorage deleteCheckPointForTimer error, cfHandle: {_}, key: {_}",
    logged_by="MessageRocksDBStorage.deleteCheckPointForTimer, 5.4.0 to 5.5.1",
)
DELETE_CHECK_POINT_TIMER = Statement(
    template="MessageRocksDBStorage deleteCheckPointForTimer error: {_}",
    logged_by="MessageRocksDBStorage.deleteCheckPointForTimer, 5.4.0 to 5.5.1",
)
WRITE_RECORDS_TRANS = Statement(
    template="MessageRocksDBStorage writeRecordsForTrans error, record is null",
    logged_by="MessageRocksDBStorage.writeRecordsForTrans, 5.4.0 to 5.5.1",
)
WRITE_RECORDS_TRANS_PARAM = Statement(
    template="MessageRocksDBStorage writeRecordsForTrans param error, keyBytes: {_}",
    logged_by="MessageRocksDBStorage.writeRecordsForTrans, 5.4.0 to 5.5.1",
)
WRITE_RECORDS_TRANS_PARAM_ERROR = Statement(
    template="MessageRocksDBStorage writeRecordsForTrans param error, valueBytes: {_}",
    logged_by="MessageRocksDBStorage.writeRecordsForTrans, 5.4.0 to 5.5.1",
)
WRITE_RECORDS_TRANS_ERROR = Statement(
    template="MessageRocksDBStorage writeRecordsForTrans error: {_}",
    logged_by="MessageRocksDBStorage.writeRecordsForTrans, 5.4.0 to 5.5.1",
)
UPDATE_RECORDS_TRANS = Statement(
    template="MessageRocksDBStorage updateRecordsForTrans error, record is null",
    logged_by="MessageRocksDBStorage.updateRecordsForTrans, 5.4.0 to 5.5.1",
)
UPDATE_RECORDS_TRANS_PARAM = Statement(
    template="MessageRocksDBStorage updateRecordsForTrans param error, keyBytes: {_}, valueBytes: {_}",
    logged_by="MessageRocksDBStorage.updateRecordsForTrans, 5.4.0 to 5.5.1",
)
UPDATE_RECORDS_TRANS_ERROR = Statement(
    template="MessageRocksDBStorage updateRecordsForTrans error: {_}",
    logged_by="MessageRocksDBStorage.updateRecordsForTrans, 5.4.0 to 5.5.1",
)
SCAN_RECORDS_TRANS = Statement(
    template="MessageRocksDBStorage scanRecordsForTrans error: {_}",
    logged_by="MessageRocksDBStorage.scanRecordsForTrans, 5.4.0 to 5.5.1",
)
GET_RECORD_TRANS = Statement(
    template="MessageRocksDBStorage getRecordForTrans error: {_}",
    logged_by="MessageRocksDBStorage.getRecordForTrans, 5.4.0 to 5.5.1",
)
GET_LAST_OFFSET = Statement(
    template="MessageRocksDBStorage getLastOffsetPy error: {_}",
    logged_by="MessageRocksDBStorage.getLastOffsetPy, 5.4.0 to 5.5.1",
)
SHUTDOWN_ERROR = Statement(
    template="shutdown MessageRocksDBStorage error : {_}",
    logged_by="MessageRocksDBStorage.shutdown, 5.4.0 to 5.5.1",
)
