"""A broker in controller mode: ReplicasManager."""

from forensics.statements.template import Statement

KIND = "broker"

FAILED_START_REPLICAS_MANAGER = Statement(
    template="Failed to start replicasManager",
    logged_by="ReplicasManager.start, 5.0.0 to 5.3.3",
)
FAILED_START_REPLICAS_MANAGER_RETRY = Statement(
    template="Failed to start replicasManager, retry times:{_}, current state:{_}, try it again",
    logged_by="ReplicasManager.start, 5.0.0 to 5.3.3",
)
START_REPLICAS_MANAGER_SUCCESS = Statement(
    template="Start replicasManager success, retry times:{_}",
    logged_by="ReplicasManager.start, 5.0.0 to 5.3.3",
)
FIRST_TIME_SYNC_CONTROLLER = Statement(
    template="First time sync controller metadata success",
    logged_by="ReplicasManager.startBasicService, 5.0.0 to 5.1.0",
)
FIRST_TIME_REGISTER_BROKER = Statement(
    template="First time register broker success",
    logged_by="ReplicasManager.startBasicService, 5.0.0 to 5.1.0",
)
ERROR_HAPPEN_REGISTER_BROKER = Statement(
    template="Error happen when register broker to name-srv, Failed to change broker to master",
    logged_by="ReplicasManager.changeToMaster, 5.0.0 to 5.1.0",
    throws=True,
)
ERROR_HAPPEN_REGISTER_BROKER_NAME = Statement(
    template="Error happen when register broker to name-srv, Failed to change broker to slave",
    logged_by="ReplicasManager.changeToSlave, 5.0.0 to 5.1.0",
    throws=True,
)
SYNC_STATE_SET_CHANGED_OLD = Statement(
    template="Sync state set changed from {_} to {_}",
    logged_by="ReplicasManager.changeSyncStateSet, 5.0.0 to 5.1.0",
)
NO_MASTER_CONTROLLER = Statement(
    template="No master in controller",
    logged_by="ReplicasManager.registerBrokerToController, 5.0.0 to 5.1.0",
)
FAILED_REGISTER_BROKER_CONTROLLER = Statement(
    template="Failed to register broker to controller",
    logged_by="ReplicasManager.register, 5.0.0 to 5.3.3",
    throws=True,
)
ERROR_HAPPEN_GET_BROKER = Statement(
    template="Error happen when get broker {_}'s metadata",
    logged_by="ReplicasManager.schedulingSyncBrokerMetadata, 5.0.0 to 5.3.3",
    throws=True,
)
FAILED_INIT_CONTROLLER_METADATA = Statement(
    template="Failed to init controller metadata, maybe the controllers in {_} is not available",
    logged_by="ReplicasManager.schedulingSyncControllerMetadata, 5.0.0 to 5.3.3",
)
UPDATE_CONTROLLER_LEADER_ADDRESS = Statement(
    template="Update controller leader address to {_}",
    logged_by="ReplicasManager.updateControllerMetadata, 5.0.0 to 5.3.3",
)
FAILED_UPDATE_CONTROLLER_METADATA = Statement(
    template="Failed to update controller metadata",
    logged_by="ReplicasManager.updateControllerMetadata, 5.0.0 to 5.3.3",
    throws=True,
)
ERROR_HAPPEN_CHANGE_SYNC = Statement(
    template="Error happen when change sync state set, broker:{_}, masterAddress:{_}, masterEpoch:{_}, oldSyncStateSet:{_}, "
    "newSyncStateSet:{_}, syncStateSetEpoch:{_}",
    logged_by="ReplicasManager.doReportSyncStateSetChanged, 5.0.0 to 5.1.0",
    throws=True,
)
SCAN_AVAILABLE_CONTROLLER_ADDRESSES = Statement(
    template="scanAvailableControllerAddresses addresses of controller is null!",
    logged_by="ReplicasManager.scanAvailableControllerAddresses, 5.1.0 to 5.3.3",
)
SCAN_AVAILABLE_CONTROLLER_ADDRESSES_REMOVE = Statement(
    template="scanAvailableControllerAddresses remove invalid address {_}",
    logged_by="ReplicasManager.scanAvailableControllerAddresses, 5.1.0 to 5.3.3",
)
SCAN_AVAILABLE_CONTROLLER_ADDRESSES_REMOVE_UNCONNECTED = Statement(
    template="scanAvailableControllerAddresses remove unconnected address {_}",
    logged_by="ReplicasManager.scanAvailableControllerAddresses, 5.1.0 to 5.3.3",
)
FIRST_TIME_SYNC_CONTROLLER_METADATA = Statement(
    template="First time sync controller metadata success, change state to: {_}",
    logged_by="ReplicasManager.startBasicService, 5.1.1 to 5.3.3",
)
FIRST_TIME_REGISTER_BROKER_SUCCESS = Statement(
    template="First time register broker success, change state to: {_}",
    logged_by="ReplicasManager.startBasicService, 5.1.1 to 5.3.3",
)
REGISTER_BROKER_FAILED_TIMES = Statement(
    template="Register to broker failed 5 times",
    logged_by="ReplicasManager.startBasicService, 5.1.1 to 5.3.3",
)
MASTER_BROKER_SET_ELECTED = Statement(
    template="Master in this broker set is elected, masterBrokerId: {_}, masterBrokerAddr: {_}",
    logged_by="ReplicasManager.startBasicService, 5.1.1 to 5.3.3",
)
ALL_REGISTER_PROCESS_DONE = Statement(
    template="All register process has been done, change state to: {_}",
    logged_by="ReplicasManager.startBasicService, 5.1.1 to 5.3.3",
)
ERROR_HAPPEN_REGISTER_BROKER_NAME_SRV = Statement(
    template="Error happen when register broker to name-srv, Failed to change broker to {_}",
    logged_by="ReplicasManager.registerBrokerWhenRoleChange, 5.1.1 to 5.3.3",
    throws=True,
)
SYNC_STATE_SET_CHANGED = Statement(
    event="sync_state_set_changed",
    template="SyncStateSet changed from {_} to {broker_ids:numbers}",
    logged_by="ReplicasManager.changeSyncStateSet, 5.1.1 to 5.3.3",
    seen="R-5.3.1-controller:broker-a-0/logs/rocketmqlogs/broker.log:278",
)
NO_MASTER_BROKER_SET = Statement(
    template="Now no master in broker set",
    logged_by="ReplicasManager.brokerElect, 5.1.1 to 5.3.3",
)
FAILED_TRY_ELECT = Statement(
    template="Failed to try elect",
    logged_by="ReplicasManager.brokerElect, 5.1.1 to 5.3.3",
    throws=True,
)
CONFIRM_REGISTER_STATE = Statement(
    template="Confirm now register state: {_}",
    logged_by="ReplicasManager.register, 5.1.1 to 5.3.3",
)
CHECK_FIND_METADATA_TEMP = Statement(
    template="Check and find that metadata/tempMetadata invalid, you can modify the broker config to make them valid",
    logged_by="ReplicasManager.register, 5.1.1 to 5.3.3",
)
FAILED_CREATE_TEMP_METADATA = Statement(
    template="Failed to create temp metadata file, nextBrokerId: {_}",
    logged_by="ReplicasManager.register, 5.1.1 to 5.3.3",
)
REGISTER_STATE_CHANGE_TEMP = Statement(
    event="broker_id_asked",
    template="Register state change to {_}, temp metadata: TempBrokerMetadata{{registerCheckCode='{_}', "
    "clusterName='{_}', brokerName='{broker}', brokerId={broker_id:int}, filePath='{_}'}}",
    logged_by="ReplicasManager.register, 5.1.1 to 5.3.3",
    seen="K-5.3.2-cutmaster:opal-0/logs/rocketmqlogs/broker.log:280",
)
REGISTER_STATE_CHANGE = Statement(
    template="Register state change to: {_}",
    logged_by="ReplicasManager.register, 5.1.1 to 5.3.3",
)
FAILED_CREATE_METADATA_FILE = Statement(
    template="Failed to create metadata file and delete temp metadata file, temp metadata: {_}",
    logged_by="ReplicasManager.register, 5.1.1 to 5.3.3",
)
REGISTER_STATE_CHANGE_METADATA = Statement(
    template="Register state change to: {_}, metadata: {_}",
    logged_by="ReplicasManager.register, 5.1.1 to 5.3.3",
)
REGISTER_STATE_CHANGE_MASTER = Statement(
    template="Register state change to: {_}, masterBrokerId: {_}, masterBrokerAddr: {_}",
    logged_by="ReplicasManager.register, 5.1.1 to 5.3.3",
)
FAIL_GET_NEXT_BROKER = Statement(
    template="fail to get next broker id from controller",
    logged_by="ReplicasManager.getNextBrokerId, 5.1.1 to 5.3.3",
    throws=True,
)
UPDATE_PERSIST_TEMP_BROKER = Statement(
    template="update and persist temp broker metadata file failed",
    logged_by="ReplicasManager.createTempMetadataFile, 5.1.1 to 5.3.3",
    throws=True,
)
FAIL_APPLY_BROKER_ID = Statement(
    template="fail to apply broker id: {_}",
    logged_by="ReplicasManager.applyBrokerId, 5.1.1 to 5.3.3",
    throws=True,
)
FAIL_CREATE_METADATA_FILE = Statement(
    template="fail to create metadata file",
    logged_by="ReplicasManager.createMetadataFileAndDeleteTemp, 5.1.1 to 5.3.3",
    throws=True,
)
FAIL_SEND_REGISTER_BROKER = Statement(
    template="fail to send registerBrokerToController request to controller",
    logged_by="ReplicasManager.registerBrokerToController, 5.1.1 to 5.3.3",
    throws=True,
)
READ_METADATA_FILE_FAILED = Statement(
    template="Read metadata file failed",
    logged_by="ReplicasManager.confirmNowRegisteringState, 5.1.1 to 5.3.3",
    throws=True,
)
READ_TEMP_METADATA_FILE = Statement(
    template="Read temp metadata file failed",
    logged_by="ReplicasManager.confirmNowRegisteringState, 5.1.1 to 5.3.3",
    throws=True,
)
CLUSTER_NAME_BROKER_TEMP = Statement(
    template="The clusterName: {_} in broker temp metadata is different from the clusterName: {_} in broker config",
    logged_by="ReplicasManager.checkMetadataValid, 5.1.1 to 5.3.3",
)
BROKER_NAME_BROKER_TEMP = Statement(
    template="The brokerName: {_} in broker temp metadata is different from the brokerName: {_} in broker config",
    logged_by="ReplicasManager.checkMetadataValid, 5.1.1 to 5.3.3",
)
CLUSTER_NAME_BROKER_METADATA = Statement(
    template="The clusterName: {_} in broker metadata is different from the clusterName: {_} in broker config",
    logged_by="ReplicasManager.checkMetadataValid, 5.1.1 to 5.3.3",
)
BROKER_NAME_BROKER_METADATA = Statement(
    template="The brokerName: {_} in broker metadata is different from the brokerName: {_} in broker config",
    logged_by="ReplicasManager.checkMetadataValid, 5.1.1 to 5.3.3",
)
ERROR_HAPPEN_CHANGE_SYNC_STATE = Statement(
    template="Error happen when change SyncStateSet, broker:{_}, masterAddress:{_}, masterEpoch:{_}, oldSyncStateSet:{_}, "
    "newSyncStateSet:{_}, syncStateSetEpoch:{_}",
    logged_by="ReplicasManager.doReportSyncStateSetChanged, 5.1.1 to 5.3.3",
    throws=True,
)
CHECK_SYNC_STATE_SET = Statement(
    template="Check syncStateSet error",
    logged_by="ReplicasManager.checkSyncStateSetAndDoReport, 5.1.4 to 5.3.3",
    throws=True,
)
