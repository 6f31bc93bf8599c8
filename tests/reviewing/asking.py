"""A browser without a screen: it asks the pages, keeps the cookie, and sends the forms that it is shown."""

import re
from html import unescape
from http.client import HTTPConnection
from typing import NamedTuple
from urllib.parse import urlencode, urlsplit

from sitegen.reviewing.server import Server


class Answer(NamedTuple):
    """What came back."""

    status: int
    headers: dict[str, str]
    text: str


class Client:
    """Asks one server. `path`s are those behind the address's own beginning."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.top = server.room.top
        self.cookie = ""

    def raw(self, method: str, target: str, body: str | None = None, **headers: str) -> Answer:
        """One question exactly as it is given, apart from the Host, which is the right one unless it is given too."""
        connection = HTTPConnection("127.0.0.1", self.server.server_port, timeout=20)
        try:
            connection.putrequest(method, target, skip_host=True, skip_accept_encoding=True)
            given = {"Host": f"127.0.0.1:{self.server.server_port}"} | {
                name.replace("_", "-"): value for name, value in headers.items()
            }
            if body is not None:
                given.setdefault("Content-Length", str(len(body)))
                given.setdefault("Content-Type", "application/x-www-form-urlencoded")
            for name, value in given.items():
                connection.putheader(name, value)
            connection.endheaders(None if body is None else body.encode())
            answer = connection.getresponse()
            return Answer(answer.status, dict(answer.getheaders()), answer.read().decode())
        finally:
            connection.close()

    def enter(self) -> "Client":
        """Come by the address that was printed."""
        parts = urlsplit(self.server.address)
        answer = self.raw("GET", f"{parts.path}?{parts.query}")
        assert answer.status == 303
        self.cookie = answer.headers["Set-Cookie"].partition(";")[0]
        return self

    def get(self, path: str) -> Answer:
        """A page."""
        return self.raw("GET", self.top + path, Cookie=self.cookie)

    def post(self, path: str, fields: dict[str, str | list[str]], **headers: str) -> Answer:
        """A form, with these fields and no others."""
        return self.raw(
            "POST", self.top + path, urlencode(fields, doseq=True), **({"Cookie": self.cookie} | headers)
        )

    def send(self, path: str, **fields: str | list[str]) -> Answer:
        """The form of a page as it is shown now, with fields filled in (`level_1` is `level-1`)."""
        return self.post(path, self.signs(path) | named(fields))

    def signs(self, path: str) -> dict[str, str | list[str]]:
        """The hidden fields of a page's form."""
        return hidden(self.get(path).text)


def hidden(text: str) -> dict[str, str | list[str]]:
    """The hidden fields on a page."""
    return dict(re.findall(r'<input type="hidden" name="([a-z]+)" value="([0-9a-f]+)">', text))


def named(fields: dict[str, str | list[str]]) -> dict[str, str | list[str]]:
    """Fields by the names that forms give them."""
    return {re.sub(r"_(?=\d)", "-", name): value for name, value in fields.items()}


def areas(text: str) -> dict[str, str]:
    """What stands in the text fields of a page, by their names."""
    found = re.findall(r'<textarea [^>]*name="([a-z0-9-]+)"[^>]*>\n?(.*?)</textarea>', text, re.DOTALL)
    return {name: unescape(words) for name, words in found}


def picked(text: str) -> dict[str, str]:
    """The buttons that are picked on a page, by their names."""
    found = re.findall(r'<input type="radio" name="([a-z0-9-]+)" value="([^"]*)" checked', text)
    return {name: unescape(value) for name, value in found}
