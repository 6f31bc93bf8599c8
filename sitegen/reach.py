"""How far a change reaches: which unchanged credentials a rule could see otherwise than before.

Rules look from one file at another by names: the name of a record or picture, a former name, the words of a problem
statement, the folder of an issuer. So a credential that has not changed, and has none of these names in it, cannot have
got a problem. What is written in a roundabout way, with `\\x61` or `%61` for a letter, is looked at in any case.
"""

import re
from collections.abc import Iterable
from typing import Any

from msgspec import Struct

from sitegen.check import shared_problems
from sitegen.model.document import Entry
from sitegen.read import tree

_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")


SPAN = 2 * 160
"""Characters that a problem statement can take up in a file, all its signs being quotes that are written twice."""


class Reach(Struct, frozen=True):
    """What to look for: names as they stand in a file, sets of words in lower case, and folders of issuers."""

    names: frozenset[str] = frozenset()
    statements: frozenset[frozenset[str]] = frozenset()
    issuers: frozenset[str] = frozenset()

    @property
    def is_nothing(self) -> bool:
        """Whether no file's text has to be looked at."""
        return not (self.names or self.statements)

    def concerns(self, text: str) -> bool:
        """Whether the text of a credential's file has one of the names, or all words of one of the statements."""
        if _is_roundabout(text) or any(name in text for name in self.names):
            return True
        lowered = text.lower() if self.statements else ""
        near = [words for words in self.statements if all(word in lowered for word in words)]
        if not near:
            return False
        joined = " ".join(lowered.split())  # a statement may run on over several lines
        return any(_together(words, joined) for words in near)


def _is_roundabout(text: str) -> bool:
    """Whether a name could be written in the text so that its letters do not stand there."""
    return "\\" in text or "&#" in text or ("%" in text and _PERCENT.search(text) is not None)


def _together(words: frozenset[str], text: str) -> bool:
    """Whether all the words stand so near one another that they could be one statement."""
    rarest = max(words, key=len)
    place = text.find(rarest)
    while place >= 0:
        window = text[max(0, place - SPAN) : place + SPAN]
        if all(word in window for word in words):
            return True
        place = text.find(rarest, place + 1)
    return False


class Pair(Struct, frozen=True):
    """A changed file and what the rest of the catalog could see of it before, and can see now (None: nothing)."""

    path: str
    before: Entry[Any] | None
    after: Entry[Any] | None


def of(pairs: Iterable[Pair], appeared_or_went: Iterable[str]) -> Reach:
    """The reach of changed records, and of the files (pictures among them) that are new or have gone."""
    names = {_file_name(path) for path in appeared_or_went if path.endswith(tree.PICTURE_ENDINGS)}
    statements: set[frozenset[str]] = set()
    issuers: set[str] = set()
    for pair in pairs:
        old, new = _face(pair.before), _face(pair.after)
        if (old.status, old.headings) != (new.status, new.headings):
            names |= _names(pair)
        names |= old.aliases ^ new.aliases
        statements |= new.statements - old.statements
        if (old.status, old.form) != (new.status, new.form):
            names |= {old.form, new.form} - {""}
            issuers |= {face.issuer for face in (old, new) if not face.form} - {""}
        if pair.path.startswith("content/issuers/") and _shown(pair.before) != _shown(pair.after):
            issuers.add(_file_name(pair.path).partition(".")[0])
    return Reach(frozenset(names), frozenset(statements), frozenset(issuers))


def with_forms(reach: Reach, forms: dict[str, str]) -> Reach:
    """The reach, including whoever sends evidence to the same forms as its issuers; `forms` has every issuer's link."""
    links = {forms[slug] for slug in reach.issuers if forms.get(slug)}
    same = {slug for slug, link in forms.items() if link in links}
    return Reach(reach.names | links, reach.statements, reach.issuers | same)


def forward(entries: Iterable[Entry[Any]]) -> frozenset[str]:
    """The slugs of all credentials that records name or link to."""
    found: set[str] = set()
    for entry in entries:
        record = entry.record
        found |= {*getattr(record, "related", ()), getattr(record, "replaced_by", None) or ""}
        found |= {slug for stage in getattr(record, "stages", ()) for slug in stage.credentials}
        found |= {pick.credential for pick in getattr(record, "picks", ())}
        found |= {
            reference.address.split("/")[2]
            for reference in entry.references
            if reference.address.startswith("/credentials/")
        }
    return frozenset(found - {""})


class _Face(Struct, frozen=True):
    """What rules about other files ask of a record."""

    status: str | None
    issuer: str = ""
    form: str = ""
    headings: tuple[str, ...] = ()
    aliases: frozenset[str] = frozenset()
    statements: frozenset[frozenset[str]] = frozenset()


def _face(entry: Entry[Any] | None) -> _Face:
    if entry is None:
        return _Face(None)
    record = entry.record
    status = getattr(record, "status", "published")
    stated = () if status == "retired" else getattr(record, "problems", ())
    words = frozenset(shared_problems.words_of(statement) for statement in stated)
    form = getattr(record, "form", None) if entry.issuer else ""
    return _Face(status, entry.issuer, form or "", entry.headings, frozenset(record.aliases), words)


def _names(pair: Pair) -> set[str]:
    entry = pair.before or pair.after
    slug = entry.slug.rpartition("/")[2] if entry else ""
    return {slug or "index", _file_name(pair.path).rpartition(".")[0]}


def _shown(entry: Entry[Any] | None) -> Any:
    return entry.record if entry else None


def _file_name(path: str) -> str:
    return path.rpartition("/")[2]
