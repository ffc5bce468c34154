"""Snapshots of JRaft, saved, loaded and installed: SnapshotExecutorImpl and its neighbours of sofa-jraft 1.3.14."""

from forensics.statements.template import Statement

DO_NOT_SET_SNAPSHOT = Statement(
    template="Do not set snapshot uri, ignore initSnapshotStorage.",
    logged_by="NodeImpl.initSnapshotStorage of sofa-jraft",
)
IGNORE_INSTALL_SNAPSHOT_REQUEST = Statement(
    template="Node {_} ignore InstallSnapshotRequest from {_} bad server id.",
    logged_by="NodeImpl.handleInstallSnapshot of sofa-jraft",
)
IGNORE_INSTALL_SNAPSHOT_REQUEST_NOT = Statement(
    template="Node {_} ignore InstallSnapshotRequest as it is not in active state {_}.",
    logged_by="NodeImpl.handleInstallSnapshot of sofa-jraft",
)
IGNORE_STALE_INSTALL_SNAPSHOT = Statement(
    template="Node {_} ignore stale InstallSnapshotRequest from {_}, term={_:int}, currTerm={_:int}.",
    logged_by="NodeImpl.handleInstallSnapshot of sofa-jraft",
)
RECEIVED_INSTALL_SNAPSHOT_REQUEST = Statement(
    template="Node {_} received InstallSnapshotRequest from {_}, lastIncludedLogIndex={_:int}, "
    "lastIncludedLogTerm={_:int}, lastLogId={_}.",
    logged_by="NodeImpl.handleInstallSnapshot of sofa-jraft",
)
REPLICATOR_INSTALLING_SNAPSHOT_IGNORE = Statement(
    template="Replicator {_} is installing snapshot, ignore the new request.",
    logged_by="Replicator.installSnapshot of sofa-jraft",
)
FAIL_CHECK_INSTALL_SNAPSHOT = Statement(
    template="Fail to check install snapshot connection to peer={_}, give up to send install snapshot request, group id {_}.",
    logged_by="Replicator.installSnapshot of sofa-jraft",
)
FAIL_INSTALL_SNAPSHOT_PEER = Statement(
    template="Fail to install snapshot at peer={_}, error={_}, group id={_}",
    logged_by="Replicator.onInstallSnapshotReturned of sofa-jraft",
)
SNAPSHOT_URI_EMPTY = Statement(
    template="Snapshot uri is empty.",
    logged_by="SnapshotExecutorImpl.init of sofa-jraft",
)
FAIL_INIT_SNAPSHOT_STORAGE = Statement(
    template="Fail to init snapshot storage.",
    logged_by="SnapshotExecutorImpl.init of sofa-jraft",
)
FAIL_LOAD_META = Statement(
    template="Fail to load meta from {_}.",
    logged_by="SnapshotExecutorImpl.init and LocalSnapshotMetaTable.loadFromFile of sofa-jraft",
)
LOADING_SNAPSHOT_META = Statement(
    template="Loading snapshot, meta={_}.",
    logged_by="SnapshotExecutorImpl.init of sofa-jraft",
)
WAIT_FIRST_SNAPSHOT_LOAD = Statement(
    template="Wait for FirstSnapshotLoadDone run is interrupted.",
    logged_by="SnapshotExecutorImpl.init of sofa-jraft",
)
FAIL_LOAD_SNAPSHOT_FIRST = Statement(
    template="Fail to load snapshot from {_}, FirstSnapshotLoadDone status is {_}.",
    logged_by="SnapshotExecutorImpl.init of sofa-jraft",
)
DISCARDS_STALE_SNAPSHOT_LAST = Statement(
    template="Node {_} discards an stale snapshot lastIncludedIndex={_:int}, lastSnapshotIndex={_:int}.",
    logged_by="SnapshotExecutorImpl.onSnapshotSaveDone of sofa-jraft",
)
FAIL_SAVE_SNAPSHOT = Statement(
    template="Fail to save snapshot {_}.",
    logged_by="SnapshotExecutorImpl.onSnapshotSaveDone of sofa-jraft",
)
FAIL_CLOSE_WRITER = Statement(
    template="Fail to close writer",
    logged_by="SnapshotExecutorImpl.onSnapshotSaveDone of sofa-jraft",
    throws=True,
)
FAIL_REGISTER_DOWNLOADING_SNAPSHOT = Statement(
    template="Fail to register downloading snapshot.",
    logged_by="SnapshotExecutorImpl.installSnapshot of sofa-jraft",
)
INSTALL_SNAPSHOT_COPY_JOB = Statement(
    template="Install snapshot copy job was canceled.",
    logged_by="SnapshotExecutorImpl.installSnapshot of sofa-jraft",
)
FAIL_CALL_FSM_SNAPSHOT = Statement(
    template="Fail to call fsm onSnapshotLoad.",
    logged_by="SnapshotExecutorImpl.loadDownloadingSnapshot of sofa-jraft",
)
REGISTER_DOWNLOADING_SNAPSHOT_FAILED = Statement(
    template="Register DownloadingSnapshot failed: node is stopped.",
    logged_by="SnapshotExecutorImpl.registerDownloadingSnapshot of sofa-jraft",
)
REGISTER_DOWNLOADING_SNAPSHOT_FAILED_SAVING = Statement(
    template="Register DownloadingSnapshot failed: is saving snapshot.",
    logged_by="SnapshotExecutorImpl.registerDownloadingSnapshot of sofa-jraft",
)
REGISTER_DOWNLOADING_SNAPSHOT_FAILED_TERM = Statement(
    template="Register DownloadingSnapshot failed: term mismatch, expect {_:int} but {_:int}.",
    logged_by="SnapshotExecutorImpl.registerDownloadingSnapshot of sofa-jraft",
)
REGISTER_DOWNLOADING_SNAPSHOT_FAILED_SNAPSHOT = Statement(
    template="Register DownloadingSnapshot failed: snapshot is not newer, request lastIncludedIndex={_:int}, "
    "lastSnapshotIndex={_:int}.",
    logged_by="SnapshotExecutorImpl.registerDownloadingSnapshot of sofa-jraft",
)
REGISTER_DOWNLOADING_SNAPSHOT_FAILED_FAIL = Statement(
    template="Register DownloadingSnapshot failed: fail to copy file from {_}.",
    logged_by="SnapshotExecutorImpl.registerDownloadingSnapshot of sofa-jraft",
)
REGISTER_DOWNLOADING_SNAPSHOT_FAILED_INSTALLING = Statement(
    template="Register DownloadingSnapshot failed: is installing a newer one, lastIncludeIndex={_:int}.",
    logged_by="SnapshotExecutorImpl.registerDownloadingSnapshot of sofa-jraft",
)
REGISTER_DOWNLOADING_SNAPSHOT_FAILED_LOADING = Statement(
    template="Register DownloadingSnapshot failed: is loading an older snapshot, lastIncludeIndex={_:int}.",
    logged_by="SnapshotExecutorImpl.registerDownloadingSnapshot of sofa-jraft",
)
REGISTER_DOWNLOADING_SNAPSHOT_FAILED_OLDER = Statement(
    template="Register DownloadingSnapshot failed: an older snapshot is under installing, cancel downloading, "
    "lastIncludeIndex={_:int}.",
    logged_by="SnapshotExecutorImpl.registerDownloadingSnapshot of sofa-jraft",
)
REGISTER_DOWNLOADING_SNAPSHOT_FAILED_INTERRUPTED = Statement(
    template="Register DownloadingSnapshot failed: interrupted by retry installing request.",
    logged_by="SnapshotExecutorImpl.registerDownloadingSnapshot of sofa-jraft",
)
TRYING_CANCEL_DOWNLOADING_SNAPSHOT = Statement(
    template="Trying to cancel downloading snapshot: {_}.",
    logged_by="SnapshotExecutorImpl.interruptDownloadingSnapshots of sofa-jraft",
)
RECEIVED_INSTALL_SNAPSHOT_RESPONSE = Statement(
    template="Node {_} received InstallSnapshotResponse from {_} lastIncludedIndex={_:int} lastIncludedTerm={_:int} error:{_}",
    logged_by="Replicator.onInstallSnapshotReturned of sofa-jraft",
)
RECEIVED_INSTALL_SNAPSHOT_RESPONSE_LAST = Statement(
    template="Node {_} received InstallSnapshotResponse from {_} lastIncludedIndex={_:int} lastIncludedTerm={_:int} "
    "success={_:bool}",
    logged_by="Replicator.onInstallSnapshotReturned of sofa-jraft",
)
SNAPSHOT_LOAD_DONE = Statement(
    template="Node {_} onSnapshotLoadDone, {_}",
    logged_by="SnapshotExecutorImpl.onSnapshotLoadDone of sofa-jraft",
)
SNAPSHOT_LOAD_DONE_WITHOUT_NODE = Statement(
    template="onSnapshotLoadDone, {_}",
    logged_by="SnapshotExecutorImpl.onSnapshotLoadDone of sofa-jraft",
)
