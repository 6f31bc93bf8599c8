"""Every page of the sample site is sound HTML; and the rules that say so find what is planted."""

from collections.abc import Callable, Iterator

import pytest

from tests.site import markup, meaning, parsed, policy

Rule = Callable[[parsed.Page], Iterator[str]]
RULES: tuple[Rule, ...] = (*markup.RULES, *meaning.RULES, *policy.RULES)

FAULTS: list[tuple[Rule, str]] = [
    (markup.names, "<center>old</center>"),
    (markup.names, '<p align="center">old</p>'),
    (markup.names, '<a name="here" href="/">old</a>'),
    (markup.places, "<div><li>no list</li></div>"),
    (markup.places, "<ul><p>no item</p></ul>"),
    (markup.places, "<dl><p>no term</p></dl>"),
    (markup.places, "<details>words<summary>late</summary></details>"),
    (markup.places, "<fieldset><p>words</p><legend>late</legend></fieldset>"),
    (markup.blocks_in_text, "<span><div>block</div></span>"),
    (markup.blocks_in_text, "<h2>heading<p>block</p></h2>"),
    (markup.blocks_in_text, '<button type="button"><ul><li>block</li></ul></button>'),
    (markup.controls_in_controls, '<a href="/">out<button type="button">in</button></a>'),
    (markup.controls_in_controls, "<label>out<label>in</label></label>"),
    (markup.landmarks, "<main>two</main>"),
    (markup.landmarks, "<header><footer>in</footer></header>"),
    (markup.table_rows, "<table><tr><td>1</td><td>2</td></tr><tr><td>1</td></tr></table>"),
    (markup.values, '<p id="two words">words</p>'),
    (markup.values, '<p tabindex="5">words</p>'),
    (markup.values, '<time datetime="last week">words</time>'),
    (meaning.headings, "<h1>two</h1>"),
    (meaning.headings, "<h3>two levels down</h3>"),
    (meaning.headings, "<h2></h2>"),
    (meaning.ids, '<p id="main">again</p>'),
    (meaning.pictures, '<img src="/a.svg" width="9" height="9">'),
    (meaning.pictures, '<img src="/a.svg" alt="">'),
    (meaning.pictures, '<img src="/a.svg" alt="a.svg" width="9" height="9">'),
    (meaning.labels, '<input name="q">'),
    (meaning.labels, '<label for="nothing">words</label>'),
    (meaning.labels, "<label>words</label>"),
    (meaning.names, '<a href="/"></a>'),
    (meaning.names, '<a href="/"><img src="/a.svg" alt="" width="9" height="9"></a>'),
    (meaning.names, "<section><p>words</p></section>"),
    (meaning.roles, '<p role="headline">words</p>'),
    (meaning.roles, '<nav role="navigation"><a href="/">words</a></nav>'),
    (meaning.aria, '<p aria-labeled="words">words</p>'),
    (meaning.aria, '<p aria-live="loud">words</p>'),
    (meaning.aria, '<section aria-labelledby="nothing"><h2>words</h2></section>'),
    (meaning.aria, '<div aria-label="words">words</div>'),
    (meaning.references, '<button type="button" popovertarget="nothing">words</button>'),
    (meaning.references, "<button>words</button>"),
    (policy.no_inline_code, '<p style="color: red">words</p>'),
    (policy.no_inline_code, '<p onclick="go()">words</p>'),
    (policy.no_inline_code, "<script>go()</script>"),
    (policy.nothing_from_elsewhere, '<script src="https://cdn.example.com/a.js"></script>'),
    (policy.nothing_from_elsewhere, '<img src="//cdn.example.com/a.png" alt="">'),
    (policy.nothing_from_elsewhere, '<form action="https://forms.example.com"></form>'),
    (policy.safe_links, '<a href="javascript:go()">words</a>'),
    (policy.safe_links, '<a href="http://example.com/">words</a>'),
    (policy.safe_links, '<a href="/two words/">words</a>'),
    (policy.head, "<title>Again, and too late</title>"),
    (policy.data, '<script type="application/ld+json">{"a":}</script>'),
    (policy.data, '<script type="application/ld+json">{"a":"<!--"}</script>'),
]


def test_a_strict_parser_finds_no_fault_in_any_page(pages: dict[str, parsed.Page]) -> None:
    assert [(page.address, page.faults[:3]) for page in pages.values() if page.faults] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.__module__}.{rule.__name__}")
def test_every_page_keeps_the_rule(rule: Rule, pages: dict[str, parsed.Page]) -> None:
    assert [f"{page.address}: {fault}" for page in pages.values() for fault in rule(page)] == []


def test_a_page_without_fault_keeps_all_rules() -> None:
    sound = parsed.page("<p>Nothing is wrong here.</p>")
    assert (sound.faults, [fault for rule in RULES for fault in rule(sound)]) == ([], [])


@pytest.mark.parametrize(("rule", "planted"), FAULTS)
def test_a_planted_fault_is_found_by_its_rule(rule: Rule, planted: str) -> None:
    assert list(rule(parsed.page(planted))) != []


def test_an_element_that_is_not_closed_stops_a_strict_parser() -> None:
    assert parsed.page("<div>").faults != []
