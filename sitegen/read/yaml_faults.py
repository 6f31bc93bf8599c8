"""What is wrong with YAML that cannot be read, in words for somebody who has never heard of YAML.

The library says what its grammar missed; the line in question tells what the author most likely meant.
"""

import re
from collections.abc import Callable

import yaml

from sitegen.read import yaml_fault
from sitegen.read.yaml_fault import Fault, Said

USUAL_HINT = (
    "indent with spaces, and put text in quotes if it contains `: ` or starts with a special character"
)
LONGEST_SAMPLE = 60
"""Characters up to which a hint repeats the author's own line as it should be."""

_FIELD = re.compile(r"(?P<indent> *)(?P<dash>(- +)*)(?P<name>[^\s:#][^:#]*):(?P<text>.*)")
_JOINED = re.compile(r" *(- +)*(?P<name>[\w-]+):(?P<text>[^\s/].*)")


def explain(error: yaml.MarkedYAMLError, text: str) -> Said:
    """What to tell the author of `text` about an error of the library."""
    mark = error.problem_mark
    if mark is None:  # the library always names a place
        return Said("the fields cannot be read", USUAL_HINT, 0)
    begun = error.context_mark or mark
    lines = tuple(text.split("\n"))
    fault = Fault(
        error.problem or "", error.context or "", (begun.line, begun.column), mark.line, mark.column, lines
    )
    for words, say in _RULES:
        if words in fault.problem or words in fault.context:
            return say(fault)
    return Said("the fields cannot be read from here on", USUAL_HINT, fault.line, fault.column)


def _tab(fault: Fault) -> Said:
    column = max(0, fault.text.find("\t"))
    return Said(
        "this line is indented with a tab", "use spaces instead, two for each step", fault.line, column
    )


def _colon(fault: Fault) -> Said:
    """A colon where no field can begin: inside a text, or on a line that is indented too far."""
    field = _FIELD.match(fault.text)
    if field and field.end("name") != fault.column:
        return yaml_fault.at(
            fault, "this text contains `: `, which may only stand after a field's name", _quoted(field)
        )
    joined = _JOINED.fullmatch(fault.lines[fault.line - 1]) if fault.line else None
    if joined:
        line = fault.line - 1
        hint = f"write `{joined['name']}: {_short(joined['text'])}`"
        return Said("there is no space after the colon", hint, line, joined.end("name"))
    indent = len(fault.text) - len(fault.text.lstrip())
    message = "this line is indented too far: the field above it already has its text"
    return Said(message, "start it exactly below the field that it follows", fault.line, 0, max(1, indent))


def _quoted(field: re.Match[str]) -> str:
    text = field["text"].strip()
    sample = f'"{text}"' if '"' not in text and "\\" not in text else f"'{text}'" if "'" not in text else ""
    if not sample or len(text) > LONGEST_SAMPLE:
        return "put the whole text in quotes"
    return f"put the whole text in quotes: `{field['dash']}{field['name']}: {sample}`"


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_SAMPLE else text[: LONGEST_SAMPLE - 1] + "…"


def _list_on_line(fault: Fault) -> Said:
    hint = "put each item on a line of its own below the field, after `- `"
    return yaml_fault.at(fault, "a list cannot begin on the same line as its field", hint)


def _no_key(fault: Fault) -> Said:
    """A line that belongs to nothing above it, or text that goes on after a closing quotation mark."""
    indent = len(fault.text) - len(fault.text.lstrip())
    if fault.column > indent:
        return _after_quote(fault)
    what = "list item" if fault.text.lstrip().startswith("- ") else "line"
    message = f"this {what} does not line up with anything above it"
    hint = "start it exactly below the line that it belongs with, and indent with spaces"
    return Said(message, hint, fault.line, 0, max(1, indent))


def _after_quote(fault: Fault) -> Said:
    hint = "put the whole text between quotation marks of a kind that does not occur in it: '…' or \"…\""
    return yaml_fault.at(
        fault, "the quotation mark before this closes the text, but there is more of it", hint
    )


