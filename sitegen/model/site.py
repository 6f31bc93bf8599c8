"""The site: its name, address, vocabularies and what it publishes."""

from typing import Annotated, Literal

from msgspec import Meta, field

from sitegen.model.fields import (
    FOLDER,
    FOLDERS,
    SITE_ADDRESS,
    Handle,
    Language,
    Line,
    OneLine,
    Record,
    Slug,
    Text,
    Url,
)
from sitegen.model.submit_form import SubmitForm

AUDIENCES = {
    "classroom-teacher": "Classroom teachers",
    "new-teacher": "New teachers",
    "paraprofessional": "Paraprofessionals",
    "specialist": "Specialists and interventionists",
    "counselor": "Counselors and social workers",
    "librarian": "School librarians",
    "coach": "Coaches and mentors",
    "school-leader": "School leaders",
    "early-childhood-educator": "Early childhood educators",
    "career-technical-instructor": "Career and technical instructors",
    "informal-educator": "Museum and after-school educators",
}
GRADES = {
    "early-years": "Early years",
    "k-2": "K–2",
    "3-5": "Grades 3–5",
    "6-8": "Grades 6–8",
    "9-12": "Grades 9–12",
    "adult": "Adults",
}
EVIDENCE_KINDS = {
    "plan": "A lesson or unit plan",
    "student-work": "Samples of student work",
    "video": "A video of practice",
    "audio": "An audio recording",
    "photos": "Photos or screenshots",
    "observation": "Observation notes or a log",
    "data": "Results or other data",
    "materials": "Teaching materials you made",
    "messages": "Messages, letters or agendas",
    "case-study": "A case study of one learner",
    "peer-feedback": "Feedback from a colleague",
    "reflection": "A written reflection",
}


Host = Literal["netlify", "cloudflare", "github", "none"]
"""Where a site is published: what it can be told about headers and redirects differs."""


Service = Literal["github", "gitlab", "forgejo", "bitbucket"]
"""What a repository lives on: the addresses of its files differ."""


class Repository(Record, frozen=True, kw_only=True):
    """Where the catalog's source lives, for "suggest a change" links."""

    url: Annotated[
        Url, Meta(description="The repository's address, as in `https://github.com/example/catalog`.")
    ]
    branch: Annotated[Line, Meta(description="The branch that changes go to.")] = "main"
    service: Annotated[
        Service | None,
        Meta(
            description="What runs it: `github`, `gitlab`, `forgejo` or `bitbucket`; left out: as its address says."
        ),
    ] = None
    folder: Annotated[
        str,
        Meta(
            pattern=FOLDERS,
            description="Folder of this site inside it, ending in `/`; empty for the top.",
        ),
    ] = ""


class MenuEntry(Record, frozen=True, kw_only=True):
    """A page of plain writing that the main navigation leads to."""

    text: Annotated[OneLine, Meta(min_length=1, max_length=30, description="What the entry says.")]
    page: Annotated[Slug, Meta(description="The page: the name of its file in `content/pages/`.")]


class Publish(Record, frozen=True, kw_only=True):
    """Which optional outputs the build makes."""

    social_cards: Annotated[bool, Meta(description="Open Graph pictures, one PNG a page.")] = True
    feeds: Annotated[bool, Meta(description="Atom and JSON feeds.")] = True
    api: Annotated[bool, Meta(description="`/api/*.json` and its schemas.")] = True
    search: Annotated[bool, Meta(description="The index that lets visitors search in their own words.")] = (
        True
    )
    topics: Annotated[
        bool, Meta(description="The list from A to Z, and pages of topics made from problem statements.")
    ] = True
    recommendations: Annotated[
        bool, Meta(description="What is related to a credential and could come next, on its page.")
    ] = True
    worksheets: Annotated[
        bool, Meta(description="For each credential a worksheet in Markdown, beside its page.")
    ] = False
    badge_art: Annotated[bool, Meta(description="Drawn badge art for credentials that bring none.")] = True
    admin: Annotated[
        bool,
        Meta(
            description="What pages may do is said so that the editor in the folder `admin/` can run beside them."
        ),
    ] = False
    badge_pictures: Annotated[
        bool, Meta(description="For each award a picture with the badge inside, to carry to other software.")
    ] = True


class Site(Record, frozen=True, kw_only=True):
    """Settings of the whole site; the file `content/site.yaml`."""

    name: Annotated[OneLine, Meta(max_length=60, description="The catalog's name.")]
    tagline: Annotated[OneLine, Meta(max_length=160, description="What it is, in one sentence.")]
    base_url: Annotated[
        str,
        Meta(
            pattern=SITE_ADDRESS,
            description="Where the site will live, without a slash at the end.",
        ),
    ]
    host: Annotated[
        Host,
        Meta(
            description="What publishes it: `netlify`, `cloudflare` or `github` (their Pages), or `none` for a server that "
            "knows nothing of headers and redirects."
        ),
    ] = "netlify"
    language: Annotated[Language, Meta(description="Language of the site.")] = "en"
    question: Annotated[Line, Meta(description="The question on the home page.")] = (
        "What would help your students most right now?"
    )
    examples: Annotated[
        tuple[Line, ...], Meta(max_length=6, description="Problems offered as examples under the question.")
    ] = ()
    menu: Annotated[
        tuple[MenuEntry, ...], Meta(max_length=3, description="Pages that the main navigation leads to.")
    ] = ()
    footer: Annotated[Text | None, Meta(description="A sentence or two at the foot of every page.")] = None
    theme: Annotated[Slug, Meta(description="Folder in `themes/` laid over the default theme.")] = "default"
    docs: Annotated[
        Annotated[str, Meta(pattern=FOLDER)] | None,
        Meta(description="Folder of documentation to publish under `/docs/`."),
    ] = None
    suggest: Annotated[
        Url | None, Meta(description="A form on which visitors can suggest a credential that should exist.")
    ] = None
    repository: Annotated[Repository | None, Meta(description="Where the source lives.")] = None
    maintainers: Annotated[
        tuple[Handle, ...],
        Meta(
            max_length=20,
            description="GitHub names of the people who look after the whole catalog: they are asked about everything that "
            "is no issuer's, and about issuers' keys. Two at least, so that nobody confirms a change of their own.",
        ),
    ] = ()
    audiences: Annotated[dict[Slug, Line], Meta(description="Words for `audience`.")] = field(
        default_factory=AUDIENCES.copy
    )
    grades: Annotated[dict[Slug, Line], Meta(description="Words for `grades`.")] = field(
        default_factory=GRADES.copy
    )
    evidence_kinds: Annotated[dict[Slug, Line], Meta(description="Words for evidence `kinds`.")] = field(
        default_factory=EVIDENCE_KINDS.copy
    )
    form_hosts: Annotated[
        tuple[Line, ...], Meta(description="Further hosts that submission forms may live on.")
    ] = ()
    submit_form: Annotated[
        SubmitForm | None,
        Meta(
            description="A form of the site's own, for issuers that have none; left out: the site has none."
        ),
    ] = None
    publish: Annotated[Publish, Meta(description="Optional outputs.")] = Publish()
