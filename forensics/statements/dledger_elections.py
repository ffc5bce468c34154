"""Elections of DLedger, the Raft under brokers and controllers: DLedgerLeaderElector, DLedgerServer, MemberState."""

from forensics.statements.template import Statement

BUG_HANDLE_HEART = Statement(
    template="[BUG] [HandleHeartBeat] remoteId={_} is an unknown member",
    logged_by="DLedgerLeaderElector.handleHeartBeat of DLedger, 4.8.0 to 5.3.3",
)
BUG_HANDLE_HEART_BEAT = Statement(
    template="[BUG] [HandleHeartBeat] selfId={_} but remoteId={_}",
    logged_by="DLedgerLeaderElector.handleHeartBeat of DLedger, 4.8.0 to 5.3.3",
)
BUG_CURR_TERM = Statement(
    template="[{_}][BUG] currTerm {_} has leader {_}, but received leader {_}",
    logged_by="DLedgerLeaderElector.handleHeartBeat of DLedger, 4.8.0 to 5.3.3",
)
CHANGE_ROLE_LEADER = Statement(
    template="[{_}] [ChangeRoleToLeader] from term: {_} and currTerm: {_}",
    logged_by="DLedgerLeaderElector.changeRoleToLeader of DLedger, 4.8.0 to 5.3.3",
)
SKIP_LEADER_TERM = Statement(
    template="[{_}] skip to be the leader in term: {_}, but currTerm is: {_}",
    logged_by="DLedgerLeaderElector.changeRoleToLeader of DLedger, 4.8.0 to 5.3.3",
)
CHANGE_ROLE_CANDIDATE = Statement(
    template="[{_}] [ChangeRoleToCandidate] from term: {_} and currTerm: {_}",
    logged_by="DLedgerLeaderElector.changeRoleToCandidate of DLedger, 4.8.0 to 5.3.3",
)
SKIP_CANDIDATE_TERM = Statement(
    template="[{_}] skip to be candidate in term: {_}, but currTerm: {_}",
    logged_by="DLedgerLeaderElector.changeRoleToCandidate of DLedger, 4.8.0 to 5.3.3",
)
CHANGE_ROLE_FOLLOWER = Statement(
    template="[{_}][ChangeRoleToFollower] from term: {_} leaderId: {_} and currTerm: {_}",
    logged_by="DLedgerLeaderElector.changeRoleToFollower of DLedger, 4.8.0 to 5.3.3",
)
BUG_HANDLE_VOTE = Statement(
    template="[BUG] [HandleVote] remoteId={_} is an unknown member",
    logged_by="DLedgerLeaderElector.handleVote of DLedger, 4.8.0 to 5.3.3",
)
BUG_HANDLE_VOTE_SELF = Statement(
    template="[BUG] [HandleVote] selfId={_} but remoteId={_}",
    logged_by="DLedgerLeaderElector.handleVote of DLedger, 4.8.0 to 5.3.3",
)
HEARTBEAT_RESPONSE_FAILED = Statement(
    template="heartbeat response failed",
    logged_by="DLedgerLeaderElector.sendHeartbeats of DLedger, 4.8.0 to 5.3.3",
    throws=True,
)
PARSE_HEARTBEAT_RESPONSES = Statement(
    template="[{_}] Parse heartbeat responses in cost={_} term={_} allNum={_} succNum={_} notReadyNum={_} "
    "inconsistLeader={_} maxTerm={_} peerSize={_} lastSuccHeartBeatTime={_}",
    logged_by="DLedgerLeaderElector.sendHeartbeats of DLedger, 4.8.0 to 5.3.3",
)
HEART_BEAT_TIME = Statement(
    template="[{_}][HeartBeatTimeOut] lastLeaderHeartBeatTime: {_} heartBeatTimeIntervalMs: {_} lastLeader={_}",
    logged_by="DLedgerLeaderElector.maintainAsFollower of DLedger, 4.8.0 to 5.3.3",
)
INCREASE_TERM = Statement(
    template="{_}_[INCREASE_TERM] from {_} to {_}",
    logged_by="DLedgerLeaderElector.maintainAsCandidate of DLedger, 4.8.0 to 5.3.3",
)
GET_VOTE_RESPONSE = Statement(
    template="[{_}][GetVoteResponse] {_}",
    logged_by="DLedgerLeaderElector.maintainAsCandidate of DLedger, 4.8.0 to 5.3.3",
)
VOTE_RESPONSE_FAILED = Statement(
    template="vote response failed",
    logged_by="DLedgerLeaderElector.maintainAsCandidate of DLedger, 4.8.0 to 5.3.3",
    throws=True,
)
PARSE_VOTE_RESULT = Statement(
    template="[{_}] [PARSE_VOTE_RESULT] cost={_} term={_} memberNum={_} allNum={_} acceptedNum={_} notReadyTermNum={_} "
    "biggerLedgerNum={_} alreadyHasLeader={_} maxTerm={_} result={_}",
    logged_by="DLedgerLeaderElector.maintainAsCandidate of DLedger, 4.8.0 to 5.3.3",
)
VOTE_RESULT_BEEN = Statement(
    template="[{_}] [VOTE_RESULT] has been elected to be the leader in term {_}",
    logged_by="DLedgerLeaderElector.maintainAsCandidate of DLedger, 4.8.0 to 5.3.3",
)
TAKE_LEADERSHIP_TASK = Statement(
    template="takeLeadershipTask.check failed. ter={_}, role={_}",
    logged_by="DLedgerLeaderElector.handleRoleChange of DLedger, 4.8.0 to 5.3.3",
    throws=True,
)
HANDLE_ROLE_CHANGE = Statement(
    template="Handle role change failed term={_} role={_} handler={_}",
    logged_by="DLedgerLeaderElector.handleRoleChange of DLedger, 4.8.0 to 5.3.3",
    throws=True,
)
HANDLE_LEADERSHIP_TRANSFER = Statement(
    template="handleLeadershipTransfer: {_}",
    logged_by="DLedgerLeaderElector.handleLeadershipTransfer of DLedger, 4.8.0 to 5.3.3",
)
BUG_HANDLE_LEADER = Statement(
    template="[BUG] [HandleLeaderTransfer] currTerm={_} != request.term={_}",
    logged_by="DLedgerLeaderElector.handleLeadershipTransfer of DLedger, 4.8.0 to 5.3.3",
)
BUG_HANDLE_LEADER_TRANSFER = Statement(
    template="[BUG] [HandleLeaderTransfer] selfId={_} is not leader",
    logged_by="DLedgerLeaderElector.handleLeadershipTransfer of DLedger, 4.8.0 to 5.3.3",
)
BUG_HANDLE_LEADER_TRANSFER_TRANSFEREE = Statement(
    template="[BUG] [HandleLeaderTransfer] transferee={_} is already set",
    logged_by="DLedgerLeaderElector.handleLeadershipTransfer of DLedger, 4.8.0 to 5.3.3",
)
HANDLE_LEADER_TRANSFER = Statement(
    template="[HandleLeaderTransfer] term changed, cur={_} , request={_}",
    logged_by="DLedgerLeaderElector.handleLeadershipTransfer of DLedger, 4.8.0 to 5.3.3",
)
LEADERSHIP_TRANSFER_FAILED = Statement(
    template="leadershipTransfer failed, set transferee to null",
    logged_by="DLedgerLeaderElector.handleLeadershipTransfer of DLedger, 4.8.0 to 5.3.3",
)
BUG_HANDLE_TAKE = Statement(
    template="[BUG] [handleTakeLeadership] currTerm={_} != request.term={_}",
    logged_by="DLedgerLeaderElector.handleTakeLeadership of DLedger, 4.8.0 to 5.3.3",
)
TAKE_LEADERSHIP_TASK_FINISHED = Statement(
    template="TakeLeadershipTask finished. request={_}, response={_}, term={_}, role={_}",
    logged_by="DLedgerLeaderElector.check of DLedger, 4.8.0 to 5.3.3",
)
ERROR_HEARTBEAT = Statement(
    template="Error in heartbeat",
    logged_by="DLedgerLeaderElector.doWork of DLedger, 4.8.0 to 5.3.3",
    throws=True,
)
HANDLE_HEART_BEAT = Statement(
    template="[{_}][HandleHeartBeat] failed",
    logged_by="DLedgerServer.handleHeartBeat of DLedger, 4.8.0 to 5.3.3",
    throws=True,
)
HANDLE_VOTE_FAILED = Statement(
    template="[{_}][HandleVote] failed",
    logged_by="DLedgerServer.handleVote of DLedger, 4.8.0 to 5.3.3",
    throws=True,
)
HANDLE_APPEND_FAILED = Statement(
    template="[{_}][HandleAppend] failed",
    logged_by="DLedgerServer.handleAppend of DLedger, 4.8.0 to 5.3.3",
    throws=True,
)
HANDLE_GET_FAILED = Statement(
    template="[{_}][HandleGet] failed",
    logged_by="DLedgerServer.handleGet of DLedger, 4.8.0 to 5.3.3",
    throws=True,
)
HANDLE_METADATA_FAILED = Statement(
    template="[{_}][HandleMetadata] failed",
    logged_by="DLedgerServer.handleMetadata of DLedger, 4.8.0 to 5.3.3",
    throws=True,
)
HANDLE_PUSH_FAILED = Statement(
    template="[{_}][HandlePush] failed",
    logged_by="DLedgerServer.handlePush of DLedger, 4.8.0 to 5.3.3",
    throws=True,
)
HANDLE_LEADERSHIP_TRANSFER_FAILED = Statement(
    template="[{_}][handleLeadershipTransfer] failed",
    logged_by="DLedgerServer.handleLeadershipTransfer of DLedger, 4.8.0 to 5.3.3",
    throws=True,
)
PREFERRED_LEADER_ID = Statement(
    template="preferredLeaderId = {_} is not a peer member",
    logged_by="DLedgerServer.checkPreferredLeader of DLedger, 4.8.0 to 5.3.3",
)
PREFERRED_LEADER_ID_NOT = Statement(
    template="preferredLeaderId = {_} is not online",
    logged_by="DLedgerServer.checkPreferredLeader of DLedger, 4.8.0 to 5.3.3",
)
TRANSFEREE_FALL_BEHIND = Statement(
    template="transferee fall behind index : {_}",
    logged_by="DLedgerServer.checkPreferredLeader of DLedger, 4.8.0 to 4.9.3",
)
TRANSFER_FINISHED_REQUEST = Statement(
    template="transfer finished. request={_},response={_},cost={_}ms",
    logged_by="DLedgerServer.checkPreferredLeader of DLedger, 4.8.0 to 5.3.3",
)
CHECK_PREFERRED_LEADER = Statement(
    template="[checkPreferredLeader] error, request={_}",
    logged_by="DLedgerServer.checkPreferredLeader of DLedger, 4.8.0 to 5.3.3",
    throws=True,
)
LOAD_LAST_TERM = Statement(
    template="Load last term failed",
    logged_by="MemberState.loadTerm of DLedger, 4.8.0 to 5.3.3",
    throws=True,
)
PERSIST_CURR_TERM = Statement(
    template="Persist curr term failed",
    logged_by="MemberState.persistTerm of DLedger, 4.8.0 to 5.3.3",
    throws=True,
)
PREFERRED_LEADER_ID_TRANSFEREE = Statement(
    template="preferredLeaderId = {_} transferee fall behind index : {_}",
    logged_by="DLedgerServer.checkPreferredLeader of DLedger, 4.9.3 to 5.3.3",
)
TRANSFEREE_FALL_BEHIND_DIFF = Statement(
    template="transferee fall behind, diff = {_}",
    logged_by="DLedgerServer.handleLeadershipTransfer of DLedger, 4.9.4 to 5.3.3",
)
PREFERRED_LEADER_ID_WHICH = Statement(
    template="preferredLeaderId = {_}, which has the smallest fall behind index = {_} and is decided to be transferee.",
    logged_by="DLedgerServer.checkPreferredLeader of DLedger, 4.9.4 to 5.3.3",
)
