"""Edits that people make to a catalog, wise and unwise: each changes the files at random."""

import random
from collections.abc import Callable
from typing import NamedTuple

from tests.build import catalog_folder
from tests.build.catalog_folder import Files, Record


class Desk(NamedTuple):
    """What an edit may use: chance, the files to change, and the ways of building that can be switched."""

    chance: random.Random
    files: Files
    switches: dict[str, bool]

    def some(self, below: str) -> str:
        """The path of some file below a folder; empty if there is none."""
        paths = sorted(path for path in self.files if path.startswith(below) and path.endswith(".md"))
        return self.chance.choice(paths) if paths else ""

    def record(self, below: str) -> Record:
        """Some record below a folder; one that is nowhere if there is none."""
        found = self.files.get(self.some(below))
        return found if isinstance(found, Record) else Record({})

    def word(self) -> str:
        return f"word{self.chance.randrange(1000)}"

    @property
    def site(self) -> Record:
        found = self.files.get("content/site.yaml")
        return found if isinstance(found, Record) else Record({})


Edit = Callable[[Desk], None]
CREDENTIALS = "content/credentials/"


def text(desk: Desk) -> None:
    desk.record(desk.chance.choice([CREDENTIALS, "content/", "docs/"])).body = desk.chance.choice(
        TEXTS
    ).replace("WORD", desk.word())


TEXTS = (
    "Only WORD.",
    "## Step one\n\nDo WORD, then [the next](../lake/c1.md#step-one).",
    "## Step one\n\n- WORD\n- [Talk](/focus-areas/talk/)\n\n## Step two\n\n`code` and **WORD**",
    "| a | b |\n|---|---|\n| WORD | [w](https://example.org/WORD) |",
    "See [this](#step-two).\n\n## Step two\n\nWORD",
    "> WORD\n\n1. one\n2. two\n\n```\nWORD\n```",
)


def title(desk: Desk) -> None:
    desk.record(CREDENTIALS).fields["title"] = f"Title with {desk.word()}"


def summary(desk: Desk) -> None:
    desk.record(CREDENTIALS).fields["summary"] = f"Does {desk.word()} so that it is seen."


def problem(desk: Desk) -> None:
    desk.record(CREDENTIALS).fields["problems"] = [f"Nobody listens to {desk.word()} any more"]


def focus_area(desk: Desk) -> None:
    slugs = [path.split("/")[-1][:-3] for path in desk.files if path.startswith("content/focus-areas/")]
    if slugs:
        count = desk.chance.choice((1, 1, 2))
        chosen = [desk.chance.choice(sorted(slugs)) for _ in range(count)]
        desk.record(CREDENTIALS).fields["focus_areas"] = sorted(set(chosen))


def issuer(desk: Desk) -> None:
    """Move a credential to another issuer's folder."""
    path = desk.some(CREDENTIALS)
    if path:
        folder = desk.chance.choice(("harbor", "lake", "nobody"))
        desk.files[f"{CREDENTIALS}{folder}/{path.split('/')[-1]}"] = desk.files.pop(path)


def status(desk: Desk) -> None:
    desk.record(CREDENTIALS).fields["status"] = desk.chance.choice(("draft", "published", "retired"))


def pathway_status(desk: Desk) -> None:
    desk.record("content/pathways/").fields["status"] = desk.chance.choice(("draft", "published", "retired"))


def aliases(desk: Desk) -> None:
    kind = desk.chance.choice((CREDENTIALS, "content/issuers/", "content/focus-areas/", "content/pages/"))
    desk.record(kind).fields["aliases"] = desk.chance.choice(
        ([], [desk.word()], ["c3"], [desk.word(), "old"])
    )


def related(desk: Desk) -> None:
    desk.record(CREDENTIALS).fields["related"] = [desk.chance.choice(("c1", "c2", "c5", "c10"))]


def details(desk: Desk) -> None:
    word = desk.word()
    desk.record(CREDENTIALS).fields |= desk.chance.choice(
        (
            {"effort": {"hours": desk.chance.randint(1, 40)}},
            {"cost": {"amount": desk.chance.choice((0, 25, 12.5))}},
            {"competency": f"Does {word}."},
            {"reflection": [f"What about {word}?"]},
            {"resources": [{"title": word, "url": f"https://example.org/{word}"}]},
            {"updated": f"2026-01-{desk.chance.randint(10, 28)}"},
            {"languages": ["en", "es"]},
            {"licence": word},
        )
    )


