"""SVG files that people bring: good ones lose what nobody sees, bad ones are refused in plain words."""

import gzip

import pytest

from sitegen.pictures import safety
from sitegen.pictures.refusal import PictureError

START = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'
)
LONG = 1_900_000
LONG_SENTENCE = "has “{value}…” as fill, which is not accepted."
LAUGHS = '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'


def svg(inside: str) -> bytes:
    return f"{START}{inside}</svg>".encode()


def clean(inside: str) -> str:
    """What is left of the inside of an SVG."""
    text = safety.clean_svg(svg(inside)).decode()
    return text.removeprefix('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"').strip()


REFUSED = {
    "empty": (b"", "is empty."),
    "billion laughs": (f"{LAUGHS}{START}<text>&c;</text></svg>".encode(), "has a DOCTYPE line"),
    "file by entity": (
        b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"/>',
        "has a DOCTYPE line",
    ),
    "unknown entity": (svg("<text>&x;</text>"), "is not well-formed XML: undefined entity, line 1."),
    "script": (svg("<script>alert(1)</script>"), "holds a script."),
    "script in capitals": (
        svg("<SCRIPT>1</SCRIPT>"),
        "holds <SCRIPT>, which is not among the accepted shapes.",
    ),
    "script deep down": (svg("<g><g><script/></g></g>"), "holds a script."),
    "script with a prefix": (
        svg('<s:script xmlns:s="http://www.w3.org/2000/svg">1</s:script>'),
        "holds a script.",
    ),
    "handler": (svg('<path d="M0 0" onclick="alert(1)"/>'), "holds code to run (onclick)."),
    "handler in capitals": (svg('<path ONLOAD="1"/>'), "holds code to run (ONLOAD)."),
    "handler on the root": (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="alert(1)"/>',
        "holds code to run (onload).",
    ),
    "web page within": (svg("<foreignObject/>"), "holds a piece of a web page"),
    "web page element": (svg('<b xmlns="http://www.w3.org/1999/xhtml"/>'), "holds a piece of a web page"),
    "element of no namespace": (svg('<b xmlns=""/>'), "holds a piece of a web page"),
    "style sheet": (svg("<style>*{fill:url(//evil)}</style>"), "holds a style sheet"),
    "style attribute": (svg('<path style="fill:red"/>'), "has style attributes"),
    "style sheet from elsewhere": (b'<?xml-stylesheet href="//evil"?>' + svg(""), "asks for a style sheet."),
    "animation": (svg('<set attributeName="href" to="javascript:1"/>'), "is animated"),
    "animated value": (svg('<path><animate attributeName="d"/></path>'), "is animated"),
    "picture by path": (svg('<image xlink:href="file:///etc/passwd"/>'), "holds another picture"),
    "reference to a file": (svg('<path xlink:href="file:///etc/passwd"/>'), "points at “file:///etc/passwd”"),
    "reference to a script": (svg('<path href="java&#115;cript:1"/>'), "points at “javascript:1”"),
    "gradient from elsewhere": (svg('<linearGradient href="//evil/#a"/>'), "points at “//evil/#a”"),
    "gradient as data": (svg('<linearGradient xlink:href="data:x"/>'), "points at “data:x”"),
    "clones": (svg('<g id="a"/><use href="#a"/>'), "repeats shapes by reference"),
    "link": (svg('<a href="https://example.org/"/>'), "holds a link."),
    "paint from elsewhere": (svg('<path fill="url(http://evil/#a)"/>'), "as fill, which is not accepted."),
    "paint after paint": (svg('<path fill="url(#a) url(//evil)"/>'), "as fill, which is not accepted."),
    "reference in an odd place": (svg('<path d="url(#a)"/>'), "as d, which is not accepted."),
    "hidden by an escape": (svg('<path fill="\\75rl(//evil)"/>'), "as fill, which is not accepted."),
    "function of styles": (svg('<path fill="image-set(x)"/>'), "as fill, which is not accepted."),
    "filter": (svg("<filter/>"), "holds <filter>, which is not among the accepted shapes."),
    "pattern": (svg("<pattern/>"), "holds <pattern>, which is not among the accepted shapes."),
    "stencil within a stencil": (
        svg('<clipPath id="a"><path clip-path="url(#b)"/></clipPath>'),
        "cuts out a shape that itself cuts out another.",
    ),
    "stencil on a stencil": (svg('<mask mask="url(#b)"/>'), "cuts out a shape that itself cuts out another."),
    "drawing within": (svg("<svg/>"), "holds an SVG within the SVG."),
    "web page": (b"<!DOCTYPE html><html><script>1</script></html>", "is a web page, not an SVG."),
    "web page without doctype": (b"<html><body/></html>", "is a web page, not an SVG."),
    "no namespace": (b'<svg viewBox="0 0 1 1"/>', "does not begin with <svg xmlns="),
    "other root": (b"<feed/>", "does not begin with <svg xmlns="),
    "no size": (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "has no viewBox"),
    "not closed": (START.encode(), "is not well-formed XML: no element found, line 1."),
    "attribute twice": (svg('<path d="" d=""/>'), "is not well-formed XML: duplicate attribute, line 1."),
    "UTF-16": (svg("").decode().encode("utf-16"), "is not written in UTF-8."),
    "Latin-1": (b'<?xml version="1.0" encoding="ISO-8859-1"?>' + svg(""), "is not written in UTF-8."),
    "UTF-16 without a mark": (svg("").decode().encode("utf-16-be"), "is not written in UTF-8."),
    "not UTF-8": (f"{START}<title>\xe9</title></svg>".encode("latin-1"), "is not written in UTF-8."),
    "compressed": (gzip.compress(svg("")), "is a compressed SVG"),
    "a PNG": (b"\x89PNG\r\n\x1a\n", "is not written in UTF-8."),
    "deep": (svg("<g>" * 20_000 + "</g>" * 20_000), "nests elements more than 20 deep."),
    "deep in notes": (
        svg("<metadata>" + "<x>" * 30 + "</x>" * 30 + "</metadata>"),
        "nests elements more than 20",
    ),
    "many": (svg("<path/>" * 5_001), "has more than 5,000 elements."),
    "too large": (svg(f'<path d="{"M0 0" * 600_000}"/>'), "is 2.4 MB; at most 2 MB are accepted."),
    "unseen signs in a value": (svg('<path fill="&#x202E;der"/>'), "has “\ufffdder” as fill"),
}


