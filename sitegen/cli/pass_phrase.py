"""The pass phrase of a key: from a file, from the environment, or asked for on the terminal; never from an argument."""

import os
from collections.abc import Iterator
from pathlib import Path

import click

from sitegen.cli.faults import Refused
from sitegen.cli.presence import somebody_is_there

VARIABLE = "SITEGEN_PASSPHRASE"
MAX_BYTES = 1_024
TRIES = 3
NOBODY = f"write it into a file and add `--passphrase-file FILE`, or set {VARIABLE}"


def known(file: Path | None, what: str) -> Iterator[str]:
    """What may be the pass phrase of a key: the one that was given, or as many as a person has tries at the terminal.

    `what` names the key in the question.
    """
    given = _given(file)
    if given:
        yield given
        return
    yield _ask(f"Pass phrase of {what}", again=False)
    for _ in range(TRIES - 1):
        yield _ask(f"That does not fit. Pass phrase of {what}", again=False)


def new(file: Path | None) -> str:
    """The pass phrase for a key to be made; on a terminal it is asked for twice."""
    return _given(file) or _ask("Pass phrase for the new key", again=True)


def _given(file: Path | None) -> str:
    if file is not None:
        return _from_file(file)
    return os.environ.get(VARIABLE, "")


def _from_file(file: Path) -> str:
    """The first line of a file that only its owner may read."""
    from sitegen.signing import key_folder

    try:
        text = key_folder.secret_bytes(file, MAX_BYTES).decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refused(f"{file} is not saved as UTF-8") from error
    phrase = text.removeprefix("\ufeff").partition("\n")[0].removesuffix("\r")
    if not phrase:
        raise Refused(f"the first line of {file} is empty", "the pass phrase stands there, and nothing else")
    return phrase


def _ask(question: str, *, again: bool) -> str:
    if not somebody_is_there():
        raise Refused("a pass phrase is needed, and nobody is there to ask", NOBODY)
    answer: str = click.prompt(question, hide_input=True, confirmation_prompt=again, err=True)
    return answer