def gist(desk: Desk) -> None:
    """Change what a credential is about, in a text that no list shows."""
    about = desk.chance.choice(ABOUT)
    desk.record(CREDENTIALS).fields |= desk.chance.choice(
        (
            {"competency": f"Leads {about}."},
            {"key_method": {"name": about.title(), "summary": f"It is all about {about}."}},
        )
    )


ABOUT = (
    "fractions and number talks in math",
    "visits to the homes of families and parents",
    "reading novels and picture books aloud",
    "fair grades, retakes and rubrics",
    "robots, code and debugging",
    "preschool play with blocks",
)


def shortlist(desk: Desk) -> None:
    """Recommend something else in a list, or for another reason."""
    picks = desk.chance.sample(("c0", "c1", "c2", "c3", "c10", "c11"), 2)
    desk.record("content/lists/").fields["picks"] = [
        {"credential": slug, "why": f"Because of {desk.word()}."} for slug in picks
    ]


def task(desk: Desk) -> None:
    record = desk.record(CREDENTIALS)
    if record.fields:
        record.fields["evidence"][0]["task"] = f"Send **{desk.word()}**."


def issuer_record(desk: Desk) -> None:
    word = desk.word()
    desk.record("content/issuers/").fields |= desk.chance.choice(
        (
            {"name": f"College of {word}"},
            {"type": word},
            {"location": word},
            {"website": f"https://{word}.example.org"},
        )
    )


def focus_area_record(desk: Desk) -> None:
    desk.record("content/focus-areas/").fields |= desk.chance.choice(
        ({"name": f"Area {desk.word()}"}, {"hue": "plum"}, {"glyph": "flag"}, {"related": ["talk"]})
    )


def page_record(desk: Desk) -> None:
    word = desk.word()
    desk.record("content/pages/").fields |= desk.chance.choice(
        ({"title": word}, {"order": desk.chance.randint(1, 9)})
    )


def add(desk: Desk) -> None:
    number = desk.chance.randint(20, 90)
    word = desk.word()
    made = desk.chance.choice(
        (
            (f"{CREDENTIALS}lake/c{number}.md", catalog_folder.credential(number)),
            (f"content/pages/{word}.md", catalog_folder.page(f"Page {word}", "New.")),
            (f"content/pages/{word}/more.md", catalog_folder.page(f"More {word}", "[up](../about.md)")),
            (f"docs/how-to/{word}.md", catalog_folder.page(f"Do {word}", "New.")),
            (
                f"content/focus-areas/{word}.md",
                Record({"name": word, "summary": "A focus area that is new here."}),
            ),
        )
    )
    desk.files[made[0]] = made[1]


def clash(desk: Desk) -> None:
    """A second file of the same name."""
    desk.files[f"{CREDENTIALS}lake/c0.md"] = catalog_folder.credential(77)


def delete(desk: Desk) -> None:
    path = desk.some(desk.chance.choice((CREDENTIALS, "content/", "docs/")))
    desk.files.pop(path, None)


def rename(desk: Desk) -> None:
    path = desk.some(desk.chance.choice((CREDENTIALS, "content/pages/", "content/pathways/", "docs/")))
    if path:
        desk.files[f"{path.rsplit('/', 1)[0]}/{desk.word()}.md"] = desk.files.pop(path)


def break_reference(desk: Desk) -> None:
    desk.record(CREDENTIALS).fields["related"] = ["nowhere"]


def break_fields(desk: Desk) -> None:
    desk.record("content/").damage = desk.chance.choice(
        ("no colon here", "unknwn: 1", "title: twice", "a: [b")
    )


def break_settings(desk: Desk) -> None:
    desk.site.damage = desk.chance.choice(("nome: x", "broken: [", "theme: No"))


def lose_settings(desk: Desk) -> None:
    desk.files.pop("content/site.yaml", None)


def link(desk: Desk) -> None:
    desk.files["content/pages/linked.md"] = catalog_folder.LINK + b"/nowhere/at/all"


