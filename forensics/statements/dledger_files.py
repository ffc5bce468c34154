"""Files of DLedger: DLedgerMmapFileStore, MmapFileList, DefaultMmapFile, ShutdownAbleThread."""

from forensics.statements.template import Statement

UNEXPECTED_ERROR_SHUTTING = Statement(
    template="Unexpected Error in shutting down {_}",
    logged_by="ShutdownAbleThread.shutdown of DLedger, 4.8.0 to 5.3.3",
    throws=True,
)
FAILED_SHUTDOWN_SECONDS = Statement(
    template="The {_} failed to shutdown in {_} seconds",
    logged_by="ShutdownAbleThread.shutdown of DLedger, 4.8.0 to 5.3.3",
)
INTERRUPTED = Statement(
    template="The {_} is interrupted",
    logged_by="ShutdownAbleThread.waitForRunning of DLedger, 4.8.0 to 5.3.3",
    throws=True,
)
UNEXPECTED_ERROR_RUNNING = Statement(
    template="Unexpected Error in running {_}",
    logged_by="ShutdownAbleThread.run of DLedger, 4.8.0 to 5.3.3",
    throws=True,
)
LOAD_FILE_FAILED = Statement(
    template="Load file failed, this usually indicates fatal error, you should check it manually",
    logged_by="DLedgerMmapFileStore.load of DLedger, 4.8.0 to 5.3.3",
)
PRE_CHECK_DATA = Statement(
    template="Pre check data and index failed {_}",
    logged_by="DLedgerMmapFileStore.recover of DLedger, 4.8.0 to 5.3.3",
    throws=True,
)
BEGIN_RECOVER_DATA = Statement(
    template="Begin to recover data from entryIndex={_} fileIndex={_} fileSize={_} fileName={_}",
    logged_by="DLedgerMmapFileStore.recover of DLedger, 4.8.0 to 5.3.3",
)
RECOVER_DATA_FILE = Statement(
    template="Recover data file over, the last file {_}",
    logged_by="DLedgerMmapFileStore.recover of DLedger, 4.8.0 to 5.3.3",
)
TRYING_RECOVER_DATA = Statement(
    template="Trying to recover data file {_}",
    logged_by="DLedgerMmapFileStore.recover of DLedger, 4.8.0 to 5.3.3",
)
COMPARE_DATA_INDEX = Statement(
    template="Compare data to index failed {_}",
    logged_by="DLedgerMmapFileStore.recover of DLedger, 4.8.0 to 5.3.3",
    throws=True,
)
RECOVERY_REBUILD_INDEX = Statement(
    template="[Recovery] rebuild for index wrotePos={_} not equal to truncatePos={_}",
    logged_by="DLedgerMmapFileStore.recover of DLedger, 4.8.0 to 5.3.3",
)
RECOVER_DATA_FILE_END = Statement(
    template="Recover data file to the end of {_}",
    logged_by="DLedgerMmapFileStore.recover of DLedger, 4.8.0 to 5.3.3",
    throws=True,
)
RECOVER_DATA_END = Statement(
    template="Recover data to the end entryIndex={_} processOffset={_} lastFileOffset={_} cha={_}",
    logged_by="DLedgerMmapFileStore.recover of DLedger, 4.8.0 to 5.3.3",
)
MONITOR_PROCESS_OFFSET = Statement(
    template="[MONITOR]The processOffset is too small, you should check it manually before truncating the data from {_}",
    logged_by="DLedgerMmapFileStore.recover of DLedger, 4.8.0 to 5.3.3",
)
RECOVER_GET_COMMITTED = Statement(
    template="Recover to get committed index={_} from checkpoint",
    logged_by="DLedgerMmapFileStore.recover of DLedger, 4.8.0 to 5.3.3",
)
APPEND_AS_LEADER = Statement(
    template="[{_}] Append as Leader {_} {_}",
    logged_by="DLedgerMmapFileStore.appendAsLeader of DLedger, 4.8.0 to 5.3.3",
)
TRUNCATE_LEADER_ID = Statement(
    template="[TRUNCATE]leaderId={_} index={_} truncatePos={_} != maxPos={_}, this is usually happened on the old leader",
    logged_by="DLedgerMmapFileStore.truncate of DLedger, 4.8.0 to 5.3.3",
)
TRUNCATE_REBUILD_DATA = Statement(
    template="[TRUNCATE] rebuild for data wrotePos: {_} != truncatePos: {_}",
    logged_by="DLedgerMmapFileStore.truncate of DLedger, 4.8.0 to 5.3.3",
)
TRUNCATE_REBUILD_INDEX = Statement(
    template="[TRUNCATE] rebuild for index wrotePos: {_} != truncatePos: {_}",
    logged_by="DLedgerMmapFileStore.truncate of DLedger, 4.8.0 to 5.3.3",
)
REVISE_DATA_FILE = Statement(
    template="Revise dataFileList flushedWhere from {_} to {_}",
    logged_by="DLedgerMmapFileStore.reviseDataFileListFlushedWhere of DLedger, 4.8.0 to 5.3.3",
)
REVISE_INDEX_FILE = Statement(
    template="Revise indexFileList flushedWhere from {_} to {_}",
    logged_by="DLedgerMmapFileStore.reviseIndexFileListFlushedWhere of DLedger, 4.8.0 to 5.3.3",
)
PERSIST_CHECKPOINT_FAILED = Statement(
    template="Persist checkpoint failed",
    logged_by="DLedgerMmapFileStore.persistCheckPoint of DLedger, 4.8.0 to 5.3.3",
    throws=True,
)
LOAD_CHECKPOINT_FAILED = Statement(
    template="Load checkpoint failed",
    logged_by="DLedgerMmapFileStore.loadCheckPoint of DLedger, 4.8.0 to 5.3.3",
    throws=True,
)
MONITOR_SKIP_UPDATE = Statement(
    template="[MONITOR]Skip update committed index for new={_} < old={_} or new={_} < beginIndex={_}",
    logged_by="DLedgerMmapFileStore.updateCommittedIndex of DLedger, 4.8.0 to 5.3.3",
)
FLUSH_DATA_COST = Statement(
    template="Flush data cost={_} ms",
    logged_by="DLedgerMmapFileStore.FlushDataService of DLedger, 4.8.0 to 5.3.3",
)
FILE_RESERVED_TIME = Statement(
    template="The fileReservedTimeMs={_} is smaller than hourOfMs={_}",
    logged_by="DLedgerMmapFileStore.CleanSpaceService of DLedger, 4.8.0 to 5.3.3",
)
CLEAN_SPACE_COUNT = Statement(
    template="Clean space count={_} timeUp={_} checkExpired={_} forceClean={_} enableForceClean={_} diskFull={_} "
    "storeBaseRatio={_} dataRatio={_}",
    logged_by="DLedgerMmapFileStore.CleanSpaceService of DLedger, 4.8.0 to 5.3.3",
)
MATCHED_HOLD_FAILED = Statement(
    template="matched, but hold failed, request pos={_} fileFromOffset={_}",
    logged_by="DefaultMmapFile.selectMappedBuffer of DLedger, 4.8.0 to 5.3.3",
)
SELECT_MAPPED_BUFFER = Statement(
    template="selectMappedBuffer request pos invalid, request pos={_} size={_} fileFromOffset={_} readPos={_}",
    logged_by="DefaultMmapFile.selectMappedBuffer of DLedger, 4.8.0 to 5.3.3",
)
BUG_MAPPED_FILE = Statement(
    template="[BUG]The mappedFile queue's data is damaged, the adjacent mappedFile's offset don't match pre file {_}, cur "
    "file {_}",
    logged_by="MmapFileList.checkSelf of DLedger, 4.8.0 to 5.3.3",
)
UPDATE_WHERE_POSITION = Statement(
    template="[UpdateWherePosition] wherePosition {_} > maxWrotePosition {_}",
    logged_by="MmapFileList.updateWherePosition of DLedger, 4.8.0 to 5.3.3",
)
CREATE_MAPPED_FILE = Statement(
    template="Create mapped file for {_}",
    logged_by="MmapFileList.preAppend of DLedger, 4.8.0 to 5.3.3",
)
BLANK_SHOULD_GE = Statement(
    template="Blank {_} should ge {_}",
    logged_by="MmapFileList.preAppend of DLedger, 4.8.0 to 5.3.3",
)
APPEND_BLANK_ERROR = Statement(
    template="Append blank error for {_}",
    logged_by="MmapFileList.preAppend of DLedger, 4.8.0 to 5.3.3",
)
APPEND_ERROR = Statement(
    template="Append error for {_}",
    logged_by="MmapFileList.append of DLedger, 4.8.0 to 5.3.3",
)
DELETE_EXPIRED_FILES = Statement(
    template="deleteExpiredFiles remove failed.",
    logged_by="MmapFileList.deleteExpiredFiles of DLedger, 4.8.0 to 5.3.3",
)
DELETE_EXPIRED_FILES_EXCEPTION = Statement(
    template="deleteExpiredFiles has exception.",
    logged_by="MmapFileList.deleteExpiredFiles of DLedger, 4.8.0 to 5.3.3",
    throws=True,
)
OFFSET_MATCHED_GET = Statement(
    template="Offset is matched, but get file failed, maybe the file number is changed. Request offset: {_}, firstOffset: "
    "{_}, lastOffset: {_}, mappedFileSize: {_}, mappedFiles count: {_}",
    logged_by="MmapFileList.findMappedFileByOffset of DLedger, 4.8.0 to 5.3.3",
)
