"""Configuration and what servers and clients share: Configuration, ConfigManager, MixAll, NetworkUtil, thread helpers."""

from forensics.statements.template import Statement

REGISTER_CONFIG_LOCK_FAILED = Statement(
    template="registerConfig lock error",
    logged_by="Configuration.registerConfig, 4.8.0 to 5.3.3",
)
REGISTER_LOCK_FAILED = Statement(
    template="register lock error. {_}",
    logged_by="Configuration.registerConfig, 4.8.0 to 5.3.3",
)
SET_STORE_PATH_CONFIG = Statement(
    template="setStorePathFromConfig lock error",
    logged_by="Configuration.setStorePathFromConfig, 4.8.0 to 5.3.3",
)
GET_STORE_PATH_FAILED = Statement(
    template="getStorePath error, ",
    logged_by="Configuration.getStorePath, 4.8.0 to 5.3.3",
    throws=True,
)
GET_STORE_PATH_LOCK = Statement(
    template="getStorePath lock error",
    logged_by="Configuration.getStorePath, 4.8.0 to 5.3.3",
)
UPDATE_LOCK_FAILED = Statement(
    template="update lock error, {_}",
    logged_by="Configuration.update, 4.8.0 to 5.3.3",
)
PERSIST_STRING_FILE_FAILED = Statement(
    template="persist string2File error, ",
    logged_by="Configuration.persist, 4.8.0 to 5.3.3",
    throws=True,
)
PERSIST_LOCK_FAILED = Statement(
    template="persist lock error",
    logged_by="Configuration.persist, 4.8.0 to 5.3.3",
)
GET_ALL_CONFIGS_FORMAT = Statement(
    template="getAllConfigsFormatString lock error",
    logged_by="Configuration.getClientConfigsFormatString, 4.8.0 to 5.3.3",
)
GET_ALL_CONFIGS_LOCK = Statement(
    template="getAllConfigs lock error",
    logged_by="Configuration.getAllConfigs, 4.8.0 to 5.3.3",
)
GET_ALL_CONFIGS_INTERNAL = Statement(
    template="getAllConfigsInternal object2Properties is null, {_}",
    logged_by="Configuration.getAllConfigsInternal, 4.8.0 to 5.3.3",
)
OPTION_CHANGED = Statement(
    event="option_changed",
    template="Replace, key: {option:key}, value: {old_value} -> {value}",
    logged_by="Configuration.mergeIfExist, 4.8.0 to 5.3.3",
    seen="S-5.3.1-noperm:broker-a-0/logs/rocketmqlogs/broker.log:349",
)
CONFIG_FILE_NOT_EXIST = Statement(
    template="the config file {_} not exist",
    logged_by="Configuration.loadJsonConfig, 5.0.0 to 5.3.3",
)
CONFIG_FILE_LENGTH_ZERO = Statement(
    template="the config file {_} length is zero",
    logged_by="Configuration.loadJsonConfig, 5.0.0 to 5.3.3",
)
LOAD_FAILED_TRY_LOAD = Statement(
    template="load {_} failed, and try to load backup file",
    logged_by="ConfigManager.load, 4.8.0 to 5.3.3",
    throws=True,
)
PERSIST_FILE_FAILED = Statement(
    template="persist file {_} exception",
    logged_by="ConfigManager.persist, 4.8.0 to 5.3.3",
    throws=True,
)
LOAD_FAILED_DELETE_INVALID = Statement(
    template="load {_} failed, and delete invalid file errr",
    logged_by="ConfigManager.load, after 5.3.3",
    throws=True,
)
FAILED_OBTAIN_OBJECT_PROPERTIES = Statement(
    template="Failed to obtain object properties",
    logged_by="MixAll.printObjectProperties, 4.8.0 to 5.3.3",
    throws=True,
)
FAILED_HANDLE_PROPERTIES = Statement(
    template="Failed to handle properties",
    logged_by="MixAll.object2Properties, 4.8.0 to 5.3.3",
    throws=True,
)
FETCH_NAMESERVER_ADDRESS_NULL = Statement(
    template="fetch nameserver address is null",
    logged_by="TopAddressing.fetchNSAddr, 4.8.0 to 4.9.8; DefaultTopAddressing.fetchNSAddr, 5.0.0 to 5.3.3",
)
FETCH_NAMESERVER_ADDRESS_FAILED = Statement(
    template="fetch nameserver address failed. statusCode={_}",
    logged_by="TopAddressing.fetchNSAddr, 4.8.0 to 4.9.8; DefaultTopAddressing.fetchNSAddr, 5.0.0 to 5.3.3",
)
FETCH_NAME_SERVER_ADDRESS = Statement(
    template="fetch name server address exception",
    logged_by="TopAddressing.fetchNSAddr, 4.8.0 to 4.9.8; DefaultTopAddressing.fetchNSAddr, 5.0.0 to 5.3.3",
    throws=True,
)
FAILED_OBTAIN_HOST_NAME = Statement(
    template="Failed to obtain the host name",
    logged_by="BrokerConfig.localHostName, 4.8.0 to 4.9.8; BrokerIdentity, ProxyConfig, 5.0.0 to 5.3.3",
    throws=True,
)
UNCAUGHT_EXCEPTION_THREAD = Statement(
    template="Uncaught exception in thread '{_}':",
    logged_by="ThreadUtils.uncaughtException, 4.8.0 to 5.3.3",
    throws=True,
)
DIDNT_TERMINATE = Statement(
    template="{_} didn't terminate!",
    logged_by="ThreadUtils.shutdownGracefully, 4.8.0 to 5.3.3",
    seen="H-4.8.0-sigstop:consumer/logs/rocketmqlogs/rocketmq_client.log:547",
)
BUG_THREAD_UNCAUGHT_EXCEPTION = Statement(
    template="[BUG] Thread has an uncaught exception, threadId={_}, threadName={_}",
    logged_by="ThreadFactoryImpl.newThread, 5.1.0 to 5.3.3",
    throws=True,
)
FAILED_COMPRESS_DATA_LZ = Statement(
    template="Failed to compress data by lz4",
    logged_by="Lz4Compressor.compress, 4.9.4 to 5.3.3",
    throws=True,
)
FAILED_CLOSE_LZ_COMPRESS = Statement(
    template="Failed to close the lz4 compress stream ",
    logged_by="Lz4Compressor.decompress, 4.9.4 to 5.3.3",
    throws=True,
)
FAILED_COMPRESS_DATA_ZSTD = Statement(
    template="Failed to compress data by zstd",
    logged_by="ZstdCompressor.compress, 4.9.4 to 5.3.3",
    throws=True,
)
FAILED_CLOSE_ZSTD_COMPRESS = Statement(
    template="Failed to close the zstd compress stream",
    logged_by="ZstdCompressor.decompress, 4.9.4 to 5.3.3",
    throws=True,
)
LOADED = Statement(
    template="load {_:path} OK",
    logged_by="ConfigManager.load, ConfigManager.loadBak and MappedFileQueue.load, 4.8.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-0/logs/broker.log:576",
)
LOAD_FAILED = Statement(
    template="load {_:path} Failed",
    logged_by="ConfigManager.loadBak, 4.8.0 to 5.3.3",
)
NO_ACCESS_VALIDATOR = Statement(
    template="ServiceProvider loaded no AccessValidator, using default org.apache.rocketmq.acl.plain.PlainAccessValidator",
    logged_by="BrokerController.initialAcl, 5.1.0 to 5.3.2",
    seen="N-5.3.1-graceful:proxyA/logs/rocketmqlogs/proxy.log:152",
)
