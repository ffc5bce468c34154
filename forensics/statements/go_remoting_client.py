"""The remoting Go client's clients, routes and connections: client.go, route.go, remote_client.go, trace.go.

rlog prints the message as logrus quotes it, and fields by name behind it.
"""

from forensics.statements.template import Statement

KIND = "client"

RECEIVE_BROKER_S_NOTIFICATION = Statement(
    template='"receive broker\'s notification to consumer group"{_}',
    logged_by="GetOrNewRocketMQClient, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

CHECKTRANSACTIONSTATE_DECODE_MESSAGE_FAILED = Statement(
    template='"checkTransactionState, decode message failed"{_}',
    logged_by="GetOrNewRocketMQClient, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

CHECKTRANSACTIONSTATE_PICK_PRODUCER_GROUP = Statement(
    template='"checkTransactionState, pick producer group failed"{_}',
    logged_by="GetOrNewRocketMQClient, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

PRODUCER_GROUP_NOT_EQUAL = Statement(
    template='"producer group is not equal"{_}',
    logged_by="GetOrNewRocketMQClient, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

RECEIVE_GET_CONSUMER_RUNNING = Statement(
    template='"receive get consumer running info request..."{_}',
    logged_by="GetOrNewRocketMQClient, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

RMQCLIENT_STOPPING_UPDATE_NAME = Statement(
    template='"The RMQClient stopping update name server domain info."{_}',
    logged_by="rmqClient.Start, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

RMQCLIENT_STOPPING_UPDATE_TOPIC = Statement(
    template='"The RMQClient stopping update topic route info."{_}',
    logged_by="rmqClient.Start, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

RMQCLIENT_STOPPING_CLEAN_OFF = Statement(
    template='"The RMQClient stopping clean off line broker and heart beat"{_}',
    logged_by="rmqClient.Start, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

PERSIST_OFFSET_FAILED = Statement(
    template='"persist offset failed"{_}',
    logged_by="rmqClient.Start, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

RMQCLIENT_STOPPING_PERSIST_OFFSET = Statement(
    template='"The RMQClient stopping persist offset"{_}',
    logged_by="rmqClient.Start, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

RMQCLIENT_STOPPING_DO_REBALANCE = Statement(
    template='"The RMQClient stopping do rebalance"{_}',
    logged_by="rmqClient.Start, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

SENDING_HEARTBEAT_NO_PRODUCER = Statement(
    template='"sending heartbeat, but no producer and no consumer"{_}',
    logged_by="rmqClient.SendHeartbeatToAllBrokerWithLock, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

SEND_HEART_BEAT_ERROR = Statement(
    template='"send heart beat to broker error"{_}',
    logged_by="rmqClient.SendHeartbeatToAllBrokerWithLock, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

SEND_HEART_BEAT_FAILED = Statement(
    template='"send heart beat to broker failed"{_}',
    logged_by="rmqClient.SendHeartbeatToAllBrokerWithLock, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

CONSUMER_GROUP_EXIST_ALREADY = Statement(
    template='"the consumer group exist already"{_}',
    logged_by="rmqClient.RegisterConsumer, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

MARSHAL_HEARTBEATDATA_ERROR = Statement(
    template='"marshal heartbeatData error"{_}',
    logged_by="heartbeatData.encode, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

CONN_ERROR_CLOSE_CONNECTION = Statement(
    template='"conn error, close connection"{_}',
    logged_by="remotingClient.doRequest, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

DECODE_REMOTINGCOMMAND_ERROR = Statement(
    template='"decode RemotingCommand error"{_}',
    logged_by="remotingClient.receiveResponse, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

SEND_RESPONSE_BROKER_ERROR = Statement(
    template='"send response to broker error"{_}',
    logged_by="remotingClient.processCMD, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

RECEIVE_BROKER_S_REQUESTS = Statement(
    template='"receive broker\'s requests, but no func to handle"{_}',
    logged_by="remotingClient.processCMD, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

SCANNER_SPLIT_PANIC = Statement(
    template='"scanner split panic"{_}',
    logged_by="remotingClient.createScanner, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

SPLIT_DATA_ERROR = Statement(
    template='"split data error"{_}',
    logged_by="remotingClient.createScanner, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

CLOSE_REMOTING_CONN_ERROR = Statement(
    template='"close remoting conn error"{_}',
    logged_by="remotingClient.ShutDown, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

BROKER_NAME_S_ID = Statement(
    template='"the broker: [name=%s, ID=%d, addr=%s,] is offline, remove it"{_}',
    logged_by="namesrvs.cleanOfflineBroker, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

BROKER_NAME_S_HOST = Statement(
    template='"the broker name\'s host is offline, remove it"{_}',
    logged_by="namesrvs.cleanOfflineBroker, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

QUERY_TOPIC_ROUTE_SERVER = Statement(
    template='"query topic route from server error"{_}',
    logged_by="namesrvs.UpdateTopicRouteInfoWithDefault, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

QUERYTOPICROUTEINFOFROMSERVER_RETURN_NIL = Statement(
    template='"queryTopicRouteInfoFromServer return nil"{_}',
    logged_by="namesrvs.UpdateTopicRouteInfoWithDefault, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

TOPIC_ROUTE_INFO_CHANGED = Statement(
    template='"the topic route info changed"{_}',
    logged_by="namesrvs.UpdateTopicRouteInfoWithDefault, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

QUERYTOPICROUTEINFOFROMSERVER_FAILED = Statement(
    template='"queryTopicRouteInfoFromServer failed"{_}',
    logged_by="namesrvs.FetchPublishMessageQueues, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

NAMESRV_LIST_EMPTY_UPDATENAMESERVERADDRESS = Statement(
    template='"namesrv list empty. UpdateNameServerAddress should be called first."{_}',
    logged_by="namesrvs.queryTopicRouteInfoFromServer, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

CONNECT_NAMESRV_FAILED = Statement(
    template='"connect to namesrv failed."{_}',
    logged_by="namesrvs.queryTopicRouteInfoFromServer, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

DECODE_TOPICROUTEDATA_ERROR_S = Statement(
    template='"decode TopicRouteData error: %s"{_}',
    logged_by="namesrvs.queryTopicRouteInfoFromServer, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

TRACEDISPATCHER_CLOSED = Statement(
    template='"traceDispatcher is closed."{_}',
    logged_by="traceDispatcher.Append, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

BUFFER_FULL = Statement(
    template='"buffer full"{_}',
    logged_by="traceDispatcher.Append, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

END_TRACE_SEND = Statement(
    template='"------end trace send {_} {_}',
    logged_by="traceDispatcher.process, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

SEND_TRACE_DATA_ERROR = Statement(
    template='"send trace data error."{_}',
    logged_by="traceDispatcher.sendTraceDataByMQ, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

SEND_TRACE_DATA_INVOKE_ERROR = Statement(
    template='"send trace data error when invoke"{_}',
    logged_by="traceDispatcher.sendTraceDataByMQ, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

FETCH_PUBLISH_MESSAGE_QUEUES = Statement(
    template='"fetch publish message queues failed"{_}',
    logged_by="traceDispatcher.findMq, 2.0.0 to 2.1.2 of rocketmq-client-go",
)

RECEIVE_CONSUME_MESSAGE_DIRECTLY = Statement(
    template='"receive consume message directly request..."{_}',
    logged_by="GetOrNewRocketMQClient, 2.1.0 to 2.1.2 of rocketmq-client-go",
)

WILL_REMOVE_CLIENT_CLIENTMAP = Statement(
    template='"will remove client from clientMap"{_}',
    logged_by="rmqClient.removeClient, 2.1.0 to 2.1.2 of rocketmq-client-go",
)

DIFFERENT_NAMESRV_OPTION_SAME = Statement(
    template='"different namesrv option in the same instance"{_}',
    logged_by="GetOrNewRocketMQClient, 2.1.1 to 2.1.2 of rocketmq-client-go",
)

RECEIVE_RESET_CONSUMER_OFFSET = Statement(
    template='"receive reset consumer offset request..."{_}',
    logged_by="GetOrNewRocketMQClient, 2.1.1 to 2.1.2 of rocketmq-client-go",
)

RECEIVE_PUSH_REPLY_CLIENT = Statement(
    template='"receive push reply to client request..."{_}',
    logged_by="GetOrNewRocketMQClient, 2.1.1 to 2.1.2 of rocketmq-client-go",
)

PRODUCER_GROUP_EXIST_ALREADY = Statement(
    template='"the producer group exist already"{_}',
    logged_by="rmqClient.RegisterProducer, 2.1.1 to 2.1.2 of rocketmq-client-go",
)

GROUP_DO_NOT_EXISTS = Statement(
    template='"group {_} do not exists"{_}',
    logged_by="rmqClient.getConsumerStatus, 2.1.1 to 2.1.2 of rocketmq-client-go",
)

RECEIVE_REPLY_MESSAGE_NOT = Statement(
    template='"receive reply message, but not matched any request"{_}',
    logged_by="rmqClient.getReplyMessageRequest, 2.1.1 to 2.1.2 of rocketmq-client-go",
)

PARSE_RESET_OFFSET_TABLE = Statement(
    template='"parse reset offset table json get nothing in body"{_}',
    logged_by="parseFastJsonFormat, 2.1.1 to 2.1.2 of rocketmq-client-go",
)

UNMARSHAL_OFFSET_ERROR = Statement(
    template='"Unmarshal offset error"{_}',
    logged_by="parseGsonFormat, 2.1.1 to 2.1.2 of rocketmq-client-go",
)

UNMARSHAL_MESSAGE_QUEUE_ERROR = Statement(
    template='"Unmarshal message queue error"{_}',
    logged_by="parseGsonFormat, 2.1.1 to 2.1.2 of rocketmq-client-go",
)

CONVERT_I_REQUESTRESPONSEFUTURE_ERR = Statement(
    template='"convert i to RequestResponseFuture err"{_}',
    logged_by="NewRequestResponseFutureMap, 2.1.1 to 2.1.2 of rocketmq-client-go",
)

CHANGE_ROUTE_CLIENTS = Statement(
    template='"change the route for clients"{_}',
    logged_by="namesrvs.UpdateTopicRouteInfoWithDefault, 2.1.1 to 2.1.2 of rocketmq-client-go",
)

RECEIVE_GET_CONSUMER_STATUS = Statement(
    template='"receive get consumer status from client request..."{_}',
    logged_by="GetOrNewRocketMQClient, 2.1.2 of rocketmq-client-go",
)
