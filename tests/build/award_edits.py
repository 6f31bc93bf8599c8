"""Edits that issuers make to signed awards and status lists, wise and unwise, in a catalog that can be edited.

Everything is signed with throw-away keys that are made from plain numbers.
"""

from datetime import timedelta

import msgspec

from sitegen.awards import batches
from sitegen.badges import status
from sitegen.model.award import Achievement, Award
from tests.badges import sample_awards as samples
from tests.build import catalog_folder, edits
from tests.build.catalog_folder import Files, Record
from tests.build.edits import Desk, Edit

SITE = "https://small.example.org"
KEYS = {"harbor": samples.HARBOR, "lake": samples.QUARRY}
AWARDS, STATUS = "content/awards/", "content/status/"


def start() -> Files:
    """The usual catalog; both of its issuers have a key, a status list and some awards."""
    files = catalog_folder.start()
    for number, (issuer, key) in enumerate(KEYS.items()):
        record = files[f"content/issuers/{issuer}.md"]
        assert isinstance(record, Record)
        record.fields["keys"] = [{"key": samples.public(key), "from": "2026-01-01"}]
        made = [_award(issuer, 10 * number + place, place % 3) for place in range(3)]
        files[f"{AWARDS}{issuer}/2026-first.jsonl"] = _lines(made)
        files[_list(issuer)] = _signed(_read(files, issuer, "revocation"))
    return files


def _award(issuer: str, index: int, credential: int, name: str = "") -> Award:
    asked = Achievement(
        credential=f"c{credential}", title=f"Credential number {credential}", version="1.0",
        summary="Does it.", competency="Does it well.", criteria="Send *plans*.", language="en",
    )  # fmt: skip
    return samples.changed(
        samples.PLAIN, id=f"{index:08x}"[::-1] * 4, site=SITE, issuer=issuer, issuer_name=f"{issuer} then",
        subject=f"urn:uuid:7e0a1b7e-3c44-4d57-9e6a-{index:012x}", achievement=asked, index=index, name=name,
    )  # fmt: skip


def _lines(awards: list[Award]) -> bytes:
    return b"".join(samples.line(one, KEYS[one.issuer], one.issued) for one in awards)


def _list(issuer: str, purpose: status.Purpose = "revocation") -> str:
    return f"{STATUS}{issuer}.json" if purpose == "revocation" else f"{STATUS}{issuer}.suspended.json"


def _read(files: Files, issuer: str, purpose: status.Purpose) -> status.StatusList:
    data = files.get(_list(issuer, purpose))
    return status.read(data) if isinstance(data, bytes) else status.new(SITE, issuer, purpose, samples.ISSUED)


def _signed(made: status.StatusList) -> bytes:
    return samples.signed_list(made, KEYS[made.issuer])


def _batch(desk: Desk) -> tuple[str, bytes]:
    """Some batch, its path and its bytes; nothing if there is none."""
    found = {p: data for p, data in desk.files.items() if p.startswith(AWARDS) and isinstance(data, bytes)}
    path = desk.chance.choice(sorted(found)) if found else ""
    return path, found.get(path, b"")


def _good(desk: Desk) -> Award | None:
    """Some award; none if the batch at hand has none that is in order."""
    path, data = _batch(desk)
    issuer = path.removeprefix(AWARDS).partition("/")[0]
    lines = batches.read(data, path, issuer).file.lines if path else ()
    one = desk.chance.choice(lines) if lines else None
    return batches.award(data[one.start : one.end]) if one else None


def _set(desk: Desk, award: Award, purpose: status.Purpose, *, on: bool) -> None:
    before = _read(desk.files, award.issuer, purpose)
    reason = desk.chance.choice(("", f"Because of {desk.word()}."))
    at = before.at + timedelta(days=1)
    desk.files[_list(award.issuer, purpose)] = _signed(status.changed(before, award.index, at, reason, on=on))


def _put(desk: Desk, issuer: str, awards: list[Award]) -> None:
    desk.files[f"{AWARDS}{issuer}/2026-{desk.word()}.jsonl"] = _lines(awards)


def add_batch(desk: Desk) -> None:
    issuer = desk.chance.choice(sorted(KEYS))
    numbers = desk.chance.sample(range(100, 131_000), desk.chance.randint(1, 3))
    names = ("", "Ada", "Bo <b>")
    _put(desk, issuer, [_award(issuer, n, n % 6, desk.chance.choice(names)) for n in numbers])


