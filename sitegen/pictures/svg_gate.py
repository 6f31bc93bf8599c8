"""How an SVG is read and written anew: one pass of a parser that knows no entities, within fixed limits."""

from html import escape
from xml.parsers import expat

from sitegen.pictures import svg_words
from sitegen.pictures.refusal import PictureError, require

MOST_ELEMENTS, MOST_DEPTH = 5_000, 20
GZIP = b"\x1f\x8b"
IS_WHOLE = True
"""The parser gets the file in one piece."""

SHOWN = 60
"""Of a refused value, so many signs are shown."""


def rewritten(data: bytes) -> bytes:
    """The SVG as the allow-list has it, in UTF-8; raises `PictureError` for anything that could do harm."""
    require(not data.startswith(GZIP), "is a compressed SVG (svgz); save it as plain SVG.")
    require(_is_utf_8(data), "is not written in UTF-8.")
    writer = _Writer()
    parser = expat.ParserCreate("utf-8", namespace_separator=" ")
    parser.ordered_attributes = True
    parser.buffer_text = True
    parser.XmlDeclHandler = _check_declaration
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.ProcessingInstructionHandler = _check_instruction
    parser.StartElementHandler = writer.start
    parser.EndElementHandler = writer.end
    parser.CharacterDataHandler = writer.text
    try:
        parser.Parse(data, IS_WHOLE)
    except expat.ExpatError as error:
        raise PictureError(
            f"is not well-formed XML: {expat.ErrorString(error.code)}, line {error.lineno}."
        ) from error
    return "".join([*writer.pieces, "\n"]).encode()


def _is_utf_8(data: bytes) -> bool:
    try:
        return "\0" not in data.decode()
    except UnicodeDecodeError:
        return False


class _Writer:
    """Writes what is allowed as the parser comes upon it, and refuses what is not."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.open: list[str] = []
        self.is_in_tag = False
        self.skipped = 0
        self.count = 0

    def start(self, full_name: str, attributes: list[str]) -> None:
        """Begin an element, or skip it with all it holds."""
        self.count += 1
        require(self.count <= MOST_ELEMENTS, f"has more than {MOST_ELEMENTS:,} elements.")
        require(len(self.open) + self.skipped < MOST_DEPTH, f"nests elements more than {MOST_DEPTH} deep.")
        space, _, name = full_name.rpartition(" ")
        if not self.open:
            _check_root(space, name, attributes[::2])
        if self.skipped or _is_left_out(space, name):
            self.skipped += 1
            return
        _check_element(name, is_root=not self.open)
        labelled = zip(attributes[::2], attributes[1::2], strict=True)
        kept = [pair for label, value in labelled for pair in _kept(name, label, value)]
        if not svg_words.STENCILS.isdisjoint((*self.open, name)):
            nested = svg_words.STENCILING.intersection(label for label, _ in kept)
            require(not nested, "cuts out a shape that itself cuts out another.")
        self._write_tag(name, kept)

    def _write_tag(self, name: str, attributes: list[tuple[str, str]]) -> None:
        self._finish_tag()
        if not self.open:
            attributes = [("xmlns", svg_words.SVG), *attributes]
        self.pieces.append(f"<{name}" + "".join(f' {label}="{escape(value)}"' for label, value in attributes))
        self.open.append(name)
        self.is_in_tag = True

    def _finish_tag(self) -> None:
        if self.is_in_tag:
            self.pieces.append(">")
            self.is_in_tag = False

    def end(self, _: str) -> None:
        """End an element, or a skipped one."""
        if self.skipped:
            self.skipped -= 1
            return
        name = self.open.pop()
        self.pieces.append("/>" if self.is_in_tag else f"</{name}>")
        self.is_in_tag = False

    def text(self, text: str) -> None:
        """Keep text where it is shown or read out."""
        if self.open and not self.skipped and self.open[-1] in svg_words.WORDS:
            self._finish_tag()
            self.pieces.append(escape(text, quote=False))


def _kept(element: str, label: str, value: str) -> list[tuple[str, str]]:
    """The attribute as it will be written; nothing if it is an editor's note."""
    space, _, name = label.rpartition(" ")
    if name == "href" and space in ("", svg_words.XLINK):
        is_own = element in svg_words.GRADIENTS and svg_words.FRAGMENT.fullmatch(value)
        require(is_own, f"points at “{_shown(value)}”; a picture may not load or link to anything.")
        return [("href", value)]
    require(not name.lower().startswith("on"), f"holds code to run ({_shown(name)}).")
    require(
        name != "style",
        "has style attributes; in Inkscape, save as Optimized SVG with CSS turned into attributes.",
    )
    if space or name not in svg_words.ATTRIBUTES:
        return []
    require(svg_words.is_fit(name, value), f"has “{_shown(value)}” as {name}, which is not accepted.")
    return [(name, value)]


def _check_root(space: str, name: str, labels: list[str]) -> None:
    require(name.lower() != "html", "is a web page, not an SVG.")
    require((space, name) == (svg_words.SVG, "svg"), f'does not begin with <svg xmlns="{svg_words.SVG}">.')
    is_sized = "viewBox" in labels or {"width", "height"}.issubset(labels)
    require(is_sized, "has no viewBox, so that nobody can tell how large it is.")


def _is_left_out(space: str, name: str) -> bool:
    """Whether an element is an editor's note: of a namespace of its own, or metadata."""
    require(space not in svg_words.WEB_PAGES, f"holds a piece of a web page (<{_shown(name)}>).")
    return space != svg_words.SVG or name in svg_words.LEFT_OUT


def _check_element(name: str, *, is_root: bool) -> None:
    require(name not in svg_words.REFUSED, svg_words.REFUSED.get(name, ""))
    require(name in svg_words.ELEMENTS, f"holds <{_shown(name)}>, which is not among the accepted shapes.")
    require(name != "svg" or is_root, "holds an SVG within the SVG.")


def _check_declaration(_version: str, encoding: str | None, _standalone: int) -> None:
    require((encoding or "utf-8").lower() in ("utf-8", "us-ascii"), "is not written in UTF-8.")


def _refuse_doctype(name: str, *_: object) -> None:
    require(name.lower() != "html", "is a web page, not an SVG.")
    raise PictureError("has a DOCTYPE line, which may hide entities; delete that line.")


def _check_instruction(target: str, _: str) -> None:
    require(target.lower() != "xml-stylesheet", "asks for a style sheet.")


def _shown(value: str) -> str:
    """A value fit for a message: short, and without signs that no one can see."""
    plain = "".join(sign if sign.isprintable() else "\ufffd" for sign in value)
    return plain if len(plain) <= SHOWN else plain[:SHOWN] + "…"
