"""Writes the golden files of the examples again."""

import contextlib
import io
import os
import shutil
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parents[1])]

import test_examples  # noqa: E402
from commandline import Ran  # noqa: E402

from sitegen import cli  # noqa: E402


def ran(*words: str) -> Ran:
    """Run a command in this process."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = cli.run(words)
    return Ran(code, out.getvalue(), err.getvalue())


if __name__ == "__main__":
    for name in test_examples.WAYS:
        with tempfile.TemporaryDirectory() as folder:
            site = Path(folder, "site")
            shutil.copytree(HERE.parent / "cases" / "base", site)
            os.chdir(site)
            said = test_examples.outcome(ran, site, name)
            (test_examples.EXAMPLES / f"{name}.golden").write_text(said, encoding="utf-8", newline="\n")
            os.chdir(HERE)
