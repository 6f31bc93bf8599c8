"""Slips that people make: what a value that does not fit was most likely meant to be, and so what to write instead."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from datetime import date

from msgspec import structs

from sitegen.read.faults import Misfit
from sitegen.read.yaml_builder import Value

QUOTES = "“”„‟‘’‚«»‹›"
MONTHS = {word: number for number, word in enumerate(
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], start=1
)}  # fmt: skip
LANGUAGES = {
    "arabic": "ar", "chinese": "zh", "english": "en", "french": "fr", "german": "de", "haitian creole": "ht",
    "japanese": "ja", "korean": "ko", "portuguese": "pt", "russian": "ru", "somali": "so", "spanish": "es",
    "ukrainian": "uk", "vietnamese": "vi",
}  # fmt: skip
INSIDE = {"effort": "{hours: 12}", "cost": "{amount: 25}", "form": "{url: https://…}", "review": "{days: 21}"}
"""How a field looks that has fields of its own, where people tend to write a single value."""


LONGEST = 200
"""Characters of a value beyond which nobody guesses what was meant."""


def mended(misfits: Iterable[Misfit], value: Value) -> list[Misfit]:
    """The misfits of a file's values, with better hints where one can tell what was meant."""
    return [_mended(misfit, _at(value, misfit)) for misfit in misfits]


def _at(value: Value, misfit: Misfit) -> Value:
    for step in misfit.path:
        if isinstance(value, dict) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value


def _mended(misfit: Misfit, value: Value) -> Misfit:
    if isinstance(value, list) and misfit.path[-1:] == ("levels",):
        return structs.replace(
            misfit, hint="write each level on a line of its own, as `Meets the standard: …`, without `- `"
        )
    if not isinstance(value, str) or not value.strip() or len(value) > LONGEST:
        return misfit
    written = value.strip()
    plain = written.strip(QUOTES)
    if plain != written:
        hint = f"these quotes are typographic, as word processors make them; write `{plain}` without any"
        return structs.replace(misfit, hint=hint)
    meant = MEANT[misfit.code](written, misfit) if misfit.code in MEANT else ""
    return structs.replace(misfit, hint=meant) if meant else misfit


def _date(written: str, _: Misfit) -> str:
    if re.fullmatch(r"(19|20)\d\d", written):
        return f"if only the year is known, write its first day: `{written}-01-01`"
    if found := re.fullmatch(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})", written):
        first, second, year = map(int, found.groups())
        days = [
            day for month, number in ((second, first), (first, second)) if (day := _day(year, month, number))
        ]
    elif found := re.fullmatch(r"(\d{4})[./](\d{1,2})[./](\d{1,2})", written):
        days = [day for day in [_day(*map(int, found.groups()))] if day]
    else:
        days = _in_words(written)
    options = " or ".join(f"`{day}`" for day in dict.fromkeys(days))
    return f"write {options}: year, month and day with hyphens" if options else ""


def _in_words(written: str) -> list[date]:
    words = re.findall(r"[A-Za-z]+|\d+", written)
    months = [MONTHS[word[:3].lower()] for word in words if word[:3].lower() in MONTHS]
    numbers = [int(word.rstrip("stndrh")) for word in words if word.isdigit()]
    years, days = [n for n in numbers if n > 31], [n for n in numbers if n <= 31]
    found = _day(years[0], months[0], days[0]) if len(months) == len(years) == len(days) == 1 else None
    return [found] if found else []


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _number(written: str, _: Misfit) -> str:
    numbers = re.findall(r"\d+(?:\.\d+)?", re.sub(r"(?<=\d),(?=\d{3}\b)", "", written))
    if not numbers:
        return ""
    options = " or ".join(f"`{number}`" for number in numbers[:2])
    return f"write {options}, with nothing before or behind it"


def _list(written: str, misfit: Misfit) -> str:
    if written[0] in "•·–—*‣◦":
        return "begin each item with a hyphen and a space (`- `), and not with another sign"
    items = [item.strip() for item in written.split(",")]
    if len(items) > 1 and all(len(item) <= 30 for item in items):
        return f"put brackets around it: `[{', '.join(items)}]`"
    if misfit.path[-1:] == ("languages",):
        return "write the codes of languages in brackets, as in `[en, es]`"
    return ""


def _form(written: str, misfit: Misfit) -> str:
    field = next((step for step in reversed(misfit.path) if isinstance(step, str)), "")
    if field in ("languages", "language"):
        code = LANGUAGES.get(written.lower()) or (written.lower() if len(written) == 2 else "")
        return f"write `{code}`" if code else ""
    if field == "version":
        numbers = re.findall(r"\d+", written)
        return f'write `version: "{numbers[0]}.{numbers[1] if len(numbers) > 1 else 0}"`' if numbers else ""
    return ""


def _fields(written: str, misfit: Misfit) -> str:
    field = misfit.path[-1] if misfit.path else ""
    if field == "cost" and written.lower() in ("free", "none", "no", "nothing", "0"):
        return "delete the line: what names no cost is free"
    if not isinstance(field, str) or field not in INSIDE:
        return ""
    number = re.search(r"\d+(\.\d+)?", written)
    if field == "form" and written.startswith("https://"):
        return f'write `form: {{url: "{written}"}}`'
    example = re.sub(r"\d+", number[0], INSIDE[field]) if number else INSIDE[field]
    return f"write it in braces with its name, as in `{field}: {example}`"


def _slug(written: str, _: Misfit) -> str:
    letters = unicodedata.normalize("NFKD", written.lower().replace("–", "-").replace("—", "-"))
    slug = re.sub(r"[^a-z0-9]+", "-", letters.encode("ascii", "ignore").decode()).strip("-")
    return f"write `{slug}`: short names have no spaces, capitals, accents or underscores" if slug else ""


def _address(written: str, _: Misfit) -> str:
    if "@" in written and "/" not in written:
        return "this is an e-mail address, which robots would collect; name a page with a form, or delete the line"
    if written.startswith("http://"):
        return f"write `https://{written.removeprefix('http://')}`, if the page opens so in your browser"
    if " " in written and written.startswith("https://"):
        return f"write `{written.replace(' ', '%20')}`: an address has no spaces"
    if re.fullmatch(r"[\w-]+(\.[\w-]+)+(/\S*)?", written):
        return f"write `https://{written}`"
    return ""


MEANT: dict[str, Callable[[str, Misfit], str]] = {
    "needs-date": _date,
    "needs-number": _number,
    "needs-list": _list,
    "wrong-form": _form,
    "needs-fields": _fields,
    "wrong-slug": _slug,
    "wrong-address": _address,
}
"""By the code of a problem: what to write instead of a value; empty if one cannot tell."""
