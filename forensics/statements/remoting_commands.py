"""Requests and responses on both sides of a connection: NettyRemotingAbstract, RemotingHelper, encoders."""

from forensics.statements.template import Statement

PROCESS_REQUEST_OVER_BUT = Statement(
    template="process request over, but response failed",
    logged_by="NettyRemotingAbstract.writeResponse, 4.8.0 to 5.3.3",
    throws=True,
)
PROCESS_REQUEST_FAILED = Statement(
    template="process request exception",
    logged_by="NettyRemotingAbstract.buildProcessRequestHandler, 4.8.0 to 5.3.1",
    throws=True,
)
MANY_REQUESTS_SYSTEM_THREAD = Statement(
    template="{_}, too many requests and system thread pool busy, RejectedExecutionException {_} request code: {_}",
    logged_by="NettyRemotingAbstract.processRequestCommand, 4.8.0 to 5.3.3",
)
EXECUTE_CALLBACK_EXECUTOR_EXCEPTION = Statement(
    template="execute callback in executor exception, and callback throw",
    logged_by="NettyRemotingAbstract.executeInvokeCallback, 4.8.0 to 5.3.3",
    throws=True,
)
EXECUTE_CALLBACK_EXECUTOR_EXCEPTION_MAYBE = Statement(
    template="execute callback in executor exception, maybe executor busy",
    logged_by="NettyRemotingAbstract.executeInvokeCallback, 4.8.0 to 5.3.3",
    seen="H-4.8.0-sigstop:consumer/logs/rocketmqlogs/rocketmq_client.log:575",
    throws=True,
)
EXECUTE_INVOKE_CALLBACK_FAILED = Statement(
    template="executeInvokeCallback Exception",
    logged_by="NettyRemotingAbstract.executeInvokeCallback, 4.8.0 to 5.3.3",
    throws=True,
)
SCAN_RESPONSE_TABLE_OPERATION = Statement(
    template="scanResponseTable, operationComplete Exception",
    logged_by="NettyRemotingAbstract.scanResponseTable, 4.8.0 to 5.3.3",
    throws=True,
)
SEND_REQUEST_COMMAND_CHANNEL = Statement(
    template="send a request command to channel <{_}> failed.",
    logged_by="NettyRemotingAbstract.invokeOnewayImpl, 4.8.0 to 5.3.3",
    seen="H-5.3.3-cfreeze:consumer/logs/rocketmqlogs/rocketmq_client.log:104",
)
SEND_REQUEST_COMMAND_CHANNEL_FAILED = Statement(
    template="send a request command to channel <{_}> Exception",
    logged_by="NettyRemotingAbstract.operationFail, 4.8.0 to 5.3.0",
    throws=True,
)
EXECUTE_CALLBACK_REQUEST_FAIL = Statement(
    template="execute callback in requestFail, and callback throw",
    logged_by="NettyRemotingAbstract.requestFail, 4.8.0 to 5.3.3",
    throws=True,
)
WRITE_SEND_REQUEST_COMMAND = Statement(
    template="write send a request command to channel <{_}> failed.",
    logged_by="NettyRemotingAbstract.invokeOnewayImpl, 4.8.0 to 5.3.3",
)
EVENT_QUEUE_SIZE_ENOUGH = Statement(
    template="event queue size[{_}] enough, so drop this event {_}",
    logged_by="NettyRemotingAbstract.putNettyEvent, 4.8.0 to 4.9.2",
)
EVENT_QUEUE_SIZE_OVER = Statement(
    template="event queue size [{_}] over the limit [{_}], so drop this event {_}",
    logged_by="NettyRemotingAbstract.putNettyEvent, 4.9.3 to 5.3.3",
)
FAILED_WRITE_REQUEST_COMMAND = Statement(
    template="Failed to write a request command to {_}, caused by underlying I/O operation failure",
    logged_by="NettyRemotingAbstract.invokeSyncImpl, 5.0.0 to 5.1.4",
)
RESPONSE_NOT_WRITTEN = Statement(
    event="response_not_written",
    template="Failed to write response[request code: {request_code:int}, response code: {response_code:int}, opaque: {_:int}] "
    "to channel{channel}",
    logged_by="NettyRemotingAbstract.writeResponse, 5.1.0 to 5.3.3",
    seen="C-5.3.3-dead-poplog:broker-b-1/logs/remoting.log:34",
    throws=True,
)
PROXY_SHUTTING_DOWN_WRITE = Statement(
    template="proxy is shutting down, write response GO_AWAY. channel={_}, requestCode={_}, opaque={_}",
    logged_by="NettyRemotingAbstract.processRequestCommand, 5.3.1 to 5.3.3",
)
SEND_REQUEST_COMMAND_CHANNEL_CHANNEL = Statement(
    template="send a request command to channel <{_}>, channelId={_}, failed.",
    logged_by="NettyRemotingAbstract.operationFail, 5.3.1 to 5.3.3",
    seen="F-5.3.3-freeze:broker-a-1/logs/rocketmqlogs/remoting.log:114",
)
SEND_REQUEST_COMMAND_CHANNEL_CHANNEL_ID = Statement(
    template="send a request command to channel <{_}> channelId={_} Exception",
    logged_by="NettyRemotingAbstract.operationFail, 5.3.1 to 5.3.3",
    throws=True,
)
PROCESS_REQUEST_EXCEPTION_REMOTE = Statement(
    template="process request exception, remoteAddr: {_}",
    logged_by="NettyRemotingAbstract.buildProcessRequestHandler, 5.3.2 to 5.3.3",
    throws=True,
)
INVOKE_SYNC_FAILURE = Statement(
    template="invokeSync failure",
    logged_by="RemotingHelper.invokeSync, 4.8.0 to 5.3.3",
    throws=True,
)
OPEN_POLL_SELECTOR_LINUX = Statement(
    template="Open ePoll Selector for linux platform exception",
    logged_by="RemotingUtil.openSelector, 4.8.0 to 5.0.0; NetworkUtil.openSelector, 5.1.0 to 5.3.3",
    throws=True,
)
FAILED_OBTAIN_LOCAL_ADDRESS = Statement(
    template="Failed to obtain local address",
    logged_by="RemotingUtil.getLocalAddress, 4.8.0 to 5.0.0; NetworkUtil.getLocalAddress, 5.1.0 to 5.3.3",
    throws=True,
)
CLOSE_CHANNEL_CLOSE_CONNECTION = Statement(
    template="closeChannel: close the connection to remote address[{_}] result: {_}",
    logged_by="RemotingUtil.operationComplete, 4.8.0 to 5.0.0; RemotingHelper.operationComplete, 5.1.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/remoting.log:59",
)
USING_OPEN_SSL_PROVIDER = Statement(
    template="Using OpenSSL provider",
    logged_by="TlsHelper.buildSslContext, 4.8.0 to 5.3.3",
    seen="H-4.8.0-bfail:broker-a-0/logs/rocketmqlogs/remoting.log:16",
)
USING_JDK_SSL_PROVIDER = Statement(
    template="Using JDK SSL provider",
    logged_by="TlsHelper.buildSslContext, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/remoting.log:16",
)
ENCODE_FAILED = Statement(
    template="encode exception, {_}",
    logged_by="NettyEncoder.encode, 4.8.0 to 5.3.3",
    throws=True,
)
DECODE_FAILED = Statement(
    template="decode exception, {_}",
    logged_by="NettyDecoder.decode, 4.8.0 to 5.3.3",
    throws=True,
)
FAILED_FIELD_DECODING = Statement(
    template="Failed field [{_}] decoding",
    logged_by="RemotingCommand.decodeCommandCustomHeaderDirectly, 4.8.0 to 5.3.3",
    throws=True,
)
FAILED_ACCESS_FIELD = Statement(
    template="Failed to access field [{_}]",
    logged_by="RemotingCommand.makeCustomHeaderToNet, 4.8.0 to 5.3.3",
    throws=True,
)
COMPRESSING_TAKES = Statement(
    template="Compressing takes {_}ms",
    logged_by="RegisterBrokerBody.encode, 4.8.0 to 5.3.3",
)
FAILED_COMPRESS_REGISTER_BROKER = Statement(
    template="Failed to compress RegisterBrokerBody object",
    logged_by="RegisterBrokerBody.encode, 4.8.0 to 5.3.3",
    throws=True,
)
DECOMPRESSING_OCCUR_FAILED = Statement(
    template="Decompressing occur Exception {_}",
    logged_by="RegisterBrokerBody.decode, 4.8.0 to 5.3.3",
    throws=True,
)
DECOMPRESSING_TAKES = Statement(
    template="Decompressing takes {_}ms",
    logged_by="RegisterBrokerBody.decode, 4.8.0 to 5.3.3",
)
CUSTOM_FIELD_NULL = Statement(
    template="the custom field {_}.{_} is null",
    logged_by="FastCodesHeader.getAndCheckNotNull, 4.9.4 to 5.3.3",
)
FAILED_REGISTER_BROKER = Statement(
    template="Failed to register broker",
    logged_by="MQProtosHelper.registerBrokerToNameServer, 4.8.0 to 5.3.3",
    throws=True,
)
COMMAND = Statement(
    template="RemotingCommand [code={_:int}, language={_:word}, version={_:int}, opaque={_:int}, flag(B)={_:word}, remark={_}, "
    "extFields={_}, serializeTypeCurrentRPC={_:word}]",
    logged_by="PullMessageProcessor.executeRequestWhenWakeup, 4.8.0 to 5.3.3; "
    "PopLongPollingService.wakeUp, 5.0.0 to 5.3.3: the request or response of the line before",
    seen="H-4.8.0-bfail:broker-a-0/logs/rocketmqlogs/broker.log:224",
)
