"""What makes a page reload by itself: a script that the server adds to each page on its way out."""

from pathlib import Path

EVENTS = "/.sitegen/events"
SCRIPT = "/.sitegen/reload.js"


def script() -> bytes:
    """The script's own bytes."""
    return Path(__file__).with_name("reload.js").read_bytes()


def with_script(page: bytes, version: str) -> bytes:
    """The page with the script in its head; the script is told which version of the site the page belongs to.

    It is a file of its own, because the site's policy forbids scripts inside a page.
    """
    tag = f'<script src="{SCRIPT}" data-version="{version}" defer></script>'.encode()
    before, end, after = page.partition(b"</head>")
    return before + tag + end + after
