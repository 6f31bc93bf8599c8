"""What is to be awarded, from the options of `sitegen award`, from questions, or from a table."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sitegen.cli import days, options, say, site
from sitegen.cli.faults import Refused
from sitegen.cli.presence import somebody_is_there

if TYPE_CHECKING:
    from sitegen.signing.order_csv import Table
    from sitegen.signing.orders import Order
    from sitegen.submissions.earned import Earned


def table(setting: options.Setting, path: Path, credential: str | None) -> "Table":
    """The orders in a file, and its faults; columns that are not used are mentioned."""
    from sitegen.signing import order_csv

    try:
        with path.open("rb") as file:
            data = file.read(order_csv.MAX_BYTES + 1)
    except OSError as error:
        raise Refused(f"{path} cannot be read: {error.strerror}", "check the name after --from") from error
    found = order_csv.read(data, credential or "")
    if found.unused:
        say.aside(f"Columns that are not used: {', '.join(found.unused)}", setting)
    return found


def decided(
    setting: options.Setting, credential: str | None, path: Path | None, given: dict[str, Any]
) -> "Earned":
    """What was decided to be earned and is not awarded yet, of one issuer; raises Refused if there are several."""
    from msgspec.structs import replace

    from sitegen.submissions import earned

    if path or given["name"] or given["email"]:
        raise Refused(
            "decisions say themselves who earned what", "leave `--from`, `--name` and `--email` away"
        )
    root = site.root(setting)
    waiting = earned.issuers(root)
    if not given["issuer"] and len(waiting) > 1:
        raise Refused(
            f"decisions of several issuers wait: {', '.join(waiting)}",
            f"a batch is signed by one: add `--issuer {waiting[0]}`, then the others",
        )
    found = earned.of(root, given["issuer"] or "".join(waiting), credential or "")
    if found.awarded:
        say.aside(f"Awarded before: {found.awarded:,}", setting)
    orders = tuple(
        replace(order, expires=given["expires"], assessor=given["assessor"] or "", role=given["role"] or "")
        for order in found.orders
    )
    return earned.Earned(orders, found.awarded, found.faults)


def one(credential: str | None, given: dict[str, Any]) -> "Order":
    """The order that the options describe; what they leave out is asked for if somebody is there."""
    from sitegen.signing import order_csv
    from sitegen.signing.orders import Order

    asked = _asked(credential, given)
    return Order(
        credential=asked["credential"],
        name=" ".join(asked["name"].split()),
        email=asked["email"].strip(),
        shows_name=asked["show_name"],
        privacy=given["privacy"],
        awarded=given["awarded"],
        expires=asked["expires"],
        results=tuple(_result(text) for text in given["row"]),
        evidence=order_csv.evidence("\n".join(given["evidence"])),
        assessor=given["assessor"] or "",
        role=given["role"] or "",
    )


def _asked(credential: str | None, given: dict[str, Any]) -> dict[str, Any]:
    """What an award needs at least: from the options, or all of it from questions if none of them was given."""
    if credential or given["name"] or given["email"]:
        if not credential:
            raise Refused("which credential?", "name it first, as in `sitegen award calm-routines --name …`")
        said = {name: given[name] or "" for name in ("name", "email")}
        return said | {"credential": credential, "show_name": given["show_name"], "expires": given["expires"]}
    if not somebody_is_there():
        raise Refused(
            "what is to be awarded, and to whom?",
            "`sitegen award CREDENTIAL --name NAME --email ADDRESS`, or `--from FILE.csv` for many",
        )
    name = _ask("Name of the person (for the letter)")
    return {
        "credential": _ask("Credential, as in calm-routines"),
        "name": name,
        "email": _ask("E-mail address (kept on this machine; leave empty if there is none)"),
        "show_name": bool(name)
        and click.confirm("Did they agree that the name is shown to everybody?", err=True),
        "expires": _day(_ask("Last day on which it is valid, as in 2029-03-09 (empty: for ever)")),
    }


def _ask(question: str) -> str:
    answer: str = click.prompt(question, default="", show_default=False, err=True)
    return answer.strip()


def _day(text: str) -> date | None:
    return days.day(text) if text else None


def _result(text: str) -> tuple[str, str]:
    row, sign, level = text.partition("=")
    if not sign:
        raise Refused(f"`{text}` does not say which level", "as in `--row next-step='Meets the standard'`")
    return row.strip(), level.strip()
