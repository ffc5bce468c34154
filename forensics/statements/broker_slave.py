"""A slave's copies of its master's metadata: SlaveSynchronize."""

from forensics.statements.template import Statement

TOPICS = Statement(
    event="slave_synced",
    template="Update slave topic config from master, {address:word}",
    logged_by="SlaveSynchronize.syncTopicConfig, 4.8.0 to 5.3.3: only when the master's differ",
    seen="C-5.3.0-dead-default:broker-a-1/logs/broker.log:331",
    fixed={"task": "topics"},
)
OFFSETS = Statement(
    event="slave_synced",
    template="Update slave consumer offset from master, {address:word}",
    logged_by="SlaveSynchronize.syncConsumerOffset, 4.8.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-1/logs/broker.log:332",
    fixed={"task": "consumer offsets"},
)
DELAY_OFFSETS = Statement(
    event="slave_synced",
    template="Update slave delay offset from master, {address:word}",
    logged_by="SlaveSynchronize.syncDelayOffset, 4.8.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-1/logs/broker.log:334",
    fixed={"task": "delay offsets"},
)
GROUPS = Statement(
    event="slave_synced",
    template="Update slave Subscription Group from master, {address:word}",
    logged_by="SlaveSynchronize.syncSubscriptionGroupConfig, 4.8.0 to 5.3.3: only when the master's differ",
    seen="C-5.3.0-dead-default:broker-a-1/logs/broker.log:335",
    fixed={"task": "groups"},
)
REQUEST_MODES = Statement(
    event="slave_synced",
    template="Update slave Message Request Mode from master, {address:word}",
    logged_by="SlaveSynchronize.syncMessageRequestMode, 5.0.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-1/logs/broker.log:336",
    fixed={"task": "request modes"},
)
TOPICS_FAILED = Statement(
    event="slave_sync_failed",
    template="SyncTopicConfig Exception, {address:word}",
    logged_by="SlaveSynchronize.syncTopicConfig, 4.8.0 to 5.3.3",
    seen="H-4.8.0-bfail:broker-a-1/logs/rocketmqlogs/broker.log:208",
    throws=True,
    fixed={"task": "topics"},
)
OFFSETS_FAILED = Statement(
    event="slave_sync_failed",
    template="SyncConsumerOffset Exception, {address:word}",
    logged_by="SlaveSynchronize.syncConsumerOffset, 4.8.0 to 5.3.3",
    seen="H-4.8.0-bfail:broker-a-1/logs/rocketmqlogs/broker.log:222",
    throws=True,
    fixed={"task": "consumer offsets"},
)
DELAY_OFFSETS_FAILED = Statement(
    event="slave_sync_failed",
    template="SyncDelayOffset Exception, {address:word}",
    logged_by="SlaveSynchronize.syncDelayOffset, 4.8.0 to 5.3.3",
    seen="H-4.8.0-bfail:broker-a-1/logs/rocketmqlogs/broker.log:236",
    throws=True,
    fixed={"task": "delay offsets"},
)
GROUPS_FAILED = Statement(
    event="slave_sync_failed",
    template="SyncSubscriptionGroup Exception, {address:word}",
    logged_by="SlaveSynchronize.syncSubscriptionGroupConfig, 4.8.0 to 5.3.3",
    seen="H-4.8.0-bfail:broker-a-1/logs/rocketmqlogs/broker.log:250",
    throws=True,
    fixed={"task": "groups"},
)
REQUEST_MODES_FAILED = Statement(
    event="slave_sync_failed",
    template="SyncMessageRequestMode Exception, {address:word}",
    logged_by="SlaveSynchronize.syncMessageRequestMode, 5.0.0 to 5.3.3",
    seen="S-5.3.3-s2:broker-a-1/logs/rocketmqlogs/broker.log:733",
    throws=True,
    fixed={"task": "request modes"},
)
TIMER_METRICS_FAILED = Statement(
    event="slave_sync_failed",
    template="SyncTimerMetrics Exception, {address:word}",
    logged_by="SlaveSynchronize.syncTimerMetrics, 5.0.0 to 5.3.3",
    seen="S-5.3.3-s2:broker-a-1/logs/rocketmqlogs/broker.log:746",
    throws=True,
    fixed={"task": "timer metrics"},
)
TIMER_CHECKPOINT_FAILED = Statement(
    event="slave_sync_failed",
    template="syncTimerCheckPoint Exception, {address:word}",
    logged_by="SlaveSynchronize.syncTimerCheckPoint, 5.1.1 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-1/logs/broker.log:349",
    throws=True,
    fixed={"task": "timer checkpoint"},
)
PERSIST_FAILED = Statement(
    template="Persist file Exception, {_}",
    logged_by="SlaveSynchronize.syncDelayOffset, 4.8.0 to 5.3.3",
    throws=True,
)
