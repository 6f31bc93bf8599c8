"""The kinds of text a record may hold, each with its limits and the words an author reads about it."""

from typing import Annotated

from msgspec import Meta, Struct

END = r"$(?!\n)"
"""The very end of the text: a bare `$` would also match before a final line end."""

SLUG = rf"^[a-z0-9]+(-[a-z0-9]+)*{END}"
ONE_LINE = rf"^[^\r\n]*{END}"
HTTPS = r"^https://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:[0-9]{1,5})?([/?#][^\s<>\"'`\\^{|}]*)?" + END
VERSION = r"^[0-9]{1,3}\.[0-9]{1,3}" + END
LANGUAGE = r"^[a-z]{2,3}(-[A-Z]{2}|-[A-Z][a-z]{3})?" + END
CURRENCY = r"^[A-Z]{3}" + END
AWARD = r"^[0-9a-f]{32}" + END
SITE_ADDRESS = r"^https://[a-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*" + END
FOLDERS = r"^([A-Za-z0-9_-][A-Za-z0-9._-]*/)*" + END
FOLDER = r"^[A-Za-z0-9][A-Za-z0-9_-]*" + END
MAILBOX = r"^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+" + END
DIGITS = r"^[0-9]+" + END
MULTIKEY = r"^z6Mk[1-9A-HJ-NP-Za-km-z]{44}" + END
HANDLE = r"^[A-Za-z0-9](-?[A-Za-z0-9_])*(/[A-Za-z0-9][A-Za-z0-9._-]*)?" + END

Slug = Annotated[str, Meta(pattern=SLUG, max_length=80)]
"""A short name for addresses: lower-case letters, digits and single hyphens."""

Line = Annotated[str, Meta(min_length=1, max_length=300, pattern=ONE_LINE)]
"""Plain text on one line."""

OneLine = Annotated[str, Meta(pattern=ONE_LINE)]
"""Plain text on one line, for fields that set their own length."""

Text = Annotated[str, Meta(min_length=1, max_length=2_000)]
"""Plain text that may run over several lines; no Markdown."""

Markdown = Annotated[str, Meta(max_length=100_000, extra={"markdown": True})]
"""Long text written in Markdown; raw HTML is shown as text, never run."""

Url = Annotated[str, Meta(pattern=HTTPS, max_length=2_000)]
"""A web address; only https is published."""

Handle = Annotated[str, Meta(pattern=HANDLE, max_length=100)]
"""The name of a person on GitHub, or of a team, as in `example/teachers`; never an e-mail address."""

AwardId = Annotated[str, Meta(pattern=AWARD)]
"""The id of an award: the last part of its page's address."""

Version = Annotated[str, Meta(pattern=VERSION)]
"""Two numbers, as in `1.3`: the first grows when the bar moves, the second when only wording does."""

Language = Annotated[str, Meta(pattern=LANGUAGE)]
"""A language code such as `en`, `es` or `pt-BR` (BCP 47)."""

Money = Annotated[float, Meta(ge=0, le=100_000)]


class Record(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What every content record is: immutable, and strict about field names."""
