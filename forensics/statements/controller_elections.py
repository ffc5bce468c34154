"""Elections and replicas at a controller: DLedgerController, ReplicasInfoManager, the JRaft classes."""

from forensics.statements.template import Statement

START_SCHEDULING_CONTROLLER_EVENTS = Statement(
    template="Start scheduling controller events",
    logged_by="DLedgerController.startScheduling, 5.0.0 to 5.3.3",
)
STOP_SCHEDULING_CONTROLLER_EVENTS = Statement(
    template="Stop scheduling controller events",
    logged_by="DLedgerController.stopScheduling, 5.0.0 to 5.3.3",
)
START_EVENT_SCHEDULER = Statement(
    template="Start event scheduler.",
    logged_by="DLedgerController.run, 5.0.0 to 5.3.3",
)
ERROR_HAPPEN_EVENT_SCHEDULER = Statement(
    template="Error happen in EventScheduler when append event",
    logged_by="DLedgerController.appendEvent, 5.0.0 to 5.3.3",
    throws=True,
)
EVENT_QUEUE_RUN_EVENT = Statement(
    template="Event queue run event {_}, get the result {_}",
    logged_by="DLedgerController.run, 5.0.0 to 5.3.3",
)
FAILED_APPEND_EVENT_DLEDGER = Statement(
    template="Failed to append event to dledger, the response is {_}, try cancel the future",
    logged_by="DLedgerController.run, 5.0.0",
)
ERROR_HAPPEN_HANDLE_EVENT = Statement(
    template="Error happen when handle event {_}",
    logged_by="DLedgerController.handleException, 5.0.0 to 5.3.3",
    throws=True,
)
CONTROLLER_CHANGE_ROLE_CANDIDATE = Statement(
    template="Controller {_} change role to candidate",
    logged_by="DLedgerController.handle, 5.0.0 to 5.3.3",
)
CONTROLLER_CHANGE_ROLE_FOLLOWER = Statement(
    template="Controller {_} change role to Follower, leaderId:{_}",
    logged_by="DLedgerController.handle, 5.0.0 to 5.3.3",
)
CONTROLLER_CHANGE_ROLE_LEADER = Statement(
    template="Controller {_} change role to leader, try process a initial proposal",
    logged_by="DLedgerController.handle, 5.0.0 to 5.3.3",
)
ERROR_HAPPEN_CONTROLLER_LEADER = Statement(
    template="Error happen when controller leader append initial request to dledger",
    logged_by="DLedgerController.handle, 5.0.0",
    throws=True,
)
APPEND_INITIAL_LOG_FAILED = Statement(
    template="Append a initial log failed because current state is not leader",
    logged_by="DLedgerController.handle, 5.0.0 to 5.3.3",
)
CONTROLLER_LEADER_APPEND_INITIAL = Statement(
    template="Controller leader append initial log failed, try {_} times",
    logged_by="DLedgerController.handle, 5.0.0 to 5.3.3",
)
CONTROLLER_LEADER_APPEND_INITIAL_LOG = Statement(
    template="Controller leader append initial log failed too many times, please wait a while",
    logged_by="DLedgerController.handle, 5.0.0 to 5.3.3",
)
FAILED_APPEND_EVENT_DLEDGER_RESPONSE = Statement(
    template="Failed to append event to DLedger, the response is {_}, try cancel the future",
    logged_by="DLedgerController.run, 5.1.0 to 5.3.3",
)
ERROR_HAPPEN_CONTROLLER_LEADER_APPEND = Statement(
    template="Error happen when controller leader append initial request to DLedger",
    logged_by="DLedgerController.handle, 5.1.0 to 5.3.3",
    throws=True,
)
FAILED_APPEND_ENTRY_DLEDGER = Statement(
    template="Failed to append entry to DLedger",
    logged_by="DLedgerController.appendToDLedgerAndWait, 5.1.1 to 5.3.3",
    throws=True,
)
APPLY_EVENTS_CONTROLLER = Statement(
    template="Apply {_} events on controller {_}",
    logged_by="DLedgerControllerStateMachine.onApply, 5.0.0 to 5.1.0",
)
APPLY_EVENTS_INDEX_CONTROLLER = Statement(
    template="Apply {_} events index from {_} to {_} on controller {_}",
    logged_by="DLedgerControllerStateMachine.onApply, 5.1.1 to 5.3.3",
)
RECEIVE_ELECT_MASTER_EVENT = Statement(
    template="Receive an ElectMasterEvent which contains the un-registered broker, event = {_}",
    logged_by="ReplicasInfoManager.handleElectMaster, 5.1.1 to 5.3.3",
)
MASTER_ELECTED = Statement(
    event="master_elected",
    template="Elect new master {broker_id:int} for broker {broker}",
    logged_by="ReplicasInfoManager.electMaster, 5.2.0 to 5.3.3",
)
NO_MASTER_ELECTED = Statement(
    event="master_not_elected",
    template="Failed to elect a new master for broker {broker}",
    logged_by="ReplicasInfoManager.electMaster, 5.2.0 to 5.3.3",
)
CONTROLLER_STARTED = Statement(
    event="controller_started",
    template="Controller {_} started.",
    logged_by="JRaftController.startup, 5.2.0 to 5.3.3",
)
CONTROLLER_STOPPED = Statement(
    template="Controller {_} stopped.",
    logged_by="JRaftController.shutdown, 5.2.0 to 5.3.3",
)
APPLY_NONE_LEADER_CONTROLLER = Statement(
    template="Apply to none leader controller, controller state is {_}",
    logged_by="JRaftController.applyToJRaft, 5.2.0 to 5.3.3",
)
APPLY_TASK_FAILED_TASK = Statement(
    template="Apply task failed, task is null.",
    logged_by="JRaftController.applyToJRaft, 5.2.0 to 5.3.3",
)
CONTROLLER_START_LEADERSHIP_TERM = Statement(
    template="Controller start leadership, term: {_}.",
    logged_by="JRaftController.onLeaderStart, 5.2.0 to 5.3.3",
)
CONTROLLER_STOP_LEADERSHIP_STATUS = Statement(
    template="Controller {_} stop leadership, status: {_}.",
    logged_by="JRaftController.onLeaderStop, 5.2.0 to 5.3.3",
)
PROCESS_EVENT_TERM_INDEX = Statement(
    template="process event: term {_}, index {_}, request code {_}",
    logged_by="JRaftControllerStateMachine.processEvent, 5.2.0 to 5.3.3",
)
FAIL_PROCESS_EVENT = Statement(
    template="Fail to process event",
    logged_by="JRaftControllerStateMachine.processEvent, 5.2.0 to 5.3.3",
    throws=True,
)
PROCESS_EVENT_TERM_INDEX_REQUEST = Statement(
    template="process event: term {_}, index {_}, request code {_} success with result {_}",
    logged_by="JRaftControllerStateMachine.processEvent, 5.2.0 to 5.3.3",
)
ELECT_MASTER_REQUEST_RESULT = Statement(
    template="elect master, request :{_}, result: {_}",
    logged_by="JRaftControllerStateMachine.electMaster, 5.2.0 to 5.3.3",
)
STATE_MACHINE_NODE_SHUTDOWN = Statement(
    template="StateMachine {_} node {_} onShutdown",
    logged_by="JRaftControllerStateMachine.onShutdown, 5.2.0 to 5.3.3",
)
SAVE_SNAPSHOT_PATH = Statement(
    template="Save snapshot, path={_}",
    logged_by="JRaftControllerStateMachine.onSnapshotSave, 5.2.0 to 5.3.3",
)
FAIL_SAVE_SNAPSHOT = Statement(
    template="Fail to save snapshot",
    logged_by="JRaftControllerStateMachine.onSnapshotSave, 5.2.0 to 5.3.3",
    throws=True,
)
FAIL_FIND_DATA_FILE = Statement(
    template="Fail to find data file in {_}",
    logged_by="JRaftControllerStateMachine.onSnapshotLoad, 5.2.0 to 5.3.3",
)
LOAD_SNAPSHOT = Statement(
    template="Load snapshot from {_}",
    logged_by="JRaftControllerStateMachine.onSnapshotLoad, 5.2.0 to 5.3.3",
)
FAIL_LOAD_SNAPSHOT = Statement(
    template="Fail to load snapshot from {_}",
    logged_by="JRaftControllerStateMachine.onSnapshotLoad, 5.2.0 to 5.3.3",
    throws=True,
)
NODE_START_LEADER_TERM = Statement(
    template="node {_} Start Leader, term={_}",
    logged_by="JRaftControllerStateMachine.onLeaderStart, 5.2.0 to 5.3.3",
)
NODE_STOP_LEADER_STATUS = Statement(
    template="node {_} Stop Leader, status={_}",
    logged_by="JRaftControllerStateMachine.onLeaderStop, 5.2.0 to 5.3.3",
)
ENCOUNTERED_ERROR_STATE_MACHINE = Statement(
    template="Encountered an error={_} on StateMachine {_}, node {_}, raft may stop working since some error occurs, you "
    "should figure out the cause and repair or remove this node.",
    logged_by="JRaftControllerStateMachine.onError, 5.2.0 to 5.3.3",
    throws=True,
)
CONFIGURATION_COMMITTED_CONF = Statement(
    template="Configuration committed, conf={_}",
    logged_by="JRaftControllerStateMachine.onConfigurationCommitted, 5.2.0 to 5.3.3",
)
STOP_FOLLOWING_CTX = Statement(
    template="Stop following, ctx={_}",
    logged_by="JRaftControllerStateMachine.onStopFollowing, 5.2.0 to 5.3.3",
)
START_FOLLOWING_CTX = Statement(
    template="Start following, ctx={_}",
    logged_by="JRaftControllerStateMachine.onStartFollowing, 5.2.0 to 5.3.3",
)
GET_BROKER_LIVE_INFO = Statement(
    template="GetBrokerLiveInfo failed, brokerIdentityInfo: {_} not exist",
    logged_by="RaftReplicasInfoManager.getBrokerLiveInfo, 5.2.0 to 5.3.3",
)
JSON_SERIALIZE_RES_BROKER = Statement(
    template="json serialize resBrokerLiveTable {_} error",
    logged_by="RaftReplicasInfoManager.getBrokerLiveInfo, 5.2.0 to 5.3.3",
    throws=True,
)
NEW_BROKER_REGISTERED_BROKER = Statement(
    template="new broker registered, brokerIdentityInfo: {_}",
    logged_by="RaftReplicasInfoManager.onBrokerHeartBeat, 5.2.0 to 5.3.3",
)
BROKER_CLOSE_CHANNEL_FAILED = Statement(
    template="onBrokerCloseChannel failed, brokerIdentityInfo is null",
    logged_by="RaftReplicasInfoManager.onBrokerCloseChannel, 5.2.0 to 5.3.3",
)
BROKER_CLOSE_CHANNEL_SUCCESS = Statement(
    template="onBrokerCloseChannel success, brokerIdentityInfo: {_}",
    logged_by="RaftReplicasInfoManager.onBrokerCloseChannel, 5.2.0 to 5.3.3",
)
BROKER_EXPIRED_BROKER_INFO = Statement(
    template="Broker expired, brokerInfo {_}, expired {_}ms",
    logged_by="RaftReplicasInfoManager.checkNotActiveBroker, 5.2.0 to 5.3.3",
)
JSON_SERIALIZE_NOT_ACTIVE = Statement(
    template="json serialize notActiveBrokerIdentityInfoList {_} error",
    logged_by="RaftReplicasInfoManager.check, 5.2.0 to 5.3.3",
    throws=True,
)
SERIALIZE_REPLICA_INFO_TABLE = Statement(
    template="serialize replicaInfoTable or syncStateSetInfoTable error",
    logged_by="RaftReplicasInfoManager.serialize and ReplicasInfoManager.serialize, 5.2.0 to 5.3.3",
    throws=True,
)
DESERIALIZE_REPLICA_INFO_TABLE = Statement(
    template="deserialize replicaInfoTable or syncStateSetInfoTable error",
    logged_by="RaftReplicasInfoManager.deserializeFrom and ReplicasInfoManager.deserializeFrom, 5.2.0 to 5.3.3",
    throws=True,
)
FAILED_APPEND_RAFT_NODE = Statement(
    template="Failed to append to jRaft node, error is: {_}.",
    logged_by="ControllerClosure.run, 5.2.0 to 5.3.3",
)
SYNC_STATE_SET_UNCHANGED = Statement(
    template="The newSyncStateSet is equal with oldSyncStateSet, no needed to update syncStateSet",
    logged_by="ReplicasInfoManager.alterSyncStateSet, 5.0.0 to 5.3.3",
)
ALTER_REJECTED_LEADER = Statement(
    template="Rejecting alter syncStateSet request because the current leader is:{{{_}}}, not {{{_}}}",
    logged_by="ReplicasInfoManager.alterSyncStateSet, 5.0.0 to 5.3.3",
)
ALTER_REJECTED_MASTER_EPOCH = Statement(
    template="Rejecting alter syncStateSet request because the current master epoch is:{{{_}}}, not {{{_}}}",
    logged_by="ReplicasInfoManager.alterSyncStateSet, 5.0.0 to 5.3.3",
)
ALTER_REJECTED_SET_EPOCH = Statement(
    template="Rejecting alter syncStateSet request because the current syncStateSet epoch is:{{{_}}}, not {{{_}}}",
    logged_by="ReplicasInfoManager.alterSyncStateSet, 5.0.0 to 5.3.3",
)
ALTER_REJECTED_REPLICAS_UNKNOWN = Statement(
    template="Rejecting alter syncStateSet request because the replicas {{{_}}} don't exist",
    logged_by="ReplicasInfoManager.alterSyncStateSet, 5.0.0 to 5.3.3",
)
ALTER_REJECTED_REPLICAS_DEAD = Statement(
    template="Rejecting alter syncStateSet request because the replicas {{{_}}} don't alive",
    logged_by="ReplicasInfoManager.alterSyncStateSet, 5.0.0 to 5.3.3",
)
ALTER_REJECTED_WITHOUT_LEADER = Statement(
    template="Rejecting alter syncStateSet request because the newSyncStateSet don't contains origin leader {{{_}}}",
    logged_by="ReplicasInfoManager.alterSyncStateSet, 5.0.0 to 5.3.3",
)
OLD_MASTER_STILL_ALIVE = Statement(
    template="The old master {_} is still alive, not need to elect new master for broker {_}",
    logged_by="ReplicasInfoManager.electMaster, 5.0.0 to 5.3.3",
)
