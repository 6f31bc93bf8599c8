"""catalog → pages: what is published where, and the frozen view behind each page."""
