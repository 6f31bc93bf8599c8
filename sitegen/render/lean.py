"""Scripts and style sheets as they are sent: without remarks, indentation and line ends, which a browser has no use for.

Only the default theme is treated so; what a site brings along is published as it was written.
"""


def lean(name: str, data: bytes) -> bytes:
    """The bytes to publish for an asset of the default theme."""
    if name.endswith(".js"):
        import rjsmin

        return bytes(rjsmin.jsmin(data))
    if name.endswith(".css"):
        import rcssmin

        return bytes(rcssmin.cssmin(data))
    return data
