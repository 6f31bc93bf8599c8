"""Whether a person sits at the terminal and can be asked."""

import sys


def somebody_is_there() -> bool:
    """Whether questions would be seen, and answers typed."""
    return sys.stdin.isatty() and sys.stderr.isatty()
