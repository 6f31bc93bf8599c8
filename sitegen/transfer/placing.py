"""Where the things that all formats say go in our records: descriptions, addresses, issuers, alignments."""

import re
from typing import Any

from sitegen.model import fields
from sitegen.transfer import linked, plain
from sitegen.transfer.drafts import Gathering
from sitegen.transfer.known import Known, sorted_out

SUMMARY = range(20, 241)
"""How long a summary may be."""

LONGEST_TEXT = 2_000
_SURE = re.compile(r"http://(data\.europa\.eu/|www\.w3\.org/|purl\.org/)")
"""Hosts of identifiers that answer for https as well."""

Alignment = dict[str, str]


def describe(gathered: Gathering, theirs: str, said: str) -> None:
    """A description: our summary if it is as long as one, else what the earner has shown, else the text."""
    said = joined(said)
    if len(said) in SUMMARY and "\n" not in said:
        gathered.put(theirs, "summary", said)
    elif len(said) <= LONGEST_TEXT:
        gathered.put(theirs, "competency", said)
    else:
        gathered.put(theirs, "body", said)


def joined(said: str) -> str:
    """The text with its lines joined; paragraphs stay apart."""
    return re.sub(r"[ \t]*(?<!\n)\n(?!\n)[ \t]*", " ", said)


def web(said: Any) -> str:
    """A web address as our fields take it; empty if it is none, or only http."""
    address = linked.id_of(said)
    if _SURE.match(address):
        address = "https" + address.removeprefix("http")
    return address if re.search(fields.HTTPS, address) and len(address) <= LONGEST_TEXT else ""


def no_web(said: Any) -> str:
    """Why an address is none of ours."""
    address = plain.line(linked.id_of(said))[:120]
    if address.startswith("http://"):
        return f"{address} is not secure; only https is published"
    if address.startswith("data:"):
        return "it is a file inside the address, not a place on the web"
    return f"“{address}” is no address on the web" if address else "it gives no address"


def put_web(gathered: Gathering, theirs: str, ours: str, said: Any) -> None:
    """An address into a field that holds one, or why not."""
    if address := web(said):
        gathered.put(theirs, ours, address)
    elif said not in (None, "", []):
        gathered.leave(theirs, no_web(said))


def version(gathered: Gathering, theirs: str, said: str) -> None:
    """A version, if it has the form of ours."""
    if re.search(fields.VERSION, said):
        gathered.put(theirs, "version", said)
    elif said:
        gathered.leave(theirs, f"our versions are two numbers, as in 1.3, not “{said[:40]}”")


def words(gathered: Gathering, theirs: str, ours: str, said: list[str], known: Known) -> None:
    """Words of a vocabulary of the site; those it does not have are left out by name."""
    slugs, unknown = sorted_out(known.words(ours) or {}, said)
    gathered.put(theirs, ours, slugs)
    if unknown:
        listed = ", ".join(f"“{plain.line(word)[:60]}”" for word in unknown[:8])
        gathered.leave(theirs, f"this site has no {ours.replace('_', ' ')} called {listed}")


def alignment(name: str, url: Any, framework: str, code: str, kind: str) -> tuple[Alignment, str]:
    """An alignment, and what it lacks (empty if it is whole)."""
    address = web(url)
    said = {"framework": framework, "name": name, "url": address, "code": code}
    found = {field: value for field, value in said.items() if value}
    if kind != "other":
        found["type"] = kind
    lacks = [field for field in ("framework", "name") if not said[field]]
    if not address:
        lacks.append(f"address ({no_web(url)})")
    return found, ", ".join(lacks)


def put_alignments(gathered: Gathering, theirs: str, several: list[tuple[Alignment, str]]) -> None:
    """Whole alignments into their field, each once; the others are left out by name."""
    whole: list[Alignment] = []
    for one, lacks in several:
        if lacks:
            gathered.leave(theirs, f"“{one.get('name', '')[:80]}” lacks: {lacks}")
        elif one not in whole:
            whole.append(one)
    before = gathered.fields.get("alignments", [])
    if new := [one for one in whole if one not in before]:
        gathered.put(theirs, "alignments", [*before, *new])


def organization(gathered: Gathering, name: str, description: str, site: Any) -> None:
    """What all formats say of an issuer."""
    gathered.put("name", "name", name)
    description = joined(description)
    if len(description) in SUMMARY and "\n" not in description:
        gathered.put("description", "summary", description)
    else:
        gathered.put("description", "body", description)
    put_web(gathered, "url", "website", site)
