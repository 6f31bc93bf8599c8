"""The elements, attributes and values that an SVG may hold (after SVG 2), and what is said of others."""

import re

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
WEB_PAGES = ("http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML", "")
"""Namespaces whose elements are never an editor's harmless notes."""

GRADIENTS = frozenset({"linearGradient", "radialGradient"})
STENCILS = frozenset({"clipPath", "mask"})
WORDS = frozenset({"title", "desc", "text", "tspan"})
"""Elements whose text is kept."""

SHAPES = frozenset({"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"})
ELEMENTS = SHAPES | GRADIENTS | STENCILS | WORDS | {"svg", "g", "defs", "stop"}

LEFT_OUT = frozenset({"metadata"})
"""Elements that are left out with all they hold."""

REFUSED = {
    "script": "holds a script.",
    "style": "holds a style sheet; give colours as attributes (in Inkscape: save as Optimized SVG).",
    "foreignObject": "holds a piece of a web page (foreignObject).",
    "image": "holds another picture (image); draw it as shapes, or bring a PNG.",
    "use": "repeats shapes by reference (use); turn clones into shapes first.",
    "a": "holds a link.",
    "animate": "is animated; only still pictures are accepted.",
    "animateMotion": "is animated; only still pictures are accepted.",
    "animateTransform": "is animated; only still pictures are accepted.",
    "set": "is animated; only still pictures are accepted.",
}
"""What is said about elements that people are likely to meet."""

ATTRIBUTES = frozenset(
    {
        "id",
        "viewBox",
        "preserveAspectRatio",
        "role",
        "aria-label",
        "aria-hidden",
        "transform",
        "d",
        "points",
        "pathLength",
        "x",
        "y",
        "width",
        "height",
        "cx",
        "cy",
        "r",
        "rx",
        "ry",
        "x1",
        "y1",
        "x2",
        "y2",
        "dx",
        "dy",
        "fx",
        "fy",
        "fr",
        "offset",
        "rotate",
        "textLength",
        "lengthAdjust",
        "gradientUnits",
        "gradientTransform",
        "spreadMethod",
        "clipPathUnits",
        "maskUnits",
        "maskContentUnits",
        "mask-type",
        "fill",
        "fill-opacity",
        "fill-rule",
        "stroke",
        "stroke-width",
        "stroke-opacity",
        "stroke-linecap",
        "stroke-linejoin",
        "stroke-miterlimit",
        "stroke-dasharray",
        "stroke-dashoffset",
        "opacity",
        "color",
        "stop-color",
        "stop-opacity",
        "clip-path",
        "clip-rule",
        "mask",
        "paint-order",
        "vector-effect",
        "shape-rendering",
        "text-rendering",
        "color-interpolation",
        "display",
        "visibility",
        "font-family",
        "font-size",
        "font-style",
        "font-weight",
        "font-stretch",
        "letter-spacing",
        "word-spacing",
        "text-anchor",
        "text-decoration",
        "dominant-baseline",
    }
)
POINTERS = frozenset({"fill", "stroke", "clip-path", "mask"})
"""Attributes that may point at something in the same file."""

STENCILING = frozenset({"clip-path", "mask"})
"""Attributes that cut a shape out by another; refused within that other: each step may multiply the work."""

FREE_TEXT = frozenset({"aria-label", "id"})
FUNCTIONS = frozenset(
    {"matrix", "translate", "scale", "rotate", "skewX", "skewY", "rgb", "rgba", "hsl", "hsla"}
)

PLAIN_VALUE = re.compile(r"[A-Za-z0-9\s.,+\-()%#'\"_]*")
# Nothing here may try one part of a value twice: values can be two million signs long.
FUNCTION = re.compile(r"(?<![\w-])([\w-]++)\s*+\(")
POINTER = re.compile(r"\s*+url\(\s*+(['\"]?)#[\w.:-]++\1\s*+\)\s*+(#[0-9A-Fa-f]{3,8}|[A-Za-z]*+)\s*+")
FRAGMENT = re.compile(r"#[\w.:-]+")


def is_fit(name: str, value: str) -> bool:
    """Whether a value may stand in an allowed attribute: numbers, words, colours, transforms, fragments."""
    if name in FREE_TEXT:
        return value.isprintable()
    if name in POINTERS and POINTER.fullmatch(value):
        return True
    return bool(PLAIN_VALUE.fullmatch(value)) and FUNCTIONS.issuperset(FUNCTION.findall(value))
