"""What a person asks of a build, and what they are told of it."""

from pathlib import Path
from typing import Literal

from msgspec import Struct

from sitegen.problem import Problem


class Options(Struct, frozen=True, kw_only=True):
    """A build of the project at `root` into `out`.

    `drafts` publishes drafts too, `strict` lets warnings stop publication, `clean` forgets the last build, `workers` is the
    number of processes (None: as many as there are processors), `wait` waits for another build to finish instead of
    refusing, `force` replaces a folder at `out` that sitegen did not make. `host` is where the site is published, if not
    where its settings say; `preview` marks every page as one that is not to be relied on.
    """

    root: Path
    out: Path
    drafts: bool = False
    strict: bool = False
    clean: bool = False
    workers: int | None = None
    wait: bool = False
    force: bool = False
    host: Literal["netlify", "cloudflare", "github", "none"] | None = None
    preview: bool = False


class Result(Struct, frozen=True, kw_only=True):
    """What came of a build or a check; problems are sorted and have their places."""

    problems: tuple[Problem, ...] = ()
    published: bool = False
    counts: dict[str, int] = {}
    made: int = 0
    removed: int = 0
    seconds: float = 0.0
    note: str = ""

    @property
    def ok(self) -> bool:
        """Whether there is no error."""
        return all(problem.severity != "error" for problem in self.problems)


def state_file(options: Options) -> Path:
    """Where the memory of an output folder lies."""
    return options.root / ".sitegen" / f"{options.out.name}.sqlite"


def lock_file(options: Options) -> Path:
    """The file that one build at a time may hold."""
    return options.root / ".sitegen" / f"{options.out.name}.lock"
