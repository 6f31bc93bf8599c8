"""A small chart (SVG) of what was decided and what waits, a bar for each credential; it says the same in words."""

from collections.abc import Iterator
from html import escape

from sitegen.submissions.figures import Figures

WIDTH, LABEL, ROW = 720, 230, 26
SHADES = (("earned", "#1b6e4b"), ("not yet", "#c98a1b"), ("incomplete", "#8a8f98"), ("waiting", "#d9dde3"))
"""What a bar is made of, from the left, and in which colours; they differ in lightness, for people who see no colours."""


def svg(found: dict[str, Figures]) -> str:
    """The chart; bars are in proportion to the largest number of submissions."""
    parts = {slug: _parts(one) for slug, one in found.items()}
    most = max((sum(numbers.values()) for numbers in parts.values()), default=0)
    height = 56 + ROW * len(parts)
    total = {name: sum(numbers[name] for numbers in parts.values()) for name, _ in SHADES}
    summary = "; ".join(f"{name}: {number:,}" for name, number in total.items())
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        'font-family="sans-serif" font-size="13">',
        f"<title>Submissions by credential. {summary}</title>",
        f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>',
        *_legend(),
    ]
    for number, (slug, numbers) in enumerate(parts.items()):
        lines += _bar(slug, numbers, 44 + ROW * number, (WIDTH - LABEL - 60) / (most or 1))
    return "\n".join([*lines, "</svg>"]) + "\n"


def _parts(one: Figures) -> dict[str, int]:
    return {name: one.waiting if name == "waiting" else one.outcomes.get(name, 0) for name, _ in SHADES}


def _legend() -> Iterator[str]:
    for number, (name, colour) in enumerate(SHADES):
        x = 12 + 130 * number
        yield f'<rect x="{x}" y="12" width="12" height="12" fill="{colour}"/><text x="{x + 18}" y="23">{name}</text>'


def _bar(slug: str, numbers: dict[str, int], y: int, scale: float) -> Iterator[str]:
    """The bar of a credential, its name before it and its number behind."""
    yield f'<text x="12" y="{y + 15}">{escape(slug if len(slug) <= 32 else slug[:31] + "…")}</text>'
    x = float(LABEL)
    for name, colour in SHADES:
        width = numbers[name] * scale
        if width:
            shape = f'x="{x:.1f}" y="{y}" width="{width:.1f}" height="18" fill="{colour}"'
            yield f"<rect {shape}><title>{escape(slug)}, {name}: {numbers[name]}</title></rect>"
        x += width
    yield f'<text x="{x + 6:.1f}" y="{y + 15}">{sum(numbers.values())}</text>'
