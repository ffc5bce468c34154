"""Consume queues in files and in RocksDB side by side, after 5.3.3: CombineConsumeQueueStore, and their compaction."""

from forensics.statements.template import Statement

NOT_STARTED_BEFORE = Statement(
    template="CombineConsumeQueueStore, the store hasn't started before, skip it, store={_}",
    logged_by="CombineConsumeQueueStore.isMappedFileMatchedRecover, 5.5.0 to 5.5.1",
)
CAN_NOT_RECOVER = Statement(
    template=(
        "CombineConsumeQueueStore can not recover all inner store, maybe some inner stores haven’t started before, store={_}"
    ),
    logged_by="CombineConsumeQueueStore.isMappedFileMatchedRecover, 5.5.0 to 5.5.1",
)
CHECK_ASSIGN_OFFSET = Statement(
    template=(
        "CombineConsumeQueueStore checkAssignOffsetStore, LMQ offset not match. topic={_}, maxOffsetInAssign={_}, "
        "otherCQ={_}, maxOffset0={_}"
    ),
    logged_by="CombineConsumeQueueStore.verifyAndInitOffsetForAllStore, 5.5.0 to 5.5.1",
)
TOPIC_ID_CONTAINS = Statement(
    template="ConsumeQueue[Topic={_}, queue-id={_}] contains no entry, reset minLogicOffset to 0, maxPhysicOffset to -1",
    logged_by="ConsumeQueue.correctMinOffset, 5.5.1",
)
FAILED_SET_MADV = Statement(
    template="Failed to set MADV_RANDOM for ConsumeQueue[topic={_}, queueId={_}] file: {_}, ret={_}",
    logged_by="ConsumeQueue.correctMinOffset, 5.5.1",
)
FAILED_RESTORE_MADV = Statement(
    template="Failed to restore MADV_NORMAL for ConsumeQueue[topic={_}, queueId={_}] file: {_}, ret={_}",
    logged_by="ConsumeQueue.correctMinOffset, 5.5.1",
)
CQ_COMPACTION_FILTER = Statement(
    template="CqCompactionFilter created and set, minPhyOffset: {_}",
    logged_by="ConsumeQueueRocksDBStorage.postLoad, 5.5.1",
)
CQ_COMPACTION_FILTER_JNI = Statement(
    template="CqCompactionFilterJni native library not loaded, compaction filter will not be installed",
    logged_by="ConsumeQueueRocksDBStorage.postLoad, 5.5.1",
)
REPLACED_WITHOUT_EXPLICIT = Statement(
    template="CqCompactionFilter replaced without explicit destroy",
    logged_by="CqCompactionFilterJni.createAndSetFilter, 5.5.1",
)
SET_MIN_PHY = Statement(
    template="CqCompactionFilter setMinPhyOffset={_}",
    logged_by="CqCompactionFilterJni.setMinPhyOffset, 5.5.1",
)
DESTROYED = Statement(
    template="CqCompactionFilter destroyed",
    logged_by="CqCompactionFilterJni.destroyNativeFilter, 5.5.1",
)
NATIVE_LIBRARY_NOT = Statement(
    template="[CqCompactionFilterJni] Native library '{_}' not found on classpath",
    logged_by="CqCompactionFilterJni.loadNativeShim, 5.5.1",
)
NATIVE_LIBRARY_LOADED = Statement(
    template="[CqCompactionFilterJni] Native library loaded from classpath: {_}",
    logged_by="CqCompactionFilterJni.loadNativeShim, 5.5.1",
)
FAILED_LOAD_NATIVE = Statement(
    template="[CqCompactionFilterJni] Failed to load native shim",
    logged_by="CqCompactionFilterJni.loadNativeShim, 5.5.1",
    throws=True,
)
FAILED_LINK_NATIVE = Statement(
    template="[CqCompactionFilterJni] Failed to link native shim",
    logged_by="CqCompactionFilterJni.loadNativeShim, 5.5.1",
    throws=True,
)
ESTIMATE_LAG_ERROR = Statement(
    template="EstimateLag error, from={_}, to={_}",
    logged_by="RocksDBConsumeQueue.estimateMessageCount, 5.5.0 to 5.5.1",
    throws=True,
)
REUSABLE_ITERATOR_SEARCH = Statement(
    template="RocksDB reusable iterator search error, topic={_}, queueId={_}, offset={_}, count={_}",
    logged_by="RocksDBConsumeQueue.next, 5.5.0 to 5.5.1",
    throws=True,
)
LMQ_COUNT_FROM = Statement(
    template="lmq count from maxConsumeQueueOffset table. {_}",
    logged_by="RocksDBConsumeQueueOffsetTable.loadMaxConsumeQueueOffsets, 5.5.0 to 5.5.1",
)
PROBABLY_RECOVER_LMQ = Statement(
    template="probably recover a lmq which was already deleted. lmq:{_}, maxOffset:{_}",
    logged_by="RocksDBConsumeQueueOffsetTable.putHeapMaxCqOffset, 5.5.0 to 5.5.1",
)
REMOVE_LMQ_ENTRY = Statement(
    template="remove lmq entry that was never actually used. {_}",
    logged_by="RocksDBConsumeQueueOffsetTable.removeHeapMaxCqOffset, 5.5.1",
)
