"""What people sent stays out of the repository: no folder is written to, and no file read, that git would share."""

import shutil
import subprocess
from pathlib import Path

from sitegen.signing.refusal import Refused

FOLDER = "private"


def refuse_shared(root: Path) -> None:
    """Raise Refused if what is written to `private/` would be committed, or if some of it is committed already."""
    folder = (root / FOLDER).resolve()
    if _asked(folder, "check-ignore", "-q", str(folder / "x")) == 1:
        raise Refused(
            "private/ is not left out of the repository, and it will hold what people sent in",
            "add a line `/private/` to the file .gitignore at the top of the site",
        )
    if _asked(folder, "ls-files", "--error-unmatch", str(folder)) == 0:
        raise Refused(
            "private/ holds files that are in the repository already, and it will hold what people sent in",
            "take them out with `git rm -r --cached private`, and treat what they say as known to others",
        )


def refuse_export(file: Path) -> None:
    """Raise Refused for an export that lies where git has it, or would take it with the next commit."""
    place = file.resolve()
    if _asked(place, "ls-files", "--error-unmatch", str(place)) == 0:
        raise Refused(
            f"{file} is in the repository, where everybody who has it can read what people sent in",
            "take it out (`git rm --cached`), move it into private/, and tell whoever looks after people's data",
        )
    if _asked(place, "check-ignore", "-q", str(place)) == 1:
        raise Refused(
            f"{file} lies in the repository and would be committed with the next change",
            "move it into private/ first",
        )


def _asked(place: Path, *words: str) -> int | None:
    """Git's answer about a place; None if there is no git here, or the place is in no repository."""
    git = shutil.which("git")
    folder = next((folder for folder in place.parents if folder.is_dir()), None)
    if git is None or folder is None:
        return None
    command = [git, "-C", str(folder), *words]
    asked = subprocess.run(command, capture_output=True, timeout=20, check=False)  # noqa: S603
    return asked.returncode if asked.returncode in (0, 1) else None
