"""A job: one file to publish, and all that its bytes depend on."""

from msgspec import Struct


class Job(Struct, frozen=True):
    """A file of the site, not yet made.

    `address` is the file below the output folder, `maker` names the function that makes its bytes, `source` the content file
    whose document the maker is given (or nothing), and `payload` all else it needs, encoded. Two jobs that are equal and
    whose documents are equal give the same bytes.
    """

    address: str
    maker: str
    payload: bytes
    source: str = ""