def _no_colon(fault: Fault) -> Said:
    line, column = fault.begun
    width = max(1, len(fault.lines[line].rstrip()) - column)
    hint = "write it as `name: text`; if it goes on with the text above, indent it further"
    return Said("this line has no colon", hint, line, column, width)


def _open_quote(fault: Fault) -> Said:
    return yaml_fault.from_start(
        fault, "this quotation mark is never closed", "put the same mark at the end of the text"
    )


def _bracket(fault: Fault) -> Said:
    opened, closed = ("{", "}") if "}" in fault.problem else ("[", "]")
    message = f"what begins with this `{opened}` never ends"
    hint = f"add `{closed}` at the end and a comma between items; put text with brackets in quotes"
    return yaml_fault.from_start(fault, message, hint)


def _nothing(fault: Fault) -> Said:
    character = fault.character
    if character == ",":
        return yaml_fault.at(fault, "there is nothing between two commas", "delete one of them")
    if character in ("]", "}"):
        hint = "delete it, or put the text in quotes if it belongs to it"
        return yaml_fault.at(fault, f"nothing was opened that this `{character}` could close", hint)
    return _never_closed(fault)


def _never_closed(fault: Fault) -> Said:
    """A list that the end of the text came upon: the last bracket before it is the likeliest one."""
    hint = "close it with `]` or `}`, and put text that starts with `#` in quotes"
    for line in range(min(fault.line, len(fault.lines) - 1), -1, -1):
        column = max(fault.lines[line].rfind("["), fault.lines[line].rfind("{"))
        if column >= 0:
            return Said("what begins with this bracket never ends", hint, line, column)
    return yaml_fault.at(fault, "something that was opened before this never ends", hint)


def _bad_start(fault: Fault) -> Said:
    if fault.character == "\t":
        return _tab(fault)
    rest = fault.text[fault.column :].rstrip(" ]}")  # brackets close what was opened before
    short = len(rest) <= LONGEST_SAMPLE and '"' not in rest and "\\" not in rest
    sample = f', as in `"{rest.strip()}"`' if short else ""
    return yaml_fault.at(
        fault, f"text cannot start with {_named(fault.character)}", f"put it in quotes{sample}"
    )


def _named(character: str) -> str:
    return "a backtick" if character == "`" else f"`{character}`"


def _special(fault: Fault) -> Said:
    line, column = fault.begun
    character = fault.lines[line][column : column + 1]
    return yaml_fault.from_start(fault, f"text cannot start with `{character}`", "put it in quotes")


def _header(fault: Fault) -> Said:
    message = "no text can stand on the same line after `|` or `>`"
    return yaml_fault.at(fault, message, "begin the text on the next line, indented by two spaces")


def _backslash(fault: Fault) -> Said:
    message = "a backslash has a meaning of its own between double quotes"
    return yaml_fault.at(fault, message, "write it twice, or put the text in single quotes")


def _second_document(fault: Fault) -> Said:
    if fault.line and fault.lines[fault.line - 1].startswith("..."):
        line = fault.line - 1
        return Said("three dots end the fields, but more fields follow", "delete this line", line, 0, 3)
    return _no_key(fault)


_RULES: tuple[tuple[str, Callable[[Fault], Said]], ...] = (
    ("tab character", _tab),
    ("mapping values are not allowed", _colon),
    ("block sequence entries are not allowed", _list_on_line),
    ("found unexpected end of stream", _open_quote),
    ("found unexpected document indicator", _open_quote),
    ("could not find expected ':'", _no_colon),
    ("did not find expected ',' or", _bracket),
    ("did not find expected node content", _nothing),
    ("did not find expected key", _no_key),
    ("did not find expected '-' indicator", _no_key),
    ("cannot start any token", _bad_start),
    ("while scanning a directive", _special),
    ("found incompatible YAML document", _special),
    ("while scanning a block scalar", _header),
    ("unknown escape character", _backslash),
    ("did not find expected hexdecimal number", _backslash),
    ("while scanning an anchor", _special),
    ("while scanning an alias", _special),
    ("tag", _special),
    ("<document start>", _second_document),
)
"""Words of the library, and who knows what they mean; the first that fits is asked."""
