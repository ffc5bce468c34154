"""Compaction: CompactionService, CompactionStore, CompactionLog."""

from forensics.statements.template import Statement

PUT_MESSAGE_COMPACTION_LOG = Statement(
    template="putMessage into {_}:{_} compactionLog exception: ",
    logged_by="CompactionService.putRequest, 5.1.0 to 5.3.3",
    throws=True,
)
POLL_COMPACTION_POS_QUEUE = Statement(
    template="poll from compaction pos queue interrupted.",
    logged_by="CompactionService.run, 5.1.0",
)
LOAD_COMPACTION_STORE_FAILED = Statement(
    template="load compaction store error ",
    logged_by="CompactionService.load, 5.1.0 to 5.3.3",
    throws=True,
)
COMPACTION_LOG_MISMATCH_COMPACTION = Statement(
    template="{_}:{_} compactionLog mismatch with compactionCq",
    logged_by="CompactionStore.load, 5.1.0 to 5.3.3",
)
LOAD_COMPACTION_LOG_FAILED = Statement(
    template="load compactionLog {_}:{_} exception: ",
    logged_by="CompactionStore.load, 5.1.0 to 5.3.3",
    throws=True,
)
COMPACTION_STORE_LOAD_COMPLETED = Statement(
    template="compactionStore {_}:{_} load completed.",
    logged_by="CompactionStore.load, 5.1.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/store.log:11",
)
CREATE_COMPACTION_LOG_FAILED = Statement(
    template="create compactionLog exception: ",
    logged_by="CompactionStore.loadAndGetClog, 5.1.0 to 5.3.3",
    throws=True,
)
COMPACTION_SCHEDULE_ABRUPTLY_SHUTDOWN = Statement(
    template="compactionSchedule was abruptly shutdown. {_} tasks will not be executed.",
    logged_by="CompactionStore.shutdown, 5.1.0 to 5.3.3",
)
WAIT_COMPACTION_SCHEDULE_SHUTDOWN = Statement(
    template="wait compaction schedule shutdown interrupted. ",
    logged_by="CompactionStore.shutdown, 5.1.0 to 5.3.3",
)
LOOP_SCAN_ALL_TOPIC = Statement(
    template="loop to scan all topicConfig with fixed delay {_}ms",
    logged_by="CompactionStore.load, 5.1.1 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/store.log:12",
)
START_SCAN_ALL_TOPIC = Statement(
    template="start to scan all topicConfig",
    logged_by="CompactionStore.scanAllTopicConfig, 5.1.1 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/store.log:69",
)
SCAN_ALL_TOPIC_CONFIG = Statement(
    template="scan all topicConfig over",
    logged_by="CompactionStore.scanAllTopicConfig, 5.1.1 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/store.log:70",
)
COMPACTION_LOG_INIT_COMPLETED = Statement(
    template="CompactionLog {_}:{_} init completed.",
    logged_by="CompactionLog.CompactionLog, 5.1.0 to 5.3.3",
)
LOAD_COMPACTION_LOG_REMOTE = Statement(
    template="{_}:{_} load compactionLog from remote master",
    logged_by="CompactionLog.load, 5.1.0 to 5.3.3",
)
MESSAGE_OFFSET_MIN_OFFSET = Statement(
    template="{_}:{_} message offset {_} >= minOffsetInQueue {_}, stop pull...",
    logged_by="CompactionLog.putMessageFromRemote, 5.1.0 to 5.3.3",
)
PULL_MESSAGE_MASTER_FAILED = Statement(
    template="pullMessageFromMaster exception: ",
    logged_by="CompactionLog.pullMessageFromMaster, 5.1.0 to 5.3.3",
    throws=True,
)
CURRENT_OFFSET_STOP_PULL = Statement(
    template="{_}:{_} current offset {_}, stop pull...",
    logged_by="CompactionLog.pullMessageFromMaster, 5.1.0 to 5.3.3",
)
REPLICATING_MESSAGE_EMPTY = Statement(
    template="replicating message is empty",
    logged_by="CompactionLog.pullMessageFromMaster, 5.1.0 to 5.3.3",
)
ROLL_LOG_CQ_FAILED = Statement(
    template="roll log and cq exception: ",
    logged_by="CompactionLog.pullMessageFromMaster, 5.1.0 to 5.3.3",
    throws=True,
)
DO_MERGE_REPLICATING_CURRENT = Statement(
    template="do merge replicating and current exception: ",
    logged_by="CompactionLog.pullMessageFromMaster, 5.1.0 to 5.3.3",
    throws=True,
)
FETCH_MESSAGE_MASTER_FAILED = Statement(
    template="fetch message from master exception: ",
    logged_by="CompactionLog.loadFromRemoteAsync, 5.1.0 to 5.3.3",
    throws=True,
)
MESSAGE_NO_KEYS = Statement(
    template="message has no keys",
    logged_by="CompactionLog.shouldRetainMsg, 5.1.0 to 5.3.3",
)
MESSAGE_NO_KEY_NOT = Statement(
    template="message {_}-{_}:{_} have no key, will not put in compaction log",
    logged_by="CompactionLog.asyncPutMessage, 5.1.0 to 5.3.3",
)
CREATE_MAPPED_FILE_CONSUMER = Statement(
    template="create mapped file or consumerQueue exception: ",
    logged_by="CompactionLog.asyncPutMessage, 5.1.0 to 5.3.3",
    throws=True,
)
CONSUMER_REQUEST_TOPIC_OFFSET = Statement(
    template="consumer request topic:{_}, offset:{_}, minOffset:{_}, maxOffset:{_}, but access logic queue failed. correct "
    "nextBeginOffset to {_}",
    logged_by="CompactionLog.getMessage, 5.1.0 to 5.3.3",
)
COMPACTION_ELAPSED_MILLISECONDS = Statement(
    template="this compaction elapsed {_} milliseconds",
    logged_by="CompactionLog.compactAndReplace, 5.1.0 to 5.3.3",
)
COMPACTION_LOG_STATE_SKIP = Statement(
    template="compactionLog state is {_}, skip this time",
    logged_by="CompactionLog.doCompaction, 5.1.0 to 5.3.3",
)
DO_COMPACTION_FAILED = Statement(
    template="do compaction exception: ",
    logged_by="CompactionLog.doCompaction, 5.1.0 to 5.3.3",
    throws=True,
)
OFFSET_MAP_PUT_FAILED = Statement(
    template="offsetMap put exception: ",
    logged_by="CompactionLog.getOffsetMap, 5.1.0 to 5.3.3",
    throws=True,
)
MOVE_FILE_PARENT_DIRECTORY = Statement(
    template="move file {_} to parent directory exception: ",
    logged_by="CompactionLog.replaceFiles, 5.1.0 to 5.3.3",
)
REPLACE_FILE_ELAPSED_MILLISECONDS = Statement(
    template="replace file elapsed {_} milliseconds",
    logged_by="CompactionLog.replaceFiles, 5.1.0 to 5.3.3",
)
MOVE_CONSUME_QUEUE_FILE = Statement(
    template="move consume queue file {_} to parent directory exception: ",
    logged_by="CompactionLog.replaceCqFiles, 5.1.0 to 5.3.3",
    throws=True,
)
REPLACE_CONSUME_QUEUE_FILE = Statement(
    template="replace consume queue file elapsed {_} millsecs.",
    logged_by="CompactionLog.replaceCqFiles, 5.1.0 to 5.3.3",
)
PUT_MESSAGE_POSITION_INFO = Statement(
    template="put message {_}-{_} position info failed",
    logged_by="CompactionLog.doAppend, 5.1.0 to 5.3.3",
)
MAX_PHYSICAL_OFFSET_COMPACTION = Statement(
    template="{_}:{_} max physical offset in compaction log is {_}",
    logged_by="CompactionLog.recover, 5.1.0 to 5.3.3",
)
DIRECTORY_NOT_EMPTY = Statement(
    template="directory {_} with {_} not empty.",
    logged_by="CompactionLog.clean, 5.1.0 to 5.3.3",
)
CREATE_MAPPED_FILE_ERROR = Statement(
    template="create mapped file2 error, topic: {_}, msgId: {_}",
    logged_by="CompactionLog.asyncPutMessage, 5.1.1 to 5.3.3",
)
PULL_MESSAGE_RESPONSE_HEADER = Statement(
    template="{_}:{_} pull message responseHeader is null",
    logged_by="MessageFetcher.pullMessageFromMaster, 5.1.0 to 5.3.3",
)
PULL_NOT_FOUND_TOPIC = Statement(
    template="PULL_NOT_FOUND, topic:{_}, queueId:{_}, pullOffset:{_},",
    logged_by="MessageFetcher.pullMessageFromMaster, 5.1.0 to 5.3.3",
)
PULL_RETRY_IMMEDIATE_TOPIC = Statement(
    template="PULL_RETRY_IMMEDIATE, topic:{_}, queueId:{_}, pullOffset:{_},",
    logged_by="MessageFetcher.pullMessageFromMaster, 5.1.0 to 5.3.3",
)
PULL_OFFSET_MOVED_TOPIC = Statement(
    template="PULL_OFFSET_MOVED, topic:{_}, queueId:{_}, pullOffset:{_},",
    logged_by="MessageFetcher.pullMessageFromMaster, 5.1.0 to 5.3.3",
)
PULL_MESSAGE_ERROR_RESPONSE = Statement(
    template="Pull Message error, response code: {_}, remark: {_}",
    logged_by="MessageFetcher.pullMessageFromMaster, 5.1.0 to 5.3.3",
)
PREPARE_PULL_MESSAGE_FAILED = Statement(
    template="{_}:{_} prepare to {_} pull message failed",
    logged_by="MessageFetcher.pullMessageFromMaster, 5.1.1 to 5.3.3",
)
