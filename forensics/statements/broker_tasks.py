"""What a broker does again and again: persist, register, beat, compare itself with its master: BrokerController."""

from forensics.statements.template import Statement

KIND = "broker"

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
SCHEDULE_PRINT_MASTER_SLAVE = Statement(
    template="schedule printMasterAndSlaveDiff error.",
    logged_by="BrokerController.initialize, 4.8.0 to 4.9.8",
    throws=True,
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
SCHEDULED_TASK_SLAVE_SYNCHRONIZE = Statement(
    template="ScheduledTask SlaveSynchronize syncAll error.",
    logged_by="BrokerController.run, 4.8.0 to 4.9.8; ReplicasManager.handleSlaveSynchronize, 5.0.0 to 5.3.3",
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
UPDATE_MIN_BROKER_FAILED = Statement(
    template="Update min broker error, {_}",
    logged_by="BrokerController.updateMinBroker, 5.0.0 to 5.3.3",
)
FAILED_CLEAN_UNUSED_TIMER = Statement(
    template="BrokerController: failed to clean unused timer metrics.",
    logged_by="BrokerController.run, 5.3.3",
    throws=True,
)