def append(desk: Desk) -> None:
    """An award at the end of a batch that is there already."""
    path, data = _batch(desk)
    if path:
        number = desk.chance.randrange(100, 131_000)
        desk.files[path] = data + _lines([_award(path.split("/")[2], number, number % 6)])


def revoke(desk: Desk) -> None:
    if award := _good(desk):
        _set(desk, award, "revocation", on=True)


def suspend(desk: Desk) -> None:
    if award := _good(desk):
        _set(desk, award, "revocation", on=True)
        _set(desk, award, "suspension", on=True)


def reinstate(desk: Desk) -> None:
    if award := _good(desk):
        _set(desk, award, "suspension", on=False)
        _set(desk, award, "revocation", on=False)


def renew(desk: Desk) -> None:
    _follow(desk, {})


def forget(desk: Desk) -> None:
    _follow(desk, {"name": ""})


def _follow(desk: Desk, changes: dict[str, object]) -> None:
    """A later edition of some award, in a batch of its own."""
    if award := _good(desk):
        issued = award.issued + timedelta(days=desk.chance.randint(1, 9))
        expires = issued + timedelta(days=desk.chance.randint(1, 900))
        _put(desk, award.issuer, [msgspec.structs.replace(award, issued=issued, expires=expires, **changes)])


def delete_batch(desk: Desk) -> None:
    desk.files.pop(_batch(desk)[0], None)


def rename_batch(desk: Desk) -> None:
    """Another name may put it before others that asked the same."""
    path, data = _batch(desk)
    if path:
        del desk.files[path]
        desk.files[f"{path.rpartition('/')[0]}/{desk.chance.choice('13')}-{desk.word()}.jsonl"] = data


def line_ends_of_batch(desk: Desk) -> None:
    path, data = _batch(desk)
    if path:
        both = (
            data.replace(b"\r\n", b"\n"),
            data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"),
            data + b"\n",
        )
        desk.files[path] = desk.chance.choice(both)


def break_line(desk: Desk) -> None:
    path, data = _batch(desk)
    if path:
        bad = (
            data.replace(b"Credential", b"Kredential", 1),
            data + b"nothing\n",
            data[:-50],
            data + data[-1500:],
        )
        desk.files[path] = desk.chance.choice(bad)


def lose_list(desk: Desk) -> None:
    desk.files.pop(_list(desk.chance.choice(sorted(KEYS))), None)


def rename_issuer(desk: Desk) -> None:
    path = desk.some("content/issuers/")
    if path:
        desk.files[f"content/issuers/{desk.word()}.md"] = desk.files.pop(path)


def keys(desk: Desk) -> None:
    """An issuer's keys change: another one is added, or the present one is retired, given up or taken out."""
    record = desk.record("content/issuers/")
    present = dict(record.fields.get("keys", [{}])[0])
    other = {"key": samples.public(samples.RETIRED), "from": "2026-02-01"}
    given_up = {"compromised": {"at": "2026-05-01", "reason": "It was lost."}}
    if present:
        record.fields["keys"] = desk.chance.choice(
            (
                [present, other],
                [present | given_up],
                [present | given_up, other],
                [present | {"until": "2026-12-31"}],
                [other],
            )
        )


def badge_template(desk: Desk) -> None:
    block = desk.chance.choice(
        ("WORD", "{{ page.title }} WORD", "{{ page.nothing }}", "{{ page.words.name|upper }}")
    )
    page = '{% extends "default/badge.html" %}{% block related %}' + block + "{% endblock %}"
    desk.files["themes/own/templates/badge.html"] = page.replace("WORD", desk.word())
    desk.site.fields["theme"] = "own"


def pictures(desk: Desk) -> None:
    desk.site.fields.setdefault("publish", {})["badge_pictures"] = desk.chance.random() < 0.5


AWARD_EDITS: tuple[Edit, ...] = (
    add_batch, add_batch, add_batch, append, revoke, revoke, suspend, suspend, reinstate, renew, renew, forget, delete_batch,
    delete_batch, rename_batch, rename_batch, line_ends_of_batch, break_line, lose_list, rename_issuer, keys, keys,
    badge_template, badge_template, pictures, edits.title, edits.title, edits.text, edits.details, edits.status, edits.issuer,
    edits.issuer_record, edits.focus_area_record, edits.delete, edits.rename, edits.drafts, edits.drop_theme_file,
    edits.picture, edits.nothing, edits.strict,
)  # fmt: skip
"""Awards, and whatever else of the catalog shows on their pages."""
