"""The reference state machine in plain Python: one module per part of the protocol; no table library, no files."""
