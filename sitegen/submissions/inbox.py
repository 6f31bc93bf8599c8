"""The responses that were imported, in `private/inbox/`: a file for each import, there whole or not at all."""

import hashlib
import hmac
import secrets
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

import msgspec

from sitegen.signing import whole_files
from sitegen.signing.refusal import Refused
from sitegen.submissions.responses import Response

FOLDER = "private/inbox"
FOLDER_MODE = 0o700
SECRET = "secret"  # noqa: S105 - the name of a file
_decode = msgspec.json.Decoder(Response).decode
_encode = msgspec.json.Encoder().encode


def responses(root: Path) -> list[Response]:
    """Everything that was imported, oldest first; raises Refused, naming the file, if one is damaged."""
    return [response for path in _files(root) for response in _in_file(root, path)]


def add(root: Path, form: str, added: Iterable[Response]) -> str:
    """Put what one import brought into a file of its own; returns its path from the top of the site."""
    data = b"".join(_encode(response) + b"\n" for response in added)
    folder = root / FOLDER / form
    whole_files.make_folders(folder, FOLDER_MODE)
    numbers = [int(path.stem) for path in folder.glob("*.jsonl") if path.stem.isdecimal()]
    path = folder / f"{max(numbers, default=0) + 1:06}.jsonl"
    whole_files.create(path, data, whole_files.PRIVATE)
    return path.relative_to(root).as_posix()


def rewrite(root: Path, change: Callable[[Response], Response]) -> None:
    """Put other words into the place of what was imported; a file in which nothing changes is left alone."""
    for path in _files(root):
        before = list(_in_file(root, path))
        after = [change(response) for response in before]
        if after != before:
            whole_files.replace(path, b"".join(_encode(response) + b"\n" for response in after))


def secret(root: Path) -> bytes:
    """What ids are made with, so that nobody can tell from an id whose it is; made when first asked for.

    Raises Refused if it has gone: a second one would make every known response, and every award, look new.
    """
    path = root / FOLDER / SECRET
    if not path.is_file():
        if _files(root):
            raise Refused(
                f"the file {FOLDER}/{SECRET} is missing, by which responses are known again",
                "take it back from a copy of private/",
            )
        whole_files.make_folders(path.parent, FOLDER_MODE)
        with suppress(FileExistsError):  # another process was faster
            whole_files.create(path, secrets.token_hex(32).encode() + b"\n", whole_files.PRIVATE)
    return path.read_bytes().strip()


def mark(secret: bytes, *words: str) -> str:
    """32 hexadecimal digits that stand for some words, and that nobody without the secret can find out."""
    return hmac.new(secret, "\0".join(words).encode(), hashlib.sha256).hexdigest()[:32]


def _files(root: Path) -> list[Path]:
    return sorted((root / FOLDER).glob("*/*.jsonl"), key=lambda path: (path.parent.name, path.stem.zfill(12)))


def _in_file(root: Path, path: Path) -> Iterable[Response]:
    for number, line in enumerate(path.read_bytes().split(b"\n"), 1):
        if line:
            try:
                yield _decode(line)
            except msgspec.MsgspecError as error:
                raise Refused(
                    f"line {number} of {path.relative_to(root)} is damaged: {error}",
                    "take the file back from a copy of private/; nothing of it is in the repository",
                ) from error
