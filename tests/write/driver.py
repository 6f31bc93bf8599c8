"""A stand-in for the build: publishes `content/*.txt` to `public/` by the protocol, with a small memory of its own.

Run as a program in a folder that has `content/`, it builds with two forked workers; bench/kill_everywhere.py can
measure it. As a module it gives the tests `build`.
"""

import json
import os
import sqlite3
import sys
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import msgspec

from sitegen.write import disk, lock, recover, stage, swap, trees


def build(root: Path, pages: Mapping[str, bytes], workers: int = 0, *, force: bool = False) -> str:
    """Publish `pages` to `root/public`; return the way, `same` if nothing was to do, or the code of a refusal."""
    out = root / "public"
    with lock.held(root / ".sitegen" / "lock", wait=True), closing(_open(root)) as memory:
        keys, record = _recall(memory)
        standing = recover.recover(out, record, [root / "content", root / ".sitegen"], force=force)
        if standing.refusal is not None:
            return standing.refusal.code
        if standing.trees is None:
            keys = {}
        wanted = {address: data.hex() for address, data in pages.items()}
        fresh = [address for address in wanted if keys.get(address) != wanted[address]]
        gone = [address for address in keys if address not in wanted]
        if standing.trees is not None and not fresh and not gone:
            return standing.finished or "same"
        prepared = stage.prepare(standing)
        changed = [*disk.drop(prepared, gone), *_put_all(prepared, pages, fresh, workers)]
        after = trees.after(prepared, changed)
        _remember(memory, wanted, after)
        return swap.publish(out, after)


def _put_all(prepared: trees.Stage, pages: Mapping[str, bytes], fresh: list[str], workers: int) -> list[str]:
    if not workers:
        return [address for address in fresh if disk.put(prepared, address, pages[address])]
    started = [_fork(prepared, pages, fresh[number::workers]) for number in range(workers)]
    answers = [_answer(child, reader) for child, reader in started]
    if None in answers:
        raise OSError("a worker has failed")
    return [address for answer in answers for address in answer or ()]


def _fork(prepared: trees.Stage, pages: Mapping[str, bytes], share: list[str]) -> tuple[int, int]:
    reader, writer = os.pipe()
    child = os.fork()
    if child:
        os.close(writer)
        return child, reader
    status = 1
    try:
        os.close(reader)
        changed = [address for address in share if disk.put(prepared, address, pages[address])]
        os.write(writer, json.dumps(changed).encode())
        status = 0
    finally:
        os._exit(status)


def _answer(child: int, reader: int) -> list[str] | None:
    with os.fdopen(reader, "rb") as pipe:
        text = pipe.read()
    _, status = os.waitpid(child, 0)
    return msgspec.json.decode(text, type=list[str]) if status == 0 and text else None


def _open(root: Path) -> sqlite3.Connection:
    memory = sqlite3.connect(root / ".sitegen" / "driver.db", isolation_level=None)
    memory.execute("pragma synchronous = off")
    memory.execute("create table if not exists memory (name text primary key, value text)")
    return memory


def _recall(memory: sqlite3.Connection) -> tuple[dict[str, str], trees.Trees | None]:
    found = dict(memory.execute("select name, value from memory"))
    if not found:
        return {}, None
    return json.loads(found["keys"]), msgspec.json.decode(found["trees"], type=trees.Trees)


def _remember(memory: sqlite3.Connection, keys: dict[str, str], record: trees.Trees) -> None:
    memory.execute("begin")
    rows = [("keys", json.dumps(keys)), ("trees", msgspec.json.encode(record).decode())]
    memory.executemany("insert or replace into memory values (?, ?)", rows)
    memory.execute("commit")


def main() -> int:
    root = Path.cwd()
    sources = sorted((root / "content").glob("**/*.txt"))
    pages = {f"{source.stem}/index.html": source.read_bytes() * 50 for source in sources}
    pages["index.html"] = b"<meta name=generator content=sitegen>" + repr(sorted(pages)).encode()
    try:
        way = build(root, pages, workers=2)
    except (OSError, sqlite3.Error) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"{way}\n")
    return 0 if not way.startswith("output-") else 1


if __name__ == "__main__":
    raise SystemExit(main())
