"""Queue locks of orderly consumers: RebalanceLockManager, in filter.log or lock.log."""

from forensics.statements.template import Statement

TRY_LOCK_MESSAGE_QUEUE = Statement(
    template="tryLock, message queue not locked, I got it. Group: {_} NewClientId: {_} {_}",
    logged_by="RebalanceLockManager.tryLock, 4.8.0 to 4.9.8",
)
TRY_LOCK_MESSAGE_QUEUE_LOCK = Statement(
    template="tryLock, message queue lock expired, I got it. Group: {_} OldClientId: {_} NewClientId: {_} {_}",
    logged_by="RebalanceLockManager.tryLock, 4.8.0 to 4.9.8",
)
TRY_LOCK_MESSAGE_QUEUE_LOCKED = Statement(
    template="tryLock, message queue locked by other client. Group: {_} OtherClientId: {_} NewClientId: {_} {_}",
    logged_by="RebalanceLockManager.tryLock, 4.8.0 to 4.9.8",
)
TRY_LOCK_BATCH_MESSAGE = Statement(
    template="tryLockBatch, message queue not locked, I got it. Group: {_} NewClientId: {_} {_}",
    logged_by="RebalanceLockManager.tryLockBatch, 4.8.0 to 4.9.8",
)
TRY_LOCK_BATCH_MESSAGE_QUEUE = Statement(
    template="tryLockBatch, message queue lock expired, I got it. Group: {_} OldClientId: {_} NewClientId: {_} {_}",
    logged_by="RebalanceLockManager.tryLockBatch, 4.8.0 to 4.9.8",
)
TRY_LOCK_BATCH_MESSAGE_QUEUE_LOCKED = Statement(
    template="tryLockBatch, message queue locked by other client. Group: {_} OtherClientId: {_} NewClientId: {_} {_}",
    logged_by="RebalanceLockManager.tryLockBatch, 4.8.0 to 4.9.8",
)
UNLOCK_BATCH_GROUP = Statement(
    template="unlockBatch, Group: {_} {_} {_}",
    logged_by="RebalanceLockManager.unlockBatch, 4.8.0 to 4.9.8",
)
UNLOCK_BATCH_BUT_MQ = Statement(
    template="unlockBatch, but mq locked by other client: {_}, Group: {_} {_} {_}",
    logged_by="RebalanceLockManager.unlockBatch, 4.8.0 to 4.9.8",
)
UNLOCK_BATCH_BUT_MQ_NOT = Statement(
    template="unlockBatch, but mq not locked, Group: {_} {_} {_}",
    logged_by="RebalanceLockManager.unlockBatch, 4.8.0 to 4.9.8",
)
UNLOCK_BATCH_GROUP_NOT = Statement(
    template="unlockBatch, group not exist, Group: {_} {_}",
    logged_by="RebalanceLockManager.unlockBatch, 4.8.0 to 4.9.8",
)
LOCK_MESSAGE_QUEUE_NOT = Statement(
    template="RebalanceLockManager#tryLock: lock a message queue which has not been locked yet, group={_}, clientId={_}, mq={_}",
    logged_by="RebalanceLockManager.tryLock, 5.0.0 to 5.3.3",
)
TRY_LOCK_EXPIRED_MESSAGE = Statement(
    template="RebalanceLockManager#tryLock: try to lock a expired message queue, group={_}, mq={_}, old client id={_}, new "
    "client id={_}",
    logged_by="RebalanceLockManager.tryLock, 5.0.0 to 5.3.3",
)
MESSAGE_QUEUE_LOCKED_OTHER = Statement(
    template="RebalanceLockManager#tryLock: message queue has been locked by other client, group={_}, mq={_}, locked client "
    "id={_}, current client id={_}",
    logged_by="RebalanceLockManager.tryLock, 5.0.0 to 5.3.3",
)
UNEXPECTED_ERROR_GROUP_MQ = Statement(
    template="RebalanceLockManager#tryLock: unexpected error, group={_}, mq={_}, clientId={_}",
    logged_by="RebalanceLockManager.tryLock, 5.0.0 to 5.3.3",
    throws=True,
)
LOCK_MESSAGE_NOT_LOCKED = Statement(
    template="RebalanceLockManager#tryLockBatch: lock a message which has not been locked yet, group={_}, clientId={_}, mq={_}",
    logged_by="RebalanceLockManager.tryLockBatch, 5.0.0 to 5.3.3",
)
TRY_LOCK_EXPIRED_MESSAGE_QUEUE = Statement(
    template="RebalanceLockManager#tryLockBatch: try to lock a expired message queue, group={_}, mq={_}, old client id={_}, "
    "new client id={_}",
    logged_by="RebalanceLockManager.tryLockBatch, 5.0.0 to 5.3.3",
)
MESSAGE_QUEUE_LOCKED_OTHER_CLIENT = Statement(
    template="RebalanceLockManager#tryLockBatch: message queue has been locked by other client, group={_}, mq={_}, locked "
    "client id={_}, current client id={_}",
    logged_by="RebalanceLockManager.tryLockBatch, 5.0.0 to 5.3.3",
)
UNEXPECTED_ERROR_GROUP_MQS = Statement(
    template="RebalanceLockManager#tryBatch: unexpected error, group={_}, mqs={_}, clientId={_}",
    logged_by="RebalanceLockManager.tryLockBatch, 5.0.0 to 5.3.3",
    throws=True,
)
UNLOCK_MQ_GROUP_CLIENT = Statement(
    template="RebalanceLockManager#unlockBatch: unlock mq, group={_}, clientId={_}, mqs={_}",
    logged_by="RebalanceLockManager.unlockBatch, 5.0.0 to 5.3.3",
)
MQ_LOCKED_OTHER_CLIENT = Statement(
    template="RebalanceLockManager#unlockBatch: mq locked by other client, group={_}, locked clientId={_}, current "
    "clientId={_}, mqs={_}",
    logged_by="RebalanceLockManager.unlockBatch, 5.0.0 to 5.3.3",
)
MQ_NOT_LOCKED_GROUP = Statement(
    template="RebalanceLockManager#unlockBatch: mq not locked, group={_}, clientId={_}, mq={_}",
    logged_by="RebalanceLockManager.unlockBatch, 5.0.0 to 5.3.3",
)
GROUP_NOT_EXIST_GROUP = Statement(
    template="RebalanceLockManager#unlockBatch: group not exist, group={_}, clientId={_}, mqs={_}",
    logged_by="RebalanceLockManager.unlockBatch, 5.0.0 to 5.3.3",
)
UNEXPECTED_ERROR_GROUP_MQS_CLIENT = Statement(
    template="RebalanceLockManager#unlockBatch: unexpected error, group={_}, mqs={_}, clientId={_}",
    logged_by="RebalanceLockManager.unlockBatch, 5.0.0 to 5.3.3",
)
