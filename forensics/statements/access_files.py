"""Permissions from files: PlainPermissionManager, 4.8.0 to 5.3.2."""

from forensics.statements.template import Statement

BROKER_PLAIN_ACL_CONF = Statement(
    template="Broker plain acl conf data is : ",
    logged_by="PlainPermissionManager.load, 4.8.0 to 4.9.4",
    throws=True,
)
PARAMETER_VALUE_PLAIN_ACCESS = Statement(
    template="Parameter value plainAccessConfig is null,Please check your parameter",
    logged_by="PlainPermissionManager.updateAccessConfig, 4.8.0 to 5.3.2",
)
USERS_MUST_ENSURE_ACL = Statement(
    template="Users must ensure that the acl yaml config file has accounts node element",
    logged_by="PlainPermissionManager.updateAccessConfig, 4.8.0 to 4.9.2",
)
PARAMETER_VALUE_ACCESSKEY_NULL = Statement(
    template="Parameter value accesskey is null or empty String,Please check your parameter",
    logged_by="PlainPermissionManager.deleteAccessConfig, 4.8.0 to 5.1.0",
)
USERS_MUST_ENSURE_ACL_YAML = Statement(
    template="Users must ensure that the acl yaml config file has related acl config elements",
    logged_by="PlainPermissionManager.deleteAccessConfig, 4.8.0 to 4.9.2",
)
PARAMETER_VALUE_GLOBAL_WHITE = Statement(
    template="Parameter value globalWhiteAddrsList is null,Please check your parameter",
    logged_by="PlainPermissionManager.updateGlobalWhiteAddrsConfig, 4.8.0 to 4.9.0 and 4.9.3 to 5.3.2",
)
USERS_MUST_ENSURE_ACL_YAML_CONFIG = Statement(
    template="Users must ensure that the acl yaml config file has globalWhiteRemoteAddresses flag firstly",
    logged_by="PlainPermissionManager.updateGlobalWhiteAddrsConfig, 4.8.0 to 4.9.2",
)
PLAIN_ACL_YML_CHANGED = Statement(
    template="The plain acl yml changed, reload the context",
    logged_by="PlainPermissionManager.onChanged, 4.8.0 to 4.9.2",
)
SUCCEED_START_ACL_WATCHER = Statement(
    template="Succeed to start AclWatcherService",
    logged_by="PlainPermissionManager.onChanged, 4.8.0 to 4.9.2",
)
FAILED_START_ACL_WATCHER = Statement(
    template="Failed to start AclWatcherService",
    logged_by="PlainPermissionManager.onFileNumChanged, 4.8.0 to 5.3.2",
    throws=True,
)
ACCESSS_KEY_REPEATED_MULTIPLE = Statement(
    template="The accesssKey {_} is repeated in multiple ACL files",
    logged_by="PlainPermissionManager.load, 4.9.3 to 5.0.0",
)
CREATE_DEFAULT_ACL_FILE = Statement(
    template="create default acl file has exception when update accessConfig. ",
    logged_by="PlainPermissionManager.updateAccessConfig, 4.9.3 to 5.3.2",
    throws=True,
)
USERS_MUST_ENSURE_ACL_YAML_CONFIG_FILE = Statement(
    template="Users must ensure that the acl yaml config file has globalWhiteRemoteAddresses flag in the {_} firstly",
    logged_by="PlainPermissionManager.updateGlobalWhiteAddrsConfig, 4.9.3",
)
PARAMETER_VALUE_FILE_NAME = Statement(
    template="Parameter value fileName is not exist or is a directory,Please check your parameter",
    logged_by="PlainPermissionManager.updateGlobalWhiteAddrsConfig, 4.9.3",
)
SUCCEED_START_ACL_FILE = Statement(
    template="Succeed to start AclFileWatchService",
    logged_by="PlainPermissionManager.onFileNumChanged, 4.9.3 to 5.3.2",
    seen="N-5.3.1-graceful:proxyA/logs/rocketmqlogs/broker.log:8",
)
NO_DATA_FILE = Statement(
    template="No data in file {_}",
    logged_by="PlainPermissionManager.load, 4.9.4 to 5.3.2",
    seen="N-5.3.1-graceful:proxyA/logs/rocketmqlogs/broker.log:4",
)
ERROR_CREATING = Statement(
    template="Error in creating {_}",
    logged_by="PlainPermissionManager.assureAclConfigFilesExist, 4.9.4 to 5.3.3",
    throws=True,
)
NO_DATA_SKIP = Statement(
    template="No data in {_}, skip it",
    logged_by="PlainPermissionManager.load, 4.9.4 to 5.3.2",
)
NO_DATA_FOUND_DELETING = Statement(
    template="No data found in {_} when deleting access config of {_}",
    logged_by="PlainPermissionManager.deleteAccessConfig, 4.9.4 to 5.3.2",
)
PARAMETER_VALUE_NOT_EXIST = Statement(
    template="Parameter value {_} is not exist or is a directory, please check your parameter",
    logged_by="PlainPermissionManager.updateGlobalWhiteAddrsConfig, 4.9.4 to 5.3.2",
)
PARAMETER_VALUE_NOT_DIRECTORY = Statement(
    template="Parameter value {_} is not in the directory rocketmq.home.dir {_}",
    logged_by="PlainPermissionManager.updateGlobalWhiteAddrsConfig, 4.9.4 to 5.3.2",
)
PARAMETER_VALUE_NOT_ACL = Statement(
    template="Parameter value {_} is not a ACL configuration file",
    logged_by="PlainPermissionManager.updateGlobalWhiteAddrsConfig, 4.9.4 to 5.3.2",
)
NO_DATA_CREATE_NEW = Statement(
    template="No data in {_}, create a new aclAccessConfigMap",
    logged_by="PlainPermissionManager.updateGlobalWhiteAddrsConfig, 4.9.4 to 5.3.2",
)
BROKER_PLAIN_ACL_CONF_DATA = Statement(
    template="Broker plain acl conf data is : {_}",
    logged_by="PlainPermissionManager.load, 4.9.5 to 5.3.2",
)
ACCESS_KEY_REPEATED_MULTIPLE = Statement(
    template="The accessKey {_} is repeated in multiple ACL files",
    logged_by="PlainPermissionManager.load, 5.1.0 to 5.3.2",
)
PARAMETER_VALUE_ACCESS_KEY = Statement(
    template="Parameter value accessKey is null or empty String,Please check your parameter",
    logged_by="PlainPermissionManager.deleteAccessConfig, 5.1.1 to 5.3.2",
)