def settings(desk: Desk) -> None:
    desk.site.fields |= desk.chance.choice(
        (
            {"name": f"Catalog {desk.word()}"},
            {"tagline": f"About {desk.word()}."},
            {"base_url": desk.chance.choice(("https://a.example.org", "https://b.example.org/catalog"))},
            {"question": f"What about {desk.word()}?"},
            {"examples": [f"Too much {desk.word()}"]},
            {"footer": f"Kept by {desk.word()}."},
            {"grades": {"k-2": desk.word(), "3-5": "Grades 3–5"}},
            {"repository": {"url": "https://github.com/example/catalog"}},
        )
    )


def publish(desk: Desk) -> None:
    name = desk.chance.choice(("feeds", "api", "badge_art", "search", "topics", "recommendations"))
    desk.site.fields.setdefault("publish", {})[name] = desk.chance.random() < 0.5


def docs(desk: Desk) -> None:
    desk.site.fields["docs"] = desk.chance.choice((None, "docs"))


def theme(desk: Desk) -> None:
    desk.site.fields["theme"] = desk.chance.choice(("own", "own", "default"))


def template(desk: Desk) -> None:
    name, start = desk.chance.choice(TEMPLATES)
    desk.files[f"themes/own/templates/{name}"] = start.replace("WORD", desk.word())
    desk.site.fields["theme"] = "own"


TEMPLATES = (
    ("credential.html", '{% extends "default/credential.html" %}{% block notice %}WORD{% endblock %}'),
    ("_crumbs.html", "<p>{{ site.name }} WORD</p>"),
    ("text.html", '{% extends "base.html" %}{% block main %}WORD {{ page.title }}{% endblock %}'),
    ("404.html", '{% extends "default/404.html" %}{% block main %}{% include "_part.html" %}{% endblock %}'),
    ("_part.html", "WORD"),
    ("_part.html", "{% if %}"),
    ("issuer.html", "{{ page.nothing_of_the_kind }}"),
    (
        "home.html",
        '{% extends "default/home.html" %}{% block tail %}{% include "_" ~ "part.html" %}{% endblock %}',
    ),
)


def asset(desk: Desk) -> None:
    name = desk.chance.choice(("site.css", "more.css", "fonts/one.woff2"))
    desk.files[f"themes/own/assets/{name}"] = f"p {{ margin: {desk.chance.randrange(9)}px }}"
    desk.site.fields["theme"] = "own"


def drop_theme_file(desk: Desk) -> None:
    paths = sorted(path for path in desk.files if path.startswith("themes/"))
    if paths:
        del desk.files[desk.chance.choice(paths)]


def comment(desk: Desk) -> None:
    desk.record("content/").comment = desk.word()


def line_ends(desk: Desk) -> None:
    record = desk.record("content/")
    record.ends = "\r\n" if record.ends == "\n" else "\n"


def drafts(desk: Desk) -> None:
    desk.switches["drafts"] = not desk.switches["drafts"]


def strict(desk: Desk) -> None:
    desk.switches["strict"] = not desk.switches["strict"]


def doubtful(desk: Desk) -> None:
    """Something that deserves a warning."""
    desk.record(CREDENTIALS).fields["problems"] = ["Problem 3 keeps coming back every week"]


def picture(desk: Desk) -> None:
    path = desk.some(CREDENTIALS)
    if path:
        colour = desk.chance.choice(("red", "#123456", "teal"))
        desk.files[f"{path.rsplit('/', 1)[0]}/art.svg"] = catalog_folder.picture(colour)
        record = desk.files[path]
        if isinstance(record, Record):
            record.fields |= {"image": "art.svg", "image_alt": "A square"}


def bad_picture(desk: Desk) -> None:
    desk.files["content/issuers/logo.svg"] = "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"


def drop_picture(desk: Desk) -> None:
    paths = sorted(path for path in desk.files if path.endswith(".svg"))
    if paths:
        del desk.files[desk.chance.choice(paths)]


def nothing(desk: Desk) -> None:
    """Build again without a change."""


EDITS: tuple[Edit, ...] = (
    text, text, text, title, title, summary, problem, focus_area, issuer, status, status, pathway_status, aliases,
    related, details, details, gist, gist, shortlist, task, issuer_record, focus_area_record, page_record, add, add, clash, delete, delete,
    rename, rename, break_reference, break_fields, break_settings, lose_settings, link, settings, settings, publish,
    docs, theme, template, template, template, asset, drop_theme_file, comment, line_ends, drafts, strict, doubtful,
    doubtful, picture, picture, bad_picture, drop_picture, nothing,
)  # fmt: skip
