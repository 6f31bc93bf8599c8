"""What `check --against` does beyond the check: it looks at the change itself, and can write the aliases that it lacks."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sitegen.cli import aliases, bar, say
from sitegen.cli.faults import Refused
from sitegen.cli.options import Setting

if TYPE_CHECKING:
    from sitegen.commits import Change
    from sitegen.options import Options, Result
    from sitegen.problem import Problem
    from sitegen.proposal import Looked


class Asked(NamedTuple):
    """A commit to compare with, who proposes the change (a name on GitHub), and whether aliases are to be written."""

    commit: str
    by: str
    write_aliases: bool


def checked(setting: Setting, options: "Options", asked: Asked) -> "tuple[Result, list[str]]":
    """What is wrong with a change, and sentences about what was looked at."""
    from sitegen import history

    try:
        change = history.change(options.root, asked.commit)
        if asked.write_aliases and _write(setting, options.root, change):
            change = history.change(options.root, asked.commit)
        return _looked(setting, options, change, asked.by)
    except history.HistoryError as error:
        raise Refused(str(error), "name a commit, a branch or a tag, as in `--against main`") from error


def _looked(setting: Setting, options: "Options", change: "Change", by: str) -> "tuple[Result, list[str]]":
    import time

    from sitegen import changed, history, proposal
    from sitegen.check import owners
    from sitegen.options import Result
    from sitegen.problem import in_order

    started = time.perf_counter()
    site = changed.site(options.root)
    several = history.parts(change)
    asides = [owners.words(history.touched(change, several)), _behind(change)]
    if site is None or not proposal.can_stand_alone(change):
        found = _whole(setting, options)
        asides.append("The settings of the site have changed, so everything was checked.")
    else:
        looked = proposal.problems(change, site, options.workers)
        found = looked.problems
        asides.append(_counted(len(change.paths), looked))
    told = tuple(in_order([*found, *history.of(change, several, by)]))
    return Result(problems=told, seconds=time.perf_counter() - started), [words for words in asides if words]


def _whole(setting: Setting, options: "Options") -> "tuple[Problem, ...]":
    from sitegen import build

    with bar.progress(setting) as show:
        return build.check(options, show).problems


def _write(setting: Setting, root: Path, change: "Change") -> bool:
    """Write the aliases that a change lacks; returns whether there were any."""
    from sitegen import history

    said = aliases.write(root, history.gone(history.parts(change)))
    for sentence in said:
        say.aside(sentence, setting)
    return bool(said)


def _behind(change: "Change") -> str:
    if not change.base.is_behind:
        return ""
    return (
        "What is here does not contain that commit, so what others changed there looks taken back; "
        "bring it in first (`git merge`)."
    )


def _counted(changed: int, looked: "Looked") -> str:
    if not changed:
        return "Nothing has changed."
    files = "1 changed file" if changed == 1 else f"{changed:,} changed files"
    others = looked.files - min(changed, looked.files)
    return f"Looked at {files} and {others:,} that they could concern, of {looked.total:,}."
