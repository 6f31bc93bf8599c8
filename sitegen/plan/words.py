"""The wording of numbers, dates and lists on pages."""

from datetime import date

from sitegen.model import wording
from sitegen.model.terms import Cost, Effort
from sitegen.plan.views import Day

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day(value: date) -> Day:
    return Day(iso=value.isoformat(), text=f"{MONTHS[value.month - 1]} {value.day}, {value.year}")


def maybe_day(value: date | None) -> Day | None:
    return day(value) if value else None


def effort(value: Effort) -> str:
    """`About 12 hours over 5 weeks`."""
    hours = f"About {wording.count(value.hours, 'hour')}"
    return f"{hours} over {wording.count(value.weeks, 'week')}" if value.weeks else hours


def cost(value: Cost) -> str:
    """`Free`, `$25` or `25 CAD`."""
    if not value.amount:
        return "Free"
    amount = f"{value.amount:,.2f}".removesuffix(".00")
    return f"${amount}" if value.currency == "USD" else f"{amount} {value.currency}"


def listed(words: list[str] | tuple[str, ...], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    items = list(words)
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} {last} {items[-1]}" if items else ""
