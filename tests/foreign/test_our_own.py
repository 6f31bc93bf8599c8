"""Our own badges, seen as if they came from elsewhere: what the general check says agrees with what the narrow one says."""

from typing import Any

import elsewhere as made
import pytest
import sample_awards as samples

from sitegen.badges import did, trust
from sitegen.badges.verify import verify as own
from sitegen.foreign.asked import Asked
from sitegen.foreign.verify import verify as foreign
from sitegen.model.verdict import Verdict

LIST = f"{samples.SITE}/status/harbor.json"


def web(*places: int) -> made.Shelf:
    """What the site of the samples has published."""
    found: dict[str, Any] = {LIST: samples.signed_list(samples.edition(places))}
    for one in samples.KNOWN:
        found[f"{one.site}/issuers/{one.slug}/did.json"] = did.document(one.site, one.slug, one.keys)
    return made.Shelf(found)


def both(data: bytes, *places: int) -> tuple[Verdict, Verdict]:
    shelf = web(*places)
    register = trust.of(samples.KNOWN, {LIST: shelf.get(LIST).body}, samples.NOW)
    return own(data, register, samples.NOW), foreign(data, Asked(now=samples.NOW, web=shelf))


@pytest.mark.parametrize(("places", "state"), [((), "valid"), ((4711,), "revoked"), ((4712,), "valid")])
def test_both_say_the_same_of_a_good_badge(places: tuple[int, ...], state: str) -> None:
    data = samples.line(samples.changed(expires=None))
    assert {verdict.state for verdict in both(data, *places)} == {state}


@pytest.mark.parametrize("name", ["Odalys", "Calm", "2026-03-09", "harbor", "sha256"])
def test_neither_takes_a_changed_one(name: str) -> None:
    data = samples.line(samples.changed(expires=None))
    changed = data.replace(name.encode(), name[::-1].encode(), 1)
    assert changed != data
    assert not any(verdict.is_valid for verdict in both(changed))


def test_a_picture_with_both_versions_is_checked_by_its_own_site_only() -> None:
    from sample_pictures import png

    from sitegen.badges import baked_png

    data = baked_png.put(png(), samples.line(samples.changed(expires=None)), b'{"id": "https://x.example/a"}')
    assert both(data)[1].code == "two-badges"
