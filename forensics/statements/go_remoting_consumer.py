"""The remoting Go client's offsets, rebalancing and statistics: consumer.go, offset_store.go, process_queue.go, statistics.go.

rlog prints the message as logrus quotes it, and fields by name behind it.
"""

from forensics.statements.template import Statement

KIND = "client"

BALANCE_WITHOUT_TOPIC = Statement(
    template='"do balance in group failed, the topic does not exist"{_}',
    logged_by="defaultConsumer.doBalance, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

BALANCE_WITHOUT_CONSUMERS = Statement(
    template='"do balance in group failed, get consumer id list failed"{_}',
    logged_by="defaultConsumer.doBalance, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

LOCK_MESSAGEQUEUE = Statement(
    template='"lock MessageQueue"{_}',
    logged_by="defaultConsumer.unlockAll, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

UNLOCK_MESSAGEQUEUE = Statement(
    template='"unlock MessageQueue"{_}',
    logged_by="defaultConsumer.unlock, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

UNLOCK_INVOKE_ERROR = Statement(
    template='"lock MessageQueue to broker invoke error"{_}',
    logged_by="defaultConsumer.doUnlock, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

UNMARSHAL_LOCK_MQ_BODY = Statement(
    template='"Unmarshal lock mq body error"{_}',
    logged_by="defaultConsumer.doLock, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

UNLOCK_ONEWAY_ERROR = Statement(
    template='"lock MessageQueue to broker invoke oneway error"{_}',
    logged_by="defaultConsumer.doUnlock, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

ADD_QUEUE_WITHOUT_LOCK = Statement(
    template='"do defaultConsumer, add a new mq failed, because lock failed"{_}',
    logged_by="defaultConsumer.updateProcessQueueTable, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

ADD_QUEUE_FAILED = Statement(
    template='"do defaultConsumer, add a new mq failed"{_}',
    logged_by="defaultConsumer.updateProcessQueueTable, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

QUERY_MAX_OFFSET_ERROR = Statement(
    template='"query max offset error"{_}',
    logged_by="defaultConsumer.computePullFromWhereWithException, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

GET_CONSUMER_LIST_GROUP = Statement(
    template='"get consumer list of group from broker error"{_}',
    logged_by="defaultConsumer.findConsumerList, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

READ_LOCAL_STORE_ERROR = Statement(
    template='"read from local store error, try to use bak file"{_}',
    logged_by="localFileOffsetStore.load, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

READ_LOCAL_STORE_BAK = Statement(
    template='"read from local store bak file error"{_}',
    logged_by="localFileOffsetStore.load, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

UNMARSHAL_LOCAL_OFFSET_ERROR = Statement(
    template='"unmarshal local offset error"{_}',
    logged_by="localFileOffsetStore.load, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

UPDATE_OFFSET_BROKER_ERROR = Statement(
    template='"update offset to broker error"{_}',
    logged_by="remoteBrokerOffsetStore.persist, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

UPDATE_OFFSET_BROKER_SUCCESS = Statement(
    template='"update offset to broker success"{_}',
    logged_by="remoteBrokerOffsetStore.persist, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

DELETE_MQ_OFFSET_TABLE = Statement(
    template='"delete mq from offset table"{_}',
    logged_by="remoteBrokerOffsetStore.remove, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

FECTH_OFFSET_MQ_ERROR = Statement(
    template='"fecth offset of mq error"{_}',
    logged_by="remoteBrokerOffsetStore.read, 2.0.0 of rocketmq-client-go",
)

PARSE_MESSAGE_START_CONSUME = Statement(
    template='"parse message start consume time error"{_}',
    logged_by="processQueue.cleanExpiredMsg, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

SEND_MESSAGE_BACK_BROKER = Statement(
    template='"send message back to broker error when clean expired messages"{_}',
    logged_by="processQueue.cleanExpiredMsg, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

STATS_ONE_MINUTE_SUM = Statement(
    template='"Stats In One Minute, SUM: %d TPS: AVGPT: %.2f"{_}',
    logged_by="statsItem.printAtMinutes, 2.0.0 to 2.1.1 of rocketmq-client-go",
)

STATS_ONE_HOUR_SUM = Statement(
    template='"Stats In One Hour, SUM: %d TPS: AVGPT: %.2f"{_}',
    logged_by="statsItem.printAtHour, 2.0.0 to 2.1.1 of rocketmq-client-go",
)

STATS_ONE_DAY_SUM = Statement(
    template='"Stats In One Day, SUM: %d TPS: AVGPT: %.2f"{_}',
    logged_by="statsItem.printAtDay, 2.0.0 to 2.1.1 of rocketmq-client-go",
)

BUG_CONSUMERID_NOT_CIDALL = Statement(
    template='"[BUG] ConsumerId not in cidAll"{_}',
    logged_by="AllocateByConsistentHash, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

BUG_ALLOCATEBYCONSISTENTHASH_ERR_S = Statement(
    template='"[BUG] AllocateByConsistentHash err: %s"{_}',
    logged_by="AllocateByConsistentHash, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

FECTH_OFFSET_ERROR = Statement(
    template='"fecth offset of mq from broker error"{_}',
    logged_by="remoteBrokerOffsetStore.read, 2.1.0 of rocketmq-client-go",
)

FECTH_OFFSET_SUCCESS = Statement(
    template='"fecth offset of mq from broker success"{_}',
    logged_by="remoteBrokerOffsetStore.read, 2.1.0 of rocketmq-client-go",
)

BALANCE_SKIP_SINCE_CONSUMER = Statement(
    template='"[BALANCE-SKIP] since consumer paused"{_}',
    logged_by="defaultConsumer.doBalanceIfNotPaused, 2.1.1 to 2.1.2 of rocketmq-client-go",
)

FETCH_OFFSET_ERROR = Statement(
    template='"fetch offset of mq from broker error"{_}',
    logged_by="remoteBrokerOffsetStore.readWithException, 2.1.1 to 2.1.2 of rocketmq-client-go",
)

FETCH_OFFSET_SUCCESS = Statement(
    template='"fetch offset of mq from broker success"{_}',
    logged_by="remoteBrokerOffsetStore.readWithException, 2.1.1 to 2.1.2 of rocketmq-client-go",
)

MESSAGEQUEUE_DO_BALANCE_DONE = Statement(
    template='"MessageQueue do balance done"{_}',
    logged_by="defaultConsumer.doBalance, 2.1.2 of rocketmq-client-go",
)

REMOVE_UNNECESSARY_MQ_UNSUBSCRIBED = Statement(
    template='"remove unnecessary mq because unsubscribed"{_}',
    logged_by="defaultConsumer.truncateMessageQueueNotMyTopic, 2.1.2 of rocketmq-client-go",
)

REMOVE_UNNECESSARY_MQ_UPDATEPROCESSQUEUETABLE = Statement(
    template='"remove unnecessary mq when updateProcessQueueTable"{_}',
    logged_by="defaultConsumer.updateProcessQueueTable, 2.1.2 of rocketmq-client-go",
)

REMOVE_UNNECESSARY_MQ_PULL = Statement(
    template='"remove unnecessary mq because pull was expired, prepare to fix it"{_}',
    logged_by="defaultConsumer.updateProcessQueueTable, 2.1.2 of rocketmq-client-go",
)

SEND_EXPIRE_MSG_BACK = Statement(
    template='"send expire msg back. "{_}',
    logged_by="processQueue.cleanExpiredMsg, 2.1.2 of rocketmq-client-go",
)

STATS_ONE_MINUTE = Statement(
    template='"Stats In One Minute."{_}',
    logged_by="statsItem.printAtMinutes, 2.1.2 of rocketmq-client-go",
)

STATS_ONE_HOUR = Statement(
    template='"Stats In One Hour."{_}',
    logged_by="statsItem.printAtHour, 2.1.2 of rocketmq-client-go",
)

STATS_ONE_DAY = Statement(
    template='"Stats In One Day."{_}',
    logged_by="statsItem.printAtDay, 2.1.2 of rocketmq-client-go",
)
