"""The log and state machine of a JRaft node: LogManagerImpl, RocksDBLogStorage, FSMCallerImpl and others of sofa-jraft 1.3.14."""

from forensics.statements.template import Statement

INVALID_END_INDEX_FIRST = Statement(
    template="Invalid endIndex={_:int}, firstIndex={_:int}, closureQueueSize={_:int}",
    logged_by="ClosureQueueImpl.popClosureUntil of sofa-jraft",
)
TIMEOUT_READ_INDEX_RESPONSE = Statement(
    template="A timeout read-index response finally returned: {_}.",
    logged_by="ReadIndexClosure.run of sofa-jraft",
)
FAIL_RUN_READ_INDEX = Statement(
    template="Fail to run ReadIndexClosure with status: {_}.",
    logged_by="ReadIndexClosure.run of sofa-jraft",
    throws=True,
)
TIMEOUT_FAIL_RUN_READ = Statement(
    template="[Timeout] fail to run ReadIndexClosure with status: {_}.",
    logged_by="ReadIndexClosure.run of sofa-jraft",
    throws=True,
)
FAIL_PARSE_PEER_IGNORE = Statement(
    template="Fail to parse peer {_} in {_}, ignore it.",
    logged_by="Configuration.parse of sofa-jraft",
)
INVALID_CONF_ENTRY_PEERS = Statement(
    template="Invalid conf entry {_}, peers and learners have intersection: {_}.",
    logged_by="ConfigurationEntry.isValid of sofa-jraft",
)
DID_YOU_FORGET_CALL = Statement(
    template="Did you forget to call truncateSuffix before the last log index goes back.",
    logged_by="ConfigurationManager.add of sofa-jraft",
)
WAITER_OR_CLOSURE_QUEUE = Statement(
    template="waiter or closure queue is null.",
    logged_by="BallotBox.init of sofa-jraft",
)
RESET_PENDING_INDEX_FAIL = Statement(
    template="Node {_} resetPendingIndex fail, pendingIndex={_:int}, pendingMetaQueueSize={_:int}.",
    logged_by="BallotBox.resetPendingIndex of sofa-jraft",
)
RESET_PENDING_INDEX_FAIL_NEW = Statement(
    template="Node {_} resetPendingIndex fail, newPendingIndex={_:int}, lastCommittedIndex={_:int}.",
    logged_by="BallotBox.resetPendingIndex of sofa-jraft",
)
FAIL_APPENDING_TASK_PENDING = Statement(
    template="Node {_} fail to appendingTask, pendingIndex={_:int}.",
    logged_by="BallotBox.appendPendingTask of sofa-jraft",
)
FSM_BUSY_CANT_SET = Statement(
    template="Node {_} fsm is busy, can't set lastCommittedIndex to be {_:int}, lastCommittedIndex={_:int}.",
    logged_by="BallotBox.setLastCommittedIndex of sofa-jraft",
)
STARTS_FSMCALLER_SUCCESSFULLY = Statement(
    template="Starts FSMCaller successfully.",
    logged_by="FSMCallerImpl.init of sofa-jraft",
)
SHUTTING_DOWN_FSMCALLER = Statement(
    template="Shutting down FSMCaller...",
    logged_by="FSMCallerImpl.shutdown of sofa-jraft",
)
FSMCALLER_STOPPED_CAN_NOT = Statement(
    template="FSMCaller is stopped, can not apply new task.",
    logged_by="FSMCallerImpl.enqueueTask of sofa-jraft",
)
FSMCALLER_ALREADY_ERROR_STATUS = Statement(
    template="FSMCaller already in error status, ignore new error.",
    logged_by="FSMCallerImpl.onError of sofa-jraft",
    throws=True,
)
ITERATOR_STILL_VALID_DID = Statement(
    template="Iterator is still valid, did you return before iterator reached the end?",
    logged_by="FSMCallerImpl.doApplyTasks of sofa-jraft",
)
EMPTY_CONF_ENTRY_LAST = Statement(
    template="Empty conf entry for lastAppliedIndex={_:int}",
    logged_by="FSMCallerImpl.doSnapshotSave of sofa-jraft",
)
READ_ONLY_SERVICE_IMPL = Statement(
    template="Node {_} ReadOnlyServiceImpl readIndexQueue is overload.",
    logged_by="ReadOnlyServiceImpl.addRequest of sofa-jraft",
)
FAIL_DECODE_PB_LOG = Statement(
    template="Fail to decode pb log entry",
    logged_by="V2Decoder.decode of sofa-jraft",
    throws=True,
)
RAFT_META_STORAGE_ALREADY = Statement(
    template="Raft meta storage is already inited.",
    logged_by="LocalRaftMetaStorage.init of sofa-jraft",
)
FAIL_MKDIR = Statement(
    template="Fail to mkdir {_}",
    logged_by="LocalRaftMetaStorage.init of sofa-jraft",
    throws=True,
)
FAIL_LOAD_RAFT_META = Statement(
    template="Fail to load raft meta storage",
    logged_by="LocalRaftMetaStorage.load of sofa-jraft",
    throws=True,
)
FAIL_SAVE_RAFT_META = Statement(
    template="Fail to save raft meta",
    logged_by="LocalRaftMetaStorage.save of sofa-jraft",
    throws=True,
)
SAVE_RAFT_META_PATH = Statement(
    template="Save raft meta, path={_}, term={_:int}, votedFor={_}, cost time={_:int} ms",
    logged_by="LocalRaftMetaStorage.save of sofa-jraft",
)
FAIL_INIT_LOG_MANAGER = Statement(
    template="Fail to init log manager, log storage is null",
    logged_by="LogManagerImpl.init of sofa-jraft",
)
FAIL_INIT_LOG_STORAGE = Statement(
    template="Fail to init logStorage",
    logged_by="LogManagerImpl.init of sofa-jraft",
)
FAIL_NOTIFY_LAST_LOG = Statement(
    template="Fail to notify LastLogIndexListener, listener={_}, index={_:int}",
    logged_by="LogManagerImpl.notifyLastLogIndexListeners of sofa-jraft",
)
CRITICAL_ERROR_FAIL_APPEND = Statement(
    template="**Critical error**, fail to appendEntries, nAppent={_:int}, toAppend={_:int}",
    logged_by="LogManagerImpl.appendToStorage of sofa-jraft",
)
FAIL_RUN_CLOSURE_STATUS = Statement(
    template="Fail to run closure with status: {_}.",
    logged_by="LogManagerImpl.flush of sofa-jraft",
    throws=True,
)
TRUNCATING_STORAGE_LAST_INDEX = Statement(
    template="Truncating storage to lastIndexKept={_:int}.",
    logged_by="LogManagerImpl.onEvent of sofa-jraft",
)
RESETTING_STORAGE_NEXT_LOG = Statement(
    template="Resetting storage to nextLogIndex={_:int}.",
    logged_by="LogManagerImpl.onEvent of sofa-jraft",
)
RESET_LOG_MANAGER_FAILED = Statement(
    template="Reset log manager failed, nextLogIndex={_}.",
    logged_by="LogManagerImpl.setSnapshot of sofa-jraft",
)
FATAL_ERROR_CANT_TRUNCATE = Statement(
    template="FATAL ERROR: Can't truncate logs before appliedId={_}, lastIndexKept={_:int}",
    logged_by="LogManagerImpl.unsafeTruncateSuffix of sofa-jraft",
)
RECEIVED_ENTRIES_LAST_LOG = Statement(
    template="Received entries of which the lastLog={_} is not greater than appliedIndex={_:int}, return "
    "immediately with nothing changed.",
    logged_by="LogManagerImpl.checkAndResolveConflict of sofa-jraft",
)
ROCKS_DBLOG_STORAGE_INIT = Statement(
    template="RocksDBLogStorage init() in {_} already.",
    logged_by="RocksDBLogStorage.init of sofa-jraft",
)
FAIL_INIT_ROCKS_DBLOG = Statement(
    template="Fail to init RocksDBLogStorage, path={_}.",
    logged_by="RocksDBLogStorage.init of sofa-jraft",
    throws=True,
)
FAIL_DECODE_CONF_ENTRY = Statement(
    template="Fail to decode conf entry at index {_}, the log data is: {_}.",
    logged_by="RocksDBLogStorage.load of sofa-jraft",
)
UNKNOWN_ENTRY_CONFIGURATION_STORAGE = Statement(
    template="Unknown entry in configuration storage key={_}, value={_}.",
    logged_by="RocksDBLogStorage.load of sofa-jraft",
)
FAIL_SAVE_FIRST_LOG = Statement(
    template="Fail to save first log index {_:int} in {_}.",
    logged_by="RocksDBLogStorage.saveFirstLogIndex of sofa-jraft",
    throws=True,
)
DB_NOT_INITIALIZED_OR = Statement(
    template="DB not initialized or destroyed in data path: {_}.",
    logged_by="RocksDBLogStorage.executeBatch and RocksDBLogStorage.appendEntry of sofa-jraft",
)
EXECUTE_BATCH_FAILED_ROCKSDB = Statement(
    template="Execute batch failed with rocksdb exception.",
    logged_by="RocksDBLogStorage.executeBatch of sofa-jraft",
    throws=True,
)
EXECUTE_BATCH_FAILED_IO = Statement(
    template="Execute batch failed with io exception.",
    logged_by="RocksDBLogStorage.executeBatch of sofa-jraft",
    throws=True,
)
EXECUTE_BATCH_FAILED_INTERRUPT = Statement(
    template="Execute batch failed with interrupt.",
    logged_by="RocksDBLogStorage.executeBatch of sofa-jraft",
    throws=True,
)
DB_DESTROYED_DB_PATH = Statement(
    template="DB destroyed, the db path is: {_}.",
    logged_by="RocksDBLogStorage.shutdown of sofa-jraft",
)
FAIL_GET_LOG_ENTRY = Statement(
    template="Fail to get log entry at index {_:int} in data path: {_}.",
    logged_by="RocksDBLogStorage.getEntry of sofa-jraft",
    throws=True,
)
BAD_LOG_ENTRY_FORMAT = Statement(
    template="Bad log entry format for index={_:int}, the log data is: {_}.",
    logged_by="RocksDBLogStorage.getEntryFromDB of sofa-jraft",
)
FAIL_APPEND_ENTRY = Statement(
    template="Fail to append entry.",
    logged_by="RocksDBLogStorage.appendEntry of sofa-jraft",
    throws=True,
)
DB_NULL_WHILE_TRUNCATING = Statement(
    template="DB is null while truncating prefixed logs in data path: {_}, the range is: [{_:int}, {_})",
    logged_by="RocksDBLogStorage.truncatePrefixInBackground of sofa-jraft",
)
FAIL_TRUNCATE_PREFIX_DATA = Statement(
    template="Fail to truncatePrefix in data path: {_}, firstIndexKept={_}.",
    logged_by="RocksDBLogStorage.truncatePrefixInBackground of sofa-jraft",
    throws=True,
)
TRUNCATED_PREFIX_LOGS_DATA = Statement(
    template="Truncated prefix logs in data path: {_} from log index {_:int} to {_}, cost {_:int} ms.",
    logged_by="RocksDBLogStorage.truncatePrefixInBackground of sofa-jraft",
)
FAIL_TRUNCATE_SUFFIX_DATA = Statement(
    template="Fail to truncateSuffix {_:int} in data path: {_}.",
    logged_by="RocksDBLogStorage.truncateSuffix of sofa-jraft",
    throws=True,
)
ENTRY_NOT_FOUND_NEXT = Statement(
    template="Entry not found for nextLogIndex {_:int} when reset in data path: {_}.",
    logged_by="RocksDBLogStorage.reset of sofa-jraft",
)
FAIL_RESET_NEXT_LOG = Statement(
    template="Fail to reset next log index.",
    logged_by="RocksDBLogStorage.reset of sofa-jraft",
    throws=True,
)
