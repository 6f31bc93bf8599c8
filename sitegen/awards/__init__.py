"""Signed awards on their way through a build: read, judged by the whole catalog, and published. Nothing is signed here."""
