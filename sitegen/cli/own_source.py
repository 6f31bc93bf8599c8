"""Where this copy of sitegen came from, so that a new site's host can install the same one."""

import json
from importlib import metadata

_UNKNOWN = """\
# Name your copy of sitegen here: a wheel file beside this one, as in
#     ./sitegen-{version}-py3-none-any.whl
# or the address of its repository, as in
#     git+https://github.com/YOUR-ORGANIZATION/sitegen
# (A package called `sitegen` in the public index is somebody else's program.)"""


def requirement(version: str) -> str:
    """The line that installs this copy elsewhere; advice in comments if it came from this machine only.

    Installers note the address a package came from (PEP 610); one with a name or a password in it is not repeated.
    """
    try:
        noted = json.loads(metadata.distribution("sitegen").read_text("direct_url.json") or "{}")
    except (metadata.PackageNotFoundError, ValueError):
        noted = {}
    url = str(noted.get("url", ""))
    if not url.startswith("https://") or "@" in url or any(sign.isspace() for sign in url):
        return _UNKNOWN.format(version=version)
    if "vcs_info" in noted:
        return f"sitegen @ {noted['vcs_info']['vcs']}+{url}@{noted['vcs_info']['commit_id']}"
    return f"sitegen @ {url}" + _hash(noted.get("archive_info", {}))


def _hash(archive: dict[str, dict[str, str]]) -> str:
    sha256 = archive.get("hashes", {}).get("sha256", "")
    return f"#sha256={sha256}" if sha256 else ""
