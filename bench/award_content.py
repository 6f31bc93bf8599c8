"""Made-up awards for the benchmark: a catalog with signed awards, as a project of sitegen and as a project of Hugo.

    python bench/award_content.py OUT --credentials 5000 --awards 50000 --seed 7

makes OUT/sitegen, OUT/hugo and OUT/addresses.txt, as content.py does, and OUT/more, batches of one award each that can be
added to the project. The keys are made from the seed and belong to nobody.
"""

import argparse
import json
import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import earned
import sites
import yaml_text
from earned import Award
from facts import Maker, Record, Site

import content
from sitegen.model.site import Publish

SETTINGS = "content/site.yaml"
NOT_MADE = ("badge_pictures", "search")
"""What Hugo cannot make beside the pages, and is not made here: pictures with records in them, an index for the search."""
BATCH = (100, 500)
"""The fewest and the most awards of a batch, if an issuer has so many."""
TOGETHER = (10, 40)
"""How many credentials the awards of a batch are for."""
MORE = 24
"""So many awards are made that do not belong to the project yet."""


@dataclass(frozen=True)
class Batch:
    """A file of awards of one issuer, with what stands in it."""

    issuer: str
    number: int
    awards: list[Award]

    @cached_property
    def name(self) -> str:
        return f"{self.issuer}/batch-{self.number:03}"


def main() -> None:
    """Read the arguments and write both projects."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=Path, help="folder to write into; what is in it is replaced")
    parser.add_argument("--credentials", type=int, default=5_000)
    parser.add_argument("--awards", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=7)
    asked = parser.parse_args()
    maker = Maker(asked.seed)
    site = with_keys(maker.site(content.ISSUERS, content.FOCUS_AREAS), asked.seed)
    credentials = list(maker.credentials(site, asked.credentials))
    content.lay_out(asked.out)
    ours, theirs = asked.out / "sitegen", asked.out / "hugo"
    sites.write(ours, sites.sitegen(site, credentials))
    sites.write(theirs, sites.hugo(site, credentials, sites.PAGES["yaml"]))
    _switch_off(ours / SETTINGS)
    _hugo_section(theirs)
    addresses = sites.addresses(site, credentials)
    shutil.rmtree(asked.out / "more", ignore_errors=True)
    for batch in batches(earned.Programme(ours, site, asked.seed), credentials, asked.awards):
        folder = asked.out / "more" if batch.number == 0 else ours / "content" / "awards"
        _write(folder / f"{batch.name}.jsonl", b"".join(award.line for award in batch.awards))
        if batch.number == 0:
            continue
        _write(
            theirs / f"assets/badges/{batch.name}.json", _encoded([award.facts() for award in batch.awards])
        )
        addresses += [
            f"badges/{a.id[:2]}/{a.id}.{ending}" for a in batch.awards for ending in ("html", "json")
        ]
    (asked.out / "addresses.txt").write_text("\n".join(addresses) + "\n", encoding="utf-8")
    print(f"{asked.awards} awards for {len(credentials)} credentials, in {asked.out}")


def with_keys(site: Site, seed: int) -> Site:
    """The site whose issuers each have a key."""
    keyed = (
        replace(issuer, fields={**issuer.fields, "keys": [earned.key_fields(seed, issuer.slug)]})
        for issuer in site.issuers
    )
    return Site(tuple(keyed), site.focus_areas)


def batches(programme: earned.Programme, credentials: list[Record], count: int) -> Iterator[Batch]:
    """So many awards, in batches; number 0 are those to be added. Lists are written when an issuer's awards are made."""
    chance = random.Random(programme.seed)
    by_issuer: dict[str, list[Record]] = {}
    for credential in credentials:
        by_issuer.setdefault(credential.issuer, []).append(credential)
    left, issuers = count, sorted(by_issuer)
    for place, issuer in enumerate(issuers):
        mine = left // (len(issuers) - place)
        left -= mine
        desk = programme.desk(issuer)
        for number, size in enumerate(sizes(chance, mine), start=1):
            some = chance.sample(by_issuer[issuer], min(chance.randint(*TOGETHER), len(by_issuer[issuer])))
            awards = [desk.award(chance.choice(some)) for _ in range(size)]
            yield Batch(issuer, number, awards)
        if place < MORE:
            yield Batch(issuer, 0, [desk.award(by_issuer[issuer][0])])
        for path, data in desk.lists():
            _write(programme.root / path, data)


def sizes(chance: random.Random, total: int) -> Iterator[int]:
    """The sizes of an issuer's batches, which are `total` together."""
    while total:
        size = min(total, chance.randint(*BATCH))
        yield size
        total -= size


def _switch_off(settings: Path) -> None:
    """Let sitegen publish only what Hugo can make too, as far as it can be switched off."""
    text = settings.read_text(encoding="utf-8")
    more = [name for name in NOT_MADE if name in Publish.__struct_fields__ and f" {name}:" not in text]
    lines = "".join(f"  {name}: false\n" for name in more)
    settings.write_text(text.replace("publish:\n", f"publish:\n{lines}"), encoding="utf-8")


def _hugo_section(project: Path) -> None:
    """What makes Hugo publish awards: their own pages, which stand in no list."""
    never = {"render": "never", "list": "never"}
    front = yaml_text.fields({"build": never, "cascade": {"build": {"list": "never", "render": "always"}}})
    sites.write(
        project,
        iter(
            [
                ("content/badges/_index.md", f"---\n{front}---\n"),
                ("content/badges/_content.gotmpl", (content.HERE / "hugo-awards.gotmpl").read_text(encoding="utf-8")),
            ]
        ),
    )  # fmt: skip


def _encoded(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


if __name__ == "__main__":
    main()
