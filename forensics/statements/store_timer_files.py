"""What timer messages are kept in: TimerCheckpoint, TimerLog, TimerWheel, TimerMetrics."""

from forensics.statements.template import Statement

TIMER_CHECKPOINT_FILE_EXISTS = Statement(
    template="timer checkpoint file exists, {_}",
    logged_by="TimerCheckpoint.TimerCheckpoint, 5.0.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-0/logs/store.log:124",
)
TIMER_CHECKPOINT_FILE_LAST = Statement(
    template="timer checkpoint file lastReadTimeMs {_}, {_}",
    logged_by="TimerCheckpoint.TimerCheckpoint, 5.0.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-0/logs/store.log:125",
)
TIMER_CHECKPOINT_FILE_LAST_TIMER = Statement(
    template="timer checkpoint file lastTimerLogFlushPos {_}",
    logged_by="TimerCheckpoint.TimerCheckpoint, 5.0.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-0/logs/store.log:126",
)
TIMER_CHECKPOINT_FILE_LAST_TIMER_QUEUE = Statement(
    template="timer checkpoint file lastTimerQueueOffset {_}",
    logged_by="TimerCheckpoint.TimerCheckpoint, 5.0.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-0/logs/store.log:127",
)
TIMER_CHECKPOINT_FILE_MASTER = Statement(
    template="timer checkpoint file masterTimerQueueOffset {_}",
    logged_by="TimerCheckpoint.TimerCheckpoint, 5.0.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-0/logs/store.log:128",
)
TIMER_CHECKPOINT_FILE_DATA = Statement(
    template="timer checkpoint file data version state version {_}",
    logged_by="TimerCheckpoint.TimerCheckpoint, 5.0.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-0/logs/store.log:129",
)
TIMER_CHECKPOINT_FILE_DATA_VERSION = Statement(
    template="timer checkpoint file data version timestamp {_}",
    logged_by="TimerCheckpoint.TimerCheckpoint, 5.0.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-0/logs/store.log:130",
)
TIMER_CHECKPOINT_FILE_DATA_VERSION_COUNTER = Statement(
    template="timer checkpoint file data version counter {_}",
    logged_by="TimerCheckpoint.TimerCheckpoint, 5.0.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-0/logs/store.log:131",
)
TIMER_CHECKPOINT_FILE_NOT = Statement(
    template="timer checkpoint file not exists, {_}",
    logged_by="TimerCheckpoint.TimerCheckpoint, 5.0.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/store.log:6",
)
SHUTDOWN_ERROR_TIMER_CHECK = Statement(
    template="Shutdown error in timer check point",
    logged_by="TimerCheckpoint.shutdown, 5.0.0 to 5.3.3",
    throws=True,
)
CREATE_MAPPED_FILE_ERROR = Statement(
    template="Create mapped file1 error for timer log",
    logged_by="TimerLog.append, 5.0.0 to 5.3.3",
)
APPEND_BLANK_ERROR_TIMER = Statement(
    template="Append blank error for timer log",
    logged_by="TimerLog.append, 5.0.0 to 5.3.3",
)
CREATE_MAPPED_FILE_ERROR_TIMER = Statement(
    template="create mapped file2 error for timer log",
    logged_by="TimerLog.append, 5.0.0 to 5.3.3",
)
APPEND_ERROR_TIMER_LOG = Statement(
    template="Append error for timer log",
    logged_by="TimerLog.append, 5.0.0 to 5.3.3",
)
CREATE_FILE_CHANNEL_FAILED = Statement(
    template="create file channel {_} Failed. ",
    logged_by="TimerWheel.TimerWheel, 5.0.0 to 5.3.3",
    throws=True,
)
MAP_FILE_FAILED = Statement(
    template="map file {_} Failed. ",
    logged_by="TimerWheel.TimerWheel, 5.0.0 to 5.3.3",
    throws=True,
)
SHUTDOWN_ERROR_TIMER_WHEEL = Statement(
    template="Shutdown error in timer wheel",
    logged_by="TimerWheel.shutdown, 5.0.0 to 5.3.3",
    throws=True,
)
CLEAN_TIMER_METRICS_NOT = Statement(
    template="clean timer metrics, because not in topic config, {_}",
    logged_by="TimerMetrics.cleanMetrics, 5.0.0 to 5.3.3",
)
REMOVE_TIMING_COUNT_FAILED = Statement(
    template="removeTimingCount error",
    logged_by="TimerMetrics.removeTimingCount, 5.3.3",
    throws=True,
)
