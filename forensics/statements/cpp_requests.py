"""The gRPC C++ client: requests and their answers: ClientManagerImpl. No line names its client."""

from forensics.statements.template import Statement

KIND = "client"

CLIENTMANAGER_RESOURCENAMESPACE_CREATED = Statement(
    template="ClientManager[ResourceNamespace={_}] created",
    logged_by="ClientManagerImpl.ClientManagerImpl, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
    seen="N-5.2.0-csharp-cpp-rust:c-cpp/logs/rocketmq/client.log:5",
)
CLIENTMANAGER_RESOURCENAMESPACE_DESTRUCTED = Statement(
    template="ClientManager[ResourceNamespace={_}] destructed",
    logged_by="ClientManagerImpl.~ClientManagerImpl, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
    seen="N-5.2.0-csharp-cpp-rust:c-cpp/logs/rocketmq/client.log:204",
)
UNEXPECTED_INSTANCE_STATE = Statement(
    template="Unexpected client instance state: {_}",
    logged_by="ClientManagerImpl.start, 5.0.0 to 5.0.4 of rocketmq-client-cpp",
)
MANAGER_SHUTDOWN = Statement(
    template="Client manager shutdown",
    logged_by="ClientManagerImpl.shutdown, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
    seen="N-5.2.0-csharp-cpp-rust:c-cpp/logs/rocketmq/client.log:202",
)
REMOVED_RPC_WHOSE_PEER = Statement(
    template="Removed RPC client whose peer is offline. RemoteHost={_}",
    logged_by="ClientManagerImpl.cleanOfflineRpcClients, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
    seen="N-5.2.0-csharp-cpp-rust:c-cpp/logs/rocketmq/client.log:13",
)
FAILED_SEND_HEARTBEAT_TARGET = Statement(
    template="Failed to send heartbeat to target_host={_}. gRPC code: {_}, message: {_}",
    logged_by="ClientManagerImpl.heartbeat, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
UNEXPECTED_MANAGER_STATE = Statement(
    template="Unexpected client manager state={_}.",
    logged_by="ClientManagerImpl.doHeartbeat, 5.0.0 to 5.0.4 of rocketmq-client-cpp",
)
FAILED_SEND_MESSAGE_DUE = Statement(
    template="Failed to send message to {_} due to gRPC error. gRPC code: {_}, gRPC error message: {_}",
    logged_by="ClientManagerImpl.send, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
UNEXPECTED_SEND_MESSAGE_RESPONSE = Statement(
    template="Unexpected send-message-response: {_}",
    logged_by="ClientManagerImpl.send, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
CREATE_RPC = Statement(
    template="Create a RPC client to {_}",
    logged_by="ClientManagerImpl.getRpcClient, 5.0.0 to 5.0.1 of rocketmq-client-cpp",
)
PRIOR_RPC_NOT_OK = Statement(
    template="Prior RPC client to {_} is not OK. Re-create one",
    logged_by="ClientManagerImpl.getRpcClient, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
FAILED_CREATE_RPC_NAME = Statement(
    template="Failed to create RPC client for name server[host={_}]",
    logged_by="ClientManagerImpl.resolveRoute, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
FAILED_SEND_QUERY_ROUTE = Statement(
    template="Failed to send query route request to server[host={_}]. Reason: {_}",
    logged_by="ClientManagerImpl.resolveRoute, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
FAILED_QUERY_ASSIGNMENT_REASON = Statement(
    template="Failed to query assignment. Reason: {_}",
    logged_by="ClientManagerImpl.queryAssignment, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
BODY_MESSAGE_TOPIC_MSGID = Statement(
    template="Body of message[topic={_}, msgId={_}] is empty",
    logged_by="ClientManagerImpl.wrapMessage, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
BODY_CRC_CHECKSUM_VALIDATION = Statement(
    template="Body CRC32 checksum validation failed. Actual: {_}, expect: {_}",
    logged_by="ClientManagerImpl.wrapMessage, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
FAILED_CALCULATE_CRC_CHECKSUM = Statement(
    template="Failed to calculate CRC32 checksum. Skip.",
    logged_by="ClientManagerImpl.wrapMessage, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
BODY_MESSAGE_MD_CHECKSUM = Statement(
    template="Body of message[{_}] MD5 checksum validation failed. Expect: {_}, Actual: {_}",
    logged_by="ClientManagerImpl.wrapMessage, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
FAILED_CALCULATE_MD_DIGEST = Statement(
    template="Failed to calculate MD5 digest. Skip.",
    logged_by="ClientManagerImpl.wrapMessage, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
BODY_MESSAGE_SHA_CHECKSUM = Statement(
    template="Body of message[{_}] SHA1 checksum validation failed. Expect: {_}, Actual: {_}",
    logged_by="ClientManagerImpl.wrapMessage, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
FAILED_CALCULATE_SHA_DIGEST = Statement(
    template="Failed to calculate SHA1 digest for message[{_}]. Skip.",
    logged_by="ClientManagerImpl.wrapMessage, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
UNSUPPORTED_MESSAGE_BODY_DIGEST = Statement(
    template="Unsupported message body digest algorithm",
    logged_by="ClientManagerImpl.wrapMessage, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
MESSAGE_BODY_CHECKSUM_FAILED = Statement(
    template="Message body checksum failed. MsgId={_}",
    logged_by="ClientManagerImpl.wrapMessage, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
UNSUPPORTED_ENCODING_ALGORITHM = Statement(
    template="Unsupported encoding algorithm",
    logged_by="ClientManagerImpl, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
FAILED_WRITE_NACK_REQUEST = Statement(
    template="Failed to write Nack request to wire. gRPC-code: {_}, gRPC-message: {_}",
    logged_by="ClientManagerImpl.changeInvisibleDuration, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
NO_RPC = Statement(
    template="No RPC client for {_}",
    logged_by="ClientManagerImpl.endTransaction, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
FAILED_WRITE_ENDTRANSACTION_WIRE = Statement(
    template="Failed to write EndTransaction to wire. gRPC-code: {_}, gRPC-message: {_}, host={_}",
    logged_by="ClientManagerImpl.endTransaction, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
FAILED_TRANSMIT_SENDMESSAGETODEADLETTERQUEUEREQUEST_HOST = Statement(
    template="Failed to transmit SendMessageToDeadLetterQueueRequest to host={_}",
    logged_by="ClientManagerImpl, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
FAILED_CREATE_RPCCLIENT_HOST = Statement(
    template="Failed to create RpcClient for host={_}",
    logged_by="ClientManagerImpl.notifyClientTermination, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
NOTIFYCLIENTTERMINATION_FAILED_GRPC_CODE = Statement(
    template="NotifyClientTermination failed. gRPC-code={_}, gRPC-message={_}, host={_}",
    logged_by="ClientManagerImpl.notifyClientTermination, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
CREATE_RPC_AGAIN = Statement(
    template="Create a RPC client to [{_}]",
    logged_by="ClientManagerImpl.getRpcClient, 5.0.2 to 5.1.1 of rocketmq-client-cpp",
    seen="N-5.2.0-csharp-cpp-rust:c-cpp/logs/rocketmq/client.log:8",
)
CLIENTMANAGER_START_SKIPPED_STATE = Statement(
    template="ClientManager start skipped: state={_}",
    logged_by="ClientManagerImpl.start, 5.1.0 to 5.1.1 of rocketmq-client-cpp",
)
REMOVED_RPC_DEAD_NON = Statement(
    template="Removed RPC client for dead non-heartbeat peer. RemoteHost={_}",
    logged_by="ClientManagerImpl.cleanOfflineRpcClients, 5.1.0 to 5.1.1 of rocketmq-client-cpp",
)
