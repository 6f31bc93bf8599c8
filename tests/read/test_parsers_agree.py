"""All ways of parsing Markdown give the same HTML: the library's own, ours that skips plain runs, and the faster one."""

import importlib
import random
import sys
from collections.abc import Callable, Iterable, Iterator

import pytest
from markdown_it import MarkdownIt

from sitegen.read import fast_markdown, markdown
from sitegen.read.markdown import Place
from tests.hostile import confined

ToHtml = Callable[[str], str]

NASTY = (
    *(
        "a",
        "b",
        "word",
        "1",
        "é",
        "日本",
        "ß",
        "😀",
        "€",
        "©",
        "→",
        "“",
        "…",
        "–",
        "\u00a0",
        "\u3000",
        "\u200d",
    ),
    *(
        "*",
        "**",
        "***",
        "_",
        "__",
        "`",
        "``",
        "```",
        "[",
        "]",
        "(",
        ")",
        "!",
        "<",
        ">",
        "&",
        "\\",
        "|",
        "#",
        "-",
        "+",
        "~",
    ),
    *(
        " ",
        "  ",
        "    ",
        "\t",
        "\n",
        "\n\n",
        "\n\n\n",
        "  \n",
        "\\\n",
        "\n ",
        "\n\t",
        "\n    ",
        ":",
        ";",
        '"',
        "'",
        "=",
        ".",
    ),
    *(
        "\n> ",
        "> ",
        "\n>\n",
        "\n- ",
        "- ",
        "\n* ",
        "\n+ ",
        "\n1. ",
        "\n2) ",
        "10. ",
        "\n# ",
        "\n## h\n",
        "\n===\n",
        "\n---\n",
    ),
    *(
        "\n***\n",
        "\n```\n",
        "\n```py\n",
        "\n~~~\n",
        "\n    code",
        "\n|a|b|\n|-|:-:|\n|",
        "\n|-|\n",
        "\n| a |\n|---|\n| b |\n",
    ),
    *(
        "*a*",
        "**b**",
        "_c_",
        "`d`",
        "[a](/u)",
        "![i](p.png)",
        "[x](<a b>)",
        '[x](/u "t")',
        "[x](javascript:1)",
        "[r]",
    ),
    *(
        "\n[r]: /url 'T'\n",
        "[x][r]",
        "<https://a.b>",
        "<a@b.c>",
        "<b>",
        "</b>",
        "<!-- c -->",
        "<?x?>",
        "http://a.b",
        "www.a.b",
    ),
    *(
        "&amp;",
        "&#65;",
        "&#x110000;",
        "&#0;",
        "&copy;",
        "&nosuch;",
        "&nbsp;",
        "&NewLine;",
        "\\*",
        "\\&",
        "\\<",
        "](",
        "[]()",
    ),
    *(
        "[`",
        "[[]`",
        "``` ` ``",
        "`   `",
        "\n``",
        "\n:-",
        "\n-:",
        "\n--|",
        "\n* * *\n",
        "[`]`](u)",
        "*a `*` b*",
        "{",
        "}",
        "$",
    ),
)
COMMON = (
    *(
        "word",
        "more words, and",
        "It's “so” …",
        "é",
        "–",
        "(a)",
        "1",
        "?",
        " ",
        " ",
        "\n",
        "\n\n",
        "\n\n",
        "\n\n- ",
        "\n- ",
    ),
    *(
        "\n* ",
        "\n\n1. ",
        "\n2. ",
        "\n  ",
        "\n   ",
        "\n\n## Head\n\n",
        "\n# H",
        "\n\n---\n\n",
        "\n\n***\n\n",
        "\n---\n",
        "\n===\n",
    ),
    *(
        "*em*",
        "**st**",
        "_em_",
        "`co de`",
        "[a](/u)",
        "[a b](https://x.example/y?z=1&a=b)",
        "**[a](/u)**",
        "[*e*](x.md)",
    ),
    *(
        "\n\n> quote\n> more\n\n",
        "\n> q",
        "\n>\n> q",
        "> ",
        "\n\n| a | b |\n|---|---|\n| x | y |\n\n",
        "\n| x | y |",
        "|--|--|\n",
    ),
    *(
        "\n\n|a|\n|-|\n|b|\n\n",
        "\n\n```\nco *de*\n```\n\n",
        "```py\n",
        "\n```\n",
        "<b>",
        "<",
        "a & b",
        "×",
        "7 × 8",
        "★",
        "*",
        "_",
    ),
    *(
        "[",
        "]",
        "(",
        ")",
        "`",
        "\n    code",
        ": ",
        "#",
        "+",
        "-",
        '"',
        "*\n",
        "\n>",
        "|",
        "\\",
        "![a](b.png)",
        "e_f_g",
        "2*3*4",
    ),
)
MANY = 2_500


def _texts(pieces: tuple[str, ...], seed: int) -> Iterator[str]:
    """Texts at random, as `markdown.render` gives them to a parser: they end with a line end."""
    chance = random.Random(seed)
    for _ in range(MANY):
        yield "".join(chance.choice(pieces) for _ in range(chance.randint(1, 18))) + "\n"


