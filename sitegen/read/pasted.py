"""What comes along when text is pasted: HTML, a conflict of git, a dash of a word processor, a remark that was none."""

import re
from collections.abc import Iterator

from msgspec import structs

from sitegen.problem import Problem, Span
from sitegen.read import front_matter, text, yaml_values

TAG = re.compile(
    r"</?(?:o:p|p|span|div|font|b|i|u|br|strong|em|table|tbody|td|tr|th|a|h[1-6]|ul|ol|li|img|style|sup|sub)\b[^<>\n]{0,200}>",
    re.IGNORECASE,
)
ENTITY = re.compile(r"&(?:nbsp|amp|lt|gt|quot|apos|ndash|mdash|[lr][sd]quo|hellip|#\d{2,5});")
CODE = re.compile(r"(?ms)^(```|~~~).*?(?:^\1|\Z)|`[^`\n]+`|^(?: {4}|\t).*?$")
CONFLICT = re.compile(r"(?m)^(<{7}|>{7}|\|{7}) ?.*$")
CUT = re.compile(r"(?m)^[ -]*[\w-]+:[ ]+[^'\"\s#|>&*!\[{][^\n]*? #(?=\w)")


def conflict(content: str, file: str) -> Problem | None:
    """The place at which git left two versions of some lines in a file."""
    if "<<<<<<<" not in content or (found := CONFLICT.search(content)) is None:
        return None
    return Problem(
        code="merge-conflict",
        message="git left two versions of these lines here, because two people changed them",
        hint="keep the lines you want, delete the others, and delete the three lines of `<<<<<<<`, `=======` and `>>>>>>>`",
        span=Span(file, content.count("\n", 0, found.start()) + 1, 1, len(found[0])),
    )


def along(data: bytes, path: str) -> Iterator[Problem]:
    """What came along with the text of a record's file; one without any sign of it is not looked at again."""
    if not (b"<" in data or b" #" in data or b"&" in data):
        return
    content, _ = text.decode(data, path)
    parts = front_matter.of_file(content, path)
    if isinstance(parts, front_matter.Parts):
        yield from in_fields(parts.fields, path, parts.fields_line)
        yield from in_text(parts.fields, path, parts.fields_line)
        yield from in_text(parts.body, path, parts.body_line)


def begun(problem: Problem, content: str) -> Problem:
    """A word on a file's beginning, with what to do about it if one can tell."""
    hint = _begins_otherwise(content) if problem.code == "no-front-matter" else ""
    return structs.replace(problem, hint=hint) if hint else problem


def _begins_otherwise(content: str) -> str:
    first, *others = content.split("\n")
    if first.strip() and not first.strip("—–‒-_ "):
        return "these are not three hyphens: word processors join them to one long dash; type `---` in a plain editor"
    if "---" in (line.rstrip() for line in others[:12]):
        if not first.strip():
            return "delete the empty lines above the first line of three dashes"
        return "move what stands above the first line of three dashes below the second one"
    return ""


def in_fields(fields: str, file: str, first_line: int) -> Iterator[Problem]:
    """Fields that lose their end to a remark, or hold signs as HTML spells them."""
    if " #" in fields:
        yield from _cut(fields, file, first_line)
    if "&" in fields and (found := ENTITY.search(CODE.sub(_blank, fields))):
        yield _as_text(file, _line(fields, found.start(), first_line), found[0])


def in_text(content: str, file: str, first_line: int) -> Iterator[Problem]:
    """HTML in a text, which is shown as it stands, and not obeyed. Only the first piece is told of."""
    if "<" in content and TAG.search(content) and (found := TAG.search(CODE.sub(_blank, content))):
        yield _as_text(file, _line(content, found.start(), first_line), found[0])


def _cut(fields: str, file: str, first_line: int) -> Iterator[Problem]:
    """A `#` behind a space, and with a letter or digit behind it, is hardly meant to begin a remark."""
    found = [(match, fields.count("\n", 0, match.start())) for match in CUT.finditer(fields)]
    starts = {(mark.line) for mark in yaml_values.marks(fields).values.values()} if found else set()
    for match, line in found:
        if line in starts:
            column = match.end() - match.start()
            yield Problem(
                code="cut-by-hash",
                message="everything behind this ` #` is taken for a remark, and so left out",
                hint='put the whole value in quotes, as in `"Room #12"`; a remark begins with `# `, with a space',
                severity="warning",
                span=Span(file, line + first_line, column),
            )


def _as_text(file: str, place: tuple[int, int], found: str) -> Problem:
    line, column = place
    return Problem(
        code="html-as-text",
        message=f"visitors would see `{found[:60]}` as it stands: HTML is shown, and never obeyed",
        hint="write it in Markdown or as plain words; to paste without formatting, press Ctrl (or Cmd), Shift and V",
        severity="warning",
        span=Span(file, line, column, len(found)),
    )


def _line(text: str, place: int, first_line: int) -> tuple[int, int]:
    start = text.rfind("\n", 0, place) + 1
    return text.count("\n", 0, place) + first_line, place - start + 1


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])
