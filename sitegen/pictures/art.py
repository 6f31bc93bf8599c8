"""How layers are written as SVG: badge art, monograms and site icons, safe under the strictest policy."""

from html import escape

from sitegen.model.focus_area import Glyph, Hue
from sitegen.pictures import design, palette
from sitegen.pictures.design import Layer, Paint, Shape


def badge_svg(title: str, shape: Shape, hue: Hue, glyph: Glyph) -> str:
    """Badge art as a self-contained SVG of about 2 kB, titled for people who cannot see it."""
    return _svg(title, design.badge(shape, glyph), hue)


def issuer_svg(name: str, slug: str) -> str:
    """A plain logo for an issuer that brings none: its initials in a hue that follows from its slug."""
    return _svg(name, design.monogram(name), design.hue_for(slug))


def site_icon_svg(hue: Hue = "pine") -> str:
    """The icon of a site that brings none."""
    return _svg("Site icon", design.site_icon(), hue)


def _svg(title: str, layers: tuple[Layer, ...], hue: Hue) -> str:
    side = design.SIDE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" role="img">'
        f"<title>{escape(title)}</title>"
        f"{_slopes(layers, hue)}{''.join(_layer(layer, hue) for layer in layers)}</svg>\n"
    )


def _slopes(layers: tuple[Layer, ...], hue: Hue) -> str:
    tones = palette.HUES[hue]
    used = {layer.paint for layer in layers}
    ends = {"fall": (tones.bright, tones.dark), "rise": (tones.dark, tones.mid)}
    low, high = design.SLOPE_FROM, design.SLOPE_TO
    where = f'gradientUnits="userSpaceOnUse" x1="{low}" y1="{low}" x2="{high}" y2="{high}"'
    slopes = [
        f'<linearGradient id="{hue}-{name}" {where}><stop stop-color="{first}"/>'
        f'<stop offset="1" stop-color="{last}"/></linearGradient>'
        for name, (first, last) in ends.items()
        if name in used
    ]
    return f"<defs>{''.join(slopes)}</defs>" if slopes else ""


def _layer(layer: Layer, hue: Hue) -> str:
    colour = _colour(layer.paint, hue)
    marks = [f'<path d="{layer.path}"']
    across, down, scale = layer.place
    if layer.place != (0, 0, 1):
        marks.append(f'transform="matrix({scale:g} 0 0 {scale:g} {across:g} {down:g})"')
    if layer.width:
        marks.append(f'fill="none" stroke="{colour}" stroke-width="{layer.width:g}"')
        if layer.round_ends:
            marks.append('stroke-linecap="round" stroke-linejoin="round"')
        if layer.dashes:
            marks.append(f'stroke-dasharray="{" ".join(f"{dash:g}" for dash in layer.dashes)}"')
    else:
        marks.append(f'fill="{colour}"')
    if layer.opacity != 1:
        marks.append(f'opacity="{layer.opacity:g}"')
    return " ".join(marks) + "/>"


def _colour(paint: Paint, hue: Hue) -> str:
    if paint in ("fall", "rise"):
        return f"url(#{hue}-{paint})"
    return str(getattr(palette.HUES[hue], paint))
