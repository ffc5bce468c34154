"""Options behind which a log holds lines: with the option off their absence says nothing. Read from the classes of each tag."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Gate:
    """An option of a process, the value with which the lines are printed, and in words which lines those are."""

    option: str
    value: str
    hides: str


GATES: dict[tuple[str, str], tuple[Gate, ...]] = {
    ("broker", "pop.log"): (
        Gate("enablePopLog", "true", "every line that names a checkpoint, an ack or a message (5.0.0 on)"),
        Gate("popConsumerKVServiceLog", "true", "the records of PopConsumerService (5.3.2 on)"),
    ),
    ("namesrv", "namesrv.log"): (
        Gate("notifyMinBrokerIdChanged", "true", "min broker id changed: slaves that become acting masters (5.0.0 on)"),
    ),
}
"""By process kind and log its gates."""
