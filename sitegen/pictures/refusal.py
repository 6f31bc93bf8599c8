"""Why a picture that somebody brought is refused, and how large one may be."""

MOST_BYTES = 2_000_000


class Refused(ValueError):
    """A picture may not be published; the text says why, in a sentence that goes on from "The picture"."""


def require(fine: bool, sentence: str) -> None:
    """Refuse the picture with this sentence unless all is fine."""
    if not fine:
        raise Refused(sentence)


def require_size(data: bytes) -> None:
    """Refuse a picture that is empty or too large, before anything looks inside."""
    require(bool(data), "is empty.")
    require(
        len(data) <= MOST_BYTES,
        f"is {len(data) / 1e6:.1f} MB; at most {MOST_BYTES / 1e6:.0f} MB are accepted.",
    )
