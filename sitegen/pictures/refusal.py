"""Why a picture that somebody brought is refused, and how large one may be."""

MOST_BYTES = 2_000_000


class PictureError(ValueError):
    """A picture may not be published; the text says why, in a sentence that goes on from "The picture"."""


def require(fine: object, sentence: str) -> None:
    """Refuse the picture with this sentence unless the first argument is true."""
    if not fine:
        raise PictureError(sentence)


def require_size(data: bytes) -> None:
    """Refuse a picture that is empty or too large, before anything looks inside."""
    require(data, "is empty.")
    require(
        len(data) <= MOST_BYTES,
        f"is {len(data) / 1e6:.1f} MB; at most {MOST_BYTES / 1e6:.0f} MB are accepted.",
    )
