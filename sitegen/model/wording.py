"""How a number is said together with its noun."""


def count(number: int, noun: str, plural: str = "") -> str:
    """`1 credential`, `2,041 credentials`; the plural is the noun with an `s` if none is given."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
