"""What processes print to their console: logback's status lines, what startup classes say, the answers of mqadmin."""

from forensics.statements.template import Statement

LOGBACK_STATUS = Statement(
    template="org.apache.rocketmq.logging.ch.qos.logback.{_} - {_:rest}",
    logged_by="the logback that RocketMQ shades, 5.1.0 to 5.3.3, while it reads its configuration",
    seen="C-5.2.0-loop-default:broker-b-0/stdout.txt:1",
)
LOGBACK_STATUS_PLAIN = Statement(
    template="ch.qos.logback.{_} - {_:rest}",
    logged_by="logback, 4.8.0 to 5.0.0, while it reads its configuration",
)
LOGBACK_STATUS_EXTENSION = Statement(
    template="org.apache.rocketmq.common.logging.JoranConfiguratorExt@{_:word} - {_:rest}",
    logged_by="JoranConfiguratorExt, 5.1.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/stdout.txt:210",
)
LOGBACK_STATUS_RESOURCES = Statement(
    template="org.apache.rocketmq.common.logging.DefaultJoranConfiguratorExt@{_:word} - {_:rest}",
    logged_by="DefaultJoranConfiguratorExt, 5.1.0 to 5.3.3, where several configurations of a name are on the class path",
)
LOGBACK_FAILED = Statement(
    template="Failed to instantiate [{_}]",
    logged_by="LoggerFactory of the logback that RocketMQ shades, 5.1.0 to 5.3.3: the process goes on without logs",
)
LOGBACK_FAILED_WITH = Statement(
    template="Reported exception:",
    logged_by="Util.report of the logback that RocketMQ shades, 5.1.0 to 5.3.3",
)
LOGBACK_FAILED_BY = Statement(
    template="org.apache.rocketmq.logging.ch.qos.logback.core.LogbackException: {_:rest}",
    logged_by="Util.report of the logback that RocketMQ shades, 5.1.0 to 5.3.3",
)
CONFIGURATION_FILE = Statement(
    template="load config properties file OK, {_}",
    logged_by="NamesrvStartup.parseCommandlineAndConfigFile and ControllerStartup.createControllerManager, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:namesrv/stdout.txt:1",
)
NO_HOME = Statement(
    template="Please set the {_} variable{_:rest}",
    logged_by="NamesrvStartup, BrokerStartup and ControllerStartup, 4.8.0 to 5.3.3: the process ends",
)
BAD_NAME_SERVER = Statement(
    template='The Name Server Address[{_}] illegal, please set it as follows, "127.0.0.1:9876;192.168.0.1:9876"',
    logged_by="BrokerStartup.buildBrokerController, 4.8.0 to 5.3.3: the process ends",
)
BAD_SLAVE_ID = Statement(
    template="Slave's brokerId must be > 0",
    logged_by="BrokerStartup.buildBrokerController, 4.8.0 to 5.3.3: the process ends",
)
NO_LOGGER = Statement(
    template="RocketMQLog:WARN {_:rest}",
    logged_by="InnerLoggerFactory and SLF4J's fallback, 4.8.0 to 5.0.0",
    seen="H-4.8.0-bfail:producer/console.log:2",
)
ACK_PUT = Statement(
    template="put ack to store {_:rest}",
    logged_by="AckMessageProcessor.appendAck, 5.1.3: one after the other, without a line's end",
)
TOPIC_CREATED = Statement(
    template="create topic to {_:word} success.",
    logged_by="UpdateTopicSubCommand.execute, 4.8.0 to 5.3.3",
    seen="H-4.8.0-bfail:admin/console.log:1",
)
GROUP_CREATED = Statement(
    template="create subscription group to {_:word} success.",
    logged_by="UpdateSubGroupSubCommand.execute, 4.8.0 to 5.3.3",
    seen="H-5.3.3-cfreeze:admin/console.log:3",
)
TOPIC = Statement(
    template="TopicConfig [topicName={_}, readQueueNums={_:rest}",
    logged_by="UpdateTopicSubCommand.execute, 4.8.0 to 5.3.3: ends without a line end, so the next command's words can follow",
    seen="H-4.8.0-bfail:admin/console.log:2",
)
GROUP = Statement(
    template="SubscriptionGroupConfig{{groupName={_}, consumeEnable={_:rest}",
    logged_by="UpdateSubGroupSubCommand.execute, 5.0.0 to 5.3.3: ends without a line end, so the next command's words can follow",
    seen="H-5.3.3-cfreeze:admin/console.log:4",
)
GROUP_OLD = Statement(
    template="SubscriptionGroupConfig [groupName={_}, consumeEnable={_:rest}",
    logged_by="UpdateSubGroupSubCommand.execute, 4.8.0 to 4.9.8: ends without a line end, so the next command's words can follow",
    seen="H-4.8.0-bfail:admin/console.log:3",
)
COMMAND_FAILED = Statement(
    template="org.apache.rocketmq.tools.command.SubCommandException: {_} command failed",
    logged_by="MQAdminStartup.main0, 4.8.0 to 5.3.3",
    seen="H-4.8.0-sigstop:admin2/console.log:1",
    throws=True,
)
