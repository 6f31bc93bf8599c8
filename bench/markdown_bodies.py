"""The Markdown of made-up pages: paragraphs, lists, tables and quotes in the shape that real ones have."""

from collections.abc import Sequence

from prose import LEADS, Prose

WIDTH = 118


def body(prose: Prose, links: Sequence[str]) -> str:
    """About 600 words of Markdown; `links` are addresses on the site that the text may lead to."""
    number = prose.random.randint
    blocks = [
        paragraph(prose, links, 1, 3),
        "## Before you start",
        bullets(prose, number(2, 4)),
        paragraph(prose, links, 1, 3),
        "## Step by step",
        steps(prose, number(3, 4)),
        paragraph(prose, links, 2, 3),
        "## Why it matters",
        paragraph(prose, links, 1, 3),
        "> " + wrapped(prose.sentences(1, 2), "> "),
        "### What teachers saw",
        sources(prose, 2),
        "## A plan that has worked",
        table(prose, number(3, 5)),
        paragraph(prose, links, 1, 2),
        "## Before you send it in",
        checks(prose, number(2, 4)),
        paragraph(prose, links, 1, 1),
    ]
    return "\n\n".join(blocks) + "\n"


def introduction(prose: Prose, links: Sequence[str]) -> str:
    """Two or three paragraphs for an issuer or a focus area."""
    blocks = [
        paragraph(prose, links, 2, 3),
        "## What to expect",
        bullets(prose, 3),
        paragraph(prose, links, 2, 3),
    ]
    return "\n\n".join(blocks) + "\n"


def paragraph(prose: Prose, links: Sequence[str], low: int, high: int) -> str:
    """Sentences with something in bold and, more often than not, a link."""
    text = _stressed(prose, prose.sentences(low, high))
    chance = prose.random.random()
    if chance < 0.4:
        address = f"https://example.org/guide/{prose.random.randint(1, 400)}"
        text += f" See [{prose.fill('a {adj} {thing}')}]({address}) for an *{prose.fill('{adj}')}* example."
    elif chance < 0.7:
        text += f" This goes well with [{prose.fill('{adj} {things}')}]({prose.random.choice(links)})."
    return wrapped(text)


def _stressed(prose: Prose, text: str) -> str:
    words = text.split(" ")
    start = prose.random.randrange(len(words) - 3)
    stressed = " ".join(words[start : start + 2])
    inner = stressed.rstrip(".,;:—“”")
    return " ".join([*words[:start], f"**{inner}**{stressed[len(inner) :]}", *words[start + 2 :]])


def bullets(prose: Prose, count: int) -> str:
    lines = [
        f"{prose.opened(LEADS)}, and **{prose.fill('{do}')}** the {prose.fill('{thing}')} with {prose.fill('{who}')}."
        for _ in range(count)
    ]
    return "\n".join("- " + wrapped(line, "  ") for line in lines)


def steps(prose: Prose, count: int) -> str:
    lines = [f"**{prose.opened(LEADS)}.** {prose.sentence()}" for _ in range(count)]
    return "\n".join(f"{number}. " + wrapped(line, "   ") for number, line in enumerate(lines, 1))


def sources(prose: Prose, count: int) -> str:
    def line() -> str:
        address = f"https://example.org/research/{prose.random.randint(1, 900)}"
        title = prose.opened(("{adj} {things} and {things} with {who}",))
        return f"[{title}]({address}), *{prose.random.randint(1996, 2024)}*. {prose.sentence()}"

    return "\n".join("- " + wrapped(line(), "  ") for _ in range(count))


def table(prose: Prose, count: int) -> str:
    rows = [f"| {week} | {prose.opened(LEADS)} | {prose.fill('{n}')} |" for week in range(1, count + 1)]
    return "\n".join(["| Week | What you do | Minutes |", "| --- | :--- | ---: |", *rows])


def checks(prose: Prose, count: int) -> str:
    lines = [
        f"{prose.opened(LEADS)}; the `{prose.fill('{thing}')}` field takes {prose.fill('{n}')} lines."
        for _ in range(count)
    ]
    return "\n".join(f"{number}. " + wrapped(line, "   ") for number, line in enumerate(lines, 1))


def wrapped(text: str, indent: str = "") -> str:
    """The text on lines of the width that people keep in an editor; code and links are never split."""
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + len(word) >= WIDTH and not _begins_a_block(word):
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}" if lines[-1] else word
    return f"\n{indent}".join(lines)


def _begins_a_block(word: str) -> bool:
    """Whether a line that starts with this word could be read as a list, a quote or a heading."""
    return word[0].isdigit() or (word[0] in "-+*>#—=|" and not word.startswith("**"))
