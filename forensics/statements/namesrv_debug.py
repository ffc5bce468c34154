"""What name servers print at DEBUG of their tables."""

from forensics.statements.template import Statement

KIND = "namesrv"

ENTRY_REMOVED = Statement(
    template="remove entry {_} from brokerData",
    logged_by="RouteInfoManager.registerBroker, 4.9.8",
)
ROUTE_GIVEN = Statement(
    template="pickupTopicRouteData {_:word} {_}",
    logged_by="RouteInfoManager.pickupTopicRouteData, 4.8.0 to 5.5.1",
)
