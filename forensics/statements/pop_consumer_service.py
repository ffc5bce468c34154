"""POP kept in a key value store (RIP-73, 5.3.2 on): PopConsumerService, its cache, its locks and its store."""

from forensics.statements.template import Statement

KIND = "broker"

STARTED = Statement(
    event="kv_started",
    template="PopConsumerService init, buffer={_:bool}, rocksdb filePath={_:word}",
    logged_by="PopConsumerService.<init>, 5.3.2 to 5.3.3: popConsumerKVServiceInit is on",
    seen="F-5.3.3-kv:broker-a-0/logs/rocketmqlogs/pop.log:1",
)
POPPED = Statement(
    event="kv_popped",
    template="PopConsumerService pop, time={pop_time:int}, invisible={invisible_ms:int}, groupId={group}, topic={topic}, "
    "queueId={queue_id:int}, offset={offsets:numbers}, attemptId={attempt_id}",
    logged_by="PopConsumerService.addGetMessageResult, 5.3.2 to 5.3.3, with popConsumerKVServiceLog",
    seen="F-5.3.3-kv:broker-a-0/logs/rocketmqlogs/pop.log:139",
)
ACKED = Statement(
    event="kv_acked",
    template="PopConsumerService ack, time={pop_time:int}, invisible={invisible_ms:int}, groupId={group}, topic={topic}, "
    "queueId={queue_id:int}, offset={offset:int}",
    logged_by="PopConsumerService.ackAsync, 5.3.2 to 5.3.3, with popConsumerKVServiceLog",
    seen="F-5.3.3-kv:broker-a-0/logs/rocketmqlogs/pop.log:142",
)
CHANGED = Statement(
    event="kv_changed",
    template="PopConsumerService change, time={pop_time:int}, invisible={invisible_ms:int}, groupId={group}, topic={topic}, "
    "queueId={queue_id:int}, offset={offset:int}, new time={new_pop_time:int}, new invisible={new_invisible_ms:int}",
    logged_by="PopConsumerService.changeInvisibilityDuration, 5.3.2 to 5.3.3, with popConsumerKVServiceLog",
    seen="F-5.3.3-kv:broker-a-0/logs/rocketmqlogs/pop.log:146",
)
REVIVED = Statement(
    event="kv_revived",
    template="PopConsumerService revive, time={pop_time:int}, invisible={invisible_ms:int}, groupId={group}, topic={topic}, "
    "queueId={queue_id:int}, offset={offset:int}",
    logged_by="PopConsumerService.reviveRetry, 5.3.2 to 5.3.3, with popConsumerKVServiceLog",
    seen="F-5.3.3-kv:broker-a-0/logs/rocketmqlogs/pop.log:234",
)
BACKED_OFF = Statement(
    event="kv_backed_off",
    template="PopConsumerService revive backoff retry, record={record:pop_record}",
    logged_by="PopConsumerService.revive, 5.3.2 to 5.3.3",
)
DROPPED = Statement(
    event="kv_dropped",
    template="PopConsumerService drop record, message may be lost, record={record:pop_record}",
    logged_by="PopConsumerService.revive, 5.3.2 to 5.3.3: after popReviveMaxAttemptTimes",
    fixed={"reason": "max_attempts"},
)
LOST = Statement(
    event="kv_dropped",
    template="PopConsumerService revive error, message may be lost, record={record:pop_record}",
    logged_by="PopConsumerService.revive, 5.3.2 to 5.3.3",
    fixed={"reason": "exception"},
)
NO_RETRY = Statement(
    event="kv_dropped",
    template="PopConsumerService revive no need retry, record={record:pop_record}",
    logged_by="PopConsumerService.revive, 5.3.2 to 5.3.3: the read said that the message is gone",
    seen="F-5.3.3-kv:broker-a-0/logs/rocketmqlogs/pop.log:767",
    fixed={"reason": "gone"},
)
RETRY_FAILED = Statement(
    event="kv_retry_failed",
    template="PopConsumerService revive retry msg error, put status={put:put_result}, ck={_}, delay={_:int}ms",
    logged_by="PopConsumerService.reviveRetry, 5.3.2 to 5.3.3",
)
CYCLE = Statement(
    event="kv_cycle",
    template="PopConsumerService, revive count={revived:int}, failure count={failures:int}, behindInMillis={behind_ms:int}, "
    "scanInMillis={_:int}, costInMillis={_:int}",
    logged_by="PopConsumerService.revive, 5.3.2 to 5.3.3",
    seen="F-5.3.3-kv:broker-a-0/logs/rocketmqlogs/pop.log:3",
)
CYCLE_CACHED = Statement(
    event="kv_cycle",
    template="PopConsumerService, key size={_:int}, cache size={_:int}, revive count={revived:int}, failure "
    "count={failures:int}, "
    "behindInMillis={behind_ms:int}, scanInMillis={_:int}, costInMillis={_:int}",
    logged_by="PopConsumerService.revive, 5.3.2 to 5.3.3",
)
OFFSET_MOVED = Statement(
    event="kv_offset_moved",
    template="PopConsumerService getMessageAsync, initial offset because store is no correct, groupId={group}, topicId={topic}, "
    "queueId={queue_id:int}, batchSize={_:int}, offset={old_offset:int}->{new_offset:int}",
    logged_by="PopConsumerService.getMessageAsync, 5.3.2 to 5.3.3",
)
OFFSET_INIT = Statement(
    event="kv_offset_init",
    template="PopConsumerService init offset, groupId={group}, topicId={topic}, queueId={queue_id:int}, init={init_mode:word}, "
    "offset={offset:int}",
    logged_by="PopConsumerService.getPopOffset, 5.3.3",
    seen="F-5.3.3-kv:broker-a-0/logs/rocketmqlogs/pop.log:134",
)
POP_THREW = Statement(
    event="pop_failed",
    template="PopConsumerService popAsync error",
    logged_by="PopConsumerService.popAsync, 5.3.2 to 5.3.3",
    throws=True,
)
GET_THREW = Statement(
    event="pop_failed",
    template="PopConsumerService popAsync get message error",
    logged_by="PopConsumerService.popAsync, 5.3.2 to 5.3.3",
    throws=True,
)
READ_THREW = Statement(
    event="pop_failed",
    template="Pop getMessageAsync error",
    logged_by="PopConsumerService.getMessageAsync, 5.3.2 to 5.3.3",
    throws=True,
)
RECODE_THREW = Statement(
    event="pop_failed",
    template="PopConsumerService exception in recode retry message, topic={topic:word}",
    logged_by="PopConsumerService.recodeRetryMessage, 5.3.2 to 5.3.3",
    throws=True,
)
RUN_THREW = Statement(
    event="pop_service_failed",
    template="PopConsumerService revive error",
    logged_by="PopConsumerService.run, 5.3.2 to 5.3.3",
    throws=True,
)
CACHE_THREW = Statement(
    event="pop_service_failed",
    template="PopConsumerCacheService revive error",
    logged_by="PopConsumerCache.run, 5.3.2 to 5.3.3",
    throws=True,
)
READ = Statement(
    template="PopConsumerService getMessageAsync, groupId={_}, topicId={_}, queueId={_:int}, offset={_:int}, batchSize={_:int}, "
    "filter={_:bool}",
    logged_by="PopConsumerService.getMessageAsync, 5.3.2 to 5.3.3, DEBUG",
)
POP_RESULT = Statement(
    template="PopConsumerService popAsync result, {_:rest}",
    logged_by="PopConsumerService.popAsync, 5.3.2 to 5.3.3, DEBUG",
)
POP_BEGUN = Statement(
    template="PopConsumerService popAsync, groupId={_}, topicId={_}, queueId={_:int}, {_:rest}",
    logged_by="PopConsumerService.popAsync, 5.3.2 to 5.3.3, DEBUG",
)
MOVED_TO_FILES = Statement(
    event="kv_moved",
    template="PopConsumerStore transfer from kvStore to fsStore, count={revived:int}",
    logged_by="PopConsumerService.transferToFsStore, 5.3.2 to 5.3.3",
)
MOVED = Statement(
    template="PopConsumerStore transfer to fsStore finish, cost={_:int}ms",
    logged_by="PopConsumerService.transferToFsStore, 5.3.2 to 5.3.3",
)
NOT_MOVED = Statement(
    event="pop_service_failed",
    template="PopConsumerStore transfer from kvStore to fsStore failure",
    logged_by="PopConsumerService.transferToFsStore, 5.3.2 to 5.3.3",
    throws=True,
)
OFFLINE = Statement(
    event="kv_offline",
    template="PopConsumerOffline, so clean expire records, groupId={group}, topic={topic}, queueId={queue_id:int}, "
    "records={records:int}",
    logged_by="PopConsumerCache.cleanupRecords, 5.3.2 to 5.3.3: no pop for two minutes",
)
OFFSET_LESS = Statement(
    event="kv_offset_less",
    template="PopConsumerCache, consumer offset less than store, groupId={group}, topicId={topic}, queueId={queue_id:int}, "
    "offset={offset:int}",
    logged_by="PopConsumerCache.commitOffset, 5.3.2 to 5.3.3",
)
LOCK_REMOVED = Statement(
    event="pop_lock_removed",
    template="PopConsumerLockService remove timeout lock, key={lock_key:word}, locked={locked:bool}",
    logged_by="PopConsumerLockService.removeTimeout, 5.3.2 to 5.3.3",
)
STORE_THREW = Statement(
    event="pop_service_failed",
    template="PopConsumerRocksdbStore init error, filePath={_:word}",
    logged_by="PopConsumerRocksdbStore.postLoad, 5.3.2 to 5.3.3",
    throws=True,
)
STORE_STARTED = Statement(
    template="PopConsumerRocksdbStore init, filePath={_:word}",
    logged_by="PopConsumerRocksdbStore.postLoad, 5.3.2 to 5.3.3, DEBUG",
)
