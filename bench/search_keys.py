"""What a key costs in a browser: questions are typed letter by letter over an index in memory, in Chromium."""

import shutil
import threading
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

SCRIPT = Path(__file__).parents[1] / "themes" / "default" / "assets" / "search.js"
TYPED = 12
"""So many questions are typed."""

TYPE = """async (texts) => {
  const { open, best } = await import("/search.js");
  const begun = performance.now();
  const index = await open("/data/");
  const ask = async (text, typing) => {
    const answer = await index.ask(text, { typing });
    await Promise.all(best(answer.shares.scores, 10).map((number) => index.hit(answer, number)));
  };
  await ask(texts[0], false);
  const first = performance.now() - begun, keys = [], again = [];
  for (const times of [keys, again]) {
    for (const text of texts) {
      for (let n = 1; n <= text.length; n++) {
        const start = performance.now();
        await ask(text.slice(0, n), true);
        times.push(performance.now() - start);
      }
    }
  }
  const share = (times, part) => times.sort((a, b) => a - b)[Math.floor(times.length * part)];
  return { first, p50: share(keys, 0.5), p95: share(keys, 0.95), again50: share(again, 0.5), again95: share(again, 0.95) };
}"""


def measure(built: Mapping[str, bytes], queries: list[str]) -> dict[str, float]:
    """Milliseconds: until the first answer, for each key the first time, and for the same keys with all files at hand."""
    from playwright.sync_api import sync_playwright

    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        raise SystemExit("There is no Chromium here.")
    files = {"": b"<!doctype html>", "search.js": SCRIPT.read_bytes(), **built}
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(files))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/")
        told: dict[str, float] = page.evaluate(TYPE, queries[:TYPED])
        browser.close()
    server.shutdown()
    return told


def _handler(files: Mapping[str, bytes]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            data = files.get(self.path[1:])
            self.send_response(404 if data is None else 200)
            kind = {"js": "text/javascript", "json": "application/json"}.get(self.path.rpartition(".")[2])
            self.send_header("Content-Type", kind or "text/html")
            self.send_header("Content-Length", str(len(data or b"")))
            self.end_headers()
            self.wfile.write(data or b"")

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
            """Nothing is written while keys are timed."""

    return Handler
