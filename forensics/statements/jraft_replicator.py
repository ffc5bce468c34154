"""What a JRaft leader sends its peers, and their connections: Replicator and the RPC classes of sofa-jraft 1.3.14."""

from forensics.statements.template import Statement

FAIL_NOTIFY_REPLICATOR_STATUS = Statement(
    template="Fail to notify ReplicatorStatusListener, listener={_}, event={_}.",
    logged_by="Replicator.notifyReplicatorStatusListener of sofa-jraft",
)
REPLICATOR_FAIL_SCHEDULE_HEARTBEAT = Statement(
    template="Replicator {_} fail to schedule heartbeat timer",
    logged_by="Replicator.startHeartbeatTimer of sofa-jraft",
    throws=True,
)
FAIL_INIT_SENDING_CHANNEL = Statement(
    template="Fail to init sending channel to {_}, group: {_}.",
    logged_by="Replicator.start of sofa-jraft",
)
REPLICATOR_GROUP_PEER_TYPE = Statement(
    template="Replicator [group: {_}, peer: {_}, type: {_}] is started",
    logged_by="Replicator.start of sofa-jraft",
)
PREVIOUS_WAIT_CAUGHT_UP = Statement(
    template="Previous wait_for_caught_up is not over, peer: {_}, group id: {_}",
    logged_by="Replicator.waitForCaughtUp of sofa-jraft",
)
REPLICATOR_STOPS_SENDING_ENTRIES = Statement(
    template="Replicator {_} stops sending entries.",
    logged_by="Replicator.continueSending of sofa-jraft",
)
FAIL_ADD_TIMER_REPLICATOR = Statement(
    template="Fail to add timer for replicator {_}",
    logged_by="Replicator.block of sofa-jraft",
    throws=True,
)
REPLICATOR_ID_NULL_WHEN = Statement(
    template="Replicator {_} id is null when timeout, maybe it's destroyed.",
    logged_by="Replicator.onTimeout of sofa-jraft",
)
REPLICATOR_GOING_QUIT = Statement(
    template="Replicator {_} is going to quit",
    logged_by="Replicator.destroy of sofa-jraft",
)
FAIL_ISSUE_RPC_CONSECUTIVE = Statement(
    template="Fail to issue RPC to {_}, consecutiveErrorTimes={_:int}, error={_}, groupId={_}",
    logged_by="Replicator.onHeartbeatReturned and Replicator.onAppendEntriesReturned of sofa-jraft",
)
HEARTBEAT_PEER_FAILURE_TRY = Statement(
    template="Heartbeat to peer {_} failure, try to send a probe request, groupId={_}.",
    logged_by="Replicator.onHeartbeatReturned of sofa-jraft",
)
TOO_MANY_PENDING_RESPONSES = Statement(
    template="Too many pending responses {_:int} for replicator {_}, maxReplicatorInflightMsgs={_}",
    logged_by="Replicator.onRpcReturned of sofa-jraft",
)
REPLICATOR_RESPONSE_SEQUENCE_OUT = Statement(
    template="Replicator {_} response sequence out of order, expect {_:int}, but it is {_:int}, reset state to try again.",
    logged_by="Replicator.onRpcReturned of sofa-jraft",
)
REPLICATOR_RECEIVED_INVALID_APPEND = Statement(
    template="Replicator {_} received invalid AppendEntriesResponse, in-flight startIndex={_:int}, request "
    "prevLogIndex={_:int}, reset the replicator state and probe again.",
    logged_by="Replicator.onAppendEntriesReturned of sofa-jraft",
)
PEER_DECLARES_LOG_INDEX = Statement(
    template="Peer={_} declares that log at index=0 doesn't match, which is not supposed to happen, groupId={_}",
    logged_by="Replicator.onAppendEntriesReturned of sofa-jraft",
)
FAIL_RESPONSE_TERM_DISMATCH = Statement(
    template="Fail, response term {_:int} dismatch, expect term {_:int}, peer {_}, group {_}",
    logged_by="Replicator.onAppendEntriesReturned of sofa-jraft",
)
FAIL_CHECK_REPLICATOR_CONNECTION = Statement(
    template="Fail to check replicator connection to peer={_}, replicatorType={_}, groupId={_}.",
    logged_by="ReplicatorGroupImpl.addReplicator of sofa-jraft",
)
FAIL_START_REPLICATOR_PEER = Statement(
    template="Fail to start replicator to peer={_}, replicatorType={_}, groupId={_}.",
    logged_by="ReplicatorGroupImpl.addReplicator of sofa-jraft",
)
STOP_REPLICATOR_GROUP_ID = Statement(
    template="Stop replicator to {_}, group id {_}.",
    logged_by="ReplicatorGroupImpl.stopReplicator of sofa-jraft",
)
FAIL_FIND_NEXT_CANDIDATE = Statement(
    template="Fail to find the next candidate, group {_}.",
    logged_by="ReplicatorGroupImpl.stopAllAndFindTheNextCandidate of sofa-jraft",
)
RESPONSE_SENT_REPEATEDLY = Statement(
    template="A response: {_} sent repeatedly!",
    logged_by="RpcRequestClosure.sendResponse of sofa-jraft",
)
FAIL_CONNECT_REMOTING_EXCEPTION = Statement(
    template="Fail to connect {_}, remoting exception: {_}.",
    logged_by="AbstractClientService.connect of sofa-jraft",
)
DISCONNECT = Statement(
    template="Disconnect from {_}.",
    logged_by="AbstractClientService.disconnect of sofa-jraft",
)
FAIL_RUN_RPC_RESPONSE = Statement(
    template="Fail to run RpcResponseClosure, the request is {_}.",
    logged_by="AbstractClientService.complete and AbstractClientService.onCanceled and "
    "DefaultRaftClientService.onConnectionFail of sofa-jraft",
    throws=True,
)
JRAFT_SET_FALSE_REPLICATOR = Statement(
    template="JRaft SET {_} to be false for replicator pipeline optimistic.",
    logged_by="BoltRaftRpcFactory.ensurePipeline of sofa-jraft",
)
DESTROYED_PEER_REQUEST_CONTEXT = Statement(
    template="Destroyed peer request context for {_}/{_}",
    logged_by="AppendEntriesRequestProcessor.destroy of sofa-jraft",
)
CLOSED_CONNECTION_PEER_BECAUSE = Statement(
    template="Closed connection to peer {_}/{_}, because of too many pending responses, queued={_:int}, max={_:int}",
    logged_by="AppendEntriesRequestProcessor.sendSequenceResponse of sofa-jraft",
)
CONNECTION_DISCONNECTED = Statement(
    template="Connection disconnected: {_}",
    logged_by="AppendEntriesRequestProcessor.onClosed of sofa-jraft",
)
PEER_CONNECTED = Statement(
    template="Peer {_} is connected",
    logged_by="ClientServiceConnectionEventProcessor.onEvent of sofa-jraft",
)
FAIL_PARSE_PEER = Statement(
    template="Fail to parse peer: {_}",
    logged_by="ClientServiceConnectionEventProcessor.onEvent of sofa-jraft",
)
FAIL_UNLOCK_LOCK_NOT = Statement(
    template="Fail to unlock with {_}, the lock is not held by current thread {_}.",
    logged_by="ThreadId.unlock of sofa-jraft",
)
THREAD_ID_ALREADY_DESTROYED = Statement(
    template="ThreadId: {_} already destroyed, ignore error code: {_:int}",
    logged_by="ThreadId.setError of sofa-jraft",
)
