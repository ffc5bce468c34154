"""Topics, groups and offsets of a broker in RocksDB: ConfigStorage and the RocksDB config managers."""

from forensics.statements.template import Statement

KIND = "broker"

NETTY_MEMORY_USAGE = Statement(
    template="Netty Memory Usage: {_}",
    logged_by="ConfigStorage.statNettyMemory, 5.3.2 to 5.3.3",
)
FAILED_START_CONFIG_STORAGE = Statement(
    template="Failed to start config storage",
    logged_by="ConfigStorage.start, 5.3.2 to 5.3.3",
)
UNSAFE_NOT_AVAILABLE_POOLED = Statement(
    template="Unsafe not available and POOLED_ALLOCATOR cannot work correctly",
    logged_by="ConfigStorage.postLoad, 5.3.2 to 5.3.3",
)
RAISED_EXCEPTION_WHILE_PERFORMING = Statement(
    template="{_} raised an exception while performing flush-and-sync WAL on exit",
    logged_by="ConfigStorage.run, 5.3.2 to 5.3.3",
    throws=True,
)
KV_FLUSH_WAL_FAILED = Statement(
    template="kv flush WAL Failed.",
    logged_by="RocksDBConfigManager.flushWAL, 5.1.4 to 5.3.3",
    throws=True,
)
KV_PUT_TOPIC_FAILED = Statement(
    template="kv put topic Failed, {_}",
    logged_by="RocksDBTopicConfigManager.putTopicConfig, 5.1.4 to 5.3.3",
    throws=True,
)
KV_REMOVE_TOPIC_FAILED = Statement(
    template="kv remove topic Failed, {_}",
    logged_by="RocksDBTopicConfigManager.removeTopicConfig, 5.1.4 to 5.3.3",
)
SWITCH_TRANSFER_METADATA_JSON = Statement(
    template="the switch transferMetadataJsonToRocksdb is off, no merge topic operation is needed.",
    logged_by="RocksDBTopicConfigManager.merge, 5.3.1",
)
TOPIC_JSON_FILE_NOT = Statement(
    template="topic json file does not exist, so skip merge",
    logged_by="RocksDBTopicConfigManager.merge, 5.3.1 to 5.3.3",
)
LOAD_JSON_TOPIC_DATA = Statement(
    template="load json topic dataVersion error, startup will exit",
    logged_by="RocksDBTopicConfigManager.merge, 5.3.1 to 5.3.3",
)
LOAD_TOPIC_CONFIG_JSON = Statement(
    template="load topic config from json file error, startup will exit",
    logged_by="RocksDBTopicConfigManager.merge, 5.3.1 to 5.3.3",
)
IMPORT_TOPIC_CONFIG_ROCKSDB = Statement(
    template="import topic config to rocksdb, topic={_}",
    logged_by="RocksDBTopicConfigManager.merge, 5.3.1 to 5.3.3",
)
DATA_VERSION_NOT_GREATER = Statement(
    template="dataVersion is not greater than kvDataVersion, no need to merge topic metaData, dataVersion={_}, kvDataVersion={_}",
    logged_by="RocksDBTopicConfigManager.merge, 5.3.1 to 5.3.3",
)
FINISH_READ_TOPIC_CONFIG = Statement(
    template="finish read topic config from json file and merge to rocksdb",
    logged_by="RocksDBTopicConfigManager.merge, 5.3.1 to 5.3.3",
)
UPDATE_TOPIC_CONFIG_DATA = Statement(
    template="update topic config dataVersion error",
    logged_by="RocksDBTopicConfigManager.updateDataVersion, 5.3.1 to 5.3.3",
    throws=True,
)
ROCKS_DBTOPIC_CONFIG_MANAGER = Statement(
    template="RocksDBTopicConfigManager export topic config to json file",
    logged_by="RocksDBTopicConfigManager.exportToJson, 5.3.2 to 5.3.3",
)
KV_PUT_SUB_FAILED = Statement(
    template="kv put sub Failed, {_}",
    logged_by="RocksDBSubscriptionGroupManager.putSubscriptionGroupConfigIfAbsent, 5.1.4 to 5.3.3",
)
KV_DELETE_SUB_FAILED = Statement(
    template="kv delete sub Failed, {_}",
    logged_by="RocksDBSubscriptionGroupManager.removeSubscriptionGroupConfig, 5.1.4 to 5.3.3",
)
LOAD_EXIST_LOCAL_SUB = Statement(
    template="load exist local sub, {_}",
    logged_by="RocksDBSubscriptionGroupManager.decodeSubscriptionGroup, 5.1.4 to 5.3.3",
)
SWITCH_TRANSFER_METADATA_JSON_ROCKSDB = Statement(
    template="the switch  transferMetadataJsonToRocksdb is off, no merge subGroup operation is needed.",
    logged_by="RocksDBSubscriptionGroupManager.merge, 5.3.1",
)
SUB_GROUP_JSON_FILE = Statement(
    template="subGroup json file does not exist, so skip merge",
    logged_by="RocksDBSubscriptionGroupManager.merge, 5.3.1 to 5.3.3",
)
LOAD_JSON_SUB_GROUP = Statement(
    template="load json subGroup dataVersion error, startup will exit",
    logged_by="RocksDBSubscriptionGroupManager.merge, 5.3.1 to 5.3.3",
)
LOAD_GROUP_FORBIDDEN_INFO = Statement(
    template="load group and forbidden info from json file error, startup will exit",
    logged_by="RocksDBSubscriptionGroupManager.merge, 5.3.1 to 5.3.3",
)
IMPORT_SUBSCRIPTION_CONFIG_ROCKSDB = Statement(
    template="import subscription config to rocksdb, group={_}",
    logged_by="RocksDBSubscriptionGroupManager.merge, 5.3.1 to 5.3.3",
)
IMPORT_FORBIDDEN_CONFIG_ROCKSDB = Statement(
    template="import forbidden config to rocksdb, group={_}",
    logged_by="RocksDBSubscriptionGroupManager.merge, 5.3.1 to 5.3.3",
)
IMPORT_FORBIDDEN_CONFIG_ROCKSDB_FAILED = Statement(
    template="import forbidden config to rocksdb failed, group={_}",
    logged_by="RocksDBSubscriptionGroupManager.merge, 5.3.1 to 5.3.3",
)
DATA_VERSION_NOT_GREATER_KV = Statement(
    template="dataVersion is not greater than kvDataVersion, no need to merge group metaData, dataVersion={_}, kvDataVersion={_}",
    logged_by="RocksDBSubscriptionGroupManager.merge, 5.3.1 to 5.3.3",
)
FINISH_MARGE_SUBSCRIPTION_CONFIG = Statement(
    template="finish marge subscription config from json file and merge to rocksdb",
    logged_by="RocksDBSubscriptionGroupManager.merge, 5.3.1 to 5.3.3",
)
UPDATE_GROUP_CONFIG_DATA = Statement(
    template="update group config dataVersion error",
    logged_by="RocksDBSubscriptionGroupManager.updateDataVersion, 5.3.1 to 5.3.3",
    throws=True,
)
LOAD_FORBIDDEN_VALUE = Statement(
    template="load forbidden,{_} value {_}",
    logged_by="RocksDBSubscriptionGroupManager.decodeForbidden, 5.3.1 to 5.3.3",
)
ROCKS_DBSUBSCRIPTION_GROUP_MANAGER = Statement(
    template="RocksDBSubscriptionGroupManager export subscription group to json file",
    logged_by="RocksDBSubscriptionGroupManager.exportToJson, 5.3.2 to 5.3.3",
)
FINISH_MERGE_SUBSCRIPTION_CONFIG = Statement(
    template="finish merge subscription config from json file and merge to rocksdb",
    logged_by="RocksDBSubscriptionGroupManager.merge, after 5.3.3",
)
KV_REMOVE_CONSUMER_OFFSET = Statement(
    template="kv remove consumerOffset Failed, {_}",
    logged_by="RocksDBConsumerOffsetManager.removeConsumerOffset, 5.1.4 to 5.3.3",
)
LOAD_EXIST_LOCAL_OFFSET = Statement(
    template="load exist local offset, {_}, {_}",
    logged_by="RocksDBConsumerOffsetManager.decodeOffset, 5.1.4 to 5.3.3",
)
CONSUMER_OFFSET_PERSIST_FAILED = Statement(
    template="consumer offset persist Failed",
    logged_by="RocksDBConsumerOffsetManager.persist, 5.1.4 to 5.3.3",
    throws=True,
)
SWITCH_TRANSFER_OFFSET_JSON = Statement(
    template="the switch transferOffsetJsonToRocksdb is off, no merge offset operation is needed.",
    logged_by="RocksDBConsumerOffsetManager.merge, 5.3.1",
)
CONSUMER_OFFSET_JSON_FILE = Statement(
    template="consumerOffset json file does not exist, so skip merge",
    logged_by="RocksDBConsumerOffsetManager.merge, 5.3.1 to 5.3.3",
)
LOAD_JSON_CONSUMER_OFFSET = Statement(
    template="load json consumerOffset dataVersion error, startup will exit",
    logged_by="RocksDBConsumerOffsetManager.merge, 5.3.1 to 5.3.3",
)
LOAD_JSON_CONSUMER_OFFSET_INFO = Statement(
    template="load json consumerOffset info failed, startup will exit",
    logged_by="RocksDBConsumerOffsetManager.merge, 5.3.1 to 5.3.3",
)
UPDATE_OFFSET_JSON_DATA = Statement(
    template="update offset from json, dataVersion:{_}, offsetTable: {_} ",
    logged_by="RocksDBConsumerOffsetManager.merge, 5.3.1 to 5.3.3",
)
UPDATE_CONSUMER_OFFSET_DATA = Statement(
    template="update consumer offset dataVersion error",
    logged_by="RocksDBConsumerOffsetManager.updateDataVersion, 5.3.1 to 5.3.3",
    throws=True,
)
ROCKS_DBCONSUMER_OFFSET_MANAGER = Statement(
    template="RocksDBConsumerOffsetManager export consumer offset to json file",
    logged_by="RocksDBConsumerOffsetManager.exportToJson, 5.3.2 to 5.3.3",
)
INVALID_TOPIC_GROUP = Statement(
    template="Invalid topic group: {_}",
    logged_by="ConsumerOffsetManagerV2.removeConsumerOffset, 5.3.2 to 5.3.3",
)
FAILED_REMOVE_CONSUMER_OFFSET = Statement(
    template="Failed to removeConsumerOffset, topicAtGroup={_}",
    logged_by="ConsumerOffsetManagerV2.removeConsumerOffset, 5.3.2 to 5.3.3",
    throws=True,
)
FAILED_CONSUMER_OFFSETS_GROUP = Statement(
    template="Failed to consumer offsets by group={_}",
    logged_by="ConsumerOffsetManagerV2.removeOffset, 5.3.2 to 5.3.3",
    throws=True,
)
FAILED_COMMIT_CONSUMER_OFFSET = Statement(
    template="Failed to commit consumer offset",
    logged_by="ConsumerOffsetManagerV2.commitOffset, 5.3.2 to 5.3.3",
    throws=True,
)
FAILED_FLUSH_ROCKS_DB = Statement(
    template="Failed to flush RocksDB config instance WAL",
    logged_by="ConsumerOffsetManagerV2.persist, 5.3.2 to 5.3.3",
    throws=True,
)
FAILED_LOAD_ROCKS_DB = Statement(
    template="Failed to load RocksDB config",
    logged_by="ConsumerOffsetManagerV2.loadDataVersion, 5.3.2 to 5.3.3",
    throws=True,
)
FAILED_COMMIT_PULL_OFFSET = Statement(
    template="Failed to commit pull offset. group={_}, topic={_}, queueId={_}, offset={_}",
    logged_by="ConsumerOffsetManagerV2.commitPullOffset, 5.3.2 to 5.3.3",
)
FAILED_QUERY_PULL_OFFSET = Statement(
    template="Failed to queryPullOffset. group={_}, topic={_}, queueId={_}",
    logged_by="ConsumerOffsetManagerV2.queryPullOffset, 5.3.2 to 5.3.3",
)
LOAD_DATA_VERSION_FAILED = Statement(
    template="loadDataVersion error",
    logged_by="SubscriptionGroupManagerV2.loadDataVersion, 5.3.2 to 5.3.3",
    throws=True,
)
FAILED_FLUSH_ROCKS_DB_WAL = Statement(
    template="Failed to flush RocksDB WAL",
    logged_by="SubscriptionGroupManagerV2.persist, 5.3.2 to 5.3.3",
    throws=True,
)
UPDATE_SUBSCRIPTION_GROUP_CONFIG = Statement(
    template="update subscription group config error",
    logged_by="SubscriptionGroupManagerV2.updateSubscriptionGroupConfig, 5.3.2 to 5.3.3",
    throws=True,
)
FAILED_REMOVE_SUBSCRIPTION_GROUP = Statement(
    template="Failed to remove subscription group config by group-name={_}",
    logged_by="SubscriptionGroupManagerV2.removeSubscriptionGroupConfig, 5.3.2 to 5.3.3",
    throws=True,
)
FAILED_LOAD_DATA_VERSION = Statement(
    template="Failed to load data version of topic",
    logged_by="TopicConfigManagerV2.loadDataVersion, 5.3.2 to 5.3.3",
    throws=True,
)
FAILED_FLUSH_WAL = Statement(
    template="Failed to flush WAL",
    logged_by="TopicConfigManagerV2.persist, 5.3.2 to 5.3.3",
    throws=True,
)
FAILED_UPDATE_TOPIC_CONFIG = Statement(
    template="Failed to update topic config",
    logged_by="TopicConfigManagerV2.updateTopicConfig, 5.3.2 to 5.3.3",
    throws=True,
)
FAILED_DELETE_TOPIC_CONFIG = Statement(
    template="Failed to delete topic config by topicName={_}",
    logged_by="TopicConfigManagerV2.removeTopicConfig, 5.3.2 to 5.3.3",
    throws=True,
)
ROCKS_GROUP_COMMIT_SERVICE = Statement(
    template="RocksGroupCommitService#buffer is full, 3s elapsed before space becomes available",
    logged_by="RocksGroupCommitService.putRequest, 5.3.2 to 5.3.3",
)
FAILED_BUILD_CONSUME_QUEUE = Statement(
    template="Failed to build consume queue in RocksDB",
    logged_by="RocksGroupCommitService.groupCommit, 5.3.2 to 5.3.3",
    throws=True,
)
