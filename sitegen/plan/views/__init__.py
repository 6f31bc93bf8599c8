"""The contract with templates: the frozen records they see, which hold everything a page shows, and nothing it does not.

A template is handed one of the page views below as `page` and a `SiteView` as `site`. Every `href` is ready to use. Fields
that end in `_html` hold sanitised HTML and are the only ones a template may mark safe; all other text is escaped.
"""

from sitegen.plan.views.badge import (
    AssessorLine,
    BadgeIssuer,
    BadgePage,
    BadgeShape,
    BadgeWords,
    EvidenceShape,
    EvidenceWords,
    ReachedRow,
    VerifyPage,
)
from sitegen.plan.views.cards import Card, FocusCard, IssuerCard, PathwayCard
from sitegen.plan.views.credential import (
    AlignmentLine,
    Component,
    CredentialPage,
    Part,
    RecognitionLine,
    Resource,
    RubricRow,
    Source,
    Submission,
)
from sitegen.plan.views.frame import Head, NavItem, Page, SiteView
from sitegen.plan.views.lists import (
    BrowsePage,
    Facet,
    FacetValue,
    FocusAreaPage,
    FocusAreasPage,
    HomePage,
    IssuerPage,
    IssuersPage,
    NotFoundPage,
    Pager,
    PathwaysPage,
)
from sitegen.plan.views.people import BadgeLine, HelperLine, PersonPage
from sitegen.plan.views.pieces import Day, Fact, Link, View
from sitegen.plan.views.texts import Heading, PathwayPage, StageView, TextPage

__all__ = [
    "AlignmentLine",
    "AssessorLine",
    "BadgeIssuer",
    "BadgeLine",
    "BadgePage",
    "BadgeShape",
    "BadgeWords",
    "BrowsePage",
    "Card",
    "Component",
    "CredentialPage",
    "Day",
    "EvidenceShape",
    "EvidenceWords",
    "Facet",
    "FacetValue",
    "Fact",
    "FocusAreaPage",
    "FocusAreasPage",
    "FocusCard",
    "Head",
    "Heading",
    "HelperLine",
    "HomePage",
    "IssuerCard",
    "IssuerPage",
    "IssuersPage",
    "Link",
    "NavItem",
    "NotFoundPage",
    "Page",
    "Pager",
    "Part",
    "PathwayCard",
    "PathwayPage",
    "PathwaysPage",
    "PersonPage",
    "ReachedRow",
    "RecognitionLine",
    "Resource",
    "RubricRow",
    "SiteView",
    "Source",
    "StageView",
    "Submission",
    "TextPage",
    "VerifyPage",
    "View",
]
