"""Something that cannot be done as it was asked, with words for the person who asked."""


class Refused(Exception):  # noqa: N818 - nothing failed, it was declined
    """`str()` says what is wrong, `hint` what to do about it."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint
