"""Sentences for made-up content: patterns in the voice of people who teach, filled from word lists."""

import random
import re
from collections.abc import Iterable
from datetime import date, timedelta

from word_lists import BANKS

_ARTICLE = re.compile(r"\b([Aa]) (?=[aeiou]|honest)")

SENTENCES = (
    "Start with one {adj} {thing} and {do} it {how} {when}, so that {who} know what will happen next",
    "Most teams {did} the {thing} first, because a {adj} {thing} rarely survives a week in which {things} pile up",
    "When {who} {do} {things} {how}, the room is quieter and the {thing} takes half as long",
    "In our trials {n} of {m} teachers {did} the {thing} {when} and kept it for the rest of the year",
    "You will {do} one {thing}, {do} what it shows about {who}, and {do} a next step with a colleague",
    "Ask {who} to {do} the {thing} {how}, and write down which of the {things} still get in the way",
    "A {thing} that nobody {did} is hard to {do}; a {adj} {thing} that everyone has seen is easy to talk about",
    "Families said that the {adj} {thing} helped them to {do} {things} at home, even {when}",
    "If the {thing} stalls, {do} the {things} first and only then {do} the {thing} again",
    "It’s fine to keep “good enough” notes — what counts is whether {who} {do} {things} more often than before",
    "Compare this with last term’s {things}, where fewer than {n} % of the class could {do} a {thing} {how}",
    "Nothing here asks you to buy {things}; a {adj} {thing} and {n} minutes {when} are enough",
    "Some {things} will not work for {who}, and saying so plainly is better evidence than a {adj} {thing}",
    "Keep the {thing} where {who} can reach it, and {do} it again {when} until the {things} look after themselves",
    "One of us {did} {things} {when} for {n} days and found that {who} asked for the {thing} by name",
    "The {adj} {thing} matters less than what {who} do with it {when}",
    "Two colleagues who {did} the same {thing} often see different {things}; talk about why before you {do} anything",
)
LEADS = (
    "{doing} {things} {when}", "{doing} a {adj} {thing} with {who}", "{do} the {thing} {how}", "{do} {things} with {who}",
    "{do} one {adj} {thing} {when}", "{doing} what {who} say about {things}",
)  # fmt: skip
PROBLEMS = (
    "My {who} cannot {do} {things} {when}", "I never know how to {do} a {adj} {thing} with {who}",
    "{things} fall apart {when} and {who} stop trying", "Only a few {who} {do} {things} {how}",
    "I spend hours on {things} and {who} still {do} them {how}", "Nobody {did} the {thing} {when}, and {who} noticed",
    "{who} give up on {things} as soon as I {do} the {thing}",
)  # fmt: skip
TITLES = (
    "{doing} {adj} {things} with {who}", "{adj} {things} for {who}", "{doing} {things} {how}",
    "{doing} a {adj} {thing} for {who}", "{things} and {adj} {things} that last",
)  # fmt: skip
CRITERIA = (
    "The {thing}",
    "Use of {things}",
    "{adj} {things} with {who}",
    "What {who} {do}",
    "Next step for {things}",
)
CELLS = (
    "{level} at least {n} {things} {when}, says what {who} did, and ties each one to the {adj} {thing}.",
    "{level} the {thing} in full: who {did} it, {when}, and what changed for {who}.",
    "{level} some {things}, but leaves open how {who} {did} the {thing}.",
    "{level} a {adj} {thing} without any of the {things} that {who} made.",
    "{level} {things} only in general, or for less than {n} days.",
    "{level} what {who} said about the {thing}, with {n} dated notes, and one of the {things} that did not work.",
    "{level} hopes for {things} where a reader would look for what {who} did {when}.",
)
TASKS = (
    "In {w} words, describe the {adj} {thing} you {did} and the {things} that go with it. "
    "Say what {who} should see and hear.",
    "Send **two artifacts** gathered {when}: a log with one line a day, and one of your {adj} {things}. "
    "*Take out faces and names.*",
    "In {w} words, show what changed for {who} and what did not. "
    "Use counts from your {thing} and at least one thing a student said.",
    "Send a recording of {n} minutes, or a transcript, in which {who} {do} {things} {how}.",
)
TASK_NOTES = (
    "Do not name or describe any student. “A student who finds {things} hard” is enough.",
    "- a first version of the {thing}\n- the version you use now\n- one sentence on why it changed",
    "If {who} are away {when}, use another week; **nobody loses points for that**.",
)


FIRST_DAY = date(2019, 9, 1)
DAYS = 2_400
SUMMARY = 230


class Prose:
    """Writes sentences and makes other choices; the same seed gives the same ones."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def fill(self, pattern: str) -> str:
        """The pattern with a word of its bank, or a number, in place of each `{slot}`."""
        head, *rest = pattern.split("{")
        out = [head]
        for piece in rest:
            slot, _, tail = piece.partition("}")
            out += (self.word(slot), tail)
        return _ARTICLE.sub(r"\1n ", "".join(out))

    def word(self, slot: str) -> str:
        """A word; the first ones of a bank come more often, so that words repeat as they do in real pages."""
        bank = BANKS.get(slot)
        if bank is None:
            return str(self.number(slot))
        chance = self.random.random()
        return bank[int(chance * (0.4 + 0.6 * chance) * len(bank))]

    def number(self, slot: str) -> int:
        low, high, step = {"n": (3, 40, 1), "m": (41, 90, 1), "w": (200, 700, 100)}[slot]
        return self.random.randrange(low, high + 1, step)

    def pick(self, patterns: tuple[str, ...]) -> str:
        """One of the patterns, filled."""
        return self.fill(self.random.choice(patterns))

    def opened(self, patterns: tuple[str, ...]) -> str:
        """One of the patterns, filled, with a capital letter in front."""
        text = self.pick(patterns)
        return text[0].upper() + text[1:]

    def sentence(self) -> str:
        return self.opened(SENTENCES) + "."

    def sentences(self, low: int, high: int) -> str:
        return " ".join(self.sentence() for _ in range(self.random.randint(low, high)))

    def summary(self) -> str:
        """A sentence short enough for a list."""
        while len(found := self.sentence()) > SUMMARY:
            continue
        return found

    def some(self, words: Iterable[str], low: int, high: int) -> list[str]:
        """A few of the words, in their own order."""
        known = list(words)
        return sorted(self.random.sample(known, self.random.randint(low, high)), key=known.index)

    def day(self) -> date:
        return FIRST_DAY + timedelta(self.random.randrange(DAYS))
