"""What made a checkpoint that lies in a store: a pop, a change of the invisible time, or revive that put it again."""

from dataclasses import replace

from forensics.model.pop_origin import CHANGED, POPPED, REWRITTEN, StoredAck, StoredCk, origins

T0 = 1_790_000_000_000
"""Some pop time, in epoch milliseconds."""


def ck(record, popped_ms, *offsets, broker="a", for_ms=10_000):
    """Return the checkpoint of *offsets*, stored as soon as it was popped."""
    pop_time = T0 + popped_ms
    return StoredCk(record, broker, offsets[0], offsets, pop_time, pop_time + for_ms, pop_time + 1, None)


def test_messages_of_a_queue_changed_in_one_millisecond_are_no_rewrites():
    stored = [ck(1, 0, 7, 8, 9), ck(2, 4_000, 7), ck(3, 4_000, 8)]
    assert origins(stored, {}, buffers=False) == {1: POPPED, 2: CHANGED, 3: CHANGED}


def test_what_revive_puts_again_holds_a_message_of_its_pop():
    stored = [ck(1, 0, 7, 8), ck(2, 0, 8, broker=None), ck(3, 0, T0)]
    assert origins(stored, {}, buffers=False) == {1: POPPED, 2: REWRITTEN, 3: REWRITTEN}


def test_a_change_after_the_revive_time_shows_by_the_ack_beside_it():
    """Popped again instead, the message would be acked under its new handle, and later."""
    stored = [ck(1, 0, 7, 8), ck(2, 12_000, 7), ck(3, 12_000, 8)]
    acks = {7: [StoredAck(T0 + 12_001, T0, "a")], 8: [StoredAck(T0 + 12_001, T0 + 12_000, "a"), StoredAck(T0 + 9_000, T0, "a")]}
    assert origins(stored, acks, buffers=False) == {1: POPPED, 2: CHANGED, 3: POPPED}


def test_an_old_handle_acked_while_a_pop_waits_in_the_buffer_makes_it_no_change():
    """A change acks the old handle once its checkpoint is put; a consumer may do so late, after a restart that pops again."""
    again = replace(ck(2, 12_000, 7, for_ms=60_000), store_ms=T0 + 22_000)
    late = {7: [StoredAck(T0 + 14_000, T0, "a")]}
    assert origins([ck(1, 0, 7), again], late, buffers=False) == {1: POPPED, 2: POPPED}
