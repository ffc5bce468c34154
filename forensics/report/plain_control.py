"""What was found of the control plane, for people who do not know RocketMQ's inside: what is counted, and what it means."""

SAID: dict[str, tuple[str, str]] = {
    "npe_change_invisible": (
        "request",
        "a consumer asked to get a message back later, or sooner, at a proxy that did not know it yet, and got an error",
    ),
    "npe_forward_to_dlq": (
        "message",
        "given up by a consumer after the last try, at a proxy that did not know the consumer yet and answered with an error",
    ),
    "npe_receive": ("delivery attempt", "messages were taken from the queue for a consumer that was gone, and come again later"),
    "npe_receive_settings": (
        "question",
        "a consumer asked for messages at a proxy that did not know it yet, and had to ask again",
    ),
    "npe_query_assignment": (
        "question",
        "a proxy could not tell a consumer which queues are its own, for one broker of the topic had no main one",
    ),
    "npe_client_termination": ("error", "a client said goodbye to a proxy that did not know it; it does no harm"),
    "npe_unregister_client": ("error", "a client said goodbye to its proxy twice; it does no harm"),
    "misrouted_async_retry": (
        "message",
        "sent to a name server after a failed try, which stores no messages, for the other broker's address was missing",
    ),
    "good_nameserver_channel_closed": (
        "connection",
        "closed unused by a client, though the name server was well, for another that cannot be reached had used up the time",
    ),
    "removed_nameserver_asked": ("question", "a client asked a name server that it had been told to leave"),
    "nameserver_never_ready": ("question", "a name server that thinks it has not started yet told no client where brokers are"),
    "living_broker_expired": ("case", "a name server gave a broker up that had reported to it meanwhile"),
    "new_master_unregistered": ("case", "a name server forgot the new main broker when the old one said goodbye"),
    "silent_master_kept": ("case", "the controller did not look whether a main broker hangs"),
    "broker_identity_clash": (
        "change",
        "two brokers of one name took each other's place, and messages went to the one or the other",
    ),
    "two_masters_of_one_epoch": ("case", "two brokers were the main one at once, and may hold different messages"),
    "two_masters_at_once": (
        "case",
        "a broker went on as the main one while another had taken its place, and what it took is cut off",
    ),
    "master_epoch_falls_back": ("case", "a broker became the main one under an older count, and newer messages may be cut off"),
    "sync_set_without_master": ("case", "the main broker was missing from the list of those that may follow it"),
}
"""By kind: the noun that its occurrences count, and what each of them is."""