def _difference(one: ToHtml, other: ToHtml, texts: Iterable[str]) -> str:
    """The first text for which two parsers differ, with all taken out that does not matter; empty if there is none."""
    for text in texts:
        if _differ(one, other, text):
            return repr(_smallest(lambda smaller: _differ(one, other, smaller), text))
    return ""


def _differ(one: ToHtml, other: ToHtml, text: str) -> bool:
    try:
        return one(text) != other(text)
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        return True


def _smallest(fails: Callable[[str], bool], text: str) -> str:
    """What is left of a text when nothing more can be taken out without it ceasing to fail."""
    at = 0
    while at < len(text):
        shorter = text[:at] + text[at + 1 :]
        text, at = (shorter, 0) if fails(shorter + "\n") else (text, at + 1)
    return text


def _library() -> ToHtml:
    return MarkdownIt("commonmark", {"html": False}).enable("table").render


@pytest.fixture(scope="module")
def ours() -> ToHtml:
    """What is used where the optional package is not installed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "markdown_it_pyrs", None)
        return markdown.to_html.__wrapped__()


@pytest.fixture(scope="module")
def faster() -> ToHtml:
    """What is used where it is."""
    importlib.import_module("markdown_it_pyrs")
    return markdown.to_html.__wrapped__()


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("pieces", [NASTY, COMMON], ids=["nasty", "common"])
def test_skipping_plain_runs_changes_nothing(ours: ToHtml, pieces: tuple[str, ...], seed: int) -> None:
    assert _difference(ours, _library(), _texts(pieces, seed)) == ""


@pytest.mark.parametrize("seed", [3, 4])
@pytest.mark.parametrize("pieces", [NASTY, COMMON], ids=["nasty", "common"])
def test_the_faster_parser_changes_nothing(
    faster: ToHtml, ours: ToHtml, pieces: tuple[str, ...], seed: int
) -> None:
    assert _difference(faster, ours, _texts(pieces, seed)) == ""


@pytest.mark.parametrize("seed", [5, 6])
@pytest.mark.parametrize("pieces", [NASTY, COMMON], ids=["nasty", "common"])
def test_the_sanitiser_would_not_change_what_it_is_not_given(
    monkeypatch: pytest.MonkeyPatch, pieces: tuple[str, ...], seed: int
) -> None:
    def seen(text: str) -> str:
        return markdown.render(text, Place(lambda target: target, deepen=1)).html

    texts = [*_texts(pieces, seed)]
    shown = [seen(text) for text in texts]
    monkeypatch.setattr(markdown, "_nothing_to_clean", lambda html: False)
    assert shown == [seen(text) for text in texts]


# Each of these made the two parsers differ, or the faster one stop, when it was given everything.
DIFFERED = (
    "[`", "[[]`", ">", "> [r]:/", "- )\n  ```", "```\nx", "```\n ", "\u00a0", "\u3000a", "a\u2003", "a\n|-", "a\n-|", "a\n|-|",
    "a\n:-", "a\n-:", "|a\n--", "*|\n--", "a||\n-|-\n2)", ">|\n-", ">a\n2)", "_c_😀", "€_c_", "*×*a", "**)**→", "*1_c_*_c_",
    "_*a**b_**c**1", "*a**b**c**a*#**b**1", "[__/*_\n)___“_", "`   `", "`\n  `", "``` ` ``#`>`` ``", "&NewLine;\na",
    "![&NewLine;]()", "[r]:\\", "[r]:>\n''a", "[r]:a\n()~", "![\\*](x)", "![<ps:>](x)", "![<a@c>](x)", "0. 1. >", "a\n\tb",
    "1. > a", "_* b*_*a*",
)  # fmt: skip


@pytest.mark.parametrize("text", DIFFERED)
def test_where_the_parsers_differ_the_faster_one_is_not_asked(
    faster: ToHtml, ours: ToHtml, text: str
) -> None:
    assert faster(text + "\n") == ours(text + "\n")


USUAL = """## What you do

Greet *every* student at the door, by **name**, and say what waits on the desk. See
[the list](../focus-areas/talk.md) and `three` others.

- One task, two minutes
- No word from you
  1. Stand still
  2. Smile

> "It was quiet," she said.
> Nobody asked why.

| Day | Minutes |
|-----|---------|
| Mon | 4       |

```
9:00  bell
```
"""


def test_usual_text_is_given_to_the_faster_parser() -> None:
    assert fast_markdown.agrees(USUAL)


@pytest.mark.parametrize(
    "text",
    [
        "`" + "a" * 200_000,
        "`" * 5_000 + "a" * 195_000,
        ":" * 200_000 + "x",
        "-" * 100_000 + ":" * 100_000 + "x",
        "```a\n" * 3_000 + "b\n" * 90_000,
        "*a " * 9_000 + "b" * 170_000,
        "|a" * 9_000 + "b" * 180_000,
        " " * 200_000 + "x",
        "> a\n" * 50_000 + "b",
        "1" * 200_000 + ".",
        "\n" * 199_999 + "|",
    ],
    ids=lambda text: repr(text[:6]),
)
def test_no_text_keeps_the_choice_of_a_parser_busy(text: str) -> None:
    assert (
        confined.run(
            "from sitegen.read import fast_markdown; fast_markdown.agrees(sys.stdin.read())", text, seconds=5
        )
        == ""
    )
