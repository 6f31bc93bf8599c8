"""Made-up content for the benchmark: one catalog, laid out as a project of sitegen and as a project of Hugo.

    python bench/content.py OUT --credentials 5000 --seed 7

makes OUT/sitegen, OUT/hugo and OUT/addresses.txt, the files that both must publish. The same seed gives the same bytes.
"""

import argparse
import shutil
from pathlib import Path

import sites
from facts import Maker

HERE = Path(__file__).parent
ISSUERS = 45
FOCUS_AREAS = 40


def main() -> None:
    """Read the arguments and write both projects."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=Path, help="folder to write into; what is in it is replaced")
    parser.add_argument("--credentials", type=int, default=5_000)
    parser.add_argument("--issuers", type=int, default=ISSUERS)
    parser.add_argument("--focus-areas", type=int, default=FOCUS_AREAS)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument(
        "--hugo-fields", choices=tuple(sites.PAGES), default="yaml", help="how Hugo's front matter is written"
    )
    asked = parser.parse_args()
    maker = Maker(asked.seed)
    site = maker.site(asked.issuers, asked.focus_areas)
    credentials = list(maker.credentials(site, asked.credentials))
    lay_out(asked.out)
    sites.write(asked.out / "sitegen", sites.sitegen(site, credentials))
    sites.write(asked.out / "hugo", sites.hugo(site, credentials, sites.PAGES[asked.hugo_fields]))
    (asked.out / "addresses.txt").write_text(
        "\n".join(sites.addresses(site, credentials)) + "\n", encoding="utf-8"
    )
    words = sum(len(credential.body.split()) for credential in credentials)
    print(
        f"{len(credentials)} credentials, {words / max(1, len(credentials)):.0f} words of text each, in {asked.out}"
    )


def lay_out(out: Path) -> None:
    """Replace the two projects by empty ones that have only templates and settings."""
    for name in ("sitegen", "hugo"):
        shutil.rmtree(out / name, ignore_errors=True)
    shutil.copytree(HERE / "theme", out / "sitegen" / "themes" / "bench")
    shutil.copytree(HERE / "hugo", out / "hugo")
    shutil.copytree(HERE / "theme" / "assets", out / "hugo" / "assets")


if __name__ == "__main__":
    main()
