"""What may be fetched and how much, against a host on loopback that keeps no rule."""

import gzip
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler

import pytest
from loopback import NAME, Host, redirects, running, sends

from sitegen.badges.refusal import Refused
from sitegen.foreign import addresses
from sitegen.foreign.connection import Way
from sitegen.foreign.web import Limits, Web


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    with running(tmp_path_factory.mktemp("host")) as one:
        yield one


def refusal(host: Host, path: str, way: Way | None = None, limits: Limits | None = None) -> str:
    with pytest.raises(Refused) as caught:
        Web(way or host.way(), limits).get(host.address(path))
    return caught.value.code


def test_a_document_is_fetched_once(host: Host) -> None:
    host.answers["/good"] = sends(b"{}")
    host.asked.clear()
    web = Web(host.way())
    assert web.get(host.address("/good")).body == web.get(host.address("/good")).body == b"{}"
    assert len(host.asked) == 1


def test_it_says_who_asks_and_brings_nothing_along(host: Host) -> None:
    host.answers["/who"] = sends(b"{}", Set_Cookie="a=b; Path=/")
    host.asked.clear()
    web = Web(host.way())
    web.get(host.address("/who"))
    host.answers["/who?2"] = sends(b"{}")
    web.get(host.address("/who?2"))
    headers = host.asked[1][1]
    assert headers["User-Agent"].startswith("sitegen/")
    assert headers["Accept-Encoding"] == "identity"
    assert set(headers) == {"Host", "Accept", "Accept-Encoding", "User-Agent", "Connection"}


def test_redirects_within_a_host_are_followed(host: Host) -> None:
    host.answers |= {"/from": redirects("/to", 308), "/to": sends(b"[]")}
    assert Web(host.way()).get(host.address("/from")).body == b"[]"


@pytest.mark.parametrize(
    ("to", "code"),
    [
        ("/again", "web-redirect"),
        ("https://other.example.test/x", "web-redirect"),
        (f"https://{NAME}/x", "web-redirect"),
        ("https://127.0.0.1/x", "web-address"),
        ("https://169.254.169.254/latest", "web-address"),
        ("https://[::1]/x", "web-address"),
        ("https://localhost/x", "web-address"),
        ("http://badges.example.test/x", "web-not-https"),
        ("file:///etc/passwd", "web-not-https"),
        ("gopher://x", "web-not-https"),
    ],
)
def test_redirects_elsewhere_are_not(host: Host, to: str, code: str) -> None:
    host.answers["/again"] = redirects(to)
    host.asked.clear()
    assert refusal(host, "/again") == code
    assert len(host.asked) <= 4


def test_a_redirect_to_nowhere_is_one_that_goes_round(host: Host) -> None:
    host.answers["/nowhere"] = sends(b"", status=302)
    assert refusal(host, "/nowhere") == "web-redirect"


@pytest.mark.parametrize(
    "number",
    "127.0.0.1 10.1.2.3 192.168.1.1 172.16.0.1 169.254.169.254 100.64.0.1 0.0.0.0 255.255.255.255 224.0.0.1 240.0.0.1 198.18.0.1 "
    "::1 :: fe80::1 fe80::1%eth0 fc00::1 ff02::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 64:ff9b::a00:1 2002:a00:1:: 2001:0:1::1 ::10.0.0.1 "
    "2001:db8::1".split(),
)
def test_private_numbers_are_never_public(number: str) -> None:
    assert not addresses.is_public(number)


@pytest.mark.parametrize(
    "number", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:93.184.216.34"]
)
def test_numbers_of_the_open_internet_are(number: str) -> None:
    assert addresses.is_public(number)


def test_a_host_in_a_private_network_is_not_asked(host: Host) -> None:
    host.asked.clear()
    real = Way(resolve=lambda *_: ["127.0.0.1"])
    assert refusal(host, "/good", real) == "web-not-public"
    assert refusal(host, "/good", host.way("127.0.0.1", "10.0.0.1")) == "web-not-public"
    assert host.asked == []


def test_what_was_checked_is_what_is_asked(host: Host) -> None:
    """A name that leads elsewhere the second time (DNS rebinding) is resolved only once."""
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])
    usual = host.way()
    way = Way(resolve=lambda *_: next(answers), is_allowed=usual.is_allowed, tls=usual.tls)
    host.answers["/once"] = sends(b"{}")
    assert Web(way).get(host.address("/once")).body == b"{}"
    assert next(answers) == ["10.0.0.1"]


def test_a_host_must_prove_its_name(host: Host) -> None:
    other = "other.example.test"
    with pytest.raises(Refused, match="cannot prove"):
        Web(host.way(name=other)).get(host.address("/good", other))
    with pytest.raises(Refused, match="cannot prove"):
        Web(Way(resolve=lambda *_: ["127.0.0.1"], is_allowed=lambda _: True)).get(host.address("/good"))


