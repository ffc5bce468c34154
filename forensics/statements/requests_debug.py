"""What every process prints at DEBUG of requests and answers, and of its own start."""

from forensics.statements.template import Statement

ANSWERED = Statement(
    template="Response[request code: {_:int}, response code: {_:int}, opaque: {_:int}] is written to channel{_}",
    logged_by="NettyRemotingAbstract.writeResponse, 5.1.0 to 5.5.1",
)
NO_NAMESERVERS_EMPTY = Statement(
    template="scanAvailableNameSrv Addresses of name server is empty!",
    logged_by="NettyRemotingClient.scanAvailableNameSrv, 5.0.0",
)
NO_NAMESERVERS = Statement(
    template="scanAvailableNameSrv addresses of name server is null!",
    logged_by="NettyRemotingClient.scanAvailableNameSrv, 5.1.0 to 5.5.1",
)
TOPIC_CONFIGS = Statement(
    template="{_:int} topic configs to extract",
    logged_by="RegisterBrokerBody.decode, 4.8.0 to 5.5.1",
)
NAMESERVER_ASKED = Statement(
    template="receive request, {_:int} {_:word} RemotingCommand [{_}]",
    logged_by="DefaultRequestProcessor.processRequest of name servers, 4.8.0 to 5.5.1",
)
CONTROLLER_ASKED = Statement(
    template="Receive request, {_:int} {_:word} RemotingCommand [{_}]",
    logged_by="ControllerRequestProcessor.processRequest, 5.0.0 to 5.5.1",
)
AUTHENTICATED = Statement(
    template="[AUTHENTICATION] User:{_} is authenticated success with Signature = {_}.",
    logged_by="DefaultAuthenticationProvider.doAuditLog, 5.3.0 to 5.5.1",
)
SLF4J_SOUGHT = Statement(
    template="Try to find shaded SLF4j service provider.",
    logged_by="org.apache.rocketmq.shaded.org.slf4j.LoggerFactory, 5.1.0 to 5.5.1",
)
SLF4J_FOUND = Statement(
    template="Found shaded SLF4j service provider.",
    logged_by="org.apache.rocketmq.shaded.org.slf4j.LoggerFactory, 5.1.0 to 5.5.1",
)
