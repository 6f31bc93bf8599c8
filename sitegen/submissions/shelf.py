"""The credentials that responses name: where each stands, what it says now, and why one cannot be submitted to."""

import difflib
import os
import re
from pathlib import Path

from msgspec import Struct

from sitegen.model.credential import Credential
from sitegen.model.fields import SLUG
from sitegen.read import records, tree
from sitegen.signing.refusal import Refused

FOLDER = "content/credentials"
ENDINGS = (".md", ".yaml", ".yml")


class Listed(Struct, frozen=True):
    """A credential of the site."""

    slug: str
    issuer: str
    path: str
    record: Credential


class Shelf:
    """The credentials of a site; each file is read when it is first asked for, and only once."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.paths = dict(_paths(root))
        self._known: dict[str, Listed | Refused] = {}

    def open_one(self, slug: str) -> Listed:
        """A credential that takes submissions now; raises Refused for a draft, a retired or an unknown one."""
        listed = self.one(slug)
        if listed.record.status == "draft":
            raise Refused(f"`{listed.slug}` is a draft and takes no submissions yet", "publish it first")
        if listed.record.status == "retired":
            after = listed.record.replaced_by
            raise Refused(
                f"`{listed.slug}` is retired and takes no submissions any more",
                f"`{after}` has taken its place; write to the sender" if after else "write to the sender",
            )
        return listed

    def one(self, slug: str) -> Listed:
        """A credential by its slug, or a name that it had before; raises Refused if there is none that can be read."""
        if slug not in self._known:
            try:
                self._known[slug] = self._read(slug)
            except Refused as refused:
                self._known[slug] = refused
        found = self._known[slug]
        if isinstance(found, Refused):
            raise Refused(str(found), found.hint)
        return found

    def _read(self, slug: str) -> Listed:
        path = self.paths.get(slug) or self._renamed(slug)
        if path is None:
            near = difflib.get_close_matches(slug.lower(), self.paths, 1, 0.5)
            raise Refused(
                f"there is no credential `{slug[:60]}`" + (f"; did they mean `{near[0]}`?" if near else ""),
                "ask the sender, or mend the cell in the form's own table and export it again",
            )
        record, problems = records.record_of(tree.read(self.root, path), path, Credential)
        if record is None:
            raise Refused(
                f"{path} cannot be used: {problems[0].message}", f"`sitegen check {path}` shows where"
            )
        return Listed(path.rpartition("/")[2].rpartition(".")[0], path.split("/")[2], path, record)

    def _renamed(self, slug: str) -> str | None:
        """The file of the credential that once had this name; only files that mention it are read whole."""
        if not re.match(SLUG, slug):
            return None
        for path in self.paths.values():
            data = tree.read(self.root, path)
            if slug.encode() in data:
                record, _ = records.record_of(data, path, Credential)
                if record is not None and slug in record.aliases:
                    return path
        return None


def _paths(root: Path) -> list[tuple[str, str]]:
    """The slug and the path of every credential."""
    top = root / FOLDER
    folders = sorted(path.name for path in top.iterdir() if path.is_dir()) if top.is_dir() else []
    return [
        (name.rpartition(".")[0], f"{FOLDER}/{folder}/{name}")
        for folder in folders
        for name in sorted(os.listdir(top / folder))
        if name.endswith(ENDINGS) and name != "README.md"
    ]