@pytest.mark.parametrize(("data", "sentence"), REFUSED.values(), ids=REFUSED.keys())
def test_a_bad_file_is_refused_in_plain_words(data: bytes, sentence: str) -> None:
    assert sentence in (safety.check_svg(data) or "")


@pytest.mark.parametrize("data", [data for data, _ in REFUSED.values()], ids=REFUSED.keys())
def test_a_bad_file_is_never_cleaned(data: bytes) -> None:
    with pytest.raises(PictureError):
        safety.clean_svg(data)


def test_shapes_and_their_looks_stay() -> None:
    shape = '<g fill="#fff" transform="rotate(-4.5 1e-3,2)"><path d="M0 0h.5" stroke-width="2"/></g>'
    assert clean(shape) == f">{shape}</svg>"


def test_gradients_and_stencils_of_the_same_file_stay() -> None:
    inside = (
        '<defs><linearGradient id="a"><stop offset="1" stop-color="red"/></linearGradient>'
        '<radialGradient id="b" href="#a"/><clipPath id="c"><circle r="2"/></clipPath></defs>'
        '<rect fill="url(#b)" clip-path="url(#c)" width="4"/>'
    )
    assert clean(inside) == f">{inside}</svg>"


def test_the_older_way_to_refer_is_brought_up_to_date() -> None:
    assert clean('<linearGradient xlink:href="#a"/>') == '><linearGradient href="#a"/></svg>'


def test_text_stays_text() -> None:
    inside = '<title>&lt;script&gt; &amp; co</title><text x="1">a<tspan>b</tspan>c</text>'
    assert clean(inside) == f">{inside}</svg>"


def test_a_quote_cannot_end_an_attribute() -> None:
    inside = '<text font-family="&quot;A&quot;, sans-serif">a</text>'
    assert clean(inside) == f">{inside}</svg>"


@pytest.mark.parametrize(
    "notes",
    [
        "<!-- the author's address -->",
        "<metadata><rdf xmlns='urn:rdf'><script/></rdf></metadata>",
        '<n:namedview xmlns:n="http://sodipodi.example/" n:zoom="2"><n:grid/></n:namedview>',
        "<?xpacket begin?>",
        "loose words<![CDATA[<script>]]>",
        "\n  \n",
    ],
)
def test_editors_notes_are_left_out(notes: str) -> None:
    assert clean(f'{notes}<path d="M0 0"/>') == '><path d="M0 0"/></svg>'


@pytest.mark.parametrize(
    "attribute",
    ['class="st0"', 'data-name="x"', 'xml:space="preserve"', 'xml:base="//evil/"', 'tabindex="1"'],
)
def test_unknown_attributes_are_left_out(attribute: str) -> None:
    assert clean(f'<path {attribute} d="M0 0"/>') == '><path d="M0 0"/></svg>'


def test_cleaning_twice_changes_nothing() -> None:
    once = safety.clean_svg(svg('<!-- x --><g id="Ébène_1"><title>“é” &gt; e</title><path d="M0 0"/></g>'))
    assert safety.clean_svg(once) == once


@pytest.mark.parametrize(
    "value",
    [
        "a" * LONG,
        "a " * (LONG // 2),
        " " * LONG,
        "url(#a)" + " " * LONG + "!",
        "url(" + " " * LONG,
        "-" * LONG,
    ],
)
def test_a_value_of_two_million_signs_is_read_only_once(value: str) -> None:
    assert safety.check_svg(svg(f'<path fill="{value}"/>')) in (None, LONG_SENTENCE.format(value=value[:60]))


def test_a_byte_order_mark_does_no_harm() -> None:
    assert safety.check_svg(b"\xef\xbb\xbf" + svg("<path/>")) is None


def test_five_thousand_elements_twenty_deep_are_accepted() -> None:
    deep = "<g>" * 19 + "</g>" * 19
    assert safety.check_svg(svg(deep + "<path/>" * (5_000 - 20))) is None
