"""Make the sample awards, their status lists and their issuers' public keys anew, by the plan in `sample_awards.yaml`.

usage: python tools/make_sample_awards.py

Everything is done as the commands do it, in a copy of the content in a temporary folder, with a clock that is set to the
days of the plan. The private keys, and what else only issuers know, are deleted with that folder: nobody can sign sample
awards afterwards. What is public takes the place of content/awards/, content/status/ and the keys in content/issuers/.
"""

# ruff: noqa: INP001, T201
import re
import secrets
import shutil
import sys
import tempfile
from datetime import UTC, datetime, time, timedelta
from functools import cache, partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

sys.path.insert(0, str(Path(__file__).parents[1]))

import sample_award_plan as plan

from sitegen.model.issuer import Compromise
from sitegen.signing import (
    awarding,
    desk,
    drafts,
    following,
    key_changes,
    ledger,
    private_key,
    programme,
    register,
    status_changes,
)
from sitegen.signing.desk import Desk
from sitegen.signing.drafts import Draft
from sitegen.signing.key_changes import Place
from sitegen.signing.ledger import Edition

CONTENT = Path(__file__).parents[1] / "content"
PHRASE = secrets.token_hex()
MORNING = time(9, 30)
KEYS = re.compile(r"^keys:\n(?: .*\n)+", re.MULTILINE)
opened = cache(private_key.open)


class Office(Struct, frozen=True):
    """An issuer on one day of its story; each look at its desk finds the issuer's file as it is by then."""

    place: Place
    story: plan.Story

    @property
    def desk(self) -> Desk:
        """Where awards are made."""
        return desk.of(self.place, self.story.issuer)

    @property
    def signer(self) -> private_key.Signer:
        """The key that signs on that day."""
        return opened(private_key.find(self.place.folder, self.desk.register, self.place.now), PHRASE)

    def awards(self) -> dict[str, Edition]:
        """All its awards as they are, by id."""
        return ledger.newest(self.place.root, self.story.issuer)


def main() -> None:
    """Make everything, and say how many awards there are and which link is an earner's own."""
    with tempfile.TemporaryDirectory() as folder:
        site, keys = Path(folder) / "site", Path(folder) / "keys"
        shutil.copytree(CONTENT, site / "content")
        clear(site / "content")
        links = [link for story in plan.read() for link in tell(site, keys, story)]
        publish(site / "content")
    print(f"Made {len(links)} awards. One earner's own link, and the address that it confirms:")
    print(next(link for link in links if "#who=" in link))


def clear(content: Path) -> None:
    """Take away what was made before, and let what is retired be awarded: it was not retired then."""
    for name in ("awards", "status"):
        shutil.rmtree(content / name, ignore_errors=True)
    for path in (content / "issuers").iterdir():
        path.write_bytes(KEYS.sub("", path.read_bytes().decode()).encode())
    for path in (content / "credentials").glob("*/*.*"):
        path.write_bytes(path.read_bytes().replace(b"\nstatus: retired\n", b"\nstatus: published\n"))


def publish(made: Path) -> None:
    """Put what is public into its place; of the issuers' files nothing but the keys differs."""
    for name in ("awards", "status"):
        shutil.rmtree(CONTENT / name, ignore_errors=True)
        shutil.copytree(made / name, CONTENT / name)
    for path in (made / "issuers").iterdir():
        (CONTENT / "issuers" / path.name).write_bytes(path.read_bytes())


def tell(site: Path, keys: Path, story: plan.Story) -> list[str]:
    """Do what a story tells, a step at a time; returns the link and the address of each earner."""
    links: list[str] = []
    for number, step in enumerate(story.steps):
        moment = datetime.combine(step.day, MORNING, UTC) + timedelta(minutes=7 * number, seconds=13 * number)
        links += take(Office(Place(site, keys, moment), story), step)
    return links


def take(office: Office, step: plan.Step) -> list[str]:
    """Take one step; awards give the links of their earners."""
    match step:
        case plan.Batch():
            return award(office, step)
        case plan.Key():
            key_changes.follow(office.place, office.desk.register, PHRASE)
        case plan.Lost():
            lose(office, step)
        case plan.Decision():
            decide(office, step)
        case plan.Renew():
            follow(office, [step.name], partial(following.renew, expires=step.until))
        case plan.Forget():
            follow(office, [step.name], partial(following.forget, keep_evidence=False))
    return []


def award(office: Office, batch: plan.Batch) -> list[str]:
    """Award a credential to the people of a batch."""
    at = office.desk
    offer = programme.offer(at.root, at.site, batch.credential)
    planned = awarding.plan(at, plan.orders(office.story, batch, offer))
    if planned.faults:
        sys.exit(f"{batch.day} {batch.credential}: {planned.faults[0].words}")
    made = tuple(as_planned(draft, batch) for draft in planned.drafts)
    awarding.write(at, office.signer, replace(planned, drafts=made))
    people = (drafts.person_and_letter(at, draft)[0] for draft in made)
    return [f"{person.link} {person.email}" for person in people]


def as_planned(draft: Draft, batch: plan.Batch) -> Draft:
    """The draft with the id of a sample, and with its first day if that is still to come, for which there is no command."""
    begins = datetime.combine(batch.begins, time(), UTC) if batch.begins else draft.award.issued
    own = plan.award_id(batch.credential, draft.order.name)
    return replace(draft, award=replace(draft.award, id=own, issued=begins))


def decide(office: Office, step: plan.Decision) -> None:
    """Revoke, suspend or reinstate."""
    edition = office.awards()[office.story.award(step.name)]
    decision = status_changes.Decision(
        what=step.what, award=edition.id, reason=step.reason, is_public=step.is_public
    )
    status_changes.decide(office.desk, office.signer, [(edition, decision)])


def follow(office: Office, names: list[str], how: following.Follow) -> None:
    """Sign a later edition of the awards of some people."""
    awards = office.awards()
    sign_again(office, [awards[office.story.award(name)] for name in names], how)


def lose(office: Office, step: plan.Lost) -> None:
    """Give up the key, make another one, and sign again what the lost one signed."""
    lost = key_changes.chosen(office.desk.register, None, office.place.today)
    why = Compromise(at=step.since, reason=step.reason)
    key_changes.give_up(office.place, office.desk.register, lost, why)
    key_changes.begin(office.place, register.read(office.place.root, office.story.issuer), PHRASE)
    sign_again(office, [one for one in office.awards().values() if one.key == lost.key], following.reissue)


def sign_again(office: Office, editions: list[Edition], how: following.Follow) -> None:
    """Write later editions; ends the whole if one cannot be made."""
    changes, refused = following.all_of(office.desk, editions, how)
    if refused:
        sys.exit(f"{office.story.issuer}: {refused[0]}")
    following.write(office.desk, office.signer, changes)


if __name__ == "__main__":
    main()
