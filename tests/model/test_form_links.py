"""Links to forms: what earners of each credential get, vendor by vendor, to the letter."""

from typing import Any

import msgspec
import pytest

from sitegen.model import form_links
from sitegen.model.terms import Form

QUOTES, EMOJI, ARABIC = "“Wait” & 'Why?'", "Seeds 🌱 + Soil", "صف هادئ"


def filled(form: dict[str, Any], title: str = QUOTES, **facts: str) -> str:
    """The form's link, filled in for a credential."""
    given = {
        "credential": "calm-routines",
        "title": title,
        "issuer": "Søndre Høgskole",
        "version": "1.3",
        "url": "https://credentials.example.org/credentials/calm-routines/",
        "lang": "en",
    }
    return form_links.fill(form_links.link(msgspec.convert(form, Form)), given | facts)  # type: ignore[arg-type]


GOOGLE = "https://docs.google.com/forms/d/e/1FAIpQL_x/viewform"
MICROSOFT = "https://forms.office.com/Pages/ResponsePage.aspx?id=v4j5cvGG"
TYPEFORM = "https://form.typeform.com/to/Ab12Cd"
AIRTABLE = "https://airtable.com/shrA1b2C3"
JOTFORM = "https://form.jotform.com/240011"


@pytest.mark.parametrize(
    ("form", "title", "link"),
    [
        (
            {"url": f"{GOOGLE}?usp=pp_url&entry.11=SG_CREDENTIAL&entry.22=SG_TITLE&entry.33=SG_VERSION"},
            QUOTES,
            f"{GOOGLE}?usp=pp_url&entry.11=calm-routines"
            "&entry.22=%E2%80%9CWait%E2%80%9D%20%26%20%27Why%3F%27&entry.33=1.3",
        ),
        (
            {"url": GOOGLE, "fields": {"entry.11": "credential", "22": "title"}},
            EMOJI,
            f"{GOOGLE}?usp=pp_url&entry.11=calm-routines&entry.22=Seeds%20%F0%9F%8C%B1%20%2B%20Soil",
        ),
        (
            {"url": f"{MICROSOFT}&r1f0c=SG_CREDENTIAL&r2ab=SG_TITLE"},
            ARABIC,
            f"{MICROSOFT}&r1f0c=calm-routines&r2ab=%D8%B5%D9%81%20%D9%87%D8%A7%D8%AF%D8%A6",
        ),
        (
            {"url": MICROSOFT, "fields": {"r1f0c": "credential", "2ab": "title"}},
            EMOJI,
            f"{MICROSOFT}&r1f0c=calm-routines&r2ab=Seeds%20%F0%9F%8C%B1%20%2B%20Soil",
        ),
        (
            {"url": f"{TYPEFORM}#credential=SG_CREDENTIAL&title=SG_TITLE"},
            EMOJI,
            f"{TYPEFORM}#credential=calm-routines&title=Seeds%20%F0%9F%8C%B1%20%2B%20Soil",
        ),
        (
            {
                "url": f"{TYPEFORM}?utm_source=catalog",
                "fields": {"credential": "credential", "who": "issuer"},
            },
            QUOTES,
            f"{TYPEFORM}?utm_source=catalog#credential=calm-routines&who=S%C3%B8ndre%20H%C3%B8gskole",
        ),
        (
            {"url": f"{AIRTABLE}?prefill_Badge+name=SG_TITLE&prefill_Id=SG_CREDENTIAL"},
            QUOTES,
            f"{AIRTABLE}?prefill_Badge+name=%E2%80%9CWait%E2%80%9D%20%26%20%27Why%3F%27&prefill_Id=calm-routines",
        ),
        (
            {"url": AIRTABLE, "fields": {"Which badge?": "credential", "prefill_Page": "url"}},
            QUOTES,
            f"{AIRTABLE}?prefill_Which+badge%3F=calm-routines"
            "&prefill_Page=https%3A%2F%2Fcredentials.example.org%2Fcredentials%2Fcalm-routines%2F",
        ),
        (
            {"url": f"{JOTFORM}?credential=SG_CREDENTIAL&lang=SG_LANG"},
            QUOTES,
            f"{JOTFORM}?credential=calm-routines&lang=en",
        ),
        (
            {"url": JOTFORM, "fields": {"badge[id]": "credential", "badge[title]": "title"}},
            ARABIC,
            f"{JOTFORM}?badge[id]=calm-routines&badge[title]=%D8%B5%D9%81%20%D9%87%D8%A7%D8%AF%D8%A6",
        ),
        (
            {"url": "https://forms.lake.example/send?for=SG_CREDENTIAL#SG_TITLE"},
            "100% sure; yes/no",
            "https://forms.lake.example/send?for=calm-routines#100%25%20sure%3B%20yes%2Fno",
        ),
    ],
)
def test_a_link_is_filled_in_to_the_letter(form: dict[str, Any], title: str, link: str) -> None:
    assert filled(form, title) == link


def test_what_looks_like_a_word_in_a_title_stays_as_it_is() -> None:
    form = {"url": "https://tally.so/r/x?t=SG_TITLE&c=SG_CREDENTIAL"}
    assert filled(form, "SG_CREDENTIAL") == "https://tally.so/r/x?t=SG_CREDENTIAL&c=calm-routines"


def test_words_before_the_query_are_left_alone() -> None:
    assert filled({"url": "https://tally.so/r/SG_TITLE"}) == "https://tally.so/r/SG_TITLE"
    assert filled({"url": "https://tally.so/SG_URL?SG_URL"}, url="u") == "https://tally.so/SG_URL?u"


def test_fields_go_before_a_fragment_that_is_there() -> None:
    form = {"url": f"{JOTFORM}?a=1#top", "fields": {"c": "credential"}}
    assert filled(form) == f"{JOTFORM}?a=1&c=calm-routines#top"


def test_a_link_that_has_googles_mark_gets_no_second_one() -> None:
    form = {"url": f"{GOOGLE}?usp=pp_url", "fields": {"1": "version"}}
    assert filled(form) == f"{GOOGLE}?usp=pp_url&entry.1=1.3"


def test_nothing_is_guessed_for_a_service_that_is_not_known() -> None:
    form = {"url": "https://forms.lake.example/send", "fields": {"c": "credential"}}
    assert filled(form) == "https://forms.lake.example/send"
