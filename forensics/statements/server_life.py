"""Start and stop of servers: startup classes, shutdown hooks, what several kinds of server log alike."""

from forensics.statements.template import Statement

BROKER_STARTED = Statement(
    event="process_started",
    template="The broker[{broker}, {address:word}] boot success. serializeType={_:word} and name server is {_:rest}",
    logged_by="BrokerStartup.start, 4.8.0 to 5.3.3, and ProxyStartup in local mode; in broker.log and on the console",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker.log:325",
    fixed={"task": "broker"},
)
BROKER_STARTED_ALONE = Statement(
    event="process_started",
    template="The broker[{broker}, {address:word}] boot success. serializeType={_:word}",
    logged_by="BrokerStartup.start, 4.8.0 to 5.3.3, where no name server is configured",
    fixed={"task": "broker"},
)
CONTROLLER_STARTED = Statement(
    event="process_started",
    template="The Controller Server boot success. serializeType={_:word}",
    logged_by="ControllerStartup.main0, 5.0.0 to 5.3.3, in controller.log and on the console",
    fixed={"task": "controller"},
)
EMBEDDED_CONTROLLER_STARTED = Statement(
    event="process_started",
    template="The ControllerManager boot success. serializeType={_:word}",
    logged_by="NamesrvStartup.createAndStartControllerManager, 5.0.0 to 5.3.3, in namesrv.log and on the console",
    fixed={"task": "controller"},
)
CONTAINER_STARTED = Statement(
    event="process_started",
    template="The broker container boot success. serializeType={_:rest}",
    logged_by="BrokerContainerStartup.startBrokerContainer, 5.0.0 to 5.3.3",
    fixed={"task": "broker container"},
)
CONTAINED_BROKER_STARTED = Statement(
    event="process_started",
    template="Broker [{broker}-{broker_id:int}] boot success. serializeType={_:rest}",
    logged_by="BrokerContainerStartup.createAndStartBroker, 5.0.0 to 5.3.3",
    fixed={"task": "broker"},
)
BROKER_STOPPING = Statement(
    event="process_stopping",
    template="Shutdown hook was invoked, {_:int}",
    logged_by="BrokerStartup.buildShutdownHook, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker.log:822",
    fixed={"task": "broker"},
)
BROKER_STOPPED = Statement(
    event="process_stopped",
    template="Shutdown hook over, consuming total time(ms): {_:int}",
    logged_by="BrokerStartup.buildShutdownHook, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker.log:1038",
    fixed={"task": "broker"},
)
SERVER_STOPPING = Statement(
    event="process_stopping",
    template="shutdown hook was invoked, {_:int} times.",
    logged_by="ShutdownHookThread.run, 4.8.0 to 5.3.3: name server or controller",
    seen="C-5.2.0-loop-default:namesrv/logs/namesrv.log:158",
    fixed={"task": "server"},
)
SERVER_STOPPED = Statement(
    event="process_stopped",
    template="shutdown hook done, consuming time total(ms): {_:int}",
    logged_by="ShutdownHookThread.run, 4.8.0 to 5.3.3: name server or controller",
    seen="C-5.2.0-loop-default:namesrv/logs/namesrv.log:196",
    fixed={"task": "server"},
)
STOP_FAILED = Statement(
    template="shutdown hook callback invoked failure.",
    logged_by="ShutdownHookThread.run, 4.8.0 to 5.3.3",
    throws=True,
)
SERVICE_EXCEPTION_CALCULATE_FILE = Statement(
    template="{_} service has exception when calculate the file hash. ",
    logged_by="FileWatchService.run, 4.8.0 to 4.9.8",
    throws=True,
)
SERVICE_RAISED_UNEXPECTED_FAILED = Statement(
    template="{_} service raised an unexpected exception.",
    logged_by="FileWatchService.run0, 5.0.0 to 5.3.3",
    throws=True,
)
FAILED_READ_CONTENT = Statement(
    template="Failed to read content of {_}",
    logged_by="FileWatchService.md5Digest, 5.0.0 to 5.3.3",
)
DEFAULT_ACL_DIR_NOT = Statement(
    template="The default acl dir {_} is not exist",
    logged_by="AclFileWatchService.getAllAclFiles, 4.9.3 to 5.3.2; auth.migration.v1.PlainPermissionManager, 5.3.0 to 5.3.3",
    seen="N-5.3.1-graceful:proxyA/logs/rocketmqlogs/broker.log:3",
)
ACL_FILES_NUM_REAL = Statement(
    template="aclFilesNum: {_}  realAclFilesNum: {_}",
    logged_by="AclFileWatchService.run, 4.9.3 to 5.3.2",
)
ERROR_OCCURRED_SCAN_NOT = Statement(
    template="Error occurred when scan not active client channels.",
    logged_by="ClientHousekeepingService.start, 4.8.0 to 5.3.3",
    throws=True,
)
TRUST_CERTIFICATE_CHANGED_RELOAD = Statement(
    template="The trust certificate changed, reload the ssl context",
    logged_by="NamesrvController.onChanged, 4.8.0 to 5.3.3",
)
CERTIFICATE_PRIVATE_KEY_CHANGED = Statement(
    template="The certificate and private key changed, reload the ssl context",
    logged_by="NamesrvController.onChanged, 4.8.0 to 5.3.3",
)
FILE_WATCH_SERVICE_CREATED = Statement(
    template="FileWatchService created error, can't load the certificate dynamically",
    logged_by="NamesrvController.onChanged, 4.8.0 to 5.3.3",
)
PRINT_WATER_MARK_FAILED = Statement(
    template="printWaterMark error.",
    logged_by="BrokerController.run, 4.8.0 to 4.9.8; NamesrvController.startScheduleService, 5.0.0 to 5.3.3",
    throws=True,
)
UPDATE_CONFIG_CALLED = Statement(
    template="updateConfig called by {_}",
    logged_by="DefaultRequestProcessor.updateConfig, 4.8.0 to 5.3.3",
)
UPDATE_CONFIG_BYTE_ARRAY = Statement(
    template="updateConfig byte array to string error: ",
    logged_by="DefaultRequestProcessor.updateConfig, 4.8.0 to 5.3.3",
    throws=True,
)
UPDATE_CONFIG_MIX_ALL = Statement(
    template="updateConfig MixAll.string2Properties error {_}",
    logged_by="DefaultRequestProcessor.updateConfig, 4.8.0 to 5.3.3",
)
GET_CONFIG_FAILED = Statement(
    template="getConfig error, ",
    logged_by="DefaultRequestProcessor.getConfig, 4.8.0 to 5.3.3",
    throws=True,
)
SCAN_FOR_BROKERS = Statement(
    event="nameserver_scan",
    template="start scanNotActiveBroker",
    logged_by="RouteInfoManager.scanNotActiveBroker, 5.0.0 to 5.3.3, every 5 s; and the controller's "
    "DefaultBrokerHeartbeatManager",
    seen="C-5.2.0-loop-default:namesrv/logs/namesrv.log:57",
)
SCAN_FOR_BROKERS_FAILED = Statement(
    template="scanNotActiveBroker exception",
    logged_by="RouteInfoManager.scanNotActiveBroker, 5.0.0 to 5.3.3",
    throws=True,
)
CHECK_METRICS_CONFIG_FAILED = Statement(
    template="check metrics config failed, will not export metrics",
    logged_by="ProxyMetricsManager.start, 5.1.0 to 5.3.3",
)
METRICS_LABEL_NOT_VALID = Statement(
    template="metricsLabel is not valid: {_}",
    logged_by="ProxyMetricsManager.start, 5.1.0 to 5.3.3",
)
AUTHORIZATION_FAILED_REQUEST = Statement(
    template="authorization failed, request:{_}",
    logged_by="AuthorizationPipeline.execute, 5.3.0 to 5.3.3",
    throws=True,
)
