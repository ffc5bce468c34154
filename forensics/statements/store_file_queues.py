"""Queues of mapped files and their allocation: MappedFileQueue, AllocateMappedFileService, TransientStorePool."""

from forensics.statements.template import Statement

BUG_MAPPED_FILE_QUEUES = Statement(
    template="[BUG]The mappedFile queue's data is damaged, the adjacent mappedFile's offset don't match. pre file {_}, cur "
    "file {_}",
    logged_by="MappedFileQueue.checkSelf, 4.8.0 to 5.3.3",
)
MAPPED_FILE_NOT_CONTAINED = Statement(
    template="This mappedFile {_} is not contained by mappedFiles, so skip it.",
    logged_by="MappedFileQueue.deleteExpiredFile, 4.8.0 to 5.3.3",
)
DELETE_EXPIRED_FILE_REMOVE = Statement(
    template="deleteExpiredFile remove failed.",
    logged_by="MappedFileQueue.deleteExpiredFile, 4.8.0 to 5.3.3",
)
DELETE_EXPIRED_FILE_FAILED = Statement(
    template="deleteExpiredFile has exception.",
    logged_by="MappedFileQueue.deleteExpiredFile, 4.8.0 to 5.3.3",
    throws=True,
)
LENGTH_NOT_MATCHED_MESSAGE = Statement(
    template="{_} {_} length not matched message store config value, please check it manually",
    logged_by="MappedFileQueue.doLoad, 4.8.0 to 4.9.1 and 4.9.3 to 5.3.3",
)
LOAD_FILE_FAILED = Statement(
    template="load file {_} error",
    logged_by="MappedFileQueue.doLoad, 4.8.0 to 5.3.3",
    throws=True,
)
CREATE_MAPPED_FILE_FAILED = Statement(
    template="create mappedFile exception",
    logged_by="MappedFileQueue.doCreateMappedFile, 4.8.0 to 5.3.3",
    throws=True,
)
GET_LAST_MAPPED_FILE = Statement(
    template="getLastMappedFile has exception.",
    logged_by="MappedFileQueue.getLastMappedFile, 4.8.0 to 4.9.8 and 5.2.0 to 5.3.3",
    throws=True,
)
GET_MIN_OFFSET_FAILED = Statement(
    template="getMinOffset has exception.",
    logged_by="MappedFileQueue.getMinOffset, 4.8.0 to 5.3.3",
    throws=True,
)
RECOVER_DESTROY_LOGIC_MAPPED = Statement(
    template="on recover, destroy a logic mapped file {_}",
    logged_by="MappedFileQueue.deleteLastMappedFile, 4.8.0 to 5.3.3",
)
PHYSIC_MIN_OFFSET_LOGICS = Statement(
    template="physic min offset {_}, logics in current mappedFile max offset {_}, delete it",
    logged_by="MappedFileQueue.deleteExpiredFileByOffset, 4.8.0 to 5.3.3",
)
FOUND_HANGED_CONSUME_QUEUE = Statement(
    template="Found a hanged consume queue file, attempting to delete it.",
    logged_by="MappedFileQueue.deleteExpiredFileByOffsetForTimerLog, 4.8.0 to 5.3.3",
)
BEING_NOT_EXECUTED_FOREVER = Statement(
    template="this being not executed forever.",
    logged_by="MappedFileQueue.deleteExpiredFileByOffsetForTimerLog, 4.8.0 to 5.3.3",
)
OFFSET_NOT_MATCHED_REQUEST = Statement(
    template="Offset not matched. Request offset: {_}, firstOffset: {_}, lastOffset: {_}, mappedFileSize: {_}, mappedFiles "
    "count: {_}",
    logged_by="MappedFileQueue.findMappedFileByOffset, 4.8.0 to 5.3.3",
)
FIND_MAPPED_FILE_OFFSET = Statement(
    template="findMappedFileByOffset Exception",
    logged_by="MappedFileQueue.findMappedFileByOffset, 4.8.0 to 5.3.3",
    throws=True,
)
GET_FIRST_MAPPED_FILE = Statement(
    template="getFirstMappedFile has exception.",
    logged_by="MappedFileQueue.getFirstMappedFile, 4.8.0 to 5.3.3",
    throws=True,
)
MAPPED_FILE_DESTROYED_ONCE = Statement(
    template="the mappedFile was destroyed once, but still alive, {_}",
    logged_by="MappedFileQueue.retryDeleteFirstFile, 4.8.0 to 5.3.3",
)
MAPPED_FILE_RE_DELETE = Statement(
    template="the mappedFile re delete OK, {_}",
    logged_by="MappedFileQueue.retryDeleteFirstFile, 4.8.0 to 5.3.3",
)
MAPPED_FILE_RE_DELETE_FAILED = Statement(
    template="the mappedFile re delete failed, {_}",
    logged_by="MappedFileQueue.retryDeleteFirstFile, 4.8.0 to 5.3.3",
)
LENGTH_NOT_MATCHED_MESSAGE_STORE = Statement(
    template="{_} {_} length not matched message store config value, ignore it",
    logged_by="MappedFileQueue.doLoad, 4.9.2",
)
DELETE_COMMIT_LOG_BUT = Statement(
    template="Delete CommitLog {_} but skip {_} files",
    logged_by="MappedFileQueue.deleteExpiredFileByTime, 5.0.0 to 5.3.3",
)
PHYSIC_MIN_COMMITLOG_OFFSET = Statement(
    template="physic min commitlog offset {_}, current mappedFile's max offset {_}, delete it",
    logged_by="MappedFileQueue.deleteExpiredFileByOffsetForTimerLog, 5.0.0 to 5.3.3",
)
FOUND_ERROR_DATA_CHECK = Statement(
    template="Found error data in [{_}] checkOffset:{_} unitSize:{_}",
    logged_by="MappedFileQueue.deleteExpiredFileByOffsetForTimerLog, 5.0.0 to 5.3.3",
)
UNKNOWN_BOUNDARY_TYPE = Statement(
    template="Unknown boundary type",
    logged_by="MappedFileQueue.getConsumeQueueMappedFileByTime, 5.1.1 to 5.3.3",
)
SIZE_AUTO_DELETE_OK = Statement(
    template="{_} size is 0, auto delete. is_ok: {_}",
    logged_by="MappedFileQueue.doLoad, 5.1.3 to 5.3.3",
)
NOTIFYME_TRANSIENT_STORE_POOL = Statement(
    template="[NOTIFYME]TransientStorePool is not enough, so create mapped file error, RequestQueueSize : {_}, StorePoolSize: "
    "{_}",
    logged_by="AllocateMappedFileService.putRequestAndReturnMappedFile, 4.8.0 to 5.3.3",
)
NEVER_EXPECTED_HERE_ADD = Statement(
    template="never expected here, add a request to preallocate queue failed",
    logged_by="AllocateMappedFileService.putRequestAndReturnMappedFile, 4.8.0 to 5.3.3",
)
NOTIFYME_TRANSIENT_STORE_POOL_NOT = Statement(
    template="[NOTIFYME]TransientStorePool is not enough, so skip preallocate mapped file, RequestQueueSize : {_}, "
    "StorePoolSize: {_}",
    logged_by="AllocateMappedFileService.putRequestAndReturnMappedFile, 4.8.0 to 5.3.3",
)
SERVICE_EXCEPTION_RETURN_NULL = Statement(
    template="{_} service has exception. so return null",
    logged_by="AllocateMappedFileService.putRequestAndReturnMappedFile, 4.8.0 to 5.3.3",
)
CREATE_MMAP_TIMEOUT = Statement(
    template="create mmap timeout {_} {_}",
    logged_by="AllocateMappedFileService.putRequestAndReturnMappedFile, 4.8.0 to 5.3.3",
)
FIND_PREALLOCATE_MMAP_FAILED = Statement(
    template="find preallocate mmap failed, this never happen",
    logged_by="AllocateMappedFileService.putRequestAndReturnMappedFile, 4.8.0 to 5.3.3",
)
DELETE_PRE_ALLOCATED_MAPED = Statement(
    template="delete pre allocated maped file, {_}",
    logged_by="AllocateMappedFileService.shutdown, 4.8.0 to 5.3.1",
    seen="C-5.2.0-loop-default:broker-b-0/logs/store.log:145",
)
MMAP_REQUEST_EXPIRED_MAYBE = Statement(
    template="this mmap request expired, maybe cause timeout {_} {_}",
    logged_by="AllocateMappedFileService.mmapOperation, 4.8.0 to 5.3.3",
)
NEVER_EXPECTED_HERE_MAYBE = Statement(
    template="never expected here,  maybe cause timeout {_} {_}, req:{_}, expectedRequest:{_}",
    logged_by="AllocateMappedFileService.mmapOperation, 4.8.0 to 5.3.3",
)
USE_DEFAULT_IMPLEMENTATION = Statement(
    template="Use default implementation.",
    logged_by="AllocateMappedFileService.mmapOperation, 4.8.0 to 5.3.3",
)
CREATE_MAPPED_FILE_SPENT = Statement(
    template="create mappedFile spent time(ms) {_} queue size {_} {_} {_}",
    logged_by="AllocateMappedFileService.mmapOperation, 4.8.0 to 5.3.3",
    seen="C-5.3.0-loop-default:broker-a-1/logs/store.log:54",
)
INTERRUPTED_POSSIBLY_SHUTDOWN = Statement(
    template="{_} interrupted, possibly by shutdown.",
    logged_by="AllocateMappedFileService.mmapOperation, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/store.log:143",
)
DELETE_PRE_ALLOCATED_MAPPED = Statement(
    template="delete pre allocated mapped file, {_}",
    logged_by="AllocateMappedFileService.shutdown, 5.3.2 to 5.3.3",
    seen="C-5.3.3-dead-poplog:broker-b-0/logs/store.log:265",
)
TRANSIENT_STORE_POOL_ONLY = Statement(
    template="TransientStorePool only remain {_} sheets.",
    logged_by="TransientStorePool.borrowBuffer, 4.8.0 to 5.3.3",
)
ERROR_MEASURING_DISK_SPACE = Statement(
    template="Error when measuring disk space usage, path is null or empty, path : {_}",
    logged_by="UtilAll.getDiskPartitionSpaceUsedPercent, 4.8.0 to 5.3.3",
)
ERROR_MEASURING_DISK_SPACE_USAGE = Statement(
    template="Error when measuring disk space usage, file doesn't exist on this path: {_}",
    logged_by="UtilAll.getDiskPartitionSpaceUsedPercent, 4.8.0 to 5.3.3",
    seen="H-4.8.0-bfail:broker-a-0/logs/rocketmqlogs/broker.log:188",
)
ERROR_MEASURING_DISK_SPACE_USAGE_GOT = Statement(
    template="Error when measuring disk space usage, got exception: :",
    logged_by="UtilAll.getDiskPartitionSpaceUsedPercent, 4.8.0 to 5.3.3",
    throws=True,
)
FAILED_CLOSE_STREAM = Statement(
    template="Failed to close the stream",
    logged_by="UtilAll.uncompress, 4.8.0 to 5.3.3",
    throws=True,
)
DELETE_EMPTY_DIRECT = Statement(
    template="delete empty direct, {_}",
    logged_by="UtilAll.deleteEmptyDirectory, 5.0.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/store.log:63",
)
CALCULATE_ALL_FILE_SIZE = Statement(
    template="calculate all file size in: {_} error",
    logged_by="UtilAll.calculateFileSizeInPath, 5.1.2 to 5.3.3",
    throws=True,
)
BUG_GET_FILE_QUEUE = Statement(
    template="[BUG] get file queue snapshot failed. fileQueue: {_}, currentFile: {_}",
    logged_by="StoreUtil.getFileQueueSnapshot, 5.0.0 to 5.3.3",
    throws=True,
)
DIRECTORY_MADE = Statement(
    template="{_:path} mkdir {_:word}",
    logged_by="MappedFile.ensureDirOK, 4.8.0 to 4.9.8; UtilAll.ensureDirOK, 5.0.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/store.log:2",
)
