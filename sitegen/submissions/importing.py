"""An export beside what is known already: which responses are new, changed or known, and which are refused, and why."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from sitegen.signing.refusal import Refused
from sitegen.submissions import inbox, responses, rows
from sitegen.submissions.responses import Response
from sitegen.submissions.rows import Read, Reader
from sitegen.submissions.table import Row

CLOSED = ("earned", "withdrawn")
"""Decisions after which a changed response is no new attempt."""


class Notice(Struct, frozen=True):
    """Something to be said of a row; `refused` if nothing came of it."""

    line: int
    words: str
    hint: str = ""
    refused: bool = False


class Past(Struct, frozen=True):
    """What there was before: all revisions, the outcomes of decided submissions by id, and who scored which."""

    responses: list[Response]
    outcomes: Mapping[str, str]
    scored: Mapping[str, tuple[str, ...]]
    secret: bytes


class Plan(Struct, frozen=True):
    """What an import would do: every row is counted in exactly one of the five ways."""

    new: tuple[Response, ...]
    changed: tuple[Response, ...]
    known: int
    left: int
    refused: int
    notices: tuple[Notice, ...]

    @property
    def rows(self) -> int:
        """The number of rows of the export."""
        return len(self.new) + len(self.changed) + self.known + self.left + self.refused


def plan(reader: Reader, table: Iterable[Row], past: Past) -> Plan:
    """What comes of an export; nothing is written."""
    read: list[tuple[int, Read]] = []
    notices: list[Notice] = []
    for row in table:
        try:
            one = rows.read(reader, row)
            read.append((row.line, Read(one.response, inbox.mark(past.secret, "key", one.key))))
        except Refused as refused:
            notices.append(Notice(row.line, str(refused), refused.hint, refused=True))
    number = len(notices)
    work = _Work(reader.form.name, past, {one.key for _, one in read})
    for line, one in read:
        work.take(line, one)
    everybody = [*responses.current(past.responses).values(), *work.new]
    notices += work.notices
    notices += _people(everybody, {one.id: line for line, one in work.lines})
    counts = work.counts
    return Plan(
        tuple(work.new),
        tuple(work.changed),
        counts["known"],
        counts["left"],
        number + counts["refused"],
        tuple(sorted(notices, key=lambda notice: notice.line)),
    )


class _Work:
    """Takes rows one after another and tells what each is, beside what was there and what came before it."""

    def __init__(self, form: str, past: Past, keys: set[str]) -> None:
        self.form, self.past, self.keys = form, past, keys
        mine = [one for one in past.responses if one.form == form]
        self.newest = responses.current(mine)
        self.by_key = {one.key: one.id for one in mine}
        self.said: defaultdict[str, set[bytes]] = defaultdict(set)
        for one in mine:
            self.said[one.key].add(responses.said(one))
        self.waiting: defaultdict[tuple[str, str], list[Response]] = defaultdict(list)
        for one in self.newest.values():
            if one.id not in past.outcomes and one.key not in keys and not one.is_forgotten:
                self.waiting[one.person, one.credential].append(one)
        self.attempts = Counter(one.key for one in self.newest.values())
        self.new: list[Response] = []
        self.changed: list[Response] = []
        self.lines: list[tuple[int, Response]] = []
        self.notices: list[Notice] = []
        self.counts: Counter[str] = Counter()

    def take(self, line: int, read: Read) -> None:
        """Count a row as new, changed, known or left alone."""
        said = responses.said(read.response)
        before = self.by_key.get(read.key)
        if said in self.said[read.key] or (before and self.newest[before].is_forgotten):
            self.counts["known"] += 1
            return
        self.said[read.key].add(said)
        if before is not None and not responses.is_same_person(read.response, self.newest[before]):
            self.counts["refused"] += 1
            words = "its number belongs to a response of somebody else"
            hint = "is it an export of this form? If the sender changed both name and address, ask them"
            self.notices.append(Notice(line, words, hint, refused=True))
            return
        if before is not None:
            self._changed(line, read, self.newest[before])
            return
        gone = self.waiting.get((read.response.person, read.response.credential))
        if gone:  # some forms give a response that is changed a new time stamp
            self._revise(line, read, gone.pop())
        else:
            self._add(line, read)

    def _changed(self, line: int, read: Read, before: Response) -> None:
        outcome = self.past.outcomes.get(before.id)
        if outcome is None:
            self._revise(line, read, before)
        elif outcome in CLOSED:
            self.counts["left"] += 1
            words = f"this response was changed after it was decided ({outcome}); the decision stands"
            self.notices.append(Notice(line, words, f"`sitegen review open {before.id[:8]}` shows it"))
        else:
            words = (
                f"this response was changed after it was decided ({outcome}); it counts as another attempt"
            )
            self.notices.append(Notice(line, words))
            self._add(line, read)

    def _revise(self, line: int, read: Read, before: Response) -> None:
        """Note another revision of a response that waits to be decided."""
        revised = replace(read.response, id=before.id, key=read.key, revision=before.revision + 1)
        self.newest[before.id] = revised
        self.by_key[read.key] = before.id
        self.changed.append(revised)
        self._remark(line, revised)
        if names := self.past.scored.get(before.id):
            words = f"this response was changed after {' and '.join(names)} scored it"
            hint = f"`sitegen review open {before.id[:8]}` shows what it says now; then score it again"
            self.notices.append(Notice(line, words, hint))

    def _add(self, line: int, read: Read) -> None:
        self.attempts[read.key] += 1
        name = inbox.mark(self.past.secret, "response", self.form, read.key, str(self.attempts[read.key]))
        added = replace(read.response, id=name, key=read.key)
        self.newest[name] = added
        self.by_key[read.key] = name
        self.new.append(added)
        self._remark(line, added)

    def _remark(self, line: int, response: Response) -> None:
        self.lines.append((line, response))
        self.notices += [Notice(line, remark) for remark in response.remarks]


def _people(everybody: list[Response], lines: dict[str, int]) -> list[Notice]:
    """What is odd about who sent what, said at the rows that are new."""
    notices: list[Notice] = []
    by_address = _grouped(everybody, lambda one: one.email.strip().lower())
    by_name = _grouped(
        everybody, lambda one: f"{responses.folded(one.name)} {one.credential}" if one.name else ""
    )
    for response in everybody:
        line = lines.get(response.id)
        if line is None:
            continue
        names = {one.name for one in by_address[response.email.strip().lower()] if one.name}
        if len({responses.folded(name) for name in names}) > 1:
            words = f"{len(names)} people share the address {response.email}: {', '.join(sorted(names))}"
            hint = "a badge is confirmed by its address, so each of them needs one; ask before you award"
            notices.append(Notice(line, words, hint))
        same = by_name[f"{responses.folded(response.name)} {response.credential}"]
        addresses = {one.email.strip().lower() for one in same if one.email}
        if len(addresses) > 1:
            words = f"{response.name} sent this credential from {len(addresses)} addresses: {', '.join(sorted(addresses))}"
            hint = "if it is one person, count the attempts together; if not, all is well"
            notices.append(Notice(line, words, hint))
    return notices


def _grouped(everybody: list[Response], key: Callable[[Response], str]) -> defaultdict[str, list[Response]]:
    groups: defaultdict[str, list[Response]] = defaultdict(list)
    for one in everybody:
        if name := key(one):
            groups[name].append(one)
    return groups
