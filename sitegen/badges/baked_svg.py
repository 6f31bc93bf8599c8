"""A badge inside an SVG: an element of its own in it (Open Badges 2.0 Baking; 3.0, Open Badges Document Formats)."""

import re
from xml.parsers import expat

from sitegen.badges.refusal import Refused

CREDENTIAL = "https://purl.imsglobal.org/ob/v3p0 credential"
ASSERTION = "http://openbadges.org assertion"
MOST_ELEMENTS, MOST_DEPTH = 50_000, 100
_NAMESPACE = b' xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"'
_SVG = "http://www.w3.org/2000/svg svg"
_FIRST_TAG = re.compile(rb"""<(?P<name>[^\s/>]+)(?P<rest>(?:[^>"']|"[^"]*"|'[^']*')*)>""")
_WHOLE = True
"""The parser gets the file in one piece."""


def put(picture: bytes, credential: bytes) -> bytes:
    """The SVG with a 3.0 credential (JSON, UTF-8) directly after its first tag. Refused: one that has a badge already."""
    reader = _read(picture)
    first = _FIRST_TAG.match(picture, reader.start_of_first)
    if first is None or reader.found or reader.has_prefix:
        raise Refused("two-badges", "the picture holds a badge already")
    text = credential.replace(b"]]>", b"]]\\u003e")  # the same in JSON, and no end of the CDATA section
    badge = b"<openbadges:credential><![CDATA[" + text + b"]]></openbadges:credential>"
    name, rest = first["name"], first["rest"]
    if rest.endswith(b"/"):  # a picture without anything in it
        rest, badge = rest[:-1], badge + b"</" + name + b">"
    tag = b"<" + name + _NAMESPACE + rest + b">"
    return picture[: first.start()] + tag + badge + picture[first.end() :]


def taken(picture: bytes) -> dict[str, bytes]:
    """The badges in an SVG, by CREDENTIAL and ASSERTION. Refused: what is no safe XML, and two badges of one kind."""
    return {name: "".join(texts).strip().encode() for name, texts in _read(picture).found.items()}


class _Reader:
    """Notes the badges as the parser comes upon them, and where the first tag stands."""

    def __init__(self, parser: expat.XMLParserType) -> None:
        self.parser = parser
        self.found: dict[str, list[str]] = {}
        self.has_prefix = False
        self.inside = ""
        self.depth = self.count = self.start_of_first = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Begin an element."""
        self.count += 1
        self.depth += 1
        if self.count == 1:
            self.start_of_first = self.parser.CurrentByteIndex
            if name != _SVG:
                raise Refused("not-a-badge", "it is a web page or another kind of XML, not an SVG picture")
        if self.count > MOST_ELEMENTS or self.depth > MOST_DEPTH:
            raise Refused(
                "damaged-picture", "the picture has more parts than the picture of a badge may have"
            )
        if name in (CREDENTIAL, ASSERTION):
            if name in self.found:
                raise Refused("two-badges", "the picture holds more than one badge")
            self.inside = name
            self.found[name] = [attributes.get("verify", "")]

    def end(self, name: str) -> None:
        """End an element."""
        self.depth -= 1
        if name == self.inside:
            self.inside = ""

    def text(self, text: str) -> None:
        """Take what stands in a badge's element."""
        if self.inside:
            self.found[self.inside].append(text)

    def prefix(self, prefix: str | None, _address: str | None) -> None:
        """Note that the prefix that badges use is taken."""
        self.has_prefix = self.has_prefix or prefix == "openbadges"


def _read(picture: bytes) -> _Reader:
    try:
        picture.decode()
    except UnicodeDecodeError:
        raise Refused("damaged-picture", "the picture is not written in UTF-8") from None
    parser = expat.ParserCreate("utf-8", namespace_separator=" ")
    reader = _Reader(parser)
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartNamespaceDeclHandler = reader.prefix
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    try:
        parser.Parse(picture, _WHOLE)
    except expat.ExpatError as error:
        raise Refused(
            "damaged-picture", f"the picture is damaged: it is not XML from line {error.lineno} on"
        ) from None
    return reader


def _refuse_doctype(*_: object) -> None:
    raise Refused("unsafe-picture", "the picture has a DOCTYPE line, which may hide anything")
