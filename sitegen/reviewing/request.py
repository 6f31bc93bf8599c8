"""What a browser asks: an address, the words behind it, and the fields of a form."""

from urllib.parse import parse_qs, unquote

from msgspec import Struct

MAX_BYTES = 2_000_000
"""What a form may hold: far more than the longest feedback for every row of the longest rubric."""

MAX_FIELDS = 2_000
FORM = "application/x-www-form-urlencoded"

Fields = dict[str, tuple[str, ...]]


class Request(Struct, frozen=True, kw_only=True):
    """One question: the path without its top, by its parts; the query; and, of a form that was sent, its fields."""

    path: tuple[str, ...]
    query: Fields
    fields: Fields = {}
    is_form: bool = False

    def asked(self, name: str) -> str:
        """A word of the query; empty if it is not there."""
        return first(self.query, name)

    def field(self, name: str) -> str:
        """A field of the form; empty if it is not there."""
        return first(self.fields, name)


def first(fields: Fields, name: str) -> str:
    """The first value under a name; empty if there is none."""
    return fields.get(name, ("",))[0]


def parts(path: str) -> tuple[str, ...]:
    """The parts of a path; `/a/b/` has the same as `/a/b`."""
    return tuple(unquote(part) for part in path.strip("/").split("/") if part)


def fields(text: str) -> Fields:
    """The fields of a query or a form, with line ends as text has them; raises ValueError for what is none."""
    found = parse_qs(text, keep_blank_values=True, errors="strict", max_num_fields=MAX_FIELDS)
    return {name: tuple(one.replace("\r\n", "\n") for one in values) for name, values in found.items()}
