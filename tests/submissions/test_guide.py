"""The guide says what the code does: its form's file can be used, and no word for a column is left out."""

import re
from pathlib import Path

from sitegen.model import form_export
from sitegen.submissions import mapping
from tests.submissions.house import House

GUIDE = (Path(__file__).parents[2] / "docs/how-to/review-submissions.md").read_text(encoding="utf-8")


def test_the_file_in_the_guide_can_be_used(house: House) -> None:
    house.form(GUIDE.split("```")[1])
    form = mapping.read(house.root, "harbor")
    assert isinstance(form, mapping.Form)
    assert len(form.mapping.columns) == 6


def test_every_word_for_a_column_is_in_the_guide() -> None:
    named = set(re.findall(r"`([a-z 1]+)`", GUIDE))
    assert set(form_export.FIELDS) <= named


def test_every_field_of_the_file_is_in_the_guide() -> None:
    assert {f"`{name}`" for name in form_export.FormExport.__struct_fields__} <= set(
        re.findall(r"`[a-z_]+`", GUIDE)
    )
