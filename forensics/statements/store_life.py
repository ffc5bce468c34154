"""A message store's load, recovery and end: DefaultMessageStore, MessageStoreStateMachine."""

from forensics.statements.template import Statement

LAST_SHUTDOWN_OLD = Statement(
    event="store_loading",
    template="last shutdown {status:word}",
    logged_by="DefaultMessageStore.load, 4.8.0 to 4.9.8",
    seen="H-4.8.0-bfail:broker-a-0/logs/rocketmqlogs/store.log:3",
)
LOADED = Statement(
    event="store_loaded",
    template="load over, and the max phy offset = {commit_log_offset:int}",
    logged_by="DefaultMessageStore.load, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/store.log:18",
)
LOAD_FAILED = Statement(
    template="load exception",
    logged_by="DefaultMessageStore.load, 4.8.0 to 5.3.3",
    throws=True,
)
SMALL_CQ_OFFSET_MAX = Statement(
    template="[TooSmallCqOffset] maxPhysicalPosInLogicQueue={_} clMinOffset={_}",
    logged_by="DefaultMessageStore.doRecheckReputOffsetFromCq, 4.8.0 to 5.3.3",
)
SET_REPUT_OFFSET_MAX = Statement(
    template="[SetReputOffset] maxPhysicalPosInLogicQueue={_} clMinOffset={_} clMaxOffset={_} clConfirmedOffset={_}",
    logged_by="DefaultMessageStore.doRecheckReputOffsetFromCq, 4.8.0 to 5.3.3",
    seen="H-4.8.0-bfail:broker-a-0/logs/rocketmqlogs/store.log:9",
)
TRY_FINISH_DOING_REPUT = Statement(
    template="Try to finish doing reput the messages fall behind during the starting, reputOffset={_} maxOffset={_} behind={_}",
    logged_by="DefaultMessageStore.doRecheckReputOffsetFromCq, 4.8.0 to 5.3.3",
)
SHUTDOWN_FAILED = Statement(
    template="shutdown Exception, ",
    logged_by="DefaultMessageStore.shutdown, 4.8.0 to 5.3.3",
    throws=True,
)
STORE_MAY_WRONG_SHUTDOWN = Statement(
    template="the store may be wrong, so shutdown abnormally, and keep abort file.",
    logged_by="DefaultMessageStore.shutdown, 4.8.0 to 5.3.3",
)
LOAD_LOGICS_QUEUE_ALL = Statement(
    template="load logics queue all over, OK",
    logged_by="DefaultMessageStore.loadConsumeQueue, 4.8.0 to 4.9.8",
    seen="H-4.8.0-bfail:broker-a-0/logs/rocketmqlogs/store.log:5",
)
SHUTDOWN_REPUT_MESSAGE_SERVICE = Statement(
    template="shutdown ReputMessageService, but commitlog have not finish to be dispatched, CL: {_} reputFromOffset: {_}",
    logged_by="DefaultMessageStore.shutdown, 4.8.0 to 4.9.8",
)
LOAD_AUTO_SWITCH_HA = Statement(
    template="Load AutoSwitch HA Service: {_}",
    logged_by="DefaultMessageStore.initializeHAService, 5.0.0 to 5.3.3",
)
LOAD_DEFAULT_HA_SERVICE = Statement(
    template="Load default HA Service: {_}",
    logged_by="DefaultMessageStore.initializeHAService, 5.0.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/store.log:1",
)
LAST_SHUTDOWN_5_0 = Statement(
    event="store_loading",
    template="last shutdown {status:word}, root dir: {_}",
    logged_by="DefaultMessageStore.load, 5.0.0",
    seen="F-5.0.0-merge:broker-a-0/logs/rocketmqlogs/store.log:7",
)
OFFSET_NOT_ALIGN_TRUNCATE = Statement(
    template="Offset {_} not align, truncate failed, need manual fix",
    logged_by="DefaultMessageStore.truncateFiles, 5.0.0 to 5.1.0",
)
RECOVER_END_TOTAL_RECOVER = Statement(
    template="Recover end total:{_} recoverCq:{_} recoverClog:{_} recoverOffset:{_}",
    logged_by="DefaultMessageStore.recover, 5.0.0",
    seen="F-5.0.0-merge:broker-a-0/logs/rocketmqlogs/store.log:13",
)
SHUTDOWN_REPUT_MESSAGE_SERVICE_BUT = Statement(
    template="shutdown ReputMessageService, but CommitLog have not finish to be dispatched, CommitLog max offset={_}, "
    "reputFromOffset={_}",
    logged_by="DefaultMessageStore.shutdown, 5.0.0 to 5.3.3",
)
LAST_SHUTDOWN = Statement(
    event="store_loading",
    template="last shutdown {status:word}, store path root dir: {_}",
    logged_by="DefaultMessageStore.load, 5.1.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/store.log:7",
)
MESSAGE_STORE_RECOVER_END = Statement(
    template="message store recover end, and the max phy offset = {_}",
    logged_by="DefaultMessageStore.load, 5.1.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/store.log:17",
)
MESSAGE_STORE_RECOVER_MODE = Statement(
    template="message store recover mode: {_}",
    logged_by="DefaultMessageStore.recover, 5.1.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/store.log:14",
)
MESSAGE_STORE_RECOVER_TOTAL = Statement(
    template="message store recover total cost: {_} ms, recoverConsumeQueue: {_} ms, recoverCommitLog: {_} ms, "
    "recoverOffsetTable: {_} ms",
    logged_by="DefaultMessageStore.recover, 5.1.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/store.log:16",
)
SHUTDOWN_CONCURRENT_REPUT_MESSAGE = Statement(
    template="shutdown concurrentReputMessageService, but CommitLog have not finish to be dispatched, CommitLog max "
    "offset={_}, reputFromOffset={_}",
    logged_by="DefaultMessageStore.shutdown, 5.1.0 to 5.3.3",
)
TRUNCATE_DIRTY_FILES = Statement(
    template="truncate dirty files to {_}",
    logged_by="DefaultMessageStore.truncateDirtyFiles, 5.1.1 to 5.3.3",
)
NO_NEED_TRUNCATE_FILES = Statement(
    template="no need to truncate files, truncate offset is {_}, max physical offset is {_}",
    logged_by="DefaultMessageStore.truncateFiles, 5.1.1 to 5.3.3",
)
OLD_REPUT_OFFSET_RESET = Statement(
    template="oldReputFromOffset is {_}, reset reput from offset to {_}",
    logged_by="DefaultMessageStore.truncateDirtyFiles, 5.1.1 to 5.3.3",
)
OFFSET_NOT_ALIGN_TRUNCATE_FAILED = Statement(
    template="offset {_} is not align, truncate failed, need manual fix",
    logged_by="DefaultMessageStore.truncateFiles, 5.1.1 to 5.3.3",
)
RELEASE_FILE_LOCK_FAILED = Statement(
    template="release file lock error",
    logged_by="DefaultMessageStore.shutdown, after 5.3.3",
    throws=True,
)
LOCK_FILE_CLOSE_FAILED = Statement(
    template="lock file close error",
    logged_by="DefaultMessageStore.shutdown, after 5.3.3",
    throws=True,
)
MESSAGE_STORE_STATE_INITIALIZED = Statement(
    template="MessageStoreState initialized, state={_}",
    logged_by="MessageStoreStateMachine.logStateChange, after 5.3.3",
)
MESSAGE_STORE_STATE_TRANSITION = Statement(
    template="MessageStoreState transition from {_} to {_}; Time in previous state={_}ms, Total time={_}ms",
    logged_by="MessageStoreStateMachine.logStateChange, after 5.3.3",
)
MESSAGE_STORE_STATE_TRANSITION_FAILED = Statement(
    template="MessageStoreState transition from {_} to {_} failed; Time in previous state={_}ms, Total time={_}ms",
    logged_by="MessageStoreStateMachine.logStateChange, after 5.3.3",
)
