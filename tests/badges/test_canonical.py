"""What the table does not describe is refused, each fault with its own code, and never guessed."""

import copy
import json
import random
from collections.abc import Callable
from typing import Any

import made_awards
import pytest

from sitegen.badges import canonical, labels, plans, quads
from sitegen.badges.frames import Frames
from sitegen.badges.refusal import Refused
from sitegen.badges.shapes import Member, Root, Shape, Terms

Award = dict[str, Any]


def whole() -> Award:
    """An award that has every member."""
    rng = random.Random(0)
    award = made_awards.award(rng, made_awards.achievement(rng, "whole"), share=1)
    return award


def _set(*path: Any) -> Callable[[Award], None]:
    *way, last, value = path

    def change(award: Award) -> None:
        part: Any = award
        for step in way:
            part = part[step]
        part[last] = value

    return change


def _drop(*path: Any) -> Callable[[Award], None]:
    *way, last = path

    def change(award: Award) -> None:
        part: Any = award
        for step in way:
            part = part[step]
        del part[last]

    return change
