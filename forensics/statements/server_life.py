"""Start and stop of servers: their startup classes and shutdown hooks."""

from forensics.statements.template import Statement

BROKER_STARTED = Statement(
    event="process_started",
    template="The broker[{broker}, {address:word}] boot success. serializeType={_:word} and name server is {_:rest}",
    logged_by="BrokerStartup.start, 4.8.0 to 5.3.3, and ProxyStartup in local mode; in broker.log and on the console",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker.log:325",
    fixed={"task": "broker"},
)
BROKER_STARTED_ALONE = Statement(
    event="process_started",
    template="The broker[{broker}, {address:word}] boot success. serializeType={_:word}",
    logged_by="BrokerStartup.start, 4.8.0 to 5.3.3, where no name server is configured",
    fixed={"task": "broker"},
)
CONTROLLER_STARTED = Statement(
    event="process_started",
    template="The Controller Server boot success. serializeType={_:word}",
    logged_by="ControllerStartup.main0, 5.0.0 to 5.3.3, in controller.log and on the console",
    fixed={"task": "controller"},
)
EMBEDDED_CONTROLLER_STARTED = Statement(
    event="process_started",
    template="The ControllerManager boot success. serializeType={_:word}",
    logged_by="NamesrvStartup.createAndStartControllerManager, 5.0.0 to 5.3.3, in namesrv.log and on the console",
    fixed={"task": "controller"},
)
CONTAINER_STARTED = Statement(
    event="process_started",
    template="The broker container boot success. serializeType={_:rest}",
    logged_by="BrokerContainerStartup.startBrokerContainer, 5.0.0 to 5.3.3",
    fixed={"task": "broker container"},
)
CONTAINED_BROKER_STARTED = Statement(
    event="process_started",
    template="Broker [{broker}-{broker_id:int}] boot success. serializeType={_:rest}",
    logged_by="BrokerContainerStartup.createAndStartBroker, 5.0.0 to 5.3.3",
    fixed={"task": "broker"},
)
BROKER_STOPPING = Statement(
    event="process_stopping",
    template="Shutdown hook was invoked, {_:int}",
    logged_by="BrokerStartup.buildShutdownHook, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker.log:822",
    fixed={"task": "broker"},
)
BROKER_STOPPED = Statement(
    event="process_stopped",
    template="Shutdown hook over, consuming total time(ms): {_:int}",
    logged_by="BrokerStartup.buildShutdownHook, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker.log:1038",
    fixed={"task": "broker"},
)
SERVER_STOPPING = Statement(
    event="process_stopping",
    template="shutdown hook was invoked, {_:int} times.",
    logged_by="ShutdownHookThread.run, 4.8.0 to 5.3.3: name server or controller",
    seen="C-5.2.0-loop-default:namesrv/logs/namesrv.log:158",
    fixed={"task": "server"},
)
SERVER_STOPPED = Statement(
    event="process_stopped",
    template="shutdown hook done, consuming time total(ms): {_:int}",
    logged_by="ShutdownHookThread.run, 4.8.0 to 5.3.3: name server or controller",
    seen="C-5.2.0-loop-default:namesrv/logs/namesrv.log:196",
    fixed={"task": "server"},
)
STOP_FAILED = Statement(
    template="shutdown hook callback invoked failure.",
    logged_by="ShutdownHookThread.run, 4.8.0 to 5.3.3",
    throws=True,
)
