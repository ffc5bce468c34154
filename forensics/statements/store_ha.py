"""Replication: DefaultHAService, DefaultHAClient, DefaultHAConnection; HAService and HAConnection before 5.0."""

from forensics.statements.template import Statement

OS_PICKED_UP_LISTEN = Statement(
    template="OS picked up {_} to listen for HA",
    logged_by="DefaultHAService.beginAccept, 5.0.0 to 5.3.3",
)
UPDATE_MASTER_HA_ADDRESS = Statement(
    template="update master ha address, OLD: {_} NEW: {_}",
    logged_by="DefaultHAClient.updateHaMasterAddress, 5.0.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-1/logs/store.log:48",
)
STATE = Statement(
    event="ha_state",
    template="change state to {status:word}",
    logged_by="DefaultHAClient.changeCurrentState and DefaultHAConnection.changeCurrentState, 5.0.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-0/logs/store.log:65",
)
MASTER_CONNECTED = Statement(
    event="ha_connected",
    template="HAClient connect to master {remote_address:address}",
    logged_by="DefaultHAClient.connectMaster, 5.0.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-1/logs/store.log:50",
)
MASTER_CLOSED = Statement(
    event="ha_closed",
    template="HAClient close connection with master {remote_address:address}",
    logged_by="DefaultHAClient.closeMaster, 5.0.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-1/logs/store.log:135",
)
MASTER_UNREACHABLE = Statement(
    event="ha_connect_failed",
    template="HAClient connect to master {remote_address:address} failed",
    logged_by="DefaultHAClient.run, 5.0.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-1/logs/store.log:34",
)
MASTER_EXPIRED = Statement(
    event="ha_expired",
    template="AutoRecoverHAClient, housekeeping, found this connection[{remote_address:address}] expired, {silent_ms:int}",
    logged_by="DefaultHAClient.run, 5.0.0 to 5.3.3",
)
AUTO_RECOVER_HACLIENT_MASTER = Statement(
    template="AutoRecoverHAClient, master not response some time, so close connection",
    logged_by="DefaultHAClient.run, 5.0.0 to 5.3.3",
)
SLAVE_REPORT_CURRENT_OFFSET = Statement(
    template="Slave report current offset {_}",
    logged_by="DefaultHAClient.transferFromMaster, 5.0.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-1/logs/store.log:52",
)
CLOSE_SELECTOR_AUTO_RECOVER = Statement(
    template="Close the selector of AutoRecoverHAClient error, ",
    logged_by="DefaultHAClient.shutdown, 5.0.0 to 5.3.3",
    throws=True,
)
TRIGGER_HA_FLOW_CONTROL = Statement(
    template="Trigger HA flow control, max transfer speed {_}KB/s, current speed: {_}KB/s",
    logged_by="DefaultHAConnection.run, 5.0.0 to 5.3.3",
)
ACCEPT_SOCKET_SERVICE_SHUTDOWN = Statement(
    template="AcceptSocketService shutdown exception",
    logged_by="HAService.shutdown, 4.8.0 to 4.9.8; DefaultHAService.shutdown, 5.0.0 to 5.3.3",
    throws=True,
)
SLAVE_CONNECTED = Statement(
    event="ha_connected",
    template="HAService receive new connection, {remote_address:address}",
    logged_by="HAService.run, 4.8.0 to 4.9.8; DefaultHAService.run, 5.0.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-0/logs/store.log:64",
)
NEW_HACONNECTION_FAILED = Statement(
    template="new HAConnection exception",
    logged_by="HAService.run, 4.8.0 to 4.9.8; DefaultHAService.run, 5.0.0 to 5.3.3",
    throws=True,
)
UNEXPECTED_OPS_SELECT = Statement(
    template="Unexpected ops in select {_}",
    logged_by="HAService.run, 4.8.0 to 4.9.8; DefaultHAService.run, 5.0.0 to 5.3.3",
)
TRANSFER_MESSSAGE_SLAVE_TIMEOUT = Statement(
    template="transfer messsage to slave timeout, {_}",
    logged_by="HAService.doWaitTransfer, 4.8.0 to 4.9.2",
)
UPDATE_MASTER_ADDRESS_OLD = Statement(
    template="update master address, OLD: {_} NEW: {_}",
    logged_by="HAService.updateMasterAddress, 4.8.0 to 4.9.8; DefaultHAClient.updateMasterAddress, 5.0.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-1/logs/store.log:49",
)
REPORT_SLAVE_MAX_OFFSET = Statement(
    template="{_}reportSlaveMaxOffset this.socketChannel.write exception",
    logged_by="HAService.reportSlaveMaxOffset, 4.8.0 to 4.9.8; DefaultHAClient.reportSlaveMaxOffset, 5.0.0 to 5.3.3",
    throws=True,
)
HACLIENT_DISPATCH_READ_REQUEST = Statement(
    template="HAClient, dispatchReadRequest error",
    logged_by="HAService.processReadEvent, 4.8.0 to 4.9.8; DefaultHAClient.processReadEvent, 5.0.0 to 5.3.3",
)
HACLIENT_PROCESS_READ_EVENT = Statement(
    template="HAClient, processReadEvent read socket < 0",
    logged_by="HAService.processReadEvent, 4.8.0 to 4.9.8; DefaultHAClient.processReadEvent, 5.0.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-1/logs/store.log:134",
)
HACLIENT_PROCESS_READ_EVENT_READ = Statement(
    template="HAClient, processReadEvent read socket exception",
    logged_by="HAService.processReadEvent, 4.8.0 to 4.9.8; DefaultHAClient.processReadEvent, 5.0.0 to 5.3.3",
    throws=True,
)
DIVERGED = Statement(
    event="ha_diverged",
    template="master pushed offset not equal the max phy offset in slave, SLAVE: {slave_offset:int} MASTER: {master_offset:int}",
    logged_by="HAService.dispatchReadRequest, 4.8.0 to 4.9.8; DefaultHAClient.dispatchReadRequest, 5.0.0 to 5.3.3",
)
HACLIENT_REPORT_SLAVE_MAX = Statement(
    template="HAClient, reportSlaveMaxOffset error, {_}",
    logged_by="HAService.reportSlaveMaxOffsetPlus, 4.8.0 to 4.9.8; DefaultHAClient.reportSlaveMaxOffsetPlus, 5.0.0 to 5.3.3",
)
CLOSE_MASTER_FAILED = Statement(
    template="closeMaster exception. ",
    logged_by="HAService.closeMaster, 4.8.0 to 4.9.8; DefaultHAClient.closeMaster, 5.0.0 to 5.3.3",
    throws=True,
)
MASTER_EXPIRED_OLD = Statement(
    event="ha_expired",
    template="HAClient, housekeeping, found this connection[{remote_address:address}] expired, {silent_ms:int}",
    logged_by="HAService.run, 4.8.0 to 4.9.8",
    seen="H-4.8.0-bfail:broker-a-1/logs/rocketmqlogs/store.log:32",
)
HACLIENT_MASTER_NOT_RESPONSE = Statement(
    template="HAClient, master not response some time, so close connection",
    logged_by="HAService.run, 4.8.0 to 4.9.8",
    seen="H-4.8.0-bfail:broker-a-1/logs/rocketmqlogs/store.log:33",
)
PROCESS_READ_EVENT_FAILED = Statement(
    template="processReadEvent error",
    logged_by="HAConnection.run, 4.8.0 to 4.9.8; DefaultHAConnection.run, 5.0.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-0/logs/store.log:322",
)
SLAVE_EXPIRED = Statement(
    event="ha_expired",
    template="ha housekeeping, found this connection[{remote_address:address}] expired, {silent_ms:int}",
    logged_by="HAConnection.run, 4.8.0 to 4.9.8; DefaultHAConnection.run, 5.0.0 to 5.3.3",
)
SLAVE_OFFSET = Statement(
    event="ha_slave_offset",
    template="slave[{remote_address:address}] request offset {slave_offset:int}",
    logged_by="HAConnection.processReadEvent, 4.8.0 to 4.9.8; DefaultHAConnection.processReadEvent, 5.0.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-0/logs/store.log:68",
)
READ_SOCKET = Statement(
    template="read socket[{_}] < 0",
    logged_by="HAConnection.processReadEvent, 4.8.0 to 4.9.8; DefaultHAConnection.processReadEvent, 5.0.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-0/logs/store.log:321",
)
PROCESS_READ_EVENT_EXCEPTION = Statement(
    template="processReadEvent exception",
    logged_by="HAConnection.processReadEvent, 4.8.0 to 4.9.8; DefaultHAConnection.processReadEvent, 5.0.0 to 5.3.3",
    throws=True,
)
TRANSFER = Statement(
    event="ha_transfer",
    template="master transfer data from {master_offset:int} to slave[{remote_address:address}], and slave request "
    "{slave_offset:int}",
    logged_by="HAConnection.run, 4.8.0 to 4.9.8; DefaultHAConnection.run, 5.0.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-0/logs/store.log:69",
)
SLAVE_REQUEST_OFFSET_GREATER = Statement(
    template="slave[{_}] request offset={_} greater than local commitLog offset={_}. ",
    logged_by="HAConnection.processReadEvent, 4.9.3 to 4.9.8",
)
TRANSFER_MESSAGE_SLAVE_TIMEOUT = Statement(
    template="transfer message to slave timeout, offset : {_}, request acks: {_}",
    logged_by="GroupTransferService.doWaitTransfer, 5.0.0 to 5.3.3",
)
WAIT_HA_CONNECTION_ESTABLISH = Statement(
    template="Wait HA connection establish with {_} timeout",
    logged_by="HAConnectionStateNotificationService.doWaitConnectionState, 5.0.0 to 5.3.3",
)
CHECK_CONNECTION_ADDRESS_FAILED = Statement(
    template="Check connection address exception: {_}",
    logged_by="HAConnectionStateNotificationService.checkConnectionStateAndNotify, 5.0.0 to 5.3.3",
)
PROCESS_READ_RESULT_FAILED = Statement(
    template="Process read result failed",
    logged_by="AbstractHAReader.read, 5.0.0 to 5.3.3",
)
READ_SOCKET_AUTO_SWITCH = Statement(
    template="Read socket < 0",
    logged_by="AbstractHAReader.read, 5.0.0 to 5.3.3",
)
READ_SOCKET_FAILED = Statement(
    template="Read socket exception",
    logged_by="AbstractHAReader.read, 5.0.0 to 5.3.3",
    throws=True,
)
WRITE_SOCKET = Statement(
    template="Write socket < 0",
    logged_by="HAWriter.write, 5.0.0 to 5.3.3",
)
