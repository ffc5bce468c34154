"""Where DuckDB puts what does not fit into its memory: a directory of the user's own, which is gone with the connection."""

from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from forensics.scratch import Scratch

if TYPE_CHECKING:
    import duckdb


class SpillPlace:
    """A directory for temporary files that nobody else can read; DuckDB's own choice is one below the working directory."""

    def __init__(self) -> None:
        self._directory = Scratch()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """Return where it is."""
        return Path(self._directory.name)

    def give_to(self, connection: "duckdb.DuckDBPyConnection") -> None:
        """Let *connection*, which is closed before this is, put its temporary files here."""
        connection.execute("SET temp_directory = ?", [str(self.path)])

    def close(self) -> None:
        """Remove it with all that lies in it."""
        self._directory.cleanup()
