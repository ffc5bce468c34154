"""A name server's start: NamesrvStartup."""

from forensics.statements.template import Statement

KIND = "namesrv"

STARTED = Statement(
    event="nameserver_boot",
    template="The Name Server boot success. serializeType={_:word}, address {address:word}",
    logged_by="NamesrvStartup.start, 5.1.0 to 5.3.3, in namesrv.log and on the console",
    seen="C-5.2.0-loop-default:namesrv/logs/namesrv.log:71",
)
STARTED_OLD = Statement(
    event="nameserver_boot",
    template="The Name Server boot success. serializeType={_:word}",
    logged_by="NamesrvStartup.main0, 4.8.0 to 5.0.0, in namesrv.log and on the console",
    seen="H-4.8.0-bfail:ns0/console.log:2",
)
