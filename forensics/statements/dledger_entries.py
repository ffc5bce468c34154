"""Entries of DLedger on their way between its members: DLedgerEntryPusher, DLedgerRpcNettyService, StateMachineCaller."""

from forensics.statements.template import Statement

INITIALIZE_WATERMARK_TERM = Statement(
    template="Initialize the watermark in {_} for term={_}",
    logged_by="DLedgerEntryPusher.checkTermForWaterMark of DLedger, 4.8.0 to 5.3.3",
)
INITIALIZE_PENDING_APPEND = Statement(
    template="Initialize the pending append map in {_} for term={_}",
    logged_by="DLedgerEntryPusher.checkTermForPendingMap of DLedger, 4.8.0 to 5.3.3",
)
MONITOR_GET_OLD = Statement(
    template="[MONITOR] get old wait at index={_}",
    logged_by="DLedgerEntryPusher.waitAck of DLedger, 4.8.0 to 5.3.3",
)
TERM_LEDGER_BEGIN = Statement(
    template="[{_}][{_}] term={_} ledgerBegin={_} ledgerEnd={_} committed={_} watermarks={_}",
    logged_by="DLedgerEntryPusher.doWork of DLedger, 4.8.0 to 5.3.3",
)
TERM_CHANGE_CLEAR = Statement(
    template="[TermChange] Will clear the pending response index={_} for term changed from {_} to {_}",
    logged_by="DLedgerEntryPusher.doWork of DLedger, 4.8.0 to 5.3.3",
)
TERM_CHANGE_CLEAR_WATERMARKS = Statement(
    template="[TermChange] Will clear the watermarks for term changed from {_} to {_}",
    logged_by="DLedgerEntryPusher.doWork of DLedger, 4.8.0 to 5.3.3",
)
ERROR_ACK_INDEX = Statement(
    template="Error in ack to index={_} term={_}",
    logged_by="DLedgerEntryPusher.doWork of DLedger, 4.8.0 to 5.3.3",
    throws=True,
)
PUSH_QUOTA_EXHAUST = Statement(
    template="[Push-{_}]Quota exhaust, will sleep {_}ms",
    logged_by="DLedgerEntryPusher.checkQuotaAndWait of DLedger, 4.8.0 to 5.3.3",
)
PUSH_GET_INCONSISTENT = Statement(
    template="[Push-{_}]Get INCONSISTENT_STATE when push index={_} term={_}",
    logged_by="DLedgerEntryPusher.doAppendInner of DLedger, 4.8.0 to 5.3.3",
)
PUSH_GET_ERROR = Statement(
    template="[Push-{_}]Get error response code {_} {_}",
    logged_by="DLedgerEntryPusher.sendBatchAppendEntryRequest of DLedger, 4.8.0 to 5.3.3",
)
PUSH_GET_INDEX = Statement(
    template="[Push-{_}]Get INDEX_LESS_THAN_LOCAL_BEGIN when requested index is {_}, try to compare",
    logged_by="DLedgerEntryPusher.getDLedgerEntryForAppend of DLedger, 4.8.0 to 5.3.3",
)
PUSH_RETRY_PUSH = Statement(
    template="[Push-{_}]Retry to push entry at {_}",
    logged_by="DLedgerEntryPusher.doCheckAppendResponse of DLedger, 4.8.0 to 5.3.3",
)
PUSH_GET_INCONSISTENT_STATE = Statement(
    template="[Push-{_}]Get INCONSISTENT_STATE when batch push index={_} term={_}",
    logged_by="DLedgerEntryPusher.sendBatchAppendEntryRequest of DLedger, 4.8.0 to 5.3.3",
)
PUSH_RETRY_PUSH_ENTRY = Statement(
    template="[Push-{_}]Retry to push entry from {_} to {_}",
    logged_by="DLedgerEntryPusher.doCheckBatchAppendResponse of DLedger, 4.8.0 to 5.3.3",
)
PUSH_PUSH_DATA = Statement(
    template="[Push-{_}]Will push data to truncate truncateIndex={_} pos={_}",
    logged_by="DLedgerEntryPusher.doTruncate of DLedger, 4.8.0 to 5.3.3",
)
PUSH_CHANGE_STATE = Statement(
    template="[Push-{_}]Change state from {_} to {_} at {_}",
    logged_by="DLedgerEntryPusher.changeState of DLedger, 4.8.0 to 5.3.3",
)
PUSH_DO_COMPARE = Statement(
    template="[Push-{_}][DoCompare] compareIndex=-1 means start to compare",
    logged_by="DLedgerEntryPusher.doCompare of DLedger, 4.8.0 to 5.3.3",
)
PUSH_DO_COMPARE_COMPARE = Statement(
    template="[Push-{_}][DoCompare] compareIndex={_} out of range {_}-{_}",
    logged_by="DLedgerEntryPusher.doCompare of DLedger, 4.8.0 to 5.3.3",
)
PUSH_ERROR_WRITE = Statement(
    template="[Push-{_}]Error in {_} writeIndex={_} compareIndex={_}",
    logged_by="DLedgerEntryPusher.doWork of DLedger, 4.8.0 to 5.3.3",
    throws=True,
)
MONITOR_INDEX_ALREADY = Statement(
    template="[MONITOR]The index {_} has already existed with {_} and curr is {_}",
    logged_by="DLedgerEntryPusher.handlePush of DLedger, 4.8.0 to 5.3.3",
)
BUG_UNKNOWN_TYPE = Statement(
    template="[BUG]Unknown type {_} from {_}",
    logged_by="DLedgerEntryPusher.handlePush of DLedger, 4.8.0 to 5.3.3",
)
HANDLE_DO_WRITE = Statement(
    template="[HandleDoWrite] writeIndex={_}",
    logged_by="DLedgerEntryPusher.handleDoAppend of DLedger, 4.8.0 to 5.1.0",
    throws=True,
)
HANDLE_DO_COMPARE = Statement(
    template="[HandleDoCompare] compareIndex={_}",
    logged_by="DLedgerEntryPusher.handleDoCompare of DLedger, 4.8.0 to 5.3.3",
    throws=True,
)
HANDLE_DO_COMMIT = Statement(
    template="[HandleDoCommit] committedIndex={_}",
    logged_by="DLedgerEntryPusher.handleDoCommit of DLedger, 4.8.0 to 5.3.3",
    throws=True,
)
HANDLE_DO_TRUNCATE = Statement(
    template="[HandleDoTruncate] truncateIndex={_} pos={_}",
    logged_by="DLedgerEntryPusher.handleDoTruncate of DLedger, 4.8.0 to 5.3.3",
)
HANDLE_DO_TRUNCATE_TRUNCATE = Statement(
    template="[HandleDoTruncate] truncateIndex={_}",
    logged_by="DLedgerEntryPusher.handleDoTruncate of DLedger, 4.8.0 to 5.3.3",
    throws=True,
)
HANDLE_DO_BATCH = Statement(
    template="[HandleDoBatchAppend]",
    logged_by="DLedgerEntryPusher.handleDoBatchAppend of DLedger, 4.8.0 to 5.3.3",
    throws=True,
)
PUSH_FALL_BEHIND = Statement(
    template="[PushFallBehind]The leader pushed an entry index={_} smaller than current ledgerEndIndex={_}, maybe the last "
    "ack is missed",
    logged_by="DLedgerEntryPusher.checkAppendFuture of DLedger, 4.8.0 to 4.9.2",
    throws=True,
)
PUSH_FAST_FORWARD = Statement(
    template="[PushFastForward] ledgerEndIndex={_} entryIndex={_}",
    logged_by="DLedgerEntryPusher.checkAppendFuture of DLedger, 4.8.0 to 5.3.3",
)
PUSH_FALL_BEHIND_LEADER = Statement(
    template="[PushFallBehind]The leader pushed an batch append entry last index={_} smaller than current "
    "ledgerEndIndex={_}, maybe the last ack is missed",
    logged_by="DLedgerEntryPusher.checkAppendFuture of DLedger, 4.8.0 to 5.3.3",
    throws=True,
)
HEART_BEAT_REQUEST = Statement(
    template="HeartBeat request time out, {_}",
    logged_by="DLedgerRpcNettyService.heartBeat of DLedger, 4.8.0 to 5.3.3",
)
SEND_HEART_BEAT = Statement(
    template="Send heartBeat request failed, {_}",
    logged_by="DLedgerRpcNettyService.heartBeat of DLedger, 4.8.0 to 5.3.3",
    throws=True,
)
VOTE_REQUEST_TIME = Statement(
    template="Vote request time out, {_}",
    logged_by="DLedgerRpcNettyService.vote of DLedger, 4.8.0 to 5.3.3",
)
SEND_VOTE_REQUEST = Statement(
    template="Send vote request failed, {_}",
    logged_by="DLedgerRpcNettyService.vote of DLedger, 4.8.0 to 5.3.3",
    throws=True,
)
SEND_APPEND_REQUEST = Statement(
    template="Send append request failed, {_}",
    logged_by="DLedgerRpcNettyService.append of DLedger, 4.8.0 to 5.3.3",
    throws=True,
)
SEND_PUSH_REQUEST = Statement(
    template="Send push request failed, {_}",
    logged_by="DLedgerRpcNettyService.push of DLedger, 4.8.0 to 5.3.3",
    throws=True,
)
SEND_LEADERSHIP_TRANSFER = Statement(
    template="Send leadershipTransfer request failed, {_}",
    logged_by="DLedgerRpcNettyService.leadershipTransfer of DLedger, 4.8.0 to 5.3.3",
    throws=True,
)
PROCESS_REQUEST_OVER = Statement(
    template="Process request over, but fire response failed, request:[{_}] response:[{_}]",
    logged_by="DLedgerRpcNettyService.writeResponse of DLedger, 4.8.0 to 5.3.3",
    throws=True,
)
LEADERSHIP_TRANSFER_FINISHED = Statement(
    template="LEADERSHIP_TRANSFER FINISHED. Request={_}, response={_}, cost={_}ms",
    logged_by="DLedgerRpcNettyService.processRequest of DLedger, 4.8.0 to 5.3.3",
)
UNKNOWN_REQUEST_CODE = Statement(
    template="Unknown request code {_} from {_}",
    logged_by="DLedgerRpcNettyService.processRequest of DLedger, 4.8.0 to 5.3.3",
)
COMPLETE_FUTURE_TERM = Statement(
    template="Complete future, term {_}, index {_}",
    logged_by="DLedgerEntryPusher.completeResponseFuture of DLedger, 4.9.4 to 5.3.3",
)
TERM_LEDGER_BEGIN_LEDGER = Statement(
    template="[{_}][{_}] term={_} ledgerBegin={_} ledgerEnd={_} committed={_} watermarks={_} appliedIndex={_}",
    logged_by="DLedgerEntryPusher.doWork of DLedger, 4.9.4 to 5.3.3",
)
ERROR_HAPPEN_PULL = Statement(
    template="Error happen in {_} when pull task from task queue",
    logged_by="StateMachineCaller.run of DLedger, 4.9.4 to 5.3.3",
    throws=True,
)
COMPARE_OR_TRUNCATE = Statement(
    template="compareOrTruncateRequests blockingQueue is full when put commit request",
    logged_by="DLedgerEntryPusher.handlePush of DLedger, 4.9.5 to 5.3.3",
)
COMPARE_OR_TRUNCATE_REQUESTS = Statement(
    template="compareOrTruncateRequests blockingQueue is full when put compare or truncate request",
    logged_by="DLedgerEntryPusher.handlePush of DLedger, 4.9.5 to 5.3.3",
)
HANDLE_DO_APPEND = Statement(
    template="[HandleDoAppend] writeIndex={_}",
    logged_by="DLedgerEntryPusher.handleDoAppend of DLedger, 4.9.5 to 5.3.3",
    throws=True,
)
LISTEN_PORT = Statement(
    template="listen the port: {_}",
    logged_by="DLedgerRpcNettyService.startup of DLedger, 4.9.5 to 5.3.3",
)
APPLY_TASK_EXCEPTION = Statement(
    template="Apply task exception",
    logged_by="StateMachineCaller.run of DLedger, 4.9.5 to 5.3.3",
    throws=True,
)
