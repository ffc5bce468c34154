"""Roles of a broker and what follows from them: BrokerController, DLedgerRoleChangeHandler, ReplicasManager."""

from forensics.statements.template import Statement

MIN_BROKER_CHANGED = Statement(
    event="min_broker_changed",
    template="Min broker changed, old: {old_broker_id:int}-{old_address:word}, new {broker_id:int}-{address:word}",
    logged_by="BrokerController.onMinBrokerChange, 5.0.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-1/logs/broker.log:361",
)
POP_REVIVE = Statement(
    event="service_status_changed",
    template="Set PopReviveService Status to {enabled:bool}",
    logged_by="BrokerController.changeSpecialServiceStatus, 5.0.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker.log:323",
    fixed={"task": "PopReviveService"},
)
TRANSACTION_CHECK = Statement(
    event="service_status_changed",
    template="TransactionCheckService status changed to {enabled:bool}",
    logged_by="BrokerController.changeTransactionCheckServiceStatus, 5.0.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker.log:320",
    fixed={"task": "TransactionCheckService"},
)
SCHEDULE = Statement(
    event="service_status_changed",
    template="ScheduleServiceStatus changed to {enabled:bool}",
    logged_by="BrokerController.changeScheduleServiceStatus, 5.0.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker.log:317",
    fixed={"task": "ScheduleMessageService"},
)
TO_SLAVE = Statement(
    event="role_changing",
    template="Begin to change to slave brokerName={broker} brokerId={broker_id:int}",
    logged_by="BrokerController.changeToSlave, 4.8.0 to 4.9.8; DLedgerRoleChangeHandler.changeToSlave, 5.0.0 to 5.3.3",
    fixed={"role": "slave"},
)
IS_SLAVE = Statement(
    event="role_changed",
    template="Finish to change to slave brokerName={broker} brokerId={broker_id:int}",
    logged_by="BrokerController.changeToSlave, 4.8.0 to 4.9.8; DLedgerRoleChangeHandler.changeToSlave, 5.0.0 to 5.3.3",
    fixed={"role": "slave"},
)
TO_MASTER = Statement(
    event="role_changing",
    template="Begin to change to master brokerName={broker}",
    logged_by="BrokerController.changeToMaster, 4.8.0 to 4.9.8; DLedgerRoleChangeHandler.changeToMaster, 5.0.0 to 5.3.3",
    fixed={"role": "master"},
)
IS_MASTER = Statement(
    event="role_changed",
    template="Finish to change to master brokerName={broker}",
    logged_by="BrokerController.changeToMaster, 4.8.0 to 4.9.8; DLedgerRoleChangeHandler.changeToMaster, 5.0.0 to 5.3.3",
    fixed={"role": "master"},
)
CONTROLLER_TO_MASTER = Statement(
    event="role_changing",
    template="Begin to change to master, brokerName:{broker}, replicas:{address:word}, new Epoch:{master_epoch:int}",
    logged_by="ReplicasManager.changeToMaster, 5.0.0 to 5.3.3",
    fixed={"role": "master"},
)
CONTROLLER_TO_SLAVE = Statement(
    event="role_changing",
    template="Begin to change to slave, brokerName={broker}, brokerId={broker_id:int}, newMasterBrokerId={_:int}, "
    "newMasterAddress={_:word}, newMasterEpoch={master_epoch:int}",
    logged_by="ReplicasManager.changeToSlave, 5.1.1 to 5.3.3",
    fixed={"role": "slave"},
)
CONTROLLER_TO_SLAVE_OLD = Statement(
    event="role_changing",
    template="Begin to change to slave, brokerName={broker}, replicas={address:word}, brokerId={broker_id:int}",
    logged_by="ReplicasManager.changeToSlave, 5.0.0 to 5.1.0",
    fixed={"role": "slave"},
)
CONTROLLER_CHANGED = Statement(
    event="role_changed",
    template="Change broker [id:{broker_id:int}][address:{address:word}] to {role:word}, newMasterBrokerId:{_:int}, "
    "newMasterAddress:{_:word}, newMasterEpoch:{master_epoch:int}, syncStateSetEpoch:{_:int}",
    logged_by="ReplicasManager.brokerRoleChanged, 5.1.1 to 5.3.3",
)
CONTROLLER_IS_MASTER_OLD = Statement(
    event="role_changed",
    template="Change broker {address:word} to master success, masterEpoch {master_epoch:int}, syncStateSetEpoch:{_:int}",
    logged_by="ReplicasManager.changeToMaster, 5.0.0 to 5.1.0",
    fixed={"role": "master"},
)
CONTROLLER_IS_SLAVE_OLD = Statement(
    event="role_changed",
    template="Change broker {address:word} to slave, newMasterAddress:{_:word}, newMasterEpoch:{master_epoch:int}",
    logged_by="ReplicasManager.changeToSlave, 5.0.0 to 5.1.0",
    fixed={"role": "slave"},
)
MASTER_ADDRESS = Statement(
    event="master_address_changed",
    template="Update master address from {old_address:word} to {address:word}",
    logged_by="SlaveSynchronize.setMasterAddr, 5.0.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-1/logs/broker.log:327",
)
BEGIN_HANDLING_BROKER_ROLE = Statement(
    template="Begin handling broker role change term={_} role={_} currStoreRole={_}",
    logged_by="DLedgerRoleChangeHandler.run, 4.8.0 to 5.3.3",
)
FINISH_HANDLING_BROKER_ROLE = Statement(
    template="Finish handling broker role change succ={_} term={_} role={_} currStoreRole={_} cost={_}",
    logged_by="DLedgerRoleChangeHandler.run, 4.8.0 to 5.3.3",
)
MONITOR_FAILED_HANDLING_BROKER = Statement(
    template="[MONITOR]Failed handling broker role change term={_} role={_} currStoreRole={_} cost={_}",
    logged_by="DLedgerRoleChangeHandler.run, 4.8.0 to 5.3.3",
    throws=True,
)
