"""Scripts and style sheets as they are sent: without remarks, indentation and line ends, which a browser has no use for.

Only the default theme is treated so; what a site brings along is published as it was written.
"""

import re

_ANY = re.compile(rb"(?<=[\w\])]) :(is|where|not|has|first-child|last-child)\b")
"""A pseudo-class below something else. In nested blocks the blank before it would be lost, and with it what is selected;
before `*`, which selects the same, it is kept."""


def lean(name: str, data: bytes) -> bytes:
    """The bytes to publish for an asset of the default theme."""
    if name.endswith(".js"):
        import rjsmin

        return bytes(rjsmin.jsmin(data))
    if name.endswith(".css"):
        import rcssmin

        return bytes(rcssmin.cssmin(_ANY.sub(rb" *:\1", data)))
    return data
