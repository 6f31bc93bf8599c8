"""`sitegen review serve` as it is typed: the address it prints lets a browser in, and Ctrl-C ends it."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

from tests.submissions.house import House

REPOSITORY = Path(__file__).parents[2]


@contextmanager
def running(house: House, *words: str) -> Iterator[subprocess.Popen[str]]:
    """The command in a process of its own; it is ended as a person would, if it has not ended by itself."""
    command = [sys.executable, "-m", "sitegen", "-C", str(house.root), "review", "serve", *words]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    settings = os.environ | {"PYTHONPATH": str(REPOSITORY), "XDG_CONFIG_HOME": str(house.root.parent)}
    with subprocess.Popen(command, cwd=REPOSITORY, env=settings, **pipes) as process:
        try:
            yield process
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGINT)
                process.wait(30)


def asked(address: str, cookie: str = "") -> tuple[int, str, str]:
    """The status, the cookie and the text of what stands at an address."""
    parts = urlsplit(address)
    connection = HTTPConnection(parts.netloc, timeout=20)
    try:
        connection.request("GET", f"{parts.path}?{parts.query}", headers={"Cookie": cookie} if cookie else {})
        answer = connection.getresponse()
        return answer.status, answer.getheader("Set-Cookie") or "", answer.read().decode()
    finally:
        connection.close()


def test_the_printed_address_lets_a_browser_in_until_it_is_stopped(house: House) -> None:
    with running(house) as process:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        status, cookie, _ = asked(address)
        assert status == 303
        front = address.partition("?")[0]
        assert asked(front)[0] == 403
        assert "Who is looking?" in asked(front, cookie.partition(";")[0])[2]
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=30)
        assert process.returncode == 130
    assert said.endswith("Stopped. Everything that was saved is saved.\n")


def test_each_start_has_an_address_of_its_own(house: House) -> None:
    with running(house) as first, running(house, "-q") as second:
        assert first.stdout is not None
        assert second.stdout is not None
        addresses = [urlsplit(one.stdout.readline().strip()) for one in (first, second)]
        said = [one.communicate(timeout=30)[1] for one in (first, second) if one.poll() is not None]
    assert said == []
    assert addresses[0].port != addresses[1].port
    assert addresses[0].path != addresses[1].path
    assert addresses[0].query != addresses[1].query


def test_nothing_is_shown_while_private_would_be_shared(house: House) -> None:
    subprocess.run(["git", "init", "-q", str(house.root)], check=True)
    with running(house) as process:
        _, said = process.communicate(timeout=30)
    assert process.returncode == 2
    assert said.startswith("error: private/ is not left out of the repository")
