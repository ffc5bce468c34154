"""The index of messages in RocksDB, from 5.4.0 on: IndexRocksDBStore."""

from forensics.statements.template import Statement

QUERY_OFFSET_CAN = Statement(
    template="IndexRocksDBStore queryOffset index in rocksdb, can not query more than: {_} days",
    logged_by="IndexRocksDBStore.queryOffset, 5.4.0 to 5.5.1",
)
QUERY_OFFSET_ERROR = Statement(
    template="IndexRocksDBStore queryOffset error, topic: {_}, key: {_}, maxNum: {_}, beginTime: {_}, endTime: {_}, error: {_}",
    logged_by="IndexRocksDBStore.queryOffset, 5.4.0 to 5.5.1",
)
BUILD_ERROR_DISPATCH = Statement(
    template="IndexRocksDBStore buildIndex error, dispatchRequest: {_}, state: {_}, originIndexMsgQueue: {_}",
    logged_by="IndexRocksDBStore.buildIndex, 5.4.0 to 5.5.1",
)
RECOVER_BUILD_BUT = Statement(
    template="IndexRocksDBStore recover buildIndex, but ignore, build index offset reqOffsetPy: {_}, endOffsetPy: {_}",
    logged_by="IndexRocksDBStore.buildIndex, 5.4.0 to 5.5.1",
)
BUILD_KEYS_ERROR = Statement(
    template="IndexRocksDBStore buildIndex keys error, topic: {_}, key: {_}, storeTime: {_}, uniqKey: {_}, reqOffsetPy: {_}",
    logged_by="IndexRocksDBStore.buildIndex, 5.4.0 to 5.5.1",
)
BUILD_KEYS_ERROR_KEY = Statement(
    template="IndexRocksDBStore buildIndex keys error, key: {_}, uniqKey: {_}, topic: {_}, error: {_}",
    logged_by="IndexRocksDBStore.buildIndex, 5.4.0 to 5.5.1",
)
BUILD_OFFER_TAGS = Statement(
    template=(
        "IndexRocksDBStore buildIndex offer tags error, topic: {_}, tags: {_}, storeTime: {_}, uniqKey: {_}, reqOffsetPy: {_}"
    ),
    logged_by="IndexRocksDBStore.buildIndex, 5.4.0 to 5.5.1",
)
BUILD_TAGS_ERROR = Statement(
    template="IndexRocksDBStore buildIndex tags error, tags: {_}, uniqKey: {_}, topic: {_}, error: {_}",
    logged_by="IndexRocksDBStore.buildIndex, 5.4.0 to 5.5.1",
)
BUILD_UNIQ_KEY = Statement(
    template="IndexRocksDBStore buildIndex uniqKey error, topic: {_}, storeTime: {_}, uniqKey: {_}, reqOffsetPy: {_}",
    logged_by="IndexRocksDBStore.buildIndex, 5.4.0 to 5.5.1",
)
BUILD_UNIQ_KEY_ERROR = Statement(
    template="IndexRocksDBStore buildIndex uniqKey error: {_}",
    logged_by="IndexRocksDBStore.buildIndex, 5.4.0 to 5.5.1",
)
BUILD_ERROR = Statement(
    template="IndexRocksDBStore buildIndex error: {_}",
    logged_by="IndexRocksDBStore.buildIndex, 5.4.0 to 5.5.1",
)
DELETE_EXPIRED_MAPPED = Statement(
    template="IndexRocksDBStore deleteExpiredIndex mappedFile is null",
    logged_by="IndexRocksDBStore.deleteExpiredIndex, 5.4.0 to 5.5.1",
)
DELETE_EXPIRED_WITHOUT_FILE = Statement(
    template="IndexRocksDBStore deleteExpiredIndex error, file is null",
    logged_by="IndexRocksDBStore.deleteExpiredIndex, 5.4.0 to 5.5.1",
)
IGNORE_THIS_DELETE = Statement(
    template="IndexRocksDBStore ignore this delete, lastDeleteIndexTime: {_}, desDeleteTimeHour: {_}",
    logged_by="IndexRocksDBStore.deleteExpiredIndex, 5.4.0 to 5.5.1",
)
DELETE_EXPIRED_ERROR = Statement(
    template="IndexRocksDBStore deleteExpiredIndex rocksdb error: {_}",
    logged_by="IndexRocksDBStore.deleteExpiredIndex, 5.4.0 to 5.5.1",
)
MAPPED_FILE_MATCHED = Statement(
    template="index isMappedFileMatchedRecover lastOffsetPy: {_}",
    logged_by="IndexRocksDBStore.isMappedFileMatchedRecover, 5.4.0 to 5.5.1",
)
MAPPED_FILE_MATCHED_RECOVER = Statement(
    template="isMappedFileMatchedRecover IndexRocksDBStore recover form this offset, phyOffset: {_}, lastOffsetPy: {_}",
    logged_by="IndexRocksDBStore.isMappedFileMatchedRecover, 5.4.0 to 5.5.1",
)
ERROR_OCCURRED_ERROR = Statement(
    template="IndexRocksDBStore error occurred in: {_}, error: {_}",
    logged_by="IndexRocksDBStore.run, 5.4.0 to 5.5.1",
)
BUILD_SERVICE_POLL = Statement(
    template="IndexRocksDBStore IndexBuildService pollAndPutIndexRequest error: {_}",
    logged_by="IndexRocksDBStore.pollAndPutIndexRequest, 5.4.0 to 5.5.1",
)
BUILD_SERVICE_ERROR = Statement(
    template="IndexRocksDBStore IndexBuildService error: {_}",
    logged_by="IndexRocksDBStore.pollIndexRecord, 5.4.0 to 5.5.1",
)
START_SUCCESS_LAST = Statement(
    template="IndexRocksDBStore start success, lastOffsetPy: {_}",
    logged_by="IndexRocksDBStore.initAndStart, 5.4.0 to 5.5.1",
)
SHUTDOWN_SUCCESS = Statement(
    template="IndexRocksDBStore shutdown success",
    logged_by="IndexRocksDBStore.shutdown, 5.4.0 to 5.5.1",
)
QUERY_OFFSET_PARAM = Statement(
    template=(
        "IndexRocksDBStore queryOffset param error, topic: {_}, key: {_}, maxNum: {_}, beginTime: {_}, endTime: "
        "{_}, indexType: {_}, lastKey: {_}"
    ),
    logged_by="IndexRocksDBStore.queryOffset, 5.4.0 to 5.5.1",
)
