"""What the rules of POP found, in plain words: what is counted, and what of it."""

SAID: dict[str, tuple[str, str]] = {
    "queue_lock_kept": (
        "queue",
        "the broker refused to give messages out for a moment, and then gave none for one to two minutes",
    ),
    "checkpoint_key_shared": (
        "message",
        "never delivered again though nobody acknowledged it, because the records of two deliveries looked alike",
    ),
    "timestamp_taken_for_offset": (
        "message",
        "the broker wrote a time where the place of a message belongs, and lost sight of a delivery",
    ),
    "revived_twice": ("case", "one delivery that was not acknowledged brought its message back once too often"),
    "foreign_message_revived": (
        "message",
        "delivered again in place of one that is gone, though nothing called for it",
    ),
    "revived_early": ("message", "delivered again before its time to be acknowledged had passed"),
    "revive_halted": (
        "failed round",
        "the broker's search for messages that nobody acknowledged does not run, so that none of them comes back",
    ),
    "revive_offset_fell": (
        "record",
        "looked at again by the broker's search for unacknowledged messages, which can deliver them once more",
    ),
    "checkpoint_not_stored": (
        "case",
        "the broker could not write down that it had given messages out, so that nobody would bring them back",
    ),
    "ack_not_stored": ("acknowledgement", "answered with success and not written down, so that the message comes again"),
    "orderly_ack_ignored": (
        "acknowledgement",
        "come after the message had been given out again, answered with success, and without effect",
    ),
}
"""By kind of finding: what its occurrences are, in the singular, and the rest of the sentence."""
