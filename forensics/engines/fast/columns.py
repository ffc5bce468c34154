"""The columns of the kernel's table of records, and its numbers for layouts."""

SERVER, STATS, WATERMARK, PROXY_WATERMARK, CLIENT, CLASSIC, CLASSIC_SECONDS = range(7)
"""Layouts by number."""
(
    BEGIN, LINES, PRINTED, LAYOUT, LEVEL, THREAD, THREAD_END, LOGGER, LOGGER_END, PID, MESSAGE, STOP, TRACE, STATEMENT, KEPT,
) = range(15)  # fmt: skip
"""The columns of a record: offsets into the piece, numbers, and -1 for what it has not."""
COLUMNS = 15
LEFT, UNREAD = -1, -2
"""Instead of a statement: the record is left to the plain way; no statement fits."""
NULL = -(2**63)
"""The number kept for a null, and the beginning of a text that is null."""
PLAIN, NULLABLE, ENDPOINT, OR_EMPTY, NOT_EMPTY = range(5)
"""How a text becomes a value: as it stands; `null` is none; what follows its last slash; neither null nor empty; not empty."""
MOST_MESSAGES = 127
"""Messages of one checkpoint, at most."""
NUMBERS, TRUTHS, TEXTS, LISTS = range(4)
"""What a column of an event is made as."""
