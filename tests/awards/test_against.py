"""What a change may do to awards, keys and status lists: the rules alone, on files before and after."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

import pytest

from sitegen.awards import against
from tests.awards import signed_site as site
from tests.badges import sample_awards as samples

DAY = date(2026, 6, 1)
AWARDS = "content/awards/harbor/one.jsonl"
ISSUER = "content/issuers/harbor.md"
LIST, SUSPENDED = "content/status/harbor.json", "content/status/harbor.suspended.json"
OLD = f"{{key: {samples.public(2)}, from: 2024-01-01, until: 2025-12-31}}"
NEW = f"{{key: {samples.public(1)}, from: 2026-01-01}}"

OWN = "content/credentials/harbor/calm.md"

Sides = Mapping[str, bytes | str | None]


def found(before: Sides, after: Sides) -> list[tuple[str, str, int]]:
    """Code, file and line of every problem of a change from some files to others; what is not named stays away."""
    problems = against.problems(
        _changed(before, after), lambda path: (_data(before, path), _data(after, path)), DAY,
        lambda issuer: [path for path in {**before, **after} if path.startswith(f"content/awards/{issuer}/")],
    )  # fmt: skip
    return [(problem.code, problem.span.file, problem.span.line) for problem in problems]


def _changed(before: Sides, after: Sides) -> list[str]:
    return [path for path in {**before, **after} if _data(before, path) != _data(after, path)]


def _data(side: Sides, path: str) -> bytes | None:
    """What a file holds; the issuer's credential is there unless it is said to be gone."""
    data = side.get(path, "x" if path == OWN else None)
    return data.encode() if isinstance(data, str) else data


def at(day: int) -> datetime:
    """A moment in May."""
    return datetime(2026, 5, day, tzinfo=UTC)


def test_more_awards_at_the_end_are_fine() -> None:
    assert found({AWARDS: "a\nb\n"}, {AWARDS: "a\nb\nc\n"}) == []


def test_a_missing_line_end_is_no_change() -> None:
    assert found({AWARDS: "a\nb"}, {AWARDS: "a\r\nb\r\nc\r\n"}) == []


def test_an_award_put_before_the_others_is_told_once() -> None:
    assert found({AWARDS: "a\nb\n"}, {AWARDS: "c\na\nb\n"}) == [("award-rewritten", AWARDS, 1)]


def test_the_number_of_a_line_counts_empty_ones() -> None:
    assert found({AWARDS: "a\n\nb\n"}, {AWARDS: "a\n\nB\n"}) == [("award-rewritten", AWARDS, 3)]


def test_a_file_that_was_emptied_has_lost_its_awards() -> None:
    assert found({AWARDS: "a\n"}, {AWARDS: ""}) == [("award-rewritten", AWARDS, 1)]


def test_a_file_with_one_award_does_not_change() -> None:
    path = "content/awards/harbor/one.json"
    assert found({path: "{}\n"}, {path: "{ }\n"}) == [("award-rewritten", path, 1)]
    assert found({path: "{}\n"}, {path: "{}"}) == []


def test_a_file_that_moved_has_gone() -> None:
    moved = "content/awards/harbor/two.jsonl"
    assert found({AWARDS: "a\n"}, {moved: "a\n"}) == [("award-file-removed", AWARDS, 0)]


def test_a_file_that_lies_wrong_is_left_to_the_check() -> None:
    assert found({}, {"content/awards/stray.jsonl": "a\n", "content/status/x": "b"}) == []


def test_an_issuer_without_keys_may_go() -> None:
    keyless = site.issuer("Harbor", OLD).replace(f"keys:\n  - {OLD}\n", "")
    assert found({ISSUER: keyless}, {}) == []


def test_an_issuer_with_keys_may_not_go() -> None:
    assert found({ISSUER: site.issuer("Harbor", OLD)}, {}) == [("key-removed", ISSUER, 0)]


def test_an_issuers_file_may_change_its_ending() -> None:
    fields = site.issuer("Harbor", OLD)
    assert found({ISSUER: fields}, {"content/issuers/harbor.yaml": fields.replace("---\n", "")}) == []


def test_a_file_that_cannot_be_read_is_left_to_the_check() -> None:
    assert found({ISSUER: site.issuer("Harbor", OLD)}, {ISSUER: "no fields"}) == []


def test_a_further_key_is_fine() -> None:
    assert found({ISSUER: site.issuer("Harbor", OLD)}, {ISSUER: site.issuer("Harbor", NEW, OLD)}) == []


@pytest.mark.parametrize(
    "tighter", ["from: 2026-02-01", "from: 2026-01-01, until: 2026-05-01",
                "from: 2026-01-01, compromised: {at: 2026-04-01, reason: A laptop was lost}"],
)  # fmt: skip
def test_a_key_may_be_trusted_less(tighter: str) -> None:
    key = NEW.replace("from: 2026-01-01", tighter)
    assert found({ISSUER: site.issuer("Harbor", NEW)}, {ISSUER: site.issuer("Harbor", key)}) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("from: 2026-01-01", "from: 2025-12-31"),
        ("from: 2026-01-01, until: 2026-05-01", "from: 2026-01-01, until: 2026-05-02"),
        ("from: 2026-01-01, until: 2026-05-01", "from: 2026-01-01"),
        ("from: 2026-01-01, compromised: {at: 2026-04-01, reason: Lost}", "from: 2026-01-01"),
        ("from: 2026-01-01, compromised: {at: 2026-04-01, reason: Lost}",
         "from: 2026-01-01, compromised: {at: 2026-04-02, reason: Lost}"),
    ],
)  # fmt: skip
def test_a_key_may_not_be_trusted_more(before: str, after: str) -> None:
    sides = (
        {ISSUER: site.issuer("Harbor", NEW.replace("from: 2026-01-01", dates))} for dates in (before, after)
    )
    assert [code for code, _, _ in found(*sides)] == ["key-loosened"]


