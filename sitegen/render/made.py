"""Files that pages load in place of several, or of a larger one: made from a theme's own when it is loaded.

Whoever is sent a link to a badge has nothing of the site yet, so its page asks for as few and as small files as can be.
"""

import re

JOINED = {
    "checking.js": ("badge.js", "verify.js"),
    "offline.js": ("strict.js", "badge.js", "verify.js", "folder.js"),
}
"""Scripts that are sent as one, in their order."""
ONLY_JOINED = ("badge.js", "verify.js", "folder.js")
"""Parts that nothing asks for by themselves."""
CLASSIC = ("offline.js",)
"""Joined scripts that are no modules: a page that is opened from a folder can load no module."""
HUED = "badge.css"
"""The style sheet of which there is one for each color of a focus area, with that color alone."""

_HUE = re.compile(rb"\.hue-([a-z]+)\s*\{[^}]*\}")
_EXPORT = re.compile(rb"(?m)(^|(?<=[;}]))export (?=async |function |const )")


def made(files: dict[str, bytes]) -> dict[str, bytes]:
    """All files to publish, by name, for those of a theme."""
    found = {name: data for name, data in files.items() if name not in ONLY_JOINED}
    for name, joined in JOINED.items():
        found[name] = _joined(name, [files.get(part, b"") for part in joined])
    return found | _hued(files.get(HUED, b""))


def _joined(name: str, parts: list[bytes]) -> bytes:
    whole = b"\n".join(parts)
    return b"(()=>{" + _EXPORT.sub(rb"\1", whole) + b"\n})();" if name in CLASSIC else whole


def _hued(style: bytes) -> dict[str, bytes]:
    """The style sheet for each color that it names: `badge-rose.css`."""
    rules = list(_HUE.finditer(style))
    stem, _, ending = HUED.rpartition(".")
    found = {}
    for kept in rules:
        others = [rule for rule in rules if rule is not kept]
        ends = [0, *(rule.end() for rule in others)]
        starts = [*(rule.start() for rule in others), len(style)]
        own = b"".join(style[end:start] for end, start in zip(ends, starts, strict=True))
        found[f"{stem}-{kept[1].decode()}.{ending}"] = own
    return found
