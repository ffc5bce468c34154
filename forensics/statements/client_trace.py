"""Message trace and ACL of a client: AsyncTraceDispatcher, AclUtils."""

from forensics.statements.template import Statement

BUFFER_FULL_CONTEXT = Statement(
    template="buffer full{_} ,context is {_}",
    logged_by="AsyncTraceDispatcher.append, 4.8.0 to 5.3.3",
)
END_TRACE_SEND = Statement(
    template="------end trace send {_}   {_}",
    logged_by="AsyncTraceDispatcher.flush, 4.8.0 to 5.3.0",
)
SYSTEM_MQTRACE_HOOK_SHUTDOWN = Statement(
    template="system MQTrace hook shutdown failed ,maybe loss some trace data",
    logged_by="AsyncTraceDispatcher.run, 4.8.0 to 4.9.0",
)
SEND_TRACE_DATA_TRACE = Statement(
    template="send trace data ,the traceData is {_}",
    logged_by="AsyncTraceDispatcher.onException, 4.8.0",
)
SEND_TRACE_DATA_TRACE_DATA = Statement(
    template="send trace data,the traceData is{_}",
    logged_by="AsyncTraceDispatcher.select, 4.8.0",
)
SEND_TRACE_DATA_FAILED = Statement(
    template="send trace data failed, the traceData is {_}",
    logged_by="AsyncTraceDispatcher.select, 4.9.0 to 5.3.3",
    throws=True,
)
FLUSH_TRACE_CONTEXT_FAILED = Statement(
    template="flushTraceContext error",
    logged_by="AsyncTraceDispatcher.run, 5.3.1 to 5.3.3",
    throws=True,
)
STILL_SOME_TRACES_HAVENT = Statement(
    template="There are still some traces that haven't been sent {_}   {_}",
    logged_by="AsyncTraceDispatcher.flush, 5.3.1 to 5.3.2",
)
CONVERT_YAML_FILE_DATA = Statement(
    template="Convert yaml file to data object error, ",
    logged_by="AclUtils.getAclRPCHook, 4.8.0 to 5.3.3",
    throws=True,
)
CANNOT_FIND_CONF_FILE = Statement(
    template="Cannot find conf file :{_}, acl isn't be enabled.",
    logged_by="AclUtils.getAclRPCHook, 4.8.0 to 4.9.8",
    seen="H-4.8.0-bfail:admin/logs/rocketmqlogs/rocketmq_client.log:1",
)
ACCESS_KEY_SECRET_KEY = Statement(
    template="AccessKey or secretKey is blank, the acl is not enabled.",
    logged_by="AclUtils.getAclRPCHook, 4.8.0 to 4.9.8",
)
FAILED_PARSE_CONFIGURATION_ENABLE = Statement(
    template="Failed to parse configuration to enable ACL.",
    logged_by="AclUtils.buildRpcHook, 5.0.0 to 5.3.3",
    seen="H-5.3.3-cfreeze:admin/logs/rocketmqlogs/tools_default.log:1",
)
FAILED_ENABLE_ACL_EITHER = Statement(
    template="Failed to enable ACL. Either AccessKey or secretKey is blank",
    logged_by="AclUtils.buildRpcHook, 5.0.0 to 5.3.3",
)
