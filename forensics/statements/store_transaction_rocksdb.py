"""Transactions in RocksDB, from 5.4.0 on: TransMessageRocksDBStore, TransRocksDBRecord and TransactionalMessageRocksDBService."""

from forensics.statements.template import Statement

BUILD_INDEX_RECOVER = Statement(
    template="TransMessageRocksDBStore buildTransIndex recover, but ignore, reqOffsetPy: {_}, endOffsetPy: {_}",
    logged_by="TransMessageRocksDBStore.buildTransIndex, 5.4.0 to 5.5.1",
)
BUILD_INDEX_ERROR = Statement(
    template="TransMessageRocksDBStore buildTransIndex error, msgInner is not found, reqOffsetPy: {_}, reqMsgSize: {_}",
    logged_by="TransMessageRocksDBStore.buildTransIndex, 5.4.0 to 5.5.1",
)
BUILD_INDEX_ERROR_UNIQ = Statement(
    template="TransMessageRocksDBStore buildTransIndex error, uniqKey: {_}, topic: {_}",
    logged_by="TransMessageRocksDBStore.buildTransIndex, 5.4.0 to 5.5.1",
)
BUILD_INDEX_ERROR_OFFSET = Statement(
    template="TransMessageRocksDBStore buildTransIndex error, transOffsetPy: {_}, error: {_}",
    logged_by="TransMessageRocksDBStore.buildTransIndex, 5.4.0 to 5.5.1",
)
BUILD_STATUS_OFFER = Statement(
    template=(
        "TransMessageRocksDBStore buildTransStatus offer transRocksDBRecord error, topic: {_}, uniqKey: {_}, reqOffsetPy: {_}"
    ),
    logged_by="TransMessageRocksDBStore.buildTransIndex, 5.4.0 to 5.5.1",
)
BUILD_STATUS_ERROR = Statement(
    template="TransMessageRocksDBStore buildTransStatus error: {_}",
    logged_by="TransMessageRocksDBStore.buildTransIndex, 5.4.0 to 5.5.1",
)
DELETE_PREPARE_WITHOUT_MESSAGE = Statement(
    template="TransMessageRocksDBStore deletePrepareMessage error, messageExt is null",
    logged_by="TransMessageRocksDBStore.deletePrepareMessage, 5.4.0 to 5.5.1",
)
DELETE_PREPARE_MSG = Statement(
    template="TransMessageRocksDBStore deletePrepareMessage msgInner is null",
    logged_by="TransMessageRocksDBStore.deletePrepareMessage, 5.4.0 to 5.5.1",
)
DELETE_PREPARE_PUT = Statement(
    template="TransMessageRocksDBStore deletePrepareMessage put op msg failed, result: {_}",
    logged_by="TransMessageRocksDBStore.deletePrepareMessage, 5.4.0 to 5.5.1",
)
DELETE_PREPARE_ERROR = Statement(
    template="TransMessageRocksDBStore deletePrepareMessage error: {_}",
    logged_by="TransMessageRocksDBStore.deletePrepareMessage, 5.4.0 to 5.5.1",
)
GET_PARAM_ERROR = Statement(
    template="TransMessageRocksDBStore getMessage param error, offsetPy: {_}, sizePy: {_}, maxMsgSizeConfig: {_}",
    logged_by="TransMessageRocksDBStore.getMessage, 5.4.0 to 5.5.1",
)
GET_ERROR_OFFSET = Statement(
    template="TransMessageRocksDBStore getMessage error, offsetPy: {_}, sizePy: {_}, error: {_}",
    logged_by="TransMessageRocksDBStore.getMessage, 5.4.0 to 5.5.1",
)
MAKE_OP_INNER = Statement(
    template="TransMessageRocksDBStore makeOpMessageInner messageExt is null",
    logged_by="TransMessageRocksDBStore.makeOpMessageInner, 5.4.0 to 5.5.1",
)
MAKE_OP_INNER_ERROR = Statement(
    template="TransMessageRocksDBStore makeOpMessageInner error: {_}",
    logged_by="TransMessageRocksDBStore.makeOpMessageInner, 5.4.0 to 5.5.1",
)
GET_CHECK_TIMES = Statement(
    template="TransMessageRocksDBStore getCheckTimes error, topic: {_}, uniqKey: {_}, offsetPy: {_}, error: {_}",
    logged_by="TransMessageRocksDBStore.getCheckTimes, 5.4.0 to 5.5.1",
)
MAPPED_FILE_MATCHED = Statement(
    template="trans isMappedFileMatchedRecover lastOffsetPy: {_}",
    logged_by="TransMessageRocksDBStore.isMappedFileMatchedRecover, 5.4.0 to 5.5.1",
)
MAPPED_FILE_MATCHED_RECOVER = Statement(
    template="isMappedFileMatchedRecover TransMessageRocksDBStore recover form this offset, phyOffset: {_}, lastOffsetPy: {_}",
    logged_by="TransMessageRocksDBStore.isMappedFileMatchedRecover, 5.4.0 to 5.5.1",
)
SERVICE_START = Statement(
    template="{_}service start",
    logged_by="TransMessageRocksDBStore.run, 5.4.0 to 5.5.1",
)
ERROR_OCCURRED_ERROR = Statement(
    template="TransMessageRocksDBStore error occurred in: {_}, error: {_}",
    logged_by="TransMessageRocksDBStore.run, 5.4.0 to 5.5.1",
)
POLL_PUT_REQUEST = Statement(
    template="TransMessageRocksDBStore pollAndPutTransRequest writeRecords error: {_}",
    logged_by="TransMessageRocksDBStore.buildTransIndex, 5.4.0 to 5.5.1",
)
FETCH_RECORD_ERROR = Statement(
    template="TransMessageRocksDBStore fetchTransMessageRecord error: {_}",
    logged_by="TransMessageRocksDBStore.pollTransMessageRecords, 5.4.0 to 5.5.1",
)
START_SUCCESS_LAST = Statement(
    template="TransMessageRocksDBStore start success, lastOffsetPy: {_}",
    logged_by="TransMessageRocksDBStore.init, 5.4.0 to 5.5.1",
)
STORE_SHUTDOWN_SUCCESS = Statement(
    template="TransMessageRocksDBStore shutdown success",
    logged_by="TransMessageRocksDBStore.shutdown, 5.4.0 to 5.5.1",
)
BUILD_INDEX_ERROR_DISPATCH = Statement(
    template="TransMessageRocksDBStore buildTransIndex error, dispatchRequest: {_}, state: {_}, originTransMsgQueue: {_}",
    logged_by="TransMessageRocksDBStore.buildTransIndex, 5.4.0 to 5.5.1",
)
GET_VALUE_BYTES = Statement(
    template="TransRocksDBRecord getValueBytes error, checkTimes: {_}, sizePy: {_}",
    logged_by="TransRocksDBRecord.getValueBytes, 5.4.0 to 5.5.1",
)
DECODE_PARAM_ERROR = Statement(
    template="TransRocksDBRecord decode param error, key: {_}, value: {_}",
    logged_by="TransRocksDBRecord.decode, 5.4.0 to 5.5.1",
)
DECODE_KEY_SUFFIX = Statement(
    template="TransRocksDBRecord decode keySuffixSplit parse error",
    logged_by="TransRocksDBRecord.decode, 5.4.0 to 5.5.1",
)
DECODE_ERROR_VALUE = Statement(
    template="TransRocksDBRecord decode error, valueLength: {_}, error: {_}",
    logged_by="TransRocksDBRecord.decode, 5.4.0 to 5.5.1",
)
CHECK_STATUS_ERROR = Statement(
    template="TransactionalMessageRocksDBService checkTransStatus error, error: {_}, count: {_}",
    logged_by="TransactionalMessageRocksDBService.checkTransStatus, 5.4.0 to 5.5.1",
)
CHECK_STATUS_COUNT = Statement(
    template="TransactionalMessageRocksDBService checkTransStatus count: {_}",
    logged_by="TransactionalMessageRocksDBService.checkTransStatus, 5.4.0 to 5.5.1",
)
CHECK_RECORDS_STATUS = Statement(
    template="TransactionalMessageRocksDBService checkTransRecordsStatus, trs is empty",
    logged_by="TransactionalMessageRocksDBService.checkTransRecordsStatus, 5.4.0 to 5.5.1",
)
CHECK_RECORDS_STATUS_HALF = Statement(
    template="TransactionalMessageRocksDBService checkTransRecordsStatus, halfRecord is null",
    logged_by="TransactionalMessageRocksDBService.checkTransRecordsStatus, 5.4.0 to 5.5.1",
)
CHECK_RECORDS_STATUS_CHECK = Statement(
    template=(
        "TransactionalMessageRocksDBService checkTransRecordsStatus checkTimes > {_}, need delete, checkTimes: {_}, msgId: {_}"
    ),
    logged_by="TransactionalMessageRocksDBService.checkTransRecordsStatus, 5.4.0 to 5.5.1",
)
CHECK_RECORDS_STATUS_MSG = Statement(
    template="TransactionalMessageRocksDBService checkTransRecordsStatus, msgExt is null, offsetPy: {_}, sizePy: {_}",
    logged_by="TransactionalMessageRocksDBService.checkTransRecordsStatus, 5.4.0 to 5.5.1",
)
CHECK_RECORDS_STATUS_ERROR = Statement(
    template="TransactionalMessageRocksDBService checkTransRecordsStatus error : {_}",
    logged_by="TransactionalMessageRocksDBService.checkTransRecordsStatus, 5.4.0 to 5.5.1",
)
CHECK_RECORDS_STATUS_FAILED = Statement(
    template="TransactionalMessageRocksDBService checkTransRecordsStatus error: {_}",
    logged_by="TransactionalMessageRocksDBService.checkTransRecordsStatus, 5.4.0 to 5.5.1",
)
PARSE_IMMUNITY_TIMES = Statement(
    template="parse immunityTimesStr error: {_}, msgId: {_}",
    logged_by="TransactionalMessageRocksDBService.isImmunityTimeExpired, 5.4.0 to 5.5.1",
)
SEND_CHECK_ERROR = Statement(
    template="TransactionalMessageRocksDBService Send check message error: {_}, msgId: {_}",
    logged_by="TransactionalMessageRocksDBService.run, 5.4.0 to 5.5.1",
)
CHECK_STATUS_TASK = Statement(
    template="TransactionalMessageRocksDBService checkTranStatusTaskExecutor not init, msgId: {_}",
    logged_by="TransactionalMessageRocksDBService.run, 5.4.0 to 5.5.1",
)
SEND_CHECK_MSG = Statement(
    template="TransactionalMessageRocksDBService sendCheckMessage msgExt is null",
    logged_by="TransactionalMessageRocksDBService.sendCheckMessage, 5.4.0 to 5.5.1",
)
CHECK_PRODUCER_STATE = Statement(
    template=(
        "TransactionalMessageRocksDBService checkProducerTransactionState failed, channel is null. groupId: {_}, msgId: {_}"
    ),
    logged_by="TransactionalMessageRocksDBService.sendCheckMessage, 5.4.0 to 5.5.1",
)
SEND_CHECK_ERROR_MSG = Statement(
    template="TransactionalMessageRocksDBService sendCheckMessage error: {_}, msgId: {_}",
    logged_by="TransactionalMessageRocksDBService.sendCheckMessage, 5.4.0 to 5.5.1",
)
SCAN_STATUS_CHECK = Statement(
    template="TransactionalMessageRocksDBService ScanTransAndStatusCheckService check trans status, check cost: {_}",
    logged_by="TransactionalMessageRocksDBService.run, 5.4.0 to 5.5.1",
)
SCAN_STATUS_CHECK_ERROR = Statement(
    template="TransactionalMessageRocksDBService ScanTransAndStatusCheckService error: {_}",
    logged_by="TransactionalMessageRocksDBService.run, 5.4.0 to 5.5.1",
)
START_SUCCESS = Statement(
    template="TransactionalMessageRocksDBService start success",
    logged_by="TransactionalMessageRocksDBService.start, 5.4.0 to 5.5.1",
)
SERVICE_SHUTDOWN_SUCCESS = Statement(
    template="TransactionalMessageRocksDBService shutdown success",
    logged_by="TransactionalMessageRocksDBService.shutdown, 5.4.0 to 5.5.1",
)
CHECK_STATUS_TRS = Statement(
    template="TransactionalMessageRocksDBService checkTransStatus trs is empty",
    logged_by="TransactionalMessageRocksDBService.checkTransStatus, 5.4.0 to 5.5.1",
)
