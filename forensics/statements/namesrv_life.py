"""A name server's start, configuration and requests: NamesrvStartup, KVConfigManager, DefaultRequestProcessor."""

from forensics.statements.template import Statement

KIND = "namesrv"

STARTED = Statement(
    event="nameserver_boot",
    template="The Name Server boot success. serializeType={_:word}, address {address:word}",
    logged_by="NamesrvStartup.start, 5.1.0 to 5.3.3, in namesrv.log and on the console",
    seen="C-5.2.0-loop-default:namesrv/logs/namesrv.log:71",
)
STARTED_OLD = Statement(
    event="nameserver_boot",
    template="The Name Server boot success. serializeType={_:word}",
    logged_by="NamesrvStartup.main0, 4.8.0 to 5.0.0, in namesrv.log and on the console",
    seen="H-4.8.0-bfail:ns0/console.log:2",
)
LOAD_KV_CONFIG_TABLE = Statement(
    template="Load KV config table exception",
    logged_by="KVConfigManager.load, 4.8.0 to 5.3.3",
    throws=True,
)
LOAD_KV_CONFIG_TABLE_OK = Statement(
    template="load KV config table OK",
    logged_by="KVConfigManager.load, 4.8.0 to 5.3.3",
)
PUT_KVCONFIG_CREATE_NEW = Statement(
    template="putKVConfig create new Namespace {_}",
    logged_by="KVConfigManager.putKVConfig, 4.8.0 to 5.3.3",
)
PUT_KVCONFIG_UPDATE_CONFIG = Statement(
    template="putKVConfig update config item, Namespace: {_} Key: {_} Value: {_}",
    logged_by="KVConfigManager.putKVConfig, 4.8.0 to 5.3.3",
)
PUT_KVCONFIG_CREATE_NEW_CONFIG = Statement(
    template="putKVConfig create new config item, Namespace: {_} Key: {_} Value: {_}",
    logged_by="KVConfigManager.putKVConfig, 4.8.0 to 5.3.3",
)
PUT_KVCONFIG_INTERRUPTEDFAILED = Statement(
    template="putKVConfig InterruptedException",
    logged_by="KVConfigManager.putKVConfig, 4.8.0 to 5.3.3",
    throws=True,
)
PERSIST_KVCONFIG_FAILED = Statement(
    template="persist kvconfig Exception, {_}",
    logged_by="KVConfigManager.persist, 4.8.0 to 5.3.3",
    throws=True,
)
PERSIST_INTERRUPTEDFAILED = Statement(
    template="persist InterruptedException",
    logged_by="KVConfigManager.persist, 4.8.0 to 5.3.3",
    throws=True,
)
DELETE_KVCONFIG_DELETE_CONFIG = Statement(
    template="deleteKVConfig delete a config item, Namespace: {_} Key: {_} Value: {_}",
    logged_by="KVConfigManager.deleteKVConfig, 4.8.0 to 5.3.3",
)
DELETE_KVCONFIG_INTERRUPTEDFAILED = Statement(
    template="deleteKVConfig InterruptedException",
    logged_by="KVConfigManager.deleteKVConfig, 4.8.0 to 5.3.3",
    throws=True,
)
GET_KVLIST_NAMESPACE_INTERRUPTEDFAILED = Statement(
    template="getKVListByNamespace InterruptedException",
    logged_by="KVConfigManager.getKVListByNamespace, 4.8.0 to 5.3.3",
    throws=True,
)
GET_KVCONFIG_INTERRUPTEDFAILED = Statement(
    template="getKVConfig InterruptedException",
    logged_by="KVConfigManager.getKVConfig, 4.8.0 to 5.3.3",
    throws=True,
)
CONFIG_TABLE_SIZE = Statement(
    template="configTable SIZE: {_}",
    logged_by="KVConfigManager.printAllPeriodically, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:namesrv/logs/namesrv.log:112",
)
CONFIG_TABLE_NS_KEY = Statement(
    template="configTable NS: {_} Key: {_} Value: {_}",
    logged_by="KVConfigManager.printAllPeriodically, 4.8.0 to 5.3.3",
)
PRINT_ALL_PERIODICALLY_INTERRUPTEDFAILED = Statement(
    template="printAllPeriodically InterruptedException",
    logged_by="KVConfigManager.printAllPeriodically, 4.8.0 to 5.3.3",
    throws=True,
)
RECEIVE_REGISTER_BROKER_REQUEST = Statement(
    template="receive registerBroker request,crc32 not match,from {_}",
    logged_by="DefaultRequestProcessor.checksum, 4.8.0 to 5.3.3",
)
WIPE_WRITE_PERM_BROKER = Statement(
    template="wipe write perm of broker[{_}], client: {_}, {_}",
    logged_by="DefaultRequestProcessor.wipeWritePermOfBroker, 4.8.0 to 5.3.3",
)
ADD_WRITE_PERM_BROKER = Statement(
    template="add write perm of broker[{_}], client: {_}, {_}",
    logged_by="DefaultRequestProcessor.addWritePermOfBroker, 4.9.2 to 5.3.3",
)
COULDNT_SUBMIT_UNREGISTER_BROKER = Statement(
    template="Couldn't submit the unregister broker request to handler, broker info: {_}",
    logged_by="DefaultRequestProcessor.unregisterBroker, 5.0.0 to 5.3.3",
)
GET_ALL_TOPIC_LIST = Statement(
    template="getAllTopicListFromNameserver {_} enable {_}",
    logged_by="DefaultRequestProcessor.getAllTopicListFromNameserver, 5.0.0 to 5.3.3",
)
NAME_SERVER_NOT_READY = Statement(
    event="nameserver_not_ready",
    template="name server not ready. request code {request_code:int}",
    logged_by="ClientRequestProcessor.getRouteInfoByTopic, 5.1.0 to 5.3.3",
    seen="K-5.1.4-neverready:ns0/logs/rocketmqlogs/namesrv.log:299",
)
HANDLE_UNREGISTER_BROKER_REQUEST = Statement(
    template="Handle unregister broker request failed",
    logged_by="BatchUnregistrationService.run, 5.0.0 to 5.3.3",
    seen="C-5.2.0-loop-default:namesrv/logs/namesrv.log:185",
    throws=True,
)
