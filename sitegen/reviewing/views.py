"""What the templates of these pages see: a frame around each, and a record for every page and its parts."""

from datetime import date

from msgspec import Struct

from sitegen.reviewing.addresses import Addresses
from sitegen.submissions.evidence import Stretch

Text = tuple[Stretch, ...]
"""What somebody wrote: stretches of plain text, and addresses among them that may be opened."""


class Frame(Struct, frozen=True):
    """What stands around every page: the site's name, the addresses, the sign for forms, and who is looking."""

    name: str
    to: Addresses
    form_word: str
    section: str = ""


class Fault(Struct, frozen=True):
    """Why something was not done, what to do about it, and whether the reason is what somebody else did meanwhile."""

    words: str
    hint: str = ""
    is_stale: bool = False


class Choice(Struct, frozen=True):
    """A button to pick, or a box to tick: its value, its name, what it means, and whether it is picked."""

    value: str
    name: str
    words: str = ""
    is_on: bool = False
    passes: bool = False


class Front(Struct, frozen=True):
    """Where one says who one is: those who are known, what was typed, and what is wrong with it."""

    title: str
    people: tuple[tuple[str, str], ...]
    typed: str
    fault: Fault | None


class Line(Struct, frozen=True, kw_only=True):
    """A submission in the list."""

    title: str
    short: str
    href: str
    sent: date
    due: date | None
    is_late: bool
    attempt: int
    state: str
    mine: str
    objections: tuple[str, ...]
    decide: str


class Listing(Struct, frozen=True, kw_only=True):
    """What was sent in: the lines of this page, how many there are, and what can be picked."""

    title: str
    lines: tuple[Line, ...]
    number: int
    late: int
    letters: int
    credentials: tuple[Choice, ...]
    everything: bool
    before: str
    after: str


class Opinion(Struct, frozen=True):
    """What an assessor found in a row."""

    judge: str
    level: str
    feedback: Text


class Row(Struct, frozen=True, kw_only=True):
    """A row of the rubric with its levels, what was written, what others found, and what was kept in the meantime."""

    number: int
    criterion: str
    levels: tuple[Choice, ...]
    feedback: str
    opinions: tuple[Opinion, ...]
    kept: Opinion | None = None
    before: Opinion | None = None


class Part(Struct, frozen=True, kw_only=True):
    """A part of the evidence: what was asked, what came, and its rows."""

    number: int
    title: str
    task: str
    came: bool
    texts: tuple[Text, ...]
    rows: tuple[Row, ...]


class Head(Struct, frozen=True, kw_only=True):
    """What is known of a submission before one reads it."""

    title: str
    slug: str
    version: str
    short: str
    sent: date
    due: date | None
    is_late: bool
    attempt: int
    state: str
    remarks: tuple[str, ...]
    earlier: tuple[tuple[str, str], ...]


class Sheet(Struct, frozen=True, kw_only=True):
    """A submission beside the rubric; `waivers` are the rules that one may let pass, `seen` the sign of what is shown."""

    title: str
    head: Head
    parts: tuple[Part, ...]
    for_all: tuple[Text, ...]
    notes: tuple[tuple[str, Text], ...]
    missing: tuple[str, ...]
    waivers: tuple[Choice, ...]
    barred: str
    decision: tuple[str, ...]
    seen: str
    done: str
    has_form: bool
    fault: Fault | None


class Verdict(Struct, frozen=True, kw_only=True):
    """Where one decides: what was found in each row, and what has to be said."""

    title: str
    head: Head
    rows: tuple[Row, ...]
    hidden: str
    lacking: tuple[str, ...]
    agreement: str
    outcomes: tuple[Choice, ...]
    parts: tuple[Choice, ...]
    advice: str
    by: str
    waivers: tuple[Choice, ...]
    seen: str
    fault: Fault | None


class Share(Struct, frozen=True):
    """How far assessors agree on something: pairs of levels, equal ones, and kappa in words."""

    name: str
    pairs: int
    equal: int
    kappa: str


class Figure(Struct, frozen=True, kw_only=True):
    """The numbers of a credential, and of each row of its rubric how often it passed."""

    name: str
    waiting: int
    late: int
    oldest: date | None
    outcomes: tuple[int, ...]
    days: str
    rows: tuple[tuple[str, int, int], ...]


class Numbers(Struct, frozen=True, kw_only=True):
    """Figures, and how far assessors agree."""

    title: str
    outcomes: tuple[str, ...]
    figures: tuple[Figure, ...]
    twice: int
    shares: tuple[Share, ...]


class Trouble(Struct, frozen=True):
    """A page that says why there is no other one, with everything that was typed."""

    title: str
    fault: Fault
    kept: tuple[tuple[str, str], ...] = ()
