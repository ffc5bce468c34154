"""Timer messages in RocksDB, from 5.4.0 on: TimerMessageRocksDBStore and Timeline, and what TimerMessageStore says of them."""

from forensics.statements.template import Statement

TIMELINE_SHUTDOWN_SUCCESS = Statement(
    template="Timeline shutdown success",
    logged_by="Timeline.shutDown, 5.4.0 to 5.5.1",
)
ORIGIN_TIMER_MSG = Statement(
    template="Timeline originTimerMsgQueue put record failed, topic: {_}, uniqKey: {_}",
    logged_by="Timeline.putRecord, 5.4.0 to 5.5.1",
)
ORIGIN_TIMER_MSG_QUEUE = Statement(
    template="Timeline originTimerMsgQueue put record failed, uniqKey: {_}",
    logged_by="Timeline.putRecord, 5.4.0 to 5.5.1",
)
PUT_DELETE_RECORD = Statement(
    template=(
        "Timeline putDeleteRecord param error, delayTime: {_}, uniqKey: {_}, offsetPy: {_}, sizePy: {_}, "
        "queueOffset: {_}, messageExt: {_}"
    ),
    logged_by="Timeline.putDeleteRecord, 5.4.0 to 5.5.1",
)
PUT_DELETE_RECORD_ORIGIN = Statement(
    template="Timeline putDeleteRecord originTimerMsgQueue put delete record failed, uniqKey: {_}",
    logged_by="Timeline.putDeleteRecord, 5.4.0 to 5.5.1",
)
RECALL_WHEEL_ERROR = Statement(
    template="Timeline recallToTimeWheel error: {_}",
    logged_by="Timeline.recallToTimeWheel, 5.4.0 to 5.5.1",
)
SCAN_RECORDS_QUEUE = Statement(
    template="Timeline scanRecordsToQueue param error, checkpoint: {_}, checkRange: {_}, queue: {_}",
    logged_by="Timeline.scanRecordsToQueue, 5.4.0 to 5.5.1",
)
SCAN_RECORDS_QUEUE_STORE = Statement(
    template="Timeline scanRecordsToQueue storeConfig isTimerStopDequeue is true, stop to scan records to queue",
    logged_by="Timeline.scanRecordsToQueue, 5.4.0 to 5.5.1",
)
SCAN_RECORDS_QUEUE_ERROR = Statement(
    template="Timeline scanRecordsToQueue error: {_}",
    logged_by="Timeline.scanRecordsToQueue, 5.4.0 to 5.5.1",
)
SCAN_RECORDS_FROM = Statement(
    template="Timeline scan records from rocksdb, checkpoint: {_}, records size: {_}",
    logged_by="Timeline.scanRecordsToQueue, 5.4.0 to 5.5.1",
)
TIMELINE_ERROR_OCCURRED = Statement(
    template="Timeline error occurred in: {_}, error: {_}",
    logged_by="Timeline.run, 5.4.0 to 5.5.1",
)
INDEX_BUILD_SERVICE = Statement(
    template="Timeline TimelineIndexBuildService buildTimelineIndex error, messageExt is null",
    logged_by="Timeline.buildTimelineIndex, 5.4.0 to 5.5.1",
)
INDEX_BUILD_SERVICE_BUILD = Statement(
    template="Timeline TimelineIndexBuildService buildTimelineIndex deal trs error",
    logged_by="Timeline.buildTimelineIndex, 5.4.0 to 5.5.1",
    throws=True,
)
SERVICE_START_CHECKPOINT = Statement(
    template="{_} service start, checkpoint: {_}",
    logged_by="Timeline.run, 5.4.0 to 5.5.1",
)
ERROR_OCCURRED = Statement(
    template="Timeline error occurred in {_}",
    logged_by="Timeline.run, 5.4.0 to 5.5.1",
)
FORWARD_SERVICE_FORWARD = Statement(
    template=(
        "Timeline TimelineForwardService timelineForward scanRecordsToQueue end, result: {_}, checkpoint: {_}, "
        "checkRange: {_}, checkDelay: {_}, cost: {_}"
    ),
    logged_by="Timeline.timelineForward, 5.4.0 to 5.5.1",
)
FORWARD_SERVICE_FORWARD_ERROR = Statement(
    template="Timeline TimelineForwardService timelineForward error: {_}",
    logged_by="Timeline.timelineForward, 5.4.0 to 5.5.1",
)
ROLL_SERVICE_WAIT = Statement(
    template="Timeline TimelineRollService wait error: {_}",
    logged_by="Timeline.run, 5.4.0 to 5.5.1",
)
ROLL_SERVICE_START = Statement(
    template="Timeline TimelineRollService start roll rollCheckpoint: {_}",
    logged_by="Timeline.run, 5.4.0 to 5.5.1",
)
ROLL_SERVICE_SCAN = Statement(
    template="Timeline TimelineRollService scanRecordsToQueue error.",
    logged_by="Timeline.run, 5.4.0 to 5.5.1",
)
ROLL_SERVICE_ROLL = Statement(
    template="Timeline TimelineRollService roll records success, lastRollTime: {_}, rollCheckpoint: {_}, cost: {_}",
    logged_by="Timeline.run, 5.4.0 to 5.5.1",
)
ROLL_SERVICE_FAILED = Statement(
    template="Timeline TimelineRollService failed error: {_}",
    logged_by="Timeline.run, 5.4.0 to 5.5.1",
)
DELETE_SERVICE_WAIT = Statement(
    template="Timeline TimelineDeleteService wait error: {_}",
    logged_by="Timeline.run, 5.4.0 to 5.5.1",
)
DELETE_SERVICE_DELETE = Statement(
    template="Timeline TimelineDeleteService delete failed, lastDeleteCheckPoint: {_} error: {_}",
    logged_by="Timeline.run, 5.4.0 to 5.5.1",
)
START_SUCCESS_START = Statement(
    template="Timeline start success, start commitOffset: {_}",
    logged_by="Timeline.start, 5.4.0 to 5.5.1",
)
START_SUCCESS_START_COMMIT = Statement(
    template="TimerMessageRocksDBStore start success, start commitOffsetFile: {_}, commitOffsetRocksDB: {_}, readOffset: {_}",
    logged_by="TimerMessageRocksDBStore.start, 5.4.0 to 5.5.1",
)
RESTART_HAS_BEEN = Statement(
    template="restart TimerMessageRocksDBStore has been running",
    logged_by="TimerMessageRocksDBStore.restart, 5.4.0 to 5.5.1",
)
RESTART_HAS_BEEN_RECOVER = Statement(
    template=(
        "restart TimerMessageRocksDBStore has been recover running, commitOffsetFile: {_}, commitOffsetRocksDB: "
        "{_}, readOffset: {_}"
    ),
    logged_by="TimerMessageRocksDBStore.restart, 5.4.0 to 5.5.1",
)
STORE_RESTART_ERROR = Statement(
    template="TimerMessageRocksDBStore restart error: {_}",
    logged_by="TimerMessageRocksDBStore.restart, 5.4.0 to 5.5.1",
)
STORE_SHUTDOWN_SUCCESS = Statement(
    template="TimerMessageRocksDBStore shutdown success",
    logged_by="TimerMessageRocksDBStore.shutdown, 5.4.0 to 5.5.1",
)
PUT_REAL_TOPIC = Statement(
    template="putRealTopicMessage msg is null",
    logged_by="TimerMessageRocksDBStore.putRealTopicMessage, 5.4.0 to 5.5.1",
)
PUT_REAL_TOPIC_ERROR = Statement(
    template="putRealTopicMessage error, messageExtBrokerInner is null",
    logged_by="TimerMessageRocksDBStore.putRealTopicMessage, 5.4.0 to 5.5.1",
)
CONVERT_MSG_EXT = Statement(
    template="convertMessage msgExt is null",
    logged_by="TimerMessageRocksDBStore.convertMessage, 5.4.0 to 5.5.1",
)
CONVERT_ERROR = Statement(
    template="convertMessage error: {_}",
    logged_by="TimerMessageRocksDBStore.convertMessage, 5.4.0 to 5.5.1",
)
GET_BY_COMMIT = Statement(
    template="getMessageByCommitOffset param error, offsetPy: {_}, sizePy: {_}, maxMsgSize: {_}",
    logged_by="TimerMessageRocksDBStore.getMessageByCommitOffset, 5.4.0 to 5.5.1",
)
NEED_ROLL_ERROR = Statement(
    template="isNeedRoll error : {_}",
    logged_by="TimerMessageRocksDBStore.isNeedRoll, 5.4.0 to 5.5.1",
)
GET_DELAY_MSG = Statement(
    template="getDelayTime msgExt is null",
    logged_by="TimerMessageRocksDBStore.getDelayTime, 5.4.0 to 5.5.1",
)
GET_DELAY_EMPTY = Statement(
    template="getDelayTime is empty, queueOffset: {_}, delayTimeStr: {_}",
    logged_by="TimerMessageRocksDBStore.getDelayTime, 5.4.0 to 5.5.1",
)
GET_DELAY_PARSE = Statement(
    template="getDelayTime parse to long error : {_}",
    logged_by="TimerMessageRocksDBStore.getDelayTime, 5.4.0 to 5.5.1",
)
DO_PUT_NULL = Statement(
    template="doPut message is null",
    logged_by="TimerMessageRocksDBStore.doPut, 5.4.0 to 5.5.1",
)
TRYING_DO_PUT = Statement(
    template="Trying do put delete timer msg:[{_}]",
    logged_by="TimerMessageRocksDBStore.doPut, 5.4.0 to 5.5.1",
)
STORE_ERROR_OCCURRED = Statement(
    template="TimerMessageRocksDBStore error occurred in: {_}, error: {_}",
    logged_by="TimerMessageRocksDBStore.run, 5.4.0 to 5.5.1",
)
SCAN_SYS_TOPIC = Statement(
    template=(
        "scanSysTimerTopic readOffset: {_} is smaller than minOffsetInQueue: {_}, use minOffsetInQueue to scan "
        "timer sysTimerTopic"
    ),
    logged_by="TimerMessageRocksDBStore.scanSysTimerTopic, 5.4.0 to 5.5.1",
)
SCAN_SYS_TOPIC_READ = Statement(
    template=(
        "scanSysTimerTopic readOffset: {_} is bigger than maxOffsetInQueue: {_}, use maxOffsetInQueue to scan timer sysTimerTopic"
    ),
    logged_by="TimerMessageRocksDBStore.scanSysTimerTopic, 5.4.0 to 5.5.1",
)
SCAN_SYS_TOPIC_CQ = Statement(
    template="scanSysTimerTopic cqUnit is null, readOffset: {_}",
    logged_by="TimerMessageRocksDBStore.scanSysTimerTopic, 5.4.0 to 5.5.1",
)
UNKNOWN_ERROR_SCAN = Statement(
    template="Unknown error in scan the system topic error: {_}",
    logged_by="TimerMessageRocksDBStore.scanSysTimerTopic, 5.4.0 to 5.5.1",
)
SCAN_SYS_TOPIC_THROW = Statement(
    template="scanSysTimerTopic throw Unknown exception. {_}",
    logged_by="TimerMessageRocksDBStore.scanSysTimerTopic, 5.4.0 to 5.5.1",
)
REPUT_SERVICE_REPUT = Statement(
    template="TimerMessageReputService reput messages to commitlog, cost: {_}, trs size: {_}, checkPoint: {_}",
    logged_by="TimerMessageRocksDBStore.run, 5.4.0 to 5.5.1",
)
REPUT_SERVICE_REPUT_MESSAGES = Statement(
    template="TimerMessageReputService reput messages to commitlog, checkPoint: {_}",
    logged_by="TimerMessageRocksDBStore.run, 5.4.0 to 5.5.1",
)
REPUT_SERVICE_ERROR = Statement(
    template="TimerMessageReputService error: {_}",
    logged_by="TimerMessageRocksDBStore.run, 5.4.0 to 5.5.1",
)
REPUT_SERVICE_RUNNING = Statement(
    template="TimerMessageReputService running error: {_}",
    logged_by="TimerMessageRocksDBStore.call, 5.4.0 to 5.5.1",
)
LOAD_RESULT = Statement(
    template="TimerMessageRocksDBStore load result: {_}",
    logged_by="TimerMessageRocksDBStore.load, 5.4.0 to 5.5.1",
)
NOW_USE_ROCKSDB = Statement(
    template="now timer use rocksdb to driver, so will not enqueue in timer wheel",
    logged_by="TimerMessageStore.run, 5.4.0 to 5.5.1",
)
FOUND_WHEEL_SNAPSHOT = Statement(
    template="found timerWheel snapshot offset {_}",
    logged_by="TimerMessageStore.TimerMessageStore, 5.3.4 to 5.5.1",
)
NOT_FOUND_WHEEL = Statement(
    template="not found timerWheel snapshot",
    logged_by="TimerMessageStore.TimerMessageStore, 5.3.4 to 5.5.1",
)
RECALL_TIMELINE_PARAM = Statement(
    template="recallToTimeline param error, delayTime: {_}, offsetPy: {_}, sizePy: {_}, messageExt: {_}",
    logged_by="TimerMessageStore.recallToTimeline, 5.4.0 to 5.5.1",
)
RECALL_WITHOUT_TIMELINE = Statement(
    template="recallToTimeline error, timerRocksDBStore is null or timeline is null",
    logged_by="TimerMessageStore.recallToTimeline, 5.4.0 to 5.5.1",
)
RECALL_TIMELINE_ERROR = Statement(
    template="recallToTimeline error: {_}",
    logged_by="TimerMessageStore.recallToTimeline, 5.4.0 to 5.5.1",
)
RESTART_OPERATION_JUST = Statement(
    template="TimerMessageStore restart operation just support for running state",
    logged_by="TimerMessageStore.restart, 5.4.0 to 5.5.1",
)
RESTART_HAS_BEEN_RUNNING = Statement(
    template="restart TimerMessageStore has been running",
    logged_by="TimerMessageStore.restart, 5.4.0 to 5.5.1",
)
RESTART_COMMIT_OFFSET = Statement(
    template="TimerMessageStore restart commitOffsetRocksDB: {_}, commitOffsetFile: {_}, currQueueOffset: {_}",
    logged_by="TimerMessageStore.restart, 5.4.0 to 5.5.1",
)
TIMER_RESTART_ERROR = Statement(
    template="TimerMessageStore restart error: {_}",
    logged_by="TimerMessageStore.restart, 5.4.0 to 5.5.1",
)
RECOVER_WHEEL_CURR = Statement(
    template="recover time wheel, currQueueOffset: {_}, commitOffsetInRocksDB: {_}",
    logged_by="TimerMessageStore.recover, 5.4.0 to 5.5.1",
)
NOT_RUNNING_DEQUEUE = Statement(
    template="Not Running dequeue, skip checkDequeueLatch for delayedTime:{_}",
    logged_by="TimerMessageStore.checkDequeueLatch, 5.3.4 to 5.5.1",
)
GET_KEY_BYTES = Statement(
    template="TimerRocksDBRecord getKeyBytes error: {_}",
    logged_by="TimerRocksDBRecord.getKeyBytes, 5.4.0 to 5.5.1",
)
GET_VALUE_BYTES = Statement(
    template="TimerRocksDBRecord getValueBytes error: {_}",
    logged_by="TimerRocksDBRecord.getValueBytes, 5.4.0 to 5.5.1",
)
DECODE_ERROR = Statement(
    template="TimerRocksDBRecord decode error: {_}",
    logged_by="TimerRocksDBRecord.decode, 5.4.0 to 5.5.1",
)
