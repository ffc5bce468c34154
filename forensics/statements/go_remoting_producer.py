"""The remoting Go client's producers, administration and name server addresses: producer.go, admin.go, nsresolver.go.

rlog prints the message as logrus quotes it, and fields by name behind it.
"""

from forensics.statements.template import Statement

KIND = "client"

NAME_SERVER_DOMAIN_CAN = Statement(
    template='"name server domain, can\'t get user home directory"{_}',
    logged_by="HttpResolver.getSnapshotFilePath, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

CAN_T_CREATE_NAME = Statement(
    template='"can\'t create name server snapshot directory"{_}',
    logged_by="HttpResolver.getSnapshotFilePath, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

NAME_SERVER_ADDRESS_CHANGED = Statement(
    template='"name server address changed"{_}',
    logged_by="namesrvs.UpdateNameServerAddress, 2.0.0 of rocketmq-client-go",
)

NAME_SERVER_SNAPSHOT_SAVED = Statement(
    template='"name server snapshot save successfully"{_}',
    logged_by="HttpResolver.saveSnapshot, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

NAME_SERVER_SNAPSHOT_SAVE_FAILED = Statement(
    template='"name server snapshot save failed"{_}',
    logged_by="HttpResolver.saveSnapshot, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

NAME_SERVER_HTTP_FETCHED = Statement(
    template='"name server http fetch successfully"{_}',
    logged_by="namesrvs.UpdateNameServerAddress, 2.0.0 of rocketmq-client-go",
)

NAME_SERVER_HTTP_FETCH_FAILED = Statement(
    template='"name server http fetch failed"{_}',
    logged_by="HttpResolver.get, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

LOAD_NAME_SERVER_SNAPSHOT = Statement(
    template='"load the name server snapshot local file"{_}',
    logged_by="HttpResolver.loadSnapshot, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

NAME_SERVER_SNAPSHOT_LOCAL = Statement(
    template='"name server snapshot local file not exists"{_}',
    logged_by="HttpResolver.loadSnapshot, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

CONSUMERGROUP_EMPTY = Statement(
    template='"consumerGroup is empty"{_}',
    logged_by="ValidateGroup, 2.0.0 to 2.1.1 of rocketmq-client-go",
)

SPECIFIED_GROUP_LONGER_THAN = Statement(
    template='"the specified group is longer than group max length 255."{_}',
    logged_by="ValidateGroup, 2.0.0 to 2.1.1 of rocketmq-client-go",
)

ILLEGAL_CONSUMERETURNTYPE = Statement(
    template='"illegal ConsumeReturnType: {_}',
    logged_by="ConsumeReturnType.Ordinal, 2.0.0 to 2.1.0 of rocketmq-client-go",
)

CAN_NOT_FIND_PROPER = Statement(
    template='"can not find proper message queue"{_}',
    logged_by="defaultProducer.tryToFindTopicPublishInfo, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

SEND_REQENDTRANSACTION_BROKER_ERROR = Statement(
    template='"send ReqENDTransaction to broker error"{_}',
    logged_by="transactionProducer.checkTransactionState, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

UNKNOWN_TYPE = Statement(
    template='"unknown type {_}',
    logged_by="transactionProducer.checkTransactionState, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

EXECUTELOCALTRANSACTION_STATE_UNEXPECTED = Statement(
    template='"executeLocalTransaction but state unexpected"{_}',
    logged_by="transactionProducer.SendMessageInTransaction, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

CREATE_TOPIC_ERROR = Statement(
    template='"create topic error"{_}',
    logged_by="admin.CreateTopic, 2.1.0 to 2.1.2 of rocketmq-client-go",
)

CREATE_TOPIC_SUCCESS = Statement(
    template='"create topic success"{_}',
    logged_by="admin.CreateTopic, 2.1.0 to 2.1.2 of rocketmq-client-go",
)

DELETE_TOPIC_BROKER_ERROR = Statement(
    template='"delete topic in broker error"{_}',
    logged_by="admin.DeleteTopic, 2.1.0 to 2.1.2 of rocketmq-client-go",
)

DELETE_TOPIC_NAME_SERVER = Statement(
    template='"delete topic in name server error"{_}',
    logged_by="admin.DeleteTopic, 2.1.0 of rocketmq-client-go",
)

DELETE_TOPIC_SUCCESS = Statement(
    template='"delete topic success"{_}',
    logged_by="admin.DeleteTopic, 2.1.0 to 2.1.2 of rocketmq-client-go",
)

NAME_SERVER_READ_HTTP = Statement(
    template='"name server read http response failed"{_}',
    logged_by="HttpResolver.get, 2.1.0 to 2.1.2 of rocketmq-client-go",
)

DELETE_TOPIC_NAMESERVER_ERROR = Statement(
    template='"delete topic in nameserver error"{_}',
    logged_by="admin.DeleteTopic, 2.1.1 to 2.1.2 of rocketmq-client-go",
)

ILLEGAL_CONSUMER_RETURN_TYPE = Statement(
    template='"Illegal Consumer Return Type"{_}',
    logged_by="ConsumeReturnType.Ordinal, 2.1.1 to 2.1.2 of rocketmq-client-go",
)

PRODUCER_GROUP_HAS_BEEN = Statement(
    template='"the producer group has been created, specify another one"{_}',
    logged_by="defaultProducer.Start, 2.1.1 to 2.1.2 of rocketmq-client-go",
)

GROUP_LIST_ERROR = Statement(
    template='"Get all group list error"{_}',
    logged_by="admin.GetAllSubscriptionGroup, 2.1.2 of rocketmq-client-go",
)

GROUP_LIST_SUCCESS = Statement(
    template='"Get all group list success"{_}',
    logged_by="admin.GetAllSubscriptionGroup, 2.1.2 of rocketmq-client-go",
)

GROUP_LIST_DECODE_ERROR = Statement(
    template='"Get all group list decode error"{_}',
    logged_by="admin.GetAllSubscriptionGroup, 2.1.2 of rocketmq-client-go",
)

TOPIC_LIST_ERROR = Statement(
    template='"Fetch all topic list error"{_}',
    logged_by="admin.FetchAllTopicList, 2.1.2 of rocketmq-client-go",
)

TOPIC_LIST_SUCCESS = Statement(
    template='"Fetch all topic list success"{_}',
    logged_by="admin.FetchAllTopicList, 2.1.2 of rocketmq-client-go",
)

TOPIC_LIST_DECODE_ERROR = Statement(
    template='"Fetch all topic list decode error"{_}',
    logged_by="admin.FetchAllTopicList, 2.1.2 of rocketmq-client-go",
)

START_RETRYING_SEND = Statement(
    template='"start retrying to send, "{_}',
    logged_by="defaultProducer.sendSync, 2.1.2 of rocketmq-client-go",
)

TOPIC_ROUTE_INFO_NIL = Statement(
    template='"topic route info is nil or empty"{_}',
    logged_by="defaultProducer.selectMessageQueue, 2.1.2 of rocketmq-client-go",
)
