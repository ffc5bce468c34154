"""Several brokers in one process: BrokerContainer, BrokerContainerProcessor, InnerBrokerController."""

from forensics.statements.template import Statement

KIND = "broker"

REGISTER_BROKER_BOOT_HOOK = Statement(
    template="register BrokerBootHook, {_}",
    logged_by="BrokerContainer.registerBrokerBootHook, 5.0.0 to 5.3.3",
)
CAN_NOT_ADD_BROKER = Statement(
    template="Can not add broker to container when duplicationEnable is true currently",
    logged_by="BrokerContainer.addSlaveBroker, 5.0.0 to 5.3.3",
)
ADD_BROKER_CALLED = Statement(
    template="addBroker called by {_}",
    logged_by="BrokerContainerProcessor.addBroker, 5.0.0 to 5.3.3",
)
ADD_BROKER_LOAD_CONFIG = Statement(
    template="addBroker load config from {_} failed, {_}",
    logged_by="BrokerContainerProcessor.addBroker, 5.0.0 to 5.3.3",
)
ADD_BROKER_PROPERTIES_EMPTY = Statement(
    template="addBroker properties empty",
    logged_by="BrokerContainerProcessor.addBroker, 5.0.0 to 5.3.3",
)
ADD_BROKER_FAILED = Statement(
    template="addBroker exception {_}",
    logged_by="BrokerContainerProcessor.addBroker, 5.0.0 to 5.3.3",
)
START_BROKER_FAILED = Statement(
    template="start broker exception {_}",
    logged_by="BrokerContainerProcessor.addBroker, 5.0.0 to 5.3.3",
)
REMOVE_BROKER_CALLED = Statement(
    template="removeBroker called by {_}",
    logged_by="BrokerContainerProcessor.removeBroker, 5.0.0 to 5.3.3",
)
UPDATE_SHARED_BROKER_CONFIG = Statement(
    template="updateSharedBrokerConfig called by {_}",
    logged_by="BrokerContainerProcessor.updateBrokerConfig, 5.0.0 to 5.3.3",
)
UPDATE_SHARED_BROKER_CONFIG_NEW = Statement(
    template="updateSharedBrokerConfig, new config: [{_}] client: {_} ",
    logged_by="BrokerContainerProcessor.updateBrokerConfig, 5.0.0 to 5.1.4",
)
ADD_BROKER_CONFIG_PATH = Statement(
    template="addBroker config path is empty",
    logged_by="BrokerContainerProcessor.addBroker, 5.2.0 to 5.3.3",
)
UPDATE_BROKER_CONTAINER_CONFIG = Statement(
    template="updateBrokerContainerConfig, new config: [{_}] client: {_} ",
    logged_by="BrokerContainerProcessor.updateBrokerConfig, 5.2.0 to 5.3.3",
)
ADD_BROKER_EXCEPTION = Statement(
    template="addBroker exception",
    logged_by="BrokerContainerProcessor.addBroker, after 5.3.3",
    throws=True,
)
START_BROKER_EXCEPTION = Statement(
    template="start broker exception",
    logged_by="BrokerContainerProcessor.addBroker, after 5.3.3",
    throws=True,
)
CONFIGURE_LOGBACK_BROKER_FAILED = Statement(
    template="Configure logback for broker {_} failed, will use default broker log config instead. {_}",
    logged_by="BrokerLogbackConfigurator.doConfigure, 5.0.0",
)
