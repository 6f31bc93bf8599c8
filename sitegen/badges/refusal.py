"""Why something that should be a badge is refused: a stable code and words for people."""


class Refused(Exception):  # noqa: N818 - it says what happened to the badge, not that our code failed
    """Something is not a badge of ours, or not an unaltered one.

    `code` is a stable kebab-case word that programs may compare. `words` are for the person who asked and go on after
    "This badge is refused: ", as in "it is not signed".
    """

    def __init__(self, code: str, words: str) -> None:
        super().__init__(code, words)
        self.code = code
        self.words = words

    def __str__(self) -> str:
        """The words, with the code behind them."""
        return f"{self.words} ({self.code})"
