"""The form on GitHub through which somebody without git suggests a credential, made from the model's fields."""

from collections.abc import Mapping

from sitegen.model.site import Site
from sitegen.transfer import questions, scalars
from sitegen.transfer.questions import Question

FOLDER = ".github/ISSUE_TEMPLATE"
FILE = f"{FOLDER}/suggest-a-credential.yml"

_TOP = """\
# Made by `sitegen schema` from the fields of a credential: change those, not this file.
name: Suggest a credential
description: Something that educators could earn here, in your words; a maintainer makes a draft of it
title: "Credential: "
labels: [credential]
body:
  - type: markdown
    attributes:
      value: >-
        Thank you. Everybody can read this: please write nothing about students, and no one's address. What you leave out is
        added later, with you; so is the rubric.
  - type: input
    id: issuer
    attributes:
      label: @ISSUER@
      description: The organization that would offer it, by its name in this catalog.
"""


def text(site: Site) -> str:
    """The form of a site: where its settings list words, there is a choice."""
    words = {"audience": site.audiences, "grades": site.grades, "kinds": site.evidence_kinds}
    parts = [_question(one, words.get(one.column.field, {})) for one in questions.all_of_them()]
    return _TOP.replace("@ISSUER@", questions.ISSUER) + "".join(parts) + _licence()


def _question(one: Question, words: Mapping[str, str]) -> str:
    lines = [
        f"  - type: {'dropdown' if words else 'textarea' if one.is_long else 'input'}",
        f"    id: {one.name.replace('.', '-').replace('_', '-')}",
        "    attributes:",
        f"      label: {scalars.one_line(one.label)}",
        f"      description: {scalars.one_line(_help(one, has_words=bool(words)))}",
    ]
    if words:
        names = dict.fromkeys(words.values())
        lines += ["      multiple: true", "      options:"] + [
            f"        - {scalars.one_line(name)}" for name in names
        ]
    if one.required:
        lines += ["    validations:", "      required: true"]
    return "\n".join(lines) + "\n"


def _help(one: Question, *, has_words: bool) -> str:
    said = [one.help]
    if one.column.is_list and not has_words:
        said.append("Each on a line of its own.")
    if one.most:
        said.append(f"At most {one.most} characters.")
    return " ".join(said)


def _licence() -> str:
    return f"""\
  - type: checkboxes
    id: licence
    attributes:
      label: {questions.LICENCE}
      options:
        - label: {questions.AGREED}
          required: true
"""
