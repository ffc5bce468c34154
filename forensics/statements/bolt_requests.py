"""Requests of Bolt, the RPC under JRaft, and their answers; classes of sofa-bolt 1.6.4."""

from forensics.statements.template import Statement

EXCEPTION_CAUGHT_WHEN_PROCESS = Statement(
    template="Exception caught when process rpc request command in AbstractRemotingProcessor, Id={_}! Invoke source "
    "address is [{_}].",
    logged_by="AbstractRemotingProcessor.run of sofa-bolt",
    throws=True,
)
ALREADY_TIMEOUT_BEFORE_WRITING = Statement(
    template="already timeout before writing to the network, requestId: {_:int}, remoting address: {_}",
    logged_by="BaseRemoting.invokeSync and BaseRemoting.invokeWithCallback and BaseRemoting.invokeWithFuture and "
    "BaseRemoting.oneway of sofa-bolt",
)
INVOKE_SEND_FAILED_ID = Statement(
    template="Invoke send failed, id={_:int}",
    logged_by="BaseRemoting.operationComplete of sofa-bolt",
    throws=True,
)
EXCEPTION_CAUGHT_WHEN_SENDING = Statement(
    template="Exception caught when sending invocation, id={_:int}",
    logged_by="BaseRemoting.invokeSync of sofa-bolt",
    throws=True,
)
WAIT_RESPONSE_REQUEST_ID = Statement(
    template="Wait response, request id={_:int} timeout!",
    logged_by="BaseRemoting.invokeSync of sofa-bolt",
)
INVOKE_SEND_FAILED_ADDRESS = Statement(
    template="Invoke send failed. The address is {_}",
    logged_by="BaseRemoting.operationComplete of sofa-bolt",
    throws=True,
)
EXCEPTION_CAUGHT_WHEN_SENDING_INVOCATION = Statement(
    template="Exception caught when sending invocation. The address is {_}",
    logged_by="BaseRemoting.invokeWithCallback and BaseRemoting.invokeWithFuture and BaseRemoting.oneway of sofa-bolt",
    throws=True,
)
EXECUTOR_NULL_COMMAND_HANDLER = Statement(
    template="Executor null in commandHandler of protocolCode [{_}].",
    logged_by="DefaultInvokeFuture.tryAsyncExecuteInvokeCallbackAbnormally of sofa-bolt",
)
PROTOCOL_CODE_NOT_REGISTERED = Statement(
    template="protocolCode [{_}] not registered!",
    logged_by="DefaultInvokeFuture.tryAsyncExecuteInvokeCallbackAbnormally of sofa-bolt",
)
EXCEPTION_CAUGHT_WHEN_EXECUTING = Statement(
    template="Exception caught when executing invoke callback abnormally.",
    logged_by="DefaultInvokeFuture.tryAsyncExecuteInvokeCallbackAbnormally of sofa-bolt",
    throws=True,
)
CALLBACK_THREAD_POOL_BUSY = Statement(
    template="Callback thread pool busy. discard the callback",
    logged_by="RpcInvokeCallbackListener.onResponse of sofa-bolt",
)
CALLBACK_THREADS_BUSY = Statement(
    template="Callback thread pool busy.",
    logged_by="RpcInvokeCallbackListener.onResponse of sofa-bolt",
)
EXCEPTION_OCCURRED_USER_DEFINED = Statement(
    template="Exception occurred in user defined InvokeCallback#onException() logic, The address is {_}",
    logged_by="RpcInvokeCallbackListener.run of sofa-bolt",
    throws=True,
)
EXCEPTION_OCCURRED_USER_DEFINED_INVOKE = Statement(
    template="Exception occurred in user defined InvokeCallback#onResponse() logic.",
    logged_by="RpcInvokeCallbackListener.run of sofa-bolt",
    throws=True,
)
CODEC_EXCEPTION_CAUGHT_WHEN = Statement(
    template="CodecException caught on when deserialize response in RpcInvokeCallbackListener. The address is {_}.",
    logged_by="RpcInvokeCallbackListener.run of sofa-bolt",
    throws=True,
)
EXCEPTION_CAUGHT_RPC_INVOKE = Statement(
    template="Exception caught in RpcInvokeCallbackListener. The address is {_}",
    logged_by="RpcInvokeCallbackListener.run of sofa-bolt",
    throws=True,
)
NO_PROCESSOR_AVAILABLE_COMMAND = Statement(
    template="No processor available for command code {_}, msgId {_:int}",
    logged_by="RpcCommandHandler.doProcess of sofa-bolt",
)
WRITE_BACK_EXCEPTION_RESPONSE = Statement(
    template="Write back exception response done, requestId={_}, status={_}",
    logged_by="RpcCommandHandler.operationComplete of sofa-bolt",
)
WRITE_BACK_EXCEPTION_RESPONSE_FAILED = Statement(
    template="Write back exception response failed, requestId={_}",
    logged_by="RpcCommandHandler.operationComplete of sofa-bolt",
    throws=True,
)
SERIALIZE_SERIALIZATION_EXCEPTION_RESPONSE = Statement(
    template="serialize SerializationException response failed!",
    logged_by="RpcRequestProcessor.sendResponseIfNecessary of sofa-bolt",
)
RPC_RESPONSE_SEND_FAILED = Statement(
    template="Rpc response send failed! id={_}. The address is {_}",
    logged_by="RpcRequestProcessor.operationComplete of sofa-bolt",
    throws=True,
)
REJECTED_EXECUTION_EXCEPTION_OCCURRED = Statement(
    template="RejectedExecutionException occurred when do ASYNC process in RpcRequestProcessor",
    logged_by="RpcRequestProcessor.dispatchToUserProcessor of sofa-bolt",
)
REJECTED_EXECUTION_EXCEPTION_OCCURRED_WHEN = Statement(
    template="RejectedExecutionException occurred when do SYNC process in RpcRequestProcessor",
    logged_by="RpcRequestProcessor.dispatchToUserProcessor of sofa-bolt",
)
DESERIALIZATION_EXCEPTION_OCCURRED_WHEN = Statement(
    template="DeserializationException occurred when process in RpcRequestProcessor, id={_:int}, deserializeLevel={_}",
    logged_by="RpcRequestProcessor.deserializeRequestCommand of sofa-bolt",
    throws=True,
)
RPC_REQUEST_ID_REMOTE = Statement(
    template="Rpc request id[{_:int}], from remoteAddr[{_}] stop process, total wait time in queue is [{_:int}], "
    "client timeout setting is [{_:int}].",
    logged_by="RpcRequestProcessor.timeoutLog of sofa-bolt",
)
EXCEPTION_CAUGHT_WHEN_PROCESS_RPC = Statement(
    template="Exception caught when process rpc request command in RpcRequestProcessor, Id={_}! Invoke source address is [{_}].",
    logged_by="RpcRequestProcessor.run of sofa-bolt",
    throws=True,
)
EXCEPTION_CAUGHT_WHEN_EXECUTING_INVOKE = Statement(
    template="Exception caught when executing invoke callback, id={_:int}",
    logged_by="RpcResponseProcessor.doProcess of sofa-bolt",
    throws=True,
)
CANNOT_FIND_INVOKE_FUTURE = Statement(
    template="Cannot find InvokeFuture, maybe already timeout, id={_:int}, from={_}",
    logged_by="RpcResponseProcessor.doProcess of sofa-bolt",
)
UNKNOWN_COMMAND_TYPE = Statement(
    template="Unknown command type: {_}",
    logged_by="RpcCommandDecoder.decode and RpcCommandDecoderV2.decode of sofa-bolt",
)
UNKNOWN_PROTOCOL = Statement(
    template="Unknown protocol: {_}",
    logged_by="RpcCommandDecoder.decode and RpcCommandDecoderV2.decode of sofa-bolt",
)
CRC_CHECK_FAILED = Statement(
    template="CRC check failed!",
    logged_by="RpcCommandDecoderV2.checkCRC of sofa-bolt",
)
MSG_TYPE_NOT_SUBCLASS = Statement(
    template="msg type [{_}] is not subclass of RpcCommand",
    logged_by="RpcCommandEncoder.encode and RpcCommandEncoderV2.encode of sofa-bolt",
)
EXCEPTION_CAUGHT_WHEN_PROCESSING = Statement(
    template="Exception caught when processing request, id={_:int}",
    logged_by="RpcCommandHandler.processExceptionForSingleCommand of sofa-bolt",
    throws=True,
)
EXCEPTION_CAUGHT_WHEN_PROCESSING_RESPONSE = Statement(
    template="Exception caught when processing response, id={_:int}",
    logged_by="RpcCommandHandler.processExceptionForSingleCommand of sofa-bolt",
    throws=True,
)
NO_USER_PROCESSOR_FOUND = Statement(
    template="No user processor found for request: {_}",
    logged_by="RpcRequestProcessor.process of sofa-bolt",
)
SERIALIZATION_EXCEPTION_OCCURRED_WHEN = Statement(
    template="SerializationException occurred when sendResponseIfNecessary in RpcRequestProcessor, id={_:int}",
    logged_by="RpcRequestProcessor.sendResponseIfNecessary of sofa-bolt",
    throws=True,
)
SERIALIZE_RPC_RESPONSE_COMMAND = Statement(
    template="Serialize RpcResponseCommand failed when sendResponseIfNecessary in RpcRequestProcessor, id={_:int}",
    logged_by="RpcRequestProcessor.sendResponseIfNecessary of sofa-bolt",
    throws=True,
)
AYSNC_PROCESS_RPC_REQUEST = Statement(
    template="AYSNC process rpc request failed in RpcRequestProcessor, id={_:int}",
    logged_by="RpcRequestProcessor.dispatchToUserProcessor of sofa-bolt",
    throws=True,
)
SYNC_PROCESS_RPC_REQUEST = Statement(
    template="SYNC process rpc request failed in RpcRequestProcessor, id={_:int}",
    logged_by="RpcRequestProcessor.dispatchToUserProcessor of sofa-bolt",
    throws=True,
)
DESERIALIZE_RPC_REQUEST_COMMAND = Statement(
    template="Deserialize RpcRequestCommand failed in RpcRequestProcessor, id={_:int}, deserializeLevel={_:int}",
    logged_by="RpcRequestProcessor.deserializeRequestCommand of sofa-bolt",
    throws=True,
)
EXCEPTION_CAUGHT_WHEN_GETTING = Statement(
    template="Exception caught when getting response from InvokeFuture. The address is {_}",
    logged_by="RpcInvokeCallbackListener.run of sofa-bolt",
    throws=True,
)
RPC_INVOCATION_EXCEPTION_ADDRESS = Statement(
    template="Rpc invocation exception: {_}, the address is {_}, id={_:int}",
    logged_by="RpcResponseResolver.resolveResponseObject of sofa-bolt",
)
RPC_INVOCATION_TIMEOUT_RESPONSE = Statement(
    template="Rpc invocation timeout[responseCommand null]! the address is {_}",
    logged_by="RpcResponseResolver.preProcess of sofa-bolt",
)
RPC_INVOCATION_TIMEOUT_RESPONSE_COMMAND = Statement(
    template="Rpc invocation timeout[responseCommand TIMEOUT]! the address is {_}",
    logged_by="RpcResponseResolver.preProcess of sofa-bolt",
)
RPC_INVOCATION_SEND_FAILED = Statement(
    template="Rpc invocation send failed! the address is {_}",
    logged_by="RpcResponseResolver.preProcess of sofa-bolt",
)
CONNECTION_CLOSED_ADDRESS = Statement(
    template="Connection closed! the address is {_}",
    logged_by="RpcResponseResolver.preProcess of sofa-bolt",
)
SERVER_THREAD_POOL_BUSY = Statement(
    template="Server thread pool busy! the address is {_}, id={_:int}",
    logged_by="RpcResponseResolver.preProcess of sofa-bolt",
)
CODEC_EXCEPTION_ADDRESS_ID = Statement(
    template="Codec exception! the address is {_}, id={_:int}",
    logged_by="RpcResponseResolver.preProcess of sofa-bolt",
)
SERVER_SERIALIZE_RESPONSE_EXCEPTION = Statement(
    template="Server serialize response exception! the address is {_}, id={_:int}, serverSide=true",
    logged_by="RpcResponseResolver.preProcess of sofa-bolt",
)
SERVER_DESERIALIZE_REQUEST_EXCEPTION = Statement(
    template="Server deserialize request exception! the address is {_}, id={_:int}, serverSide=true",
    logged_by="RpcResponseResolver.preProcess of sofa-bolt",
)
SERVER_EXCEPTION_PLEASE_CHECK = Statement(
    template="Server exception! Please check the server log, the address is {_}, id={_:int}",
    logged_by="RpcResponseResolver.preProcess of sofa-bolt",
)
