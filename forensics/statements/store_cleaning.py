"""What a message store deletes and corrects of its files, queues and topics, and how full its disks are: DefaultMessageStore."""

from forensics.statements.template import Statement

CLEAN_UNUSED_TOPIC_CONSUME = Statement(
    template="cleanUnusedTopic: {_} {_} ConsumeQueue cleaned",
    logged_by="DefaultMessageStore.cleanUnusedTopic, 4.8.0 to 5.0.0",
    seen="F-5.0.0-merge:broker-a-0/logs/rocketmqlogs/store.log:87",
)
CLEAN_UNUSED_TOPIC_TOPIC = Statement(
    template="cleanUnusedTopic: {_},topic destroyed",
    logged_by="DefaultMessageStore.cleanUnusedTopic, 4.8.0 to 5.0.0",
    seen="F-5.0.0-merge:broker-a-0/logs/rocketmqlogs/store.log:89",
)
MAYBE_CONSUME_QUEUE_CREATED = Statement(
    template="maybe ConsumeQueue was created just now. topic={_} queueId={_} maxPhysicOffset={_} minLogicOffset={_}.",
    logged_by="DefaultMessageStore.cleanExpiredConsumerQueue, 4.8.0 to 4.9.8; ConsumeQueueStore.cleanExpired, 5.0.0 to 5.3.3",
)
CLEAN_EXPIRED_CONSUMER_QUEUE = Statement(
    template="cleanExpiredConsumerQueue: {_} {_} consumer queue destroyed, minCommitLogOffset: {_} maxCLOffsetInConsumeQueue: "
    "{_}",
    logged_by="DefaultMessageStore.cleanExpiredConsumerQueue, 4.8.0 to 4.9.8; ConsumeQueueStore.cleanExpired, 5.0.0 to 5.3.3",
)
CLEAN_EXPIRED_CONSUMER_QUEUE_TOPIC = Statement(
    template="cleanExpiredConsumerQueue: {_},topic destroyed",
    logged_by="DefaultMessageStore.cleanExpiredConsumerQueue, 4.8.0 to 4.9.8; ConsumeQueueStore.cleanExpired, 5.0.0 to 5.3.3",
)
EXECUTE_DELETE_FILES_MANUALLY = Statement(
    template="executeDeleteFilesManually was invoked",
    logged_by="DefaultMessageStore.executeDeleteFilesManually, 4.8.0 to 5.3.3",
)
BEGIN_DELETE_BEFORE_HOURS = Statement(
    template="begin to delete before {_} hours file. timeup: {_} spacefull: {_} manualDeleteFileSeveralTimes: {_} cleanAtOnce: "
    "{_}",
    logged_by="DefaultMessageStore.deleteExpiredFiles, 4.8.0 to 4.9.8",
)
DISK_SPACE_FULL_SOON = Statement(
    template="disk space will be full soon, but delete file failed.",
    logged_by="DefaultMessageStore.deleteExpiredFiles, 4.8.0 to 5.3.3",
)
TIME_RECLAIM_DISK_SPACE = Statement(
    template="it's time to reclaim disk space, {_}",
    logged_by="DefaultMessageStore.isTimeToDelete, 4.8.0 to 5.3.3",
)
PHYSIC_DISK_MAYBE_FULL = Statement(
    template="physic disk maybe full soon {_}, so mark disk full",
    logged_by="DefaultMessageStore.isSpaceToDelete, 4.8.0 to 4.9.1",
)
PHYSIC_DISK_SPACE_OK = Statement(
    template="physic disk space OK {_}, so mark disk ok",
    logged_by="DefaultMessageStore.isSpaceToDelete, 4.8.0 to 4.9.1",
)
PHYSIC_DISK_MAYBE_FULL_SOON = Statement(
    template="physic disk maybe full soon, so reclaim space, {_}",
    logged_by="DefaultMessageStore.isSpaceToDelete, 4.8.0 to 4.9.1",
)
LOGICS_DISK_MAYBE_FULL = Statement(
    template="logics disk maybe full soon {_}, so mark disk full",
    logged_by="DefaultMessageStore.isSpaceToDelete, 4.8.0 to 5.3.3",
)
LOGICS_DISK_SPACE_OK = Statement(
    template="logics disk space OK {_}, so mark disk ok",
    logged_by="DefaultMessageStore.isSpaceToDelete, 4.8.0 to 5.3.3",
)
LOGICS_DISK_MAYBE_FULL_SOON = Statement(
    template="logics disk maybe full soon, so reclaim space, {_}",
    logged_by="DefaultMessageStore.isSpaceToDelete, 4.8.0 to 4.9.8; RocksDBMessageStore.isSpaceToDelete, 5.2.0 to 5.5.1",
)
PHYSIC_DISK_COMMIT_LOG = Statement(
    template="physic disk of commitLog used: {_}",
    logged_by="DefaultMessageStore.isSpaceFull, 4.8.0 to 5.3.3",
)
PHYSIC_DISK_COMMIT_LOG_MAYBE = Statement(
    template="physic disk of commitLog maybe full soon, used {_}, so mark disk full",
    logged_by="DefaultMessageStore.isSpaceFull, 4.8.0 to 5.3.3",
)
PHYSIC_DISK_SPACE_COMMIT = Statement(
    template="physic disk space of commitLog OK {_}, so mark disk ok",
    logged_by="DefaultMessageStore.isSpaceFull, 4.8.0 to 5.3.3",
)
PHYSIC_DISK_MAYBE_FULL_SOON_MARK = Statement(
    template="physic disk maybe full soon {_}, so mark disk full, storePathPhysic={_}",
    logged_by="DefaultMessageStore.isSpaceToDelete, 4.9.2 to 5.3.3",
)
PHYSIC_DISK_SPACE_OK_MARK = Statement(
    template="physic disk space OK {_}, so mark disk ok, storePathPhysic={_}",
    logged_by="DefaultMessageStore.isSpaceToDelete, 4.9.2 to 5.3.3",
)
PHYSIC_DISK_MAYBE_FULL_SOON_RECLAIM = Statement(
    template="physic disk maybe full soon, so reclaim space, {_}, storePathPhysic={_}",
    logged_by="DefaultMessageStore.isSpaceToDelete, 4.9.2 to 4.9.8",
)
CLEAN_UNUSED_LMQ_TOPIC = Statement(
    template="cleanUnusedLmqTopic: {_} {_} ConsumeQueue cleaned",
    logged_by="DefaultMessageStore.cleanUnusedLmqTopic, 4.9.3 to 4.9.8",
)
CLEAN_UNUSED_LMQ_TOPIC_TOPIC = Statement(
    template="cleanUnusedLmqTopic: {_},topic destroyed",
    logged_by="DefaultMessageStore.cleanUnusedLmqTopic, 4.9.3 to 4.9.8",
)
BEGIN_DELETE_BEFORE_HOURS_FILE = Statement(
    template="begin to delete before {_} hours file. isTimeUp: {_} isUsageExceedsThreshold: {_} manualDeleteFileSeveralTimes: "
    "{_} cleanAtOnce: {_} deleteFileBatchMax: {_}",
    logged_by="DefaultMessageStore.deleteExpiredFiles, 5.0.0 to 5.3.3",
)
COMMIT_LOG_DISK_MAYBE = Statement(
    template="commitLog disk maybe full soon, so reclaim space, {_}",
    logged_by="DefaultMessageStore.isSpaceToDelete, 5.0.0 to 5.3.3",
)
CONSUME_QUEUE_DISK_MAYBE = Statement(
    template="consumeQueue disk maybe full soon, so reclaim space, {_}",
    logged_by="DefaultMessageStore.isSpaceToDelete, 5.0.0 to 5.3.3",
)
LOGICAL_DISK_USAGE_EXCEEDS = Statement(
    template="Logical disk usage {_} exceeds logical disk space clean forcibly threshold {_}, forcibly: {_}",
    logged_by="DefaultMessageStore.isSpaceToDelete, 5.0.0 to 5.3.3",
)
LOGICAL_DISK_USAGE_EXCEEDS_CLEAN = Statement(
    template="Logical disk usage {_} exceeds clean threshold {_}, forcibly: {_}",
    logged_by="DefaultMessageStore.isSpaceToDelete, 5.0.0 to 5.3.3",
)
CORRECT_LOGIC_OFFSET_SERVICE = Statement(
    template="CorrectLogicOffsetService.needCorrect. first file not available, trigger correct. topic:{_}, queue:{_}, "
    "maxPhyOffset in queue:{_}, minPhyOffset in commit log:{_}, minOffset in queue:{_}, maxOffset in queue:{_}, cqType:{_}",
    logged_by="DefaultMessageStore.needCorrect, 5.0.0 to 5.3.3",
)
CORRECT_LOGIC_OFFSET_SERVICE_NEED = Statement(
    template="CorrectLogicOffsetService.needCorrect. logic max phy offset: {_:int} is less than min phy offset: {_:int}, but min "
    "offset: {_:int} is less than max offset: {_:int}. topic:{_:word}, queue:{_:int}, cqType:{_:word}.",
    logged_by="DefaultMessageStore.needCorrect, 5.0.0 to 5.3.3",
)
CORRECT_LOGIC_OFFSET_SERVICE_NEED_CORRECT = Statement(
    template="CorrectLogicOffsetService.needCorrect. It should not happen, logic max phy offset: {_} is less than min phy "
    "offset: {_}, but min offset: {_} is larger than max offset: {_}. topic:{_}, queue:{_}, cqType:{_}",
    logged_by="DefaultMessageStore.needCorrect, 5.0.0 to 5.3.3",
)
CORRECT_LOGIC_OFFSET_SERVICE_NEED_CORRECT_CQ = Statement(
    template="CorrectLogicOffsetService.needCorrect. cqUnit is null, logic max phy offset: {_:int} is greater than min phy "
    "offset: "
    "{_:int}, but min offset: {_:int} is not equal to max offset: {_:int}. topic:{_:word}, queue:{_:int}, cqType:{_:word}.",
    logged_by="DefaultMessageStore.needCorrect, 5.0.0 to 5.3.3",
)
CORRECT_LOGIC_OFFSET_SERVICE_NEED_CORRECT_LOGIC = Statement(
    template="CorrectLogicOffsetService.needCorrect. logic max phy offset: {_:int} is greater than min phy offset: {_:int}, but "
    "minPhyPos in cq is: {_:int}. min offset in queue: {_:int}, max offset in queue: {_:int}, topic:{_:word}, queue:{_:int}, "
    "cqType:{_:word}.",
    logged_by="DefaultMessageStore.needCorrect, 5.0.0 to 5.3.3",
)
CONSUME_QUEUE_CLEANED_TOPIC = Statement(
    template="DeleteTopic: ConsumeQueue has been cleaned, topic={_}, queueId={_}",
    logged_by="DefaultMessageStore.deleteTopics, 5.1.0 to 5.3.3; AbstractConsumeQueueStore.deleteTopic, after 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/store.log:56",
)
TOPIC_DESTROYED = Statement(
    event="topic_destroyed",
    template="DeleteTopic: Topic has been destroyed, topic={topic}",
    logged_by="DefaultMessageStore.deleteTopics, 5.1.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/store.log:64",
)
CONSUME_QUEUE_CLEANS_ERROR = Statement(
    template="DeleteTopic: ConsumeQueue cleans error!, topic={_}, queueId={_}",
    logged_by="DefaultMessageStore.deleteTopics, 5.2.0 to 5.3.3; AbstractConsumeQueueStore.deleteTopic, after 5.3.3",
    throws=True,
)
