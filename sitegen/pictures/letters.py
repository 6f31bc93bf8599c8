"""Letters and digits for monograms, as path data 28 units high for a round pen; how a name gets initials."""

import unicodedata

HEIGHT = 28.0
SPACE = 9.0
"""Room between two letters, from the middle of one pen stroke to the next."""

SMALL_WORDS = frozenset({"a", "an", "and", "at", "for", "in", "of", "on", "the", "to"})
"""Words that give no initial."""

LETTERS: dict[str, tuple[float, str]] = {
    "A": (22, "M0 28L11 0L22 28M4 18.5H18"),
    "B": (17, "M0 0H9A6.7 6.7 0 0 1 9 13.4H0M9.5 13.4A7.3 7.3 0 0 1 9.5 28H0V0"),
    "C": (23.5, "M23.5 5A13.5 14 0 1 0 23.5 23"),
    "D": (20, "M0 0H6.5A13.5 14 0 0 1 6.5 28H0Z"),
    "E": (15, "M15 0H0V28H15M0 13.6H12.5"),
    "F": (14.5, "M14.5 0H0V28M0 14H12"),
    "G": (24.5, "M23.5 5A13.5 14 0 1 0 24.5 22V15.5H16.5"),
    "H": (19, "M0 0V28M19 0V28M0 13.6H19"),
    "I": (0, "M0 0V28"),
    "J": (13, "M13 0V21A6.5 7 0 0 1 0 21"),
    "K": (18, "M0 0V28M17 0L0 17.5M6.5 11.5L18 28"),
    "L": (14, "M0 0V28H14"),
    "M": (25, "M0 28V0L12.5 19L25 0V28"),
    "N": (20, "M0 28V0L20 28V0"),
    "O": (27, "M13.5 0A13.5 14 0 1 1 13.5 28A13.5 14 0 1 1 13.5 0Z"),
    "P": (16.5, "M0 28V0H8.5A8 8 0 0 1 8.5 16H0"),
    "Q": (27, "M13.5 0A13.5 14 0 1 1 13.5 28A13.5 14 0 1 1 13.5 0ZM17 20.5L25.5 29"),
    "R": (17.5, "M0 28V0H8.5A8 8 0 0 1 8.5 16H0M9 16L17.5 28"),
    "S": (
        17,
        "M16 5C14.5 2 12 0 8.5 0C4 0 1 3 1 7C1 16 17 11.5 17 20.5C17 25 13.5 28 8.8 28C4.8 28 1.5 26 0 22.5",
    ),
    "T": (19, "M0 0H19M9.5 0V28"),
    "U": (19, "M0 0V18.5A9.5 9.5 0 0 0 19 18.5V0"),
    "V": (21, "M0 0L10.5 28L21 0"),
    "W": (31, "M0 0L8 28L15.5 5L23 28L31 0"),
    "X": (19, "M0 0L19 28M19 0L0 28"),
    "Y": (20, "M0 0L10 14.5L20 0M10 14.5V28"),
    "Z": (18, "M0 0H18L0 28H18"),
    "0": (19, "M9.5 0A9.5 14 0 1 1 9.5 28A9.5 14 0 1 1 9.5 0Z"),
    "1": (7, "M0 5.5L7 0V28"),
    "2": (17, "M0.5 7A8 7.5 0 1 1 14.5 12.5L0 28H17"),
    "3": (17, "M1 0H16L8 11A8.5 8.5 0 1 1 0 22"),
    "4": (19, "M14 28V0L0 20H19"),
    "5": (17, "M15.5 0H3L1.5 12.5A9 8.8 0 1 1 0 23.5"),
    "6": (18, "M14 0L3 14.5M9 10A9 9 0 1 1 9 28A9 9 0 1 1 9 10Z"),
    "7": (17, "M0 0H17L5.5 28"),
    "8": (
        18,
        "M9 0A6.5 6.5 0 1 1 9 13A6.5 6.5 0 1 1 9 0ZM9 13A7.5 7.5 0 1 1 9 28A7.5 7.5 0 1 1 9 13Z",
    ),
    "9": (18, "M4 28L15 13.5M9 0A9 9 0 1 1 9 18A9 9 0 1 1 9 0Z"),
}
"""The width and the drawing of each."""


def initials(name: str) -> str:
    """One or two capital letters or digits that stand for a name; empty if it has no Latin letters."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))
    words = [word for word in plain.upper().split() if word.lower() not in SMALL_WORDS]
    firsts = [next((sign for sign in word if sign in LETTERS), "") for word in words]
    return "".join(firsts)[:2]


def width(text: str) -> float:
    """How wide letters are side by side, from the middle of the first stroke to the middle of the last."""
    return sum(LETTERS[letter][0] for letter in text) + SPACE * (len(text) - 1)
