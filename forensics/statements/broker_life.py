"""A broker's periodic tasks and services: BrokerController, BrokerFastFailure, FilterServerManager."""

from forensics.statements.template import Statement

KIND = "broker"

FAILED_INITIALIZE = Statement(
    template="Failed to initialize",
    logged_by="BrokerController.initialize, 4.8.0 to 4.9.8",
    throws=True,
)
SCHEDULE_RECORD_FAILED = Statement(
    template="schedule record error.",
    logged_by="BrokerController.initialize, 4.8.0 to 4.9.8",
    throws=True,
)
SCHEDULE_PERSIST_CONSUMER_OFFSET = Statement(
    template="schedule persist consumerOffset error.",
    logged_by="BrokerController.initialize, 4.8.0 to 4.9.8",
    throws=True,
)
SCHEDULE_PERSIST_CONSUMER_FILTER = Statement(
    template="schedule persist consumer filter error.",
    logged_by="BrokerController.initialize, 4.8.0 to 4.9.8",
    throws=True,
)
PROTECT_BROKER_FAILED = Statement(
    template="protectBroker error.",
    logged_by="BrokerController.initialize, 4.8.0 to 4.9.8",
    throws=True,
)
DISPATCH_BEHIND_COMMIT_LOG = Statement(
    template="dispatch behind commit log {_} bytes",
    logged_by="BrokerController.initialize, 4.8.0 to 4.9.8",
    seen="H-4.8.0-bfail:broker-a-0/logs/rocketmqlogs/broker.log:210",
)
SCHEDULE_DISPATCH_BEHIND_BYTES = Statement(
    template="schedule dispatchBehindBytes error.",
    logged_by="BrokerController.initialize, 4.8.0 to 4.9.8",
    throws=True,
)
SET_USER_SPECIFIED_NAME = Statement(
    template="Set user specified name server address: {_}",
    logged_by="BrokerController.initializeScheduledTasks, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker.log:210",
)
SCHEDULE_PRINT_MASTER_SLAVE = Statement(
    template="schedule printMasterAndSlaveDiff error.",
    logged_by="BrokerController.initialize, 4.8.0 to 4.9.8",
    throws=True,
)
LOAD_DEFAULT_TRANSACTION_MESSAGE = Statement(
    template="Load default transaction message hook service: {_}",
    logged_by="BrokerController.initialTransaction, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker.log:215",
)
LOAD_DEFAULT_DISCARD_MESSAGE = Statement(
    template="Load default discard message hook service: {_}",
    logged_by="BrokerController.initialTransaction, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker.log:218",
)
BROKER_DOSE_NOT_ENABLE = Statement(
    template="The broker dose not enable acl",
    logged_by="BrokerController.initialAcl, 4.8.0 to 5.3.1",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker.log:221",
)
BROKER_DOSE_NOT_LOAD = Statement(
    template="The broker dose not load the AccessValidator",
    logged_by="BrokerController.initialAcl, 4.8.0 to 5.0.0",
)
PROTECT_BROKER_CONSUMER_CONSUME = Statement(
    template="[PROTECT_BROKER] the consumer[{_}] consume slowly, {_} bytes, disable it",
    logged_by="BrokerController.protectBroker, 4.8.0 to 5.3.3",
)
SLAVE_LAG_OLD = Statement(
    event="slave_lag",
    template="Slave fall behind master: {lag_bytes:int} bytes",
    logged_by="BrokerController.printMasterAndSlaveDiff, 4.8.0 to 4.9.8",
    seen="H-4.8.0-bfail:broker-a-0/logs/rocketmqlogs/broker.log:211",
)
REGISTER_BROKER_ALL_FAILED = Statement(
    template="registerBrokerAll Exception",
    logged_by="BrokerController.run0, 4.8.0 to 5.3.3",
    throws=True,
)
REGISTER_SEND_MESSAGE_HOOK = Statement(
    template="register SendMessageHook Hook, {_}",
    logged_by="BrokerController.registerSendMessageHook, 4.8.0 to 5.3.3",
)
REGISTER_CONSUME_MESSAGE_HOOK = Statement(
    template="register ConsumeMessageHook Hook, {_}",
    logged_by="BrokerController.registerConsumeMessageHook, 4.8.0 to 5.3.3",
)
SCHEDULED_TASK_SLAVE_SYNCHRONIZE = Statement(
    template="ScheduledTask SlaveSynchronize syncAll error.",
    logged_by="BrokerController.run, 4.8.0 to 4.9.8; ReplicasManager.handleSlaveSynchronize, 5.0.0 to 5.3.3",
    throws=True,
)
MONITOR_HANDLE_SCHEDULE_MESSAGE = Statement(
    template="[MONITOR] handleScheduleMessageService failed when changing to slave",
    logged_by="BrokerController.changeToSlave, 4.8.0 to 4.9.8",
    throws=True,
)
MONITOR_SHUTDOWN_PROCESSOR_HA = Statement(
    template="[MONITOR] shutdownProcessorByHa failed when changing to slave",
    logged_by="BrokerController.changeToSlave, 4.8.0 to 4.9.8",
    throws=True,
)
MONITOR_HANDLE_SCHEDULE_MESSAGE_SERVICE = Statement(
    template="[MONITOR] handleScheduleMessageService failed when changing to master",
    logged_by="BrokerController.changeToMaster, 4.8.0 to 4.9.8",
    throws=True,
)
MONITOR_START_PROCESSOR_HA = Statement(
    template="[MONITOR] startProcessorByHa failed when changing to master",
    logged_by="BrokerController.changeToMaster, 4.8.0 to 4.9.8",
    throws=True,
)
SCHEDULED_TASK_UPDATE_NAME = Statement(
    template="ScheduledTask updateNameServerAddr exception",
    logged_by="BrokerController.initialize, 4.9.4 to 4.9.8",
    throws=True,
)
FAILED_RECORD_BROKER_STATS = Statement(
    template="BrokerController: failed to record broker stats",
    logged_by="BrokerController.run, 5.0.0 to 5.3.3",
    throws=True,
)
FAILED_PERSIST_CONFIG_FILE = Statement(
    template="BrokerController: failed to persist config file of consumerOffset",
    logged_by="BrokerController.run, 5.0.0 to 5.3.3",
    throws=True,
)
FAILED_PERSIST_CONFIG_FILE_CONSUMER = Statement(
    template="BrokerController: failed to persist config file of consumerFilter or consumerOrderInfo",
    logged_by="BrokerController.run, 5.0.0 to 5.3.3",
    throws=True,
)
FAILED_PROTECT_BROKER = Statement(
    template="BrokerController: failed to protectBroker",
    logged_by="BrokerController.run, 5.0.0 to 5.3.3",
    throws=True,
)
FAILED_PRINT_BROKER_WATERMARK = Statement(
    template="BrokerController: failed to print broker watermark",
    logged_by="BrokerController.run, 5.0.0 to 5.3.3",
    throws=True,
)
DISPATCH_TASK_FALL_BEHIND = Statement(
    template="Dispatch task fall behind commit log {_}bytes",
    logged_by="BrokerController.run, 5.0.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker.log:333",
)
FAILED_PRINT_DISPATCH_BEHIND = Statement(
    template="Failed to print dispatchBehindBytes",
    logged_by="BrokerController.run, 5.0.0 to 5.3.3",
    throws=True,
)
FAILED_SYNC_ALL_CONFIG = Statement(
    template="Failed to sync all config for slave.",
    logged_by="BrokerController.run, 5.0.0 to 5.3.3",
    throws=True,
)
FAILED_PRINT_DIFF_MASTER = Statement(
    template="Failed to print diff of master and slave.",
    logged_by="BrokerController.run, 5.0.0 to 5.3.3",
    throws=True,
)
SCHEDULED_TASK_REFRESH_METADATA = Statement(
    template="ScheduledTask refresh metadata exception",
    logged_by="BrokerController.run, 5.0.0 to 5.3.3",
    seen="H-5.3.3-sigstop:broker-a-0/logs/rocketmqlogs/broker.log:350",
    throws=True,
)
FAILED_UPDATE_NAME_SERVER = Statement(
    template="Failed to update nameServer address list",
    logged_by="BrokerController.run, 5.0.0 to 5.3.3",
    throws=True,
)
FAILED_FETCH_NAME_SERVER = Statement(
    template="Failed to fetch nameServer address",
    logged_by="BrokerController.run, 5.0.0 to 5.3.3",
    throws=True,
)
UNEXPECTED_ERROR_OCCURS = Statement(
    template="BrokerController#initialize: unexpected error occurs",
    logged_by="BrokerController.initializeMessageStore, 5.0.0 to 5.3.3",
    throws=True,
)
SLAVE_LAG = Statement(
    event="slave_lag",
    template="CommitLog: slave fall behind master {lag_bytes:int}bytes",
    logged_by="BrokerController.printMasterAndSlaveDiff, 5.0.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-0/logs/broker.log:336",
)
REGISTER_NAMESRV_AFTER = Statement(
    template="Register to namesrv after {_}",
    logged_by="BrokerController.run0, 5.0.0 to 5.3.3",
)
ISOLATED = Statement(
    event="broker_isolated",
    template="Skip register for broker is isolated",
    logged_by="BrokerController.run0, 5.0.0 to 5.3.3",
)
SYNC_BROKER_MEMBER_GROUP = Statement(
    template="sync BrokerMemberGroup error. ",
    logged_by="BrokerController.run0, 5.0.0 to 5.3.3",
    throws=True,
)
SEND_HEARTBEAT_FAILED = Statement(
    template="sendHeartbeat Exception",
    logged_by="BrokerController.run0, 5.0.0 to 5.3.3",
    throws=True,
)
BROKER_SHUTDOWN_NO_NEED = Statement(
    template="BrokerController#doResterBrokerAll: broker has shutdown, no need to register any more.",
    logged_by="BrokerController.doRegisterBrokerAll, 5.0.0 to 5.1.4",
    seen="F-5.1.0-keys:broker-a-0/logs/rocketmqlogs/broker.log:437",
)
MEMBERS_UNKNOWN = Statement(
    event="member_group_failed",
    template="syncBrokerMemberGroup from namesrv failed, ",
    logged_by="BrokerController.syncBrokerMemberGroup, 5.0.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-b-0/logs/broker.log:464",
    throws=True,
)
NOT_LISTED = Statement(
    event="broker_not_listed",
    template="Couldn't find any broker member from namesrv in {cluster}/{broker}",
    logged_by="BrokerController.syncBrokerMemberGroup, 5.0.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker.log:838",
)
START_SERVICE_MIN_BROKER = Statement(
    template="{_} start service, min broker id is {_}, min broker addr: {_}",
    logged_by="BrokerController.startService, 5.0.0 to 5.3.3",
)
START_SERVICE = Statement(
    template="{_} start service",
    logged_by="BrokerController.startServiceWithoutCondition, 5.0.0 to 5.3.3",
)
SET_MASTER_FLUSH_OFFSET = Statement(
    template="Set master flush offset in slave to {_}",
    logged_by="BrokerController.onMasterOnline, 5.0.0 to 5.3.3",
)
RETRIEVE_MASTER_HA_INFO = Statement(
    template="retrieve master ha info exception, {_}",
    logged_by="BrokerController.onMasterOnline, 5.0.0 to 5.3.3",
)
UPDATE_MIN_BROKER_FAILED = Statement(
    template="Update min broker error, {_}",
    logged_by="BrokerController.updateMinBroker, 5.0.0 to 5.3.3",
)
SHUTDOWN_SCHEDULED_EXECUTOR_SERVICE = Statement(
    template="shutdown ScheduledExecutorService was Interrupted!  ",
    logged_by="BrokerController.shutdownScheduledExecutorService, 5.1.0 to 5.3.3",
    throws=True,
)
BROKER_SHUTDOWN_NO_NEED_REGISTER = Statement(
    template="BrokerController#doRegisterBrokerAll: broker has shutdown, no need to register any more.",
    logged_by="BrokerController.doRegisterBrokerAll, 5.2.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker.log:864",
)
BROKER_NOT_ENABLE_ACL = Statement(
    template="The broker does not enable acl",
    logged_by="BrokerController.initialAcl, 5.3.2",
    seen="P-5.3.2-poplog:broker-a-0/logs/broker.log:221",
)
FAILED_CLEAN_UNUSED_TIMER = Statement(
    template="BrokerController: failed to clean unused timer metrics.",
    logged_by="BrokerController.run, 5.3.3",
    throws=True,
)
SYSTEM_CONFIG_FILE_HELPER = Statement(
    template="[SystemConfigFileHelper] update no thing.",
    logged_by="BrokerStartup.update, 5.0.0 to 5.3.3",
)
CAST_RUNNABLE_FAILED = Statement(
    template="castRunnable exception, {_}",
    logged_by="BrokerFastFailure.castRunnable, 4.8.0 to 5.3.3",
    throws=True,
)
RECEIVE_NEW_FILTER_SERVER = Statement(
    template="Receive a New Filter Server<{_}>",
    logged_by="FilterServerManager.registerFilterServer, 4.8.0 to 4.9.5 and 5.0.0 to 5.1.0",
)
FILTER_SERVER_EXPIRED_REMOVE = Statement(
    template="The Filter Server<{_}> expired, remove it",
    logged_by="FilterServerManager.scanNotActiveChannel, 4.8.0 to 4.9.5 and 5.0.0 to 5.1.0",
)
FILTER_SERVER_CONNECTION_CLOSED = Statement(
    template="The Filter Server<{_}> connection<{_}> closed, remove it",
    logged_by="FilterServerManager.doChannelCloseEvent, 4.8.0 to 4.9.5 and 5.0.0 to 5.1.0",
)
OK = Statement(
    template="CallShell: <{_}> OK",
    logged_by="FilterServerUtil.callShell, 4.8.0 to 4.9.5 and 5.0.0 to 5.1.0",
)
READ_LINE_IOFAILED = Statement(
    template="CallShell: readLine IOException, {_}",
    logged_by="FilterServerUtil.callShell, 4.8.0 to 4.9.5 and 5.0.0 to 5.1.0",
    throws=True,
)
STOPPED_SERVICE = Statement(
    template="{_:word} stop service",
    logged_by="BrokerController.stopService, 5.0.0 to 5.3.3",
)
