"""Elections of JRaft, the Raft under controllers from 5.2.0 on: NodeImpl of sofa-jraft 1.3.14, votes, terms and transfers."""

from forensics.statements.template import Statement

WILL_NEVER_PARTICIPATE_ELECTION = Statement(
    template="Node {_} will never participate in election, because it's priority={_:int}.",
    logged_by="NodeImpl.allowLaunchElection of sofa-jraft",
)
PRIORITY_DECAY = Statement(
    template="Node {_} priority decay, from: {_:int}, to: {_:int}.",
    logged_by="NodeImpl.decayTargetPriority of sofa-jraft",
)
TARGET_PRIORITY_VALUE_CHANGED = Statement(
    template="Node {_} target priority value has changed from: {_:int}, to: {_:int}.",
    logged_by="NodeImpl.checkAndSetConfiguration of sofa-jraft",
)
START_VOTE_GRANT_VOTE = Statement(
    template="Node {_} start vote and grant vote self, term={_:int}.",
    logged_by="NodeImpl.electSelf of sofa-jraft",
)
CANT_DO_ELECT_SELF = Statement(
    template="Node {_} can't do electSelf as it is not in {_}.",
    logged_by="NodeImpl.electSelf of sofa-jraft",
)
RAISE_TERM_WHEN_GET = Statement(
    template="Node {_} raise term {_:int} when getLastLogId.",
    logged_by="NodeImpl.electSelf of sofa-jraft",
)
CHANNEL_INIT_FAILED_ADDRESS = Statement(
    template="Node {_} channel init failed, address={_}.",
    logged_by="NodeImpl.electSelf and NodeImpl.preVote of sofa-jraft",
)
BECOME_LEADER_GROUP_TERM = Statement(
    template="Node {_} become leader of group, term={_:int}, conf={_}, oldConf={_}.",
    logged_by="NodeImpl.becomeLeader of sofa-jraft",
)
FAIL_ADD_REPLICATOR_PEER = Statement(
    template="Fail to add a replicator, peer={_}.",
    logged_by="NodeImpl.becomeLeader of sofa-jraft",
)
FAIL_ADD_LEARNER_REPLICATOR = Statement(
    template="Fail to add a learner replicator, peer={_}.",
    logged_by="NodeImpl.becomeLeader of sofa-jraft",
)
LEARNER_ELECTION_TIMER_NOT = Statement(
    template="Node {_} is a learner, election timer is not started.",
    logged_by="NodeImpl.stepDown of sofa-jraft",
)
NOT_ACTIVE_STATE_CURR = Statement(
    template="Node {_} is not in active state, currTerm={_:int}.",
    logged_by="NodeImpl.handlePreVoteRequest and NodeImpl.handleRequestVoteRequest and "
    "NodeImpl.handleAppendEntriesRequest of sofa-jraft",
)
RECEIVED_PRE_VOTE_REQUEST = Statement(
    template="Node {_} received PreVoteRequest from {_} serverId bad format.",
    logged_by="NodeImpl.handlePreVoteRequest of sofa-jraft",
)
IGNORE_PRE_VOTE_REQUEST = Statement(
    template="Node {_} ignore PreVoteRequest from {_} as it is not in conf <{_}>.",
    logged_by="NodeImpl.handlePreVoteRequest of sofa-jraft",
)
IGNORE_PRE_VOTE_REQUEST_TERM = Statement(
    template="Node {_} ignore PreVoteRequest from {_}, term={_:int}, currTerm={_:int}, because the leader {_}'s "
    "lease is still valid.",
    logged_by="NodeImpl.handlePreVoteRequest of sofa-jraft",
)
IGNORE_PRE_VOTE_REQUEST_TERM_CURR = Statement(
    template="Node {_} ignore PreVoteRequest from {_}, term={_:int}, currTerm={_:int}.",
    logged_by="NodeImpl.handlePreVoteRequest of sofa-jraft",
)
RECEIVED_PRE_VOTE_REQUEST_TERM = Statement(
    template="Node {_} received PreVoteRequest from {_}, term={_:int}, currTerm={_:int}, granted={_:bool}, "
    "requestLastLogId={_}, lastLogId={_}.",
    logged_by="NodeImpl.handlePreVoteRequest of sofa-jraft",
)
RECEIVED_REQUEST_VOTE_REQUEST = Statement(
    template="Node {_} received RequestVoteRequest from {_} serverId bad format.",
    logged_by="NodeImpl.handleRequestVoteRequest of sofa-jraft",
)
RECEIVED_REQUEST_VOTE_REQUEST_TERM = Statement(
    template="Node {_} received RequestVoteRequest from {_}, term={_:int}, currTerm={_:int}.",
    logged_by="NodeImpl.handleRequestVoteRequest of sofa-jraft",
)
IGNORE_REQUEST_VOTE_REQUEST = Statement(
    template="Node {_} ignore RequestVoteRequest from {_}, term={_:int}, currTerm={_:int}.",
    logged_by="NodeImpl.handleRequestVoteRequest of sofa-jraft",
)
RAISE_TERM_WHEN_GET_LAST = Statement(
    template="Node {_} raise term {_:int} when get lastLogId.",
    logged_by="NodeImpl.handleRequestVoteRequest and NodeImpl.preVote of sofa-jraft",
)
STEPS_DOWN_WHEN_ALIVE = Statement(
    template="Node {_} steps down when alive nodes don't satisfy quorum, term={_:int}, deadNodes={_}, conf={_}.",
    logged_by="NodeImpl.checkDeadNodes of sofa-jraft",
)
RECEIVED_INVALID_REQUEST_VOTE = Statement(
    template="Node {_} received invalid RequestVoteResponse from {_}, state not in STATE_CANDIDATE but {_}.",
    logged_by="NodeImpl.handleRequestVoteResponse of sofa-jraft",
)
RECEIVED_STALE_REQUEST_VOTE = Statement(
    template="Node {_} received stale RequestVoteResponse from {_}, term={_:int}, currTerm={_:int}.",
    logged_by="NodeImpl.handleRequestVoteResponse of sofa-jraft",
)
RECEIVED_INVALID_REQUEST_VOTE_RESPONSE = Statement(
    template="Node {_} received invalid RequestVoteResponse from {_}, term={_:int}, expect={_:int}.",
    logged_by="NodeImpl.handleRequestVoteResponse of sofa-jraft",
)
REQUEST_VOTE_ERROR = Statement(
    template="Node {_} RequestVote to {_} error: {_}.",
    logged_by="NodeImpl.run of sofa-jraft",
)
RECEIVED_INVALID_PRE_VOTE = Statement(
    template="Node {_} received invalid PreVoteResponse from {_}, state not in STATE_FOLLOWER but {_}.",
    logged_by="NodeImpl.handlePreVoteResponse of sofa-jraft",
)
RECEIVED_INVALID_PRE_VOTE_RESPONSE = Statement(
    template="Node {_} received invalid PreVoteResponse from {_}, term={_:int}, currTerm={_:int}.",
    logged_by="NodeImpl.handlePreVoteResponse of sofa-jraft",
)
RECEIVED_INVALID_PRE_VOTE_RESPONSE_TERM = Statement(
    template="Node {_} received invalid PreVoteResponse from {_}, term {_:int}, expect={_:int}.",
    logged_by="NodeImpl.handlePreVoteResponse of sofa-jraft",
)
RECEIVED_PRE_VOTE_RESPONSE = Statement(
    template="Node {_} received PreVoteResponse from {_}, term={_:int}, granted={_:bool}.",
    logged_by="NodeImpl.handlePreVoteResponse of sofa-jraft",
)
PRE_VOTE_ERROR = Statement(
    template="Node {_} PreVote to {_} error: {_}.",
    logged_by="NodeImpl.run of sofa-jraft",
)
TERM_START_PRE_VOTE = Statement(
    template="Node {_} term {_:int} start preVote.",
    logged_by="NodeImpl.preVote of sofa-jraft",
)
TERM_DOESNT_DO_PRE = Statement(
    template="Node {_} term {_:int} doesn't do preVote when installing snapshot as the configuration may be out of date.",
    logged_by="NodeImpl.preVote of sofa-jraft",
)
CANT_DO_PRE_VOTE = Statement(
    template="Node {_} can't do preVote as it is not in conf <{_}>.",
    logged_by="NodeImpl.preVote of sofa-jraft",
)
CANDIDATE_TERM_STEPS_DOWN = Statement(
    template="Candidate node {_} term {_:int} steps down when election reaching vote timeout: fail to get quorum vote-granted.",
    logged_by="NodeImpl.handleVoteTimeout of sofa-jraft",
)
FAILED_TRANSFER_LEADERSHIP_PEER = Statement(
    template="Node {_} failed to transfer leadership to peer {_}, reached timeout.",
    logged_by="NodeImpl.handleTransferTimeout of sofa-jraft",
)
RESET_ELECTION_TIMEOUT_CURR = Statement(
    template="Node {_} reset electionTimeout, currTimer {_:int} state {_} new electionTimeout {_:int}.",
    logged_by="NodeImpl.resetElectionTimeoutMs of sofa-jraft",
)
CANT_TRANSFER_LEADERSHIP_PEER = Statement(
    template="Node {_} can't transfer leadership to peer {_} as it is in state {_}.",
    logged_by="NodeImpl.transferLeadershipTo of sofa-jraft",
)
REFUSED_TRANSFER_LEADERSHIP_PEER = Statement(
    template="Node {_} refused to transfer leadership to peer {_} when the leader is changing the configuration.",
    logged_by="NodeImpl.transferLeadershipTo of sofa-jraft",
)
STARTS_TRANSFER_LEADERSHIP_ANY = Statement(
    template="Node {_} starts to transfer leadership to any peer.",
    logged_by="NodeImpl.transferLeadershipTo of sofa-jraft",
)
TRANSFERRED_LEADERSHIP_SELF = Statement(
    template="Node {_} transferred leadership to self.",
    logged_by="NodeImpl.transferLeadershipTo of sofa-jraft",
)
REFUSED_TRANSFER_LEADERSHIP_PEER_NOT = Statement(
    template="Node {_} refused to transfer leadership to peer {_} as it is not in {_}.",
    logged_by="NodeImpl.transferLeadershipTo of sofa-jraft",
)
STARTS_TRANSFER_LEADERSHIP_PEER = Statement(
    template="Node {_} starts to transfer leadership to peer {_}.",
    logged_by="NodeImpl.transferLeadershipTo of sofa-jraft",
)
RECEIVED_TIMEOUT_NOW_REQUEST = Statement(
    template="Node {_} received TimeoutNowRequest from {_} while currTerm={_:int} didn't match requestTerm={_:int}.",
    logged_by="NodeImpl.handleTimeoutNowRequest of sofa-jraft",
)
RECEIVED_TIMEOUT_NOW_REQUEST_WHILE = Statement(
    template="Node {_} received TimeoutNowRequest from {_}, while state={_}, term={_:int}.",
    logged_by="NodeImpl.handleTimeoutNowRequest of sofa-jraft",
)
RECEIVED_TIMEOUT_NOW_REQUEST_TERM = Statement(
    template="Node {_} received TimeoutNowRequest from {_}, term={_:int}.",
    logged_by="NodeImpl.handleTimeoutNowRequest of sofa-jraft",
)
