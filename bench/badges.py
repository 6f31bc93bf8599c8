"""The speed of signing and checking badges, beside the same done with PyLD and beside bare Ed25519.

python bench/badges.py                                   everything: 10,000 badges signed, 50,000 checked
python bench/badges.py --sign 1000 --check 2000          a quick look

One process, no threads. Badge by badge the three take turns, PyLD at one in fifty; the figures are medians of the ratios
over fifty badges, in processor time. What is signed are documents just made, as in `sitegen award`; what is checked are
lines of a batch, from their bytes on. The badges are as large as those of the sample catalog: five rows of rubric with three
levels, and 11 kB a line. PyLD has its contexts in memory and keeps them processed, and like ours it makes the canonical form
of a batch's options only once. Other work on the machine costs Python more than it costs bare Ed25519.
"""

import argparse
import random
import statistics
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "badges")]

import pyld_reference  # noqa: E402

from sitegen.badges import did, open_badges_3, proof, strict_json  # noqa: E402
from sitegen.badges.frames import Frames  # noqa: E402
from sitegen.model import award as awards  # noqa: E402
from sitegen.model import keys  # noqa: E402

SITE, ISSUER = "https://credentials.example.org", "north-shore"
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
METHOD = did.method(did.name(SITE, ISSUER), keys.encode(KEY.public_key().public_bytes_raw()))
CREATED = "2026-03-09T14:05:00Z"
WORDS = (
    *(
        "evidence",
        "lesson",
        "student",
        "group",
        "plan",
        "video",
        "question",
        "feedback",
        "teacher",
        "practice",
    ),
    *("week", "reading", "talk", "routine", "notes", "family", "observe", "record", "compare", "discuss"),
    *("change", "result", "purpose", "example", "support", "“clear”", "naïve", "façade", "schedule"),
)
TURN = 50
BARS = {
    "signing, times as fast as PyLD": 30.0,
    "signing, share of bare Ed25519": 0.25,
    "checking, times as fast as PyLD": 25.0,
}


