"""What JRaft controllers and the Bolt under them print is read, whatever the group, the peers' names and the failure."""

import pytest
from readings import statement_of

from forensics import statements

LINES = {
    "bolt_connections.CHECK_FAILED_ADDRESS_CONNECTION": "check failed. address: c2.example:9870, connection: null",
    "bolt_connections.CLOSE_CONNECTION_REMOTE_ADDRESS": "Close the connection to remote address=c2:1, result=false, cause={}",
    "bolt_connections.CONNECTION_CLOSED": "Connection closed: UNKNOWN-ADDR",
    "bolt_connections.CREATE_CONNECTION_TIMEOUT": "Create connection to c2.example:9870 timeout!",
    "bolt_connections.HEARTBEAT_FAILED_TIMES_CLOSE": "Heartbeat failed for 3 times, close the connection from client side: c2:1 ",
    "bolt_connections.RECONNECT_TARGET_FAILED": "reconnect target: Origin url [c2:9870], Unique key [c2:9870]. failed.",
    "bolt_connections.TRIGGER_USER_EVENT_LOCAL": "trigger user event, local[c1:1], remote[c2:9870], event: CONNECT_FAILED",
    "bolt_requests.CANNOT_FIND_INVOKE_FUTURE": "Cannot find InvokeFuture, maybe already timeout, id=7, from=c2:9870 ",
    "bolt_requests.CONNECTION_CLOSED_ADDRESS": "Connection closed! the address is c2:9870",
    "jraft_elections.BECOME_LEADER_GROUP_TERM": (
        "Node <g.a-1/c1.example:9870:0:100> become leader of group, term=12, conf=c1.example:9870:0:100,c2:9870, oldConf=."
    ),
    "jraft_elections.IGNORE_PRE_VOTE_REQUEST_TERM": (
        "Node <g/c1:9870> ignore PreVoteRequest from c2:9870, term=3, currTerm=2, because the leader c3:1's lease is still valid."
    ),
    "jraft_elections.PRE_VOTE_ERROR": (
        "Node <g/c1:9870> PreVote to c2:9870 error: Status[EHOSTDOWN<1010>: Check connection[c2:9870] fail]."
    ),
    "jraft_elections.STARTS_TRANSFER_LEADERSHIP_PEER": "Node <g/c1:9870> starts to transfer leadership to peer c2:9870.",
    "jraft_elections.STEPS_DOWN_WHEN_ALIVE": (
        "Node <g/c1:9870> steps down when alive nodes don't satisfy quorum, term=4, deadNodes=c2:9870,c3:9870, "
        "conf=c1:9870,c2:9870,c3:9870."
    ),
    "jraft_life.THREAD_POOL_TERMINATED": "ThreadPool is terminated: JRaft-RPC-Processor, a.B@1[Terminated, pool size = 0].",
    "jraft_log.CRITICAL_ERROR_FAIL_APPEND": "**Critical error**, fail to appendEntries, nAppent=0, toAppend=2",
    "jraft_log.TRUNCATING_STORAGE_LAST_INDEX": "Truncating storage to lastIndexKept=41.",
    "jraft_node.GOT_ERROR": "Node <g/c1:9870> got error: {}.",
    "jraft_node.REJECT_TERM_UNMATCHED_APPEND": (
        "Node <g/c1:9870> reject term_unmatched AppendEntriesRequest from c2:9870, term=4, prevLogIndex=9, prevLogTerm=4, "
        "localPrevLogTerm=0, lastLogIndex=7, entriesSize=0."
    ),
    "jraft_node.SHUTDOWN_CURR_TERM_STATE": "Node <g/c1:9870> shutdown, currTerm=4 state=STATE_LEADER.",
    "jraft_replicator.FAIL_ISSUE_RPC_CONSECUTIVE": (
        "Fail to issue RPC to c2:9870, consecutiveErrorTimes=11, error=Status[EHOSTDOWN<1010>: no connection], groupId=g"
    ),
    "jraft_snapshot_files.RENAMING": r"Renaming C:\store\snapshot\temp to C:\store\snapshot\snapshot_400.",
    "jraft_snapshots.RECEIVED_INSTALL_SNAPSHOT_RESPONSE_LAST": (
        "Node g:c1:9870 received InstallSnapshotResponse from c2:9870 lastIncludedIndex=400 lastIncludedTerm=4 success=true"
    ),
    "jraft_snapshots.SNAPSHOT_LOAD_DONE": "Node <g/c1:9870> onSnapshotLoadDone, last_included_index: 4\nlast_included_term: 4\n",
}
"""A line of each, by its statement, as the library's source prints it."""


@pytest.mark.parametrize("name", LINES)
def test_a_line_of_jraft_is_read(name):
    assert statement_of(LINES[name]) == name


def test_no_release_is_told_from_libraries_that_others_use_too():
    families = [name for name in statements.statements() if name.startswith(("jraft_", "bolt_"))]
    assert families
    assert not {name for name in families if statements.statements()[name].releases}
