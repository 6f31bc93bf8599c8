"""The addresses of the pages: of somebody who assesses under a name, and of somebody who looks and decides."""

from urllib.parse import urlencode

from msgspec import Struct


class Addresses(Struct, frozen=True):
    """All addresses of one visitor; `judge` is empty for somebody who only looks and decides."""

    top: str
    judge: str = ""

    @property
    def front(self) -> str:
        """Where one says who one is."""
        return f"{self.top}/"

    @property
    def list(self) -> str:
        """What was sent in."""
        return f"{self.top}/as/{self.judge}/" if self.judge else f"{self.top}/look/"

    @property
    def numbers(self) -> str:
        """The figures, and how far assessors agree."""
        return f"{self.list}numbers/"

    @property
    def chart(self) -> str:
        """The figures as a picture."""
        return f"{self.list}chart.svg"

    def sheet(self, submission: str, done: str = "") -> str:
        """One submission beside the rubric; `done` names what was just done to it."""
        return f"{self.list}{submission}/" + (f"?{urlencode({'done': done})}" if done else "")

    def verdict(self, submission: str) -> str:
        """Where one decides on a submission."""
        return f"{self.list}{submission}/decide/"

    def listed(self, credential: str, number: int, *, everything: bool) -> str:
        """A page of the list, of one credential or of all."""
        asked = {
            "credential": credential,
            "all": "1" if everything else "",
            "page": str(number) if number > 1 else "",
        }
        words = urlencode({name: value for name, value in asked.items() if value})
        return self.list + (f"?{words}" if words else "")
