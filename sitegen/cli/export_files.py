"""The files of an export: which there are in each form, and what they do not say."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sitegen.cli.export_source import Source

README = """\
What {name} ({address}) offers, in forms that other software reads.

credentials.csv, issuers.csv   everything, a row each; `sitegen import credentials.csv` reads the first one again
ctdl/                          for the Credential Registry, a file for each credential and each issuer
open-badges/2.0/, 3.0/         definitions of badges, just as awards refer to them

Drafts stand only in credentials.csv.

CTDL files do not say: {ctdl}.
Open Badges 2.0 does not say: {ob2}.
Open Badges 3.0 does not say: {ob3}.
"""


def table(source: "Source") -> bytes:
    """All credentials as a spreadsheet."""
    from sitegen.transfer.outgoing import credentials_csv

    rows = (({"slug": one.slug, "issuer": one.issuer}, one.record) for one in source.credentials)
    return credentials_csv.text(rows).encode()


def issuers_table(source: "Source") -> bytes:
    """All issuers as a spreadsheet."""
    from sitegen.transfer.outgoing import credentials_csv

    return credentials_csv.text(({"slug": slug}, one) for slug, one in source.issuers.items()).encode()


def ctdl(source: "Source") -> bytes:
    """Everything public as one graph."""
    from sitegen.transfer.outgoing import ctdl as form

    nodes: dict[str, Any] = {}
    for _, graph in _ctdl(source):
        for node in graph["@graph"]:
            nodes.setdefault(node["@id"], node)
    return _json({"@context": form.CONTEXT, "@graph": list(nodes.values())})


def open_badges(source: "Source", standard: str) -> bytes:
    """The definitions of everything public, as a list."""
    return _json([document for _, document in _definitions(source, standard)])


def everything(source: "Source") -> dict[str, bytes]:
    """The files of the whole export by name."""
    files = {"credentials.csv": table(source), "issuers.csv": issuers_table(source)}
    files |= {f"ctdl/{name}.json": _json(graph) for name, graph in _ctdl(source)}
    for standard in ("2.0", "3.0"):
        files |= {f"open-badges/{standard}/{n}.json": _json(d) for n, d in _definitions(source, standard)}
    return {**files, "README.txt": _readme(source).encode()}


def not_said(form: str, standard: str) -> tuple[str, ...]:
    """What a form leaves out; nothing for those that leave nothing out."""
    from sitegen.transfer.outgoing import ctdl as ctdl_form
    from sitegen.transfer.outgoing import open_badges as badges_form

    if form == "ctdl":
        return ctdl_form.NOT_SAID
    return badges_form.NOT_SAID[standard] if form == "open-badges" else ()


def _ctdl(source: "Source") -> Iterator[tuple[str, dict[str, Any]]]:
    from sitegen.transfer.outgoing import ctdl as form

    for one in source.public():
        issuer = (one.issuer, source.issuers[one.issuer])
        yield (
            f"credentials/{one.slug}",
            form.credential(source.site, one.slug, one.record, source.areas, issuer),
        )
    for slug, record in source.issuers.items():
        yield f"issuers/{slug}", form.organization(source.site, slug, record)


def _definitions(source: "Source", standard: str) -> Iterator[tuple[str, dict[str, Any]]]:
    from sitegen.transfer.outgoing import open_badges as form

    for one in source.public():
        asked = source.achievement(one)
        record = source.issuers[one.issuer]
        yield (
            f"credentials/{one.slug}",
            form.definition_2(source.site, one.issuer, asked)
            if standard == "2.0"
            else form.definition_3(source.site, (one.issuer, record), asked),
        )
    if standard == "2.0":
        for slug, record in source.issuers.items():
            yield f"issuers/{slug}", form.issuer_2(source.site, slug, record)


def _readme(source: "Source") -> str:
    said = {
        "ctdl": not_said("ctdl", ""),
        "ob2": not_said("open-badges", "2.0"),
        "ob3": not_said("open-badges", "3.0"),
    }
    return README.format(
        name=source.site.name,
        address=source.site.base_url,
        **{name: ", ".join(words) for name, words in said.items()},
    )


def _json(value: Any) -> bytes:
    import msgspec

    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"
