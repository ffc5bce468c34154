"""The broker addresses a client holds: MQClientInstance.brokerAddrTable.

States: for each broker name the addresses of the last route put of any topic that named it; brokerId 0 is the master.
Events: a route put (`updateTopicRouteInfoFromNameServer` copies every BrokerData of the route over the table), an address
dropped because no cached route has it any more (`cleanOfflineBroker`, every 30 s): so ends a broker without replicas that name
servers have let go, while the topic has others. Nothing is forbidden here: a route without a master
is what the name server knew. It decides where a request goes: `findBrokerAddressInPublish` returns the address of id 0,
and null where there is none. The same in every release from 4.8.0 to 5.3.3.
"""

from dataclasses import dataclass, field, replace

from forensics.model.spans import Instant, Span


@dataclass(frozen=True)
class BrokerPut:
    """One broker of a route that a client put into its table."""

    topic: str
    broker: str
    addresses: tuple[tuple[int, str], ...]
    at: Instant
    record_id: int


@dataclass(frozen=True)
class BrokerDropped:
    """A client dropped an address of a broker that none of its routes has any more; None: the broker, with all it had of it."""

    broker: str
    address: str | None
    at: Instant
    record_id: int


@dataclass(frozen=True)
class Held:
    """What a client held for one broker over a span; the topic of the route is not known where its log begins with a drop."""

    broker: str
    topic: str | None
    addresses: tuple[tuple[int, str], ...]
    span: Span
    record_id: int
    ended_by: int | None = None

    @property
    def master(self) -> str | None:
        """Return the address of brokerId 0, None where the client knew no master."""
        return dict(self.addresses).get(0)


@dataclass(frozen=True)
class Routes:
    """A client's table: what it holds now, and what it held before."""

    now: dict[str, Held] = field(default_factory=dict)
    before: tuple[Held, ...] = ()


def put(routes: Routes, event: BrokerPut) -> Routes:
    """Return the table after a put; a put that changes nothing prolongs what was held."""
    return _changed(routes, event, event.topic, event.addresses)


def drop(routes: Routes, event: BrokerDropped) -> Routes:
    """Return the table after a drop; of a broker whose addresses are not known the drop of all tells alone."""
    held = routes.now.get(event.broker)
    if held is None and event.address is not None:
        return routes
    left = () if held is None or event.address is None else tuple(a for a in held.addresses if a[1] != event.address)
    return _changed(routes, event, held.topic if held else None, left)


def _changed(
    routes: Routes, event: BrokerPut | BrokerDropped, topic: str | None, addresses: tuple[tuple[int, str], ...]
) -> Routes:
    held = routes.now.get(event.broker)
    if held and held.addresses == addresses:
        return routes
    new = Held(event.broker, topic, addresses, Span(event.at, None), event.record_id)
    ended = (replace(held, span=Span(held.span.start, event.at), ended_by=event.record_id),) if held else ()
    return Routes({**routes.now, event.broker: new}, routes.before + ended)
