"""What a store goes by after a restart: the recovery of CommitLog, StoreCheckpoint."""

from forensics.statements.template import Statement

LOAD_COMMIT_LOG = Statement(
    template="load commit log {_}",
    logged_by="CommitLog.load, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/store.log:8",
)
RECOVER_LAST_PHYSICS_FILE = Statement(
    template="recover last 3 physics file over, last mapped file {_}",
    logged_by="CommitLog.recoverNormally, 4.8.0 to 5.3.3",
)
RECOVER_NEXT_PHYSICS_FILE = Statement(
    template="recover next physics file, {_}",
    logged_by="CommitLog.recoverAbnormally, 4.8.0 to 5.3.3",
)
RECOVER_PHYSICS_FILE_END = Statement(
    template="recover physics file end, {_}",
    logged_by="CommitLog.recoverNormally, 4.8.0 to 5.3.3",
)
MAX_PHY_OFFSET_CONSUME = Statement(
    template="maxPhyOffsetOfConsumeQueue({_}) >= processOffset({_}), truncate dirty logic files",
    logged_by="CommitLog.recoverAbnormally, 4.8.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-0/logs/store.log:228",
)
COMMITLOG_FILES_DELETED_DELETE = Statement(
    template="The commitlog files are deleted, and delete the consume queue files",
    logged_by="CommitLog.recoverAbnormally, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/store.log:15",
)
FOUND_ILLEGAL_MAGIC_CODE = Statement(
    template="found a illegal magic code 0x{_}",
    logged_by="CommitLog.checkMessageAndReturnSize, 4.8.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-0/logs/store.log:226",
)
CRC_CHECK_FAILED_BODY = Statement(
    template="CRC check failed. bodyCRC={_}, currentCRC={_}",
    logged_by="CommitLog.checkMessageAndReturnSize, 4.8.0 to 5.3.3",
)
BUG_READ_TOTAL_COUNT = Statement(
    template="[BUG]read total count not equals msg total size. totalSize={_}, readTotalCount={_}, bodyLen={_}, topicLen={_}, "
    "propertiesLength={_}",
    logged_by="CommitLog.checkMessageAndReturnSize, 4.8.0 to 5.3.3",
)
RECOVER_MAPPED_FILE = Statement(
    template="recover from this mapped file {_}",
    logged_by="CommitLog.recoverAbnormally, 4.8.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-0/logs/store.log:167",
)
RECOVER_PHYSICS_FILE_OVER = Statement(
    template="recover physics file over, last mapped file {_}",
    logged_by="CommitLog.recoverAbnormally, 4.8.0 to 5.3.3",
)
RECOVER_PHYSICS_FILE_END_POS = Statement(
    template="recover physics file end, {_} pos={_}",
    logged_by="CommitLog.recoverAbnormally, 4.8.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-0/logs/store.log:227",
)
FIND_CHECK_TIMESTAMP = Statement(
    template="find check timestamp, {_} {_}",
    logged_by="CommitLog.isMappedFileMatchedRecover, 4.8.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-0/logs/store.log:166",
)
FOUND_HALF_MESSAGE_TRUNCATED = Statement(
    template="found a half message at {_}, it will be truncated.",
    logged_by="CommitLog.recoverAbnormally, 5.0.0 to 5.3.3",
)
DUP_INFO_PROPERTIES_CHECK = Statement(
    template="DupInfo in properties check failed. dupInfo={_}",
    logged_by="CommitLog.checkMessageAndReturnSize, 5.0.0 to 5.3.3",
)
CONFIRM_OFFSET_LESS_MIN = Statement(
    template="confirmOffset {_} is less than minPhyOffset {_}, correct confirmOffset to minPhyOffset",
    logged_by="CommitLog.recoverAbnormally, 5.1.1 to 5.3.3",
)
CONFIRM_OFFSET_LARGER_PROCESS = Statement(
    template="confirmOffset {_} is larger than processOffset {_}, correct confirmOffset to processOffset",
    logged_by="CommitLog.recoverNormally, 5.1.1 to 5.3.3",
)
CONFIRM_OFFSET_LARGER_LAST = Statement(
    template="confirmOffset {_} is larger than lastConfirmValidMsgPhyOffset {_}, correct confirmOffset to "
    "lastConfirmValidMsgPhyOffset",
    logged_by="CommitLog.recoverAbnormally, 5.1.1 to 5.3.3",
)
FAILED_CHECK_MESSAGE_CRC = Statement(
    template="CommitLog#checkAndDispatchMessage: failed to check message CRC, expected CRC={_}, actual CRC={_}",
    logged_by="CommitLog.checkMessageAndReturnSize, 5.2.0 to 5.3.3",
)
FAILED_CHECK_MESSAGE_CRC_NOT = Statement(
    template="CommitLog#checkAndDispatchMessage: failed to check message CRC, not found CRC in properties",
    logged_by="CommitLog.checkMessageAndReturnSize, 5.2.0 to 5.3.3",
)
FIND_CHECK_BEGIN_PHY = Statement(
    template="find check. beginPhyOffset: {_}, maxPhyOffsetInConsumeQueue: {_}",
    logged_by="CommitLog.isMappedFileMatchedRecover, 5.2.0 to 5.3.3",
)
CHECK_MESSAGE_RETURN_SIZE = Statement(
    template="checkMessageAndReturnSize failed, may can not dispatch",
    logged_by="CommitLog.checkMessageAndReturnSize, 5.3.2 to 5.3.3",
    throws=True,
)
FAILED_FLUSH_CONSUME_QUEUE = Statement(
    template="Failed to flush ConsumeQueueStore",
    logged_by="CommitLog.recoverAbnormally, 5.3.2 to 5.3.3",
    throws=True,
)
RECOVER_USING_ACCELERATION_RECOVERY = Statement(
    template="recover using acceleration, recovery offset is {_}",
    logged_by="CommitLog.recoverAbnormally, after 5.3.3",
)
COMMIT_LOG_MMAP_FILE = Statement(
    template="CommitLog isMmapFileMatchedRecover find satisfied MmapFile for index, MmapFile storeTimestamp={_}, MmapFile "
    "phyOffset={_}, indexMsgTimestamp={_}, recoverNormally={_}",
    logged_by="CommitLog.isMappedFileMatchedRecover, after 5.3.3",
)
STORE_CHECKPOINT_FILE_EXISTS = Statement(
    template="store checkpoint file exists, {_}",
    logged_by="StoreCheckpoint.StoreCheckpoint, 4.8.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-0/logs/store.log:148",
)
STORE_CHECKPOINT_FILE_PHYSIC = Statement(
    template="store checkpoint file physicMsgTimestamp {_}, {_}",
    logged_by="StoreCheckpoint.StoreCheckpoint, 4.8.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-0/logs/store.log:149",
)
STORE_CHECKPOINT_FILE_LOGICS = Statement(
    template="store checkpoint file logicsMsgTimestamp {_}, {_}",
    logged_by="StoreCheckpoint.StoreCheckpoint, 4.8.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-0/logs/store.log:150",
)
STORE_CHECKPOINT_FILE_INDEX = Statement(
    template="store checkpoint file indexMsgTimestamp {_}, {_}",
    logged_by="StoreCheckpoint.StoreCheckpoint, 4.8.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-0/logs/store.log:151",
)
STORE_CHECKPOINT_FILE_NOT = Statement(
    template="store checkpoint file not exists, {_}",
    logged_by="StoreCheckpoint.StoreCheckpoint, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/store.log:13",
)
FAILED_PROPERLY_CLOSE_CHANNEL = Statement(
    template="Failed to properly close the channel",
    logged_by="StoreCheckpoint.shutdown, 4.8.0 to 5.3.3",
    throws=True,
)
STORE_CHECKPOINT_FILE_MASTER = Statement(
    template="store checkpoint file masterFlushedOffset {_}",
    logged_by="StoreCheckpoint.StoreCheckpoint, 5.0.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-0/logs/store.log:152",
)
STORE_CHECKPOINT_FILE_CONFIRM = Statement(
    template="store checkpoint file confirmPhyOffset {_}",
    logged_by="StoreCheckpoint.StoreCheckpoint, 5.1.1 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-0/logs/store.log:153",
)
FAILED_CLOSE_FILE_CHANNEL = Statement(
    template="Failed to close file channel",
    logged_by="StoreCheckpoint.shutdown, after 5.3.3",
    throws=True,
)
FAILED_FLUSH = Statement(
    template="Failed to flush",
    logged_by="StoreCheckpoint.flush, after 5.3.3",
    throws=True,
)
RECOVERED_FILES = Statement(
    template="recoverNormally maxRecoverNum: {_}",
    logged_by="CommitLog.recoverNormally, 5.4.0 to 5.5.1",
)
RECOVERED_FILES_AFTER_A_CRASH = Statement(
    template="recoverAbnormally maxRecoverNum: {_}",
    logged_by="CommitLog.recoverAbnormally, 5.4.0 to 5.5.1",
)
