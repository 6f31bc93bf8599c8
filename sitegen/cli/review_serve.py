"""`sitegen review serve`: the pages on which assessors judge, on this machine only."""

import secrets
import webbrowser
from datetime import UTC, datetime

import click

from sitegen.cli import options, pages, review_options, say, signing_options
from sitegen.cli.faults import INTERRUPTED, Refused
from sitegen.cli.options import Setting
from sitegen.reports import visible


@click.command(
    "serve",
    cls=pages.HelpPage,
    examples=(
        ("sitegen review serve --open", "in your browser"),
        ("sitegen review serve --port 9000", "on another port"),
    ),
)
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8010,
    show_default=True,
    help="The next free one if taken.",
)
@click.option("--open", "open_browser", is_flag=True, help="Open the pages in your browser.")
@options.common
def serve(setting: Setting, port: int, *, open_browser: bool) -> int:
    """Score and decide in your browser.

    The pages show what was sent in beside the rubric. They keep what `score`
    and `decide` keep, in private/, and reach nothing outside this computer.
    The address that is printed lets a browser in: treat it as a pass word.
    Press Ctrl-C to stop.
    """
    from sitegen.reviewing.room import Room
    from sitegen.reviewing.server import Server
    from sitegen.serving import server
    from sitegen.signing import programme

    place = signing_options.place(setting, None)
    with review_options.alone(setting, place.root):
        name = programme.site(place.root).name
    room = Room(place.root, place.folder, name, secrets.token_urlsafe(32), lambda: datetime.now(UTC))
    found = server.near(port, lambda number: Server(number, room))
    if isinstance(found, str):
        raise Refused(found)
    with found:
        if found.server_port != port:
            say.aside(f"Port {port} is in use, so this is port {found.server_port}.", setting)
        say.result(visible.line(found.address))
        say.aside("Open this address in your browser. Ctrl-C ends it.", setting)
        if open_browser:
            webbrowser.open(found.address)
        try:
            found.serve_forever(poll_interval=0.2)
        except KeyboardInterrupt:
            say.aside("Stopped. Everything that was saved is saved.", setting)
    return INTERRUPTED
