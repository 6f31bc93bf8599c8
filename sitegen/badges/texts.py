"""How single texts in signed documents are written: lines, addresses, moments, digests, places in a list."""

from typing import Annotated

from msgspec import Meta

from sitegen.badges import times
from sitegen.model.fields import END

Time = Annotated[str, Meta(pattern=times.PATTERN)]
Text = Annotated[str, Meta(min_length=1, max_length=100_000)]
Line = Annotated[str, Meta(min_length=1, max_length=1_000)]
Address = Annotated[
    str,
    Meta(
        pattern=r"^https://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*(:[0-9]{1,5})?([/?#][^\s<>\"'`\\^{|}]*)?" + END,
        max_length=2_000,
    ),
]
Digest = Annotated[str, Meta(pattern=r"^sha256\$[0-9a-f]{64}" + END)]
Subject = Annotated[
    str, Meta(pattern=r"^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}" + END)
]
Index = Annotated[str, Meta(pattern=r"^(0|[1-9][0-9]{0,6})" + END)]
Signature = Annotated[str, Meta(pattern=r"^z[1-9A-HJ-NP-Za-km-z]{80,90}" + END)]