def test_a_new_issuer_with_keys_and_awards_is_told_to_bring_keys_first() -> None:
    after: Sides = {ISSUER: site.issuer(), AWARDS: site.lines(1)}
    assert found({}, after) == [("keys-with-awards", ISSUER, 6)]


def test_keys_of_one_issuer_do_not_hide_among_awards_of_another() -> None:
    other = "content/issuers/quarry.md"
    before: Sides = {ISSUER: site.issuer(), other: site.issuer("Quarry", OLD)}
    after: Sides = {**before, other: site.issuer("Quarry", OLD, NEW), AWARDS: site.lines(1)}
    assert [(code, path) for code, path, _ in found(before, after)] == [("keys-with-others", other)]


def test_a_change_beside_the_keys_may_come_with_awards() -> None:
    before = site.issuer()
    after = before.replace("Harbor College", "Harbour College")
    assert found({ISSUER: before}, {ISSUER: after, AWARDS: site.lines(1)}) == []


def test_a_new_award_may_not_be_signed_with_a_key_that_was_retired() -> None:
    keys = site.issuer("Harbor", f"{{key: {samples.public(1)}, from: 2026-01-01, until: 2026-05-31}}")
    before: Sides = {ISSUER: keys, AWARDS: site.lines(1)}
    assert found(before, {**before, AWARDS: site.lines(1, 2)}) == [("retired-key-used", AWARDS, 2)]


def test_a_key_that_ends_on_the_day_of_the_commit_may_still_have_signed() -> None:
    keys = site.issuer("Harbor", f"{{key: {samples.public(1)}, from: 2026-01-01, until: 2026-06-01}}")
    assert found({ISSUER: keys}, {ISSUER: keys, AWARDS: site.lines(1)}) == []


def test_another_key_of_an_issuer_that_retired_one_may_sign() -> None:
    keys = site.issuer("Harbor", OLD, NEW)
    assert found({ISSUER: keys}, {ISSUER: keys, AWARDS: site.lines(1)}) == []


def test_a_later_list_with_more_on_it_is_fine() -> None:
    assert found({LIST: site.status_list(7, at=at(1))}, {LIST: site.status_list(7, 8, at=at(2))}) == []


def test_an_earlier_list_is_a_step_back() -> None:
    after = {LIST: site.status_list(7, 8, at=at(1))}
    assert found({LIST: site.status_list(7, at=at(2))}, after) == [("status-went-back", LIST, 0)]


def test_many_places_that_came_back_are_told_at_once() -> None:
    after = {LIST: site.status_list(at=at(2))}
    assert found({LIST: site.status_list(*range(50), at=at(1))}, after) == [("status-went-back", LIST, 0)]


def test_what_was_suspended_may_come_back() -> None:
    before: Sides = {
        LIST: site.status_list(7, at=at(1)),
        SUSPENDED: site.status_list(7, purpose="suspension", at=at(1)),
    }
    after: Sides = {
        LIST: site.status_list(at=at(2)),
        SUSPENDED: site.status_list(purpose="suspension", at=at(2)),
    }
    assert found(before, after) == []


def test_the_list_of_suspended_awards_may_not_go() -> None:
    before: Sides = {
        LIST: site.status_list(7, at=at(1)),
        SUSPENDED: site.status_list(7, purpose="suspension", at=at(1)),
    }
    assert found(before, {LIST: before[LIST]}) == [("status-went-back", SUSPENDED, 0)]


def test_a_first_list_is_fine() -> None:
    assert found({}, {LIST: site.status_list(7, at=at(1))}) == []


@pytest.mark.parametrize(("before", "after"), [(b"{}", None), (b"{}", b"[]"), (None, b"{}")])
def test_lists_that_cannot_be_read_are_left_to_the_check(before: bytes | None, after: bytes | None) -> None:
    assert found({LIST: before}, {LIST: after}) == []


def test_a_list_that_became_unreadable_is_left_to_the_check() -> None:
    assert found({LIST: site.status_list(7, at=at(1))}, {LIST: b"{}"}) == []


FIRST = site.line(site.award(1)).decode()


def test_a_new_award_for_ones_own_credential_is_fine() -> None:
    assert found({}, {AWARDS: FIRST}) == []


def test_a_new_award_for_a_credential_of_another_issuer_is_refused() -> None:
    assert found({OWN: None}, {OWN: None, AWARDS: FIRST}) == [("award-credential", AWARDS, 1)]


def test_a_credential_that_leaves_in_the_same_change_was_still_the_issuers() -> None:
    assert found({}, {OWN: None, AWARDS: FIRST}) == []


def test_an_award_may_be_signed_again_when_its_credential_has_moved() -> None:
    renewed = "content/awards/harbor/renewed.jsonl"
    assert found({OWN: None, AWARDS: FIRST}, {OWN: None, AWARDS: FIRST, renewed: FIRST}) == []


def test_a_line_that_is_no_award_is_left_to_the_check() -> None:
    assert found({OWN: None}, {OWN: None, AWARDS: "{}\n"}) == []
