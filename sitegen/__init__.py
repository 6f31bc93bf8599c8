"""sitegen: compiles micro-credential definitions into a searchable catalog and pages that prove awards."""

__version__ = "0.1.0"
