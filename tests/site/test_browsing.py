"""The visits of these tests notice what goes wrong, under the policy that the site sends along."""

from playwright.sync_api import Browser, Route

from tests.site.browsing import Visit
from tests.site.hosting import Host


def problems(browser: Browser, host: Host, code: str) -> list[str]:
    """What a visit notices when this code has run on a page of the site."""
    one = Visit(browser, host.origin)
    one.open("/how-it-works/")
    one.page.evaluate(f"new Promise((done) => {{ {code}; setTimeout(done, 0); }})")
    one.page.wait_for_load_state("networkidle")
    one.close()
    return one.problems


def test_a_page_as_it_is_gives_no_problem(browser: Browser, host: Host) -> None:
    assert problems(browser, host, "") == []


def test_a_script_inside_the_page_is_stopped_and_noticed(browser: Browser, host: Host) -> None:
    def plant(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(
            response=answer, body=answer.text().replace("</head>", "<script>ran = 1</script></head>")
        )

    one = Visit(browser, host.origin)
    one.context.route("**/how-it-works/", plant)
    ran = one.open("/how-it-works/").evaluate("'ran' in window")
    one.close()
    assert not ran
    assert any("Content Security Policy" in problem for problem in one.problems)


def test_a_style_inside_an_element_is_stopped_and_noticed(browser: Browser, host: Host) -> None:
    code = "document.body.setAttribute('style', 'color: red')"
    assert any("Content Security Policy" in problem for problem in problems(browser, host, code))


def test_text_that_is_made_into_elements_is_stopped_and_noticed(browser: Browser, host: Host) -> None:
    code = "setTimeout(() => { document.body.innerHTML = '<b>no</b>' })"
    assert any("TrustedHTML" in problem for problem in problems(browser, host, code))


def test_a_request_that_fails_is_noticed(browser: Browser, host: Host) -> None:
    code = "const one = new Image(); one.src = '/no-such-picture.svg'; one.onload = one.onerror = done"
    assert any("404" in problem for problem in problems(browser, host, code))


def test_a_request_to_another_host_is_noticed(browser: Browser, host: Host) -> None:
    code = "const one = new Image(); one.onerror = done; one.src = 'https://pictures.example.com/a.png'"
    assert problems(browser, host, code) != []