def test_hosts_that_are_not_there_have_an_answer(host: Host) -> None:
    assert refusal(host, "/good", Way(resolve=lambda *_: [])) == "web-unreachable"

    def fails(*_: object) -> list[str]:
        raise OSError

    assert refusal(host, "/good", Way(resolve=fails)) == "web-unreachable"
    with pytest.raises(Refused, match="could not be reached"):
        Web(host.way()).get(f"https://{NAME}:1/x")


def test_a_look_up_that_hangs_is_left(host: Host) -> None:
    way = Way(resolve=lambda *_: time.sleep(5) or [])
    assert refusal(host, "/good", way, Limits(seconds=0.2)) == "web-too-slow"


def drips(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.send_header("Content-Type", "application/json")
    request.end_headers()
    for _ in range(100):
        request.wfile.write(b" ")
        time.sleep(0.05)


def drips_its_head(request: BaseHTTPRequestHandler) -> None:
    request.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
    for _ in range(100):
        request.wfile.write(b"x")
        time.sleep(0.05)


def says_nothing(_: BaseHTTPRequestHandler) -> None:
    time.sleep(5)


@pytest.mark.parametrize("slow", [drips, drips_its_head, says_nothing])
def test_slow_hosts_are_left_in_time(host: Host, slow: object) -> None:
    host.answers["/slow"] = slow  # type: ignore[assignment]
    begin = time.monotonic()
    assert refusal(host, "/slow", limits=Limits(seconds=0.6)) in ("web-too-slow", "web-unreachable")
    assert time.monotonic() - begin < 4


def test_large_answers_are_cut(host: Host) -> None:
    host.answers["/large"] = sends(b" " * 300_000)
    assert refusal(host, "/large", limits=Limits(answer=200_000)) == "web-too-large"
    web = Web(host.way(), Limits(bytes=400_000))
    host.answers["/large?2"] = host.answers["/large"]
    web.get(host.address("/large"))
    with pytest.raises(Refused, match="too large"):
        web.get(host.address("/large?2"))


def test_an_answer_that_breaks_off_is_not_taken(host: Host) -> None:
    def breaks_off(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Type", "application/json")
        request.send_header("Content-Length", "900")
        request.end_headers()
        request.wfile.write(b"{}")

    host.answers["/half"] = breaks_off
    assert refusal(host, "/half") == "web-unreachable"


def test_packed_answers_are_not_unpacked(host: Host) -> None:
    host.answers["/bomb"] = sends(gzip.compress(bytes(10_000_000)), Content_Encoding="gzip")
    assert refusal(host, "/bomb") == "web-encoding"


@pytest.mark.parametrize("kind", ["text/html", "", "application/xml", "image/gif", "application/zip"])
def test_other_types_are_not_read(host: Host, kind: str) -> None:
    host.answers["/type"] = sends(b"{}", kind)
    assert refusal(host, "/type") == "web-type"


@pytest.mark.parametrize(
    "kind",
    [
        "application/json; charset=utf-8",
        "application/ld+json",
        "application/vc",
        "application/vc+jwt",
        "text/plain",
        "image/png",
    ],
)
def test_types_of_badges_and_keys_are(host: Host, kind: str) -> None:
    host.answers["/type"] = sends(b"{}", kind)
    assert Web(host.way()).get(host.address("/type")).body == b"{}"


def test_other_states_than_found_and_gone_are_refused(host: Host) -> None:
    host.answers |= {
        "/404": sends(b"{}", status=404),
        "/500": sends(b"{}", status=500),
        "/410": sends(b"", "", 410),
    }
    assert refusal(host, "/404") == refusal(host, "/500") == "web-status"
    assert Web(host.way()).get(host.address("/410")).status == 410


def test_there_are_only_so_many_requests(host: Host) -> None:
    web = Web(host.way(), Limits(requests=2))
    for number in range(3):
        host.answers[f"/n?{number}"] = sends(b"{}")
    web.get(host.address("/n?0"))
    web.get(host.address("/n?1"))
    with pytest.raises(Refused, match="more than 2 requests"):
        web.get(host.address("/n?2"))


@pytest.mark.parametrize(
    "address",
    ["", "https://", "https://a.example:99999/", "https://a.example/\r\nX: y", "https://user@a.example/", "https://a..example/",
     "https://1.2.3.4/", "https://0x7f.1/", "https://2130706433/", "https://a.example\\@b.example/", "https://ä.example/", 5, None,
     "https://" + "a" * 3000 + ".example/"],
)  # fmt: skip
def test_addresses_that_may_not_be_asked_are_not(address: object) -> None:
    with pytest.raises(Refused):
        addresses.place(address)
