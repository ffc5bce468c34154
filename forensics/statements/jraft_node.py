"""A node of JRaft, the Raft under controllers from 5.2.0 on: NodeImpl of sofa-jraft 1.3.14, its start, entries, peers and end."""

from forensics.statements.template import Statement

FAIL_ADD_SIGNAL = Statement(
    template="Fail to add signal.",
    logged_by="NodeImpl of sofa-jraft",
    throws=True,
)
RAFT_LOCK_REPORT_CURRENT = Statement(
    template="Raft-Node-Lock report: currentThread={_}, acquireMode={_}, heldThread={_}, queuedThreads={_}, blockedMs={_:int}.",
    logged_by="NodeImpl.report of sofa-jraft",
)
NUMBER_ACTIVE_NODES_DECREMENT = Statement(
    template="The number of active nodes decrement to {_:int}.",
    logged_by="NodeImpl.onEvent and NodeImpl.shutdown of sofa-jraft",
)
ADDING_PEERS = Statement(
    template="Adding peers: {_}.",
    logged_by="NodeImpl.addNewPeers of sofa-jraft",
)
START_REPLICATOR_FAILED_PEER = Statement(
    template="Node {_} start the replicator failed, peer={_}.",
    logged_by="NodeImpl.addNewPeers of sofa-jraft",
)
WAIT_CAUGHT_UP_PEER = Statement(
    template="Node {_} waitCaughtUp, peer={_}.",
    logged_by="NodeImpl.addNewPeers of sofa-jraft",
)
ADDING_LEARNERS = Statement(
    template="Adding learners: {_}.",
    logged_by="NodeImpl.addNewLearners of sofa-jraft",
)
START_LEARNER_REPLICATOR_FAILED = Statement(
    template="Node {_} start the learner replicator failed, peer={_}.",
    logged_by="NodeImpl.addNewLearners of sofa-jraft",
)
IGNORE_CAUGHT_UP_MESSAGE = Statement(
    template="Ignore onCaughtUp message, mismatch configuration context version, expect {_:int}, but is {_:int}.",
    logged_by="NodeImpl.onCaughtUp of sofa-jraft",
)
FAIL_CATCH_UP_PEER = Statement(
    template="Node {_} fail to catch up peer {_} when trying to change peers from {_} to {_}.",
    logged_by="NodeImpl.onCaughtUp of sofa-jraft",
)
NUMBER_ACTIVE_NODES_INCREMENT = Statement(
    template="The number of active nodes increment to {_:int}.",
    logged_by="NodeImpl of sofa-jraft",
)
INIT_META_STORAGE_FAILED = Statement(
    template="Node {_} init meta storage failed, uri={_}.",
    logged_by="NodeImpl.initMetaStorage of sofa-jraft",
)
FAIL_INIT_FSM_CALLER = Statement(
    template="Fail to init fsm caller, null instance, bootstrapId={_}.",
    logged_by="NodeImpl.initFSMCaller of sofa-jraft",
)
CANT_STARTED_IP_ANY = Statement(
    template="Node can't started from IP_ANY.",
    logged_by="NodeImpl.init of sofa-jraft",
)
NO_RPC_SERVER_ATTACHED = Statement(
    template="No RPC server attached to, did you forget to call addService?",
    logged_by="NodeImpl.init of sofa-jraft",
)
INIT_LOG_STORAGE_FAILED = Statement(
    template="Node {_} initLogStorage failed.",
    logged_by="NodeImpl.init of sofa-jraft",
)
NODE_META_STORAGE_FAILED = Statement(
    template="Node {_} initMetaStorage failed.",
    logged_by="NodeImpl.init of sofa-jraft",
)
INIT_FSMCALLER_FAILED = Statement(
    template="Node {_} initFSMCaller failed.",
    logged_by="NodeImpl.init of sofa-jraft",
)
INIT_BALLOT_BOX_FAILED = Statement(
    template="Node {_} init ballotBox failed.",
    logged_by="NodeImpl.init of sofa-jraft",
)
INIT_SNAPSHOT_STORAGE_FAILED = Statement(
    template="Node {_} initSnapshotStorage failed.",
    logged_by="NodeImpl.init of sofa-jraft",
)
INITIALIZED_INCONSISTENT_LOG_STATUS = Statement(
    template="Node {_} is initialized with inconsistent log, status={_}.",
    logged_by="NodeImpl.init of sofa-jraft",
)
INIT_EMPTY_CONF = Statement(
    template="Init node {_} with empty conf.",
    logged_by="NodeImpl.init of sofa-jraft",
)
FAIL_INIT_RPC_SERVICE = Statement(
    template="Fail to init rpc service.",
    logged_by="NodeImpl.init of sofa-jraft",
)
FAIL_INIT_READ_ONLY = Statement(
    template="Fail to init readOnlyService.",
    logged_by="NodeImpl.init of sofa-jraft",
)
INIT_TERM_LAST_LOG = Statement(
    template="Node {_} init, term={_:int}, lastLogId={_}, conf={_}, oldConf={_}.",
    logged_by="NodeImpl.init of sofa-jraft",
)
MANAGER_ADD_FAILED = Statement(
    template="NodeManager add {_} failed.",
    logged_by="NodeImpl.init of sofa-jraft",
)
APPEND_FAILED_STATUS = Statement(
    template="Node {_} append [{_:int}, {_}] failed, status={_}.",
    logged_by="NodeImpl.run of sofa-jraft",
)
APPLY_QUEUE_OVERLOAD = Statement(
    template="Node {_} applyQueue is overload.",
    logged_by="NodeImpl.apply of sofa-jraft",
)
RECEIVED_APPEND_ENTRIES_REQUEST = Statement(
    template="Node {_} received AppendEntriesRequest from {_} serverId bad format.",
    logged_by="NodeImpl.handleAppendEntriesRequest of sofa-jraft",
)
IGNORE_STALE_APPEND_ENTRIES = Statement(
    template="Node {_} ignore stale AppendEntriesRequest from {_}, term={_:int}, currTerm={_:int}.",
    logged_by="NodeImpl.handleAppendEntriesRequest of sofa-jraft",
)
ANOTHER_PEER_DECLARES_LEADER = Statement(
    template="Another peer {_} declares that it is the leader at term {_:int} which was occupied by leader {_}.",
    logged_by="NodeImpl.handleAppendEntriesRequest and NodeImpl.handleInstallSnapshot of sofa-jraft",
)
RECEIVED_APPEND_ENTRIES_REQUEST_WHILE = Statement(
    template="Node {_} received AppendEntriesRequest while installing snapshot.",
    logged_by="NodeImpl.handleAppendEntriesRequest of sofa-jraft",
)
REJECT_TERM_UNMATCHED_APPEND = Statement(
    template="Node {_} reject term_unmatched AppendEntriesRequest from {_}, term={_:int}, prevLogIndex={_:int}, "
    "prevLogTerm={_:int}, localPrevLogTerm={_:int}, lastLogIndex={_:int}, entriesSize={_:int}.",
    logged_by="NodeImpl.handleAppendEntriesRequest of sofa-jraft",
)
RECEIVED_APPEND_ENTRIES_REQUEST_BUT = Statement(
    template="Node {_} received AppendEntriesRequest but log manager is busy.",
    logged_by="NodeImpl.handleAppendEntriesRequest of sofa-jraft",
)
CORRUPTED_LOG_ENTRY_RECEIVED = Statement(
    template="Corrupted log entry received from leader, index={_}, term={_}, expectedChecksum={_:int}, realChecksum={_:int}",
    logged_by="NodeImpl.handleAppendEntriesRequest of sofa-jraft",
)
WAIT_CAUGHT_UP_FAILED = Statement(
    template="Node {_} waitCaughtUp failed, peer={_}.",
    logged_by="NodeImpl.onCaughtUp of sofa-jraft",
)
CAUGHT_UP_FAILED_STATUS = Statement(
    template="Node {_} caughtUp failed, status={_}, peer={_}.",
    logged_by="NodeImpl.onCaughtUp of sofa-jraft",
)
FAIL_RUN_CONFIGURATION_CHANGE = Statement(
    template="Fail to run ConfigurationChangeDone, status: {_}.",
    logged_by="NodeImpl.run of sofa-jraft",
)
REFUSED_CONFIGURATION_CHANGING_STATE = Statement(
    template="Node {_} refused configuration changing as the state={_}.",
    logged_by="NodeImpl.unsafeRegisterConfChange of sofa-jraft",
)
REFUSED_CONFIGURATION_CONCURRENT_CHANGING = Statement(
    template="Node {_} refused configuration concurrent changing.",
    logged_by="NodeImpl.unsafeRegisterConfChange of sofa-jraft",
)
PROCESS_CONFIGURATION_CHANGE_DONE = Statement(
    template="Node {_} process onConfigurationChangeDone at term {_:int} while state={_}, currTerm={_:int}.",
    logged_by="NodeImpl.onConfigurationChangeDone of sofa-jraft",
)
GOT_ERROR = Statement(
    template="Node {_} got error: {_}.",
    logged_by="NodeImpl.onError of sofa-jraft",
    throws=True,
)
SHUTDOWN_CURR_TERM_STATE = Statement(
    template="Node {_} shutdown, currTerm={_:int} state={_}.",
    logged_by="NodeImpl.shutdown of sofa-jraft",
)
CHANGE_PEERS = Statement(
    template="Node {_} change peers from {_} to {_}.",
    logged_by="NodeImpl.changePeers of sofa-jraft",
)
SET_EMPTY_PEERS = Statement(
    template="Node {_} set empty peers.",
    logged_by="NodeImpl.resetPeers of sofa-jraft",
)
STATE_CANT_SET_PEERS = Statement(
    template="Node {_} is in state {_}, can't set peers.",
    logged_by="NodeImpl.resetPeers of sofa-jraft",
)
SET_PEERS_EMPTY = Statement(
    template="Node {_} set peers to {_} from empty.",
    logged_by="NodeImpl.resetPeers of sofa-jraft",
)
SET_PEERS_NEED_WAIT = Statement(
    template="Node {_} set peers need wait current conf changing.",
    logged_by="NodeImpl.resetPeers of sofa-jraft",
)
SET_PEERS = Statement(
    template="Node {_} set peers from {_} to {_}.",
    logged_by="NodeImpl.resetPeers of sofa-jraft",
)
