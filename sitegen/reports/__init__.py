"""problems → text: for a person at a terminal, for a pull request, for other programs."""
