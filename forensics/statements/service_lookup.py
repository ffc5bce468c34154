"""Services that a server looks for at its start: ServiceProvider."""

from forensics.statements.template import Statement

UNABLE_GET_CLASSLOADER_CLASS = Statement(
    template="Unable to get classloader for class {_} due to security restrictions !",
    logged_by="ServiceProvider.getClassLoader, 4.8.0 to 4.9.3",
    throws=True,
)
LOOKING_RESOURCE_FILE_NAME = Statement(
    template="Looking for a resource file of name [{_}] ...",
    logged_by="ServiceProvider.loadClass, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker.log:208",
)
CREATING_INSTANCE_SPECIFIED_FILE = Statement(
    template="Creating an instance as specified by file {_} which was present in the path of the context classloader.",
    logged_by="ServiceProvider.load, 4.8.0 to 5.3.3",
)
NO_RESOURCE_FILE_NAME = Statement(
    template="No resource file with name [{_}] found.",
    logged_by="ServiceProvider.loadClass, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker.log:209",
)
ERROR_OCCURED_LOOKING_RESOURCE = Statement(
    template="Error occured when looking for resource file {_}",
    logged_by="ServiceProvider.load, 4.8.0 to 4.9.8",
    throws=True,
)
SERVICE_NAME_EMPTY = Statement(
    template="ServiceName is empty!",
    logged_by="ServiceProvider.loadClass, 4.8.0 to 5.3.3",
)
ERROR_OCCURRED_LOOKING_RESOURCE = Statement(
    template="Error occurred when looking for resource file {_}",
    logged_by="ServiceProvider.loadClass, 4.8.0 to 5.3.3; ServiceProvider.load, 5.0.0 to 5.3.3",
    throws=True,
)
LOADED_CLASS_CLASSLOADER = Statement(
    template="Loaded class {_} from classloader {_}",
    logged_by="ServiceProvider.initService, 4.8.0 to 5.3.3",
)
CLASS_LOADED_CLASSLOADER_NOT = Statement(
    template="Class {_} loaded from classloader {_} does not extend {_} as loaded by this classloader.",
    logged_by="ServiceProvider.initService, 4.8.0 to 5.3.3",
)
UNABLE_LOCATE_ANY_CLASS = Statement(
    template="Unable to locate any class {_} via classloader",
    logged_by="ServiceProvider.initService, 4.8.0 to 4.9.3",
    throws=True,
)
CLASS_CANNOT_LOADED_VIA = Statement(
    template="Class {_} cannot be loaded via classloader {_}.it depends on some other class that cannot be found.",
    logged_by="ServiceProvider.initService, 4.8.0 to 5.3.3",
)
UNABLE_INIT_SERVICE = Statement(
    template="Unable to init service.",
    logged_by="ServiceProvider.initService, 4.8.0 to 5.3.3",
    throws=True,
)
UNABLE_GET_CLASSLOADER_CLASS_DUE = Statement(
    template="Unable to get classloader for class {_} due to security restrictions , error info {_}",
    logged_by="ServiceProvider.getClassLoader, 4.9.4 to 5.3.3",
)
UNABLE_LOCATE_ANY_CLASS_VIA = Statement(
    template="Unable to locate any class {_} via classloader {_}",
    logged_by="ServiceProvider.initService, 4.9.4 to 5.3.3",
)
