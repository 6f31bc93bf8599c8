"""Fixtures for tests that build a site many times."""

from tests.build.quick_templates import quick_templates

__all__ = ["quick_templates"]
