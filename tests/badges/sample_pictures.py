"""Pictures that badges can be baked into."""

import io

from PIL import Image

SVG = b'<?xml version="1.0"?><!-- > --><svg xmlns="http://www.w3.org/2000/svg" a=">"><rect/></svg>'


def png() -> bytes:
    """A very small PNG."""
    file = io.BytesIO()
    Image.new("RGB", (2, 2)).save(file, "PNG")
    return file.getvalue()
