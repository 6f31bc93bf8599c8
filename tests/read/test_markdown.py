"""Markdown → HTML: what an author may say, and what never comes out of it whatever was written."""

from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest

from sitegen.model.document import Heading, Reference
from sitegen.read import markdown
from sitegen.read.markdown import Place


def _as_written(target: str) -> str | None:
    """Leads where the author says, as the real rule does, for https and addresses on the site."""
    return target if target.startswith(("https://", "/", "#")) and not target.startswith("//") else None


HERE = Place(_as_written)


def _html(text: str, place: Place = HERE) -> str:
    return markdown.render(text, place).html


class _Parsed(HTMLParser):
    """Every tag and attribute, as a parser of HTML sees them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]


def test_common_markup_comes_out_as_html() -> None:
    assert _html("*a* **b** `c`\n\n- d\n- e\n") == (
        "<p><em>a</em> <strong>b</strong> <code>c</code></p>\n<ul>\n<li>d</li>\n<li>e</li>\n</ul>\n"
    )


def test_a_table_keeps_its_alignment_as_a_class() -> None:
    html = _html("| a | b |\n|:-:|--:|\n| c | d |\n")
    assert '<th class="center">a</th>' in html and '<td class="right">d</td>' in html


def test_an_ordered_list_keeps_its_first_number() -> None:
    assert '<ol start="4">' in _html("4. a\n5. b\n")


def test_a_link_keeps_its_title() -> None:
    assert _html("[a](https://b.example 'c')") == '<p><a href="https://b.example" title="c">a</a></p>\n'


def test_a_link_on_the_site_gets_the_sites_path() -> None:
    assert 'href="/catalog/about/"' in _html("[a](/about/)", Place(_as_written, root="/catalog"))


def test_a_link_to_a_heading_gets_no_path() -> None:
    assert 'href="#t-x"' in _html("[a](#t-x)", Place(_as_written, root="/catalog"))


def test_a_link_that_leads_nowhere_is_left_as_its_text() -> None:
    assert _html("[a](ftp://b.example)") == "<p><a>a</a></p>\n"


def test_what_a_text_refers_to_is_known_in_order() -> None:
    rendered = markdown.render("[a](/b/) [c](ftp://d)\n\n![e *f*](/g.png)", HERE)
    assert rendered.references == (
        Reference("/b/", "/b/"),
        Reference("ftp://d", ""),
        Reference("/g.png", "/g.png", picture=True, alt="e f"),
    )


def test_a_picture_keeps_its_words() -> None:
    assert _html("![a & b](/c.png)") == '<p><img src="/c.png" alt="a &amp; b"></p>\n'


def test_headings_are_known_with_their_ids() -> None:
    rendered = markdown.render("## The *first* step\n\n### Then\n", HERE)
    assert rendered.headings == (
        Heading(2, "The first step", "t-the-first-step"),
        Heading(3, "Then", "t-then"),
    )


def test_headings_go_as_deep_as_their_place_asks() -> None:
    assert '<h4 id="t-a">a</h4>' in _html("## a\n", Place(_as_written, deepen=2))


def test_headings_never_go_below_the_sixth_level() -> None:
    assert "<h6 " in _html("##### a\n", Place(_as_written, deepen=4))


def test_equal_headings_have_different_ids() -> None:
    headings = markdown.render("## a\n\n## a\n\n## a 2\n\n## a\n", HERE).headings
    assert len({heading.id for heading in headings}) == 4


@pytest.mark.parametrize(
    "text", ["## location\n", "## __proto__\n", "## constructor\n", "## 日本\n", "## 😀\n"]
)
def test_no_id_can_take_the_place_of_a_name_that_scripts_use(text: str) -> None:
    assert all(heading.id.startswith(markdown.ID_PREFIX) for heading in markdown.render(text, HERE).headings)


def test_runs_of_plain_text_come_out_as_they_are() -> None:
    assert _html('Plain, "quoted" and (c) -- it\'s ... fine.') == (
        '<p>Plain, "quoted" and (c) -- it\'s ... fine.</p>\n'
    )


def test_addresses_in_plain_text_are_no_links() -> None:
    assert "<a" not in _html("See https://a.example and www.b.example or c@d.example.")


SCRIPTS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<math><mi//xlink:href='data:x,<script>alert(4)</script>'>",
    "<a href='javascript:alert(1)'>x</a>",
    "<form action=https://evil.example><input type=password>",
    "<base href=https://evil.example>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<style>@import 'https://evil.example'</style>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<template><script>alert(1)</script></template>",
    "<!--<img src='--><img src=x onerror=alert(1)>'>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?>",
    "</p></main></body><script>alert(1)</script>",
    "<p id=location name=cookie>x</p>",
    "<details open ontoggle=alert(1)>",
]


@pytest.mark.parametrize("html", SCRIPTS)
@pytest.mark.parametrize(
    "around", ["{}", "- {}", "> {}", "| a |\n|---|\n| {} |", "## {}", "*{}*", "[{}](/a/)", "`{}`"]
)
def test_raw_html_comes_out_as_text(html: str, around: str) -> None:
    parsed = _Parsed(_html(around.format(html)))
    assert set(parsed.tags) <= set("p a ul li blockquote table thead tbody tr th td h2 em code".split())


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "javascript&colon;alert(1)",
        "javascript&#58;alert(1)",
        "&#106;avascript:alert(1)",
        "java&#10;script:alert(1)",
        "java&Tab;script:alert(1)",
        "java%0ascript:alert(1)",
        "<java\tscript:alert(1)>",
        "<\x01javascript:alert(1)>",
        "&#1;javascript:alert(1)",
        "< javascript:alert(1)>",
        "vbscript:x",
        "data:text/html,<script>alert(1)</script>",
        "data:image/png;base64,AAAA",
        "data:image/svg+xml,<svg/onload=alert(1)>",
        "view-source:javascript:alert(1)",
        "blob:https://a.example/x",
        "ms-msdt:/id",
        "file:///etc/passwd",
        "ftp://a.example",
        "mailto:a@b.example",
        "tel:123",
        "//evil.example/x",
        "\\\\\\\\evil.example/x",
        "/\\\\evil.example/x",
        "https:evil",
        "http://a.example",
    ],
)
@pytest.mark.parametrize("shape", ["[x]({})", "![x]({})", "[x][r]\n\n[r]: {}", "<{}>", "[![x]({})](/a/)"])
def test_every_target_left_is_https_or_on_the_site(target: str, shape: str) -> None:
    parsed = _Parsed(_html(shape.format(target)))
    for _, name, value in parsed.attributes:
        parts = urlsplit(value)
        assert (
            name not in ("href", "src") or parts.scheme == "https" or (not parts.scheme and not parts.netloc)
        )


@pytest.mark.parametrize(
    "text",
    [
        """[a](/b/ "x\\" onmouseover=alert(1) y=\\"")""",
        """[a](/b/ 'x" onmouseover="alert(1)')""",
        '![" onerror="alert(1)](/b.png)',
        '![a](/b.png "\\" onerror=\\"alert(1)")',
        '![a](/b.png"onerror="alert(1))',
        '```" onclick="alert(1)\ncode\n```',
        "```x onclick=alert(1) style=color:red\ncode\n```",
        '~~~"><script>alert(1)</script>\ncode\n~~~',
        '[a](/b/"onclick="alert(1))',
        "[a](</b/ onclick=alert(1)>)",
        '[x]: /b/ "\\" onclick=alert(1) z=\\""\n\n[x]',
        '| a |\n|:-" onclick="alert(1)|\n| b |',
        '## a" onclick="alert(1)\n',
        '## a {#id onclick=alert(1) .class style="x"}\n',
        "[a](/b/&quot; onclick=&quot;alert(1))",
    ],
)
def test_no_text_breaks_out_of_an_attribute(text: str) -> None:
    allowed = {"href", "title", "src", "alt", "id", "class", "start"}
    assert {name for _, name, _ in _Parsed(_html(text)).attributes} <= allowed


@pytest.mark.parametrize(
    "text", ["```js\nx\n```", "| a |\n|:-:|\n| b |\n", "- [ ] a\n- [x] b\n", "<b style='x'>"]
)
def test_no_style_is_left(text: str) -> None:
    assert "style" not in {name for _, name, _ in _Parsed(_html(text)).attributes}


def test_template_signs_stay_as_they_are() -> None:
    assert (
        _html("{{ 7 * 7 }} {% include 'x' %} {# c #} ${7 * 7}")
        == "<p>{{ 7 * 7 }} {% include 'x' %} {# c #} ${7 * 7}</p>\n"
    )


@pytest.mark.parametrize("sign", ["&", "<", ">"])
def test_signs_of_html_in_text_are_written_out(sign: str) -> None:
    assert f"a {sign} b" not in _html(f"a {sign} b")
