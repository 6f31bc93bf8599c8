"""catalog → problems: what a record's shape cannot say, one rule a file."""

from sitegen.check import (
    alt_text,
    art,
    criteria,
    dates,
    form_exports,
    form_links,
    forms,
    keys,
    levels,
    links,
    mailboxes,
    names,
    pathways,
    people,
    references,
    shared_problems,
    shortlists,
    vocabulary,
)
from sitegen.model.catalog import Catalog
from sitegen.model.credential import Credential
from sitegen.model.document import Document
from sitegen.model.form_export import FormExport
from sitegen.problem import Problem

RECORD_RULES = (levels.check, criteria.check, form_links.check)
"""Rules about one credential alone; they see its long texts."""

EXPORT_RULES = (form_exports.check,)
"""Rules about a file that says how a form's exports are read."""

RULES = (
    references.check,
    shortlists.check,
    vocabulary.check,
    names.check,
    links.check,
    alt_text.check,
    art.check,
    shared_problems.check,
    forms.check,
    mailboxes.check,
    dates.check,
    pathways.check,
    keys.check,
    people.check,
)
"""Rules about the catalog as a whole."""


def credential(document: Document[Credential]) -> list[Problem]:
    """What is wrong with one credential, whatever the rest of the catalog says."""
    return [problem for rule in RECORD_RULES for problem in rule(document.path, document.record)]


def form_export(path: str, export: FormExport) -> list[Problem]:
    """What is wrong with how a form's exports are said to be read."""
    return [problem for rule in EXPORT_RULES for problem in rule(path, export)]


def catalog(whole: Catalog) -> list[Problem]:
    """What is wrong with how the records of a catalog fit together."""
    return [problem for rule in RULES for problem in rule(whole)]
