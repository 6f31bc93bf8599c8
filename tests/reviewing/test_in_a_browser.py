"""The pages in Chromium: axe finds nothing in either scheme and size, the keyboard is enough, and no words are lost."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from sitegen.reviewing.server import Server
from tests.reviewing.asking import Client
from tests.reviewing.conftest import HEAD_2, PARTLY, WHOLE
from tests.site import axe, hosting
from tests.site.browsing import DESK, PHONE, Visit
from tests.submissions.house import ALMOST, PASSED, House

HOSTILE = '"<img src=x onerror=alert(1)> https://docs.example.org/mo/a-very-long-address-without-any-place-to-break-it"'
MO = f"3/3/2026 10:00:00,mo@example.org,calm,0.9,Mo,{HOSTILE},{HOSTILE},{HOSTILE}\n"
KINDS = ("who", "list", "all", "to score", "missing", "scored", "hostile", "decided", "to decide", "hidden", "refused", "stale",
         "numbers", "trouble")  # fmt: skip


@pytest.fixture
def visit(browser: Browser, server: Server) -> Iterator[Callable[..., Visit]]:
    """Begins a visit that came by the printed address; at the end nothing must have gone wrong in any."""
    begun: list[Visit] = []

    def begin(**options: object) -> Visit:
        one = Visit(browser, f"http://127.0.0.1:{server.server_port}", **options)
        one.open(server.address)
        begun.append(one)
        return one

    yield begin
    for one in begun:
        one.close()
    unexpected = [
        p for one in begun for p in one.problems if "the server responded with a status of 4" not in p
    ]
    assert unexpected == []


def at(server: Server, path: str) -> str:
    return server.room.top + path


@pytest.fixture
def full(house: House) -> House:
    """A house with something in every state."""
    house.review("assessors: 2")
    house.bring(
        HEAD_2
        + WHOLE
        + PARTLY
        + MO
        + WHOLE.replace("3/1", "3/4").replace("Ana", "Eva").replace("ana@", "eva@")
    )
    ana, bo, _, eva = house.cases
    house.score(ana, "maren", PASSED, "All of them: https://docs.example.org/rubric says so.")
    house.score(ana, "tobias", ALMOST, "Half of them.")
    house.score(eva, "tobias", ALMOST, "Half of them.")
    house.decide(bo, "incomplete", advice="Send the reflection too.")
    return house


def opened(page: Page, server: Server, house: House, kind: str) -> None:
    """Go to a page of a kind, as maren."""
    ana, bo, mo, eva = (case.response.id for case in house.cases)
    paths = {
        "who": "/", "list": "/as/maren/", "all": "/look/?all=1", "to score": f"/as/maren/{eva}/", "missing": f"/as/maren/{bo}/",
        "scored": f"/as/maren/{ana}/?done=whole", "hostile": f"/as/maren/{mo}/", "decided": f"/as/maren/{bo}/?done=decided",
        "to decide": f"/as/maren/{ana}/decide/", "hidden": f"/as/maren/{eva}/decide/", "numbers": "/as/maren/numbers/",
        "trouble": "/as/maren/ffff/", "refused": f"/as/maren/{ana}/decide/", "stale": f"/as/maren/{eva}/",
    }  # fmt: skip
    page.goto(at(server, paths[kind]))
    if kind == "refused":
        page.get_by_label("Earned").check()
        page.get_by_role("button", name="Decide").click()
    if kind == "stale":
        house.score(house.cases[3], "maren", PASSED, "From another window.")
        page.get_by_label("Feedback for the sender").first.fill("From this window.")
        page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("h1")).to_be_visible()
    if kind in ("refused", "stale"):
        expect(page.locator("#fault")).to_be_focused()


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_keeps_nobody_out_on_a_phone(
    visit: Callable[..., Visit], server: Server, full: House, kind: str
) -> None:
    one = visit(viewport=PHONE, is_mobile=True, has_touch=True)
    opened(one.page, server, full, kind)
    assert axe.judged(one) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_keeps_nobody_out_on_a_desk(
    visit: Callable[..., Visit], server: Server, full: House, kind: str
) -> None:
    one = visit(viewport=DESK)
    opened(one.page, server, full, kind)
    assert axe.judged(one) == []


def tab_to(page: Page, wanted: str) -> None:
    """Go on with the Tab key until what has the focus is called `wanted`."""
    for _ in range(120):
        page.keyboard.press("Tab")
        named = "((one) => one.labels?.[0]?.textContent || one.textContent || '')(document.activeElement)"
        if wanted in str(page.evaluate(named)):
            return
    pytest.fail(f"the Tab key does not lead to {wanted!r}")


def pick(page: Page, row: str, downs: int) -> None:
    """Pick a level of a row with the arrow keys, from where nothing is picked: up from the last one."""
    for _ in range(120):
        page.keyboard.press("Tab")
        legend = "document.activeElement.closest('fieldset')?.querySelector('legend')?.textContent || ''"
        if row in str(page.evaluate(legend)):
            break
    for _ in range(downs):
        page.keyboard.press("ArrowDown")


def test_from_who_one_is_to_a_decision_with_the_keyboard_alone(
    visit: Callable[..., Visit], house: House
) -> None:
    page = visit().page
    tab_to(page, "A short name")
    page.keyboard.type("maren")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("What waits")
    tab_to(page, house.cases[0].short)
    page.keyboard.press("Enter")
    expect(page.locator("fieldset legend").first).to_be_visible()
    for row, downs, words in (
        ("Students begin alone", 2, "Half of them wait for you."), ("The task is short", 1, ""), ("It names what changed", 1, ""),
    ):  # fmt: skip
        pick(page, row, downs)
        page.keyboard.press("Tab")
        page.keyboard.type(words)
    tab_to(page, "Save, then decide")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("Decide")
    tab_to(page, "Earned")
    page.keyboard.press("ArrowDown")
    tab_to(page, "What to do next")
    page.keyboard.type("Film two more.")
    page.keyboard.press("Tab")
    page.keyboard.type("06012026")
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "Decide":
            break
    page.keyboard.press("Enter")
    expect(page.locator("#done")).to_be_focused()
    decision = house.cases[0].decision
    assert decision is not None
    assert (decision.outcome, decision.advice, str(decision.by)) == (
        "not yet",
        "Film two more.",
        "2026-06-01",
    )
    assert [row.level for row in decision.rows] == [ALMOST, PASSED, PASSED]


def test_every_stop_of_the_keyboard_is_seen(
    visit: Callable[..., Visit], server: Server, house: House
) -> None:
    from tests.site.test_keyboard import SEEN

    page = visit().open(at(server, f"/as/maren/{house.cases[0].response.id}/"))
    page.keyboard.press("Tab")
    unseen, stops = [], 0
    while page.evaluate("document.activeElement.tagName") != "BODY" and stops < 60:
        name = page.evaluate("document.activeElement.outerHTML.slice(0, 90)")
        if not page.evaluate(SEEN):
            unseen.append(name)
        stops += 1
        page.keyboard.press("Tab")
    assert stops > 10
    assert unseen == []


def test_everything_works_without_scripts(visit: Callable[..., Visit], server: Server, house: House) -> None:
    page = visit(java_script_enabled=False).open(at(server, f"/as/maren/{house.cases[0].response.id}/"))
    for number in (1, 2, 3):
        page.locator(f"input[name='level-{number}']").first.check()
    page.get_by_role("button", name="Save, then decide").click()
    page.get_by_label("Earned").check()
    page.get_by_role("button", name="Decide").click()
    expect(page.locator("#done")).to_contain_text("Decided.")


def test_words_that_are_not_saved_are_asked_about_before_one_leaves(
    visit: Callable[..., Visit], server: Server, house: House
) -> None:
    page = visit().open(at(server, f"/as/maren/{house.cases[0].response.id}/"))
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    page.get_by_label("Feedback for the sender").first.press_sequentially("Two minutes of work.")
    page.get_by_role("link", name="Numbers").click()
    expect(page.get_by_label("Feedback for the sender").first).to_have_value("Two minutes of work.")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#done")).to_be_visible()
    assert asked == ["beforeunload"]


def test_a_link_in_an_answer_tells_nobody_where_it_was_followed(
    visit: Callable[..., Visit], server: Server, full: House
) -> None:
    one = visit()
    told: list[dict[str, str]] = []

    def elsewhere(route: object) -> None:
        told.append(route.request.headers)
        route.fulfill(body="elsewhere")

    one.context.route("https://docs.example.org/**", elsewhere)
    page = one.open(at(server, f"/as/maren/{full.cases[2].response.id}/"))
    with one.context.expect_page() as opened_page:
        page.locator(".written a").first.click()
    there = opened_page.value
    there.wait_for_load_state()
    assert there.evaluate("[window.opener, document.referrer]") == [None, ""]
    assert [headers.get("referer") for headers in told] == [None]


def test_a_page_of_another_server_on_this_machine_cannot_send_a_form(
    visit: Callable[..., Visit], server: Server, house: House, tmp_path: Path
) -> None:
    """The browser sends our cookie with it, and the form even has our word; but it says where it comes from."""
    path = f"/as/maren/{house.cases[0].response.id}/"
    signs = Client(server).enter().signs(path)
    fields = "".join(
        f"<input name='{name}' value='{value}'>" for name, value in (signs | {"level-1": PASSED}).items()
    )
    target = f"http://127.0.0.1:{server.server_port}{at(server, path)}"
    (tmp_path / "elsewhere").mkdir()
    page_elsewhere = (
        f"<title>x</title><form method=post action='{target}'>{fields}<button>Win</button></form>"
    )
    (tmp_path / "elsewhere" / "index.html").write_text(page_elsewhere)
    with hosting.running(tmp_path / "elsewhere") as other:
        one = visit()
        one.page.goto(other.origin)
        one.page.get_by_role("button", name="Win").click()
        expect(one.page.locator("body")).to_contain_text("This form was not sent from one of these pages")
        one.problems.clear()
    assert house.cases[0].scores == ()
