"""A broker's start, hooks, services and filter servers: BrokerController, BrokerFastFailure, FilterServerManager."""

from forensics.statements.template import Statement

KIND = "broker"

FAILED_INITIALIZE = Statement(
    template="Failed to initialize",
    logged_by="BrokerController.initialize, 4.8.0 to 4.9.8",
    throws=True,
)
SET_USER_SPECIFIED_NAME = Statement(
    template="Set user specified name server address: {_}",
    logged_by="BrokerController.initializeScheduledTasks, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker.log:210",
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
REGISTER_SEND_MESSAGE_HOOK = Statement(
    template="register SendMessageHook Hook, {_}",
    logged_by="BrokerController.registerSendMessageHook, 4.8.0 to 5.3.3",
)
REGISTER_CONSUME_MESSAGE_HOOK = Statement(
    template="register ConsumeMessageHook Hook, {_}",
    logged_by="BrokerController.registerConsumeMessageHook, 4.8.0 to 5.3.3",
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
UNEXPECTED_ERROR_OCCURS = Statement(
    template="BrokerController#initialize: unexpected error occurs",
    logged_by="BrokerController.initializeMessageStore, 5.0.0 to 5.3.3",
    throws=True,
)
BROKER_SHUTDOWN_NO_NEED = Statement(
    template="BrokerController#doResterBrokerAll: broker has shutdown, no need to register any more.",
    logged_by="BrokerController.doRegisterBrokerAll, 5.0.0 to 5.1.4",
    seen="F-5.1.0-keys:broker-a-0/logs/rocketmqlogs/broker.log:437",
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
