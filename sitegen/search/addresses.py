"""Where the files of the published index are, below the output folder."""

TOP = "data/search/"
INDEX = f"{TOP}index.json"
ABOUT = f"{TOP}about.json"
GROUPS = f"{TOP}groups.json"
SPELLING = f"{TOP}spelling.json"
FACETS = f"{TOP}facets.json"


def leaf(number: int) -> str:
    """A file of terms."""
    return f"{TOP}terms/{number}.json"


def fields(number: int) -> str:
    """In which fields the terms stand of some files of terms."""
    return f"{TOP}fields/{number}.json"


def group(number: int) -> str:
    """The directions of a group of documents."""
    return f"{TOP}groups/{number}.json"


def cards(bucket: int) -> str:
    """The cards of the documents whose names fall into a bucket."""
    return f"{TOP}cards/{bucket:x}.json"


def order(name: str) -> str:
    """The documents in some order."""
    return f"{TOP}orders/{name}.json"


def words(folder: str, name: str) -> str:
    """A file of word vectors; `folder` names the vectors, so that such a file never changes."""
    return f"data/words/{folder}/{name}.json"
