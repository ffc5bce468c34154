"""Consumer offsets in the client: RemoteBrokerOffsetStore and LocalFileOffsetStore."""

from forensics.statements.template import Statement

FETCH_CONSUME_OFFSET_BROKER = Statement(
    template="fetchConsumeOffsetFromBroker exception, {_}",
    logged_by="RemoteBrokerOffsetStore.readOffset, 4.8.0 to 5.3.3",
    throws=True,
)
UPDATE_CONSUME_OFFSET_BROKER = Statement(
    template="updateConsumeOffsetToBroker exception, {_}",
    logged_by="RemoteBrokerOffsetStore.persist, 4.8.0 to 5.3.3",
    throws=True,
)
REMOVE_UNUSED_MQ = Statement(
    template="remove unused mq, {_}, {_}",
    logged_by="RemoteBrokerOffsetStore.persistAll, 4.8.0 to 5.3.3",
    seen="H-5.3.3-cfreeze:consumer2/logs/rocketmqlogs/rocketmq_client.log:163",
)
PERSIST_GROUP_CLIENT_ID = Statement(
    template="[persist] Group: {_} ClientId: {_} updateConsumeOffsetToBroker {_} {_}",
    logged_by="RemoteBrokerOffsetStore.persist, 4.8.0 to 5.3.3",
    seen="H-5.3.3-cfreeze:consumer/logs/rocketmqlogs/rocketmq_client.log:148",
)
REMOVE_UNNECESSARY_MESSAGE_QUEUE = Statement(
    template="remove unnecessary messageQueue offset. group={_}, mq={_}, offsetTableSize={_}",
    logged_by="RemoteBrokerOffsetStore.removeOffset, 4.8.0 to 5.3.3; LocalFileOffsetStore.removeOffset, 4.9.8 and 5.2.0 to 5.3.3",
    seen="H-4.8.0-bfail:consumer/logs/rocketmqlogs/rocketmq_client.log:70",
)
LOAD_CONSUMERS_OFFSET = Statement(
    template="load consumer's offset, {_} {_} {_}",
    logged_by="LocalFileOffsetStore.load, 4.8.0 to 5.3.3",
)
PERSIST_ALL_CONSUMER_OFFSET = Statement(
    template="persistAll consumer offset Exception, {_}",
    logged_by="LocalFileOffsetStore.persistAll, 4.8.0 to 5.3.3",
    throws=True,
)
LOAD_LOCAL_OFFSET_STORE = Statement(
    template="Load local offset store file exception",
    logged_by="LocalFileOffsetStore.readLocalOffset, 4.8.0 to 5.3.3",
    throws=True,
)
READ_LOCAL_OFFSET_EXCEPTION = Statement(
    template="readLocalOffset Exception, and try to correct",
    logged_by="LocalFileOffsetStore.readLocalOffset, 4.8.0 to 5.3.3",
    throws=True,
)
LOAD_LOCAL_OFFSET_STORE_BAK = Statement(
    template="Load local offset store bak file exception",
    logged_by="LocalFileOffsetStore.readLocalOffsetBak, 4.8.0 to 5.3.3",
    throws=True,
)
READ_LOCAL_OFFSET_FAILED = Statement(
    template="readLocalOffset Exception",
    logged_by="LocalFileOffsetStore.readLocalOffsetBak, 4.8.0 to 5.3.3",
    throws=True,
)
READ_BEFORE_PERSIST_FAILED = Statement(
    template="readLocalOffset exception",
    logged_by="LocalFileOffsetStore.persist, 4.9.8 and 5.2.0 to 5.3.3",
    throws=True,
)
PERSIST_CONSUMER_OFFSET_FAILED = Statement(
    template="persist consumer offset exception, {_}",
    logged_by="LocalFileOffsetStore.persist, 4.9.8 and 5.2.0 to 5.3.3",
    throws=True,
)
