"""Statements of skills as tables: OSMT's list of skills, and OpenSALT's list of standards → alignments."""

from sitegen.transfer import drafts, placing, plain
from sitegen.transfer.drafts import Found, Statement
from sitegen.transfer.incoming.table import Table

MOST_NAME = 300


def is_one(head: tuple[str, ...]) -> bool:
    """Whether a table with these columns is a list of skills or standards."""
    names = {_key(name) for name in head}
    return "fullstatement" in names or bool(names & {"contextualizedskillstatement", "skillstatement"})


def read(table: Table, source: str, framework: str, base: str) -> Found:
    """The statements. `framework` is its name; `base` what stands before a statement's identifier in its address."""
    keys = [_key(name) for name in table.head]
    found: list[Statement] = []
    for line, row in table.rows:
        cells = {key: plain.line(cell) for key, cell in zip(keys, row, strict=False)}
        where = f"{source}, line {line}"
        made = _standard(cells, framework, base) if "fullstatement" in cells else _skill(cells, framework)
        found += [Statement(fields=fields, source=where) for fields in made if fields.get("name")]
    if not found:
        return drafts.refused(source, "no row of this table has a statement")
    return Found(statements=tuple(found), notes=table.notes)


def _standard(cells: dict[str, str], framework: str, base: str) -> list[dict[str, str]]:
    """A row of OpenSALT."""
    identifier = cells.get("identifier", "")
    name, short = cells.get("fullstatement", ""), cells.get("abbreviatedstatement", "")
    address = cells.get("uri") or (base + identifier if base and identifier else "")
    code = cells.get("humancodingscheme", "") or identifier
    return [
        placing.alignment(
            short if len(name) > MOST_NAME and short else name, address, framework, code, "CASE"
        )[0]
    ]


def _skill(cells: dict[str, str], framework: str) -> list[dict[str, str]]:
    """A row of OSMT: the skill, and the one of another list that it answers to."""
    said = cells.get("contextualizedskillstatement") or cells.get("skillstatement", "")
    address = cells.get("canonicalurl") or cells.get("rsdurl", "")
    own, lacks = placing.alignment(said, address, framework or cells.get("collection", ""), "", "other")
    title = cells.get("alignmenttitle") or cells.get("alignmentname", "")
    target = cells.get("alignmenturl") or cells.get("alignment", "")
    other, other_lacks = placing.alignment(
        title or said, target, cells.get("alignmentframework", "") or framework, "", "other"
    )
    if target and (not address or not other_lacks):
        return [other] if lacks else [own, other]
    return [own]


def _key(name: str) -> str:
    return "".join(sign for sign in name.casefold() if sign.isalnum())
