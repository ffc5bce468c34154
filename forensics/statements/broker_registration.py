"""A broker at its name servers: BrokerOuterAPI and BrokerController."""

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
