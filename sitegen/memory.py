"""The file in which a build's memory lies: its tables, how it is opened, and what becomes of a damaged one."""

import sqlite3
import sys
from pathlib import Path

import msgspec

FORGET = ("DROP TABLE IF EXISTS source", "DROP TABLE IF EXISTS reading", "DROP TABLE IF EXISTS page",
          "DROP TABLE IF EXISTS analysis")  # fmt: skip
SCHEMA = (
    "CREATE TABLE source (path TEXT PRIMARY KEY, size INT, modified INT, inode INT, digest BLOB) WITHOUT ROWID",
    "CREATE TABLE reading (path TEXT PRIMARY KEY, kind TEXT, key BLOB, digest BLOB, entry BLOB, problems BLOB,"
    " document BLOB)",
    "CREATE TABLE page (address TEXT PRIMARY KEY, maker TEXT, source TEXT, key BLOB, build INT, reason TEXT, payload BLOB,"
    " files INT)",
    "CREATE TABLE analysis (path TEXT PRIMARY KEY, slug TEXT, digest BLOB, names BLOB, about TEXT, topics TEXT, data BLOB)",
    "CREATE INDEX page_source ON page (source) WHERE source != ''",
    "CREATE INDEX page_files ON page (files)",
    "CREATE INDEX reading_kind ON reading (kind)",
    "CREATE INDEX reading_problems ON reading (problems) WHERE problems != x'5b5d'",
)
DAMAGE = (sqlite3.DatabaseError, msgspec.DecodeError)
"""What reading a memory raises that is damaged in its middle."""


def connect(path: Path, version: str) -> sqlite3.Connection:
    """The memory at `path`, ready for use; what another version wrote, or what is no memory, is thrown away.

    Raises OSError if the disk is full or somebody holds the file: neither is the file's fault.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        return _opened(path, version)
    except sqlite3.OperationalError as error:
        raise OSError(f"the build's memory cannot be used: {error}") from error
    except sqlite3.DatabaseError:
        path.unlink(missing_ok=True)
        return _opened(path, version)


def _opened(path: Path, version: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, timeout=30)
    try:
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA journal_mode = TRUNCATE")
        connection.execute(
            "CREATE TABLE IF NOT EXISTS fact (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID"
        )
        known = connection.execute("SELECT value FROM fact WHERE name = 'version'").fetchone()
        if known != (version.encode(),):
            _start_afresh(connection, version)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _start_afresh(connection: sqlite3.Connection, version: str) -> None:
    """Forget all that another version remembered, but for which folder it published into."""
    connection.execute("BEGIN IMMEDIATE")
    for statement in (*FORGET, *SCHEMA):
        connection.execute(statement)
    connection.execute("DELETE FROM fact WHERE name != 'trees'")
    facts = (("version", version.encode()), ("afresh", b"1"))
    connection.executemany("INSERT INTO fact VALUES (?, ?)", facts)
    connection.execute("COMMIT")


def forget(path: Path) -> None:
    """Throw a damaged memory away. Raises OSError if it is not damaged, but cannot be written or is held by somebody."""
    error = sys.exc_info()[1]
    if isinstance(error, sqlite3.OperationalError):
        raise OSError(f"the build's memory cannot be used: {error}") from error
    path.unlink(missing_ok=True)
