"""Where partitions run: a file at a time for reading, a key at a time for replay."""
