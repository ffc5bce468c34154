"""Timer messages queued, delivered and counted: TimerMessageStore."""

from forensics.statements.template import Statement

TIMER_RECHECK_MIN_FIRST = Statement(
    template="Timer recheck because of minFirst:{_} processOffset:{_}",
    logged_by="TimerMessageStore.recover, 5.0.0 to 5.3.3",
)
TIMER_RECOVER_OK_CURR = Statement(
    template="Timer recover ok currReadTimerMs:{_} currQueueOffset:{_} checkQueueOffset:{_} processOffset:{_}",
    logged_by="TimerMessageStore.recover, 5.0.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/store.log:20",
)
REVISE_QUEUE_OFFSET_CHECK = Statement(
    template="reviseQueueOffset check cq offset fail, msg in cq is not found.{_}, {_}",
    logged_by="TimerMessageStore.reviseQueueOffset, 5.0.0 to 5.3.3",
)
REVISE_QUEUE_OFFSET_CHECK_CQ = Statement(
    template="reviseQueueOffset check cq offset ok. {_}, {_}, {_}",
    logged_by="TimerMessageStore.reviseQueueOffset, 5.0.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-0/logs/store.log:241",
)
REVISE_QUEUE_OFFSET_CHECK_CQ_OFFSET = Statement(
    template="reviseQueueOffset check cq offset error.",
    logged_by="TimerMessageStore.reviseQueueOffset, 5.0.0 to 5.3.3",
    throws=True,
)
BEGIN_RECOVER_TIMERLOG_OFFSET = Statement(
    template="Begin to recover timerlog offset:{_} check:{_}",
    logged_by="TimerMessageStore.recoverAndRevise, 5.0.0 to 5.1.0",
    seen="F-5.0.0-merge:broker-a-0/logs/rocketmqlogs/store.log:16",
)
RECOVER_TIMERLOG_FAILED = Statement(
    template="Recover timerlog error",
    logged_by="TimerMessageStore.recoverAndRevise, 5.0.0 to 5.1.0",
    throws=True,
)
ERROR_CLEANING_TIMERLOG = Statement(
    template="Error in cleaning timerlog",
    logged_by="TimerMessageStore.run, 5.0.0 to 5.1.0",
    throws=True,
)
CHECK_REVISE_METRICS_TIMER = Statement(
    template="[CheckAndReviseMetrics]Timer do check timer metrics cost {_} ms",
    logged_by="TimerMessageStore.run, 5.0.0 to 5.3.3",
)
TIMER_START_OK_CURR = Statement(
    template="Timer start ok currReadTimerMs:[{_}] queueOffset:[{_}]",
    logged_by="TimerMessageStore.run, 5.0.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/store.log:45",
)
BROKER_ROLE_CHANGE = Statement(
    template="Broker role change from {_} to {_}",
    logged_by="TimerMessageStore.checkBrokerRole, 5.0.0 to 5.3.3",
)
ERROR_ADDING_METRIC = Statement(
    template="error in adding metric",
    logged_by="TimerMessageStore.addMetric, 5.0.0 to 5.3.3",
    throws=True,
)
TIMER_CURR_QUEUE_OFFSET = Statement(
    template="Timer currQueueOffset:{_} is smaller than minOffsetInQueue:{_}",
    logged_by="TimerMessageStore.enqueue, 5.0.0 to 5.3.3",
)
UNKNOWN_ERROR_SKIPPED_ENQUEUING = Statement(
    template="Unknown error in skipped in enqueuing",
    logged_by="TimerMessageStore.enqueue, 5.0.0 to 5.3.3",
    throws=True,
)
UNKNOWN_EXCEPTION_ENQUEUING = Statement(
    template="Unknown exception in enqueuing",
    logged_by="TimerMessageStore.enqueue, 5.0.0 to 5.3.3",
    throws=True,
)
UNEXPECTED_ERROR_WARM = Statement(
    template="Unexpected error in warm",
    logged_by="TimerMessageStore.warmDequeue, 5.0.0 to 5.3.3",
    throws=True,
)
CHECK_LATCH_FAILED_DELAYED = Statement(
    template="Check latch failed delayedTime:{_}",
    logged_by="TimerMessageStore.checkDequeueLatch, 5.0.0 to 5.3.3",
)
ERROR_DEQUEUE_READ_TIMERLOG = Statement(
    template="Error in dequeue_read_timerlog",
    logged_by="TimerMessageStore.dequeue, 5.0.0 to 5.3.3",
    throws=True,
)
DEQUEUE_TIME_BUT_READ = Statement(
    template="dequeue time:{_} but read nothing from timerlog",
    logged_by="TimerMessageStore.dequeue, 5.0.0 to 5.1.0",
)
UNKNOWN_ERROR_DEQUEUE_PROCESS = Statement(
    template="Unknown error in dequeue process",
    logged_by="TimerMessageStore.dequeue, 5.0.0 to 5.3.3",
    throws=True,
)
FAIL_READ_MSG_COMMITLOG = Statement(
    template="Fail to read msg from commitlog offsetPy:{_} sizePy:{_}",
    logged_by="TimerMessageStore.getMessageByCommitOffset, 5.0.0 to 5.1.0",
)
TRYING_DO_PUT_DELETE = Statement(
    template="Trying do put delete timer msg:[{_}] roll:[{_}]",
    logged_by="TimerMessageStore.doPut, 5.0.0 to 5.3.3",
)
RETRYING_DO_PUT_TIMER = Statement(
    template="Retrying to do put timer msg retryNum:{_} putRes:{_} msg:{_}",
    logged_by="TimerMessageStore.doPut, 5.0.0 to 5.3.1",
    seen="F-5.1.4-replay:broker-a-1/logs/rocketmqlogs/store.log:9394",
)
CHECK_REVISE_METRICS_METRIC = Statement(
    template="[CheckAndReviseMetrics]Metric hash collision between small-small code:{_} small topic:{_} small topic:{_}",
    logged_by="TimerMessageStore.checkAndReviseMetrics, 5.0.0 to 5.3.3",
)
CHECK_REVISE_METRICS_METRIC_HASH = Statement(
    template="[CheckAndReviseMetrics]Metric hash collision between small-big code:{_} small topic:{_} big topic:{_}",
    logged_by="TimerMessageStore.checkAndReviseMetrics, 5.0.0 to 5.3.3",
)
CHECK_REVISE_METRICS_UNEXPECTED = Statement(
    template="[CheckAndReviseMetrics]Unexpected topic in checking timer metrics topic:{_} code:{_} offsetPy:{_} size:{_}",
    logged_by="TimerMessageStore.checkAndReviseMetrics, 5.0.0 to 5.3.3",
)
CHECK_REVISE_METRICS_UNKNOWN = Statement(
    template="[CheckAndReviseMetrics]Unknown error in checkAndReviseMetrics and abort",
    logged_by="TimerMessageStore.checkAndReviseMetrics, 5.0.0 to 5.3.3",
    throws=True,
)
CHECK_REVISE_METRICS_REVISE = Statement(
    template="[CheckAndReviseMetrics]Revise metric for topic {_} from {_} to {_}",
    logged_by="TimerMessageStore.checkAndReviseMetrics, 5.0.0 to 5.3.3",
)
UNKNOWN_ERROR = Statement(
    event="timer_failed",
    template="Unknown error",
    logged_by="TimerMessageStore.run, 5.0.0 to 5.3.3",
    throws=True,
)
TIMER_DEQUEUE_GET_SERVICE = Statement(
    template="TimerDequeueGetService ready to run after {_}.",
    logged_by="TimerMessageStore.run, 5.0.0 to 5.3.3",
)
NO_UNIQKEY_MSG = Statement(
    template="No uniqkey for msg:{_}",
    logged_by="TimerMessageStore.run, 5.0.0 to 5.1.0",
)
UNKNOWN_EXCEPTION = Statement(
    template="Unknown exception",
    logged_by="TimerMessageStore.run, 5.0.0 to 5.3.3",
    throws=True,
)
TIMER_PROGRESS_CHECK_COMMIT = Statement(
    event="timer_progress",
    template="[{_}]Timer progress-check commitRead:[{_}] currRead:[{_}] currWrite:[{timer_now}] readBehind:{seconds_behind:int} "
    "currReadOffset:{_} offsetBehind:{_} behindMaster:{_} enqPutQueue:{enqueuing:int} deqGetQueue:{dequeuing:int} "
    "deqPutQueue:{delivering:int} allCongestNum:{_} enqExpiredStoreTime:{read_until}",
    logged_by="TimerMessageStore.run, 5.0.0 to 5.5.1: every ten seconds; the times are of the process's own zone",
    seen="C-5.2.0-loop-default:broker-b-0/logs/store.log:48",
)
BEGIN_RECOVER_TIMER_LOG = Statement(
    template="Begin to recover timerLog offset:{_} check:{_}",
    logged_by="TimerMessageStore.recoverAndRevise, 5.1.1 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/store.log:19",
)
RECOVER_TIMER_LOG_FAILED = Statement(
    template="Recover timerLog error",
    logged_by="TimerMessageStore.recoverAndRevise, 5.1.1 to 5.3.3",
    throws=True,
)
ERROR_CLEANING_TIMER_LOG = Statement(
    template="Error in cleaning timerLog",
    logged_by="TimerMessageStore.run, 5.1.1 to 5.3.3",
    throws=True,
)
DEQUEUE_TIME_BUT_READ_NOTHING = Statement(
    template="dequeue time:{_} but read nothing from timerLog",
    logged_by="TimerMessageStore.dequeue, 5.1.1 to 5.3.3",
)
FAIL_READ_MSG_COMMIT = Statement(
    template="Fail to read msg from commitLog offsetPy:{_} sizePy:{_}",
    logged_by="TimerMessageStore.getMessageByCommitOffset, 5.1.1 to 5.3.3",
)
NO_UNIQUE_KEY_MSG = Statement(
    template="No uniqueKey for msg:{_}",
    logged_by="TimerMessageStore.run, 5.1.1 to 5.3.3",
)
TIMER_CURR_QUEUE_OFFSET_LARGER = Statement(
    template="Timer currQueueOffset:{_} is larger than maxOffsetInQueue:{_}",
    logged_by="TimerMessageStore.recover, 5.3.2 to 5.3.3",
)
SKIPPING_MESSAGE_DUE_UNKNOWN = Statement(
    template="Skipping message due to unknown error, msg: {_}",
    logged_by="TimerMessageStore.doPut, 5.3.2 to 5.3.3",
)
SKIPPING_MESSAGE_DUE_UNRECOVERABLE = Statement(
    template="Skipping message due to unrecoverable error. Msg: {_}",
    logged_by="TimerMessageStore.run, 5.3.2 to 5.3.3",
)
MESSAGE_PROCESSING_FAILED_AFTER = Statement(
    template="Message processing failed after {_} retries. Msg: {_}",
    logged_by="TimerMessageStore.run, 5.3.2 to 5.3.3",
)
RETRYING_PROCESS_MESSAGE_RETRY = Statement(
    template="Retrying to process message. Retry count: {_}, Msg: {_}",
    logged_by="TimerMessageStore.run, 5.3.2 to 5.3.3",
)
TIMER_SCHEDULER_SHUTDOWN_INTERRUPTED = Statement(
    template="Timer scheduler shutdown interrupted {_} tasks",
    logged_by="TimerMessageStore.shutdown, after 5.3.3",
)
TIMER_SCHEDULER_DID_NOT = Statement(
    template="Timer scheduler did not terminate gracefully",
    logged_by="TimerMessageStore.shutdown, after 5.3.3",
)
INTERRUPTED_WHILE_WAITING_SCHEDULER = Statement(
    template="Interrupted while waiting for scheduler termination",
    logged_by="TimerMessageStore.shutdown, after 5.3.3",
    throws=True,
)
ERROR_FLUSH_TIMER_CHECKPOINT = Statement(
    template="Error in flush timerCheckpoint",
    logged_by="TimerMessageStore.checkBrokerRole, after 5.3.3",
    throws=True,
)
FAILED_GET_BROKER_IDENTIFIER = Statement(
    template="Failed to get broker identifier",
    logged_by="TimerMessageStore.getServiceName, after 5.3.3",
    throws=True,
)
