"""The file that a fault of ours leaves behind, so that it can be reported and mended."""

import os
import platform
import tempfile
import time
import traceback
from collections.abc import Sequence
from pathlib import Path

from sitegen import __version__


def report(error: BaseException, arguments: Sequence[str]) -> tuple[str, str]:
    """Write the file; returns a message and a hint for the person whose command failed."""
    message = f"sitegen has a fault that is not yours ({type(error).__name__}: {_first_line(error)})"
    try:
        path = _write(_text(error, arguments), _folder(arguments) / ".sitegen")
    except OSError:
        return message, "please report it, with the command you typed"
    return message, f"please report it and attach {path}; what was published before is untouched"


def _first_line(error: BaseException) -> str:
    return (str(error).splitlines() or [""])[0][:200]


def _text(error: BaseException, arguments: Sequence[str]) -> str:
    lines = [
        f"sitegen {__version__}, Python {platform.python_version()}, {platform.platform()}",
        f"arguments: {' '.join(arguments)}",
        "",
        *traceback.format_exception(error),
    ]
    return "\n".join(lines)


def _folder(arguments: Sequence[str]) -> Path:
    """The folder given with -C, or the current one; the parser's own answer is lost by now."""
    for place, word in enumerate(arguments[:-1]):
        if word == "-C":
            return Path(arguments[place + 1])
    return Path()


def _write(text: str, memory: Path) -> Path:
    """In the site's own folder of memory if there is one, else in a new file among the system's temporary ones."""
    if memory.is_dir() and not memory.is_symlink():
        path = memory / f"crash-{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}.txt"
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    else:
        handle, name = tempfile.mkstemp(prefix="sitegen-crash-", suffix=".txt")
        path = Path(name)
    with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
        file.write(text)
    return path
