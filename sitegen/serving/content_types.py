"""Which content type a file's name stands for; the same on every machine."""

_TEXTS = {
    "css": "text/css", "csv": "text/csv", "html": "text/html", "js": "text/javascript", "md": "text/markdown",
    "mjs": "text/javascript", "txt": "text/plain", "xml": "application/xml",
}  # fmt: skip
_OTHERS = {
    "avif": "image/avif", "gif": "image/gif", "ico": "image/x-icon", "jpeg": "image/jpeg",
    "jpg": "image/jpeg", "json": "application/json", "jsonld": "application/ld+json",
    "map": "application/json", "mp4": "video/mp4", "pdf": "application/pdf", "png": "image/png",
    "svg": "image/svg+xml", "wasm": "application/wasm", "webmanifest": "application/manifest+json",
    "webp": "image/webp", "woff": "font/woff", "woff2": "font/woff2", "zip": "application/zip",
}  # fmt: skip


def of(address: str) -> str:
    """The value of the Content-Type header for a file."""
    ending = address.rpartition("/")[2].rpartition(".")[2].lower()
    if ending in _TEXTS:
        return f"{_TEXTS[ending]}; charset=utf-8"
    return _OTHERS.get(ending, "application/octet-stream")
