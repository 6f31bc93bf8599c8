"""Who is asked to review which files of a catalog: the part of a CODEOWNERS file that follows from `maintainers`.

Of all lines that fit a file the last one counts, and one yes of those it names is enough; nobody can say yes to their own
change (GitHub's documentation of code owners). So issuers' own files, with their keys, are given to the catalog's
maintainers: a key that an issuer proposes is always confirmed by somebody else.
"""

import re
from collections.abc import Iterator, Mapping

from sitegen.model.issuer import Issuer
from sitegen.model.site import Site

FILE = ".github/CODEOWNERS"
"""Where GitHub looks for it, from the top of the repository."""

_BEGIN = "# >>> sitegen{folder}: made from `maintainers` in content/site.yaml and content/issuers/"
_END = "# <<< sitegen{folder}: what stands outside these two lines is yours; of all lines that fit, the last one counts"
_NOBODY = "# Nobody is named yet. Write `maintainers: [name, name]` into content/site.yaml, and run `sitegen schema`."


def within(existing: str, site: Site, issuers: Mapping[str, Issuer]) -> str:
    """The text of the file with our part made anew; what others wrote around it stays. A new part comes first."""
    part = "".join(f"{line}\n" for line in _part(site, issuers))
    begin, end = (re.escape(words.partition(":")[0]) for words in _marks(site))
    found = re.compile(rf"^{begin}:.*?^{end}:[^\n]*\n?", re.MULTILINE | re.DOTALL)
    if found.search(existing):
        return found.sub(lambda _: part, existing, count=1)
    return f"{part}\n{existing}" if existing else part


def _marks(site: Site) -> tuple[str, str]:
    """The first and the last line of our part; several sites may stand in one repository, each in a folder."""
    folder = f" {_folder(site)}" if _folder(site) else ""
    return _BEGIN.format(folder=folder), _END.format(folder=folder)


def _part(site: Site, issuers: Mapping[str, Issuer]) -> Iterator[str]:
    begin, end = _marks(site)
    yield begin
    yield from list(_rules(site, issuers)) or [_NOBODY]
    yield end


def _rules(site: Site, issuers: Mapping[str, Issuer]) -> Iterator[str]:
    top = f"/{_folder(site)}"
    everyone = _names(site.maintainers)
    if everyone:
        yield f"{top if top != '/' else '*'} {everyone}"
    for slug, issuer in sorted(issuers.items()):
        names = _names(issuer.maintainers)
        if names:
            yield f"{top}content/credentials/{slug}/ {names}"
            yield f"{top}content/awards/{slug}/ {names}"
            yield f"{top}content/status/{slug}.* {names}"
            yield from () if everyone else (f"{top}content/issuers/{slug}.* {names}",)


def _names(handles: tuple[str, ...]) -> str:
    return " ".join(f"@{handle}" for handle in dict.fromkeys(handles))


def _folder(site: Site) -> str:
    """The folder of the site in its repository, ending in a slash; empty for the top."""
    return site.repository.folder if site.repository else ""
