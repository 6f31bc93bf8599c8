"""A point of a comparison: what changes for whom, and what was said before and is said now."""

from typing import Literal

from msgspec import Struct

Bearing = Literal["harder", "easier", "asked", "terms", "shown"]
"""Whom a point concerns, and how: it is harder or easier to earn, asked otherwise (people must judge how), offered on other
terms, or shows something else to visitors."""

BEARINGS: tuple[Bearing, ...] = ("harder", "easier", "asked", "terms", "shown")


class Point(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing that changes; `before` and `after` are the words that differ, if they say more than the sentence.

    `part` is the part of the evidence that it is about, counted from 1; 0 if it is about none.
    """

    bearing: Bearing
    text: str
    before: str = ""
    after: str = ""
    part: int = 0
