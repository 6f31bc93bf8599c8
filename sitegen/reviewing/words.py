"""What people wrote, and what was refused, in the form in which a page shows it."""

import re

from sitegen.reports import visible
from sitegen.reviewing.views import Fault, Text
from sitegen.signing.refusal import Refused
from sitegen.submissions import evidence
from sitegen.submissions.evidence import Stretch


def text(written: str) -> Text:
    """A text of somebody else: its lines, without a sign that could hide or reverse something; links where they are safe."""
    return tuple(_stretch(one) for one in evidence.stretches(written.strip()) if one.text)


def line(written: str) -> str:
    """A short text of somebody else, on one line."""
    return visible.line(written)


def fault(refused: Refused) -> Fault:
    """A refusal; a hint that names commands is left out, because the page has its own ways."""
    return Fault(sentence(str(refused)), sentence("" if "`" in refused.hint else refused.hint))


def sentence(said: str) -> str:
    """What a command would say after a colon, as a sentence; names that it marks stand in quotation marks."""
    quoted = re.sub(r"`([^`]*)`", r"“\1”", visible.line(said))
    begins_with_name = quoted[:1] == "“" or "/" in quoted.partition(" ")[0]
    whole = quoted if begins_with_name else quoted[:1].upper() + quoted[1:]
    is_open = whole and whole[-1] not in ".?!" and "://" not in whole.rpartition(" ")[2]
    return whole + "." if is_open else whole


def _stretch(one: Stretch) -> Stretch:
    seen = _seen(one.text)
    return Stretch(seen, one.host if seen == one.text else "")


def _seen(written: str) -> str:
    return "\n".join(visible.line(one.rstrip("\r")) for one in written.split("\n"))
