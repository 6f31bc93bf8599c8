"""The reference of views names every field that a template can see, in order and with its form, and no other."""

import ast
import re
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
PAGE = (REPOSITORY / "docs" / "reference" / "views.md").read_text(encoding="utf-8")
VIEWS = {
    node.name: node
    for module in sorted((REPOSITORY / "sitegen" / "plan" / "views").glob("[!_]*.py"))
    for node in ast.parse(module.read_text(encoding="utf-8")).body
    if isinstance(node, ast.ClassDef) and node.name != "View"
}
ROW = re.compile(r"^\| `(\w+)` \| (.+?) \| .+ \|$", re.MULTILINE)
FORMS = {"str": "text", "int": "number", "bool": "true or false"}


def test_every_view_has_a_section() -> None:
    assert sorted(re.findall(r"^### (\w+)$", PAGE, re.MULTILINE)) == sorted(VIEWS)


@pytest.mark.parametrize("name", VIEWS)
def test_section_lists_the_fields_of_its_view(name: str) -> None:
    section = re.split(r"^##", PAGE.split(f"\n### {name}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]
    assert ROW.findall(section) == [
        (field.target.id, _form(field.annotation))
        for field in VIEWS[name].body
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
    ]


def _form(annotation: ast.expr) -> str:
    """A field's type in the words of the page."""
    match annotation:
        case ast.Name(id=name):
            return FORMS.get(name) or f"[{name}](#{name.lower()})"
        case ast.BinOp(left=kind):
            return f"{_form(kind)}, or nothing"
        case ast.Subscript(slice=ast.Tuple(elts=[kind, *_])):
            return f"list of {_form(kind)}"
    raise TypeError(ast.unparse(annotation))
