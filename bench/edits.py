"""Edits to one credential, in the files of either tool, and how to see that they have arrived."""

from dataclasses import dataclass
from pathlib import Path

FENCE = "---\n"


@dataclass(frozen=True)
class Credential:
    """One credential's file in a project, and its page below the output folder."""

    file: Path
    page: Path
    others: tuple[Path, ...] = ()

    def shows(self, words: str) -> bool:
        """Whether its page says these words."""
        try:
            return words.encode() in self.page.read_bytes()
        except OSError:
            return False

    def change_text(self, words: str) -> None:
        """Put the words at the end of the text, as an editor saves: in place."""
        text = self.file.read_text(encoding="utf-8")
        self.file.write_text(f"{text}\n{words}\n", encoding="utf-8")

    def change_title(self, words: str) -> None:
        """Give it another title."""
        start, fields, body = self.file.read_text(encoding="utf-8").split(FENCE, 2)
        lines = [
            f"title: {words}\n" if line.startswith("title: ") else line
            for line in fields.splitlines(keepends=True)
        ]
        self.file.write_text(FENCE.join((start, "".join(lines), body)), encoding="utf-8")


def pick(project: Path, count: int) -> list[Credential]:
    """So many credentials of a project, spread over all of it; the same ones in every project of the content."""
    files = sorted((project / "content" / "credentials").glob("*/*.md"))
    chosen = [files[place * len(files) // count] for place in range(count)]
    return [
        Credential(file, project / "public" / "credentials" / file.stem / "index.html") for file in chosen
    ]


def lists_with(project: Path, words: str) -> int:
    """How many list pages of the built site show the words."""
    pages = [
        *(project / "public" / "credentials" / "page").rglob("index.html"),
        project / "public" / "credentials" / "index.html",
    ]
    return sum(words.encode() in page.read_bytes() for page in pages)
