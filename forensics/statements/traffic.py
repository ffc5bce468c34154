"""Requests and responses counted by code every second: NettyRemotingServer.printRemotingCodeDistribution."""

from forensics.statements.template import Statement

REQUESTS = Statement(
    event="requests_counted",
    template="Port: {port:int}, RequestCode Distribution: {{{counts:counts}}}",
    logged_by="NettyRemotingServer.printRemotingCodeDistribution, 5.1.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker_traffic.log:1",
)
RESPONSES = Statement(
    event="responses_counted",
    template="Port: {port:int}, ResponseCode Distribution: {{{counts:counts}}}",
    logged_by="NettyRemotingServer.printRemotingCodeDistribution, 5.1.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker_traffic.log:2",
)
