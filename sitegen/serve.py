"""A site under the hands of its author: built, shown, watched, built again and reloaded."""

import os
import sys
import time
import webbrowser
from collections.abc import Callable
from pathlib import Path
from threading import Event

from msgspec import structs

from sitegen import report
from sitegen.build import build
from sitegen.model import urls, wording
from sitegen.model.site import Site
from sitegen.options import Options, Result
from sitegen.problem import Problem
from sitegen.read import places, records, tree
from sitegen.render import theme
from sitegen.serving import answer, news, server, watch

Say = Callable[[str], None]
"""Shows a person one line."""

WRONG_USE = 2
INTERRUPTED = 130


def aloud(line: str) -> None:
    """Say a line on standard error."""
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def run(  # noqa: PLR0913 - each is a choice of the person at the command line
    root: Path,
    out: Path,
    *,
    port: int = 8000,
    open_browser: bool = False,
    drafts: bool = False,
    say: Say = aloud,
    look: report.Look | None = None,
) -> int:
    """Build the project at `root` into `out`, show it here and keep it up to date until interrupted.

    `port` is the first one tried. Everything a person should know goes to `say`; `look` is how problems are
    laid out. Returns an exit code: 2 if the site cannot be shown as wished, 130 when interrupted. Raises
    OSError if the disk refuses the first build.
    """
    options = Options(root=root, out=out.absolute(), drafts=drafts, wait=True)
    resident = Resident(options, say, look or report.Look())
    try:
        say("Building …")
        if not resident.build():
            return WRONG_USE
        shown = server.open_near(port, resident.shown, resident.board)
        if isinstance(shown, str):
            say(shown)
            return WRONG_USE
        with server.running(shown):
            _announce(shown, port, say)
            if open_browser:
                webbrowser.open(shown.address)
            resident.follow(shown, Event())
    except KeyboardInterrupt:
        say("Stopped.")
    return INTERRUPTED


def _announce(shown: server.Server, port: int, say: Say) -> None:
    if shown.server_port != port and port:
        say(f"Port {port} is in use, so this is port {shown.server_port}.")
    say(f"Look at {shown.address} (it follows what you save; Ctrl-C ends it)")


class Resident:
    """A site that is built again and again in this process, and what was last said of it."""

    def __init__(self, options: Options, say: Say, look: report.Look) -> None:
        self.options = options
        self.say = say
        self.look = look
        self.board = news.Board(news.News(f"{time.time_ns():x}-0"))
        self.settings: Site | None = None
        self._told = Result(published=True)

    @property
    def shown(self) -> answer.Site:
        """What the server is to show."""
        return answer.Site(str(self.options.out), urls.root(self.settings) if self.settings else "")

    def places(self) -> tuple[str, ...]:
        """The folders from which the site is made."""
        docs = (self.options.root / self.settings.docs,) if self.settings and self.settings.docs else ()
        own = (self.options.root / places.CONTENT, self.options.root / "themes")
        return watch.outermost((*own, *docs, theme.default_folder()))

    def follow(self, shown: server.Server, stop: Event) -> None:
        """Build after every change, until `stop` is set."""
        # Threads answer requests by now, and a process with threads must not be forked: so it works alone.
        self.options = structs.replace(self.options, workers=1)
        for touched in watch.changes(self.places, stop):
            told = self.rebuild(touched)
            shown.site = self.shown  # before any page hears that it should come again
            self.board.post(told)

    def build(self) -> bool:
        """Build for the first time; False if the output folder is not ours to fill and to show."""
        result = build(self.options)
        self._tell(result)
        self._learn()
        self.board.post(news.after(self.board.news, result))
        return result.published or not any(problem.code.startswith("output-") for problem in result.problems)

    def rebuild(self, touched: watch.Touched) -> news.News:
        """Build once more and give the news; whatever is wrong, the site that was built last stays."""
        try:
            result = build(self.options, touched=self._known(touched))
        except OSError as error:
            words = f"The site could not be written: {error.strerror or error}."
            self.say(f"{words} The next change tries again.")
            return news.News(self.board.news.version, (words,))
        self._learn()
        self._tell(result)
        return news.after(self.board.news, result, self._names(touched))

    def _names(self, touched: watch.Touched) -> set[str]:
        """The touched files of the project, from its top."""
        top = self.options.root.resolve()
        inside = (Path(path) for path in touched)
        return {path.relative_to(top).as_posix() for path in inside if path.is_relative_to(top)}

    def _known(self, touched: watch.Touched) -> frozenset[str] | None:
        """The touched files, if they are all there is to look at: no folder, nothing of a theme, nothing gone."""
        names = self._names(touched)
        plain = all(os.path.isfile(path) for path in touched) and len(names) == len(touched)
        return (
            frozenset(names) if names and plain and not any(n.startswith("themes/") for n in names) else None
        )

    def _learn(self) -> None:
        """Read the settings that say what to watch and where the site begins; bad ones change nothing."""
        try:
            data = tree.read(self.options.root, places.SITE_FILE)
        except OSError:
            return
        self.settings = records.site(data, places.SITE_FILE)[0] or self.settings

    def _tell(self, result: Result) -> None:
        if result.problems != self._told.problems:
            self._report(result.problems)
        if not result.published:
            has_site = os.path.isdir(self.options.out)
            stays = "The last good site stays." if has_site else "There is nothing to show yet."
            self.say(f"{_clock()} Not built. {stays}")
        elif result.made or result.removed:
            self.say(f"{_clock()} {_changes(result)}")
        elif not self._told.published:
            self.say(f"{_clock()} No errors are left; the site is as it was.")
        self._told = result

    def _report(self, problems: tuple[Problem, ...]) -> None:
        if problems:
            for line in report.text(problems, "full", self._read, self.look):
                self.say(line)

    def _read(self, file: str) -> bytes | None:
        try:
            return tree.read(self.options.root, file)
        except OSError:
            return None


def _changes(result: Result) -> str:
    removed = f", {wording.count(result.removed, 'file')} removed" if result.removed else ""
    return f"{wording.count(result.made, 'file')} written{removed} in {result.seconds:.2f} s"


def _clock() -> str:
    return time.strftime("%H:%M:%S")
