"""Texts that are made to keep a parser busy: they are refused or read, with little memory and time either way."""

import json
from pathlib import Path

import pytest

from tests.hostile import confined, small
from tests.hostile.small import ABOUT, CALM

BIG = 99_000
"""Characters of a text: nearly as many as a body may have."""

TEXTS = {
    "open brackets": "[",
    "open links": "[a](",
    "open pictures": "![",
    "nested links": "[a](<b",
    "open and closed brackets": "[[]",
    "reference links": "[a][",
    "quotes": "> ",
    "quotes without spaces": ">",
    "lists": "- ",
    "numbered lists": "1. ",
    "list items": "* a\n",
    "empty list items": "-\n",
    "emphasis": "*a **",
    "emphasis inside emphasis": "**a *",
    "emphasis that never closes": "a**b",
    "underscores": "_a __b ",
    "stars": "*",
    "backticks": "`",
    "backticks and letters": "`a",
    "angle brackets": "<",
    "open tags": "<a ",
    "open comments": "<!--",
    "addresses": "<https://a.b>",
    "ampersands": "&",
    "entities": "&#x",
    "backslashes": "\\",
    "quotation marks": "'\"",
    "one definition": "[a]: /u\n",
    "headings": "a\n===\n",
    "more headings": "# a\n",
    "rules": "---\n",
    "fences": "~~~\n",
    "fences of three": "```a\n",
    "bars": "|",
    "rows": "|x|y|\n",
    "line ends": "\n",
    "tabs": "\t",
    "spaces": " ",
    "hard breaks": "a  \n",
    "colons": ":",
    "hyphens": "-",
    "digits": "1",
    "letters of many bytes": "👩‍🏫",
}
SHAPES = {
    "many definitions": "".join(f"[{n}]: /u\n" for n in range(9_000)),
    "growing backticks": "".join("`" * n + "a" for n in range(430)),
    "growing indents": "".join("  " * n + "- a\n" for n in range(300)),
    "a wide table": "|a" * 12_000 + "\n" + "|-" * 12_000 + "\n" + "|b" * 12_000,
    "a long table": "|a|b|\n|-|-|\n" + "|x|y|\n" * 16_000,
    "a table of one row": "a|b\n-|-\n" + "|" * 90_000,
    "balanced brackets": "[" * 2_400 + "a" + "](b)" * 2_400,
    "balanced pictures": "![" * 2_400 + "a" + "](b)" * 2_400,
    "balanced emphasis": "**a" * 9_000 + "**" * 9_000,
    "an open code": "`" + "a" * 98_000,
    "an open quote": '[a](b "' + "c" * 98_000,
    "a long link": "[a](" + "b" * 98_000 + ")",
    "a long heading": "# " + "a" * 98_000,
    "a long word of hyphens": "a" + "-" * 98_000 + ":x",
}  # fmt: skip


@pytest.mark.parametrize("name", TEXTS | SHAPES)
def test_a_text_that_is_made_to_take_long_does_not(tmp_path: Path, name: str) -> None:
    text = SHAPES[name] if name in SHAPES else TEXTS[name] * (BIG // len(TEXTS[name]))
    code = """
from sitegen.read import markdown, places, records
place, settings = places.Place("content/pages/a.md", "page", "a"), records.Settings()
data = b"---\\ntitle: About\\nsummary: A page that is called About.\\n---\\n" + sys.stdin.buffer.read()
one = records.read(data, place, settings)
sys.modules["markdown_it_pyrs"] = None
markdown.to_html.cache_clear()
print(records.read(data, place, settings) == one)
"""
    assert confined.run(code, text) == "True\n"


def test_thousands_of_problems_in_one_file_are_told_in_time(tmp_path: Path) -> None:
    files = small.start()
    small.record(files, ABOUT).fields |= {f"k{number:04}": "x" for number in range(2_400)}
    outcome = confined.build(small.write(files, tmp_path))
    assert (len(outcome.problems), outcome.published) == (2_400, False)


def test_thousands_of_broken_links_in_one_file_are_told_in_time(tmp_path: Path) -> None:
    files = small.start() | {ABOUT: small.page("".join(f"[a](/n{number}/)\n" for number in range(4_000)))}
    outcome = confined.build(small.write(files, tmp_path))
    assert (len(outcome.problems), outcome.published) == (4_000, False)


def test_a_rubric_as_large_as_can_be_is_compared_in_time(tmp_path: Path) -> None:
    files = small.start()
    levels = [f"L{number}" for number in range(6)]
    rows = [
        {"criterion": f"Row {row}", "levels": {name: "ab " * 560 + f"{name} {row}" for name in levels}}
        for row in range(12)
    ]
    part = {"kinds": ["plan"], "task": "Send it.", "rubric": rows}
    evidence = [part | {"title": f"Part {number}"} for number in range(7)]
    small.record(files, CALM).fields |= {"rubric_levels": levels, "evidence": evidence}
    assert len(json.dumps(evidence)) > 800_000
    assert confined.build(small.write(files, tmp_path)).problems == []


def test_many_files_with_many_problems_are_told_in_time(tmp_path: Path) -> None:
    files = small.start()
    for number in range(300):
        files[f"content/pages/p{number}.md"] = small.page("[a](/nowhere/)\n" * 10)
    assert len(confined.build(small.write(files, tmp_path)).problems) >= 300
