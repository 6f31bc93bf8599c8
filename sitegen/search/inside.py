"""An index that is built and asked in the same process: its files stay in memory."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

import msgspec

from sitegen.search import files, meaning
from sitegen.search.files import Entry, Setting
from sitegen.search.index import Analyst, Source
from sitegen.search.language import Language
from sitegen.search.published import Published
from sitegen.search.vectors import Vectors

NAMED = ("issuer", "focus")
"""Fields whose texts are taken for the values of a facet."""


def of(sources: Iterable[Source], language: Language, vectors: Vectors | None = None) -> Published:
    """The index of some documents; `vectors` are the language's word vectors if it has any."""
    return asked(*entries(sources, Setting(language=language, vectors=vectors)))


def entries(
    sources: Iterable[Source], setting: Setting, kept: Mapping[str, bytes] = MappingProxyType({})
) -> tuple[list[Entry], Setting]:
    """What the index needs of some documents; the setting with what is found of them. `kept` are analyses by slug."""
    listed = list(sources)
    analyst = Analyst(setting.language, meaning.Texts(setting.vectors) if setting.vectors else None)
    facets = {name: _values(listed, name) for name in NAMED}
    told = msgspec.structs.replace(setting, facets={**facets, **setting.facets})
    analyses = (kept.get(source.slug) or analyst.analyse(source) for source in listed)
    return [_entry(source, analysis) for source, analysis in zip(listed, analyses, strict=True)], told


def asked(entries: Iterable[Entry], setting: Setting) -> Published:
    """The index of some entries, ready to be asked."""
    return Published(files.files(entries, setting).get, setting.vectors)


def _entry(source: Source, analysis: bytes) -> Entry:
    card = {
        "slug": source.slug,
        "title": source.title,
        "summary": source.texts.get("summary", ""),
        "problems": source.problems,
    }
    facets = {name: [source.texts[name]] for name in NAMED if source.texts.get(name)}
    return Entry(slug=source.slug, analysis=analysis, card=msgspec.json.encode(card), facets=facets)


def _values(sources: Sequence[Source], name: str) -> list[tuple[str, str]]:
    return [(text, text) for text in sorted({source.texts.get(name, "") for source in sources}) if text]
