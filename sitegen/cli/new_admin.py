"""`sitegen new admin`: a page with an editor for people without git, which is brought along and loaded from nowhere else."""

import base64
import hashlib
import json
from pathlib import Path
from typing import Any

import click

from sitegen.cli import options, pages, say, site, writing
from sitegen.cli.faults import Refused
from sitegen.cli.options import Setting

FOLDER = "admin"
SCRIPT = "decap-cms.js"
VERSION = "3.16.3"
"""The version that this was tried with."""

INTEGRITY = "sha384-A/Gdn928CNLufmnGWGs9RM4Q9o8bSNLeJERqBFrBjwzL7FRpoLT3MPF8Tl0+Wd2p"
"""The digest of its script."""

PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>Editor</title>
<link rel="icon" href="data:,">
<link href="config.yml" type="text/yaml" rel="cms-config-url">
</head>
<body>
<script src="decap-cms.js" integrity="@INTEGRITY@"></script>
</body>
</html>
"""


@click.command(
    "admin",
    cls=pages.HelpPage,
    examples=(
        (f"npm pack decap-cms@{VERSION} && tar xzf decap-cms-{VERSION}.tgz", "get the editor"),
        ("sitegen new admin package", "bring it into your site"),
    ),
)
@click.argument("package", type=click.Path(path_type=Path))
@click.option("--any-version", is_flag=True, help="Take another version than the one this was tried with.")
@options.common
def command(setting: Setting, package: Path, *, any_version: bool) -> int:
    """Add an editor in the browser, Decap CMS.

    PACKAGE is the unpacked npm package decap-cms. Its script goes to admin/
    with a page that loads it from there, whole and unchanged or not at all,
    and a config.yml made from the fields of your records; `sitegen schema`
    keeps that true. Nothing is published until you say so: see the guide
    "An editor in the browser".
    """
    root = site.root(setting)
    scripts = _scripts(package)
    digest = "sha384-" + base64.b64encode(hashlib.sha384(scripts[SCRIPT].encode()).digest()).decode()
    if digest != INTEGRITY and not any_version:
        raise Refused(
            f"this is not decap-cms {VERSION} as it was published",
            f"get that version, or add `--any-version` to take this one ({_version(package)})",
        )
    page = PAGE.replace("@INTEGRITY@", digest)
    files = {f"{FOLDER}/index.html": page, **{f"{FOLDER}/{name}": text for name, text in scripts.items()}}
    writing.new(root, {**_config(root), **files})
    say.done(f"Made {site.prefix(root)}{FOLDER}/ with {len(files) + 1} files", setting)
    say.aside(
        "\nNext:\n"
        "  1. In content/site.yaml add `admin: true` below `publish:`.\n"
        f"  2. Let the host build with: sitegen build && cp -R {FOLDER} public/\n"
        "  3. Give it a way to log in; docs/how-to/an-editor-in-the-browser.md says how.",
        setting,
    )
    return 0


def _scripts(package: Path) -> dict[str, str]:
    """The script and the parts that it loads, by name; raises Refused if the package is not what it should be."""
    found = sorted((package / "dist").glob(f"*{SCRIPT}"))
    if SCRIPT not in {path.name for path in found}:
        raise Refused(
            f"there is no dist/{SCRIPT} in {package}",
            f"get it with `npm pack decap-cms@{VERSION}`, unpack it, and name the folder `package`",
        )
    return {path.name: path.read_bytes().decode() for path in found}


def _version(package: Path) -> str:
    try:
        said: Any = json.loads((package / "package.json").read_bytes())
        return str(said["version"])
    except (OSError, ValueError, KeyError, TypeError):
        return "it does not say which"


def _config(root: Path) -> dict[str, str]:
    from sitegen import generated

    try:
        made = generated.editor_config(root)
    except generated.UnreadableError as error:
        problem = error.problem
        raise Refused(f"{problem.span.file}: {problem.message}", "`sitegen check` shows the place") from error
    if not made:
        raise Refused(
            "the editor works on a repository at GitHub, and content/site.yaml names none",
            "add `repository:` with `url: https://github.com/NAME/REPOSITORY`",
        )
    return made
