"""How planned pictures are drawn: the one place that knows both what the plan asks for and what the pictures offer."""

from typing import cast

import msgspec

from sitegen.model.focus_area import Glyph, Hue
from sitegen.plan import drawings
from sitegen.plan.job import Job


def edition() -> bytes:
    """What besides its order decides the bytes of a picture made of pixels."""
    from sitegen.pictures import cards

    return cards.edition().encode()


def badge_art(job: Job) -> bytes:
    from sitegen.pictures import art, design

    order = msgspec.json.decode(job.payload, type=drawings.Art)
    hue, glyph = cast("Hue", order.hue), cast("Glyph", order.glyph)
    return art.badge_svg(order.title, design.shape_for(order.slug), hue, glyph).encode()


def logo(job: Job) -> bytes:
    from sitegen.pictures import art

    order = msgspec.json.decode(job.payload, type=drawings.Art)
    return art.issuer_svg(order.title, order.slug).encode()


def touch_icon() -> bytes:
    from sitegen.pictures import pixel_art

    return pixel_art.touch_icon_png()


def social_card(job: Job) -> bytes:
    from sitegen.pictures import cards, design

    order = msgspec.json.decode(job.payload, type=drawings.Card)
    art = order.art
    if art.glyph:
        layers, hue = design.badge(design.shape_for(art.slug), cast("Glyph", art.glyph)), cast("Hue", art.hue)
    elif art.slug:
        layers, hue = design.monogram(art.title), design.hue_for(art.slug)
    else:
        layers, hue = design.site_icon(), "pine"
    return cards.social_card(
        cards.Card(title=order.title, kind=order.kind, site=order.site, line=order.line, art=layers, hue=hue)
    )
