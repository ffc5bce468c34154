"""The gRPC C++ client: answers that are no success, by the name of their code: ClientManagerImpl. No line names its client."""

from forensics.statements.template import Statement

KIND = "client"

ILLEGALCONSUMERGROUP_HOST = Statement(
    template="IllegalConsumerGroup: {_}. Host={_}",
    logged_by="ClientManagerImpl.heartbeat, ClientManagerImpl.queryAssignment, ClientManagerImpl.changeInvisibleDuration, "
    "ClientManagerImpl.notifyClientTermination, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
TOOMANYREQUEST_HOST = Statement(
    template="TooManyRequest: {_}. Host={_}",
    logged_by="ClientManagerImpl.heartbeat, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
UNAUTHORIZED_HOST = Statement(
    template="Unauthorized: {_}. Host={_}",
    logged_by="ClientManagerImpl.heartbeat, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
UNSUPPORTEDCLIENTTYPE_HOST = Statement(
    template="UnsupportedClientType: {_}. Host={_}",
    logged_by="ClientManagerImpl.heartbeat, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
CLIENTIDREQUIRED_HOST = Statement(
    template="ClientIdRequired: {_}. Host={_}",
    logged_by="ClientManagerImpl.heartbeat, ClientManagerImpl.queryAssignment, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
INTERNALSERVERERROR_HOST = Statement(
    template="InternalServerError: {_}, host={_}",
    logged_by="ClientManagerImpl.heartbeat, ClientManagerImpl.endTransaction, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
    seen="N-5.2.0-csharp-cpp-rust:c-cpp/logs/rocketmq/client.log:86",
)
NOTSUPPORTED_PLEASE_UPGRADE_SDK = Statement(
    template="NotSupported: Please upgrade SDK to latest release. Message={_}, host={_}",
    logged_by="ClientManagerImpl.heartbeat, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
ILLEGALTOPIC_HOST = Statement(
    template="IllegalTopic: {_}. Host={_}",
    logged_by="ClientManagerImpl.send, ClientManagerImpl.changeInvisibleDuration, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
ILLEGALMESSAGETAG_HOST = Statement(
    template="IllegalMessageTag: {_}. Host={_}",
    logged_by="ClientManagerImpl.send, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
ILLEGALMESSAGEKEY_HOST = Statement(
    template="IllegalMessageKey: {_}. Host={_}",
    logged_by="ClientManagerImpl.send, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
ILLEGALMESSAGEGROUP_HOST = Statement(
    template="IllegalMessageGroup: {_}. Host={_}",
    logged_by="ClientManagerImpl.send, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
ILLEGALMESSAGEPROPERTY_HOST = Statement(
    template="IllegalMessageProperty: {_}. Host={_}",
    logged_by="ClientManagerImpl.send, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
MESSAGEPROPERTIESTOOLARGE_HOST = Statement(
    template="MessagePropertiesTooLarge: {_}. Host={_}",
    logged_by="ClientManagerImpl.send, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
MESSAGEBODYTOOLARGE_HOST = Statement(
    template="MessageBodyTooLarge: {_}. Host={_}",
    logged_by="ClientManagerImpl.send, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
TOPICNOTFOUND_HOST = Statement(
    template="TopicNotFound: {_}. Host={_}",
    logged_by="ClientManagerImpl.send, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
NOTFOUND_HOST = Statement(
    template="NotFound: {_}. Host={_}",
    logged_by="ClientManagerImpl.send, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
UNAUTHENTICATED_HOST = Statement(
    template="Unauthenticated: {_}. Host={_}",
    logged_by="ClientManagerImpl.send, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
FORBIDDEN_HOST = Statement(
    template="Forbidden: {_}. Host={_}",
    logged_by="ClientManagerImpl.send, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
MESSAGECORRUPTED_HOST = Statement(
    template="MessageCorrupted: {_}. Host={_}",
    logged_by="ClientManagerImpl.send, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
INTERNALSERVERERROR_HOST_AGAIN = Statement(
    template="InternalServerError: {_}. Host={_}",
    logged_by="ClientManagerImpl.send, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
GATEWAYTIMEOUT_HOST = Statement(
    template="GatewayTimeout: {_}. Host={_}",
    logged_by="ClientManagerImpl.send, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
MESSAGE_PROPERTY_CONFLICT_TYPE = Statement(
    template="Message-property-conflict-with-type: Host={_}, Response={_}",
    logged_by="ClientManagerImpl.send, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
NOTSUPPORTED_CHECK_UPGRADE_SDK = Statement(
    template="NotSupported: Check and upgrade SDK to the latest. Host={_}",
    logged_by="ClientManagerImpl.send, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
ILLEGALACCESSPOINT_HOST = Statement(
    template="IllegalAccessPoint: {_}. Host={_}",
    logged_by="ClientManagerImpl.resolveRoute, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
NOTIMPLEMENT_PLEASE_UPGRADE_LATEST = Statement(
    template="NotImplement: Please upgrade to latest SDK release. Host={_}",
    logged_by="ClientManagerImpl.resolveRoute, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
ILLEGALACCESSPOINT_HOST_AGAIN = Statement(
    template="IllegalAccessPoint: {_}, host={_}",
    logged_by="ClientManagerImpl.queryAssignment, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
UNAUTHORIZED_HOST_AGAIN = Statement(
    template="Unauthorized: {_}, host={_}",
    logged_by="ClientManagerImpl.queryAssignment, ClientManagerImpl.endTransaction, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
FORBIDDEN_HOST_AGAIN = Statement(
    template="Forbidden: {_}, host={_}",
    logged_by="ClientManagerImpl.queryAssignment, ClientManagerImpl.endTransaction, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
TOPICNOTFOUND_HOST_AGAIN = Statement(
    template="TopicNotFound: {_}, host={_}",
    logged_by="ClientManagerImpl.queryAssignment, ClientManagerImpl.endTransaction, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
CONSUMERGROUPNOTFOUND_HOST = Statement(
    template="ConsumerGroupNotFound: {_}, host={_}",
    logged_by="ClientManagerImpl.queryAssignment, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
NOTSUPPORTED_PLEASE_UPGRADE_SDK_LATEST = Statement(
    template="NotSupported: please upgrade SDK to latest release. Host={_}",
    logged_by="ClientManagerImpl.queryAssignment, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
ILLEGALTOPIC_HOST_AGAIN = Statement(
    template="IllegalTopic: {_}, host={_}",
    logged_by="ClientManagerImpl.ack, ClientManagerImpl.endTransaction, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
ILLEGALCONSUMERGROUP_HOST_AGAIN = Statement(
    template="IllegalConsumerGroup: {_}, host={_}",
    logged_by="ClientManagerImpl.ack, ClientManagerImpl.endTransaction, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
INVALIDRECEIPTHANDLE_HOST = Statement(
    template="InvalidReceiptHandle: {_}, host={_}",
    logged_by="ClientManagerImpl.ack, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
CLIENTIDREQUIRED_HOST_AGAIN = Statement(
    template="ClientIdRequired: {_}, host={_}",
    logged_by="ClientManagerImpl.ack, ClientManagerImpl.endTransaction, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
PERMISSIONDENIED_HOST = Statement(
    template="PermissionDenied: {_}, host={_}",
    logged_by="ClientManagerImpl.ack, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
TOOMANYREQUESTS_HOST = Statement(
    template="TooManyRequests: {_}, host={_}",
    logged_by="ClientManagerImpl.ack, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
GATEWAYTIMEOUT_HOST_AGAIN = Statement(
    template="GatewayTimeout: {_}, host={_}",
    logged_by="ClientManagerImpl.ack, ClientManagerImpl.endTransaction, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
NOTSUPPORTED_PLEASE_UPGRADE_SDK_LATEST_RELEASE = Statement(
    template="NotSupported: please upgrade SDK to latest release. host={_}",
    logged_by="ClientManagerImpl.ack, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
NOTSUPPORTED_PLEASE_UPGRADE_LATEST = Statement(
    template="NotSupported: Please upgrade to latest SDK, host={_}",
    logged_by="ClientManagerImpl.changeInvisibleDuration, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
INVALIDTRANSACTIONID_HOST = Statement(
    template="InvalidTransactionId: {_}, host={_}",
    logged_by="ClientManagerImpl.endTransaction, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
NOTSUPPORTED_PLEASE_UPGRADE_SDK_LATEST_RELEASE_HOST = Statement(
    template="NotSupported: please upgrade SDK to latest release. {_}, host={_}",
    logged_by="ClientManagerImpl.endTransaction, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
ILLEGALRECEIPTHANDLE_HOST = Statement(
    template="IllegalReceiptHandle: {_}. Host={_}",
    logged_by="ClientManagerImpl, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
INTERNALSERVERERROR_CAUSE_HOST = Statement(
    template="InternalServerError: Cause={_}, host={_}",
    logged_by="ClientManagerImpl.notifyClientTermination, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
UNAUTHORIZED_DUE_LACK_VALID = Statement(
    template="Unauthorized due to lack of valid authentication credentials: Cause={_}, host={_}",
    logged_by="ClientManagerImpl.notifyClientTermination, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
FORBIDDEN_DUE_INSUFFICIENT_PERMISSION = Statement(
    template="Forbidden due to insufficient permission to the resource: Cause={_}, host={_}",
    logged_by="ClientManagerImpl.notifyClientTermination, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
NOTSUPPORTED_PLEASE_UPGRADE_LATEST_SDK = Statement(
    template="NotSupported. Please upgrade to latest SDK release. host={_}",
    logged_by="ClientManagerImpl.notifyClientTermination, 5.0.0 to 5.1.1 of rocketmq-client-cpp",
)
ILLEGALDELIVERYTIME_HOST = Statement(
    template="IllegalDeliveryTime: {_}. Host={_}",
    logged_by="ClientManagerImpl.send, 5.0.3 to 5.1.1 of rocketmq-client-cpp",
)
MESSAGEBODYEMPTY_HOST = Statement(
    template="MessageBodyEmpty: {_}. Host={_}",
    logged_by="ClientManagerImpl.send, 5.0.3 to 5.1.1 of rocketmq-client-cpp",
)
