"""The documents in the memory, for any process: a connection must not cross a fork."""

import os
import sqlite3
from urllib.parse import quote


class Documents:
    """Reads what the memory at `path` holds; opened once in each process."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._process = 0

    def get(self, source: str) -> bytes:
        """The encoded document of a source; empty for no source."""
        if not source:
            return b""
        row = self._connected().execute("SELECT document FROM reading WHERE path = ?", (source,)).fetchone()
        return bytes(row[0]) if row else b""

    def analyses(self) -> dict[str, bytes]:
        """What the search knows of every credential, by slug."""
        return dict(self._connected().execute("SELECT slug, data FROM analysis"))

    def _connected(self) -> sqlite3.Connection:
        if self._process != os.getpid():
            self._connection = sqlite3.connect(f"file:{quote(self.path)}?mode=ro", uri=True)
            self._process = os.getpid()
        return self._connection
