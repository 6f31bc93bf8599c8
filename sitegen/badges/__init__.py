"""Badges: signed Open Badges, read strictly, made canonical, signed and checked; nobody else knows the standards."""
