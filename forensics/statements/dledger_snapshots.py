"""Snapshots of DLedger, which writes some from 0.3.2 on: FileSnapshotStore, FileSnapshotWriter, SnapshotManager."""

from forensics.statements.template import Statement

UNABLE_TO_CREATE_SNAPSHOT_STORAGE = Statement(
    template="Unable to create snapshot storage directory {_}",
    logged_by="FileSnapshotStore.initStore of DLedger, 5.4.0 to 5.5.1",
)
UNABLE_TO_CLEAN_TEMP_SNAPSHOTS = Statement(
    template="Unable to clean temp snapshots {_}",
    logged_by="FileSnapshotStore.initStore of DLedger, 5.4.0 to 5.5.1",
)
UNABLE_TO_DELETE_TEMP_SNAPSHOT = Statement(
    template="Unable to delete temp snapshot: {_}",
    logged_by="FileSnapshotStore.createSnapshotWriter of DLedger, 5.4.0 to 5.5.1",
)
NO_SNAPSHOT_EXISTS = Statement(
    template="No snapshot exists",
    logged_by="FileSnapshotStore.createSnapshotReader of DLedger, 5.4.0 to 5.5.1",
)
UNABLE_TO_SYNC_WRITER = Statement(
    template="Unable to sync writer: {_}",
    logged_by="FileSnapshotWriter.save of DLedger, 5.4.0 to 5.5.1",
)
UNABLE_TO_MOVE_TEMP_SNAPSHOT = Statement(
    template="Unable to move temp snapshot from {_} to {_}",
    logged_by="FileSnapshotWriter.save of DLedger, 5.4.0 to 5.5.1",
)
UNABLE_TO_CALL_STATEMACHINE_ONSNAPSHOTSAVE = Statement(
    template="Unable to call statemachine onSnapshotSave",
    logged_by="SnapshotManager.saveSnapshot of DLedger, 5.4.0 to 5.5.1",
)
UNABLE_TO_CLOSE_SNAPSHOT_WRITER = Statement(
    template="Unable to close snapshot writer",
    logged_by="SnapshotManager.saveSnapshotAfter of DLedger, 5.4.0 to 5.5.1",
)
SNAPSHOT_SAVED_SUCCESSFULLY = Statement(
    template="Snapshot {_} saved successfully",
    logged_by="SnapshotManager.saveSnapshotAfter of DLedger, 5.4.0 to 5.5.1",
)
UNABLE_TO_SAVE_SNAPSHOT = Statement(
    template="Unable to save snapshot",
    logged_by="SnapshotManager.saveSnapshotAfter of DLedger, 5.4.0 to 5.5.1",
)
UNABLE_TO_REMOVE_EXPIRED_SNAPSHOT = Statement(
    template="Unable to remove expired snapshot: {_}",
    logged_by="SnapshotManager.deleteExpiredSnapshot of DLedger, 5.4.0 to 5.5.1",
)
SNAPSHOT_LOADED_SUCCESSFULLY = Statement(
    template="Snapshot {_} loaded successfully",
    logged_by="SnapshotManager.loadSnapshotAfter of DLedger, 5.4.0 to 5.5.1",
)
UNABLE_TO_REMOVE_ERROR_SNAPSHOT = Statement(
    template="Unable to remove error snapshot: {_}",
    logged_by="SnapshotManager.loadSnapshotAfter of DLedger, 5.4.0 to 5.5.1",
)
NO_SNAPSHOT_FOR_RECOVERING_STATE = Statement(
    template="No snapshot for recovering state machine: {_}",
    logged_by="SnapshotManager.loadSnapshotAfter of DLedger, 5.4.0 to 5.5.1",
)
LOAD_SNAPSHOT_FROM_FAILED_START = Statement(
    template="Load snapshot from {_} failed. Start recovering from the previous snapshot",
    logged_by="SnapshotManager.loadSnapshotAfter of DLedger, 5.4.0 to 5.5.1",
)
