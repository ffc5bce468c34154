"""Queries end: when they take too long, and when the user or the bound on memory interrupts them."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

LONGEST_S = 60
"""How long one query may take."""
_INTERRUPTED = "Query interrupted"


@contextmanager
def bounded(connection: "duckdb.DuckDBPyConnection") -> Iterator["duckdb.DuckDBPyConnection"]:
    """Interrupt what *connection* runs in the block when it takes too long: InterruptException; KeyboardInterrupt stays one."""
    timer = threading.Timer(LONGEST_S, connection.interrupt)
    timer.daemon = True
    timer.start()
    try:
        yield connection
    except RuntimeError as error:  # what DuckDB makes of a KeyboardInterrupt while a query runs
        if str(error) == _INTERRUPTED:
            raise KeyboardInterrupt from None
        raise
    finally:
        timer.cancel()
        timer.join()  # it holds the connection, which DuckDB says is leaked where the process ends before its thread has
