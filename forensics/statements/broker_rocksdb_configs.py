"""A broker's configuration in RocksDB as 5.4.0 and later keep it: topics, groups and offsets."""

from forensics.statements.template import Statement

HAS_BEEN_STOPPED = Statement(
    template="RocksDBConsumerOffsetManager has been stopped, persist fail",
    logged_by="RocksDBConsumerOffsetManager.persist, 5.3.4 to 5.5.1",
)
SEPARATE_OFFSETS_DOES = Statement(
    template="Separate RocksDB for consumer offsets does not exist at {_}, no migration needed",
    logged_by="RocksDBConsumerOffsetManager.migrateFromSeparateRocksDBs, 5.3.4 to 5.5.1",
)
STARTING_MIGRATION_FROM = Statement(
    template="Starting migration from separate RocksDB at {_} to unified RocksDB",
    logged_by="RocksDBConsumerOffsetManager.migrateFromSeparateRocksDBs, 5.3.4 to 5.5.1",
)
FAILED_INITIALIZE_SEPARATE = Statement(
    template="Failed to initialize separate RocksDB in read-only mode",
    logged_by="RocksDBConsumerOffsetManager.migrateFromSeparateRocksDBs, 5.3.4 to 5.5.1",
)
FAILED_LOAD_DATA = Statement(
    template="Failed to load data version from separate RocksDB",
    logged_by="RocksDBConsumerOffsetManager.migrateFromSeparateRocksDBs, 5.3.4 to 5.5.1",
)
COMPARING_DATA_VERSIONS = Statement(
    template="Comparing data versions - Separate: {_}, Unified: {_}",
    logged_by="RocksDBConsumerOffsetManager.migrateFromSeparateRocksDBs, 5.3.4 to 5.5.1",
)
SEPARATE_HAS_NEWER = Statement(
    template="Separate RocksDB has newer data, importing...",
    logged_by="RocksDBConsumerOffsetManager.migrateFromSeparateRocksDBs, 5.3.4 to 5.5.1",
)
SUCCESSFULLY_IMPORTED_OFFSETS = Statement(
    template="Successfully imported consumer offsets from separate RocksDB",
    logged_by="RocksDBConsumerOffsetManager.migrateFromSeparateRocksDBs, 5.3.4 to 5.5.1",
)
UPDATED_UNIFIED_DATA = Statement(
    template="Updated unified data version to {_}",
    logged_by="RocksDBConsumerOffsetManager.migrateFromSeparateRocksDBs, 5.3.4 to 5.5.1",
)
FAILED_IMPORT_OFFSETS = Statement(
    template="Failed to import consumer offsets from separate RocksDB",
    logged_by="RocksDBConsumerOffsetManager.migrateFromSeparateRocksDBs, 5.3.4 to 5.5.1",
)
UNIFIED_ALREADY_UP = Statement(
    template="Unified RocksDB is already up-to-date, no migration needed",
    logged_by="RocksDBConsumerOffsetManager.migrateFromSeparateRocksDBs, 5.3.4 to 5.5.1",
)
ERROR_DURING_MIGRATION = Statement(
    template="Error during migration from separate RocksDB",
    logged_by="RocksDBConsumerOffsetManager.migrateFromSeparateRocksDBs, 5.3.4 to 5.5.1",
    throws=True,
)
ERROR_STOPPING_SEPARATE = Statement(
    template="Error stopping separate RocksDB config manager",
    logged_by="RocksDBConsumerOffsetManager.migrateFromSeparateRocksDBs, 5.3.4 to 5.5.1",
    throws=True,
)
ERROR_IMPORTING_CONSUMER_OFFSET = Statement(
    template="Error importing consumer offset",
    logged_by="RocksDBConsumerOffsetManager.importConsumerOffset, 5.3.4 to 5.5.1",
    throws=True,
)
SET_CONFIG_DATA = Statement(
    template="set group config dataVersion error",
    logged_by="RocksDBSubscriptionGroupManager.setDataVersion, 5.5.0 to 5.5.1",
    throws=True,
)
SEPARATE_GROUPS_DOES = Statement(
    template="Separate RocksDB for subscription groups does not exist at {_}, no migration needed",
    logged_by="RocksDBSubscriptionGroupManager.migrateFromSeparateRocksDBs, 5.3.4 to 5.5.1",
)
SUCCESSFULLY_IMPORTED_GROUPS = Statement(
    template="Successfully imported subscription groups and forbidden data from separate RocksDB",
    logged_by="RocksDBSubscriptionGroupManager.migrateFromSeparateRocksDBs, 5.3.4 to 5.5.1",
)
FAILED_IMPORT_FORBIDDEN = Statement(
    template="Failed to import forbidden data from separate RocksDB",
    logged_by="RocksDBSubscriptionGroupManager.migrateFromSeparateRocksDBs, 5.3.4 to 5.5.1",
    throws=True,
)
FAILED_IMPORT_GROUPS = Statement(
    template="Failed to import subscription groups or forbidden data from separate RocksDB",
    logged_by="RocksDBSubscriptionGroupManager.migrateFromSeparateRocksDBs, 5.3.4 to 5.5.1",
)
ERROR_IMPORTING_SUBSCRIPTION_GROUP = Statement(
    template="Error importing subscription group",
    logged_by="RocksDBSubscriptionGroupManager.importSubscriptionGroup, 5.3.4 to 5.5.1",
    throws=True,
)
ERROR_IMPORTING_FORBIDDEN = Statement(
    template="Error importing forbidden data",
    logged_by="RocksDBSubscriptionGroupManager.importForbidden, 5.3.4 to 5.5.1",
    throws=True,
)
LOAD_FORBIDDEN_EXCEPTION = Statement(
    template="loadForbidden exception",
    logged_by="RocksDBSubscriptionGroupManager.loadForbidden, 5.3.4 to 5.5.1",
    throws=True,
)
SET_DATA_VERSION = Statement(
    template="set topic config dataVersion error",
    logged_by="RocksDBTopicConfigManager.setDataVersion, 5.5.0 to 5.5.1",
    throws=True,
)
SEPARATE_TOPICS_DOES = Statement(
    template="Separate RocksDB for topics does not exist at {_}, no migration needed",
    logged_by="RocksDBTopicConfigManager.migrateFromSeparateRocksDBs, 5.3.4 to 5.5.1",
)
SUCCESSFULLY_IMPORTED_CONFIGS = Statement(
    template="Successfully imported topic configs from separate RocksDB",
    logged_by="RocksDBTopicConfigManager.migrateFromSeparateRocksDBs, 5.3.4 to 5.5.1",
)
FAILED_IMPORT_CONFIGS = Statement(
    template="Failed to import topic configs from separate RocksDB",
    logged_by="RocksDBTopicConfigManager.migrateFromSeparateRocksDBs, 5.3.4 to 5.5.1",
)
ERROR_IMPORTING_TOPIC_CONFIG = Statement(
    template="Error importing topic config",
    logged_by="RocksDBTopicConfigManager.importTopicConfig, 5.3.4 to 5.5.1",
    throws=True,
)
