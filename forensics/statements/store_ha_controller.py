"""Replication in controller mode: AutoSwitchHAService, AutoSwitchHAClient, AutoSwitchHAConnection, EpochFileCache."""

from forensics.statements.template import Statement

MASTER_REFUSED = Statement(
    event="ha_role_refused",
    template="newMasterEpoch {master_epoch:int} < lastEpoch {old_master_epoch:int}, fail to change to master",
    logged_by="AutoSwitchHAService.changeToMasterWhenLastRoleIsMaster, 5.0.0 to 5.3.3",
    fixed={"role": "master"},
)
TRUNCATE_OFFSET_CONFIRM_OFFSET = Statement(
    template="TruncateOffset is {_}, confirmOffset is {_}, maxPhyOffset is {_}",
    logged_by="AutoSwitchHAService.changeToMaster, 5.0.0 to 5.3.3",
)
IS_MASTER = Statement(
    event="ha_role_changed",
    template="Change ha to master success, newMasterEpoch:{master_epoch:int}, startOffset:{_:int}",
    logged_by="AutoSwitchHAService.changeToMaster, 5.0.0 to 5.3.3",
    fixed={"role": "master"},
)
SLAVE_REFUSED = Statement(
    event="ha_role_refused",
    template="newMasterEpoch {master_epoch:int} < lastEpoch {old_master_epoch:int}, fail to change to slave",
    logged_by="AutoSwitchHAService.changeToSlaveWhenMasterNotChange, 5.0.0 to 5.3.3",
    fixed={"role": "slave"},
)
IS_SLAVE = Statement(
    event="ha_role_changed",
    template="Change ha to slave success, newMasterAddress:{address:word}, newMasterEpoch:{master_epoch:int}",
    logged_by="AutoSwitchHAService.changeToSlave, 5.0.0 to 5.3.3",
    fixed={"role": "slave"},
)
ERROR_HAPPEN_CHANGE_HA = Statement(
    template="Error happen when change ha to slave",
    logged_by="AutoSwitchHAService.changeToSlave, 5.0.0 to 5.3.3",
    throws=True,
)
DISPATCH_COMPLETE_SKIP_TRUNCATE = Statement(
    template="Dispatch complete, skip truncate",
    logged_by="AutoSwitchHAService.truncateInvalidMsg, 5.0.0 to 5.3.3",
)
TRUNCATE_COMMIT_LOG = Statement(
    template="Truncate commitLog to {_}",
    logged_by="AutoSwitchHAService.truncateInvalidMsg, 5.0.0 to 5.3.3",
)
STAYS_MASTER = Statement(
    event="ha_role_changed",
    template="Change ha to master success, last role is master, newMasterEpoch:{master_epoch:int}, startOffset:{_:int}",
    logged_by="AutoSwitchHAService.changeToMasterWhenLastRoleIsMaster, 5.1.1 to 5.3.3",
    fixed={"role": "master"},
)
STAYS_SLAVE = Statement(
    event="ha_role_changed",
    template="Change ha to slave success, master doesn't change, newMasterAddress:{address:word}, "
    "newMasterEpoch:{master_epoch:int}",
    logged_by="AutoSwitchHAService.changeToSlaveWhenMasterNotChange, 5.1.1 to 5.3.3",
    fixed={"role": "slave"},
)
NOTIFY_SYNC_STATE_SET = Statement(
    template="Notify the syncStateSet has been changed into {_}.",
    logged_by="AutoSwitchHAService.notifySyncStateSetChanged, 5.1.1 to 5.3.3",
)
SLAVE_CAUGHT_UP_SLAVE = Statement(
    template="The slave {_:word} has caught up, slaveMaxOffset: {_:int}, confirmOffset: {_:int}, epoch: {_:int}, leader epoch "
    "startOffset: {_:int}.",
    logged_by="AutoSwitchHAService.maybeExpandInSyncStateSet, 5.1.1 to 5.3.3",
)
SLAVE_STILL_SYNC_STATE = Statement(
    template="Slave {_} is still in syncStateSet, but has lost its connection. So new offset can't be compute.",
    logged_by="AutoSwitchHAService.computeConfirmOffset, 5.1.1 to 5.3.3",
)
UPDATE_SLAVE_ID_OLD = Statement(
    template="Update slave Id, OLD: {_}, New: {_}",
    logged_by="AutoSwitchHAClient.updateSlaveId, 5.0.0 to 5.1.0",
)
AUTO_SWITCH_HACLIENT_CLOSE = Statement(
    template="AutoSwitchHAClient close connection with master {_}",
    logged_by="AutoSwitchHAClient.closeMaster, 5.0.0 to 5.3.3",
)
CLOSE_MASTER_FAILED = Statement(
    template="CloseMaster exception. ",
    logged_by="AutoSwitchHAClient.closeMaster, 5.0.0 to 5.3.3",
    throws=True,
)
CLOSE_SELECTOR_AUTO_SWITCH = Statement(
    template="Close the selector of AutoSwitchHAClient error, ",
    logged_by="AutoSwitchHAClient.shutdown, 5.0.0 to 5.3.3",
    throws=True,
)
AUTO_SWITCH_HACLIENT_CONNECT = Statement(
    template="AutoSwitchHAClient connect to master {_}",
    logged_by="AutoSwitchHAClient.connectMaster, 5.0.0 to 5.3.3",
)
AUTO_SWITCH_HACLIENT_CONNECT_MASTER = Statement(
    template="AutoSwitchHAClient connect to master {_} failed",
    logged_by="AutoSwitchHAClient.run, 5.0.0 to 5.3.3",
)
AUTO_SWITCH_HACLIENT_HOUSEKEEPING = Statement(
    template="AutoSwitchHAClient, housekeeping, found this connection[{_}] expired, {_}",
    logged_by="AutoSwitchHAClient.run, 5.0.0 to 5.3.3",
)
AUTO_SWITCH_HACLIENT_MASTER = Statement(
    template="AutoSwitchHAClient, master not response some time, so close connection",
    logged_by="AutoSwitchHAClient.run, 5.0.0 to 5.3.3",
)
SLAVE_LOCAL_EPOCH_CACHE = Statement(
    template="Slave local epochCache is empty, skip truncate log",
    logged_by="AutoSwitchHAClient.doTruncate, 5.0.0 to 5.3.3",
)
FAILED_FIND_CONSISTENT_POINT = Statement(
    template="Failed to find a consistent point between masterEpoch:{_} and slaveEpoch:{_}",
    logged_by="AutoSwitchHAClient.doTruncate, 5.0.0 to 5.3.3",
)
FAILED_TRUNCATE_SLAVE_LOG = Statement(
    template="Failed to truncate slave log to {_}",
    logged_by="AutoSwitchHAClient.doTruncate, 5.0.0 to 5.3.3",
)
TRUNCATE_SLAVE_LOG_SUCCESS = Statement(
    template="Truncate slave log to {_} success, change to transfer state",
    logged_by="AutoSwitchHAClient.doTruncate, 5.0.0 to 5.3.3",
)
AUTO_SWITCH_HACLIENT_REPORT = Statement(
    template="AutoSwitchHAClient report max offset to master failed",
    logged_by="AutoSwitchHAClient.processReadResult, 5.0.0 to 5.3.3",
)
STATE_NOT_MATCHED_MASTER = Statement(
    template="State not matched, masterState:{_}, slaveState:{_}, bodySize:{_}, offset:{_}, masterEpoch:{_}, "
    "masterEpochStartOffset:{_}, confirmOffset:{_}",
    logged_by="AutoSwitchHAClient.processReadResult, 5.0.0 to 5.3.3",
)
RECEIVE_HANDSHAKE_MASTER_MAX = Statement(
    template="Receive handshake, masterMaxPosition {_}, masterEpochEntries:{_}, try truncate log",
    logged_by="AutoSwitchHAClient.processReadResult, 5.0.0 to 5.3.3",
)
AUTO_SWITCH_HACLIENT_TRUNCATE = Statement(
    template="AutoSwitchHAClient truncate log failed in handshake state",
    logged_by="AutoSwitchHAClient.processReadResult, 5.0.0 to 5.3.3",
)
ERROR_HA_CLIENT_PROCESS = Statement(
    template="Error when ha client process read request",
    logged_by="AutoSwitchHAClient.processReadResult, 5.0.0 to 5.3.3",
    throws=True,
)
MASTER_EPOCH_ENTRIES = Statement(
    template="master epoch entries is {_}",
    logged_by="AutoSwitchHAClient.doTruncate, 5.1.1 to 5.3.3",
)
LOCAL_EPOCH_ENTRIES = Statement(
    template="local epoch entries is {_}",
    logged_by="AutoSwitchHAClient.doTruncate, 5.1.1 to 5.3.3",
)
TRUNCATE_OFFSET = Statement(
    template="truncateOffset is {_}",
    logged_by="AutoSwitchHAClient.doTruncate, 5.1.1 to 5.3.3",
)
RECEIVE_SLAVE_HANDSHAKE_SLAVE = Statement(
    template="Receive slave handshake, slaveAddress:{_}, isSyncFromLastFile:{_}, isAsyncLearner:{_}",
    logged_by="AutoSwitchHAConnection.processReadResult, 5.0.0 to 5.1.0",
)
CURRENT_STATE_ILLEGAL = Statement(
    template="Current state illegal {_}",
    logged_by="AutoSwitchHAConnection.processReadResult, 5.0.0 to 5.3.3",
)
MASTER_CHANGE_STATE = Statement(
    template="Master change state from {_} to {_}",
    logged_by="AutoSwitchHAConnection.processReadResult, 5.0.0 to 5.3.3",
)
MASTER_BUILD_HANDSHAKE_HEADER = Statement(
    template="Master build handshake header: maxEpoch:{_}, maxOffset:{_}, epochEntries:{_}",
    logged_by="AutoSwitchHAConnection.buildHandshakeBuffer, 5.0.0 to 5.3.3",
)
FAILED_FIND_EPOCH_ENTRY = Statement(
    template="Failed to find epochEntry with epoch {_} when build msg header",
    logged_by="AutoSwitchHAConnection.buildTransferHeaderBuffer, 5.0.0 to 5.3.3",
)
CANT_FIND_BIGGER_EPOCH = Statement(
    template="Can't find a bigger epochEntry than epoch {_}",
    logged_by="AutoSwitchHAConnection.transferToSlave, 5.0.0 to 5.3.3",
)
AUTO_SWITCH_HACONNECTION_BUILD = Statement(
    template="AutoSwitchHAConnection build handshake buffer failed",
    logged_by="AutoSwitchHAConnection.run, 5.0.0 to 5.3.3",
)
FAILED_FIND_EPOCH_ENTRY_MATCH = Statement(
    template="Failed to find an epochEntry to match nextTransferFromWhere {_}",
    logged_by="AutoSwitchHAConnection.run, 5.0.0 to 5.3.3",
)
MASTER_TRANSFER_DATA_SLAVE = Statement(
    template="Master transfer data to slave {_}, from offset:{_}, currentEpoch:{_}",
    logged_by="AutoSwitchHAConnection.run, 5.0.0 to 5.3.3",
)
RECEIVE_SLAVE_HANDSHAKE_SLAVE_BROKER = Statement(
    template="Receive slave handshake, slaveBrokerId:{_}, isSyncFromLastFile:{_}, isAsyncLearner:{_}",
    logged_by="AutoSwitchHAConnection.processReadResult, 5.1.1 to 5.3.3",
)
ERROR_HAPPEN_INIT_EPOCH = Statement(
    template="Error happen when init epoch entries from epochFile",
    logged_by="EpochFileCache.initCacheFromFile, 5.0.0 to 5.3.3",
    throws=True,
)
APPENDING_ENTRYS_LAST_EPOCH = Statement(
    template="The appending entry's lastEpoch or endOffset {_} is not bigger than lastEntry {_}, append failed",
    logged_by="EpochFileCache.appendEntry, 5.0.0 to 5.3.3",
)
ERROR_HAPPEN_FLUSH_EPOCH = Statement(
    template="Error happen when flush epochEntries to epochCheckpointFile",
    logged_by="EpochFileCache.flush, 5.0.0 to 5.3.3",
    throws=True,
)
