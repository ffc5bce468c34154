"""Options as servers print them at their start: MixAll.printObjectProperties and TlsHelper."""

from forensics.statements.template import Statement

DUMPED = Statement(
    event="option_dumped",
    template="{option:key}={value}",
    logged_by="MixAll.printObjectProperties, called by the main thread of brokers, name servers and controllers, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker.log:1",
    thread="main$",
)
TLS = Statement(
    event="option_dumped",
    template="{option:tls} = {value}",
    logged_by="TlsHelper.logTheFinalUsedTlsConfig, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/remoting.log:4",
)
TLS_BEGIN = Statement(
    template="Log the final used tls related configuration",
    logged_by="TlsHelper.logTheFinalUsedTlsConfig, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/remoting.log:3",
)
TLS_NO_FILE = Statement(
    template="Tls config file doesn't exist, skip it",
    logged_by="TlsHelper.extractTlsConfigFromFile, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/remoting.log:2",
)
