"""Files of JRaft snapshots, kept and copied: LocalSnapshotStorage, LocalSnapshotCopier and others of sofa-jraft 1.3.14."""

from forensics.statements.template import Statement

INITIAL_FILE_READER_ID = Statement(
    template="Initial file reader id in FileService is {_:int}",
    logged_by="FileService.FileService of sofa-jraft",
)
FAIL_READ_FILE_PATH = Statement(
    template="Fail to read file path={_} filename={_}",
    logged_by="FileService.handleGetFile of sofa-jraft",
    throws=True,
)
INVALID_FILE_LENGTH = Statement(
    template="Invalid file length {_}",
    logged_by="LocalDirReader.readFileWithMeta of sofa-jraft",
)
FAIL_START_COPY_JOB = Statement(
    template="Fail to start copy job",
    logged_by="LocalSnapshotCopier.startCopy of sofa-jraft",
    throws=True,
)
SKIPPED_DOWNLOADING = Statement(
    template="Skipped downloading {_}",
    logged_by="LocalSnapshotCopier.copyFile of sofa-jraft",
)
FAIL_CREATE_DIRECTORY_FOR = Statement(
    template="Fail to create directory for {_}",
    logged_by="LocalSnapshotCopier.copyFile of sofa-jraft",
)
FAIL_COPY = Statement(
    template="Fail to copy {_}",
    logged_by="LocalSnapshotCopier.copyFile of sofa-jraft",
)
FILE_NOT_ALLOWED_CREATED = Statement(
    template="File[{_}] are not allowed to be created outside of directory[{_}].",
    logged_by="LocalSnapshotCopier.checkFile of sofa-jraft",
)
FAILED_CHECK_FILE_WRITER = Statement(
    template="Failed to check file: {_}, writer path: {_}.",
    logged_by="LocalSnapshotCopier.checkFile of sofa-jraft",
    throws=True,
)
FAIL_COPY_META_FILE = Statement(
    template="Fail to copy meta file: {_}",
    logged_by="LocalSnapshotCopier.loadMetaTable of sofa-jraft",
)
BAD_META_TABLE_FORMAT = Statement(
    template="Bad meta_table format",
    logged_by="LocalSnapshotCopier.loadMetaTable of sofa-jraft",
)
KEEP_FILE_CHECKSUM = Statement(
    template="Keep file={_} checksum={_} in {_}",
    logged_by="LocalSnapshotCopier.filterBeforeCopy of sofa-jraft",
)
FOUND_SAME_FILE_CHECKSUM = Statement(
    template="Found the same file ={_} checksum={_} in lastSnapshot={_}",
    logged_by="LocalSnapshotCopier.filterBeforeCopy of sofa-jraft",
)
FAIL_LINK = Statement(
    template="Fail to link {_} to {_}",
    logged_by="LocalSnapshotCopier.filterBeforeCopy of sofa-jraft",
    throws=True,
)
FAIL_SYNC_WRITER_PATH = Statement(
    template="Fail to sync writer on path={_}",
    logged_by="LocalSnapshotCopier.filterBeforeCopy of sofa-jraft",
)
DELETED_FILE = Statement(
    template="Deleted file: {_}",
    logged_by="LocalSnapshotCopier.filterBeforeCopy of sofa-jraft",
)
FAIL_FILTER_WRITER_BEFORE = Statement(
    template="Fail to filter writer before copying, destroy and create a new writer.",
    logged_by="LocalSnapshotCopier.filter of sofa-jraft",
)
FAIL_SYNC_SNAPSHOT_WRITER = Statement(
    template="Fail to sync snapshot writer path={_}",
    logged_by="LocalSnapshotCopier.filter of sofa-jraft",
)
FAIL_JOIN_COPIER = Statement(
    template="Fail to join on copier",
    logged_by="LocalSnapshotCopier.join of sofa-jraft",
    throws=True,
)
NULL_BUF_LOAD = Statement(
    template="Null buf to load.",
    logged_by="LocalSnapshotMetaTable.loadFromIoBufferAsRemote of sofa-jraft",
)
FAIL_LOAD_META_BUFFER = Statement(
    template="Fail to load meta from buffer.",
    logged_by="LocalSnapshotMetaTable.loadFromIoBufferAsRemote of sofa-jraft",
)
FAIL_PARSE_LOCAL_SNAPSHOT = Statement(
    template="Fail to parse LocalSnapshotPbMeta from byte buffer",
    logged_by="LocalSnapshotMetaTable.loadFromIoBufferAsRemote of sofa-jraft",
    throws=True,
)
NO_SUCH_PATH_SNAPSHOT = Statement(
    template="No such path {_} for snapshot reader.",
    logged_by="LocalSnapshotReader.init of sofa-jraft",
)
FAIL_LOAD_SNAPSHOT_META = Statement(
    template="Fail to load snapshot meta {_}.",
    logged_by="LocalSnapshotReader.init of sofa-jraft",
    throws=True,
)
ADDRESS_NOT_SPECIFIED = Statement(
    template="Address is not specified",
    logged_by="LocalSnapshotReader.generateURIForCopy of sofa-jraft",
)
OPEN_SNAPSHOT_FAILED = Statement(
    template="Open snapshot {_} failed.",
    logged_by="LocalSnapshotReader.generateURIForCopy of sofa-jraft",
)
FAIL_ADD_READER_FILE = Statement(
    template="Fail to add reader to file_service.",
    logged_by="LocalSnapshotReader.generateURIForCopy of sofa-jraft",
)
IGNORE_DESTROY_INVALID_READER = Statement(
    template="Ignore destroy invalid readerId: {_:int}",
    logged_by="LocalSnapshotReader.destroyReaderInFileService of sofa-jraft",
)
SNAPSHOT_TEMP_PATH = Statement(
    template="The snapshot temp path is {_}",
    logged_by="LocalSnapshotStorage.LocalSnapshotStorage of sofa-jraft",
)
FAIL_CREATE_DIRECTORY = Statement(
    template="Fail to create directory {_}.",
    logged_by="LocalSnapshotStorage.init and LocalSnapshotWriter.init of sofa-jraft",
    throws=True,
)
FAIL_DELETE_TEMP_SNAPSHOT = Statement(
    template="Fail to delete temp snapshot path {_}.",
    logged_by="LocalSnapshotStorage.init of sofa-jraft",
    throws=True,
)
DELETING_SNAPSHOT = Statement(
    template="Deleting snapshot {_}.",
    logged_by="LocalSnapshotStorage.destroySnapshot of sofa-jraft",
)
FAIL_DESTROY_SNAPSHOT = Statement(
    template="Fail to destroy snapshot {_}.",
    logged_by="LocalSnapshotStorage.destroySnapshot of sofa-jraft",
    throws=True,
)
FAIL_SYNC_WRITER = Statement(
    template="Fail to sync writer {_}.",
    logged_by="LocalSnapshotStorage.close of sofa-jraft",
    throws=True,
)
DELETE_NEW_SNAPSHOT_PATH = Statement(
    template="Delete new snapshot path failed, path is {_}.",
    logged_by="LocalSnapshotStorage.close of sofa-jraft",
)
RENAMING = Statement(
    template="Renaming {_}temp to {_}snapshot_{_:int}.",
    logged_by="LocalSnapshotStorage.close of sofa-jraft",
)
RENAMED_TEMP_SNAPSHOT_FAILED = Statement(
    template="Renamed temp snapshot failed, from path {_} to path {_}.",
    logged_by="LocalSnapshotStorage.close of sofa-jraft",
)
CLOSE_SNAPSHOT_WRITER_EXIT = Statement(
    template="Close snapshot writer {_} with exit code: {_}.",
    logged_by="LocalSnapshotStorage.close of sofa-jraft",
)
FAIL_INIT_SNAPSHOT_WRITER = Statement(
    template="Fail to init snapshot writer.",
    logged_by="LocalSnapshotStorage.create of sofa-jraft",
)
NO_DATA_SNAPSHOT_READER = Statement(
    template="No data for snapshot reader {_}.",
    logged_by="LocalSnapshotStorage.open of sofa-jraft",
)
FAIL_INIT_READER_PATH = Statement(
    template="Fail to init reader for path {_}.",
    logged_by="LocalSnapshotStorage.open of sofa-jraft",
)
JOIN_SNAPSHOT_COPIER_INTERRUPTED = Statement(
    template="Join on snapshot copier was interrupted.",
    logged_by="LocalSnapshotStorage.copyFrom of sofa-jraft",
)
FAIL_INIT_COPIER = Statement(
    template="Fail to init copier to {_}.",
    logged_by="LocalSnapshotStorage.startToCopyFrom of sofa-jraft",
)
FAIL_LOAD_META_FROM = Statement(
    template="Fail to load snapshot meta from {_}.",
    logged_by="LocalSnapshotWriter.init of sofa-jraft",
    throws=True,
)
FAIL_COPY_DATA_READER = Statement(
    template="Fail to copy data, readerId={_} fileName={_} offset={_:int} status={_}",
    logged_by="CopySession.onFinished of sofa-jraft",
)
FAIL_WRITE_INTO_FILE = Statement(
    template="Fail to write into file {_}",
    logged_by="CopySession.onRpcReturned of sofa-jraft",
    throws=True,
)
INVALID_URI = Statement(
    template="Invalid uri {_}.",
    logged_by="RemoteFileCopier.init of sofa-jraft",
)
FAIL_PARSE_READER_ID = Statement(
    template="Fail to parse readerId or endpoint.",
    logged_by="RemoteFileCopier.init of sofa-jraft",
    throws=True,
)
FAIL_INIT_CHANNEL = Statement(
    template="Fail to init channel to {_}.",
    logged_by="RemoteFileCopier.init of sofa-jraft",
)
FAIL_DELETE_DEST_PATH = Statement(
    template="Fail to delete destPath: {_}.",
    logged_by="RemoteFileCopier.startCopyToFile of sofa-jraft",
)
