"""Mapped files: DefaultMappedFile, and MappedFile before 5.0."""

from forensics.statements.template import Statement

GET_DATA_FAILED_POS = Statement(
    template="Get data failed pos:{_} size:{_} fileFromOffset:{_}",
    logged_by="DefaultMappedFile.getData, 5.0.0 to 5.3.3",
)
DELETE_FILE_REF = Statement(
    template="delete file[REF:{_}] {_}W:{_} M:{_}, {_},{_}",
    logged_by="DefaultMappedFile.destroy, 5.0.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/store.log:55",
)
SWAP_MAP_HOLD_FAILED = Statement(
    template="in swapMap, hold failed, fileName: {_}",
    logged_by="DefaultMappedFile.swapMap, 5.0.0 to 5.3.3",
)
SWAP_FILE_SUCCESS = Statement(
    template="swap file {_} success.",
    logged_by="DefaultMappedFile.swapMap, 5.0.0 to 5.3.3",
)
SWAP_MAP_FILE_FAILED = Statement(
    template="swapMap file {_} Failed. ",
    logged_by="DefaultMappedFile.swapMap, 5.0.0 to 5.3.3",
    throws=True,
)
NOT_SWAP_FILE_REF = Statement(
    template="Will not swap file: {_}, ref={_}",
    logged_by="DefaultMappedFile.swapMap, 5.0.0 to 5.3.3",
)
CLEAN_SWAPED_MAP_FILE = Statement(
    template="cleanSwapedMap file {_} success.",
    logged_by="DefaultMappedFile.cleanSwapedMap, 5.0.0 to 5.3.3",
)
CLEAN_SWAPED_MAP_FILE_FAILED = Statement(
    template="cleanSwapedMap file {_} Failed. ",
    logged_by="DefaultMappedFile.cleanSwapedMap, 5.0.0 to 5.3.3",
    throws=True,
)
MOVE_FILE_FAILED = Statement(
    template="move file {_} failed",
    logged_by="DefaultMappedFile.renameToDelete, 5.1.0 to 5.3.3",
    throws=True,
)
INVOKE_LOADED_FILE_FAILED = Statement(
    template="invoke isLoaded0 of file {_} error:",
    logged_by="DefaultMappedFile.isLoaded, 5.1.0 to 5.3.3",
    throws=True,
)
FAILED_WRITE_MAPPED_FILE = Statement(
    template="Failed to write to mappedFile {_}",
    logged_by="DefaultMappedFile.appendMessagesInner, after 5.3.3",
    throws=True,
)
CLOSE_FILE_CHANNEL_CLEANUP_FAILED = Statement(
    template="close file channel {{{_}}} failed when cleanup",
    logged_by="DefaultMappedFile.cleanResources, after 5.3.3",
    throws=True,
)
FAILED_CREATE_FILE = Statement(
    template="Failed to create file {_}",
    logged_by="MappedFile.init, 4.8.0 to 4.9.8; DefaultMappedFile.init, 5.0.0 to 5.3.3",
    throws=True,
)
FAILED_MAP_FILE = Statement(
    template="Failed to map file {_}",
    logged_by="MappedFile.init, 4.8.0 to 4.9.8; DefaultMappedFile.init, 5.0.0 to 5.3.3",
    throws=True,
)
MAPPED_FILE_APPEND_MESSAGE = Statement(
    template="MappedFile.appendMessage return null, wrotePosition: {_} fileSize: {_}",
    logged_by="MappedFile.appendMessagesInner, 4.8.0 to 4.9.8; DefaultMappedFile.appendMessagesInner, 5.0.0 to 5.3.3",
)
ERROR_OCCURRED_APPEND_MESSAGE = Statement(
    template="Error occurred when append message to mappedFile.",
    logged_by="MappedFile.appendMessage, 4.8.0 to 4.9.8; DefaultMappedFile.appendMessageUsingFileChannel, 5.0.0 to 5.3.3",
    throws=True,
)
ERROR_OCCURRED_FORCE_DATA = Statement(
    template="Error occurred when force data to disk.",
    logged_by="MappedFile.flush, 4.8.0 to 4.9.8; DefaultMappedFile.flush, 5.0.0 to 5.3.3",
    throws=True,
)
FLUSH_HOLD_FAILED_FLUSH = Statement(
    template="in flush, hold failed, flush offset = {_}",
    logged_by="MappedFile.flush, 4.8.0 to 4.9.8; DefaultMappedFile.flush, 5.0.0 to 5.3.3",
)
COMMIT_HOLD_FAILED_COMMIT = Statement(
    template="in commit, hold failed, commit offset = {_}",
    logged_by="MappedFile.commit, 4.8.0 to 4.9.8; DefaultMappedFile.commit, 5.0.0 to 5.3.3",
)
ERROR_OCCURRED_COMMIT_DATA = Statement(
    template="Error occurred when commit data to FileChannel.",
    logged_by="MappedFile.commit0, 4.8.0 to 4.9.8; DefaultMappedFile.commit0, 5.0.0 to 5.3.3",
    throws=True,
)
MATCHED_BUT_HOLD_FAILED = Statement(
    template="matched, but hold failed, request pos: {_}, fileFromOffset: {_}",
    logged_by="MappedFile.selectMappedBuffer, 4.8.0 to 4.9.8; DefaultMappedFile.selectMappedBuffer, 5.0.0 to 5.3.3",
)
SELECT_MAPPED_BUFFER_REQUEST = Statement(
    template="selectMappedBuffer request pos invalid, request pos: {_}, size: {_}, fileFromOffset: {_}",
    logged_by="MappedFile.selectMappedBuffer, 4.8.0 to 4.9.8; DefaultMappedFile.selectMappedBuffer, 5.0.0 to 5.3.3",
)
FILE_REF_NOT_SHUTDOWN = Statement(
    template="this file[REF:{_}] {_} have not shutdown, stop unmapping.",
    logged_by="MappedFile.cleanup, 4.8.0 to 4.9.8; DefaultMappedFile.cleanup, 5.0.0 to 5.3.3",
)
FILE_REF_CLEANUP_DO = Statement(
    template="this file[REF:{_}] {_} have cleanup, do not do it again.",
    logged_by="MappedFile.cleanup, 4.8.0 to 4.9.8; DefaultMappedFile.cleanup, 5.0.0 to 5.3.3",
)
UNMAP_FILE_REF_OK = Statement(
    template="unmap file[REF:{_}] {_} OK",
    logged_by="MappedFile.cleanup, 4.8.0 to 4.9.8; DefaultMappedFile.cleanup, 5.0.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/store.log:53",
)
CLOSE_FILE_CHANNEL_OK = Statement(
    template="close file channel {_} OK",
    logged_by="MappedFile.destroy, 4.8.0 to 4.9.8; DefaultMappedFile.destroy, 5.0.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/store.log:54",
)
DELETE_FILE_REF_OLD = Statement(
    template="delete file[REF:{_}] {_}W:{_} M:{_}, {_}",
    logged_by="MappedFile.destroy, 4.8.0 to 4.9.8",
    seen="H-4.8.0-bfail:broker-a-0/logs/rocketmqlogs/store.log:61",
)
CLOSE_FILE_CHANNEL_FAILED = Statement(
    template="close file channel {_} Failed. ",
    logged_by="MappedFile.destroy, 4.8.0 to 4.9.8; DefaultMappedFile.destroy, 5.0.0 to 5.3.3",
    throws=True,
)
DESTROY_MAPPED_FILE_REF = Statement(
    template="destroy mapped file[REF:{_}] {_} Failed. cleanupOver: {_}",
    logged_by="MappedFile.destroy, 4.8.0 to 4.9.8; DefaultMappedFile.destroy, 5.0.0 to 5.3.3",
)
MAPPED_FILE_WARM_UP = Statement(
    template="mapped file warm-up done, force to disk, mappedFile={_}, costTime={_}",
    logged_by="MappedFile.warmMappedFile, 4.8.0 to 4.9.8; DefaultMappedFile.warmMappedFile, 5.0.0 to 5.3.3",
)
MAPPED_FILE_WARM_UP_DONE = Statement(
    template="mapped file warm-up done. mappedFile={_}, costTime={_}",
    logged_by="MappedFile.warmMappedFile, 4.8.0 to 4.9.8; DefaultMappedFile.warmMappedFile, 5.0.0 to 5.3.3",
)
MLOCK_RET_TIME_CONSUMING = Statement(
    template="mlock {_} {_} {_} ret = {_} time consuming = {_}",
    logged_by="MappedFile.mlock, 4.8.0 to 4.9.8; DefaultMappedFile.mlock, 5.0.0 to 5.3.3",
)
MADVISE_RET_TIME_CONSUMING = Statement(
    template="madvise {_} {_} {_} ret = {_} time consuming = {_}",
    logged_by="MappedFile.mlock, 4.8.0 to 4.9.8; DefaultMappedFile.mlock, 5.0.0 to 5.3.3",
)
MUNLOCK_RET_TIME_CONSUMING = Statement(
    template="munlock {_} {_} {_} ret = {_} time consuming = {_}",
    logged_by="MappedFile.munlock, 4.8.0 to 4.9.8; DefaultMappedFile.munlock, 5.0.0 to 5.3.3",
)
ABORT_MADE = Statement(
    template="{_:path} create OK",
    logged_by="DefaultMessageStore.createTempFile, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/store.log:32",
)
ABORT_FOUND = Statement(
    template="{_:path} already exists",
    logged_by="DefaultMessageStore.createTempFile, 4.8.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-0/logs/store.log:253",
)
FILE_DELETED = Statement(
    template="{_:path} delete {_:word}",
    logged_by="DefaultMessageStore.deleteFile, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/store.log:150",
)