def main() -> None:
    """Measure, print the ratios, and end with 1 if one does not meet its bar."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sign", type=int, default=10_000, help="badges to sign")
    parser.add_argument("--check", type=int, default=50_000, help="badges to check")
    parser.add_argument("--credentials", type=int, default=100, help="credentials that they are for")
    asked = parser.parse_args()
    rng = random.Random(7)
    earned = [achievement(rng, number) for number in range(asked.credentials)]
    found = signing(documents(rng, earned, asked.sign)) | checking(documents(rng, earned, asked.check))
    for what, times in found.items():
        met = "met" if times >= BARS[what] else "NOT MET"
        print(f"{what:34} {times:8.2f}   bar ≥ {BARS[what]:<6} {met}")
    sys.exit(any(times < BARS[what] for what, times in found.items()))


def signing(made: Iterator[dict[str, Any]]) -> dict[str, float]:
    """Documents of awards, signed in one batch."""
    reference, frames = pyld_reference.Reference(), Frames()
    ours, bare, theirs = Turns(), Turns(), Turns()
    for number, document in enumerate(made):
        ours.add(lambda one: proof.sign(one, KEY, METHOD, CREATED, frames), document)
        bare.add(lambda _: KEY.sign(bytes(64)), document)
        if number % TURN == 0:
            theirs.add(lambda one: reference.sign(one, KEY, METHOD, CREATED), document)
    show("signing", ours=ours.each(TURN), bare=bare.each(TURN), pyld=theirs.each(1))
    return {
        "signing, times as fast as PyLD": ratio(theirs.each(1), ours.each(TURN)),
        "signing, share of bare Ed25519": ratio(bare.each(TURN), ours.each(TURN)),
    }


def checking(made: Iterator[dict[str, Any]]) -> dict[str, float]:
    """Lines of batches, read strictly and checked."""
    reference, frames, signing_frames = pyld_reference.Reference(), Frames(), Frames()
    ours, bare, theirs = Turns(), Turns(), Turns()
    public, signature = KEY.public_key(), KEY.sign(bytes(64))
    for number, document in enumerate(made):
        line = open_badges_3.line(proof.sign(document, KEY, METHOD, CREATED, signing_frames))
        ours.add(lambda one: proof.check(strict_json.parse(one), frames), line)
        bare.add(lambda _: public.verify(signature, bytes(64)), line)
        if number % TURN == 0:
            theirs.add(lambda one: reference.check(strict_json.parse(one)), line)
    show("checking", ours=ours.each(TURN), bare=bare.each(TURN), pyld=theirs.each(1))
    return {"checking, times as fast as PyLD": ratio(theirs.each(1), ours.each(TURN))}


class Turns:
    """How long something took, time after time."""

    def __init__(self) -> None:
        self._seconds: list[float] = []

    def add(self, work: Callable[[Any], object], thing: object) -> None:
        """Do it once more."""
        started = time.process_time()
        work(thing)
        self._seconds.append(time.process_time() - started)

    def each(self, count: int) -> list[float]:
        """The mean of each so many times in a row."""
        starts = range(0, len(self._seconds), count)
        return [statistics.mean(self._seconds[start : start + count]) for start in starts]


def ratio(above: list[float], below: list[float]) -> float:
    """The median of the ratios of values measured side by side."""
    return statistics.median(a / b for a, b in zip(above, below, strict=True))


def show(what: str, **seconds: list[float]) -> None:
    """Print what one badge took."""
    parts = (f"{name} {statistics.median(values) * 1e6:,.0f} µs" for name, values in seconds.items())
    print(f"{what}, for each badge: {', '.join(parts)}")


def documents(rng: random.Random, earned: list[awards.Achievement], count: int) -> Iterator[dict[str, Any]]:
    """So many documents, those of one credential after one another."""
    for place in range(count):
        yield open_badges_3.document(award(rng, earned[place * len(earned) // count], place))


def achievement(rng: random.Random, number: int) -> awards.Achievement:
    """A credential with criteria of about 200 words and a rubric of five rows with three levels."""
    levels = ("Meets the standard", "Almost there", "Not yet")
    return awards.Achievement(
        credential=f"credential-{number}",
        title=words(rng, 5),
        version="1.3",
        summary=words(rng, 20),
        competency=words(rng, 30),
        criteria="\n".join(f"- {words(rng, 20)}" for _ in range(10)),
        language="en",
        image=f"{SITE}/credentials/credential-{number}.png",
        caption=words(rng, 12),
        focus_areas=(words(rng, 2), words(rng, 3)),
        alignments=(
            awards.Alignment(name=words(rng, 9), url="https://framework.example.org/4.a", code="4.a"),
        ),
        rubric=tuple(
            awards.RubricRow(
                name=words(rng, 6),
                levels=tuple(awards.RubricLevel(name=name, text=words(rng, 13)) for name in levels),
                required=levels[0],
            )
            for _ in range(5)
        ),
    )


def award(rng: random.Random, earned: awards.Achievement, place: int) -> awards.Award:
    """An award with a name, a mark of the address, results for each row, and two pieces of evidence."""
    issued = datetime(2026, 3, 9, 14, 5, tzinfo=UTC)
    return awards.Award(
        id=f"{rng.getrandbits(128):032x}",
        site=SITE,
        issuer=ISSUER,
        issuer_name="North Shore Teaching Collective",
        issuer_summary=words(random.Random(1), 25),
        subject=uuid.UUID(int=rng.getrandbits(128), version=4).urn,
        achievement=earned,
        issued=issued,
        awarded=issued,
        expires=issued + timedelta(days=3 * 365),
        index=place,
        name=words(rng, 2).title(),
        identity=awards.Identity(kind="private", digest=f"sha256${rng.getrandbits(256):064x}"),
        results=tuple(awards.RowResult(row, rng.randint(0, 1)) for row in range(5)),
        evidence=tuple(
            awards.Evidence(
                title=words(rng, 5),
                url=f"https://evidence.example.org/{place}/{n}",
                description=words(rng, 12),
                kind="Video",
            )
            for n in range(2)
        ),
        assessor=awards.Assessor(name="North Shore Review Board", role="Two trained reviewers"),
    )


def words(rng: random.Random, count: int) -> str:
    """So many words."""
    return " ".join(rng.choice(WORDS) for _ in range(count))


if __name__ == "__main__":
    main()
