"""What a build remembers for the next one: a single SQLite file, changed only in whole transactions.

Nothing in it is ever run or unpickled; a file that is damaged or was written by another version is thrown away.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from sitegen import memory
from sitegen.rows import AboutRow, AnalysisRow, PageRow, ReadingRow, SourceRow


class Store:
    """The memory of one output folder. `version` names the code that wrote it: another version starts afresh."""

    def __init__(self, path: Path, version: str) -> None:
        self.path = path
        self.connection = memory.connect(path, version)

    @property
    def afresh(self) -> bool:
        """Whether nothing that is published was made by this version."""
        return bool(self.fact("afresh"))

    def close(self) -> None:
        self.connection.close()

    def begin(self) -> None:
        """Start a transaction: all changes until `commit` happen together or not at all."""
        self.connection.execute("BEGIN IMMEDIATE")

    def commit(self) -> None:
        self.connection.execute("COMMIT")

    def rollback(self) -> None:
        if self.connection.in_transaction:
            self.connection.execute("ROLLBACK")

    def fact(self, name: str) -> bytes | None:
        row = self.connection.execute("SELECT value FROM fact WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None

    def remember(self, name: str, value: bytes) -> None:
        """Keep a fact; one that is known already costs no write to the disk."""
        if self.fact(name) != value:
            self.connection.execute("INSERT OR REPLACE INTO fact VALUES (?, ?)", (name, value))

    def sources(self) -> dict[str, SourceRow]:
        rows = self.connection.execute("SELECT path, size, modified, inode, digest FROM source")
        return {row[0]: SourceRow._make(row) for row in rows}

    def save_sources(self, rows: Iterable[SourceRow], gone: Iterable[str]) -> None:
        self.connection.executemany("INSERT OR REPLACE INTO source VALUES (?, ?, ?, ?, ?)", rows)
        self.connection.executemany("DELETE FROM source WHERE path = ?", ((path,) for path in gone))

    def stats(self) -> dict[str, tuple[int, int, int]]:
        """Size, time and inode of every file as the last build saw it."""
        rows = self.connection.execute("SELECT path, size, modified, inode FROM source")
        return {path: (size, modified, inode) for path, size, modified, inode in rows}

    def source(self, path: str) -> SourceRow | None:
        row = self.connection.execute(
            "SELECT path, size, modified, inode, digest FROM source WHERE path = ?", (path,)
        ).fetchone()
        return SourceRow._make(row) if row else None

    def reading_key(self, path: str) -> bytes:
        row = self.connection.execute("SELECT key FROM reading WHERE path = ?", (path,)).fetchone()
        return row[0] if row else b""

    def document_digest(self, path: str) -> bytes | None:
        row = self.connection.execute("SELECT digest FROM reading WHERE path = ?", (path,)).fetchone()
        return row[0] if row else None

    def page_key(self, address: str) -> bytes | None:
        row = self.connection.execute("SELECT key FROM page WHERE address = ?", (address,)).fetchone()
        return row[0] if row else None

    def reading_keys(self) -> dict[str, bytes]:
        return dict(self.connection.execute("SELECT path, key FROM reading"))

    def readings(self) -> Iterator[ReadingRow]:
        """What came of every file, in the order of paths, without the documents."""
        query = "SELECT path, kind, key, digest, entry, problems, x'' FROM reading ORDER BY path"
        for row in self.connection.execute(query):
            yield ReadingRow._make(row)

    def reading(self, path: str) -> ReadingRow | None:
        query = "SELECT path, kind, key, digest, entry, problems, document FROM reading WHERE path = ?"
        row = self.connection.execute(query, (path,)).fetchone()
        return ReadingRow._make(row) if row else None

    def troubled(self) -> list[bytes]:
        """The encoded problems of every file that has some."""
        return [
            row[0]
            for row in self.connection.execute("SELECT problems FROM reading WHERE problems != x'5b5d'")
        ]

    def document_digests(self) -> dict[str, bytes]:
        return dict(self.connection.execute("SELECT path, digest FROM reading"))

    def pages(self) -> int:
        """How many files the site consists of."""
        number = self.connection.execute("SELECT total(files) FROM page").fetchone()[0]
        return int(number)

    def save_reading(self, row: ReadingRow) -> None:
        self.connection.execute("INSERT OR REPLACE INTO reading VALUES (?, ?, ?, ?, ?, ?, ?)", row)

    def forget_readings(self, paths: Iterable[str]) -> None:
        self.connection.executemany("DELETE FROM reading WHERE path = ?", ((path,) for path in paths))

    def page_keys(self) -> dict[str, bytes]:
        return dict(self.connection.execute("SELECT address, key FROM page"))

    def analysis_keys(self) -> dict[str, tuple[bytes, bytes]]:
        """Of every analysed file, the document's digest and the names that it was analysed with."""
        rows = self.connection.execute("SELECT path, digest, names FROM analysis")
        return {path: (digest, names) for path, digest, names in rows}

    def abouts(self) -> list[AboutRow]:
        """What every analysed credential is about, in the order of their names."""
        rows = self.connection.execute("SELECT slug, about, topics FROM analysis ORDER BY slug")
        return [AboutRow._make(row) for row in rows]

    def save_analyses(self, rows: Iterable[AnalysisRow], gone: Iterable[str]) -> None:
        self.connection.executemany("INSERT OR REPLACE INTO analysis VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        self.connection.executemany("DELETE FROM analysis WHERE path = ?", ((path,) for path in gone))

    def payloads(self, maker: str) -> dict[str, bytes]:
        """The payloads of all jobs of a maker, by name."""
        return dict(self.connection.execute("SELECT address, payload FROM page WHERE maker = ?", (maker,)))

    def page(self, address: str) -> PageRow | None:
        query = (
            "SELECT address, maker, source, key, build, reason, payload, files FROM page WHERE address = ?"
        )
        row = self.connection.execute(query, (address,)).fetchone()
        return PageRow._make(row) if row else None

    def pages_from(self, source: str) -> list[PageRow]:
        columns = "address, maker, source, key, build, reason, payload, files"
        query = f"SELECT {columns} FROM page WHERE source = ? AND source != ''"  # noqa: S608 - names of columns
        return [PageRow._make(row) for row in self.connection.execute(query, (source,))]

    def save_pages(self, rows: Iterable[PageRow], gone: Iterable[str]) -> None:
        self.connection.executemany("INSERT OR REPLACE INTO page VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
        self.connection.executemany("DELETE FROM page WHERE address = ?", ((address,) for address in gone))
