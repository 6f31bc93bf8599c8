"""What a fault in a template is called, and where it lies: a problem for the author of a theme."""

import re
from typing import NamedTuple

from jinja2 import TemplateNotFound, TemplateSyntaxError

from sitegen.problem import Problem, Span
from sitegen.render.theme import DEFAULT, Theme

HINT = "a template is given `page`, `site` and `asset()`; docs/reference/views.md lists their fields"
_FIELD = re.compile(r"sitegen\.plan\.views\.\w+\.(\w+) object' has no attribute '(\w+)'")
_QUOTED = re.compile(r"['`]([^'`]+)['`]")


class Place(NamedTuple):
    """A template and a line in it, counted from 1."""

    template: str
    line: int


def problem(error: Exception, name: str, theme: Theme) -> Problem:
    """What is wrong with the template `name` or one that it uses."""
    places, said = _places(error, name, theme), _said(error)
    own = [place for place in places if _is_own(place.template, theme)]
    if own:
        message, span = f"this template cannot be used: {said}", _span(own[-1], said, theme)
    else:
        at, span = places[-1], Span(theme.folder)
        line = f", line {at.line}," if at.line else ""
        message = f"the default theme’s {at.template}{line} cannot be used with this theme: {said}"
    return Problem(code="template-error", message=message, hint=HINT, span=span)


def _places(error: Exception, name: str, theme: Theme) -> list[Place]:
    """The templates that were running, each with the line it had come to; the innermost last."""
    places, trace = [Place(name, 0)], error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file in theme.templates:
            places.append(Place(file, trace.tb_lineno))
        trace = trace.tb_next
    if isinstance(error, TemplateSyntaxError):
        places.append(Place(error.name or name, error.lineno))
    return places


def _is_own(template: str, theme: Theme) -> bool:
    """Whether a template is the site's own; all are, of a site that works on the default theme itself."""
    text = theme.templates.get(template)
    return not theme.own or text != theme.templates.get(f"{DEFAULT}/{template.removeprefix(DEFAULT + '/')}")


def _said(error: Exception) -> str:
    """What an error says, in the words of templates instead of Python's."""
    if isinstance(error, TemplateNotFound) and error.name:
        return f"there is no template `{error.name}`"
    missing = _FIELD.search(str(error))
    return f"there is no field `{missing[2]}` in {missing[1]}" if missing else str(error)


def _span(place: Place, said: str, theme: Theme) -> Span:
    """The word that the error names, if it stands in the line once; else the line, or the file if no line is known."""
    file = f"{theme.folder}/templates/{place.template.removeprefix(DEFAULT + '/')}"
    lines = re.split("\r\n|\r|\n", theme.templates.get(place.template, ""))
    if not 1 <= place.line <= len(lines):
        return Span(file)
    text = lines[place.line - 1]
    for word in reversed(_QUOTED.findall(said)):
        found = list(re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text))
        if len(found) == 1:
            return Span(file, place.line, found[0].start() + 1, len(word))
    indent = len(text) - len(text.lstrip())
    return Span(file, place.line, indent + 1, max(1, len(text.strip())))
