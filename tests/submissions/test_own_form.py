"""Responses to the site's own form: two lines say how its exports are read."""

from tests.submissions.house import House

TWO_LINES = "shape: netlify\ntime_zone: UTC\n"
EXPORT = (
    "credential,version,bot-field,name,email,evidence-1,evidence-2,note,show-name,ip,user_agent,referrer,created_at\n"
    "calm,1.0,,Ana Lima,ana@example.org,https://docs.example.org/ana,,Thanks!,Yes,192.0.2.7,Mozilla,https://x.example,"
    "2026-03-01T10:00:00Z\n"
    "calm,,x,Bot,bot@example.org,https://docs.example.org/bot,,,,192.0.2.8,Bot,,2026-03-01T10:00:01Z\n"
)


def test_two_lines_are_enough(house: House) -> None:
    house.form(TWO_LINES)
    plan = house.plan(EXPORT)
    (response,) = plan.new
    assert (response.credential, response.version, response.name) == ("calm", "1.0", "Ana Lima")
    assert response.shows_name
    assert [(piece.part, piece.text) for piece in response.evidence] == [
        ("1", "https://docs.example.org/ana")
    ]


def test_what_a_program_sent_is_refused_and_nothing_of_the_machine_is_kept(house: House) -> None:
    house.form(TWO_LINES)
    plan = house.plan(EXPORT)
    assert any("most likely a program" in notice.words for notice in plan.notices)
    assert "192.0.2" not in str(plan.new)
