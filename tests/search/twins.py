"""The published index in a folder beside the script that reads it, and a browser that asks it."""

import json
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from sitegen.search import files, inside, words
from sitegen.search.files import Setting
from sitegen.search.index import Source
from sitegen.search.published import Published

SCRIPT = Path(__file__).parents[2] / "themes" / "default" / "assets" / "search.js"

ASK = """async ([texts, most]) => {
  const { open, best } = await import("/search.js");
  const index = await open("/data/");
  const one = async ([text, typing]) => {
    const answer = await index.ask(text, { typing });
    const hits = [];
    for (const number of best(answer.shares.scores, most)) {
      const { card, problem } = await index.hit(answer, number);
      hits.push([card.slug, answer.shares.scores[number], problem]);
    }
    return { hits, mended: Object.fromEntries(answer.asked.mended), missed: answer.missed, unknown: answer.unknown, lacking: answer.lacking };
  };
  const all = [];
  for (const text of texts) all.push(await one(text));
  return all;
}"""
"""Asks the index at the page's own host all questions, each with whether somebody is still typing."""

Asked = tuple[str, bool]
"""A question, and whether somebody is still typing it."""


def publish(sources: Iterable[Source], setting: Setting, folder: Path) -> None:
    """Write all files of the index, and the script."""
    entries, told = inside.entries(sources, setting)
    found = files.files(entries, told)
    if setting.vectors is not None:
        found |= dict(words.files(setting.vectors, setting.language))
    for address, data in found.items():
        path = folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    shutil.copyfile(SCRIPT, folder / "search.js")
    (folder / "index.html").write_text("<!doctype html><title>Twins</title>", encoding="utf-8")


def read(folder: Path) -> Published:
    """The index in a folder."""

    def get(address: str) -> bytes | None:
        path = folder / address
        return path.read_bytes() if path.is_file() else None

    return Published(get)


def ask(page: Page, texts: Sequence[Asked], most: int = 10) -> list[dict[str, Any]]:
    """What the browser answers: hits (name, score, nearest problem), mended typos, missed phrases."""
    return json.loads(json.dumps(page.evaluate(ASK, [list(texts), most])))
