"""RocksDB as a store uses it: AbstractRocksDBStorage, ConfigRocksDBStorage and, from 5.4.0 on, MessageRocksDBStorage."""

from forensics.statements.template import Statement

HOLD_ROCKSDB_FAILED = Statement(
    template="hold rocksdb Failed. {_}",
    logged_by="AbstractRocksDBStorage.hold, 5.1.4 to 5.3.3",
)
BATCH_PUT_FAILED = Statement(
    template="batchPut Failed. {_}, {_}",
    logged_by="AbstractRocksDBStorage.batchPut, 5.1.4 to 5.3.3",
)
MULTI_GET_FAILED = Statement(
    template="multiGet Failed. {_}, {_}",
    logged_by="AbstractRocksDBStorage.multiGet, 5.1.4 to 5.3.3",
)
DELETE_FAILED = Statement(
    template="delete Failed. {_}, {_}",
    logged_by="AbstractRocksDBStorage.delete, 5.1.4 to 5.3.3",
)
RANGE_DELETE_FAILED = Statement(
    template="rangeDelete Failed. {_}, {_}",
    logged_by="AbstractRocksDBStorage.rangeDelete, 5.1.4 to 5.3.3",
)
MANUAL_COMPACTION_DEFAULT_CF = Statement(
    template="manualCompactionDefaultCfFiles skip level 0.",
    logged_by="AbstractRocksDBStorage.manualCompactionDefaultCfMaxLevel, 5.1.4",
)
MANUAL_COMPACTION_DEFAULT_CF_FILES = Statement(
    template="manualCompactionDefaultCfFiles OK. src: {_}, dst: {_}",
    logged_by="AbstractRocksDBStorage.manualCompactionDefaultCfMaxLevel, 5.1.4",
)
MANUAL_COMPACTION_DEFAULT_CF_FILES_EMPTY = Statement(
    template="manualCompactionDefaultCfFiles Empty.",
    logged_by="AbstractRocksDBStorage.manualCompactionDefaultCfMaxLevel, 5.1.4",
)
MANUAL_COMPACTION_START = Statement(
    template="manualCompaction Start. {_}",
    logged_by="AbstractRocksDBStorage.manualCompactionDefaultCfRange, 5.1.4 to 5.3.3",
)
MANUAL_COMPACTION_FAILED = Statement(
    template="manualCompaction Failed. {_}, {_}",
    logged_by="AbstractRocksDBStorage.manualCompactionDefaultCfRange, 5.1.4 to 5.3.3",
)
MANUAL_COMPACTION_END_RT = Statement(
    template="manualCompaction End. {_}, rt: {_}(ms), result: {_}",
    logged_by="AbstractRocksDBStorage.manualCompactionDefaultCfRange, 5.1.4 to 5.3.3",
)
SHUTDOWN_FAILED = Statement(
    template="shutdown Failed. {_}",
    logged_by="AbstractRocksDBStorage.shutdown, 5.1.4 to 5.3.1",
    throws=True,
)
FLUSH_FAILED = Statement(
    template="flush Failed. {_}, {_}",
    logged_by="AbstractRocksDBStorage.flush, 5.1.4 to 5.3.3",
)
SCHEDULE_RELOAD_ROCKSDB = Statement(
    template="scheduleReloadRocksdb. {_}, {_}",
    logged_by="AbstractRocksDBStorage.scheduleReloadRocksdb, 5.1.4 to 5.3.3",
)
RELOAD_ROCKSDB_RETRY = Statement(
    template="reload rocksdb Retry. {_}",
    logged_by="AbstractRocksDBStorage.run, 5.1.4 to 5.3.3",
)
RELOAD_ROCKSDB_START = Statement(
    template="reload rocksdb Start. {_}",
    logged_by="AbstractRocksDBStorage.reloadRocksdb, 5.1.4 to 5.3.3",
)
RELOAD_ROCKSDB_FAILED = Statement(
    template="reload rocksdb Failed. {_}",
    logged_by="AbstractRocksDBStorage.reloadRocksdb, 5.1.4 to 5.3.3",
)
RELOAD_ROCKSDB_OK = Statement(
    template="reload rocksdb OK. {_}",
    logged_by="AbstractRocksDBStorage.reloadRocksdb, 5.1.4 to 5.3.3",
)
MEM_USAGE_BLOCK_CACHE = Statement(
    template="MemUsage. blockCache: {_}, indexesAndFilterBlock: {_}, memtable: {_}, blocksPinnedByIterator: {_}",
    logged_by="AbstractRocksDBStorage.statRocksdb, 5.1.4 to 5.3.1",
)
STAT_ROCKSDB_FAILED = Statement(
    template="statRocksdb Failed. {_}",
    logged_by="AbstractRocksDBStorage.statRocksdb, 5.3.1",
    throws=True,
)
ROCKS_DB_STARTS_OK = Statement(
    template="RocksDB [{_}] starts OK",
    logged_by="AbstractRocksDBStorage.start, 5.3.2 to 5.3.3",
    seen="F-5.3.3-kv:broker-a-0/logs/rocketmqlogs/rocksdb.log:1",
)
ROCKS_DBSTORAGE_NOT_LOADED = Statement(
    template="RocksDBStorage is not loaded, shutdown OK. dbPath={_}, readOnly={_}",
    logged_by="AbstractRocksDBStorage.shutdown, 5.3.2 to 5.3.3",
)
ROCKS_DB_SHUTDOWN_OK = Statement(
    template="RocksDB shutdown OK. {_}",
    logged_by="AbstractRocksDBStorage.shutdown, 5.3.2 to 5.3.3",
    seen="F-5.3.3-kv:broker-a-0/logs/rocketmqlogs/rocksdb.log:2",
)
ROCKS_DB_SHUTDOWN_FAILED = Statement(
    template="RocksDB shutdown failed. {_}",
    logged_by="AbstractRocksDBStorage.shutdown, 5.3.2 to 5.3.3",
    throws=True,
)
ROCKS_DB_MEMORY_USAGE = Statement(
    template="RocksDB Memory Usage: BlockCache: {_}, IndexesAndFilterBlock: {_}, MemTable: {_}, BlocksPinnedByIterator: {_}",
    logged_by="AbstractRocksDBStorage.statRocksdb, 5.3.2 to 5.3.3",
)
FLUSH_ROCKSDB_WAL_FAILED = Statement(
    template="flush rocksdb wal failed when shutdown",
    logged_by="AbstractRocksDBStorage.shutdown, after 5.3.3",
    throws=True,
)
ROCKSDB_SYNC_WAL_FAILED = Statement(
    template="rocksdb sync wal failed when shutdown",
    logged_by="AbstractRocksDBStorage.shutdown, after 5.3.3",
    throws=True,
)
ROCKSDB_DB_CLOSE_FAILED = Statement(
    template="rocksdb db closeE failed when shutdown",
    logged_by="AbstractRocksDBStorage.shutdown, after 5.3.3",
    throws=True,
)
POST_LOAD_FAILED = Statement(
    template="postLoad Failed. {_}",
    logged_by="ConfigRocksDBStorage.postLoad, 5.1.4 to 5.3.3; ConfigStorage.postLoad, 5.3.2 to 5.3.3",
    throws=True,
)
MESSAGE_STORAGE_BEGUN = Statement(
    template="MessageRocksDBStorage init success, dbPath: {_}",
    logged_by="MessageRocksDBStorage.postLoad, 5.4.0 to 5.5.1",
)
MESSAGE_STORAGE_CLOSING = Statement(
    template="MessageRocksDBStorage pre shutdown success, dbPath: {_}",
    logged_by="MessageRocksDBStorage.preShutdown, 5.4.0 to 5.5.1",
)
MESSAGE_STORAGE_CLOSED = Statement(
    template="shutdown MessageRocksDBStorage result: {_}",
    logged_by="MessageRocksDBStorage.shutdown, 5.4.0 to 5.5.1",
)
