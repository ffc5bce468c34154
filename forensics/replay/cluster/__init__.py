"""Brokers among each other: who is master, who is in sync, who takes whose place, and what their controllers saw."""
