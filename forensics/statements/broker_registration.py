"""A broker at its name servers and at other brokers: BrokerOuterAPI."""

from forensics.statements.template import Statement

OK = Statement(
    event="broker_register_ok",
    template="Registering current broker to name server completed. TargetHost={nameserver:word}",
    logged_by="BrokerOuterAPI.registerBrokerAll, 5.0.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker.log:324",
)
OK_OLD = Statement(
    event="broker_register_ok",
    template="register broker[{broker_id:int}]to name server {nameserver:word} OK",
    logged_by="BrokerOuterAPI.registerBrokerAll, 4.8.0 to 4.9.8",
    seen="H-4.8.0-bfail:broker-a-0/logs/rocketmqlogs/broker.log:185",
)
FAILED = Statement(
    event="broker_register_failed",
    template="Failed to register current broker to name server. TargetHost={nameserver:word}",
    logged_by="BrokerOuterAPI.registerBrokerAll, 5.0.0 to 5.3.3",
    seen="C-5.3.0-loop-poplog:broker-b-0/logs/broker.log:339",
    throws=True,
)
FAILED_OLD = Statement(
    event="broker_register_failed",
    template="registerBroker Exception, {nameserver:word}",
    logged_by="BrokerOuterAPI.registerBrokerAll, 4.8.0 to 4.9.8",
    seen="H-4.8.0-sigstop:broker-a-0/logs/rocketmqlogs/broker.log:212",
    throws=True,
)
TOO_LATE = Statement(
    event="broker_register_late",
    template="Registration to one or more name servers does NOT complete within deadline. Timeout threshold: {allowed_ms:int}ms",
    logged_by="BrokerOuterAPI.registerBrokerAll, 5.0.0 to 5.3.3",
    seen="H-5.3.3-sigstop:broker-a-0/logs/rocketmqlogs/broker.log:349",
)
UNREGISTERED = Statement(
    event="broker_unregister_ok",
    template="unregisterBroker OK, NamesrvAddr: {nameserver:word}",
    logged_by="BrokerOuterAPI.unregisterBroker, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker.log:823",
)
NAME_SERVER_ADDRESS_CHANGED = Statement(
    template="name server address changed, old: {_} new: {_}",
    logged_by="BrokerOuterAPI.fetchNameServerAddr, 4.8.0 to 5.3.3",
)
UNREGISTER_BROKER_FAILED = Statement(
    template="unregisterBroker Exception, {_}",
    logged_by="BrokerOuterAPI.unregisterBrokerAll, 4.8.0 to 4.9.8",
    throws=True,
)
QUERY_DATA_VERSION_NAME = Statement(
    template="Query data version from name server {_} OK,changed {_}, broker {_},name server {_}",
    logged_by="BrokerOuterAPI.needRegister, 4.8.0 to 4.9.8",
)
QUERY_DATA_VERSION_NAME_SERVER = Statement(
    template="Query data version from name server {_}  Exception, {_}",
    logged_by="BrokerOuterAPI.run0, 4.8.0 to 5.1.3",
)
QUERY_DATAVERSION_NAMESERVER_COUNT = Statement(
    template="query dataversion from nameserver countDownLatch await Exception",
    logged_by="BrokerOuterAPI.run0, 4.8.0 to 5.3.3",
    throws=True,
)
SEND_HEARTBEAT_FAILED = Statement(
    template="sendHeartbeat Exception {_}",
    logged_by="BrokerOuterAPI.run0, 5.0.0 to 5.3.3",
    throws=True,
)
UNREGISTER_BROKER_EXCEPTION_NAMESRV = Statement(
    template="unregisterBroker Exception, NamesrvAddr: {_}",
    logged_by="BrokerOuterAPI.unregisterBrokerAll, 5.0.0 to 5.3.3",
    throws=True,
)
QUERY_DATA_VERSION_NAME_SERVER_OK = Statement(
    template="Query data version from name server {_} OK, changed {_}, broker {_},name server {_}",
    logged_by="BrokerOuterAPI.run0, 5.0.0 to 5.1.3",
)
PROCESS_SEND_RESPONSE_SEND = Statement(
    template="processSendResponse in sendMessageToSpecificBrokerAsync failed, msgId={_}",
    logged_by="BrokerOuterAPI.operationSucceed, 5.0.0 to 5.3.3",
    throws=True,
)
INVOKE_ASYNC_FAILED_SEND = Statement(
    template="invokeAsync failed in sendMessageToSpecificBrokerAsync, msgId={_}",
    logged_by="BrokerOuterAPI.operationFail, 5.0.0 to 5.3.3",
    throws=True,
)
ERROR_HAPPEN_SEND_HEARTBEAT = Statement(
    template="Error happen when send heartbeat to controller {_}",
    logged_by="BrokerOuterAPI.run0, 5.0.0 to 5.3.3",
    throws=True,
)
DNS_LOOKUP_ADDRESS_DOMAIN = Statement(
    template="dns lookup address by domain success, domain={_}, result={_}",
    logged_by="BrokerOuterAPI.dnsLookupAddressByDomain, 5.1.0 to 5.3.3",
)
DNS_LOOKUP_ADDRESS_DOMAIN_ERROR = Statement(
    template="dns lookup address by domain error, domain={_}",
    logged_by="BrokerOuterAPI.dnsLookupAddressByDomain, 5.1.0 to 5.3.3",
    throws=True,
)
REGISTER_SINGLE_TOPIC_BROKER = Statement(
    template="Register single topic {_} to broker {_} with response code {_}",
    logged_by="BrokerOuterAPI.registerSingleTopicAll, 5.1.4 to 5.3.3",
)
REGISTER_SINGLE_TOPIC_BROKER_FAILED = Statement(
    template="Register single topic {_} to broker {_} exception",
    logged_by="BrokerOuterAPI.registerSingleTopicAll, 5.1.4 to 5.3.3",
    throws=True,
)
EXECUTE_SINGLE_TOPIC_REGISTRATION = Statement(
    template="Execute single topic registration task failed, topic {_}, broker name {_}",
    logged_by="BrokerOuterAPI.registerSingleTopicAll, 5.1.4 to 5.3.3",
)
REGISTRATION_SINGLE_TOPIC_ONE = Statement(
    template="Registration single topic to one or more name servers timeout. Timeout threshold: {_}ms",
    logged_by="BrokerOuterAPI.registerSingleTopicAll, 5.1.4 to 5.3.3",
)
QUERY_DATA_VERSION_NAME_SERVER_OK_CHANGED = Statement(
    template="Query data version from name server {_} OK, changed {_}, broker {_}, name server {_}",
    logged_by="BrokerOuterAPI.run0, 5.1.4 to 5.3.3",
)
QUERY_DATA_VERSION_NAME_SERVER_FAILED = Statement(
    template="Query data version from name server {_} exception",
    logged_by="BrokerOuterAPI.run0, 5.1.4 to 5.3.3",
    throws=True,
)
