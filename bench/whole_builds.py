"""Whole builds of the catalog: cold, with the memory restored into an empty output, and at a larger size."""

import statistics
from collections.abc import Callable
from dataclasses import dataclass

import equal
import processes
import workshop
from figures import Figure, Results, ratio, spread
from processes import Cost
from workshop import Workshop

COMPARED = 300
"""Pages whose content is compared between the workshop."""
BARS = {"plain": 1.4, "fast": 0.6, "restored": 0.35, "memory": 0.3, "growth": 4.4}


@dataclass(frozen=True)
class Build:
    """A kind of build to time: a label, what is done before the clock starts, and the build itself."""

    label: str
    before: Callable[[], None]
    build: Callable[[], Cost]


def cold(shop: Workshop, size: int, rounds: int) -> Results:
    """Both tools from nothing, and sitegen with its memory but no output, in turn."""
    ways = kinds(shop, size)
    runs = in_turn(ways, rounds)
    walls = {way.label: [run.wall for run in runs if run.label == way.label] for way in ways}
    peaks = {way.label: max(run.peak_mib for run in runs if run.label == way.label) for way in ways}
    hugo = walls["hugo"]
    found = [
        Figure("cold", "Hugo, seconds of the clock", statistics.median(hugo), "s", None, spread(hugo, "s"))
    ]
    found += [
        Figure(
            "cold",
            f"{LABELS[label]}: time ÷ Hugo's",
            ratio(walls[label], hugo),
            "×",
            BARS[label],
            spread(walls[label], "s"),
        )
        for label in walls
        if label != "hugo"
    ]
    if "fast" not in walls:
        found.append(Figure("cold", f"{LABELS['fast']}: not installed here", float("nan"), "×", BARS["fast"]))
    for label in ("plain", *(["fast"] if "fast" in peaks else [])):
        note = f"{peaks[label]:.0f} of {peaks['hugo']:.0f} MiB"
        value = peaks[label] / peaks["hugo"]
        found.append(
            Figure("cold", f"{LABELS[label]}: largest process ÷ Hugo's", value, "×", BARS["memory"], note)
        )
    found.append(together(shop, size))
    same_pages(shop, size)
    return Results(tuple(found), tuple(runs))


LABELS = {
    "plain": "cold, markdown-it-py",
    "fast": "cold, markdown-it-pyrs",
    "restored": "memory restored, empty output",
}


def kinds(shop: Workshop, size: int) -> list[Build]:
    """The ways to build that are compared; each run is looked at afterwards, and ends this program if it is not whole."""
    ours, theirs, addresses = shop.project("sitegen", size), shop.project("hugo", size), shop.addresses(size)
    seen: set[str] = set()

    def build(label: str, *, fast: bool = False) -> Cost:
        cost = processes.run(label, shop.sitegen(size, "build", fast=fast))
        workshop.complete(ours, addresses)
        seen.add(workshop.digest(ours / "public"))
        if len(seen) > 1:
            raise SystemExit(f"{label}: two builds of the same content differ")
        return cost

    def build_hugo() -> Cost:
        cost = processes.run("hugo", shop.hugo(size))
        workshop.complete(theirs, addresses)
        return cost

    ways = [
        Build("hugo", lambda: workshop.clear(theirs, memory=True), build_hugo),
        Build("plain", lambda: workshop.clear(ours, memory=True), lambda: build("plain")),
        Build("restored", lambda: workshop.clear(ours, memory=False), lambda: build("restored")),
    ]
    if workshop.has_fast_parser():
        ways.append(
            Build("fast", lambda: workshop.clear(ours, memory=True), lambda: build("fast", fast=True))
        )
    return ways


def in_turn(ways: list[Build], rounds: int) -> list[Cost]:
    """Every kind once a round; the order of the two tools changes from round to round."""
    runs = []
    for number in range(rounds):
        for way in ways if number % 2 == 0 else [*ways[1:], ways[0]]:
            way.before()
            runs.append(way.build())
    return runs


def together(shop: Workshop, size: int) -> Figure:
    """The memory of all processes at one time, measured in a run of its own."""
    workshop.clear(shop.project("sitegen", size), memory=True)
    ours = processes.memory_together(shop.sitegen(size, "build"))
    workshop.clear(shop.project("hugo", size), memory=True)
    theirs = processes.memory_together(shop.hugo(size))
    note = f"{ours:.0f} of {theirs:.0f} MiB"
    return Figure("cold", "cold, markdown-it-py: all processes ÷ Hugo's", ours / theirs, "×", None, note)


def same_pages(shop: Workshop, size: int) -> None:
    """End this program unless both tools made the same pages."""
    compared = equal.chosen(shop.addresses(size), COMPARED)
    ours, theirs = (shop.project(tool, size) / "public" for tool in ("sitegen", "hugo"))
    found = list(equal.differences(compared, ours, theirs))
    if found:
        raise SystemExit("The two sites are not the same:\n" + "\n".join(found[:5]))


def growth(shop: Workshop, small: int, large: int, rounds: int) -> Results:
    """How the time of a cold build grows with the catalog."""

    def kind(size: int) -> Build:
        project, addresses = shop.project("sitegen", size), shop.addresses(size)

        def build() -> Cost:
            cost = processes.run(str(size), shop.sitegen(size, "build"))
            workshop.complete(project, addresses)
            return cost

        return Build(str(size), lambda: workshop.clear(project, memory=True), build)

    runs = in_turn([kind(small), kind(large)], rounds)
    walls = {size: [run.wall for run in runs if run.label == str(size)] for size in (small, large)}
    what = f"cold, {large:,} ÷ {small:,} credentials"
    peak = max(run.peak_mib for run in runs if run.label == str(large))
    note = f"{spread(walls[large], 's')}, largest process {peak:.0f} MiB"
    bar = BARS["growth"] * (large / small) / 4
    return Results((Figure("growth", what, ratio(walls[large], walls[small]), "×", bar, note),), tuple(runs))
