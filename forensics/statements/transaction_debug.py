"""What transactions print at DEBUG, which the shipped logback files leave out."""

from forensics.statements.template import Statement

KIND = "broker"

ENDED = Statement(
    template="Transaction request:{_}",
    logged_by="EndTransactionProcessor.processRequest, 4.8.0 to 5.5.1",
)
MESSAGE_PUT = Statement(
    template="[BUG-TO-FIX] Thread:{_} msgID:{_:word}",
    logged_by="TransactionalMessageBridge.putMessageReturnResult, 4.8.0 to 5.5.1",
)
CHECK_SENT = Statement(
    template=(
        "Send check message, the offset={_:int} restored in queueOffset={_:int} commitLogOffset={_:int} "
        "newMsgId={_:word} realMsgId={_:word} topic={_:word}"
    ),
    logged_by="TransactionalMessageServiceImpl.putBackHalfMsgQueue, 4.8.0 to 5.5.1",
)
CHECK = Statement(
    template="Check topic={_:word}, queues={_}",
    logged_by="TransactionalMessageServiceImpl.check, 4.8.0 to 5.5.1",
)
NOTHING_NEW = Statement(
    template="No new msg, the miss offset={_:int} in={_}, continue check={_:int}, pull result={_}",
    logged_by="TransactionalMessageServiceImpl.check, 4.8.0 to 5.5.1",
)
FRESH = Statement(
    template="Fresh stored. the miss offset={_:int}, check it later, store={_}",
    logged_by="TransactionalMessageServiceImpl.check, 4.8.0 to 5.5.1",
)
IMMUNE = Statement(
    template="New arrived, the miss offset={_:int}, check it later checkImmunity={_:int}, born={_}",
    logged_by="TransactionalMessageServiceImpl.check, 4.8.0 to 5.5.1",
)
MORE_NEEDED = Statement(
    template="The miss offset:{_:int} in messageQueue:{_} need to get more opMsg, result is:{_}",
    logged_by="TransactionalMessageServiceImpl.check, 4.8.0 to 5.0.0",
)
OP = Statement(
    template="Topic: {_:word} tags: {_:word}, OpOffset: {_:int}, HalfOffset: {_}",
    logged_by="TransactionalMessageServiceImpl.fillOpRemoveMap, 4.8.0 to 5.5.1",
)
OP_PUT = Statement(
    template="Transaction op message write successfully. messageId={_:word}, queueId={_:int} msgExt:{_}",
    logged_by="TransactionalMessageServiceImpl.deletePrepareMessage, 4.8.0 to 5.0.0",
)
REMOVED = Statement(
    template="Remove map: {{{_}}}",
    logged_by="TransactionalMessageServiceImpl.fillOpRemoveMap, 4.8.0 to 5.5.1",
)
DONE = Statement(
    template="Done op list: [{_}]",
    logged_by="TransactionalMessageServiceImpl.fillOpRemoveMap, 4.8.0 to 5.5.1",
)
OPS = Statement(
    template="opMsg map: {{{_}}}",
    logged_by="TransactionalMessageServiceImpl.fillOpRemoveMap, 5.1.0 to 5.5.1",
)
OPS_SENT = Statement(
    template="Send op message queueIds={_}",
    logged_by="TransactionalMessageServiceImpl.batchSendOpMessage, 5.1.0 to 5.5.1",
)
