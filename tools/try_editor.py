"""Opens the editor of `sitegen new admin` in Chromium, changes a sample credential, and looks at what it saves.

    npm pack decap-cms@3.16.3 && tar xzf decap-cms-3.16.3.tgz
    python tools/try_editor.py package editor.png

A new site is made in a folder of its own. The editor keeps what it saves in memory (its `test-repo`), under the very policy
that the site's `_headers` sends with it; only the loopback is asked for anything. What was saved is printed, put into the
site, formatted and checked; the exit code is that of the check.
"""

# ruff: noqa: INP001

import http.server
import json
import shutil
import sys
import tempfile
import threading
from functools import partial
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Page, sync_playwright

from sitegen.cli import run
from sitegen.model.site import Publish, Site
from sitegen.plan import headers

REPOSITORY = "repository: {url: https://github.com/example/catalog}\n"
SAMPLE = "content/credentials/example-school/the-first-five-minutes.md"


class Handler(http.server.SimpleHTTPRequestHandler):
    """Sends files with the headers that a host would send with them."""

    def end_headers(self) -> None:
        """Add the rule of the editor's folder."""
        site = Site(name="", tagline="", base_url="https://example.org", publish=Publish(admin=True))
        for pattern, several in headers.rules(site):
            if pattern in ("/*", "/admin/*"):
                for name, value in several:
                    self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


def made(folder: Path, package: Path) -> Path:
    """A new site with the editor, whose configuration keeps everything in memory."""
    site = folder / "site"
    assert run(["new", str(site), "-q"]) == 0
    settings = site / "content/site.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + REPOSITORY, encoding="utf-8")
    assert run(["-C", str(site), "new", "admin", str(package), "-q"]) == 0
    config = site / "admin/config.yml"
    said = yaml.safe_load(config.read_text(encoding="utf-8"))
    said["backend"] = {"name": "test-repo"}
    config.write_text(yaml.safe_dump(said, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return site


def files(site: Path) -> dict[str, Any]:
    """The site's records as the editor's memory wants them: folders within folders, and each by its whole path as well."""
    top: dict[str, Any] = {}
    for path in site.glob("content/**/*.md"):
        *folders, name = path.relative_to(site).parts
        place = top
        for one in folders:
            place = place.setdefault(one, {})
        place[name] = {"content": path.read_text(encoding="utf-8")}
        top.setdefault("/".join(folders), {})[name] = place[name]
    return top


def edited(page: Page, address: str, picture: str) -> str:
    """The text of the sample as the editor saves it after a change of its summary."""
    page.set_default_timeout(10_000)
    page.goto(f"{address}/admin/")
    page.get_by_role("button", name="Login").click()
    page.get_by_text("The First Five Minutes", exact=False).first.click()
    field = page.get_by_label("Summary", exact=False).first
    field.wait_for()
    page.screenshot(path=picture)
    field.fill("Begins each lesson with five calm minutes that students can run themselves.")
    page.get_by_role("button", name="Save").first.click()
    page.wait_for_timeout(2_000)
    page.screenshot(path=picture.replace(".png", "-saved.png"))
    return str(page.evaluate("JSON.stringify(Object.values(window.repoFilesUnpublished))"))


def main(package: str, picture: str) -> int:
    """Try it; returns the exit code."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        site = made(Path(folder), Path(package))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(site)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 1400})
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        page.add_init_script(f"window.repoFiles = {json.dumps(files(site))}")
        try:
            saved = edited(page, f"http://127.0.0.1:{server.server_port}", picture)
        except Exception:
            page.screenshot(path=picture)
            sys.stdout.write(page.inner_text("body"))
            raise
        finally:
            sys.stdout.write("".join(f"{one}\n" for one in said))
            browser.close()
            server.shutdown()
        text = next(text for text in texts(json.loads(saved)) if "five calm minutes" in text)
        sys.stdout.write(text)
        return back(site, text)


def texts(value: Any) -> list[str]:
    """All texts anywhere in a value."""
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for one in inner for text in texts(one)]


def back(site: Path, text: str) -> int:
    """Put what the editor saved into the site, and into its one form; the exit code of its check."""
    (site / SAMPLE).write_text(text, encoding="utf-8")
    return run(["-C", str(site), "fmt"]) or run(["-C", str(site), "check"])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
