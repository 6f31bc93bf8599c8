"""`sitegen search audit`: what visitors will hardly find, told to those who look after the catalog."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sitegen.cli import bar, options, say
from sitegen.cli.search_index import Opened

if TYPE_CHECKING:
    from msgspec import Struct

    from sitegen.search.areas import Close
    from sitegen.search.audit import Asked, Gap, Hidden, Led, Own


def run(setting: options.Setting, opened: Opened, most: int, **flags: bool) -> int:
    """Audit an index and tell what was found; 1 if nothing finds some credential (`strict`: if there is any finding)."""
    from sitegen.search import audit

    asked = _ask(setting, opened)
    hidden, led = audit.hidden(asked), audit.led_away(asked)
    close, gaps = _close(opened), audit.gaps(opened.published)
    lost = any(not one.found for one in hidden)
    fine = not (hidden or led or close or gaps) if flags["strict"] else not lost
    stats = {"credentials": len(opened.sources), "questions": len(asked)}
    found = {"hidden": hidden, "statements": led, "areas": close, "gaps": gaps}
    if flags["as_json"]:
        say.result(_json({"ok": fine, **found, "stats": stats}))
    else:
        say.aside(_counted(stats), setting)
        _tell_hidden(hidden, most)
        _tell_led(led, most)
        _tell_close(close, most)
        _tell_gaps(gaps, most)
        if stats["credentials"] and not hidden:
            say.done("Every credential is found by most of its own words.", setting)
    return 0 if fine else 1


def _ask(setting: options.Setting, opened: Opened) -> "list[Asked]":
    from sitegen.search import audit

    first = [own for source in opened.sources for own in audit.questions(source)]
    asked = _answers(setting, opened, first)
    doubtful, tongue = audit.in_doubt(asked), opened.published.language
    those = (source for source in opened.sources if source.slug in doubtful)
    return asked + _answers(
        setting, opened, [own for source in those for own in audit.more_questions(tongue, source)]
    )


def _answers(setting: options.Setting, opened: Opened, questions: "list[Own]") -> "list[Asked]":
    from sitegen import workers
    from sitegen.search import audit

    with bar.progress(setting) as show:
        ask, count = audit.ask(opened.published), workers.count(None)
        told = workers.each(ask, questions, count, lambda number: show("Asking", number, len(questions)))
        return list(told)


def _close(opened: Opened) -> "list[Close]":
    from sitegen.search import areas
    from sitegen.search.index import Analyst

    read = Analyst(opened.published.language, None).read
    number = {source.slug: place for place, source in enumerate(opened.sources)}
    members = {name: [number[slug] for slug in slugs] for name, slugs in opened.areas.items()}
    return areas.close(members, [read(entry.analysis).about for entry in opened.entries])


def _counted(stats: dict[str, int]) -> str:
    return (
        f"{stats['credentials']:,} credentials asked for in their own words, {stats['questions']:,} questions"
    )


def _tell_hidden(hidden: "Sequence[Hidden]", most: int) -> None:
    _headline("Found by fewer than half of their own questions", hidden)
    for one in hidden[:most]:
        say.result(f"  {one.slug}: found by {one.found} of {one.asked}")
        for own in one.missed[:3]:
            say.result(f"    not by its {own.kind}: {own.text}")
    _rest(hidden, most)


def _tell_led(led: "Sequence[Led]", most: int) -> None:
    _headline("Problem statements that lead to another credential first", led)
    for one in led[:most]:
        place = f"its own is number {one.place}" if one.place else "its own is not among the first ten"
        say.result(f"  {one.slug}: “{one.statement}”")
        if one.first:
            say.result(f"    First comes {one.first}: it {one.why}; {place}.")
        else:
            say.result("    Nothing is found: it has only words that occur in every question.")
    _rest(led, most)


def _tell_close(close: "Sequence[Close]", most: int) -> None:
    _headline("Focus areas that are hard to tell apart", close)
    for one in close[:most]:
        shared = f"{one.shared:.0%} of the smaller one stand in both"
        mixed = f"{one.mixed:.0%} of those that stand in one are more like the other"
        say.result(f"  {one.one} and {one.other}: {shared}; {mixed}.")
    _rest(close, most)


def _tell_gaps(gaps: "Sequence[Gap]", most: int) -> None:
    _headline("What visitors may ask for and no credential has a word of", gaps)
    for one in gaps[:most]:
        say.result(f"  {one.words}" + (f" (first comes {one.first})" if one.first else ""))
    _rest(gaps, most)


def _headline(text: str, found: "Sequence[Struct]") -> None:
    if found:
        say.result(f"{text}: {len(found)}")


def _rest(found: "Sequence[Struct]", most: int) -> None:
    if len(found) > most:
        say.result(f"  and {len(found) - most:,} more; `-n {len(found)}` shows all")
    if found:
        say.result("")


def _json(document: dict[str, Any]) -> str:
    import msgspec

    return msgspec.json.format(msgspec.json.encode({"version": 1, **document})).decode()
