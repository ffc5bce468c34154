"""Delayed messages: ScheduleMessageService."""

from forensics.statements.template import Statement

SCHEDULE_FIXED_RATE_FLUSH = Statement(
    template="scheduleAtFixedRate flush exception",
    logged_by="ScheduleMessageService.start, 4.8.0 to 5.3.3",
    throws=True,
)
PARSE_DELAY_LEVEL_FAILED = Statement(
    template="parseDelayLevel exception",
    logged_by="ScheduleMessageService.parseDelayLevel, 4.8.0 to 5.0.0",
    throws=True,
)
LEVEL_STRING_STRING = Statement(
    template="levelString String = {_}",
    logged_by="ScheduleMessageService.parseDelayLevel, 4.8.0 to 5.0.0",
)
SCHEDULE_MESSAGE_SERVICE_EXECUTE = Statement(
    template="ScheduleMessageService, executeOnTimeup exception",
    logged_by="ScheduleMessageService.run, 4.8.0 to 5.1.0",
    throws=True,
)
BUG_CANT_FIND_CONSUME = Statement(
    template="[BUG] can't find consume queue extend file content!addr={_}, offsetPy={_}, sizePy={_}",
    logged_by="ScheduleMessageService.executeOnTimeUp, 4.8.0 to 5.3.3",
)
BUG_REAL_TOPIC_SCHEDULE = Statement(
    template="[BUG] the real topic of schedule msg is {_}, discard the msg. msg={_}",
    logged_by="ScheduleMessageService.executeOnTimeUp, 4.8.0 to 5.3.3",
)
SCHEDULE_MESSAGE_SERVICE_MESSAGE = Statement(
    template="ScheduleMessageService, a message time up, but reput it failed, topic: {_} msgId {_}",
    logged_by="ScheduleMessageService.executeOnTimeup, 4.8.0 to 4.9.2",
)
SCHEDULE_MESSAGE_SERVICE_MESSAGE_TIMEUP = Statement(
    template="ScheduleMessageService, messageTimeup execute error, drop it. msgExt={_}, nextOffset={_},offsetPy={_},sizePy={_}",
    logged_by="ScheduleMessageService.executeOnTimeup, 4.8.0 to 4.9.1",
    throws=True,
)
SCHEDULE_CQ_OFFSET_INVALID = Statement(
    template="schedule CQ offset invalid. offset={_}, cqMinOffset={_}, queueId={_}",
    logged_by="ScheduleMessageService.executeOnTimeUp, 4.8.0 to 4.9.1 and 4.9.3 to 5.3.3",
)
SCHEDULE_CQ_OFFSET_INVALID_OFFSET = Statement(
    template="schedule CQ offset invalid. offset={_}, cqMinOffset={_}, cqMaxOffset={_}, queueId={_}",
    logged_by="ScheduleMessageService.correctDelayOffset, 4.9.2 to 5.3.3",
)
CORRECT_DELAY_OFFSET_DELAY = Statement(
    template="correct delay offset [ delayLevel {_} ] from {_} to {_}",
    logged_by="ScheduleMessageService.correctDelayOffset, 4.9.2 to 5.3.3",
)
CORRECT_DELAY_OFFSET_FAILED = Statement(
    template="correctDelayOffset exception",
    logged_by="ScheduleMessageService.correctDelayOffset, 4.9.2 to 5.3.3",
    throws=True,
)
SCHEDULE_MESSAGE_SERVICE_MESSAGE_TIMEUP_EXECUTE = Statement(
    template="ScheduleMessageService, messageTimeup execute error, drop it. msgExt={_}, nextOffset={_}, offsetPy={_}, sizePy={_}",
    logged_by="ScheduleMessageService.executeOnTimeup, 4.9.2",
    throws=True,
)
DELIVER_EXECUTOR_SERVICE_AWAIT = Statement(
    template="deliverExecutorService awaitTermination error",
    logged_by="ScheduleMessageService.stop, 4.9.3 to 5.3.3",
    throws=True,
)
HANDLE_EXECUTOR_SERVICE_AWAIT = Statement(
    template="handleExecutorService awaitTermination error",
    logged_by="ScheduleMessageService.stop, 4.9.3 to 5.3.3",
    throws=True,
)
DELIVER_PENDING_TABLE_LEVEL = Statement(
    template="deliverPendingTable level: {_}, size: {_}",
    logged_by="ScheduleMessageService.stop, 4.9.3 to 5.3.3",
)
SCHEDULE_CQ_OFFSET_INVALID_OFFSET_CQ = Statement(
    template="schedule CQ offset invalid. offset={_}, cqMaxOffset={_}, queueId={_}",
    logged_by="ScheduleMessageService.executeOnTimeUp, 4.9.3 to 5.3.3",
)
SCHEDULE_MESSAGE_SERVICE_MESSAGE_TIMEUP_EXECUTE_ERROR = Statement(
    template="ScheduleMessageService, messageTimeup execute error, offset = {_}",
    logged_by="ScheduleMessageService.executeOnTimeup, 4.9.3 to 5.1.0",
    throws=True,
)
ASYNCHRONOUS_DELIVER_TRIGGERS_FLOW = Statement(
    template="Asynchronous deliver triggers flow control, currentPendingNum={_}, maxPendingLimit={_}",
    logged_by="ScheduleMessageService.asyncDeliver, 4.9.3 to 5.3.3",
)
ASYNCHRONOUS_DELIVER_BLOCK_INFO = Statement(
    template="Asynchronous deliver block. info={_}",
    logged_by="ScheduleMessageService.asyncDeliver, 4.9.3 to 5.3.3",
)
HANDLE_PUT_RESULT_TASK = Statement(
    template="HandlePutResultTask shutdown, info={_}",
    logged_by="ScheduleMessageService.run, 4.9.3 to 5.3.3",
)
PUT_RESULT_PROCESS_ERROR = Statement(
    template="putResultProcess error, info={_}",
    logged_by="ScheduleMessageService.run, 4.9.3 to 5.3.3",
)
PUT_RESULT_PROCESS_SKIP = Statement(
    template="putResultProcess skip, info={_}",
    logged_by="ScheduleMessageService.run, 4.9.3 to 5.3.3",
)
HANDLE_PUT_RESULT_TASK_EXCEPTION = Statement(
    template="HandlePutResultTask exception. info={_}",
    logged_by="ScheduleMessageService.run, 4.9.3 to 5.3.3",
    throws=True,
)
SCHEDULE_MESSAGE_SERVICE_PUT = Statement(
    template="ScheduleMessageService put message exceptionally, info: {_}",
    logged_by="ScheduleMessageService.thenProcess, 4.9.3 to 5.3.3",
    throws=True,
)
SCHEDULE_MESSAGE_SERVICE_PUT_MESSAGE = Statement(
    template="ScheduleMessageService put message failed. info: {_}.",
    logged_by="ScheduleMessageService.handleResult, 4.9.3 to 5.3.3",
)
SCHEDULE_MESSAGE_SERVICE_EXCEPTION = Statement(
    template="ScheduleMessageService onException, info: {_}",
    logged_by="ScheduleMessageService.onException, 4.9.3 to 5.3.3",
)
RESEND_MESSAGE_INFO = Statement(
    template="Resend message, info: {_}",
    logged_by="ScheduleMessageService.doResend, 4.9.3 to 5.3.3",
)
SCHEDULE_MESSAGE_SERVICE_RESEND = Statement(
    template="ScheduleMessageService resend not found message. info: {_}",
    logged_by="ScheduleMessageService.doResend, 4.9.3 to 5.3.3",
)
RESEND_MESSAGE_SUCCESS_INFO = Statement(
    template="Resend message success, info: {_}",
    logged_by="ScheduleMessageService.doResend, 4.9.3 to 5.3.3",
)
RESEND_MESSAGE_ERROR_INFO = Statement(
    template="Resend message error, info: {_}",
    logged_by="ScheduleMessageService.doResend, 4.9.3 to 5.3.3",
    throws=True,
)
PARSE_MESSAGE_DELAY_LEVEL = Statement(
    template="parse message delay level failed. messageDelayLevel = {_}",
    logged_by="ScheduleMessageService.parseDelayLevel, 5.1.0 to 5.3.3",
    throws=True,
)
SCHEDULE_MESSAGE_SERVICE_EXECUTE_TIME = Statement(
    template="ScheduleMessageService, executeOnTimeUp exception",
    logged_by="ScheduleMessageService.run, 5.1.1 to 5.3.3",
    throws=True,
)
SCHEDULE_MESSAGE_SERVICE_MESSAGE_TIME = Statement(
    template="ScheduleMessageService, messageTimeUp execute error, offset = {_}",
    logged_by="ScheduleMessageService.executeOnTimeUp, 5.1.1 to 5.3.3",
    throws=True,
)
