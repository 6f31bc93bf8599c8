"""How the bytes of each kind of file are made: a job and its document in, bytes out."""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec
from msgspec import structs

from sitegen import drawing
from sitegen.awards import bundles
from sitegen.model.credential import Credential
from sitegen.model.document import Document
from sitegen.model.site import Site
from sitegen.plan import api, credential_page, text_pages, views, worksheet
from sitegen.plan.job import Job
from sitegen.problem import Problem
from sitegen.render import templates
from sitegen.render.theme import Theme

if TYPE_CHECKING:
    from sitegen.awards import files

Read = Callable[[int, int], bytes]
"""The bytes of a file from a place to another."""

PAGES: dict[str, type[views.Page]] = {
    "home": views.HomePage,
    "browse": views.BrowsePage,
    "focus-areas": views.FocusAreasPage,
    "focus-area": views.FocusAreaPage,
    "issuers": views.IssuersPage,
    "issuer": views.IssuerPage,
    "pathways": views.PathwaysPage,
    "pathway": views.PathwayPage,
    "a-to-z": views.AToZPage,
    "lists": views.ShortlistsPage,
    "list": views.ShortlistPage,
    "topics": views.TopicsPage,
    "topic": views.TopicPage,
    "text": views.TextPage,
    "404": views.NotFoundPage,
    "verify": views.VerifyPage,
    "person": views.PersonPage,
    "submit": views.SubmitPage,
    "submitted": views.SubmittedPage,
}
"""Pages whose view is the job's payload; the maker's name is the template's."""

TEMPLATES = {name: f"{name}.html" for name in (*PAGES, "credential")} | {bundles.MAKER: "badge.html"}
"""The template that a maker fills; others fill none."""


class Makers:
    """Makes the files of one site."""

    def __init__(self, site: Site, site_view: views.SiteView, theme: Theme) -> None:
        self.site = site
        self.site_view = site_view
        self.theme = theme
        self.templates = templates.of(theme, site_view.root)

    def make(self, job: Job, document: bytes) -> bytes | Problem:
        """The bytes of a job, or what is wrong with its template; `document` is that of its source, encoded, or empty."""
        if job.maker in PAGES:
            return self._page(job, document)
        return self._others[job.maker](job, document)

    def bundle(self, job: Job, read: Read) -> Iterator[tuple[str, bytes] | Problem]:
        """The files of the awards in a bundle, one after another; `read` gives bytes of their batch."""
        return self._publisher.files(job.source, msgspec.json.decode(job.payload, type=bundles.Bundle), read)

    def fingerprint(self, maker: str) -> bytes:
        """What a maker's output depends on besides job, document and site: its template and the theme's assets."""
        if template := self.template_of(maker):
            return self.templates.fingerprint(template) + (
                drawing.edition() if maker == bundles.MAKER else b""
            )
        return drawing.edition() if maker in ("social-card", "touch-icon") else b""

    def template_of(self, maker: str) -> str:
        """The template that a maker fills; empty if it uses none."""
        return TEMPLATES.get(maker, "")

    @cached_property
    def _others(self) -> dict[str, Callable[[Job, bytes], bytes | Problem]]:
        return {
            "file": lambda job, _: job.payload,
            "asset": lambda job, _: self._assets[job.address],
            "credential": self._credential,
            "api-credential": self._api_credential,
            "worksheet": self._worksheet,
            "media": lambda _, document: document,
            "badge-art": lambda job, _: drawing.badge_art(job),
            "logo": lambda job, _: drawing.logo(job),
            "touch-icon": lambda _, __: drawing.touch_icon(),
            "social-card": lambda job, _: drawing.social_card(job),
        }

    @cached_property
    def _assets(self) -> dict[str, bytes]:
        return {asset.address: asset.data for asset in self.theme.assets}

    @cached_property
    def _publisher(self) -> "files.Publisher":
        from sitegen.awards import files

        def render(page: views.BadgePage) -> bytes | Problem:
            alike = structs.replace(page, head=None, words=None, shape=None), page.head.image
            return self.templates.render_alike(TEMPLATES[bundles.MAKER], page, self.site_view, alike)

        return files.Publisher(self.site, render)

    @cached_property
    def _credential_document(self) -> msgspec.json.Decoder[Document[Credential]]:
        return msgspec.json.Decoder(Document[Credential])

    @cached_property
    def _around(self) -> msgspec.json.Decoder[credential_page.Around]:
        return msgspec.json.Decoder(credential_page.Around)

    def _credential(self, job: Job, document: bytes) -> bytes | Problem:
        view = credential_page.view(
            self.site, self._credential_document.decode(document), self._around.decode(job.payload)
        )
        return self.templates.render("credential.html", view, self.site_view)

    @cached_property
    def _api_around(self) -> msgspec.json.Decoder[api.Around]:
        return msgspec.json.Decoder(api.Around)

    def _api_credential(self, job: Job, document: bytes) -> bytes:
        return api.credential(
            self.site, self._credential_document.decode(document), self._api_around.decode(job.payload)
        )

    @cached_property
    def _sheet(self) -> msgspec.json.Decoder[worksheet.Sheet]:
        return msgspec.json.Decoder(worksheet.Sheet)

    def _worksheet(self, job: Job, document: bytes) -> bytes:
        issuer = msgspec.json.decode(job.payload, type=str)
        return worksheet.text(self.site, self._sheet.decode(document), issuer)

    def _page(self, job: Job, document: bytes) -> bytes | Problem:
        view = msgspec.json.decode(job.payload, type=PAGES[job.maker])
        if document:
            view = text_pages.with_text(view, msgspec.json.decode(document, type=text_pages.Body))
        return self.templates.render(f"{job.maker}.html", view, self.site_view)
